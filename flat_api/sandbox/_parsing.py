"""Parameters as they came in a request, read by their styles: the way back of `flat_api.operations`."""

from __future__ import annotations

import typing
from decimal import Decimal
from urllib.parse import unquote, unquote_plus

from frozendict import frozendict

from ..exceptions import OpenApiException
from ..operations import ParameterBase, ParameterStyle
from ..schemas import BoolClass, NoneClass, declaration_of
from ..schemas._json import decode
from ._errors import HttpError

Pairs = list[tuple[str, str]]
"""Names and values of a query, as they came: escaped."""

Unescape = typing.Callable[[str], str]

_DELIMITERS = {
    ParameterStyle.SPACE_DELIMITED: ("%20", "+", " "),
    ParameterStyle.PIPE_DELIMITED: ("|", "%7C", "%7c"),
}


def pairs_of(query: str) -> Pairs:
    """The names and values in *query*, the names unescaped."""
    found = [part.partition("=") for part in query.split("&") if part]
    return [(_text(name, unquote_plus), value) for name, _, value in found]


def query_values(declared: typing.Sequence[ParameterBase], pairs: Pairs) -> dict[str, typing.Any]:
    """The values in a query by the names of *declared* parameters; those that are not there are left out."""
    names = {parameter.name for parameter in declared}
    found = ((parameter, _in_query(parameter, pairs, names)) for parameter in declared)
    return {parameter.name: value for parameter, value in found if value is not _ABSENT}


def undeclared(declared: typing.Sequence[ParameterBase], pairs: Pairs) -> list[str]:
    """The names in a query that none of the *declared* parameters would take."""
    return [name for name, _ in pairs if not any(_takes(parameter, name) for parameter in declared)]


def segment_value(parameter: ParameterBase, text: str) -> typing.Any:
    """The value of *parameter* in a segment of a path, which is escaped."""
    schema = parameter.value_schema
    if parameter.content is not None:
        return _json(parameter, _text(text, unquote))
    if parameter.style is ParameterStyle.LABEL:
        return _joined(schema, text.removeprefix("."), ".", parameter.explodes, unquote)
    if parameter.style is ParameterStyle.MATRIX:
        return _matrix(parameter, text)
    return _joined(schema, text, ",", parameter.explodes, unquote)


def plain_value(parameter: ParameterBase, text: str) -> typing.Any:
    """The value of *parameter* in a header or a cookie, where nothing is escaped."""
    if parameter.content is not None:
        return _json(parameter, text)
    return _joined(parameter.value_schema, text, ",", parameter.explodes, str)


_ABSENT = object()


def _takes(parameter: ParameterBase, name: str) -> bool:
    if parameter.style is ParameterStyle.DEEP_OBJECT:
        return name.startswith(f"{parameter.name}[")
    if _is_open(parameter):
        return True
    return name == parameter.name


def _is_open(parameter: ParameterBase) -> bool:
    """Return whether the members of an object are parameters of their own."""
    is_form = parameter.style is ParameterStyle.FORM and parameter.explodes
    return is_form and _kind(parameter.value_schema) is frozendict


def _in_query(parameter: ParameterBase, pairs: Pairs, names: set[str]) -> typing.Any:
    schema, kind = parameter.value_schema, _kind(parameter.value_schema)
    if parameter.style is ParameterStyle.DEEP_OBJECT:
        return _deep(parameter, pairs)
    if _is_open(parameter):
        members = {name: _text(value, unquote_plus) for name, value in pairs if name not in names}
        return _members(schema, members) if members else _ABSENT
    values = [value for name, value in pairs if name == parameter.name]
    if not values:
        return _ABSENT
    if kind is tuple and parameter.explodes:
        return [_scalar(_items(schema), _text(value, unquote_plus)) for value in values]
    if len(values) > 1:
        raise HttpError(400, "INVALID_PARAMETER", f"{parameter.name} is there {len(values)} times.", parameter.name)
    if parameter.content is not None:
        return _json(parameter, _text(values[0], unquote_plus))
    return _joined(schema, _commas(parameter, values[0]), ",", False, unquote_plus)


def _commas(parameter: ParameterBase, text: str) -> str:
    """*text* with a comma for each mark that its style has in its place, and the commas in it escaped."""
    marks = _DELIMITERS.get(parameter.style) if parameter.style else None
    if marks is None:
        return text
    text = text.replace(",", "%2C")
    for mark in marks[:1] if "|" in text else marks:  # where there are bars, an escaped one is no mark
        text = text.replace(mark, ",")
    return text


