"""Responses of urllib3 whose body is here, in memory."""

from __future__ import annotations

import io
import typing

import urllib3


class WholeResponse(urllib3.HTTPResponse):
    """A response with its body, *data*, in memory and decoded, however it came.

    The connection that it came by is free as soon as it is released: there is nothing left to be read from it.
    """

    def __init__(
        self, data: bytes, headers: typing.Any, status: int, reason: str | None, url: str | None = None
    ) -> None:
        super().__init__(io.BytesIO(data), status=status, reason=reason, request_url=url)
        # They tell how the body came, before it was decoded, and are not for urllib3 to act upon.
        self.headers = urllib3.HTTPHeaderDict(headers)

    def drain_conn(self) -> None:
        self.release_conn()


def whole_response(
    data: bytes, headers: typing.Any, status: int, reason: str | None, url: str | None = None
) -> urllib3.HTTPResponse:
    """A response whose body, *data*, is here and decoded already."""
    return WholeResponse(data, headers, status, reason, url)


def data_of(response: urllib3.BaseHTTPResponse) -> bytes:
    """The body of *response*, which urllib3 calls None where it was made without one."""
    return response.data or b""


def is_on_its_way(response: urllib3.BaseHTTPResponse) -> bool:
    """Whether the body of *response* is still to be read from a connection."""
    return isinstance(response, urllib3.HTTPResponse) and response.supports_chunked_reads() and not response.closed
