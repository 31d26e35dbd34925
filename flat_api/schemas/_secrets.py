"""What is secret in a value, by the names of its properties; displays and messages mask it, the value keeps it.

Null, booleans and empty texts are shown all the same: they tell whether there is a secret, and not which.
"""

from __future__ import annotations

import typing

from ._masking import MASK, is_secret, shown_text
from ._plain import shallow
from ._primitives import BoolClass, NoneClass, class_of

_SHORTEST_REPEATED = 6
"""Characters of a secret that is looked for in the texts beside it: shorter ones are found in any text."""

_MOST_REPEATED = 8
"""Secrets of one object that are looked for in the texts beside them."""


def masked(value: typing.Any) -> typing.Any:
    """Return what is shown in place of *value*, which is secret: the mask, or the value where it tells nothing."""
    tells_nothing = value is None or isinstance(value, (bool, BoolClass, NoneClass)) or value == ""
    return shallow(value) if tells_nothing else MASK


def shown_items(node: typing.Mapping[typing.Any, typing.Any]) -> typing.Iterator[tuple[typing.Any, typing.Any]]:
    """Yield the items of an object for a display: secrets masked, also where a text beside them repeats them.

    Members that are containers stay as they are.
    """
    secrets = [
        str.__str__(value)
        for key, value in node.items()
        if issubclass(class_of(value), str) and str.__len__(value) >= _SHORTEST_REPEATED and is_secret(key)
    ][:_MOST_REPEATED]
    for key, value in node.items():
        if is_secret(key):
            yield key, masked(value)
        elif issubclass(class_of(value), str):
            yield key, shown_text(value, secrets)
        else:
            yield key, value


def hidden(value: typing.Any) -> typing.Any:
    """Return *value*, data or an instance, as plain Python with its secrets masked at every depth."""
    kind = class_of(value)
    if issubclass(kind, dict):
        return {key: hidden(item) for key, item in shown_items(value)}
    if issubclass(kind, (tuple, list)):
        return [hidden(item) for item in value]
    return shown_text(str.__str__(value)) if issubclass(kind, str) else shallow(value)
