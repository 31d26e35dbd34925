"""Parameters: how a value is written into a path, a query, a header or a cookie.

The styles are those of OpenAPI 3.0 (Parameter Object, Style Values), which come from the expansions of RFC 6570.
"""

from __future__ import annotations

import enum
import re
import typing
from decimal import Decimal
from functools import partial
from urllib.parse import quote

from urllib3 import HTTPHeaderDict

from ..exceptions import ApiTypeError, ApiValueError
from ..schemas import Schema, map_of
from ..schemas._masking import is_secret
from ..schemas._numbers import text_of
from ._media import JSONDetector, is_json, json_text, to_plain

SchemaClass = type[Schema]

_RESERVED = ":/?[]@!$&'()*+,;="
"""The reserved characters of RFC 3986 that ``allowReserved`` leaves as they are; a # would end the query."""


class ParameterInType(enum.Enum):
    """Where a parameter goes (the OpenAPI keyword ``in``)."""

    QUERY = "query"
    HEADER = "header"
    PATH = "path"
    COOKIE = "cookie"


class ParameterStyle(enum.Enum):
    """How arrays and objects are written (the OpenAPI keyword ``style``)."""

    MATRIX = "matrix"
    LABEL = "label"
    FORM = "form"
    SIMPLE = "simple"
    SPACE_DELIMITED = "spaceDelimited"
    PIPE_DELIMITED = "pipeDelimited"
    DEEP_OBJECT = "deepObject"


_ALLOWED = {
    ParameterInType.PATH: (ParameterStyle.SIMPLE, ParameterStyle.LABEL, ParameterStyle.MATRIX),
    ParameterInType.QUERY: (
        ParameterStyle.FORM,
        ParameterStyle.SPACE_DELIMITED,
        ParameterStyle.PIPE_DELIMITED,
        ParameterStyle.DEEP_OBJECT,
    ),
    ParameterInType.HEADER: (ParameterStyle.SIMPLE,),
    ParameterInType.COOKIE: (ParameterStyle.FORM,),
}
"""The styles of each place, its default first."""


class PrefixSeparatorIterator:
    """What stands before each of several variables: first a *prefix*, from then on the *separator*."""

    def __init__(self, prefix: str, separator: str) -> None:
        self.prefix = prefix
        self.separator = separator
        self.first = True
        self.item_separator = separator if separator in (".", "|", "%20") else ","

    def __iter__(self) -> typing.Self:
        return self

    def __next__(self) -> str:
        if self.first:
            self.first = False
            return self.prefix
        return self.separator


class ParameterSerializerBase:
    """Writes plain values in the manner of RFC 6570."""

    @classmethod
    def _get_default_explode(cls, style: ParameterStyle) -> bool:
        return style is ParameterStyle.FORM

    @staticmethod
    def _to_dict(name: str, value: str) -> dict[str, str]:
        return {name: value}

    @classmethod
    def _ref6570_expansion(
        cls,
        variable_name: str,
        in_data: typing.Any,
        explode: bool,
        percent_encode: bool,
        prefix_separator_iterator: PrefixSeparatorIterator,
        safe: str = "/",
    ) -> str:
        """*in_data* as the variable *variable_name*; empty where it is undefined: null, and what is empty."""
        write = partial(_escaped, safe=safe) if percent_encode else _text
        before = prefix_separator_iterator
        named = before.separator in ("&", ";")
        label = variable_name if named else ""
        if isinstance(in_data, dict):
            entries = typing.cast("dict[str, object]", in_data).items()
            pairs = [(write(key), write(item)) for key, item in entries if not _is_undefined(item)]
            if explode:
                return _joined(before, [f"{key}={item}" for key, item in pairs])
            values = [text for pair in pairs for text in pair]
        elif isinstance(in_data, (list, tuple)):
            values = [write(item) for item in typing.cast("list[object]", in_data) if not _is_undefined(item)]
            if explode:
                return _joined(before, [f"{label}={item}" if named else item for item in values])
        elif in_data is None:
            return ""
        else:
            value = write(in_data)
            equals = "=" if named and (value or before.separator == "&") else ""
            return next(before) + label + equals + value
        return next(before) + label + "=" * named + before.item_separator.join(values) if values else ""


