"""Standard MIDI files, as sequencers and instruments write them."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.sandbox.formats import midi, notation
from flat_api.sandbox.formats.files import MIDI, Source, rendered, tune_of, uploaded
from flat_api.sandbox.formats.tune import MusicError, scale

from ...scaling import assert_linear
from ..music import base64_of

ON, OFF, END = b"\x90\x3c\x40", b"\x80\x3c\x00", b"\xff\x2f\x00"


def chunk(kind, data):
    return kind + struct.pack(">I", len(data)) + data


def header(tracks=1, division=1, more=b""):
    return chunk(b"MThd", struct.pack(">HHH", 1, tracks, division) + more)


def track(*events):
    """A track of events, each with the ticks in front of it."""
    return chunk(b"MTrk", b"".join(bytes([delta]) + event for delta, event in events))


def read(*events):
    """The notes of a track: start, length and pitch."""
    tune = midi.parse(header() + track(*events))
    return [(float(note.start), float(note.length), note.pitch) for note in tune.notes]


NOTE = track((0, ON), (2, OFF), (0, END))


@pytest.mark.parametrize(
    "data",
    [
        header() + chunk(b"XFIH", b"alien") + NOTE,
        header() + NOTE + chunk(b"XFKM", b""),
        header() + chunk(b"\xff\xff\xff\xff", b"MTrk") + NOTE,
        header(more=b"later") + NOTE,
        header(tracks=9) + NOTE,
        header(tracks=0) + NOTE,
        header() + NOTE + b"trailing",
    ],
)
def test_chunks_of_other_kinds_are_skipped(data):
    """They may stand anywhere (SMF 1.0), count for none of the tracks, and a longer header is one of the future."""
    assert [(float(note.start), float(note.length)) for note in midi.parse(data).notes] == [(0, 2)]


@pytest.mark.parametrize(
    "events", [[(0, ON), (3, END)], [(0, ON), (3, b"\xff\x01\x00")], [(0, ON), (3, b"\x90\x3e\x00")]]
)
def test_notes_end_with_their_track(events):
    """A key that nobody let go sounds until the last event."""
    assert read(*events) == [(0, 3, 60)]


def test_key_that_is_struck_again_begins_a_new_note():
    """The one before ends there, and no note is lost."""
    assert read((0, ON), (1, ON), (1, ON), (1, OFF), (0, END)) == [(0, 1, 60), (1, 1, 60), (2, 1, 60)]


def test_what_follows_the_end_of_a_track_is_no_music():
    """The end of a track is its end."""
    assert read((0, ON), (1, OFF), (0, END), (0, ON), (5, OFF)) == [(0, 1, 60)]


@pytest.mark.parametrize("between", [b"\xff\x01\x02hi", b"\xf0\x02\x01\xf7", b"\xf7\x01\x00"])
def test_status_runs_on(between):
    """A message without a status is of the kind of the one before, text and messages for one instrument left aside."""
    assert read((0, ON), (1, between), (1, b"\x3c\x00"), (0, END)) == [(0, 2, 60)]


@pytest.mark.parametrize(
    "data",
    [
        b"MThd",
        header()[:-1],
        header() + NOTE[:-5],
        header() + track((0, b"\x3c\x40")),
        header() + track((0, b"\xf4")),
        header() + track((0, b"\xff\x01\x7fx")),
        header() + track((0, b"\x90")),
        header() + chunk(b"MTrk", b"\xff" * 100),
        header(division=0) + NOTE,
        header(division=0xE728) + NOTE,
        chunk(b"MThd", b"\0\1\0\1") + NOTE,
    ],
)
def test_damaged_files_are_refused(plain, data):
    """What ends too early, has no status, or counts in frames, is a 422."""
    assert plain.error("POST", "/scores", base64_of(data)) == (422, "INVALID_SCORE_DATA", "data")


@given(st.data())
def test_damage_anywhere_is_told(data):
    """Whatever bytes are others, reading ends with a tune that can be written, or a MusicError."""
    whole = midi.write(scale())
    at = data.draw(st.integers(0, len(whole)))
    broken = whole[:at] + data.draw(st.binary(max_size=6)) + whole[at + data.draw(st.integers(0, 8)) :]
    try:
        tune = tune_of(Source(MIDI, broken))
    except MusicError:
        return
    assert notation.write(tune) and midi.write(tune)


def sustained(size, rest=b"\xff\xff\xff\x7f"):
    """A file of *size* notes that all sound until the end, which is years away unless the *rest* is shorter."""
    events = b"".join(b"\x01\x90" + bytes([note % 128, 64]) for note in range(size)) + rest + END
    return header() + chunk(b"MTrk", events)


def test_notes_that_last_for_all_measures_are_bounded(plain):
    """A few bytes that would be millions of notes on paper are a 422; one chord after the other is not."""
    assert tune_of(uploaded(**dict(zip(("data", "encoding"), base64_of(sustained(2000)).values())))).notes
    many = b"".join(b"\x00\x90" + bytes([note, 64]) for note in range(128)) + b"\xff\xff\xff\x7f" + END
    response = plain("POST", "/scores", base64_of(header() + chunk(b"MTrk", many)))
    assert (response.status, response.json()["code"]) == (422, "INVALID_SCORE_DATA")
    assert "200,000 notes" in response.json()["message"]


@pytest.mark.parametrize(
    "make", [sustained, lambda size: header() + NOTE * size, lambda size: header() + chunk(b"MTrk", b"\xff" * size)]
)
def test_time_to_read_is_linear(make):
    """Long notes, many tracks, and a number that never ends."""
    assert_linear(midi.parse, make, 500)


@pytest.mark.parametrize("format", ["json", "xml", "abc", "midi", "synchronizationPoints", "thumbnail.png"])
def test_time_to_write_is_linear(format):
    """Whatever is made of notes that last and last, is made in time."""
    sources = {size: Source(MIDI, sustained(size, b"\x83\x00")) for size in (100, 1000)}
    assert_linear(lambda size: rendered.__wrapped__(sources[size], format), lambda size: size, 100)
