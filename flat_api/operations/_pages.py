"""Lists that come in pages: one request after the other, as the answers lead from page to page."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from .._origin import origin
from .._response import ApiResponse
from ..exceptions import ApiResponseError, ApiTypeError
from ..schemas import ListSchema
from ._call import BoundOperation, bind, request_for
from ._links import links
from ._operation import Operation

I = typing.TypeVar("I")  # noqa: E741  # an item

CURSOR = "next"
"""The parameter that says where a page begins; what it holds comes from the page before."""

_FIXED = ("accept_content_types", "stream", "skip_deserialization")


def is_paginated(operation: Operation[typing.Any]) -> bool:
    """Whether the answer is a list, and begins where a parameter says."""
    is_list = operation.returns is not None and issubclass(operation.returns, ListSchema)
    return is_list and CURSOR in _in_query(operation)


def iterate(operation: BoundOperation[ListSchema[I]], **arguments: typing.Any) -> typing.Iterator[I]:
    """All items of a list, of this page and those behind it; a page is asked for when its first item is.

    *operation* is that of a class of operations, *arguments* are what it takes::

        iterate(CollectionApi(client).list_collections, query_params={"parent": "root"})

    Raises what `pages` raises.
    """
    return (item for page in pages(operation, **arguments) for item in page.body)


def pages(
    operation: BoundOperation[ListSchema[I]], **arguments: typing.Any
) -> typing.Iterator[ApiResponse[ListSchema[I]]]:
    """The answers with the pages of a list, each of them asked for when it is needed.

    Where the operation has a parameter ``paginate``, it is true unless *arguments* say otherwise.

    Raises ApiTypeError at once for an operation without pages and for wrong arguments, and from page to page what a
    call raises. ApiResponseError tells that there are more pages, but that the way to them can't be followed: it
    leads to something else, or to a page that was read already.
    """
    declared = operation.operation
    if not is_paginated(declared):
        raise ApiTypeError(f"{declared.name} has no pages")
    for name in _FIXED:
        if name in arguments:
            raise ApiTypeError(f"{declared.name} in pages has no argument {name!r}")
    query: typing.Any = arguments.pop("query_params", {})
    if "paginate" in _in_query(declared) and isinstance(query, Mapping):
        query = {"paginate": True, **typing.cast("Mapping[str, object]", query)}
    bound = bind(declared, (), {**arguments, "query_params": query})
    path = request_for(declared, operation.service, bound)["resource_path"]
    return _pages(operation, arguments, query, path.partition("?")[0])


def _pages(
    operation: BoundOperation[ListSchema[I]],
    arguments: dict[str, typing.Any],
    query: dict[str, typing.Any],
    path: str,
) -> typing.Iterator[ApiResponse[ListSchema[I]]]:
    seen = {str(query[CURSOR])} if CURSOR in query else set[str]()
    while True:
        answer = operation(**arguments, query_params=query)
        if not _is_list(answer.body):
            raise ApiResponseError(answer.response.status, f"The answer of {operation.__name__} is no list", answer)
        yield answer
        url = operation.service.api_client.configuration.host.rstrip("/") + path
        cursor = next_cursor(answer, url)
        if cursor is None:
            return
        if cursor in seen:
            raise _lost(answer, "leads to a page that was read already")
        seen.add(cursor)
        query = {name: value for name, value in query.items() if name != "previous"} | {CURSOR: cursor}


def _is_list(body: object) -> bool:
    return isinstance(body, ListSchema)


def next_cursor(answer: ApiResponse[typing.Any], url: str) -> str | None:
    """What leads to the page behind *answer*, which came from *url*; None behind the last one.

    Raises ApiResponseError for a link that leads to something else than *url*, or that has no cursor.
    """
    try:
        targets = [link.target for link in links(answer.response.headers.get("link", "")) if "next" in link.relations]
        if not targets:
            return None
        target = urljoin(url, targets[0])
        wrong = _difference(target, url)
        query = parse_qsl(urlsplit(target).query, keep_blank_values=True, errors="strict")
    except ValueError as error:
        raise _lost(answer, f"can't be read: {error}") from error
    cursors = [value for name, value in query if name == CURSOR]
    if wrong:
        raise _lost(answer, wrong)
    if len(cursors) > 1:
        raise _lost(answer, f"has several {CURSOR!r} in its query")
    if not any(cursors):
        raise _lost(answer, f"has no {CURSOR!r} in its query")
    return cursors[0]


def _difference(target: str, wanted: str) -> str | None:
    """How *target* is another thing than *wanted*; None where it isn't."""
    if origin(target) != origin(wanted):
        return f"leads to another server than {urlsplit(wanted).hostname}"
    return None if _segments(target) == _segments(wanted) else f"leads to something else than {urlsplit(wanted).path}"


def _in_query(operation: Operation[typing.Any]) -> set[str]:
    return {parameter.name for parameter in operation.places.get("query_params", ())}


def _segments(url: str) -> list[str]:
    """The segments of a path, in which a character may be escaped or not."""
    return [unquote(segment) for segment in urlsplit(url).path.split("/")]


def _lost(answer: ApiResponse[typing.Any], why: str) -> ApiResponseError:
    reason = f"There are more pages, but the link to the next one {why}"
    return ApiResponseError(answer.response.status, reason, answer)
