"""Bodies that are read into memory: whole, decoded, and within a limit."""

from __future__ import annotations

import re

import urllib3
from urllib3.exceptions import HTTPError

from ._content import ContentDecoder, ContentError
from ._failures import remember
from ._response import ApiResponseWithoutDeserialization, WholeResponse
from .exceptions import ApiResponseError

__all__ = ["bounded", "decoded", "escape_location", "too_large"]

_CHUNK = 64 * 1024


def bounded(response: urllib3.HTTPResponse, limit: int | None) -> urllib3.HTTPResponse:
    """*response* with all of its body here, decoded.

    Raises ApiResponseError for more than *limit* bytes, counted after decompression, and for a body that can't be
    decoded, unless the answer is an error anyway; what urllib3 raises where the body doesn't come whole.
    """
    if _is_short(response, limit):
        return _at_once(response)
    kept = _with(_received(response, limit), response)
    if not kept.data or "content-encoding" not in response.headers:
        return kept
    return decoded(kept, limit)


def _is_short(response: urllib3.BaseHTTPResponse, limit: int | None) -> bool:
    """Return whether the body of *response* is known to be small, and not encoded, as nearly all are."""
    length = response.length_remaining
    return length is not None and length <= min(_CHUNK, limit or _CHUNK) and "content-encoding" not in response.headers


def _at_once(response: urllib3.HTTPResponse) -> urllib3.HTTPResponse:
    """*response* with its body, which it keeps by itself."""
    try:
        response.read(cache_content=True)
    except HTTPError as error:
        part: bytes = getattr(error.__cause__, "partial", b"")
        remember(error, ApiResponseWithoutDeserialization(_with(part, response)))
        raise
    return response


def _received(response: urllib3.BaseHTTPResponse, limit: int | None) -> bytes:
    chunks: list[bytes] = []
    count = 0
    try:
        while chunk := response.read1(_CHUNK, decode_content=False):
            count += len(chunk)
            if limit is not None and count > limit:
                raise too_large(response, limit)
            chunks.append(chunk)
    except HTTPError as error:
        remember(error, ApiResponseWithoutDeserialization(_with(b"".join(chunks), response)))
        raise
    return b"".join(chunks)


def _with(data: bytes, response: urllib3.BaseHTTPResponse) -> urllib3.HTTPResponse:
    return WholeResponse(data, response.headers, response.status, response.reason, response.url)


def decoded(coded: urllib3.HTTPResponse, limit: int | None) -> urllib3.HTTPResponse:
    """*coded*, whose body is here, with its body decoded; raises ApiResponseError as `bounded` does."""
    pieces: list[bytes] = []
    count = 0
    try:
        decoder = ContentDecoder(coded.headers["content-encoding"])
        for piece in decoder.decode(coded.data):
            count += len(piece)
            if limit is not None and count > limit:
                raise too_large(coded, limit)
            pieces.append(piece)
        decoder.finish()
    except ContentError as error:
        if coded.status >= 400:
            return coded
        raise ApiResponseError(coded.status, str(error), ApiResponseWithoutDeserialization(coded)) from error
    return _with(b"".join(pieces), coded)


def too_large(response: urllib3.BaseHTTPResponse, limit: int) -> ApiResponseError:
    """The error for a body of more than *limit* bytes."""
    reason = f"The body has more than the {limit:,} bytes that Configuration.max_response_bytes allows"
    return ApiResponseError(response.status, reason, ApiResponseWithoutDeserialization(_with(b"", response)))


def escape_location(response: urllib3.BaseHTTPResponse) -> None:
    """Escape bytes of the ``Location`` that no URL can have, each as it came, UTF-8 or not (RFC 3986, 2.1)."""
    location = response.headers.get("location", "")
    if not location.isascii():
        escaped = re.sub(r"[\x80-\xff]", lambda match: f"%{ord(match[0]):02X}", location)
        response.headers["Location"] = escaped
