"""MusicXML, read into notes, and the archives that it comes in."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from fractions import Fraction

from . import xml
from .tune import LONGEST_NAME, MOST_MEASURES, TEMPO, Measure, MusicError, Note, Part, Tune, pitch_of
from .xml import Element

LARGEST = 32 << 20
"""Bytes of a file in a compressed one that are read at most."""

MOST_MEMBERS = 1_000
"""Files in a compressed one at most."""


def parse(data: bytes) -> Tune:
    """Return the tune in a MusicXML document. Raises MusicError where it is none.

    Repeats aren't followed, and what is wrong in details is ignored.
    """
    root = _document(data)
    if root.tag not in ("score-partwise", "score-timewise"):
        raise MusicError(f"the XML is no MusicXML: its root is {root.tag[:50]!r}")
    tune = Tune(title=_text(root, "work/work-title") or _text(root, "movement-title"))
    creators = [entry for entry in root.iter("creator") if entry.get("type") == "composer"]
    tune.composer = (creators[0].text or "")[:LONGEST_NAME] if creators else ""
    listed = {entry.get("id", ""): entry for entry in root.iter("score-part")}
    for id, measures in _partwise(root):
        if len(measures) > MOST_MEASURES:
            raise MusicError(f"it has more than {MOST_MEASURES:,} measures")
        _Reader(tune, _named(listed.get(id))).read(measures)
    return tune.with_measures()


def _document(data: bytes) -> Element:
    try:
        return xml.parse(data)
    except xml.XmlError as error:
        raise MusicError(f"the file is no XML: {error}") from None


def _partwise(root: Element) -> Iterable[tuple[str, Sequence[Iterable[Element]]]]:
    """Return the measures of each part, by the part's identifier, whichever of the two stands inside the other."""
    if root.tag == "score-partwise":
        return [(part.get("id", ""), part.findall("measure")) for part in root.findall("part")]
    columns = [{part.get("id", ""): part for part in measure.findall("part")} for measure in root.findall("measure")]
    ids = dict.fromkeys(id for column in columns for id in column)
    if len(ids) * len(columns) > xml.MOST_NODES:
        raise MusicError("it has too many parts and measures")
    return [(id, [column.get(id, ()) for column in columns]) for id in ids]


def _named(listed: Element | None) -> Part:
    """Return a part without its notes, as it is *listed*."""
    if listed is None:
        return Part("")
    name = _text(listed, "part-name")
    instrument = _text(listed, "score-instrument/instrument-name") or name or "piano"
    return Part(name, instrument="-".join(instrument.lower().split())[:80])


def unpack(data: bytes) -> bytes:
    """Return the MusicXML in a compressed file (``.mxl``). Raises MusicError where there is none."""
    if data.count(_MEMBER) > MOST_MEMBERS:
        raise MusicError(f"the compressed file has more than {MOST_MEMBERS:,} members")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            container = _document(_member(archive, "META-INF/container.xml"))
            paths = [entry.get("full-path", "") for entry in container.iter("rootfile")]
            return _member(archive, paths[0] if paths else "")
    except MusicError:
        raise
    except _DAMAGED as error:
        raise MusicError(f"the file is no compressed MusicXML: {str(error)[:200]}") from None


_MEMBER = b"PK\x01\x02"
"""What each entry in the directory of an archive begins with."""

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError)
"""What zipfile raises for archives that are damaged, encrypted, or of another kind."""


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    info = archive.getinfo(name)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # others ask for memory as they like
        raise MusicError(f"{name[:200]} is compressed by another method than deflate")
    with archive.open(info) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise MusicError(f"{name[:200]} has more than {LARGEST:,} bytes")
    return data


def pack(document: bytes) -> bytes:
    """Return a compressed file with *document* in it, always the same for the same document."""
    container = '<container><rootfiles><rootfile full-path="score.musicxml"/></rootfiles></container>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("META-INF/container.xml", container.encode()), ("score.musicxml", document)):
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _text(element: Element, path: str) -> str:
    return (element.findtext(path) or "").strip()[:LONGEST_NAME]


