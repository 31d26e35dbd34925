"""The rate limit that every answer tells about, and the error behind it."""

from __future__ import annotations

import math
import threading

from ..exceptions import RATE_LIMIT_CODE
from ._errors import HttpError

LIMIT = 100_000
"""Requests in one window; only told, since a test that runs against it would gain nothing."""

WINDOW = 60
"""Seconds in one window."""


class RateLimit:
    """Counts the requests in each window."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._window = 0
        self._count = 0

    def headers(self, now: float) -> dict[str, str]:
        """Return the headers for one more request at the time *now*."""
        window = int(now // WINDOW)
        with self._lock:
            if window != self._window:
                self._window, self._count = window, 0
            self._count += 1
            left = LIMIT - self._count
        return rate_limit_headers(LIMIT, left, (window + 1) * WINDOW)


def rate_limit_headers(limit: int, left: int, reset: float) -> dict[str, str]:
    """Return the headers as the API has them; *reset* in seconds since the epoch."""
    return {
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(left),
        "X-RateLimit-Reset": str(math.ceil(reset)),
    }


def over_limit(limit: int, reset: float) -> HttpError:
    """Return the error of a request too many, until *reset*: 403, as the API has it, and no Retry-After."""
    headers = rate_limit_headers(limit, -1, reset)
    return HttpError(403, RATE_LIMIT_CODE, f"There may be {limit} requests until the limit is reset.", headers=headers)
