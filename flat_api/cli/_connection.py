"""Whom a command talks to: the API, or the built-in server for the time of one command."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ..exceptions import ApiValueError, NotFoundError
from ._console import reason_of, tell
from ._credentials import Credential, credential_for
from ._errors import ExtraMissingError, SandboxError
from ._text import visible

if TYPE_CHECKING:
    from ..client import Flat
    from ..sandbox import Sandbox
    from ..tasks import Pace

__all__ = [
    "ANYTHING",
    "COLLECTION",
    "DEMO",
    "SANDBOX_TASK",
    "SCORE",
    "TASK",
    "Connection",
    "Link",
    "client_for",
    "logged",
    "looking_for",
    "opened",
    "starting",
]

DEMO = "demo"
"""What the score of the built-in server may be called."""

SECONDS_TO_CONNECT = 5.0

# Where to look for what the API does not find, by the kind of thing.
ANYTHING = "Check the identifier, and --host where it is given."
COLLECTION = "Check the identifier; `flat-api collections list` shows those of your collections."
SCORE = "Check the identifier; `flat-api scores list` shows those of your scores."
TASK = "Check the identifier; `flat-api export` tells that of its task."
SANDBOX_TASK = "With --sandbox each command has a server of its own, which knows no task of another one."


class Connection(NamedTuple):
    """The options that every command with a connection has."""

    token: str | None = None
    host: str | None = None
    timeout: float | None = None
    verbose: bool = False
    sandbox: bool = False
    strict: bool = False
    warns: bool = True
    """Whether people are told of answers that do not fit, and of rate limits."""
    profile: str | None = None


class Link(NamedTuple):
    """A client that can be used, and what it was made of."""

    flat: Flat
    connection: Connection
    demo_score: str | None = None
    """What the name `DEMO` stands for."""
    credential: Credential | None = None
    """Who is calling; None with the built-in server."""

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
    with ExitStack() as stack:
        stack.enter_context(logged(connection))
        if connection.sandbox:
            sandbox = _started(stack)
            flat = stack.enter_context(sandbox.client(**_options(connection)))
            yield Link(flat, connection, sandbox.score)
            return
        credential = credential_for(connection.token, connection.host, connection.profile)
        yield Link(stack.enter_context(client_for(credential, connection)), connection, credential=credential)


def client_for(credential: Credential, connection: Connection) -> Flat:
    """Return a client that signs with *credential*. Raises click.UsageError for what no request can be made with."""
    from ..client import Flat

    try:
        flat = Flat(access_token=credential.token, host=credential.host, **_options(connection))
        if isinstance(credential.token, str):
            flat.configuration.auth_settings()
        return flat
    except ApiValueError as error:
        raise click.UsageError(str(error)) from error


@contextmanager
def starting() -> Generator[None, None, None]:
    """For work that starts the built-in server.

    Raises ExtraMissingError without its library, and SandboxError where it can't be started.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        from ..sandbox import LIBRARIES

        if (error.name or "").partition(".")[0] not in LIBRARIES:
            raise
        reason = "the built-in server needs the libraries of its extra"
        raise ExtraMissingError(reason, "pip install 'flat-api-frozen[sandbox]' installs them.") from error
    except OSError as error:
        raise SandboxError(
            f"the built-in server can't be started: {reason_of(error)}", "Try another --port or --host."
        ) from error


def _started(stack: ExitStack) -> Sandbox:
    with starting():
        from ..sandbox import Sandbox

        return stack.enter_context(Sandbox())


def _options(connection: Connection) -> dict[str, Any]:
    """Return what a client is made with, beside where it connects to."""
    options: dict[str, Any] = {"strict_responses": connection.strict}
    if connection.timeout is not None:
        options["timeout"] = (min(connection.timeout, SECONDS_TO_CONNECT), connection.timeout)
    return options


@contextmanager
def logged(connection: Connection) -> Generator[None, None, None]:
    """Tell on standard error what the client logs, in which it masks what is secret itself.

    That is everything where *verbose* is asked for, and else the warnings: of answers that do not fit, of a wait for
    the end of a rate limit. Machines read errors there and nothing else, so they are told of no warnings.
    """
    import logging

    class Teller(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            tell(visible(self.format(record)))

    handler: logging.Handler = logging.NullHandler()  # without any, Python itself would print the message
    if connection.verbose or connection.warns:
        handler = Teller(logging.DEBUG if connection.verbose else logging.WARNING)
        style = "%(levelname)s %(name)s: %(message)s" if connection.verbose else "Warning: %(message)s"
        handler.setFormatter(logging.Formatter(style))
    loggers = [logging.getLogger(name) for name in (("flat_api", "urllib3") if connection.verbose else ("flat_api",))]
    for logger in loggers:
        logger.setLevel(logging.DEBUG if connection.verbose else logging.WARNING)
        logger.addHandler(handler)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)


@contextmanager
def looking_for(hint: str) -> Generator[None, None, None]:
    """For work that asks the API for something: *hint* is noted on the error that says there is no such thing."""
    try:
        yield
    except NotFoundError as error:
        error.add_note(hint)
        raise
