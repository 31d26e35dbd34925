"""The transport: one `request` over urllib3, with its connections, timeouts, retries and limits.

What urllib3 does by itself is left to it: pooling, redirects (which lose the credentials when they lead to another
origin), retries and their counting. Added are the rules of this API for what is sent again, a limit to what is read
into memory, and errors of this package in place of those of urllib3.
"""

from __future__ import annotations

import io
import logging
import ssl
import time
import typing
from contextvars import ContextVar
from email.utils import parsedate_to_datetime

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    InvalidHeader,
    MaxRetryError,
    NewConnectionError,
    ReadTimeoutError,
    ResponseError,
)

from .exceptions import (
    RATE_LIMIT_CODE,
    ApiConnectionError,
    ApiException,
    ApiResponseError,
    ApiTimeoutError,
    ApiValueError,
)
from .operations import ApiResponseWithoutDeserialization, is_on_its_way, whole_response

if typing.TYPE_CHECKING:
    from .configuration import Configuration, TimeoutSetting

__all__ = ["RESTClientObject", "RetryPolicy", "bounded", "timeout_of"]

logger = logging.getLogger(__name__)

METHODS = frozenset({"GET", "HEAD", "DELETE", "POST", "PUT", "PATCH", "OPTIONS"})
IDEMPOTENT = frozenset({"GET", "HEAD", "DELETE", "PUT", "OPTIONS"})
"""Methods that may be sent twice (RFC 9110, 9.2.2)."""

_CHUNK = 64 * 1024

# The seconds one attempt may take in all, where the caller set such a limit. The connection that reads the body
# is several calls away, all of them urllib3's.
_allowed: ContextVar[float | None] = ContextVar("_allowed", default=None)


class RetryPolicy(urllib3.Retry):
    """What is sent again, how often and when: `urllib3.Retry` with the rules of this API.

    A call that is idempotent is sent again, up to three times, after a connection fault, after 429, 502, 503 and 504,
    and after the 403 that stands for the rate limit. A POST is sent again only if no connection was made. Waiting
    times grow from one second to eight with some jitter, unless the server says how long: in ``Retry-After`` or
    ``X-RateLimit-Reset``. Where that is more than *max_wait* seconds, the answer is an error at once.

    *options* are those of `urllib3.Retry`. `Configuration.retries` takes a policy, or just a number of repetitions.
    """

    RETRY_AFTER_STATUS_CODES = frozenset({429, 503})

    def __init__(self, total: int | None = None, *, max_wait: float = 60.0, **options: typing.Any) -> None:
        rules: dict[str, typing.Any] = {
            "connect": 3,
            "read": 3,
            "status": 3,
            "redirect": 5,
            "other": 0,
            "allowed_methods": IDEMPOTENT,
            "status_forcelist": frozenset({403, 429, 502, 503, 504}),
            "backoff_factor": 0.5,
            "backoff_max": 8,
            "backoff_jitter": 0.5,
            "raise_on_status": False,
        }
        super().__init__(total, **{**rules, **options})
        self.max_wait = max_wait

    @classmethod
    def of(cls, setting: urllib3.Retry | int | None) -> urllib3.Retry:
        """The policy for *setting*, a value of `Configuration.retries`."""
        if setting is None:
            return cls()
        if isinstance(setting, urllib3.Retry):
            return setting
        return cls(connect=int(setting), read=int(setting), status=int(setting))

    def new(self, **kw: typing.Any) -> typing.Self:
        return super().new(max_wait=self.max_wait, **kw)

    def get_retry_after(self, response: urllib3.BaseHTTPResponse) -> float | None:
        """The seconds the server wants to be left alone; None where it doesn't say."""
        try:
            stated = super().get_retry_after(response)
        except InvalidHeader:
            stated = None
        if stated is None and _is_rate_limit(response):
            return _until_reset(response)
        return stated

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: urllib3.BaseHTTPResponse | None = None,
        error: Exception | None = None,
        _pool: typing.Any = None,
        _stacktrace: typing.Any = None,
    ) -> typing.Self:
        if response is not None and not response.get_redirect_location() and not self._is_worth_waiting(response):
            raise MaxRetryError(_pool, url or "", ResponseError("not worth waiting for"))
        return super().increment(method, url, response, error, _pool, _stacktrace)

    def _is_worth_waiting(self, response: urllib3.BaseHTTPResponse) -> bool:
        if response.status == 403 and not _is_rate_limit(response):
            return False
        return (self.get_retry_after(response) or 0) <= self.max_wait


