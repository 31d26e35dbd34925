"""Bytes that were whole: cut, doubled, swapped, and filled with what nobody expects there."""

from __future__ import annotations

import typing

from hypothesis import strategies as st

_WEDGES = (
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r\n",
    b"9" * 400,
    b"-1",
    b'"',
    b"\x1b]0;x\x07",
    b"%00",
    b"\xc3",
    b";;;;",
)


@st.composite
def mutated(
    draw: typing.Callable[[st.SearchStrategy[typing.Any]], typing.Any], whole: st.SearchStrategy[bytes]
) -> bytes:
    """What *whole* gives, mostly damaged at one to four places."""
    data: bytes = draw(whole)
    for _ in range(draw(st.integers(0, 4))):
        data = _damaged(draw, data)
    return data


def _damaged(draw: typing.Callable[[st.SearchStrategy[typing.Any]], typing.Any], data: bytes) -> bytes:
    start, end = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
    end = min(end, start + 40)
    how = draw(st.sampled_from(["cut", "drop", "double", "byte", "wedge"]))
    if how == "cut":
        return data[:start]
    if how == "drop":
        return data[:start] + data[end:]
    if how == "double":
        return data[:end] + data[start:]
    wedge = bytes([draw(st.integers(0, 255))]) if how == "byte" else draw(st.sampled_from(_WEDGES))
    return data[:start] + wedge + data[start + len(wedge) * draw(st.booleans()) :]
