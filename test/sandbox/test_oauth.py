"""The endpoints of OAuth 2 in the sandbox: what they grant, and what they reject as RFC 6749, 7636 and 9700 say."""

from __future__ import annotations

import base64
import hashlib
import json
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import urllib3
from hypothesis import given
from hypothesis import strategies as st

from flat_api.sandbox import Sandbox

REDIRECT = "http://127.0.0.1:9/callback"
VERIFIER = "v" * 64
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")
QUESTION = {
    "response_type": "code",
    "client_id": "sandbox",
    "redirect_uri": REDIRECT,
    "scope": "scores.readonly",
    "state": "a b&c",
    "code_challenge": CHALLENGE,
    "code_challenge_method": "S256",
    "access_type": "offline",
}
EXCHANGE = {
    "grant_type": "authorization_code",
    "client_id": "sandbox",
    "redirect_uri": REDIRECT,
    "code_verifier": VERIFIER,
}
WEB = {"client_id": "sandbox-web", "client_secret": "sandbox-secret"}


class Clock:
    seconds = 1_800_000_000.0

    def __call__(self) -> float:
        return self.seconds


class Server:
    """A sandbox, its clock, and plain requests to it."""

    def __init__(self, sandbox: Sandbox, clock: Clock, pool: urllib3.PoolManager) -> None:
        self.sandbox = sandbox
        self.clock = clock
        self.pool = pool
        self.base = sandbox.url.removesuffix("/v2")

    def send(self, method: str, path: str, form=None, headers=None, query: str = "") -> urllib3.BaseHTTPResponse:
        body = None if form is None else form if isinstance(form, bytes) else urlencode(form).encode()
        sent = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        url = self.base + path + (f"?{query}" if query else "")
        return self.pool.request(method, url, body=body, headers=sent, redirect=False, retries=False)

    def ask(self, decision: str | None = "allow", **changes: str | None) -> urllib3.BaseHTTPResponse:
        """The answer of the page, where a button was pressed."""
        query = urlencode({name: value for name, value in {**QUESTION, **changes}.items() if value is not None})
        if decision is None:
            return self.send("GET", "/auth/oauth", query=query)
        return self.send("POST", "/auth/oauth", {"decision": decision}, query=query)

    def answered(self, decision: str = "allow", **changes: str | None) -> dict[str, str]:
        """What the browser is sent back with."""
        response = self.ask(decision, **changes)
        assert response.status == 303 and response.headers["Location"].startswith(REDIRECT)
        return {name: value for name, (value,) in parse_qs(urlsplit(response.headers["Location"]).query).items()}

    def token(self, form, headers=None) -> tuple[int, dict[str, object]]:
        """Status and JSON of the token endpoint."""
        response = self.send("POST", "/oauth/access_token", form, headers)
        assert response.headers["Content-Type"] == "application/json"
        if response.status == 200:
            assert response.headers["Cache-Control"] == "no-store"
        return response.status, response.json()

    def issued(self, **changes: str) -> dict[str, object]:
        status, token = self.token({**EXCHANGE, "code": self.answered(**changes)["code"]})
        assert status == 200
        return token

    def status_of(self, token: object) -> int:
        """How the API answers a request that is signed with *token*."""
        return self.send("GET", "/v2/me", headers={"Authorization": f"Bearer {token}"}).status

    def renewed(self, token: object) -> tuple[int, dict[str, object]]:
        return self.token({"grant_type": "refresh_token", "client_id": "sandbox", "refresh_token": str(token)})


@pytest.fixture
def server():
    clock = Clock()
    web = ("https://example.org/in",)
    with Sandbox(clock=clock, token_seconds=600, redirect_uris=web) as sandbox, urllib3.PoolManager() as pool:
        yield Server(sandbox, clock, pool)


def test_the_page_asks_in_safe_html(server):
    """Nothing in the address becomes part of the page."""
    response = server.ask(None)
    assert response.status == 200
    assert (response.headers["Cache-Control"], response.headers["X-Frame-Options"]) == ("no-store", "DENY")
    assert b"scores.readonly" in response.data and b'value="allow"' in response.data
    evil = server.ask(None, client_id="<script>")
    assert evil.status == 400 and b"<script>" not in evil.data


