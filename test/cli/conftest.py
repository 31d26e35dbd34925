"""What the tests of the command line need of their surroundings."""

import signal

import pytest

from flat_api.sandbox import Sandbox


@pytest.fixture(scope="session", autouse=True)
def ctrl_c_works():
    """Let Ctrl-C reach the processes that tests start, even where the suite runs in the background."""
    earlier = signal.getsignal(signal.SIGINT)
    if earlier is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, earlier)


@pytest.fixture
def sandbox():
    """A server whose tasks are soon done."""
    with Sandbox(task_seconds=0.2) as running:
        yield running
