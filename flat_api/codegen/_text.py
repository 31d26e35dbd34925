"""Source text with line breaks where a line gets too long."""

from __future__ import annotations

import re
import textwrap
import typing

from ._json import is_array, is_object

WIDTH = 110
INDENT = "    "


class Call(typing.NamedTuple):
    """An expression in brackets: *opening*, parts with commas between them, *closing*."""

    opening: str
    parts: tuple[Part, ...]
    closing: str = ")"


class Text(str):
    """A string literal that may be broken into several."""

    __slots__ = ()


class Part(typing.NamedTuple):
    """One part of a `Call`; *label* is what stands in front of it, ``max_length=``."""

    node: Node
    label: str = ""


Node = str | Text | Call


def call(function: str, *parts: Node, **keywords: Node | None) -> Call:
    """The call of *function*; keywords that are None are left out."""
    named = (Part(node, f"{name}=") for name, node in keywords.items() if node is not None)
    return Call(f"{function}(", (*map(Part, parts), *named))


def display(*nodes: Node) -> Call:
    """A tuple of *nodes*."""
    return Call("(", tuple(map(Part, nodes)), ",)" if len(nodes) == 1 else ")")


def mapping(entries: typing.Mapping[str, Node]) -> Call:
    """A dict with string keys."""
    return Call("{", tuple(Part(node, f"{quoted(key)}: ") for key, node in entries.items()), "}")


def quoted(text: str, *, raw: bool = False) -> str:
    """A string literal in double quotes; *raw* asks for a raw one where that is possible."""
    body = text.replace("\\", "\\\\").replace('"', '\\"')
    if raw and "\\" in text and '"' not in text and not text.endswith("\\") and text.isprintable():
        return f'r"{text}"'
    return '"' + "".join(c if c.isprintable() else _escaped(c) for c in body) + '"'


def _escaped(character: str) -> str:
    return repr(character)[1:-1]


def literal(value: typing.Any) -> str:
    """A JSON value as source; arrays and objects as the immutable values that the runtime makes of them."""
    if isinstance(value, str):
        return quoted(value)
    if is_array(value):
        return flat(display(*map(literal, value)))
    if is_object(value):
        return flat(call("frozendict[str, object]", mapping({key: literal(entry) for key, entry in value.items()})))
    return repr(value)


def flat(node: Node) -> str:
    """*node* on one line."""
    if isinstance(node, Call):
        return node.opening + ", ".join(part.label + flat(part.node) for part in node.parts) + node.closing
    return quoted(node) if isinstance(node, Text) else node


def laid_out(before: str, node: Node, after: str = "", indent: str = "") -> list[str]:
    """The lines of *before*, *node* and *after*: one if it fits, else one for each part of the node.

    >>> laid_out("x = ", call("optional", "StrSchema", Text("What it is")))
    ['x = optional(StrSchema, "What it is")']
    """
    line = indent + before + flat(node) + after
    if len(line) <= WIDTH or not isinstance(node, (Call, Text)):
        return [line]
    if isinstance(node, Text):
        return _broken(before, node, after, indent)
    inner = indent + INDENT
    lines = [indent + before + node.opening]
    for part in node.parts:
        lines += laid_out(part.label, part.node, ",", inner)
    return [*lines, indent + node.closing.lstrip(",") + after]


def _broken(before: str, text: Text, after: str, indent: str) -> list[str]:
    """A long literal as adjacent ones."""
    room = WIDTH - len(indent) - len(after) - 2
    pieces = [quoted(piece) for piece in _pieces(text, room)]
    if before:
        inner = [f"{indent}{INDENT}{piece}" for piece in pieces]
        return [f"{indent}{before}(", *inner, f"{indent}){after}"]
    return [*(f"{indent}{piece}" for piece in pieces[:-1]), f"{indent}{pieces[-1]}{after}"]


def _pieces(text: str, room: int) -> list[str]:
    """*text* cut behind spaces, so that each piece fits."""
    pieces = [""]
    for word in re.split("(?<= )", text):
        if pieces[-1] and len(quoted(pieces[-1] + word)) - 2 > room:
            pieces.append("")
        pieces[-1] += word
    return pieces


def docstring(text: str, indent: str) -> list[str]:
    """The lines of a docstring; what can't be printed is a space in it."""
    shown = "".join(character if character.isprintable() or character == "\n" else " " for character in text)
    body = re.sub(r'"(?="|\Z)', r'\"', shown.strip().replace("\\", "\\\\"))  # no two quotes in a row, none at the end
    if "\n" not in body and len(indent) + len(body) + 6 <= WIDTH:
        return [f'{indent}"""{body}"""']
    lines: list[str] = []
    for number, paragraph in enumerate(body.split("\n")):
        opening = '"""' if number == 0 else ""
        lines += textwrap.wrap(opening + paragraph, WIDTH - len(indent), break_long_words=False) or [""]
    return [*((indent + line).rstrip() for line in lines), f'{indent}"""']
