"""Waiting for what the API does in the background, and fetching the file at the end of it."""

from __future__ import annotations

import dataclasses
import json
import math
import time
import typing
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

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
from .files import check_target, fetch
from .model.task import Task
from .schemas import AnyTypeSchema, unset

if typing.TYPE_CHECKING:
    import os

    from .api_client import ApiClient
    from .bodies import ScoreCreationBody
    from .files import Progress
    from .model.score_creation import ScoreCreation
    from .model.score_details import ScoreDetails
    from .operations import ApiResponse

__all__ = ["Clock", "Exports", "Pace", "TaskPoller", "Tasks"]

FINAL = frozenset({"done", "error", "canceled"})
"""The states that a task stays in. A state that this package has never heard of is none of these."""

Format = typing.Literal["mp3", "wav", "practicefirst"]
"""What a score can be exported to by a task."""

_PASSING: tuple[type[ApiException[typing.Any]], ...] = (ApiConnectionError, ServerError, RateLimitError)
"""Errors that say nothing of the task."""


class HasClient(typing.Protocol):
    """`Flat`, and every class of operations."""

    @property
    def api_client(self) -> ApiClient: ...


class HasService(typing.Protocol):
    """Operations in the plain form, which share a client."""

    @property
    def service(self) -> HasClient: ...


class Clock(typing.Protocol):
    """What a poller knows of time; the module `time` is one."""

    def monotonic(self) -> float:
        """Seconds from some beginning."""
        ...

    def time(self) -> float:
        """Seconds since 1970."""
        ...

    def sleep(self, seconds: float, /) -> None:
        """Wait."""


