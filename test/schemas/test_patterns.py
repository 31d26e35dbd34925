"""Patterns mean what ECMA 262 says, are refused where they are declared, and are searched for in bounded time."""

from __future__ import annotations

import pickle
import random
import re
import sys
import typing
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api import models, schemas
from flat_api.exceptions import ApiValueError, PatternError
from flat_api.schemas import StrSchema
from flat_api.schemas.patterns import Pattern, _engines, ecma_pattern, python_pattern, searcher
from flat_api.schemas.patterns._automaton import MOST_KEPT, Automaton, TooLarge, is_regular
from flat_api.schemas.patterns._ecma import parse
from flat_api.schemas.patterns._patterns import _is_direct, _is_plain
from flat_api.schemas.patterns._regex import Unsayable, regex
from flat_api.schemas.patterns._regress import strict

from ..scaling import assert_linear

regress = pytest.importorskip("regress")

Any = typing.Any

MEANINGS: list[tuple[str, str, list[str], list[str]]] = [
    ("the end is the very end", "^a$", ["a"], ["a\n", "\na", "a\nb"]),
    ("digits are ASCII", r"^\d$", ["5"], ["٣", "x", "²"]),
    ("no digits", r"^\D$", ["٣", "x"], ["5"]),
    ("words are ASCII", r"^\w$", ["a", "_", "7"], ["é", "ß", "-"]),
    ("boundaries are those of words", r"\bc", ["c", "éc", "-c"], ["ac", "_c"]),
    ("no boundary", r"\Bc", ["ac"], ["c", "éc"]),
    ("no boundary in nothing", r"^\B$", [""], ["a"]),
    ("spaces of ECMA", r"^\s$", [" ", "\t", "\u00a0", "\ufeff", "\u2028", "\u3000"], ["\x1c", "\x85", "\u200b", "a"]),
    ("a point is no line end", "^.$", ["a", "\x85", "\U0001f600", "\x0b"], ["\n", "\r", "\u2028", "\u2029"]),
    ("properties", r"^\p{Lu}\P{L}\p{General_Category=Decimal_Number}$", ["É-٣"], ["é-٣", "ÉÉ٣"]),
    ("properties in classes", r"^[\p{L}\d]+$", ["é5"], ["-"]),
    ("the property Any", r"^\p{Any}$", ["\n"], [""]),
    ("named groups", r"^(?<year>\d{2})-\k<year>$", ["20-20"], ["20-21"]),
    ("a name before its group", r"^\k<a>(?<a>x)$", ["x"], ["xx"]),
    ("a group that captured nothing", r"^(?:(a)|b)\1$", ["aa", "b"], ["ba", "a"]),
    ("a reference in its own group", r"^(a\1)$", ["a"], ["aa"]),
    ("a group in a look for absence", r"^(?!(b))a\1$", ["a"], ["ab"]),
    ("a class before a minus", r"^[\w-.]+$", ["a-.b"], ["+"]),
    ("a class behind a minus", r"^[+-\d]$", ["+", "-", "5"], ["."]),
    ("a minus at the ends", "^[-a-c-]$", ["-", "b"], ["d"]),
    ("braces that are no quantifier", "^a{,3}{x}$", ["a{,3}{x}"], ["aaa"]),
    ("closing brackets alone", "^]}$", ["]}"], []),
    ("empty classes", "^(?:[]|[^])$", ["a", "\n"], [""]),
    ("a caret in a class", "^[a^]$", ["^"], ["b"]),
    ("a bracket in a class", "^[[a]$", ["["], ["]"]),
    ("code points", r"^\u{1F600}\uD83D\uDE00\u0041\x42$", ["\U0001f600\U0001f600AB"], []),
    ("controls", r"^\cJ\t\v\0[\b]$", ["\n\t\x0b\0\x08"], []),
    ("escaped punctuation", r"^\-\/\@\ \"\&$", ['-/@ "&'], []),
    ("characters beyond the first plane are one", "^[\U0001f600-\U0001f64f]$", ["\U0001f601"], ["a"]),
    ("looks ahead", r"^(?=.*\d)(?!.*x).{2}$", ["a1"], ["ab", "x1"]),
    ("looks behind of several lengths", "(?<=a|bc)d", ["ad", "bcd"], ["cd"]),
    ("looks for absence behind", "(?<!a|bc)d", ["cd", "d"], ["ad", "bcd"]),
    ("a look that is repeated", "^(?=a)*b", ["b"], ["ab"]),
    ("modifiers", "^(?i:a(?-i:b))c$", ["Abc", "abc"], ["ABc", "AbC"]),
    ("lines", "(?m:^b$)", ["a\nb", "b\u2028c"], ["ab"]),
    ("all characters", "^(?s:.)$", ["\n"], []),
    ("counts", "^(?:a{2}b{1,}c{0,2}){2}$", ["aabaabcc"], ["aababcc"]),
    ("few or many", "^a*?b+?c??$", ["b", "aabbc"], ["a"]),
    ("choices", "^(?:a||b)$", ["a", "", "b"], ["ab"]),
    ("a choice of all", "^a|b$", ["ax", "xb"], ["xax"]),
    ("hostile counts", "^(?:a{0,99999999999999999999}){1}$", ["", "aaa"], ["b"]),
]


