"""One schema object of OpenAPI 3.0 or 3.1 as facts."""

from __future__ import annotations

import re
import typing

from ..exceptions import PatternError
from ..schemas.patterns import ecma_pattern
from ._dialect_3_1 import in_words_of_3_0
from ._enums import EXTENSIBLE, enum_facts, extensible_facts
from ._errors import DocumentError, DocumentTooLargeError, Notes, below
from ._json import LEVELS, Json, brief, containers, is_array, is_finite, is_object
from ._normal import CLASSES, COMPOSITION, DIRECTIONS, FORMATS, LIMITS, Facts, without_description
from ._references import COMPONENTS, References, plain

_TYPES_3_1 = tuple(CLASSES)
_TYPES = tuple(name for name in CLASSES if name != "null")
_COUNTS = frozenset(word for word in sum(LIMITS.values(), ()) if word.endswith(("Length", "Items", "Properties")))
_SWITCHES = ("nullable", "uniqueItems", "exclusiveMinimum", "exclusiveMaximum")
_READ = 10_000, 1_000_000
"""How many schemas are read of any document, and how many more of a large one: 100 for each object and list in it."""
_EXCLUSIVE = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


class SchemaReader:
    """Reads schema objects; see `read`."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._under_way: list[str] = []
        self._left = _READ[0] + min(100 * containers(references.document), _READ[1])

    def read(self, schema: Json, place: str) -> Facts:
        """The facts of *schema*, which stands at *place*, a JSON pointer.

        Raises `DocumentError` when something is not as OpenAPI wants it. Unknown words are passed over.
        """
        if self._references.is_3_1:
            schema = in_words_of_3_0(schema, place, self._references.notes)
        schema = as_object(schema, place)
        self._left -= 1
        if self._left <= 0:
            raise DocumentTooLargeError(place, "references that are read in place make the document far too large")
        if len(self._under_way) > LEVELS:
            raise DocumentError(place, f"is nested too deeply: more than {LEVELS} schemas")
        self._under_way.append(plain(place))
        try:
            return (
                self._referenced(schema["$ref"], below(place, "$ref")) if "$ref" in schema else self._own(schema, place)
            )
        finally:
            self._under_way.pop()

    def _referenced(self, pointer: Json, place: str) -> Facts:
        pointer = as_text(pointer, place)
        component = self._references.component(pointer, place)
        if component is not None:
            return {"ref": component}
        if plain(pointer) in self._under_way:
            return {"ref": self._references.hoist(pointer)}
        return self.read(self._references.find(pointer, place), pointer)

    def _own(self, schema: dict[str, Json], place: str) -> Facts:
        facts = _type(schema, place, _TYPES_3_1 if self._references.is_3_1 else _TYPES)
        facts.update(_limits(schema, place, facts, self._references.notes))
        if "enum" in schema:
            here = below(place, "enum")
            facts = enum_facts(as_array(schema["enum"], here), facts, here, self._references.notes)
        elif EXTENSIBLE in schema and "type" in facts:
            here = below(place, EXTENSIBLE)
            facts = extensible_facts(as_array(schema[EXTENSIBLE], here), facts, here, self._references.notes)
        facts.update(self._members(schema, place, facts))
        facts.update(self._composition(schema, place))
        if "discriminator" in schema:
            facts["discriminator"] = self._discriminator(schema["discriminator"], below(place, "discriminator"), facts)
        description = as_text(schema.get("description", ""), below(place, "description")).strip()
        said = {"description": description} if description else {}
        return {**_simplified(facts), **said, **_default(schema, facts)}

    def _members(self, schema: dict[str, Json], place: str, facts: Facts) -> Facts:
        found: Facts = {}
        if facts.get("type", "object") == "object":
            found.update(self._properties(schema, place))
        if facts.get("type", "array") == "array" and "items" in schema:
            items = self.read(schema["items"], below(place, "items"))
            found.update({"items": items} if without_description(items) else {})
        return found

    def _properties(self, schema: dict[str, Json], place: str) -> Facts:
        given = as_object(schema.get("properties", {}), below(place, "properties"))
        found = {key: self._property(entry, below(place, "properties", key)) for key, entry in given.items()}
        extra = self._additional(schema.get("additionalProperties", True), below(place, "additionalProperties"))
        names = as_array(schema.get("required", []), below(place, "required"))
        required = sorted({as_text(name, below(place, "required", index)) for index, name in enumerate(names)})
        for name in required:
            found.setdefault(name, {"not": {}} if extra is False else extra)
        facts: Facts = {"properties": found, "required": required, "additionalProperties": extra}
        return {word: entry for word, entry in facts.items() if entry not in ({}, [])}

    def _property(self, entry: Json, place: str) -> Facts:
        facts = self.read(entry, place)
        says_more = is_object(entry) and ("$ref" not in entry or self._references.is_3_1)
        return {**facts, **{word: True for word in DIRECTIONS if says_more and entry.get(word) is True}}

    def _additional(self, extra: Json, place: str) -> typing.Any:
        if isinstance(extra, bool):
            return {} if extra else False
        facts = without_description(self.read(extra, place))
        return False if facts == {"not": {}} else facts

    def _composition(self, schema: dict[str, Json], place: str) -> Facts:
        found: Facts = {}
        for word in COMPOSITION:
            branches = as_array(schema.get(word, []), below(place, word))
            if branches:
                found[word] = [self.read(entry, below(place, word, index)) for index, entry in enumerate(branches)]
        if "not" in schema:
            found["not"] = self.read(schema["not"], below(place, "not"))
        return found

    def _discriminator(self, given: Json, place: str, facts: Facts) -> Facts:
        given = as_object(given, place)
        name = as_text(given.get("propertyName"), below(place, "propertyName"))
        branches = [branch["ref"] for word in ("oneOf", "anyOf") for branch in facts.get(word, ()) if "ref" in branch]
        mapping: dict[str, Facts] = {branch: {"ref": branch} for branch in branches}
        for value, target in as_object(given.get("mapping", {}), below(place, "mapping")).items():
            mapping[value] = self._mapped(target, below(place, "mapping", value))
        implied = {} if "mapping" in given else {"extensible": True}
        return {"property": name, "mapping": dict(sorted(mapping.items())), **implied}

    def _mapped(self, target: Json, place: str) -> Facts:
        """Return what a value of a discriminator stands for: the name of a schema, or a reference to one."""
        target = as_text(target, place)
        return self._referenced(target if re.search("[/#]", target) else below(COMPONENTS, target), place)


_SCALARS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
}


def _default(schema: dict[str, Json], facts: Facts) -> Facts:
    """Return what the server uses where there is no value, if that is a scalar of the type that *facts* have."""
    value = schema.get("default")
    kinds = _SCALARS.get(str(facts.get("type")), ())
    is_right = isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool)) and is_finite(value)
    return {"default": value} if is_right else {}


def as_object(value: Json, place: str) -> dict[str, Json]:
    """*value*, if it is an object; raises `DocumentError` at *place* if not."""
    if not is_object(value):
        raise DocumentError(place, f"an object is wanted, not {brief(value)}")
    return value


def as_array(value: Json, place: str) -> list[Json]:
    """*value*, if it is a list; raises `DocumentError` at *place* if not."""
    if not is_array(value):
        raise DocumentError(place, f"a list is wanted, not {brief(value)}")
    return value


def as_text(value: Json, place: str) -> str:
    """*value*, if it is a string; raises `DocumentError` at *place* if not."""
    if not isinstance(value, str):
        raise DocumentError(place, f"a string is wanted, not {brief(value)}")
    return value


def _type(schema: dict[str, Json], place: str, types: tuple[str, ...]) -> Facts:
    """Type, which is one of *types*, format and nullability; ``nullable`` has a meaning only beside a type."""
    for word in _SWITCHES:
        if not isinstance(schema.get(word, False), bool):
            raise DocumentError(below(place, word), f"true or false is wanted, not {brief(schema[word])}")
    kind: Json = schema.get("type")
    if kind is None:
        return {}
    if kind not in types:
        has_null = "null" not in types and "null" in (kind if is_array(kind) else [kind])
        hint = "; null is allowed with nullable: true" if has_null else ""
        raise DocumentError(below(place, "type"), f"{brief(kind)} is not one of {', '.join(types)}{hint}")
    facts: Facts = {"type": kind, **({"nullable": True} if schema.get("nullable") else {})}
    return {**facts, "format": schema["format"]} if _has_known_format(schema, kind) else facts


def _has_known_format(schema: dict[str, Json], kind: str) -> bool:
    known = schema.get("format")
    return isinstance(known, str) and known in FORMATS.get(kind, {})


def _limits(schema: dict[str, Json], place: str, facts: Facts, notes: Notes) -> Facts:
    """The limits that the type knows, or all of them; an exclusive one is a number."""
    words = LIMITS.get(facts["type"], ()) if "type" in facts else sum(LIMITS.values(), ())
    found: Facts = {word: _limit(schema[word], word, below(place, word), notes) for word in words if word in schema}
    for word, limit in _EXCLUSIVE.items():
        if found.pop(word, False) and limit in found:
            found[word] = found.pop(limit)
    return {word: limit for word, limit in found.items() if limit is not False and limit != []}


def _limit(value: Json, word: str, place: str, notes: Notes) -> Json:
    if word == "pattern":
        return _patterns(as_text(value, place), place, notes)
    if word in _SWITCHES:
        return value
    number = isinstance(value, (int, float)) and not isinstance(value, bool) and is_finite(value)
    if not number or (word in _COUNTS and (value < 0 or value != int(value))):
        raise DocumentError(place, f"a {'count' if word in _COUNTS else 'number'} is wanted, not {brief(value)}")
    return int(value) if word in _COUNTS else value


def _patterns(source: str, place: str, notes: Notes) -> list[str]:
    """Return the pattern *source*, or none where the class printed for it would reject it, which *notes* then say."""
    try:
        return [ecma_pattern(source).source]
    except PatternError as error:
        notes.add(place, f"{error}; it is left out")
        return []


def _simplified(facts: Facts) -> Facts:
    """*facts* without a composition of a single schema that says all there is."""
    for word in COMPOSITION:
        if set(facts) == {word} and len(facts[word]) == 1:
            return typing.cast(Facts, facts[word][0])
    if facts.get("nullable") and facts.get("format") == "binary":  # no class is bytes, file and null at once
        return {"anyOf": [{word: entry for word, entry in facts.items() if word != "nullable"}, {"type": "null"}]}
    return facts
