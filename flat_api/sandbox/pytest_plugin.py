"""The pytest plugin: a sandbox for each test, module or session that asks for one, and a client of it.

Nothing is imported before a test does: this module is loaded at the start of every run of pytest, wherever the package
is installed.
"""

from __future__ import annotations

import typing
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest

if typing.TYPE_CHECKING:
    from flat_api import Flat
    from flat_api.sandbox import Sandbox

MARKER = "flat_sandbox(**options): what the sandbox of the test is made with, such as faults=['status=503:times=1']"


def pytest_configure(config: pytest.Config) -> None:
    """Tell pytest about the marker."""
    config.addinivalue_line("markers", MARKER)


@contextmanager
def _running(request: pytest.FixtureRequest) -> Generator[Sandbox]:
    """Run a sandbox as the markers of the test or the module say, which code that calls `Flat()` finds by itself.

    Exports take no time unless a marker says otherwise.
    """
    from flat_api.sandbox import Sandbox

    options: dict[str, typing.Any] = {"task_seconds": 0.0}
    node: pytest.Item = request.node
    for marker in reversed(list(node.iter_markers("flat_sandbox"))):
        options |= marker.kwargs
    with Sandbox(**options) as sandbox, pytest.MonkeyPatch.context() as environment:
        environment.setenv("FLAT_HOST", sandbox.url)
        environment.setenv("FLAT_ACCESS_TOKEN", sandbox.token)
        yield sandbox


@contextmanager
def _client(sandbox: Sandbox) -> Generator[Flat]:
    """Open a client of *sandbox*. It repeats calls as any client does, but without the waits."""
    from flat_api.rest import RetryPolicy

    with sandbox.client(retries=RetryPolicy(wait=_not_at_all)) as client:
        yield client


def _not_at_all(seconds: float) -> None:
    """Wait in no time."""


@pytest.fixture
def flat_sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A sandbox of the Flat API, new for each test; ``@pytest.mark.flat_sandbox(...)`` says what it is made with."""
    with _running(request) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def module_flat_sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A sandbox for all tests of a module; ``pytestmark = pytest.mark.flat_sandbox(...)`` says what it is made with."""
    with _running(request) as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def session_flat_sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A sandbox for all tests of a run."""
    with _running(request) as sandbox:
        yield sandbox


@pytest.fixture
def flat(flat_sandbox: Sandbox) -> Iterator[Flat]:
    """A client of the test's sandbox, `flat_api.Flat`."""
    with _client(flat_sandbox) as client:
        yield client


@pytest.fixture(scope="module")
def module_flat(module_flat_sandbox: Sandbox) -> Iterator[Flat]:
    """A client of the module's sandbox."""
    with _client(module_flat_sandbox) as client:
        yield client


@pytest.fixture(scope="session")
def session_flat(session_flat_sandbox: Sandbox) -> Iterator[Flat]:
    """A client of the session's sandbox."""
    with _client(session_flat_sandbox) as client:
        yield client
