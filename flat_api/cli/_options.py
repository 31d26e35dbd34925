"""What many commands have in common: options, and how they are grouped."""

from __future__ import annotations

import functools
from collections.abc import Callable
from difflib import get_close_matches

import click

from ..schemas import Schema
from ._connection import Connection
from ._exit import ExitCode
from ._listing import CSV, CSV_WITH_MARK
from ._models import ModelError, find_model, model_names
from ._types import IDENTIFIER, PROFILE, URL, Seconds

__all__ = [
    "Group",
    "connected",
    "csv_options",
    "force_option",
    "host_option",
    "json_option",
    "lenient_option",
    "model_option",
    "profile_option",
    "quiet_option",
    "sharing_key_option",
    "verbose_option",
]

Command = Callable[..., ExitCode]


host_option = click.option(
    "--host", type=URL, metavar="URL", help="Base URL, where it is not that of the API; or the variable FLAT_HOST."
)
profile_option = click.option(
    "--profile",
    type=PROFILE,
    metavar="NAME",
    help="Who of those that have signed in; default if not given; or the variable FLAT_PROFILE.",
)
verbose_option = click.option("--verbose", is_flag=True, help="Tell on standard error which requests are sent.")

_CONNECTION = (
    click.option(
        "--token",
        type=IDENTIFIER,
        metavar="TOKEN",
        show_default=False,
        help="Access token. Others on this machine may see it there: prefer the variable FLAT_ACCESS_TOKEN.",
    ),
    host_option,
    profile_option,
    click.option(
        "--timeout",
        type=Seconds(),
        metavar="SECONDS",
        help="How long to wait for an answer; with a task, for its end.",
    ),
    verbose_option,
    click.option(
        "--sandbox",
        is_flag=True,
        help="Use a built-in server for this one command, with a score called demo: no account, no network.",
    ),
    click.option(
        "--strict",
        is_flag=True,
        help="Refuse an answer that does not fit what is declared, instead of taking it as it came.",
    ),
)


def connected(command: Command) -> Command:
    """*command* with the options of a connection, which it gets as *connection*."""

    @functools.wraps(command)
    def with_connection(
        *,
        token: str | None,
        host: str | None,
        profile: str | None,
        timeout: float | None,
        verbose: bool,
        sandbox: bool,
        strict: bool,
        **rest: object,
    ) -> ExitCode:
        if sandbox and any(given is not None for given in (token, host, profile)):
            raise click.UsageError("--sandbox brings its own server: leave out --host, --token and --profile.")
        if rest.get("as_json") and rest.get("csv"):
            raise click.UsageError("The output is either JSON or CSV: leave out --json or --csv.")
        warns = not rest.get("as_json")
        connection = Connection(token, host, timeout, verbose, sandbox, strict, warns, profile)
        return command(connection=connection, **rest)

    for option in reversed(_CONNECTION):
        with_connection = option(with_connection)
    return with_connection


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for machines; errors too.")


def csv_options(command: Command) -> Command:
    """Return *command* with the options for CSV; it gets None, `CSV` or `CSV_WITH_MARK` as *csv*."""
    marked = click.option(
        "--csv-for-excel", "csv", flag_value=CSV_WITH_MARK, help="The same with a byte order mark, as Excel needs it."
    )
    return click.option("--csv", "csv", flag_value=CSV, help="Print CSV in UTF-8, for spreadsheets.")(marked(command))


quiet_option = click.option("--quiet", "-q", is_flag=True, help="Say nothing of the progress.")
force_option = click.option("--force", "-f", is_flag=True, help="Replace a file that is there already.")
sharing_key_option = click.option(
    "--sharing-key", type=IDENTIFIER, metavar="KEY", help="Secret that opens a score shared by a private link."
)


def _found_model(context: click.Context, parameter: click.Parameter, name: str) -> type[Schema]:
    try:
        return find_model(name)
    except ModelError as error:
        raise click.BadParameter(str(error), context, parameter) from error


def _completed_models(context: click.Context, parameter: click.Parameter, start: str) -> list[str]:
    return [name for name in model_names() if name.lower().startswith(start.lower())]


model_option = click.option(
    "--model",
    "-m",
    default="Task",
    show_default=True,
    metavar="NAME",
    callback=_found_model,
    shell_complete=_completed_models,
    help="What the JSON is read as: the name of a model, or package.module:Class for any schema class.",
)

lenient_option = click.option(
    "--lenient", is_flag=True, help="Take what does not fit as it came, as the client does with answers of the API."
)


class Group(click.Group):
    """A group that says which of its commands comes near to one that isn't there."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name.startswith("-") or ctx.resilient_parsing or self.get_command(ctx, name) is not None:
            return super().resolve_command(ctx, args)
        near = get_close_matches(name, self.list_commands(ctx), 1)
        meant = f" Did you mean {near[0]!r}?" if near else ""
        raise click.UsageError(f"No such command {name!r}.{meant}", ctx)
