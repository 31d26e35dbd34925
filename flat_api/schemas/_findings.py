"""What is wrong with a value, as the walk notes it; put into words, with secrets masked, when it is read."""

from __future__ import annotations

import decimal
import typing
from functools import cache, lru_cache, partial

from frozendict import frozendict

from ..exceptions import KINDS as SHARED_KINDS
from ..exceptions import LONGEST_MESSAGE, LONGEST_SHOWN, SENTENCES, OpenApiException, Path, Problem, cut, refused, shown
from ._masking import MASK, is_secret, shown_text
from ._numbers import MOST_DIGITS
from ._primitives import BoolClass, FileIO, NoneClass, class_of

Facts = dict[str, typing.Any]

_problem: typing.Callable[[tuple[Path, str, str]], Problem] = partial(typing.cast(typing.Any, tuple).__new__, Problem)
_NAMES_SHOWN = 5
_MOST_PUBLIC = 1000
_KEYS_OF_SECRETS = lru_cache(256)(is_secret)


class Finding:
    """One thing wrong at *path*: what *kind* of thing, a key of `SENTENCES`, the *value* there, and further *facts*.

    *given* is the value as it was passed, before it was cast. Two findings are equal when they say the same. What was
    put into words once is kept: the branches of recursive compositions share their findings, at every level anew.
    """

    __slots__ = ("_message", "_sentence", "facts", "given", "kind", "path", "value")

    def __init__(self, kind: str, path: Path, value: object, given: object, facts: Facts) -> None:
        self.kind = kind
        self.path = path
        self.value = value
        self.given = given
        self.facts = facts
        self._sentence: str | None = None
        self._message: str | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Finding) and (self.path, self.kind, self.facts) == (
            other.path,
            other.kind,
            other.facts,
        )

    def __hash__(self) -> int:
        return hash((self.path, self.kind))

    @property
    def keyword(self) -> str:
        """The `Problem.kind`."""
        return SHARED_KINDS.get(self.kind, self.kind)

    @property
    def sentence(self) -> str:
        """The words of the earlier client, which programs may match."""
        if self._sentence is None:
            self._sentence = self._in_recorded_words()
        return self._sentence

    @property
    def message(self) -> str:
        """The words for people: what was expected, and what is there in place of it."""
        if self._message is None:
            self._message = message_of(self.kind, self.path, self.given, self.facts)
        return self._message

    def _in_recorded_words(self) -> str:
        facts: Facts = {**self.facts, "found": self._found()}
        if "reasons" in facts:
            facts["reasons"] = _reasons(facts["reasons"], "sentence")
        if "missing" in facts or "undeclared" in facts:
            facts |= _of_names(facts)
        return SENTENCES[self.kind].format_map(facts)

    def problem(self) -> Problem:
        """Return the finding as it is told to programs and people."""
        return _problem((self.path, self.message, self.keyword))

    def _found(self) -> str:
        """Return what the recorded sentences call the value: its class as it was passed, or its text."""
        if self.kind == "type":
            return "NoneClass" if self.given is None else shown(class_of(self.given).__name__)
        if _is_below_secret(self.path):
            return MASK
        if "found" in self.facts:
            return str(self.facts["found"])
        if isinstance(self.value, (dict, list, tuple)):
            return ""  # about names, which the sentence tells
        text = shown(shown_text(str(self.value)))
        return repr(text) if self.kind == "enum" and isinstance(self.value, str) else text


def _is_below_secret(path: Path) -> bool:
    """Return whether a property on *path* is secret by its name."""
    return not _public.issuperset(path) and not _are_public(path)


_public: set[object] = {"args[0]"}
"""Names that were found to be those of no secrets: some, so that looking at a path is quick."""


def _are_public(path: Path) -> bool:
    if True in map(_KEYS_OF_SECRETS, path[1:]):
        return False
    if len(_public) > _MOST_PUBLIC:
        _public.clear()
    _public.update([step for step in path if type(step) is str and len(step) <= LONGEST_SHOWN])
    return True


def problem(kind: str, path: Path, given: object, facts: Facts) -> Problem:
    """Return what is told to programs and people of the value at *path*, as it was passed."""
    return _problem((path, message_of(kind, path, given, facts), SHARED_KINDS.get(kind, kind)))


