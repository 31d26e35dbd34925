"""The options of `flat-api check`."""

from __future__ import annotations

import click

from ...bulk._files import check_readable
from ...bulk._lines import DEFAULT_LINE_LIMIT
from ...schemas import Schema
from .._exit import EPILOG, ExitCode
from .._options import lenient_option, model_option
from .._text import STDOUT, visible
from .._types import FILE, TEXT

__all__ = ["command"]

MOST_JOBS = 128


@click.command("check", epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@model_option
@click.option("--jobs", "-j", type=click.IntRange(1, MOST_JOBS), default=1, show_default=True, help="Worker processes.")
@click.option(
    "--scheduler",
    type=TEXT,
    metavar="ADDRESS",
    help="Work on the Dask cluster with this scheduler, such as tcp://10.0.0.1:8786, instead of in processes here.",
)
@click.option(
    "--rejects",
    type=FILE,
    metavar="FILE",
    help="Write every refused line to FILE, with its problems; - is standard output.",
)
@click.option(
    "--max-line-bytes",
    "line_limit",
    type=click.IntRange(min=1),
    metavar="N",
    default=DEFAULT_LINE_LIMIT,
    show_default=True,
    help="Refuse longer lines; what one line may cost in memory depends on it.",
)
@lenient_option
@click.option("--quiet", "-q", is_flag=True, help="Neither a progress bar nor the first refused lines.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as a JSON object.")
def command(
    files: tuple[str, ...],
    model: type[Schema],
    jobs: int,
    scheduler: str | None,
    rejects: str | None,
    line_limit: int,
    lenient: bool,
    quiet: bool,
    as_json: bool,
) -> ExitCode:
    """Check NDJSON files of any size, line by line.

    A FILE holds one JSON value per line and may be gzip or zstd; - is standard input. Memory stays the same
    however large the files are. The first refused lines are shown on standard error; --rejects keeps all of them,
    each as a JSON object with file, line, problems and text. Ctrl-C leaves that file whole and prints the
    summary so far.

    \b
    Examples:
      flat-api check tasks.ndjson
      flat-api check --jobs 4 --rejects rejects.ndjson exports/*.ndjson.gz
      flat-api check --scheduler tcp://10.0.0.1:8786 tasks.ndjson.zst --json
      flat-api check tasks.ndjson --rejects - | jq -r '.problems[].message' | sort | uniq -c
    """
    from ._running import CheckOptions, check

    for file in files:
        check_readable(file)
    if rejects is not None:
        _check_rejects(rejects, files)
    if scheduler is not None and jobs != 1:
        raise click.UsageError(
            "--jobs is for processes on this machine; with --scheduler it is the cluster that works."
        )
    return check(files, model, CheckOptions(jobs, scheduler, rejects, line_limit, quiet, as_json, lenient))


def _check_rejects(rejects: str, files: tuple[str, ...]) -> None:
    if rejects.endswith(".gz"):
        raise click.UsageError("The rejects file is plain NDJSON; give it a name without .gz.")
    from ...bulk._rejects import overwritten_input

    if (overwritten := overwritten_input(rejects, files)) is not None:
        where = "standard output" if rejects == STDOUT else visible(rejects)
        raise click.UsageError(
            f"The rejects would overwrite what they come from: {where} is the input {visible(overwritten)}."
        )
