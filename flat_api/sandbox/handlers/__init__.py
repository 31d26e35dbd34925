"""What the operations do, in one module for each kind of thing; importing them fills the table of handlers."""

import importlib
import pkgutil

from .._context import HANDLERS

__all__ = ["HANDLERS"]

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
