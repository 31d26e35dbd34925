"""Profiles: who has signed in on this machine, kept in the keyring of the system or in a file.

A profile has a name, and holds all that signs requests to one host. Only the owner of a file can read it.
"""

from __future__ import annotations

import json
import logging
import os
import re
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, cast

import click

from ._console import reason_of
from ._errors import ProfileError
from ._text import visible

__all__ = ["DEFAULT", "Profile", "Stored", "is_name", "load", "remove", "save"]

logger = logging.getLogger(__name__)

DEFAULT = "default"
"""The profile of whoever names none."""

SERVICE = "flat-api"
"""What the keyring calls this program."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_KEYRING = "the keyring"
_ABSENT = (FileNotFoundError, NotADirectoryError)
"""How the system says that a file is not there."""


class Profile(NamedTuple):
    """What signs requests to *host*: the values of a `Token`, and the app that it was issued to, if any."""

    host: str
    token: dict[str, Any]
    client_id: str | None = None
    client_secret: str | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}(host={self.host!r}, ...)"


class Stored(NamedTuple):
    """A *profile*, and the *place* where it is: the keyring, or the path of a file."""

    profile: Profile
    place: str


def is_name(name: str) -> bool:
    """Return whether a profile can be called *name*, which is part of the name of a file."""
    return _NAME.fullmatch(name) is not None


def save(name: str, profile: Profile) -> str:
    """Keep *profile*, in the place of an earlier one, and return where it is. Raises ProfileError."""
    text = json.dumps(profile._asdict())
    if _put_in_keyring(name, text):
        with suppress(OSError):
            _file(name).unlink()
        return _KEYRING
    _write(_file(name), text)
    return str(_file(name))


def load(name: str) -> Stored | None:
    """Return the profile called *name*; None where there is none.

    Raises ProfileError for a file that can't be read, that others can read, or that holds something else.
    """
    text, place = _get_from_keyring(name), _KEYRING
    if text is None:
        path = _file(name)
        text, place = _read(path), str(path)
    return None if text is None else Stored(_parsed(text, place), place)


def remove(name: str) -> list[str]:
    """Forget the profile called *name*, and return the places where it was. Raises ProfileError."""
    places = [_KEYRING] if _remove_from_keyring(name) else []
    path = _file(name)
    try:
        path.unlink()
    except _ABSENT:
        return places
    except OSError as error:
        raise ProfileError(f"{visible(str(path))} can't be removed: {reason_of(error)}") from error
    return [*places, str(path)]


def _parsed(text: str, place: str) -> Profile:
    try:
        values: Any = json.loads(text)
        profile = Profile(**values)
        profile.token["access_token"].encode()
        texts = (profile.host, profile.client_id or "", profile.client_secret or "")
        if not all(isinstance(value, str) for value in cast("tuple[object, ...]", texts)):
            raise TypeError
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        reason = f"what is kept in {visible(place)} is not a profile"
        raise ProfileError(reason, "`flat-api login` signs in anew.") from None
    return profile


# The keyring


def _keyring() -> Any:
    """Return the keyring of the system; None where there is none that keeps anything."""
    try:
        import keyring
        from keyring.backends import fail, null

        found = keyring.get_keyring()
    except Exception as error:  # whatever a backend does when it looks for its system
        logger.debug("There is no keyring: %s", type(error).__name__)
        return None
    return None if isinstance(found, (fail.Keyring, null.Keyring)) else found


def _put_in_keyring(name: str, text: str) -> bool:
    """Return whether *text* is in the keyring now: some limit its length, some are locked."""
    ring = _keyring()
    if ring is None:
        return False
    try:
        ring.set_password(SERVICE, name, text)
        return bool(ring.get_password(SERVICE, name) == text)
    except Exception as error:  # each backend has errors of its own
        logger.warning("The keyring can't be used, so a file is: %s", type(error).__name__)
        with suppress(Exception):
            ring.delete_password(SERVICE, name)  # an earlier one would be found first
        return False


def _get_from_keyring(name: str) -> str | None:
    ring = _keyring()
    try:
        found: str | None = None if ring is None else ring.get_password(SERVICE, name)
    except Exception as error:
        logger.warning("The keyring can't be read: %s", type(error).__name__)
        return None
    return found


def _remove_from_keyring(name: str) -> bool:
    if _get_from_keyring(name) is None:
        return False
    try:
        _keyring().delete_password(SERVICE, name)
    except Exception as error:
        raise ProfileError(f"the keyring keeps the profile {name}: {type(error).__name__}") from error
    return True


# The file


def _file(name: str) -> Path:
    return Path(click.get_app_dir(SERVICE)) / f"{name}.json"


def _write(path: Path, text: str) -> None:
    """Write *text* to *path*: all of it or nothing, and so that only the owner can read it, from its first byte on."""
    temporary = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")  # with mode 0600
        with open(number, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(number)
        os.replace(temporary, path)
    except OSError as error:
        raise ProfileError(f"{visible(str(path))} can't be written: {reason_of(error)}") from error
    finally:
        if temporary is not None:
            with suppress(FileNotFoundError):
                os.unlink(temporary)


def _read(path: Path) -> str | None:
    try:
        with open(path, encoding="utf-8") as file:
            _check_owner(path, os.fstat(file.fileno()))
            return file.read()
    except _ABSENT:
        return None
    except (OSError, UnicodeDecodeError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "it is not text"
        raise ProfileError(f"{visible(str(path))} can't be read: {reason}") from error


def _check_owner(path: Path, found: os.stat_result) -> None:
    if os.name == "posix" and (found.st_mode & (stat.S_IRWXG | stat.S_IRWXO) or found.st_uid != os.geteuid()):
        reason = f"{visible(str(path))} is open to others on this machine, and holds an access token"
        raise ProfileError(reason, f"Remove it with `flat-api logout`, or close it with chmod 600 {visible(str(path))}")
