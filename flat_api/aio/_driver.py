"""The driver that an event loop carries procedures out with, that of asyncio or trio."""

from __future__ import annotations

import inspect
import time
import typing
from functools import partial

import anyio
import anyio.to_thread
from urllib3.exceptions import HTTPError

from .._failures import failure_of
from ._responses import StreamedResponse, closed
from ._transport import wait

if typing.TYPE_CHECKING:
    import urllib3

    from .._driving import Clock, Driver, Sending

__all__ = ["AWAITING", "EVENT_LOOP"]

T = typing.TypeVar("T")
A = typing.ParamSpec("A")


class _Awaiting:
    """Does what takes long in the event loop or in a thread, so that other tasks go on meanwhile."""

    async def send(self, client: Sending, request: typing.Mapping[str, typing.Any]) -> urllib3.BaseHTTPResponse:
        return typing.cast("urllib3.BaseHTTPResponse", await client.call_api(**request))

    async def whole(self, client: Sending, response: urllib3.BaseHTTPResponse) -> urllib3.BaseHTTPResponse:
        return typing.cast("urllib3.BaseHTTPResponse", await client.whole(response))

    async def read(self, response: urllib3.BaseHTTPResponse) -> bytes:
        try:
            return await typing.cast(StreamedResponse, response).piece()
        except HTTPError as error:
            failure = failure_of(error)
        raise failure

    async def close(self, response: urllib3.BaseHTTPResponse) -> None:
        await closed(response)

    async def pause(self, policy: urllib3.Retry) -> None:
        await wait(policy)

    async def sleep(self, clock: Clock, seconds: float) -> None:
        waited = clock.sleep(seconds)
        if inspect.isawaitable(waited):
            await waited

    async def work(self, function: typing.Callable[A, T], /, *args: A.args, **kwargs: A.kwargs) -> T:
        return await anyio.to_thread.run_sync(partial(function, *args, **kwargs))

    async def tell(self, function: typing.Callable[A, object], /, *args: A.args, **kwargs: A.kwargs) -> None:
        told = function(*args, **kwargs)
        if inspect.isawaitable(told):
            await told


AWAITING: Driver = _Awaiting()


class _EventLoop:
    """Tells the time as the module `time` does, and sleeps in the event loop."""

    monotonic = staticmethod(time.monotonic)
    time = staticmethod(time.time)
    sleep = staticmethod(anyio.sleep)


EVENT_LOOP: Clock = _EventLoop()
