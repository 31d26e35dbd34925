"""JSON and media types on the wire: which media types are JSON, and how values become JSON text."""

from __future__ import annotations

import json
import re
import typing
import uuid
from decimal import Decimal
from json.encoder import encode_basestring

from ..exceptions import ApiValueError
from ..schemas import BoolClass, NoneClass
from ..schemas._json import encode

_JSON = re.compile(r"application/(?:[^+;]+\+)?json\s*(?:;.*)?", re.IGNORECASE)


class JSONEncoder(json.JSONEncoder):
    """Turns values into the plain Python that `json.dumps` takes."""

    compact_separators = (",", ":")

    def default(self, o: typing.Any) -> typing.Any:
        """*o* as str, int, float, bool, None, dict or list; a number without a fraction is an int.

        Raises ApiValueError for what JSON has no form for: bytes, files, foreign objects.
        """
        if isinstance(o, (str, uuid.UUID)):
            return str(o)
        if isinstance(o, Decimal):
            return int(o) if typing.cast(int, o.as_tuple().exponent) >= 0 else float(o)
        if isinstance(o, NoneClass) or o is None:
            return None
        if isinstance(o, BoolClass):
            return bool(o)
        if isinstance(o, (bool, int, float)):
            return o
        if isinstance(o, dict):
            return {key: self.default(item) for key, item in typing.cast("dict[str, object]", o).items()}
        if isinstance(o, (list, tuple)):
            return [self.default(item) for item in typing.cast("list[typing.Any]", o)]
        raise ApiValueError(f"Unable to prepare type {type(o).__name__} for serialization")


to_plain = JSONEncoder().default
"""A value as the plain Python that it is made of; see `JSONEncoder.default`."""


class JSONDetector:
    """Tells media types that hold JSON: ``application/json``, with parameters or not, and those that end in +json."""

    @classmethod
    def _content_type_is_json(cls, content_type: str) -> bool:
        return _JSON.fullmatch(content_type.strip()) is not None


def essence(media_type: str) -> str:
    """A media type without its parameters, in lower case (RFC 9110, 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Return whether a body of *media_type* is JSON."""
    return media_type == "application/json" or JSONDetector._content_type_is_json(media_type)


def json_bytes(value: typing.Any) -> bytes:
    """Return *value*, an instance or plain data, as JSON in UTF-8, without a space. Raises what `json_text` raises."""
    return encoded(json_text(value))


def encoded(text: str) -> bytes:
    """*text* in UTF-8; raises ApiValueError for half of a surrogate pair, which is not a character."""
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise ApiValueError(f"half of a surrogate pair at index {error.start} can't be sent") from None


def json_text(value: typing.Any) -> str:
    """Return *value* as JSON text, as `flat_api.schemas.Schema.to_json` writes it but with all characters as they are.

    Raises ApiTypeError for what JSON has no form for, ApiValueError for numbers that are not finite.
    """
    return encode(value, quote=encode_basestring)
