"""Resources: kinds of things that are kept, each declared with the operations that work on it."""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from ..exceptions import OpenApiException
from ..operations import Operation
from ..schemas import declaration_of
from ._context import HANDLERS, Answer, Call
from ._database import Entry, Json, new_id
from ._errors import HttpError, forbidden, not_found
from ._pagination import Sort, paged

AnyOperation = Operation[typing.Any]
Rule = Callable[[Call, Entry], bool]
Verb = typing.Literal["create", "read", "list", "change", "delete"]

_CHANGED = ("modificationDate", "updateDate")
"""The properties that tell when something was changed, as far as a model has them."""


def always(call: Call, entry: Entry) -> bool:
    """Let everybody do it."""
    return True


@dataclass(frozen=True)
class Pointer:
    """A property that holds the identifier of a thing of *kind*, or a list of such identifiers.

    *gone* is what becomes of the entry when that thing is deleted: ``remove`` deletes it too, ``forget`` takes the
    identifier out, and ``inherit`` puts in the user who deletes the thing.
    """

    kind: str
    gone: typing.Literal["remove", "forget", "inherit"] = "forget"


@dataclass(frozen=True, kw_only=True)
class Resource:
    """One kind of thing: its *model*, the operations that work on it, where it belongs, and who may do what.

    *param* is the parameter in paths that identifies it, *within* the resource that it belongs to: when that is
    deleted, so is this. *operations* are those that create, read, list, change and delete, as far as there are any;
    each of those in *sets* gives properties the values there. *filters* are properties that a list can be narrowed by,
    with the value for a call that gives none, and *sorts* the ways to sort a list that comes in pages. *pointers* say
    which properties point where.

    *begin* returns what a new one has beside what was said, *accept* what a body says of an entry in the form that is
    kept, *show* what is computed for each answer. *created* is called with a new one. *sees*, *adds* and *changes* are
    the rules for reading one, for making one in what it belongs to, and for changing or deleting one.
    """

    kind: str
    model: typing.Any
    param: str = ""
    within: Resource | None = None
    operations: Mapping[Verb, AnyOperation] = field(default_factory=dict["Verb", AnyOperation])
    sets: Mapping[AnyOperation, Json] = field(default_factory=dict[AnyOperation, Json])
    filters: Mapping[str, str | None] = field(default_factory=dict[str, "str | None"])
    sorts: Mapping[str, Sort] = field(default_factory=lambda: {"": lambda item: ""})
    pointers: Mapping[str, Pointer] = field(default_factory=dict[str, Pointer])
    begin: Callable[[Call, Entry], Json] = lambda call, parent: {}
    accept: Callable[[Call, Entry, Json], Json] = lambda call, entry, body: body
    show: Callable[[Call, Entry], Json] = lambda call, entry: {}
    created: Callable[[Call, Entry], None] = lambda call, entry: None
    sees: Rule = always
    adds: Rule = always
    changes: Rule = always

    def __post_init__(self) -> None:
        RESOURCES[self.kind] = self
        for verb, operation in self.operations.items():
            HANDLERS[operation.id] = partial(_HANDLERS[verb], self)
        for operation in self.sets:
            HANDLERS[operation.id] = partial(_set, self)

    @property
    def name(self) -> str:
        """The name of the parameter in paths, which messages call the thing by as well."""
        return self.param or self.kind

    def find(self, call: Call, id: str | None = None, *, change: bool = False) -> Entry:
        """Return the entry *id*, or the one that the path is about.

        Raises HttpError: 404 where there is none that the user may see, 403 where it is to be changed, and the user
        may not.
        """
        parent = self.within.find(call) if self.within is not None and id is None else None
        wanted = str(call[self.name] if id is None else id)
        entry = call.store.find(self.kind, wanted)
        if entry is None or (parent is not None and entry.parent != parent.id) or not self.sees(call, entry):
            raise not_found(self.name, wanted)
        if change and not self.changes(call, entry):
            raise forbidden(f"change this {self.name}", self.name)
        return entry

    def place(self, call: Call) -> Entry:
        """Return what new ones belong to, by the path: an entry of `within`, or one that stands for the whole API."""
        return self.within.find(call) if self.within is not None else Entry("", "", {})

    def make(self, call: Call, parent: Entry, said: Json, id: str | None = None) -> Entry:
        """Keep a new one with what was *said*. Raises HttpError, 404, where that points to nothing."""
        id = id or new_id()
        data = {"id": id, "creationDate": call.now, **self.begin(call, parent)}
        entry = Entry(self.kind, id, self._declared(data), parent.id)
        self._tell(call, entry, self.accept(call, entry, said))
        call.store.add(entry)
        self.created(call, entry)
        return entry

    def update(self, call: Call, entry: Entry, said: Json) -> None:
        """Change what was *said* in *entry*. Raises HttpError, 404, where that points to nothing."""
        self._tell(call, entry, self.accept(call, entry, said))
        entry.data |= self._declared(dict.fromkeys(_CHANGED, call.now))
        call.store.save(entry)

    def _declared(self, data: Json) -> Json:
        declared = declaration_of(self.model).properties
        return {key: value for key, value in data.items() if key in declared}

    def _tell(self, call: Call, entry: Entry, said: Json) -> None:
        """Put what was *said* in *entry*, as far as the model has it; null takes out what can't be null."""
        for name in said.keys() & self.pointers.keys():
            _require(call, name, self.pointers[name].kind, said[name])
        entry.data |= fitting(self.model, said)
        for name in [name for name, value in said.items() if value is None and entry.data.get(name) is not None]:
            del entry.data[name]

    def whole(self, call: Call, entry: Entry) -> Json:
        """Return all that the user who calls may know of *entry*."""
        return {**entry.data, **self.show(call, entry)}

    def shown(self, call: Call, entry: Entry) -> Json:
        """Return what the operation of *call* tells of *entry*."""
        return answered(call.operation, self.whole(call, entry))

    def inside(self, call: Call, parent: str) -> list[Entry]:
        """Return the entries of *parent* that the user who calls may see."""
        return [entry for entry in call.store.entries(self.kind, parent) if self.sees(call, entry)]


