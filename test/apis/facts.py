"""The facts of the API, with references resolved, in the shape in which operations are compared with them."""

from __future__ import annotations

import json
import typing
from functools import cache
from pathlib import Path

from ..codegen.union import METHODS, union
from ..recordings import recorded

Json = dict[str, typing.Any]


@cache
def read(path: Path) -> Json:
    """The JSON object in *path*; the test that wants it is skipped where there are no recordings."""
    found: Json = json.loads(recorded(path))
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
