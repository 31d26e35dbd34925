"""The classes of instances, and taking instances apart and putting them together: pickles, copies, other processes."""

from __future__ import annotations

import copy
import gc
import multiprocessing
import pickle
import typing
from concurrent.futures import ProcessPoolExecutor

import pytest
from frozendict import frozendict
from hypothesis import given
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.schemas import (
    AnyTypeSchema,
    BytesSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    IntSchema,
    ListSchema,
    NumberSchema,
    StrSchema,
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

from .. import strategies
from .notations import ours
from .roads import tree

Any = typing.Any

PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)

Short = StrSchema.where(max_length=3)
Numbers = list_of(NumberSchema)
Texts = map_of(StrSchema)
Either = one_of(StrSchema, NumberSchema)
Maybe = nullable(DateTimeSchema)


class Level(EnumBase, IntSchema):
    """An enum of numbers."""

    ONE = value(1)
    TWO = value(2)


class Holder(DictSchema):
    """An object that declares everything there is, mostly in classes without a name of their own."""

    text = optional(Short)
    again = optional(Short)
    limited = optional(StrSchema.where(pattern="^a"))
    numbers = optional(Numbers)
    grid = optional(list_of(list_of(IntSchema, max_items=3)))
    texts = optional(map_of(map_of(StrSchema.where(max_length=2))))
    level = optional(Level)
    maybe = optional(nullable(StrSchema))
    nulls = optional(list_of(nullable(NumberSchema.where(minimum=1))))
    mood = optional(nullable(Level))
    moment = optional(DateTimeSchema)
    either = optional(one_of(StrSchema, list_of(Short), nullable(map_of(IntSchema))))
    both = optional(all_of(map_of(NumberSchema), DictSchema.where(max_properties=2)))
    some = optional(any_of(StrSchema, DateTimeSchema, StrSchema.where(max_length=2)))
    blob = optional(BytesSchema)
    binary = optional(schemas.BinarySchema)
    child = optional(ref("Holder"))
    dotted = optional(StrSchema.where(max_length=4), key="a.b.c")
    spaced = optional(list_of(one_of(Short, NumberSchema)), key="the list")
    empty = optional(list_of(Short), key="")
    closed = optional(DictSchema.where(additional=False))


HELD: dict[str, Any] = {
    "text": "abc",
    "again": "abc",
    "limited": "abc",
    "numbers": [1, 2.5],
    "grid": [[1, 2], []],
    "texts": {"a": {"b": "c"}},
    "level": 1,
    "maybe": None,
    "nulls": [1, None],
    "mood": None,
    "moment": "2023-06-05T10:20:30Z",
    "either": {"a": 1},
    "both": {"a": 1},
    "some": "2023-06-05T10:20:30Z",
    "blob": b"\x00",
    "binary": b"\x00",
    "child": {"child": {"either": ["a"]}},
    "a.b.c": "d",
    "the list": ["a", 1],
    "": ["a"],
    "closed": {},
    "undeclared": {"list": [1, True, None, "text", {"deep": False}]},
}

VALUES: dict[str, Any] = {
    "Task": Task({"id": "a", "state": "done", "progress": {"percent": 33.3}, "x": [None, True]}),
    "member": Task.State.DONE,
    "number": NumberSchema(33.3),
    "number member": Level.ONE,
    "string": StrSchema("a"),
    "date-time": DateTimeSchema("2023-06-05T10:20:30Z"),
    "array": ListSchema([1, "a"]),
    "bytes": BytesSchema(b"\x00"),
    "true": schemas.BoolSchema(True),
    "false": schemas.BoolSchema(False),
    "null": schemas.NoneSchema(None),
    "untyped object": AnyTypeSchema({"a": [1]}),
    "untyped true": AnyTypeSchema(True),
    "untyped null": schemas.UnsetAnyTypeSchema(None),
    "empty object": DictSchema({}),
    "where": Short("abc"),
    "list_of": Numbers([1]),
    "map_of": Texts({"a": "b"}),
    "one_of": Either("a"),
    "nullable": Maybe("2023-06-05T10:20:30Z"),
    "null of nullable": Maybe(None),
    "odd keys": DictSchema({1: "a", None: "b", (1, 2): "c"}),
    "holder": Holder(HELD),
    **{f"holder {key!r}": Holder({key: item}) for key, item in HELD.items()},
    **{f"held {key!r}": Holder({key: item})[key] for key, item in HELD.items()},
}

