"""Turn a Declaration into a schema object: what OpenAPI 3.0 and JSON Schema 2020-12 have in common."""

from __future__ import annotations

import decimal
import typing
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping

from frozendict import frozendict

from .._declaration import Declaration, Property, declaration_of
from .._primitives import BoolClass, FileIO, NoneClass
from .._unset import unset
from ._graph import BINARY, is_leaf
from ._names import description_of, one_line
from ._values import Json, json_value

Node = dict[str, Json]

JSON_TYPES: dict[type, str] = {
    frozendict: "object",
    tuple: "array",
    str: "string",
    decimal.Decimal: "number",
    BoolClass: "boolean",
    NoneClass: "null",
}
"""The type of JSON for each primitive class that has one; all of them together are not a restriction."""

FORMAT_NAMES = {"decimal": "number"}
"""Formats that go by another name in documents: a string that holds a number is one of format ``number``."""

EXTENSIBLE = "x-extensible-enum"
"""The keyword for the values of an enum that accepts others too; validators that don't know it pass it over."""


class Writer(ABC):
    """Writes schema objects. *pointers* are the places of the classes that are referred to and not written out."""

    def __init__(self, pointers: Mapping[type, str]) -> None:
        self.pointers = pointers

    def schema(self, cls: type) -> Node:
        """The schema object of *cls*, or a reference to it."""
        return {"$ref": self.pointers[cls]} if cls in self.pointers else self.body(cls)

    def body(self, cls: type) -> Node:
        """The schema object of *cls* itself."""
        text: Node = {"description": description_of(cls)} if description_of(cls) else {}
        declaration = declaration_of(cls)
        if is_leaf(cls):
            return {**({"type": "string", "format": "binary"} if declaration.types == BINARY else {"not": {}}), **text}
        text |= _default(declaration.default)
        steps = (self.kinds, self.values, self.limits, self.members, self.elements, self.composition)
        first, *others = (step(declaration) for step in steps)
        return _joined([{**first, **text}, *others, *self.extras(declaration)])

    @abstractmethod
    def kinds(self, declaration: Declaration) -> Node:
        """Type, nullability and format."""

    def limits(self, declaration: Declaration) -> Node:
        """The keywords with a limit, patterns aside, of which there may be several."""
        pairs = ((keyword.name, json_value(limit)) for keyword, limit in declaration.keywords)
        return {name: limit for name, limit in pairs if name != "pattern"}

    def values(self, declaration: Declaration) -> Node:
        """The values allowed, or those known where there may be others."""
        if declaration.enum is None:
            return {}
        word = EXTENSIBLE if declaration.extensible else "enum"
        return {word: [json_value(value) for value in declaration.enum]}

    def members(self, declaration: Declaration) -> Node:
        """Properties, required names, further properties."""
        node: Node = {}
        if declaration.properties:
            node["properties"] = {key: self.property(entry) for key, entry in declaration.properties.items()}
        if declaration.required:
            node["required"] = in_order(declaration)
        if declaration.additional is not None:
            node["additionalProperties"] = False if declaration.is_closed else self.schema(declaration.additional)
        return node

    def property(self, entry: Property[typing.Any]) -> Node:
        """The schema object of a property, with what was said about the property."""
        node, text = self.schema(entry.schema), one_line(entry.own_description)
        if "$ref" not in node:  # nothing may stand beside a reference
            directions = {"readOnly": entry.read_only, "writeOnly": entry.write_only}
            node = {**node, **_default(entry.default), **{word: True for word, is_so in directions.items() if is_so}}
        return self.described(node, text) if text else node

    def described(self, node: Node, text: str) -> Node:
        """*node*, a schema object or a reference, with the description *text*."""
        return {**node, "description": text}

    def elements(self, declaration: Declaration) -> Node:
        """Items."""
        return {} if declaration.items is None else {"items": self.schema(declaration.items)}

    def composition(self, declaration: Declaration) -> Node:
        """allOf, oneOf, anyOf, not."""
        several = {"allOf": declaration.all_of, "oneOf": declaration.one_of, "anyOf": declaration.any_of}
        node: Node = {name: self.branches(found) for name, found in several.items() if found}
        if declaration.not_schema is not None:
            node["not"] = self.branch(declaration.not_schema)
        return node

    def branches(self, classes: Iterable[type]) -> list[Node]:
        """The schema objects of several classes that have a say about one value."""
        return [self.branch(cls) for cls in classes]

    def branch(self, cls: type) -> Node:
        """The schema object of a class that has a say about the value at hand."""
        return self.schema(cls)

    def extras(self, declaration: Declaration) -> Iterable[Node]:
        """Further schema objects that all have to hold: patterns, and formats beyond the first."""
        for keyword, limit in declaration.keywords:
            if keyword.name == "pattern":
                yield {"pattern": limit.in_documents}
        yield from ({"format": name} for name in formats(declaration)[1:])


def _default(value: object) -> Node:
    return {} if value is unset else {"default": json_value(value)}


def in_order(declaration: Declaration) -> list[str]:
    """The required names: those that are declared in their order, then the others."""
    declared = [key for key in declaration.properties if key in declaration.required]
    return declared + sorted(declaration.required.difference(declared))


def json_types(declaration: Declaration) -> list[str]:
    """The types of JSON that a class takes; empty where it takes all. Bytes and files are strings in a document."""
    if JSON_TYPES.keys() <= declaration.types:
        return []
    found = [name for kind, name in JSON_TYPES.items() if kind in declaration.types]
    if "integer" in declaration.formats:
        found = ["integer" if name == "number" else name for name in found]
    binary = "string" not in found and not declaration.types.isdisjoint((bytes, FileIO))
    return [*found, "string"] if binary else found


def formats(declaration: Declaration) -> list[str]:
    """The formats that a document names, the most special one first; ``integer`` is a type there."""
    if declaration.types and declaration.types.issubset((bytes, FileIO)):
        return ["binary"]
    names: tuple[str, ...] = declaration.formats
    return [FORMAT_NAMES.get(name, name) for name in reversed(names) if name != "integer"]


def _joined(nodes: Iterable[Node]) -> Node:
    """One schema object for *nodes*; what finds its word taken goes to the end of ``allOf``."""
    found: Node = {}
    rest: list[Node] = []
    for node in nodes:
        if found.keys() & node.keys():
            rest.append(node)
        else:
            found.update(node)
    if rest:
        found["allOf"] = [*found.pop("allOf", ()), *rest]
    return found
