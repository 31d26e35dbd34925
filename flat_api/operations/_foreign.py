"""Bodies that are neither JSON nor kept as bytes: text, and forms."""

from __future__ import annotations

import codecs
import re
import typing

from .._response import ApiResponseWithoutDeserialization, data_of
from ..exceptions import ApiResponseError
from ._media import essence

if typing.TYPE_CHECKING:
    import urllib3


def foreign_data(response: urllib3.BaseHTTPResponse, media_type: str) -> typing.Any:
    """Return the data of a body of *media_type*: an object of the fields of a form, or text, such as XML or NDJSON.

    Raises ApiResponseError for a body that is not of its media type, or can't be text.
    """
    kind = essence(media_type)
    if kind == "multipart/form-data":
        return _form_data(response, media_type)
    if kind == "application/x-www-form-urlencoded":
        from urllib.parse import parse_qsl

        return dict(parse_qsl(text_of(response, media_type), keep_blank_values=True))
    return text_of(response, media_type)


def text_of(response: urllib3.BaseHTTPResponse, media_type: str) -> str:
    """Return the body as text, in the character set that *media_type* states, or UTF-8.

    XML may state another one itself (RFC 7303, 3). Raises ApiResponseError.
    """
    data = data_of(response)
    kind = essence(media_type)
    usual = _charset_of_xml(data) if kind in ("application/xml", "text/xml") or kind.endswith("+xml") else "utf-8"
    try:
        return data.decode(_message(media_type).get_content_charset(usual))
    except (LookupError, ValueError) as error:
        raise unreadable(response, f"The body is not the text that it should be: {error}") from error


_XML_ENCODING = re.compile(rb"""<\?xml[^>]{1,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")


def _charset_of_xml(data: bytes) -> str:
    """Return the character set of XML by its byte order mark, or what its declaration says."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    stated = _XML_ENCODING.match(data)
    return stated[1].decode() if stated else "utf-8"


def _form_data(response: urllib3.BaseHTTPResponse, media_type: str) -> dict[str, typing.Any]:
    from email.parser import BytesParser

    head = f"Content-Type: {media_type}\r\n\r\n".encode()
    try:
        parsed = BytesParser().parsebytes(head + data_of(response))
        return dict(_form_part(part) for part in (parsed.get_payload() if parsed.is_multipart() else ()))
    except (LookupError, ValueError) as error:
        raise unreadable(response, f"The body is not the form that it should be: {error}") from error


def _form_part(part: typing.Any) -> tuple[str, typing.Any]:
    """The name of a part and what is in it: bytes where it is a file, and else text."""
    from email.utils import collapse_rfc2231_value

    name = part.get_param("name", header="Content-Disposition")
    if name is None or part.is_multipart():
        raise ValueError("a part has no name" if name is None else "a part has parts")
    data = part.get_payload(decode=True)
    is_file = part.get_filename() is not None
    return collapse_rfc2231_value(name), data if is_file else data.decode(part.get_content_charset("utf-8"))


def _message(media_type: str) -> typing.Any:
    from email.message import Message

    message = Message()
    message["Content-Type"] = media_type
    return message


def unreadable(response: urllib3.BaseHTTPResponse, reason: str) -> ApiResponseError:
    """Return the error for a *response* that can't be read."""
    return ApiResponseError(response.status, reason, ApiResponseWithoutDeserialization(response))
