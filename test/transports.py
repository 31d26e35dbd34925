"""Both transports with one face, so that a test runs over each: urllib3, and httpx in the event loop of a thread."""

import contextlib
import inspect
from functools import partial

from anyio.from_thread import start_blocking_portal

from flat_api._resources import Calls
from flat_api.aio import AsyncApiClient, AsyncFlat, AsyncPage, AsyncTaskPoller
from flat_api.aio._transport import AsyncTransport
from flat_api.api_client import ApiClient
from flat_api.client import Flat
from flat_api.operations import PlainForm
from flat_api.rest import RESTClientObject
from flat_api.tasks import TaskPoller

KINDS = ("urllib3", "asyncio", "trio")

KIND = ["urllib3"]
"""The transport of the test at hand."""


class Awaited:
    """A transport whose methods return what those of an `AsyncTransport` are awaited for."""

    def __init__(self, made, portal):
        self.made = made
        self.portal = portal

    def _method(self, name):
        return lambda *args, **options: self.portal.call(partial(getattr(self.made, name), *args, **options))

    def __getattr__(self, name):
        return self._method(name) if name in ("request", "whole", "call_api") else getattr(self.made, name)


class AwaitedClient(Awaited):
    """The same for an `AsyncApiClient`, which operations in the earlier form can use."""

    @property
    def rest_client(self):
        return Awaited(self.made.transport, self.portal)

    def request(self, method, url, **options):
        return self.rest_client.request(method, url, **options)


@contextlib.contextmanager
def transport_of(configuration, kind=None):
    """A transport of *kind*, by default that of the test, which is closed at the end."""
    kind = kind or KIND[0]
    if kind == "urllib3":
        rest = RESTClientObject(configuration)
        try:
            yield rest
        finally:
            rest.close()
        return
    with start_blocking_portal(kind) as portal:
        made = AsyncTransport(configuration)
        try:
            yield Awaited(made, portal)
        finally:
            portal.call(made.close)


@contextlib.contextmanager
def client_of(configuration, *args, cookie=None, **options):
    """A client of the kind of the test, which is closed at the end."""
    kind = KIND[0]
    if kind == "urllib3":
        with ApiClient(configuration, *args, cookie=cookie, **options) as client:
            yield client
        return
    with start_blocking_portal(kind) as portal:
        made = AsyncApiClient(configuration, **options)
        made.cookie = cookie
        if args:
            made.set_default_header(*args)
        try:
            yield AwaitedClient(made, portal)
        finally:
            portal.call(made.close)


class AwaitedFace:
    """An `AsyncFlat`, or what one of its attributes is, with calls that return what is awaited."""

    def __init__(self, made, portal, exits=None):
        self.made = made
        self.portal = portal
        self.exits = exits

    def __getattr__(self, name):
        return self._shown(getattr(self.made, name))

    def __call__(self, *args, **options):
        async def called():
            found = self.made(*(getattr(arg, "made", arg) for arg in args), **options)
            return await found if inspect.isawaitable(found) else found

        return self._shown(self.portal.call(called))

    def _shown(self, value):
        if hasattr(value, "__anext__"):
            return self._all(value)
        is_face = isinstance(value, (AsyncFlat, Calls, PlainForm, AsyncPage, AsyncTaskPoller))
        return AwaitedFace(value, self.portal) if is_face or inspect.ismethod(value) else value

    def _all(self, items):
        while True:
            try:
                item = self.portal.call(items.__anext__)
            except StopAsyncIteration:
                return
            yield self._shown(item)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.portal.call(self.made.close)
        self.exits.close()

    def close(self):
        self.__exit__()


def flat_of(**options):
    """A `Flat` of the kind of the test."""
    if KIND[0] == "urllib3":
        return Flat(**options)
    exits = contextlib.ExitStack()
    portal = exits.enter_context(start_blocking_portal(KIND[0]))
    return AwaitedFace(AsyncFlat(**options), portal, exits)


def poller_of(flat, *args, **options):
    """A poller of the kind of *flat*."""
    if isinstance(flat, AwaitedFace):
        return AwaitedFace(AsyncTaskPoller(flat.made, *args, **options), flat.portal)
    return TaskPoller(flat, *args, **options)


def continued(token, flat, **options):
    """A poller of the kind of *flat* that goes on from *token*."""
    if isinstance(flat, AwaitedFace):
        return AwaitedFace(AsyncTaskPoller.from_continuation_token(token, flat.made, **options), flat.portal)
    return TaskPoller.from_continuation_token(token, flat, **options)
