"""`OAuth`: what is asked of the server, and what its answers become."""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import pickle
import secrets
import subprocess
import sys
import traceback
from urllib.parse import parse_qs

import pytest

from flat_api import Configuration
from flat_api.exceptions import ApiConnectionError, ApiTimeoutError, ApiTypeError, ApiValueError, OAuthError
from flat_api.model.app_scopes import AppScopes
from flat_api.oauth import Authorization, OAuth, Token

from ..faults import CLOSE, RESET, STOP_READING, FaultyServer, answer, closed_port, json_answer
from ..serving import Answer, serving
from .conftest import REDIRECT, SCOPES, decide, granted, query_of

CANARIES = {name: f"{name}-{secrets.token_hex(8)}" for name in ("secret", "code", "verifier", "refresh", "access")}
"""Made up for each run, so that they stand in no line of source that a traceback could quote."""


def test_without_its_library_it_says_what_to_install():
    """The extra is not part of the client."""
    program = "import sys; sys.modules['oauthlib'] = None; import flat_api.oauth"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "pip install 'flat-api-frozen[login]'" in done.stderr


# The question


def test_the_page_of_the_api_is_asked_with_pkce():
    """RFC 6749, 4.1.1, and RFC 7636, 4.3: the challenge is the hash of the verifier."""
    asked = OAuth("5f2a", "hush", "https://example.org/in?x=1").authorization_url(
        ["scores", AppScopes.OMR], prompt="a b"
    )
    assert asked.url.startswith("https://flat.io/auth/oauth?")
    digest = base64.urlsafe_b64encode(hashlib.sha256(asked.verifier.encode()).digest()).decode().rstrip("=")
    assert query_of(asked.url) == {
        "response_type": "code",
        "client_id": "5f2a",
        "redirect_uri": "https://example.org/in?x=1",
        "scope": "scores omr",
        "state": asked.state,
        "code_challenge": digest,
        "code_challenge_method": "S256",
        "access_type": "offline",
        "prompt": "a b",
    }
    assert "hush" not in asked.url


def test_each_question_is_another_one():
    """State and verifier can't be guessed, and are of use once."""
    oauth = OAuth("5f2a", redirect_uri=REDIRECT)
    asked = [oauth.authorization_url(SCOPES, offline=False) for _ in range(50)]
    assert len({entry.state for entry in asked}) == len({entry.verifier for entry in asked}) == 50
    assert all(len(entry.state) >= 43 and 43 <= len(entry.verifier) <= 128 for entry in asked)
    assert "access_type" not in asked[0].url


def test_a_question_shows_no_secret():
    """What a log may repeat."""
    asked = OAuth("5f2a", redirect_uri=REDIRECT).authorization_url(SCOPES)
    assert repr(asked) == "Authorization(url='https://flat.io/auth/oauth', state='***', verifier='***')"
    assert "hush" not in repr(OAuth("5f2a", "hush", REDIRECT))


@pytest.mark.parametrize("scopes", [["scores", "everything"], "scores"])
def test_scopes_are_those_of_the_api(scopes):
    """A misspelled one is found before the user is asked."""
    with pytest.raises((ApiValueError, ApiTypeError)):
        OAuth("5f2a", redirect_uri=REDIRECT).authorization_url(scopes)


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "/callback",
        "http://example.org/in",
        "https://example.org/in#x",
        "https://",
        "javascript:alert(1)",
        "http://[",
        "https://a/\n",
    ],
)
def test_an_address_that_a_code_could_be_read_at_is_rejected(uri):
    """RFC 6749, 3.1.2; RFC 8252, 7; RFC 9700, 2.1."""
    with pytest.raises(ApiValueError, match="redirect_uri"):
        OAuth("5f2a", redirect_uri=uri)