@dataclasses.dataclass(frozen=True)
class Pace:
    """How often a poller asks: after *first* seconds, then *growth* times later each time, up to *longest* seconds.

    After *patience* errors in a row that say nothing of the task, it gives up, and at once where the rate limit lasts
    longer than *limit* seconds, a day. Raises ApiValueError for times that are no positive numbers, or shrink.
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


class TaskPoller:
    """A task and the way to its end.

    *flat* is a `Flat`, or an instance of a class of operations; *task* is a `Task`, or the identifier of one. The
    poller asks the API for the task now and then, no more often than its *pace* allows, and only while one of its
    methods is called: there is no thread. *clock* is what it tells time by and waits with.

    >>> with flat:                                                        # doctest: +SKIP
    ...     poller = flat.scores.export("56ae21579a127715a02901a6", format="mp3")
    ...     poller.add_progress_callback(lambda task: print(task.state))
    ...     poller.download_to("song.mp3")
    """

    def __init__(self, flat: HasClient, task: Task | str, *, pace: Pace | None = None, clock: Clock = time) -> None:
        self._client = flat.api_client
        self._task = Task(id=task) if isinstance(task, str) else task
        self._id = _id_of(self._task)
        self._pace = pace or Pace()
        self._clock = clock
        self._interval = self._pace.first
        self._next = clock.monotonic() + (self._interval if "state" in self._task else 0)
        self._failures = 0
        self._done_callbacks: list[typing.Callable[[TaskPoller], object]] = []
        self._progress_callbacks: list[typing.Callable[[Task], object]] = []

    @property
    def id(self) -> str:
        """The identifier of the task."""
        return self._id

    @property
    def task(self) -> Task:
        """The last that is known of the task; nobody is asked."""
        return self._task

    def status(self) -> str:
        """The state of the task, empty where none is known. Asks the API when it is time to."""
        self._ask_if_due()
        return str(self._task.get("state", ""))

    def done(self) -> bool:
        """Whether the task has come to an end, be it good or bad. Asks the API when it is time to."""
        self._ask_if_due()
        return self._is_final

    def wait(self, timeout: float | None = None) -> None:
        """Return when the task has come to an end, or after *timeout* seconds.

        Raises the error of the API that can't be waited out: that there is no such task, say, a rate limit that lasts
        too long, or the last of several errors in a row that say nothing of the task.
        """
        deadline = None if timeout is None else self._clock.monotonic() + timeout
        while not self._is_final:
            now = self._clock.monotonic()
            if deadline is not None and self._next >= deadline:
                self._clock.sleep(max(0.0, deadline - now))
                return
            if self._next > now:
                self._clock.sleep(self._next - now)
            self._ask(None if deadline is None else deadline - self._clock.monotonic())

    def result(self, timeout: float | None = None) -> Task:
        """Wait for the task, and return it when it is done.

        Raises TaskFailed, TaskCanceled, or TaskTimeout after *timeout* seconds, and what `wait` raises. After a
        TaskTimeout, or Ctrl-C, nothing is lost: the poller can be asked again, and so can another one that is made
        from its `continuation_token`.
        """
        self.wait(timeout)
        state = self._task.get("state")
        name = f"task {self.id}"
        if not self._is_final:
            raise TaskTimeout(f"{name} is not done after {timeout:g} seconds; its state is {state}", self._task)
        if state == Task.State.CANCELED:
            raise TaskCanceled(f"{name} was canceled", self._task)
        if state == Task.State.ERROR:
            error = self._result("error")
            raise TaskFailed(f"{name} failed: {error or 'the API does not say why'}", self._task)
        return self._task

    def download_to(
        self,
        path: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        progress: Progress | None = None,
        timeout: float | None = None,
    ) -> Path:
        """Wait for the task, write its file to *path*, and return where it is.

        The file is there whole or not at all. A transfer that breaks off goes on where it broke, where the server
        can do that, now or in a later call. Where *path* is a folder, the file in it gets the name that the server
        gives it. *progress* is called with the bytes that are there and those that there will be, or None. *timeout*
        is for the task, in seconds.

        Raises FileNotFoundError, NotADirectoryError or PermissionError about the folder and FileExistsError for a file
        that is there unless *overwrite* is true, all before the API is asked; what `result` raises; TaskError for a
        task without a file, ApiValueError for one whose file has no URL of HTTP, and an `ApiException` when the file
        can't be had.
        """
        check_target(path, overwrite)
        task = self.result(timeout)
        url = self._result("url")
        if not url:
            raise TaskError(f"task {self.id} is done, but has no file", task)
        # The query of the URL may be a signature that is another one each time: the task tells its file from others.
        source = f"task {self.id} {url.partition('?')[0]}"
        return fetch(self._client, url, path, source=source, overwrite=overwrite, progress=progress)

    def add_done_callback(self, function: typing.Callable[[TaskPoller], object]) -> None:
        """Call *function* with the poller when the task is seen to have come to an end; at once where it has."""
        if self._is_final:
            function(self)
        else:
            self._done_callbacks.append(function)

    def remove_done_callback(self, function: typing.Callable[[TaskPoller], object]) -> None:
        """Forget *function*; raises ValueError where it isn't waiting."""
        self._done_callbacks.remove(function)

    def add_progress_callback(self, function: typing.Callable[[Task], object]) -> None:
        """Call *function* with the task each time the API was asked for it."""
        self._progress_callbacks.append(function)

    def continuation_token(self) -> str:
        """A JSON text that another poller, in another process perhaps, can go on from. There is no secret in it."""
        return json.dumps({"task": self.id})

    @classmethod
    def from_continuation_token(
        cls, token: str, flat: HasClient, *, pace: Pace | None = None, clock: Clock = time
    ) -> TaskPoller:
        """A poller for the task of *token*, which `continuation_token` gave; raises ApiValueError for another text."""
        try:
            task: object = json.loads(token)["task"]
        except (ValueError, TypeError, KeyError, RecursionError):
            task = None
        if not isinstance(task, str):
            raise ApiValueError("this is not the continuation token of a task")
        return cls(flat, task, pace=pace, clock=clock)

    @property
    def _is_final(self) -> bool:
        return self._task.get("state") in FINAL

    def _result(self, name: str) -> str | None:
        """Return the text called *name* in the result of the task; None where there is none."""
        result: object = self._task.get("result")
        found: object = typing.cast("Mapping[str, object]", result).get(name) if isinstance(result, Mapping) else None
        return str(found) if isinstance(found, str) else None

    def _ask_if_due(self) -> None:
        if not self._is_final and self._clock.monotonic() >= self._next:
            self._ask()

    def _ask(self, seconds: float | None = None) -> None:
        """Ask for the task once, within *seconds*, and set the time of the next question."""
        try:
            self._task = read_task(self._client, self.id, seconds)
        except _PASSING as error:
            self._failures += 1
            limit = self._seconds_of_limit(error)
            is_too_long = limit > self._pace.limit
            self._put_off(0.0 if is_too_long else limit)
            if is_too_long or self._failures >= self._pace.patience:
                self._failures = 0
                raise
            return
        self._failures = 0
        self._put_off()
        self._tell()

    def _seconds_of_limit(self, error: ApiException[typing.Any]) -> float:
        return 0.0 if error.reset_at is None else error.reset_at.timestamp() - self._clock.time()

    def _put_off(self, seconds: float = 0.0) -> None:
        """Set the time of the next question: when the pace says, and not before *seconds* have gone by."""
        self._next = self._clock.monotonic() + max(self._interval, seconds)
        self._interval = min(self._interval * self._pace.growth, self._pace.longest)

    def _tell(self) -> None:
        try:
            for on_progress in tuple(self._progress_callbacks):
                on_progress(self._task)
        finally:  # the end is told once, whatever a callback raises
            if self._is_final:
                waiting, self._done_callbacks = self._done_callbacks, []
                for on_done in waiting:
                    on_done(self)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}: {self._task.get('state', 'not asked yet')}>"


