"""Read one value from JSON and show what a program sees of it: `flat-api show`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from rich.cells import cell_len

from ..bulk._files import Source, read_whole
from ..bulk._lines import read_line
from ..bulk._problems import Position, position_of, problems_of, record
from ..exceptions import ApiTypeError, ApiValueError, OpenApiException, Problem
from ..schemas import Reading, Schema, read_json
from ._console import make_console, put, tell
from ._exit import ExitCode
from ._models import model_name
from ._nodes import Node, describe
from ._problems import sentence
from ._text import object_with, shown_name, visible
from ._tree import print_tree

__all__ = ["View", "show"]

EXCERPT = 60
"""Characters shown on either side of the place where a text stops being JSON."""


class View(NamedTuple):
    """How a value is shown: with *absent* properties, with *full* values, *as_json* instead of a tree."""

    absent: bool = False
    full: bool = False
    as_json: bool = False
    lenient: bool = False
    """Whether what does not fit is shown as it came, with its problems on standard error."""


PLAIN = View()


def show(name: str, model: type[Schema], line: int | None = None, view: View = PLAIN) -> ExitCode:
    """Show the value in the file *name*, or in its line *line*, as *model*. Raises `UnreadableFileError`."""
    data = _read(name, line)
    try:
        value, problems = read_json(model, data) if view.lenient else Reading(model.from_json(data), ())
    except (ApiTypeError, ApiValueError) as error:
        if view.as_json:
            put(_refused(name, model, error))
        else:
            _print_refusal(shown_name(name), line, data, error)
        return ExitCode.REFUSED
    nodes = describe(value, absent=view.absent)
    if view.as_json:
        put(_accepted(name, value, nodes, problems if view.lenient else None))
    else:
        print_tree(make_console(), nodes, full=view.full)
        _print_problems(shown_name(name), line, problems)
    return ExitCode.GOOD


def _read(name: str, line: int | None) -> bytes:
    if line is None:
        return read_whole(name)
    with Source(name) as source:
        return read_line(source, line)


def _print_refusal(name: str, line: int | None, data: bytes, error: OpenApiException) -> None:
    """Say what is wrong with *data*, all of the file *name* or its line *line*."""
    position = position_of(error)
    if position is None:
        _print_problems(name, line, problems_of(error))
        return
    place = f"{name}:{line or position.line}:{position.column}"
    lines = [f"{place}: not JSON: {visible(position.reason)}", *_excerpt(data, position)]
    if position.reason == "Extra data" and position.line > 1:
        lines.append("If every line holds a value: `show --line N` shows one of them, `check` reads them all.")
    tell("\n".join(lines))


def _print_problems(name: str, line: int | None, problems: Iterable[Problem]) -> None:
    place = f"{name}:{line}" if line else name
    for problem in problems:
        tell(f"{place}: {sentence(problem)}")


def _excerpt(data: bytes, position: Position) -> list[str]:
    """The place of *position* in *data*, with a mark on a line below; nothing if that place is empty."""
    line = data.decode(errors="backslashreplace").split("\n")[position.line - 1].removesuffix("\r")
    at = position.column - 1
    before = visible(line[max(0, at - EXCERPT) : at])
    after = visible(line[at : at + EXCERPT])
    return [f"    {before}{after}", f"    {' ' * cell_len(before)}^"] if before or after else []


def _accepted(name: str, value: Schema, nodes: Iterable[Node], problems: Iterable[Problem] | None = None) -> str:
    """A JSON object with *value*, read from the file *name*, and a list of *nodes*, one per value inside.

    After a lenient reading it has the *problems* that were found, too.
    """
    head: dict[str, Any] = {"file": name, "model": model_name(type(value)), "accepted": True}
    if problems is not None:
        head["problems"] = [record(problem) for problem in problems]
    return object_with(head, value=value.to_json(), nodes=f"[{', '.join(map(_node, nodes))}]")


def _refused(name: str, model: type[Schema], error: OpenApiException) -> str:
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
