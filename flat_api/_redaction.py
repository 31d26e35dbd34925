"""What logs show of a URL, urllib3's too: neither its query, which may hold a sharing key, nor the login in it.

No name is looked at here: the whole query goes, since a log needs none of it. Which values are secret by their names is
the rule of `flat_api._masking`, for displays of values.
"""

from __future__ import annotations

import logging
from contextvars import ContextVar

from .exceptions import redacted

__all__ = ["is_ours", "redacted"]

# urllib3 logs URLs as it requests them, at the level of warnings too. Filters don't see what child loggers say.
_LOGGERS = ("urllib3.connection", "urllib3.connectionpool", "urllib3.poolmanager", "urllib3.util.retry")

# httpx is logged about by what it stands on, whose messages show the headers of answers.
_BELOW_HTTPX = ("httpcore.connection", "httpcore.http11", "httpcore.proxy")

is_ours: ContextVar[bool] = ContextVar("is_ours", default=False)
"""Whether urllib3 or httpx works for this package: what it logs meanwhile is redacted, and nothing else is."""


def _redact(record: logging.LogRecord) -> bool:
    if is_ours.get() and isinstance(record.args, tuple):
        record.args = tuple([redacted(arg) if isinstance(arg, str) else arg for arg in record.args])
    return True


def _cut(record: logging.LogRecord) -> bool:
    if is_ours.get():
        record.msg, record.args = redacted(record.getMessage().partition(" return_value=")[0]), None
    return True


def _install() -> None:
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_redact)
    for name in _BELOW_HTTPX:
        logging.getLogger(name).addFilter(_cut)


_install()