def _is_rate_limit(response: urllib3.BaseHTTPResponse) -> bool:
    """Whether *response* says that there were too many requests: 429, or 403 with nothing remaining."""
    if response.status != 403:
        return response.status == 429
    try:
        remaining = int(response.headers.get("X-RateLimit-Remaining", "1"))
    except ValueError:
        return False
    loaded = response.closed  # a body that is still on its way is not waited for
    return remaining <= 0 and (not loaded or RATE_LIMIT_CODE.encode() in response.data)


def _until_reset(response: urllib3.BaseHTTPResponse) -> float | None:
    """The seconds until the rate limit ends, by the clock of the server where it tells the time."""
    try:
        reset = float(response.headers.get("X-RateLimit-Reset", ""))
    except ValueError:
        return None
    try:
        now = parsedate_to_datetime(response.headers.get("Date", "")).timestamp()
    except (TypeError, ValueError):
        now = time.time()
    return max(0.0, reset - now)


class _BoundedConnection:
    """Reads whole bodies itself: no more than *limit* bytes, no longer than the caller allows."""

    limit: typing.ClassVar[int | None] = None
    _is_whole = True
    _until: float | None = None

    def request(self, *args: typing.Any, preload_content: bool = True, **options: typing.Any) -> None:
        allowed = _allowed.get()
        self._is_whole = preload_content
        self._until = None if allowed is None else time.monotonic() + allowed
        connection: typing.Any = super()
        connection.request(*args, preload_content=False, **options)

    def getresponse(self) -> typing.Any:
        connection: typing.Any = super()
        response = connection.getresponse()
        return bounded(response, self.limit, self._until) if self._is_whole else response


def bounded(response: urllib3.BaseHTTPResponse, limit: int | None, until: float | None = None) -> urllib3.HTTPResponse:
    """*response* with all of its body here, decoded.

    Raises ApiResponseError for more than *limit* bytes, counted after decompression, and for a body that can't be
    decoded; `ReadTimeoutError` when it isn't here at the time *until*, by `time.monotonic`.
    """
    data = b"".join(_raw_chunks(response, limit, until))
    kept = whole_response(data, response.headers, response.status, response.reason, response.url)
    if data and "content-encoding" in response.headers:
        kept = _decoded(kept, limit)
    return kept


def _raw_chunks(response: urllib3.BaseHTTPResponse, limit: int | None, until: float | None) -> typing.Iterator[bytes]:
    count = 0
    while chunk := response.read1(_CHUNK, decode_content=False):
        count += len(chunk)
        if limit is not None and count > limit:
            raise _too_large(response, limit)
        if until is not None and time.monotonic() > until:
            raise ReadTimeoutError(typing.cast(typing.Any, None), response.url or "", "Read timed out.")
        yield chunk


def _decoded(coded: urllib3.HTTPResponse, limit: int | None) -> urllib3.HTTPResponse:
    headers = coded.headers
    unread = urllib3.HTTPResponse(io.BytesIO(coded.data), headers, coded.status, preload_content=False)
    try:
        data = unread.read(None if limit is None else limit + 1)
    except DecodeError as error:
        reason = f"The body is not the {headers['content-encoding']} that it should be: {error}"
        raise ApiResponseError(coded.status, reason, ApiResponseWithoutDeserialization(coded)) from error
    if limit is not None and len(data) > limit:
        raise _too_large(coded, limit)
    return whole_response(data, headers, coded.status, coded.reason, coded.url)


