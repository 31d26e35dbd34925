"""Resources: kinds of things that are kept, each declared with the path of its operations."""

from __future__ import annotations

import json
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import resources

from ..exceptions import OpenApiException
from ..schemas import declaration_of
from ._context import HANDLERS, OPERATIONS, Answer, AnyOperation, Call, Handler
from ._database import Entry, Json, new_id
from ._errors import HttpError, forbidden, not_found
from ._pagination import paged

Rule = Callable[[Call, Entry], bool]

DEFAULTS: Mapping[str, Json] = json.loads(
    resources.files(__package__ or "").joinpath("data", "defaults.json").read_text("utf-8")
)
"""What new things of each kind have, if nobody says otherwise."""

_MADE = ("creationDate", "date")
_CHANGED = ("modificationDate", "updateDate")
"""The properties that tell when something was made, and changed, as far as a model has them."""


def always(call: Call, entry: Entry) -> bool:
    """Return that everybody may do it."""
    return True


@dataclass(frozen=True)
class Pointer:
    """A property that holds the identifier of a thing of *kind*, or a list of such identifiers.

    *gone* is what becomes of the entry when that thing is deleted: ``remove`` deletes it too, ``forget`` takes the
    identifier out, and ``inherit`` puts in the user who deletes the thing. The one that *is_maker* has the user who
    made the entry.
    """

    kind: str
    gone: typing.Literal["remove", "forget", "inherit"] = "forget"
    is_maker: bool = False


