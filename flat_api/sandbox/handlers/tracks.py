"""Tracks: recordings that scores are played with."""

from __future__ import annotations

from ...apis.tags.score_api import ScoreApi
from .._context import Answer, Call, answers
from .._database import Entry, Json, new_id
from .._errors import not_found
from .._resources import remove
from ._finding import find_score

_HOSTS = {"soundcloud.com": "soundcloud", "youtube.com": "youtube", "youtu.be": "youtube", "vimeo.com": "vimeo"}


@answers(ScoreApi.list_score_tracks)
def list_score_tracks(call: Call) -> Answer:
    """All tracks."""
    return Answer([entry.data for entry in call.store.entries("track", find_score(call).id)])


@answers(ScoreApi.add_score_track)
def add_score_track(call: Call) -> Answer:
    """A new track."""
    score, data = find_score(call, write=True), call.data
    url = str(data.get("url", ""))
    kinds = (kind for host, kind in _HOSTS.items() if host in url)
    id = new_id()
    track: Json = {
        "title": "Recording",
        "default": False,
        "purpose": "common",
        "state": "draft",
        "synchronizationPoints": [],
        **data,
        "id": id,
        "score": score.id,
        "creator": call.user,
        "creationDate": call.now,
        "modificationDate": call.now,
        "type": next(kinds, "audio"),
    }
    entry = call.store.add(Entry("track", id, track, score.id))
    _be_only_default(call, entry)
    return Answer({**track, "track": track})  # the track itself in older versions of the API, now an object with it


@answers(ScoreApi.get_score_track)
def get_score_track(call: Call) -> Answer:
    """A track."""
    return Answer(_find(call, find_score(call)).data)


@answers(ScoreApi.update_score_track)
def update_score_track(call: Call) -> Answer:
    """A track with what was changed."""
    entry = _find(call, find_score(call, write=True))
    entry.data |= {**call.data, "modificationDate": call.now}
    call.store.save(entry)
    _be_only_default(call, entry)
    return Answer(entry.data)


@answers(ScoreApi.delete_score_track)
def delete_score_track(call: Call) -> Answer:
    """Delete the track."""
    remove(call, _find(call, find_score(call, write=True)))
    return Answer()


def _be_only_default(call: Call, chosen: Entry) -> None:
    """Let no other track of the score be the default one, if *chosen* is."""
    if not chosen.data["default"]:
        return
    for entry in call.store.entries("track", chosen.parent):
        if entry.id != chosen.id and entry.data["default"]:
            entry.data["default"] = False
            call.store.save(entry)


def _find(call: Call, score: Entry) -> Entry:
    entry = call.store.find("track", str(call["track"]))
    if entry is None or entry.parent != score.id:
        raise not_found("track", str(call["track"]))
    return entry
