"""The TypedDicts of bodies say what the declarations say, to type checkers and to running programs."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from flat_api import bodies
from flat_api.apis.tags.group_api import GroupApi
from flat_api.model.score_creation import ScoreCreation
from flat_api.model.task import Task
from flat_api.operations._catalogue import operations
from flat_api.reference._body_types import all_bodies, bodies_module, named_bodies, typed_dicts
from flat_api.schemas import (
    BoolSchema,
    ComposedBase,
    DictSchema,
    EnumBase,
    IntSchema,
    StrSchema,
    any_of,
    declaration_of,
    list_of,
    map_of,
    nullable,
    optional,
    ref,
    required,
    value,
)

TYPED = all_bodies()


def test_the_module_in_the_package_is_current():
    """It is what the declarations give, byte for byte."""
    assert Path(bodies.__file__ or "").read_bytes() == bodies_module().encode()


def test_each_operation_that_sends_an_object_has_its_type():
    """Called like the model, or like the tag and what is in its class, with Body behind it; all of them are listed."""
    contents = [entry.operation.body.content for entry in operations() if entry.operation.body]
    sent = {content["application/json"].schema for content in contents if "application/json" in content}
    objects = [schema for schema in sent if schema is not None and declaration_of(schema).properties]
    assert len(objects) >= 30
    for schema in objects:
        assert TYPED[schema] == f"{schema.__qualname__.replace('Api.', '')}Body"
    assert sorted(TYPED.values()) == bodies.__all__
    assert TYPED[ScoreCreation.BuilderData] == "ScoreCreationBuilderDataBody"
    assert TYPED[GroupApi.Renaming] == "GroupRenamingBody"


@pytest.mark.parametrize("cls", TYPED, ids=TYPED.values())
def test_keys_are_those_of_the_model(cls: type):
    """All of them, those that must be there, and what it is about; the hints can be evaluated."""
    declaration, typed = declaration_of(cls), getattr(bodies, TYPED[cls])
    assert list(typed.__annotations__) == list(declaration.properties)
    assert typed.__required_keys__ == declaration.required
    assert typing.get_type_hints(typed).keys() == declaration.properties.keys()
    assert typing.is_typeddict(typed)
    assert (typed.__module__, typed.__qualname__) == ("flat_api.bodies", TYPED[cls])


def test_hints_are_the_types_that_the_stub_has():
    """Literal texts and the enum, lists, null, and the TypedDict of what is inside along with its model."""
    hints = typing.get_type_hints(bodies.ScoreModificationBody)
    assert hints["title"] is str
    literal, cls = typing.get_args(hints["privacy"])
    assert "private" in typing.get_args(literal)
    assert cls.__name__ == "ScorePrivacy"
    assert type(None) in typing.get_args(typing.get_type_hints(bodies.AssignmentSubmissionUpdateBody)["grade"])
    inner = typing.get_type_hints(bodies.ScoreCreationBody)["builderData"]
    assert set(typing.get_args(inner)) == {ScoreCreation.BuilderData, bodies.ScoreCreationBuilderDataBody}


def test_a_type_is_a_dict_at_run_time():
    """It checks nothing there: that is what the operation does."""
    assert bodies.ScoreModificationBody(title="A") == {"title": "A"}


def test_the_import_loads_hardly_any_model():
    """Nor anything that sends: only what a hint can't name otherwise."""
    program = "import sys, flat_api.bodies; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", program], text=True).split()
    assert len([name for name in loaded if name.startswith("flat_api.model.")]) <= 2
    assert not {"urllib3", "flat_api.operations", "flat_api.client"} & set(loaded)
    program = "import sys, flat_api, flat_api.client; print('flat_api.bodies' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "False"


class Long(EnumBase, StrSchema):
    """An enum whose values take many lines"""

    ONE = value("Body of 'one' | \"two\", models.x [" + "-" * 50)
    TWO = value("]" * 60)
    THREE = value("\\")


