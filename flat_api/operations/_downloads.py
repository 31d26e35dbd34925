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

from urllib3.exceptions import DecodeError, HTTPError

from .._failures import failure_of
from .._response import ApiResponseWithoutDeserialization, data_of, is_on_its_way, whole_response
from ..exceptions import ApiException, ApiResponseError

if typing.TYPE_CHECKING:
    import io

    import urllib3

Progress = typing.Callable[[int, int | None], object]
"""Called with the bytes that are there and the bytes there will be, None where the server didn't say."""

CHUNK = 256 * 1024
_LONGEST = 180  # bytes: file systems take 255, and some programs put a few more behind a name
# What no name may hold somewhere, what can't be seen or turns the text around, and halves of surrogate pairs.
_UNSAFE = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]'
)
# Names that stand for devices in Windows, whatever comes after a dot.
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\xb9\xb2\xb3])\s*(\..*)?", re.DOTALL)


def safe_name(name: str) -> str | None:
    """The base name in *name*, which a server chose, without anything that could lead out of a folder.

    >>> safe_name("../../etc/passwd"), safe_name("C:\\\\music\\\\song.mp3"), safe_name("..")
    ('passwd', 'song.mp3', None)
    """
    base = re.split(r"[/\\]", name)[-1]
    base = _UNSAFE.sub("_", base).strip(" .")
    if _DEVICES.fullmatch(base):
        base = f"_{base}"
    return _short(base) or None


def _short(base: str) -> str:
    """*base* in as many bytes as a file system takes, with its suffix where that is a suffix."""
    if len(base.encode()) <= _LONGEST:
        return base
    stem, dot, suffix = base.rpartition(".")
    end = (dot + suffix).encode()
    if not stem or len(end) > 20:
        stem, end = base, b""
    kept = stem.encode()[: _LONGEST - len(end)] + end
    return kept.decode(errors="ignore").strip(" .")


def file_name(response: urllib3.BaseHTTPResponse) -> str | None:
    """A safe name for the file in *response*: what it says itself (RFC 6266), or the end of its URL."""
    stated = _stated_name(response.headers.get("content-disposition", ""))
    return safe_name(stated) or safe_name(unquote(urlsplit(response.url or "").path.rpartition("/")[2]))


def _stated_name(header: str) -> str:
    """The file name in a ``Content-Disposition``, empty where none can be read."""
    try:
        text = _file_name_parameter(header)
    except ValueError:  # parts numbered with thousands of digits, or a codec that is no character set
        return ""
    try:
        return text.encode("latin-1").decode()  # many servers send the bytes of UTF-8 as they are
    except UnicodeError:
        return text


def _file_name_parameter(header: str) -> str:
    """The parameter ``filename`` of a header; of two, the one that can be in any language."""
    from email.message import Message
    from email.utils import collapse_rfc2231_value

    message = Message()
    message["Content-Disposition"] = header
    parameters: list[tuple[str, typing.Any]] = message.get_params([], "content-disposition") or []
    stated = [value for name, value in parameters if name.lower() == "filename"]
    # Those with a character set, filename*=, are tuples.
    found: typing.Any = next((value for value in stated if not isinstance(value, str)), stated[0] if stated else "")
    return collapse_rfc2231_value(found)


def save(
    response: urllib3.BaseHTTPResponse, target: Path, *, overwrite: bool = False, progress: Progress | None = None
) -> Path:
    """Write the body of *response* to *target*, which is there whole or not at all; returns *target*.

    *target* may be a folder: the file in it then gets the name that the server gives it. Raises FileExistsError,
    before anything is read, where there is a file and *overwrite* is false; ApiConnectionError and ApiResponseError
    where the body doesn't come whole. The connection is free for others afterwards, whatever happens.
    """
    try:
        if target.is_dir():
            target = target / (file_name(response) or "download")
        refuse_existing(target, overwrite)
        partial = _written(response, target.parent, progress)
        try:
            put_in_place(partial, target, overwrite)
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
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(descriptor, "wb") as file:
            _copy(response, file, progress)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _copy(response: urllib3.BaseHTTPResponse, file: typing.BinaryIO, progress: Progress | None) -> None:
    total = size_of(response)
    done = 0
    for chunk in chunks(response):
        file.write(chunk)
        done += len(chunk)
        if progress is not None:
            progress(done, total)


def size_of(response: urllib3.BaseHTTPResponse) -> int | None:
    """The bytes that the body of *response* has when it is decoded; None where the server doesn't say."""
    stated = response.headers.get("content-length", "")
    is_size = re.fullmatch("[0-9]{1,18}", stated) and "content-encoding" not in response.headers
    return int(stated) if is_size else None


def chunks(response: urllib3.BaseHTTPResponse) -> typing.Iterator[bytes]:
    """The body of *response*, decoded, wherever it is. Raises errors of this package where it doesn't come whole."""
    if not is_on_its_way(response):
        yield data_of(response)
        return
    while True:
        try:
            chunk = response.read1(CHUNK)  # what is there, so that nothing is lost when the rest doesn't come
        except HTTPError as error:
            failure = _failure(error, response)
        else:
            if not chunk:
                return
            yield chunk
            continue
        raise failure


def _failure(error: HTTPError, response: urllib3.BaseHTTPResponse) -> ApiException[typing.Any]:
    if not isinstance(error, DecodeError):
        return failure_of(error)
    head = whole_response(b"", response.headers, response.status, response.reason, response.url)
    reason = f"The body is not the {response.headers.get('content-encoding')} that it should be: {error}"
    failure = ApiResponseError(response.status, reason, ApiResponseWithoutDeserialization(head))
    failure.__cause__ = error
    return failure


def refuse_existing(target: Path, overwrite: bool) -> None:
    """Raise FileExistsError where there is a *target* that is to stay."""
    if not overwrite and target.exists():
        raise _is_there(target)


def _is_there(target: Path) -> FileExistsError:
    return FileExistsError(f"{target} is there already; overwrite=True replaces it")


def put_in_place(partial: Path, target: Path, overwrite: bool) -> None:
    """Give *partial* the name *target*, in one step."""
    if overwrite:
        os.replace(partial, target)
        return
    try:
        os.link(partial, target)  # unlike a move, a link never replaces what came up in the meantime
    except FileExistsError:
        raise _is_there(target) from None
    except FileNotFoundError:
        raise
    except OSError:  # a file system without links
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        try:
            os.replace(partial, target)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
