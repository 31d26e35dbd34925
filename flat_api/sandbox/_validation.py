"""Requests held against the declarations: host, parameters, media type, body."""

from __future__ import annotations

import difflib
import typing

from werkzeug.exceptions import BadRequest, RequestEntityTooLarge
from werkzeug.wrappers import Request

from ..exceptions import OpenApiException, Problem
from ..operations import ParameterBase, ParameterInType, to_plain
from ..operations._media import essence, is_json
from ..schemas import Schema
from ._errors import HttpError
from ._parsing import Pairs, pairs_of, plain_value, query_values, segment_value, undeclared
from ._request_log import BODY
from ._routes import Route

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
    """The parameters of *request* by name, as plain Python.

    Raises HttpError, 400, for one that is missing or wrong, and for one in the query that nobody declared, if *strict*.
    """
    operation = route.listed.operation
    queried = operation.places.get("query_params", ())
    pairs = pairs_of(request.query_string.decode("latin-1"))
    if strict:
        _refuse_undeclared(queried, pairs)
    found = query_values(queried, pairs)
    for parameter in operation.parameters:
        if parameter.in_type is ParameterInType.PATH:
            found[parameter.name] = segment_value(parameter, route.segments[parameter.name])
        elif parameter.in_type is ParameterInType.HEADER and parameter.name in request.headers:
            found[parameter.name] = plain_value(parameter, request.headers[parameter.name])
        elif parameter.in_type is ParameterInType.COOKIE and parameter.name in request.cookies:
            found[parameter.name] = plain_value(parameter, request.cookies[parameter.name])
    return {
        parameter.name: _checked(parameter, found) for parameter in operation.parameters if _is_there(parameter, found)
    }


def _refuse_undeclared(declared: typing.Sequence[ParameterBase], pairs: Pairs) -> None:
    for name in undeclared(declared, pairs):
        names = [parameter.name for parameter in declared]
        near = difflib.get_close_matches(name, names, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"it takes {', '.join(names) or 'none'}."
        raise HttpError(400, "UNKNOWN_PARAMETER", f"The operation has no parameter {name[:100]!r}; {hint}", name[:100])


def _is_there(parameter: ParameterBase, found: dict[str, typing.Any]) -> bool:
    if parameter.name in found:
        return True
    if parameter.required:
        raise HttpError(400, "MISSING_PARAMETER", f"The parameter {parameter.name!r} is missing.", parameter.name)
    return False


def _checked(parameter: ParameterBase, found: dict[str, typing.Any]) -> typing.Any:
    try:
        return to_plain(parameter.value_schema.from_openapi_data_oapg(found[parameter.name]))
    except OpenApiException as error:
        message = f"{parameter.name}: {_told(error)}"
        raise HttpError(400, "INVALID_PARAMETER", message, parameter.name) from None


def body_of(request: Request, route: Route) -> Schema | None:
    """The body of *request* as an instance of what is declared; None where there is none, and none is needed.

    Raises HttpError: 400 for a body that is missing or that is no JSON, 413 for one that is too large, 415 for a media
    type that isn't declared, 422 for one that its schema refuses.
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
        raise HttpError(status, code, _told(error), _place(first) if first else "body") from None


def _told(error: OpenApiException) -> str:
    """All problems of *error* in one line."""
    told = [
        f"{_place(problem)}: {problem.message}" if len(problem.path) > 1 else problem.message
        for problem in error.problems
    ]
    more = f"; and {len(told) - PROBLEMS_SHOWN} more" if len(told) > PROBLEMS_SHOWN else ""
    return ("; ".join(told[:PROBLEMS_SHOWN]) or str(error)) + more


def _place(problem: Problem) -> str:
    """Return where *problem* is, as seen from the body: ``context.partUuid``."""
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in problem.path[1:])
    return steps.removeprefix(".")[:200] or "body"
