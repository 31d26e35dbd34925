"""Options that many commands have."""

from __future__ import annotations

import functools
from collections.abc import Callable

import click

from ._connection import Connection
from ._exit import ExitCode

__all__ = ["checked_output", "connected", "force_option", "json_option", "quiet_option", "sharing_key_option"]

Command = Callable[..., ExitCode]


def _checked_host(context: click.Context, parameter: click.Parameter, host: str | None) -> str | None:
    if host is not None and not host.startswith(("http://", "https://")):
        raise click.BadParameter(f"a URL is wanted, such as https://api.flat.io/v2, not {host!r}", context, parameter)
    return host


def _checked_token(context: click.Context, parameter: click.Parameter, token: str | None) -> str | None:
    if token == "":
        raise click.BadParameter("it is empty", context, parameter)
    return token


def checked_output(context: click.Context, parameter: click.Parameter, output: str | None) -> str | None:
    """*output*, the name of a file; raises click.BadParameter where it means standard output."""
    if output == "-":
        raise click.BadParameter("a file is needed, which is there whole or not at all", context, parameter)
    return output


_CONNECTION = (
    click.option(
        "--token",
        metavar="TOKEN",
        show_default=False,
        callback=_checked_token,
        help="Access token. Others on this machine may see it there: prefer the variable FLAT_ACCESS_TOKEN.",
    ),
    click.option("--host", metavar="URL", callback=_checked_host, help="Base URL, where it is not that of the API."),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="How long to wait for an answer; with a task, for its end.",
    ),
    click.option("--verbose", is_flag=True, help="Tell on standard error which requests are sent."),
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
        timeout: float | None,
        verbose: bool,
        sandbox: bool,
        strict: bool,
        **rest: object,
    ) -> ExitCode:
        if sandbox and (token is not None or host is not None):
            raise click.UsageError("--sandbox brings its own server: leave out --host and --token.")
        warns = not rest.get("as_json")
        connection = Connection(token, host, timeout, verbose, sandbox, strict, warns)
        return command(connection=connection, **rest)

    for option in reversed(_CONNECTION):
        with_connection = option(with_connection)
    return with_connection


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for machines; errors too.")
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Say nothing of the progress.")
force_option = click.option("--force", "-f", is_flag=True, help="Replace a file that is there already.")
sharing_key_option = click.option(
    "--sharing-key", metavar="KEY", help="Secret that opens a score shared by a private link."
)
