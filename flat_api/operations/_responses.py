"""Answers: from status and media type to a model."""

from __future__ import annotations

import typing

from .._content import is_coded
from .._response import ApiResponse, ApiResponseWithoutDeserialization, data_of, is_on_its_way
from .._retry import RetryPolicy
from ..exceptions import ApiException, ApiResponseError, OpenApiException, Problem, shown, status_error
from ..files import spool
from ..schemas import BinarySchema, StrSchema, UnsetAnyTypeSchema, read, read_json, unset
from ._bodies import MediaType
from ._foreign import foreign_data, text_of, unreadable
from ._media import JSONDetector, essence, is_json

if typing.TYPE_CHECKING:
    import urllib3

    from ..configuration import Configuration
    from ..files import Request
    from ._parameters import HeaderParameter

ROOT = ("args[0]",)

UNSIGNED = (
    "The request was not signed: pass access_token=..., set FLAT_ACCESS_TOKEN, or sign in as docs/signing-in.md says."
)
"""The note on an error about a request that was sent without an access token, for want of one."""

_UNREADABLE = frozenset({"json", "depth", "number"})
"""The kinds of problems of a text that is not JSON at all, or none that can be kept."""


class _Reading(typing.NamedTuple):
    """How answers are read: as *configuration* says, and strictly or not; *again* asks for a file once more."""

    configuration: Configuration | None
    strict: bool = False
    again: Request | None = None

    @property
    def checks(self) -> Configuration | None:
        """The configuration where it leaves checks out; without it, models are read by the fast path."""
        configuration = self.configuration
        return configuration if configuration and configuration.disabled_client_side_validations else None


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
        *,
        strict: bool | None = None,
        again: Request | None = None,
    ) -> ApiResponse[typing.Any]:
        """Return the answer with its body as a model, a *response_cls* where that is given.

        A body that is a file and still on its way is written to one, for the caller to close and remove. Where it
        breaks off, *again* is how to ask for it once more.

        The body is read leniently: what does not fit is kept as it came, and told in the answer's `problems`. A media
        type that is not declared counts among it. Raises ApiResponseError for a body that has no reading: one that is
        not of its media type, or of another JSON type than its schema.

        With *strict* (by default, what *configuration* says), ApiResponseError is raised for a media type that is not
        declared, and ApiTypeError or ApiValueError for a body that its schema rejects. `api_response` of each error is
        what came.
        """
        strict = configuration is not None and configuration.strict_responses if strict is None else strict
        try:
            body, problems = self._read(response, _Reading(configuration, strict, again))
        except OpenApiException as error:
            _raise_with_answer(error, response, strict)
        return _answer(response_cls or self.response_cls, response, body, problems)

    def deserialize_undeclared(
        self, response: urllib3.BaseHTTPResponse, configuration: Configuration | None = None
    ) -> ApiResponse[typing.Any]:
        """Return the answer for a success whose status is declared nowhere, while this one is for others.

        A body that fits this declaration exactly is read as declared, and any other by its media type alone, as is
        that of status 202, which tells of work still to be done (RFC 9110, 15.3.3). It is `unset` where nothing was
        sent. Raises ApiResponseError for a body that is not of its media type.
        """
        problem = Problem(ROOT, f"The status {response.status} is declared nowhere", "status")
        if not data_of(response):
            return _answer(ApiResponseWithoutDeserialization, response, unset, (problem,))
        try:
            body = unset if response.status == 202 else self._as_declared(response, configuration)
            if body is unset:
                body, _ = _read_by_media_type(response, _Reading(configuration), UnsetAnyTypeSchema)
        except OpenApiException as error:
            _raise_with_answer(error, response, False)
        return _answer(self.response_cls, response, body, (problem,))

    def _as_declared(self, response: urllib3.BaseHTTPResponse, configuration: Configuration | None) -> typing.Any:
        """Return the body where it is exactly what is declared, and `unset` where it is not."""
        try:
            return self._read(response, _Reading(configuration, True))[0]
        except OpenApiException:
            return unset

    def _read(self, response: urllib3.BaseHTTPResponse, reading: _Reading) -> tuple[typing.Any, tuple[Problem, ...]]:
        """Return the body as a model, and what does not fit in it."""
        if self.content is None:
            response.release_conn()
            return unset, ()
        stated = self._stated(response)
        media_type = self._find(stated)
        if media_type is None:
            if reading.strict:
                raise unreadable(response, self._sentence(response))
            problem = Problem(ROOT, self._sentence(response), "contentMediaType")
            body, problems = _read_by_media_type(response, reading, self._json_schema)
            return body, (problem, *problems)
        schema: typing.Any = media_type.schema
        if schema is None:
            return unset, ()
        if issubclass(schema, BinarySchema):
            return _binary(response, schema, reading), ()
        if stated in (None, "*/*") or is_json(stated or ""):
            return _read_json(schema, response, reading)
        data, checks = foreign_data(response, stated or ""), reading.checks
        return (schema.from_openapi_data_oapg(data, checks), ()) if reading.strict else read(schema, data, checks)

    @property
    def _json_schema(self) -> typing.Any:
        """The schema of the JSON that is declared, of anything where none is."""
        declared = (entry.schema for name, entry in (self.content or {}).items() if is_json(name))
        return next(filter(None, declared), UnsetAnyTypeSchema)

    def is_file(self, response: urllib3.BaseHTTPResponse, *, strict: bool = False) -> bool:
        """Return whether the body of *response* is one that can be streamed to a file.

        An undeclared media type that is neither JSON nor text is one, unless *strict*.
        """
        stated = self._stated(response)
        media_type = self._find(stated)
        if media_type is None:
            return not (strict or is_json(stated or "") or _is_text(stated or ""))
        return media_type.schema is not None and issubclass(media_type.schema, BinarySchema)

    def is_savable(self, response: urllib3.BaseHTTPResponse, *, strict: bool = False) -> bool:
        """Return whether the body of *response* may be what a caller wants in a file.

        Undeclared HTML, such as the page of a portal, and undeclared JSON, which tells of something, are not; nothing
        undeclared is if *strict*.
        """
        stated = self._stated(response)
        return self._find(stated) is not None or not (
            strict or is_json(stated or "") or essence(stated or "") == "text/html"
        )

    def media_type_of(self, response: urllib3.BaseHTTPResponse) -> MediaType:
        """Return what is declared for the media type of *response*. Raises ApiResponseError where nothing is."""
        found = self._find(self._stated(response))
        if found is None:
            raise unreadable(response, self._sentence(response))
        return found

    def _stated(self, response: urllib3.BaseHTTPResponse) -> str | None:
        """Return the media type of *response*: what it says, or the only one that is declared."""
        content = self.content or {}
        return response.headers.get("content-type") or (next(iter(content)) if len(content) == 1 else None)

    def _find(self, stated: str | None) -> MediaType | None:
        """Return what is declared for the media type *stated*, or None."""
        content = self.content or {}
        if stated in content:  # nearly always
            return content[stated]
        wanted = essence(stated or "")
        ranges = (wanted, f"{wanted.partition('/')[0]}/*", "*/*")
        for name in (stated, *ranges):
            for declared, media_type in content.items():
                if name in (declared, essence(declared)):
                    return media_type
        return None

    def _sentence(self, response: urllib3.BaseHTTPResponse) -> str:
        """Return the sentence about a media type that is not declared."""
        stated = self._stated(response)
        shown_type = None if stated is None else repr(shown(stated))
        return (
            f"Invalid content_type returned. Content_type={shown_type} was returned when only "
            f"{', '.join(self.content or {})} are defined for status_code={response.status}"
        )


