"""A call of an operation: its arguments become a request, the answer becomes an `ApiResponse`."""

from __future__ import annotations

import difflib
import re
import sys
import types
import typing
from collections.abc import Mapping

from .._failures import forget_locals, without_locals
from .._response import ApiResponse, ApiResponseWithoutDeserialization
from .._retry import RetryPolicy
from ..exceptions import ApiException, ApiResponseError, ApiTypeError, ApiValueError, shown
from ..files import check_target, download
from ..schemas import unset
from ._operation import FunctionLike, Operation
from ._parameters import ParameterBase, PrefixSeparatorIterator
from ._problem_log import problem_log
from ._responses import OpenApiResponse, error_of
from ._security import Secured, address

if typing.TYPE_CHECKING:
    import inspect
    import os
    from pathlib import Path

    import urllib3

    from ..configuration import Configuration, TimeoutSetting
    from ..files import Progress, Request

S = typing.TypeVar("S")
Arguments = dict[str, typing.Any]


class Client(typing.Protocol):
    """What a call needs of a client."""

    configuration: Configuration

    def call_api(self, *args: typing.Any, **kwargs: typing.Any) -> typing.Any:
        """The answer, as urllib3 has it, to a request for a *resource_path* below the host."""

    def whole(self, response: urllib3.BaseHTTPResponse) -> urllib3.BaseHTTPResponse:
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


