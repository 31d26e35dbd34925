"""One model as a JSON Schema of the version 2020-12."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager

from .._declaration import Declaration, declaration_of
from .._primitives import is_array, is_object
from ._graph import judges, named
from ._values import Json
from ._writer import Node, Writer, formats, json_types

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(cls: type) -> dict[str, Json]:
    """The declaration of *cls* as a JSON Schema of the version 2020-12, plain data ready for `json.dumps`.

    The schema stands alone: models that *cls* refers to are in ``$defs``, and so are inner classes that contain
    themselves. What may be null has ``"null"`` among its types. A discriminator, which JSON Schema does not know,
    becomes conditions that say the same. Formats are named, and left to the validator; so are the digits of numbers:
    the classes compare decimals exactly.

    >>> from flat_api.model.task import Task
    >>> json_schema(Task.Progress)["properties"]["text"]
    {'type': 'string', 'description': 'Text details of the task progress'}
    """
    names = named([cls])
    pointers = {other: "#" if other is cls else f"#/$defs/{name}" for other, name in names.items()}
    writer = JsonSchemaWriter(pointers)
    node: Node = {"$schema": DIALECT, "title": cls.__name__, **writer.body(cls)}
    bodies = {pointers[other]: writer.body(other) for other in names}
    used = _used(node, bodies)
    definitions = {name: bodies[pointers[other]] for other, name in names.items() if pointers[other] in used - {"#"}}
    return {**node, "$defs": definitions} if definitions else node


def _used(node: Node, bodies: dict[str, Node]) -> set[str]:
    """The pointers that *node* refers to, directly or through the *bodies* that they point at."""
    found: set[str] = set()
    fresh = set(_references(node))
    while fresh:
        found |= fresh
        fresh = {pointer for entry in fresh for pointer in _references(bodies[entry])} - found
    return found


def _references(node: object) -> Iterator[str]:
    """The pointers anywhere in *node*."""
    inner: Iterable[object] = ()
    if is_object(node):
        pointer, inner = node.get("$ref"), node.values()
        if isinstance(pointer, str):
            yield pointer
    elif is_array(node):
        inner = node
    for entry in inner:
        yield from _references(entry)


class JsonSchemaWriter(Writer):
    """Writes schema objects of JSON Schema.

    Where a class has a say about a value that it was asked about already, as in a ``Cat`` that is ``allOf`` a ``Pet``
    whose discriminator names ``Cat``, the classes leave the second question out. A reference can't say that, and a
    validator would never come to an end; so these classes are written out, without what was asked already.
    """

    def __init__(self, pointers: dict[type, str]) -> None:
        super().__init__(pointers)
        self._asked: frozenset[type] = frozenset()

    def schema(self, cls: type) -> Node:
        with self._asking(frozenset()):  # a member is another value
            return super().schema(cls)

    def body(self, cls: type) -> Node:
        with self._asking(self._asked | {cls}):
            return super().body(cls)

    @contextmanager
    def _asking(self, asked: frozenset[type]) -> Generator[None, None, None]:
        before, self._asked = self._asked, asked
        try:
            yield
        finally:
            self._asked = before

    def branch(self, cls: type) -> Node:
        if cls in self._asked:
            return {}
        return self.body(cls) if judges(cls) & self._asked else self.schema(cls)

    def kinds(self, declaration: Declaration) -> Node:
        types, found = json_types(declaration), formats(declaration)[:1]
        node: Node = {"type": types[0] if len(types) == 1 else types} if types else {}
        return {**node, "format": found[0]} if found else node

    def composition(self, declaration: Declaration) -> Node:
        node = super().composition(declaration)
        if "allOf" in node:  # what was asked already is not a condition
            node["allOf"] = [entry for entry in node["allOf"] if entry]
        return {word: entry for word, entry in node.items() if entry != []}

    def extras(self, declaration: Declaration) -> Iterable[Node]:
        yield from super().extras(declaration)
        if declaration.discriminator is not None:
            name = declaration.discriminator[0]
            chosen = {value: self.branch(cls) for value, cls in sorted(_choices(declaration, name).items())}
            yield _discriminated(name, chosen, declaration.extensible)


def _choices(declaration: Declaration, name: str, asked: frozenset[object] = frozenset()) -> dict[str, type]:
    """The class for each value of the discriminator *name*, here or in the schemas composed."""
    found: dict[str, type] = {}
    asked = asked | {declaration.cls}
    for cls in reversed((*declaration.all_of, *declaration.one_of, *declaration.any_of)):
        if cls not in asked:
            found.update(_choices(declaration_of(cls), name, asked))
    own = declaration.discriminator
    return {**found, **(own[1] if own is not None and own[0] == name else {})}


def _discriminated(name: str, chosen: dict[str, Node], extensible: bool) -> Node:
    """An object must be what its property *name* names; unless *extensible*, it must have it and name something."""
    conditions = [
        {"if": {"required": [name], "properties": {name: {"const": value}}}, "then": node}
        for value, node in chosen.items()
        if node
    ]
    wanted: Node = {} if extensible else {"required": [name], "properties": {name: {"enum": list(chosen)}}}
    return {"if": {"type": "object"}, "then": {**wanted, "allOf": conditions} if conditions else wanted}
