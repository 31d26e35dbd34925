"""From instances to plain Python, as it is or as JSON has it."""

from __future__ import annotations

import decimal
import typing

from frozendict import frozendict

from ..exceptions import SENTENCES, ApiTypeError, ApiValueError, Problem, refusal, shown
from ._primitives import class_of, entry_of

Mode = typing.Literal["python", "json"]
"""``"python"`` keeps decimals, bytes and files; ``"json"`` has what `json.loads` gives: int, float, str, bool, None."""


def plain_value(node: typing.Any, mode: Mode) -> typing.Any:
    """Return *node*, an instance, as plain Python in *mode*.

    Raises `ApiValueError` when it is nested too deeply for that, and for numbers that JSON does not have;
    `ApiTypeError` for bytes, files and keys that JSON does not have.
    """
    if mode not in ("python", "json"):
        raise ApiValueError(f"mode must be 'python' or 'json', not {shown(mode)!r}")
    try:
        return plain(node) if mode == "python" else _json(node)
    except RecursionError:
        problem = Problem(("args[0]",), SENTENCES["depth"], "depth")
    raise refusal([problem])


def plain(value: typing.Any) -> typing.Any:
    """Return *value* as plain Python, all the way down; files stay what they are."""
    kind = class_of(value)
    if issubclass(kind, frozendict):
        return {key: plain(item) for key, item in value.items()}
    if issubclass(kind, tuple):
        return [plain(item) for item in value]
    return shallow(value)


def shallow(value: typing.Any) -> typing.Any:
    """Return *value* as the plain Python object that it is made of; its members are left as they are."""
    entry = entry_of(class_of(value))
    return value if entry is None else entry.plain(value)


def _json(value: typing.Any) -> typing.Any:
    kind = class_of(value)
    if issubclass(kind, frozendict):
        return {_json_key(key): _json(item) for key, item in value.items()}
    if issubclass(kind, tuple):
        return [_json(item) for item in value]
    if issubclass(kind, decimal.Decimal):
        return json_number(value)
    found = shallow(value)
    if found is None or isinstance(found, (str, bool)):
        return found
    raise no_form(value)


def json_number(number: decimal.Decimal) -> int | float:
    """Return *number* as an int where it is whole, and as the nearest float otherwise. Raises `ApiValueError`."""
    if not number.is_finite():
        raise no_form(number)
    return int(number) if number == int(number) else float(number)


def _json_key(key: object) -> str:
    if isinstance(key, str):
        return str.__str__(key)
    raise no_form_of_key(key)


def no_form(value: typing.Any) -> ApiTypeError | ApiValueError:
    """Return the error about *value*, which JSON has no form for."""
    if isinstance(value, (decimal.Decimal, float)):
        return ApiValueError(f"{value} has no form in JSON")
    entry = entry_of(class_of(value))
    kind = class_of(value) if entry is None else entry.cls
    return ApiTypeError(f"{kind.__name__} has no form in JSON")


def no_form_of_key(key: object) -> ApiTypeError:
    """Return the error about *key*, which is not a string."""
    return ApiTypeError(f"the key {shown(key)} has no form in JSON, where keys are strings")
