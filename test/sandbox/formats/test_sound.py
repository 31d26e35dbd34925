"""Sound: what is heard of many notes, and what it costs."""

import io
import wave
from fractions import Fraction
from itertools import pairwise

import pytest

from flat_api.sandbox.formats import sound
from flat_api.sandbox.formats.sound import RATE, wav
from flat_api.sandbox.formats.tune import Note, Part, Tune

from ...scaling import assert_linear


def tune(*notes):
    """Notes of one part, a second for each quarter."""
    return Tune(
        tempo=60, parts=[Part("", [Note(Fraction(start), Fraction(length), pitch) for start, length, pitch in notes])]
    )


def samples(*notes):
    with wave.open(io.BytesIO(wav(tune(*notes)))) as file:
        return memoryview(file.readframes(file.getnframes())).cast("h").tolist()


def test_highest_note_is_heard():
    """Of notes that begin together; it sounds until the next one begins."""
    alone = samples((0, 1, 72), (1, 1, 60), (2, 1, 62))
    assert samples((0, 3, 48), (0, 2, 72), (1, 1, 60), (2, 1, 62)) == alone
    assert len(alone) == 3 * RATE


def test_notes_begin_and_end_softly():
    """No click: what is heard rises from nothing, and falls to nothing."""
    heard = samples((0, Fraction(5, 2), 69))
    assert heard[0] == heard[-1] == 0
    assert max(map(abs, heard[:8])) < max(map(abs, heard[:400])) / 5
    assert max(map(abs, heard[-8:])) < max(map(abs, heard[-400:])) / 5
    steps = [abs(one - other) for one, other in pairwise(heard)]
    assert max(steps) < 4000


def test_sound_has_an_end(monkeypatch):
    """It is as long as the music, and at most `LONGEST` seconds."""
    monkeypatch.setattr(sound, "LONGEST", 2)
    assert len(samples((0, 10**9, 60))) == 2 * RATE
    assert len(samples((10**9, 1, 60))) == 2 * RATE


@pytest.mark.parametrize(
    "notes",
    [
        lambda size: [(0, 60, number % 128) for number in range(size)],
        lambda size: [(Fraction(number, 50), 60, number % 128) for number in range(size)],
    ],
)
def test_time_is_not_that_of_all_notes_in_their_whole_length(monkeypatch, notes):
    """Ten times the notes that sound at the same time take no more than ten times as long, however long they are."""
    monkeypatch.setattr(sound, "LONGEST", 30)
    for pitch in range(128):
        sound._second(pitch)
    assert_linear(lambda made: wav(made), lambda size: tune(*notes(size)), 200)
