"""Which properties hold secrets, by their names: displays leave their values out."""

from __future__ import annotations

MASK = "***"
"""What a display has in the place of a secret."""

_ENDINGS = ("token", "secret", "password", "sharingkey", "apikey", "privatekey", "authorization", "cookie")


def is_secret(key: object) -> bool:
    """Return whether the property *key* holds something that gives access: a token, a password, a sharing key.

    >>> is_secret("sharingKey"), is_secret("registration_token"), is_secret("accessTokenUrl")
    (True, True, False)
    """
    return isinstance(key, str) and key.replace("_", "").replace("-", "").lower().endswith(_ENDINGS)
