"""Waiting for what the API does in the background, and fetching the file at the end of it."""

from __future__ import annotations

import time
import typing

from ._driving import BLOCKING, Clock, run
from ._polling import HasClient, Pace, Polling, reading, task_of
from ._scores import Format, created, exported

if typing.TYPE_CHECKING:
    import os
    from pathlib import Path

    from .bodies import ScoreCreationBody
    from .files import Progress
    from .model.score_creation import ScoreCreation
    from .model.score_details import ScoreDetails
    from .model.task import Task
    from .operations import Client

__all__ = ["Clock", "Exports", "Format", "Pace", "TaskPoller", "Tasks", "read_task"]


class HasService(typing.Protocol):
    """Operations in the plain form, which share a client."""

    @property
    def service(self) -> HasClient: ...


class TaskPoller(Polling):
    """A task and the way to its end.

    *flat* is a `Flat`, or an instance of a class of operations; *task* is a `Task`, or the identifier of one. The
    poller asks the API for the task now and then, no more often than its *pace* allows, and only while one of its
    methods is called: there is no thread. *clock* is what it tells time by and waits with. While the rate limit
    lasts, it waits, and logs a warning with the seconds.

    >>> with flat:                                                        # doctest: +SKIP
    ...     poller = flat.scores.export("56ae21579a127715a02901a6", format="mp3")
    ...     poller.add_progress_callback(lambda task: print(task.state))
    ...     poller.download_to("song.mp3")
    """

    driver = BLOCKING

    def __init__(self, flat: HasClient, task: Task | str, *, pace: Pace | None = None, clock: Clock = time) -> None:
        super().__init__(flat, task, pace=pace, clock=clock)

    def status(self) -> str:
        """The state of the task, empty where none is known. Asks the API when it is time to."""
        run(self._ask_if_due())
        return str(self._task.get("state", ""))

    def done(self) -> bool:
        """Return whether the task has come to an end, be it good or bad. Asks the API when it is time to."""
        run(self._ask_if_due())
        return self._is_final

    def wait(self, timeout: float | None = None) -> None:
        """Return when the task has come to an end, or after *timeout* seconds.

        Raises the error of the API that can't be waited out: that there is no such task, say, a rate limit that lasts
        too long, or the last of several errors in a row that say nothing of the task.
        """
        run(self._waited(timeout))

    def result(self, timeout: float | None = None) -> Task:
        """Wait for the task, and return it when it is done.

        Raises TaskFailed, TaskCanceled, or TaskTimeout after *timeout* seconds, and what `wait` raises. After a
        TaskTimeout, or Ctrl-C, nothing is lost: the poller can be asked again, and so can another one that is made
        from its `continuation_token`.
        """
        return run(self._result(timeout))

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
        return run(self._download(path, overwrite, progress, timeout))

    def add_done_callback(self, function: typing.Callable[[TaskPoller], object]) -> None:
        """Call *function* with the poller when the task is seen to have come to an end; at once where it has."""
        if self._is_final:
            function(self)
        else:
            self._done_callbacks.append(function)

    @classmethod
    def from_continuation_token(
        cls, token: str, flat: HasClient, *, pace: Pace | None = None, clock: Clock = time
    ) -> TaskPoller:
        """A poller for the task of *token*, which `continuation_token` gave; raises ApiValueError for another text."""
        return cls(flat, task_of(token), pace=pace, clock=clock)


def read_task(client: Client, task: str) -> Task:
    """Return the task called *task*, whatever its state: one that was added to the API since is read as well.

    Where the client has strict responses, its state is all that may be unknown of it. Raises ApiResponseError for an
    answer with another task, or with none.
    """
    return run(reading(BLOCKING, client, task))


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

        async def waiting(task: Task) -> Task:
            return TaskPoller(self.service, task, pace=pace, clock=clock).result(timeout)

        return run(created(BLOCKING, self, body, waiting))

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
        task = run(exported(BLOCKING, self, score, format, revision, parts, sharing_key))
        return TaskPoller(self.service, task, pace=pace, clock=clock)


class Tasks:
    """What tasks can do beside their operations."""

    def poller(self: HasService, task: Task | str, *, pace: Pace | None = None, clock: Clock = time) -> TaskPoller:
        """Return what waits for *task*, a task or the identifier of one."""
        return TaskPoller(self.service, task, pace=pace, clock=clock)