every_value = pytest.mark.parametrize("instance", VALUES.values(), ids=VALUES)


# Pickles and copies


@every_value
@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_value_is_pickled_with_every_protocol(instance: Any, protocol: int):
    """What comes out of a pickle is an equal instance of the same class, all the way down."""
    assert tree(pickle.loads(pickle.dumps(instance, protocol))) == tree(instance)


@given(strategies.task_payloads, st.sampled_from(PROTOCOLS))
def test_tasks_are_pickled(payload: Any, protocol: int):
    """Every Task survives every pickle protocol, with its members being the same objects."""
    task = Task(payload)
    restored = pickle.loads(pickle.dumps(task, protocol))
    assert tree(restored) == tree(task)
    assert hash(restored) == hash(task)
    assert restored.get("state") is task.get("state")


@given(strategies.json_values, st.sampled_from(PROTOCOLS))
def test_untyped_values_are_pickled(data: Any, protocol: int):
    """Untyped values of every shape survive every protocol."""
    instance = AnyTypeSchema(data)
    assert tree(pickle.loads(pickle.dumps(instance, protocol))) == tree(instance)


@pytest.mark.parametrize("member", ["created", "doing", "done", "canceled", "error"])
@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, lambda item: pickle.loads(pickle.dumps(item))])
def test_members_and_singletons_stay_themselves(member: str, duplicate: Any):
    """An enum member, a boolean and a null are the same object after a copy or a pickle."""
    task = Task({"state": member, "extra": [True, False, None]})
    other = duplicate(task)
    assert other.state is Task.State(member)
    assert all(one is another for one, another in zip(other.extra, task.extra))


def test_a_value_that_is_no_member_is_pickled():
    """A value that was read with the enum check disabled comes back without a check."""
    lenient = schemas.Configuration(disabled_client_side_validations={"enum"})
    archived = Task({"state": "archived"}, _configuration=lenient)
    assert tree(pickle.loads(pickle.dumps(archived))) == tree(archived)


def test_shared_values_are_shared_in_a_pickle():
    """A pickle holds an object once, however often it is referred to."""
    progress = Task.Progress(text="x" * 1000)
    tasks = [Task(progress=progress) for _ in range(50)]
    assert len(pickle.dumps(tasks)) < 1000 + 50 * 100
    restored = pickle.loads(pickle.dumps(tasks))
    assert restored[0].progress is restored[1].progress


def test_pickles_of_tasks_are_small():
    """A pickle is not much larger than that of the plain data."""
    payload = {"id": "t1", "state": "done", "progress": {"percent": 5}, "creationDate": "2023-06-05T10:20:30Z"}
    tasks = [Task({**payload, "id": str(index)}) for index in range(100)]
    plain = [{**payload, "id": str(index)} for index in range(100)]
    assert len(pickle.dumps(tasks)) < 5 * len(pickle.dumps(plain))


# Other processes


def describe(instance: Any) -> Any:
    """What another process sees of *instance*, and the instance as it sends it back."""
    attributes = (instance.undeclared["list"][0], instance.level is Level.ONE, instance.maybe.is_none())
    return type(instance) is Holder, attributes, hash(instance.level), instance


