"""The normal form of a schema: the one language of documents, declarations, printer and drift report.

The facts of a schema are a dict of plain values. Its keys are those of OpenAPI 3.0, with these differences; a key that
says nothing is left out.

* ``ref`` is the name of a component, alone or beside a description
* ``exclusiveMinimum`` and ``exclusiveMaximum`` are numbers, as in newer versions of JSON Schema
* ``pattern`` is a list, since a class may have several
* ``format`` is there where the runtime knows it
* ``required`` is sorted, and each name in it is one of ``properties``
* ``enum`` has only values of the type, and null, which ``nullable`` then allows, comes last
* ``extensible`` is true where other values than those of ``enum`` are possible: ``x-extensible-enum`` in documents
* ``discriminator`` is ``{"property": name, "mapping": {value: facts}}`` with every value written out; ``extensible`` in
  it is true where the document has no mapping, so that nothing but names of schemas is known: others are possible
* ``readOnly`` and ``writeOnly`` are true, of properties only
* ``additionalProperties`` is `False` or facts, and absent where anything goes; so is ``items``

What only people need is in ``description``, ``about`` (what is said of a property beside what its class says of
itself), ``attribute`` (the Python name of a property), ``class`` (the name of a nested class), ``members`` (the name of
each value in ``enum``, or None) and ``default`` (what the server uses where there is no value; a scalar).
"""

from __future__ import annotations

import typing

from ._json import is_object

Facts = dict[str, typing.Any]
Way = tuple[str, ...]
"""Where something is inside of facts."""
Change = typing.Callable[[Facts, Way], Facts]
"""Makes other facts of those that are at the end of a way."""

DIRECTIONS = {"readOnly": "read_only", "writeOnly": "write_only"}
"""What is said of a property that is sent one way only, and our keyword for it."""

PROSE = frozenset(["description", "about", "attribute", "class", "members", "default"])
COMPOSITION = ("allOf", "oneOf", "anyOf")

CLASSES = {
    "string": "StrSchema",
    "number": "NumberSchema",
    "integer": "IntSchema",
    "boolean": "BoolSchema",
    "array": "ListSchema",
    "object": "DictSchema",
    "null": "NoneSchema",
}
"""The schema class for each type."""

FORMATS: dict[str, dict[str, str]] = {
    "string": {
        "date-time": "DateTimeSchema",
        "date": "DateSchema",
        "uuid": "UUIDSchema",
        "number": "DecimalSchema",
        "binary": "BinarySchema",
    },
    "integer": {"int32": "Int32Schema", "int64": "Int64Schema"},
    "number": {"float": "Float32Schema", "double": "Float64Schema"},
}
"""The schema class for each format of each type; to the runtime, other formats say nothing."""

_NUMBER = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
LIMITS: dict[str, tuple[str, ...]] = {
    "string": ("minLength", "maxLength", "pattern"),
    "number": _NUMBER,
    "integer": _NUMBER,
    "array": ("minItems", "maxItems", "uniqueItems"),
    "object": ("minProperties", "maxProperties"),
}
"""The limits that each type knows, in the order in which declarations name them."""

UPPER = frozenset(["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"])
LOWER = frozenset(["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"])
"""The limits that values must not be above, and those that they must not be below."""


def mapped(facts: Facts, change: Change) -> Facts:
    """Return *facts* with a *change* to each schema in them, one level down."""
    found = dict(facts)
    for word in ("items", "additionalProperties", "not"):
        if is_object(facts.get(word)):
            found[word] = change(facts[word], (word,))
    for word in COMPOSITION:
        if word in facts:
            found[word] = [change(entry, (word, str(index))) for index, entry in enumerate(facts[word])]
    if "properties" in facts:
        found["properties"] = {key: change(entry, ("properties", key)) for key, entry in facts["properties"].items()}
    if "discriminator" in facts:
        mapping = {value: change(entry, ("value", value)) for value, entry in facts["discriminator"]["mapping"].items()}
        found["discriminator"] = {**facts["discriminator"], "mapping": mapping}
    return found


def parts(facts: Facts) -> dict[Way, Facts]:
    """Return the facts inside *facts*, one level down, by the way to them: ``("properties", "id")``, ``("items",)``."""
    found: dict[Way, Facts] = {}
    mapped(facts, lambda part, way: found.setdefault(way, part))
    return found


def references(facts: Facts) -> set[str]:
    """Return the components that *facts* mention."""
    found = {facts["ref"]} if "ref" in facts else set[str]()
    return found.union(*map(references, parts(facts).values()))


def bare(facts: Facts, way: Way = ()) -> Facts:
    """Return *facts* without what only people need, at any depth."""
    return mapped({word: entry for word, entry in facts.items() if word not in PROSE}, bare)


def without_description(facts: Facts) -> Facts:
    """*facts* of a schema whose description has no place to be."""
    return {word: entry for word, entry in facts.items() if word != "description"}


def without_null(facts: Facts) -> Facts:
    """*facts* of the same schema, null not allowed."""
    kept = {word: entry for word, entry in facts.items() if word != "nullable"}
    if "enum" in kept:  # null comes last, so the names in members still fit
        kept["enum"] = [value for value in kept["enum"] if value is not None]
    return kept