@pytest.mark.parametrize(("pattern", "found", "missing"), [case[1:] for case in MEANINGS], ids=[c[0] for c in MEANINGS])
def test_patterns_mean_what_ecma_262_says(pattern: str, found: list[str], missing: list[str]):
    """Each engine agrees, and so does one that was made for ECMA 262."""
    cls = StrSchema.where(pattern=pattern)
    reference = regress.Regex(strict(parse(pattern).root), "u")
    for text in (*found, *missing):
        expected = text in found
        assert (reference.find(text) is not None) is expected
        assert all(search(text) is expected for search in engines(pattern)), text
        try:
            assert cls(text) == text
        except ApiValueError as error:
            assert not expected
            assert [problem.kind for problem in error.problems] == ["pattern"]
        else:
            assert expected


def engines(pattern: str) -> list[typing.Callable[[str], bool]]:
    """The searches for *pattern* by all engines that can."""
    tree = parse(pattern)
    found: list[Any] = [ecma_pattern(pattern).search]
    try:
        compiled = re.compile(regex(tree))
        found.append(lambda text: compiled.search(text) is not None)
    except Unsayable:
        pass
    if is_regular(tree.root):
        try:
            found.append(Automaton(tree.root).search)
        except TooLarge:
            pass
    return found


BEYOND = {
    "(?<=a+)b": (["aab", "ab"], ["b"]),
    r"^\p{Script=Greek}+$": (["αβ"], ["ab"]),
    r"^\p{Emoji_Presentation}$": (["\U0001f600"], ["a"]),
    r"^(?:(a)|b)*\1$": (["ab", "aa"], ["abx"]),
}


@pytest.mark.parametrize("pattern", BEYOND)
def test_what_python_has_no_words_for_is_left_to_regress(pattern: str):
    """With the extra `patterns` these are searched for; half a character in a text is only one that does not match."""
    found, missing = BEYOND[pattern]
    cls = StrSchema.where(pattern=pattern)
    for text in found:
        assert cls(text) == text
    for text in (*missing, "\ud800"):
        with pytest.raises(ApiValueError, match="must match regular expression"):
            cls(text)


@pytest.mark.parametrize("pattern", BEYOND)
def test_without_regress_such_patterns_are_refused_where_they_are_declared(pattern: str):
    """The error names what is missing and how to get it."""
    with patch.dict(sys.modules, {"regress": None}), pytest.raises(PatternError, match=r"flat-api-frozen\[patterns\]"):
        StrSchema.where(pattern=pattern)


WRONG = [
    "(", ")", "a)", "[a", "\\", "*", "+a", "a**", "a{2}{3}", "a{2,1}", "{1}", "[z-a]", r"\1", r"(a)\2", r"\k<x>", r"\k",
    "(?<n>a)(?<n>b)", "(?<1>a)", "(?<n>a", "(?P<n>a)", "(?P=n)", "(?#c)", "(?>a)", "(?(1)a)", "(?i)a", "(?x:a)",
    "(?ii:a)", "(?-:a)", r"\Z", r"\A", r"\a", r"\x1", r"\u12", r"\u{110000}", r"\u{}", r"\p", r"\p{", r"\p{x y}",
    r"\p{Nope}", r"\p{gc=Nope}", r"\c1", r"\00", "^*", "(?<=a)*", "(" * 60, "a" * 20_001, "(?" , "(?<", "[\\",
]  # fmt: skip


@pytest.mark.parametrize("pattern", WRONG, ids=lambda pattern: pattern[:20])
def test_what_is_no_pattern_is_refused_where_it_is_declared(pattern: str):
    """A PatternError says what is wrong and where, shortly; it is a ValueError."""
    with pytest.raises(PatternError) as caught:
        StrSchema.where(pattern=pattern)
    assert isinstance(caught.value, ValueError)
    assert caught.value.pattern == pattern
    assert caught.value.reason in str(caught.value)
    assert len(str(caught.value)) < 400


def test_a_pattern_error_survives_a_pickle():
    """With what is wrong, and where."""
    with pytest.raises(PatternError) as caught:
        StrSchema.where(pattern="a(b")
    found = pickle.loads(pickle.dumps(caught.value))
    assert (str(found), found.position) == (str(caught.value), caught.value.position)


