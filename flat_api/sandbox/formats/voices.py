"""The notes of a part as one voice on paper: chords and rests, measure by measure."""

from __future__ import annotations

import typing
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from .tune import Measure, MusicError, Note, Part, Tune

MOST_PIECES = 200_000
"""Notes of a score on paper at most, those that go on in the next measure counted again."""


class Piece(typing.NamedTuple):
    """What is written at one place: *pitches* of one *length*, none for a rest.

    *stops* tells that it goes on from the piece before, *starts* that the piece behind it goes on from here.
    """

    pitches: list[int]
    length: Fraction
    stops: bool = False
    starts: bool = False


class _Chord(typing.NamedTuple):
    start: Fraction
    end: Fraction
    pitches: list[int]


def voice(part: Part, measures: Sequence[Measure]) -> Iterator[list[Piece]]:
    """Yield what is in each of *measures*; of notes that overlap, the later one is written."""
    chords, first = _chords(part.notes), 0
    for measure in measures:
        pieces: list[Piece] = []
        first = _fill(pieces, measure, chords, first)
        yield pieces


def check_size(tune: Tune) -> None:
    """Raise MusicError where *tune* is more than can be written: notes of a few bytes can last for all measures."""
    starts = [measure.start for measure in tune.measures]
    shortest = min((measure.length for measure in tune.measures), default=Fraction(0))
    count = len(starts) * len(tune.parts)
    for part in tune.parts:
        for start, end, pitches in _chords(part.notes):
            is_short = end - start <= shortest
            count += len(pitches) * (1 if is_short else 1 + bisect_left(starts, end) - bisect_left(starts, start))
        if count > MOST_PIECES:
            raise MusicError(f"it would have more than {MOST_PIECES:,} notes on paper")


def _chords(notes: list[Note]) -> list[_Chord]:
    """Return the notes by their starts, each chord over when the next one starts."""
    together: dict[Fraction, list[Note]] = {}
    for note in sorted(notes):
        together.setdefault(note.start, []).append(note)
    ends = [start + max(note.length for note in found) for start, found in together.items()]
    cut = [min(end, following) for end, following in zip(ends, [*list(together)[1:], *ends[-1:]])]
    return [_Chord(start, end, sorted({note.pitch for note in together[start]})) for start, end in zip(together, cut)]


def _fill(pieces: list[Piece], measure: Measure, chords: Sequence[_Chord], first: int) -> int:
    """Add what sounds in *measure*, and return the index of the first of *chords* that may sound in the next one.

    *first* is that index for *measure* itself.
    """
    now, over = measure.start, measure.start + measure.length
    while first < len(chords) and chords[first].start < over:
        start, end, pitches = chords[first]
        if start > now:
            pieces.append(Piece([], start - now))
        begin, until = max(start, now), min(end, over)
        if begin < until:
            pieces.append(Piece(pitches, until - begin, begin > start, until < end))
            now = until
        if end > over:
            break
        first += 1
    if now < over:
        pieces.append(Piece([], over - now))
    return first
