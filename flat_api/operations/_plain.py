"""The plain form of an operation, for new programs: arguments by name, and the model itself comes back."""

from __future__ import annotations

import typing

from .._driving import BLOCKING, run
from .._failures import forgetful
from .._response import ApiResponse
from ..exceptions import ApiTypeError
from ..schemas import Unset, unset
from ._call import BoundOperation
from ._keywords import Keywords
from ._operation import Operation
from ._pages import Page, PageOfAny, PageRequest, is_list, is_paginated, iterate, page_of, pages

if typing.TYPE_CHECKING:
    import inspect
    import os
    from pathlib import Path

    from .._driving import Driver
    from ..files import Progress
    from ._requests import Service

P = typing.ParamSpec("P")
D = typing.ParamSpec("D")
R = typing.TypeVar("R")
I = typing.TypeVar("I")  # noqa: E741  # an item


class PlainForm(typing.Generic[P]):
    """An operation that is called in the plain form. `repr` shows its keywords, `help` what they are about."""

    page_class: typing.ClassVar[type[PageOfAny[typing.Any]] | None] = None
    """What a list becomes that an answer has for its body; None where the body is not a list."""

    def __init__(self, operation: BoundOperation[typing.Any], keywords: Keywords) -> None:
        self.operation = operation
        self.keywords = keywords
        self.__name__ = keywords.name
        self.__doc__ = keywords.help

    @property
    def __signature__(self) -> inspect.Signature:
        return self.keywords.signature

    async def answer(
        self, driver: Driver, args: tuple[typing.Any, ...], given: dict[str, typing.Any]
    ) -> ApiResponse[typing.Any]:
        """Send the request and return the whole answer, by *driver*; raises what a call raises."""
        arguments = self.keywords.arguments(args, given)
        answer = await self.operation.answer(driver, (), arguments)
        if answer.body is unset and self.operation.operation.returns is not None:
            raise self.operation.undeclared(answer)
        if self.page_class is not None:
            return page_of(PageRequest.of(self.operation, arguments), answer, self.page_class)
        return answer

    async def saved(
        self,
        driver: Driver,
        path: str | os.PathLike[str] | Unset = unset,
        *args: typing.Any,
        overwrite: bool = False,
        progress: Progress | None = None,
        **given: typing.Any,
    ) -> Path:
        """Write the answer to the file *path*, by *driver*; see `DownloadCall.download`."""
        if isinstance(path, Unset):
            raise ApiTypeError(f"{self.__name__} needs 'path' (The file to write to, or the folder to put it in)")
        arguments = self.keywords.arguments(args, given)
        return await self.operation.save(driver, path, arguments, overwrite=overwrite, progress=progress)

    def __repr__(self) -> str:
        declared = self.operation.operation
        return f"<{self.keywords.name}({self.keywords.summary}): {declared.method} {declared.path}>"


class Command(PlainForm[P]):
    """An operation whose answer has no body."""

    @forgetful
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Send the request; what is raised is what `with_response` raises."""
        run(self.answer(BLOCKING, args, kwargs))

    @forgetful
    def with_response(self, *args: P.args, **kwargs: P.kwargs) -> ApiResponse[Unset]:
        """Send the request and return the whole answer.

        Raises ApiTypeError for arguments that the operation doesn't have or that it lacks, what the schemas raise for
        wrong values, and an `ApiException` where the answer is an error or doesn't come.
        """
        return run(self.answer(BLOCKING, args, kwargs))


class Call(PlainForm[P], typing.Generic[P, R]):
    """An operation whose answer is a value."""

    @forgetful
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Send the request and return the body of the answer; what is raised is what `with_response` raises."""
        body: R = run(self.answer(BLOCKING, args, kwargs)).body
        return body

    @forgetful
    def with_response(self, *args: P.args, **kwargs: P.kwargs) -> ApiResponse[R]:
        """Send the request and return the whole answer.

        Raises ApiTypeError for arguments that the operation doesn't have or that it lacks, what the schemas raise for
        wrong values, and an `ApiException` where the answer is an error, can't be read, or doesn't come.
        """
        return run(self.answer(BLOCKING, args, kwargs))


class ListCall(Call[P, "Page[I]"], typing.Generic[P, I]):
    """An operation whose answer is a list: called, it returns a `Page`, which knows whether there is more."""

    page_class = Page


class PagedCall(ListCall[P, I], typing.Generic[P, I]):
    """An operation whose answer is a page of a list."""

    @forgetful
    def iterate(self, *args: P.args, **kwargs: P.kwargs) -> typing.Iterator[I]:
        """All items, of this page and those behind it; raises what `pages` raises."""
        return iterate(self.operation, **self.keywords.arguments(args, kwargs))

    @forgetful
    def pages(self, *args: P.args, **kwargs: P.kwargs) -> typing.Iterator[Page[I]]:
        """This page and those behind it, each asked for when it is needed; see `flat_api.operations.pages`."""
        answers = pages(self.operation, **self.keywords.arguments(args, kwargs))
        return (answer.body for answer in answers)


class DownloadCall(Call[P, R], typing.Generic[P, R, D]):
    """An operation whose answer is a file: called, it returns the bytes."""

    @forgetful
    def download(self, *args: D.args, **kwargs: D.kwargs) -> Path:
        """Write the answer to the file *path*, which is there whole or not at all, and return its path.

        Where *path* is a folder, the file in it gets the name that the server gives it. A file that is there stays,
        with FileExistsError, unless *overwrite* is true. *progress* is called with the number of bytes that are
        there, and of those that will be, None if that is not known. All else is as in a call, what is raised too.
        """
        saved: typing.Any = self.saved
        return typing.cast("Path", run(saved(BLOCKING, *args, **kwargs)))


class Forms(typing.NamedTuple):
    """The classes of operations in the plain form, by what these answer."""

    value: typing.Any
    nothing: typing.Any
    file: typing.Any
    page: typing.Any
    whole_list: typing.Any

    def of(self, operation: BoundOperation[typing.Any], keywords: Keywords) -> PlainForm[...]:
        """Return *operation* in the plain form."""
        declared, cls = operation.operation, self.value
        if declared.returns is None:
            cls = self.nothing
        elif declared.is_download:
            cls = self.file
        elif is_list(declared):
            cls = self.page if is_paginated(declared) else self.whole_list
        return typing.cast("PlainForm[...]", cls(operation, keywords))


class PlainOperation:
    """An operation in a class of them: read on an instance, it is the plain form of *operation*."""

    forms: typing.ClassVar[Forms] = Forms(Call, Command, DownloadCall, PagedCall, ListCall)

    def __init__(self, operation: Operation[typing.Any]) -> None:
        self.operation = operation
        self.keywords = Keywords(operation)
        self.__doc__ = operation.description

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = self.keywords.name = name

    def __get__(self, instance: typing.Any, owner: type) -> typing.Any:
        if instance is None:
            return self
        service: Service = instance.service
        found = self.forms.of(BoundOperation(self.operation, service), self.keywords)
        vars(instance)[self.name] = found  # where it is found from now on
        return found

    def __repr__(self) -> str:
        return repr(self.operation)
