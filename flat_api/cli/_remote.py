"""The commands that talk to the API. Each loads its own modules when it runs, as those of `_app` do."""

from __future__ import annotations

import sys

import click

from ._connection import Connection
from ._errors import Declined
from ._exit import EPILOG, ExitCode
from ._formats import FORMATS
from ._options import Group, connected, force_option, json_option, quiet_option, sharing_key_option
from ._types import FILE, IDENTIFIER, NEW_FILE, TEXT, Seconds

__all__ = ["REMOTE"]

PRIVACIES = ("private", "public", "organizationPublic", "privateLink")


@click.command("export", epilog=EPILOG)
@click.argument("score", type=IDENTIFIER)
@click.option(
    "--format",
    "-F",
    type=click.Choice(FORMATS),
    help="What kind of file; what the name of the output says, or else mp3.",
)
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=NEW_FILE,
    help="The file to write, or the folder to put it in, called like the score; the current one if not given. "
    "- is standard output.",
)
@click.option(
    "--revision", type=IDENTIFIER, metavar="ID", default="last", show_default=True, help="Which state of the music."
)
@click.option(
    "--part", "parts", type=IDENTIFIER, metavar="UUID", multiple=True, help="Export this part only; may be repeated."
)
@sharing_key_option
@force_option
@quiet_option
@json_option
@connected
def export_command(
    connection: Connection,
    score: str,
    format: str | None,
    output: str | None,
    revision: str,
    parts: tuple[str, ...],
    sharing_key: str | None,
    force: bool,
    quiet: bool,
    as_json: bool,
) -> ExitCode:
    """Get a score as a file: sound, notation or a picture.

    SCORE is the identifier of a score. For sound the API starts a task; its progress is shown, then that of the
    download. The name of the file is printed. Ctrl-C leaves the task running and tells how to come back to it.

    \b
    Examples:
      flat-api export demo --sandbox --format wav
      flat-api export 56ae21579a127715a02901a6 --output song.mp3
      flat-api export 56ae21579a127715a02901a6 --format mxl --output scores/
      flat-api export 56ae21579a127715a02901a6 --format midi --json | jq -r .file
      flat-api export 56ae21579a127715a02901a6 --format xml --output - | less
    """
    from ._export import Wish, export

    wish = Wish(score, format, output, revision, parts, sharing_key, force, quiet, as_json)
    return export(wish, connection)


@click.command("task", epilog=EPILOG)
@click.argument("task", type=IDENTIFIER, metavar="ID")
@click.option("--watch", "-w", is_flag=True, help="Follow the task to its end.")
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=NEW_FILE,
    help="Follow the task, then write its file to FILE, a file or a folder; - is standard output.",
)
@force_option
@quiet_option
@json_option
@connected
def task_command(
    connection: Connection, task: str, watch: bool, output: str | None, force: bool, quiet: bool, as_json: bool
) -> ExitCode:
    """Show a task, follow it to its end, fetch its file.

    The task is shown as a tree, as `show` does. With --output the name of the file is printed instead. A download
    that broke off goes on where it broke.

    \b
    Examples:
      flat-api task 5fe2c0a1f7d24b0012c3a9e4
      flat-api task 5fe2c0a1f7d24b0012c3a9e4 --watch --output song.mp3
      flat-api task 5fe2c0a1f7d24b0012c3a9e4 --json | jq -r .state
    """
    from ._task import Look, look_at_task

    return look_at_task(Look(task, watch, output, force, quiet, as_json), connection)


@click.command("me", epilog=EPILOG)
@json_option
@connected
def me_command(connection: Connection, as_json: bool) -> ExitCode:
    """Show the account that the access token belongs to.

    \b
    Examples:
      flat-api me
      flat-api me --json | jq -r .username
    """
    from ._library import me

    return me(connection, as_json=as_json)


@click.group("scores", cls=Group, epilog=EPILOG)
def scores_group() -> None:
    """List, read, import and delete scores.

    \b
    Examples:
      flat-api scores list
      flat-api scores import song.musicxml --title 'My song'
    """


@scores_group.command("list", epilog=EPILOG)
@click.option("--user", type=IDENTIFIER, metavar="ID", default="me", show_default=True, help="Whose scores.")
@json_option
@connected
def scores_list_command(connection: Connection, user: str, as_json: bool) -> ExitCode:
    """List the scores of a user.

    \b
    Examples:
      flat-api scores list
      flat-api scores list --user 56ae21579a127715a02901a5
      flat-api scores list --json | jq -r .title
    """
    from ._library import list_scores

    return list_scores(user, connection, as_json=as_json)