@pytest.fixture(scope="module")
def process() -> typing.Iterator[ProcessPoolExecutor]:
    """A process that shares nothing with this one."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool


def test_values_go_to_another_process_and_back(process: ProcessPoolExecutor):
    """An instance that is the first of its class in a process has its attributes, and members are members there."""
    same, attributes, _, returned = process.submit(describe, Holder(HELD)).result()
    assert same
    assert attributes == (1, True, True)
    assert tree(returned) == tree(Holder(HELD))


def test_classes_are_found_in_another_process(process: ProcessPoolExecutor):
    """A schema class can be the function that another process runs."""
    assert process.submit(Task, {"state": "done"}).result().state is Task.State.DONE
    assert process.submit(Task.from_json, '{"progress": {"percent": 1.5}}').result().progress.percent == 1.5


# Classes of instances


def test_ordinary_instances_are_of_the_schema_class_itself():
    """No class is made for what one schema of one type took."""
    for cls, data in ((Task, {}), (StrSchema, "a"), (ListSchema, []), (NumberSchema, 1), (Level, 1)):
        assert type(cls(data)) is cls


def test_every_other_class_is_made_once():
    """Untyped, nullable and composed values have a class for each type, which stays for good."""
    for cls, first, second in ((AnyTypeSchema, "a", "b"), (Maybe, None, None), (Either, 1, 2.5)):
        assert type(cls(first)) is type(cls(second))
        assert type(cls(first)) is not cls
        assert isinstance(cls(first), cls)
    before = type(Either("a"))
    gc.collect()
    assert type(Either("b")) is before


def test_made_classes_are_named_like_the_schema():
    """The class of an untyped value is called like the schema that took it."""
    assert type(AnyTypeSchema("a")).__name__ == "AnyTypeSchema"
    assert type(Task(x=[])["x"]).__qualname__ == "UnsetAnyTypeSchema"


@pytest.mark.parametrize(
    ("cls", "data", "classes"),
    [
        (Task, {}, {Task, DictSchema, frozendict, dict}),
        (Task.State, "done", {Task.State, EnumBase, StrSchema, schemas.Singleton, str}),
        (DateTimeSchema, "2023-06-05T10:20:30Z", {DateTimeSchema, StrSchema, schemas.DateTimeBase, str}),
        (Maybe, "2023-06-05T10:20:30Z", {Maybe, schemas.DateTimeBase, schemas.StrBase, schemas.NoneBase, str}),
        (Maybe, None, {Maybe, schemas.StrBase, schemas.NoneBase, schemas.NoneClass}),
        (AnyTypeSchema, {}, {AnyTypeSchema, schemas.DictBase, schemas.StrBase, frozendict, dict}),
        (AnyTypeSchema, "a", {AnyTypeSchema, schemas.DictBase, schemas.StrBase, str}),
    ],
    ids=lambda item: getattr(item, "__name__", None),
)
def test_instances_are_instances_of_schema_bases_and_primitive(cls: Any, data: Any, classes: set[type]):
    """An instance belongs to its schema class, to the bases of that, to Schema and to its primitive class."""
    instance = cls(data)
    assert all(isinstance(instance, expected) for expected in {*classes, schemas.Schema})


@pytest.mark.parametrize("data", ["a", 5, True, None, [1], {"a": 1}], ids=repr)
def test_untyped_values_are_of_no_typed_class(data: Any):
    """An undeclared value is an AnyTypeSchema and no StrSchema, NumberSchema ... at any depth."""
    typed = (StrSchema, NumberSchema, schemas.BoolSchema, schemas.NoneSchema, ListSchema, DictSchema)
    for instance in (Task(x=data)["x"], Task(x=[{"y": data}])["x"][0]["y"]):
        assert isinstance(instance, schemas.UnsetAnyTypeSchema)
        assert not isinstance(instance, typed)


def test_get_new_class_gives_the_class_of_an_instance():
    """The historic function finds the class for schemas and a primitive."""
    assert schemas.get_new_class("DynamicSchema", (StrSchema, str)) is StrSchema
    assert schemas.get_new_class("DynamicSchema", (AnyTypeSchema, str)) is type(AnyTypeSchema("a"))


@given(st.data())
def test_values_of_any_schema_are_copied(data: st.DataObject):
    """Whatever the schema, a copy and a deep copy of an instance are equal instances of equal classes."""
    spec = data.draw(strategies.specs)
    payload = data.draw(strategies.payloads(spec, 0))
    try:
        instance = ours(spec)(payload)
    except (ApiTypeError, ApiValueError):
        return
    assert tree(copy.copy(instance)) == tree(instance)
    assert tree(copy.deepcopy([instance])[0]) == tree(instance)
    assert hash(instance) == hash(copy.deepcopy(instance))
