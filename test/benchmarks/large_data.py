"""Time what docs/large-data.md gives figures for: `python -m test.benchmarks.large_data --lines 100000`."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import tempfile
import time
from pathlib import Path

from flat_api.bulk import arrow_schema, read_ndjson, read_ndjson_dataframe, to_batches
from flat_api.cli import main as flat_api
from flat_api.models import Task

ROW = "| {:<58} | {:>8} | {:>10,} |"


def write_tasks(path: Path, lines: int) -> None:
    """Write *lines* tasks, each with a progress, three dates and a result."""
    task = {
        "type": "audio-export", "state": "done", "format": "wav", "score": "56ae21579a127715a02901a6",
        "progress": {"percent": 100, "text": "done"}, "creationDate": "2023-06-05T10:20:30Z",
        "modificationDate": "2023-06-05T10:21:05Z", "doneDate": "2023-06-05T10:21:05Z",
        "result": {"url": "https://example.org/files/1"},
    }  # fmt: skip
    with open(path, "w") as file:
        for number in range(lines):
            print(json.dumps({"id": f"{number:024}", **task}), file=file)


def checked(*arguments: str) -> None:
    """Run ``flat-api check`` with *arguments*; it must accept every line."""
    with contextlib.redirect_stdout(io.StringIO()):
        if (code := flat_api(["check", "-q", *arguments])) != 0:
            raise SystemExit(f"check failed with exit code {code}")


def write_parquet(path: str) -> None:
    """Write the tasks in *path* to a Parquet file beside it, in this process."""
    import pyarrow.parquet

    with pyarrow.parquet.ParquetWriter(f"{path}.parquet", arrow_schema(Task)) as writer:
        for batch in to_batches(read_ndjson(path, Task), Task):
            writer.write_batch(batch)


def measure(what: str, lines: int, work) -> None:
    """Print how long *work* takes."""
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    print(ROW.format(what, f"{seconds:.1f} s", round(lines / seconds)), flush=True)


def main() -> None:
    """Print a table of all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2, 4], help="none: Parquet in this process alone")
    options = parser.parse_args()
    lines = options.lines
    from distributed import Client, LocalCluster

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "tasks.ndjson")
        write_tasks(file, lines)
        print(f"{lines:,} lines, {file.stat().st_size >> 20} MiB, {os.cpu_count()} cores\n")
        print("| | seconds | lines/s |\n| --- | ---: | ---: |")
        for jobs in options.workers:
            measure(f"`check --jobs {jobs}`", lines, lambda jobs=jobs: checked(str(file), "--jobs", str(jobs)))
        measure("Parquet, `read_ndjson` and `to_batches`", lines, lambda: write_parquet(str(file)))
        for workers in options.workers:
            with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=":0") as cluster:
                address = cluster.scheduler_address
                name = f"`check --scheduler`, {workers} workers"
                measure(name, lines, lambda address=address: checked(str(file), "--scheduler", address))
                with Client(cluster):
                    frame = read_ndjson_dataframe(file, Task, blocksize=8 << 20)
                    target = f"{folder}/parquet{workers}"
                    name = f"Parquet, `read_ndjson_dataframe`, {workers} workers"
                    measure(name, lines, lambda frame=frame, target=target: frame.to_parquet(target))


if __name__ == "__main__":
    main()
