"""Source text: literals, docstrings, line breaks."""

from __future__ import annotations

import ast

from hypothesis import example, given
from hypothesis import strategies as st

from flat_api.codegen import _text

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)


def thawed(value: object) -> object:
    """Tuples as the lists that they are in JSON."""
    return [thawed(entry) for entry in value] if isinstance(value, tuple) else value


def printable(text: str) -> str:
    """*text* with spaces for what can't be printed."""
    return "".join(character if character.isprintable() else " " for character in text)


@given(st.text(), st.booleans())
def test_a_quoted_text_is_read_back_as_it_was(text: str, raw: bool):
    """Quotes, backslashes and what can't be printed survive, in raw literals too."""
    source = _text.quoted(text, raw=raw)
    assert ast.literal_eval(source) == text
    assert "\n" not in source


@given(JSON)
def test_a_json_value_is_written_as_the_immutable_value_of_it(value: object):
    """A list in an enum is written as a tuple."""
    assert thawed(ast.literal_eval(_text.literal(value))) == value


@given(st.text() | st.text(alphabet='"\\x \n'))
@example('Ends in three quotes: """')
@example('""""')
@example('\\"')
def test_a_docstring_says_what_the_description_says(text: str):
    """Whatever a description has in it, the docstring is valid source and says the same, but for spaces.

    What can't be printed is a space as well.
    """
    source = "\n".join(["class C:", *_text.docstring(text, "    ")])
    (statement,) = ast.parse(source).body
    assert isinstance(statement, ast.ClassDef)
    assert (ast.get_docstring(statement) or "").split() == printable(text).split()


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300), st.integers(0, 8))
@example("a\0b " * 40, 2)
def test_a_long_text_is_broken_without_changing_it(text: str, depth: int):
    """A long description is written as adjacent literals that make up the same text."""
    lines = _text.laid_out("x = ", _text.call("optional", "str", _text.Text(text), key='"k"'), "", "    " * depth)
    call = ast.parse("\n".join(line.removeprefix("    " * depth) for line in lines)).body[0]
    assert isinstance(call, ast.Assign)
    assert isinstance(call.value, ast.Call)
    assert ast.literal_eval(call.value.args[1]) == text


@given(st.lists(st.text(alphabet="abcdefg ", min_size=1, max_size=300), max_size=3))
def test_lines_are_no_longer_than_they_should_be(words: list[str]):
    """Where there is a space to break at, no line is longer than 110 characters."""
    lines = _text.laid_out("name = ", _text.call("optional", *map(_text.Text, words)), "", "        ")
    longest = max((len(word) for text in words for word in text.split(" ")), default=0)
    assert max(map(len, lines)) <= max(_text.WIDTH, 20 + longest)
