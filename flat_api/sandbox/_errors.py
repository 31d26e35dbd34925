"""Errors: what requests that are wrong are answered with, in the form of the API."""

from __future__ import annotations

import typing

LONGEST = 1_000
"""Characters of a message at most: what came in a request may be repeated in it."""


class HttpError(Exception):
    """A request that is answered with an error.

    *status* is the status code, *code* the name of the error for programs, *message* the sentence for people, cut after
    `LONGEST` characters, *param* the parameter or the place in the body that it is about. *headers* go with the answer.
    """

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        param: str | None = None,
        headers: typing.Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, code, message, param)
        self.status = status
        self.code = code
        self.message = message if len(message) <= LONGEST else f"{message[: LONGEST - 3]}..."
        self.param = param
        self.headers = dict(headers or {})

    def body(self, request_id: str) -> dict[str, str]:
        """Return the error as a `FlatErrorResponse`; *request_id* tells this occurrence from others."""
        param = {} if self.param is None else {"param": self.param}
        return {"code": self.code, "message": self.message, "id": request_id, **param}


def not_found(kind: str, id: str) -> HttpError:
    """Return the error of a request for something that isn't there: ``SCORE_NOT_FOUND`` for the *kind* ``score``."""
    return HttpError(404, f"{kind.upper()}_NOT_FOUND", f"There is no {kind} {id!r}.", kind)


def forbidden(what: str, param: str) -> HttpError:
    """Return the error of a request for something that belongs to somebody else."""
    return HttpError(403, "FORBIDDEN", f"The current user has no right to {what}.", param)
