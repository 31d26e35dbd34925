"""The kinds of files that a score is exported as, and the names that files of each kind have."""

from __future__ import annotations

import re
from pathlib import PurePath

import click

from ._text import visible

__all__ = ["DEFAULT", "FORMATS", "SUFFIXES", "TASK_FORMATS", "format_named"]

SUFFIXES = {
    "mp3": (".mp3",),
    "wav": (".wav",),
    "xml": (".musicxml", ".xml"),
    "mxl": (".mxl",),
    "midi": (".mid", ".midi"),
    "json": (".json",),
    "thumbnail.png": (".png",),
}
"""What the names of files end in, by format; the first is that of files that are named after a score."""

FORMATS = tuple(SUFFIXES)

TASK_FORMATS = frozenset({"mp3", "wav"})
"""The formats that the API makes in the background."""

DEFAULT = "mp3"


def format_named(output: str, wanted: str | None) -> str:
    """Return the format of the file *output*: the one that is *wanted*, or that its name asks for, or `DEFAULT`.

    Raises click.UsageError for a name that ends like those of another format, or of none that there is.
    """
    suffix = PurePath(output).suffix.lower()
    named = next((name for name, suffixes in SUFFIXES.items() if suffix in suffixes), None)
    if wanted is not None and named not in (None, wanted):
        raise click.UsageError(
            f"{visible(output)} is a name for the format {named}, and --format {wanted} asks for another: "
            "leave out --format, or change the name."
        )
    if wanted is None and named is None and re.fullmatch(r"\.\w{1,8}", suffix):
        known = ", ".join(suffix for suffixes in SUFFIXES.values() for suffix in suffixes)
        raise click.UsageError(
            f"{visible(output)}: scores are not exported as {visible(suffix)}, but as {known}. "
            "For a file with another name, --format says which of these it is."
        )
    return wanted or named or DEFAULT
