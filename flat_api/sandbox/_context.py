"""What an operation is called with, and what it answers."""

from __future__ import annotations

import datetime
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..operations import Operation, to_plain
from ..schemas import Schema, declaration_of
from ._database import Store
from ._errors import HttpError
from .formats.files import Source

Json = typing.Any
Render = Callable[[], bytes]

ME = "5a0db0d5e6f7a8b9c0d1e2f3"
"""The identifier of the account that the access token belongs to."""


@dataclass
class World:
    """What there is beside the request: *store* keeps everything, *clock* tells the time in seconds since the epoch.

    *task_seconds* is how long an export takes.
    """

    store: Store
    clock: Callable[[], float]
    task_seconds: float = 1.0


class Call:
    """A call of *operation* with checked *parameters* and *body*.

    *user* is the identifier of the user who calls. *url* is that of the request without its query, *query* the query as
    it came. *storage* is where finished files are. *task_ends* is how an export that begins now is to end.
    """

    def __init__(
        self,
        operation: Operation[typing.Any],
        world: World,
        parameters: Mapping[str, Json] | None = None,
        body: Schema | None = None,
        *,
        user: str = ME,
        url: str = "",
        query: str = "",
        storage: str = "",
        task_ends: str = "done",
    ) -> None:
        self.operation = operation
        self.world = world
        self.parameters = parameters or {}
        self.body = body
        self.user = user
        self.url = url
        self.query = query
        self.storage = storage
        self.task_ends = task_ends

    @property
    def store(self) -> Store:
        """What is kept."""
        return self.world.store

    def __getitem__(self, name: str) -> Json:
        """The parameter *name*, one that is required."""
        return self.parameters[name]

    def get(self, name: str, default: Json = None) -> Json:
        """The parameter *name*, or *default* where it isn't given."""
        return self.parameters.get(name, default)

    @property
    def data(self) -> dict[str, Json]:
        """What is declared of the body, as plain data; empty without a body."""
        body: typing.Any = self.body
        if not isinstance(body, dict):
            return {}
        declared = declaration_of(type(self.body)).properties
        entries = typing.cast("dict[str, object]", body)
        return {key: to_plain(value) for key, value in entries.items() if key in declared}

    @property
    def now(self) -> str:
        """The time as the API writes it."""
        return written_time(self.world.clock())


def written_time(seconds: float) -> str:
    """A time as the API writes it.

    >>> written_time(0.25)
    '1970-01-01T00:00:00.250Z'
    """
    moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03}Z"


@dataclass
class Answer:
    """What an operation answers: *body* as JSON, or the *file* that a function makes once nothing waits for it.

    *media_type* and *name* are those of the file. *headers* go with it. *status* is one other than the operation has.
    """

    body: Json = None
    headers: dict[str, str] = field(default_factory=dict[str, str])
    file: Render | None = None
    media_type: str = "application/json"
    name: str = ""
    status: int | None = None


Handler = Callable[[Call], Answer]

HANDLERS: dict[str, Handler] = {}
"""The functions that answer operations, by the identifiers of these; `flat_api.sandbox.handlers` has them all."""


WRITERS: set[str] = set()
"""The identifiers of operations that read, and whose handlers may write nevertheless."""


def answers(operation: Operation[typing.Any], *, writes: bool = False) -> Callable[[Handler], Handler]:
    """Let a function answer *operation*; what it does with the store is one transaction.

    *writes* tells of an operation with the method GET that what it does may change the store.
    """

    def register(handler: Handler) -> Handler:
        HANDLERS[operation.id] = handler
        if writes:
            WRITERS.add(operation.id)
        return handler

    return register


def source_of(call: Call, revision: str) -> Source:
    """The file that *revision* was saved as."""
    found = call.store.file(revision)
    if found is None:
        raise HttpError(404, "REVISION_NOT_FOUND", f"There is no revision {revision!r}.", "revision")
    return Source(*found)
