"""The data every contender reads: one full Task, distinct ones by the thousand, wide, deep and bad ones."""

import json
from itertools import cycle, islice
from typing import Any

Json = dict[str, Any]


def task(number: int = 0) -> Json:
    """Return a Task with all eleven properties, as `json.loads` gives it; another *number*, another Task."""
    return {
        "id": f"5fc2f1a3c9e77c00{number:08x}",
        "type": "audio-export",
        "state": ("created", "doing", "done", "canceled", "error")[number % 5],
        "format": "mp3" if number % 2 else "wav",
        "score": f"60b8d295f1a7f400{number:08x}",
        "progress": {"percent": 33.3 + number / 8, "text": f"Rendering page {number}"},
        "creationDate": f"2023-06-05T10:20:30.{number % 1000:03}Z",
        "modificationDate": f"2023-06-05T10:{number % 60:02}:31.123Z",
        "doneDate": f"2023-06-05T{number % 24:02}:21:00.456Z",
        "result": {"url": f"https://files.example.com/{number}.mp3", "error": f"none {number}"},
        "errorHistory": [f"error.export.{number}", f"error.timeout.{number}"],
    }


def task_json(number: int = 0) -> bytes:
    """Return the JSON text of `task(number)`, compact as a server sends it."""
    return json.dumps(task(number), separators=(",", ":")).encode()


def bad_task() -> Json:
    """Return a full Task with three bad values: one in a state, one in a date, one a level below."""
    progress = {"percent": "half", "text": "Rendering page 0"}
    return task() | {"state": "dnoe", "creationDate": "yesterday", "progress": progress}


def tasks(count: int) -> list[Json]:
    """Return *count* Tasks; a hundred distinct ones take turns, so that long lists leave room for results."""
    return list(islice(cycle([task(number) for number in range(100)]), count))


def tasks_bad_at_the_end(count: int) -> list[Json]:
    """Return *count* Tasks of which only the last is refused."""
    return [*tasks(count - 1), bad_task()]


def wide(count: int) -> Json:
    """Return a Task with *count* keys that nobody declared."""
    return {f"key{number}": f"value {number}" for number in range(count)}


def nested_dicts(depth: int) -> Json:
    """Return a Task with *depth* dicts inside each other below an undeclared key."""
    value: object = "bottom"
    for _ in range(depth):
        value = {"below": value}
    return {"top": value}


def nested_lists(depth: int) -> Json:
    """Return a Task with *depth* lists inside each other below an undeclared key."""
    value: object = "bottom"
    for _ in range(depth):
        value = [value]
    return {"top": value}
