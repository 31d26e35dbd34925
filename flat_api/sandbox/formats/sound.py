"""Sound files: a WAV in which the highest notes are heard, and an MP3 of silence as long as the music."""

from __future__ import annotations

import array
import io
import math
import sys
import wave
from functools import cache

from .tune import Tune, scale

RATE = 16_000
"""Samples in a second of a WAV."""

LONGEST = 600
"""Seconds of sound that are made at most."""

_SOFT = RATE // 200
"""Samples in which a tone begins, and in which it ends."""

_VOLUME = 20_000


def wav(tune: Tune) -> bytes:
    """Return *tune* as sound: one channel, 16 bits, and a plain tone, one at a time. Without notes, a scale."""
    played = tune if tune.notes else scale()
    second = 60 / played.tempo * RATE
    count = max(1, int(min(float(played.length) * second, LONGEST * RATE)))
    samples = array.array("h", bytes(2 * count))
    highest = {note.start: note for note in sorted(played.notes, key=lambda note: (note.start, note.pitch))}
    for note, following in zip(highest.values(), [*list(highest)[1:], played.length]):
        end = min(note.start + note.length, following)
        first, last = (min(count, int(float(at) * second)) for at in (note.start, end))
        samples[first:last] = _tone(note.pitch, last - first)
    if sys.byteorder == "big":
        samples.byteswap()
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return written.getvalue()


def _tone(pitch: int, length: int) -> array.array[int]:
    """Return so many samples of a tone, which begins and ends softly."""
    period = _second(pitch)
    samples = period[:length] if length <= RATE else (period * (length // RATE + 1))[:length]
    soft = min(_SOFT, length // 2)
    for index in range(soft):
        samples[index] = samples[index] * index // soft
        samples[-1 - index] = samples[-1 - index] * index // soft
    return samples


@cache
def _second(pitch: int) -> array.array[int]:
    """Return a second of a tone, which ends where the next one begins."""
    turn = 2 * math.pi * max(1, round(440 * 2 ** ((pitch - 69) / 12))) / RATE
    return array.array("h", [int(_VOLUME * math.sin(turn * at)) for at in range(RATE)])


_FRAME_SECONDS = 1152 / 44_100
# MPEG-1 layer III, 32 kbit/s, 44,100 Hz, one channel, no checksum. All that follows is zero: no bits of sound at all.
_FRAME_HEAD = bytes([0xFF, 0xFB, 0x10, 0xC0])
_FRAME_LENGTH = 144 * 32_000 // 44_100


def mp3(tune: Tune) -> bytes:
    """Return a file of silence that is as long as *tune*, with its title in it (ID3v2.3)."""
    text = b"\x01" + tune.title[:200].encode("utf-16", "replace")
    entry = b"TIT2" + len(text).to_bytes(4, "big") + b"\x00\x00" + text
    size = bytes(len(entry) >> shift & 0x7F for shift in (21, 14, 7, 0))
    frames = max(1, math.ceil(min(tune.seconds, LONGEST) / _FRAME_SECONDS))
    return b"ID3\x03\x00\x00" + size + entry + _FRAME_HEAD.ljust(_FRAME_LENGTH, b"\0") * frames
