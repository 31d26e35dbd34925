"""`Token`: renewed before it expires, once, and stored before anybody uses it."""

from __future__ import annotations

import copy
import json
import pickle
import secrets
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

import anyio
import anyio.to_thread
import pytest

from flat_api import Configuration, Flat
from flat_api.aio import AsyncFlat
from flat_api.exceptions import ApiConnectionError, ApiTypeError, ApiValueError, OAuthError, OpenApiException
from flat_api.model.app_scopes import AppScopes
from flat_api.oauth import Token

from ..faults import FaultyServer, json_answer
from ..serving import serving
from .conftest import REDIRECT, granted

LONG, SOON, GONE = 3600.0, 5.0, -5.0
"""Seconds until a token expires."""


class Server:
    """Renews tokens, *count* of them so far, and raises *errors* before that; *gate* holds it back."""

    def __init__(self, *errors: BaseException) -> None:
        self.errors = list(errors)
        self.count = 0
        self.gate = threading.Event()
        self.gate.set()
        self.begun = threading.Semaphore(0)

    def refresh(self, token: Token) -> Token:
        self.count += 1
        self.begun.release()
        assert self.gate.wait(30)
        if self.errors:
            raise self.errors.pop(0)
        return Token(f"a{self.count}", f"r{self.count}", time.time() + LONG, token.scopes)


def made(server: Server | None, seconds: float | None, **options) -> Token:
    """A token that expires in *seconds*, made an hour before."""
    ends = None if seconds is None else time.time() + seconds
    token = Token("a0", "r0", time.time() + LONG, ["scores"], oauth=server, **options)
    token._set(token._values._replace(expires_at=ends))
    if seconds == SOON:
        token._due_at = 0.0
    return token


@pytest.mark.parametrize("seconds", [None, LONG])
def test_a_token_that_is_valid_is_not_renewed(seconds):
    """Nor one of which nobody knows when it expires."""
    server = Server()
    token = made(server, seconds)
    assert (token(), token.is_due, server.count) == ("a0", False, 0)


@pytest.mark.parametrize("seconds", [SOON, GONE])
def test_a_token_is_renewed_before_it_expires(seconds):
    """With the refresh token that came last, and the scopes that were granted."""
    server, stored = Server(), []
    token = made(server, seconds, on_renewal=lambda token: stored.append(token.to_dict()))
    assert (token(), token(), server.count) == ("a1", "a1", 1)
    assert (token.refresh_token, token.scopes) == ("r1", (AppScopes.SCORES,))
    assert stored == [token.to_dict()]


def test_short_lives_have_short_margins():
    """A token that lives for a minute is not due from its first second on."""
    now = time.time()
    assert not Token("a", "r", now + 50).is_due
    assert Token("a", "r", now - 1).is_due


def test_many_threads_renew_once():
    """All of them have the new token; none sends a refresh token that was used."""
    server, stored = Server(), []
    token = made(server, GONE, on_renewal=stored.append)
    server.gate.clear()
    with ThreadPoolExecutor(16) as pool:
        calls = [pool.submit(token) for _ in range(16)]
        server.begun.acquire()
        server.gate.set()
        assert {call.result(30) for call in calls} == {"a1"}
    assert (server.count, len(stored)) == (1, 1)


def test_threads_that_waited_share_the_error():
    """They don't ask the server one after the other; who comes later does."""
    server = Server(*[OAuthError("invalid_grant", "no", 400)] * 9)
    token = made(server, GONE)
    server.gate.clear()
    with ThreadPoolExecutor(8) as pool:
        first = pool.submit(token)
        server.begun.acquire()
        others = [pool.submit(token) for _ in range(7)]
        while len(token._running._condition._waiters) < 7:
            time.sleep(0.001)
        server.gate.set()
        assert all(isinstance(call.exception(30), OAuthError) for call in (first, *others))
    assert server.count == 1
    with pytest.raises(OAuthError):
        token()
    assert server.count == 2


def test_an_interrupted_thread_leaves_the_renewal_to_another():
    """Ctrl-C is for the thread that it comes to."""
    server = Server(KeyboardInterrupt())
    token = made(server, GONE)
    server.gate.clear()
    stopped: list[BaseException] = []

    def interrupted() -> None:
        try:
            token()
        except KeyboardInterrupt as stop:
            stopped.append(stop)

    first = threading.Thread(target=interrupted)
    first.start()
    server.begun.acquire()
    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(token)
        server.gate.set()
        assert second.result(30) == "a2"
    first.join(30)
    assert len(stopped) == 1


@pytest.mark.parametrize(
    "error", [ApiConnectionError(0, "down"), OAuthError(None, "later", 503), OAuthError(None, "", 429)]
)
def test_a_server_that_is_down_is_no_error_while_the_token_is_valid(error, caplog):
    """It is logged, and tried again a little later."""
    server = Server(error)
    token = made(server, SOON)
    assert (token(), token(), server.count) == ("a0", "a0", 1)
    assert "still valid" in caplog.text and "a0" not in caplog.text


@pytest.mark.parametrize(
    ("seconds", "error"), [(GONE, ApiConnectionError(0, "down")), (SOON, OAuthError("invalid_grant", "", 400))]
)
def test_a_token_that_can_not_be_renewed_is_an_error(seconds, error):
    """Where it has expired, and where the server says that it is over."""
    with pytest.raises(type(error)) as caught:
        made(Server(error), seconds)()
    assert caught.value is error


