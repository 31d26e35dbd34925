"""Revisions: the music of a score, one for each time that it was saved."""

from __future__ import annotations

import re
from functools import partial

from ...apis.tags.score_api import ScoreApi
from .._context import Answer, Call, answers, source_of
from .._database import Entry, Json, new_id
from .._errors import HttpError, not_found
from ..formats.files import MEDIA_TYPES, Source, rendered, tune_of, uploaded
from ..formats.tune import MusicError
from ._finding import find_score

_SUFFIXES = {"midi": "mid", "synchronizationPoints": "json", "xml": "musicxml"}


def read_upload(data: Json) -> Source:
    """The file in the body of a request. Raises HttpError, 422, where it is no music."""
    try:
        return uploaded(data["data"], data.get("dataEncoding"))
    except MusicError as error:
        raise HttpError(422, "INVALID_SCORE_DATA", f"The score can't be read: {error}.", "data") from None


def add_revision(call: Call, score: Entry, user: str, source: Source, facts: Json) -> Entry:
    """Keep a new revision of *score*."""
    tune = tune_of(source)
    music = {
        "durationTime": round(tune.seconds, 3),
        "numberMeasures": len(tune.measures),
        "mainTempoQpm": round(tune.tempo, 3),
        "instruments": sorted({part.instrument for part in tune.parts}),
    }
    before = call.store.last("revision", score.id)
    added = len(tune.notes) - (before.facts["notes"] if before else 0)
    data: Json = {
        "id": new_id(),
        "score": score.id,
        "user": user,
        "collaborators": [user],
        "date": call.now,
        "creationDate": call.now,  # the earlier name of the date
        "event": "update",
        "autosave": False,
        "statistics": {"additions": max(0, added), "deletions": max(0, -added)},
        **facts,
    }
    entry = Entry("revision", data["id"], data, score.id, {"music": music, "notes": len(tune.notes)})
    call.store.put_file(entry.id, *source)
    return call.store.add(entry)


def find_revision(call: Call, score: Entry) -> Entry:
    """The revision of *score* that is meant, by its identifier or as ``last``. Raises HttpError, 404."""
    wanted = str(call["revision"])
    entry = call.store.last("revision", score.id) if wanted == "last" else call.store.find("revision", wanted)
    if entry is None or entry.parent != score.id:
        raise not_found("revision", wanted)
    return entry


@answers(ScoreApi.get_score_revisions)
def get_score_revisions(call: Call) -> Answer:
    """All revisions, the first one first."""
    return Answer([entry.data for entry in call.store.entries("revision", find_score(call).id)])


@answers(ScoreApi.create_score_revision)
def create_score_revision(call: Call) -> Answer:
    """A revision with the music of the body."""
    score, data = find_score(call, write=True), call.data
    told: Json = {key: value for key, value in data.items() if key in ("autosave", "description")}
    return Answer(add_revision(call, score, call.user, read_upload(data), told).data)


@answers(ScoreApi.get_score_revision)
def get_score_revision(call: Call) -> Answer:
    """Return what is known about a revision."""
    return Answer(find_revision(call, find_score(call)).data)


@answers(ScoreApi.get_score_revision_data)
def get_score_revision_data(call: Call) -> Answer:
    """The music as a file; with ``url``, where the file is."""
    score, format = find_score(call), str(call["format"])
    revision = find_revision(call, score)
    title = str(score.data.get("title", ""))
    name = file_name(title, format)
    if call.get("url"):
        return Answer({"url": f"{call.storage}/revisions/{revision.id}/{format}/{name}"})
    render = partial(rendered, source_of(call, revision.id), format, title)
    return Answer(file=render, media_type=MEDIA_TYPES[format], name=name)


def file_name(title: str, format: str) -> str:
    """A name for a file of a score, of letters that no URL and no file system minds.

    >>> file_name("Ode to Joy!", "wav"), file_name("日本", "midi"), file_name("A/B", "thumbnail.png")
    ('Ode-to-Joy.wav', 'score.mid', 'A-B.png')
    """
    stem = re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-")[:80] or "score"
    return f"{stem}.{_SUFFIXES.get(format, format.rpartition('.')[2])}"
