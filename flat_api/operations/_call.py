"""A call of an operation: its arguments become a request, the answer becomes an `ApiResponse`."""

from __future__ import annotations

import types
import typing

from .._driving import BLOCKING, Driver, run
from .._failures import forgetful
from .._response import ApiResponse, ApiResponseWithoutDeserialization, data_of
from .._retry import RetryPolicy
from ..exceptions import ApiException, ApiResponseError
from ..files import check_target, download
from ._operation import FunctionLike, Operation
from ._problem_log import problem_log
from ._requests import Arguments, Client, Service, bind, request_for
from ._responses import OpenApiResponse, error_of

if typing.TYPE_CHECKING:
    import inspect
    import os
    from pathlib import Path

    import urllib3

    from ..configuration import TimeoutSetting
    from ..files import Progress, Request

S = typing.TypeVar("S")

_LARGE = 64 * 1024
"""Bytes of a body that take so long to read into a model that an event loop should do something else meanwhile."""


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

    @forgetful
    def __call__(self, *args: typing.Any, **kwargs: typing.Any) -> typing.Any:
        """Send the request and return the answer.

        *path_params*, *query_params*, *header_params* and *cookie_params* are dicts of parameters by name, *body* is
        what to send, an instance or plain data, as *content_type*. *accept_content_types* are the media types asked
        for. With *stream* the body is left to be read where the answer is a file. *timeout* is that of
        `flat_api.rest.RESTClientObject.request`. With *skip_deserialization* nobody looks into the answer.

        Raises ApiTypeError for arguments that the operation doesn't have or that it lacks, what the schemas raise for
        wrong values, and an `ApiException` where the answer is an error or doesn't come.
        """
        return run(self.answer(BLOCKING, args, kwargs))

    @forgetful  # there may be credentials among the variables
    async def answer(
        self, driver: Driver, args: tuple[typing.Any, ...], given: Arguments, query: str | None = None
    ) -> ApiResponse[typing.Any]:
        """Send the request of a call and return the answer, by *driver*; raises what a call raises.

        *query* is that of a link that the API gave: it is sent as it is, in place of the parameters.
        """
        arguments = bind(self.operation, args, given)
        client = self.service.api_client
        request = await self._request(driver, arguments)
        if query is not None:
            request["resource_path"] = f"{request['resource_path'].partition('?')[0]}?{query}"
        response = await driver.send(client, request)
        if not _is_success(response.status):
            raise await self._failure(driver, client, response, arguments["skip_deserialization"])
        if arguments["skip_deserialization"]:
            return ApiResponseWithoutDeserialization(response)
        answer = await self._read(driver, client, response, self._opener(driver, request))
        if answer.problems:
            problem_log.tell(self.operation.name, answer)
        return answer

    @forgetful
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
        return run(self.save(BLOCKING, path, arguments, overwrite=overwrite, progress=progress))

    @forgetful
    async def save(
        self,
        driver: Driver,
        path: str | os.PathLike[str],
        given: Arguments,
        *,
        overwrite: bool = False,
        progress: Progress | None = None,
    ) -> Path:
        """Write the answer to a call to the file *path*, by *driver*; see `download`."""
        check_target(path, overwrite)
        bound = bind(self.operation, (), {**given, "stream": True})
        configuration = self.service.api_client.configuration
        request = await self._request(driver, bound)
        return await download(
            driver,
            self._opener(driver, request),
            path,
            source=f"{request.get('base') or configuration.host}{request['resource_path']}",
            retries=RetryPolicy.of(configuration.retries),
            overwrite=overwrite,
            progress=progress,
        )

    async def _request(self, driver: Driver, arguments: Arguments) -> Arguments:
        if self.operation.body is None:
            return request_for(self.operation, self.service, arguments)
        return await driver.work(request_for, self.operation, self.service, arguments)

    def _opener(self, driver: Driver, request: Arguments) -> Request:
        """Return what sends *request* with more headers, and returns a success of it whose body is still to be read."""

        async def opened(headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
            client = self.service.api_client
            response = await driver.send(client, {**request, "headers": {**request["headers"], **headers}})
            if not _is_success(response.status):
                raise await self._failure(driver, client, response, False)
            if response.status == 206 and headers:
                return response
            declared = self._declared(response.status)
            if declared is None:
                raise self.undeclared(ApiResponseWithoutDeserialization(await driver.whole(client, response)))
            if not declared.is_savable(response, strict=client.strict_responses):
                declared.media_type_of(await driver.whole(client, response))  # raises
            return response

        return opened

    def undeclared(self, answer: ApiResponse[typing.Any]) -> ApiResponseError:
        """The error for an *answer* that is a success, but with a status that is declared nowhere."""
        reason = f"{self.operation.name} has no answer with this status"
        return ApiResponseError(answer.response.status, reason, answer)

    async def _read(
        self, driver: Driver, client: Client, response: urllib3.BaseHTTPResponse, again: Request
    ) -> ApiResponse[typing.Any]:
        """Return the answer for a success, with its body read."""
        operation, strict = self.operation, client.strict_responses
        declared = self._declared(response.status)
        if operation.is_download and declared is not None and declared.is_file(response, strict=strict):
            return self._deserialized(declared, client, response, again)
        response = await driver.whole(client, response)
        if len(data_of(response)) < _LARGE:
            return self._deserialized(declared, client, response, again)
        return await driver.work(self._deserialized, declared, client, response, again)

    def _deserialized(
        self, declared: OpenApiResponse | None, client: Client, response: urllib3.BaseHTTPResponse, again: Request
    ) -> ApiResponse[typing.Any]:
        operation, configuration, strict = self.operation, client.configuration, client.strict_responses
        if declared is not None:
            response_cls = operation.response_class(response.status)
            return declared.deserialize(response, configuration, response_cls, strict=strict, again=again)
        if strict or operation.success is None:
            return ApiResponseWithoutDeserialization(response)
        return operation.success.deserialize_undeclared(response, configuration)

    async def _failure(
        self, driver: Driver, client: Client, response: urllib3.BaseHTTPResponse, skip: bool
    ) -> ApiException[typing.Any]:
        declared = None if skip else self._declared(response.status)
        response_class = self.operation.response_class(response.status)
        response, strict = await driver.whole(client, response), client.strict_responses
        error = error_of(response, declared, client.configuration, response_class, strict=strict)
        answer = error.api_response
        if answer is not None and answer.problems:
            problem_log.tell(self.operation.name, answer)
        return error

    def _declared(self, status: int) -> OpenApiResponse | None:
        """Return what is declared for an answer with *status*: by itself, by its first digit, or for all.

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
