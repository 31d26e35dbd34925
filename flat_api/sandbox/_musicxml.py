"""MusicXML, read into notes, and the archives that it comes in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from fractions import Fraction
from xml.etree import ElementTree as xml

from ._tunes import TEMPO, Measure, Note, Part, Tune, pitch_of

LARGEST = 32 << 20
"""Bytes of a file in a compressed one that are read at most."""


class MusicError(ValueError):
    """A file that is no music, or none that the sandbox can read."""


def parse(data: bytes) -> Tune:
    """The tune in a MusicXML document. Raises MusicError where it is none.

    Repeats aren't followed, and what is wrong in details is passed over.
    """
    try:
        root = xml.fromstring(data)
    except (xml.ParseError, ValueError, LookupError) as error:
        raise MusicError(f"the file is no XML: {error}") from None
    if root.tag not in ("score-partwise", "score-timewise"):
        raise MusicError(f"the XML is no MusicXML: its root is {root.tag[:50]!r}")
    tune = Tune(title=_text(root, "work/work-title") or _text(root, "movement-title"))
    tune.composer = next((entry.text or "" for entry in root.iter("creator") if entry.get("type") == "composer"), "")
    listed = {entry.get("id", ""): entry for entry in root.iter("score-part")}
    for part in root.findall("part"):
        _Reader(tune, _named(listed.get(part.get("id", "")))).read(part.findall("measure"))
    return tune.with_measures()


def _named(listed: xml.Element | None) -> Part:
    """A part without its notes, as it is *listed*."""
    if listed is None:
        return Part("")
    name = _text(listed, "part-name")
    instrument = _text(listed, "score-instrument/instrument-name") or name or "piano"
    return Part(name, instrument="-".join(instrument.lower().split())[:80])


def unpack(data: bytes) -> bytes:
    """The MusicXML in a compressed file (``.mxl``). Raises MusicError where there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            container = xml.fromstring(_member(archive, "META-INF/container.xml"))
            paths = [entry.get("full-path", "") for entry in container.iter("rootfile")]
            return _member(archive, paths[0] if paths else "")
    except (zipfile.BadZipFile, xml.ParseError, KeyError, NotImplementedError, RuntimeError, EOFError) as error:
        raise MusicError(f"the file is no compressed MusicXML: {error}") from None


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise MusicError(f"{name} has more than {LARGEST:,} bytes")
    return data


def pack(document: bytes) -> bytes:
    """A compressed file with *document* in it, always the same for the same document."""
    container = '<container><rootfiles><rootfile full-path="score.musicxml"/></rootfiles></container>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("META-INF/container.xml", container.encode()), ("score.musicxml", document)):
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _text(element: xml.Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _number(text: str | None, default: float, low: float, high: float) -> Fraction:
    """The number in *text* if it is one from *low* to *high*."""
    try:
        found = Fraction((text or "").strip()[:20])
    except (ValueError, ZeroDivisionError):
        return Fraction(default)
    return found if low <= found <= high else Fraction(default)


class _Reader:
    """Reads the measures of one part."""

    def __init__(self, tune: Tune, part: Part) -> None:
        self.tune = tune
        self.part = part
        self.is_first = not tune.parts
        self.divisions = Fraction(1)
        self.now = self.onset = self.end = Fraction(0)
        tune.parts.append(self.part)

    def read(self, measures: Iterable[xml.Element]) -> None:
        for measure in measures:
            start = self.end = self.now
            for element in measure:
                self._element(element)
                self.end = max(self.end, self.now)
            self.now = self.end
            if self.is_first:
                self.tune.measures.append(Measure(start, self.end - start))

    def _element(self, element: xml.Element) -> None:
        if element.tag == "note":
            self._note(element)
        elif element.tag == "backup":
            self.now = max(Fraction(0), self.now - self._length(element))
        elif element.tag == "forward":
            self.now += self._length(element)
        elif element.tag == "attributes":
            self._attributes(element)
        elif element.tag in ("direction", "sound"):
            self._tempo(element)

    def _attributes(self, element: xml.Element) -> None:
        self.divisions = _number(element.findtext("divisions"), float(self.divisions), 1 / 64, 1 << 20)
        if self.is_first and not self.tune.measures:
            self.tune.beats = int(_number(element.findtext("time/beats"), 4, 1, 64))
            self.tune.beat_type = int(_number(element.findtext("time/beat-type"), 4, 1, 64))
            self.tune.fifths = int(_number(element.findtext("key/fifths"), 0, -7, 7))

    def _tempo(self, element: xml.Element) -> None:
        if self.now == 0:
            sounds = [element] if element.tag == "sound" else element.findall("sound")
            stated = [sound.get("tempo") for sound in sounds] + [element.findtext(".//per-minute")]
            text = next((entry for entry in stated if entry), None)
            self.tune.tempo = float(_number(text, self.tune.tempo or TEMPO, 10, 500))

    def _note(self, element: xml.Element) -> None:
        if element.find("grace") is not None:
            return
        length = self._length(element)
        if element.find("chord") is None:
            self.onset = self.now
            self.now += length
        pitch = element.find("pitch")
        step = _text(pitch, "step") if pitch is not None else ""
        if pitch is None or len(step) != 1 or step not in "CDEFGAB":
            return
        octave, alter = _number(pitch.findtext("octave"), 4, 0, 9), _number(pitch.findtext("alter"), 0, -3, 3)
        note = Note(self.onset, length, min(127, pitch_of(step, int(octave), float(alter))))
        ties = {tie.get("type") for tie in element.findall("tie")}
        if "stop" in ties and self._prolonged(note):
            return
        self.part.notes.append(note)

    def _prolonged(self, note: Note) -> bool:
        """Whether *note* was tied to an earlier one, which now lasts until its end."""
        for index in range(len(self.part.notes) - 1, max(-1, len(self.part.notes) - 100), -1):
            earlier = self.part.notes[index]
            if earlier.pitch == note.pitch and earlier.start + earlier.length == note.start:
                self.part.notes[index] = earlier._replace(length=earlier.length + note.length)
                return True
        return False

    def _length(self, element: xml.Element) -> Fraction:
        return _number(element.findtext("duration"), 0, 0, 1 << 20) / self.divisions
