"""Requests: the arguments of a call by name, and what they are sent as."""

from __future__ import annotations

import difflib
import re
import typing
from collections.abc import Mapping

from ..exceptions import ApiTypeError, ApiValueError, shown
from ..schemas import unset
from ._operation import Operation
from ._parameters import ParameterBase, PrefixSeparatorIterator
from ._security import Secured, address

if typing.TYPE_CHECKING:
    import urllib3

    from ..configuration import Configuration
    from ._responses import OpenApiResponse

Arguments = dict[str, typing.Any]


class Client(typing.Protocol):
    """What a call needs of a client."""

    configuration: Configuration

    def call_api(self, *args: typing.Any, **kwargs: typing.Any) -> typing.Any:
        """The answer, as urllib3 has it, to a request for a *resource_path* below the host."""

    def whole(self, response: urllib3.BaseHTTPResponse) -> typing.Any:
        """*response* with its body in memory."""
        ...

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
        if name not in known:
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
    path = _filled(operation, given.get("path_params", ()))
    request = {
        "resource_path": path + _query(given.get("query_params", ())),
        "method": operation.method,
        "headers": headers,
        **content,
        "stream": arguments["stream"],
        "timeout": arguments["timeout"],
    }
    address(request, operation, service, service.api_client.configuration)
    return request


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