def _joined(before: PrefixSeparatorIterator, values: list[str]) -> str:
    return "".join(next(before) + value for value in values)


def _is_undefined(item: object) -> bool:
    return item is None or (isinstance(item, (list, dict, tuple)) and not item)


def _text(item: object) -> str:
    """A scalar as text, booleans as JSON has them."""
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, Decimal):
        return _digits(item)
    if isinstance(item, (str, int, float)):
        return str(item)
    raise ApiValueError(f"Unable to generate a ref6570 representation of {item}")


def _digits(number: Decimal) -> str:
    """Return a number as text: an integer without an exponent, and a float as its shortest text."""
    if not number.is_finite():
        raise ApiValueError(f"{number} can't be sent")
    return f"{number:f}" if typing.cast(int, number.as_tuple().exponent) >= 0 else text_of(number)


def _escaped(item: object, safe: str = "/") -> str:
    """A scalar as text for a URL, in UTF-8."""
    try:
        return quote(_text(item), safe=safe)
    except UnicodeEncodeError as error:
        raise ApiValueError(f"half of a surrogate pair at index {error.start} can't be sent") from None


class StyleFormSerializer(ParameterSerializerBase):
    """Writes values in the styles of queries and cookies."""

    def _serialize_form(
        self,
        in_data: typing.Any,
        name: str,
        explode: bool,
        percent_encode: bool,
        prefix_separator_iterator: PrefixSeparatorIterator | None = None,
        safe: str = "/",
    ) -> str:
        before = prefix_separator_iterator or PrefixSeparatorIterator("", "&")
        return self._ref6570_expansion(name, in_data, explode, percent_encode, before, safe)


class StyleSimpleSerializer(ParameterSerializerBase):
    """Writes values in the style of paths and headers."""

    def _serialize_simple(self, in_data: typing.Any, name: str, explode: bool, percent_encode: bool) -> str:
        before = PrefixSeparatorIterator("", ",")
        return self._ref6570_expansion(name, in_data, explode, percent_encode, before, safe="")


class ParameterBase(JSONDetector):
    """A declared parameter.

    *schema* is the class of its values, or *content* maps the one media type it is written in to that class.
    *style* and *explode* are the keywords of OpenAPI, None for the default of the place *in_type*. *description* says
    what the parameter is about. Raises ValueError where these contradict each other.
    """

    __disallowed_header_names: typing.ClassVar[set[str]] = {"accept", "content-type", "authorization"}

    def __init__(
        self,
        name: str,
        in_type: ParameterInType,
        required: bool = False,
        style: ParameterStyle | None = None,
        explode: bool | None = None,
        allow_reserved: bool | None = None,
        schema: SchemaClass | None = None,
        content: dict[str, SchemaClass] | None = None,
        description: str = "",
    ) -> None:
        if schema is None and content is None:
            raise ValueError("Value missing; Pass in either schema or content")
        if schema is not None and content is not None:
            raise ValueError("Too many values provided. Both schema and content were provided. Only one may be input")
        if in_type is ParameterInType.HEADER and name.lower() in self.__disallowed_header_names:
            raise ValueError(f"Invalid name, name may not be one of {sorted(self.__disallowed_header_names)}")
        if style is not None and style not in _ALLOWED[in_type]:
            allowed = ", ".join(entry.value for entry in _ALLOWED[in_type])
            raise ValueError(f"Invalid style {style.value}: a parameter in {in_type.value} may be {allowed}")
        if content is not None and len(content) != 1:
            raise ValueError("Invalid content length, content length must equal 1")
        self.name = name
        self.in_type = in_type
        self.required = required
        self.style = _ALLOWED[in_type][0] if style is None and content is None else style
        self.explode = explode
        self.allow_reserved = allow_reserved
        self.schema = schema
        self.content = content
        self.description = description

    @property
    def value_schema(self) -> SchemaClass:
        """The class of the values, wherever it was given."""
        return self.schema or next(iter((self.content or {}).values()))

    @property
    def explodes(self) -> bool:
        """Whether each item has a place of its own: *explode*, or the default of the style."""
        return self.style is ParameterStyle.FORM if self.explode is None else self.explode

    def _plain(self, in_data: typing.Any) -> typing.Any:
        """*in_data*, checked by the schema, as the values that can be written."""
        return plain(validated(self.name, self.value_schema, in_data))

    def _json(self, value: typing.Any) -> str | None:
        """*value* as JSON where the parameter has a media type, which must be one of JSON."""
        if self.content is None:
            return None
        (media_type,) = self.content
        if not is_json(media_type):
            raise NotImplementedError(f"Serialization of {media_type} has not yet been implemented")
        return json_text(value)

    def __repr__(self) -> str:
        kind = "required" if self.required else "optional"
        return f"<{kind} {self.in_type.value} parameter {self.name!r}>"