_DECIMAL = re.compile(r"[ \t\r\n]*([+-]?(?:[0-9]{1,12}(?:\.[0-9]{0,12})?|\.[0-9]{1,12}))[ \t\r\n]*")
"""A decimal of XML Schema, which has no exponent, with as many digits as music can need."""


def _decimal(text: str | None) -> Fraction | None:
    """Return the number in *text*; None where it is no decimal."""
    found = _DECIMAL.fullmatch(text or "")
    return None if found is None else Fraction(found[1])


def _number(text: str | None, default: float, low: float, high: float) -> Fraction:
    """Return the number in *text* if it is one from *low* to *high*, otherwise *default*."""
    found = _decimal(text)
    return Fraction(default) if found is None or not low <= found <= high else found


GRID = 2**10 * 3**3 * 5**2 * 7 * 11 * 13
"""Parts of a quarter note to which lengths are rounded: exact for tuplets that people play, however they are divided.

Sums of fractions with any denominators would have denominators without end.
"""


class _Reader:
    """Reads the measures of one part."""

    def __init__(self, tune: Tune, part: Part) -> None:
        self.tune = tune
        self.part = part
        self.is_first = not tune.parts
        self.divisions = Fraction(1)
        self.now = self.onset = self.end = Fraction(0)
        tune.parts.append(self.part)

    def read(self, measures: Iterable[Iterable[Element]]) -> None:
        for measure in measures:
            start = self.end = self.now
            for element in measure:
                self._element(element)
                self.end = max(self.end, self.now)
            self.now = self.end
            if self.is_first:
                self.tune.measures.append(Measure(start, self.end - start))

    def _element(self, element: Element) -> None:
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

    def _attributes(self, element: Element) -> None:
        stated = self._stated(element, "divisions")
        self.divisions = stated if stated is not None and stated >= Fraction(1, 64) else self.divisions
        if self.is_first and not self.tune.measures:
            self.tune.beats = int(_number(element.findtext("time/beats"), 4, 1, 64))
            self.tune.beat_type = int(_number(element.findtext("time/beat-type"), 4, 1, 64))
            self.tune.fifths = int(_number(element.findtext("key/fifths"), 0, -7, 7))

    def _tempo(self, element: Element) -> None:
        if self.now == 0:
            sounds = [element] if element.tag == "sound" else element.findall("sound")
            stated = [sound.get("tempo") for sound in sounds] + [element.findtext(".//per-minute")]
            text = next((entry for entry in stated if entry), None)
            self.tune.tempo = float(_number(text, self.tune.tempo or TEMPO, 10, 500))

    def _note(self, element: Element) -> None:
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
        note = Note(self.onset, length, max(0, min(127, pitch_of(step, int(octave), float(alter)))))
        ties = {tie.get("type") for tie in element.findall("tie")}
        if "stop" in ties and self._prolonged(note):
            return
        self.part.notes.append(note)

    def _prolonged(self, note: Note) -> bool:
        """Return whether *note* was tied to an earlier one, which now lasts until its end."""
        for index in range(len(self.part.notes) - 1, max(-1, len(self.part.notes) - 100), -1):
            earlier = self.part.notes[index]
            if earlier.pitch == note.pitch and earlier.start + earlier.length == note.start:
                self.part.notes[index] = earlier._replace(length=earlier.length + note.length)
                return True
        return False

    def _length(self, element: Element) -> Fraction:
        """Return how long a note, or a step to another place, is. Raises MusicError where that is no number."""
        duration = self._stated(element, "duration") or Fraction(0)
        return Fraction(round(max(duration, Fraction(0)) * GRID / self.divisions), GRID)

    def _stated(self, element: Element, name: str) -> Fraction | None:
        """Return the number that all others are counted with. Raises MusicError for one that can't be counted with."""
        text = element.findtext(name)
        found = _decimal(text)
        if text is not None and text.strip() and (found is None or found > LARGEST_NUMBER):
            raise MusicError(f"{name}: expected a decimal up to {LARGEST_NUMBER:,}, got {text.strip()[:40]!r}")
        return found


LARGEST_NUMBER = 1 << 24
"""What a duration, or a number of divisions, is at most."""
