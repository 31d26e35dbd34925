"""ABC: what is written, read again as the standard has it."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.sandbox.formats import abc
from flat_api.sandbox.formats.files import MEDIA_TYPES, rendered, uploaded
from flat_api.sandbox.formats.tune import Note, Part, Tune, melody, pitch_of

from ...scaling import assert_linear
from ..music import MUSICXML

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["C4", "F#4", "Bb3", "G5", "C2", "B7", "-"]), st.sampled_from(["1/2", "1", "3/2", "5", "1/3"])
    ),
    min_size=1,
)
SYMBOL = re.compile(r"(\[[^\]|]+\]|[\^=][A-Ga-g][,']*|z)([0-9]*(?:/[0-9]+)?)(-?)")
NOTE = re.compile(r"([\^=])([A-Ga-g])([,']*)")


def pitch(mark, letter, octaves):
    octave = (4 if letter.isupper() else 5) + octaves.count("'") - octaves.count(",")
    return pitch_of(letter.upper(), octave, mark == "^")


def read(text):
    """The notes of each voice of a tune: start, length, pitch."""
    voices, now, going_on = {}, Fraction(0), {}
    for line in text.splitlines():
        if line.startswith("V:") and "name" not in line:
            notes, now, going_on = voices.setdefault(line[2:], []), Fraction(0), {}
        elif line[1:2] != ":":
            for symbol, length, tied in SYMBOL.findall(line):
                length = Fraction(length or 1)
                pitches = [pitch(*found) for found in NOTE.findall(symbol)]
                for key in pitches:
                    start = going_on.pop(key, now)
                    if tied:
                        going_on[key] = start
                    else:
                        notes.append(Note(start, now + length - start, key))
                now += length
    return [sorted(notes) for notes in voices.values()]


@given(STEPS)
def test_notes_are_written(steps):
    """Pitches, octaves, lengths, rests, and notes that go on over a bar."""
    made = melody(" ".join(f"{name}:{length}" for name, length in steps), "Title", tempo=90)
    assert read(abc.write(made).decode()) == [made.notes]


def test_head_is_that_of_the_tune():
    """Number, title, composer, metre, unit, tempo, voices and key, in the order of the standard."""
    part = Part('A "B" %', [Note(Fraction(0), Fraction(1), 60), Note(Fraction(0), Fraction(1), 64)])
    made = Tune("Two\nlines \\ %", "N. N.", 72, [part, Part("")], beats=3, beat_type=8, fifths=-3).with_measures()
    assert abc.write(made).decode().splitlines() == [
        *("X:1", "T:Two lines /", "C:N. N.", "M:3/8", "L:1/4", "Q:1/4=72"),
        *("V:1 name=\"A 'B'\"", 'V:2 name="piano"', "K:Eb"),
        *("V:1", "[=C=E]z1/2 |]", "V:2", "z3/2 |]"),
    ]


def test_scores_come_as_abc():
    """It is a format of a revision, without a media type of its own."""
    assert b"T:Two Notes" in rendered(uploaded(MUSICXML, None), "abc")
    assert MEDIA_TYPES["abc"] == "application/octet-stream"


@pytest.mark.parametrize("pitches", [1, 12])
def test_time_to_write_is_linear(pitches):
    """Ten times the notes take ten times as long."""

    def make(size):
        notes = [Note(Fraction(at, 2), Fraction(3), 40 + key) for at in range(size) for key in range(pitches)]
        return Tune(parts=[Part("", notes)]).with_measures()

    assert_linear(abc.write, make, 100)
