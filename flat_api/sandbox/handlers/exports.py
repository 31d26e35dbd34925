"""Exports: tasks that take their time, and end with a file."""

from __future__ import annotations

import secrets

from ...apis.tags.score_api import ScoreApi
from ...apis.tags.task_api import TaskApi
from .._context import Answer, Call, answers, written_time
from .._database import Entry, Json, new_id
from .._errors import not_found
from ._finding import find_score
from .revisions import file_name, find_revision

BEGINS = 0.1
"""The part of its time that a task waits."""

CANCELED = 0.5
"""The part of its time after which a task that is to be canceled is."""

ERROR = "EXPORT_FAILED"


@answers(ScoreApi.create_export_task)
def create_export_task(call: Call) -> Answer:
    """A task that has begun, or that is over already if exports take no time."""
    score = find_score(call)
    revision = find_revision(call, score)
    id, format = new_id(), str(call["format"])
    data = {"id": id, "type": f"{format}-export", "format": format, "score": score.id, "creationDate": call.now}
    facts = {
        "began": call.world.clock(),
        "seconds": call.world.task_seconds,
        "ends": call.task_ends,
        "revision": revision.id,
        "secret": secrets.token_hex(16),
        "name": file_name(str(score.data.get("title", "")), format),
        "title": score.data.get("title", ""),
    }
    entry = call.store.add(Entry("task", id, data, score.id, facts))
    return Answer(shown(entry, call.world.clock(), call.storage))


@answers(TaskApi.get_task)
def get_task(call: Call) -> Answer:
    """Return how far a task is."""
    entry = call.store.find("task", str(call["task"]))
    if entry is None:
        raise not_found("task", str(call["task"]))
    return Answer(shown(entry, call.world.clock(), call.storage))


def share(entry: Entry, now: float) -> float:
    """The part of its time that a task had, from 0 to 1."""
    seconds = float(entry.facts["seconds"])
    return 1.0 if seconds <= 0 else min(1.0, max(0.0, (now - float(entry.facts["began"])) / seconds))


def state(entry: Entry, now: float) -> str:
    """The state of a task at the time *now*."""
    passed, ends = share(entry, now), str(entry.facts["ends"])
    if passed >= (CANCELED if ends == "canceled" else 1):
        return ends
    return "created" if passed < BEGINS else "doing"


def shown(entry: Entry, now: float, storage: str) -> Json:
    """Return what the API tells of a task at the time *now*."""
    found, facts = state(entry, now), entry.facts
    over = float(facts["began"]) + float(facts["seconds"]) * (CANCELED if found == "canceled" else 1)
    data: Json = {**entry.data, "state": found}
    if found == "created":
        return {**data, "modificationDate": entry.data["creationDate"], "progress": {"percent": 0, "text": "Waiting"}}
    if found == "doing":
        percent = min(99, int(100 * share(entry, now)))
        return {**data, "modificationDate": written_time(now), "progress": {"percent": percent, "text": "Rendering"}}
    data["modificationDate"] = written_time(over)
    if found == "canceled":
        return data
    data["doneDate"] = written_time(over)
    if found == "error":
        return {**data, "result": {"error": ERROR}, "errorHistory": [ERROR]}
    url = f"{storage}/exports/{entry.id}/{facts['secret']}/{facts['name']}"
    return {**data, "progress": {"percent": 100, "text": "Done"}, "result": {"url": url}, "errorHistory": []}
