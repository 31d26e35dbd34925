"""The operations of each tag in the plain form, to be awaited: `AsyncTaskCalls` has those of `TaskApi`.

The classes are made when they are asked for. What editors and type checkers know of them is in `_resources.pyi`, which
``python -m flat_api.reference`` prints from the declarations.
"""

from __future__ import annotations

from .._resources import AWAITED, Calls, calls_called
from ._calls import AsyncOperation


def __getattr__(name: str) -> type[Calls]:
    found = globals()[name] = calls_called(name, AWAITED, AsyncOperation)
    return found
