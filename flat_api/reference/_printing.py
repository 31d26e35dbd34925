"""Printed Python: imports, docstrings, and annotations on several lines, laid out as ``ruff format`` does it."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterable, Iterator
from itertools import takewhile

WIDTH = 120
INDENT = "    "

PUBLIC = {"flat_api.schemas._": "flat_api.schemas", "flat_api.operations._": "flat_api.operations"}
"""The module that programs import from, by the beginning of the names of those that classes are defined in."""


class Names:
    """The names that a printed module has from others.

    *module* is its dotted name. *taken* are the names that its classes use themselves: whatever is imported under one
    of these gets an underscore in front.
    """

    def __init__(self, module: str, taken: Iterable[str] = ()) -> None:
        self.module = module
        self._taken = set(taken)
        self._found: dict[tuple[str, str], str] = {}

    def add(self, module: str, name: str) -> str:
        """Return what *name* of *module* is called here; the printed module imports it."""
        if module == self.module:
            return name
        if (module, name) not in self._found:
            local = name
            while local in self._taken or local in self._found.values():
                local = f"_{local}"
            self._found[module, name] = local
        return self._found[module, name]

    def of(self, cls: type) -> str:
        """Return what *cls* is called here: its qualified name, for the outermost class is imported."""
        module = next((public for start, public in PUBLIC.items() if cls.__module__.startswith(start)), cls.__module__)
        outer, dot, inner = cls.__qualname__.partition(".")
        return f"{self.add(module, outer)}{dot}{inner}"

    def imports(self) -> list[str]:
        """The import statements in three sections: standard library, other packages, this package."""
        statements: dict[tuple[int, int, str], list[str]] = {}
        for (module, name), local in self._found.items():
            if module == "builtins" and name == local:
                continue
            shown = self._relative(module)
            top = shown.partition(".")[0]
            section = 2 if shown.startswith(".") else 0 if top in sys.stdlib_module_names else 1
            dots = len(shown) - len(shown.lstrip("."))
            statements.setdefault((section, -dots, shown), []).append(name if name == local else f"{name} as {local}")
        lines: list[str] = []
        previous = None
        for key in sorted(statements):
            lines += [""] if previous not in (None, key[0]) else []
            lines += _import(key[2], statements[key])
            previous = key[0]
        return lines

    def _relative(self, module: str) -> str:
        """*module* as an import statement names it: from here, where it is in the same package."""
        here, there = self.module.split(".")[:-1], module.split(".")
        if not here or here[0] != there[0]:
            return module
        common = sum(1 for _ in takewhile(lambda steps: steps[0] == steps[1], zip(here, there)))
        return "." * (len(here) - common + 1) + ".".join(there[common:])


def _import(module: str, names: list[str]) -> list[str]:
    """The statements that import *names*; one that gets another name has a statement of its own."""
    plain = sorted((name for name in names if " as " not in name), key=_rank)
    lines = [f"from {module} import {name}" for name in sorted(names) if " as " in name]
    if plain:
        lines += laid_out(f"from {module} import ", "(", plain, ")", "", brackets_when_flat=False)
    return lines


def _rank(name: str) -> tuple[bool, bool, str]:
    """The place of a name among others that are imported with it: constants, classes, the rest."""
    return not (name.isupper() and len(name) > 1), not name[:1].isupper(), name.lower()


def laid_out(
    before: str, opening: str, parts: list[str], closing: str, after: str, *, brackets_when_flat: bool = True
) -> list[str]:
    """*parts* in brackets: on one line if they fit, else each on its own; *before* begins with the indent."""
    flat = ", ".join(parts)
    line = before + (f"{opening}{flat}{closing}" if brackets_when_flat else flat) + after
    if len(line) <= WIDTH or not parts:
        return [line]
    margin = re.match(r" *", before)
    indent = margin[0] if margin else ""
    comma = "" if opening.endswith("[") and len(parts) == 1 else ","  # which would make a tuple of the only part
    inner = [line for part in parts for line in _part(part, indent + INDENT, comma)]
    return [before + opening, *inner, indent + closing + after]


def _part(part: str, indent: str, comma: str) -> list[str]:
    """One part of what is in brackets: an annotation, or a parameter with one."""
    name, colon, annotation = part.partition(": ")
    if len(indent + part + comma) <= WIDTH:
        return [indent + part + comma]
    if not colon or not name.isidentifier():
        return annotated(indent, part, comma)
    annotation, equals, default = annotation.partition(" = ")
    return annotated(f"{indent}{name}: ", annotation, f"{equals}{default}{comma}")


def annotated(before: str, annotation: str, after: str = "") -> list[str]:
    """*annotation* between *before*, which begins with the indent, and *after*, on as many lines as it takes.

    >>> annotated("    state: ", "str | None", " = ...")
    ['    state: str | None = ...']
    """
    if len(before + annotation + after) <= WIDTH:
        return [before + annotation + after]
    alternatives = split(annotation, " | ")
    if len(alternatives) == 1:
        opening, bracket, inside = annotation.partition("[")
        if not bracket or annotation[0] in "\"'":  # a text stays on its line, whatever is in it
            return [before + annotation + after]
        return laid_out(before, f"{opening}[", split(inside[:-1], ", "), "]", after)
    indent = " " * (len(before) - len(before.lstrip()))
    first, *rest = alternatives
    lines = annotated(before, first)
    for number, text in enumerate(rest, 1):
        lines += annotated(f"{indent}| ", text, after if number == len(rest) else "")
    return lines


def method(name: str, parameters: list[str], returns: str, body: str, indent: str) -> list[str]:
    """The lines of a method up to its colon and *body*, what stands behind it."""
    return laid_out(f"{indent}def {name}", "(", parameters, ")", f" -> {returns}:{body}")


def split(text: str, separator: str) -> list[str]:
    """The parts of an annotation between separators that are in no brackets and no quotes.

    >>> split("Sequence[str | None] | Literal['a | b']", " | ")
    ['Sequence[str | None]', "Literal['a | b']"]
    """
    parts, depth, quote, start, position = list[str](), 0, "", 0, 0
    while position < len(text):
        character = text[position]
        if quote:
            position += character == "\\"
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in "[(":
            depth += 1
        elif character in "])":
            depth -= 1
        elif not depth and text.startswith(separator, position):
            parts.append(text[start:position])
            start = position + len(separator)
        position += 1
    return [*parts, text[start:]]


def quoted(text: str) -> str:
    """*text* as a literal, in double quotes unless it holds some."""
    return repr(str(text)) if '"' in text else f'"{repr(str(text))[1:-1]}"'


def docstring(text: str, indent: str, hanging: str = "") -> Iterator[str]:
    """*text* as a docstring, nothing for no text; a long line of it goes on behind *hanging*.

    What can't be printed, line breaks aside, is a space in it.
    """
    shown = "".join(character if character.isprintable() or character == "\n" else " " for character in text).strip()
    if not shown:
        return
    room = WIDTH - len(indent) - 3
    pieces = shown.replace("\\", "\\\\").replace('"""', '\\"\\"\\"').splitlines()
    wrapper = textwrap.TextWrapper(room, subsequent_indent=hanging, break_on_hyphens=False)
    lines = [line for piece in pieces for line in wrapper.wrap(piece.strip()) or [""]]
    if len(lines) == 1 and len(lines[0]) + len(indent) + 6 <= WIDTH and not lines[0].endswith('"'):
        yield f'{indent}"""{lines[0]}"""'
        return
    yield f'{indent}"""{lines[0]}'
    yield from (f"{indent}{line}".rstrip() for line in lines[1:])
    yield f'{indent}"""'
