"""Cutting files into lines: nothing is lost, doubled or misnumbered, wherever the blocks end."""

from hypothesis import given
from hypothesis import strategies as st

from flat_api.bulk._lines import KEPT_OF_LONG_LINE, chunks

LIMIT = 10

line_strategy = st.binary(max_size=30).map(lambda text: text.replace(b"\n", b" "))


class Blocks:
    """A source that gives *data* in blocks of the *sizes*, over and over."""

    name = "blocks"

    def __init__(self, data, sizes):
        self.data = data
        self.sizes = sizes

    def read(self):
        size = self.sizes[0]
        self.sizes = [*self.sizes[1:], size]
        block, self.data = self.data[:size], self.data[size:]
        return block


def lines_in(chunk):
    """The numbered lines of *chunk* with their lengths; of an over-long one the start."""
    if chunk.over_long:
        return [(chunk.first_line, chunk.data, chunk.over_long)]
    lines = chunk.data.removesuffix(b"\n").split(b"\n")
    return [(number, line, len(line)) for number, line in enumerate(lines, chunk.first_line)]


@given(st.lists(line_strategy, max_size=12), st.booleans(), st.lists(st.integers(1, 40), min_size=1, max_size=5))
def test_every_line_comes_out_once_with_its_number(lines, ended, sizes):
    """Whatever the blocks, the chunks hold each line once, in order and numbered; of long ones the start."""
    data = b"\n".join(lines) + (b"\n" if ended and lines else b"")
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        data = b" " + data
    expected = data.removesuffix(b"\n").split(b"\n") if data else []
    found = [entry for chunk in chunks(Blocks(data, sizes), LIMIT) for entry in lines_in(chunk)]
    assert [number for number, _, _ in found] == list(range(1, len(expected) + 1))
    for (_, start, length), line in zip(found, expected, strict=True):
        assert length == len(line)
        assert start == line or (length > LIMIT and line.startswith(start) and len(start) >= LIMIT)


def test_memory_holds_no_more_of_a_line_than_the_limit():
    """Of a line beyond the limit only the start is kept, however long it is."""
    (chunk,) = chunks(Blocks(b"x" * 1_000_000, [4096]), 20_000)
    assert chunk.over_long == 1_000_000
    assert len(chunk.data) == KEPT_OF_LONG_LINE


@given(st.lists(st.integers(1, 40), min_size=1, max_size=5))
def test_next_line_follows_the_chunk(sizes):
    """The first line of each chunk is the one that the chunk before it announced."""
    found = list(chunks(Blocks(b"one\n\nthree\n" * 9 + b"last", sizes), 100))
    assert [chunk.first_line for chunk in found[1:]] == [chunk.next_line for chunk in found[:-1]]
    assert found[-1].next_line == 29
