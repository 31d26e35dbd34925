"""The documents say what the classes do: whatever is declared, both take the same JSON."""

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from flat_api.reference import json_schema
from flat_api.schemas import declaration_of
from flat_api.schemas.documents._graph import branches, judges

from ..schemas.notations import ours
from ..strategies import Spec, payloads, specs
from .documents import accepts, json_schema_accepts, openapi_accepts
from .samples import CLASSES

KEYS = ["kind", "lives", "barks", "child", "node", "parent", "name", "a", "known", "unknown"]

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 12) | st.sampled_from(["", "a", "cat", "dog", "red", "2023-06-05"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=6,
)


def holds(spec, *kinds):
    """Whether *spec* is of one of *kinds*, or anything inside it is."""
    inner = [part for _, part in spec.parts] + [spec.additional] * isinstance(spec.additional, Spec)
    return spec.kind in kinds or any(holds(part, *kinds) for part in inner)


@st.composite
def declared_and_sent(draw, *left_out):
    """A schema class, and JSON that it takes or nearly so. There are no bytes in JSON; *left_out* are other kinds."""
    spec = draw(specs.filter(lambda spec: not holds(spec, "bytes", *left_out)))
    data = draw(payloads(spec))
    try:
        text = json.dumps(data, allow_nan=False, default=float)
    except (TypeError, ValueError, OverflowError):
        assume(False)
    return ours(spec), json.loads(text, parse_float=_number)


def _number(text):
    """A number with a fraction or an exponent, without what validators are of two minds about.

    ``9.0`` is an integer to some, as to us, but not to OpenAPI 3.0; and 1e308 overflows when it is divided.
    """
    number = max(-1e15, min(float(text), 1e15))
    return int(number) if number.is_integer() else number


def by_pydantic(cls):
    """The JSON Schema that pydantic writes for *cls*."""
    return TypeAdapter(cls).json_schema()


@pytest.mark.parametrize("write", [json_schema, by_pydantic])
@given(pair=declared_and_sent())
def test_json_schema_takes_what_the_class_takes(write, pair):
    """The JSON Schema of a class accepts a JSON value exactly when the class does."""
    assert json_schema_accepts(*pair, write) == accepts(*pair)


@given(declared_and_sent("discriminated", "dispatched"))
def test_openapi_schema_takes_what_the_class_takes(pair):
    """The OpenAPI schema of a class accepts a JSON value exactly when the class does.

    Validators of OpenAPI 3.0 leave discriminators alone, and never come to an end where a class has a say about itself,
    as in "not itself"; so there are none of either here.
    """
    cls = pair[0]
    assume(not any(cls in judges(branch) for branch in branches(declaration_of(cls))))
    assert openapi_accepts(*pair) == accepts(*pair)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("write", [json_schema, by_pydantic])
@given(data=plain)
def test_compositions_and_discriminators_keep_their_meaning_in_json_schema(cls, write, data):
    """Also classes that contain or compose each other come out as a JSON Schema that takes the same values."""
    assert json_schema_accepts(cls, data, write) == accepts(cls, data)