def test_an_app_gets_a_token_for_its_code(server):
    """With the state as it was sent, and the scopes that were granted."""
    answered = server.answered()
    assert answered["state"] == "a b&c"
    status, token = server.token({**EXCHANGE, "code": answered["code"]})
    assert status == 200
    assert (token["token_type"], token["expires_in"], token["scope"]) == ("Bearer", 600, "scores.readonly")
    assert server.status_of(token["access_token"]) == 200


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_type": None}, "invalid_request"),
        ({"scope": "everything"}, "invalid_scope"),
        ({"scope": None}, "invalid_scope"),
        ({"code_challenge": None}, "invalid_request"),
        ({"code_challenge_method": "none"}, "invalid_request"),
    ],
)
def test_a_wrong_question_goes_back_to_the_app(server, changes, error):
    """RFC 6749, 4.1.2.1: with the state, and without a code."""
    answered = server.answered(**changes)
    assert (answered["error"], answered["state"], "code" in answered) == (error, "a b&c", False)


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": "other"},
        {"client_id": None},
        {"redirect_uri": "https://evil.example/in"},
        {"redirect_uri": "http://127.0.0.1.evil.example/in"},
        {"redirect_uri": "http://127.0.0.1:9/in#x"},
        {"redirect_uri": "https://example.org/in/"},
        {"redirect_uri": None},
    ],
)
def test_an_address_that_is_not_registered_gets_nothing(server, changes):
    """Not even an error: it would be an open redirector."""
    response = server.ask(**changes)
    assert response.status == 400 and "Location" not in response.headers


def test_a_parameter_that_comes_twice_is_rejected(server):
    """Two readers could take one each."""
    query = urlencode([*QUESTION.items(), ("redirect_uri", "https://evil.example/")])
    assert server.send("POST", "/auth/oauth", {"decision": "allow"}, query=query).status == 400


def test_registered_addresses_are_compared_as_they_are(server):
    """Without a port or a slash more."""
    response = server.ask(redirect_uri="https://example.org/in")
    assert response.headers["Location"].startswith("https://example.org/in?code=")


@pytest.mark.parametrize("decision", ["deny", "", "Allow"])
def test_without_consent_there_is_no_code(server, decision):
    """Whatever else the form says."""
    answered = server.answered(decision)
    assert (answered["error"], answered["state"]) == ("access_denied", "a b&c")


