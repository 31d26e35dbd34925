"""What is sent again, how often and when."""

from __future__ import annotations

import logging
import random
import time
import typing
from email.utils import parsedate_to_datetime

import urllib3
from urllib3.exceptions import InvalidHeader, MaxRetryError, ResponseError

from ._redaction import redacted
from ._response import ApiResponseWithoutDeserialization
from .exceptions import RateLimitError, status_error

__all__ = ["RetryPolicy", "pause", "until"]

logger = logging.getLogger(__name__)

IDEMPOTENT = frozenset({"GET", "HEAD", "DELETE", "PUT", "OPTIONS"})
"""Methods that may be sent twice (RFC 9110, 9.2.2)."""

RULES: dict[str, typing.Any] = {
    "connect": 3,
    "read": 3,
    "status": 3,
    "redirect": 5,
    "other": 0,
    "allowed_methods": IDEMPOTENT,
    "status_forcelist": frozenset({403, 429, 502, 503, 504}),
    "backoff_factor": 0.5,
    "backoff_max": 8,
    "backoff_jitter": 0.5,
    "raise_on_status": False,
    "raise_on_redirect": False,
}


class RetryPolicy(urllib3.Retry):
    """What is sent again, how often and when: `urllib3.Retry` with the rules of this API.

    A call that is idempotent is sent again, up to three times, after a connection fault, after 429, 502, 503 and 504,
    and after the 403 that stands for the rate limit. A POST is sent again only if no connection was made.

    A connection that broke is replaced at once. Other waiting times double, from half a second up to eight, and have
    some jitter, unless the server says how long: in ``Retry-After`` or, at the rate limit, in ``X-RateLimit-Reset``.
    Where that is more than *max_wait* seconds, the answer is an error at once, and so it is where the wait would last
    until the moment *until* of `time.monotonic`. Waits that the server asks for are logged as warnings.

    *wait* is what waits, called with seconds. *options* are those of `urllib3.Retry`. `Configuration.retries` takes a
    policy, or just a number of repetitions.
    """

    RETRY_AFTER_STATUS_CODES = frozenset({429, 503})

    def __init__(
        self,
        total: int | None = None,
        *,
        max_wait: float = 60.0,
        wait: typing.Callable[[float], object] = time.sleep,
        until: float | None = None,
        **options: typing.Any,
    ) -> None:
        super().__init__(total, **{**RULES, **options})
        self.max_wait = max_wait
        self.wait = wait
        self.until = until

    @classmethod
    def of(cls, setting: urllib3.Retry | int | None) -> urllib3.Retry:
        """The policy for *setting*, a value of `Configuration.retries`."""
        if setting is None:
            return cls()
        if isinstance(setting, urllib3.Retry):
            return setting.new(raise_on_status=False, raise_on_redirect=False)  # an answer is never lost
        return cls(connect=int(setting), read=int(setting), status=int(setting))

    def new(self, **kw: typing.Any) -> typing.Self:
        return super().new(**{"max_wait": self.max_wait, "wait": self.wait, "until": self.until, **kw})

    def get_retry_after(self, response: urllib3.BaseHTTPResponse) -> float | None:
        """The seconds the server wants to be left alone; None where it doesn't say."""
        try:
            stated = super().get_retry_after(response)
        except (InvalidHeader, ValueError, OverflowError):
            stated = None
        if stated is None and _is_rate_limit(response):
            return _until_reset(response)
        return stated

    def get_backoff_time(self) -> float:
        """The seconds to wait where the server doesn't say: none before a broken connection is replaced."""
        seconds = super().get_backoff_time()
        last = self.history[-1] if self.history else None
        if seconds or last is None or last.status is None:
            return seconds
        return min(float(self.backoff_max), self.backoff_factor + random.random() * self.backoff_jitter)

    def sleep(self, response: urllib3.BaseHTTPResponse | None = None) -> None:
        """Wait as long as the server says in *response*, or else as long as it should take it to recover."""
        seconds = pause(self, response)
        if seconds > 0:
            self.wait(seconds)

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: urllib3.BaseHTTPResponse | None = None,
        error: Exception | None = None,
        _pool: typing.Any = None,
        _stacktrace: typing.Any = None,
    ) -> typing.Self:
        if response is not None and not response.get_redirect_location() and not self._is_worth_waiting(response):
            raise MaxRetryError(_pool, url or "", ResponseError("not worth waiting for"))
        left = super().increment(method, url, response, error, _pool, _stacktrace)
        if self.until is not None and not (response and response.get_redirect_location()):
            seconds = _stated(self, response) or left.get_backoff_time()
            if time.monotonic() + seconds >= self.until:
                raise MaxRetryError(_pool, url or "", error or ResponseError("there is no time left"))
        return left

    def _is_worth_waiting(self, response: urllib3.BaseHTTPResponse) -> bool:
        if response.status == 403 and not _is_rate_limit(response):
            return False
        return (self.get_retry_after(response) or 0) <= self.max_wait


def pause(policy: urllib3.Retry, response: urllib3.BaseHTTPResponse | None = None) -> float:
    """Return the seconds to wait before *policy* sends the request again, after *response* if there was one.

    Where the server says how long, that is logged as a warning.
    """
    stated = _stated(policy, response)
    if stated and response is not None:
        why = "The rate limit is reached" if _is_rate_limit(response) else f"The API answered {response.status}"
        last = policy.history[-1] if policy.history else None
        what = f"{last.method} {redacted(last.url or '')}" if last else "the request"
        logger.warning("%s: %s is sent again in %.0f seconds", why, what, stated)
    return stated or policy.get_backoff_time()


def _stated(policy: urllib3.Retry, response: urllib3.BaseHTTPResponse | None) -> float:
    return (policy.get_retry_after(response) or 0) if response and policy.respect_retry_after_header else 0


def until(policy: urllib3.Retry, moment: float) -> urllib3.Retry:
    """Return *policy* for a call that ends at *moment* of `time.monotonic`.

    One of urllib3 itself, which knows of no such end, repeats nothing.
    """
    if isinstance(policy, RetryPolicy):
        return policy.new(until=moment)
    return policy.new(connect=0, read=0, status=0, other=0)


def _is_rate_limit(response: urllib3.BaseHTTPResponse) -> bool:
    """Return whether *response* says that there were too many requests: 429, or a 403 with the code for it."""
    error = status_error(response.status, response.reason, ApiResponseWithoutDeserialization(response))
    return isinstance(error, RateLimitError)


def _until_reset(response: urllib3.BaseHTTPResponse) -> float | None:
    """The seconds until the rate limit ends, by the clock of the server where it tells the time."""
    try:
        reset = float(response.headers.get("X-RateLimit-Reset", ""))
    except ValueError:
        return None
    try:
        now = parsedate_to_datetime(response.headers.get("Date", "")).timestamp()
    except (TypeError, ValueError, OverflowError):
        now = time.time()
    return max(0.0, reset - now)
