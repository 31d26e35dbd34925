"""`Flat`, the API for new programs: every operation by name, with keywords, and models as answers."""

from __future__ import annotations

import typing

from . import _resources
from ._driving import BLOCKING, run
from ._face import Face
from ._hooks import RequestView, ResponseView
from .api_client import ApiClient
from .apis._service import FlatApi
from .operations import Undeclared
from .schemas import unset

if typing.TYPE_CHECKING:
    from types import TracebackType

    from .configuration import TimeoutSetting
    from .operations import ApiResponse, QueryValue

__all__ = ["Flat", "RequestView", "ResponseView"]


class Flat(Face[ApiClient]):
    """The Flat API.

    *access_token* is what requests are signed with, a text or a callable such as `flat_api.oauth.Token`; without it,
    that of the environment, ``FLAT_ACCESS_TOKEN``. *host* is the base URL; without it, that of the environment,
    ``FLAT_HOST``, and without both, that of the API. *timeout* and *retries* are for all calls. Whatever else there is
    to say is in a *configuration*, which stands for all of these. What an answer holds that does not fit its
    declaration is kept as it came; with *strict_responses* it is an error. *on_request* and *on_response* are called
    with what may be told of each call and its answer, `flat_api.client.RequestView` and `ResponseView`.
    Used in a ``with`` statement, it closes its connections at the end::

        with Flat(access_token="...") as flat:
            task = flat.tasks.get_task(task="5b0f")
            answer = flat.tasks.get_task.with_response(task="5b0f")
            for collection in flat.collections.list_collections.iterate(parent="root"):
                print(collection.title)
            flat.scores.get_score_revision_data.download("song.mp3", score="56ae", revision="last", format="mp3")

    Every parameter of an operation is a keyword, with an underscore behind what Python keeps for itself
    (``class_``); ``body=`` is what is sent, an instance or plain data, ``extra_body=`` are keys of it that are not
    declared, ``extra_headers=`` and ``extra_query=`` likewise, and ``timeout=`` is for one call. A call returns the
    model, or None where the answer has no body. ``help(flat.tasks.get_task)`` says what a call takes.

    >>> flat = Flat(access_token="secret")
    >>> flat
    Flat(Configuration(host='https://api.flat.io/v2', access_token='***'))
    >>> flat.tasks.get_task
    <get_task(task, timeout=None): GET /tasks/{task}>
    >>> flat.tasks.get_task()
    Traceback (most recent call last):
    flat_api.exceptions.ApiTypeError: get_task needs 'task' (Unique identifier of the task)
    """

    client_class = ApiClient

    @property
    def account(self) -> _resources.AccountCalls:
        """The account of whoever is calling."""
        return self._calls(_resources.AccountCalls)

    @property
    def classes(self) -> _resources.ModelClassCalls:
        """Classes, their members, assignments and submissions."""
        return self._calls(_resources.ModelClassCalls)

    @property
    def collections(self) -> _resources.CollectionCalls:
        """Collections, the folders of scores."""
        return self._calls(_resources.CollectionCalls)

    @property
    def edu_resources(self) -> _resources.EduResourcesCalls:
        """The resource library of teachers."""
        return self._calls(_resources.EduResourcesCalls)

    @property
    def groups(self) -> _resources.GroupCalls:
        """Groups of users, and the scores they share."""
        return self._calls(_resources.GroupCalls)

    @property
    def omr(self) -> _resources.OMRCalls:
        """Optical music recognition: scores from pictures of sheet music, and the credits for it."""
        return self._calls(_resources.OMRCalls)

    @property
    def organizations(self) -> _resources.OrganizationCalls:
        """Users, invitations and LTI configurations of an organization."""
        return self._calls(_resources.OrganizationCalls)

    @property
    def scores(self) -> _resources.ScoreCalls:
        """Scores, with their revisions, files, collaborators, comments and tracks."""
        return self._calls(_resources.ScoreCalls)

    @property
    def tasks(self) -> _resources.TaskCalls:
        """What the API does in the background, such as an export."""
        return self._calls(_resources.TaskCalls)

    @property
    def users(self) -> _resources.UserCalls:
        """Other people's profiles and scores."""
        return self._calls(_resources.UserCalls)

    def request(
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
        """Send a request that no operation declares, and return the answer.

        *path* is below the host, and begins with a slash; what belongs in it has to be escaped. The body is *json*, an
        instance or plain data, or *content* as it is, with its media type in *headers*. It is signed, sent again and
        rejected by the rules of all calls. The body of the answer is read by its media type: JSON as instances without
        names of their own, text as text, anything else as bytes; it is `unset` where nothing was sent.

        Raises ApiTypeError for wrong arguments, and an `ApiException` where the answer is an error, can't be read, or
        doesn't come.
        """
        undeclared = Undeclared(method, path, query, headers, json, content, timeout)
        return run(undeclared.answer(BLOCKING, self.api_client, FlatApi.default_response))

    def __enter__(self) -> typing.Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections; a later call opens new ones."""
        self.api_client.close()