def _id_of(task: Task) -> str:
    """Return the identifier of *task*. Raises ApiValueError where it has none."""
    found: object = task.get("id")
    if not found or not isinstance(found, (str, Decimal)):
        raise ApiValueError("a task without an id can't be followed")
    return str(found)


def read_task(client: ApiClient, task: str, seconds: float | None = None) -> Task:
    """Return the task called *task*, whatever its state: one that was added to the API since is read as well.

    Where the client has strict responses, its state is all that may be unknown of it. With *seconds*, the call ends
    within them, repetitions included. Raises ApiResponseError for an answer with another task, or with none.
    """
    from .apis.tags.task_api import TaskApi

    service = TaskApi(client)
    each = timeout_of(client.configuration.timeout)
    timeout = None if seconds is None else Deadline(seconds, each)
    if not client.strict_responses:
        answer: ApiResponse[typing.Any] = service.get_task(path_params={"task": task}, timeout=timeout)
        return _the_same(task, _task_in(answer), answer)
    answer = service.get_task(path_params={"task": task}, skip_deserialization=True, timeout=timeout)
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


def _task_in(answer: ApiResponse[typing.Any]) -> Task:
    """Return the task in *answer*, which was read leniently. Raises ApiResponseError where it is no object."""
    body = answer.body
    if isinstance(body, Task):
        return body
    if isinstance(body, AnyTypeSchema) and isinstance(body, Mapping):  # it came with an undeclared status
        return Task.from_openapi_data_oapg(dict(typing.cast("Mapping[str, object]", body)), lenient=True)
    raise ApiResponseError(answer.response.status, "The answer is no task", answer)


class Exports:
    """What scores can do beside their operations."""

    def create(
        self: HasService,
        body: ScoreCreation | ScoreCreationBody,
        *,
        timeout: float | None = None,
        pace: Pace | None = None,
        clock: Clock = time,
    ) -> ScoreDetails:
        """Create a score, and return it once it is there, however long the import of its file takes.

        *body* is that of `create_score`. The API may answer with a task that goes on with the import, unless
        `supportsTasks` in *body* is false; *timeout* is for this task, in seconds. *pace* and *clock* are those of
        `TaskPoller`.

        Raises what `TaskPoller.result` raises, TaskError for a task that is done and names no score, and an
        `ApiException` where the API doesn't create a score.
        """
        from .model.score_details import ScoreDetails  # with a dozen models, which other tasks don't need

        operations: typing.Any = self
        given: typing.Any = body
        wanted: typing.Any = given
        if isinstance(given, Mapping):
            wanted = {"supportsTasks": True, **typing.cast("Mapping[str, typing.Any]", given)}
        answer = operations.create_score.with_response(body=wanted)
        if isinstance(answer.body, ScoreDetails):
            return answer.body
        task = TaskPoller(self.service, _task_in(answer), pace=pace, clock=clock).result(timeout)
        score = task.get(Task.score)
        if not score:
            raise TaskError(f"task {task.id} is done, but names no score", task)
        return typing.cast(ScoreDetails, operations.get_score(score=score))

    def export(
        self: HasService,
        score: str,
        format: Format = "mp3",
        revision: str = "last",
        *,
        parts: typing.Sequence[str] | None = None,
        sharing_key: str | None = None,
        pace: Pace | None = None,
        clock: Clock = time,
    ) -> TaskPoller:
        """Start the export of *score*, its identifier, to a file, and return what waits for it.

        *format* is ``mp3``, ``wav`` or ``practicefirst``; other kinds of files need no task, and
        `get_score_revision_data` has them. *revision* is the identifier of a revision, or ``last``. *parts* are the
        UUIDs of the parts to export, all of them if not given. *sharing_key* gives access to a score of somebody else.
        *pace* and *clock* are those of `TaskPoller`.

        Raises ApiValueError for another format, and an `ApiException` where the API doesn't start a task.
        """
        operations: typing.Any = self
        body = unset if parts is None else {"parts": list(parts)}
        answer = operations.create_export_task.with_response(
            score=score,
            revision=revision,
            format=format,
            sharingKey=unset if sharing_key is None else sharing_key,
            body=body,
        )
        return TaskPoller(self.service, _task_in(answer), pace=pace, clock=clock)


class Tasks:
    """What tasks can do beside their operations."""

    def poller(self: HasService, task: Task | str, *, pace: Pace | None = None, clock: Clock = time) -> TaskPoller:
        """What waits for *task*, a task or the identifier of one."""
        return TaskPoller(self.service, task, pace=pace, clock=clock)
