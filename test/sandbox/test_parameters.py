"""Parameters: what the client writes, the sandbox reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from flat_api.operations import (
    HeaderParameter,
    Operation,
    ParameterInType,
    ParameterStyle,
    PathParameter,
    PrefixSeparatorIterator,
    QueryParameter,
)
from flat_api.operations._catalogue import Listed, operations
from flat_api.sandbox._errors import HttpError
from flat_api.sandbox._routes import Route
from flat_api.sandbox._validation import parameters_of
from flat_api.schemas import BoolSchema, IntSchema, NumberSchema, StrSchema, declaration_of, list_of, nullable

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=8)
LATIN = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=8)
INTS = st.integers(-(10**20), 10**20)
SCALARS = [
    (StrSchema, TEXTS),
    (IntSchema, INTS),
    (NumberSchema, st.integers(-(10**6), 10**6).map(lambda number: number / 4)),
    (BoolSchema, st.booleans()),
]
ARRAYS = [(list_of(schema), st.lists(values, min_size=1, max_size=4)) for schema, values in SCALARS]


def cases(kinds):
    return st.sampled_from(kinds).flatmap(lambda case: st.tuples(st.just(case[0]), case[1]))


def read(parameters, query="", segments=(), headers=(), strict=True):
    """The parameters as the sandbox reads them."""
    path = "/" + "/".join(f"{{{name}}}" for name in dict(segments))
    operation = Operation("GET", path, "x", parameters=tuple(parameters), responses={})
    request = Request({**EnvironBuilder(headers=dict(headers)).get_environ(), "QUERY_STRING": query})
    return parameters_of(request, Route(Listed(operation, (), ()), dict(segments)), strict)


@given(cases(SCALARS + ARRAYS))
def test_queries_are_read_back(case):
    """The value in a query is the one that the client wrote there, beside others."""
    schema, value = case
    declared = [QueryParameter("p", schema=schema), QueryParameter("other", schema=StrSchema)]
    before = PrefixSeparatorIterator("", "&")
    query = declared[0].serialize(value, before)["p"] + declared[1].serialize("x&y=z", before)["other"]
    assert read(declared, query) == {"p": value, "other": "x&y=z"}


@given(cases(SCALARS))
def test_segments_are_read_back(case):
    """What has a meaning in a path is escaped there."""
    schema, value = case
    parameter = PathParameter("p", True, schema=schema)
    assert read([parameter], segments=parameter.serialize(value)) == {"p": value}


@given(LATIN)
def test_headers_are_read_back(value):
    parameter = HeaderParameter("p", schema=StrSchema)
    assert read([parameter], headers=parameter.serialize(value)) == {"p": value}


def test_the_api_declares_no_other_styles():
    """Scalars everywhere, in queries arrays too, which are repeated: as much as is read."""
    for listed in operations():
        for parameter in listed.operation.parameters:
            assert parameter.content is None
            assert parameter.style in (None, ParameterStyle.FORM, ParameterStyle.SIMPLE)
            assert parameter.in_type is not ParameterInType.COOKIE
            is_array = declaration_of(parameter.value_schema).types == {tuple}
            assert parameter.explodes or not is_array


@pytest.mark.parametrize("text", ["x", "", "1x", "0x10", "NaN", "Infinity", "true", " 1", "+1"])
def test_what_is_no_number_is_told_as_it_came(text):
    with pytest.raises(HttpError) as caught:
        read([QueryParameter("p", schema=IntSchema)], f"p={text}".replace("+", "%2B"))
    assert (caught.value.status, caught.value.code, caught.value.param) == (400, "INVALID_PARAMETER", "p")


def test_null_where_it_is_allowed():
    """An empty text is null for what can be null, and is no text itself."""
    assert read([QueryParameter("p", schema=nullable(IntSchema))], "p=") == {"p": None}
    assert read([QueryParameter("p", schema=nullable(StrSchema))], "p=") == {"p": ""}


def test_one_value_for_one_parameter():
    """A scalar that is there twice is rejected, and so is what is no UTF-8."""
    parameter = QueryParameter("p", schema=StrSchema)
    with pytest.raises(HttpError, match="2 times"):
        read([parameter], "p=1&p=2")
    with pytest.raises(HttpError, match="UTF-8"):
        read([parameter], "p=%FF")


def test_undeclared_names_are_told():
    """Unless they are let through."""
    with pytest.raises(HttpError, match="'x'"):
        read([QueryParameter("p", schema=StrSchema)], "p=1&x=2")
    assert read([QueryParameter("p", schema=StrSchema)], "p=1&x=2", strict=False) == {"p": "1"}
