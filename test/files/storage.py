"""A file behind a URL, at a server that may do everything wrong: versions, validators, parts, and bodies that break."""

import gzip
import typing
from dataclasses import dataclass, field

from ..faults import CLOSE, RESET, Request

DATE = "Wed, 01 Jan 2025 12:00:00 GMT"

RANGES = (
    "right",
    "ignored",
    "of the present version",
    "without validators",
    "of another length",
    "of unknown length",
    "few at once",
    "of other bytes",
    "all too far",
)
"""What a server may do with the ranges it is asked for."""

VALIDATORS = (
    "tag",
    "tag that returns",
    "date",
    "tag and date",
    "weak tag",
    "date that is too new",
    "control character",
    "none",
)
"""How a server may tell versions apart. Where a tag returns, the length is what does."""


def content(version: int) -> bytes:
    """The bytes of a version, no part of which could be that of another."""
    return b"".join(b"%d:%06d;" % (version, index) for index in range(2000 + version // 2))


@dataclass
class Storage:
    """Answers requests for a file, as a script of `FaultyServer`.

    Each of *cuts* is how many bytes the next answer has before its connection breaks; with *changes*, the file is
    another one behind the break.
    """

    version: int = 1
    validators: str = "tag"
    ranges: str = "right"
    coding: str | None = None
    is_chunked: bool = False
    cuts: list[int] = field(default_factory=list)
    changes: bool = False
    breaks: str = RESET

    @property
    def data(self) -> bytes:
        return content(self.version)

    def __call__(self, request: Request) -> tuple[typing.Any, ...]:
        headers = {"Date": DATE, **self._validators()}
        body, status = self.data, "200 OK"
        asked = request.headers("range")
        if self.coding:
            body = gzip.compress(body)
            headers["Content-Encoding"] = self.coding
        elif asked and self._is_held_for(request):
            start = int(asked[0].removeprefix("bytes=").removesuffix("-"))
            status, body, headers = self._part(start, headers)
        return self._sent(status, body, headers)

    def _validators(self) -> dict[str, str]:
        tag, day = f'"v{self.version}"', f"Wed, 01 Jan 2020 12:00:{self.version % 60:02d} GMT"
        return {
            "tag": {"ETag": tag},
            "tag that returns": {"ETag": tag if self.is_chunked else f'"v{self.version % 2}"'},
            "date": {"Last-Modified": day},
            "tag and date": {"ETag": tag, "Last-Modified": day},
            "weak tag": {"ETag": f"W/{tag}", "Last-Modified": day},
            "date that is too new": {"Last-Modified": DATE},
            "control character": {"ETag": f'"v\x1f{self.version}"'},
            "none": {},
        }[self.validators]

    def _is_held_for(self, request: Request) -> bool:
        """Whether a part is sent: if it is of the version asked for, or the server doesn't care."""
        if self.ranges == "ignored":
            return False
        return self.ranges != "right" or request.headers("if-range")[0] in self._validators().values()

    def _part(self, start: int, headers: dict[str, str]) -> tuple[str, bytes, dict[str, str]]:
        size = len(self.data)
        if start >= size or self.ranges == "all too far":
            return "416 Range Not Satisfiable", b"", {"Content-Range": f"bytes */{size}"}
        end = min(size, start + 3000) if self.ranges == "few at once" else size
        start = max(0, start - 10) if self.ranges == "of other bytes" else start
        length = {"of unknown length": "*", "of another length": str(size + 1)}.get(self.ranges, str(size))
        kept = {} if self.ranges == "without validators" else headers
        return (
            "206 Partial Content",
            self.data[start:end],
            {**kept, "Content-Range": f"bytes {start}-{end - 1}/{length}"},
        )

    def _sent(self, status: str, body: bytes, headers: dict[str, str]) -> tuple[typing.Any, ...]:
        framing = "Transfer-Encoding: chunked" if self.is_chunked else f"Content-Length: {len(body)}"
        lines = [f"HTTP/1.1 {status}", framing, *(f"{name}: {value}" for name, value in headers.items())]
        head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
        if self.cuts and status.startswith("2"):
            part = body[: min(self.cuts.pop(0), len(body) - 1)]
            self.version += self.changes
            return head + self._chunk(part), self.breaks
        return head + self._chunk(body) + (b"0\r\n\r\n" if self.is_chunked else b""), CLOSE

    def _chunk(self, data: bytes) -> bytes:
        return b"%x\r\n%b\r\n" % (len(data), data) if self.is_chunked and data else data
