"""Printed Python: what it imports, and how it is broken into lines."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import flat_api
from flat_api.model.task import Task
from flat_api.reference._printing import WIDTH, Names, annotated, docstring, method, quoted, split
from flat_api.schemas import EnumBase, StrSchema

PACKAGE = Path(flat_api.__file__).parent
PRINTED = [PACKAGE / "_resources.pyi", PACKAGE / "bodies.py", *sorted(PACKAGE.glob("model/*.pyi"))]


class Odd(EnumBase, StrSchema):
    """A class that is in none of the packages."""


def test_names_are_imported_from_where_they_are():
    """Classes of this package from its own modules, those inside others with the outer one; builtins not at all."""
    names = Names("flat_api._resources")
    assert (names.of(Task.State), names.of(StrSchema), names.of(Odd)) == ("Task.State", "StrSchema", "Odd")
    assert (names.add("typing", "Any"), names.add("builtins", "str")) == ("Any", "str")
    assert names.imports() == [
        "from typing import Any",
        "",
        f"from {__name__} import Odd",
        "",
        "from .model.task import Task",
        "from .schemas import StrSchema",
    ]


def test_a_module_imports_nothing_from_itself():
    """Its own classes have their names there, and its neighbours are one dot away."""
    names = Names("flat_api.model.task")
    assert (names.of(Task.State), names.add("flat_api.model.group", "Group")) == ("Task.State", "Group")
    assert names.imports() == ["from .group import Group"]


def test_names_that_mean_something_else_get_an_underscore():
    """A property called like a type hides it in the body of its class, and two modules may have the same name."""
    names = Names("here", ["date", "str", "_str"])
    assert names.add("datetime", "date") == names.add("datetime", "date") == "_date"
    assert names.add("builtins", "str") == "__str"
    assert (names.add("one", "Any"), names.add("two", "Any")) == ("Any", "_Any")
    assert names.imports() == [
        "from builtins import str as __str",
        "from datetime import date as _date",
        "",
        "from one import Any",
        "from two import Any as _Any",
    ]


def test_imports_are_sorted_and_broken_into_lines():
    """Constants, classes, functions, each without a look at the case; and the farthest package first."""
    names = Names("flat_api.model.task")
    for module, name in [("typing", name) for name in ("overload", "Any", "TYPE_CHECKING", "Unpack", "UUIDS", "cast")]:
        names.add(module, name)
    for number in range(20):
        names.add("flat_api.schemas", f"Schema{number:02}")
    names.add("flat_api.model.group", "Group")
    lines = names.imports()
    assert lines[:2] == ["from typing import TYPE_CHECKING, UUIDS, Any, Unpack, cast, overload", ""]
    assert lines[2] == "from ..schemas import ("
    assert lines[3:-2] == [f"    Schema{number:02}," for number in range(20)]
    assert lines[-2:] == [")", "from .group import Group"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("str", ["str"]),
        ("str | None", ["str", "None"]),
        ("Sequence[str | None] | tuple[int, str]", ["Sequence[str | None]", "tuple[int, str]"]),
        ("""Literal["a | b", 'c"] | '] | None""", ["""Literal["a | b", 'c"] | ']""", "None"]),
        (r"""Literal['\\'] | None""", [r"""Literal['\\']""", "None"]),
    ],
)
def test_a_union_is_split_where_it_is_one(text, expected):
    """Bars in brackets and in quotes belong to one of the alternatives."""
    assert split(text, " | ") == expected


literals = st.lists(st.text(max_size=40), min_size=1, max_size=12).map(
    lambda texts: f"Literal[{', '.join(map(quoted, texts))}]"
)
annotations = st.recursive(
    literals | st.sampled_from(["str", "None", "Task.State", "float"]),
    lambda inner: inner.map("Sequence[{}]".format) | st.lists(inner, min_size=1, max_size=5).map(" | ".join),
)


@given(annotations)
def test_broken_lines_say_the_same(annotation):
    """However long an annotation is, on many lines it is what it was on one."""
    flat = ast.parse(f"def f(x: {annotation} = ...) -> None: ...")
    lines = method("f", [f"x: {annotation} = ..."], "None", " ...", "")
    assert ast.dump(ast.parse("\n".join(lines))) == ast.dump(flat)
    alone = annotated("x: ", f"Property[{annotation}]")
    assert ast.dump(ast.parse("\n".join(alone))) == ast.dump(ast.parse(f"x: Property[{annotation}]"))


@given(st.text())
def test_a_docstring_says_the_text(text):
    """White space aside, and what can't be printed."""
    lines = list(docstring(text, "    "))
    read = ast.parse("class A:\n" + "\n".join(lines) + "\n    x: int\n")
    shown = "".join(character if character.isprintable() else " " for character in text)
    assert (ast.get_docstring(read.body[0]) or "").split() == shown.split()


def test_a_long_docstring_ends_on_a_line_of_its_own():
    """No line is too long."""
    lines = list(docstring("word " * 60, "    "))
    assert max(map(len, lines)) <= WIDTH
    assert lines[-1] == '    """'
    assert list(docstring("", "    ")) == []


@pytest.mark.parametrize("arguments", [["format", "--check"], ["check"]], ids=["layout", "style"])
def test_what_is_printed_is_well_formatted(arguments):
    """As ruff would print it, if it is here."""
    ruff = shutil.which("ruff", path=str(Path(sys.executable).parent)) or shutil.which("ruff")
    if ruff is None:
        pytest.skip("ruff comes with the extra 'lint'")
    done = subprocess.run([ruff, *arguments, *map(str, PRINTED)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert max(len(line) for path in PRINTED for line in path.read_text("utf-8").splitlines()) <= WIDTH
