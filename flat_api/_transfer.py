"""A file from wherever its URL says: no secret goes there, and a transfer that breaks off goes on where it broke.

What has come so far is kept beside the target, in a hidden file whose name holds the validator that the server gave
(RFC 9110, 8.8). The transfer goes on with a range request (14.2) that holds only as long as the validator does.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import secrets
import typing
from pathlib import Path
from urllib.parse import urlsplit

from .exceptions import ApiConnectionError, ApiResponseError, ApiValueError, status_error
from .operations import (
    ApiResponseWithoutDeserialization,
    Progress,
    chunks,
    file_name,
    put_in_place,
    refuse_existing,
    size_of,
)

if typing.TYPE_CHECKING:
    from urllib.parse import SplitResult

    import urllib3

    from .api_client import ApiClient

TRIES = 5
"""How often in a row a transfer may break off without a byte more than before."""

_RANGE = re.compile(r"bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\*)")
_LONGEST = 120
"""Characters of a validator that fit into the name of a file, escaped."""


def fetch(
    client: ApiClient, url: str, target: Path, *, overwrite: bool = False, progress: Progress | None = None
) -> Path:
    """Write what is at *url* to *target*, a file or the folder to put it in, and return the path of the file.

    The access token goes along only where *url* is of the API's own origin. Raises ApiValueError for what is no URL
    of a file, FileExistsError where there is one that is to stay, and an `ApiException` when the file can't be had;
    what has come by then is kept for the next call.
    """
    place = _place(url)
    part = Part(target if target.is_dir() else target.parent, place)
    try:
        name = _taken(client, place, part, progress)
        target = target / name if target.is_dir() else target
        refuse_existing(target, overwrite)
        put_in_place(part.path, target, overwrite)
    except BaseException:
        part.keep()
        raise
    part.path.unlink(missing_ok=True)
    return target


def _place(url: str) -> SplitResult:
    try:
        url.encode()
        place = urlsplit(url)
    except ValueError:  # which quotes the URL, and that may hold a signature
        place = urlsplit("")
    if place.scheme not in ("http", "https") or not place.netloc:
        raise ApiValueError("The URL of the file can't be read, or isn't one of HTTP")
    return place


def _taken(client: ApiClient, place: SplitResult, part: Part, progress: Progress | None) -> str:
    """Make *part* whole; returns the name that the server has for the file."""
    tries = 0
    while True:
        before = part.size
        response = _opened(client, place, part)
        try:
            part.take(response, progress)
            return file_name(response) or "download"
        except ApiConnectionError:
            tries = 1 if part.size > before else tries + 1
            if tries == TRIES:
                raise
        finally:
            response.close()
            response.release_conn()


def _opened(client: ApiClient, place: SplitResult, part: Part) -> urllib3.BaseHTTPResponse:
    """The answer to a request for what is missing of *part*; its body is still on its way."""
    response: urllib3.BaseHTTPResponse = client.call_api(
        (place.path or "/") + (f"?{place.query}" if place.query else ""),
        "GET",
        headers={"Accept": "*/*", **part.condition()},
        auth_settings=["OAuth2"],
        stream=True,
        host=f"{place.scheme}://{place.netloc}",
    )
    if 200 <= response.status <= 299:
        return response
    kept = client.whole(response)
    if kept.status == 416 and part.size:  # what is here is not a part of what is there
        part.forget()
        return _opened(client, place, part)
    raise status_error(kept.status, kept.reason, ApiResponseWithoutDeserialization(kept))


class Part:
    """What has come of the file at *place*, in a hidden file in *folder* that is this transfer's own.

    A part that an earlier transfer kept is taken over by renaming it, so that no two transfers write to one file.
    """

    def __init__(self, folder: Path, place: SplitResult) -> None:
        # Without the query, a signature that is another one each time.
        self._key = hashlib.sha256(f"{place.netloc}{place.path}".encode()).hexdigest()[:16]
        self._folder = folder
        self._validator = ""
        self.path = folder / f".{self._key}.{secrets.token_hex(8)}.part"
        self._claim()

    def _claim(self) -> None:
        for kept in self._folder.glob(f".{self._key}-*.part"):
            try:
                os.rename(kept, self.path)
            except OSError:  # another transfer was faster
                continue
            self._validator = _unescaped(kept.name.partition("-")[2].removesuffix(".part"))
            return

    @property
    def size(self) -> int:
        """The number of bytes that are here and can be gone on from."""
        return self.path.stat().st_size if self._validator and self.path.exists() else 0

    def condition(self) -> dict[str, str]:
        """The headers that ask for the rest, where something is here."""
        size = self.size
        return {"Range": f"bytes={size}-", "If-Range": self._validator} if size else {}

    def take(self, response: urllib3.BaseHTTPResponse, progress: Progress | None) -> None:
        """Write the body of *response* behind what is here, or in its place where the server begins anew.

        Raises ApiConnectionError where the body breaks off.
        """
        begin, total = self._extent(response)
        if not begin:
            self._validator = _validator(response)
        with open(self.path, "r+b" if begin else "wb") as file:
            file.seek(begin)
            for chunk in chunks(response):
                file.write(chunk)
                if progress is not None:
                    progress(file.tell(), total)
            size = file.tell()
        if total is not None and size != total:
            raise ApiConnectionError(0, f"{size:,} of {total:,} bytes came")

    def _extent(self, response: urllib3.BaseHTTPResponse) -> tuple[int, int | None]:
        """Where the body of *response* begins, and how large the file will be, None if that isn't known."""
        if response.status != 206:
            return 0, size_of(response)
        found = _RANGE.fullmatch(response.headers.get("content-range", ""))
        if found is None or int(found[1]) != self.size:
            reason = f"A part from byte {self.size} was asked for, and another one came"
            raise ApiResponseError(206, reason, ApiResponseWithoutDeserialization(response))
        return int(found[1]), None if found[2] == "*" else int(found[2])

    def keep(self) -> None:
        """Leave what is here to a later transfer, if that can go on from it."""
        if self.size:
            os.replace(self.path, self._folder / f".{self._key}-{_escaped(self._validator)}.part")
        else:
            self.forget()

    def forget(self) -> None:
        """Remove what is here."""
        self._validator = ""
        self.path.unlink(missing_ok=True)


def _validator(response: urllib3.BaseHTTPResponse) -> str:
    """What tells whether the file at the server is still this one; empty where a part could not be gone on from."""
    tag = response.headers.get("etag", "")
    validator = response.headers.get("last-modified", "") if tag.startswith("W/") else tag  # a weak one is too weak
    is_fit = "content-encoding" not in response.headers and len(_escaped(validator)) <= _LONGEST
    return validator if is_fit else ""


def _escaped(validator: str) -> str:
    return base64.urlsafe_b64encode(validator.encode()).decode()


def _unescaped(text: str) -> str:
    try:
        return base64.urlsafe_b64decode(text.encode()).decode()
    except ValueError:  # somebody else's file
        return ""