@pytest.mark.parametrize(
    "uri",
    [
        "https://example.org/in",
        "http://127.0.0.1:80/",
        "http://[::1]/in",
        "http://localhost:1/in",
        "org.example.app:/in",
    ],
)
def test_addresses_of_apps_are_accepted(uri):
    """Web sites, this machine, schemes that belong to an app."""
    assert query_of(OAuth("5f2a", redirect_uri=uri).authorization_url(SCOPES).url)["redirect_uri"] == uri


def test_secrets_are_not_sent_without_tls():
    """Except on this machine."""
    with pytest.raises(ApiValueError, match="https"):
        OAuth("5f2a", redirect_uri=REDIRECT, host="http://example.org/v2")
    assert OAuth("5f2a", redirect_uri=REDIRECT, host="http://[::1]:8080/v2").endpoints == (
        "http://[::1]:8080/auth/oauth",
        "http://[::1]:8080/oauth/access_token",
    )


def test_what_makes_no_app_is_rejected():
    """An empty identifier, and a host in two places."""
    with pytest.raises(ApiValueError, match="client_id"):
        OAuth("", redirect_uri=REDIRECT)
    with pytest.raises(ApiTypeError, match="configuration"):
        OAuth("5f2a", redirect_uri=REDIRECT, host="https://a", configuration=Configuration())


# The answer


@pytest.mark.parametrize("is_public", [True, False])
def test_a_granted_token_signs_requests(sandbox, is_public):
    """The whole flow, for an app with a secret and for one without."""
    token = granted(sandbox.oauth(REDIRECT, is_public=is_public))
    assert token.scopes == (AppScopes.ACCOUNT_PUBLIC_PROFILE, AppScopes.SCORES_READONLY)
    with sandbox.client(access_token=token) as flat:
        assert flat.account.get_authenticated_user().username == "sandbox"


def test_without_offline_there_is_nothing_to_renew_the_token_with(sandbox):
    """As the API does with access_type."""
    token = granted(sandbox.oauth(REDIRECT), offline=False)
    assert token.refresh_token is None
    with pytest.raises(OAuthError, match="no refresh token"):
        sandbox.oauth(REDIRECT).refresh(token)


def test_a_user_who_says_no_is_an_error_with_a_code(sandbox):
    """No code, no request to the token endpoint."""
    oauth = sandbox.oauth(REDIRECT)
    asked = oauth.authorization_url(SCOPES)
    with pytest.raises(OAuthError) as caught:
        oauth.exchange(decide(asked.url, "deny"), state=asked.state, verifier=asked.verifier)
    assert (caught.value.code, str(caught.value)) == ("access_denied", "access_denied: the user has not granted access")
    assert "/oauth/access_token" not in [request.path for request in sandbox.requests]


@pytest.mark.parametrize(
    ("answered", "code"),
    [
        ("http://127.0.0.1:9/callback?code=c&state=other", "mismatching_state"),
        ("http://127.0.0.1:9/callback?code=c", "mismatching_state"),
        ("http://127.0.0.1:9/callback?state=state", "missing_code"),
        ("/callback?state=state&code=", "missing_code"),
        ("error=server_error&error_description=no&state=state", "server_error"),
        ("", "mismatching_state"),
    ],
)
def test_an_answer_that_does_not_belong_to_the_question_is_rejected(answered, code):
    """Before anything is sent: the code may be somebody else's (RFC 6749, 10.12)."""
    oauth = OAuth("5f2a", redirect_uri=REDIRECT, host="http://127.0.0.1:9/v2")
    with pytest.raises(OAuthError) as caught:
        oauth.exchange(answered, state="state", verifier="v" * 43)
    assert caught.value.code == code


@pytest.mark.parametrize("lost", ["state", "verifier"])
def test_a_session_that_lost_the_question_is_an_error(lost):
    """Without the state nothing would be compared."""
    kept = {"state": "s", "verifier": "v", lost: ""}
    with pytest.raises(ApiValueError, match="the state and the verifier"):
        OAuth("5f2a", redirect_uri=REDIRECT).exchange("?code=c&state=s", **kept)


