"""Sound: what is heard of many notes, and what it costs."""

import io
import wave
from fractions import Fraction
from itertools import pairwise

import pytest

from flat_api.sandbox.formats import sound
from flat_api.sandbox.formats.sound import POLYPHONY, RATE, Tone, wav
from flat_api.sandbox.formats.tune import Note, Part, Tune

from ..scaling import assert_linear


def tune(*notes):
    """Notes of one part, a second for each quarter."""
    return Tune(
        tempo=60, parts=[Part("", [Note(Fraction(start), Fraction(length), pitch) for start, length, pitch in notes])]
    )


def samples(*notes):
    with wave.open(io.BytesIO(wav(tune(*notes)))) as file:
        return memoryview(file.readframes(file.getnframes())).cast("h").tolist()


def test_sounds_add_up():
    """What is heard of two notes is the sum of what is heard of each, wherever in a second they begin and end."""
    one, other = (Fraction(1, 7), Fraction(9, 4), 60), (Fraction(5, 3), Fraction(1, 2), 67)
    apart = [samples(note, (3, 1, 0)) for note in (one, other)]
    low = samples((3, 1, 0))
    together = samples(one, other, (3, 1, 0))
    assert together == [first + second - third for first, second, third in zip(*apart, low)]


def test_notes_begin_and_end_softly():
    """No click: what is heard rises from nothing, and falls to nothing."""
    heard = samples((0, Fraction(5, 2), 69))
    assert heard[0] == heard[-1] == 0
    assert max(map(abs, heard[:8])) < max(map(abs, heard[:400])) / 5
    assert max(map(abs, heard[-8:])) < max(map(abs, heard[-400:])) / 5
    steps = [abs(one - other) for one, other in pairwise(heard)]
    assert max(steps) < 2000


def test_first_note_makes_room():
    """Of more notes than can be heard at once, those that began first end."""
    notes = [Note(Fraction(number), Fraction(1000), number) for number in range(POLYPHONY + 2)]
    tones = sound._tones(notes, 1.0, 2000 * RATE)
    assert [tone.end // RATE for tone in tones[:3]] == [POLYPHONY, POLYPHONY + 1, 1002]
    for number in (1, 20, POLYPHONY - 1):
        assert all(tone.end == tone.start + 1000 * RATE for tone in sound._tones(notes[:number], 1.0, 2000 * RATE))


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
        sound._period(pitch)
    assert_linear(lambda made: wav(made), lambda size: tune(*notes(size)), 200)


def test_tones_are_cut_at_the_end():
    """Nothing is heard behind the last sample."""
    assert sound._tones([Note(Fraction(0), Fraction(5), 60), Note(Fraction(9), Fraction(1), 60)], 1.0, RATE) == [
        Tone(0, RATE, 60)
    ]