def message_of(kind: str, path: Path, given: object, facts: Facts) -> str:
    """Return the words for people about the value at *path*: it is told as it was passed, and no secret is."""
    describe = _DESCRIBED.get(class_of(given), _described)
    if _is_below_secret(path) and (given or describe is _described):
        got = f"a value that is not shown ({MASK})"
    else:
        got = describe(given)
    text = _WORDS[kind](facts, got)
    return text if len(text) <= LONGEST_MESSAGE else cut(text, LONGEST_MESSAGE)


def refusal_of(
    findings: typing.Sequence[Finding], valid_classes: typing.Iterable[type] | None = None
) -> OpenApiException:
    """Return the error about *findings*: the recorded sentence of the first, and all of them, once they are read."""
    first = findings[0]
    return refused(
        first.keyword,
        first.path,
        len(findings),
        lambda: first.sentence,
        lambda: problems_of(findings),
        valid_classes,
    )


def problems_of(findings: typing.Iterable[Finding]) -> tuple[Problem, ...]:
    """Return *findings* in words."""
    return tuple([finding.problem() for finding in findings])


# Words

Words = typing.Callable[[Facts, str], str]
"""Puts the facts of a finding into words; the second argument is what was got."""

_NAMES: dict[type, str] = {
    NoneClass: "null",
    frozendict: "an object",
    tuple: "an array",
    str: "a string",
    decimal.Decimal: "a number",
    BoolClass: "a boolean",
    bytes: "bytes",
    FileIO: "a file",
}
"""The primitives in words, in the order in which they are listed."""


def _text(value: str) -> str:
    short = value if len(value) <= LONGEST_SHOWN else shown(value)
    return repr(shown_text(short) if "=" in short or "://" in short else short)


def _described(value: typing.Any) -> str:
    """Return *value* in a few words: a scalar as it is written, of anything else what it is."""
    kind = class_of(value)
    if issubclass(kind, str):
        return _text(str.__str__(value))
    if issubclass(kind, (bool, BoolClass, NoneClass)):
        return repr(value)
    if issubclass(kind, (float, decimal.Decimal)):
        return shown((float if issubclass(kind, float) else decimal.Decimal).__str__(value))
    if issubclass(kind, int):
        return shown(int.__int__(value))
    if issubclass(kind, dict):
        return _counted("an object", len(value), "property", "properties")
    if issubclass(kind, (list, tuple)):
        return _counted("an array", len(value), "item", "items")
    if issubclass(kind, bytes):
        return "bytes"
    return f"{'an' if kind.__name__[:1].lower() in 'aeio' else 'a'} {shown(kind.__name__)}"


_DESCRIBED: dict[type, typing.Callable[[typing.Any], str]] = {str: _text, type(None): repr, bool: repr}
"""How the most frequent values are described; those that tell nothing where they are false, secret or not."""


def _counted(name: str, count: int, one: str, several: str) -> str:
    return f"{name} of {count:,} {one if count == 1 else several}"


def _listed(words: typing.Sequence[str], joint: str) -> str:
    """Return *words* as a list in a sentence: ``a, b or c``."""
    return f" {joint} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


@cache
def _expected(types: frozenset[type]) -> str:
    return _listed([name for kind, name in _NAMES.items() if kind in types], "or")


def _of_names(facts: Facts) -> Facts:
    """Return what the recorded sentences tell of names."""
    names = list(facts.get("missing") or facts["undeclared"])
    near = _near(facts) if "undeclared" in facts else ""
    return {"count": len(names), "s": "s" if len(names) > 1 else "", "names": shown(names) + near}


def _near(facts: Facts) -> str:
    """Return the declared name that the first undeclared one may have been meant for, as the end of a sentence."""
    import difflib

    name = facts["undeclared"][0]
    near = difflib.get_close_matches(name, facts["declared"], 1)
    return f", did you mean {near[0]!r}?" if near and near[0] != name else ""


