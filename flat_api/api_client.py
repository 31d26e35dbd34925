"""`ApiClient` signs requests, sends them and hands the answers on; `Api` is what classes of operations derive from.

The names that this module had in the earlier client are still here; what they stand for is in `flat_api.operations`.
"""

from __future__ import annotations

import os
import typing
import weakref

import urllib3

from ._failures import forgetful
from ._signing import Signing
from .configuration import Configuration
from .exceptions import ApiTypeError, ApiValueError
from .operations import (
    ApiResponse,
    ApiResponseWithoutDeserialization,
    CookieParameter,
    Encoding,
    HeaderParameter,
    JSONDetector,
    JSONEncoder,
    MediaType,
    OpenApiResponse,
    ParameterBase,
    ParameterInType,
    ParameterSerializerBase,
    ParameterStyle,
    PathParameter,
    PrefixSeparatorIterator,
    QueryParameter,
    RequestBody,
    RequestField,
    SerializedRequestBody,
    StyleFormSerializer,
    StyleSimpleSerializer,
)
from .rest import METHODS, RESTClientObject
from .schemas import unset

if typing.TYPE_CHECKING:
    from multiprocessing.pool import AsyncResult, ThreadPool
    from types import TracebackType

    from .configuration import AuthSetting, HostSetting, TimeoutSetting
    from .operations._security import Requirements, Servers

__all__ = [
    "Api",
    "ApiClient",
    "ApiResponse",
    "ApiResponseWithoutDeserialization",
    "CookieParameter",
    "Encoding",
    "HeaderParameter",
    "JSONDetector",
    "JSONEncoder",
    "MediaType",
    "OpenApiResponse",
    "ParameterBase",
    "ParameterInType",
    "ParameterSerializerBase",
    "ParameterStyle",
    "PathParameter",
    "PrefixSeparatorIterator",
    "QueryParameter",
    "RequestBody",
    "RequestField",
    "SerializedRequestBody",
    "StyleFormSerializer",
    "StyleSimpleSerializer",
]


