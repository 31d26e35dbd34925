"""What the tests of the command line need of their surroundings."""

import signal

import pytest

from flat_api.sandbox import Sandbox


@pytest.fixture(scope="session", autouse=True)
def signals_work():
    """Let Ctrl-C and a closed terminal reach the processes that tests start, even where the suite runs under nohup."""
    usual = {signal.SIGINT: signal.default_int_handler, signal.SIGHUP: signal.SIG_DFL}
    ignored = [number for number in usual if signal.getsignal(number) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, usual[number])
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)


@pytest.fixture
def sandbox():
    """A server whose tasks are soon done."""
    with Sandbox(task_seconds=0.2) as running:
        yield running
