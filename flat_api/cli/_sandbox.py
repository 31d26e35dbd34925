"""Run the built-in server in the foreground: `flat-api sandbox`."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from ._connection import starting
from ._console import put
from ._errors import SandboxError
from ._exit import ExitCode
from ._text import program, visible

if TYPE_CHECKING:
    from ..sandbox import Sandbox

__all__ = ["print_grammar", "serve"]


def serve(*, faults: Sequence[str], **options: Any) -> ExitCode:
    """Serve until Ctrl-C or SIGTERM, both of which are good ends; says first where the server is.

    *options* are those of `flat_api.sandbox.Sandbox`.

    Raises SandboxError where it can't be started, and click.BadParameter for a fault that is written wrongly.
    """
    with starting():
        from ..sandbox import FaultError, StoreError, serve

        try:
            serve(started=_greet, faults=list(faults), **options)
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
        "",
        f"  {program()} scores list --host {url} --token {visible(shlex.quote(token))}",
        f"  curl -H {visible(shlex.quote(f'Authorization: Bearer {token}'))} {url}/me",
        f"  flat = flat_api.Flat(host={url!r}, access_token={token!r})",
        "",
        "Ctrl-C ends it.",
    )
    put("\n".join(lines))


def print_grammar() -> ExitCode:
    """Say how faults are written."""
    from ..sandbox import GRAMMAR

    put(GRAMMAR.removesuffix("\n"))
    return ExitCode.GOOD
