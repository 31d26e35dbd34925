"""A plain connection to the sandbox of the test, beside the fixtures of the plugin."""

from __future__ import annotations

import json
import typing
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import urllib3

from flat_api.sandbox import Sandbox

from .known import Known


@dataclass
class Plain:
    """Requests as they are: no retries, no checks, signed unless told otherwise."""

    sandbox: Sandbox
    pool: urllib3.PoolManager

    def __call__(
        self,
        method: str,
        path: str,
        body: typing.Any = None,
        headers: dict[str, str] | None = None,
        token: str | None = "sandbox",
        url: str | None = None,
    ) -> urllib3.BaseHTTPResponse:
        """The answer; *body* is sent as JSON unless it is bytes."""
        sent = {} if token is None else {"Authorization": f"Bearer {token}"}
        if body is not None:
            sent["Content-Type"] = "application/json"
            body = body if isinstance(body, bytes) else json.dumps(body)
        sent |= headers or {}
        return self.pool.request(
            method, url or self.sandbox.url + path, body=body, headers=sent, retries=False, redirect=False
        )

    def error(self, *args: typing.Any, **kwargs: typing.Any) -> tuple[int, str, str | None]:
        """Status, code and parameter of an answer that is an error of the API."""
        response = self(*args, **kwargs)
        found = response.json()
        assert found["message"] and found["id"] == response.headers["X-Request-Id"]
        return response.status, found["code"], found.get("param")


@pytest.fixture
def plain(flat_sandbox: Sandbox) -> Iterator[Plain]:
    with urllib3.PoolManager() as pool:
        yield Plain(flat_sandbox, pool)


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(task_seconds=0) as running:
        yield running


@pytest.fixture(scope="module")
def all_known(sandbox):
    """Identifiers of things that are there, and stay."""
    with sandbox.client(strict_responses=True) as flat:
        made = Known(flat)
        made.make_all()
        yield made


@pytest.fixture
def known(all_known, operation):
    """What the call of *operation* may refer to."""
    return all_known.for_call(operation)
