"""Operations in the plain form, to be awaited: arguments by name, and the model itself comes back."""

from __future__ import annotations

import typing
from functools import partial

from .._failures import forgetful
from ..operations import PlainForm, first_page, page_of
from ..operations._pages import PageOfAny, PageRequest
from ..operations._plain import Forms, PlainOperation
from ..schemas import Unset
from ._cancelling import orderly
from ._driver import AWAITING

if typing.TYPE_CHECKING:
    from pathlib import Path

    from ..operations import ApiResponse

__all__ = [
    "AsyncCall",
    "AsyncCommand",
    "AsyncDownloadCall",
    "AsyncListCall",
    "AsyncOperation",
    "AsyncPage",
    "AsyncPagedCall",
]

P = typing.ParamSpec("P")
D = typing.ParamSpec("D")
R = typing.TypeVar("R")
I = typing.TypeVar("I")  # noqa: E741  # an item


class AsyncPage(PageOfAny[I]):
    """A list that may be the first of several: a page of a longer one, as `flat_api.operations.Page` is."""

    @forgetful
    async def next_page(self) -> AsyncPage[I] | None:
        """Ask for the page behind this one, and return it; None behind the last one, for which nobody is asked."""
        following = self._following()
        return None if following is None else await _page(following)

    def iterate(self) -> typing.AsyncIterator[I]:
        """All items, of this page and those behind it, each asked for when it is needed; raises as `next_page`."""
        return _Items(_Pages(None, self))


@forgetful
async def _page(request: PageRequest) -> AsyncPage[typing.Any]:
    body: AsyncPage[typing.Any] = page_of(request, await request.answer(AWAITING), AsyncPage).body
    return body


class _Pages(typing.Generic[I]):
    """Pages, each asked for when it is needed.

    Not a generator, which would have to be closed by whoever doesn't go through it to its end.
    """

    def __init__(self, request: PageRequest | None, page: AsyncPage[I] | None = None) -> None:
        self._request = request
        self._ready = page
        self._last: AsyncPage[I] | None = None

    def __aiter__(self) -> typing.Self:
        return self

    async def __anext__(self) -> AsyncPage[I]:
        found = self._ready
        if found is None and self._last is not None:
            found = await self._last.next_page()
        elif found is None and self._request is not None:
            found = await _page(self._request)
        if found is None:
            raise StopAsyncIteration
        self._ready, self._request, self._last = None, None, found
        return found


class _Items(typing.Generic[I]):
    """The items of pages."""

    def __init__(self, pages: _Pages[I]) -> None:
        self._pages = pages
        self._items: typing.Iterator[I] = iter(())

    def __aiter__(self) -> typing.Self:
        return self

    async def __anext__(self) -> I:
        while True:
            for item in self._items:
                return item
            self._items = iter(await self._pages.__anext__())


class AsyncCommand(PlainForm[P]):
    """An operation whose answer has no body."""

    @forgetful
    async def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Send the request; what is raised is what `with_response` raises."""
        await self.answer(AWAITING, args, kwargs)

    @forgetful
    async def with_response(self, *args: P.args, **kwargs: P.kwargs) -> ApiResponse[Unset]:
        """Send the request and return the whole answer; raises as `flat_api.operations.Command.with_response`."""
        return await self.answer(AWAITING, args, kwargs)


class AsyncCall(PlainForm[P], typing.Generic[P, R]):
    """An operation whose answer is a value."""

    @forgetful
    async def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Send the request and return the body of the answer; what is raised is what `with_response` raises."""
        body: R = (await self.answer(AWAITING, args, kwargs)).body
        return body

    @forgetful
    async def with_response(self, *args: P.args, **kwargs: P.kwargs) -> ApiResponse[R]:
        """Send the request and return the whole answer; raises as `flat_api.operations.Call.with_response`."""
        return await self.answer(AWAITING, args, kwargs)


class AsyncListCall(AsyncCall[P, "AsyncPage[I]"], typing.Generic[P, I]):
    """An operation whose answer is a list: awaited, it is an `AsyncPage`, which knows whether there is more."""

    page_class = AsyncPage


class AsyncPagedCall(AsyncListCall[P, I], typing.Generic[P, I]):
    """An operation whose answer is a page of a list."""

    @forgetful
    def iterate(self, *args: P.args, **kwargs: P.kwargs) -> typing.AsyncIterator[I]:
        """All items, of this page and those behind it, for ``async for``; raises as `flat_api.operations.pages`."""
        return _Items(self._pages(args, kwargs))

    @forgetful
    def pages(self, *args: P.args, **kwargs: P.kwargs) -> typing.AsyncIterator[AsyncPage[I]]:
        """This page and those behind it, each asked for when it is needed."""
        return self._pages(args, kwargs)

    def _pages(self, args: tuple[typing.Any, ...], given: dict[str, typing.Any]) -> _Pages[I]:
        return _Pages(first_page(self.operation, self.keywords.arguments(args, given)))


class AsyncDownloadCall(AsyncCall[P, R], typing.Generic[P, R, D]):
    """An operation whose answer is a file: awaited, it is the bytes."""

    @forgetful
    async def download(self, *args: D.args, **kwargs: D.kwargs) -> Path:
        """Write the answer to the file *path*, which is there whole or not at all, and return its path.

        All is as in `flat_api.operations.DownloadCall.download`. *progress* may be asynchronous. Where the awaiting is
        cancelled, what has come is kept for the next download, if that can continue it.
        """
        saved: typing.Any = self.saved
        return typing.cast("Path", await orderly(partial(saved, AWAITING, *args, **kwargs)))


class AsyncOperation(PlainOperation):
    """An operation in a class of them: read on an instance, it is what is awaited."""

    forms = Forms(AsyncCall, AsyncCommand, AsyncDownloadCall, AsyncPagedCall, AsyncListCall)