def _reasons(reasons: tuple[list[tuple[str, Finding | None]], int], words: str) -> str:
    """Return why no branch of a composition accepts the value, in brackets; *reasons* ends with their number."""
    told, count = reasons
    texts = [shown(f"{name}: {getattr(finding, words, '')}") for name, finding in told]
    return f" ({'; '.join(texts)}{f'; and {count - len(texts)} more' if count > len(texts) else ''})"


def _some(names: typing.Sequence[str]) -> list[str]:
    """Return the first of *names* as literals; the others are counted."""
    more = len(names) - _NAMES_SHOWN
    return [repr(shown(name)) for name in names[:_NAMES_SHOWN]] + ([f"{more:,} more"] if more > 0 else [])


def _missing(facts: Facts, got: str) -> str:
    names = _some(facts["missing"])
    return f"the required {'property' if len(names) == 1 else 'properties'} {_listed(names, 'and')} must be there"


def _undeclared(facts: Facts, got: str) -> str:
    names = _some(facts["undeclared"])
    return (
        f"{facts['name']} has no {'property' if len(names) == 1 else 'properties'} {_listed(names, 'or')}{_near(facts)}"
    )


def _limit(most: str, one: str, several: str) -> Words:
    """Return the words about a number of things: of characters, items or properties."""
    return lambda facts, got: f"expected {most} {facts['wanted']} {one if facts['wanted'] == 1 else several}, got {got}"


def _format(expected: str) -> Words:
    return lambda facts, got: f"expected {expected}, got {got}"


def _no_branch(keyword: str) -> Words:
    return lambda facts, got: f"no schema of {keyword} accepts {got}{_reasons(facts['reasons'], 'message')}"


def _number(facts: Facts, got: str) -> str:
    return f"expected a finite number of at most {MOST_DIGITS:,} digits, got {facts['found'].lower()}"


_WORDS: dict[str, Words] = {
    "type": lambda facts, got: f"expected {_expected(facts['types'])}, got {got}",
    "required": _missing,
    "additionalProperties": _undeclared,
    "enum": lambda facts, got: f"{got} is not one of {cut(facts['wanted'], 1000)}",
    "maxLength": _limit("at most", "character", "characters"),
    "minLength": _limit("at least", "character", "characters"),
    "pattern": lambda facts, got: f"expected a string that matches {cut(str(facts['wanted']), 1000)}, got {got}",
    "multipleOf": lambda facts, got: f"expected a multiple of {facts['wanted']}, got {got}",
    "exclusiveMaximum": lambda facts, got: f"expected less than {facts['wanted']}, got {got}",
    "maximum": lambda facts, got: f"expected at most {facts['wanted']}, got {got}",
    "exclusiveMinimum": lambda facts, got: f"expected more than {facts['wanted']}, got {got}",
    "minimum": lambda facts, got: f"expected at least {facts['wanted']}, got {got}",
    "maxItems": _limit("at most", "item", "items"),
    "minItems": _limit("at least", "item", "items"),
    "uniqueItems": lambda facts, got: "expected items that all differ, got some that are equal",
    "maxProperties": _limit("at most", "property", "properties"),
    "minProperties": _limit("at least", "property", "properties"),
    "date-time": _format("a date and time (ISO 8601)"),
    "date": _format("a date (ISO 8601)"),
    "decimal": _format("a decimal number in a string"),
    "format": lambda facts, got: f"expected the format {facts['wanted']}, got {got}",
    "oneOf": _no_branch("oneOf"),
    "oneOf.several": lambda facts, got: f"expected one schema of oneOf to accept {got}, got {facts['names']}",
    "anyOf": _no_branch("anyOf"),
    "not": lambda facts, got: f"expected anything but {facts['wanted']}, got {got}",
    "discriminator": lambda facts, got: f"expected one of {cut(', '.join(facts['wanted']), 1000)}, got {got}",
    "discriminator.missing": lambda facts, got: f"the property {facts['key']!r}, which names the schema, must be there",
    "unsupported": lambda facts, got: f"expected JSON data, got {got}",
    "server": lambda facts, got: f"expected a string, got {got}",
    "file": lambda facts, got: f"expected a file that can be opened, got one that can't: {facts['found']}",
    "number": _number,
}
"""What was expected and what is there, for each key of `SENTENCES` that is about a value in its place."""