def _answer(
    cls: type[ApiResponse[typing.Any]],
    response: urllib3.BaseHTTPResponse,
    body: typing.Any,
    problems: tuple[Problem, ...],
) -> ApiResponse[typing.Any]:
    answer = cls(response=response, body=body)
    if problems:  # a class of one's own need not know them in its constructor
        answer.problems = problems
    return answer


def _raise_with_answer(error: OpenApiException, response: urllib3.BaseHTTPResponse, strict: bool) -> typing.NoReturn:
    """Raise *error* with the answer that it is about; an ApiResponseError in its place for what has no reading.

    If *strict*, what has one and breaks the rules of its schema stays the error that it is.
    """
    if isinstance(error, ApiException):
        raise error
    raw = ApiResponseWithoutDeserialization(response)
    if strict and not (error.problems and error.problems[0].kind in _UNREADABLE):
        error.api_response = raw
        raise error
    failure = ApiResponseError(response.status, str(error), raw)
    failure.problems = error.problems
    failure.path_to_item = error.problems[0].path if error.problems else None
    raise failure from error


def _read_json(
    schema: typing.Any, response: urllib3.BaseHTTPResponse, reading: _Reading
) -> tuple[typing.Any, tuple[Problem, ...]]:
    data, checks = data_of(response), reading.checks
    return (schema.from_json(data, checks), ()) if reading.strict else read_json(schema, data, checks)


