"""The plain walk, and the law that ties it to the compiled converters."""

from __future__ import annotations

import typing

from hypothesis import given
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.model.task import Task

from .. import strategies
from .notations import ours, theirs
from .roads import REFUSED, Refusal, explained, fast, plain

Any = typing.Any


def assert_roads_agree(cls: Any, payload: Any) -> None:
    """The law: what the fast road takes, the plain walk takes in the same way; it may take more, never less."""
    slow = plain(cls, payload)
    quick = fast(cls, payload)
    assert quick in (REFUSED, slow)
    assert explained(cls, payload) == slow


@given(strategies.near_tasks)
def test_compiled_and_plain_agree_on_tasks(payload: Any):
    """Whatever the payload, both converters of Task return equal instances of equal classes, or both refuse."""
    assert_roads_agree(Task, payload)


@given(st.data())
def test_compiled_and_plain_agree_on_any_schema(data: st.DataObject):
    """Whatever the schema and the payload, both roads return equal instances of equal classes, or both refuse."""
    spec = data.draw(strategies.specs)
    cls = ours(spec)
    for _ in range(3):
        assert_roads_agree(cls, data.draw(strategies.payloads(spec)))


@given(st.data())
def test_compiled_and_plain_agree_on_any_object(data: st.DataObject):
    """Whatever an object declares, both roads return equal instances of equal classes, or both refuse."""
    spec = data.draw(strategies.object_specs)
    cls = ours(spec)
    for _ in range(3):
        assert_roads_agree(cls, data.draw(strategies.payloads(spec)))


@given(st.data())
def test_compiled_and_plain_agree_on_metaoapg_classes(data: st.DataObject):
    """The law holds for classes in the notation of the earlier generator, too."""
    spec = data.draw(strategies.specs)
    cls = theirs(spec)
    for _ in range(3):
        assert_roads_agree(cls, data.draw(strategies.payloads(spec)))


@given(st.data())
def test_both_notations_mean_the_same(data: st.DataObject):
    """A schema in our notation and in that of the earlier generator takes the same values and finds the same faults."""
    spec = data.draw(strategies.specs)
    new, old = ours(spec), theirs(spec)
    payload = data.draw(strategies.payloads(spec))
    assert _comparable(plain(new, payload)) == _comparable(plain(old, payload))


def _comparable(outcome: Any) -> Any:
    """*outcome* without the names that differ between two classes for one schema."""
    if isinstance(outcome, Refusal):
        return outcome.error, [(path, kind) for path, kind, _ in outcome.problems]
    (cls, _), rest = outcome
    if isinstance(rest, dict):
        rest = {key: _comparable(item) for key, item in rest.items()}
    elif isinstance(rest, list):
        rest = [_comparable(item) for item in rest]
    return _runtime_classes(cls), rest


def _runtime_classes(cls: type) -> set[str]:
    """The classes of the runtime that *cls* has among its bases, by name."""
    return {base.__name__ for base in cls.__mro__ if getattr(schemas, base.__name__, None) is base}
