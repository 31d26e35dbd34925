"""Files of music, damaged anywhere: the built-in server reads or rejects them, and writes what it read."""

from __future__ import annotations

import base64
import contextlib
import io
import re
import struct
import typing
import zipfile

from hypothesis import strategies as st
from werkzeug.test import Client

from flat_api.sandbox import SandboxApp

from ..sandbox.music import MUSICXML
from .mutating import mutated
from .running import Fuzzer

_FORMATS = ("xml", "mxl", "midi", "wav", "mp3", "thumbnail.png", "json", "synchronizationPoints")
_SIGNED = {"Authorization": "Bearer sandbox"}


def _mxl() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        container = '<container><rootfiles><rootfile full-path="a.xml"/></rootfiles></container>'
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("a.xml", MUSICXML)
    return file.getvalue()


_MIDI = (
    b"MThd\0\0\0\6\0\1\0\1\0\x60"
    + b"MTrk\0\0\0\x1a"
    + b"\0\xff\x51\3\x07\xa1\x20\0\xff\x58\4\4\2\x18\x08\0\x90\x3c\x40\x60\x80\x3c\x40\0\xff\x2f\0"
)
_LATIN = MUSICXML.replace("UTF-8", "ISO-8859-1").encode("latin-1")
_TIMEWISE = (
    b"<score-timewise><measure><part id='a'><note><pitch><step>C</step></pitch><duration>1</duration></note></part>"
    b"<part id='b'/></measure><measure><part id='b'><forward><duration>9</duration></forward></part></measure>"
    b"</score-timewise>"
)

_NUMBERS = st.one_of(
    st.integers().map(str),
    st.floats().map(str),
    st.decimals().map(str),
    st.fractions().map(str),
    st.sampled_from(
        ["1e999999999", "9" * 5000, "0." + "0" * 5000 + "1", "16777216", "0.015625", ".5", "5.", "+1", "0x1"]
    ),
)


@st.composite
def _numbered(draw: typing.Callable[[st.SearchStrategy[typing.Any]], typing.Any]) -> bytes:
    """A score in which every number is any number."""
    return re.sub(r"(?<=[>\"])[0-9]+(?=[<\"])", lambda found: draw(_NUMBERS), MUSICXML).encode()


_EVENTS = st.one_of(
    st.tuples(st.sampled_from([0x80, 0x90, 0xA0, 0xB0, 0xE0, 0x95]), st.integers(0, 127), st.integers(0, 127)).map(
        bytes
    ),
    st.tuples(st.integers(0, 127), st.integers(0, 127)).map(bytes),
    st.tuples(st.sampled_from([3, 0x2F, 0x51, 0x58, 0x7F]), st.binary(max_size=6)).map(
        lambda meta: bytes([0xFF, meta[0], len(meta[1])]) + meta[1]
    ),
    st.sampled_from([b"\xf0\x02\x01\xf7", b"\xf4", b""]),
)
_DELTAS = st.sampled_from([b"\x00", b"\x01", b"\x30", b"\x83\x00", b"\xff\xff\xff\x7f"])
_TRACKS = st.lists(st.tuples(_DELTAS, _EVENTS).map(b"".join), max_size=150).map(b"".join)


@st.composite
def _played(draw: typing.Callable[[st.SearchStrategy[typing.Any]], typing.Any]) -> bytes:
    """A file of MIDI with any events in any chunks."""
    chunks = draw(st.lists(st.tuples(st.sampled_from([b"MTrk", b"MTrk", b"XFIH"]), _TRACKS), max_size=4))
    head = b"MThd" + struct.pack(">IHHH", 6, 1, draw(st.integers(0, 4)), draw(st.sampled_from([1, 96, 480, 32767, 0])))
    return head + b"".join(kind + struct.pack(">I", len(data)) + data for kind, data in chunks)


cases = st.one_of(
    mutated(st.sampled_from([MUSICXML.encode(), _LATIN, _mxl(), _MIDI, _TIMEWISE])), _numbered(), _played()
)


@contextlib.contextmanager
def application() -> typing.Iterator[Client]:
    """A client of a sandbox without a socket."""
    app = SandboxApp(strict=False)
    try:
        yield Client(app)
    finally:
        app.close()


def check(client: Client, data: bytes) -> None:
    """Upload the file, and where it was accepted, ask for it in every format."""
    body = {"title": "x", "privacy": "private", "data": base64.b64encode(data).decode(), "dataEncoding": "base64"}
    answer = client.post("/v2/scores", json=body, headers=_SIGNED)
    assert answer.status_code in (200, 400, 413, 422), f"answered with {answer.status_code}: {answer.text}"
    if answer.status_code != 200:
        return
    score = f"/v2/scores/{answer.json['id']}"
    for name in _FORMATS:
        file = client.get(f"{score}/revisions/last/{name}", headers=_SIGNED)
        assert file.status_code in (200, 422), f"{name} answered with {file.status_code}: {file.text}"
    assert client.delete(score, headers=_SIGNED).status_code == 204


FUZZER = Fuzzer(cases, check, application)
