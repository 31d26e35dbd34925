"""The facts of the API, with references resolved, in the shape in which operations are compared with them."""

from __future__ import annotations

import json
import typing
from functools import cache
from pathlib import Path

import pytest

from ..codegen.union import METHODS, union

SHARED = Path(__file__).resolve().parents[3] / "shared"

NAMES = SHARED / "conformance" / "public-names.json"

Json = dict[str, typing.Any]


@cache
def read(path: Path) -> Json:
    """The JSON object in *path*; the test that wants it is skipped where there is no such file."""
    if not path.exists():
        pytest.skip(f"{path.name} is not at {path}")
    found: Json = json.loads(path.read_text())
    return found


def operations() -> dict[str, Json]:
    """The operations of 2.18.0 and 2.26.2 by ``operationId``, with ``method``, ``path`` and all ``parameters``."""
    return {
        item[method]["operationId"]: {
            **item[method],
            "method": method.upper(),
            "path": path,
            "parameters": {(entry["in"], entry["name"]): entry for entry in item[method]["parameters"]},
        }
        for path, item in _document()["paths"].items()
        for method in METHODS
        if method in item
    }


@cache
def _document() -> Json:
    return union()
