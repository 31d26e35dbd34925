"""The last column of the tables: what else a value has to keep to."""

from __future__ import annotations

import json
import typing
from collections.abc import Iterator

from ..schemas import Declaration, unset
from ..schemas.documents._values import json_value
from ._text import code, raw

OPTIONAL = "[optional] "

FORMATS = {
    "date": "value must conform to RFC-3339 full-date YYYY-MM-DD",
    "date-time": "value must conform to RFC-3339 date-time",
    "uuid": "value must be a uuid",
    "decimal": "value must be numeric and storable in decimal.Decimal",
    "int32": "value must be a 32 bit integer",
    "int64": "value must be a 64 bit integer",
    "float": "value must be a 32 bit float",
    "double": "value must be a 64 bit float",
}
"""What a page says of a format; of the others it says nothing."""

LIMITS = {
    "maxProperties": "number of properties must be less than or equal to {}",
    "minProperties": "number of properties must be greater than or equal to {}",
    "maxItems": "number of items must be less than or equal to {}",
    "minItems": "number of items must be greater than or equal to {}",
    "uniqueItems": "items must not contain duplicates",
    "multipleOf": "value must be a multiple of {}",
    "exclusiveMaximum": "must be a value less than {}",
    "maximum": "must be a value less than or equal to {}",
    "exclusiveMinimum": "must be a value greater than {}",
    "minimum": "must be a value greater than or equal to {}",
    "maxLength": "length must be less than or equal to {}",
    "minLength": "length must be greater than or equal to {}",
    "pattern": "must match regular expression {}",
}
"""What a page says of a keyword, in the words of the refusal. The earlier pages left limits out."""


def notes(declaration: Declaration, default: object = unset) -> str:
    """The notes of a class: its enum, its formats, its limits, and its default or the *default* of a property."""
    known = declaration.default if default is unset else default
    said = [default_note(known), *_formats(declaration), *_limits(declaration)]
    return _enum(declaration) + "; ".join(filter(None, said))


def default_note(default: object) -> str:
    """Return what a page says of a default; nothing where it is `unset`."""
    return "" if default is unset else f"if omitted the server will use the default value of {raw(_literal(default))}"


def _enum(declaration: Declaration) -> str:
    if declaration.enum is None:
        return ""
    values = "".join(f"{_literal(value)}, " for value in declaration.enum)
    if declaration.extensible:
        return f"one of [{raw(values)}] or another value "
    return f"must be one of [{raw(values)}] "


def _literal(value: object) -> str:
    """A value as Python people read it: JSON strings and numbers, but ``None``, ``True``, ``False``."""
    plain = json_value(value)
    return repr(plain) if plain is None or isinstance(plain, bool) else json.dumps(plain, ensure_ascii=False)


def _formats(declaration: Declaration) -> Iterator[str]:
    return (FORMATS[name] for name in declaration.formats if name in FORMATS)


def _limits(declaration: Declaration) -> Iterator[str]:
    for keyword, limit in declaration.keywords:
        yield LIMITS[keyword.name].format(_shown(keyword.name, limit))
    if declaration.is_closed:
        yield "other keys are not allowed"


def _shown(keyword: str, limit: typing.Any) -> str:
    """A limit as text; that of a pattern with its flags, as messages have it."""
    if keyword != "pattern":
        return str(limit)
    flags = f" with flags={code(str(limit.flags))}" if limit.flags else ""
    return f"{code(limit.source)}{flags}"
