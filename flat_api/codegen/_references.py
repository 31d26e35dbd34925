"""What ``$ref`` points at."""

from __future__ import annotations

import urllib.parse

from . import _names
from ._errors import DocumentError, Notes, below
from ._json import Json, brief, is_array, is_object

COMPONENTS = "#/components/schemas"


def version(document: Json) -> str | None:
    """Return the version of OpenAPI that *document* states, as ``3.0``; None where it states none."""
    stated: Json = document.get("openapi") if is_object(document) else None
    return ".".join(str(stated).split(".")[:2]) if stated else None  # in YAML, 3.0 without quotes is a number


class References:
    """The references of one document.

    A reference to a component stays one. What else is pointed at is read in place; where that would never end, it
    becomes a component of its own: *hoisted* maps the names of these to their pointers. *notes* are those of all who
    read the document. *is_3_1* tells that its schemas are those of JSON Schema 2020-12.
    """

    def __init__(self, document: Json) -> None:
        self.document = document
        self.is_3_1 = version(document) == "3.1"
        self.notes = Notes()
        self.hoisted: dict[str, str] = {}
        self._hoisted_names: dict[str, str] = {}

    def component(self, pointer: str, place: str) -> str | None:
        """The name of the component that *pointer* points at, or None when it leads elsewhere."""
        steps = _steps(pointer, place)
        self.find(pointer, place)
        if len(steps) == 3 and below("#", *steps[:2]) == COMPONENTS:
            return steps[2]
        return self._hoisted_names.get(plain(pointer))

    def find(self, pointer: str, place: str) -> Json:
        """The schema that *pointer* points at. Raises `DocumentError` at *place* when there is none."""
        found = self.document
        for step in _steps(pointer, place):
            if is_object(found) and step in found:
                found = found[step]
            elif is_array(found) and step.isdecimal() and int(step) < len(found):
                found = found[int(step)]
            else:
                raise DocumentError(place, f"points at {brief(pointer)}, where there is nothing")
        return found

    def hoist(self, pointer: str) -> str:
        """Make a component of the schema at *pointer*, and return its name."""
        steps = [step for step in _steps(pointer, pointer) if step not in _UNNAMED]
        taken = {*self.document.get("components", {}).get("schemas", {}), *self._hoisted_names.values()}
        name = _names.unique("".join(map(_names.camel, steps)), taken)
        self.hoisted[name] = pointer
        self._hoisted_names[plain(pointer)] = name
        return name


_UNNAMED = ("components", "schemas", "properties", "$defs")
"""Steps of a pointer that say nothing of what is there."""


def _steps(pointer: str, place: str) -> list[str]:
    if not pointer.startswith("#/"):
        raise DocumentError(place, f"points at {brief(pointer)}, another file: put all schemas into one document first")
    return [_unescaped(step) for step in pointer[2:].split("/")]


def _unescaped(step: str) -> str:
    return urllib.parse.unquote(step).replace("~1", "/").replace("~0", "~")


def plain(pointer: str) -> str:
    """One spelling for all pointers to the same place."""
    return below("#", *_steps(pointer, pointer))
