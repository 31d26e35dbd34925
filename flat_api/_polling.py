"""Polling: when a task is asked for again, what ends the wait, and what becomes of its file; without I/O.

`Polling` is carried out by a driver; `flat_api.tasks` and `flat_api.aio` show it to their callers.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import math
import typing
from collections.abc import Mapping
from decimal import Decimal

from ._timeouts import Deadline, timeout_of
from .configuration import Configuration
from .exceptions import (
    ApiConnectionError,
    ApiException,
    ApiResponseError,
    ApiValueError,
    RateLimitError,
    ServerError,
    TaskCanceled,
    TaskError,
    TaskFailed,
    TaskTimeout,
)
from .files import check_target, fetching
from .model.task import Task
from .schemas import AnyTypeSchema

if typing.TYPE_CHECKING:
    import os
    from pathlib import Path

    from ._driving import Clock, Driver
    from .files import Progress
    from .operations import ApiResponse, Client

__all__ = ["HasClient", "Pace", "Polling", "reading", "task_in", "task_of"]

logger = logging.getLogger(__name__)

FINAL = frozenset({"done", "error", "canceled"})
"""The states that a task stays in. A state that this package has never heard of is none of these."""

_PASSING: tuple[type[ApiException[typing.Any]], ...] = (ApiConnectionError, ServerError, RateLimitError)
"""Errors that say nothing of the task."""


class HasClient(typing.Protocol):
    """What has a client: `Flat` or `AsyncFlat`, and every class of operations."""

    @property
    def api_client(self) -> Client: ...


@dataclasses.dataclass(frozen=True)
class Pace:
    """How often a poller asks: after *first* seconds, then *growth* times later each time, up to *longest* seconds.

    After *patience* errors in a row that say nothing of the task, it gives up, and at once where the rate limit lasts
    longer than *limit* seconds, a day. Raises ApiValueError for times that are not positive numbers, or shrink.
    """

    first: float = 0.5
    growth: float = 1.5
    longest: float = 10.0
    patience: int = 5
    limit: float = 86_400.0

    def __post_init__(self) -> None:
        for name in ("first", "longest", "limit"):
            _check(name, getattr(self, name), 0 < getattr(self, name) < math.inf, "a positive number of seconds")
        _check("growth", self.growth, 1 <= self.growth < math.inf, "a number of at least 1")
        _check("patience", self.patience, self.patience >= 1, "a number of at least 1")


def _check(name: str, value: float, is_good: bool, expected: str) -> None:
    if not is_good:
        raise ApiValueError(f"{name} of a pace: expected {expected}, got {value}")


class Polling:
    """A task and the way to its end: what is known of it, and when it is asked for again."""

    driver: typing.ClassVar[Driver]
    """What carries out the waits and the calls."""

    def __init__(self, flat: HasClient, task: Task | str, *, pace: Pace | None, clock: Clock) -> None:
        self._client = flat.api_client
        self._task = Task(id=task) if isinstance(task, str) else task
        self._id = _id_of(self._task)
        self._pace = pace or Pace()
        self._clock = clock
        self._interval = self._pace.first
        self._next = clock.monotonic()
        if "state" in self._task:
            self._put_off()
        self._failures = 0
        self._done_callbacks: list[typing.Callable[[typing.Any], object]] = []
        self._progress_callbacks: list[typing.Callable[[Task], object]] = []

    @property
    def id(self) -> str:
        """The identifier of the task."""
        return self._id

    @property
    def task(self) -> Task:
        """The last that is known of the task; nobody is asked."""
        return self._task

    def remove_done_callback(self, function: typing.Callable[[typing.Self], object]) -> None:
        """Forget *function*; raises ValueError where it isn't waiting."""
        self._done_callbacks.remove(function)

    def add_progress_callback(self, function: typing.Callable[[Task], object]) -> None:
        """Call *function* with the task each time the API was asked for it."""
        self._progress_callbacks.append(function)

    def continuation_token(self) -> str:
        """A JSON text that another poller, in another process perhaps, can go on from. There is no secret in it."""
        return json.dumps({"task": self.id})

    async def _waited(self, timeout: float | None) -> None:
        """Return when the task has come to an end, or after *timeout* seconds."""
        deadline = None if timeout is None else self._clock.monotonic() + timeout
        while not self._is_final:
            now = self._clock.monotonic()
            if deadline is not None and self._next >= deadline:
                await self.driver.sleep(self._clock, max(0.0, deadline - now))
                return
            if self._next > now:
                await self.driver.sleep(self._clock, self._next - now)
            await self._ask(None if deadline is None else deadline - self._clock.monotonic())

    async def _result(self, timeout: float | None) -> Task:
        """Return the task when it is done; raises TaskFailed, TaskCanceled, or TaskTimeout after *timeout* seconds."""
        await self._waited(timeout)
        state = self._task.get("state")
        name = f"task {self.id}"
        if not self._is_final:
            raise TaskTimeout(f"{name} is not done after {timeout:g} seconds; its state is {state}", self._task)
        if state == Task.State.CANCELED:
            raise TaskCanceled(f"{name} was canceled", self._task)
        if state == Task.State.ERROR:
            error = self._stated("error")
            raise TaskFailed(f"{name} failed: {error or 'the API does not say why'}", self._task)
        return self._task

    async def _download(
        self, path: str | os.PathLike[str], overwrite: bool, progress: Progress | None, timeout: float | None
    ) -> Path:
        """Wait for the task, write its file to *path*, and return where it is."""
        check_target(path, overwrite)
        task = await self._result(timeout)
        url = self._stated("url")
        if not url:
            raise TaskError(f"task {self.id} is done, but has no file", task)
        # The query of the URL may be a signature that is another one each time: the task tells its file from others.
        source = f"task {self.id} {url.partition('?')[0]}"
        return await fetching(
            self.driver, self._client, url, path, source=source, overwrite=overwrite, progress=progress
        )

    @property
    def _is_final(self) -> bool:
        return self._task.get("state") in FINAL

    def _stated(self, name: str) -> str | None:
        """Return the text called *name* in the result of the task; None where there is none."""
        result: object = self._task.get("result")
        found: object = typing.cast("Mapping[str, object]", result).get(name) if isinstance(result, Mapping) else None
        return str(found) if isinstance(found, str) else None

    async def _ask_if_due(self) -> None:
        if not self._is_final and self._clock.monotonic() >= self._next:
            await self._ask()

    async def _ask(self, seconds: float | None = None) -> None:
        """Ask for the task once, within *seconds*, and set the time of the next question."""
        try:
            self._task = await reading(self.driver, self._client, self.id, seconds)
        except _PASSING as error:
            self._failures += 1
            limit = self._seconds_of_limit(error)
            is_too_long = limit > self._pace.limit
            self._put_off(0.0 if is_too_long else limit)
            if is_too_long or self._failures >= self._pace.patience:
                self._failures = 0
                raise
            if limit > 0:
                logger.warning("The rate limit is reached: task %s is asked for again in %.0f seconds", self.id, limit)
            return
        self._failures = 0
        self._put_off()
        await self._tell()

    def _seconds_of_limit(self, error: ApiException[typing.Any]) -> float:
        return 0.0 if error.reset_at is None else error.reset_at.timestamp() - self._clock.time()

    def _put_off(self, seconds: float = 0.0) -> None:
        """Set the time of the next question: when the pace says, and not before *seconds* have gone by."""
        self._next = self._clock.monotonic() + max(self._interval, seconds)
        self._interval = min(self._interval * self._pace.growth, self._pace.longest)

    async def _tell(self) -> None:
        try:
            for on_progress in tuple(self._progress_callbacks):
                await self.driver.tell(on_progress, self._task)
        finally:  # the end is told once, whatever a callback raises
            if self._is_final:
                waiting, self._done_callbacks = self._done_callbacks, []
                for on_done in waiting:
                    await self.driver.tell(on_done, self)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}: {self._task.get('state', 'not asked yet')}>"


