"""MusicXML, written from notes."""

from __future__ import annotations

from fractions import Fraction
from xml.etree import ElementTree as xml

from .tune import Part, Tune, name_of
from .voices import Piece, voice

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" '
    '"http://www.musicxml.org/dtds/partwise.dtd">\n'
)
DIVISIONS = 24
"""Parts of a quarter note: enough for triplets and for notes of a thirty-second."""

_TYPES = {
    Fraction(4): ("whole", 0),
    Fraction(3): ("half", 1),
    Fraction(2): ("half", 0),
    Fraction(3, 2): ("quarter", 1),
    Fraction(1): ("quarter", 0),
    Fraction(3, 4): ("eighth", 1),
    Fraction(1, 2): ("eighth", 0),
    Fraction(1, 4): ("16th", 0),
    Fraction(1, 8): ("32nd", 0),
}


def write(tune: Tune) -> bytes:
    """Return *tune* as a MusicXML document, one voice for each part; of notes that overlap, the later one is heard."""
    tune = tune.with_measures()
    root = xml.Element("score-partwise", version="4.0")
    if tune.title:
        _add(_add(root, "work"), "work-title", tune.title)
    if tune.composer:
        _add(_add(root, "identification"), "creator", tune.composer).set("type", "composer")
    listed = _add(root, "part-list")
    for number, part in enumerate(tune.parts or [Part("Piano")], 1):
        entry = _add(listed, "score-part")
        entry.set("id", f"P{number}")
        _add(entry, "part-name", part.name or f"Part {number}")
        instrument = _add(entry, "score-instrument")
        instrument.set("id", f"P{number}-I1")
        _add(instrument, "instrument-name", part.instrument)
        _write_part(_add(root, "part"), f"P{number}", part, tune)
    xml.indent(root)
    return _HEAD.encode() + xml.tostring(root, encoding="unicode").encode() + b"\n"


def _add(parent: xml.Element, tag: str, text: object = None) -> xml.Element:
    element = xml.SubElement(parent, tag)
    element.text = None if text is None else _printable(str(text))
    return element


def _printable(text: str) -> str:
    """Return *text* without what XML can't hold."""
    return "".join(kept for kept in text if kept in "\t\n" or (kept.isprintable() and not 0xD800 <= ord(kept) < 0xE000))


def _write_part(element: xml.Element, id: str, part: Part, tune: Tune) -> None:
    element.set("id", id)
    for number, pieces in enumerate(voice(part, tune.measures), 1):
        written = _add(element, "measure")
        written.set("number", str(number))
        if number == 1:
            _write_attributes(written, tune)
        for piece in pieces:
            _write_piece(written, piece)


def _write_attributes(element: xml.Element, tune: Tune) -> None:
    attributes = _add(element, "attributes")
    _add(attributes, "divisions", DIVISIONS)
    _add(_add(attributes, "key"), "fifths", tune.fifths)
    time = _add(attributes, "time")
    _add(time, "beats", tune.beats)
    _add(time, "beat-type", tune.beat_type)
    clef = _add(attributes, "clef")
    _add(clef, "sign", "G")
    _add(clef, "line", 2)
    direction = _add(element, "direction")
    metronome = _add(_add(direction, "direction-type"), "metronome")
    _add(metronome, "beat-unit", "quarter")
    _add(metronome, "per-minute", f"{tune.tempo:g}")
    _add(direction, "sound").set("tempo", f"{tune.tempo:g}")


def _write_piece(element: xml.Element, piece: Piece) -> None:
    duration = round(piece.length * DIVISIONS)
    for index, pitch in enumerate(piece.pitches or [None]):
        note = _add(element, "note")
        if index:
            _add(note, "chord")
        _write_pitch(note, pitch)
        _add(note, "duration", max(duration, 1))
        for kind in ["stop"] * piece.stops + ["start"] * piece.starts:
            _add(note, "tie").set("type", kind)
        name, dots = _TYPES.get(piece.length, ("", 0))
        if name:
            _add(note, "type", name)
        for _ in range(dots):
            _add(note, "dot")


def _write_pitch(note: xml.Element, pitch: int | None) -> None:
    if pitch is None:
        _add(note, "rest")
        return
    step, alter, octave = name_of(pitch)
    element = _add(note, "pitch")
    _add(element, "step", step)
    if alter:
        _add(element, "alter", alter)
    _add(element, "octave", octave)