def _too_large(response: urllib3.BaseHTTPResponse, limit: int) -> ApiResponseError[typing.Any]:
    head = whole_response(b"", response.headers, response.status, response.reason, response.url)
    reason = f"The body has more than the {limit:,} bytes that Configuration.max_response_bytes allows"
    return ApiResponseError(response.status, reason, ApiResponseWithoutDeserialization(head))


class _BoundedPool:
    """Takes no timeout for the one that the pool was made with."""

    timeout: typing.Any

    def urlopen(self, *args: typing.Any, **options: typing.Any) -> urllib3.BaseHTTPResponse:
        if options.get("timeout") is None:
            options["timeout"] = self.timeout
        pool: typing.Any = super()
        response: urllib3.BaseHTTPResponse = pool.urlopen(*args, **options)
        return response


def _pool_classes(limit: int | None) -> dict[str, typing.Any]:
    """The classes of pools, by scheme, whose connections read at most *limit* bytes into memory."""

    class Connection(_BoundedConnection, HTTPConnection):
        pass

    class SecureConnection(_BoundedConnection, HTTPSConnection):
        pass

    class Pool(_BoundedPool, urllib3.HTTPConnectionPool):
        ConnectionCls = Connection

    class SecurePool(_BoundedPool, urllib3.HTTPSConnectionPool):
        ConnectionCls = SecureConnection

    Connection.limit = SecureConnection.limit = limit
    return {"http": Pool, "https": SecurePool}


def timeout_of(setting: TimeoutSetting) -> urllib3.Timeout | None:
    """*setting* for urllib3: seconds in all, or a pair of seconds to connect and to wait for the next bytes."""
    if setting is None or isinstance(setting, urllib3.Timeout):
        return setting
    if isinstance(setting, tuple):
        connect, read = setting
        return urllib3.Timeout(connect=connect, read=read)
    return urllib3.Timeout(total=setting)


