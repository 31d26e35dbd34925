"""Pickles of classes and of values, wherever the class was made, in this process and in another one."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
import typing

import pytest

from flat_api import models, schemas
from flat_api.apis.tag_to_api import tag_to_api
from flat_api.apis.tags.user_api import UserApi
from flat_api.model.task import Task
from flat_api.operations import Operation
from flat_api.schemas import IntSchema, NumberSchema, StrSchema, list_of, map_of, nullable, one_of, ref

from .roads import tree

Any = typing.Any

Title = StrSchema.where(max_length=80)

NAMELESS: dict[str, tuple[typing.Callable[[], Any], Any]] = {
    "list": (lambda: list_of(StrSchema, max_items=3), ["a"]),
    "list of models": (lambda: list_of(Task), [{"id": "a", "state": "done"}]),
    "list of a reference": (lambda: list_of(ref("flat_api.models.Task")), [{"id": "a"}]),
    "map": (lambda: map_of(nullable(IntSchema)), {"a": None, "b": 5}),
    "null": (lambda: nullable(list_of(StrSchema)), None),
    "not null": (lambda: nullable(list_of(StrSchema)), ["a"]),
    "nullable composition": (lambda: nullable(one_of(StrSchema, IntSchema)), 5),
    "choice": (lambda: one_of(StrSchema.where(pattern="^a"), NumberSchema.where(maximum=0.3)), "ab"),
    "expression": (lambda: StrSchema.where(pattern=re.compile("^A", re.IGNORECASE)), "ab"),
    "limits upon limits": (lambda: StrSchema.where(max_length=9).where(min_length=1), "ab"),
}


@pytest.mark.parametrize(("make", "data"), NAMELESS.values(), ids=NAMELESS)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_classes_without_a_name_are_pickled_by_how_they_were_made(make: Any, data: Any, protocol: int):
    """Here, what comes out is an equal instance of the same class."""
    value = make()(data)
    restored = pickle.loads(pickle.dumps(value, protocol))
    assert tree(restored) == tree(value)
    (cls,) = schemas.declaration_of(type(value)).matched[:1]
    assert pickle.loads(pickle.dumps(cls, protocol)) is cls


def test_a_new_process_makes_the_same_class():
    """There, the class validates as the one here does."""
    limited = list_of(StrSchema.where(max_length=2), max_items=1)
    program = (
        "import pickle, sys; value = pickle.load(sys.stdin.buffer); cls = type(value)\n"
        "assert cls(['ab']) == value and pickle.loads(pickle.dumps(value)) == value\n"
        "for wrong in (['abc'], ['a', 'b']):\n"
        "    try: cls(wrong)\n"
        "    except ValueError as error: print(error.problems[0].kind)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=pickle.dumps(limited(["ab"])), capture_output=True, check=True
    )
    assert done.stdout.split() == [b"maxLength", b"maxItems"]


def test_classes_with_a_name_in_their_module_are_pickled_by_it():
    """``Title = StrSchema.where(...)`` is found as Title."""
    assert pickle.loads(pickle.dumps(Title)) is Title
    assert pickle.loads(pickle.dumps(list_of(Title)(["a"]))) == ("a",)


def operations() -> list[Operation[Any]]:
    """All operations, by the classes of the tags."""
    entries: list[Any] = [entry for cls in tag_to_api.values() for entry in vars(cls).values()]
    return [entry for entry in entries if isinstance(entry, Operation)]


def test_answers_of_operations_are_pickled():
    """A list of scores that an operation returned comes back, as an instance of the class of just that operation."""
    several = [entry.returns for entry in operations() if entry.returns and issubclass(entry.returns, tuple)]
    assert len(several) > 5
    for returns in several:
        cls: Any = returns
        restored = pickle.loads(pickle.dumps(cls([])))
        assert type(restored) is cls
        assert cls.__name__ == "ListSchema" or hasattr(models, cls.__name__)
    returned: Any = UserApi.get_user_scores.returns
    assert f"{returned.__module__}.{returned.__qualname__}".endswith("get_user_scores.returns")


@pytest.mark.parametrize("levels", [10, 39, 40, 41, 80, 150])
@pytest.mark.parametrize("protocol", [0, 2, pickle.HIGHEST_PROTOCOL])
def test_deep_values_are_pickled_without_a_deep_stack(levels: int, protocol: int):
    """What could be built can be pickled; shared parts stay shared, and classes are those of before."""
    data: Any = {"id": "a"}
    for level in range(levels):
        data = {"same": [data], "id": "a"} if level % 2 else {"inner": data, "number": 1.5, "none": None}
    task = Task(extra=data, state="done")
    restored = pickle.loads(pickle.dumps(task, protocol))
    assert tree(restored) == tree(task)
    assert restored.state is Task.State.DONE


def test_pickling_takes_time_in_proportion():
    """Ten times the values is ten times the bytes, and each container is looked at a bounded number of times."""
    sizes = [len(pickle.dumps(schemas.AnyTypeSchema([[{"a": [n]}] for n in range(count)]))) for count in (100, 1000)]
    assert sizes[1] < 12 * sizes[0]
