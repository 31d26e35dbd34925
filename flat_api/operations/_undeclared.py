"""Requests that no operation declares: signed, sent and read by the rules for those that are declared."""

from __future__ import annotations

import json as jsons
import typing

from .._response import ApiResponse
from ..exceptions import ApiTypeError
from ..schemas import unset
from ._media import to_plain
from ._requests import with_headers, with_query
from ._responses import error_of, read_by_media_type

if typing.TYPE_CHECKING:
    from .._driving import Driver
    from ..configuration import TimeoutSetting
    from ._requests import Client
    from ._responses import OpenApiResponse

__all__ = ["Undeclared"]


class Undeclared(typing.NamedTuple):
    """A request by *method* for *path* below the host of the API; see `flat_api.Flat.request`."""

    method: str
    path: str
    query: typing.Any = None
    headers: typing.Any = None
    json: typing.Any = unset
    content: str | bytes | None = None
    timeout: TimeoutSetting = None

    async def answer(self, driver: Driver, client: Client, failure: OpenApiResponse | None) -> ApiResponse[typing.Any]:
        """Send the request and return the answer; that of an error is read as *failure*."""
        response = await driver.whole(client, await driver.send(client, self._request()))
        if not 200 <= response.status <= 299:
            raise error_of(response, failure, client.configuration, strict=client.strict_responses)
        return await driver.work(read_by_media_type, response, client.configuration)

    def _request(self) -> dict[str, typing.Any]:
        headers = {"Accept": "*/*"}
        body = self.content
        if self.json is not unset:
            if body is not None:
                raise ApiTypeError("request takes json or content, and both were given")
            body, headers["Content-Type"] = jsons.dumps(to_plain(self.json), separators=(",", ":")), "application/json"
        return {
            "resource_path": with_query(self.path, self.query),
            "method": self.method,
            "headers": with_headers(headers, self.headers),
            "body": body,
            "auth_settings": ["OAuth2"],
            "timeout": self.timeout,
        }