def test_a_code_is_sent_in_a_form_with_the_verifier():
    """RFC 6749, 4.1.3, and RFC 7636, 4.5; the secret goes into the body, as the API documents it."""
    with serving(lambda request: {"access_token": "t"}) as server:
        oauth = OAuth("5f2a", "hush", REDIRECT, host=server.url + "/v2")
        token = oauth.exchange("?code=c%2B1&state=s", state="s", verifier="v" * 43)
    (request,) = server.requests
    assert (request.method, request.path) == ("POST", "/oauth/access_token")
    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert request.headers["Authorization"] is None
    assert parse_qs(request.body.decode()) == {
        "grant_type": ["authorization_code"],
        "client_id": ["5f2a"],
        "client_secret": ["hush"],
        "code": ["c+1"],
        "code_verifier": ["v" * 43],
        "redirect_uri": [REDIRECT],
    }
    assert (token.access_token, token.expires_at, token.scopes) == ("t", None, ())


def test_a_server_that_keeps_the_refresh_token_need_not_repeat_it():
    """RFC 6749, 6: it stays valid, and so do the scopes."""
    with serving(lambda request: {"access_token": "t2", "token_type": "BEARER", "expires_in": "3600"}) as server:
        oauth = OAuth("5f2a", redirect_uri=REDIRECT, host=server.url)
        renewed = oauth.refresh(Token("t1", "r1", 1.0, ["scores"], on_renewal=print))
    assert renewed.to_dict() | {"expires_at": 0} == {
        "access_token": "t2",
        "refresh_token": "r1",
        "expires_at": 0,
        "scopes": ["scores"],
    }
    assert renewed.on_renewal is print
    assert parse_qs(server.requests[0].body.decode()) == {
        "grant_type": ["refresh_token"],
        "client_id": ["5f2a"],
        "refresh_token": ["r1"],
    }


