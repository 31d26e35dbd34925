"""Faults of httpx as those of urllib3, which the rules for what is sent again and the errors are written for."""

from __future__ import annotations

import os
import ssl
import typing

import httpx
from urllib3.exceptions import (
    ConnectTimeoutError,
    EmptyPoolError,
    HTTPError,
    LocationValueError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)

__all__ = ["fault_of"]

_NOBODY: typing.Any = None
"""The pool or connection that an error of urllib3 names first; there is none here."""


def fault_of(error: Exception) -> HTTPError:
    """Return the error of urllib3 for *error* of httpx, which is its cause."""
    found = _fault_of(error)
    found.__cause__ = error
    return found


def _fault_of(error: Exception) -> HTTPError:
    said = str(error) or type(error).__name__
    secured = _of_tls(error)
    if isinstance(error, httpx.PoolTimeout):
        return EmptyPoolError(_NOBODY, said)
    if isinstance(error, httpx.ConnectTimeout):
        return ConnectTimeoutError(_NOBODY, "Connection timed out")
    if isinstance(error, httpx.TimeoutException):
        return ReadTimeoutError(_NOBODY, "", "Read timed out.")
    if isinstance(error, httpx.ProxyError):
        return ProxyError(said, error)
    if secured is not None:
        return SSLError(secured)
    if isinstance(error, httpx.ConnectError):
        return NewConnectionError(_NOBODY, f"Failed to establish a new connection: {_reason(error) or said}")
    if isinstance(error, (httpx.UnsupportedProtocol, httpx.InvalidURL)):
        return LocationValueError(said)
    return ProtocolError("Connection aborted.", error)


def _chain(error: BaseException) -> typing.Iterator[BaseException]:
    found: BaseException | None = error
    while found is not None:
        yield found
        if isinstance(found, BaseExceptionGroup):
            several = typing.cast("BaseExceptionGroup[BaseException]", found)
            yield from (inner for one in several.exceptions for inner in _chain(one))
        found = found.__cause__ or found.__context__


def _of_tls(error: Exception) -> ssl.SSLError | None:
    """Return what TLS says is wrong with the other side; None where it is not that."""
    return next((found for found in _chain(error) if isinstance(found, ssl.SSLError)), None)


def _reason(error: Exception) -> str | None:
    """Return what the operating system says, which is more than that all attempts failed."""
    number = next((found.errno for found in _chain(error) if isinstance(found, OSError) and found.errno), None)
    return None if number is None else f"[Errno {number}] {os.strerror(number)}"
