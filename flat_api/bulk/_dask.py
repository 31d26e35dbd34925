"""NDJSON files as a bag or a dataframe of Dask: each partition is read where it is needed, by the caller's scheduler.

A partition is a range of bytes of a plain file, or a compressed file as a whole. Workers open the files themselves,
under the names that they have here.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from ..exceptions import ApiValueError
from ..schemas import Schema
from ._errors import STDIN
from ._files import Source
from ._lines import DEFAULT_LINE_LIMIT, chunks
from ._ranges import ByteRange, RangeSource, count_line_ends, ranges_of
from ._reading import Paths, Reject, files_of, instances_in, raise_rejected, rejects_written_to
from ._validation import Rules

__all__ = ["read_ndjson_bag", "read_ndjson_dataframe"]

BLOCKSIZE = 32 << 20
"""Bytes of a partition: some seconds of work."""


class _Partition(NamedTuple):
    """Partition *number* holds *part* of a file that was *changed* then, whose first partition is number *first*."""

    number: int
    first: int
    part: ByteRange
    changed: int


class _Reader(NamedTuple):
    """How the lines of a partition are read: by which *rules*, and to which folder *rejects* go."""

    rules: Rules
    rejects: str | None

    def read(self, partition: _Partition, line_ends: list[int]) -> Iterator[Any]:
        """Yield the instances of *partition*; *line_ends* has the number of lines that end in each partition."""
        file = partition.part.file
        limit = self.rules.line_limit
        with _rejecting(self.rejects, partition.number) as reject:
            if partition.part.end is None:
                with Source(file) as source:
                    yield from instances_in(chunks(source, limit), self.rules, reject)
            else:
                before = sum(line_ends[partition.first : partition.number])
                lines = RangeSource(partition.part, before)
                yield from instances_in(chunks(lines, limit, lines.first_line), self.rules, reject)


def read_ndjson_bag(
    paths: Paths,
    model: type[Schema],
    *,
    blocksize: int = BLOCKSIZE,
    rejects: str | os.PathLike[str] | None = None,
    lenient: bool = False,
    line_limit: int = DEFAULT_LINE_LIMIT,
) -> Any:
    """Return the lines of NDJSON files as a `dask.bag.Bag` of instances of *model*.

    Plain files are cut into partitions of *blocksize* bytes, so that one large file keeps all workers busy; compressed
    files are a partition each. *rejects* is a folder that all workers see: each partition leaves a file there with the
    lines that *model* does not accept, whole or not at all, empty where there are none; what an earlier run left there
    is removed. The other arguments, and errors, are those of `read_ndjson`; the files can't be standard input.
    """
    bags = _required("dask.bag")
    reader = _Reader(Rules(model, line_limit, lenient), _emptied(rejects))
    partitions = _partitions(paths, blocksize)
    bag = bags.from_sequence(partitions, partition_size=1)
    return bag.map(reader.read, _line_ends(partitions)).flatten()  # lazily, in the task that uses the partition


def read_ndjson_dataframe(
    paths: Paths,
    model: type[Schema],
    *,
    blocksize: int = BLOCKSIZE,
    rejects: str | os.PathLike[str] | None = None,
    lenient: bool = False,
    line_limit: int = DEFAULT_LINE_LIMIT,
    numbers: Any = None,
    undeclared: str | None = None,
) -> Any:
    """Return the lines of NDJSON files as a `dask.dataframe.DataFrame`, with the columns of `arrow_schema`.

    The columns have the types of Arrow. *numbers* and *undeclared* are those of `to_batches`, the other arguments those
    of `read_ndjson_bag`.
    """
    dask, frames = _required("dask"), _required("dask.dataframe")
    reader = _Reader(Rules(model, line_limit, lenient), _emptied(rejects))
    partitions = _partitions(paths, blocksize)
    line_ends = _line_ends(partitions)
    frame = dask.delayed(_frame)
    parts = [frame(partition, line_ends, reader, numbers, undeclared) for partition in partitions]
    return frames.from_delayed(parts, meta=_as_frame([], model, numbers, undeclared), verify_meta=False)


def _required(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as error:  # dask.dataframe raises one of its own where pandas is missing
        raise ModuleNotFoundError("bags and dataframes need dask: install the extra 'dask'", name="dask") from error


def _partitions(paths: Paths, blocksize: int) -> list[_Partition]:
    files = files_of(paths)
    if not files or STDIN in files:
        raise ApiValueError(
            "expected files that workers can open, got standard input" if files else "there are no files"
        )
    found: list[_Partition] = []
    for file in map(os.path.abspath, files):
        first, changed = len(found), os.stat(file).st_mtime_ns
        found += [_Partition(first + n, first, part, changed) for n, part in enumerate(ranges_of(file, blocksize))]
    return found


def _line_ends(partitions: list[_Partition]) -> Any:
    """Return the task that counts the lines of each partition, without which nobody knows the numbers of lines."""
    delayed = _required("dask").delayed
    return delayed([delayed(count_line_ends)(partition.part) for partition in partitions])


def _frame(partition: _Partition, line_ends: list[int], reader: _Reader, numbers: Any, undeclared: str | None) -> Any:
    return _as_frame(reader.read(partition, line_ends), reader.rules.model, numbers, undeclared)


def _as_frame(instances: Iterable[Schema], model: type[Schema], numbers: Any, undeclared: str | None) -> Any:
    from ._arrow import to_table

    pandas = _required("pandas")
    table = to_table(instances, model, numbers=numbers, undeclared=undeclared)
    return table.to_pandas(types_mapper=pandas.ArrowDtype)


def _emptied(rejects: str | os.PathLike[str] | None) -> str | None:
    """Make the folder *rejects*, without the files of an earlier run, and return its whole name."""
    if rejects is None:
        return None
    folder = Path(rejects).absolute()
    folder.mkdir(exist_ok=True)
    for file in (*folder.glob("part-*.ndjson"), *folder.glob(".part-*")):  # the latter are of workers that were killed
        file.unlink()
    return str(folder)


@contextmanager
def _rejecting(folder: str | None, number: int) -> Generator[Reject, None, None]:
    """Give the function that keeps rejected lines of partition *number*, of which another worker may have a copy."""
    if folder is None:
        yield raise_rejected
        return
    name = f"part-{number:05}.ndjson"
    temporary = os.path.join(folder, f".{name}.{uuid4().hex}")
    try:
        with rejects_written_to(temporary) as reject:
            yield reject
        os.replace(temporary, os.path.join(folder, name))
    finally:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
