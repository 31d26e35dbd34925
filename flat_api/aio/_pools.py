"""Connections of httpx, one pool of them for each event loop, as a configuration asks for them.

Only the lowest layer of httpx is used, which sends a request and returns the answer: cookies, redirects, retries and
the environment are matters of this package, the same for both clients.
"""

from __future__ import annotations

import importlib
import ssl
import typing
import warnings

import anyio
import anyio.to_thread
import httpx
from anyio.lowlevel import RunVar
from urllib3.exceptions import InsecureRequestWarning
from urllib3.util import parse_url
from urllib3.util.ssl_ import create_urllib3_context

from .._proxies import is_bypassed, with_login
from ..exceptions import ApiValueError
from ..rest import certificates

if typing.TYPE_CHECKING:
    from ..configuration import Configuration

__all__ = ["Pools", "Transport"]

importlib.import_module("httpcore")  # which httpx imports with the first connection, in the event loop


class Pools:
    """Opens connections, at most as many at once as *configuration* says, with TLS and without.

    An event loop can't use those of another one, so that each has its own.

    Raises ApiValueError for settings that no connection could be made with.
    """

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._files = certificates(configuration)
        self._proxy = _proxy(configuration)
        self.server_name = configuration.tls_server_name or (
            configuration.assert_hostname if isinstance(configuration.assert_hostname, str) else None
        )
        """The name of the server for TLS, where it is not that of the host."""
        self._opened: RunVar[dict[tuple[bool, bool], Transport]] = RunVar(f"flat_api {id(self)}")

    def is_proxied(self, url: str) -> bool:
        """Return whether requests to *url* go through the proxy."""
        return self._proxy is not None and not is_bypassed(url, self._configuration.no_proxy or "")

    async def opened(self, is_secure: bool, is_proxied: bool) -> Transport:
        """Return what sends requests, with TLS or without. Raises ApiValueError for certificates of no use."""
        opened = self._all()
        found = opened.get((is_secure, is_proxied))
        if found is None:
            if is_secure and not self._configuration.verify_ssl:
                warnings.warn("Unverified HTTPS request: nobody checks certificates", InsecureRequestWarning, 2)
            context = await self._context(is_secure or is_proxied)
            found = opened.get((is_secure, is_proxied)) or self._open(context, is_proxied)
            opened[is_secure, is_proxied] = found
        return found

    async def close(self) -> None:
        """Close the connections of the running event loop; the next request opens new ones."""
        opened = self._all()
        while opened:
            _, transport = opened.popitem()
            await transport.aclose()

    def _all(self) -> dict[tuple[bool, bool], Transport]:
        try:
            return self._opened.get()
        except LookupError:
            opened: dict[tuple[bool, bool], Transport] = {}
            self._opened.set(opened)
            return opened

    async def _context(self, is_used: bool) -> ssl.SSLContext:
        """Return the rules for TLS; where none *is_used*, an object that costs nothing."""
        if not is_used:
            return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        return await anyio.to_thread.run_sync(_context, self._configuration, self._files)

    def _open(self, context: ssl.SSLContext, is_proxied: bool) -> Transport:
        maximum = self._configuration.connection_pool_maxsize or 4
        limits = httpx.Limits(max_connections=maximum, max_keepalive_connections=maximum, keepalive_expiry=None)
        if is_proxied and self._proxy is not None and self._proxy.url.scheme == "https":
            self._proxy.ssl_context = context
        return Transport(
            maximum,
            verify=context,
            trust_env=False,
            limits=limits,
            proxy=self._proxy if is_proxied else None,
            socket_options=typing.cast(typing.Any, self._configuration.socket_options),
        )


class Transport(httpx.AsyncHTTPTransport):
    """Has places for *maximum* requests at once. The others queue here, in their order, before any work is done.

    The queue of httpx is walked for every request that comes or goes.
    """

    def __init__(self, maximum: int, **options: typing.Any) -> None:
        super().__init__(**options)
        self._places = anyio.Semaphore(maximum, fast_acquire=True)

    async def placed(
        self, exchange: typing.Callable[[], typing.Awaitable[httpx.Response]], seconds: float | None
    ) -> httpx.Response:
        """Return what *exchange* returns, called when there is a place for it; raises PoolTimeout after *seconds*."""
        try:
            self._places.acquire_nowait()
        except anyio.WouldBlock:
            with anyio.move_on_after(seconds) as waiting:
                await self._places.acquire()
            if waiting.cancelled_caught:
                raise httpx.PoolTimeout("all connections are in use") from None
        try:
            response = await exchange()
        except BaseException:
            self._places.release()
            raise
        response.stream = _Placed(typing.cast(httpx.AsyncByteStream, response.stream), self._places)
        return response


class _Placed(httpx.AsyncByteStream):
    """A body whose request has one of the *places* until it is closed."""

    def __init__(self, body: httpx.AsyncByteStream, places: anyio.Semaphore) -> None:
        self._body = body
        self._places = places

    def __aiter__(self) -> typing.AsyncIterator[bytes]:
        return self._body.__aiter__()

    async def aclose(self) -> None:
        try:
            await self._body.aclose()
        finally:
            self._places.release()


def _context(configuration: Configuration, files: dict[str, str | None]) -> ssl.SSLContext:
    """Return the rules for TLS that urllib3 would make of *configuration* and its *files*."""
    context = create_urllib3_context(cert_reqs=ssl.CERT_REQUIRED)
    context.check_hostname = configuration.verify_ssl and configuration.assert_hostname is not False
    if not configuration.verify_ssl:
        context.verify_mode = ssl.CERT_NONE
    try:
        if files["ca_certs"]:
            context.load_verify_locations(files["ca_certs"])
        else:
            context.load_default_certs()
        if files["cert_file"]:
            context.load_cert_chain(files["cert_file"], files["key_file"])
    except (ssl.SSLError, OSError) as error:
        raise ApiValueError(f"The certificates of the configuration can't be used: {error}") from error
    return context


def _proxy(configuration: Configuration) -> httpx.Proxy | None:
    if not configuration.proxy:
        return None
    try:
        parts = parse_url(str(configuration.proxy))
        if parts.scheme not in ("http", "https") or not parts.host:
            raise ValueError
        headers = with_login(str(configuration.proxy), configuration.proxy_headers or {})
        return httpx.Proxy(parts._replace(auth=None).url, headers=dict(headers.itermerged()))
    except Exception:  # which quotes the URL, and that may hold a password
        pass
    raise ApiValueError("Configuration.proxy is not the URL of an HTTP proxy")
