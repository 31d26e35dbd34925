"""JSON text: read with exact decimals, written with every digit."""

from __future__ import annotations

import decimal
import json
import typing
from json.encoder import encode_basestring_ascii  # the C function that json.dumps uses

from frozendict import frozendict

from ..exceptions import SENTENCES, ApiTypeError, ApiValueError, Path, Problem, refusal, shown
from ._primitives import BoolClass, NoneClass, class_of, primitive_of

ROOT: Path = ("args[0]",)

_decode = json.JSONDecoder(parse_float=decimal.Decimal).decode


def decode(text: str | bytes | bytearray) -> typing.Any:
    """The plain data of JSON *text*: numbers as int and exact Decimal, NaN and the infinities as float."""
    try:
        return _decode(text if isinstance(text, str) else text.decode())
    except RecursionError as error:
        raise refusal([Problem(ROOT, SENTENCES["depth"], "depth")]) from error
    except (ValueError, decimal.InvalidOperation) as error:
        return _decode_the_rest(text, error)
    except (TypeError, AttributeError):
        raise ApiTypeError(f"JSON text is str or bytes, not {type(text).__name__}") from None


def _decode_the_rest(text: str | bytes | bytearray, error: Exception) -> typing.Any:
    """What the quick decoder has no patience for: a byte order mark, and numbers beyond all measure."""
    if isinstance(error, UnicodeDecodeError):
        raise _unreadable(f"{error.reason} at byte {error.start}, and JSON is UTF-8", error)
    if isinstance(text, (bytes, bytearray)):
        text = text.decode()
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_float=_float, parse_int=_int)
    except json.JSONDecodeError as syntax:
        syntax.__suppress_context__ = True  # that of the quick decoder, which says the same
        found = f"{syntax.msg.removesuffix(' at')} at line {syntax.lineno} column {syntax.colno}"
        raise _unreadable(found, syntax) from syntax


def _float(digits: str) -> decimal.Decimal | float:
    try:
        return decimal.Decimal(digits)
    except decimal.InvalidOperation:  # an exponent that no Decimal has; the walk refuses infinity with its path
        return float("inf")


def _int(digits: str) -> int | decimal.Decimal:
    try:
        return int(digits)
    except ValueError:  # longer than the interpreter converts; the walk refuses it with its path
        return decimal.Decimal(digits)


def _unreadable(found: str, error: Exception) -> ApiValueError:
    sentence = SENTENCES["json"].format(found=found)
    refused = ApiValueError(sentence)
    refused.path_to_item, refused.problems = ROOT, (Problem(ROOT, sentence, "json"),)
    refused.__cause__ = error
    return refused


def encode(value: typing.Any, indent: int | None = None) -> str:
    """*value*, an instance, as JSON text in ASCII."""
    try:
        return _encode(value) if indent is None else _laid_out(value, " " * indent, "\n")
    except RecursionError:
        problem = Problem(ROOT, SENTENCES["depth"], "depth")
    raise refusal([problem])


def _encode(value: typing.Any) -> str:
    kind = class_of(value)
    if issubclass(kind, str):
        return encode_basestring_ascii(value)
    if issubclass(kind, frozendict):
        return "{" + ",".join([f"{_key(key)}:{_encode(item)}" for key, item in value.items()]) + "}"
    if issubclass(kind, tuple):
        return "[" + ",".join([_encode(item) for item in value]) + "]"
    return _scalar(value)


def _scalar(value: object) -> str:
    if isinstance(value, decimal.Decimal):
        if value.is_finite():
            return str(value)
        raise ApiValueError(f"{value} has no form in JSON")
    if isinstance(value, BoolClass):
        return "true" if value else "false"
    if isinstance(value, NoneClass):
        return "null"
    raise ApiTypeError(f"{primitive_of(value).__name__} has no form in JSON")


def _key(key: object) -> str:
    if isinstance(key, str):
        return encode_basestring_ascii(key)
    raise ApiTypeError(f"the key {shown(key)} has no form in JSON, where keys are strings")


def _laid_out(value: typing.Any, step: str, line: str) -> str:
    """*value* on several lines; *line* is the break before a member, with its indentation."""
    inner = line + step
    kind = class_of(value)
    if value and issubclass(kind, frozendict):
        items = value.items()
        return (
            "{" + ",".join([f"{inner}{_key(key)}: {_laid_out(item, step, inner)}" for key, item in items]) + line + "}"
        )
    if value and issubclass(kind, tuple):
        entries = value
        return "[" + ",".join([inner + _laid_out(item, step, inner) for item in entries]) + line + "]"
    return _encode(value)
