"""Parameters: what the client writes, the sandbox reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.operations import (
    CookieParameter,
    HeaderParameter,
    ParameterStyle,
    PathParameter,
    PrefixSeparatorIterator,
    QueryParameter,
)
from flat_api.sandbox._errors import HttpError
from flat_api.sandbox._parsing import pairs_of, plain_value, query_values, segment_value, undeclared
from flat_api.schemas import (
    BoolSchema,
    DictSchema,
    IntSchema,
    NumberSchema,
    StrSchema,
    list_of,
    map_of,
    nullable,
    optional,
)


class Range(DictSchema):
    low = optional(IntSchema)
    name = optional(StrSchema)
    open = optional(BoolSchema)


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=8)
LATIN = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=',;="'), min_size=1, max_size=8)
INTS = st.integers(-(10**20), 10**20)
RANGES = st.fixed_dictionaries({"low": INTS}, optional={"name": TEXTS, "open": st.booleans()})
VALUES = [
    (StrSchema, TEXTS),
    (IntSchema, INTS),
    (NumberSchema, st.decimals(-(10**9), 10**9, places=3)),
    (BoolSchema, st.booleans()),
    (list_of(StrSchema), st.lists(TEXTS, min_size=1, max_size=4)),
    (list_of(IntSchema), st.lists(INTS, min_size=1, max_size=4)),
    (list_of(BoolSchema), st.lists(st.booleans(), min_size=1, max_size=4)),
    (Range, RANGES),
    (map_of(IntSchema), st.dictionaries(TEXTS, INTS, min_size=1, max_size=3)),
]
S = ParameterStyle
CASES = st.sampled_from(VALUES).flatmap(lambda case: st.tuples(st.just(case[0]), case[1]))


@given(CASES, st.sampled_from([(S.FORM, True), (S.FORM, False), (S.FORM, None), (S.PIPE_DELIMITED, False)]))
def test_queries_are_read_back(case, style):
    """Whatever the style, the value in a query is the one that the client wrote there, beside others."""
    schema, value = case
    parameter = QueryParameter("p", schema=schema, style=style[0], explode=style[1])
    other = QueryParameter("other", schema=StrSchema)
    before = PrefixSeparatorIterator("", "&")
    written = parameter.serialize(value, before)["p"] + other.serialize("x&y=z", before)["other"]
    if isinstance(value, dict) and {"other"} & value.keys():
        return  # two parameters of one name
    if style[0] is S.PIPE_DELIMITED and "%7C" in written:
        return  # a mark to some clients, and a part of a value to others
    pairs = pairs_of(written)
    assert query_values([parameter, other], pairs) == {"p": value, "other": "x&y=z"}
    assert undeclared([parameter, other], pairs) == []


@given(RANGES)
def test_deep_objects_are_read_back(value):
    """deepObject: the members have the name of the parameter in front."""
    parameter = QueryParameter("p", schema=Range, style=S.DEEP_OBJECT, explode=True)
    pairs = pairs_of(parameter.serialize(value, PrefixSeparatorIterator("", "&"))["p"])
    assert query_values([parameter], pairs) == {"p": value}
    assert undeclared([parameter], pairs) == []


@given(CASES, st.sampled_from([S.SIMPLE, S.LABEL, S.MATRIX]), st.booleans())
def test_segments_are_read_back(case, style, explode):
    """simple, label and matrix, exploded or not."""
    schema, value = case
    if style is S.LABEL and isinstance(value, (list, dict)):
        texts = value if isinstance(value, list) else [*value, *value.values()]
        if any("." in str(text) for text in texts):
            return  # a dot is never escaped
    parameter = PathParameter("p", True, schema=schema, style=style, explode=explode)
    assert segment_value(parameter, parameter.serialize(value)["p"]) == value


@given(st.one_of(LATIN, INTS, st.booleans()))
def test_headers_and_cookies_are_read_back(value):
    """A scalar in a header or a cookie is the one that was written."""
    schema = {str: StrSchema, bool: BoolSchema, int: IntSchema}[type(value)]
    header = HeaderParameter("p", schema=schema)
    assert plain_value(header, header.serialize(value)["p"]) == value
    cookie = CookieParameter("p", schema=schema)
    assert plain_value(cookie, cookie.serialize(value)["p"].partition("=")[2]) == value


def test_spaces_between_items():
    """spaceDelimited: %20 and + are the same."""
    parameter = QueryParameter("p", schema=list_of(IntSchema), style=S.SPACE_DELIMITED, explode=False)
    assert query_values([parameter], pairs_of("p=1%202+3")) == {"p": [1, 2, 3]}


def test_json_in_a_parameter():
    """A parameter with a media type holds JSON."""
    parameter = QueryParameter("p", content={"application/json": Range})
    assert query_values([parameter], pairs_of("p=%7B%22low%22%3A1%7D")) == {"p": {"low": 1}}
    with pytest.raises(HttpError, match="no JSON"):
        query_values([parameter], pairs_of("p=%7B"))


def test_what_is_no_number_stays_text():
    """The schema refuses it later, and can say what it found."""
    parameter = QueryParameter("p", schema=IntSchema)
    for text in ("x", "", "1x", "0x10", "NaN", "Infinity", "true"):
        assert query_values([parameter], pairs_of(f"p={text}")) == {"p": text}


def test_null_where_it_is_allowed():
    """An empty text is null for what can be null, and is no text itself."""
    assert query_values([QueryParameter("p", schema=nullable(IntSchema))], pairs_of("p=")) == {"p": None}
    assert query_values([QueryParameter("p", schema=nullable(StrSchema))], pairs_of("p=")) == {"p": ""}


def test_one_value_for_one_parameter():
    """A scalar that is there twice is refused, and so is what is no UTF-8."""
    parameter = QueryParameter("p", schema=StrSchema)
    with pytest.raises(HttpError, match="2 times"):
        query_values([parameter], pairs_of("p=1&p=2"))
    with pytest.raises(HttpError, match="UTF-8"):
        query_values([parameter], pairs_of("p=%FF"))


def test_undeclared_names_are_told():
    """Names that no parameter takes."""
    declared = [QueryParameter("p", schema=StrSchema), QueryParameter("q", schema=Range, style=S.DEEP_OBJECT)]
    assert undeclared(declared, pairs_of("p=1&x=2&q[low]=1&q=1")) == ["x", "q"]
