"""The errors of the client as reports: one table says which exit code each class has, what it means and what to do."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..exceptions import (
    ApiConnectionError,
    ApiException,
    ApiResponseError,
    ApiTimeoutError,
    ForbiddenError,
    NotFoundError,
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
from ._exit import ExitCode
from ._hints import ANYTHING
from ._problems import problems_of, record, sentence
from ._reports import Report, notes_of
from ._text import counted, shortened

__all__ = ["api_report"]

LONGEST = 300
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
        "Set FLAT_ACCESS_TOKEN to one that is valid, or try the command with --sandbox.",
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
    _Row(TaskFailed, ExitCode.TASK_FAILED, "the task failed", "Start it again."),
    _Row(TaskCanceled, ExitCode.TASK_CANCELED, "the task was canceled", "Start it again."),
    _Row(TaskTimeout, ExitCode.TASK_TIMEOUT, "the task was not done in time"),
    _Row(TaskError, ExitCode.API_FAILED, "the task has no file"),
)


def api_report(error: OpenApiException) -> Report:
    """What to say of *error*, whatever part of the client raised it."""
    row = next((row for row in _ROWS if isinstance(error, row.error)), None)
    if row is None or (isinstance(error, ApiResponseError) and error.problems):
        return _refusal(error)
    hint = notes_of(error) or _reset_hint(error) or row.hint
    return Report(row.code, _joined(row.what, _why(error)), hint, _facts(error))


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
    """What *error* itself has to say."""
    if isinstance(error, TaskTimeout):
        return f"it is {shortened(str(error.task.get('state', 'not known')))} still"
    if isinstance(error, TaskFailed):
        return _shown(error.error) or "the API does not say why"
    if not isinstance(error, ApiException):
        return ""
    if error.status == 0:  # the name of an error in urllib3, and what that says
        return _shown((error.reason or "").rpartition("\n")[2])
    said = _shown(error.message) or _shown(error.reason)
    return f"{said} ({' '.join(filter(None, [str(error.status), _shown(error.code)]))})"


def _shown(text: str | None) -> str:
    return shortened(" ".join((text or "").split()), LONGEST)


def _reset_hint(error: OpenApiException) -> str | None:
    if not isinstance(error, RateLimitError) or error.reset_at is None:
        return None
    return f"Try again after {error.reset_at:%Y-%m-%d %H:%M:%S} UTC."


def _facts(error: OpenApiException) -> dict[str, Any]:
    """What programs may want to know of *error*."""
    if isinstance(error, TaskError):
        return {"task": error.task}
    if not isinstance(error, ApiException):
        return {}
    at = error.reset_at if isinstance(error, RateLimitError) else None
    facts = {"status": error.status, "code": error.code, "request_id": error.request_id}
    return {**facts, "reset_at": at.isoformat()} if at else facts
