"""The transport: one `request` over urllib3, with its connections, timeouts, retries and limits.

What urllib3 does by itself is left to it: pooling, redirects (which lose the credentials when they lead to another
origin), retries and their counting. Added are the rules of this API for what is sent again, a limit to what is read
into memory, and errors of this package in place of those of urllib3.
"""

from __future__ import annotations

import logging
import os
import ssl
import time
import typing
from functools import partial

import urllib3
from urllib3.exceptions import HTTPError

from ._connections import pool_classes
from ._failures import failure_of, forgetful
from ._outgoing import METHODS, Headers, Outgoing, log, outgoing, refuse_endless
from ._proxies import ProxyManager
from ._reading import bounded
from ._redaction import is_ours
from ._response import is_on_its_way
from ._retry import RetryPolicy, until
from ._timeouts import Deadline, timeout_of
from .exceptions import ApiException, ApiValueError, OpenApiException

if typing.TYPE_CHECKING:
    from .configuration import Configuration, TimeoutSetting

# Guides of the earlier client import the error from here.
__all__ = ["METHODS", "ApiException", "RESTClientObject", "RetryPolicy", "timeout_of"]

logger = logging.getLogger(__name__)


def _sending(method: str) -> typing.Callable[..., urllib3.BaseHTTPResponse]:
    def send(
        self: RESTClientObject, url: str, headers: Headers = None, **options: typing.Any
    ) -> urllib3.BaseHTTPResponse:
        return self.request(method, url, headers=headers, **options)

    return send


class RESTClientObject:
    """Sends requests; keeps at most *maxsize* connections open to each of *pools_size* hosts.

    Several threads may use it at once. After a fork, the child opens connections of its own.

    Raises ApiValueError for settings of *configuration* that no connection could be made with.
    """

    def __init__(self, configuration: Configuration, pools_size: int = 4, maxsize: int | None = None) -> None:
        self._retries = RetryPolicy.of(configuration.retries)
        options: dict[str, typing.Any] = {
            "num_pools": pools_size,
            "maxsize": maxsize or configuration.connection_pool_maxsize or 4,
            "block": True,
            "retries": self._retries,
            "timeout": timeout_of(configuration.timeout),
            "cert_reqs": ssl.CERT_REQUIRED if configuration.verify_ssl else ssl.CERT_NONE,
            "assert_hostname": configuration.assert_hostname,
            "server_hostname": configuration.tls_server_name,
            "socket_options": configuration.socket_options,
            **certificates(configuration),
        }
        given = {name: value for name, value in options.items() if value is not None}
        self.limit = configuration.max_response_bytes
        self._open = partial(_manager, configuration, given)
        self._process = os.getpid()
        self.pool_manager = self._open()

    def close(self) -> None:
        """Close all connections; the next request opens new ones.

        What is being streamed can be read to its end; a request that another thread is about to send may fail.
        """
        _close(self.pool_manager)

    def keep_at_home(self, names: typing.Iterable[str]) -> None:
        """From now on let no redirect take the headers called *names* to another origin."""
        names = {name.lower() for name in names} - self._retries.remove_headers_on_redirect
        if names:
            self._retries.remove_headers_on_redirect |= names

    @forgetful
    def request(
        self,
        method: str,
        url: str,
        headers: Headers = None,
        fields: typing.Any = None,
        body: str | bytes | None = None,
        stream: bool = False,
        timeout: TimeoutSetting = None,
    ) -> urllib3.BaseHTTPResponse:
        """Send a request and return the answer, whatever its status.

        Its body is in memory, or with *stream*, in case of success, still to be read. *timeout* is in seconds, for
        each attempt: a number for all of it, but for the body that is streamed; a pair for connecting and for each
        wait; None for what the configuration says. A `Deadline` is for all attempts together.

        Raises ApiValueError for an unknown method, a header that would break its line, and *fields* beside a *body*;
        ApiTimeoutError, ApiConnectionError and ApiResponseError where no answer comes, or none that can be read.
        """
        sent = outgoing(method, url, headers, fields, body)
        options: dict[str, typing.Any] = {
            "headers": sent.headers,
            "preload_content": not stream,
            "timeout": timeout_of(timeout),
        }
        if sent.body is not None:
            options["body"] = sent.body
        if isinstance(timeout, Deadline):
            options["retries"] = until(self._retries, timeout.until)
        self._renew_after_fork()
        response = self._send(sent, options)
        refuse_endless(response)
        return response

    def _send(self, sent: Outgoing, options: dict[str, typing.Any]) -> urllib3.BaseHTTPResponse:
        quiet = is_ours.set(True)
        before = time.monotonic()
        try:
            response = self.pool_manager.request(sent.method, sent.url, **options)
        except OpenApiException:
            raise
        except (HTTPError, ValueError) as error:
            failure = failure_of(error)
        else:
            log(logger, "%s %s: %s in %.0f ms", sent, response.status, (time.monotonic() - before) * 1000)
            return response
        finally:
            is_ours.reset(quiet)
        log(logger, "%s %s: %s", sent, failure.reason)
        raise failure

    def _renew_after_fork(self) -> None:
        # Two processes that read from one connection would get each other's answers.
        if self._process != os.getpid():
            self.pool_manager, self._process = self._open(), os.getpid()

    def whole(self, response: urllib3.BaseHTTPResponse) -> urllib3.BaseHTTPResponse:
        """*response* with its body in memory, if it isn't, and its connection free for others.

        Raises what `request` raises while it reads a body.
        """
        if not is_on_its_way(response):
            return response
        try:
            return bounded(typing.cast(urllib3.HTTPResponse, response), self.limit)
        except HTTPError as error:
            failure = failure_of(error)
        finally:
            response.close()  # a connection that is whole was given back before
            response.release_conn()
        raise failure

    DELETE = _sending("DELETE")
    """`request` with this method; likewise the others."""
    GET = _sending("GET")
    HEAD = _sending("HEAD")
    OPTIONS = _sending("OPTIONS")
    PATCH = _sending("PATCH")
    POST = _sending("POST")
    PUT = _sending("PUT")


