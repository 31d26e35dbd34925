"""How long a call may take: what callers say, for urllib3."""

from __future__ import annotations

import time
import typing
from threading import TIMEOUT_MAX

import urllib3

from .exceptions import ApiValueError

if typing.TYPE_CHECKING:
    from .configuration import TimeoutSetting

__all__ = ["Deadline", "seconds_of_a_wait", "timeout_of"]


def timeout_of(setting: TimeoutSetting) -> urllib3.Timeout | None:
    """Return *setting* for urllib3: seconds in all, or a pair of seconds to connect and to wait for the next bytes.

    Raises ApiValueError for anything else, and for seconds that aren't positive or that no socket can wait.
    """
    if setting is None or isinstance(setting, urllib3.Timeout):
        return setting
    try:
        if isinstance(setting, tuple):
            connect, read = setting
            made = urllib3.Timeout(connect=connect, read=read)
        else:
            made = urllib3.Timeout(total=setting)
        seconds = setting if isinstance(setting, tuple) else (setting,)
        if any(part is not None and not part < TIMEOUT_MAX for part in seconds):
            raise ValueError(f"it must be less than {TIMEOUT_MAX:g}; None sets no limit")
    except ValueError as error:
        raise ApiValueError(f"timeout is {setting!r}, and not seconds or a pair of them: {error}") from None
    return made


def seconds_of_a_wait(timeout: urllib3.Timeout) -> float | None:
    """Return the seconds that *timeout* allows for each wait of an attempt that begins now; None for no limit."""
    if timeout.total is None:
        return timeout.read_timeout
    begun = timeout.clone()
    begun.start_connect()
    return begun.read_timeout


_LEAST = 0.001
"""Seconds that are left of a time that is over: none would be no timeout."""


class Deadline(urllib3.Timeout):
    """The end of a call with all of its attempts and the waits between them, *seconds* from now.

    Each attempt has what is left, and no longer than *each* to connect and to wait for the next bytes.
    """

    def __init__(self, seconds: float, each: urllib3.Timeout | None = None) -> None:
        self.until = time.monotonic() + seconds
        """The end, by `time.monotonic`."""
        self._each = each
        begun = urllib3.Timeout(connect=None, read=None) if each is None else each.clone()
        begun.start_connect()
        super().__init__(connect=begun.connect_timeout, read=begun.read_timeout)

    @property
    def total(self) -> float:  # pyright: ignore[reportIncompatibleVariableOverride]  # an attribute of others
        """The seconds that the next attempt has in all."""
        left = max(_LEAST, self.until - time.monotonic())
        each = self._each.total if self._each is not None else None
        return min(left, each) if isinstance(each, (int, float)) else left

    @total.setter
    def total(self, value: object) -> None:
        pass
