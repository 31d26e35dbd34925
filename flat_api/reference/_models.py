"""All models of the package."""

from __future__ import annotations

from .. import models as models_package
from ..schemas import Schema


def all_models() -> list[type[Schema]]:
    """Every class of `flat_api.models`, by name. Imports all of them."""
    found = (getattr(models_package, name) for name in sorted(dir(models_package)))
    return [cls for cls in found if isinstance(cls, type) and issubclass(cls, Schema)]
