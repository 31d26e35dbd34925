"""What every test shares: what is not collected, and how long hypothesis may search."""

import os
import signal
import threading

import pytest
from hypothesis import HealthCheck, settings

from .browsing import browser as browser
from .transports import KIND, KINDS

# Read by type checkers, never run.
collect_ignore_glob = ["typing/[!t]*.py"]

# No deadlines: a converter is compiled at its first use, and machines are shared.
settings.register_profile("default", deadline=None, max_examples=30)
# The same examples in every run, so that a failure belongs to the change at hand.
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=30,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# pytest --hypothesis-profile thorough
settings.register_profile("thorough", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "default")

# A job in the background of a shell ignores Ctrl-C, and so would each process that a test starts and interrupts.
if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(params=KINDS)
def each_transport(request):
    """Let a test run over each transport, unless its mark `of_urllib3` says why it is about that one."""
    mark = request.node.get_closest_marker("of_urllib3")
    if mark and request.param != "urllib3":
        (why,) = mark.args
        pytest.skip(f"is about urllib3: {why}")
    KIND[0] = request.param
    yield request.param
    KIND[0] = "urllib3"
