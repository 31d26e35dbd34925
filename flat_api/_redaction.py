"""What logs show of a URL, urllib3's too: neither its query, which may hold a sharing key, nor the login in it."""

from __future__ import annotations

import logging
import typing
from contextlib import contextmanager
from contextvars import ContextVar

from .exceptions import redacted

__all__ = ["redacted", "silenced"]

# urllib3 logs URLs as it requests them, at the level of warnings too. Filters don't see what child loggers say.
_LOGGERS = ("urllib3.connection", "urllib3.connectionpool", "urllib3.poolmanager", "urllib3.util.retry")

_is_ours: ContextVar[bool] = ContextVar("_is_ours", default=False)


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
