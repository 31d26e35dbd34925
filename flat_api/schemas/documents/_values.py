"""Values of declarations, such as limits and enum members, as JSON has them."""

from __future__ import annotations

import decimal
import typing

from .._primitives import BoolClass, NoneClass

Json = typing.Any


def json_value(value: object) -> Json:
    """*value*, a member of an enum or a limit, as plain JSON data."""
    if isinstance(value, BoolClass):
        return bool(value)
    if isinstance(value, NoneClass):
        return None
    if isinstance(value, decimal.Decimal):
        return _number(value)
    if isinstance(value, dict):
        entries = typing.cast("dict[object, object]", value).items()
        return {str(key): json_value(entry) for key, entry in entries}
    if isinstance(value, (tuple, list)):
        return [json_value(entry) for entry in typing.cast("tuple[object, ...]", value)]
    return value


def _number(value: decimal.Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
