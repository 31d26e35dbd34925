"""Bodies of requests: JSON, forms, multipart, bytes and text."""

from __future__ import annotations

import io
import os
import typing
from dataclasses import dataclass
from urllib.parse import quote

import urllib3.fields
from frozendict import frozendict

from ..exceptions import ApiValueError
from ..schemas import AnyTypeSchema, BoolClass, FileIO, NoneClass, Schema
from ._media import JSONDetector, encoded, essence, is_json, json_bytes, json_text
from ._parameters import ParameterStyle, PrefixSeparatorIterator, QueryParameter, StyleFormSerializer, plain


class RequestField(urllib3.fields.RequestField):
    """A part of a multipart body; two are equal when they would be sent alike."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RequestField) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]


class Encoding:
    """How one property of a form is sent (the Encoding Object of OpenAPI)."""

    def __init__(
        self,
        content_type: str,
        headers: typing.Mapping[str, typing.Any] | None = None,
        style: ParameterStyle | None = None,
        explode: bool = False,
        allow_reserved: bool = False,
    ) -> None:
        self.content_type = content_type
        self.headers = headers
        self.style = style
        self.explode = explode
        self.allow_reserved = allow_reserved


@dataclass
class MediaType:
    """What a body of some media type holds: a value of *schema*, its properties sent as *encoding* says."""

    schema: type[Schema] | None = None
    encoding: dict[str, Encoding] | None = None


class SerializedRequestBody(typing.TypedDict, total=False):
    """A body as the transport takes it: *body* as it is, or the *fields* of a multipart form."""

    body: str | bytes
    fields: tuple[RequestField | tuple[str, str], ...]


class RequestBody(StyleFormSerializer, JSONDetector):
    """A declared body: *content* maps media types to what is sent in them.

    *description* says what the body is about. Raises ValueError for an empty *content*.
    """

    def __init__(self, content: dict[str, MediaType], required: bool = False, description: str = "") -> None:
        if not content:
            raise ValueError("Invalid value for content, the content dict must have >= 1 entry")
        self.required = required
        self.content = content
        self.description = description

    def serialize(self, in_data: typing.Any, content_type: str) -> SerializedRequestBody:
        """Return *in_data*, validated by the schema of *content_type*, as it is sent.

        In a multipart form, a file may be a pair of its name and its content. Raises ApiValueError for a media type
        that is not declared, or is a range of them, and for a value that the media type has no form for; and what the
        schema raises.
        """
        declared = self._media_type(content_type)
        kind = essence(content_type)
        data = in_data
        if kind == MULTIPART and not isinstance(data, NamedFiles):
            data = split_names(data)
        names: Names = {}
        if isinstance(data, NamedFiles):
            data, names = data.value, data.names
        value = data if declared.schema is None else _instance(declared.schema, data)
        if isinstance(value, (bytes, FileIO)):
            return {"body": _read(value)}
        if is_json(content_type):
            return {"body": json_bytes(value)}
        if kind == "application/x-www-form-urlencoded":
            return {"body": self._form(value, declared.encoding or {})}
        if kind == MULTIPART:
            return {"fields": tuple(_multipart(value, declared.encoding or {}, names))}
        return {"body": _plain_text(value, kind)}

    def find(self, content_type: str) -> MediaType | None:
        """Return what is declared for *content_type*, by itself or by the range that it is in, None where nothing is.

        Of ranges, ``image/*`` comes before ``*/*`` (RFC 9110, 12.5.1).
        """
        kind = essence(content_type)
        for declared in (content_type, kind, f"{kind.partition('/')[0]}/*", "*/*"):
            if declared in self.content:
                return self.content[declared]
        return None

    def _media_type(self, content_type: str) -> MediaType:
        if "*" in essence(content_type):
            raise ApiValueError(f"content_type {content_type!r} is a range of media types, and one of them is needed")
        found = self.find(content_type)
        if found is None:
            raise ApiValueError(f"content_type {content_type!r} is not one of {', '.join(self.content)}")
        return found

    def _form(self, value: typing.Any, encoding: dict[str, Encoding]) -> str:
        """Return the properties as an HTML form writes them: by default each item of an array by itself."""
        if not isinstance(value, frozendict):
            raise ApiValueError(_no_object(value, "application/x-www-form-urlencoded"))
        before = PrefixSeparatorIterator("", "&")
        fields = typing.cast("dict[str, typing.Any]", value).items()
        return "".join([self._field(key, item, encoding.get(key), before) for key, item in fields])

    def _field(self, key: str, value: typing.Any, encoding: Encoding | None, before: PrefixSeparatorIterator) -> str:
        style = encoding.style if encoding else None
        if encoding and style is None and is_json(encoding.content_type) and isinstance(value, (frozendict, tuple)):
            value = json_text(value)
        if encoding and style not in (None, ParameterStyle.FORM):
            parameter = QueryParameter(
                key, False, style, encoding.explode, encoding.allow_reserved, typing.cast("type[Schema]", AnyTypeSchema)
            )
            return parameter.serialize(value, before)[key]
        explode = encoding.explode if encoding and style else True
        return self._serialize_form(plain(value), quote(encoded(key), safe=""), explode, True, before, safe="")


MULTIPART = "multipart/form-data"
Names = dict[str, list[str | None]]


class NamedFiles(typing.NamedTuple):
    """The *value* of a multipart body, and *names* for the files in it: a list for each property that has some."""

    value: typing.Any
    names: Names


def split_names(in_data: typing.Any) -> typing.Any:
    """Return *in_data* as `NamedFiles` where it has pairs of a name and a content in place of files."""
    if not isinstance(in_data, dict) or isinstance(in_data, Schema):
        return typing.cast("object", in_data)
    value: dict[str, typing.Any] = dict(typing.cast("dict[str, typing.Any]", in_data))
    names: Names = {}
    for key, item in value.items():
        items = typing.cast("list[object]", item) if type(item) is list else [item]
        pairs = [_named(entry) for entry in items]
        if any(pairs):
            names[key] = [pair[0] if pair else None for pair in pairs]
            contents = [pair[1] if pair else entry for pair, entry in zip(pairs, items)]
            value[key] = contents[0] if items is not item else contents
    return NamedFiles(value, names) if names else typing.cast("object", in_data)


def _named(item: typing.Any) -> tuple[str, object] | None:
    """Return *item* if it is a pair of a name and the content of a file."""
    if type(item) is not tuple or len(typing.cast("tuple[object, ...]", item)) != 2:
        return None
    name, content = typing.cast("tuple[object, object]", item)
    files: typing.Any = (bytes, io.FileIO, io.BufferedReader)
    return (name, content) if isinstance(name, str) and isinstance(content, files) else None


def _instance(schema: type[Schema], in_data: typing.Any) -> Schema:
    return in_data if isinstance(in_data, schema) else schema(in_data)


def _read(value: bytes | FileIO) -> bytes:
    """The bytes of *value*; a file is read to its end and closed."""
    if isinstance(value, bytes):
        return bytes(value)
    with value:
        return value.read()


_NO_TEXT: dict[str, typing.Any] = {
    "frozendict.frozendict": frozendict,
    "tuple": tuple,
    "NoneClass": NoneClass,
    "BoolClass": BoolClass,
}


def _plain_text(value: typing.Any, kind: str) -> str:
    for name, refused in _NO_TEXT.items():
        if isinstance(value, refused):
            raise ApiValueError(f"Unable to serialize type {name} to {kind}")
    return encoded(str(value)).decode()


def _multipart(value: typing.Any, encoding: dict[str, Encoding], names: Names) -> typing.Iterator[RequestField]:
    """The parts of a form: one for each property, and one for each item of an array (RFC 7578, 4.3)."""
    if not isinstance(value, frozendict):
        raise ApiValueError(_no_object(value, "multipart/form-data"))
    for key, item in typing.cast("dict[str, typing.Any]", value).items():
        media_type = encoding[key].content_type if key in encoding else None
        parts: typing.Iterable[typing.Any] = item if _is_several(item) and not media_type else (item,)
        given = iter(names.get(key, ()))
        for part in parts:
            yield _part(key, part, media_type, next(given, None))


def _is_several(item: object) -> bool:
    return isinstance(item, tuple) and item != ()


def _part(key: str, value: typing.Any, media_type: str | None, name: str | None) -> RequestField:
    """Return a part. A file has a name (RFC 7578, 4.2): *name*, its own, or that of its property."""
    encoded(key)
    encoded(name or "")
    if isinstance(value, (FileIO, bytes)):
        own = _name_of(value) if isinstance(value, FileIO) else key
        field = RequestField.from_tuples(key, (own if name is None else name, _read(value)))
        if media_type:
            field.headers["Content-Type"] = media_type
        return typing.cast(RequestField, field)
    if isinstance(value, str) and not (media_type and is_json(media_type)):
        data, guessed = str(value), "text/plain"
    else:
        data, guessed = json_text(value), "application/json"
    field = RequestField(name=key, data=encoded(data).decode())
    field.make_multipart(content_type=media_type or guessed)
    return field


def _name_of(file: FileIO) -> str:
    """The base name of *file*, in which a replacement character stands for each byte that isn't UTF-8."""
    return os.fsencode(os.path.basename(str(file.name))).decode(errors="replace")


def _no_object(value: object, kind: str) -> str:
    return f"Unable to serialize {type(value).__name__} to {kind} because it is not a dict of data"
