"""One request and its answer, on the API or on the storage: faults meet both, and the log has both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from werkzeug.wrappers import Request, Response

from ._errors import HttpError
from ._faults import ConnectionCut, RequestFaults
from ._request_log import Records


@dataclass
class Exchange:
    """A *request* for *path* that came at the time *now*; *operation* and *faults* are added when they are known."""

    request: Request
    path: str
    now: float
    operation: str = ""
    faults: RequestFaults = field(default_factory=RequestFaults)

    def answer(
        self, respond: Callable[[Exchange], Response], failed: Callable[[HttpError], Response], records: Records
    ) -> Response:
        """Return what *respond* answers, or *failed* to an error, remembered before anybody can have it.

        Raises ConnectionCut where a fault cuts the connection.
        """
        status, data = 500, b""
        try:
            try:
                response = respond(self)
            except HttpError as error:
                response = failed(error)
            data = response.get_data()
            response = self.faults.after(response)
            status = response.status_code
            return response
        except ConnectionCut:
            status = 0
            raise
        finally:
            records.add(self.request, status, self.operation, str(self.faults), data, self.now)
