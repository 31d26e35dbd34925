"""`AsyncFlat`, the API for asynchronous programs: every operation by name, to be awaited, under asyncio and trio.

It needs the extra ``async``: ``pip install 'flat-api-frozen[async]'``.
"""

from __future__ import annotations

import typing

from .._face import Face
from ..apis._service import FlatApi
from ..operations import Undeclared
from ..schemas import unset

try:
    from . import _resources
    from ._calls import AsyncCall, AsyncCommand, AsyncDownloadCall, AsyncListCall, AsyncPage, AsyncPagedCall
    from ._client import AsyncApiClient
    from ._driver import AWAITING
    from ._tasks import AsyncTaskPoller
except ModuleNotFoundError as error:
    if error.name not in ("anyio", "httpx"):
        raise
    message = f"flat_api.aio needs {error.name}: pip install 'flat-api-frozen[async]'"
    raise ModuleNotFoundError(message, name=error.name) from error

if typing.TYPE_CHECKING:
    from types import TracebackType

    from ..configuration import TimeoutSetting
    from ..operations import ApiResponse, QueryValue

__all__ = [
    "AsyncApiClient",
    "AsyncCall",
    "AsyncCommand",
    "AsyncDownloadCall",
    "AsyncFlat",
    "AsyncListCall",
    "AsyncPage",
    "AsyncPagedCall",
    "AsyncTaskPoller",
]


class AsyncFlat(Face[AsyncApiClient]):
    """The Flat API, for asynchronous programs.

    All is as in `flat_api.Flat`: what it is made of, operations, arguments, models, errors, what is sent again. Calls
    are awaited, lists gone through with ``async for``, and at the end of ``async with`` the connections are closed::

        async with AsyncFlat(access_token="...") as flat:
            task = await flat.tasks.get_task(task="5b0f")
            answer = await flat.tasks.get_task.with_response(task="5b0f")
            async for collection in flat.collections.list_collections.iterate(parent="root"):
                print(collection.title)
            poller = await flat.scores.export("56ae", format="mp3")
            await poller.download_to("song.mp3")

    Many tasks of an event loop may use it at once: as many as `Configuration.connection_pool_maxsize` have a
    connection, and the others wait for theirs.
    """

    client_class = AsyncApiClient

    @property
    def account(self) -> _resources.AsyncAccountCalls:
        """The account of whoever is calling."""
        return self._calls(_resources.AsyncAccountCalls)

    @property
    def classes(self) -> _resources.AsyncModelClassCalls:
        """Classes, their members, assignments and submissions."""
        return self._calls(_resources.AsyncModelClassCalls)

    @property
    def collections(self) -> _resources.AsyncCollectionCalls:
        """Collections, the folders of scores."""
        return self._calls(_resources.AsyncCollectionCalls)

    @property
    def edu_resources(self) -> _resources.AsyncEduResourcesCalls:
        """The resource library of teachers."""
        return self._calls(_resources.AsyncEduResourcesCalls)

    @property
    def groups(self) -> _resources.AsyncGroupCalls:
        """Groups of users, and the scores they share."""
        return self._calls(_resources.AsyncGroupCalls)

    @property
    def omr(self) -> _resources.AsyncOMRCalls:
        """Optical music recognition: scores from pictures of sheet music, and the credits for it."""
        return self._calls(_resources.AsyncOMRCalls)

    @property
    def organizations(self) -> _resources.AsyncOrganizationCalls:
        """Users, invitations and LTI configurations of an organization."""
        return self._calls(_resources.AsyncOrganizationCalls)

    @property
    def scores(self) -> _resources.AsyncScoreCalls:
        """Scores, with their revisions, files, collaborators, comments and tracks."""
        return self._calls(_resources.AsyncScoreCalls)

    @property
    def tasks(self) -> _resources.AsyncTaskCalls:
        """What the API does in the background, such as an export."""
        return self._calls(_resources.AsyncTaskCalls)

    @property
    def users(self) -> _resources.AsyncUserCalls:
        """Other people's profiles and scores."""
        return self._calls(_resources.AsyncUserCalls)

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: typing.Mapping[str, QueryValue] | None = None,
        headers: typing.Mapping[str, str] | None = None,
        json: typing.Any = unset,
        content: str | bytes | None = None,
        timeout: TimeoutSetting = None,
    ) -> ApiResponse[typing.Any]:
        """Send a request that no operation declares, and return the answer; see `flat_api.Flat.request`."""
        undeclared = Undeclared(method, path, query, headers, json, content, timeout)
        return await undeclared.answer(AWAITING, self.api_client, FlatApi.default_response)

    async def __aenter__(self) -> typing.Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all connections; a later call opens new ones."""
        await self.api_client.close()