@scores_group.command("get", epilog=EPILOG)
@click.argument("score", type=IDENTIFIER, metavar="ID")
@sharing_key_option
@json_option
@connected
def scores_get_command(connection: Connection, score: str, sharing_key: str | None, as_json: bool) -> ExitCode:
    """Show what is known of a score.

    \b
    Examples:
      flat-api scores get 56ae21579a127715a02901a6
      flat-api scores get 56ae21579a127715a02901a6 --json | flat-api show --model ScoreDetails
    """
    from ._library import get_score

    return get_score(score, sharing_key, connection, as_json=as_json)


@scores_group.command("import", epilog=EPILOG)
@click.argument("file")
@click.option("--title", type=TEXT, metavar="TEXT", help="Title of the score, where it is not the one in the file.")
@click.option("--privacy", type=click.Choice(PRIVACIES), default="private", show_default=True, help="Who may see it.")
@click.option("--collection", type=IDENTIFIER, metavar="ID", help="The collection to put it in.")
@json_option
@connected
def scores_import_command(
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
    from ._library import Import, import_score

    return import_score(Import(file, title, privacy, collection), connection, as_json=as_json)


@scores_group.command("delete", epilog=EPILOG)
@click.argument("score", type=IDENTIFIER, metavar="ID")
@click.option("--yes", "-y", is_flag=True, help="Do it without asking.")
@click.option("--now", is_flag=True, help="Delete it for good, without a stay in the trash.")
@json_option
@connected
def scores_delete_command(connection: Connection, score: str, yes: bool, now: bool, as_json: bool) -> ExitCode:
    """Move a score to the trash, or delete it for good.

    \b
    Examples:
      flat-api scores delete 56ae21579a127715a02901a6
      flat-api scores delete 56ae21579a127715a02901a6 --yes --now
    """
    from ._library import delete_score

    if not yes:
        _ask(f"{'Delete' if now else 'Move to the trash:'} score {score}{' for good' if now else ''}?")
    return delete_score(score, connection, now=now, as_json=as_json)


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


@click.group("collections", cls=Group, epilog=EPILOG)
def collections_group() -> None:
    """List collections, the folders of scores.

    \b
    Examples:
      flat-api collections list
    """


@collections_group.command("list", epilog=EPILOG)
@click.option(
    "--parent", type=IDENTIFIER, metavar="ID", help="The collection to look into; the outermost if not given."
)
@json_option
@connected
def collections_list_command(connection: Connection, parent: str | None, as_json: bool) -> ExitCode:
    """List the collections inside another one, all pages.

    \b
    Examples:
      flat-api collections list
      flat-api collections list --parent 56ae21579a127715a02901a7
      flat-api collections list --json | jq -r .title
    """
    from ._library import list_collections

    return list_collections(parent, connection, as_json=as_json)


@click.command("sandbox", epilog=EPILOG)
@click.option(
    "--host", type=IDENTIFIER, metavar="NAME", default="127.0.0.1", show_default=True, help="Where to listen."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Where to listen; a free one if not given."
)
@click.option(
    "--name",
    "names",
    type=IDENTIFIER,
    metavar="NAME",
    multiple=True,
    help="A name that leads to it, such as that of a container; may be repeated.",
)
@click.option(
    "--db",
    type=FILE,
    metavar="FILE",
    default=":memory:",
    show_default=True,
    help="The SQLite file to keep everything in.",
)
@click.option(
    "--token",
    type=IDENTIFIER,
    metavar="TOKEN",
    default="sandbox",
    show_default=True,
    help="The access token to ask for.",
)
@click.option(
    "--fault", "faults", type=TEXT, metavar="SPEC", multiple=True, help="What is to go wrong; may be repeated."
)
@click.option(
    "--task-seconds",
    type=Seconds(or_none=True),
    metavar="SECONDS",
    default=1.0,
    show_default=True,
    help="How long a task takes.",
)
@click.option("--list-faults", is_flag=True, help="Say how faults are written, and end.")
def sandbox_command(
    host: str,
    port: int,
    names: tuple[str, ...],
    db: str,
    token: str,
    faults: tuple[str, ...],
    task_seconds: float,
    list_faults: bool,
) -> ExitCode:
    """Run the built-in server until Ctrl-C.

    It is for trying programs: it has all operations of the API, and keeps what is sent to it, in memory, or in a
    file with --db.

    \b
    Examples:
      flat-api sandbox
      flat-api sandbox --port 8080 --db flat.sqlite
      flat-api sandbox --fault status=503:times=2:path=/tasks/* --fault delay=0.5
      flat-api sandbox --list-faults
    """
    from ._sandbox import print_grammar, serve

    if list_faults:
        return print_grammar()
    return serve(host=host, port=port, hosts=names, db=db, token=token, faults=faults, task_seconds=task_seconds)


REMOTE: dict[str, click.Command] = {
    "export": export_command,
    "task": task_command,
    "me": me_command,
    "scores": scores_group,
    "collections": collections_group,
    "sandbox": sandbox_command,
}
"""The commands, in the order in which they are shown."""
