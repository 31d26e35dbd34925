"""Files of a score: what an upload brings in, and what an export gives."""

from __future__ import annotations

import base64
import binascii
import json
import typing
import uuid
from collections.abc import Callable
from functools import lru_cache
from importlib import resources

from . import abc, midi, musicxml, notation, xml
from .sound import mp3, wav
from .tune import MusicError, Tune
from .voices import check_size

XML = "application/vnd.recordare.musicxml+xml"
MXL = "application/vnd.recordare.musicxml"
MIDI = "audio/midi"
ANY = "application/octet-stream"

MEDIA_TYPES = {
    "json": "application/json",
    "mxl": MXL,
    "xml": XML,
    "abc": ANY,
    "mp3": "audio/mp3",
    "wav": "audio/wav",
    "midi": MIDI,
    "flat": ANY,
    "thumbnail.png": "image/png",
    "synchronizationPoints": "application/json",
    "practicefirst": "application/json",
}
"""The formats, each with its media type."""


class Source(typing.NamedTuple):
    """The file that a revision was saved as: *data* of *media_type*, `XML` or `MIDI`."""

    media_type: str
    data: bytes


def uploaded(data: str, encoding: str | None) -> Source:
    """Return the file in the body of a request: MusicXML, compressed or not, or MIDI. Raises MusicError."""
    content = _decoded(data) if encoding == "base64" else xml.encoded(data)
    if content.startswith(b"PK"):
        content = musicxml.unpack(content)
    source = Source(MIDI if content.startswith(b"MThd") else XML, content)
    tune_of(source)
    return source


def _decoded(data: str) -> bytes:
    try:
        return base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise MusicError(f"the data is no base64: {error}") from None


def written(tune: Tune) -> Source:
    """Return the file of a revision for *tune*."""
    return Source(XML, notation.write(tune))


@lru_cache(maxsize=16)
def tune_of(source: Source) -> Tune:
    """Return the tune in *source*, which nobody may change. Raises MusicError."""
    tune = midi.parse(source.data) if source.media_type == MIDI else musicxml.parse(source.data)
    check_size(tune)
    return tune


@lru_cache(maxsize=8)
def rendered(source: Source, format: str, title: str = "") -> bytes:
    """Return *source* in *format*, one of `MEDIA_TYPES`; always the same bytes for the same arguments."""
    tune = tune_of(source)
    if format in _WRITERS:
        return _WRITERS[format](tune)
    if format == "midi":
        return source.data if source.media_type == MIDI else midi.write(tune)
    document = notation.write(tune) if source.media_type == MIDI else source.data
    if format == "xml":
        return document
    if format == "mxl":
        return musicxml.pack(document)
    data = _as_json(xml.parse(document))
    if format == "practicefirst":
        data = {"title": title or tune.title, "tempo": tune.tempo, "score": data}
    return json.dumps(data).encode()


def picture(name: str) -> bytes:
    """Return a picture that stands for all others: ``thumbnail.png`` of scores, ``page.jpg`` of pages."""
    return resources.files("flat_api.sandbox").joinpath("data", name).read_bytes()


def synchronization_points(tune: Tune) -> bytes:
    """Return the points in time, in seconds, at which the measures begin, and the one at which the last one ends."""
    second = 60 / tune.tempo
    points: list[dict[str, typing.Any]] = [
        {
            "type": "measure",
            "time": round(float(measure.start) * second, 3),
            "measureUuid": str(uuid.uuid5(uuid.NAMESPACE_OID, str(number))),
        }
        for number, measure in enumerate(tune.measures)
    ]
    return json.dumps([*points, {"type": "end", "time": round(tune.seconds, 3)}]).encode()


_WRITERS: dict[str, Callable[[Tune], bytes]] = {
    "abc": abc.write,
    "mp3": mp3,
    "wav": wav,
    "synchronizationPoints": synchronization_points,
    "thumbnail.png": lambda tune: picture("thumbnail.png"),
}
"""The formats that are made of notes alone."""


def _as_json(element: xml.Element) -> dict[str, typing.Any]:
    """Return an element as JSON: attributes with a dollar in front, and several children of one name as an array."""
    found: dict[str, typing.Any] = {f"${name}": value for name, value in element.attrib.items()}
    for child in element:
        value: typing.Any = _as_json(child) if len(child) or child.attrib else (child.text or "").strip()
        if child.tag not in found:
            found[child.tag] = value
        elif isinstance(found[child.tag], list):
            found[child.tag].append(value)
        else:
            found[child.tag] = [found[child.tag], value]
    return found
