"""What hooks are told of requests and answers: enough to count and trace them, and no secret."""

from __future__ import annotations

import dataclasses
import time
import typing

from .exceptions import redacted

if typing.TYPE_CHECKING:
    import urllib3

__all__ = ["Hooks", "OnRequest", "OnResponse", "RequestView", "ResponseView"]

_SHOWN = frozenset({"accept", "accept-encoding", "content-length", "content-type", "range", "if-range", "user-agent"})
"""The headers of requests whose values are shown: a list of what may be, since any other can be a key."""

_HIDDEN = frozenset({"set-cookie", "set-cookie2", "www-authenticate", "proxy-authenticate"})


@dataclasses.dataclass(frozen=True)
class RequestView:
    """A request that is about to be sent: its *url* without query and login, most *headers* by their names only."""

    method: str
    url: str
    headers: typing.Mapping[str, str]


@dataclasses.dataclass(frozen=True)
class ResponseView:
    """An answer that came after *seconds*, those of repetitions and of the waits between them included."""

    request: RequestView
    status: int
    headers: typing.Mapping[str, str]
    seconds: float


OnRequest = typing.Callable[[RequestView], object]
"""Called before a call is sent, in the thread that sends it; what it raises ends the call."""

OnResponse = typing.Callable[[ResponseView], object]
"""Called when a call was answered, whatever the status; not where no answer came."""


@dataclasses.dataclass
class Hooks:
    """The functions to call; None for nothing."""

    on_request: OnRequest | None = None
    on_response: OnResponse | None = None

    def before(self, method: str, url: str, headers: typing.Mapping[str, str]) -> Told | None:
        """Tell of a request; return what tells of its answer, None where nobody listens."""
        if self.on_request is None and self.on_response is None:
            return None
        shown = {name: value if name.lower() in _SHOWN else "***" for name, value in headers.items()}
        view = RequestView(method, redacted(url), shown)
        if self.on_request is not None:
            self.on_request(view)
        return Told(self, view, time.monotonic())


class Told(typing.NamedTuple):
    """A request that was told of at the moment *begun*."""

    hooks: Hooks
    request: RequestView
    begun: float

    def after(self, response: urllib3.BaseHTTPResponse) -> None:
        """Tell of the answer."""
        if self.hooks.on_response is None:
            return
        headers = response.headers.items()
        shown = {name: "***" if name.lower() in _HIDDEN else redacted(value) for name, value in headers}
        self.hooks.on_response(ResponseView(self.request, response.status, shown, time.monotonic() - self.begun))
