"""Answers: from status and media type to a model."""

from __future__ import annotations

import typing

from .._response import ApiResponse, ApiResponseWithoutDeserialization, data_of, is_on_its_way
from ..exceptions import ApiException, ApiResponseError, OpenApiException, status_error
from ..schemas import BinarySchema, unset
from ._bodies import MediaType
from ._downloads import file_name, open_whole
from ._media import JSONDetector, essence, is_json

if typing.TYPE_CHECKING:
    import urllib3

    from ..configuration import Configuration
    from ._parameters import HeaderParameter


class OpenApiResponse(JSONDetector):
    """A declared answer: *content* maps media types to what is sent in them, None where there is no body.

    *description* says when this answer is given. Raises ValueError for an empty *content*.
    """

    def __init__(
        self,
        response_cls: type[ApiResponse[typing.Any]] = ApiResponse,
        content: dict[str, MediaType] | None = None,
        headers: list[HeaderParameter] | None = None,
        description: str = "",
    ) -> None:
        if content is not None and not content:
            raise ValueError("Invalid value for content, the content dict must have >= 1 entry")
        self.response_cls = response_cls
        self.content = content
        self.headers = headers
        self.description = description

    def deserialize(
        self,
        response: urllib3.BaseHTTPResponse,
        configuration: Configuration | None = None,
        response_cls: type[ApiResponse[typing.Any]] | None = None,
    ) -> ApiResponse[typing.Any]:
        """The answer with its body as a model, a *response_cls* where that is given.

        Raises ApiResponseError for a media type that is not declared and for a body that is not of its media type,
        ApiTypeError or ApiValueError for one that its schema refuses; `api_response` of each is what came. Raises
        NotImplementedError for a declared media type that this package can't read.
        """
        try:
            body = self._body(response, configuration)
        except OpenApiException as error:
            raw = ApiResponseWithoutDeserialization(response)
            if not isinstance(error, ApiException):
                error.api_response = raw
            raise
        return (response_cls or self.response_cls)(response=response, body=body)

    def _body(self, response: urllib3.BaseHTTPResponse, configuration: Configuration | None) -> typing.Any:
        if self.content is None:
            response.release_conn()
            return unset
        stated = response.headers.get("content-type")
        media_type = self._declared(stated, response)
        if media_type.schema is None:
            return unset
        checks = configuration if configuration and configuration.disabled_client_side_validations else None
        if issubclass(media_type.schema, BinarySchema):
            return _binary(response, media_type.schema, configuration)
        if is_json(stated or "application/json"):
            return media_type.schema.from_json(data_of(response), checks)
        return media_type.schema.from_openapi_data_oapg(_foreign(response, stated or ""), checks)

    def is_file(self, response: urllib3.BaseHTTPResponse) -> bool:
        """Whether the body of *response* is one that can be streamed to a file."""
        try:
            schema = self.media_type_of(response).schema
        except ApiResponseError:
            return False
        return schema is not None and issubclass(schema, BinarySchema)

    def media_type_of(self, response: urllib3.BaseHTTPResponse) -> MediaType:
        """What is declared for the media type of *response*. Raises ApiResponseError where nothing is."""
        return self._declared(response.headers.get("content-type"), response)

    def _declared(self, stated: str | None, response: urllib3.BaseHTTPResponse) -> MediaType:
        content = self.content or {}
        if stated in content:  # nearly always
            return content[stated]
        if stated is None and len(content) == 1:
            return next(iter(content.values()))
        wanted = essence(stated or "")
        ranges = (wanted, f"{wanted.partition('/')[0]}/*", "*/*")
        for name in (stated, *ranges):
            for declared, media_type in content.items():
                if name in (declared, essence(declared)):
                    return media_type
        raise _unreadable(
            response,
            f"Invalid content_type returned. Content_type={stated!r} was returned when only "
            f"{', '.join(content)} are defined for status_code={response.status}",
        )


def _binary(response: urllib3.BaseHTTPResponse, schema: typing.Any, configuration: Configuration | None) -> typing.Any:
    """The body as bytes; streaming, as a file in the folder for temporary files."""
    if not is_on_its_way(response):
        return schema(data_of(response))
    folder = configuration.temp_folder_path if configuration else None
    return schema(open_whole(response, folder, file_name(response)))


def _foreign(response: urllib3.BaseHTTPResponse, media_type: str) -> typing.Any:
    """The data of a body that is neither JSON nor kept as bytes."""
    kind = essence(media_type)
    if kind.startswith("text/"):
        return _text(response, media_type)
    if kind == "multipart/form-data":
        return _form_data(response, media_type)
    if kind == "application/x-www-form-urlencoded":
        from urllib.parse import parse_qsl

        return dict(parse_qsl(_text(response, media_type), keep_blank_values=True))
    raise NotImplementedError(f"Deserialization of {media_type} has not yet been implemented")


def _text(response: urllib3.BaseHTTPResponse, media_type: str) -> str:
    try:
        return data_of(response).decode(_message(media_type).get_content_charset("utf-8"))
    except (LookupError, ValueError) as error:
        raise _unreadable(response, f"The body is not the text that it should be: {error}") from error


def _form_data(response: urllib3.BaseHTTPResponse, media_type: str) -> dict[str, typing.Any]:
    from email.parser import BytesParser

    head = f"Content-Type: {media_type}\r\n\r\n".encode()
    try:
        parsed = BytesParser().parsebytes(head + data_of(response))
        return dict(_form_part(part) for part in (parsed.get_payload() if parsed.is_multipart() else ()))
    except (LookupError, ValueError) as error:
        raise _unreadable(response, f"The body is not the form that it should be: {error}") from error


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


def _unreadable(response: urllib3.BaseHTTPResponse, reason: str) -> ApiResponseError:
    return ApiResponseError(response.status, reason, ApiResponseWithoutDeserialization(response))


def error_of(
    response: urllib3.BaseHTTPResponse,
    declared: OpenApiResponse | None,
    configuration: Configuration,
    response_cls: type[ApiResponse[typing.Any]] | None = None,
) -> ApiException[typing.Any]:
    """The error for an answer with an error status.

    What it holds is a *response_cls*, with a model for its body, where the answer is what was *declared*.
    """
    api_response: ApiResponse[typing.Any] = ApiResponseWithoutDeserialization(response)
    if declared is not None:
        try:
            api_response = declared.deserialize(response, configuration, response_cls)
        except (OpenApiException, NotImplementedError):
            pass  # a gateway's page, say: the status counts, and the bytes are kept
    return status_error(response.status, response.reason, api_response)
