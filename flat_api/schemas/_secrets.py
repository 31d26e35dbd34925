"""What is secret in a value, by the names of its properties; displays and messages mask it, the value keeps it.

This is the one place for the rule. A property is secret by its name, whatever schema declares it and whether any does:
``sharingKey``, ``userToken``, ``consumerSecret``, ``password``, but not ``mainKeySignature`` or ``accessTokenUrl``.
Null, booleans and empty texts are shown all the same: they tell whether there is a secret, and not which.
"""

from __future__ import annotations

import re
import typing

from ._plain import shallow
from ._primitives import BoolClass, NoneClass, class_of

MASK = "***"
"""What is shown in place of a secret."""

_NOUNS = frozenset(
    {"authorization", "cookie", "jwt", "passphrase", "passwd", "password", "passwords", "secret", "secrets", "token"}
    | {"tokens", "apikey", "sharingkey", "accesstoken", "authtoken", "refreshtoken"}
)
"""Last words of the names of secrets."""

_KINDS_OF_KEY = frozenset(
    {"access", "api", "auth", "client", "consumer", "deployment", "encryption", "private", "secret", "session"}
    | {"sharing", "signing"}
)
"""Words before ``key`` that make it a secret; the keys of music and of translations are none."""

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_LONGEST_NAME = 64
_PARAMETER = re.compile(r"([?&#;]([\w.~-]{1,64})=)([^&#;\s\"'<>]+)", re.ASCII)
_LOGIN = re.compile(r"://[^\s/?#@]{1,256}@")

_SHORTEST_REPEATED = 6
"""Characters of a secret that is looked for in the texts beside it: shorter ones are found in any text."""

_MOST_REPEATED = 8
"""Secrets of one object that are looked for in the texts beside them."""


def is_secret(name: object) -> bool:
    """Return whether the value of a property called *name* is secret.

    >>> [name for name in ("sharingKey", "X-Api-Key", "token", "labelKey", "registrationTokenUsed") if is_secret(name)]
    ['sharingKey', 'X-Api-Key', 'token']
    """
    if not isinstance(name, str):
        return False
    *others, last = ["", *(word.lower() for word in _WORD.findall(str.__str__(name)[-_LONGEST_NAME:]))]
    return last in _NOUNS or (last in ("key", "keys") and others[-1] in _KINDS_OF_KEY)


def masked(value: typing.Any) -> typing.Any:
    """Return what is shown in place of *value*, which is secret: the mask, or the value where it tells nothing."""
    tells_nothing = value is None or isinstance(value, (bool, BoolClass, NoneClass)) or value == ""
    return shallow(value) if tells_nothing else MASK


def shown_text(text: str, secrets: typing.Sequence[str] = ()) -> str:
    """Return *text* without *secrets*, and without the logins and the secret parameters of URLs in it.

    >>> shown_text("https://flat.io/score/1?layout=page&sharingKey=2fa4")
    'https://flat.io/score/1?layout=page&sharingKey=***'
    """
    found: str = text
    for secret in secrets:
        if secret in found:
            found = found.replace(secret, MASK)
    if "=" in found:
        found = _PARAMETER.sub(_without_secret, found)
    return _LOGIN.sub(f"://{MASK}@", found) if "://" in found else found


def _without_secret(parameter: re.Match[str]) -> str:
    return parameter[1] + MASK if is_secret(parameter[2]) else parameter[0]


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