def task_of(token: str) -> str:
    """Return the identifier of the task in *token*, which `continuation_token` gave; raises ApiValueError otherwise."""
    try:
        task: object = json.loads(token)["task"]
    except (ValueError, TypeError, KeyError, RecursionError):
        task = None
    if not isinstance(task, str):
        raise ApiValueError("this is not the continuation token of a task")
    return task


def _id_of(task: Task) -> str:
    """Return the identifier of *task*. Raises ApiValueError where it has none."""
    found: object = task.get("id")
    if not found or not isinstance(found, (str, Decimal)):
        raise ApiValueError("a task without an id can't be followed")
    return str(found)


async def reading(driver: Driver, client: Client, task: str, seconds: float | None = None) -> Task:
    """Return the task called *task*, whatever its state: one that was added to the API since is read as well.

    Where the client has strict responses, its state is all that may be unknown of it. With *seconds*, the call ends
    within them, repetitions included. Raises ApiResponseError for an answer with another task, or with none.
    """
    from .apis.tags.task_api import TaskApi

    get_task = TaskApi(typing.cast(typing.Any, client)).get_task
    each = timeout_of(client.configuration.timeout)
    given = {"path_params": {"task": task}, "timeout": None if seconds is None else Deadline(seconds, each)}
    if not client.strict_responses:
        answer = await get_task.answer(driver, (), given)
        return _the_same(task, task_in(answer), answer)
    answer = await get_task.answer(driver, (), {**given, "skip_deserialization": True})
    found = Task.from_json(answer.response.data or b"", _with_any_state(client.configuration))
    return _the_same(task, found, answer)


def _the_same(wanted: str, task: Task, answer: ApiResponse[typing.Any]) -> Task:
    """Return *task*. Raises ApiResponseError where its identifier is another than was *wanted*."""
    found = task.get("id")
    if found is None or str(found) != wanted:
        raise ApiResponseError(answer.response.status, f"The answer is not the task {wanted}", answer)
    return task


def _with_any_state(configuration: Configuration) -> Configuration:
    words = configuration.disabled_client_side_validations
    known = words.split(",") if isinstance(words, str) else words
    return Configuration(disabled_client_side_validations={*filter(None, known), "enum"})


def task_in(answer: ApiResponse[typing.Any]) -> Task:
    """Return the task in *answer*, which was read leniently. Raises ApiResponseError where it is not an object."""
    body = answer.body
    if isinstance(body, Task):
        return body
    if isinstance(body, AnyTypeSchema) and isinstance(body, Mapping):  # it came with an undeclared status
        return Task.from_openapi_data_oapg(dict(typing.cast("Mapping[str, object]", body)), lenient=True)
    raise ApiResponseError(answer.response.status, "expected a task as answer", answer)