@dataclass(frozen=True, kw_only=True)
class Resource:
    """One kind of thing: its *model*, the path of its operations, where it belongs, and who may do what.

    *path* is where things are created and listed, below the path of the resource that it is *within*; what belongs to
    something is deleted with it. One thing is at ``{param}`` behind that path, where it is read, changed and deleted.
    What *is_owned* belongs to the user who made it. Operations that `answers` names are left to their functions. *sets*
    are operations that give properties a value, by method and the rest of their path: ``POST /archive``. *filters* are
    properties that a list can be narrowed by, with the value for a call that gives none, and *sorts* the ways to sort a
    list that comes in pages. *pointers* say which properties point where.

    *begin* returns what a new thing has beside its dates, its `DEFAULTS` and what the body says, *accept* what a body
    says of an entry in the form that is kept, *show* what is told of an entry. *created* is called with a new one.
    *named* finds those that are there without being kept. *sees*, *adds* and *changes* are the rules for reading one,
    for making one in what it belongs to, and for changing or deleting one.
    """

    kind: str
    model: typing.Any
    path: str = ""
    param: str = ""
    within: Resource | None = None
    is_owned: bool = False
    sets: Mapping[str, Json] = field(default_factory=dict[str, Json])
    filters: Mapping[str, str | None] = field(default_factory=dict[str, "str | None"])
    sorts: Sequence[str] = ("",)
    pointers: Mapping[str, Pointer] = field(default_factory=dict[str, Pointer])
    begin: Callable[[Call, Entry], Json] = lambda call, parent: {}
    accept: Callable[[Call, Entry, Json], Json] = lambda call, entry, body: body
    show: Callable[[Call, Entry], Json] = lambda call, entry: entry.data
    created: Callable[[Call, Entry], None] = lambda call, entry: None
    named: Callable[[Call, str], Entry | None] = lambda call, id: None
    sees: Rule = always
    adds: Rule = always
    changes: Rule = always

    def __post_init__(self) -> None:
        RESOURCES[self.kind] = self
        several, one = self.paths
        handlers: dict[str, Handler] = {
            f"POST {several}": self.create,
            f"GET {several}": self.list_all,
            f"GET {one}": self.read,
            f"PUT {one}": self.change,
            f"DELETE {one}": self.delete,
        }
        for place, data in self.sets.items():
            handlers[place.replace(" ", f" {one}")] = partial(self._set, data)
        for operation in OPERATIONS.values():
            handler = handlers.get(f"{operation.method} {operation.path}")
            if handler is not None:
                HANDLERS.setdefault(operation.name, handler)

    @property
    def paths(self) -> tuple[str, str]:
        """The path of all of them, and that of one."""
        several = (self.within.paths[1] if self.within is not None else "") + self.path
        return several, f"{several}/{{{self.name}}}"

    @property
    def name(self) -> str:
        """The name of the parameter in paths, which messages call the thing by as well."""
        return self.param or self.kind

    def find(self, call: Call, id: str | None = None, *, change: bool = False, trashed: bool = False) -> Entry:
        """Return the entry *id*, or the one that the path is about; *trashed* also finds what is in the trash.

        Raises HttpError: 404 where there is none that the user may see, 403 where it is to be changed, and the user
        may not.
        """
        parent = self.within.find(call) if self.within is not None and id is None else None
        wanted = str(call[self.name] if id is None else id)
        entry = self.named(call, wanted) or call.store.find(self.kind, wanted)
        if entry is None or (parent is not None and entry.parent != parent.id) or (is_trashed(entry) and not trashed):
            raise not_found(self.name, wanted)
        if not self.sees(call, entry):
            raise not_found(self.name, wanted)
        if change and not self.changes(call, entry):
            raise forbidden(f"change this {self.name}", self.name)
        return entry

    def place(self, call: Call) -> Entry:
        """Return what new ones belong to: what is in the path, the user, or an entry that stands for the API."""
        if self.within is not None:
            return self.within.find(call)
        return Entry("user", call.user, {}) if self.is_owned else Entry("", "", {})

    def make(self, call: Call, parent: Entry, body: Json, id: str | None = None) -> Entry:
        """Keep a new one with what *body* says. Raises HttpError, 404, where that points to nothing."""
        id = id or new_id()
        entry = Entry(self.kind, id, {}, parent.id)
        makers = [name for name, pointer in self.pointers.items() if pointer.is_maker]
        begun = {"id": id, **dict.fromkeys(_MADE + _CHANGED, call.now), **dict.fromkeys(makers, call.user)}
        if self.within is not None:
            begun[self.within.kind] = parent.id
        entry.data = declared_by(self.model, {**begun, **DEFAULTS.get(self.kind, {}), **self.begin(call, parent)})
        self._apply(call, entry, self.accept(call, entry, body))
        call.store.add(entry)
        self.created(call, entry)
        return entry

    def update(self, call: Call, entry: Entry, body: Json) -> None:
        """Change what *body* says in *entry*. Raises HttpError, 404, where that points to nothing."""
        self._apply(call, entry, self.accept(call, entry, body))
        entry.data |= declared_by(self.model, dict.fromkeys(_CHANGED, call.now))
        call.store.save(entry)

    def _apply(self, call: Call, entry: Entry, body: Json) -> None:
        """Put *body* in *entry*, as far as the model has it; null takes out what can't be null.

        Raises HttpError: 404 for what points to nothing, 422 for what may be sent, but is not what the model may hold.
        """
        for name in body.keys() & self.pointers.keys():
            _require(call, name, self.pointers[name].kind, body[name])
        for name, value in declared_by(self.model, body).items():
            problem = _problem(self.model, name, value)
            if problem is None:
                entry.data[name] = value
            elif value is None:
                entry.data.pop(name, None)
            else:
                raise HttpError(422, "INVALID_BODY", f"{name}: {problem}", name)

    def shown(self, call: Call, entry: Entry) -> Json:
        """Return what the operation of *call* tells of *entry*."""
        return answered(call.operation, self.show(call, entry))

    def inside(self, call: Call, parent: str | None = None) -> list[Entry]:
        """Return the entries of *parent*, or all of them, that the user who calls may see."""
        entries = call.store.all(self.kind) if parent is None else call.store.entries(self.kind, parent)
        return [entry for entry in entries if not is_trashed(entry) and self.sees(call, entry)]

    def create(self, call: Call) -> Json:
        """Answer the operation that makes one."""
        parent = self.place(call)
        if not self.adds(call, parent):
            raise forbidden(f"add a {self.name} here", self.name)
        return self.shown(call, self.make(call, parent, call.data))

    def read(self, call: Call) -> Json:
        """Answer the operation that reads one."""
        return self.shown(call, self.find(call))

    def list_all(self, call: Call) -> list[Json] | Answer:
        """Answer the operation that lists them, in pages if it is declared so."""
        given = {name: call.get(name, usual) for name, usual in self.filters.items()}
        wanted = {name: value for name, value in given.items() if value is not None}
        parent = self.place(call).id if self.within is not None or self.is_owned else None
        found = [entry for entry in self.inside(call, parent) if wanted.items() <= entry.data.items()]
        show = partial(self.shown, call)
        if "next" not in {parameter.name for parameter in call.operation.parameters}:
            return [show(entry) for entry in (reversed(found) if call.get("direction") == "desc" else found)]
        return paged(call, found, show, self.sorts)

    def change(self, call: Call) -> Json:
        """Answer the operation that changes one."""
        return self._set(call.data, call)

    def _set(self, data: Json, call: Call) -> Json:
        entry = self.find(call, change=True)
        self.update(call, entry, data)
        return self.shown(call, entry)

    def delete(self, call: Call) -> Json | None:
        """Answer the operation that deletes one."""
        entry = self.find(call, change=True)
        last = self.shown(call, entry)
        remove(call, entry)
        return None if call.operation.returns is None else last


