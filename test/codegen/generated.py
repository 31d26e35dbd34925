"""Packages made from documents, imported and forgotten again."""

from __future__ import annotations

import contextlib
import importlib
import json
import sys
import typing
from pathlib import Path

from flat_api.codegen import Api, Difference, _names, differences
from flat_api.codegen._command import main

from ..recordings import facts

Json = typing.Any


def spec(version: str) -> Json:
    """The facts of the API in this *version*; the test is skipped where there are none."""
    return json.loads(facts(version))


def written(directory: Path, document: Json, name: str = "openapi.json") -> Path:
    """A file with *document* in it."""
    path = directory / name
    path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    return path


def generate(directory: Path, document: Json, package: str, *options: str) -> int:
    """Make *package* below *directory* from *document*; returns the exit code."""
    return main([str(written(directory, document)), "--package", package, "--out", str(directory), *options])


@contextlib.contextmanager
def imported(directory: Path, package: str) -> typing.Iterator[typing.Any]:
    """The module ``models`` of *package*, which is below *directory*."""
    top = package.partition(".")[0]
    written_before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    sys.path.insert(0, str(directory))
    importlib.invalidate_caches()
    try:
        yield importlib.import_module(f"{package}.models")
    finally:
        sys.dont_write_bytecode = written_before
        sys.path.remove(str(directory))
        for name in [name for name in sys.modules if name.partition(".")[0] == top]:
            del sys.modules[name]


def classes(models: typing.Any, document: Json) -> dict[str, typing.Any]:
    """The model class of each component of *document*."""
    names = _names.class_names(document["components"]["schemas"])
    return {component: getattr(models, name) for component, name in names.items()}


def files(root: Path) -> dict[str, bytes]:
    """What is in every file below *root*."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*.*")) if path.is_file()}


def operation_differences(document: Api, declared: Api) -> list[Difference]:
    """The differences between the operations of two sides."""
    return [entry for entry in differences(document, declared) if " /" in entry.schema]


def services(directory: Path, package: str) -> dict[str, typing.Any]:
    """The classes of operations of *package*, by tag; to be called while it is `imported`."""
    from flat_api.operations._catalogue import services, tag_of

    return {tag_of(cls): cls for cls in services(package)}
