"""Ranges of a file: together they are the file, wherever it is cut."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.bulk import UnreadableFileError, _ranges
from flat_api.bulk._lines import chunks
from flat_api.bulk._ranges import ByteRange, RangeSource, count_line_ends, ranges_of

LIMIT = 1000


def numbered(source):
    """The lines of a range with their numbers."""
    for chunk in chunks(source, LIMIT, source.first_line):
        yield from enumerate(chunk.data.removesuffix(b"\n").split(b"\n"), chunk.first_line)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("ranges") / "lines.ndjson"


@given(
    lines=st.lists(st.text("abc", max_size=12), max_size=20),
    ended=st.booleans(),
    size=st.integers(1, 60),
    block=st.integers(1, 30),
)
def test_every_line_is_in_one_range_with_its_number(file, lines, ended, size, block):
    """Wherever the ranges and the blocks of reading end, no line is lost, doubled, cut or misnumbered."""
    data = "\n".join(lines).encode() + (b"\n" if ended else b"")
    file.write_bytes(data)
    expected = list(enumerate(data.removesuffix(b"\n").split(b"\n"), 1)) if data else []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_ranges, "BLOCK", block)
        found, ends = [], 0
        for part in ranges_of(str(file), size):
            found += numbered(RangeSource(part, ends))
            ends += count_line_ends(part)
    assert found == expected


def test_only_the_lines_of_a_range_are_read(file):
    """What comes far behind a range is not read, nor what comes before it."""
    file.write_bytes(b"one\ntwo\nthree\n")
    assert list(numbered(RangeSource(ByteRange(str(file), 4, 6), 1))) == [(2, b"two")]
    assert list(numbered(RangeSource(ByteRange(str(file), 5, 8), 1))) == []


def test_compressed_and_short_files_are_one_range(tmp_path):
    (tmp_path / "packed").write_bytes(gzip.compress(b"x\n" * 100))
    (tmp_path / "short").write_bytes(b"x\n")
    (tmp_path / "empty").write_bytes(b"")
    for name in ("packed", "short", "empty"):
        assert ranges_of(str(tmp_path / name), 2) == [ByteRange(str(tmp_path / name))]


def test_file_that_has_gone():
    """A range of a file that is not there is an error that names it."""
    with pytest.raises(UnreadableFileError, match="nowhere: No such file"):
        RangeSource(ByteRange("nowhere", 5, 9))
