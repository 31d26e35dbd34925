"""Bodies that are neither JSON nor kept as bytes: text and forms."""

from __future__ import annotations

import typing

from .._response import ApiResponseWithoutDeserialization, data_of
from ..exceptions import ApiResponseError
from ._media import essence

if typing.TYPE_CHECKING:
    import urllib3


def foreign_data(response: urllib3.BaseHTTPResponse, media_type: str) -> typing.Any:
    """Return the data of a body of *media_type*: text, or an object of the fields of a form.

    Raises ApiResponseError for a body that is not of its media type, and NotImplementedError for another media type.
    """
    kind = essence(media_type)
    if kind.startswith("text/"):
        return text_of(response, media_type)
    if kind == "multipart/form-data":
        return _form_data(response, media_type)
    if kind == "application/x-www-form-urlencoded":
        from urllib.parse import parse_qsl

        return dict(parse_qsl(text_of(response, media_type), keep_blank_values=True))
    raise NotImplementedError(f"Deserialization of {media_type} has not yet been implemented")


def text_of(response: urllib3.BaseHTTPResponse, media_type: str) -> str:
    """Return the body as text, in the character set that *media_type* states, or UTF-8. Raises ApiResponseError."""
    try:
        return data_of(response).decode(_message(media_type).get_content_charset("utf-8"))
    except (LookupError, ValueError) as error:
        raise unreadable(response, f"The body is not the text that it should be: {error}") from error


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
