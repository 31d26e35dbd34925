"""First uses by several threads at once: one class, one converter, one member, and no accident."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import threading
import typing
from collections.abc import Iterator

import pytest

from flat_api import schemas
from flat_api.exceptions import ApiValueError
from flat_api.schemas import (
    DateTimeSchema,
    DictSchema,
    EnumBase,
    NumberSchema,
    StrSchema,
    any_of,
    declaration_of,
    list_of,
    nullable,
    one_of,
    optional,
    value,
)
from flat_api.schemas._cached import cached_property
from flat_api.schemas._compile import converter
from flat_api.schemas._declaration import Reference

Any = typing.Any

THREADS = 8
ROUNDS = 40


@pytest.fixture(autouse=True)
def impatient_interpreter() -> Iterator[None]:
    """Let the interpreter change threads as often as it can, so that races are met."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def all_at_once(work: typing.Callable[[], Any]) -> list[Any]:
    """What *work* returns to each of several threads that start it at the same moment."""
    start = threading.Barrier(THREADS)
    results: list[Any] = []

    def run() -> None:
        start.wait()
        try:
            results.append(work())
        except BaseException as error:
            results.append(error)

    threads = [threading.Thread(target=run) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    errors = [result for result in results if isinstance(result, BaseException)]
    if errors:
        raise errors[0]
    return results


def fresh_class() -> Any:
    """A class that was never used, with everything in it that is made at first use."""

    class Fresh(DictSchema):
        class State(EnumBase, StrSchema):
            DOING = value("doing")
            DONE = value("done")

        state = optional(State)
        number = optional(nullable(NumberSchema))
        when = optional(any_of(StrSchema, DateTimeSchema))
        either = optional(one_of(StrSchema, NumberSchema))
        parent = optional(Reference(lambda: Fresh))
        children = optional(list_of(Reference(lambda: Fresh)))

    return Fresh


PAYLOAD: dict[str, Any] = {
    "state": "done",
    "number": None,
    "when": "2023-06-05T10:20:30Z",
    "either": 5,
    "parent": {"state": "doing"},
    "children": [{"state": "done"}, {"number": 5}],
    "extra": [True, None, {"deep": 1}],
}


def nodes(instance: Any) -> list[Any]:
    """The parts of *instance* of which there may only ever be one."""
    return [
        instance.state,
        instance.number,
        instance.extra[0],
        instance.extra[1],
        *map(type, [instance, instance.when, instance.either, instance.parent, instance.extra, instance.extra[2]]),
        type(instance.children[1].number),
    ]


def assert_one_of_each(results: list[list[Any]]) -> None:
    """Every thread was given the very same objects."""
    for found in zip(*results, strict=True):
        assert all(item is found[0] for item in found), found


@pytest.mark.parametrize(
    "build",
    [
        lambda cls: cls(PAYLOAD),
        lambda cls: cls(**PAYLOAD),
        lambda cls: cls.from_openapi_data_oapg(PAYLOAD),
        lambda cls: cls(PAYLOAD, _configuration=schemas.Configuration()),
    ],
    ids=["mapping", "keywords", "server", "plain walk"],
)
def test_a_class_may_be_used_first_by_many_threads(build: Any):
    """Each thread gets an equal instance of the same classes, with the same members."""
    for _ in range(ROUNDS // 4):
        cls = fresh_class()
        instances = all_at_once(lambda cls=cls: build(cls))
        assert all(instance == instances[0] for instance in instances)
        assert_one_of_each([nodes(instance) for instance in instances])


def test_a_converter_is_one_for_all_threads():
    """Whoever asks first, there is one converter and one declaration, and the stub leads to it."""
    for _ in range(ROUNDS):
        cls = fresh_class()
        assert_one_of_each(all_at_once(lambda cls=cls: [converter(cls), converter(cls.State)]))
        assert_one_of_each(all_at_once(lambda cls=cls: [declaration_of(cls), cls._converter]))


def test_the_metaoapg_view_is_one_for_all_threads():
    """The nested classes that old programs read are made once."""
    for _ in range(ROUNDS):
        cls = fresh_class()
        assert_one_of_each(
            all_at_once(lambda cls=cls: [cls.MetaOapg, cls.MetaOapg.properties, cls.MetaOapg.properties.state.DONE])
        )


def test_refusals_in_many_threads_are_equal():
    """The plain walk of one thread does not get into that of another."""
    wrong = {**PAYLOAD, "state": "dnoe", "either": True, "children": [{"number": "5"}], "extra": {1}}

    def problems(cls: Any) -> list[Any]:
        with pytest.raises(ApiValueError) as caught:
            cls(wrong)
        return [(problem.path, problem.kind) for problem in caught.value.problems]

    for _ in range(ROUNDS // 4):
        cls = fresh_class()
        results = all_at_once(lambda cls=cls: problems(cls))
        assert all(result == results[0] for result in results)
        assert len(results[0]) == 4


def test_attributes_are_there_for_every_thread():
    """Undeclared keys are attributes, whichever thread has built the first such object."""
    for _ in range(ROUNDS):
        cls = fresh_class()
        assert all_at_once(lambda cls=cls: cls({"extra": {"deep": 1}}).extra.deep) == [1] * THREADS


def test_members_read_while_the_class_is_in_use():
    """Members read on the class are those in the values."""
    for _ in range(ROUNDS):
        cls = fresh_class()
        assert all(all_at_once(lambda cls=cls: cls({"state": "done"}).state is cls.State.DONE))


SLOW_MODULE = """
import time
from flat_api.schemas import DictSchema, EnumBase, StrSchema, optional, value

time.sleep(0.3)


class Late(DictSchema):
    class State(EnumBase, StrSchema):
        DONE = value("done")

    state = optional(State)
"""

FIRST_USE = """
import threading
import time

from flat_api.schemas import DictSchema, list_of, map_of, one_of, optional, StrSchema
from flat_api.schemas._declaration import Reference


def load():
    from late import Late
    return Late


class Early(DictSchema, additional=Reference(load)):
    late = optional(Reference(load))
    many = optional(list_of(Reference(load)))
    either = optional(one_of(Reference(load), StrSchema))


def use():
    print(Early({"late": {"state": "done"}, "many": [{}], "either": {}, "other": {}}), flush=True)


importing = threading.Thread(target=load)
using = threading.Thread(target=use)
importing.start()
time.sleep(0.1)
using.start()
importing.join()
using.join()
"""


def test_importing_a_model_while_another_is_first_used(tmp_path: pathlib.Path):
    """A thread that imports a model and one that builds a value which refers to it do not wait for each other."""
    (tmp_path / "late.py").write_text(SLOW_MODULE)
    root = pathlib.Path(schemas.__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(root)])}
    command = [sys.executable, "-c", FIRST_USE]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30)
    assert done.stderr == ""
    assert done.stdout.startswith("Early({'late': ")


