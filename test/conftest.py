"""What every test shares: what is not collected, and how long hypothesis may search."""

import os

from hypothesis import HealthCheck, settings

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
