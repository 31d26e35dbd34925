"""Content codings (RFC 9110, 8.4): decode a body piece by piece, and reject one that is cut off or has junk behind it.

There is no I/O here: whoever reads a body hands in its bytes as they come.
"""

from __future__ import annotations

import importlib
import typing
import zlib

from urllib3.exceptions import DecodeError

__all__ = ["ContentDecoder", "ContentError", "is_coded"]

PIECE = 256 * 1024
"""About how many bytes are decoded at once, so that a small body can't fill the memory."""

_BLOCK = 16 * 1024
"""How many bytes of a body are handed on at once: each end of a member copies those behind it."""

MOST_CODINGS = 5
"""The most codings that one body may have."""


class ContentError(DecodeError):
    """A body is not what its ``Content-Encoding`` says, or has a coding that can't be decoded here."""


def is_coded(headers: typing.Any) -> bool:
    """Return whether *headers* name a content coding other than ``identity``."""
    return "content-encoding" in headers and bool(_names(headers["content-encoding"]))


def _names(header: str) -> list[str]:
    names = [name.strip().lower() for name in header.split(",")]
    return [name for name in names if name not in ("", "identity")]


class ContentDecoder:
    """Decodes a body with the ``Content-Encoding`` *header*.

    Raises ContentError for a coding that is unknown, or that needs a library that isn't installed.
    """

    def __init__(self, header: str = "") -> None:
        self.header = header
        names = _names(header)
        if len(names) > MOST_CODINGS:
            raise ContentError(f"The body has {len(names)} content codings, more than {MOST_CODINGS}")
        self._steps = [_step(name) for name in reversed(names)]

    def decode(self, data: bytes) -> typing.Iterator[bytes]:
        """Decode the next bytes of the body; its pieces are short, however much *data* becomes."""
        return self._through(0, data)

    def _through(self, index: int, data: bytes) -> typing.Iterator[bytes]:
        if index == len(self._steps):
            if data:
                yield data
            return
        try:
            for piece in self._steps[index].decode(data):
                yield from self._through(index + 1, piece)
        except ContentError:
            raise
        except Exception as error:  # each library has errors of its own
            raise self._error(str(error)) from error

    def finish(self) -> None:
        """Raise ContentError unless the body is complete."""
        if not all(step.is_complete for step in self._steps):
            raise self._error("it is cut off")

    def _error(self, reason: str) -> ContentError:
        return ContentError(f"The body is not the {self.header[:100]} that it should be: {reason}")


class _Step(typing.Protocol):
    """One coding."""

    @property
    def is_complete(self) -> bool:
        """Whether all bytes so far are a whole body."""
        ...

    def decode(self, data: bytes) -> typing.Iterator[bytes]: ...


class _Members:
    """A coding whose body is a series of members, or just one; *make* makes what decodes one of them."""

    def __init__(self, make: typing.Callable[[], typing.Any], is_series: bool) -> None:
        self._make = make
        self._is_series = is_series
        self._member: typing.Any = None
        self.is_complete = False

    def decode(self, data: bytes) -> typing.Iterator[bytes]:
        for start in range(0, len(data), _BLOCK):
            yield from self._decoded(data[start : start + _BLOCK])

    def _decoded(self, data: bytes) -> typing.Iterator[bytes]:
        while data:
            if self.is_complete:
                data = self._behind_a_member(data)
                if not data:
                    return
            member = self._member = self._member or self._make()
            self.is_complete = False
            yield from self._pieces(member, data)
            if not member.eof:
                return
            data, self._member, self.is_complete = member.unused_data, None, True

    def _behind_a_member(self, data: bytes) -> bytes:
        if not self._is_series:
            raise ValueError("something comes behind its end")
        return data.lstrip(b"\0")  # files are padded with these on some media

    def _pieces(self, member: typing.Any, data: bytes) -> typing.Iterator[bytes]:
        piece = member.decompress(data, PIECE)
        yield piece
        # A full piece may have more behind it, although all input is consumed.
        while not member.eof and (member.unconsumed_tail or len(piece) == PIECE):
            piece = member.decompress(member.unconsumed_tail, PIECE)
            yield piece


def _gzip() -> _Step:
    return _Members(lambda: zlib.decompressobj(16 + zlib.MAX_WBITS), True)  # which checks the trailer (RFC 1952, 2.3)


class _Deflate:
    """The zlib format (RFC 1950), or the bare one (RFC 1951) that some servers send under the same name."""

    def __init__(self) -> None:
        self._members: _Members | None = None

    @property
    def is_complete(self) -> bool:
        return self._members is not None and self._members.is_complete

    def decode(self, data: bytes) -> typing.Iterator[bytes]:
        if data and self._members is None:
            bits = zlib.MAX_WBITS if data[0] & 15 == 8 else -zlib.MAX_WBITS
            self._members = _Members(lambda: zlib.decompressobj(bits), False)
        return iter(()) if self._members is None else self._members.decode(data)


class _Zstd(_Members):
    """Frames of Zstandard (RFC 8878), by the module of Python 3.14 or its backport."""

    def __init__(self) -> None:
        module = _first_of("compression.zstd", "backports.zstd")
        super().__init__(module.ZstdDecompressor, True)

    def _pieces(self, member: typing.Any, data: bytes) -> typing.Iterator[bytes]:
        yield member.decompress(data, PIECE)
        while not (member.needs_input or member.eof):
            yield member.decompress(b"", PIECE)


class _Brotli:
    """Brotli (RFC 7932), by one of its two bindings."""

    def __init__(self) -> None:
        self._stream = _first_of("brotlicffi", "brotli").Decompressor()
        self._stream.process(b"", output_buffer_limit=1)  # a TypeError before 1.2, which has no limit

    @property
    def is_complete(self) -> bool:
        return bool(self._stream.is_finished())

    def decode(self, data: bytes) -> typing.Iterator[bytes]:
        if data and self.is_complete:
            raise ValueError("something comes behind its end")
        piece = self._stream.process(data, output_buffer_limit=PIECE) if data else b""
        yield piece
        while len(piece) >= PIECE or not self._stream.can_accept_more_data():
            piece = self._stream.process(b"", output_buffer_limit=PIECE)
            yield piece


def _first_of(*names: str) -> typing.Any:
    for name in names[:-1]:
        try:
            return importlib.import_module(name)
        except ImportError:
            pass
    return importlib.import_module(names[-1])


_STEPS: dict[str, typing.Callable[[], _Step]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _Deflate,
    "br": _Brotli,
    "zstd": _Zstd,
}


def _step(name: str) -> _Step:
    try:
        return _STEPS[name]()
    except (KeyError, ImportError, TypeError):
        raise ContentError(f"The body has the content coding {name[:100]!r}, which can't be decoded here") from None
