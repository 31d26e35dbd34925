"""Sound files: a WAV in which the notes are heard, and an MP3 of silence as long as the music.

Samples are added many at a time: a second of sound is one integer with 32 bits for each sample, and Python adds
integers of any length at the speed of the machine.
"""

from __future__ import annotations

import array
import io
import math
import sys
import typing
import wave
from functools import cache, lru_cache

from .tune import Note, Tune, scale

RATE = 16_000
"""Samples in a second of a WAV."""

LONGEST = 600
"""Seconds of sound that are made at most."""

POLYPHONY = 32
"""Tones that sound at the same time at most; the one that began first makes room for another."""

_SOFT = RATE // 200
"""Samples in which a tone begins, and in which it ends."""

_VOLUME = 5_000
_LOUDEST = 32_000
_ZERO = 1 << 31
"""What is added to a sample in its 32 bits, so that it is never negative there."""

_Samples = array.array  # of unsigned integers with 32 bits


class Tone(typing.NamedTuple):
    """A *pitch* that sounds from sample *start* to sample *end*."""

    start: int
    end: int
    pitch: int


def wav(tune: Tune) -> bytes:
    """*tune* as sound: one channel, 16 bits, and a plain tone for each note. Without notes, a scale."""
    played = tune if tune.notes else scale()
    second = 60 / played.tempo
    count = max(1, int(min(float(played.length) * second, LONGEST) * RATE))
    mixed = _mixed(_tones(played.notes, second, count), count)
    loudest = max(max(mixed) - _ZERO, _ZERO - min(mixed), _LOUDEST)
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.setnframes(count)
        for begin in range(0, count, RATE):
            part = [(sample - _ZERO) * _LOUDEST // loudest for sample in mixed[begin : begin + RATE]]
            file.writeframes(_bytes(array.array("h", part)))
    return written.getvalue()


def _tones(notes: list[Note], second: float, count: int) -> list[Tone]:
    """Return what is heard of *notes*, which are sorted, in *count* samples."""
    found: list[Tone] = []
    sounding: list[int] = []  # indices of tones, in the order in which they were struck
    for note in notes:
        start, end = (min(count, int(float(at) * second * RATE)) for at in (note.start, note.start + note.length))
        if start < end:
            sounding = [index for index in sounding if found[index].end > start]
            for index in sounding[: max(0, len(sounding) - POLYPHONY + 1)]:
                found[index] = found[index]._replace(end=start)
            sounding.append(len(found))
            found.append(Tone(start, end, note.pitch))
    return [tone for tone in found if tone.start < tone.end]


def _mixed(tones: list[Tone], count: int) -> _Samples[int]:
    """Return the sum of *tones*, which are sorted by their starts."""
    mixed, heard, following = array.array("I"), list[Tone](), 0
    for begin in range(0, count, RATE):
        size = min(RATE, count - begin)
        while following < len(tones) and tones[following].start < begin + size:
            heard.append(tones[following])
            following += 1
        total = sum(_part(tone, begin, size) for tone in heard)
        mixed.extend(_samples(total + _silence(size), size))
        heard = [tone for tone in heard if tone.end > begin + size]
    return mixed


def _part(tone: Tone, begin: int, size: int) -> int:
    """Return what is heard of *tone* in the *size* samples from *begin*, the first sample in the lowest bits."""
    first, last = max(tone.start, begin), min(tone.end, begin + size)
    at = (first - tone.start) % RATE
    if last - first == RATE and first >= tone.start + _SOFT and last <= tone.end - _SOFT:
        return _second(tone.pitch, at)
    samples = _period(tone.pitch)[at : at + last - first]
    _soften(samples, first - tone.start, tone.end - tone.start)
    return (_lanes(samples) - _silence(len(samples))) << 32 * (first - begin)


@lru_cache(maxsize=4 * POLYPHONY)
def _second(pitch: int, at: int) -> int:
    """Return a second in the middle of a tone, from sample *at* on."""
    return _lanes(_period(pitch)[at : at + RATE]) - _silence(RATE)


def _soften(samples: _Samples[int], at: int, length: int) -> None:
    """Let *samples*, which begin *at* that place in a tone of *length*, begin and end softly, where that is in them."""
    soft = min(_SOFT, length // 2)
    for index in range(min(len(samples), soft - at)):
        samples[index] = (samples[index] - _ZERO) * (at + index) // soft + _ZERO
    for index in range(max(0, length - soft - at), len(samples)):
        samples[index] = (samples[index] - _ZERO) * (length - 1 - at - index) // soft + _ZERO


@cache
def _period(pitch: int) -> _Samples[int]:
    """Return two seconds of a tone with an overtone, the second one the same as the first."""
    hertz = max(1, round(440 * 2 ** ((pitch - 69) / 12)))
    turn = 2 * math.pi * hertz / RATE
    one = [_ZERO + int(_VOLUME * (math.sin(turn * at) + 0.3 * math.sin(2 * turn * at))) for at in range(RATE)]
    return array.array("I", one + one)


def _silence(size: int) -> int:
    return int.from_bytes(_ZERO.to_bytes(4, "little") * size, "little")


def _lanes(samples: _Samples[int]) -> int:
    """Return *samples* as one integer, each in its 32 bits."""
    return int.from_bytes(_bytes(samples), "little")


def _bytes(samples: _Samples[int]) -> bytes:
    """Return *samples*, the low byte of each first."""
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tobytes()


def _samples(lanes: int, size: int) -> _Samples[int]:
    """Return the *size* samples in an integer."""
    found = array.array("I", lanes.to_bytes(4 * size, "little"))
    if sys.byteorder == "big":
        found.byteswap()
    return found


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
