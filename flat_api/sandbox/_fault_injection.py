"""Faults at work: the same for the API and for the storage."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from werkzeug.wrappers import Request, Response

from ._errors import HttpError
from ._fault_grammar import FaultError, faults_of
from ._faults import Faults, Strike
from ._rate_limit import LIMIT, over_limit, rate_limit_headers

HEADER = "X-Sandbox-Fault"
"""The header in which a request asks for faults of its own, as in the grammar, with commas between them."""

RESET_SECONDS = 1
"""When the limit is reset behind a 429 that doesn't say how long to wait."""

Wait = Callable[[float], bool]
"""Waits so many seconds; true if it ended before, since the sandbox is closed."""


class Cut(ConnectionError):
    """The connection ends here; *hard* resets it, otherwise it is closed."""

    def __init__(self, *, hard: bool) -> None:
        super().__init__("the connection is cut by a fault")
        self.hard = hard


class Struck:
    """The faults that one request meets."""

    def __init__(self, strikes: list[Strike], wait: Wait, now: float = 0.0) -> None:
        self._strikes = strikes
        self._wait = wait
        self._now = now
        self.task_ends = str(next((strike.fault.value for strike in strikes if strike.fault.kind == "task"), "done"))

    def __str__(self) -> str:
        return ",".join(str(strike.fault) for strike in self._strikes)

    def before(self) -> None:
        """What goes wrong before anything is done. Raises Cut or HttpError."""
        for fault, _ in self._of("delay"):
            if self._wait(float(fault.value)):
                raise Cut(hard=True)
        if any(fault.value == "before" for fault, _ in self._of("reset")):
            raise Cut(hard=True)
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
        """What is left of *response*. Raises Cut."""
        if any(fault.value == "after" for fault, _ in self._of("reset")):
            raise Cut(hard=True)
        for fault, _ in self._of("truncate"):
            return _truncated(response, int(fault.value))
        return response

    def _of(self, kind: str) -> list[Strike]:
        return [strike for strike in self._strikes if strike.fault.kind == kind]


def strikes_for(
    request: Request, path: str, on: str, faults: Faults, now: float, wait: Wait, *, may_ask: bool
) -> Struck:
    """Return the faults for *request*: those of the sandbox, and those that it asks for itself, if it *may_ask*.

    Raises HttpError, 400, for faults that are written wrongly.
    """
    strikes = faults.strikes(request.method, path, on, now)
    asked = request.headers.get(HEADER)
    if asked and may_ask:
        try:
            strikes += [
                Strike(fault, now + fault.window if fault.kind == "rate-limit" else 0.0) for fault in faults_of(asked)
            ]
        except FaultError as error:
            raise HttpError(400, "INVALID_FAULT", str(error), HEADER) from None
    return Struck(strikes, wait, now)


def _truncated(response: Response, count: int) -> Response:
    """*response* with the length of the whole body, and only the first *count* bytes of it."""
    data = response.get_data()
    if count >= len(data):
        return response
    cut = Response(status=response.status, headers=response.headers, direct_passthrough=True)
    cut.response = _until(data[:count])
    cut.headers["Content-Length"] = str(len(data))
    return cut


def _until(data: bytes) -> Iterator[bytes]:
    yield data
    raise Cut(hard=False)
