"""The errors of this package in place of those of urllib3."""

from __future__ import annotations

from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    LocationValueError,
    MaxRetryError,
    NewConnectionError,
    PoolError,
    ReadTimeoutError,
    RequestError,
)

from ._redaction import redacted
from .exceptions import ApiConnectionError, ApiTimeoutError

__all__ = ["failure_of", "remember"]

_PART = "_part_of_the_answer"


def remember(error: HTTPError, part: object) -> None:
    """Keep *part*, what had come of an answer until *error*, for `failure_of`."""
    vars(error)[_PART] = part


def failure_of(error: HTTPError | ValueError) -> ApiConnectionError:
    """The error to raise for *error*, which is its cause, or the first of its causes.

    Neither it nor its causes tell the query of the URL, so it has to be raised where *error* isn't handled any more.
    """
    cause: Exception = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    if isinstance(cause, RequestError):
        cause.url = redacted(cause.url or "")  # which a pickle of it would hold
    is_timeout = isinstance(cause, (ConnectTimeoutError, ReadTimeoutError)) and not isinstance(
        cause, NewConnectionError
    )
    reason, part = f"{type(cause).__name__}\n{_sentence(cause)}", vars(cause).get(_PART)
    failure: ApiConnectionError = ApiConnectionError(0, reason, part)
    if is_timeout:
        failure = ApiTimeoutError(0, reason, part)
    if _sentence(cause) != _NO_URL:
        failure.__cause__ = cause
    return failure


_NO_URL = "The URL, or one that an answer leads to, can't be used"


def _sentence(cause: Exception) -> str:
    """What *cause* says, without the object in front that says it."""
    if isinstance(cause, LocationValueError) or not isinstance(cause, HTTPError):
        return _NO_URL  # these quote the URL
    owner: object = None
    if isinstance(cause, NewConnectionError):
        owner = cause.conn
    elif isinstance(cause, PoolError):
        owner = cause.pool
    return redacted(str(cause).removeprefix(f"{owner}: "))
