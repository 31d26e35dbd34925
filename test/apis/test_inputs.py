"""What the TypedDicts of parameters say may be passed in."""

from __future__ import annotations

import decimal
import io
import typing

import pytest
from frozendict import frozendict

from flat_api.apis._inputs import combined_type, input_type, params_type
from flat_api.operations import HeaderParameter, QueryParameter
from flat_api.schemas import (
    BinarySchema,
    BoolSchema,
    DictSchema,
    EnumBase,
    IntSchema,
    ListSchema,
    NoneSchema,
    NumberSchema,
    Schema,
    StrSchema,
    value,
)


class Direction(EnumBase, StrSchema):
    """An order."""

    ASC = value("asc")


@pytest.mark.parametrize(
    ("schema", "inputs"),
    [
        (StrSchema, [str]),
        (Direction, [str]),
        (IntSchema, [decimal.Decimal, int]),
        (IntSchema.where(minimum=1), [decimal.Decimal, int]),
        (NumberSchema, [decimal.Decimal, int, float]),
        (BoolSchema, [bool]),
        (NoneSchema, [type(None)]),
        (ListSchema, [list, tuple]),
        (DictSchema, [dict, frozendict]),
        (BinarySchema, [bytes, io.FileIO, io.BufferedReader]),
    ],
)
def test_inputs(schema: type[Schema], inputs: list[type]):
    """The class itself may be passed in, and what it makes instances of."""
    assert typing.get_args(input_type(schema)) == (schema, *inputs)


def test_required_and_optional():
    """Each TypedDict has the parameters of its sort, under the names that the API has for them."""
    parameters = [QueryParameter("sharingKey", schema=StrSchema), QueryParameter("limit", True, schema=IntSchema)]
    required = params_type("Needed", parameters, "some.place", is_required=True)
    optional = params_type("Other", parameters, "some.place", is_required=False)
    assert (required.__required_keys__, required.__optional_keys__) == ({"limit"}, frozenset())
    assert (optional.__required_keys__, optional.__optional_keys__) == (frozenset(), {"sharingKey"})
    both = combined_type("Both", (required, optional), "some.place")
    assert (both.__required_keys__, both.__optional_keys__) == ({"limit"}, {"sharingKey"})
    assert typing.get_type_hints(both) == {"limit": input_type(IntSchema), "sharingKey": input_type(StrSchema)}
    assert both(limit=3) == {"limit": 3}
    assert [(cls.__module__, cls.__qualname__) for cls in (required, optional, both)] == [
        ("some.place", "Needed"),
        ("some.place", "Other"),
        ("some.place", "Both"),
    ]


def test_a_parameter_with_a_media_type():
    """The class of its values counts, wherever the parameter has it."""
    parameter = HeaderParameter("X-Filter", content={"application/json": DictSchema})
    made = params_type("Optional", [parameter], "some.place", is_required=False)
    assert typing.get_type_hints(made) == {"X-Filter": input_type(DictSchema)}
