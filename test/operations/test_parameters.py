"""Parameters are written as the styles of OpenAPI 3.0 say."""

from __future__ import annotations

import datetime
import decimal
import typing
import urllib.parse
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st
from urllib3 import HTTPHeaderDict

from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.operations import (
    CookieParameter,
    HeaderParameter,
    ParameterBase,
    ParameterInType,
    ParameterStyle,
    PathParameter,
    PrefixSeparatorIterator,
    QueryParameter,
)
from flat_api.schemas import (
    AnyTypeSchema,
    BoolSchema,
    DateSchema,
    DateTimeSchema,
    IntSchema,
    NumberSchema,
    StrSchema,
    UUIDSchema,
    list_of,
)

Cases = list[tuple[typing.Any, bool, str]]

COLORS = ["blue", "black", "brown"]
RGB = {"R": 100, "G": 200, "B": 150}
SCALARS: Cases = [
    ("blue", False, "blue"),
    (1, False, "1"),
    (3.14, False, "3.14"),
    ("hello world", False, "hello world"),
]

# The table "Style Examples" of OpenAPI 3.0.3, and what RFC 6570 says of what is undefined.
MATRIX: Cases = [
    (None, False, ""),
    ("", False, ";color"),
    ("blue", False, ";color=blue"),
    ([], False, ""),
    (COLORS, False, ";color=blue,black,brown"),
    (COLORS, True, ";color=blue;color=black;color=brown"),
    (RGB, False, ";color=R,100,G,200,B,150"),
    (RGB, True, ";R=100;G=200;B=150"),
]
LABEL: Cases = [
    (None, False, ""),
    ("", False, "."),
    ("blue", False, ".blue"),
    (COLORS, False, ".blue.black.brown"),
    (COLORS, True, ".blue.black.brown"),
    (RGB, False, ".R.100.G.200.B.150"),
    (RGB, True, ".R=100.G=200.B=150"),
]
SIMPLE: Cases = [
    (None, False, ""),
    ("", False, ""),
    ("blue", False, "blue"),
    ([], False, ""),
    (COLORS, False, "blue,black,brown"),
    (COLORS, True, "blue,black,brown"),
    (RGB, False, "R,100,G,200,B,150"),
    (RGB, True, "R=100,G=200,B=150"),
]
FORM: Cases = [
    (None, False, ""),
    ("", False, "?color="),
    ("blue", False, "?color=blue"),
    ("hello world", False, "?color=hello%20world"),
    ([], False, ""),
    ([None, "blue"], False, "?color=blue"),
    (COLORS, False, "?color=blue,black,brown"),
    (COLORS, True, "?color=blue&color=black&color=brown"),
    ({}, False, ""),
    (RGB, False, "?color=R,100,G,200,B,150"),
    (RGB, True, "?R=100&G=200&B=150"),
]
SPACES: Cases = [(COLORS, False, "blue%20black%20brown"), (RGB, False, "R%20100%20G%20200%20B%20150")]
PIPES: Cases = [(COLORS, False, "blue|black|brown"), (RGB, False, "R|100|G|200|B|150")]


