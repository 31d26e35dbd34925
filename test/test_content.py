"""Content codings: a body is decoded as a whole or rejected, in however many pieces it comes."""

import contextlib
import gzip
import sys
import zlib
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api._content import PIECE, ContentDecoder, ContentError, is_coded

from .scaling import assert_linear


def bare_deflate(data):
    made = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return made.compress(data) + made.flush()


def brotli(data):
    return pytest.importorskip("brotli").compress(data, quality=3)


def zstd(data):
    module = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"
    return pytest.importorskip(module).compress(data)


CODINGS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    " GZip ": gzip.compress,
    "deflate": zlib.compress,
    "Deflate": bare_deflate,
    "gzip, deflate": lambda data: zlib.compress(gzip.compress(data)),
    "identity, gzip": gzip.compress,
    "br": brotli,
    "zstd": zstd,
    "": bytes,
    "identity": bytes,
}


def decoded(header, data, sizes=(1 << 30,)):
    """The bytes that *data* become, handed in by pieces of these *sizes* in turn."""
    decoder = ContentDecoder(header)
    pieces = []
    at = 0
    while at < len(data):
        for size in sizes:
            pieces += decoder.decode(data[at : at + size])
            at += size
    decoder.finish()
    assert all(pieces)
    return b"".join(pieces)


@pytest.mark.parametrize("header", CODINGS)
@given(data=st.binary(max_size=200) | st.binary(max_size=5).map(lambda data: data * 50_000), sizes=st.data())
def test_a_body_is_decoded_in_whatever_pieces_it_comes(header, data, sizes):
    coded = CODINGS[header](data)
    parts = sizes.draw(st.lists(st.integers(1, max(1, len(coded))), min_size=1, max_size=4))
    assert decoded(header, coded, parts) == data


@pytest.mark.parametrize("header", [header for header in CODINGS if header not in ("", "identity")])
def test_a_body_that_is_cut_off_is_rejected(header):
    """Wherever it ends, before its first byte too; the error names the coding."""
    coded = CODINGS[header](b"some words, and more words")
    for end in range(len(coded)):
        with pytest.raises(ContentError, match=header.strip()):
            decoded(header, coded[:end])


@pytest.mark.parametrize("header", [header for header in CODINGS if header not in ("", "identity")])
@pytest.mark.parametrize("size", [1, 1 << 30])
def test_junk_behind_a_body_is_rejected(header, size):
    coded = CODINGS[header](b"some words, and more words")
    with pytest.raises(ContentError, match=header.strip()):
        decoded(header, coded + b"junk", (size,))


@pytest.mark.parametrize("at", [-1, -5])
def test_a_trailer_that_is_wrong_is_rejected(at):
    """Its last four bytes are the size, and those before a checksum of what was compressed (RFC 1952, 2.3.1)."""
    coded = bytearray(gzip.compress(b"some words"))
    coded[at] ^= 1
    with pytest.raises(ContentError, match="incorrect"):
        decoded("gzip", bytes(coded))


def test_members_of_gzip_are_one_body():
    """They follow each other, and the last may be padded with NULs."""
    assert decoded("gzip", gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0") == b"one two"


@pytest.mark.parametrize(("header", "named"), [("br", "'br'"), ("gzip, zstd", "'zstd'"), ("aes128gcm", "'aes128gcm'")])
def test_a_coding_that_can_not_be_decoded_is_named(header, named):
    missing = dict.fromkeys(("brotli", "brotlicffi", "compression.zstd", "backports.zstd", "backports"))
    with mock.patch.dict(sys.modules, missing), pytest.raises(ContentError, match=named):
        ContentDecoder(header)


def test_codings_are_few():
    with pytest.raises(ContentError, match="50 content codings"):
        ContentDecoder(", ".join(["gzip"] * 50))


@pytest.mark.parametrize("header", ["gzip", "deflate", "Deflate", "gzip, deflate", "br", "zstd"])
def test_a_body_that_blows_up_comes_in_short_pieces(header):
    """A few kilobytes may stand for gigabytes: nobody has to hold more than a piece of them."""
    coded = CODINGS[header](bytes(8 * 2**20))
    count = 0
    for piece in ContentDecoder(header).decode(coded):
        assert len(piece) <= 4 * PIECE
        count += len(piece)
    assert count == 8 * 2**20


@pytest.mark.parametrize(
    ("headers", "expected"),
    [({}, False), ({"content-encoding": "identity"}, False), ({"content-encoding": ""}, False)]
    + [({"content-encoding": name}, True) for name in ("gzip", "identity, br", "unknown")],
)
def test_identity_is_no_coding(headers, expected):
    assert is_coded(headers) is expected


@pytest.mark.parametrize("header", ["gzip", "zstd"])
@pytest.mark.parametrize("data", [b"", b"x" * 50], ids=["empty", "short"])
def test_many_members_take_time_in_proportion(header, data):
    """A body of nothing but ends of members is decoded as fast as any other."""
    member = CODINGS[header](data)
    assert decoded(header, member * 2_000) == data * 2_000
    assert_linear(lambda body: decoded(header, body), lambda count: member * count, 2_000)


BEHIND = {"zeros": b"\0", "junk": b"x", "starts": b"\x1f\x8b", "heads": b"\x1f\x8b\x08\x10\0\0\0\0\0\0"}


@pytest.mark.parametrize("behind", BEHIND)
def test_what_is_behind_a_member_takes_time_in_proportion(behind):
    def work(body):
        with contextlib.suppress(ContentError):
            decoded("gzip", body)

    assert_linear(work, lambda count: gzip.compress(b"x") + BEHIND[behind] * count, 3_000)