@pytest.mark.parametrize(
    ("changes", "status", "error"),
    [
        ({"code": "other"}, 400, "invalid_grant"),
        ({"code_verifier": "w" * 64}, 400, "invalid_grant"),
        ({"code_verifier": CHALLENGE}, 400, "invalid_grant"),
        ({"code_verifier": None}, 400, "invalid_request"),
        ({"redirect_uri": f"{REDIRECT}/"}, 400, "invalid_request"),
        ({"redirect_uri": None}, 400, "invalid_request"),
        ({"client_id": "other"}, 401, "invalid_client"),
        ({"client_id": "sandbox-web"}, 401, "invalid_client"),
        ({**WEB}, 400, "invalid_grant"),
        ({"client_secret": "x", "client_id": "sandbox-web"}, 401, "invalid_client"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ({"grant_type": None}, 400, "unsupported_grant_type"),
        ({"code": None}, 400, "invalid_request"),
    ],
)
def test_a_code_is_for_the_app_that_asked(server, changes, status, error):
    """For its verifier, its address, and with its secret."""
    form = {**EXCHANGE, "code": server.answered()["code"], **changes}
    got, answer = server.token({name: value for name, value in form.items() if value is not None})
    assert (got, answer["error"]) == (status, error)


def test_an_app_with_a_secret_may_go_without_pkce(server):
    """And send its secret in the form or in a header."""
    basic = {"Authorization": "Basic " + base64.b64encode(b"sandbox-web:sandbox-secret").decode()}
    for form, headers in ((WEB, None), ({}, basic)):
        code = server.answered(client_id="sandbox-web", code_challenge=None, code_challenge_method=None)["code"]
        sent = {"grant_type": "authorization_code", "redirect_uri": REDIRECT, "code": code, **form}
        assert server.token(sent, headers)[0] == 200


def test_a_code_expires(server):
    """After a minute."""
    code = server.answered()["code"]
    server.clock.seconds += 61
    assert server.token({**EXCHANGE, "code": code})[1]["error"] == "invalid_grant"


def test_a_code_that_comes_twice_revokes_its_tokens(server):
    """It was stolen, and nobody knows by whom (RFC 6749, 4.1.2)."""
    code = server.answered()["code"]
    token = server.token({**EXCHANGE, "code": code})[1]
    assert server.status_of(token["access_token"]) == 200
    assert server.token({**EXCHANGE, "code": code})[1]["error"] == "invalid_grant"
    assert server.status_of(token["access_token"]) == 401
    assert server.renewed(token["refresh_token"])[1]["error"] == "invalid_grant"


def test_a_token_expires_and_is_renewed(server):
    """With a new refresh token each time."""
    token = server.issued()
    server.clock.seconds += 600
    assert server.status_of(token["access_token"]) == 401
    status, renewed = server.renewed(token["refresh_token"])
    assert status == 200 and renewed["refresh_token"] != token["refresh_token"]
    assert renewed["scope"] == "scores.readonly"
    assert server.status_of(renewed["access_token"]) == 200


def test_a_refresh_token_that_comes_twice_revokes_all_of_its_grant(server):
    """RFC 9700, 4.14.2; other grants stay."""
    token, stranger = server.issued(), server.issued()
    renewed = server.renewed(token["refresh_token"])[1]
    assert server.renewed(token["refresh_token"])[1]["error"] == "invalid_grant"
    assert server.renewed(renewed["refresh_token"])[1]["error"] == "invalid_grant"
    assert server.status_of(renewed["access_token"]) == 401
    assert server.status_of(stranger["access_token"]) == 200


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"refresh_token": "other"}, "invalid_grant"),
        ({**WEB}, "invalid_grant"),
        ({"scope": "scores"}, "invalid_scope"),
        ({"refresh_token": None}, "invalid_request"),
    ],
)
def test_a_refresh_token_is_for_its_app_and_scopes(server, changes, error):
    """Nothing more than was granted comes of it."""
    form = {"grant_type": "refresh_token", "client_id": "sandbox", "refresh_token": server.issued()["refresh_token"]}
    form |= changes
    assert server.token({name: value for name, value in form.items() if value is not None})[1]["error"] == error


def test_without_offline_access_there_is_no_refresh_token(server):
    """As with the API."""
    assert "refresh_token" not in server.issued(access_type="online")


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/oauth/access_token"), ("PUT", "/auth/oauth"), ("DELETE", "/oauth/access_token")]
)
def test_other_methods_are_told_which_there_are(server, method, path):
    """405 with Allow."""
    response = server.send(method, path)
    assert response.status == 405 and "POST" in response.headers["Allow"]


def test_faults_reach_the_endpoints(server):
    """As they do everything else."""
    server.sandbox.faults.add("status=503:times=1:path=/oauth/*")
    assert server.send("POST", "/oauth/access_token", EXCHANGE).status == 503
    assert server.token({**EXCHANGE, "code": server.answered()["code"]})[0] == 200


FORMS = st.one_of(
    st.binary(max_size=200),
    st.lists(
        st.tuples(
            st.sampled_from([*QUESTION, *EXCHANGE, "code", "refresh_token", "decision", "x"]),
            st.one_of(
                st.sampled_from([*QUESTION.values(), *EXCHANGE.values(), "refresh_token", "allow"]),
                st.text(max_size=20),
            ),
        ),
        max_size=12,
    ).map(lambda pairs: urlencode(pairs, errors="replace").encode()),
)


@pytest.fixture(scope="module")
def shared():
    with Sandbox() as sandbox, urllib3.PoolManager() as pool:
        yield Server(sandbox, Clock(), pool)


@given(query=FORMS, form=FORMS, method=st.sampled_from(["GET", "POST"]))
def test_whatever_comes_is_answered(shared, query, form, method):
    """With a page, a redirect to this machine, or an error; never with a failure of the server."""
    target = "".join(chr(byte) if 33 <= byte < 127 and byte not in b"#" else f"%{byte:02X}" for byte in query)
    page = shared.send(method, "/auth/oauth", form, query=target)
    assert page.status in (200, 303, 400)
    if page.status == 303:
        assert urlsplit(page.headers["Location"]).hostname == "127.0.0.1"
    answer = shared.send("POST", "/oauth/access_token", form, query=target)
    assert answer.status in (400, 401) and "error" in json.loads(answer.data)
