"""Answers of httpx as responses of urllib3: in memory, or still to be read."""

from __future__ import annotations

import typing

import anyio
import httpx
import urllib3
from urllib3.exceptions import HTTPError

from .._failures import failure_of, remember
from .._reading import decoded, too_large
from .._redaction import is_ours
from .._response import ApiResponseWithoutDeserialization, WholeResponse
from ._faults import fault_of

__all__ = ["Head", "StreamedResponse", "closed", "received", "whole"]

_LARGE = 64 * 1024
"""Bytes of a body that take so long to decode that the event loop should do something else meanwhile."""


class Head(typing.NamedTuple):
    """What comes before a body, and where it came from."""

    status: int
    reason: str | None
    headers: urllib3.HTTPHeaderDict
    url: str

    @classmethod
    def of(cls, raw: httpx.Response, url: str) -> Head:
        """Return the head of *raw*, its bytes as the characters of Latin 1, as urllib3 has them."""
        headers = urllib3.HTTPHeaderDict()
        for name, value in raw.headers.raw:
            headers.add(name.decode("latin-1"), value.decode("latin-1"))
        reason = raw.extensions.get("reason_phrase", b"")
        return cls(raw.status_code, reason.decode("latin-1"), headers, url)

    def with_body(self, data: bytes) -> urllib3.HTTPResponse:
        """Return the response with *data* for its body."""
        return WholeResponse(data, self.headers, self.status, self.reason, self.url)


class StreamedResponse(urllib3.HTTPResponse):
    """A success whose body is still to be read, by `piece` and not by the methods of urllib3."""

    def __init__(self, raw: httpx.Response, head: Head) -> None:
        super().__init__(b"", status=head.status, reason=head.reason, request_url=head.url)
        self.headers = head.headers
        self.head = head
        self._stream = typing.cast(httpx.AsyncByteStream, raw.stream)
        self._pieces: typing.AsyncIterator[bytes] | None = None
        self._is_closed = False

    @property
    def closed(self) -> bool:
        return self._is_closed

    def supports_chunked_reads(self) -> bool:
        return True

    async def piece(self) -> bytes:
        """Return the next bytes as they came, none at the end. Raises what urllib3 would raise."""
        if self._pieces is None:
            self._pieces = self._stream.__aiter__()
        quiet = is_ours.set(True)
        try:
            return await self._pieces.__anext__()
        except StopAsyncIteration:
            return b""
        except (httpx.HTTPError, OSError) as error:
            fault = fault_of(error)
        finally:
            is_ours.reset(quiet)
        raise fault

    async def aclose(self) -> None:
        """Give the connection back, or close it where the body was not read to its end; even if cancelled."""
        if self._is_closed:
            return
        self._is_closed = True
        with anyio.CancelScope(shield=True):
            await self._stream.aclose()
            while self._pieces is not None:  # generators have to end, and reading what is closed ends them at once
                try:
                    await self._pieces.__anext__()
                except (StopAsyncIteration, Exception):
                    return


async def closed(response: urllib3.BaseHTTPResponse) -> None:
    """Close *response*, if it is one that is still to be read."""
    if isinstance(response, StreamedResponse):
        await response.aclose()


async def received(
    stream: StreamedResponse, limit: int | None, parts: list[bytes] | None = None
) -> urllib3.HTTPResponse:
    """Return *stream* with all of its body here, decoded, and its connection free; *parts* hold what has come.

    Raises what `flat_api._reading.bounded` raises.
    """
    parts = [] if parts is None else parts
    count = 0
    try:
        while data := await stream.piece():
            count += len(data)
            if limit is not None and count > limit:
                raise too_large(stream, limit)
            parts.append(data)
    except HTTPError as error:
        remember(error, ApiResponseWithoutDeserialization(stream.head.with_body(b"".join(parts))))
        raise
    finally:
        await stream.aclose()
    kept = stream.head.with_body(b"".join(parts))
    if not count or "content-encoding" not in kept.headers:
        return kept
    if count < _LARGE:
        return decoded(kept, limit)
    return await anyio.to_thread.run_sync(decoded, kept, limit)


async def whole(stream: StreamedResponse, limit: int | None) -> urllib3.HTTPResponse:
    """Return *stream* with its body in memory. Raises the errors of this package, not those of urllib3."""
    try:
        return await received(stream, limit)
    except HTTPError as error:
        failure = failure_of(error)
    raise failure
