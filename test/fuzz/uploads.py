"""Files of music, damaged anywhere: the built-in server reads or rejects them, and writes what it read."""

from __future__ import annotations

import base64
import contextlib
import io
import typing
import zipfile

from hypothesis import strategies as st
from werkzeug.test import Client

from flat_api.sandbox import SandboxApp

from ..sandbox.music import MUSICXML
from .mutating import mutated
from .running import Fuzzer

_FORMATS = ("xml", "mxl", "midi", "wav", "mp3", "thumbnail.png")
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
cases = mutated(st.sampled_from([MUSICXML.encode(), _LATIN, _mxl(), _MIDI]))


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
