"""Tracks: recordings that scores are played with."""

from __future__ import annotations

from ...model.score_track import ScoreTrack
from .._context import Call, answers
from .._database import Entry, Json
from .._resources import Resource
from .scores import SCORE, may_write

_SITES = {"soundcloud.com": "soundcloud", "youtube.com": "youtube", "youtu.be": "youtube", "vimeo.com": "vimeo"}


def _accept(call: Call, entry: Entry, body: Json) -> Json:
    """Return what *body* says; one track of a score at most is the default one."""
    if body.get("default"):
        for other in call.store.entries("track", entry.parent):
            if other.id != entry.id and other.data["default"]:
                other.data["default"] = False
                call.store.save(other)
    if "url" not in body:
        return body
    return {**body, "type": next((kind for site, kind in _SITES.items() if site in str(body["url"])), "audio")}


TRACK = Resource(
    kind="track",
    path="/tracks",
    model=ScoreTrack,
    within=SCORE,
    begin=lambda call, score: {"creator": call.user},
    accept=_accept,
    changes=lambda call, entry: may_write(call, SCORE.find(call)),
)


@answers
def add_score_track(call: Call) -> Json:
    """Return the track itself, as older versions of the API do, with the track in it, as newer ones do."""
    track = TRACK.make(call, SCORE.find(call, change=True), call.data).data
    return {**track, "track": track}