class RESTClientObject:
    """Sends requests; keeps at most *maxsize* connections open to each of *pools_size* hosts."""

    def __init__(self, configuration: Configuration, pools_size: int = 4, maxsize: int | None = None) -> None:
        options: dict[str, typing.Any] = {
            "num_pools": pools_size,
            "maxsize": maxsize or configuration.connection_pool_maxsize or 4,
            "retries": RetryPolicy.of(configuration.retries),
            "timeout": timeout_of(configuration.timeout),
            "cert_reqs": ssl.CERT_REQUIRED if configuration.verify_ssl else ssl.CERT_NONE,
            "ca_certs": configuration.ssl_ca_cert,
            "cert_file": configuration.cert_file,
            "key_file": configuration.key_file,
            "assert_hostname": configuration.assert_hostname,
            "server_hostname": configuration.tls_server_name,
            "socket_options": configuration.socket_options,
        }
        given = {name: value for name, value in options.items() if value is not None}
        self.limit = configuration.max_response_bytes
        self.pool_manager: urllib3.PoolManager
        if configuration.proxy:
            headers = configuration.proxy_headers
            self.pool_manager = urllib3.ProxyManager(configuration.proxy, proxy_headers=headers, **given)
        else:
            self.pool_manager = urllib3.PoolManager(**given)
        self.pool_manager.pool_classes_by_scheme = _pool_classes(self.limit)

    def close(self) -> None:
        """Close all connections; the next request opens new ones."""
        self.pool_manager.clear()

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
        """Send a request and return the answer, whatever its status.

        Its body is in memory, or with *stream* still to be read. *timeout* is in seconds, for each attempt: a number
        for all of it, a pair for connecting and for each wait; None for what the configuration says.

        Raises ApiValueError for an unknown method and for *fields* beside a *body*, ApiTimeoutError, ApiConnectionError
        and ApiResponseError.
        """
        if method not in METHODS:
            raise ApiValueError(f"http method must be one of {', '.join(sorted(METHODS))}, not {method!r}")
        if fields and body:
            raise ApiValueError("body parameter cannot be used with fields parameter.")
        options = _content(headers, fields, body)
        before = time.monotonic()
        limit = timeout_of(timeout)
        token = _allowed.set(limit.total if limit else None)  # type: ignore[arg-type]
        try:
            response = self.pool_manager.request(method, url, preload_content=not stream, timeout=limit, **options)
        except HTTPError as error:
            failure = _failure(error)
            logger.debug("%s %s: %s", method, _without_query(url), failure.reason)
            raise failure from error
        finally:
            _allowed.reset(token)
        took = (time.monotonic() - before) * 1000
        logger.debug("%s %s: %s in %.0f ms", method, _without_query(url), response.status, took)
        return response

    def whole(self, response: urllib3.BaseHTTPResponse) -> urllib3.BaseHTTPResponse:
        """*response* with its body in memory, if it isn't, and its connection free for others.

        Raises what `request` raises while it reads a body.
        """
        if not is_on_its_way(response):
            return response
        try:
            kept = bounded(response, self.limit)
        except HTTPError as error:
            response.close()
            raise _failure(error) from error
        except BaseException:
            response.close()
            raise
        finally:
            response.release_conn()
        return kept

    def GET(self, url: str, **options: typing.Any) -> urllib3.BaseHTTPResponse:
        """`request` with this method; likewise the others."""
        return self.request("GET", url, **options)

    def HEAD(self, url: str, **options: typing.Any) -> urllib3.BaseHTTPResponse:
        return self.request("HEAD", url, **options)

    def OPTIONS(self, url: str, **options: typing.Any) -> urllib3.BaseHTTPResponse:
        return self.request("OPTIONS", url, **options)

    def DELETE(self, url: str, **options: typing.Any) -> urllib3.BaseHTTPResponse:
        return self.request("DELETE", url, **options)

    def POST(self, url: str, **options: typing.Any) -> urllib3.BaseHTTPResponse:
        return self.request("POST", url, **options)

    def PUT(self, url: str, **options: typing.Any) -> urllib3.BaseHTTPResponse:
        return self.request("PUT", url, **options)

    def PATCH(self, url: str, **options: typing.Any) -> urllib3.BaseHTTPResponse:
        return self.request("PATCH", url, **options)


def _content(headers: typing.Any, fields: typing.Any, body: str | bytes | None) -> dict[str, typing.Any]:
    """The keywords that tell urllib3 what to send."""
    options: dict[str, typing.Any] = {"headers": headers}
    if fields:
        # urllib3 writes the Content-Type itself, with the boundary it chose.
        kept = urllib3.HTTPHeaderDict(headers or {})
        kept.discard("Content-Type")
        options = {"headers": kept, "fields": fields, "encode_multipart": True}
    elif body is not None:
        options["body"] = body
    return options


def _failure(error: HTTPError) -> ApiException[typing.Any]:
    """The error of this package for one of urllib3."""
    cause: object = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    is_timeout = isinstance(cause, (ConnectTimeoutError, ReadTimeoutError)) and not isinstance(
        cause, NewConnectionError
    )
    cls = ApiTimeoutError if is_timeout else ApiConnectionError
    return cls(0, f"{type(cause).__name__}\n{_without_url(cause)}")


def _without_url(cause: object) -> str:
    """What urllib3 says of *cause*, without the object or URL in front, which may hold a secret in its query."""
    text = str(cause)
    return text.rpartition("): ")[2] if text.startswith(("HTTP", "<")) else text.rpartition("(Caused by")[0] or text


def _without_query(url: str) -> str:
    """*url* as a log shows it: the query may hold the sharing key of a score."""
    return url.partition("?")[0]
