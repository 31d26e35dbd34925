"""Requests held against the declarations: host, parameters, media type, body."""

from __future__ import annotations

import difflib
import typing
from decimal import Decimal
from urllib.parse import parse_qsl, unquote

from werkzeug.exceptions import BadRequest, RequestEntityTooLarge
from werkzeug.wrappers import Request

from ..exceptions import OpenApiException, Problem
from ..operations import ParameterBase, ParameterInType, to_plain
from ..operations._media import essence, is_json
from ..schemas import BoolClass, NoneClass, Schema, declaration_of
from ..schemas._json import decode
from ._errors import HttpError
from ._request_log import BODY
from ._routes import Route

Pairs = list[tuple[str, str]]
"""Names and values of a query."""

PROBLEMS_SHOWN = 10
"""Problems of a body that a message tells; the others are counted."""


MOST_VALUES = 500_000
"""Values in the JSON of a body at most: each takes twenty times the memory of its text."""


def check_host(request: Request, hosts: typing.Container[str] | None) -> None:
    """Raise HttpError, 400, where *request* is for another host than one of *hosts*; None stands for all."""
    stated = request.headers.get("Host")
    if hosts is not None and stated is not None and stated not in hosts:
        message = f"The sandbox is not called {stated[:100]!r}; its option hosts gives it more names."
        raise HttpError(400, "INVALID_HOST", message, "Host")


def parameters_of(request: Request, route: Route, strict: bool) -> dict[str, typing.Any]:
    """Return the parameters of *request* by name, as plain Python.

    Raises HttpError, 400, for one that is missing or wrong, and for one in the query that nobody declared, if *strict*.
    """
    operation = route.listed.operation
    try:
        pairs = parse_qsl(request.query_string.decode("latin-1"), keep_blank_values=True, errors="strict")
        segments = {name: unquote(text, errors="strict") for name, text in route.segments.items()}
    except UnicodeDecodeError:
        raise HttpError(400, "INVALID_ENCODING", "The URL has escapes that are no UTF-8.") from None
    if strict:
        _reject_undeclared([parameter.name for parameter in operation.places.get("query_params", ())], pairs)
    found: dict[str, typing.Any] = {}
    for parameter in operation.parameters:
        texts = _texts(request, segments, pairs, parameter)
        if texts:
            found[parameter.name] = _value(parameter, texts)
        elif parameter.required:
            raise HttpError(400, "MISSING_PARAMETER", f"The parameter {parameter.name!r} is missing.", parameter.name)
    return found


