"""The asynchronous transport: one `request` over httpx, with the timeouts, retries and limits of the other one."""

from __future__ import annotations

import inspect
import logging
import math
import time
import typing
from functools import partial

import anyio
import anyio.to_thread
import httpx
import urllib3
from urllib3.exceptions import (
    HTTPError,
    LocationValueError,
    MaxRetryError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as Timeout
from urllib3.util import Url, parse_url

from .._failures import failure_of, forgetful, remember
from .._outgoing import Headers, Outgoing, log, outgoing, redirected, refuse_endless
from .._reading import escape_location
from .._redaction import is_ours
from .._response import ApiResponseWithoutDeserialization, is_on_its_way
from .._retry import RetryPolicy, pause, until
from .._timeouts import Deadline, seconds_of_a_wait, timeout_of
from ..exceptions import OpenApiException
from ._cancelling import orderly
from ._faults import fault_of
from ._pools import Pools
from ._responses import Head, StreamedResponse, closed, received, whole

if typing.TYPE_CHECKING:
    from ..configuration import Configuration, TimeoutSetting

__all__ = ["AsyncTransport", "wait"]

logger = logging.getLogger(__name__)

_FAULTS = (Timeout, ProtocolError, SSLError, ProxyError, NewConnectionError)
"""What a policy is asked about; other errors are mistakes that no repetition mends, or say that all is in use."""


_QUEUE = 0.95
"""The part of a wait that may be spent waiting for a connection, so that its end is told from that of a slow answer."""


class AsyncTransport:
    """Sends requests; keeps at most `Configuration.connection_pool_maxsize` connections open in an event loop.

    Raises ApiValueError for settings of *configuration* that no connection could be made with.
    """

    def __init__(self, configuration: Configuration) -> None:
        self._retries = RetryPolicy.of(configuration.retries)
        self._timeout = timeout_of(configuration.timeout) or urllib3.Timeout(connect=None, read=None)
        self._pools = Pools(configuration)
        self.limit = configuration.max_response_bytes

    async def close(self) -> None:
        """Close all connections of the running event loop; the next request opens new ones."""
        await self._pools.close()

    def keep_at_home(self, names: typing.Iterable[str]) -> None:
        """From now on let no redirect take the headers called *names* to another origin."""
        self._retries.remove_headers_on_redirect |= {name.lower() for name in names}

    @forgetful
    async def request(
        self,
        method: str,
        url: str,
        headers: Headers = None,
        fields: typing.Any = None,
        body: str | bytes | None = None,
        stream: bool = False,
        timeout: TimeoutSetting = None,
    ) -> urllib3.BaseHTTPResponse:
        """Send a request and return the answer, whatever its status; see `flat_api.rest.RESTClientObject.request`."""
        sent = outgoing(method, url, headers, fields, body)
        response = await orderly(partial(self._sent, sent, stream, timeout), closed)
        refuse_endless(response)
        return response

    async def whole(self, response: urllib3.BaseHTTPResponse) -> urllib3.BaseHTTPResponse:
        """*response* with its body in memory, if it isn't; raises what `request` raises while it reads a body."""
        if isinstance(response, StreamedResponse) and is_on_its_way(response):
            return await orderly(partial(whole, response, self.limit))
        return response

    async def _sent(self, sent: Outgoing, stream: bool, timeout: TimeoutSetting) -> urllib3.BaseHTTPResponse:
        policy = until(self._retries, timeout.until) if isinstance(timeout, Deadline) else self._retries
        each = timeout_of(timeout) or self._timeout
        quiet = is_ours.set(True)
        before = time.monotonic()
        try:
            response = await self._repeated(sent, policy, stream, each)
        except OpenApiException:
            raise
        except (HTTPError, ValueError, httpx.InvalidURL) as error:
            failure = failure_of(error if isinstance(error, HTTPError) else LocationValueError())
        else:
            log(logger, "%s %s: %s in %.0f ms", sent, response.status, (time.monotonic() - before) * 1000)
            return response
        finally:
            is_ours.reset(quiet)
        log(logger, "%s %s: %s", sent, failure.reason)
        raise failure

    async def _repeated(
        self, sent: Outgoing, policy: urllib3.Retry, stream: bool, timeout: urllib3.Timeout
    ) -> urllib3.BaseHTTPResponse:
        """Return the answer to *sent*, which is sent again as *policy* has it, and to where redirects lead."""
        while True:
            response: urllib3.BaseHTTPResponse | None = None
            try:
                response = await self._attempt(sent, stream, timeout)
            except _FAULTS as error:
                policy = policy.increment(sent.method, parse_url(sent.url).request_uri, error=error)
            else:
                response.retries, response.url = policy, sent.url
                location = response.get_redirect_location()
                stated = bool(response.headers.get("Retry-After"))
                if not (location or policy.is_retry(sent.method, response.status, stated)):
                    return response
                try:
                    policy = policy.increment(sent.method, parse_url(sent.url).request_uri, response=response)
                except MaxRetryError:
                    return response
                if location:
                    unsafe = policy.remove_headers_on_redirect
                    sent = redirected(sent, location, response.status, unsafe)
                    continue
            await wait(policy, response)

    async def _attempt(self, sent: Outgoing, stream: bool, timeout: urllib3.Timeout) -> urllib3.BaseHTTPResponse:
        """Return the answer to *sent*: in memory, or to be read where *stream* is true and it is a success."""
        total = typing.cast("float | None", timeout.total)
        parts: list[bytes] = []
        head: Head | None = None
        with anyio.move_on_after(total):
            try:
                raw = await self._begun(sent, timeout)
            except (httpx.HTTPError, OSError) as error:
                fault = fault_of(error)
            else:
                head = Head.of(raw, sent.url)
                response = StreamedResponse(raw, head)
                if 300 <= head.status <= 399:
                    escape_location(response)
                if stream and 200 <= head.status <= 299:
                    return response
                return await received(response, self.limit, parts)
            raise fault
        overdue = ReadTimeoutError(typing.cast(typing.Any, None), "", "Read timed out.")
        if head is not None:
            remember(overdue, ApiResponseWithoutDeserialization(head.with_body(b"".join(parts))))
        raise overdue

    async def _begun(self, sent: Outgoing, timeout: urllib3.Timeout) -> httpx.Response:
        """Return the answer to *sent*, its body still to be read."""
        place = parse_url(sent.url)
        if place.scheme not in ("http", "https") or not place.host:
            raise LocationValueError("not a URL of HTTP")
        is_proxied = self._pools.is_proxied(sent.url)
        pool = await self._pools.opened(place.scheme == "https", is_proxied)
        each = _seconds(seconds_of_a_wait(timeout))
        seconds = {"connect": _seconds(timeout.connect_timeout), "read": each, "write": each}

        async def exchange() -> httpx.Response:
            request = _request(sent, place, seconds, self._pools.server_name)
            if not is_proxied:
                request.extensions["target"] = place.request_uri.encode()  # as it is: httpx would write it its own way
            elif place.scheme == "https":
                return await _through_tunnel(pool, request)
            return await pool.handle_async_request(request)

        return await pool.placed(exchange, each and each * _QUEUE)


async def _through_tunnel(pool: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
    """Return the answer to *request*; what the proxy says of the tunnel belongs to the time for connecting."""
    with anyio.move_on_after(request.extensions["timeout"]["connect"]) as connecting:

        async def begun(name: str, info: typing.Mapping[str, typing.Any]) -> None:
            if name == "http11.send_request_headers.started" and info["request"].method != b"CONNECT":
                connecting.deadline = math.inf

        request.extensions["trace"] = begun
        return await pool.handle_async_request(request)
    raise httpx.ConnectTimeout("the proxy did not open the tunnel in time")


def _request(
    sent: Outgoing, place: Url, seconds: typing.Mapping[str, float | None], server_name: str | None
) -> httpx.Request:
    """Return *sent* for httpx, with the headers that urllib3 would send and the *seconds* of its timeouts."""
    extensions: dict[str, typing.Any] = {"timeout": seconds}
    if server_name is not None:
        extensions["sni_hostname"] = server_name
    body = sent.body.encode() if isinstance(sent.body, str) else sent.body
    if body is None and sent.method in ("POST", "PUT", "PATCH"):
        body = b""  # whose length is stated
    headers = {"Accept-Encoding": "identity", **(sent.headers or {})}
    if sent.method == "HEAD":
        headers["Connection"] = "close"  # or a body that should not be there would be taken for the next answer
    pairs = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    port = f":{place.port}" if place.port else ""
    url = httpx.URL(f"{place.scheme}://{place.host}{port}{place.request_uri}")
    return httpx.Request(sent.method, url, headers=pairs, content=body, extensions=extensions)


def _seconds(stated: object) -> float | None:
    """Return *stated*; None where urllib3 has the default of sockets, which is not a limit."""
    return stated if isinstance(stated, (int, float)) else None


async def wait(policy: urllib3.Retry, response: urllib3.BaseHTTPResponse | None = None) -> None:
    """Wait as long as *policy* has it: by its own `wait`, which may be asynchronous, or in the event loop.

    A class of one's own that has a `sleep` waits by that, in a thread.
    """
    if type(policy).sleep not in (RetryPolicy.sleep, urllib3.Retry.sleep):
        await anyio.to_thread.run_sync(policy.sleep, response, abandon_on_cancel=True)
        return
    seconds = pause(policy, response)
    if seconds <= 0:
        return
    function = policy.wait if isinstance(policy, RetryPolicy) else time.sleep
    if function is time.sleep:
        await anyio.sleep(seconds)
        return
    waited = function(seconds)
    if inspect.isawaitable(waited):
        await waited
