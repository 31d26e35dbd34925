"""The scores of an account: `flat-api scores`."""

from __future__ import annotations

import base64
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, cast

import click

from ..bulk._files import read_raw
from ._connection import ANYTHING, COLLECTION, SCORE, Connection, looking_for, opened
from ._console import put
from ._errors import Declined
from ._exit import EPILOG, ExitCode
from ._listing import date, field, print_list, print_record
from ._options import Group, connected, csv_options, json_option, sharing_key_option
from ._text import STDIN, visible
from ._types import IDENTIFIER, TEXT

if TYPE_CHECKING:
    from ..model.score_details import ScoreDetails

__all__ = ["PRIVACIES", "command"]

PAGE = 100
"""Entries of a list to ask for at once."""

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

EDITABLE = ("title", "subtitle", "composer", "lyricist", "arranger", "description")
"""Texts of a score that can be changed; all but the title can be cleared, too."""

CLEARABLE = (*EDITABLE[1:], "tags")

SEARCHED = (
    *("title", "subtitle", "composer", "lyricist", "arranger", "description", "tags"),
    *("instruments", "instrumentsNames"),
)
"""Properties of a score in which words are looked for."""

REVISIONS = (
    ("id", field("id")),
    ("description", field("description")),
    ("saved", date("creationDate")),
    ("event", field("event")),
    ("autosave", field("autosave")),
    ("by", field("user")),
)

user_option = click.option(
    "--user", type=IDENTIFIER, metavar="ID", default="me", show_default=True, help="Whose scores."
)


@click.group("scores", cls=Group, epilog=EPILOG)
def command() -> None:
    """List, search, read, import, edit and delete scores.

    \b
    Examples:
      flat-api scores list
      flat-api scores search beethoven string quartet
      flat-api scores import song.musicxml --title 'My song'
    """


@command.command("list", epilog=EPILOG)
@user_option
@csv_options
@json_option
@connected
def list_command(connection: Connection, user: str, csv: str | None, as_json: bool) -> ExitCode:
    """List the scores of a user.

    \b
    Examples:
      flat-api scores list
      flat-api scores list --user 56ae21579a127715a02901a5
      flat-api scores list --json | jq -r .title
    """
    with opened(connection) as link:
        found = link.flat.users.get_user_scores(user=user)
        print_list(found, SCORES, "There are no scores here.", as_json=as_json, csv=csv)
    return ExitCode.GOOD


@command.command("search", epilog=EPILOG)
@click.argument("words", type=TEXT, nargs=-1, required=True, metavar="WORD...")
@user_option
@click.option("--collection", type=IDENTIFIER, metavar="ID", help="Search the scores in this collection instead.")
@csv_options
@json_option
@connected
def search_command(
    connection: Connection, words: tuple[str, ...], user: str, collection: str | None, csv: str | None, as_json: bool
) -> ExitCode:
    """Search the scores of a user, or those in a collection.

    A score is found that has all the words somewhere in its title, subtitle, composer, lyricist, arranger,
    description, tags or instruments. Capitals and accents do not matter. The API has no search of its own: the scores
    are listed and looked through here.

    \b
    Examples:
      flat-api scores search etude
      flat-api scores search beethoven 'string quartet' --json | jq -r .id
    """
    wanted = [_plain(word) for word in words]
    with opened(connection) as link, looking_for(COLLECTION if collection else ANYTHING):
        found: Iterator[ScoreDetails] = (
            link.flat.collections.list_collection_scores.iterate(collection=collection, limit=PAGE)
            if collection
            else link.flat.users.get_user_scores.iterate(user=user, limit=PAGE)
        )
        matching = (score for score in found if all(word in _searched(score) for word in wanted))
        print_list(matching, SCORES, "No score has these words.", as_json=as_json, csv=csv)
    return ExitCode.GOOD


def _searched(score: Any) -> str:
    """Return the text of *score* in which words are looked for."""
    texts: list[str] = []
    for name in SEARCHED:
        found = field(name)(score)
        texts += map(str, cast("tuple[object, ...]", found)) if isinstance(found, tuple) else [str(found or "")]
    return _plain("\n".join(texts))


def _plain(text: str) -> str:
    """Return *text* in lower case and without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in letters if not unicodedata.combining(char))


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
    """Return the file name *name* as text that can be sent: bytes that are not UTF-8 are those of Latin-1."""
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


def _edit_options(command: Callable[..., ExitCode]) -> Callable[..., ExitCode]:
    for name in reversed(EDITABLE):
        command = click.option(f"--{name}", type=TEXT, metavar="TEXT", help=f"The new {name}.")(command)
    return command


@command.command("edit", epilog=EPILOG)
@click.argument("score", type=IDENTIFIER, metavar="ID")
@_edit_options
@click.option("--privacy", type=click.Choice(PRIVACIES), help="Who may see it from now on.")
@click.option(
    "--tag",
    "tags",
    type=TEXT,
    metavar="TEXT",
    multiple=True,
    help="A keyword, in place of those there were; may be repeated.",
)
@click.option("--clear", type=click.Choice(CLEARABLE), multiple=True, help="What to take away; may be repeated.")
@json_option
@connected
def edit_command(
    connection: Connection,
    score: str,
    privacy: str | None,
    tags: tuple[str, ...],
    clear: tuple[str, ...],
    as_json: bool,
    **texts: str | None,
) -> ExitCode:
    """Change what is said about a score, but not its music.

    Whatever is not mentioned stays as it is.

    \b
    Examples:
      flat-api scores edit 56ae21579a127715a02901a6 --title 'My song' --composer 'C. Schumann'
      flat-api scores edit 56ae21579a127715a02901a6 --tag piano --tag exam --clear subtitle
    """
    from ..model.score_modification import ScoreModification

    body: dict[str, Any] = {name: text for name, text in texts.items() if text is not None}
    body |= {"privacy": privacy} if privacy else {}
    body |= {"tags": list(tags)} if tags else {}
    for name in clear:
        if name in body:
            raise click.UsageError(f"There is a new value for {name}, and --clear takes it away.")
    body |= {name: [] if name == "tags" else None for name in clear}
    if not body:
        raise click.UsageError("There is nothing to change: say what, with --title for example.")
    with opened(connection) as link, looking_for(SCORE):
        edited = link.flat.scores.edit_score(score=link.score(score), body=ScoreModification(body))
        print_record(edited, SCORE_FIELDS, as_json=as_json)
    return ExitCode.GOOD


@command.command("history", epilog=EPILOG)
@click.argument("score", type=IDENTIFIER, metavar="ID")
@sharing_key_option
@csv_options
@json_option
@connected
def history_command(
    connection: Connection, score: str, sharing_key: str | None, csv: str | None, as_json: bool
) -> ExitCode:
    """List the revisions of a score, one for each time that its music was saved.

    \b
    Examples:
      flat-api scores history 56ae21579a127715a02901a6
      flat-api export 56ae21579a127715a02901a6 --revision 6b4698c2e0fb70d7c835c579 --format mxl
    """
    options: dict[str, Any] = {"sharingKey": sharing_key} if sharing_key else {}
    with opened(connection) as link, looking_for(SCORE):
        found = link.flat.scores.get_score_revisions(score=link.score(score), **options)
        print_list(found, REVISIONS, "There are no revisions here.", as_json=as_json, csv=csv)
    return ExitCode.GOOD


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
        if now:
            link.flat.scores.delete_score(score=score, now=True)
        else:
            link.flat.scores.delete_score(score=score)
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
