"""The Link header: every spelling that RFC 8288 allows is read, and what isn't one is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.operations._links import Link, links

from ..scaling import assert_linear

TARGET = "https://api.flat.io/v2/collections?next=a"

TOKENS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-._~!#$&'*+^`|", min_size=1, max_size=8)
TEXTS = st.text(st.characters(codec="latin-1", exclude_categories=("Cc",)), max_size=12)
TARGETS = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="<>"), max_size=20)
SPACES = st.sampled_from(["", " ", "\t", "  "])


@pytest.mark.parametrize(
    "header",
    [
        f'<{TARGET}>; rel="next"',
        f"<{TARGET}>; rel=next",
        f'<{TARGET}>;rel="next"',
        f'< {TARGET} >  ;  rel = "next"',
        f'<{TARGET}>; title="a, b; c <d>"; rel="next"',
        f'<{TARGET}>; rel="next"; title="rel=last"',
        f'<{TARGET}>; REL="NEXT"',
        f"<{TARGET}>; Rel=NeXt",
        f'<{TARGET}>; rel="  next  "',
        f"<{TARGET}>;; rel=next ;",
        f", ,<{TARGET}>; rel=next,",
        f"<{TARGET}>; rel=next; rel=last",
        f'<{TARGET}>; title="say \\"rel=last\\""; rel="n\\ext"',
    ],
)
def test_one_link_is_read_in_any_spelling(header):
    """Order, case, quotes, white space and empty parts make no difference; of two `rel` the first counts."""
    assert links(header) == [Link(TARGET, frozenset({"next"}))]


def test_several_links_are_told_apart():
    """A comma between links is none inside a target or inside quotes."""
    header = '</a?b=1,2;3>; rel="prev start", <?next=c,d>; title="x, <y>; rel=next", </e>; rel=next'
    assert links(header) == [
        Link("/a?b=1,2;3", frozenset({"prev", "start"})),
        Link("?next=c,d", frozenset()),
        Link("/e", frozenset({"next"})),
    ]


def test_links_from_something_else_are_left_out():
    """A link with an anchor says something of another resource than the one that was asked for."""
    assert links('</a>; rel=next; anchor="/elsewhere", </b>; rel=next') == [Link("/b", frozenset({"next"}))]


def test_no_header_has_no_links():
    """An empty header is no mistake."""
    assert links("") == links(" , ") == []


@pytest.mark.parametrize(
    "header", ["next", "<a", 'a>; rel="next"', "<a>; rel=next <b>", '<a>; rel="next', "<a> rel=next"]
)
def test_a_header_that_is_broken_is_refused(header):
    """What can't be read to its end might have said that there is more."""
    with pytest.raises(ValueError, match="character"):
        links(header)


@st.composite
def written(draw):
    """Links, and a header that holds them."""
    found, texts = [], []
    for _ in range(draw(st.integers(0, 4))):
        target, relations = draw(TARGETS), draw(st.lists(TOKENS, min_size=1, max_size=3))
        parameters = [("rel", " ".join(relations)), *draw(st.lists(st.tuples(st.just("title"), TEXTS), max_size=2))]
        text = f"<{target}>"
        for name, value in draw(st.permutations(parameters)):
            quoted = value.replace("\\", r"\\").replace('"', r"\"")
            text += f'{draw(SPACES)};{draw(SPACES)}{name}{draw(SPACES)}={draw(SPACES)}"{quoted}"'
        found.append(Link(target, frozenset(relations)))
        texts.append(text)
    return found, f"{draw(SPACES)},{draw(SPACES)}".join(texts)


@given(written())
def test_what_was_written_is_read(example):
    """Whatever links are written into a header, these are read from it."""
    expected, header = example
    assert links(header) == expected


@given(st.text(st.sampled_from('<>;,="\\ a'), max_size=40))
def test_any_text_is_read_or_refused(header):
    """No text makes another error than ValueError, or takes longer than its length explains."""
    try:
        found = links(header)
    except ValueError:
        return
    assert all(link.target in header for link in found)


@pytest.mark.parametrize(
    "part", ["<", "<a>,", ",", " ", ";", "=", '"', '<a>;a="', '<a>;a="\\', "<a>;rel=a ", "<a>;a = "]
)
@pytest.mark.parametrize("first", ["", "<a>;a=", '<a>;a="'])
def test_time_is_in_proportion_to_the_header(first, part):
    """Whatever it is made of, whether it can be read or not."""
    assert_linear(links, lambda count: first + part * count, 3_000)
