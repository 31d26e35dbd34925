"""Waiting in an event loop for what the API does in the background, and fetching the file at the end of it."""

from __future__ import annotations

import typing
from functools import partial

from .._polling import HasClient, Pace, Polling, task_of
from .._scores import Format, created, exported
from ._cancelling import orderly
from ._driver import AWAITING, EVENT_LOOP

if typing.TYPE_CHECKING:
    import os
    from pathlib import Path

    from .._driving import Clock
    from ..bodies import ScoreCreationBody
    from ..files import Progress
    from ..model.score_creation import ScoreCreation
    from ..model.score_details import ScoreDetails
    from ..model.task import Task
    from ..tasks import HasService

__all__ = ["AsyncExports", "AsyncTaskPoller", "AsyncTasks"]


class AsyncTaskPoller(Polling):
    """A task and the way to its end, as `flat_api.TaskPoller` is, with methods to be awaited.

    The API is asked only while one of them is awaited: no task or thread runs beside. Callbacks may be asynchronous;
    they are awaited. Where the awaiting is cancelled, nothing is lost: the poller can be asked again.
    """

    driver = AWAITING

    def __init__(
        self, flat: HasClient, task: Task | str, *, pace: Pace | None = None, clock: Clock = EVENT_LOOP
    ) -> None:
        super().__init__(flat, task, pace=pace, clock=clock)

    async def status(self) -> str:
        """The state of the task, empty where none is known. Asks the API when it is time to."""
        await self._ask_if_due()
        return str(self._task.get("state", ""))

    async def done(self) -> bool:
        """Return whether the task has come to an end, be it good or bad. Asks the API when it is time to."""
        await self._ask_if_due()
        return self._is_final

    async def wait(self, timeout: float | None = None) -> None:
        """Return when the task has come to an end, or after *timeout* seconds; raises as `TaskPoller.wait`."""
        await self._waited(timeout)

    async def result(self, timeout: float | None = None) -> Task:
        """Wait for the task, and return it when it is done; raises as `TaskPoller.result`."""
        return await self._result(timeout)

    async def download_to(
        self,
        path: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        progress: Progress | None = None,
        timeout: float | None = None,
    ) -> Path:
        """Wait for the task, write its file to *path*, and return where it is; see `TaskPoller.download_to`."""
        return await orderly(partial(self._download, path, overwrite, progress, timeout))

    async def add_done_callback(self, function: typing.Callable[[AsyncTaskPoller], object]) -> None:
        """Call *function* with the poller when the task is seen to have come to an end; at once where it has."""
        if self._is_final:
            await self.driver.tell(function, self)
        else:
            self._done_callbacks.append(function)

    @classmethod
    def from_continuation_token(
        cls, token: str, flat: HasClient, *, pace: Pace | None = None, clock: Clock = EVENT_LOOP
    ) -> AsyncTaskPoller:
        """A poller for the task of *token*, which `continuation_token` gave; raises ApiValueError for another text."""
        return cls(flat, task_of(token), pace=pace, clock=clock)


class AsyncExports:
    """What scores can do beside their operations."""

    async def create(
        self: HasService,
        body: ScoreCreation | ScoreCreationBody,
        *,
        timeout: float | None = None,
        pace: Pace | None = None,
        clock: Clock = EVENT_LOOP,
    ) -> ScoreDetails:
        """Create a score, and return it once it is there; see `flat_api.tasks.Exports.create`."""

        async def waiting(task: Task) -> Task:
            return await AsyncTaskPoller(self.service, task, pace=pace, clock=clock).result(timeout)

        return await created(AWAITING, self, body, waiting)

    async def export(
        self: HasService,
        score: str,
        format: Format = "mp3",
        revision: str = "last",
        *,
        parts: typing.Sequence[str] | None = None,
        sharing_key: str | None = None,
        pace: Pace | None = None,
        clock: Clock = EVENT_LOOP,
    ) -> AsyncTaskPoller:
        """Start the export of *score* to a file, and return what waits for it; see `flat_api.tasks.Exports.export`."""
        task = await exported(AWAITING, self, score, format, revision, parts, sharing_key)
        return AsyncTaskPoller(self.service, task, pace=pace, clock=clock)


class AsyncTasks:
    """What tasks can do beside their operations."""

    def poller(
        self: HasService, task: Task | str, *, pace: Pace | None = None, clock: Clock = EVENT_LOOP
    ) -> AsyncTaskPoller:
        """Return what waits for *task*, a task or the identifier of one."""
        return AsyncTaskPoller(self.service, task, pace=pace, clock=clock)
