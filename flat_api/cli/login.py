"""Sign in, in a browser or with a token: `flat-api login`."""

from __future__ import annotations

import os
import sys
import webbrowser
from typing import TYPE_CHECKING, Any

import click

from ..configuration import SERVERS
from ..exceptions import ApiValueError, ForbiddenError, OAuthError
from ..model.app_scopes import AppScopes
from ..schemas import declaration_of
from ._connection import Connection, client_for, logged
from ._console import put, reason_of, tell
from ._credentials import Credential, host_for, needing_oauth, profile_for
from ._errors import CommandError, Declined
from ._exit import EPILOG, ExitCode
from ._options import host_option, json_option, profile_option, verbose_option
from ._profiles import Profile, save
from ._text import object_with, visible
from ._types import IDENTIFIER, TEXT, Seconds

if TYPE_CHECKING:
    from ..oauth import Token

__all__ = ["command"]

SCOPES = ("account.public_profile", "scores", "collections", "tasks.readonly")
"""What the commands need."""

SECRET_VARIABLE = "FLAT_CLIENT_SECRET"


@click.command("login", epilog=EPILOG)
@click.option("--token", "with_token", is_flag=True, help="Read an access token from standard input, and keep that.")
@click.option(
    "--client-id",
    type=IDENTIFIER,
    metavar="ID",
    envvar="FLAT_CLIENT_ID",
    help="The app to let in, as flat.io/developers lists it; or the variable FLAT_CLIENT_ID. "
    "The secret of one that has one is in FLAT_CLIENT_SECRET.",
)
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(list(map(str, declaration_of(AppScopes).enum or ()))),
    metavar="SCOPE",
    multiple=True,
    help="What to ask for; may be repeated. Not given, it is what the commands need.",
)
@click.option(
    "--redirect-uri",
    type=TEXT,
    metavar="URL",
    help="Where on this machine the browser comes back to, if the app is registered with one; any free port otherwise.",
)
@click.option("--no-browser", is_flag=True, help="Print the address of the page, and open no browser.")
@click.option(
    "--timeout",
    type=Seconds(),
    metavar="SECONDS",
    default=300.0,
    show_default=True,
    help="How long to wait for the browser.",
)
@host_option
@profile_option
@verbose_option
@json_option
def command(
    with_token: bool,
    client_id: str | None,
    scopes: tuple[str, ...],
    redirect_uri: str | None,
    no_browser: bool,
    timeout: float,
    host: str | None,
    profile: str | None,
    verbose: bool,
    as_json: bool,
) -> ExitCode:
    """Sign in: in a browser, or with a token.

    The browser opens a page that asks whether the app may do what the scopes say. What comes of it is kept in the
    keyring of the system, or else in a file that only you can read, and the other commands are signed with it.

    \b
    Examples:
      flat-api login --client-id 5f2a
      flat-api login --client-id 5f2a --scope scores.readonly --profile reader
      flat-api login --token < token.txt
    """
    name, place = profile_for(profile), host_for(host) or SERVERS[0]
    connection = Connection(host=place, verbose=verbose, warns=not as_json)
    with logged(connection):
        if with_token:
            kept = Profile(place, {"access_token": _typed()})
        elif client_id is None:
            raise click.UsageError(
                "Which app is to be let in? --client-id or FLAT_CLIENT_ID says so; --token needs none."
            )
        else:
            secret = os.environ.get(SECRET_VARIABLE) or None
            opener = _opener(no_browser, as_json)
            token = _granted(client_id, secret, place, scopes or SCOPES, redirect_uri, timeout, opener)
            kept = Profile(place, token.to_dict(), client_id, secret)
        username = _accepted(kept, connection)
        where = save(name, kept)
    _say(name, username, kept, where, as_json)
    return ExitCode.GOOD


def _say(name: str, username: str | None, kept: Profile, where: str, as_json: bool) -> None:
    if as_json:
        put(object_with({"profile": name, "username": username, "host": kept.host, "kept_in": where}))
        return
    who = f" as {visible(username)}" if username else ""
    put(f"Signed in{who}; the profile {name} is kept in {visible(where)}.")


def _typed() -> str:
    """Return the access token on standard input; it is not shown where it is typed."""
    if sys.stdin is None:
        raise click.UsageError("Standard input is closed: there is no token to read.")
    text = str(click.prompt("Access token", hide_input=True, err=True)) if sys.stdin.isatty() else sys.stdin.read()
    token = text.strip()
    if not token or not token.isascii() or not token.isprintable() or " " in token:
        raise click.UsageError("Expected an access token on standard input, one line of visible characters.")
    return token


def _opener(no_browser: bool, as_json: bool) -> Any:
    """Return what shows the page at a URL, by opening it, and by saying where it is for browsers elsewhere."""

    def show(url: str) -> None:
        if as_json:
            tell(object_with({"authorization_url": url}))
        else:
            tell(f"This page asks for your consent:\n  {url}\nWaiting for the browser; Ctrl-C ends it.")
        if not no_browser:
            try:
                webbrowser.open(url)
            except webbrowser.Error:  # the address has been told
                pass

    return show


def _granted(
    client_id: str,
    secret: str | None,
    host: str,
    scopes: tuple[str, ...],
    redirect_uri: str | None,
    timeout: float,
    opener: Any,
) -> Token:
    """Return what the user grants in the browser.

    Raises Declined after a no, CommandError where the port is taken, click.BadParameter for what can't be asked.
    """
    with needing_oauth():
        from ..oauth import CALLBACK, sign_in
    uri = redirect_uri or CALLBACK
    try:
        return sign_in(client_id, secret, scopes=scopes, redirect_uri=uri, timeout=timeout, open_url=opener, host=host)
    except OAuthError as error:
        if error.code == "access_denied":
            raise Declined("Access was denied in the browser. Nothing was kept.") from error
        raise
    except ApiValueError as error:
        raise click.BadParameter(str(error), param_hint="'--redirect-uri' / '--host'") from error
    except OSError as error:
        hint = "Choose another port with --redirect-uri, or leave it out for any that is free."
        raise CommandError(f"nothing can listen at {visible(uri)}: {reason_of(error)}", hint) from error


def _accepted(kept: Profile, connection: Connection) -> str | None:
    """Return the name of the user, None where the scopes don't tell it. Raises UnauthorizedError for a wrong token."""
    with client_for(Credential(kept.host, kept.token["access_token"], ""), connection) as flat:
        try:
            user = flat.account.get_authenticated_user()
        except ForbiddenError:
            return None
        return str(user.get("username", "")) or None
