"""Downloads by urllib3: what breaks off is asked for again, from where it broke."""

from __future__ import annotations

import shutil
import tempfile
import typing
from pathlib import Path

import urllib3
from urllib3.exceptions import HTTPError, ProtocolError

from .._failures import failure_of
from .._response import data_of, is_on_its_way
from ..exceptions import ApiConnectionError, ApiException
from ._incoming import Head, IncomingFile, Progress
from ._targets import check_target

if typing.TYPE_CHECKING:
    import io
    import os

Request = typing.Callable[[dict[str, str]], urllib3.BaseHTTPResponse]
"""Sends the request for a file with these headers added, and returns a success, its body still to be read.

Raises an `ApiException` where there is none.
"""

CHUNK = 256 * 1024


def download(
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
    incoming = IncomingFile(check_target(path, overwrite), source, overwrite, progress)
    attempts = Attempts(retries, incoming.size)
    try:
        while True:
            response = _opened(request, incoming)
            try:
                found = _received(response, incoming)
            except ApiConnectionError as failure:
                attempts.count(failure, incoming.size).sleep()
            else:
                if found is not None:
                    return found
    except BaseException:
        incoming.stop()
        raise


def _opened(request: Request, incoming: IncomingFile) -> urllib3.BaseHTTPResponse:
    try:
        return request(incoming.conditions())
    except ApiException as error:  # pyright: ignore[reportUnknownVariableType]  # of whatever answer
        if not incoming.asks_anew(error.status):
            raise
    return request(incoming.conditions())


def _received(response: urllib3.BaseHTTPResponse, incoming: IncomingFile) -> Path | None:
    """Return the file with the body of *response* in it; None if all of the file is to be asked for instead."""
    head = Head(response.status, response.reason, response.headers, response.url, not is_on_its_way(response))
    try:
        if not incoming.begin(head):
            return None
        for data in _raw(response):
            incoming.feed(data)
        return incoming.finish()
    finally:
        response.close()  # a connection whose body was read to its end was given back before
        response.release_conn()


def _raw(response: urllib3.BaseHTTPResponse) -> typing.Iterator[bytes]:
    """Yield the body of *response* as it comes, not decoded unless it was already."""
    if not is_on_its_way(response):
        yield data_of(response)
        return
    while True:
        try:
            chunk = response.read1(CHUNK, decode_content=False)
        except HTTPError as error:
            failure = failure_of(error)
        else:
            if not chunk:
                return
            yield chunk
            continue
        raise failure


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
    try:
        never = urllib3.Retry(0)
        return download(
            lambda headers: response, path, source=None, retries=never, overwrite=overwrite, progress=progress
        )
    finally:
        response.close()
        response.release_conn()


def spool(request: Request, folder: str | None, retries: urllib3.Retry) -> io.BufferedReader:
    """Return what *request* leads to in a new file below *folder*, that of the system if it is None, open for reading.

    Raises what `download` raises.
    """
    home = Path(tempfile.mkdtemp(prefix="flat-", dir=folder))
    try:
        return open(download(request, home, source=None, retries=retries), "rb")  # the caller closes it
    except BaseException:
        shutil.rmtree(home, ignore_errors=True)
        raise
