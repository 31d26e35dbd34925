"""Responses: those of urllib3 with their body in memory, and `ApiResponse`, which holds one and a model."""

from __future__ import annotations

import io
import typing
from dataclasses import dataclass

import urllib3

from .exceptions import Problem
from .schemas import Schema, Unset, unset

__all__ = [
    "ApiResponse",
    "ApiResponseWithoutDeserialization",
    "WholeResponse",
    "data_of",
    "is_on_its_way",
]

S_co = typing.TypeVar("S_co", covariant=True)


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


def data_of(response: urllib3.BaseHTTPResponse) -> bytes:
    """The body of *response*, which urllib3 calls None where it was made without one."""
    return response.data or b""


def is_on_its_way(response: urllib3.BaseHTTPResponse) -> bool:
    """Return whether the body of *response* is still to be read from a connection."""
    return isinstance(response, urllib3.HTTPResponse) and response.supports_chunked_reads() and not response.closed


@dataclass
class ApiResponse(typing.Generic[S_co]):
    """An answer: *response* of urllib3, with the headers that came, and *body* as a model.

    *body* is `unset` where the operation declares none. *headers* are `unset`, as in the earlier client, unless a
    class of one's own fills them. *problems* tell what in the answer does not fit its declaration; such values are in
    *body* as they came. Pickled, the answer keeps status, bytes and headers, those that set cookies excepted.
    """

    response: urllib3.BaseHTTPResponse
    body: S_co = unset  # type: ignore[assignment]  # which S_co is, where an operation declares no body
    headers: Unset | dict[str, Schema] = unset
    problems: tuple[Problem, ...] = ()

    def __reduce__(self) -> tuple[typing.Any, ...]:
        raw = self.response
        headers = [(name, value) for name, value in raw.headers.items() if name.lower() != "set-cookie"]
        kept = (raw.status, raw.reason, headers, data_of(raw))
        return _restored, (type(self), kept, self.body, self.headers, self.problems)


@dataclass
class ApiResponseWithoutDeserialization(ApiResponse[typing.Any]):
    """An answer that nobody looked into: *body* is `unset`."""


def _restored(
    cls: type[ApiResponse[typing.Any]],
    kept: tuple[int, str | None, list[tuple[str, str]], bytes],
    body: typing.Any,
    headers: typing.Any,
    problems: tuple[Problem, ...] = (),
) -> ApiResponse[typing.Any]:
    status, reason, pairs, data = kept
    answer = cls(WholeResponse(data, pairs, status, reason), body, headers)
    answer.problems = problems
    return answer
