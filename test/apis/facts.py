"""The facts of API 2.18, with references resolved, in the shape in which operations are compared with them."""

from __future__ import annotations

import json
import typing
from functools import cache
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"

NAMES = SHARED / "conformance" / "public-names.json"
FACTS = SHARED / "spec" / "flat-api-2.18.0.facts.json"

Json = dict[str, typing.Any]


@cache
def read(path: Path) -> Json:
    """The JSON object in *path*; the test that wants it is skipped where there is no such file."""
    if not path.exists():
        pytest.skip(f"{path.name} is not at {path}")
    found: Json = json.loads(path.read_text())
    return found


def operations() -> dict[str, Json]:
    """The operations by ``operationId``, with ``method``, ``path`` and all ``parameters``."""
    return {
        entry["operationId"]: {**entry, "method": method.upper(), "path": path, "parameters": _parameters(item, entry)}
        for path, item in read(FACTS)["paths"].items()
        for method, entry in item.items()
        if method != "parameters"
    }


def _parameters(item: Json, entry: Json) -> dict[tuple[str, str], Json]:
    """The parameters by place and name: those of the path and of the operation, each of them once."""
    declared = [_resolved(parameter) for parameter in [*item.get("parameters", ()), *entry.get("parameters", ())]]
    return {(parameter["in"], parameter["name"]): parameter for parameter in declared}


def _resolved(entry: Json) -> Json:
    found = entry
    for name in entry["$ref"].removeprefix("#/").split("/") if "$ref" in entry else ():
        found = read(FACTS) if found is entry else found
        found = found[name]
    return found
