"""What scores can do beside their operations, without I/O: create one from a file, and start an export."""

from __future__ import annotations

import typing
from collections.abc import Mapping

from ._polling import task_in
from .exceptions import TaskError
from .model.task import Task
from .schemas import unset

if typing.TYPE_CHECKING:
    from ._driving import Driver
    from .model.score_details import ScoreDetails

__all__ = ["Format", "created", "exported"]

Format = typing.Literal["mp3", "wav", "practicefirst"]
"""What a score can be exported to by a task."""

Waiting = typing.Callable[[Task], typing.Awaitable[Task]]
"""Waits for the end of a task, and returns it when it is done."""


async def created(driver: Driver, operations: typing.Any, body: typing.Any, waiting: Waiting) -> ScoreDetails:
    """Create a score by *operations*, those of scores in the plain form, and return it once it is there."""
    from .model.score_details import ScoreDetails  # with a dozen models, which other tasks don't need

    wanted = body
    if isinstance(body, Mapping):
        wanted = {"supportsTasks": True, **typing.cast("Mapping[str, typing.Any]", body)}
    answer = await operations.create_score.answer(driver, (), {"body": wanted})
    if isinstance(answer.body, ScoreDetails):
        return answer.body
    task = await waiting(task_in(answer))
    score = task.get(Task.score)
    if not score:
        raise TaskError(f"task {task.id} is done, but names no score", task)
    found = await operations.get_score.answer(driver, (), {"score": score})
    return typing.cast(ScoreDetails, found.body)


async def exported(
    driver: Driver,
    operations: typing.Any,
    score: str,
    format: Format,
    revision: str,
    parts: typing.Sequence[str] | None,
    sharing_key: str | None,
) -> Task:
    """Start the export of *score* by *operations*, and return its task."""
    given = {
        "score": score,
        "revision": revision,
        "format": format,
        "sharingKey": unset if sharing_key is None else sharing_key,
        "body": unset if parts is None else {"parts": list(parts)},
    }
    return task_in(await operations.create_export_task.answer(driver, (), given))
