"""What every test shares: what is not collected, and how long hypothesis may search."""

import os
import signal
import threading

from hypothesis import HealthCheck, settings

from .browsing import browser as browser

# Read by type checkers, never run.
collect_ignore_glob = ["typing/[!t]*.py"]

# No deadlines: a converter is compiled at its first use, and machines are shared.
settings.register_profile("default", deadline=None)
# The same examples in every run, so that a failure belongs to the change at hand.
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=100,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if os.environ.get("CI") else "default")

# A job in the background of a shell ignores Ctrl-C, and so would each process that a test starts and interrupts.
if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
