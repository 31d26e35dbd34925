"""The scores of an account: `flat-api scores`."""

from __future__ import annotations

import base64
import json
import os
import sys
from pathlib import PurePath
from typing import Any

import click

from ..bulk._files import read_raw
from ._connection import ANYTHING, COLLECTION, SCORE, Connection, looking_for, opened
from ._console import put
from ._errors import Declined
from ._exit import EPILOG, ExitCode
from ._listing import date, field, print_list, print_record
from ._options import Group, connected, json_option, sharing_key_option
from ._text import STDIN, visible
from ._types import IDENTIFIER, TEXT

__all__ = ["PRIVACIES", "command"]

PRIVACIES = ("private", "public", "organizationPublic", "privateLink")

SCORES = (
    ("id", field("id")),
    ("title", field("title")),
    ("privacy", field("privacy")),
    ("by", field("user", "username")),
    ("changed", date("modificationDate")),
)

SCORE_FIELDS = (
    ("id", field("id")),
    ("title", field("title")),
    ("subtitle", field("subtitle")),
    ("composer", field("composer")),
    ("arranger", field("arranger")),
    ("lyricist", field("lyricist")),
    ("by", field("user", "username")),
    ("privacy", field("privacy")),
    ("instruments", field("instruments")),
    ("measures", field("numberMeasures")),
    ("seconds", field("durationTime")),
    ("created", date("creationDate")),
    ("changed", date("modificationDate")),
    ("collections", field("collections")),
    ("page", field("htmlUrl")),
)

user_option = click.option(
    "--user", type=IDENTIFIER, metavar="ID", default="me", show_default=True, help="Whose scores."
)


@click.group("scores", cls=Group, epilog=EPILOG)
def command() -> None:
    """List, read, import and delete scores.

    \b
    Examples:
      flat-api scores list
      flat-api scores import song.musicxml --title 'My song'
    """


@command.command("list", epilog=EPILOG)
@user_option
@json_option
@connected
def list_command(connection: Connection, user: str, as_json: bool) -> ExitCode:
    """List the scores of a user.

    \b
    Examples:
      flat-api scores list
      flat-api scores list --user 56ae21579a127715a02901a5
      flat-api scores list --json | jq -r .title
    """
    with opened(connection) as link:
        found = link.flat.users.get_user_scores(user=user)
        print_list(found, SCORES, "There are no scores here.", as_json=as_json)
    return ExitCode.GOOD


@command.command("get", epilog=EPILOG)
@click.argument("score", type=IDENTIFIER, metavar="ID")
@sharing_key_option
@json_option
@connected
def get_command(connection: Connection, score: str, sharing_key: str | None, as_json: bool) -> ExitCode:
    """Show what is known of a score.

    \b
    Examples:
      flat-api scores get 56ae21579a127715a02901a6
      flat-api scores get 56ae21579a127715a02901a6 --json | flat-api show --model ScoreDetails
    """
    options: dict[str, Any] = {"sharingKey": sharing_key} if sharing_key else {}
    with opened(connection) as link, looking_for(SCORE):
        print_record(link.flat.scores.get_score(score=link.score(score), **options), SCORE_FIELDS, as_json=as_json)
    return ExitCode.GOOD


@command.command("import", epilog=EPILOG)
@click.argument("file")
@click.option("--title", type=TEXT, metavar="TEXT", help="Title of the score, where it is not the one in the file.")
@click.option("--privacy", type=click.Choice(PRIVACIES), default="private", show_default=True, help="Who may see it.")
@click.option("--collection", type=IDENTIFIER, metavar="ID", help="The collection to put it in.")
@json_option
@connected
def import_command(
    connection: Connection, file: str, title: str | None, privacy: str, collection: str | None, as_json: bool
) -> ExitCode:
    """Make a score of a file.

    FILE is MusicXML, plain or compressed, or MIDI; - is standard input.

    \b
    Examples:
      flat-api scores import song.musicxml
      flat-api scores import song.mid --title 'My song' --privacy public
      flat-api scores import song.mxl --json | jq -r .id
    """
    from ..model.score_creation import ScoreCreation

    body: dict[str, Any] = {"privacy": privacy, **_encoded(read_raw(file))}
    body |= {"title": title} if title else {}
    body |= {"collection": collection} if collection else {}
    if file != STDIN:
        body["filename"] = _sendable(PurePath(file).name)
    with opened(connection) as link, looking_for(COLLECTION if collection else ANYTHING):
        print_record(link.flat.scores.create_score(body=ScoreCreation(body)), SCORE_FIELDS, as_json=as_json)
    return ExitCode.GOOD


def _sendable(name: str) -> str:
    """Return the file name *name* as text that can be sent: bytes that are no UTF-8 are those of Latin-1."""
    encoded = os.fsencode(name)
    try:
        return encoded.decode()
    except UnicodeDecodeError:
        return encoded.decode("latin-1")


def _encoded(content: bytes) -> dict[str, str]:
    """Return *content* as the API accepts it: text as it is, anything else as base64."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:  # a MIDI file may be UTF-8 by chance
        return {"data": base64.b64encode(content).decode(), "dataEncoding": "base64"}
    return {"data": text}


@command.command("delete", epilog=EPILOG)
@click.argument("score", type=IDENTIFIER, metavar="ID")
@click.option("--yes", "-y", is_flag=True, help="Do it without asking.")
@click.option("--now", is_flag=True, help="Delete it for good, without a stay in the trash.")
@json_option
@connected
def delete_command(connection: Connection, score: str, yes: bool, now: bool, as_json: bool) -> ExitCode:
    """Move a score to the trash, or delete it for good.

    \b
    Examples:
      flat-api scores delete 56ae21579a127715a02901a6
      flat-api scores delete 56ae21579a127715a02901a6 --yes --now
    """
    if not yes:
        _ask(f"{'Delete' if now else 'Move to the trash:'} score {score}{' for good' if now else ''}?")
    with opened(connection) as link, looking_for(SCORE):
        score = link.score(score)
        link.flat.scores.delete_score(score=score, **({"now": True} if now else {}))
    if as_json:
        put(json.dumps({"id": score, "state": "deleted" if now else "trashed"}))
    else:
        put(f"{visible(score)} is {'deleted for good' if now else 'in the trash'}")
    return ExitCode.GOOD


def _ask(question: str) -> None:
    """Go on only if whoever sits at the terminal says yes; otherwise raise Declined."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.UsageError("There is nobody to ask; --yes does it without asking.")
    if not _says_yes(question):
        raise Declined("Nothing was deleted.")


def _says_yes(question: str) -> bool:
    try:
        return click.confirm(question, err=True)
    except click.Abort as stop:
        if not isinstance(stop.__context__, EOFError):  # it was Ctrl-C
            raise
        click.echo(err=True)
        return False
