"""Bodies that go to a file: a safe name, a temporary file, and a move when all of it is there."""

from __future__ import annotations

import os
import re
import secrets
import tempfile
import typing
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

if typing.TYPE_CHECKING:
    import io

    import urllib3

Progress = typing.Callable[[int, int | None], object]
"""Called with the bytes that are there and the bytes there will be, None where the server didn't say."""

CHUNK = 256 * 1024
_LONGEST = 120
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u2028\u2029\u202a-\u202e\u2066-\u2069]')
# Names that stand for devices in Windows, whatever comes after a dot.
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


def safe_name(name: str) -> str | None:
    """The base name in *name*, which a server chose, without anything that could lead out of a folder.

    >>> safe_name("../../etc/passwd"), safe_name("C:\\\\music\\\\song.mp3"), safe_name("..")
    ('passwd', 'song.mp3', None)
    """
    base = re.split(r"[/\\]", name)[-1]
    base = _UNSAFE.sub("_", base).strip(" .")
    if not base:
        return None
    stem, dot, suffix = base.rpartition(".")
    if len(base) > _LONGEST:
        base = (stem[: _LONGEST - len(suffix) - 1] + dot + suffix)[:_LONGEST]
    return f"_{base}" if _DEVICES.fullmatch(base) else base


def file_name(response: urllib3.BaseHTTPResponse) -> str | None:
    """A safe name for the file in *response*: what it says itself (RFC 6266), or the end of its URL."""
    from email.message import Message

    message = Message()
    message["Content-Disposition"] = response.headers.get("content-disposition", "")
    stated = message.get_filename()
    found = safe_name(stated) if stated else None
    return found or safe_name(unquote(urlsplit(response.url or "").path.rpartition("/")[2]))


def save(
    response: urllib3.BaseHTTPResponse, target: Path, *, overwrite: bool = False, progress: Progress | None = None
) -> Path:
    """Write the body of *response* to *target*, which is there whole or not at all; returns *target*.

    *target* may be a folder: the file in it then gets the name that the server gives it. Raises FileExistsError,
    before anything is read, where there is a file and *overwrite* is false. The connection is free for others
    afterwards, whatever happens.
    """
    try:
        if target.is_dir():
            target = target / (file_name(response) or "download")
        if not overwrite and target.exists():
            raise FileExistsError(f"{target} is there already; overwrite=True replaces it")
        partial = _written(response, target.parent, progress)
        try:
            _move(partial, target, overwrite)
        finally:
            partial.unlink(missing_ok=True)
    except BaseException:
        response.close()
        raise
    finally:
        response.release_conn()
    return target


def open_whole(response: urllib3.BaseHTTPResponse, folder: str | None, name: str | None) -> io.BufferedReader:
    """The body of *response* in a new file below *folder* (that of the system), open for reading."""
    home = Path(tempfile.mkdtemp(prefix="flat-", dir=folder))
    try:
        return open(save(response, home / (name or "download")), "rb")  # the caller closes it
    except BaseException:
        with suppress(OSError):
            home.rmdir()
        raise


def _written(response: urllib3.BaseHTTPResponse, folder: Path, progress: Progress | None) -> Path:
    """A new file in *folder* with the whole body in it."""
    path = folder / f".{secrets.token_hex(8)}.part"
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
    length = response.headers.get("content-length", "")
    total = int(length) if length.isdecimal() and "content-encoding" not in response.headers else None
    done = 0
    try:
        with os.fdopen(descriptor, "wb") as file:
            for chunk in response.stream(CHUNK):
                file.write(chunk)
                done += len(chunk)
                if progress is not None:
                    progress(done, total)
    except BaseException:
        path.unlink()
        raise
    return path


def _move(partial: Path, target: Path, overwrite: bool) -> None:
    """Give *partial* the name *target*, in one step."""
    if overwrite:
        os.replace(partial, target)
        return
    try:
        os.link(partial, target)  # unlike a move, a link never replaces what came up in the meantime
    except FileExistsError:
        raise FileExistsError(f"{target} is there already; overwrite=True replaces it") from None
    except OSError:  # a file system without links
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        os.replace(partial, target)
