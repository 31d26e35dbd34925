r"""The search by the package `regress`, an engine for all of ECMA 262: for patterns that `re` has no words for.

It comes with the extra ``flat-api-frozen[patterns]``. The pattern is written anew for it in the strict grammar of the
flag ``u``, in which ``[\w-.]`` is an error, and without which there is no ``\p{...}``.
"""

from __future__ import annotations

import importlib
import typing

from ...exceptions import PatternError
from ._ecma import parse
from ._expressions import Anchor, Backreference, Chars, Choice, Group, Item, Node, Property, Repeat, Sequence


def regress_search(source: str, why: str) -> typing.Callable[[str], bool]:
    """Return the search for the pattern *source*. *why* it is left to `regress` is told where that is missing.

    Raises `PatternError` without the package, and for what it does not know, as a property that there is not.
    """
    try:
        regress = importlib.import_module("regress")
    except ImportError:
        reason = f"{why} takes the package regress: pip install 'flat-api-frozen[patterns]'"
        raise PatternError(source, reason) from None
    try:
        find = regress.Regex(strict(parse(source).root), "u").find
    except regress.RegressError as error:
        raise PatternError(source, f"{why}: {error}") from None

    def search(text: str) -> bool:
        try:
            return find(text) is not None
        except UnicodeEncodeError:  # half of a surrogate pair, which no pattern of u is about
            return find(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")) is not None

    return search


def strict(node: Node) -> str:
    r"""Return *node* as an expression of ECMA 262 in the grammar of the flag ``u``.

    >>> strict(parse(r"[\w-.]{1,3}(?<year>\d)\k<year>").root)
    '[0-9A-Z_a-z\\-\\.]{1,3}([0-9])(?:\\1)'
    """
    if isinstance(node, Chars):
        text = f"[{'^' * node.negated}{''.join(map(_item, node.items))}]"
        return f"(?i:{text})" if node.folded else text
    if isinstance(node, Sequence):
        return "".join([f"(?:{strict(part)})" if isinstance(part, Choice) else strict(part) for part in node.parts])
    if isinstance(node, Choice):
        return "|".join(map(strict, node.branches))
    if isinstance(node, Repeat):
        most = "" if node.most is None else node.most
        counts = f"{{{node.least}}}" if node.least == node.most else f"{{{node.least},{most}}}"
        inner = strict(node.part) if isinstance(node.part, (Chars, Group)) else f"(?:{strict(node.part)})"
        return f"{inner}{counts}{'?' if node.lazy else ''}"
    if isinstance(node, Group):
        return f"({strict(node.part)})"
    if isinstance(node, Backreference):
        return f"(?i:\\{node.number})" if node.folded else f"(?:\\{node.number})"
    if isinstance(node, Anchor):
        return f"(?m:{node.kind[0]})" if node.kind.endswith("m") else node.kind
    return f"(?{'' if node.ahead else '<'}{'!' if node.negative else '='}{strict(node.part)})"


def _item(item: Item) -> str:
    if isinstance(item, Property):
        return f"\\{'P' if item.negated else 'p'}{{{item.name}}}"
    low, high = item
    return _character(low) if low == high else f"{_character(low)}-{_character(high)}"


def _character(code: int) -> str:
    character = chr(code)
    if not character.isascii() or not character.isprintable():
        return f"\\u{{{code:x}}}"
    return character if character.isalnum() or character in "_ !\"#%&',:;<=>@`~" else f"\\{character}"
