"""Whom a command talks to: the API, or the built-in server for the time of one command."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from ..sandbox import LIBRARIES
from ._errors import ExtraMissingError, NoTokenError, SandboxError

if TYPE_CHECKING:
    from ..client import Flat
    from ..sandbox import Sandbox
    from ..tasks import Pace

__all__ = ["DEMO", "Connection", "Link", "opened", "starting"]

DEMO = "demo"
"""What the score of the built-in server may be called."""

SECONDS_TO_CONNECT = 5.0


class Connection(NamedTuple):
    """The options that every command with a connection has."""

    token: str | None = None
    host: str | None = None
    timeout: float | None = None
    verbose: bool = False
    sandbox: bool = False
    strict: bool = False
    warns: bool = True
    """Whether people are told of answers that do not fit."""


class Link(NamedTuple):
    """A client that can be used, and what it was made of."""

    flat: Flat
    connection: Connection
    demo_score: str | None = None
    """What the name `DEMO` stands for."""

    @property
    def pace(self) -> Pace | None:
        """How often to ask for a task: the built-in server minds it less than the API."""
        from ..tasks import Pace

        return Pace(first=0.1, growth=1.2, longest=0.5) if self.connection.sandbox else None

    def score(self, name: str) -> str:
        """The identifier of the score *name*, which is one, or `DEMO` for that of the built-in server."""
        return self.demo_score if self.demo_score and name == DEMO else name


@contextmanager
def opened(connection: Connection) -> Generator[Link, None, None]:
    """A client for *connection*, closed at the end.

    Raises NoTokenError without an access token, and SandboxError where the built-in server can't be started.
    """
    if connection.verbose:
        _log_to_stderr()
    with ExitStack() as stack:
        stack.enter_context(_warnings(connection))
        if connection.sandbox:
            sandbox = _started(stack)
            flat = stack.enter_context(sandbox.client(**_options(connection)))
            yield Link(flat, connection, sandbox.score)
            return
        from ..client import Flat

        flat = stack.enter_context(Flat(access_token=connection.token, host=connection.host, **_options(connection)))
        if not flat.configuration.access_token:
            raise NoTokenError(
                "there is no access token",
                "Set FLAT_ACCESS_TOKEN to one (flat.io/developers gives them), or try the command with --sandbox.",
            )
        yield Link(flat, connection)


@contextmanager
def starting() -> Generator[None, None, None]:
    """For work that starts the built-in server.

    Raises ExtraMissingError without its library, and SandboxError where it can't be started.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in LIBRARIES:
            raise
        reason = "the built-in server needs the libraries of its extra"
        raise ExtraMissingError(reason, "pip install 'flat-api-frozen[sandbox]' installs them.") from error
    except BrokenPipeError:  # the reader of what it says went away
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise SandboxError(
            f"the built-in server can't be started: {reason}", "Try another --port or --host."
        ) from error


def _started(stack: ExitStack) -> Sandbox:
    with starting():
        from ..sandbox import Sandbox

        return stack.enter_context(Sandbox())


def _options(connection: Connection) -> dict[str, Any]:
    """What a client is made with, beside where it connects to."""
    options: dict[str, Any] = {"strict_responses": connection.strict}
    if connection.timeout is not None:
        options["timeout"] = (min(connection.timeout, SECONDS_TO_CONNECT), connection.timeout)
    return options


@contextmanager
def _warnings(connection: Connection) -> Generator[None, None, None]:
    """Tell people on standard error of answers that do not fit; machines read errors there, and nothing else."""
    import logging

    logger = logging.getLogger("flat_api.responses")
    handler: logging.Handler = logging.NullHandler()  # without any, Python itself would print the message
    if connection.warns and not connection.verbose:  # which tells it with all the rest
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("Warning: %(message)s"))
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


def _log_to_stderr() -> None:
    """Let the client tell what it does; it masks what is secret itself."""
    import logging

    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    for name in ("flat_api", "urllib3"):
        logger = logging.getLogger(name)
        logger.setLevel(logging.DEBUG)
        logger.addHandler(handler)