class TestStyles:
    """Each style writes scalars, arrays and objects in its own way, exploded or not."""

    @pytest.mark.parametrize(
        ("style", "value", "explode", "expected"),
        [
            *[(ParameterStyle.MATRIX, *case) for case in MATRIX],
            *[(ParameterStyle.LABEL, *case) for case in LABEL],
            *[(ParameterStyle.SIMPLE, *case) for case in SIMPLE],
        ],
    )
    def test_in_a_path(self, style, value, explode, expected):
        parameter = PathParameter("color", style=style, explode=explode, schema=AnyTypeSchema)
        assert parameter.serialize(value) == {"color": expected}

    @pytest.mark.parametrize(
        ("style", "value", "explode", "expected"),
        [
            *[(ParameterStyle.FORM, *case) for case in FORM],
            *[(ParameterStyle.SPACE_DELIMITED, *case) for case in SPACES],
            *[(ParameterStyle.PIPE_DELIMITED, *case) for case in PIPES],
            (ParameterStyle.DEEP_OBJECT, RGB, True, "?color[R]=100&color[G]=200&color[B]=150"),
            (ParameterStyle.DEEP_OBJECT, {"a": {"b c": ["&", "="]}}, True, "?color[a][b%20c]=%26&color[a][b%20c]=%3D"),
        ],
    )
    def test_in_a_query(self, style, value, explode, expected):
        parameter = QueryParameter("color", style=style, explode=explode, schema=AnyTypeSchema)
        assert parameter.serialize(value) == {"color": expected}

    @pytest.mark.parametrize(("value", "explode", "expected"), SIMPLE)
    def test_in_a_header(self, value, explode, expected):
        parameter = HeaderParameter("color", explode=explode, schema=AnyTypeSchema)
        assert parameter.serialize(value) == HTTPHeaderDict({"color": expected})

    @pytest.mark.parametrize(("value", "explode", "expected"), [*FORM[:3], *FORM[4:]])
    def test_in_a_cookie(self, value, explode, expected):
        parameter = CookieParameter("color", explode=explode, schema=AnyTypeSchema)
        assert parameter.serialize(value) == {"color": expected.removeprefix("?")}

    @pytest.mark.parametrize(("value", "explode", "expected"), SCALARS)
    def test_defaults(self, value, explode, expected):
        """Paths and headers are simple, queries and cookies are exploded forms."""
        escaped = expected.replace(" ", "%20")
        assert PathParameter("p", schema=AnyTypeSchema).serialize(value) == {"p": escaped}
        assert HeaderParameter("p", schema=AnyTypeSchema).serialize(value)["p"] == expected
        assert QueryParameter("p", schema=AnyTypeSchema).serialize(value) == {"p": f"?p={escaped}"}
        assert CookieParameter("p", schema=AnyTypeSchema).serialize(value) == {"p": f"p={expected}"}
        assert QueryParameter("p", schema=AnyTypeSchema).serialize(["a", "b"]) == {"p": "?p=a&p=b"}
        assert PathParameter("p", schema=AnyTypeSchema).serialize(["a", "b"]) == {"p": "a,b"}

    @pytest.mark.parametrize(
        ("style", "expected"),
        [
            (ParameterStyle.SPACE_DELIMITED, "&color=blue%20black%20brown"),
            (ParameterStyle.PIPE_DELIMITED, "&color=blue|black|brown"),
        ],
    )
    def test_delimited_values_have_a_name_in_a_query(self, style, expected):
        """In a query of several parameters, a value without its name would belong to nobody."""
        before = PrefixSeparatorIterator("?", "&")
        assert QueryParameter("q", schema=StrSchema).serialize("x", before) == {"q": "?q=x"}
        parameter = QueryParameter("color", style=style, schema=AnyTypeSchema)
        assert parameter.serialize(COLORS, before) == {"color": expected}
        assert parameter.serialize([], before) == {"color": ""}