class ApiClient(Signing):
    """A connection to the API: it keeps sockets open between requests, and may be used by several threads.

    *configuration* says where the API is and who is calling. *header_name* and *header_value* are a header for all
    requests, *cookie* is one for all of them. *pool_threads* is how many requests with ``async_req`` run at once. With
    *strict_responses*, as with the setting of that name in *configuration*, an answer that does not fit its declaration
    is an error. Used in a ``with`` statement it closes its connections at the end.
    """

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
        pool_threads: int = 1,
        *,
        strict_responses: bool = False,
    ) -> None:
        super().__init__(configuration, header_name, header_value, cookie, strict_responses=strict_responses)
        self.pool_threads = pool_threads
        self.rest_client = RESTClientObject(self.configuration)
        self._pool: ThreadPool | None = None
        self._pool_process = 0

    def __enter__(self) -> typing.Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Wait for the requests that run in threads, and close all connections; the next request opens new ones."""
        pool, self._pool = self._pool, None
        if pool is not None and self._pool_process == os.getpid():
            pool.close()
            pool.join()
        self.rest_client.close()

    @property
    def pool(self) -> ThreadPool:
        """The threads for ``async_req``, started when they are first needed, and anew in a forked process."""
        if self._pool is None or self._pool_process != os.getpid():
            from multiprocessing.pool import ThreadPool

            self._pool, self._pool_process = ThreadPool(self.pool_threads), os.getpid()
            weakref.finalize(self, self._pool.close)  # which a pool warns about if nobody does
        return self._pool

    def call_api(
        self,
        resource_path: str,
        method: str,
        headers: typing.Mapping[str, str] | None = None,
        body: str | bytes | None = None,
        fields: typing.Any = None,
        auth_settings: typing.Sequence[str | AuthSetting] | None = None,
        async_req: bool | None = None,
        stream: bool = False,
        timeout: TimeoutSetting = None,
        host: str | None = None,
        base: str | None = None,
    ) -> typing.Any:
        """Send a signed request for *resource_path* below *host*, that of the configuration if it is None.

        *base* stands for the host of the configuration where the API that is called has a server of its own. The
        signature, the cookie and the default headers go to the origin of that host only; *headers* go wherever a
        redirect leads. With *async_req* the call returns at once, and what it returns has a `get` that
        waits for the answer and returns it, or raises what the call would have raised; otherwise it is the answer of
        urllib3.

        Raises ApiValueError for a *resource_path* that doesn't begin with a slash, and what `request` raises.
        """
        arguments = (resource_path, method, headers, body, fields, auth_settings, stream, timeout, host, base)
        if not async_req:
            return self._call(arguments)
        pending: AsyncResult[urllib3.BaseHTTPResponse] = self.pool.apply_async(self._call, (arguments,))
        return pending

    @forgetful
    def _call(self, arguments: tuple[typing.Any, ...]) -> urllib3.BaseHTTPResponse:
        resource_path, method, headers, body, fields, auth_settings, stream, timeout, host, base = arguments
        url, used, at_home = self.signed(resource_path, method, headers, body, auth_settings, host, base)
        if at_home:
            self.rest_client.keep_at_home(at_home)
        told = self.hooks.before(method, url, used)
        response = self.request(method, url, headers=used, fields=fields, body=body, stream=stream, timeout=timeout)
        if told is not None:
            told.after(response)
        return response

    def request(
        self,
        method: str,
        url: str,
        headers: typing.Mapping[str, str] | None = None,
        fields: typing.Any = None,
        body: str | bytes | None = None,
        stream: bool = False,
        timeout: TimeoutSetting = None,
    ) -> urllib3.BaseHTTPResponse:
        """Send a request as it is, without a signature; see `flat_api.rest.RESTClientObject.request`."""
        if method not in METHODS:
            raise ApiValueError(f"http method must be one of {', '.join(METHODS)}, not {method!r}")
        send = getattr(self.rest_client, method)
        response: urllib3.BaseHTTPResponse = send(
            url, headers=headers, fields=fields, body=body, stream=stream, timeout=timeout
        )
        return response

    def whole(self, response: urllib3.BaseHTTPResponse) -> urllib3.BaseHTTPResponse:
        """*response* with its body in memory; see `flat_api.rest.RESTClientObject.whole`."""
        return self.rest_client.whole(response)


class Api:
    """The base of classes of operations. Without an *api_client* it makes one of its own."""

    auth_settings: Requirements = ()
    """The ways to sign a request, each of which will do: a security scheme, or several that go together."""

    default_response: OpenApiResponse | None = None
    """The answer of whatever status is declared nowhere else."""

    security_schemes: typing.ClassVar[typing.Mapping[str, typing.Any]] = {}
    """What OpenAPI documents say of the security schemes, by name."""

    servers: Servers = ()
    """Where the API is, the usual place first: URLs, as mappings where they have variables.

    Where this is another place than that of the Flat API, requests go there, and are signed as `security_schemes` say.
    """

    tag: typing.ClassVar[str] = ""
    """The tag that the operations of this class have in OpenAPI documents, where it isn't what the class is called."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient() if api_client is None else api_client

    @staticmethod
    def _verify_typed_dict_inputs_oapg(
        cls: typing.Any,  # pyright: ignore[reportSelfClsParameterName]  # its historic name
        data: typing.Mapping[str, typing.Any],
    ) -> None:
        """Raise where *data* lacks keys of the TypedDict *cls*, or has others."""
        needed, known = cls.__required_keys__, cls.__required_keys__ | cls.__optional_keys__
        missing = sorted(key for key in needed if key not in data)
        if missing:
            raise ApiTypeError(f"{cls.__name__} missing {len(missing)} required arguments: {missing}")
        empty = sorted(key for key in needed if data[key] is unset)
        if empty:
            count = len(empty)
            raise ApiValueError(f"{cls.__name__} contains invalid unset values for {count} required keys: {empty}")
        unknown = [key for key in data if key not in known]
        if unknown:
            raise ApiTypeError(f"{cls.__name__} got {len(unknown)} unexpected keys: {unknown}")

    def _get_host_oapg(
        self, operation_id: str, servers: typing.Sequence[HostSetting] = (), host_index: int | None = None
    ) -> str | None:
        """The host that the configuration chooses out of *servers* for an operation; None where there are none."""
        configuration = self.api_client.configuration
        index = host_index
        if index is None:
            index = configuration.server_operation_index.get(operation_id, configuration.server_index)
        if not servers:
            return None
        variables = configuration.server_operation_variables.get(operation_id, configuration.server_variables)
        return configuration.get_host_from_settings(index, variables=variables, servers=servers)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.api_client!r})"