class Odd(DictSchema):
    """What is hard to print"""

    class Inner(DictSchema):
        """What is inside"""

        long = required(Long, "Many lines")
        date = optional(StrSchema.where(max_length=3), "A key like a type")
        str_ = optional(IntSchema, "Another one", key="str")

    return_ = optional(nullable(BoolSchema), "Give it back", key="return")
    a_b = required(list_of(Inner), "No name", key="a-b")
    again = optional(ref("Odd"), "One of its kind")
    lists = optional(list_of(list_of(any_of(Inner, StrSchema))))
    free = optional(map_of(StrSchema))
    task = optional(nullable(Task))
    named = optional(DictSchema.where(min_properties=1))


class Open(DictSchema, additional=StrSchema):
    """More than what is declared"""

    own = optional(StrSchema, "What is declared")


class Both(ComposedBase, DictSchema, all_of=(Open, Odd.Inner)):
    """All at once"""

    open = optional(Open, "Inside")


@pytest.fixture(scope="module")
def printed() -> Iterator[types.ModuleType]:
    """The TypedDicts of the odd classes, as a module."""
    made = types.ModuleType("flat_api.odd_bodies")
    made.__package__ = "flat_api"
    sys.modules[made.__name__] = made
    source = typed_dicts(named_bodies([list_of(Odd), Both]))
    exec(compile(source, made.__name__, "exec", dont_inherit=True), vars(made))  # annotations are values here
    yield made
    del sys.modules[made.__name__]


def test_what_is_inside_is_named_after_its_place(printed: types.ModuleType):
    """In lists, in unions, beside null, in what they are composed of."""
    assert printed.__all__ == sorted(printed.__all__)
    assert {"OddBody", "OddInnerBody", "OpenBody", "BothBody", "TaskBody", "TaskProgressBody"} <= set(printed.__all__)
    assert "OddNamedBody" not in printed.__all__


def test_keys_that_are_no_names_are_keys(printed: types.ModuleType):
    """Words of Python and what else can't be in the body of a class."""
    assert list(printed.OddBody.__annotations__)[:2] == ["return", "a-b"]
    assert printed.OddBody.__required_keys__ == {"a-b"}
    assert printed.OddBody(**{"a-b": []}) == {"a-b": []}


def test_hints_of_odd_types_can_be_evaluated(printed: types.ModuleType):
    """Types of themselves, keys that are called like types, texts with quotes, and maps."""
    for name in printed.__all__:
        assert typing.get_type_hints(getattr(printed, name))
    inner = typing.get_type_hints(printed.OddInnerBody)
    assert inner["date"] is str
    assert typing.get_args(inner["str"]) == (int, Decimal)
    literal, cls = typing.get_args(inner["long"])
    assert (typing.get_args(literal), cls) == (tuple(declaration_of(Long).enum or ()), Long)
    odd = typing.get_type_hints(printed.OddBody)
    assert set(typing.get_args(odd["again"])) == {Odd, printed.OddBody}
    assert type(None) in typing.get_args(odd["task"])
    assert typing.get_type_hints(printed.BothBody).keys() == {"own", "long", "date", "str", "open"}
    assert printed.BothBody.__required_keys__ == {"long"}
    assert len(typing.get_args(typing.get_type_hints(printed.BothBody)["open"])) == 3


def test_names_stay_apart():
    """Two places may have the same name."""

    class OddInner(DictSchema):
        """Called like what is inside another one"""

        x = optional(StrSchema)

    OddInner.__qualname__ = "OddInner"
    assert list(named_bodies([Odd.Inner, OddInner]).values()) == ["OddInnerBody", "OddInnerBody_"]


def test_lines_keep_to_their_width():
    """However long the texts of an enum are; only a text itself may be longer."""
    text = typed_dicts(named_bodies([list_of(Odd), Both]))
    assert max(map(len, text.splitlines())) <= 120


def test_documented_imports_work():
    """The module is where programs look for it."""
    module = importlib.import_module("flat_api.bodies")
    assert inspect.getdoc(module)
    assert module.ScoreModificationBody.__name__ == "ScoreModificationBody"
