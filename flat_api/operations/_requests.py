"""Requests: the arguments of a call by name, and what they are sent as."""

from __future__ import annotations

import difflib
import re
import typing
from collections.abc import Mapping
from decimal import Decimal
from urllib.parse import quote, urlencode

from .._driving import Sending
from ..exceptions import ApiTypeError, ApiValueError, shown
from ..schemas import unset
from ._operation import Operation
from ._parameters import ParameterBase, PrefixSeparatorIterator
from ._security import Secured, address

if typing.TYPE_CHECKING:
    from ..configuration import Configuration
    from ._responses import OpenApiResponse

Arguments = dict[str, typing.Any]

QueryValue = str | float | Decimal | typing.Sequence[str] | typing.Sequence[float]
"""What an undeclared parameter of the query may be."""


class Client(Sending, typing.Protocol):
    """What a call needs of a client."""

    configuration: Configuration

    @property
    def strict_responses(self) -> bool:
        """Whether an answer that does not fit its declaration is an error."""
        ...


class Service(Secured, typing.Protocol):
    """What a call needs of the class that an operation is declared in."""

    @property
    def api_client(self) -> Client: ...
    @property
    def default_response(self) -> OpenApiResponse | None:
        """The answer of whatever status is declared nowhere else, a success of an operation that has others aside."""
        ...


def bind(operation: Operation[typing.Any], args: tuple[typing.Any, ...], kwargs: Arguments) -> Arguments:
    """The arguments of a call by name, with the defaults of those not given.

    Raises ApiTypeError that names the operation, what is wrong, and the nearest name there is.
    """
    known, positions = operation.arguments, operation.positions
    if len(args) > len(positions):
        raise ApiTypeError(f"{operation.name} takes {len(positions)} arguments, and {len(args)} were given")
    bound = dict(zip(positions, args))
    for name, value in kwargs.items():
        if name in bound:
            raise ApiTypeError(f"{operation.name} got {name!r} twice")
        if name not in known and name not in EXTRAS:
            raise ApiTypeError(f"{operation.name} has no argument {name!r}{_hint(name, known)}")
        bound[name] = value
    if operation.body is not None and operation.body.required and bound.get("body", unset) is unset:
        _refuse_no_body(operation, "body" in bound)
    return {**known, **bound}


def _refuse_no_body(operation: Operation[typing.Any], is_given: bool) -> typing.NoReturn:
    if is_given:
        raise ApiValueError(
            f"{operation.name}: The required body parameter has an invalid value of: unset. Set a valid value instead"
        )
    assert operation.body is not None
    schema = next(iter(operation.body.content.values())).schema
    raise ApiTypeError(f"{operation.name} needs a body{f', a {schema.__name__}' if schema else ''}")


def request_for(operation: Operation[typing.Any], service: Service, arguments: Arguments) -> Arguments:
    """The keywords of `Client.call_api` for a call with *arguments*."""
    given = {place: _checked(operation, place, arguments[place]) for place in operation.places}
    headers: dict[str, str] = {}
    for parameter, value in given.get("header_params", ()):
        headers.update(parameter.serialize(value))
    cookies = [parameter.pair(value) for parameter, value in given.get("cookie_params", ())]
    if cookies:
        headers["Cookie"] = "; ".join(cookies)
    accepted = arguments["accept_content_types"]
    if accepted:
        headers["Accept"] = accepted if isinstance(accepted, str) else ", ".join(accepted)
    content: Arguments = {}
    if operation.body is not None and arguments["body"] is not unset:
        content = dict(operation.body.serialize(arguments["body"], arguments["content_type"]))
        headers["Content-Type"] = arguments["content_type"]
    path = _filled(operation, given.get("path_params", ())) + _query(given.get("query_params", ()))
    request = {
        "resource_path": with_query(path, arguments.get("extra_query", unset)),
        "method": operation.method,
        "headers": with_headers(headers, arguments.get("extra_headers", unset)),
        **content,
        "stream": arguments["stream"],
        "timeout": arguments["timeout"],
    }
    address(request, operation, service, service.api_client.configuration)
    return request


EXTRAS = ("extra_headers", "extra_query")
"""Arguments of every call: headers and parameters of the query that are declared nowhere."""


def with_headers(headers: dict[str, str], extra: typing.Any) -> dict[str, str]:
    """Return *headers* with those that are *extra* in place of those of the same name.

    Raises ApiTypeError for what is not a mapping of texts.
    """
    if extra is unset or extra is None:
        return headers
    more: dict[str, str] = {}
    for name, value in _mapping("extra_headers", extra).items():
        if not isinstance(name, str) or not isinstance(value, str):
            raise ApiTypeError(f"extra_headers: expected a str for {shown(name)}, got {type(value).__name__}")
        more[name] = value
    names = {name.lower() for name in more}
    return {**{name: value for name, value in headers.items() if name.lower() not in names}, **more}


