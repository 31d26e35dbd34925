"""Cancelling by asyncio as anyio does it, whose shields it heeds.

`asyncio.Task.cancel`, and with it `asyncio.timeout`, interrupts httpx in places where a connection is counted and not
in use yet, or half closed: it would take its place for ever. Likewise the part of a file that a thread has just opened
would be lost.
"""

from __future__ import annotations

import asyncio
import typing

import anyio

__all__ = ["orderly"]

T = typing.TypeVar("T")


async def orderly(
    procedure: typing.Callable[[], typing.Coroutine[typing.Any, typing.Any, T]],
    undo: typing.Callable[[T], typing.Awaitable[object]] | None = None,
) -> T:
    """Return what *procedure* returns; where that comes too late, because of a cancellation, *undo* is called with it.

    In asyncio it runs in a task of its own, which a scope of anyio cancels.
    """
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:  # trio, which has nothing but such scopes
        return await procedure()
    found: list[T] = []

    async def scoped() -> None:
        with scope:
            found.append(await procedure())

    scope = anyio.CancelScope()
    running = loop.create_task(scoped())
    try:
        await asyncio.wait([running])
    except asyncio.CancelledError:
        scope.cancel()
        with anyio.CancelScope(shield=True):
            await asyncio.wait([running])
            running.exception()  # which asyncio would report if nobody looked at it
            if undo is not None and found:
                await undo(found[0])
        raise
    running.result()
    return found[0]