class BoundOperation(FunctionLike, typing.Generic[S]):
    """An operation that can be called, since it has a client to send the request: to `inspect` and kin, a method."""

    def __init__(self, operation: Operation[S], service: Service) -> None:
        self.operation = operation
        self.service = service
        self.__doc__ = operation.description
        self.__name__ = operation.name
        self.__qualname__ = operation.__qualname__
        self.__module__ = operation.__module__

    if not typing.TYPE_CHECKING:
        __class__ = property(lambda self: types.MethodType)
        __self__ = property(lambda self: self.service)
        __func__ = property(lambda self: self.operation)
        __annotations__ = property(lambda self: self.operation.__annotations__)

    @property
    def __signature__(self) -> inspect.Signature:
        return self.operation.signature

    if typing.TYPE_CHECKING:

        @typing.overload
        def __call__(
            self,
            *args: typing.Any,
            skip_deserialization: typing.Literal[True],
            body: typing.Any = ...,
            content_type: str = ...,
            query_params: typing.Mapping[str, typing.Any] = ...,
            header_params: typing.Mapping[str, typing.Any] = ...,
            path_params: typing.Mapping[str, typing.Any] = ...,
            cookie_params: typing.Mapping[str, typing.Any] = ...,
            accept_content_types: typing.Iterable[str] = ...,
            stream: bool = ...,
            timeout: TimeoutSetting = ...,
        ) -> ApiResponseWithoutDeserialization: ...
        @typing.overload
        def __call__(
            self,
            *args: typing.Any,
            body: typing.Any = ...,
            content_type: str = ...,
            query_params: typing.Mapping[str, typing.Any] = ...,
            header_params: typing.Mapping[str, typing.Any] = ...,
            path_params: typing.Mapping[str, typing.Any] = ...,
            cookie_params: typing.Mapping[str, typing.Any] = ...,
            accept_content_types: typing.Iterable[str] = ...,
            stream: bool = ...,
            timeout: TimeoutSetting = ...,
            skip_deserialization: typing.Literal[False] = ...,
        ) -> ApiResponse[S]: ...

    def __call__(self, *args: typing.Any, **kwargs: typing.Any) -> typing.Any:
        """Send the request and return the answer.

        *path_params*, *query_params*, *header_params* and *cookie_params* are dicts of parameters by name, *body* is
        what to send, an instance or plain data, as *content_type*. *accept_content_types* are the media types asked
        for. With *stream* the body is left to be read where the answer is a file. *timeout* is that of
        `flat_api.rest.RESTClientObject.request`. With *skip_deserialization* nobody looks into the answer.

        Raises ApiTypeError for arguments that the operation doesn't have or that it lacks, what the schemas raise for
        wrong values, and an `ApiException` where the answer is an error or doesn't come.
        """
        before = sys.exception()
        try:
            return self._answered(bind(self.operation, args, kwargs), None)
        except BaseException as error:
            forget_locals(error, before)  # there may be credentials among them
            raise

    def at(self, query: str, **arguments: typing.Any) -> ApiResponse[S]:
        """Send the request of a call with *arguments*, but with the *query* of a link that the API gave, as it is.

        Raises what a call raises.
        """
        with without_locals():
            return self._answered(bind(self.operation, (), arguments), query)

    def download(
        self,
        path: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        progress: Progress | None = None,
        **arguments: typing.Any,
    ) -> Path:
        """Write the answer to a call with *arguments* to the file *path*, and return where it is.

        Raises what a call and `flat_api.files.download` raise, and ApiResponseError for a media type that isn't
        declared and can't be the file.
        """
        check_target(path, overwrite)
        with without_locals():
            bound = bind(self.operation, (), {**arguments, "stream": True})
            return self._downloaded(bound, path, overwrite, progress)

    def _downloaded(
        self, bound: Arguments, path: str | os.PathLike[str], overwrite: bool, progress: Progress | None
    ) -> Path:
        configuration = self.service.api_client.configuration
        request = request_for(self.operation, self.service, bound)
        return download(
            self._opener(request),
            path,
            source=f"{request.get('base') or configuration.host}{request['resource_path']}",
            retries=RetryPolicy.of(configuration.retries),
            overwrite=overwrite,
            progress=progress,
        )

    def _opener(self, request: Arguments) -> Request:
        """Return what sends *request* with more headers, and returns a success of it whose body is still to be read."""

        def opened(headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
            client = self.service.api_client
            sent: Arguments = {**request, "headers": {**request["headers"], **headers}}
            response: urllib3.BaseHTTPResponse = client.call_api(**sent)
            if not _is_success(response.status):
                raise self._failure(client, response, False)
            if response.status == 206 and headers:
                return response
            declared = self._declared(response.status)
            if declared is None:
                raise self.undeclared(ApiResponseWithoutDeserialization(client.whole(response)))
            if not declared.is_savable(response, strict=client.strict_responses):
                declared.media_type_of(client.whole(response))  # raises
            return response

        return opened

    def undeclared(self, answer: ApiResponse[typing.Any]) -> ApiResponseError:
        """The error for an *answer* that is a success, but with a status that is declared nowhere."""
        reason = f"{self.operation.name} has no answer with this status"
        return ApiResponseError(answer.response.status, reason, answer)

    def _answered(self, arguments: Arguments, query: str | None) -> ApiResponse[typing.Any]:
        """Return the answer to a call with *arguments*, and with *query* in place of its own where that is given."""
        client = self.service.api_client
        request = request_for(self.operation, self.service, arguments)
        if query is not None:
            request["resource_path"] = f"{request['resource_path'].partition('?')[0]}?{query}"
        response = client.call_api(**request)
        return self._received(client, response, arguments["skip_deserialization"], self._opener(request))

    def _received(self, client: Client, response: typing.Any, skip: bool, again: Request) -> ApiResponse[typing.Any]:
        if not _is_success(response.status):
            raise self._failure(client, response, skip)
        if skip:
            return ApiResponseWithoutDeserialization(response)
        answer = self._read(client, response, again)
        if answer.problems:
            problem_log.tell(self.operation.name, answer)
        return answer

    def _read(self, client: Client, response: typing.Any, again: Request) -> ApiResponse[typing.Any]:
        """Return the answer for a success, with its body read."""
        operation, configuration, strict = self.operation, client.configuration, client.strict_responses
        declared = self._declared(response.status)
        if not (operation.is_download and declared is not None and declared.is_file(response, strict=strict)):
            response = client.whole(response)
        if declared is not None:
            response_cls = operation.response_class(response.status)
            return declared.deserialize(response, configuration, response_cls, strict=strict, again=again)
        if strict or operation.success is None:
            return ApiResponseWithoutDeserialization(response)
        return operation.success.deserialize_undeclared(response, configuration)

    def _failure(self, client: Client, response: urllib3.BaseHTTPResponse, skip: bool) -> ApiException[typing.Any]:
        declared = None if skip else self._declared(response.status)
        response_class = self.operation.response_class(response.status)
        strict = client.strict_responses
        error = error_of(client.whole(response), declared, client.configuration, response_class, strict=strict)
        answer = error.api_response
        if answer is not None and answer.problems:
            problem_log.tell(self.operation.name, answer)
        return error

    def _declared(self, status: int) -> OpenApiResponse | None:
        """What is declared for an answer with *status*: by itself, by its first digit, or for all.

        What the class declares for all of its operations is not for the successes of one that has its own.
        """
        operation = self.operation
        own = operation.responses.get(operation.declared_status(status))
        if own is not None:
            return own
        has_own = _is_success(status) and any(declared.startswith("2") for declared in operation.responses)
        return None if has_own else self.service.default_response

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, BoundOperation):
            return NotImplemented
        return other.service is self.service and other.__qualname__ == self.__qualname__

    def __hash__(self) -> int:
        return hash((id(self.service), self.__qualname__))

    def __reduce__(self) -> tuple[typing.Any, ...]:
        return getattr, (self.service, self.__name__)

    def __repr__(self) -> str:
        return repr(self.operation).replace("<operation", "<bound operation")


Operation.bound = BoundOperation


def _is_success(status: int) -> bool:
    return 200 <= status <= 299


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
