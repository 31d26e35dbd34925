"""What `flat-api show --json` prints."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..exceptions import OpenApiException, Problem
from ..schemas import Schema
from ._json import object_with
from ._nodes import Node
from ._problems import position_of, problems_of, record

__all__ = ["accepted_as_json", "model_name", "refused_as_json"]


def model_name(model: type[Schema]) -> str:
    """The full dotted name of *model*."""
    return f"{model.__module__}.{model.__qualname__}"


def accepted_as_json(name: str, value: Schema, nodes: Iterable[Node], problems: Iterable[Problem] | None = None) -> str:
    """A JSON object with *value*, read from the file *name*, and a list of *nodes*, one per value inside.

    After a lenient reading it has the *problems* that were found, too.
    """
    head: dict[str, Any] = {"file": name, "model": model_name(type(value)), "accepted": True}
    if problems is not None:
        head["problems"] = [record(problem) for problem in problems]
    return object_with(head, value=value.to_json(), nodes=f"[{', '.join(map(_node, nodes))}]")


def refused_as_json(name: str, model: type[Schema], error: OpenApiException) -> str:
    """A JSON object with what *error* says of the file *name*; with line and column if it is not JSON."""
    fields: dict[str, Any] = {"file": name, "model": model_name(model), "accepted": False}
    position = position_of(error)
    if position is not None:
        fields["line"], fields["column"] = position.line, position.column
    fields["problems"] = [record(problem) for problem in problems_of(error)]
    return json.dumps(fields)


def _node(node: Node) -> str:
    fields: dict[str, Any] = {
        "path": node.path,
        "type": node.type,
        "schema": node.schema,
        "present": node.present,
    }
    optional = {"size": node.size, "member": node.member, "date": node.parsed}
    fields.update((name, value) for name, value in optional.items() if value is not None)
    return object_with(fields, value=node.value.to_json()) if node.present and node.size is None else json.dumps(fields)