@pytest.mark.parametrize("server", [None, Server()])
def test_without_a_refresh_token_its_end_is_an_error(server):
    """Before the API says 401."""
    ends = time.time() + SOON
    token = Token("a0", None, ends, oauth=server)
    token._due_at = 0.0
    assert (token(), token.is_due) == ("a0", False)
    token._set(token._values._replace(expires_at=time.time() + GONE))
    with pytest.raises(OAuthError, match="sign in again"):
        token()


def test_what_can_not_be_stored_is_told():
    """The new token is used, and its loss would be found out too late."""

    def full(token: Token) -> None:
        raise OSError("disk full")

    token = made(Server(), GONE, on_renewal=full)
    with pytest.raises(OSError, match="disk full"):
        token()
    assert token() == "a1"


def test_storing_may_use_the_token():
    """It is renewed by then."""
    used: list[str] = []
    token = made(Server(), GONE, on_renewal=lambda token: used.append(token()))
    assert token() == "a1" and used == ["a1"]


def test_a_token_comes_back_from_where_it_was_stored():
    """As JSON, say."""
    token = Token("a0", "r0", 1_900_000_000.5, ["scores", "tomorrow"])
    back = Token.from_dict(json.loads(json.dumps(token.to_dict())))
    assert back.to_dict() == token.to_dict()
    assert back.scopes == (AppScopes.SCORES, "tomorrow")
    assert Token.from_dict({"access_token": "a"}).to_dict() == {
        "access_token": "a",
        "refresh_token": None,
        "expires_at": None,
        "scopes": [],
    }


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"access_token": 5},
        {"access_token": "a", "refresh_token": 5},
        {"access_token": "a", "expires_at": "x"},
        {"access_token": "a", "scopes": "scores"},
    ],
)
def test_what_is_no_token_is_rejected(values):
    """A file may hold anything."""
    with pytest.raises((ApiTypeError, ApiValueError)):
        Token.from_dict(values)


def test_copies_are_the_token_and_pickles_are_refused():
    """Two that renew themselves would lock each other out; a pickle goes where nobody expects a secret."""
    token = Token("hush", "hush2")
    assert copy.copy(token) is token and copy.deepcopy({"t": token})["t"] is token
    assert copy.deepcopy(Configuration(access_token=token)).access_token is token
    with pytest.raises(TypeError, match="to_dict"):
        pickle.dumps(token)
    assert "hush" not in repr(token) + repr(token._values)


def test_a_client_goes_on_after_the_token_has_expired(sandbox, clock):
    """The server rejects it from then on, and the client never sends it again."""
    stored: list[str] = []
    token = granted(sandbox.oauth(REDIRECT))
    token.on_renewal = lambda token: stored.append(token.access_token)
    first = token.access_token
    with sandbox.client(access_token=token) as flat:
        flat.account.get_authenticated_user()
        clock.seconds += 3601
        token._set(token._values._replace(expires_at=time.time() - 1))
        with ThreadPoolExecutor(8) as pool:
            users = list(pool.map(lambda _: flat.account.get_authenticated_user(), range(40)))
    assert len(users) == 40 and stored == [token.access_token] and token.access_token != first
    renewals = [request for request in sandbox.requests if request.path == "/oauth/access_token"]
    assert len(renewals) == 2
    assert {request.status for request in sandbox.requests} == {200, 303}


@pytest.mark.parametrize("status", ["500 Failed", "401 Unauthorized", "200 OK"])
def test_errors_of_calls_show_nothing_of_the_token(status):
    """Neither in texts nor in the variables of the functions on the way."""
    canary = f"canary-{secrets.token_hex(8)}"
    script = (json_answer(status, b'{"code":"NO"'),)
    with FaultyServer([script]) as server:
        token = Token(canary, f"{canary}-2", time.time() + LONG, oauth=Server())
        flat = Flat(host=server.url, access_token=token, retries=0)
        with flat, pytest.raises(OpenApiException) as caught:
            flat.tasks.get_task(task="1")
        assert server.requests[0].headers("Authorization") == [f"Bearer {canary}"]
    said = [repr(flat), repr(flat.configuration), repr(token), *traceback.format_exception(caught.value)]
    frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
    said += [repr(frame.f_locals) for frame in frames if frame.f_code.co_filename != __file__]
    assert len(said) > 5 and canary not in "".join(said)
    assert pickle.loads(pickle.dumps(flat.configuration)).access_token is None


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_of_an_event_loop_renew_once(backend):
    """In a thread, so that the loop goes on meanwhile."""
    server = Server()
    token = made(server, GONE)
    server.gate.clear()

    async def call(flat: AsyncFlat, users: list[object]) -> None:
        users.append(await flat.account.get_authenticated_user())

    async def main(host: str) -> list[object]:
        users: list[object] = []
        async with AsyncFlat(host=host, access_token=token) as flat, anyio.create_task_group() as tasks:
            for _ in range(20):
                tasks.start_soon(call, flat, users)
            await anyio.to_thread.run_sync(server.begun.acquire)
            server.gate.set()  # which the loop could not do if it waited itself
        return users

    with serving(lambda request: {"id": "1", "username": request.headers["Authorization"]}) as api:
        users = anyio.run(main, api.url, backend=backend)
    assert {user.username for user in users} == {"Bearer a1"} and len(users) == 20
    assert server.count == 1
