"""The pytest plugin: a sandbox for each test that asks for one, and a client of it.

Nothing is imported before a test does: this module is loaded at the start of every run of pytest, wherever the package
is installed.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator

import pytest

if typing.TYPE_CHECKING:
    from flat_api import Flat
    from flat_api.sandbox import Sandbox

MARKER = "flat_sandbox(**options): what the sandbox of the test is made with, such as faults=['status=503:times=1']"


def pytest_configure(config: pytest.Config) -> None:
    """Tell pytest about the marker."""
    config.addinivalue_line("markers", MARKER)


@pytest.fixture
def flat_sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A sandbox of the Flat API, new for each test; ``@pytest.mark.flat_sandbox(...)`` says what it is made with.

    Exports take no time unless the marker says otherwise.
    """
    from flat_api.sandbox import Sandbox

    options: dict[str, typing.Any] = {"task_seconds": 0.0}
    node: pytest.Item = request.node
    for marker in reversed(list(node.iter_markers("flat_sandbox"))):
        options |= marker.kwargs
    with Sandbox(**options) as sandbox:
        yield sandbox


@pytest.fixture
def flat(flat_sandbox: Sandbox) -> Iterator[Flat]:
    """A client of the test's sandbox, `flat_api.Flat`. It repeats calls as any client does, but without the waits."""
    from flat_api.rest import RetryPolicy

    with flat_sandbox.client(retries=RetryPolicy(wait=_not_at_all)) as client:
        yield client


def _not_at_all(seconds: float) -> None:
    """Wait in no time."""
