"""Sound files: a WAV in which the notes are heard, and an MP3 of silence as long as the music."""

from __future__ import annotations

import array
import io
import math
import sys
import wave
from functools import cache

from ._tunes import Note, Tune, scale

RATE = 16_000
"""Samples in a second of a WAV."""

LONGEST = 600
"""Seconds of sound that are made at most."""

_ATTACK = RATE // 100
_RELEASE = RATE // 20
_VOLUME = 5_000


def wav(tune: Tune) -> bytes:
    """*tune* as sound: one channel, 16 bits, and a plain tone for each note. Without notes, a scale."""
    played = tune if tune.notes else scale()
    second = 60 / played.tempo
    count = max(1, int(min(float(played.length) * second, LONGEST) * RATE))
    mixed = [0] * count
    for note in played.notes:
        _mix(mixed, note, second)
    loudest = max(max(mixed), -min(mixed), 1)
    if loudest > 32_000:
        mixed = [sample * 32_000 // loudest for sample in mixed]
    samples = array.array("h", mixed)
    if sys.byteorder == "big":
        samples.byteswap()
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return written.getvalue()


def _mix(mixed: list[int], note: Note, second: float) -> None:
    start = int(float(note.start) * second * RATE)
    end = min(len(mixed), int(float(note.start + note.length) * second * RATE))
    if start >= end:
        return
    tone = _tone(note.pitch, end - start)
    mixed[start:end] = [here + there for here, there in zip(mixed[start:end], tone)]


@cache
def _period(pitch: int) -> tuple[int, ...]:
    """A second of a tone with an overtone, which can be repeated without a click."""
    hertz = max(1, round(440 * 2 ** ((pitch - 69) / 12)))
    turn = 2 * math.pi * hertz / RATE
    return tuple(int(_VOLUME * (math.sin(turn * at) + 0.3 * math.sin(2 * turn * at))) for at in range(RATE))


def _tone(pitch: int, count: int) -> list[int]:
    """*count* samples of a note: it begins and ends softly."""
    period = _period(pitch)
    tone = list(period[:count]) if count <= RATE else list((period * (count // RATE + 1))[:count])
    for at in range(min(_ATTACK, count // 2)):
        tone[at] = tone[at] * at // _ATTACK
    release = min(_RELEASE, count // 2)
    for at in range(release):
        tone[count - 1 - at] = tone[count - 1 - at] * at // release
    return tone


_FRAME_SECONDS = 1152 / 44_100
# MPEG-1 layer III, 32 kbit/s, 44,100 Hz, one channel, no checksum. All that follows is zero: no bits of sound at all.
_FRAME_HEAD = bytes([0xFF, 0xFB, 0x10, 0xC0])
_FRAME_LENGTH = 144 * 32_000 // 44_100


def mp3(tune: Tune) -> bytes:
    """A file of silence that is as long as *tune*, with its title in it (ID3v2.3)."""
    frames = max(1, math.ceil(min(tune.seconds, LONGEST) / _FRAME_SECONDS))
    frame = _FRAME_HEAD + bytes(_FRAME_LENGTH - len(_FRAME_HEAD))
    return _id3(tune.title) + frame * frames


def _id3(title: str) -> bytes:
    text = b"\x01" + title[:200].encode("utf-16", "replace")
    entry = b"TIT2" + len(text).to_bytes(4, "big") + b"\x00\x00" + text
    size = bytes(len(entry) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + size + entry
