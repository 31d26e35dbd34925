"""The union of API 2.18.0 and 2.26.2 as one document: what the declarations of this package are held against.

Its schemas are those of ``union.schemas.json``, its operations are put together here, by the same rule: what either
version accepts is accepted, and required is what both require. Where the declarations say it in another way, this
module does too, and says why.
"""

from __future__ import annotations

import copy
import json
import typing
from functools import cache

from ..recordings import SPECS, recorded
from .generated import spec

Json = typing.Any
METHODS = ("get", "put", "post", "delete", "patch")


def union() -> Json:
    """The document; the test is skipped where its parts are not beside this checkout."""
    return copy.deepcopy(_union())


@cache
def _union() -> Json:
    old, new = spec("2.18.0"), spec("2.26.2")
    paths = {path: _path(old, new, path) for path in {**new["paths"], **old["paths"]}}
    document = {**new, "paths": paths, "components": {**new["components"], "schemas": _schemas()}}
    users = paths["/organizations/users"]["get"]["parameters"]
    users[_index(users, "sort")] = _sort(users[_index(users, "sort")])
    return document


def stated_schemas() -> Json:
    """Return the schemas of both versions, put together by somebody else; the test is skipped without recordings."""
    return json.loads(recorded(SPECS / "union.schemas.json"))["components"]["schemas"]


def _schemas() -> Json:
    """The schemas. Where one version has an enum and the other any text, the enum is extensible.

    Where the versions write the same values in two ways, the older one stays, which programs know.
    """
    schemas = stated_schemas()
    states = spec("2.26.2")["components"]["schemas"]["MicrosoftGraphAssignment"]["properties"]["state"]["enum"]
    schemas["FlatLocalesString"] = {"type": "string", "x-extensible-enum": schemas["FlatLocales"]["enum"]}
    for name, key, schema in (
        ("UserCreation", "locale", {"$ref": "#/components/schemas/FlatLocalesString"}),
        ("MicrosoftGraphAssignment", "state", {"type": "string", "x-extensible-enum": states}),
        ("Group", "type", schemas["GroupType"]),
        ("OrganizationInvitationCreation", "organizationRole", {"$ref": "#/components/schemas/OrganizationRoles"}),
    ):
        schemas[name]["properties"][key] = schema
    return schemas


def _sort(parameter: Json) -> Json:
    """The parameter whose *schema* was any text, which the earlier client took a list for as well."""
    values = {"type": "string", "x-extensible-enum": parameter["schema"]["enum"]}
    schema = {"anyOf": [values, {"type": "array", "items": values}]}
    return {**parameter, "schema": schema, "style": "form", "explode": False}


def _path(old: Json, new: Json, path: str) -> Json:
    sides = [document["paths"].get(path, {}) for document in (old, new)]
    return {method: _operation(*sides, old, new, method) for method in METHODS if any(method in side for side in sides)}


def _operation(ours: Json, theirs: Json, old: Json, new: Json, method: str) -> Json:
    """The operation with *method* of a path; what has no meaning for a program is that of the newer version."""
    if method not in ours or method not in theirs:
        document, item = (new, theirs) if method in theirs else (old, ours)
        return {**item[method], "parameters": list(parameters(document, item, method).values())}
    one, other = ours[method], theirs[method]
    found = {**other, "parameters": _parameters(parameters(old, ours, method), parameters(new, theirs, method))}
    found["responses"] = _by_key(one["responses"], other["responses"], _response)
    bodies = [entry["requestBody"] for entry in (one, other) if "requestBody" in entry]
    if bodies:
        content = _by_key(bodies[0]["content"], bodies[-1]["content"], _media_type)
        found["requestBody"] = {"content": content, "required": _both_require(bodies) and len(bodies) == 2}
    return found


def _both_require(sides: list[Json]) -> bool:
    return all(side.get("required", False) for side in sides)


def parameters(document: Json, item: Json, method: str) -> dict[tuple[str, str], Json]:
    """The parameters of an operation of *document*, by place and name, references resolved."""
    entries = [*item.get("parameters", ()), *item[method].get("parameters", ())]
    declared = [_resolved(document, entry) for entry in entries]
    return {(entry["in"], entry["name"]): entry for entry in declared}


def _resolved(document: Json, entry: Json) -> Json:
    found = document if "$ref" in entry else entry
    for step in entry["$ref"].removeprefix("#/").split("/") if "$ref" in entry else ():
        found = found[step]
    return found


def _parameters(ours: Json, theirs: Json) -> list[Json]:
    return list(_by_key(ours, theirs, _parameter).values())


def _by_key(ours: Json, theirs: Json, joined: typing.Callable[[Json, Json], Json]) -> Json:
    """The entries of both sides; those that both have are *joined*."""
    return {
        key: joined(ours[key], theirs[key]) if key in ours and key in theirs else {**ours, **theirs}[key]
        for key in {**ours, **theirs}
    }


def _parameter(one: Json, other: Json) -> Json:
    schema = _schema(one["schema"], other["schema"])
    return {**other, "required": _both_require([one, other]), "schema": schema}


def _response(one: Json, other: Json) -> Json:
    content = _by_key(one.get("content", {}), other.get("content", {}), _media_type)
    return {**one, **other, **({"content": content} if content else {})}


def _media_type(one: Json, other: Json) -> Json:
    return {**other, "schema": _schema(one["schema"], other["schema"])}


def _schema(one: Json, other: Json) -> Json:
    """What either schema accepts; of enums, all values."""
    if one == other or one.get("type") != other.get("type") or "$ref" in one:
        return other if one == other else {"anyOf": [one, other]}
    joined = dict(other)
    if "items" in other:
        joined["items"] = _schema(one["items"], other["items"])
    if "enum" in one:
        joined["enum"] = [*other["enum"], *(value for value in one["enum"] if value not in other["enum"])]
    return joined


def _index(declared: list[Json], name: str) -> int:
    return next(index for index, entry in enumerate(declared) if entry["name"] == name)