FORK = """
import os, random, signal, sys, threading, time, warnings

warnings.simplefilter("ignore")  # Python 3.12 warns of a fork beside threads


def use():
    from flat_api import models, schemas

    for name in ("Task", "ScoreDetails", "UserDetails", "ClassDetails", "Assignment"):
        cls = getattr(models, name)
        cls.MetaOapg
        try:
            cls({"id": 5, "user": {"id": 1}})
        except ValueError:
            pass
        except TypeError:
            pass


def first_use_beside_a_fork(pause):
    threads = [threading.Thread(target=use) for _ in range(2)]
    for thread in threads:
        thread.start()
    from flat_api import models, schemas

    time.sleep(pause)
    child = os.fork()
    if not child:
        signal.alarm(20)
        use()
        os._exit(0)
    return os.waitpid(child, 0)[1]


for _ in range(12):
    fresh = os.fork()  # nothing of the package is loaded here
    if not fresh:
        os._exit(bool(first_use_beside_a_fork(random.random() * 0.1)))
    if os.waitpid(fresh, 0)[1]:
        sys.exit("a child hangs")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks here")
def test_a_process_can_be_forked_while_other_threads_use_classes_for_the_first_time():
    """The child finds no lock of a thread that it does not have, neither one of ours nor one of an import."""
    done = subprocess.run([sys.executable, "-c", FORK], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks here")
def test_a_fork_of_a_single_thread_imports_nothing():
    """There is nobody whose imports it would have to wait for."""
    program = (
        "import os, sys; from flat_api.model.task import Task; before = set(sys.modules); child = os.fork()\n"
        "if not child: os._exit(len(set(sys.modules) - before))\n"
        "sys.exit(os.waitpid(child, 0)[1])"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_computed_attributes_have_no_lock():
    """One thread may wait for another while each computes an attribute of a declaration."""
    barrier = threading.Barrier(2, timeout=20)

    class Slow:
        @cached_property
        def value(self) -> int:
            return barrier.wait()

    threads = [threading.Thread(target=lambda: Slow().value) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert not barrier.broken
