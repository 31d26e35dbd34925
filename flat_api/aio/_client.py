"""What signs requests and sends them, and hands the answers on, in an event loop."""

from __future__ import annotations

import typing
from functools import partial

import anyio.to_thread

from .._failures import forgetful
from .._signing import Signed, Signing
from ._transport import AsyncTransport

if typing.TYPE_CHECKING:
    import urllib3

    from ..configuration import AuthSetting, Configuration, TimeoutSetting

__all__ = ["AsyncApiClient"]


class AsyncApiClient(Signing):
    """A connection to the API for one event loop at a time: it keeps sockets open between requests."""

    def __init__(self, configuration: Configuration | None = None, *, strict_responses: bool = False) -> None:
        super().__init__(configuration, strict_responses=strict_responses)
        self.transport = AsyncTransport(self.configuration)

    async def close(self) -> None:
        """Close all connections; the next request opens new ones."""
        await self.transport.close()

    @forgetful
    async def call_api(
        self,
        resource_path: str,
        method: str,
        headers: typing.Mapping[str, str] | None = None,
        body: str | bytes | None = None,
        fields: typing.Any = None,
        auth_settings: typing.Sequence[str | AuthSetting] | None = None,
        stream: bool = False,
        timeout: TimeoutSetting = None,
        host: str | None = None,
        base: str | None = None,
    ) -> urllib3.BaseHTTPResponse:
        """Send a signed request and return the answer; see `flat_api.api_client.ApiClient.call_api`."""
        url, used, at_home = await self._signed(resource_path, method, headers, body, auth_settings, host, base)
        if at_home:
            self.transport.keep_at_home(at_home)
        told = self.hooks.before(method, url, used)
        response = await self.transport.request(method, url, used, fields, body, stream, timeout)
        if told is not None:
            told.after(response)
        return response

    async def _signed(self, *args: typing.Any) -> Signed:
        """Return a request with its signature, which a callable may need a while to make."""
        if callable(self.configuration.access_token) or self.configuration.refresh_api_key_hook is not None:
            return await anyio.to_thread.run_sync(partial(self.signed, *args), abandon_on_cancel=True)
        return self.signed(*args)

    async def whole(self, response: urllib3.BaseHTTPResponse) -> urllib3.BaseHTTPResponse:
        """*response* with its body in memory."""
        return await self.transport.whole(response)