def validated(name: str, schema: SchemaClass, value: typing.Any) -> typing.Any:
    """Return *value* of the parameter *name* as an instance of *schema*; raises what that raises, without secrets."""
    try:
        return schema(value)
    except (ApiTypeError, ApiValueError):
        if not is_secret(name):
            raise
    members: typing.Any = map_of(schema)  # a secret is known by the name that it has in an object
    return members({name: value})[name]


def plain(value: typing.Any) -> typing.Any:
    """An instance as the values that can be written: str, Decimal, bool, None, list, dict."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in typing.cast("dict[str, object]", value).items()}
    if isinstance(value, tuple):
        return [plain(item) for item in typing.cast("tuple[object, ...]", value)]
    return value if isinstance(value, Decimal) else to_plain(value)


class _Placed(ParameterBase):
    """A parameter of a class that says where it goes."""

    place: typing.ClassVar[ParameterInType]

    def __init__(
        self,
        name: str,
        required: bool = False,
        style: ParameterStyle | None = None,
        explode: bool | None = None,
        allow_reserved: bool | None = None,
        schema: SchemaClass | None = None,
        content: dict[str, SchemaClass] | None = None,
        description: str = "",
    ) -> None:
        super().__init__(name, self.place, required, style, explode, allow_reserved, schema, content, description)


class PathParameter(_Placed, StyleSimpleSerializer):
    """A part of the path of a URL."""

    place = ParameterInType.PATH

    def serialize(self, in_data: typing.Any) -> dict[str, str]:
        """*in_data* as it stands in a URL, by name; a slash is escaped, so that one value is one segment."""
        value = self._plain(in_data)
        text = self._json(value)
        if text is not None:
            return self._to_dict(self.name, _escaped(text, ""))
        if self.style is ParameterStyle.SIMPLE:
            if isinstance(value, str):  # nearly always
                return self._to_dict(self.name, _escaped(value, ""))
            return self._to_dict(self.name, self._serialize_simple(value, self.name, self.explodes, True))
        mark = "." if self.style is ParameterStyle.LABEL else ";"
        before = PrefixSeparatorIterator(mark, mark)
        return self._to_dict(self.name, self._ref6570_expansion(self.name, value, self.explodes, True, before, ""))


class QueryParameter(_Placed, StyleFormSerializer):
    """A part of the query of a URL."""

    place = ParameterInType.QUERY

    def get_prefix_separator_iterator(self) -> PrefixSeparatorIterator:
        """Return what stands before this parameter and between its parts, where it stands alone."""
        if self.style is ParameterStyle.SPACE_DELIMITED:
            return PrefixSeparatorIterator("", "%20")
        if self.style is ParameterStyle.PIPE_DELIMITED:
            return PrefixSeparatorIterator("", "|")
        return PrefixSeparatorIterator("?", "&")

    def serialize(
        self, in_data: typing.Any, prefix_separator_iterator: PrefixSeparatorIterator | None = None
    ) -> dict[str, str]:
        """*in_data* as it stands in a URL, by name; an empty text where it is null or empty.

        *prefix_separator_iterator* is that of the whole query. Without it the parameter stands alone, and as the table
        of styles in OpenAPI 3.0 has it: there, spaceDelimited and pipeDelimited are values without their name.
        """
        value = self._plain(in_data)
        before = prefix_separator_iterator or self.get_prefix_separator_iterator()
        text = self._json(value)
        if text is not None:
            return self._to_dict(self.name, f"{next(before)}{_escaped(self.name)}={_escaped(text)}")
        return self._to_dict(self.name, self._expanded(value, before))

    def _expanded(self, value: typing.Any, before: PrefixSeparatorIterator) -> str:
        safe = _RESERVED if self.allow_reserved else "/"
        name = _escaped(self.name)
        if self.style is ParameterStyle.DEEP_OBJECT:
            return _joined(before, [f"{key}={item}" for key, item in _deep(name, value, safe)])
        mark = _DELIMITERS.get(self.style)
        if mark in (None, before.separator) or self.explodes or not isinstance(value, (list, dict)):
            return self._serialize_form(value, name, self.explodes, True, before, safe)
        joined = self._ref6570_expansion(name, value, False, True, PrefixSeparatorIterator("", mark or ""), safe)
        return f"{next(before)}{name}={joined}" if joined else ""


_DELIMITERS: dict[ParameterStyle | None, str] = {
    ParameterStyle.SPACE_DELIMITED: "%20",
    ParameterStyle.PIPE_DELIMITED: "|",
}


def _deep(name: str, value: typing.Any, safe: str) -> typing.Iterator[tuple[str, str]]:
    """The pairs of ``deepObject``: ``name[key]=item``, one level of brackets for each level of objects."""
    if isinstance(value, dict):
        for key, item in typing.cast("dict[str, object]", value).items():
            yield from _deep(f"{name}[{_escaped(key, '')}]", item, safe)
    elif isinstance(value, list):
        for item in typing.cast("list[object]", value):
            yield from _deep(name, item, safe)
    elif value is not None:
        yield name, _escaped(value, safe)


class CookieParameter(_Placed, StyleFormSerializer):
    """A cookie."""

    place = ParameterInType.COOKIE

    def serialize(self, in_data: typing.Any) -> dict[str, str]:
        """*in_data* as ``name=value``, by name; without the ``name=``, as ever, where it is written in JSON.

        Raises ApiValueError for a line break, and for a semicolon, which would begin another cookie.
        """
        value = self._plain(in_data)
        text = self._json(value)
        if text is None:
            text = self._serialize_form(value, self.name, self.explodes, False)
        if ";" in text:
            raise ApiValueError(f"{self.name!r}: a cookie can't hold a semicolon")
        return self._to_dict(self.name, _one_line(self.name, text))

    def pair(self, in_data: typing.Any) -> str:
        """*in_data* as it stands in the header; raises what `serialize` raises."""
        text = self.serialize(in_data)[self.name]
        return text if self.content is None else f"{self.name}={text}"


class HeaderParameter(_Placed, StyleSimpleSerializer):
    """A header of the request."""

    place = ParameterInType.HEADER

    def serialize(self, in_data: typing.Any) -> HTTPHeaderDict:
        """The header with *in_data* in it. Raises ApiValueError for a line break, which would begin another one."""
        value = self._plain(in_data)
        text = self._json(value)
        if text is None:
            text = self._serialize_simple(value, self.name, self.explodes, False)
        return HTTPHeaderDict({self.name: _one_line(self.name, text)})


def _one_line(name: str, text: str) -> str:
    """*text*, if a header can hold it (RFC 9110, 5.5)."""
    check_header(name, text)
    return text


_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


def check_header(name: str, text: str) -> None:
    """Raise ApiValueError for a header *name* that is none, or *text* that would break the line or isn't Latin-1.

    The text is not repeated: it may be a secret.
    """
    if not _HEADER_NAME.fullmatch(name):
        raise ApiValueError(f"{name!r} can't be the name of a header")
    if _CONTROL.search(text):
        raise ApiValueError(f"{name!r}: a header can't hold a line break, a NUL or another control character")
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        raise ApiValueError(f"{name!r}: a header can't hold characters that Latin-1 doesn't have") from None
