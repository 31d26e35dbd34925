"""Forget who has signed in: `flat-api logout`."""

from __future__ import annotations

import click

from ._console import put, tell
from ._credentials import profile_for
from ._exit import EPILOG, ExitCode
from ._options import json_option, profile_option
from ._profiles import remove
from ._text import object_with, visible

__all__ = ["command"]


@click.command("logout", epilog=EPILOG)
@profile_option
@json_option
def command(profile: str | None, as_json: bool) -> ExitCode:
    """Forget who has signed in.

    What `flat-api login` has kept on this machine is removed. The API goes on accepting the token until it expires, or
    until you take the app's access away in the settings of your account: it has no operation for that.

    \b
    Examples:
      flat-api logout
      flat-api logout --profile reader
    """
    name = profile_for(profile)
    places = remove(name)
    if as_json:
        put(object_with({"profile": name, "removed_from": places}))
    elif places:
        put(f"Signed out; the profile {name} is no longer kept in {visible(' and '.join(places))}.")
        tell("The token itself is valid until it expires, or until you take it back in the settings of your account.")
    else:
        put(f"Nobody was signed in as the profile {name}.")
    return ExitCode.GOOD
