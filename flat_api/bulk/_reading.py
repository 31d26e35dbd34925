"""Read NDJSON files of any size as instances, in memory that stays the same."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from ..schemas import Reading, Schema
from ._errors import STDIN, RejectedLineError, UnwritableFileError, shown_name, unreadable
from ._files import Source, check_readable
from ._lines import DEFAULT_LINE_LIMIT, Chunk, chunks
from ._rejects import RejectsFile, overwritten_input
from ._validation import RejectedLine, Rules, parsed_lines

__all__ = ["Path", "Paths", "files_of", "instances_in", "raise_rejected", "read_ndjson", "rejects_written_to"]

S = TypeVar("S", bound=Schema)
Path = str | os.PathLike[str]
Paths = Path | Iterable[Path]
Reject = Callable[[RejectedLine], object]


def read_ndjson(
    paths: Paths,
    model: type[S],
    *,
    rejects: Path | Reject | None = None,
    lenient: bool = False,
    line_limit: int = DEFAULT_LINE_LIMIT,
) -> Iterator[S]:
    """Return an iterator over the lines of NDJSON files as instances of *model*, in constant memory.

    *paths* is a file, a pattern such as ``exports/*.ndjson.gz``, or several of them; ``-`` is standard input. Files may
    be compressed with gzip, or with zstd where the extra ``bulk`` is installed, which is told by their content. Blank
    lines are skipped.

    Lines that *model* does not accept go to *rejects*: a file, with one JSON object for each such line, or a function
    that is called with a `RejectedLine`. Without it, the first of them raises `RejectedLineError`. With *lenient*, a
    line is accepted where it can be read at all, and what does not fit stays as it came. A line of more than
    *line_limit* bytes is rejected unread. Raises `UnreadableFileError` for a file that can't be opened, at once, and
    for one that can't be read to its end, after the lines before that place.
    """
    files = files_of(paths)
    rules = Rules(model, line_limit, lenient)
    if rejects is not None and not callable(rejects):
        _forbid_overwriting(os.fspath(rejects), files)
    return cast("Iterator[S]", _instances(files, rules, rejects))


def files_of(paths: Paths) -> list[str]:
    """Return the names of the files that *paths* stand for. Raises `UnreadableFileError` unless all can be opened."""
    given = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    files = [file for path in given for file in _matching(os.fspath(path))]
    for file in files:
        check_readable(file)
    return files


def _matching(path: str) -> list[str]:
    if path == STDIN or not glob.has_magic(path) or os.path.exists(path):
        return [path]
    found = sorted(glob.glob(path, recursive=True))
    if not found:
        raise unreadable(path, "no file has such a name")
    return found


def _forbid_overwriting(rejects: str, files: Iterable[str]) -> None:
    if (overwritten := overwritten_input(rejects, files)) is not None:
        raise UnwritableFileError(f"the rejects would overwrite what they come from: {shown_name(overwritten)}")


def _instances(files: Iterable[str], rules: Rules, rejects: Path | Reject | None) -> Iterator[Schema]:
    with _rejecting(rejects) as reject:
        for file in files:
            with Source(file) as source:
                yield from instances_in(chunks(source, rules.line_limit), rules, reject)


def instances_in(lines: Iterable[Chunk], rules: Rules, reject: Reject) -> Iterator[Schema]:
    """Yield the instances in *lines*; each line that is not one is handed to *reject*."""
    for chunk in lines:
        for line in parsed_lines(rules, chunk):
            if isinstance(line, RejectedLine):
                reject(line)
            else:
                yield line.value if isinstance(line, Reading) else line


@contextmanager
def _rejecting(rejects: Path | Reject | None) -> Generator[Reject, None, None]:
    if rejects is None:
        yield raise_rejected
    elif callable(rejects):
        yield rejects
    else:
        with rejects_written_to(os.fspath(rejects)) as reject:
            yield reject


@contextmanager
def rejects_written_to(name: str) -> Generator[Reject, None, None]:
    """Open the rejects file *name*, and give the function that writes a line to it."""
    with RejectsFile(name) as file:
        yield lambda line: file.write([line])


def raise_rejected(line: RejectedLine) -> Any:
    """Raise the error for *line*."""
    raise RejectedLineError(line.file, line.line, line.problems)
