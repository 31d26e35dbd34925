"""Revisions of scores, and their music as files: at once, or by tasks that take their time."""

from __future__ import annotations

import re
import secrets
from functools import partial

from ...model.score_revision import ScoreRevision
from .._context import Answer, Call, answers, written_time
from .._database import Entry, Json, new_id
from .._errors import not_found
from .._resources import Resource
from ..formats.files import MEDIA_TYPES, Source, rendered
from .scores import SCORE, add_revision, read_upload

BEGINS = 0.1
"""The part of its time that a task waits."""

CANCELED = 0.5
"""The part of its time after which a task that is to be canceled is."""

ERROR = "EXPORT_FAILED"

_SUFFIXES = {"midi": "mid", "synchronizationPoints": "json", "xml": "musicxml"}


REVISION = Resource(
    kind="revision",
    path="/revisions",
    model=ScoreRevision,
    within=SCORE,
    named=lambda call, id: call.store.last("revision", SCORE.find(call).id) if id == "last" else None,
)


@answers
def create_score_revision(call: Call) -> Json:
    score, data = SCORE.find(call, change=True), call.data
    kept = {key: value for key, value in data.items() if key in ("autosave", "description")}
    return add_revision(call, score, call.user, read_upload(data), kept).data


@answers
def get_score_revision_data(call: Call) -> Json | Answer:
    """Return the music as a file; with ``url``, where the file is."""
    revision, format = REVISION.find(call), str(call["format"])
    title = str(SCORE.find(call).data.get("title", ""))
    name = file_name(title, format)
    if call.get("url"):
        return {"url": f"{call.storage}/revisions/{revision.id}/{format}/{name}"}
    file = call.store.file(revision.id)
    if file is None:
        raise not_found("revision", revision.id)
    render = partial(rendered, Source(*file), format, title)
    return Answer(file=render, media_type=MEDIA_TYPES[format], name=name)


def file_name(title: str, format: str) -> str:
    """Return a name for a file of a score, of letters that no URL and no file system minds.

    >>> file_name("Ode to Joy!", "wav"), file_name("日本", "midi"), file_name("A/B", "thumbnail.png")
    ('Ode-to-Joy.wav', 'score.mid', 'A-B.png')
    """
    stem = re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-")[:80] or "score"
    return f"{stem}.{_SUFFIXES.get(format, format.rpartition('.')[2])}"


@answers
def create_export_task(call: Call) -> Json:
    """Return a task that has begun, or that is over already if exports take no time."""
    score, revision = SCORE.find(call), REVISION.find(call)
    id, format, title = new_id(), str(call["format"]), str(score.data.get("title", ""))
    data = {"id": id, "type": f"{format}-export", "format": format, "score": score.id, "creationDate": call.now}
    facts = {
        "began": call.world.clock(),
        "seconds": call.world.task_seconds,
        "ends": call.task_ends,
        "revision": revision.id,
        "secret": secrets.token_hex(16),
        "name": file_name(title, format),
        "title": title,
    }
    return shown(call.store.add(Entry("task", id, data, score.id, facts)), call.world.clock(), call.storage)


@answers
def get_task(call: Call) -> Json:
    entry = call.store.find("task", str(call["task"]))
    if entry is None:
        raise not_found("task", str(call["task"]))
    return shown(entry, call.world.clock(), call.storage)


def passed(began: float, seconds: float, now: float) -> float:
    """Return the part of its *seconds* that something had by *now*, from 0 to 1."""
    return 1.0 if seconds <= 0 else min(1.0, max(0.0, (now - began) / seconds))


def state(entry: Entry, now: float) -> str:
    """Return the state of a task at the time *now*."""
    part, ends = passed(entry.facts["began"], entry.facts["seconds"], now), str(entry.facts["ends"])
    if part >= (CANCELED if ends == "canceled" else 1):
        return ends
    return "created" if part < BEGINS else "doing"


def shown(entry: Entry, now: float, storage: str) -> Json:
    """Return what the API tells of a task at the time *now*."""
    found, facts = state(entry, now), entry.facts
    if found == "created":
        began = {"modificationDate": entry.data["creationDate"], "progress": {"percent": 0, "text": "Waiting"}}
        return {**entry.data, "state": found, **began}
    if found == "doing":
        percent = min(99, int(100 * passed(facts["began"], facts["seconds"], now)))
        progress = {"percent": percent, "text": "Rendering"}
        return {**entry.data, "state": found, "modificationDate": written_time(now), "progress": progress}
    ended = written_time(facts["began"] + facts["seconds"] * (CANCELED if found == "canceled" else 1))
    data: Json = {**entry.data, "state": found, "modificationDate": ended}
    if found == "canceled":
        return data
    data["doneDate"] = ended
    if found == "error":
        return {**data, "result": {"error": ERROR}, "errorHistory": [ERROR]}
    url = f"{storage}/exports/{entry.id}/{facts['secret']}/{facts['name']}"
    return {**data, "progress": {"percent": 100, "text": "Done"}, "result": {"url": url}, "errorHistory": []}
