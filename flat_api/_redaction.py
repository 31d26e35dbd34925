"""What texts and logs show of a URL: neither its query, which may hold a sharing key, nor the login in it."""

from __future__ import annotations

import logging
import re
import typing
from contextlib import contextmanager
from contextvars import ContextVar

__all__ = ["redacted", "silenced"]

# urllib3 logs URLs as it requests them, at the level of warnings too. Filters don't see what child loggers say.
_LOGGERS = ("urllib3.connection", "urllib3.connectionpool", "urllib3.poolmanager", "urllib3.util.retry")

_QUERY = re.compile(r"\?\S+")
# Up to the last @ before a space: a password may hold a slash that should have been escaped.
_LOGIN = re.compile(r"(://)[^\s?#]*@")

_is_ours: ContextVar[bool] = ContextVar("_is_ours", default=False)


def redacted(text: str) -> str:
    """*text* with the queries and logins of all URLs in it masked.

    >>> redacted("https://user:secret@api.flat.io/v2/scores/1?sharingKey=2 can't be reached")
    "https://***@api.flat.io/v2/scores/1?*** can't be reached"
    """
    return _LOGIN.sub(r"\1***@", _QUERY.sub("?***", text))


@contextmanager
def silenced() -> typing.Generator[None, None, None]:
    """What urllib3 logs meanwhile is redacted, whoever listens; what it does for others is left alone."""
    token = _is_ours.set(True)
    try:
        yield
    finally:
        _is_ours.reset(token)


def _redact(record: logging.LogRecord) -> bool:
    if _is_ours.get() and isinstance(record.args, tuple):
        record.args = tuple([redacted(arg) if isinstance(arg, str) else arg for arg in record.args])
    return True


def _install() -> None:
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_redact)


_install()
