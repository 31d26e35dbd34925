"""What is sent: method, URL, headers and body, checked before a transport sees them; and where redirects lead."""

from __future__ import annotations

import logging
import typing
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import LocationValueError

from ._origin import origin
from ._redaction import redacted
from ._response import ApiResponseWithoutDeserialization
from .exceptions import ApiResponseError, ApiValueError
from .operations import check_header

__all__ = ["METHODS", "Headers", "Outgoing", "SentHeaders", "log", "outgoing", "redirected", "refuse_endless"]

METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")

Headers = typing.Mapping[str, str] | None


class SentHeaders(dict[str, str]):
    """Headers as they are sent, one of each name. Reports of errors may show them, but not their values."""

    def copy(self) -> SentHeaders:
        return SentHeaders(self)

    def __repr__(self) -> str:
        return f"<headers {', '.join(self)}>"


class Outgoing(typing.NamedTuple):
    """A request, ready to be sent."""

    method: str
    url: str
    headers: SentHeaders | None
    body: str | bytes | None


def outgoing(method: str, url: str, headers: Headers, fields: typing.Any, body: str | bytes | None) -> Outgoing:
    """Return the request to send; *fields* become a multipart form.

    Raises ApiValueError for an unknown method, a header that would break its line, and *fields* beside a *body*.
    """
    if method not in METHODS:
        raise ApiValueError(f"http method must be one of {', '.join(METHODS)}, not {method!r}")
    if fields and body:
        raise ApiValueError("body parameter cannot be used with fields parameter.")
    checked = _checked(headers)
    if fields is None:
        return Outgoing(method, url, checked, body)
    present = SentHeaders() if checked is None else checked
    content, media_type = urllib3.encode_multipart_formdata(fields)  # with a boundary, fields or none
    kept = SentHeaders((name, value) for name, value in present.items() if name.lower() != "content-type")
    kept["Content-Type"] = media_type
    return Outgoing(method, url, kept, content)


_USUAL = frozenset({"Accept", "Authorization", "Content-Type", "User-Agent"})


def _checked(headers: Headers) -> SentHeaders | None:
    """*headers* to send, each of which is one. Raises ApiValueError for what would break its line."""
    if headers is None:
        return None
    sent = SentHeaders(headers.itermerged() if isinstance(headers, urllib3.HTTPHeaderDict) else headers)
    for name, value in sent.items():
        if not (name in _USUAL and type(value) is str and value.isascii() and value.isprintable()):
            check_header(name, value)
    return sent


_OF_A_BODY = frozenset(
    {
        *("content-encoding", "content-language", "content-length", "content-location", "content-type"),
        *("digest", "last-modified"),
    }
)


def redirected(sent: Outgoing, location: str, status: int, unsafe: typing.Collection[str]) -> Outgoing:
    """Return the request that follows a redirect of *sent* to *location*.

    The headers *unsafe*, in lower case, are kept from another origin. After 303 it is a GET (RFC 9110, 15.4.4).
    Raises LocationValueError for a *location* that is not a URL.
    """
    method, body, headers = sent.method, sent.body, dict(sent.headers or {})
    url = urljoin(sent.url, location)
    if status == 303:
        method, body = "GET", None
        headers = {name: value for name, value in headers.items() if name.lower() not in _OF_A_BODY}
    try:
        is_home = origin(url) == origin(sent.url)
    except ApiValueError:
        raise LocationValueError("the target of a redirect can't be read") from None
    if not is_home:
        headers = {name: value for name, value in headers.items() if name.lower() not in unsafe}
    return Outgoing(method, url, SentHeaders(headers), body)


def refuse_endless(response: urllib3.BaseHTTPResponse) -> None:
    """Raise ApiResponseError where *response* is one redirect too many."""
    followed = [entry for entry in response.retries.history if entry.redirect_location] if response.retries else []
    if followed and response.get_redirect_location():
        reason = f"The answer is still a redirect after {len(followed)} that were followed"
        raise ApiResponseError(response.status, reason, ApiResponseWithoutDeserialization(response))


def log(logger: logging.Logger, sentence: str, sent: Outgoing, *rest: object) -> None:
    """Log, for whoever debugs, what became of *sent*; *sentence* begins with its method and its URL."""
    if logger.isEnabledFor(logging.DEBUG):
        logger.debug(sentence, sent.method, redacted(sent.url), *rest)
