"""The source of ``models/__init__.py``, the contents page of a package of models."""

from __future__ import annotations

from . import _text
from ._plan import Plan

_HEAD = '''\
"""All models, loaded when they are first used: ``from {package}.models import {example}``."""

import importlib
import typing

if typing.TYPE_CHECKING:
'''

_FOOT = '''
_MODULES = {{
{entries}
}}

__all__ = list(_MODULES)  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> typing.Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
    model = globals()[name] = getattr(importlib.import_module(f"..model.{{module}}", __name__), name)
    return model


def __dir__() -> list[str]:
    return sorted({{*globals(), *_MODULES}})
'''

_EMPTY = '''\
"""No models: the document has no component schemas."""

__all__: list[str] = []
'''


def contents_source(plan: Plan, package: str) -> str:
    """A module that imports each model of *plan* when it is first asked for; type checkers see all of them."""
    modules = {plan.classes[component]: plan.module(component) for component in plan.components}
    ordered = sorted(modules.items(), key=lambda entry: entry[1])
    imports = [line for name, module in ordered for line in _import(name, module)]
    entries = [f"{_text.INDENT}{_text.quoted(name)}: {_text.quoted(module)}," for name, module in ordered]
    if not modules:
        return _EMPTY
    head = _HEAD.format(package=package, example=min(modules, key=len))
    return head + "\n".join(imports) + "\n" + _FOOT.format(entries="\n".join(entries))


def _import(name: str, module: str) -> list[str]:
    """The lines that export *name* again."""
    exported = _text.Call("(", (_text.Part(f"{name} as {name}"),))
    start = f"from ..model.{module} import "
    line = f"{_text.INDENT}{start}{name} as {name}"
    return [line] if len(line) <= _text.WIDTH else _text.laid_out(start, exported, "", _text.INDENT)
