"""The pet shop as a package to import, with its runtime replaced in each of the three ways."""

from __future__ import annotations

import importlib
import pathlib
import shutil
import sys
from types import ModuleType
from typing import Any

import pytest

import flat_api.configuration
import flat_api.exceptions
import flat_api.schemas

from .keywords import KEYWORDS
from .models import MODELS
from .printer import write_models

HERE = pathlib.Path(__file__).parent
RUNTIME = ("schemas", "exceptions", "configuration")

collect_ignore = ["petshop"]


def frozen(value):
    """*value* with tuples for lists, which is what arrays compare with."""
    if isinstance(value, dict):
        return {key: frozen(item) for key, item in value.items()}
    return tuple(map(frozen, value)) if isinstance(value, list) else value


class Shop:
    """The modules of a package; a model or a schema class is an attribute of its own."""

    def __init__(self, package: str) -> None:
        for name in ("api_client", "models", *RUNTIME):
            setattr(self, name, importlib.import_module(f"{package}.{name}"))
        self.package = package

    def __getattr__(self, name: str) -> Any:
        return getattr(self.models if name in MODELS or name in KEYWORDS else self.schemas, name)


def aliased(package: str, directory: pathlib.Path) -> None:
    """The modules of the runtime are entered in `sys.modules` under the names of those they replace."""
    modules: tuple[ModuleType, ...] = (flat_api.schemas, flat_api.exceptions, flat_api.configuration)
    sys.modules.update({f"{package}.{name}": module for name, module in zip(RUNTIME, modules)})


def starred(package: str, directory: pathlib.Path) -> None:
    """The modules of the package are one line each."""
    for name in RUNTIME:
        (directory / f"{name}.py").write_text(f"from flat_api.{name} import *\n")


def copied(package: str, directory: pathlib.Path) -> None:
    """The files of the runtime are put into the package."""
    source = pathlib.Path(flat_api.schemas.__file__).parent
    shutil.copytree(source, directory / "schemas", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("exceptions", "configuration"):
        shutil.copy(source.parent / f"{name}.py", directory)


@pytest.fixture(scope="session", params=[aliased, starred, copied], ids=lambda way: way.__name__)
def shop(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The pet shop, printed and imported; its package is named after the way its runtime was replaced."""
    package = f"petshop_{request.param.__name__}"
    root = tmp_path_factory.mktemp(package)
    write_models(root / package, package, MODELS | KEYWORDS)
    for file in (HERE / "petshop").glob("*.py"):
        (root / package / file.name).write_text(file.read_text().replace("petshop", package))
    request.param(package, root / package)
    sys.path.insert(0, str(root))
    try:
        return Shop(package)
    finally:
        sys.path.remove(str(root))
