"""The stub of the operations: what it says of each is what the declarations say, and it is always current."""

import ast
from pathlib import Path

import pytest

import flat_api
from flat_api.api_client import Api
from flat_api.model.task import Task
from flat_api.operations import HeaderParameter, Keywords, get, post
from flat_api.reference import _stubs
from flat_api.reference._command import main
from flat_api.reference._printing import Names
from flat_api.reference._stubs import answer_type, resources_stubs
from flat_api.schemas import (
    BinarySchema,
    EnumBase,
    IntSchema,
    StrSchema,
    list_of,
    nullable,
    one_of,
    optional,
    required,
    value,
)

OF_ALL = {"timeout": True, "extra_headers": True, "extra_query": True}
STUB = Path(flat_api.__file__).with_name("_resources.pyi")


class Odd(EnumBase, StrSchema):
    """An enum whose values want to be escaped."""

    QUOTED = value('say "a"')
    LINES = value("a\nb\\")


class OddApi(Api):
    """Operations that are hard to print."""

    say = get(
        "/{class}",
        'Say """nothing""" with \\ in it, ' + "at length, " * 20 + 'and end with a "quote"',
        path={"class": required(StrSchema, "Where, " * 30)},
        query={"words": optional(Odd, "Which\nof them"), "many": optional(list_of(StrSchema.where(max_length=3)))},
        header={"X-Trace": HeaderParameter("X-Trace", schema=StrSchema)},
        returns=Task,
    )
    send = post("/", "Send it.", body=optional(Task), consumes=("application/json", "text/plain"))
    load = get("/file", "Load it.", returns=BinarySchema, produces=("image/png",))


@pytest.fixture
def odd_stub(monkeypatch):
    """The stub for the odd operations, as a tree."""
    monkeypatch.setattr(_stubs, "services", lambda package: [OddApi])
    return ast.parse(resources_stubs()["flat_api._resources"])


def methods(tree):
    """The operations in a stub, by class and name."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name != "Calls"]
    return {
        (entry.name, node.name): node
        for entry in classes
        for node in entry.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }


def keyword_defaults(node):
    """The keywords of a method, and whether they may be left out."""
    return {entry.arg: default is not None for entry, default in zip(node.args.kwonlyargs, node.args.kw_defaults)}


def test_the_stub_in_the_package_is_current():
    """It is what the declarations give, byte for byte."""
    for module, text in resources_stubs().items():
        path = STUB.parents[1].joinpath(*module.split(".")).with_suffix(".pyi")
        assert path.read_bytes() == text.encode()


def test_each_operation_is_in_the_stub_as_it_is_called():
    """Names, keywords, which of them are required, and the text are those of the running program."""
    found = methods(ast.parse(STUB.read_text("utf-8")))
    expected = {}
    for cls in _stubs.services("flat_api"):
        for name, operation in _stubs.own_operations(cls).items():
            expected[f"{cls.__name__.removesuffix('Api')}Calls", name] = Keywords(operation)
    assert found.keys() == expected.keys()
    for key, node in found.items():
        keywords = expected[key]
        assert keyword_defaults(node) == {entry.name: not entry.required for entry in keywords.all.values()}
        assert ast.get_docstring(node).split() == keywords.doc.split()


def test_odd_declarations_are_printed_right(odd_stub):
    """Quotes, backslashes, line breaks, long lines, keywords of Python and names that are none."""
    node = methods(odd_stub)["OddCalls", "say"]
    assert ast.get_docstring(node).split() == Keywords(OddApi.say).doc.split()
    assert keyword_defaults(node) == {"class_": False, "words": True, "many": True, "X_Trace": True, **OF_ALL}
    words = next(entry.annotation for entry in node.args.kwonlyargs if entry.arg == "words")
    values = [entry.value for entry in ast.walk(words) if isinstance(entry, ast.Constant)]
    assert values == ['say "a"', "a\nb\\"]


def test_each_kind_of_operation_has_its_decorator(odd_stub):
    """What has no body, and what is a file; a body in several media types brings `content_type`."""
    found = methods(odd_stub)
    send, load = found["OddCalls", "send"], found["OddCalls", "load"]
    assert ast.unparse(send.decorator_list[0]) == "_command"
    assert list(keyword_defaults(send)) == ["body", "extra_body", "content_type", *OF_ALL]
    assert ast.unparse(load.decorator_list[0]) == "_download(_save_load)"
    assert ast.unparse(load.returns) == "bytes"


def test_no_line_is_too_long(odd_stub):
    """Whatever the declarations hold, the stub keeps to the width of this repository."""
    for text in resources_stubs().values():
        assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize(
    ("cls", "expected"),
    [
        (None, "None"),
        (Task, "Task"),
        (list_of(Task), "ListSchema[Task]"),
        (list_of(Task.State), "ListSchema[Task.State]"),
        (list_of(IntSchema.where(minimum=1)), "ListSchema[IntSchema]"),
        (BinarySchema, "bytes"),
        (nullable(Task), "Task | NoneSchema"),
        (one_of(StrSchema, IntSchema), "StrSchema | IntSchema"),
    ],
)
def test_answers_are_instances(cls, expected):
    """An annotation for each class that an operation may return."""
    assert answer_type(cls, Names("here")) == expected


def test_the_command_prints_and_checks_the_stub(tmp_path, capsys):
    """Where the package is beside the pages, ``--check`` tells of a stub that is old, and printing mends it."""
    (tmp_path / "flat_api").mkdir()
    pages = tmp_path / "docs" / "models"
    assert main(["--output", str(pages)]) == 0
    stub = tmp_path / "flat_api" / "_resources.pyi"
    assert stub.read_bytes() == STUB.read_bytes()
    stub.write_text("x: int\n")
    capsys.readouterr()
    assert main(["--check", "--output", str(pages)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith("_resources.pyi: out of date")
    assert main(["--output", str(pages)]) == 0
    assert main(["--check", "--output", str(pages)]) == 0
