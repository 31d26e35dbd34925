"""The built-in server: the whole API on this machine, for tests and for trying things out.

`Sandbox` runs it, in a thread. What it needs comes with the extra ``sandbox``; nothing of it is imported before it is
asked for.
"""

from __future__ import annotations

import importlib
import typing

if typing.TYPE_CHECKING:
    from ..samples import NoSampleError, sample
    from ._app import SandboxApp
    from ._database import StoreError
    from ._fault_grammar import GRAMMAR, Fault, FaultError
    from ._faults import Faults, schedule
    from ._request_log import Received
    from ._sandbox import Sandbox, serve

__all__ = [
    "GRAMMAR",
    "Fault",
    "FaultError",
    "Faults",
    "NoSampleError",
    "Received",
    "Sandbox",
    "SandboxApp",
    "StoreError",
    "sample",
    "schedule",
    "serve",
]

_HOMES = {
    "._app": ("SandboxApp",),
    "._faults": ("Faults", "schedule"),
    "._fault_grammar": ("GRAMMAR", "Fault", "FaultError"),
    "._request_log": ("Received",),
    "..samples": ("NoSampleError", "sample"),
    "._sandbox": ("Sandbox", "serve"),
    "._database": ("StoreError",),
}
LIBRARIES = {"h11": "h11", "oauthlib": "oauthlib", "werkzeug": "Werkzeug"}
"""The modules that the extra ``sandbox`` brings, each with the name of its project."""

_MODULES = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> typing.Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        module = importlib.import_module(_MODULES[name], __name__)
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in LIBRARIES:
            raise
        message = f"the sandbox needs {LIBRARIES[missing]}: pip install 'flat-api-frozen[sandbox]'"
        raise ModuleNotFoundError(message, name=error.name) from error
    return getattr(module, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
