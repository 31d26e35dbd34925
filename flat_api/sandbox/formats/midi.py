"""Standard MIDI files, read into notes and written from them."""

from __future__ import annotations

import struct
from fractions import Fraction

from .tune import LONGEST_NAME, MusicError, Note, Part, Tune

TICKS = 480
"""Ticks in a quarter note of the files written."""

_LENGTHS = {0x80: 2, 0x90: 2, 0xA0: 2, 0xB0: 2, 0xC0: 1, 0xD0: 1, 0xE0: 2}
"""Bytes of data behind each kind of message on a channel."""

END_OF_TRACK = 0x2F
_SHORTEST = Fraction(1, 8)
"""To what reading rounds, in quarter notes: nobody plays as exactly as notes are written."""


def write(tune: Tune) -> bytes:
    """Return *tune* as a file of format 1: a track with the tempo, and one for each part."""
    tempo = round(60_000_000 / tune.tempo)
    title = _meta(3, tune.title.encode("latin-1", "replace")[:100])
    conductor = _track([(0, title + b"\x00" + _meta(0x51, tempo.to_bytes(3, "big")))])
    tracks = [_track(_messages(part, number % 16)) for number, part in enumerate(tune.parts)]
    header = struct.pack(">4sIHHH", b"MThd", 6, 1, 1 + len(tracks), TICKS)
    return header + conductor + b"".join(tracks)


def _meta(kind: int, data: bytes) -> bytes:
    return bytes([0xFF, kind, len(data)]) + data


def _messages(part: Part, channel: int) -> list[tuple[int, bytes]]:
    found: list[tuple[int, bytes]] = []
    for note in part.notes:
        start, end = round(note.start * TICKS), round((note.start + note.length) * TICKS)
        found += [
            (start, bytes([0x90 | channel, note.pitch, 80])),
            (max(end, start + 1), bytes([0x80 | channel, note.pitch, 0])),
        ]
    return sorted(found, key=lambda entry: (entry[0], entry[1][0]))  # a note ends before it is struck again


def _track(messages: list[tuple[int, bytes]]) -> bytes:
    written, now = b"", 0
    parts: list[bytes] = []
    for time, message in messages:
        parts.append(_variable(time - now) + message)
        now = time
    written = b"".join(parts) + b"\x00" + _meta(0x2F, b"")
    return struct.pack(">4sI", b"MTrk", len(written)) + written


def _variable(number: int) -> bytes:
    """Return *number* in groups of seven bits, all but the last of them marked."""
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(number & 0x7F | 0x80)
    return bytes(reversed(groups))


def parse(data: bytes) -> Tune:
    """Return the tune in a file, rounded to notes of a thirty-second. Raises MusicError where it is none."""
    try:
        return _parsed(data)
    except (IndexError, struct.error):
        raise MusicError("the MIDI file ends too early") from None


def _parsed(data: bytes) -> Tune:
    magic, length, _, _, division = struct.unpack_from(">4sIHHH", data)
    if magic != b"MThd" or length < 6:
        raise MusicError("the file is no MIDI file")
    if not 0 < division < 0x8000:
        raise MusicError("MIDI files that count in frames can't be read")
    tune, position = Tune(), 8 + length
    while position + 8 <= len(data):
        kind, length = struct.unpack_from(">4sI", data, position)
        if kind == b"MTrk":  # chunks of other kinds may be anywhere, and the header doesn't count them
            part = _Track(data[position + 8 : position + 8 + length], division, tune).read()
            tune.parts += [part] if part.notes else []
        position += 8 + length
    return tune.with_measures()


class _Track:
    def __init__(self, data: bytes, division: int, tune: Tune) -> None:
        self.data = data
        self.division = division
        self.tune = tune
        self.position = self.now = self.status = 0
        self.sounding: dict[tuple[int, int], int] = {}
        self.part = Part("")

    def read(self) -> Part:
        while self.position < len(self.data):
            self.now += self._variable()
            status = self._byte() if self.data[self.position] & 0x80 else self.status
            if status == 0xFF:
                if self._meta() == END_OF_TRACK:
                    break
            elif status in (0xF0, 0xF7):
                self._bytes(self._variable())
            elif status & 0xF0 in _LENGTHS:
                self.status = status  # of the next message too, if it doesn't say its own
                self._message(status & 0xF0, status & 0x0F)
            else:
                raise MusicError(f"the MIDI file has an unknown message, {status:#x}")
        for key in list(self.sounding):
            self._ended(key)
        self.part.notes.sort()
        return self.part

    def _message(self, kind: int, channel: int) -> None:
        values = self._bytes(_LENGTHS[kind])
        if kind in (0x80, 0x90):
            key = channel, values[0] & 0x7F
            self._ended(key)  # a key that is struck while it sounds begins a new note
            if kind == 0x90 and values[1]:
                self.sounding[key] = self.now

    def _ended(self, key: tuple[int, int]) -> None:
        """Add the note of a key that sounds no longer, if it did."""
        start = self.sounding.pop(key, None)
        if start is not None:
            begin = self._rounded(start)
            self.part.notes.append(Note(begin, max(_SHORTEST, self._rounded(self.now) - begin), key[1]))

    def _meta(self) -> int:
        """Read what is no music, and return its kind."""
        kind, value = self._byte(), self._bytes(self._variable())
        if kind == 3:
            name = value[:LONGEST_NAME].decode("latin-1").strip("\0 ")
            self.part.name = name
            self.tune.title = self.tune.title or name
        elif kind == 0x51 and len(value) == 3 and self.now == 0 and any(value):
            self.tune.tempo = min(500.0, max(10.0, round(60_000_000 / int.from_bytes(value, "big"), 2)))
        elif kind == 0x58 and len(value) >= 2 and self.now == 0 and value[0] and value[1] < 7:
            self.tune.beats, self.tune.beat_type = value[0], 1 << value[1]
        return kind

    def _rounded(self, ticks: int) -> Fraction:
        return round(Fraction(ticks, self.division) / _SHORTEST) * _SHORTEST

    def _byte(self) -> int:
        self.position += 1
        return self.data[self.position - 1]

    def _bytes(self, count: int) -> bytes:
        found = self.data[self.position : self.position + count]
        if len(found) < count:
            raise IndexError(count)
        self.position += count
        return found

    def _variable(self) -> int:
        """Return a number in groups of seven bits, four of them at most."""
        number = 0
        for _ in range(4):
            byte = self._byte()
            number = number << 7 | byte & 0x7F
            if not byte & 0x80:
                break
        return number
