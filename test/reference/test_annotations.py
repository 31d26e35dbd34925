"""What type checkers are told of schema classes."""

import pytest

from flat_api.model.edu_skills_focused import EduSkillsFocused
from flat_api.model.task import Task
from flat_api.reference._annotations import Arguments, value_type
from flat_api.reference._printing import Names
from flat_api.schemas import (
    AnyTypeSchema,
    BinarySchema,
    BoolSchema,
    ComposedBase,
    ComposedSchema,
    DateSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    IntSchema,
    ListBase,
    ListSchema,
    NoneBase,
    NoneFrozenDictMixin,
    NoneTupleMixin,
    NumberSchema,
    Schema,
    StrSchema,
    UUIDSchema,
    all_of,
    any_of,
    list_of,
    map_of,
    nullable,
    one_of,
    optional,
    ref,
    value,
)


class Odd(EnumBase, StrSchema):
    """An enum whose values want to be escaped."""

    QUOTED = value('say "a"')
    LINES = value("a\nb\\")


class Known(EnumBase, StrSchema, extensible=True):
    """An enum that will have more members."""

    ONE = value("one")


class Count(EnumBase, IntSchema):
    """An enum of numbers."""

    ONE = value(1)


class Nicknames(ListBase, NoneBase, Schema, NoneTupleMixin, items=StrSchema):
    """Names, or null for none."""


class Node(DictSchema):
    """Something that has others of its kind."""

    inner = optional(list_of(ref("Node")))
    either = optional(one_of(Task, StrSchema))


class Either(ComposedSchema, any_of=(Task, StrSchema)):
    """A task, or its identifier."""


class More(ComposedBase, DictSchema, all_of=(Task,)):
    """A task with more to it."""


MAPPING = "Mapping[str, Any]"
NULL = "NoneClass | None"


@pytest.mark.parametrize(
    ("cls", "expected"),
    [
        (StrSchema, "str"),
        (StrSchema.where(max_length=3), "str"),
        (IntSchema, "int | Decimal"),
        (NumberSchema, "float | Decimal"),
        (BoolSchema, "bool | BoolClass"),
        (DateTimeSchema, "str | datetime"),
        (DateSchema, "str | date"),
        (UUIDSchema, "str | UUID"),
        (nullable(StrSchema), f"str | {NULL}"),
        (list_of(StrSchema), "Sequence[str]"),
        (ListSchema, "Sequence[Any]"),
        (Nicknames, f"Nicknames | Sequence[str] | {NULL}"),
        (list_of(list_of(IntSchema)), "Sequence[Sequence[int | Decimal]]"),
        (Task, f"Task | {MAPPING}"),
        (list_of(Task), f"Sequence[Task | {MAPPING}]"),
        (nullable(Task), f"Task | {MAPPING} | {NULL}"),
        (DictSchema.where(min_properties=1), MAPPING),
        (map_of(StrSchema), MAPPING),
        (Node, f"Node | {MAPPING}"),
        (Task.State, 'Literal["created", "doing", "done", "canceled", "error"] | Task.State'),
        (nullable(Odd), f"""Literal['say "a"', "a\\nb\\\\"] | Odd | {NULL}"""),
        (Known, 'Literal["one"] | Known | str'),
        (Count, "int | Decimal"),
        (BinarySchema, "bytes | FileIO | BufferedReader"),
        (one_of(StrSchema, IntSchema), "str | int | Decimal"),
        (any_of(Odd, StrSchema), """Literal['say "a"', "a\\nb\\\\"] | Odd | str"""),
        (nullable(one_of(StrSchema, IntSchema)), f"str | int | Decimal | {NULL}"),
        (Either, f"Either | Task | {MAPPING} | str"),
        (all_of(Task, DictSchema), MAPPING),
        (More, f"More | {MAPPING}"),
        (all_of(StrSchema), "Any"),
        (AnyTypeSchema, "Any"),
    ],
)
def test_arguments_are_instances_or_plain_data(cls: type[Schema], expected: str):
    """An annotation for each class of values."""
    assert Arguments(Names("here")).of(cls) == expected


def test_plain_data_for_objects_may_be_known_better():
    """Where there is a type for it, it takes the place of a mapping, at any depth."""
    known = Arguments(Names("here"), lambda cls: [f"{cls.__name__}Body"])
    assert known.of(list_of(nullable(Task))) == f"Sequence[Task | TaskBody | {NULL}]"
    assert known.of(one_of(Task, StrSchema)) == "Task | TaskBody | str"


@pytest.mark.parametrize(
    ("cls", "expected"),
    [
        (StrSchema.where(max_length=3), "StrSchema"),
        (Task.State, "Task.State"),
        (nullable(DateTimeSchema), "DateTimeSchema | NoneSchema"),
        (nullable(Task.State), "Task.State | NoneSchema"),
        (nullable(one_of(StrSchema, IntSchema)), "StrSchema | IntSchema | NoneSchema"),
        (list_of(nullable(IntSchema)), "ListSchema[IntSchema | NoneSchema]"),
        (nullable(list_of(Task)), "ListSchema[Task] | NoneSchema"),
        (list_of(StrSchema).where(max_items=3), "ListSchema[StrSchema]"),
        (ListSchema, "ListSchema[Any]"),
        (ListSchema.where(max_items=3), "ListSchema[Any]"),
        (EduSkillsFocused, "EduSkillsFocused"),
        (map_of(StrSchema), "DictSchema"),
        (one_of(StrSchema, IntSchema), "StrSchema | IntSchema"),
        (NoneFrozenDictMixin, "NoneFrozenDictMixin"),
    ],
)
def test_values_are_instances(cls: type, expected: str):
    """As the checkers read the declaration itself."""
    assert value_type(cls, Names("here")) == expected
