"""What the tests of signing in share: a sandbox, and a user who decides without a browser."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
import urllib3

from flat_api.oauth import OAuth, Token
from flat_api.sandbox import Sandbox

REDIRECT = "http://127.0.0.1:9/callback"
SCOPES = ["account.public_profile", "scores.readonly"]


class Clock:
    """Seconds that go by when a test says so."""

    def __init__(self) -> None:
        self.seconds = 1_800_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sandbox(clock: Clock) -> Iterator[Sandbox]:
    """A sandbox whose tokens expire by `clock`."""
    with Sandbox(clock=clock) as running:
        yield running


def decide(url: str, decision: str = "allow") -> str:
    """Press a button of the page at *url*, and return where the browser is sent."""
    with urllib3.PoolManager() as pool:
        response = pool.request("POST", url, fields={"decision": decision}, encode_multipart=False, redirect=False)
    assert response.status == 303, response.data
    return response.headers["Location"]


def query_of(url: str) -> dict[str, str]:
    """The parameters in *url*, each of which is there once."""
    return {name: value for name, (value,) in parse_qs(urlsplit(url).query).items()}


def granted(oauth: OAuth, **options: typing.Any) -> Token:
    """A token that the user of the sandbox has granted."""
    asked = oauth.authorization_url(SCOPES, **options)
    return oauth.exchange(decide(asked.url), state=asked.state, verifier=asked.verifier)