class TestValues:
    """The schema checks a value and says what it is made of."""

    @pytest.mark.parametrize(
        ("schema", "value", "expected"),
        [
            (BoolSchema, True, "true"),
            (BoolSchema, False, "false"),
            (IntSchema, 3, "3"),
            (NumberSchema, 2.50, "2.5"),
            (NumberSchema, decimal.Decimal("0.12345678901234567890123"), "0.12345678901234567890123"),
            (NumberSchema, 1e20, "1e+20"),
            (DateSchema, datetime.date(2020, 1, 2), "2020-01-02"),
            (DateTimeSchema, datetime.datetime(2020, 1, 2, 3, 4, tzinfo=datetime.UTC), "2020-01-02T03:04:00+00:00"),
            (UUIDSchema, uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
            (list_of(BoolSchema), [True, False], "true,false"),
        ],
    )
    def test_kinds(self, schema, value, expected):
        assert HeaderParameter("p", schema=schema).serialize(value)["p"] == expected
        assert HeaderParameter("p", schema=schema).serialize(schema(value))["p"] == expected

    def test_refused_by_its_schema(self):
        with pytest.raises(ApiTypeError):
            PathParameter("p", schema=StrSchema).serialize(5)
        with pytest.raises(ApiValueError):
            QueryParameter("limit", schema=IntSchema.where(maximum=100)).serialize(101)

    @pytest.mark.parametrize("value", [[["a"]], {"a": {"b": "c"}}, b"bytes", [b"bytes"]])
    def test_without_a_form(self, value):
        """What is nested has no form in the styles of RFC 6570, and neither have bytes."""
        with pytest.raises(ApiValueError):
            QueryParameter("p", schema=AnyTypeSchema).serialize(value)

    def test_half_a_character_can_not_be_sent(self):
        with pytest.raises(ApiValueError, match="surrogate"):
            PathParameter("p", schema=StrSchema).serialize("a\ud800")

    @pytest.mark.parametrize(("make", "expected"), [(PathParameter, "%5B%22a%22%2C1%5D"), (CookieParameter, '["a",1]')])
    def test_content(self, make, expected):
        """A parameter with a media type is written in that media type."""
        assert make("p", content={"application/json": AnyTypeSchema}).serialize(["a", 1])["p"] == expected

    def test_content_in_header_and_query(self):
        content = {"application/json; charset=utf-8": AnyTypeSchema}
        assert HeaderParameter("p", content=content).serialize({"a": None})["p"] == '{"a":null}'
        assert QueryParameter("p", content=content).serialize({"a": "é"})["p"] == "?p=%7B%22a%22%3A%22%C3%A9%22%7D"
        with pytest.raises(NotImplementedError, match="text/csv"):
            QueryParameter("p", content={"text/csv": AnyTypeSchema}).serialize("a")

    @given(st.text(st.characters(exclude_categories=["Cs"])))
    def test_a_path_parameter_is_one_segment(self, text):
        """Whatever the text, it is one segment that reads as that text."""
        (written,) = PathParameter("p", schema=StrSchema).serialize(text).values()
        assert not set(written) & set("/?#;\\ \r\n")
        assert urllib.parse.unquote(written) == text

    @given(st.dictionaries(st.sampled_from(["a", "b&c", "d=", "é"]), st.text(st.characters(exclude_categories=["Cs"]))))
    def test_a_query_says_what_was_meant(self, values):
        """No value and no name can bring in a parameter of its own."""
        before = PrefixSeparatorIterator("?", "&")
        query = "".join(
            QueryParameter(name, schema=StrSchema).serialize(value, before)[name] for name, value in values.items()
        )
        assert dict(urllib.parse.parse_qsl(query[1:], keep_blank_values=True, strict_parsing=bool(values))) == values

    def test_reserved_characters_can_be_allowed(self):
        """With allowReserved they stay as they are, but for the one that ends a query."""
        reserved = QueryParameter("p", allow_reserved=True, schema=StrSchema)
        assert reserved.serialize("a/b?c:d#e f")["p"] == "?p=a/b?c:d%23e%20f"

    @pytest.mark.parametrize("text", ["a\r\nX-Evil: 1", "a\nb", "a\0b", "\u20ac"])
    def test_headers_are_one_line_of_latin_1(self, text):
        with pytest.raises(ApiValueError, match="header"):
            HeaderParameter("p", schema=StrSchema).serialize(text)
        with pytest.raises(ApiValueError, match="header"):
            CookieParameter("p", schema=StrSchema).serialize(text)

    @pytest.mark.parametrize("value", ["x; session=evil", {"a": ";"}, [";"]])
    def test_a_cookie_is_one_cookie(self, value):
        for keywords in ({"schema": AnyTypeSchema}, {"content": {"application/json": AnyTypeSchema}}):
            with pytest.raises(ApiValueError, match="a cookie can't hold a semicolon"):
                CookieParameter("p", **keywords).serialize(value)

    def test_a_cookie_has_its_name(self):
        """In a request, however it is written; by itself, one in JSON has none, as ever."""
        assert CookieParameter("p", schema=StrSchema).pair("a") == "p=a"
        assert CookieParameter("p", content={"application/json": AnyTypeSchema}).pair({"a": 1}) == 'p={"a":1}'


class TestDeclarations:
    """A parameter that contradicts itself is refused when it is declared."""

    @pytest.mark.parametrize("make", [PathParameter, QueryParameter, HeaderParameter, CookieParameter])
    def test_schema_or_content(self, make):
        with pytest.raises(ValueError, match="Pass in either schema or content"):
            make("p")
        with pytest.raises(ValueError, match="Only one may be input"):
            make("p", schema=StrSchema, content={"application/json": StrSchema})
        for content in ({}, {"application/json": StrSchema, "text/plain": StrSchema}):
            with pytest.raises(ValueError, match="content length must equal 1"):
                make("p", content=content)

    @pytest.mark.parametrize(
        ("make", "style"),
        [
            (PathParameter, ParameterStyle.FORM),
            (QueryParameter, ParameterStyle.SIMPLE),
            (HeaderParameter, ParameterStyle.LABEL),
            (CookieParameter, ParameterStyle.DEEP_OBJECT),
        ],
    )
    def test_styles_of_other_places(self, make, style):
        with pytest.raises(ValueError, match="Invalid style"):
            make("p", style=style, schema=StrSchema)

    @pytest.mark.parametrize("name", ["Accept", "Content-Type", "Authorization", "authorization"])
    def test_headers_that_are_not_parameters(self, name):
        with pytest.raises(ValueError, match="Invalid name"):
            HeaderParameter(name, schema=StrSchema)

    def test_base(self):
        """A parameter knows its place, and says what it is."""
        parameter = ParameterBase("p", ParameterInType.QUERY, schema=StrSchema)
        assert parameter.style is ParameterStyle.FORM
        assert parameter.explodes
        assert repr(parameter) == "<optional query parameter 'p'>"
        assert repr(PathParameter("p", required=True, schema=StrSchema)) == "<required path parameter 'p'>"
