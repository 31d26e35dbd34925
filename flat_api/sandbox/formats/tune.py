"""The music of a score as notes, which all kinds of files are made of."""

from __future__ import annotations

import typing
from dataclasses import dataclass, field
from fractions import Fraction

TEMPO = 120.0

MOST_MEASURES = 10_000
"""Measures that are made at most: one event of a MIDI file can be years behind the one before."""

LONGEST_NAME = 300
"""Characters of a title, or of any other name, that are kept."""


class MusicError(ValueError):
    """A file that is no music, or none that the sandbox can read."""


class Note(typing.NamedTuple):
    """A sounding note: *start* and *length* in quarter notes, *pitch* as MIDI counts, 60 for the middle C."""

    start: Fraction
    length: Fraction
    pitch: int


class Measure(typing.NamedTuple):
    """A measure: where it begins and how long it is, in quarter notes."""

    start: Fraction
    length: Fraction


@dataclass
class Part:
    """An instrument and its notes."""

    name: str
    notes: list[Note] = field(default_factory=list[Note])
    instrument: str = "piano"


@dataclass
class Tune:
    """A piece of music. *tempo* is in quarter notes per minute."""

    title: str = ""
    composer: str = ""
    tempo: float = TEMPO
    parts: list[Part] = field(default_factory=list[Part])
    measures: list[Measure] = field(default_factory=list[Measure])
    beats: int = 4
    beat_type: int = 4
    fifths: int = 0

    @property
    def notes(self) -> list[Note]:
        """The notes of all parts, the earliest first."""
        return sorted(note for part in self.parts for note in part.notes)

    @property
    def length(self) -> Fraction:
        """How long the music is, in quarter notes."""
        ends = [note.start + note.length for part in self.parts for note in part.notes]
        ends += [measure.start + measure.length for measure in self.measures[-1:]]
        return max(ends, default=Fraction(0))

    @property
    def seconds(self) -> float:
        """How long the music takes to play."""
        return float(self.length) * 60 / self.tempo

    def with_measures(self) -> Tune:
        """Return the tune itself, with measures of equal length where it has none."""
        each = Fraction(self.beats * 4, self.beat_type)
        count = min(max(1, -(-self.length // each)), MOST_MEASURES)
        self.measures = self.measures or [Measure(each * index, each) for index in range(int(count))]
        return self


def melody(steps: str, title: str = "", composer: str = "", tempo: float = TEMPO, instrument: str = "piano") -> Tune:
    """Return a tune of one part, from *steps* such as ``E4 G4:2 -:1/2``: pitches and lengths in quarter notes."""
    part, start = Part(instrument.capitalize(), instrument=instrument), Fraction(0)
    for step in steps.split():
        name, _, length = step.partition(":")
        quarters = Fraction(length or 1)
        if name != "-":
            part.notes.append(
                Note(start, quarters, pitch_of(name[0], int(name[-1]), name.count("#") - name.count("b")))
            )
        start += quarters
    return Tune(title, composer, tempo, [part]).with_measures()


_SEMITONES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")


def pitch_of(step: str, octave: int, alter: float = 0) -> int:
    """Return the pitch of a note by its name.

    >>> pitch_of("C", 4), pitch_of("A", 4), pitch_of("B", 3, -1)
    (60, 69, 58)
    """
    return 12 * (octave + 1) + _SEMITONES[step] + round(alter)


def name_of(pitch: int) -> tuple[str, int, int]:
    """Return step, alteration and octave of *pitch*, which is spelt with sharps.

    >>> name_of(60), name_of(66)
    (('C', 0, 4), ('F', 1, 4))
    """
    name = _NAMES[pitch % 12]
    return name[0], len(name) - 1, pitch // 12 - 1


def scale() -> Tune:
    """Return what is played where a score has no notes: a scale in C major."""
    return melody("C4 D4 E4 F4 G4 A4 B4 C5")