def _joined(schema: typing.Any, text: str, mark: str, explodes: bool, unescape: Unescape) -> typing.Any:
    """The value in *text*, the parts of which have *mark* between them."""
    kind = _kind(schema)
    parts = text.split(mark) if text else []
    if kind is tuple:
        return [_scalar(_items(schema), _text(part, unescape)) for part in parts]
    if kind is not frozendict:
        return _scalar(schema, _text(text, unescape))
    if explodes:
        split = [part.partition("=") for part in parts]
        return _members(schema, _texts([(name, value) for name, _, value in split], unescape))
    return _members(schema, _texts(zip(parts[::2], parts[1::2]), unescape))


def _matrix(parameter: ParameterBase, text: str) -> typing.Any:
    schema, kind = parameter.value_schema, _kind(parameter.value_schema)
    parts = [part.partition("=") for part in text.removeprefix(";").split(";")]
    if kind is frozendict and parameter.explodes:
        return _members(schema, _texts([(name, value) for name, _, value in parts], unquote))
    if kind is tuple and parameter.explodes:
        return [_scalar(_items(schema), _text(value, unquote)) for _, _, value in parts]
    return _joined(schema, parts[0][2], ",", False, unquote)


def _deep(parameter: ParameterBase, pairs: Pairs) -> typing.Any:
    """The object that pairs such as ``name[a][b]=1`` make."""
    found: dict[str, typing.Any] = {}
    for name, value in pairs:
        if not name.startswith(f"{parameter.name}[") or not name.endswith("]"):
            continue
        steps = name[len(parameter.name) + 1 : -1].split("][")
        place, schema = found, parameter.value_schema
        for step in steps[:-1]:
            schema = _member(schema, step)
            inner = place.setdefault(step, {})
            if not isinstance(inner, dict):
                raise HttpError(400, "INVALID_PARAMETER", f"{name} contradicts another parameter.", parameter.name)
            place = typing.cast("dict[str, typing.Any]", inner)
        _put(place, steps[-1], _member(schema, steps[-1]), _text(value, unquote_plus))
    return found or _ABSENT


def _put(place: dict[str, typing.Any], key: str, schema: typing.Any, text: str) -> None:
    if _kind(schema) is tuple:
        items = place.setdefault(key, [])
        items.append(_scalar(_items(schema), text))
    else:
        place[key] = _scalar(schema, text)


def _texts(pairs: typing.Iterable[tuple[str, str]], unescape: Unescape) -> dict[str, str]:
    return {_text(name, unescape): _text(value, unescape) for name, value in pairs}


def _members(schema: typing.Any, texts: dict[str, str]) -> dict[str, typing.Any]:
    return {name: _scalar(_member(schema, name), text) for name, text in texts.items()}


def _member(schema: typing.Any, name: str) -> typing.Any:
    if schema is None:
        return None
    declaration = declaration_of(schema)
    return declaration.schemas.get(name, declaration.additional)


def _items(schema: typing.Any) -> typing.Any:
    return declaration_of(schema).items


def _kind(schema: typing.Any) -> type | None:
    """The container that the values of *schema* are; None for scalars."""
    types = set[type]() if schema is None else declaration_of(schema).types - {NoneClass}
    return next((kind for kind in (tuple, frozendict) if types == {kind}), None)


def _scalar(schema: typing.Any, text: str) -> typing.Any:
    """*text* as the kind of value that *schema* takes: a number or a boolean where that is what it wants."""
    types = frozenset({str}) if schema is None else declaration_of(schema).types
    if str in types:
        return text
    if BoolClass in types and text in ("true", "false"):
        return text == "true"
    if NoneClass in types and text in ("", "null"):
        return None
    if Decimal in types:
        number = _number(text)
        return text if number is None else number
    return text


def _number(text: str) -> typing.Any:
    if not text or text.strip() != text or text[0] not in "-0123456789":
        return None
    try:
        return decode(text)
    except OpenApiException:
        return None


def _json(parameter: ParameterBase, text: str) -> typing.Any:
    try:
        return decode(text)
    except OpenApiException as error:
        raise HttpError(400, "INVALID_PARAMETER", f"{parameter.name} is no JSON: {error}", parameter.name) from None


def _text(escaped: str, unescape: Unescape) -> str:
    """*escaped* as text. Raises HttpError where its bytes are no UTF-8."""
    if unescape is str or ("%" not in escaped and "+" not in escaped):
        return escaped
    try:
        strict: typing.Any = unescape
        return str(strict(escaped, errors="strict"))
    except UnicodeDecodeError:
        raise HttpError(400, "INVALID_ENCODING", f"{escaped[:100]!r} is no UTF-8.") from None
