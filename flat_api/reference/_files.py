"""Printed files: what should be there, what is there, and how the one becomes the other."""

from __future__ import annotations

import os
import tempfile
import typing
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..operations._catalogue import services
from ._api_pages import API_FOOTER, api_page
from ._body_types import bodies_module
from ._lists import models_page, operations_page
from ._model_stubs import STUB_HEAD, model_stub
from ._models import all_models
from ._pages import FOOTER, model_page
from ._stubs import resources_stubs

TAGS = Path("apis", "tags")
"""Where the pages of operations are, seen from the directory above those of models."""

PACKAGE = Path("..", "..", "flat_api")
"""The package, seen from the directory of the pages: what type checkers read is printed where it is there."""


class Difference(typing.NamedTuple):
    """A file that is not as the declarations want it. *wanted* is its text, or None for a page of no model."""

    path: Path
    what: str
    wanted: str | None


def differences(directory: Path) -> Iterator[Difference]:
    """Yield what has to change so that *directory* holds the pages of all models, and the directory above it
    ``apis/tags`` with those of all operations and a list of each; what type checkers read in the package is current.
    """
    models, classes, tags = all_models(), services("flat_api"), directory.parent / TAGS
    wanted = {directory / f"{cls.__name__}.md": model_page(cls) for cls in models}
    folder = Path(os.path.relpath(directory, tags)).as_posix()
    wanted |= {tags / f"{cls.__name__}.md": api_page(cls, folder) for cls in classes}
    wanted[directory.parent / "operations.md"] = operations_page(classes, TAGS.as_posix())
    wanted[directory.parent / "models.md"] = models_page((cls.__name__ for cls in models), directory.absolute().name)
    package = Path(os.path.normpath(directory.absolute() / PACKAGE))
    wanted |= _typed(package) if package.is_dir() else {}
    yield from _unlike(wanted)
    stubs = (path for path in sorted(package.glob("model/*.pyi")) if path.read_text("utf-8").startswith(STUB_HEAD))
    printed = (*_printed_pages(directory, FOOTER), *_printed_pages(tags, API_FOOTER), *stubs)
    yield from (Difference(path, "stale", None) for path in printed if path not in wanted)


def _typed(package: Path) -> dict[Path, str]:
    """Return what type checkers read in the directory *package*."""
    modules = {cls.__module__ for cls in all_models()}
    stubs = {package / "model" / f"{module.rpartition('.')[2]}.pyi": model_stub(module) for module in sorted(modules)}
    for module, text in resources_stubs().items():
        stubs[package.parent.joinpath(*module.split(".")).with_suffix(".pyi")] = text
    return {package / "bodies.py": bodies_module(), **stubs}


def apply(difference: Difference) -> None:
    """Write the file, or take the page away."""
    if difference.wanted is None:
        difference.path.unlink()
    else:
        write(difference.path, difference.wanted)


def write(path: Path, text: str) -> None:
    """Make *text* the content of *path*, in UTF-8, all at once: a reader sees the old file or the new one.

    Directories are made as needed; the permissions of a file that is there stay. Raises `OSError`.
    """
    path = path.resolve()  # a link stays a link
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(name, path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _unlike(wanted: Mapping[Path, str]) -> Iterator[Difference]:
    for path, text in wanted.items():
        if not path.exists():
            yield Difference(path, "missing", text)
        elif path.read_bytes() != text.encode():
            yield Difference(path, "out of date", text)


def _printed_pages(directory: Path, footer: str) -> Iterator[Path]:
    """The files in *directory* that were printed by this package, told by their *footer*; others are let alone."""
    return (path for path in sorted(directory.glob("*.md")) if path.read_bytes().endswith(f"{footer}\n\n".encode()))


def _umask() -> int:
    """The bits that new files don't get; there is no way to read them but to set them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
