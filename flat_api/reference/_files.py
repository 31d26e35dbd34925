"""Printed files: what should be there, what is there, and how the one becomes the other."""

from __future__ import annotations

import os
import tempfile
import typing
from collections.abc import Iterator, Mapping
from pathlib import Path

from ._models import all_models
from ._pages import FOOTER, model_page
from ._readme import with_model_list
from ._stubs import resources_stub

DESCENT = Path("..", "..", "README.md")
"""Where the footer of a page looks for ``README.md``, seen from the directory of the page."""

STUB = Path("..", "..", "flat_api", "_resources.pyi")
"""The stub, seen from the directory of the pages; it is printed where the package is there."""


class Difference(typing.NamedTuple):
    """A file that is not as the declarations want it. *wanted* is its text, or None for a page of no model."""

    path: Path
    what: str
    wanted: str | None


def differences(directory: Path) -> Iterator[Difference]:
    """What has to change so that *directory* holds the pages of all models, README.md above it lists them, and the
    stub of the package beside it is current.
    """
    models = all_models()
    wanted = {directory / f"{cls.__name__}.md": model_page(cls) for cls in models}
    readme = _readme_of(directory)
    if readme is not None:
        text = readme.read_text("utf-8")
        folder = Path(os.path.relpath(directory, readme.parent)).as_posix()
        wanted[readme] = with_model_list(text, {cls.__name__: f"{folder}/{cls.__name__}.md" for cls in models})
    stub = Path(os.path.normpath(directory.absolute() / STUB))
    if stub.parent.is_dir():
        wanted[stub] = resources_stub()
    yield from _unlike(wanted)
    yield from (Difference(path, "stale", None) for path in _printed_pages(directory) if path not in wanted)


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


def _printed_pages(directory: Path) -> Iterator[Path]:
    """The files in *directory* that were printed by this package, told by their footer; others are let alone."""
    return (path for path in sorted(directory.glob("*.md")) if path.read_bytes().endswith(f"{FOOTER}\n\n".encode()))


def _readme_of(directory: Path) -> Path | None:
    found = Path(os.path.normpath(directory.absolute() / DESCENT))
    return found if found.is_file() else None


def _umask() -> int:
    """The bits that new files don't get; there is no way to read them but to set them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