@pytest.mark.parametrize("wrong", [5, None, b"a", ["a"]], ids=repr)
def test_a_pattern_is_text_or_a_compiled_expression(wrong: Any):
    """Anything else is a TypeError."""
    with pytest.raises(TypeError):
        StrSchema.where(pattern=wrong)


def test_compiled_expressions_are_those_of_python():
    """Where a pattern is given as one of `re`, it means what it means there."""
    assert StrSchema.where(pattern=re.compile(r"\d$"))("٣\n") == "٣\n"
    assert python_pattern("(?P<a>b)(?P=a)", re.IGNORECASE).search("bB")


def printed(*entries: dict[str, Any]) -> Any:
    """A class with patterns as the earlier generator printed it."""
    return type("Printed", (StrSchema,), {"MetaOapg": type("MetaOapg", (), {"regex": list(entries)})})


def test_patterns_of_printed_classes_are_those_of_python():
    """They were always searched for by `re`; what that can't read was copied from a document, and is of ECMA 262."""
    assert printed({"pattern": r"^\d$"})("٣\n") == "٣\n"
    assert printed({"pattern": r"^(?<n>a)\k<n>$"})("aa") == "aa"
    assert printed({"pattern": "a", "flags": 2}).MetaOapg.regex == [{"pattern": "a", "flags": 2}]
    with pytest.raises(PatternError):
        printed({"pattern": "("})


def test_patterns_are_shown_as_they_were_written():
    """A pattern in a message is in backquotes, with its flags if it has any; the old view has it too."""
    assert str(Pattern("^a")) == "`^a`"
    assert str(Pattern("^a", 2, is_python=True)) == "`^a` with flags=`2`"
    cls: Any = StrSchema.where(pattern="^a")
    assert cls.MetaOapg.regex == [{"pattern": "^a", "flags": 0}]


# Laws


def trees(depth: int) -> st.SearchStrategy[str]:
    """Patterns over a small alphabet."""
    atoms = st.sampled_from(["a", "b", r"\w", r"\d", ".", "[ab]", "[^a]", r"\b", r"\B", "^", "$", r"[\s\S]", "é", "-"])
    if not depth:
        return atoms
    below = trees(depth - 1)
    counts = st.sampled_from(["*", "+", "?", "{2}", "{0,2}", "{1,}", "*?", "+?", "{0}"])
    return st.one_of(
        atoms,
        st.lists(below, min_size=1, max_size=3).map("".join),
        st.lists(below, min_size=2, max_size=3).map("|".join).map("(?:{})".format),
        st.builds("(?:{}){}".format, below, counts),
        st.builds("({}){}".format, below, counts | st.just("")),
        st.builds("(?{}{})".format, st.sampled_from(["=", "!", "<=", "<!"]), below),
        st.just(r"\1"),
    )


TEXTS = st.text("ab-é5 \n", max_size=8)


@given(trees(3), st.lists(TEXTS, min_size=1, max_size=4))
def test_the_engines_agree(pattern: str, texts: list[str]):
    """Whatever the pattern, each engine that can search for it finds what `regress` finds."""
    try:
        tree = parse(pattern)
    except PatternError:
        return
    reference = regress.Regex(strict(tree.root), "u")
    for search in engines(pattern):
        for text in texts:
            assert bool(search(text)) is (reference.find(text) is not None), (pattern, text)


PLAIN_PIECES = st.sampled_from([*"^$[]ab-z09/ _", "[a-f", "{2}", "{3,1}", "{1,20}", "*", "+", "?", "|", "&&", "♭"])


@given(st.lists(PLAIN_PIECES, max_size=9).map("".join))
def test_patterns_that_need_no_engine_to_be_declared_are_patterns_of_ecma_262(pattern: str):
    """What is accepted for its plain syntax alone is what the parser accepts, and it can be searched for."""
    if _is_plain(pattern):
        _engines.refuse_unsearchable(pattern)
        searcher(Pattern(pattern))("abc")


@given(st.lists(PLAIN_PIECES, max_size=6).map(lambda pieces: "^" + "".join(pieces)), st.lists(TEXTS, min_size=1))
def test_patterns_that_re_searches_for_itself_mean_the_same_there(pattern: str, texts: list[str]):
    """What is found without the parser is what is found with it."""
    if _is_direct(pattern):
        search = _engines.ecma_search(pattern)
        assert [bool(searcher(Pattern(pattern))(text)) for text in texts] == [bool(search(text)) for text in texts]


