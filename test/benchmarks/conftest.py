"""Keep pytest from looking for doctests in modules that cannot be imported without the extra 'bench'."""

from . import MISSING

collect_ignore_glob = ["[!_t]*.py", "timing.py"] if MISSING else []
