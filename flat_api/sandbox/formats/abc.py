"""ABC, written from notes: notation as plain text, by the standard of ABC 2.1."""

from __future__ import annotations

from fractions import Fraction

from .tune import Part, Tune, name_of
from .voices import Piece, voice

_KEYS = ("Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#")
"""The major keys from seven flats to seven sharps."""

MEASURES_IN_LINE = 4


def write(tune: Tune) -> bytes:
    """Return *tune* as ABC, one voice for each part; of notes that overlap, the later one is heard."""
    tune = tune.with_measures()
    head = [
        "X:1",
        f"T:{_plain(tune.title or 'Untitled')}",
        *([f"C:{_plain(tune.composer)}"] if tune.composer else []),
        f"M:{tune.beats}/{tune.beat_type}",
        "L:1/4",
        f"Q:1/4={tune.tempo:g}",
    ]
    parts = tune.parts or [Part("Piano")]
    names = [f'V:{number} name="{_plain(part.name or part.instrument)}"' for number, part in enumerate(parts, 1)]
    key = f"K:{_KEYS[tune.fifths + 7]}"
    lines = [line for number, part in enumerate(parts, 1) for line in (f"V:{number}", *_lines(part, tune))]
    return "\n".join([*head, *names, key, *lines, ""]).encode()


def _plain(text: str) -> str:
    """Return *text* in one line, without what begins a comment, ends a text, or can't be written."""
    kept = "".join(character if character.isprintable() else " " for character in text)
    return kept.replace("%", " ").replace('"', "'").replace("\\", "/").strip()


def _lines(part: Part, tune: Tune) -> list[str]:
    measures = ["".join(map(_written, pieces)) or "x" for pieces in voice(part, tune.measures)]
    lines = [
        " | ".join(measures[at : at + MEASURES_IN_LINE]) + " |" for at in range(0, len(measures), MEASURES_IN_LINE)
    ]
    return [*lines[:-1], f"{lines[-1]}]"] if lines else []


def _written(piece: Piece) -> str:
    """Return a note, a chord or a rest with its length, and a tie where the next one goes on from it."""
    notes = "".join(map(_note, piece.pitches))
    symbol = f"[{notes}]" if len(piece.pitches) > 1 else notes or "z"
    return f"{symbol}{_length(piece.length)}{'-' * piece.starts}"


def _note(pitch: int) -> str:
    """Return a note, which always says whether it is sharp: C is the middle one, c an octave above.

    >>> [_note(pitch) for pitch in (60, 61, 72, 84, 48)]
    ['=C', '^C', '=c', "=c'", '=C,']
    """
    step, alter, octave = name_of(pitch)
    mark = "^" if alter else "="
    return f"{mark}{step}{',' * (4 - octave)}" if octave < 5 else f"{mark}{step.lower()}{chr(39) * (octave - 5)}"


def _length(length: Fraction) -> str:
    """Return a length in quarter notes as a multiplier.

    >>> [_length(Fraction(text)) for text in ("1", "3", "1/2", "3/4")]
    ['', '3', '1/2', '3/4']
    """
    return "" if length == 1 else str(length)
