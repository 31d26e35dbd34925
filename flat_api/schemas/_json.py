"""JSON text: read with exact decimals, written with every digit."""

from __future__ import annotations

import decimal
import json
import typing
from json.encoder import encode_basestring_ascii  # the C function that json.dumps uses

from ..exceptions import SENTENCES, ApiTypeError, ApiValueError, OpenApiException, Path, Problem, refusal
from ._extension import speedups
from ._numbers import shortest, text_of
from ._plain import no_form, no_form_of_key
from ._primitives import BoolClass, NoneClass, class_of

ROOT: Path = ("args[0]",)

_decoder: typing.Any = json.JSONDecoder(parse_float=decimal.Decimal)
_scan: typing.Callable[[str, int], tuple[typing.Any, int]] = _decoder.scan_once
_WHITE_SPACE = " \t\n\r"
_FIRST_BYTES = ((0xF0, 0xF1), (0xE0, 0xE2), (0xC0, 0xC3), (0x80, 0x80), (0, ord("x")))
"""The first bytes of characters of four, three and two bytes, then those inside and ASCII; each with one to show."""


def decode(text: str | bytes | bytearray) -> typing.Any:
    """The plain data of JSON *text*: numbers as int and exact Decimal, NaN and the infinities as float."""
    try:
        return _decoded(text)
    except OpenApiException as error:
        # The frames below hold the text, in which there may be secrets, as do errors about its bytes.
        error.__traceback__ = error.__context__ = None
        if error.__cause__ is not None:
            error.__cause__.__traceback__ = error.__cause__.__context__ = None
        raise
    finally:
        del text


def _decoded(text: str | bytes | bytearray) -> typing.Any:
    try:
        stripped = (text if isinstance(text, str) else text.decode()).strip(_WHITE_SPACE)
        data, end = _scan(stripped, 0)
        return data if end == len(stripped) else _decode_the_rest(text)
    except RecursionError as error:
        raise _too_deep() from error
    except UnicodeDecodeError as error:
        cause = UnicodeDecodeError(error.encoding, _masked(error), error.start, error.end, error.reason)
        raise _unreadable(f"{error.reason} at byte {error.start}, and JSON is UTF-8", cause) from cause
    except (StopIteration, ValueError, decimal.InvalidOperation):
        return _decode_the_rest(text)
    except (TypeError, AttributeError):
        raise ApiTypeError(f"JSON text is str or bytes, not {type(text).__name__}") from None


def _masked(error: UnicodeDecodeError) -> bytes:
    """Return the bytes up to those that are not UTF-8, with every character but line breaks replaced by one as long."""
    return error.object[: error.start].translate(_AS_LONG) + error.object[error.start : error.end]


_AS_LONG = bytes(
    byte if byte == ord("\n") else next(shown for first, shown in _FIRST_BYTES if byte >= first) for byte in range(256)
)


def _decode_the_rest(text: str | bytes | bytearray) -> typing.Any:
    """Return what the quick scanner can't read: after a byte order mark, and numbers beyond all measure."""
    if isinstance(text, (bytes, bytearray)):
        text = text.decode()
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_float=_float, parse_int=_int)
    except RecursionError as deep:
        raise _too_deep() from deep
    except json.JSONDecodeError as syntax:
        syntax.__suppress_context__ = True  # that of the quick decoder, which says the same
        found = f"{syntax.msg.removesuffix(' at')} at line {syntax.lineno} column {syntax.colno}"
        raise _unreadable(found, syntax) from syntax


def _too_deep() -> OpenApiException:
    return refusal([Problem(ROOT, SENTENCES["depth"], "depth")])


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


if speedups is not None:
    speedups.configure(decimal=decimal.Decimal, boolean=BoolClass, null=NoneClass, shortest=shortest)

Quote = typing.Callable[[str], str]
"""Writes a string as JSON: in ASCII, or with every character that JSON lets stand."""


def encode(value: typing.Any, indent: int | None = None, quote: Quote = encode_basestring_ascii) -> str:
    """Return *value*, an instance or plain data, as JSON text; this is what `Schema.to_json` and requests send.

    Numbers keep every digit, but one that is exactly a Python float is written as the shortest text of that float.
    Raises `ApiTypeError` for what JSON has no form for (bytes, files, keys that are not strings, foreign objects), and
    `ApiValueError` for numbers that are not finite and for data that are nested too deeply.
    """
    if speedups is not None and indent is None and quote is encode_basestring_ascii:
        try:
            text: str = speedups.encode(value)
            return text
        except Exception:  # what follows writes it all the same, or knows what is wrong
            pass
    try:
        return _encode(value, quote) if indent is None else _laid_out(value, quote, " " * indent, "\n")
    except RecursionError:
        pass
    raise _too_deep()


def _encode(value: typing.Any, quote: Quote) -> str:
    kind = class_of(value)
    if issubclass(kind, str):
        return quote(value)
    if issubclass(kind, dict):
        # Most members are strings, and written here.
        members = [
            f"{quote(key) if type(key) is str else _key(key, quote)}:"
            f"{quote(item) if issubclass(class_of(item), str) else _encode(item, quote)}"
            for key, item in value.items()
        ]
        return "{" + ",".join(members) + "}"
    if issubclass(kind, (tuple, list)):
        return "[" + ",".join([_encode(item, quote) for item in value]) + "]"
    return _scalar(value)


def _scalar(value: object) -> str:
    if isinstance(value, decimal.Decimal) and value.is_finite():
        return text_of(value)
    if isinstance(value, (bool, BoolClass)):
        return "true" if value else "false"
    if value is None or isinstance(value, NoneClass):
        return "null"
    if isinstance(value, int):
        return decimal.Decimal.__str__(decimal.Decimal(value))
    if isinstance(value, float) and value - value == 0.0:
        return float.__repr__(value)
    raise no_form(value)


def _key(key: object, quote: Quote) -> str:
    if isinstance(key, str):
        return quote(key)
    raise no_form_of_key(key)


def _laid_out(value: typing.Any, quote: Quote, step: str, line: str) -> str:
    """Return *value* on several lines; *line* is the break before a member, with its indentation."""
    inner = line + step
    kind = class_of(value)
    if value and issubclass(kind, dict):
        items = value.items()
        members = [f"{inner}{_key(key, quote)}: {_laid_out(item, quote, step, inner)}" for key, item in items]
        return "{" + ",".join(members) + line + "}"
    if value and issubclass(kind, (tuple, list)):
        entries = value
        return "[" + ",".join([inner + _laid_out(item, quote, step, inner) for item in entries]) + line + "]"
    return _encode(value, quote)