RESOURCES: dict[str, Resource] = {}
"""All that were declared, by kind."""


def is_trashed(entry: Entry) -> bool:
    """Return whether a score or a collection is in the trash."""
    return "was_in" in entry.facts


def _problem(model: typing.Any, name: str, value: typing.Any) -> OpenApiException | None:
    """Return what *model* has against *value* for its property *name*, if anything."""
    schema: typing.Any = declaration_of(model).schemas[name]
    try:
        schema.from_openapi_data_oapg(value)
    except OpenApiException as error:
        return error
    return None


def declared_by(model: typing.Any, data: Json) -> Json:
    """Return what *model* declares of *data*."""
    declared = declaration_of(model).properties
    return {key: value for key, value in data.items() if key in declared}


def answered(operation: AnyOperation, data: Json) -> Json:
    """Return what the answer of *operation*, or each item of it, declares of *data*."""
    schema: typing.Any = operation.returns
    if schema is None:
        return data
    declaration = declaration_of(schema)
    declared = declaration_of(declaration.items or schema).properties
    return {key: value for key, value in data.items() if key in declared} if declared else data


def _require(call: Call, name: str, kind: str, value: typing.Any) -> None:
    """Raise HttpError, 404, unless *value*, what a property *name* points with, points to something of *kind*."""
    for id in _several(value):
        if id is not None and call.store.find(kind, str(id)) is None:
            raise HttpError(404, f"{kind.upper()}_NOT_FOUND", f"There is no {kind} {id!r}.", name)


def _several(value: typing.Any) -> list[typing.Any]:
    return list(value) if isinstance(value, list) else [value]  # pyright: ignore[reportUnknownArgumentType]


def remove(call: Call, entry: Entry) -> None:
    """Delete *entry*, all that belongs to it, and what points to it and can't be without it."""
    for child in call.store.children(entry.id):
        remove(call, child)
    call.store.remove(entry.kind, entry.id)
    for resource in RESOURCES.values():
        for name, pointer in resource.pointers.items():
            if pointer.kind == entry.kind:
                for other in call.store.pointing(resource.kind, name, entry.id):
                    _unlink(call, other, name, pointer, entry.id)


def _unlink(call: Call, entry: Entry, name: str, pointer: Pointer, id: str) -> None:
    """Do what *pointer* says, now that nothing has the identifier *id* any more that property *name* points with."""
    if pointer.gone == "remove":
        remove(call, entry)
        return
    if isinstance(entry.data[name], list):
        entry.data[name] = [other for other in _several(entry.data[name]) if other != id]
    elif pointer.gone == "inherit":
        entry.data[name] = call.user
    else:
        del entry.data[name]
    call.store.save(entry)
