"""A second opinion on payloads: the document as JSON Schema, judged by another validator."""

from __future__ import annotations

import typing
import urllib.parse

import jsonschema_rs

Json = typing.Any
COMPONENTS = "#/components/schemas/"


class Judge:
    """Validates payloads against the component schemas of *document*, formats aside."""

    def __init__(self, document: Json) -> None:
        self._root = {"components": {"schemas": converted(document["components"]["schemas"], names=True)}}
        self._validators: dict[str, typing.Any] = {}

    def accepts(self, component: str, payload: Json) -> bool:
        """Whether *payload* is valid."""
        if component not in self._validators:
            name = component.replace("~", "~0").replace("/", "~1").replace("%", "%25")
            schema = {**self._root, "$ref": _uri(COMPONENTS + name)}
            self._validators[component] = jsonschema_rs.Draft202012Validator(schema, validate_formats=False)
        return bool(self._validators[component].is_valid(payload))


def _uri(pointer: str) -> str:
    return urllib.parse.quote(pointer, safe="/#~%")


def converted(schema: Json, *, names: bool = False) -> Json:
    """An OpenAPI 3.0 schema as JSON Schema 2020-12. With *names*, its keys are names, not words."""
    if isinstance(schema, list):
        return [converted(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    if names:
        return {name: converted(entry) for name, entry in schema.items()}
    if "$ref" in schema:
        return {"$ref": _uri(schema["$ref"])}
    kept = {word: entry for word, entry in schema.items() if word not in ("nullable", "discriminator", "format")}
    if schema.get("nullable") and "type" in schema:
        kept["type"] = [schema["type"], "null"]
    for exclusive, limit in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if kept.pop(exclusive, False) and limit in kept:
            kept[exclusive] = kept.pop(limit)
    if schema.get("nullable") and "type" in kept and "enum" in kept:
        kept["enum"] = [*kept["enum"], None]
    literal = ("enum", "default", "example", "required")
    return {
        word: entry if word in literal else converted(entry, names=word == "properties") for word, entry in kept.items()
    }
