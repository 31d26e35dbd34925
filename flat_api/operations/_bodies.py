"""Bodies of requests: JSON, forms, multipart, bytes and text."""

from __future__ import annotations

import os
import typing
from dataclasses import dataclass

import urllib3.fields
from frozendict import frozendict

from ..exceptions import ApiValueError
from ..schemas import BoolClass, FileIO, NoneClass, Schema
from ._media import JSONDetector, encoded, essence, is_json, json_bytes, json_text
from ._parameters import ParameterStyle, StyleFormSerializer, plain


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
        """*in_data*, checked by the schema of *content_type*, as it is sent.

        Raises ApiValueError for a media type that is not declared, what the schema raises, ValueError for a value
        that the media type has no form for, and NotImplementedError for a media type without a known form.
        """
        declared = self._media_type(content_type)
        value = in_data if declared.schema is None else _instance(declared.schema, in_data)
        kind = essence(content_type)
        if isinstance(value, (bytes, FileIO)):
            return {"body": _read(value)}
        if is_json(content_type):
            return {"body": json_bytes(value)}
        if kind == "application/x-www-form-urlencoded":
            return {"body": self._form(value)}
        if kind == "multipart/form-data":
            return {"fields": tuple(_multipart(value, declared.encoding or {}))}
        if kind.startswith("text/"):
            return {"body": _plain_text(value, kind)}
        raise NotImplementedError(f"Serialization has not yet been implemented for {content_type}")

    def _media_type(self, content_type: str) -> MediaType:
        for declared in (content_type, essence(content_type)):
            if declared in self.content:
                return self.content[declared]
        raise ApiValueError(f"content_type {content_type!r} is not one of {', '.join(self.content)}")

    def _form(self, value: typing.Any) -> str:
        if not isinstance(value, frozendict):
            raise ValueError(_no_object(value, "application/x-www-form-urlencoded"))
        return self._serialize_form(plain(value), name="", explode=True, percent_encode=True, safe="")


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
            raise ValueError(f"Unable to serialize type {name} to {kind}")
    return encoded(str(value)).decode()


def _multipart(value: typing.Any, encoding: dict[str, Encoding]) -> typing.Iterator[RequestField]:
    """The parts of a form: one for each property, and one for each item of an array (RFC 7578, 4.3)."""
    if not isinstance(value, frozendict):
        raise ValueError(_no_object(value, "multipart/form-data"))
    for key, item in typing.cast("dict[str, typing.Any]", value).items():
        media_type = encoding[key].content_type if key in encoding else None
        parts: typing.Iterable[typing.Any] = item if _is_several(item) and not media_type else (item,)
        for part in parts:
            yield _part(key, part, media_type)


def _is_several(item: object) -> bool:
    return isinstance(item, tuple) and item != ()


def _part(key: str, value: typing.Any, media_type: str | None) -> RequestField:
    encoded(key)
    if isinstance(value, FileIO):
        field = RequestField.from_tuples(key, (_name_of(value), _read(value)))
        if media_type:
            field.headers["Content-Type"] = media_type
        return typing.cast(RequestField, field)
    data: str | bytes
    if isinstance(value, bytes):
        data, guessed = bytes(value), "application/octet-stream"
    elif isinstance(value, str) and not (media_type and is_json(media_type)):
        data, guessed = str(value), "text/plain"
    else:
        data, guessed = json_text(value), "application/json"
    field = RequestField(name=key, data=data if isinstance(data, bytes) else encoded(data).decode())
    field.make_multipart(content_type=media_type or guessed)
    return field


def _name_of(file: FileIO) -> str:
    """The base name of *file*, in which a replacement character stands for each byte that isn't UTF-8."""
    return os.fsencode(os.path.basename(str(file.name))).decode(errors="replace")


def _no_object(value: object, kind: str) -> str:
    return f"Unable to serialize {type(value).__name__} to {kind} because it is not a dict of data"