RESOURCES: dict[str, Resource] = {}
"""All that were declared, by kind."""


def fitting(model: typing.Any, said: Json) -> Json:
    """Return what *model* declares of *said*, and accepts."""
    declared = declaration_of(model).schemas
    return {key: value for key, value in said.items() if key in declared and _fits(declared[key], value)}


def _fits(schema: typing.Any, value: typing.Any) -> bool:
    try:
        schema.from_openapi_data_oapg(value)
    except OpenApiException:
        return False
    return True


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
                    _let_go(call, other, name, pointer, entry.id)


def _let_go(call: Call, entry: Entry, name: str, pointer: Pointer, id: str) -> None:
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


def _created(resource: Resource, call: Call) -> Answer:
    parent = resource.place(call)
    if not resource.adds(call, parent):
        raise forbidden(f"add a {resource.name} here", resource.name)
    return Answer(resource.shown(call, resource.make(call, parent, call.data)))


def _read(resource: Resource, call: Call) -> Answer:
    return Answer(resource.shown(call, resource.find(call)))


def _listed(resource: Resource, call: Call) -> Answer:
    entries = (
        call.store.all(resource.kind)
        if resource.within is None
        else call.store.entries(resource.kind, resource.within.find(call).id)
    )
    given = {name: call.get(name, usual) for name, usual in resource.filters.items()}
    wanted = {name: value for name, value in given.items() if value is not None}
    rows = [
        (entry.seq, resource.shown(call, entry))
        for entry in entries
        if resource.sees(call, entry) and wanted.items() <= entry.data.items()
    ]
    if "next" not in {entry.name for entry in call.operation.parameters}:
        return Answer([item for _, item in rows])
    return paged(call, rows, resource.sorts)


def _changed(resource: Resource, call: Call) -> Answer:
    entry = resource.find(call, change=True)
    resource.update(call, entry, call.data)
    return Answer(resource.shown(call, entry))


def _set(resource: Resource, call: Call) -> Answer:
    entry = resource.find(call, change=True)
    resource.update(call, entry, resource.sets[call.operation])
    return Answer(resource.shown(call, entry))


def _deleted(resource: Resource, call: Call) -> Answer:
    entry = resource.find(call, change=True)
    last = resource.shown(call, entry)
    remove(call, entry)
    return Answer(last if call.operation.returns is not None else None)


_HANDLERS: Mapping[Verb, Callable[[Resource, Call], Answer]] = {
    "create": _created,
    "read": _read,
    "list": _listed,
    "change": _changed,
    "delete": _deleted,
}
