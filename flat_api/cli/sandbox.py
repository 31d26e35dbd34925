"""Run the built-in server in the foreground: `flat-api sandbox`."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from ._connection import starting
from ._console import put
from ._errors import SandboxError
from ._exit import EPILOG, ExitCode
from ._text import program, visible
from ._types import FILE, IDENTIFIER, TEXT, Seconds

if TYPE_CHECKING:
    from ..sandbox import Sandbox

__all__ = ["command"]


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
def command(
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
    if list_faults:
        return _print_grammar()
    with starting():
        from ..sandbox import FaultError, StoreError, serve

        try:
            serve(
                started=_greet,
                faults=list(faults),
                host=host,
                port=port,
                hosts=names,
                db=db,
                token=token,
                task_seconds=task_seconds,
            )
        except FaultError as error:
            hint = "`flat-api sandbox --list-faults` tells how they are written."
            raise click.BadParameter(f"{error}. {hint}", param_hint="'--fault'") from error
        except StoreError as error:
            raise SandboxError(f"the built-in server can't be started: {error}", "--db takes another file.") from error
    return ExitCode.GOOD


def _greet(sandbox: Sandbox) -> None:
    url, token = sandbox.url, sandbox.token
    lines = (
        f"The API for trying things out is at {url}",
        f"Access token: {visible(token)}",
        f"Score: {sandbox.score}",
        f"Page to look at: {visible(sandbox.page_url)}",
        "",
        f"  {program()} scores list --host {url} --token {visible(shlex.quote(token))}",
        f"  {program()} login --host {url} --client-id sandbox",
        f"  curl -H {visible(shlex.quote(f'Authorization: Bearer {token}'))} {url}/me",
        f"  flat = flat_api.Flat(host={url!r}, access_token={token!r})",
        "",
        "Ctrl-C ends it.",
    )
    put("\n".join(lines))


def _print_grammar() -> ExitCode:
    """Print how faults are written."""
    from ..sandbox import GRAMMAR

    put(GRAMMAR.removesuffix("\n"))
    return ExitCode.GOOD
