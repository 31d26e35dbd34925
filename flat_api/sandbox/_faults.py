"""Faults at work: which of them a request meets, and what they do to it, on the API and on the storage alike."""

from __future__ import annotations

import random
import threading
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from werkzeug.wrappers import Request, Response

from ._errors import HttpError
from ._fault_grammar import Fault, FaultError, Written, faults_of
from ._rate_limit import LIMIT, over_limit, rate_limit_headers

HEADER = "X-Sandbox-Fault"
"""The header in which a request asks for faults of its own, as in the grammar, with commas between them."""

RESET_SECONDS = 1
"""When the limit is reset behind a 429 that doesn't say how long to wait."""

Wait = Callable[[float], bool]
"""Waits so many seconds; true if it ended before, since the sandbox is closed."""


class Due(typing.NamedTuple):
    """A *fault* for the request at hand; *resets_at* is when a rate limit ends."""

    fault: Fault
    resets_at: float = 0.0


@dataclass
class _Armed:
    """A fault that waits for its requests: how many of them it has *seen*, and how many it *hit*."""

    fault: Fault
    chance: random.Random
    seen: int = 0
    hit: int = 0
    resets_at: float = 0.0

    def is_due(self, now: float) -> bool:
        """Return whether the request at hand meets the fault, and count it."""
        if self.fault.kind == "rate-limit":
            return self._is_over_limit(now)
        self.seen += 1
        if self.seen <= self.fault.after or self._is_used_up():
            return False
        if self.fault.chance < 1 and self.chance.random() >= self.fault.chance:
            return False
        self.hit += 1
        return True

    def _is_used_up(self) -> bool:
        return self.fault.times is not None and self.hit >= self.fault.times

    def _is_over_limit(self, now: float) -> bool:
        """Return whether so many requests were let through that the rest of the window gets none."""
        if self.resets_at and now >= self.resets_at:
            self.seen, self.resets_at = 0, 0.0
        if not self.resets_at and self._is_used_up():
            return False
        self.seen += 1
        if self.seen <= self.fault.after + int(self.fault.value):
            return False
        if not self.resets_at:
            self.hit += 1
            self.resets_at = now + self.fault.window
        return True


class Faults:
    """The faults of a running sandbox, which may be changed at any time and by any thread."""

    def __init__(self, written: Iterable[Written] | Written = ()) -> None:
        self._lock = threading.Lock()
        self._armed: list[_Armed] = []
        self.add(written)

    def add(self, written: Iterable[Written] | Written) -> None:
        """Add faults, as text or as `Fault`. Raises FaultError, and adds none, where one is written wrongly."""
        found = [_Armed(fault, random.Random(fault.seed)) for fault in faults_of(written)]
        with self._lock:
            self._armed += found

    def clear(self) -> None:
        """Let nothing go wrong any more."""
        with self._lock:
            self._armed.clear()

    def __iter__(self) -> Iterator[Fault]:
        with self._lock:
            return iter([armed.fault for armed in self._armed])

    def due(self, method: str, path: str, on: str, now: float) -> list[Due]:
        """Return the faults that are for this request, each of which has one time less to come."""
        with self._lock:
            met = [armed for armed in self._armed if armed.fault.is_for(method, path, on)]
            return [Due(armed.fault, armed.resets_at) for armed in met if armed.is_due(now)]

    def __repr__(self) -> str:
        return f"Faults({[str(fault) for fault in self]})"


def schedule(
    seed: int,
    requests: int = 20,
    chance: float = 0.3,
    kinds: Iterable[Written] = (
        "status=500",
        "status=503",
        "reset",
        "reset=after",
        "truncate=50",
        "rate-limit=0:window=0.01",
    ),
    on: Iterable[str] = ("api", "storage"),
) -> list[Fault]:
    """Faults for some of the first *requests* on each server, chosen by *seed*: the same seed, the same schedule.

    Each request meets one of *kinds* with this *chance*, and no request behind them meets any.
    """
    chosen = random.Random(seed)
    choices = faults_of(kinds)
    return [
        replace(chosen.choice(choices), on=server, after=number, times=1)
        for server in on
        for number in range(requests)
        if chosen.random() < chance
    ]


class ConnectionCut(ConnectionError):
    """The connection ends here; *hard* resets it, otherwise it is closed."""

    def __init__(self, *, hard: bool) -> None:
        super().__init__("the connection is cut by a fault")
        self.hard = hard


class RequestFaults:
    """The faults that one request meets."""

    def __init__(self, due: Iterable[Due] = (), wait: Wait = lambda seconds: False, now: float = 0.0) -> None:
        self._due = list(due)
        self._wait = wait
        self._now = now

    @property
    def task_ends(self) -> str:
        """How an export that begins now is to end."""
        return next((str(fault.value) for fault, _ in self._of("task")), "done")

    def __str__(self) -> str:
        return ",".join(str(fault) for fault, _ in self._due)

    def before(self) -> None:
        """Do what goes wrong before anything is done. Raises ConnectionCut or HttpError."""
        for fault, _ in self._of("delay"):
            if self._wait(float(fault.value)):
                raise ConnectionCut(hard=True)
        if any(fault.value == "before" for fault, _ in self._of("reset")):
            raise ConnectionCut(hard=True)
        for fault, resets_at in self._of("rate-limit"):
            raise over_limit(int(fault.value), resets_at)
        for fault, _ in self._of("status"):
            headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
            if fault.value == 429:  # or the answer would tell the end of a window in which no limit was reached
                wait = RESET_SECONDS if fault.retry_after is None else fault.retry_after
                headers |= rate_limit_headers(LIMIT, 0, self._now + wait)
            message = "The sandbox was told to answer like this."
            raise HttpError(int(fault.value), "SANDBOX_FAULT", message, headers=headers)

    def after(self, response: Response) -> Response:
        """Return what is left of *response*. Raises ConnectionCut."""
        if any(fault.value == "after" for fault, _ in self._of("reset")):
            raise ConnectionCut(hard=True)
        for fault, _ in self._of("truncate"):
            return _truncated(response, int(fault.value))
        return response

    def _of(self, kind: str) -> list[Due]:
        return [due for due in self._due if due.fault.kind == kind]


def request_faults(
    request: Request, path: str, on: str, faults: Faults, now: float, wait: Wait, *, may_ask: bool
) -> RequestFaults:
    """Return the faults for *request*: those of the sandbox, and those that it asks for itself, if it *may_ask*.

    Raises HttpError, 400, for faults that are written wrongly.
    """
    due = faults.due(request.method, path, on, now)
    try:
        asked = faults_of(request.headers.get(HEADER, "")) if may_ask else []
    except FaultError as error:
        raise HttpError(400, "INVALID_FAULT", str(error), HEADER) from None
    due += [Due(fault, now + fault.window if fault.kind == "rate-limit" else 0.0) for fault in asked]
    return RequestFaults(due, wait, now)


def _truncated(response: Response, count: int) -> Response:
    """Return *response* with the length of the whole body, and only the first *count* bytes of it."""
    data = response.get_data()
    if count >= len(data):
        return response
    cut = Response(status=response.status, headers=response.headers, direct_passthrough=True)
    cut.response = _until(data[:count])
    cut.headers["Content-Length"] = str(len(data))
    return cut


def _until(data: bytes) -> Iterator[bytes]:
    yield data
    raise ConnectionCut(hard=False)
