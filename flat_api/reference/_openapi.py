"""The declarations as an OpenAPI 3.0.3 document."""

from __future__ import annotations

import typing
from collections.abc import Iterable

from ..operations._catalogue import Listed, operations
from ..schemas import Declaration, Schema
from ..schemas.documents._graph import named
from ..schemas.documents._values import Json
from ..schemas.documents._writer import Node, Writer, formats, json_types
from ._models import all_models
from ._openapi_paths import common, paths, schemas_of

API_VERSION = "2.18.0"
"""The version of the Flat API that this package describes."""


def openapi_document(
    classes: Iterable[type[Schema]] | None = None,
    listed: Iterable[Listed] | None = None,
    *,
    title: str = "Flat API",
    version: str = API_VERSION,
) -> dict[str, Json]:
    """The declarations of *classes* and *listed* as an OpenAPI 3.0.3 document, plain data ready for `json.dumps`.

    *classes* are models, *listed* operations. If neither are given, they are those of this package; classes they refer
    to come along. *title* and *version* are those of the API described. Each model is an entry of
    ``components.schemas``, under the name of its class. A class inside a model or an operation is written out where it
    is used, unless it contains itself or a discriminator names it: then it is an entry of its own, such as
    ``Tree.Node``. Servers, security schemes and the answer to all errors are those of the classes of operations.

    The same declarations always give the same document. It accepts what the classes accept, in the terms of
    OpenAPI 3.0, which has a few of its own: null is ``nullable``, or an enum of nothing but null; an exclusive limit
    stands in ``minimum`` or ``maximum``; several types are an ``anyOf``; further patterns are in ``allOf``, and so is
    the reference to a model where the property has a description.

    >>> from flat_api.model.task import Task
    >>> document = openapi_document([Task], title="Tasks", version="1")
    >>> document["components"]["schemas"]["Task"]["properties"]["progress"]["properties"]["percent"]
    {'type': 'number', 'description': 'Percent of the task progression'}
    """
    if classes is None and listed is None:
        classes, listed = all_models(), operations()
    entries = list(listed or ())
    names = named(classes or (), schemas_of(entries))
    writer = _Writer({cls: f"#/components/schemas/{name}" for cls, name in names.items()})
    schemas = {name: writer.body(cls) for cls, name in names.items()}
    beside, components = common(entries)
    return {
        "openapi": "3.0.3",
        "info": {"title": title, "version": version},
        **beside,
        "paths": paths(entries, writer),
        "components": {"schemas": schemas, **components},
    }


class _Writer(Writer):
    """Writes schema objects of OpenAPI 3.0."""

    def kinds(self, declaration: Declaration) -> Node:
        types = json_types(declaration)
        kinds = [name for name in types if name != "null"]
        nullable = {"nullable": True} if "null" in types else {}
        if types == ["null"]:  # there is no type for it; an enum may hold null whatever its type
            return nullable if declaration.enum is not None else {**nullable, "enum": [None]}
        if len(kinds) > 1:
            return {"anyOf": [{"type": kind, **nullable, **_items_of(kind)} for kind in kinds]}
        node: Node = {"type": kinds[0]} if kinds else {}
        found = formats(declaration)[:1]
        return {**node, **({"format": found[0]} if found else {}), **nullable}

    def limits(self, declaration: Declaration) -> Node:
        node = super().limits(declaration)
        _fold(node, "minimum", "exclusiveMinimum", max)
        _fold(node, "maximum", "exclusiveMaximum", min)
        return node

    def members(self, declaration: Declaration) -> Node:
        """The same, with every required name among the properties: tools take others for mistakes."""
        node = super().members(declaration)
        undeclared = sorted(declaration.required.difference(declaration.properties))
        if undeclared:
            schema = self.schema(declaration.additional) if declaration.additional is not None else {}
            node["properties"] = {**node.get("properties", {}), **dict.fromkeys(undeclared, schema)}
        return node

    def elements(self, declaration: Declaration) -> Node:
        node = super().elements(declaration)
        kinds = [name for name in json_types(declaration) if name != "null"]
        return _items_of(*kinds) if not node and len(kinds) == 1 else node

    def described(self, node: Node, text: str) -> Node:
        if "$ref" in node:  # what stands beside a reference is to be ignored, says the standard
            return {"allOf": [node], "description": text}
        return super().described(node, text)

    def composition(self, declaration: Declaration) -> Node:
        node = super().composition(declaration)
        if declaration.discriminator is not None:
            name, mapping = declaration.discriminator
            places = {value: self.pointers[cls] for value, cls in sorted(mapping.items())}
            implied = declaration.extensible and all(place.endswith(f"/{value}") for value, place in places.items())
            node["discriminator"] = {"propertyName": name, **({} if implied else {"mapping": places})}
        return node


def _items_of(kind: str) -> Node:
    """Return what OpenAPI 3.0 wants beside the type *kind*: an array has to say what its items are."""
    return {"items": {}} if kind == "array" else {}


def _fold(node: Node, word: str, exclusive: str, stricter: typing.Callable[[Json, Json], Json]) -> None:
    """Put the limit *exclusive* where OpenAPI 3.0 has it: in *word*, with a switch beside it."""
    if exclusive not in node:
        return
    limit = node.pop(exclusive)
    if stricter(limit, node.get(word, limit)) == limit:
        node[word], node[exclusive] = limit, True
