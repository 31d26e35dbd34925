"""The errors of this package in place of those of urllib3."""

from __future__ import annotations

import inspect
import sys
import typing
from functools import wraps

from urllib3.exceptions import (
    ConnectTimeoutError,
    EmptyPoolError,
    HTTPError,
    LocationValueError,
    MaxRetryError,
    NewConnectionError,
    PoolError,
    ReadTimeoutError,
    RequestError,
)

from ._redaction import redacted
from .exceptions import ApiConnectionError, ApiTimeoutError, cut

if typing.TYPE_CHECKING:
    from types import FrameType

__all__ = ["failure_of", "forgetful", "remember"]

A = typing.ParamSpec("A")
T = typing.TypeVar("T")

_LONGEST = 500

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
    timeouts = (ConnectTimeoutError, ReadTimeoutError, EmptyPoolError)
    is_timeout = isinstance(cause, timeouts) and not isinstance(cause, NewConnectionError)
    reason, part = f"{type(cause).__name__}\n{_sentence(cause)}", vars(cause).get(_PART)
    failure: ApiConnectionError = ApiConnectionError(0, reason, part)
    if is_timeout:
        failure = ApiTimeoutError(0, reason, part)
    if _sentence(cause) != _NO_URL:
        failure.__cause__ = cause
    return failure


_NO_URL = "The URL, or one that an answer leads to, can't be used"
_ALL_IN_USE = (
    "All connections to the host are in use, as many as Configuration.connection_pool_maxsize allows: "
    "none became free in time"
)


def _sentence(cause: Exception) -> str:
    """Return what *cause* says, without the object in front that says it."""
    if isinstance(cause, LocationValueError) or not isinstance(cause, HTTPError):
        return _NO_URL  # these quote the URL
    if isinstance(cause, EmptyPoolError):
        return _ALL_IN_USE
    owner: object = None
    if isinstance(cause, NewConnectionError):
        owner = cause.conn
    elif isinstance(cause, PoolError):
        owner = cause.pool
    return cut(redacted(str(cause).removeprefix(f"{owner}: ")), _LONGEST)


_OURS = frozenset({"flat_api", "urllib3", "http", "socket", "ssl", "oauthlib", "httpx", "httpcore", "h11"})
"""The packages whose functions have headers or forms at hand, and with them the secrets of whoever is calling."""


def forget_locals(error: BaseException, before: BaseException | None) -> None:
    """Clear the variables of the functions that *error* came through, for a traceback may be shown with variables.

    Its lines stay. Functions of other packages keep theirs, and so does *before*, what the caller was handling.
    """
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        found = waiting.pop()
        if found is None or found is before or id(found) in seen:
            continue
        seen.add(id(found))
        step = found.__traceback__
        while step is not None:
            _clear(step.tb_frame)
            step = step.tb_next
        waiting += [found.__cause__, found.__context__]


def forgetful(function: typing.Callable[A, T]) -> typing.Callable[A, T]:
    """Return *function*, a coroutine function perhaps, with `forget_locals` for whatever it raises.

    What it was called with is forgotten as well.
    """
    if inspect.iscoroutinefunction(function):

        async def awaited(*args: typing.Any, **kwargs: typing.Any) -> typing.Any:
            before = sys.exception()
            try:
                return await function(*args, **kwargs)
            except BaseException as error:
                del args, kwargs
                forget_locals(error, before)
                raise

        return typing.cast("typing.Callable[A, T]", wraps(function)(awaited))

    @wraps(function)
    def called(*args: A.args, **kwargs: A.kwargs) -> T:
        before = sys.exception()
        try:
            return function(*args, **kwargs)
        except BaseException as error:
            del args, kwargs
            forget_locals(error, before)
            raise

    return called


def _clear(frame: FrameType) -> None:
    if str(frame.f_globals.get("__name__")).partition(".")[0] in _OURS:
        try:
            frame.clear()
        except RuntimeError:  # it is still running
            pass