def certificates(configuration: Configuration) -> dict[str, str | None]:
    """Return the certificates and keys to use, by their names in urllib3.

    Raises ApiValueError for what is not a file that can be read: no retry would mend that.
    """
    names = {"ssl_ca_cert": "ca_certs", "cert_file": "cert_file", "key_file": "key_file"}
    found: dict[str, str | None] = {}
    for ours, theirs in names.items():
        given: str | os.PathLike[str] | None = getattr(configuration, ours)
        path = found[theirs] = None if given is None else os.path.expanduser(os.fspath(given))
        if path is None:
            continue
        if not os.path.exists(path):
            raise ApiValueError(f"Configuration.{ours}: there is no file {path!r}")
        if not os.path.isfile(path):
            raise ApiValueError(f"Configuration.{ours}: expected a file of certificates or keys, got {path!r}")
        if not os.access(path, os.R_OK):
            raise ApiValueError(f"Configuration.{ours}: the file {path!r} can't be read")
    return found


def _manager(configuration: Configuration, options: dict[str, typing.Any]) -> urllib3.PoolManager:
    """Return the connections that *configuration* asks for."""
    classes = pool_classes(configuration.max_response_bytes)
    direct = urllib3.PoolManager(**options)
    direct.pool_classes_by_scheme = classes
    if not configuration.proxy:
        return direct
    proxied = _proxied(configuration, direct, options)
    if proxied is None:
        raise ApiValueError("Configuration.proxy is not the URL of an HTTP proxy")
    proxied.pool_classes_by_scheme = classes
    return proxied


def _proxied(
    configuration: Configuration, direct: urllib3.PoolManager, options: dict[str, typing.Any]
) -> ProxyManager | None:
    """Return connections through the proxy; None, and not an error that quotes it, where its URL is none."""
    try:
        return ProxyManager(
            str(configuration.proxy),
            direct,
            no_proxy=configuration.no_proxy or "",
            headers=configuration.proxy_headers,
            **options,
        )
    except (HTTPError, ValueError):
        return None


def _close(manager: urllib3.PoolManager) -> None:
    keys = manager.pools.keys()  # the container itself is not to be iterated
    for key in keys:
        pool = manager.pools.get(key)
        if pool is not None:
            pool.close()  # or it would stay open as long as somebody keeps an answer, which knows its pool
    manager.clear()
    if isinstance(manager, ProxyManager):
        _close(manager.direct)
