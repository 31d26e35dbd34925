"""`Loopback` and `sign_in`: the browser comes back to this machine, and so may anybody else on it."""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from flat_api.exceptions import ApiValueError, OAuthError, OAuthTimeout
from flat_api.oauth import Loopback, sign_in
from flat_api.sandbox import Sandbox

from .conftest import SCOPES, decide


@pytest.fixture
def sandbox():
    with Sandbox() as running:
        yield running


@pytest.fixture
def loopback():
    with Loopback() as running:
        yield running


def visit(url: str) -> tuple[int, str, http.client.HTTPMessage]:
    """Status, text and headers of the page at *url*."""
    try:
        with urllib.request.urlopen(url, timeout=30) as response:
            return response.status, response.read().decode(), response.headers
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode(), error.headers


def clicking(decision: str = "allow"):
    """What stands for a browser whose user presses a button."""

    def open_url(url: str) -> None:
        threading.Thread(target=lambda: visit(decide(url, decision))).start()

    return open_url


@pytest.mark.parametrize(
    "uri", ["http://127.0.0.1/callback", "http://localhost/", "http://[::1]/in", "http://127.0.0.1"]
)
def test_the_browser_comes_back(uri):
    """To a port that was free, with the path that was asked for."""
    with Loopback(uri) as loopback:
        assert urlsplit(loopback.redirect_uri).port
        loopback.expect("s")
        status, text, headers = visit(f"{loopback.redirect_uri}?code=hush&state=s")
        assert (status, headers["Cache-Control"], headers["Referrer-Policy"]) == (200, "no-store", "no-referrer")
        assert "close this window" in text and "hush" not in text
        assert loopback.wait(5).endswith("?code=hush&state=s")


def test_what_is_not_the_answer_ends_nothing(loopback):
    """Whatever else comes to the port: other paths, other states, other methods, and what is no HTTP."""
    before = f"{loopback.redirect_uri}?code=early&state="
    assert visit(before)[0] == 400
    loopback.expect("s")
    root = loopback.redirect_uri.removesuffix("/callback")
    assert [visit(root + path)[0] for path in ("/", "/favicon.ico", "/callback/x?state=s")] == [404] * 3
    for query in ("", "?code=c", "?code=c&state=t", "?code=c&state=s&state=s", "?code=c&state=S"):
        assert visit(loopback.redirect_uri + query)[0] == 400
    assert visit(f"{loopback.redirect_uri}?state=s")[0] == 200
    assert loopback.wait(5) == "/callback?state=s"
    request = urllib.request.Request(f"{loopback.redirect_uri}?code=c&state=s", method="DELETE")
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request, timeout=30)
    caught.value.close()
    assert caught.value.code == 501


def test_connections_that_say_nothing_hold_up_nobody(loopback):
    """Browsers open some in advance."""
    place = urlsplit(loopback.redirect_uri)
    loopback.expect("s")
    with contextlib.ExitStack() as stack:
        for sent in (b"", b"GET /call", b"\x16\x03\x01\x02\x00", b"\n" * 10):
            silent = stack.enter_context(socket.create_connection((place.hostname, place.port)))
            silent.sendall(sent)
        visit(f"{loopback.redirect_uri}?state=s")
        assert loopback.wait(5)


def test_nobody_coming_back_is_a_time_out(loopback, capsys):
    """Of a browser that was closed nothing is heard."""
    loopback.expect("s")
    visit(f"{loopback.redirect_uri}?code=hush&state=t")
    with pytest.raises(TimeoutError, match="within 0 seconds") as caught:
        loopback.wait(0.05)
    assert isinstance(caught.value, OAuthTimeout)
    assert capsys.readouterr() == ("", "")


def test_a_port_that_is_taken_is_an_error(loopback):
    """Also where the same program listens there."""
    with pytest.raises(OSError):
        Loopback(loopback.redirect_uri)


def test_the_port_is_free_afterwards():
    """And the next sign-in can have it at once."""
    with Loopback() as first:
        uri = first.redirect_uri
    with Loopback(uri) as second:
        assert second.redirect_uri == uri
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(uri, timeout=5)


@pytest.mark.parametrize(
    "uri", ["https://127.0.0.1/in", "http://127.0.0.1/in?x=1", "org.example:/in", "http://example.org/"]
)
def test_addresses_elsewhere_are_rejected(uri):
    """There the browser would come to somebody else."""
    with pytest.raises(ApiValueError, match="redirect_uri"):
        Loopback(uri)


def test_signing_in_is_one_call(sandbox):
    """For a program on the machine of the user."""
    token = sign_in("sandbox", scopes=SCOPES, host=sandbox.url, open_url=clicking())
    with sandbox.client(access_token=token) as flat:
        assert flat.account.get_authenticated_user().username == "sandbox"
    assert token.refresh_token


def test_several_sign_ins_do_not_mix(sandbox):
    """Each has a port and a state of its own."""
    with ThreadPoolExecutor(4) as pool:
        calls = [
            pool.submit(sign_in, "sandbox", scopes=SCOPES, host=sandbox.url, open_url=clicking()) for _ in range(4)
        ]
        assert len({call.result(60).access_token for call in calls}) == 4


def test_a_user_who_says_no_ends_it(sandbox):
    """At once, not after the time-out."""
    with pytest.raises(OAuthError) as caught:
        sign_in("sandbox", scopes=SCOPES, host=sandbox.url, open_url=clicking("deny"))
    assert caught.value.code == "access_denied"


def test_an_interrupted_wait_leaves_nothing_open(sandbox):
    """Ctrl-C."""
    seen: list[str] = []

    def interrupt(url: str) -> None:
        seen.append(url)
        raise KeyboardInterrupt

    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        sign_in("sandbox", scopes=SCOPES, host=sandbox.url, open_url=interrupt)
    assert len(seen) == 1 and threading.active_count() == before
