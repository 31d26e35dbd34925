"""Values that are made when they are first asked for."""

from __future__ import annotations

import threading
import types
import typing

import pytest

from flat_api.apis._on_demand import OnDemand


def test_made_once():
    """Nothing is made before it is asked for, and nothing twice."""
    made: list[object] = []

    def make() -> object:
        made.append(object())
        return made[-1]

    names = OnDemand("some.place", {"a": make, "b": make})
    assert not made
    assert names.get("a") is names.get("a") is made[0]
    assert names.get("b") is made[1] and len(made) == 2


def test_none_is_a_value():
    """What is None is made once, too."""
    made: list[None] = []
    names = OnDemand("some.place", {"a": lambda: made.append(None)})
    assert names.get("a") is None and names.get("a") is None
    assert len(made) == 1


def test_made_by_several_threads():
    """Threads that ask at once may each make the value, but all of them get the same one."""
    both_make = threading.Barrier(2)

    def make() -> object:
        both_make.wait()
        return object()

    names, found = OnDemand("some.place", {"a": make}), list[object]()
    threads = [threading.Thread(target=lambda: found.append(names.get("a"))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found[0] is found[1]


def test_in_a_module():
    """A module with these members has the names in every respect, and says which it lacks."""
    module: typing.Any = types.ModuleType("some.place")
    vars(module).update(OnDemand("some.place", {"b": lambda: 1, "_a": lambda: 2}).members())
    assert (module.b, module._a, dir(module), module.__all__) == (1, 2, ["_a", "b"], ["b"])
    assert not hasattr(module, "c")
    with pytest.raises(AttributeError, match=r"^module 'some\.place' has no attribute 'c'$") as caught:
        _ = module.c
    assert (caught.value.name, caught.value.obj) == ("c", module)