def _read_by_media_type(
    response: urllib3.BaseHTTPResponse, reading: _Reading, json_schema: typing.Any
) -> tuple[typing.Any, tuple[Problem, ...]]:
    """Return a body by its media type alone: JSON as *json_schema*, text as text, the rest as bytes; and problems."""
    stated = response.headers.get("content-type", "")
    if is_json(stated):
        return _read_json(json_schema, response, reading._replace(strict=False))
    if _is_text(stated):
        try:
            return StrSchema(text_of(response, stated)), ()
        except ApiResponseError:  # of no character set, or of another than it says: bytes, then
            pass
    return _binary(response, BinarySchema, reading), ()


def read_by_media_type(
    response: urllib3.BaseHTTPResponse, configuration: Configuration | None
) -> ApiResponse[typing.Any]:
    """Return the answer to what no operation declares, with its body read by its media type alone.

    It is `unset` where nothing was sent. Raises ApiResponseError for a body that is not of its media type.
    """
    if not data_of(response):
        return _answer(ApiResponse, response, unset, ())
    try:
        body, problems = _read_by_media_type(response, _Reading(configuration), UnsetAnyTypeSchema)
    except OpenApiException as error:
        _raise_with_answer(error, response, False)
    return _answer(ApiResponse, response, body, problems)


def _is_text(media_type: str) -> bool:
    return essence(media_type).startswith("text/")


def _binary(response: urllib3.BaseHTTPResponse, schema: typing.Any, reading: _Reading) -> typing.Any:
    """Return the body as bytes; streaming, as a file in the folder for temporary files."""
    if not is_on_its_way(response):
        data = data_of(response)
        if not data and is_coded(response.headers):
            raise unreadable(response, f"The body is empty, and not {response.headers['content-encoding']}")
        return schema(data)
    waiting, configuration, again = [response], reading.configuration, reading.again

    async def request(headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
        return waiting.pop() if waiting or again is None else await again(headers)

    folder = configuration.temp_folder_path if configuration else None
    retries = RetryPolicy.of(configuration.retries if configuration and again else 0)
    return schema(spool(request, folder, retries))


def error_of(
    response: urllib3.BaseHTTPResponse,
    declared: OpenApiResponse | None,
    configuration: Configuration,
    response_cls: type[ApiResponse[typing.Any]] | None = None,
    *,
    strict: bool = False,
) -> ApiException[typing.Any]:
    """Return the error for an answer with an error status.

    What it holds is a *response_cls*, with a model for its body, where the answer can be read as *declared*.
    """
    api_response: ApiResponse[typing.Any] = ApiResponseWithoutDeserialization(response)
    if declared is not None:
        try:
            if declared.content is not None:
                declared.media_type_of(response)  # a page of a gateway, say, is not an error of the API
            api_response = declared.deserialize(response, configuration, response_cls, strict=strict)
        except OpenApiException:
            pass  # the status counts, and the bytes are kept
    error = status_error(response.status, response.reason, api_response)
    if response.status == 401 and not configuration.access_token:
        error.add_note(UNSIGNED)
    return error
