"""What is said when a command ends early: a line or two for people, a JSON object for machines.

For the errors of the client one table says which exit code each class has, what it means and what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..bulk._errors import UnreadableFileError, UnwritableFileError, WorkerError
from ..bulk._problems import problems_of, record
from ..exceptions import (
    ApiConnectionError,
    ApiException,
    ApiResponseError,
    ApiTimeoutError,
    ForbiddenError,
    NotFoundError,
    OAuthError,
    OAuthTimeout,
    OpenApiException,
    PaymentRequiredError,
    RateLimitError,
    ServerError,
    TaskCanceled,
    TaskError,
    TaskFailed,
    TaskTimeout,
    UnauthorizedError,
)
from ..schemas import Schema
from ._connection import ANYTHING
from ._credentials import WAYS
from ._errors import CommandError
from ._exit import ExitCode
from ._problems import sentence
from ._text import counted, object_with, shortened

__all__ = ["Report", "api_report", "notes_of", "report_of"]


LONGEST = 1500
"""Characters of a sentence, which may repeat what was typed."""

_NO_FACTS: Mapping[str, Any] = {}


class Report(NamedTuple):
    """Why a command ended: a sentence, what to do about it, and *facts* that programs may want.

    A fact is an instance of a schema class, or what `json.dumps` takes. *lead* stands before the sentence in a text.
    """

    code: ExitCode
    message: str
    hint: str | None = None
    facts: Mapping[str, Any] = _NO_FACTS
    kind: str | None = None
    lead: str = "Error: "

    def as_text(self) -> str:
        """The sentence, and below it what to do."""
        return "\n".join(filter(None, [f"{self.lead}{_cut(self.message)}", self.hint]))

    def as_json(self) -> str:
        """A JSON object on one line, with the exit code and its name."""
        fields: dict[str, Any] = {
            "kind": self.kind or self.code.name.lower(),
            "message": _cut(self.message),
            "hint": self.hint,
            "exit_code": self.code,
        }
        fields |= {name: fact for name, fact in self.facts.items() if not isinstance(fact, Schema)}
        texts = {name: fact.to_json() for name, fact in self.facts.items() if isinstance(fact, Schema)}
        return object_with({}, error=object_with(fields, **texts))


def _cut(text: str) -> str:
    """Return *text*, of which the middle is left out if it is long: what was typed is mostly there."""
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]} ... {text[-half:]}"


def notes_of(error: BaseException) -> str | None:
    """Return what was noted on *error* on its way up, how to go on after it; None where there is nothing."""
    return "\n".join(getattr(error, "__notes__", ())) or None


LONGEST_SAID = 300
"""Characters that are shown of what the API says."""


class _Row(NamedTuple):
    error: type[OpenApiException]
    code: ExitCode
    what: str
    hint: str | None = None


# The first class that fits counts, so the special ones come first.
_ROWS = (
    _Row(
        UnauthorizedError,
        ExitCode.UNAUTHORIZED,
        "the API does not accept the access token",
        WAYS,
    ),
    _Row(
        PaymentRequiredError,
        ExitCode.FORBIDDEN,
        "the plan of the account does not include this",
    ),
    _Row(
        ForbiddenError,
        ExitCode.FORBIDDEN,
        "the owner of the access token may not do this",
        "Check the scopes of the token; what others shared by a private link needs its sharing key.",
    ),
    _Row(
        NotFoundError,
        ExitCode.NOT_FOUND,
        "there is no such thing, or none that you may see",
        ANYTHING,
    ),
    _Row(RateLimitError, ExitCode.RATE_LIMITED, "too many requests", "Wait a little, then try again."),
    _Row(ServerError, ExitCode.API_FAILED, "the API failed", "Try again later."),
    _Row(
        ApiTimeoutError,
        ExitCode.NO_CONNECTION,
        "no answer came in time",
        "Try again, with a longer --timeout perhaps.",
    ),
    _Row(
        ApiConnectionError,
        ExitCode.NO_CONNECTION,
        "no connection to the API, or it broke off",
        "Check the network, and --host where it is given.",
    ),
    _Row(ApiResponseError, ExitCode.API_FAILED, "the answer of the API can't be read"),
    _Row(ApiException, ExitCode.BAD_REQUEST, "the API refuses the request"),
    _Row(OAuthTimeout, ExitCode.NO_CONNECTION, "nobody came back from the browser in time", "Run it again."),
    _Row(OAuthError, ExitCode.UNAUTHORIZED, "signing in failed", "`flat-api login` signs in anew."),
    _Row(TaskFailed, ExitCode.TASK_FAILED, "the task failed", "Start it again."),
    _Row(TaskCanceled, ExitCode.TASK_CANCELED, "the task was canceled", "Start it again."),
    _Row(TaskTimeout, ExitCode.TASK_TIMEOUT, "the task was not done in time"),
    _Row(TaskError, ExitCode.API_FAILED, "the task has no file"),
    _Row(UnreadableFileError, ExitCode.UNREADABLE, ""),
    _Row(UnwritableFileError, ExitCode.TROUBLE, ""),
    _Row(WorkerError, ExitCode.TROUBLE, ""),
)


def report_of(error: OpenApiException | CommandError) -> Report:
    """Return the report of *error*, which the client or a command raised."""
    if not isinstance(error, CommandError):
        return api_report(error)
    hints = filter(None, [error.hint, notes_of(error)])
    return Report(error.exit_code, str(error), "\n".join(hints) or None)


def api_report(error: OpenApiException) -> Report:
    """Return what to say of *error*, whatever part of the client raised it."""
    row = next((row for row in _ROWS if isinstance(error, row.error)), None)
    if row is None or (isinstance(error, ApiResponseError) and error.problems):
        return _refusal(error)
    hint = notes_of(error) or _reset_hint(error) or row.hint
    is_fault = isinstance(error, OAuthError) and error.status and not error.is_final
    return Report(ExitCode.API_FAILED if is_fault else row.code, _joined(row.what, _why(error)), hint, _facts(error))


def _refusal(error: OpenApiException) -> Report:
    """The report of a value that a schema refused, before it was sent or after it came."""
    first, *others = problems_of(error)
    more = f" (and {counted(len(others), 'more problem')})" if others else ""
    facts = {"problems": [record(problem) for problem in error.problems]}
    text = sentence(first) if error.problems else _shown(str(error))
    what = "the answer of the API is refused" if error.api_response is not None else ""
    return Report(ExitCode.REFUSED, f"{_joined(what, text)}{more}", notes_of(error), facts)


def _joined(what: str, why: str) -> str:
    return ": ".join(filter(None, [what, why]))


def _why(error: OpenApiException) -> str:
    """Return what *error* itself has to say."""
    if isinstance(error, TaskTimeout):
        return f"it is {shortened(str(error.task.get('state', 'not known')))} still"
    if isinstance(error, TaskFailed):
        return _shown(error.error) or "the API does not say why"
    if isinstance(error, (UnreadableFileError, UnwritableFileError, WorkerError)):
        return str(error)
    if isinstance(error, OAuthError) and not isinstance(error, OAuthTimeout):
        return _shown(str(error))
    if not isinstance(error, ApiException):
        return ""
    if error.status == 0:  # the name of an error in urllib3, and what that says
        return _shown((error.reason or "").rpartition("\n")[2])
    said = _shown(error.message) or _shown(error.reason)
    return f"{said} ({' '.join(filter(None, [str(error.status), _shown(error.code)]))})"


def _shown(text: str | None) -> str:
    return shortened(" ".join((text or "").split()), LONGEST_SAID)


def _reset_hint(error: OpenApiException) -> str | None:
    if not isinstance(error, RateLimitError) or error.reset_at is None:
        return None
    return f"Try again after {error.reset_at:%Y-%m-%d %H:%M:%S} UTC."


def _facts(error: OpenApiException) -> dict[str, Any]:
    """Return what programs may want to know of *error*."""
    if isinstance(error, TaskError):
        return {"task": error.task}
    if isinstance(error, OAuthError):
        return {"status": error.status, "code": error.code}
    if not isinstance(error, ApiException):
        return {}
    at = error.reset_at if isinstance(error, RateLimitError) else None
    facts = {"status": error.status, "code": error.code, "request_id": error.request_id}
    return {**facts, "reset_at": at.isoformat()} if at else facts
