"""Imports go one way: no module needs itself, in any number of steps, not inside a function either."""

from __future__ import annotations

import ast
import typing
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "flat_api"

MACHINE = [
    "_unset",
    "_masking",
    "_extension",
    "_cached",
    "_numbers",
    "_primitives",
    "_plain",
    "_secrets",
    "_display",
    "_html",
    "_nodes",
    "patterns",
    "_keywords",
    "_formats",
    "_json",
    "_declaration",
    "_findings",
    "_cast",
    "_instances",
    "_script",
    "_examination",
    "_composition",
    "_walk",
    "_compiled",
    "_compile",
    "_class_body",
    "documents",
    "_pydantic",
    "_pickling",
    "_metaoapg",
    "_validation",
    "_changes",
    "_signature",
    "_schema",
]
"""The machine below the public classes of `flat_api.schemas`, each module above all it may import."""


def name_of(path: Path) -> str:
    """The dotted name of a module."""
    steps = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(steps[:-1] if steps[-1] == "__init__" else steps)


MODULES = {name_of(path): path for path in PACKAGE.rglob("*.py")}


def nodes(tree: ast.AST, lazily: bool) -> typing.Iterator[ast.AST]:
    """Every node, but for what only type checkers read; and without functions unless *lazily*."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            yield from (inner for branch in node.orelse for inner in (branch, *nodes(branch, lazily)))
        elif lazily or not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node
            yield from nodes(node, lazily)


def imported(name: str, path: Path, source: str) -> set[str]:
    """The modules of the package that *source* imports; those that an ``__init__`` loads on demand aside."""
    is_package = path.name == "__init__.py"
    found: set[str] = set()
    for node in nodes(ast.parse(source), lazily=not is_package):
        if isinstance(node, ast.Import):
            found |= {entry.name for entry in node.names}
        elif isinstance(node, ast.ImportFrom):
            home = name.split(".")[: None if is_package and node.level == 1 else -(node.level - is_package) or None]
            base = ".".join([*(home if node.level else []), *([node.module] if node.module else [])])
            parts = {f"{base}.{entry.name}" for entry in node.names}
            found |= {part for part in parts if part in MODULES} or {base}
            found |= {base} if any(part not in MODULES for part in parts) else set()
    return (found & MODULES.keys()) - {name}


def circle(graph: typing.Mapping[str, set[str]]) -> list[str]:
    """A circle in *graph*, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_module_needs_itself():
    """Neither at once nor later, from inside a function."""
    graph = {name: imported(name, path, path.read_text("utf-8")) for name, path in MODULES.items()}
    assert len(graph) > 300
    assert sum(map(len, graph.values())) > 1000
    assert circle(graph) == []


@pytest.mark.parametrize("lower", MACHINE)
def test_the_machine_imports_downwards(lower: str):
    """The model runtime is a machine with classes on top: a lower module knows no higher one."""
    allowed = {f"flat_api.schemas.{name}" for name in MACHINE[: MACHINE.index(lower) + 1]}
    for name, path in MODULES.items():
        if name == f"flat_api.schemas.{lower}" or name.startswith(f"flat_api.schemas.{lower}."):
            needed = {entry for entry in imported(name, path, path.read_text("utf-8")) if ".schemas" in entry}
            assert {entry for entry in needed if not any(f"{entry}.".startswith(f"{one}.") for one in allowed)} == set()


def test_a_circle_is_found():
    """The test can fail: imports inside functions count, those for type checkers don't."""
    path = PACKAGE / "a.py"
    lazy = "def f():\n    from .schemas import _walk"
    assert imported("flat_api.a", path, lazy) == {"flat_api.schemas._walk"}
    typed = "if typing.TYPE_CHECKING:\n    from .schemas import _walk"
    assert imported("flat_api.a", path, typed) == set()
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) != []
