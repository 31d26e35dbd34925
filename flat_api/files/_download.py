"""Downloads: what breaks off is asked for again, from where it broke."""

from __future__ import annotations

import shutil
import tempfile
import typing
from pathlib import Path

import urllib3
from urllib3.exceptions import HTTPError, ProtocolError

from .._driving import BLOCKING, Driver, run
from .._response import data_of, is_on_its_way
from ..exceptions import ApiConnectionError, ApiException
from ._incoming import Head, IncomingFile
from ._targets import check_target

if typing.TYPE_CHECKING:
    import io
    import os

    from ._incoming import Progress

Request = typing.Callable[[dict[str, str]], typing.Awaitable[urllib3.BaseHTTPResponse]]
"""Sends the request for a file with these headers added, and returns a success, its body still to be read.

Raises an `ApiException` where there is none.
"""


async def download(
    driver: Driver,
    request: Request,
    path: str | os.PathLike[str],
    *,
    source: str | None,
    retries: urllib3.Retry,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Path:
    """Write what *request* leads to, to the file *path*, and return where it is.

    The file is there whole or not at all. Where *path* is a folder, the file in it gets the name that the server gives
    it. A body that breaks off is asked for again as *retries* has it, which count anew when more of the file came than
    ever before; only the rest is asked for where the server can send that. What has come when a download ends without
    the file is kept beside it for the next one from the same *source*, if that can continue it; with None it is
    removed.

    Raises FileNotFoundError, NotADirectoryError or PermissionError about the folder and FileExistsError for a file
    that is there unless *overwrite* is true, both before anything is asked for; OSError where the file can't be
    written; and an `ApiException` where it can't be had.
    """
    incoming = IncomingFile(check_target(path, overwrite), source, overwrite)
    attempts = Attempts(retries, incoming.size)
    try:
        while True:
            response = await _opened(request, incoming)
            try:
                found = await _received(driver, response, incoming, progress)
            except ApiConnectionError as failure:
                again = attempts.count(failure, incoming.size)
            else:
                if found is not None:
                    return found
                continue
            await driver.pause(again)
    except BaseException:
        incoming.stop()
        raise


async def _opened(request: Request, incoming: IncomingFile) -> urllib3.BaseHTTPResponse:
    try:
        return await request(incoming.conditions())
    except ApiException as error:  # pyright: ignore[reportUnknownVariableType]  # of whatever answer
        if not incoming.asks_anew(error.status):
            raise
    return await request(incoming.conditions())


async def _received(
    driver: Driver, response: urllib3.BaseHTTPResponse, incoming: IncomingFile, progress: Progress | None
) -> Path | None:
    """Return the file with the body of *response* in it; None if all of the file is to be asked for instead."""
    is_here = not is_on_its_way(response)
    head = Head(response.status, response.reason, response.headers, response.url, is_here)
    try:
        if not await driver.work(incoming.begin, head):
            return None
        while data := data_of(response) if is_here else await driver.read(response):
            await driver.work(incoming.feed, data)
            if progress is not None:
                await driver.tell(progress, incoming.size, incoming.length)
            if is_here:
                break
        return await driver.work(incoming.finish)
    finally:
        await driver.close(response)


class Attempts:
    """How often a body that breaks off is asked for again: as *retries* has it for a connection that breaks.

    They count anew when more than *most* bytes of the file are there, the most there were before.
    """

    def __init__(self, retries: urllib3.Retry, most: int = 0) -> None:
        self._retries = retries
        self._left = retries
        self._most = most

    def count(self, failure: ApiConnectionError, size: int) -> urllib3.Retry:
        """Return what knows how long to wait before the next attempt; raise *failure* where there is none."""
        if size > self._most:
            self._left, self._most = self._retries, size
        try:
            self._left = self._left.increment("GET", error=ProtocolError(str(failure.reason)))
        except HTTPError:
            raise failure from failure.__cause__
        return self._left


def save(
    response: urllib3.BaseHTTPResponse,
    path: str | os.PathLike[str],
    *,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Path:
    """Write the body of *response* to the file *path* as `download` does, and return where it is.

    Its connection is free for others afterwards, whatever happens. What breaks off is an ApiConnectionError: it can't
    be asked for again.
    """

    async def request(headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
        return response

    try:
        never = urllib3.Retry(0)
        return run(
            download(BLOCKING, request, path, source=None, retries=never, overwrite=overwrite, progress=progress)
        )
    finally:
        run(BLOCKING.close(response))


def spool(request: Request, folder: str | None, retries: urllib3.Retry) -> io.BufferedReader:
    """Return what *request* leads to in a new file below *folder*, that of the system if it is None, open for reading.

    Raises what `download` raises.
    """
    home = Path(tempfile.mkdtemp(prefix="flat-", dir=folder))
    try:
        path = run(download(BLOCKING, request, home, source=None, retries=retries))
        return open(path, "rb")  # the caller closes it
    except BaseException:
        shutil.rmtree(home, ignore_errors=True)
        raise