UNUSABLE = {
    "no JSON": b"<p>",
    "no object": b"[]",
    "no token": {"token_type": "bearer"},
    "null": {"access_token": None},
    "number": {"access_token": 5},
    "line break": {"access_token": "a\nb"},
    "another type": {"access_token": "a", "token_type": "mac"},
    "no type": {"access_token": "a", "token_type": 5},
    "error": {"access_token": "a", "error": "invalid_scope"},
    "too deep": b"[" * 100_000,
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_an_answer_without_a_token_is_an_error(case):
    """Whatever it is instead."""
    with serving(lambda request: UNUSABLE[case]) as server:
        oauth = OAuth("5f2a", redirect_uri=REDIRECT, host=server.url)
        with pytest.raises(OAuthError) as caught:
            oauth.exchange("?code=c&state=s", state="s", verifier="v" * 43)
    assert caught.value.status == 200 and not caught.value.is_final


@pytest.mark.parametrize("seconds", [None, True, -1, "soon", 10**400, [], float("1e300")])
def test_a_time_that_is_none_is_no_time(seconds):
    """The token is used until it is rejected."""
    with serving(lambda request: json.dumps({"access_token": "t", "expires_in": seconds}).encode()) as server:
        oauth = OAuth("5f2a", redirect_uri=REDIRECT, host=server.url)
        assert oauth.exchange("?code=c&state=s", state="s", verifier="v" * 43).expires_at is None


@pytest.mark.parametrize("status", [302, 307, 308])
def test_a_redirect_takes_no_secret_anywhere(status):
    """The form would be sent to another server."""
    with serving(lambda request: {"access_token": "t"}) as elsewhere:
        away = {"Location": f"{elsewhere.url}/oauth/access_token"}
        with serving(lambda request: Answer(b"", status, away)) as server:
            oauth = OAuth("5f2a", "hush", REDIRECT, host=server.url)
            with pytest.raises(OAuthError) as caught:
                oauth.exchange("?code=c&state=s", state="s", verifier="v" * 43)
    assert caught.value.status == status
    assert elsewhere.requests == []


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_code_is_sent_once(status):
    """It is for one use: who sends it again may be told that it was stolen (RFC 9700, 2.1.1)."""
    with serving(lambda request: Answer({"code": "DOWN", "message": "Later"}, status)) as server:
        oauth = OAuth("5f2a", redirect_uri=REDIRECT, host=server.url)
        with pytest.raises(OAuthError) as caught:
            oauth.exchange("?code=c&state=s", state="s", verifier="v" * 43)
    assert len(server.requests) == 1
    assert (caught.value.code, str(caught.value)) == ("DOWN", f"({status}) DOWN: Later")
    assert not caught.value.is_final


def test_a_server_that_is_not_there_is_a_connection_error():
    """As for every other request."""
    with closed_port() as url:
        oauth = OAuth("5f2a", redirect_uri=REDIRECT, host=url)
        oauth.configuration.retries = 0
        with pytest.raises(ApiConnectionError):
            oauth.exchange("?code=c&state=s", state="s", verifier="v" * 43)


# Secrets


def echo(request):
    """An answer that repeats all that was sent."""
    sent = request.body.decode()
    return (json_answer("400 Bad Request", json.dumps({"error": "invalid_grant", "error_description": sent}).encode()),)


ANSWERS = {
    "rejected": (json_answer("400 Bad Request", b'{"error":"invalid_grant"}'),),
    "echo": echo,
    "page": (answer("502 Bad Gateway", b"<p>", "Content-Type: text/html"),),
    "reset": ((RESET,),),
    "closed": ((CLOSE,),),
    "no HTTP": ((b"SSH\r\n", CLOSE),),
    "no answer": ((STOP_READING,),),
    "unusable": (json_answer("200 OK", b'{"access_token":5,"refresh_token":"%s"}' % CANARIES["refresh"].encode()),),
}


@pytest.mark.parametrize("use", ["exchange", "refresh", "renew"])
@pytest.mark.parametrize("case", ANSWERS)
def test_no_error_holds_a_secret(case, use, caplog):
    """Texts, causes, tracebacks with variables, pickles, logs."""
    caplog.set_level(logging.DEBUG)
    script = ANSWERS[case]
    with FaultyServer([script] if callable(script) else list(script)) as server:
        configuration = Configuration(host=server.url)
        configuration.timeout = (5, 0.2)
        oauth = OAuth("5f2a", CANARIES["secret"], REDIRECT, configuration=configuration)
        token = Token(CANARIES["access"], CANARIES["refresh"], 1.0, oauth=oauth)
        with pytest.raises((OAuthError, ApiConnectionError)) as caught:
            if use == "exchange":
                oauth.exchange(f"?code={CANARIES['code']}&state=s", state="s", verifier=CANARIES["verifier"])
            elif use == "refresh":
                oauth.refresh(token)
            else:
                token()
    said = [caplog.text, repr(oauth), repr(token), *(repr(vars(record)) for record in caplog.records)]
    failure: BaseException | None = caught.value
    while failure is not None:
        said += [str(failure), repr(failure), repr(failure.args), *traceback.format_exception(failure)]
        said.append(repr(pickle.dumps(failure, 0)))
        frames = [frame for frame, _ in traceback.walk_tb(failure.__traceback__)]
        said += [repr(frame.f_locals) for frame in frames if frame.f_code.co_filename != __file__]
        failure = failure.__cause__ or failure.__context__
    assert len(said) > 6
    for name, canary in CANARIES.items():
        assert not [text for text in said if canary in text], name
    if case == "no answer":
        assert isinstance(caught.value, ApiTimeoutError)


def test_an_authorization_is_a_plain_triple():
    """To be put into a session, or unpacked."""
    url, state, verifier = asked = OAuth("5f2a", redirect_uri=REDIRECT).authorization_url(SCOPES)
    assert asked == Authorization(url, state, verifier)
