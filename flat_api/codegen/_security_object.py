"""Servers and security schemes of an OpenAPI 3.0 document as facts of the service."""

from __future__ import annotations

import re
import typing

from ._errors import DocumentError, below
from ._json import Json, brief
from ._normal import Facts
from ._schema_object import as_array, as_object, as_text

_TYPES = ("apiKey", "http", "oauth2", "openIdConnect")
_PLACES = ("header", "query", "cookie")


def servers(holder: dict[str, Json], place: str) -> list[str | Facts]:
    """Return the ``servers`` of *holder*, which stands at *place*: URLs, or `HostSetting` mappings with variables."""
    found: list[str | Facts] = []
    for index, entry in enumerate(as_array(holder.get("servers", []), below(place, "servers"))):
        here = below(place, "servers", index)
        server = as_object(entry, here)
        url = as_text(server.get("url"), below(here, "url"))
        given = as_object(server.get("variables", {}), below(here, "variables"))
        variables = {name: _variable(variable, below(here, "variables", name)) for name, variable in given.items()}
        for name in re.findall(r"\{([^{}]*)\}", url):
            if name not in variables:
                raise DocumentError(below(here, "url"), f"{{{name}}} has no variable")
        found.append({"url": url, "variables": variables} if variables else url)
    return found


def _variable(given: Json, place: str) -> Facts:
    """A server variable as a `ServerVariable` mapping."""
    variable = as_object(given, place)
    default = as_text(variable.get("default"), below(place, "default"))
    if "enum" not in variable:
        return {"default_value": default}
    here = below(place, "enum")
    values = [as_text(value, below(here, index)) for index, value in enumerate(as_array(variable["enum"], here))]
    if default not in values:
        raise DocumentError(below(place, "default"), f"{brief(default)} is not one of the values in enum")
    return {"default_value": default, "enum_values": values}


def checked_scheme(scheme: dict[str, Json], place: str) -> dict[str, Json]:
    """Return *scheme*, a Security Scheme Object, if requests can be signed by what it says.

    Raises `DocumentError` at *place* if not.
    """
    kind = scheme.get("type")
    if kind not in _TYPES:
        raise DocumentError(below(place, "type"), f"{brief(kind)} is not one of {', '.join(_TYPES)}")
    needed: typing.Sequence[str] = {"apiKey": ("name", "in"), "http": ("scheme",)}.get(str(kind), ())
    for word in needed:
        as_text(scheme.get(word), below(place, word))
    if kind == "apiKey" and scheme["in"] not in _PLACES:
        raise DocumentError(below(place, "in"), f"{brief(scheme['in'])} is not one of {', '.join(_PLACES)}")
    return scheme