def _reject_undeclared(names: list[str], pairs: Pairs) -> None:
    unknown = next((name for name, _ in pairs if name not in names), None)
    if unknown is not None:
        near = difflib.get_close_matches(unknown, names, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"it takes {', '.join(names) or 'none'}."
        message = f"The operation has no parameter {unknown[:100]!r}; {hint}"
        raise HttpError(400, "UNKNOWN_PARAMETER", message, unknown[:100])


def _texts(request: Request, segments: dict[str, str], pairs: Pairs, parameter: ParameterBase) -> list[str]:
    """Return what *parameter* is in the request: once for each value, and not at all where it isn't there."""
    if parameter.in_type is ParameterInType.PATH:
        return [segments[parameter.name]]
    if parameter.in_type is ParameterInType.HEADER:
        return request.headers.getlist(parameter.name)
    return [text for name, text in pairs if name == parameter.name]


def _value(parameter: ParameterBase, texts: list[str]) -> typing.Any:
    """Return the value of *parameter*. Raises HttpError, 400, where its schema rejects it."""
    declaration = declaration_of(parameter.value_schema)
    if tuple in declaration.types and str not in declaration.types:
        items: typing.Any = declaration.items
        value: typing.Any = [_scalar(declaration_of(items).types, text) for text in texts]
    elif len(texts) > 1:
        raise HttpError(400, "INVALID_PARAMETER", f"{parameter.name} is there {len(texts)} times.", parameter.name)
    else:
        value = _scalar(declaration.types, texts[0])
    try:
        return to_plain(parameter.value_schema.from_openapi_data_oapg(value))
    except OpenApiException as error:
        message = f"{parameter.name}: {_message(error)}"
        raise HttpError(400, "INVALID_PARAMETER", message, parameter.name) from None


def _scalar(types: typing.Container[type], text: str) -> typing.Any:
    """Return *text* as a number, a boolean or null where one of *types* is that; the schema rejects what it isn't."""
    if str in types:
        return text
    if BoolClass in types and text in ("true", "false"):
        return text == "true"
    if NoneClass in types and text in ("", "null"):
        return None
    if Decimal in types and text[:1] in tuple("-0123456789"):
        try:
            return decode(text)
        except OpenApiException:
            return text
    return text


def body_of(request: Request, route: Route) -> Schema | None:
    """Return the body of *request* as an instance of what is declared; None where there is none, and none is needed.

    Raises HttpError: 400 for a body that is missing or that is no JSON, 413 for one that is too large, 415 for a media
    type that isn't declared, 422 for one that its schema rejects.
    """
    declared = route.listed.operation.body
    if declared is None:
        return None
    data = content_of(request)
    if not data:
        if declared.required:
            raise HttpError(400, "MISSING_BODY", "The operation needs a body.", "body")
        return None
    stated = request.headers.get("Content-Type", "")
    content = {essence(name): entry for name, entry in declared.content.items()}.get(essence(stated))
    if content is None or not is_json(stated):
        wanted = ", ".join(declared.content)
        message = f"The body is to be {wanted}, not {stated or 'without a media type'}."
        raise HttpError(415, "UNSUPPORTED_MEDIA_TYPE", message, "Content-Type")
    return None if content.schema is None else _read(content.schema, data)


def content_of(request: Request) -> bytes:
    """Return the body of *request*. Raises HttpError where it is too large, or not there to its end."""
    try:
        data = request.environ[BODY] = request.get_data(cache=False)
        if len(data) == request.max_content_length and request.environ["wsgi.input"].read(1):
            raise RequestEntityTooLarge  # werkzeug stops reading there, where no Content-Length told it before
        return data
    except RequestEntityTooLarge:
        message = f"The body is larger than the {request.max_content_length:,} bytes that the sandbox accepts."
        raise HttpError(413, "REQUEST_TOO_LARGE", message, "body") from None
    except BadRequest:
        raise HttpError(400, "INCOMPLETE_BODY", "The body ends too early, or its chunks are broken.", "body") from None


def _read(schema: type[Schema], data: bytes) -> Schema:
    if sum(map(data.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise HttpError(413, "REQUEST_TOO_LARGE", f"The body has more than {MOST_VALUES:,} values.", "body")
    try:
        return schema.from_json(data)
    except OpenApiException as error:
        kinds = {problem.kind for problem in error.problems}
        status, code = (
            (400, "INVALID_JSON") if kinds & {"json", "depth", "number"} or not kinds else (422, "INVALID_BODY")
        )
        first = error.problems[0] if error.problems else None
        raise HttpError(status, code, _message(error), _place(first) if first else "body") from None


def _message(error: OpenApiException) -> str:
    """Return all problems of *error* in one line."""
    found = [
        f"{_place(problem)}: {problem.message}" if len(problem.path) > 1 else problem.message
        for problem in error.problems
    ]
    more = f"; and {len(found) - PROBLEMS_SHOWN} more" if len(found) > PROBLEMS_SHOWN else ""
    return ("; ".join(found[:PROBLEMS_SHOWN]) or str(error)) + more


def _place(problem: Problem) -> str:
    """Return where *problem* is, as seen from the body: ``context.partUuid``."""
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in problem.path[1:])
    return steps.removeprefix(".")[:200] or "body"
