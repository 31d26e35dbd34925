"""Values of declarations, such as limits and enum members, as JSON has them."""

from __future__ import annotations

import decimal
import typing

from .._primitives import BoolClass, NoneClass, is_array, is_object

Json = typing.Any


def json_value(value: object) -> Json:
    """*value*, a member of an enum or a limit, as plain JSON data."""
    if isinstance(value, BoolClass):
        return bool(value)
    if isinstance(value, NoneClass):
        return None
    if isinstance(value, decimal.Decimal):
        return _number(value)
    if is_object(value):
        return {str(key): json_value(entry) for key, entry in value.items()}
    if is_array(value):
        return [json_value(entry) for entry in value]
    return value


def _number(value: decimal.Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