def with_query(path: str, extra: typing.Any) -> str:
    """Return *path* with parameters that are *extra* behind its query: texts, numbers, booleans, or lists of them.

    Raises ApiTypeError for what is not a mapping of these.
    """
    if extra is unset or extra is None:
        return path
    pairs: list[tuple[str, str]] = []
    for name, value in _mapping("extra_query", extra).items():
        several = typing.cast("typing.Iterable[object]", value) if isinstance(value, (list, tuple)) else (value,)
        pairs += [(str(name), _text(str(name), item)) for item in several]
    joint = "&" if "?" in path else "?"
    return f"{path}{joint}{urlencode(pairs, quote_via=quote)}" if pairs else path


def _mapping(name: str, given: object) -> typing.Mapping[object, object]:
    if not isinstance(given, Mapping):
        raise ApiTypeError(f"{name}: expected a mapping, got {shown(given)}")
    return typing.cast("typing.Mapping[object, object]", given)


def _text(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, float, Decimal)):
        return str(value)
    raise ApiTypeError(f"extra_query: expected a str or a number for {name!r}, got {type(value).__name__}")


Given = typing.Iterable[tuple[typing.Any, typing.Any]]
"""Parameters, whose classes write themselves in different ways, with their values."""


def _checked(operation: Operation[typing.Any], place: str, given: object) -> list[tuple[typing.Any, typing.Any]]:
    """The parameters of *place* with what *given* has for them, without those left out."""
    if not isinstance(given, Mapping):
        names = ", ".join(parameter.name for parameter in operation.places[place])
        raise ApiTypeError(f"{operation.name}: {place} is a dict of {names}, and not {shown(given)}")
    values = typing.cast("typing.Mapping[str, typing.Any]", given)
    found: list[tuple[typing.Any, typing.Any]] = []
    count = 0
    for parameter in operation.places[place]:
        value = values.get(parameter.name, unset)
        if value is not unset:
            found.append((parameter, value))
            count += 1
        elif parameter.required:
            _refuse_missing(operation, place, parameter, values)
        elif parameter.name in values:
            count += 1
    if count != len(values):
        _refuse_unknown(operation, place, values)
    return found


def _refuse_missing(
    operation: Operation[typing.Any], place: str, parameter: ParameterBase, values: typing.Mapping[str, object]
) -> typing.NoReturn:
    about = f" ({parameter.description})" if parameter.description else ""
    wanted = f"{operation.name} needs {parameter.name!r} in {place}{about}"
    if parameter.name in values:
        raise ApiValueError(f"{wanted}; it contains invalid unset values")
    declared = {entry.name for entry in operation.places[place]}
    near = difflib.get_close_matches(parameter.name, [str(name) for name in values if name not in declared], 1)
    raise ApiTypeError(f"{wanted}; {f'there is only {near[0]!r}' if near else 'it is missing'}")


def _refuse_unknown(operation: Operation[typing.Any], place: str, values: typing.Mapping[str, object]) -> None:
    names = [parameter.name for parameter in operation.places[place]]
    for name in values:
        if name in names:
            continue
        for other, parameters in operation.places.items():
            if any(parameter.name == name for parameter in parameters):
                raise ApiTypeError(f"{operation.name}: {name!r} belongs in {other}, not in {place}")
        raise ApiTypeError(f"{operation.name} has no {name!r} in {place}{_hint(name, names)}")


def _hint(name: str, names: typing.Iterable[str]) -> str:
    near = difflib.get_close_matches(str(name), list(names), 1)
    return f", did you mean {near[0]!r}?" if near else f"; there are {', '.join(names)}"


def _filled(operation: Operation[typing.Any], given: Given) -> str:
    """The path with its parameters filled in.

    Raises ApiValueError for values with which it would be the path of something else: a segment that is empty, or a
    step up.
    """
    filled = operation.path
    for parameter, value in given:
        (text,) = parameter.serialize(value).values()
        _refuse_climbing(operation, parameter.name, text)
        filled = filled.replace(f"{{{parameter.name}}}", text)
    return filled


_BREAKS = re.compile("%0[0AD]")


def _refuse_climbing(operation: Operation[typing.Any], name: str, text: str) -> None:
    if not text:
        raise ApiValueError(f"{operation.name}: {name!r} is empty, and would leave a hole in the path")
    is_whole = f"/{{{name}}}/" in f"{operation.path}/"
    if text in (".", "..") and is_whole:
        raise ApiValueError(f"{operation.name}: {name!r} is {text!r}, and would lead out of {operation.path}")
    if _BREAKS.search(text):
        raise ApiValueError(f"{operation.name}: {name!r} holds a line break or a NUL")


def _query(given: Given) -> str:
    """The query with its question mark; empty without parameters."""
    if not given:
        return ""
    before = PrefixSeparatorIterator("?", "&")
    return "".join([parameter.serialize(value, before)[parameter.name] for parameter, value in given])
