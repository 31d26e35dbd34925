"""What every test shares: how long hypothesis may search, and from where."""

import os

from hypothesis import HealthCheck, settings

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
