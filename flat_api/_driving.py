"""Procedures without I/O: each is a coroutine that awaits nothing but the methods of a `Driver`.

So a rule is written once. `run` carries a procedure out at once where its driver is `BLOCKING`, whose methods never
suspend; an event loop carries the same procedure out with the driver of `flat_api.aio`.
"""

from __future__ import annotations

import typing

from urllib3.exceptions import HTTPError

from ._failures import failure_of

if typing.TYPE_CHECKING:
    import urllib3

__all__ = ["BLOCKING", "Clock", "Driver", "Sending", "run"]

T = typing.TypeVar("T")
A = typing.ParamSpec("A")

_CHUNK = 256 * 1024


class Sending(typing.Protocol):
    """A client, as a procedure knows it: what sends a request, and reads an answer into memory.

    The methods return what they say, or an awaitable of it, as the driver that calls them expects.
    """

    def call_api(self, *args: typing.Any, **kwargs: typing.Any) -> typing.Any: ...

    def whole(self, response: urllib3.BaseHTTPResponse) -> typing.Any: ...


class Clock(typing.Protocol):
    """What a procedure knows of time; the module `time` is one."""

    def monotonic(self) -> float:
        """Seconds from some beginning."""
        ...

    def time(self) -> float:
        """Seconds since 1970."""
        ...

    def sleep(self, seconds: float, /) -> typing.Any:
        """Wait."""


class Driver(typing.Protocol):
    """What procedures need to have done."""

    async def send(self, client: Sending, request: typing.Mapping[str, typing.Any]) -> urllib3.BaseHTTPResponse:
        """Return the answer to *request*, keywords of `call_api`."""
        ...

    async def whole(self, client: Sending, response: urllib3.BaseHTTPResponse) -> urllib3.BaseHTTPResponse:
        """Return *response* with its body in memory."""
        ...

    async def read(self, response: urllib3.BaseHTTPResponse) -> bytes:
        """Return the next bytes of a body as they come, not decoded unless they were already; none at its end."""
        ...

    async def close(self, response: urllib3.BaseHTTPResponse) -> None:
        """Give the connection back, or close it where the body was not read to its end."""

    async def pause(self, policy: urllib3.Retry) -> None:
        """Wait as long as *policy* has it before the next attempt."""

    async def sleep(self, clock: Clock, seconds: float) -> None:
        """Wait by *clock*."""

    async def work(self, function: typing.Callable[A, T], /, *args: A.args, **kwargs: A.kwargs) -> T:
        """Return what *function* returns, which uses the disk or takes long, but may not block an event loop."""
        ...

    async def tell(self, function: typing.Callable[A, object], /, *args: A.args, **kwargs: A.kwargs) -> None:
        """Call *function*, which is of a caller."""


class _Blocking:
    """Does everything at once, in the thread of the caller."""

    async def send(self, client: Sending, request: typing.Mapping[str, typing.Any]) -> urllib3.BaseHTTPResponse:
        return typing.cast("urllib3.BaseHTTPResponse", client.call_api(**request))

    async def whole(self, client: Sending, response: urllib3.BaseHTTPResponse) -> urllib3.BaseHTTPResponse:
        return typing.cast("urllib3.BaseHTTPResponse", client.whole(response))

    async def read(self, response: urllib3.BaseHTTPResponse) -> bytes:
        try:
            return typing.cast("urllib3.HTTPResponse", response).read1(_CHUNK, decode_content=False)
        except HTTPError as error:
            failure = failure_of(error)
        raise failure

    async def close(self, response: urllib3.BaseHTTPResponse) -> None:
        response.close()  # a connection whose body was read to its end was given back before
        response.release_conn()

    async def pause(self, policy: urllib3.Retry) -> None:
        policy.sleep()

    async def sleep(self, clock: Clock, seconds: float) -> None:
        clock.sleep(seconds)

    async def work(self, function: typing.Callable[A, T], /, *args: A.args, **kwargs: A.kwargs) -> T:
        return function(*args, **kwargs)

    async def tell(self, function: typing.Callable[A, object], /, *args: A.args, **kwargs: A.kwargs) -> None:
        function(*args, **kwargs)


BLOCKING: Driver = _Blocking()


def run(procedure: typing.Coroutine[typing.Any, typing.Any, T]) -> T:
    """Carry out *procedure*, whose driver is `BLOCKING`, and return what it returns; raises what it raises."""
    try:
        procedure.send(None)
    except StopIteration as end:
        return typing.cast("T", end.value)
    procedure.close()
    raise RuntimeError("a procedure with the blocking driver was suspended")
