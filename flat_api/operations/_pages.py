"""Lists that come in pages: one request after the other, as the answers lead from page to page."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from .._driving import BLOCKING, Driver, run
from .._failures import forgetful
from .._origin import origin
from .._response import ApiResponse
from ..exceptions import ApiResponseError, ApiTypeError
from ..schemas import ListSchema
from ..schemas._instances import also
from ._call import BoundOperation
from ._links import links
from ._operation import Operation
from ._requests import bind, request_for

if typing.TYPE_CHECKING:
    import urllib3

I = typing.TypeVar("I")  # noqa: E741  # an item

CURSOR = "next"
"""The parameter that says where a page begins; what it holds comes from the page before."""

_FIXED = ("accept_content_types", "stream", "skip_deserialization")


def is_list(operation: Operation[typing.Any]) -> bool:
    """Return whether the answer is a list."""
    return operation.returns is not None and issubclass(operation.returns, ListSchema)


def is_paginated(operation: Operation[typing.Any]) -> bool:
    """Return whether the answer is a list, and begins where a parameter says."""
    return is_list(operation) and CURSOR in _in_query(operation)


def iterate(operation: BoundOperation[ListSchema[I]], **arguments: typing.Any) -> typing.Iterator[I]:
    """All items of a list, of this page and those behind it; a page is asked for when its first item is.

    *operation* is that of a class of operations, *arguments* are what it takes::

        iterate(CollectionApi(client).list_collections, query_params={"parent": "root"})

    Raises what `pages` raises.
    """
    return (item for page in pages(operation, **arguments) for item in page.body)


def pages(operation: BoundOperation[ListSchema[I]], **arguments: typing.Any) -> typing.Iterator[ApiResponse[Page[I]]]:
    """The answers with the pages of a list, each of them asked for when it is needed.

    Where the operation has a parameter ``paginate``, it is true unless *arguments* say otherwise.

    Raises ApiTypeError at once for an operation without pages and for wrong arguments, and from page to page what a
    call raises. ApiResponseError tells that there are more pages, but that the way to them can't be followed: it
    leads to something else, or to a page that was read already.
    """
    return _pages(first_page(operation, arguments))


def first_page(operation: BoundOperation[ListSchema[typing.Any]], arguments: dict[str, typing.Any]) -> PageRequest:
    """Return the request for the first of all pages. Raises ApiTypeError as `pages` does."""
    declared = operation.operation
    if not is_paginated(declared):
        raise ApiTypeError(f"{declared.name} has no pages")
    for name in _FIXED:
        if name in arguments:
            raise ApiTypeError(f"{declared.name} in pages has no argument {name!r}")
    query: typing.Any = arguments.get("query_params", {})
    if "paginate" in _in_query(declared) and isinstance(query, Mapping):
        query = {"paginate": True, **typing.cast("Mapping[str, object]", query)}
    wanted = {**arguments, "query_params": query}
    request_for(declared, operation.service, bind(declared, (), wanted))
    return PageRequest.of(operation, wanted)


def _pages(request: PageRequest | None) -> typing.Iterator[ApiResponse[Page[typing.Any]]]:
    try:
        while request is not None:
            answer = page_of(request, _sent(request))
            yield answer
            request = request.following(answer)
    finally:
        request = None  # which a traceback is not to show


@forgetful
def _sent(request: PageRequest) -> ApiResponse[ListSchema[typing.Any]]:
    return run(request.answer(BLOCKING))


class PageRequest(typing.NamedTuple):
    """A page to be asked for by a call of *operation* with *arguments*.

    *query* are the parameters, or the query of a link as it is where the operation declares no cursor. *seen* are the
    cursors that led to the pages before.
    """

    operation: BoundOperation[ListSchema[typing.Any]]
    arguments: dict[str, typing.Any]
    query: dict[str, typing.Any] | str
    seen: frozenset[str]

    @classmethod
    def of(cls, operation: BoundOperation[ListSchema[typing.Any]], arguments: dict[str, typing.Any]) -> PageRequest:
        """Return the request for the first page: a call of *operation* with *arguments*."""
        query = arguments.get("query_params", {})
        rest = {name: value for name, value in arguments.items() if name != "query_params"}
        return cls(operation, rest, query, frozenset([str(query[CURSOR])] if CURSOR in query else []))

    async def answer(self, driver: Driver) -> ApiResponse[ListSchema[typing.Any]]:
        """Send the request. Raises what a call raises, and ApiResponseError for an answer that is not a list."""
        given, query = self.arguments, None
        if isinstance(self.query, str):
            query = self.query
        elif self.query:
            given = {**given, "query_params": self.query}
        answer = await self.operation.answer(driver, (), given, query)
        if not _is_list(answer.body):
            reason = f"The answer of {self.operation.__name__} is not a list"
            raise ApiResponseError(answer.response.status, reason, answer)
        return answer

    @forgetful
    def following(self, answer: ApiResponse[typing.Any]) -> PageRequest | None:
        """Return the request for the page behind *answer*; None behind the last one.

        Raises ApiResponseError for a link that can't be followed.
        """
        if not isinstance(self.query, str) and is_paginated(self.operation.operation):
            cursor = next_cursor(answer, self._url())
            query: typing.Any = {name: value for name, value in self.query.items() if name != "previous"}
            query[CURSOR] = cursor
        else:
            cursor = query = _next_query(answer, self._url())
        if cursor is None:
            return None
        if cursor in self.seen:
            raise _lost(answer, "leads to a page that was read already")
        return self._replace(query=query, seen=self.seen | {cursor})

    def _url(self) -> str:
        operation, service = self.operation.operation, self.operation.service
        path: str = request_for(operation, service, bind(operation, (), self.arguments))["resource_path"]
        return service.api_client.configuration.host.rstrip("/") + path.partition("?")[0]


def _is_list(body: object) -> bool:
    return isinstance(body, ListSchema)


class _Attributes:
    """Gives the instances of a subclass attributes of their own, which a tuple has no room for."""


class PageOfAny(_Attributes, ListSchema[I]):
    """A list that may be one page of a longer one, and knows the request for the next where it came as an answer."""

    def _following(self) -> PageRequest | None:
        """Return the request for the page behind this one; None behind the last.

        Raises ApiTypeError where this list didn't come as an answer, and what `PageRequest.following` raises.
        """
        place: tuple[PageRequest, urllib3.BaseHTTPResponse | None] | None = vars(self).get("place")
        if place is None:
            raise ApiTypeError("this list doesn't know the page behind it: it didn't come as an answer")
        request, response = place
        return None if response is None else request.following(ApiResponse(response))


class Page(PageOfAny[I]):
    """A list that may be the first of several: a page of a longer one.

    It is the list that the operation declares, and knows the way on. Only one that came as an answer does: a page that
    was pickled or copied by its items is a list like any other, and raises ApiTypeError when it is asked for more.
    """

    @forgetful
    def next_page(self) -> Page[I] | None:
        """Ask for the page behind this one, and return it; None behind the last one, for which nobody is asked.

        Raises what a call raises, and ApiResponseError where there are more pages, but the way to them can't be
        followed.
        """
        following = self._following()
        return None if following is None else page_of(following, run(following.answer(BLOCKING))).body

    def iterate(self) -> typing.Iterator[I]:
        """All items, of this page and those behind it, each asked for when it is needed; raises as `next_page`."""
        page: Page[I] | None = self
        while page is not None:
            yield from page
            page = page.next_page()


def page_of(
    request: PageRequest, answer: ApiResponse[typing.Any], page_class: type[PageOfAny[typing.Any]] = Page
) -> ApiResponse[typing.Any]:
    """Let *answer* to *request* have a body that knows the way to the next page, a *page_class*, and return it."""
    response = answer.response
    answer.body = also(answer.body, page_class)
    vars(answer.body)["place"] = request, response if "link" in response.headers else None
    return answer


def next_cursor(answer: ApiResponse[typing.Any], url: str) -> str | None:
    """Return what leads to the page behind *answer*, which came from *url*; None behind the last one.

    Raises ApiResponseError for a link that leads to something else than *url*, or that has no cursor.
    """
    found = _next_query(answer, url)
    if found is None:
        return None
    try:
        query = parse_qsl(found, keep_blank_values=True, errors="strict")
    except ValueError as error:
        raise _lost(answer, f"can't be read: {error}") from error
    cursors = [value for name, value in query if name == CURSOR]
    if len(cursors) > 1:
        raise _lost(answer, f"has several {CURSOR!r} in its query")
    if not any(cursors):
        raise _lost(answer, f"has no {CURSOR!r} in its query")
    return cursors[0]


def _next_query(answer: ApiResponse[typing.Any], url: str) -> str | None:
    """The query of the link to the page behind *answer*, as it is; raises as `next_cursor`."""
    try:
        stated = _text(answer.response.headers.get("link", ""))
        targets = [link.target for link in links(stated) if "next" in link.relations]
        if not targets:
            return None
        target = urljoin(url, targets[0])
        wrong = _difference(target, url)
        query = urlsplit(target).query
    except ValueError as error:
        raise _lost(answer, f"can't be read: {error}") from error
    if wrong:
        raise _lost(answer, wrong)
    return query


def _text(header: str) -> str:
    """Return *header*, which came as Latin-1, in UTF-8 where it is that, as servers of today write it."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _difference(target: str, wanted: str) -> str | None:
    """Return how *target* is another thing than *wanted*; None where it isn't."""
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
