"""A file on its way: what to ask for next, and what becomes of each answer. Any transport can bring the bytes."""

from __future__ import annotations

import time
import typing
from pathlib import Path

from .._content import ContentDecoder, ContentError
from .._response import ApiResponseWithoutDeserialization, WholeResponse
from ..exceptions import ApiConnectionError, ApiResponseError
from ._names import file_name
from ._parts import Part, Place
from ._targets import refuse_existing
from ._versions import (
    Headers,
    Version,
    conditions,
    is_rest,
    length_of,
    length_with_rest,
    start_of_rest,
    version_of,
)

Progress = typing.Callable[[int, int | None], object]
"""Called with the bytes that are there and the bytes there will be, None where the server didn't say."""


class Head(typing.NamedTuple):
    """What comes before a body. *is_decoded* says that the body was decoded by whoever brings it."""

    status: int
    reason: str | None
    headers: Headers
    url: str | None
    is_decoded: bool = False


class IncomingFile:
    """The file *target*, or one in the folder *target*, on its way from *source*.

    What an earlier download from there left is continued; without a source, nothing is left for a later one.
    """

    def __init__(self, target: Path, source: str | None, overwrite: bool) -> None:
        self._target = target
        self._file = target
        self._place = Place.of(target, source)
        self._is_kept = source is not None
        self._overwrite = overwrite
        self._part = Part.found(self._place)
        self._has_ranges = True
        self._start = 0
        self._decoder = ContentDecoder()
        self._head = Head(0, None, {}, None)
        self.size = self._part.size if self._part else 0
        """The number of bytes that are here."""

    @property
    def length(self) -> int | None:
        """The number of bytes there will be; None where the server didn't say."""
        return self._part.version.length if self._part else None

    def conditions(self) -> dict[str, str]:
        """Return the headers that ask for what is missing."""
        self._start = 0
        if self._part is not None and self._has_ranges:
            self._start = start_of_rest(self._part.version, self._part.size)
        return conditions(self._part.version, self._start) if self._part and self._start else {}

    def asks_anew(self, status: int | None) -> bool:
        """Return whether to ask again, for all of the file, after an answer with an error *status*.

        416 says that what is here is not part of what is there (RFC 9110, 15.5.17).
        """
        if status != 416 or not self._start:
            return False
        self._forget()
        return True

    def begin(self, head: Head) -> bool:
        """Return whether the body behind *head* is to be read; if it isn't, all of the file is to be asked for.

        Raises FileExistsError where there is a file of the name that the server gives, and ApiResponseError for a
        coding that can't be decoded and a part that wasn't asked for.
        """
        self._head = head
        if head.status == 206:
            if not self._start:
                raise self._error("A part of the file came, although all of it was asked for")
            if self._part is None or not is_rest(self._part.version, self._start, head.headers):
                self._forget()
                self._has_ranges = False
                return False
        if self._place.folder is self._target:
            self._file = self._target / (file_name(head.headers, head.url) or "download")
            refuse_existing(self._file, self._overwrite)
        try:
            self._decoder = ContentDecoder("" if head.is_decoded else head.headers.get("content-encoding", ""))
        except ContentError as error:
            raise self._error(str(error)) from error
        self._open_part(head)
        return True

    def _open_part(self, head: Head) -> None:
        if head.status == 206 and self._part is not None:
            version = self._part.version
            self._part.version = Version(version.validator, length_with_rest(version, head.headers))
            self._part.continue_at(self._start)
        else:
            self._forget()
            version = Version("", length_of(head.headers)) if head.is_decoded else version_of(head.headers, time.time())
            self._part = Part.new(self._place, version)
            self._start = 0
        self.size = self._start

    def feed(self, data: bytes) -> None:
        """Write the next bytes of the body, decoded; raises ApiResponseError where they can't be."""
        assert self._part is not None
        try:
            for piece in self._decoder.decode(data):
                self._part.write(piece)
                self.size += len(piece)
        except ContentError as error:
            raise self._error(str(error)) from error

    def finish(self) -> Path:
        """Put the file where it is to be, after the last byte of a body, and return where it is.

        Raises ApiResponseError where the body isn't what its coding says, ApiConnectionError where the file has more
        bytes than came, and FileExistsError for a file that came up meanwhile.
        """
        assert self._part is not None
        try:
            self._decoder.finish()
        except ContentError as error:
            raise self._error(str(error)) from error
        length = self._part.version.length
        if length is not None and self.size < length:
            raise ApiConnectionError(0, f"{self.size:,} of {length:,} bytes came")
        if length is not None and self.size > length:
            self._forget()
            raise self._error(f"{self.size:,} bytes came, and the file has {length:,}")
        self._part.put(self._file, self._overwrite)
        return self._file

    def stop(self) -> None:
        """Leave what is here to a later download, if that could continue it, or remove it."""
        if self._part is not None and self._is_kept:
            self._part.keep()
        else:
            self._forget()

    def _forget(self) -> None:
        if self._part is not None:
            self._part.discard()
        self._part = None

    def _error(self, reason: str) -> ApiResponseError:
        head = self._head
        response = WholeResponse(b"", head.headers, head.status, head.reason, head.url)
        return ApiResponseError(head.status, reason, ApiResponseWithoutDeserialization(response))
