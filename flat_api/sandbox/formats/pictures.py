"""Pictures: a PNG of the first page, with a staff and the first notes on it, and a JPEG of an empty page."""

from __future__ import annotations

import struct
import zlib

from .tune import Tune, name_of, scale

WIDTH, HEIGHT = 300, 120
_GAP = 10
_BOTTOM = 80
"""The height of the lowest line of the staff, which is an E."""
_WHITE, _BLACK = 255, 0
_STEPS = "CDEFGAB"


def png(tune: Tune) -> bytes:
    """A picture in shades of grey, `WIDTH` by `HEIGHT`."""
    rows = [bytearray([_WHITE]) * WIDTH for _ in range(HEIGHT)]
    for line in range(5):
        rows[_BOTTOM - line * _GAP][10 : WIDTH - 10] = bytes([_BLACK]) * (WIDTH - 20)
    notes = (tune if tune.notes else scale()).notes
    for index, note in enumerate(notes[: (WIDTH - 40) // 20]):
        step, _, octave = name_of(note.pitch)
        height = (octave * 7 + _STEPS.index(step)) - (4 * 7 + 2)
        _blot(rows, 25 + 20 * index, _BOTTOM - height * _GAP // 2)
    return _file(rows)


def _blot(rows: list[bytearray], x: int, y: int) -> None:
    for row in range(max(0, y - 4), min(HEIGHT, y + 5)):
        half = round(6 * (1 - ((row - y) / 5) ** 2) ** 0.5)
        rows[row][x - half : x + half + 1] = bytes([_BLACK]) * (2 * half + 1)


def _file(rows: list[bytearray]) -> bytes:
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    data = zlib.compress(b"".join(b"\x00" + row for row in rows))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg(width: int = 210, height: int = 297) -> bytes:
    """Return an empty page in one shade of grey: each block of the picture is the same as the one before."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    codes = b"\x01" + bytes(16)  # one code, a single zero, for "no difference" and for "end of block"
    bits = 2 * -(-width // 8) * -(-height // 8)
    segments = (
        (0xDB, b"\x00" + b"\x01" * 64),
        (0xC0, frame),
        (0xC4, b"\x00" + codes),
        (0xC4, b"\x10" + codes),
        (0xDA, b"\x01\x01\x00\x00\x3f\x00"),
    )
    head = b"".join(struct.pack(">BBH", 0xFF, kind, len(data) + 2) + data for kind, data in segments)
    return b"\xff\xd8" + head + bytes(bits // 8) + bytes([0xFF >> bits % 8]) * bool(bits % 8) + b"\xff\xd9"
