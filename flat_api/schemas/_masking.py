"""What is secret in names and in text, by the names of properties and parameters; displays and messages mask it.

This is the one place for the rule. A property is secret by its name, whatever schema declares it and whether any does:
``sharingKey``, ``userToken``, ``consumerSecret``, ``password``, but not ``mainKeySignature`` or ``accessTokenUrl``.
"""

from __future__ import annotations

import re
import typing

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


def is_secret(name: object) -> bool:
    """Return whether the value of a property called *name* is secret.

    >>> [name for name in ("sharingKey", "X-Api-Key", "token", "labelKey", "registrationTokenUsed") if is_secret(name)]
    ['sharingKey', 'X-Api-Key', 'token']
    """
    if not isinstance(name, str):
        return False
    *others, last = ["", *(word.lower() for word in _WORD.findall(str.__str__(name)[-_LONGEST_NAME:]))]
    return last in _NOUNS or (last in ("key", "keys") and others[-1] in _KINDS_OF_KEY)


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


_MEMBER = re.compile(
    r"""("([\w.~-]{1,64})"\s{0,9}:\s{0,9})
    (?: "(?:[^"\\]|\\[\s\S])*(?:"|\\?\Z) | \[[^\[\]]*\]? | -?[0-9][0-9.eE+-]* )  # a text may be cut off, and a list
    """,
    re.VERBOSE | re.ASCII,
)


def shown_json(text: str) -> str:
    """Return *text*, JSON or some of it, without the values of secret members, and otherwise as `shown_text` does.

    >>> print(shown_json('{"id": "1", "sharingKey": "2fa4'))
    {"id": "1", "sharingKey": "***"
    """
    return shown_text(_MEMBER.sub(_without_value, text))


def _without_value(member: re.Match[str]) -> str:
    return f'{member[1]}"{MASK}"' if is_secret(member[2]) else member[0]
