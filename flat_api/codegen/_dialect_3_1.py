"""Schema objects of OpenAPI 3.1, which are JSON Schema 2020-12, in the words of OpenAPI 3.0.

One schema object is translated at a time; those inside it are left as they are, for when they are read. What 3.0 has
no words for is left out or widened, so that every valid value is accepted, and noted.
"""

from __future__ import annotations

import typing

from ._errors import Notes, below
from ._json import Json, is_array, is_object, same
from ._normal import COMPOSITION, LIMITS

_ANNOTATIONS = frozenset(
    {"$comment", "$id", "$schema", "$anchor", "$defs", "title", "summary", "description", "default", "example"}
    | {"examples", "deprecated", "externalDocs", "xml"}
)
"""Keywords that reject no value; a reference may have them beside it."""

_UNCHECKED = (
    *("if", "then", "else", "dependentSchemas", "dependentRequired", "contains", "minContains", "maxContains"),
    *("propertyNames", "unevaluatedItems", "$dynamicRef"),
)
_OF_CONTAINERS = ("properties", "required", "additionalProperties", "items", "enum")
_EXCLUSIVE = {"exclusiveMinimum": ("minimum", max), "exclusiveMaximum": ("maximum", min)}


def in_words_of_3_0(schema: Json, place: str, notes: Notes) -> Json:
    """Return *schema*, which stands at *place*, as a schema object of OpenAPI 3.0; *notes* tell what was left out."""
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    if not is_object(schema):
        return schema
    schema = {word: entry for word, entry in schema.items() if word != "nullable"}  # no keyword any more
    for word in _UNCHECKED:
        if word in schema:
            notes.add(below(place, word), f"{word} is not checked")
    if "$ref" in schema:
        return _reference(schema)
    schema = _constant(schema)
    schema = _limits(schema)
    schema = _binary(schema)
    schema = _names(schema, place, notes)
    schema = _positions(schema, place, notes)
    return _types(schema)


def _reference(schema: dict[str, Json]) -> Json:
    """A reference with what stands beside it: in 3.0, nothing may."""
    beside = {word: entry for word, entry in schema.items() if word != "$ref"}
    asserted = {word: entry for word, entry in beside.items() if not _says_nothing(word)}
    said = {word: entry for word, entry in beside.items() if _says_nothing(word)}
    reference = {"$ref": schema["$ref"]}
    if not asserted:
        return {**said, "allOf": [reference]} if "description" in said else reference
    return {**said, "allOf": [reference, asserted]}


def _says_nothing(word: str) -> bool:
    return word in _ANNOTATIONS or word.startswith("x-")


def _constant(schema: dict[str, Json]) -> dict[str, Json]:
    """``const`` is an enum of one value."""
    if "const" not in schema:
        return schema
    value, allowed = schema["const"], schema.get("enum")
    rest = {word: entry for word, entry in schema.items() if word != "const"}
    if is_array(allowed) and not any(same(value, entry) for entry in allowed):
        return {**rest, "not": {}}
    return {**rest, "enum": [value]}


def _limits(schema: dict[str, Json]) -> dict[str, Json]:
    """Exclusive limits are numbers; the narrower of both limits is the one that counts."""
    schema = dict(schema)
    for word, (limit, narrower) in _EXCLUSIVE.items():
        value, inclusive = schema.get(word), schema.get(limit)
        if not _is_number(value):
            continue  # anything else is rejected where the limit is read
        if not _is_number(inclusive) or narrower(value, inclusive) == value:
            schema |= {limit: value, word: True}
        else:
            del schema[word]
    return schema


def _is_number(value: Json) -> typing.TypeGuard[int | float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _binary(schema: dict[str, Json]) -> dict[str, Json]:
    """Media that are not encoded as text are ``format: binary`` (OpenAPI 3.1.0, Considerations for File Uploads)."""
    is_text = schema.get("type", "string") == "string" and not set(COMPOSITION) & set(schema)
    if "contentMediaType" in schema and "contentEncoding" not in schema and is_text:
        return {**schema, "type": "string", "format": "binary"}
    return schema


def _names(schema: dict[str, Json], place: str, notes: Notes) -> dict[str, Json]:
    """``patternProperties`` and ``unevaluatedProperties`` as ``additionalProperties``."""
    schema = dict(schema)
    unevaluated = schema.pop("unevaluatedProperties", True)
    if unevaluated is not True:
        if {"if", "dependentSchemas", *COMPOSITION} & set(schema):
            notes.add(
                below(place, "unevaluatedProperties"), "unevaluatedProperties beside other schemas is not checked"
            )
        else:
            schema.setdefault("additionalProperties", unevaluated)
    patterns = schema.pop("patternProperties", None)
    if is_object(patterns) and patterns:
        notes.add(below(place, "patternProperties"), "patternProperties is checked for the values, not for the names")
        others = schema.get("additionalProperties", True)
        if others is not True:
            schema["additionalProperties"] = {"anyOf": [*patterns.values(), *([] if others is False else [others])]}
    return schema


def _positions(schema: dict[str, Json], place: str, notes: Notes) -> dict[str, Json]:
    """``prefixItems``, a schema for each position, as one for the items at all positions."""
    if "prefixItems" not in schema:
        return schema
    notes.add(below(place, "prefixItems"), "prefixItems is checked for items at any position")
    schema = dict(schema)
    prefix, others = schema.pop("prefixItems"), schema.pop("items", True)
    if not is_array(prefix) or others is True:
        return schema
    if others is False:
        limit = schema.get("maxItems", len(prefix))
        schema["maxItems"] = min(limit, len(prefix)) if isinstance(limit, (int, float)) else limit
        return {**schema, "items": {"anyOf": prefix}} if prefix else schema
    return {**schema, "items": {"anyOf": [*prefix, others]}}


def _types(schema: dict[str, Json]) -> dict[str, Json]:
    """``type`` as one type, which may be ``nullable``; for several, one branch of ``anyOf`` each."""
    kinds = schema.get("type")
    if not is_array(kinds):
        return schema
    values = schema.get("enum")
    kinds = [kind for kind in kinds if kind != "null" or not is_array(values) or None in values]
    others = [kind for kind in kinds if kind != "null"]
    if not kinds:
        return {**schema, "type": "null"} if schema["type"] else schema
    if not others:
        return {**{word: entry for word, entry in schema.items() if word != "enum"}, "type": "null"}
    if len(others) == 1:
        return {**schema, "type": others[0], **({"nullable": True} if len(kinds) > 1 else {})}
    return _branches(schema, kinds)


def _branches(schema: dict[str, Json], kinds: list[Json]) -> dict[str, Json]:
    """A branch for each of *kinds*, with the keywords that say something about it."""
    about = {"format", *_OF_CONTAINERS, *(word for words in LIMITS.values() for word in words)}
    narrow = {word: entry for word, entry in schema.items() if word in about}
    rest = {word: entry for word, entry in schema.items() if word not in about and word != "type"}
    either = {"anyOf": [{**narrow, "type": kind} for kind in kinds]}
    return {**rest, **either} if "anyOf" not in rest else {**rest, "allOf": [*rest.get("allOf", []), either]}