@pytest.mark.parametrize("pattern", ["^[A-G][b♭#♯]?$", "^[a-f0-9]{128}$", "^[a-zA-Z0-9]{1,30}$", "", "a b/c"])
def test_ordinary_patterns_need_no_engine_to_be_declared(pattern: str):
    """The patterns of the models are declared, and searched for, without the parser, which takes long to import."""
    assert _is_plain(pattern)
    assert _is_direct(pattern) is pattern.startswith("^")


@given(st.text("()[]{}?*+|\\^$.-<=!:ab0,1kpPu\u00e9\U0001f600", max_size=12))
def test_any_text_is_a_pattern_or_refused(pattern: str):
    """No pattern makes anything fail but with a PatternError, and what is accepted can be searched for."""
    try:
        found = ecma_pattern(pattern)
    except PatternError:
        return
    found.search("ab0")


# Time


HOSTILE = {
    "nested quantifiers": ("^(a+)+$", "a", "!"),
    "choices that overlap": ("^(?:a|a)*$", "a", "!"),
    "several quantifiers": (r"a*a*a*a*b", "a", ""),
    "spaces at the end": (r"\s+$", " ", "x"),
    "an address": (r"^([a-z0-9]+[._-]?)+@[a-z]+\.[a-z]{2,}$", "a", "!"),
    "counts within counts": (r"^(?:a{1,20}){1,20}b$", "a", ""),
}


def work(pattern: str, text: str) -> int:
    """How many transitions a search takes, and how many of them are computed."""
    search: Any = searcher(ecma_pattern(pattern))
    automaton = search.__self__
    assert isinstance(automaton, Automaton)
    automaton.states.clear()
    with patch.object(automaton, "follow", wraps=automaton.follow) as follow:
        assert not search(text)
    return follow.call_count


@pytest.mark.parametrize(("pattern", "character", "last"), HOSTILE.values(), ids=HOSTILE)
def test_patterns_that_backtracking_hangs_on_are_searched_for_in_one_pass(pattern: str, character: str, last: str):
    """A text ten times as long takes ten times the work at most: each character is read once."""
    small, large = (work(pattern, character * count + last) for count in (1000, 10_000))
    assert large <= max(small * 10, 450)
    with pytest.raises(ApiValueError):
        StrSchema.where(pattern=pattern)(character * 100_000 + last)


def test_the_memory_of_an_automaton_is_bounded():
    """Transitions are forgotten when there are too many."""
    automaton = Automaton(parse("(?:a|[^b])*c$").root)
    text = "".join(map(chr, random.Random(1).sample(range(0x4E00, 0x9FFF), 15_000))) * 2
    assert not automaton.search(text)
    assert automaton.search(text + "c")
    assert sum(map(len, automaton.states.values())) <= MOST_KEPT


def test_patterns_of_one_quantifier_are_searched_for_by_re():
    """The ordinary pattern takes the engine in C."""
    for pattern in ("^[a-f0-9]{128}$", r"^[A-Za-z0-9\-_.]+$", "^[a-zA-Z0-9]{1,30}$", "abc", "[A-G]"):
        search: Any = searcher(ecma_pattern(pattern))
        assert isinstance(search.__self__, re.Pattern)


def test_models_with_patterns_need_no_engine_beyond_the_core():
    """Our own patterns are searched for without `regress`."""
    classes = [getattr(models, name) for name in models.__all__]
    parts = [part for cls in classes for part in schemas.declaration_of(cls).schemas.values()]
    limits = [entry for part in parts for entry in schemas.declaration_of(part).keywords]
    patterns = [limit for keyword, limit in limits if keyword.name == "pattern"]
    assert patterns
    with patch.dict(sys.modules, {"regress": None}):
        for pattern in patterns:
            assert not _engines.ecma_search(pattern.source)("\n")


@pytest.mark.parametrize(
    "part",
    ["a", "[a]", "(a)", "a|", "(", "[", "\\", "a*", "(a*)*", "a{9}", "(?=a)", "\\p{L}", "[^a]", "\\u0041", ")", "{1,"],
)
def test_a_pattern_is_read_in_proportion_to_its_length(part: str):
    """Whether it is one or not."""
    assert_linear(lambda source: StrSchema.where(pattern=source), lambda count: part * count, 100)


@pytest.mark.parametrize(
    "pattern", ["^(a+)+$", "^(a|a)*$", "(.*a){10}", r"^(\w+\s?)*$", "x*x*x*y", "(a|aa)+$", r"\s+$"]
)
@pytest.mark.parametrize("part", ["a", " ", "ab", "x"])
def test_a_text_is_searched_in_proportion_to_its_length(pattern: str, part: str):
    """Where an engine that goes back would take the square of it, or a power of two."""
    assert_linear(StrSchema.where(pattern=pattern), lambda count: part * count + "!", 500)
