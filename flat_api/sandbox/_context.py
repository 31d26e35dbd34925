"""What an operation is called with, what it answers, and which function answers it."""

from __future__ import annotations

import datetime
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..operations import Operation, to_plain
from ..operations._catalogue import operations
from ..schemas import Schema, declaration_of
from ._database import Store

Json = typing.Any
AnyOperation = Operation[typing.Any]

ME = "5a0db0d5e6f7a8b9c0d1e2f3"
"""The identifier of the account that the access token belongs to."""

OPERATIONS: Mapping[str, AnyOperation] = {listed.operation.name: listed.operation for listed in operations()}
"""All operations by their names in Python."""


@dataclass
class World:
    """What there is beside the request: *store* keeps everything, *clock* tells the time in seconds since the epoch.

    *task_seconds* is how long an export takes.
    """

    store: Store
    clock: Callable[[], float]
    task_seconds: float = 1.0


@dataclass
class Call:
    """A call of *operation* with validated *parameters* and *body*.

    *user* is the identifier of the user who calls. *url* is that of the request without its query, *query* the query as
    it came. *storage* is where finished files are. *task_ends* is how an export that begins now is to end.
    """

    operation: typing.Any  # an `Operation`; the attribute of a class would be one to call
    world: World
    parameters: Mapping[str, Json] = field(default_factory=dict[str, Json])
    body: Schema | None = None
    user: str = ME
    url: str = ""
    query: str = ""
    storage: str = ""
    task_ends: str = "done"

    @property
    def store(self) -> Store:
        """The database."""
        return self.world.store

    def __getitem__(self, name: str) -> Json:
        return self.parameters[name]

    def get(self, name: str, default: Json = None) -> Json:
        """Return the parameter *name*, or *default* where it isn't given."""
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
    """Return a time as the API writes it.

    >>> written_time(0.25)
    '1970-01-01T00:00:00.250Z'
    """
    moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03}Z"


@dataclass
class Answer:
    """What an operation answers beside JSON alone.

    *body* is JSON, *file* a function that makes a file of *media_type* and *name*, called when the database waits for
    nothing any more. *headers* go with the answer. *status* is one other than the operation has.
    """

    body: Json = None
    headers: dict[str, str] = field(default_factory=dict[str, str])
    file: Callable[[], bytes] | None = None
    media_type: str = "application/json"
    name: str = ""
    status: int | None = None


Handler = Callable[[Call], Json]
"""A function that answers an operation, with JSON or an `Answer`."""

HANDLERS: dict[str, Handler] = {}
"""The functions that answer operations, by the names of these; `flat_api.sandbox.handlers` has them all."""


def answers(handler: Handler) -> Handler:
    """Let a function answer the operation that it is named after; what it does with the store is one transaction."""
    HANDLERS[OPERATIONS[handler.__name__].name] = handler
    return handler
