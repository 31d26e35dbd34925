"""The extension in C, `_speedups`, where there is one to use; without it everything works as well, and slower."""

from __future__ import annotations

import importlib
import os
import typing

INTERFACE = 5
"""What this state of the package expects of the extension; another build of it is not used."""


def _loaded() -> typing.Any:
    """Return the extension, or None: it was not built, or ``FLAT_PURE`` is set to switch it off."""
    if os.environ.get("FLAT_PURE", "") not in ("", "0"):
        return None
    try:
        importlib.import_module("_decimal")  # the extension makes numbers by the C code of decimal
        found = importlib.import_module("._speedups", __package__)
    except ImportError:
        return None
    return found if found.INTERFACE == INTERFACE else None


speedups: typing.Any = _loaded()
"""The extension, or None."""


def is_compiled() -> bool:
    """Return whether the extension in C does the work; the results are the same without it."""
    return speedups is not None
