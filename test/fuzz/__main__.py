"""The command ``python -m test.fuzz``."""

from __future__ import annotations

import argparse
import concurrent.futures
import multiprocessing
import os
import random
import sys
import typing

from .running import NAMES, Result, run

_EPILOG = """\
exit codes:
  0  every law held
  1  something was found: what, and how to find it again, is printed
  2  the command line can't be used
"""


def main(arguments: typing.Sequence[str] | None = None) -> int:
    """Run the fuzzers for as long as *arguments* say; returns the exit code."""
    options = _parser().parse_args(arguments)
    names = options.only or list(NAMES)
    first_seed = random.SystemRandom().randrange(10**9) if options.seed is None else options.seed
    jobs = min(options.jobs, len(names))
    each = options.seconds * jobs / len(names)
    print(f"{len(names)} fuzzers, {each:.0f} s each, {jobs} at a time, seeds from {first_seed}", flush=True)
    results: list[Result] = []
    # A fuzzer may fork and signal, and may hang: each has a process of its own.
    spawning = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(jobs, spawning, max_tasks_per_child=1) as pool:
        waiting = {pool.submit(run, name, each, first_seed): name for name in names}
        for future in concurrent.futures.as_completed(waiting):
            results.append(_result(future, waiting[future], first_seed))
            _tell(results[-1])
    print(f"{sum(result.cases for result in results):,} cases, {sum(bool(r.finding) for r in results)} findings")
    return 1 if any(result.finding for result in results) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m test.fuzz",
        description="Try the laws of the package with invented input.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--seconds", type=float, default=60.0, help="how long in all (default: 60)")
    parser.add_argument("--seed", type=int, help="where the seeds begin (default: anywhere)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one a core)")
    parser.add_argument("--only", action="append", choices=NAMES, help="this fuzzer; may be given several times")
    return parser


def _result(future: concurrent.futures.Future[Result], name: str, first_seed: int) -> Result:
    try:
        return future.result()
    except concurrent.futures.process.BrokenProcessPool as error:  # the process ended: a hang, or a crash
        return Result(name, 0, 0.0, f"the process ended: {error}", first_seed)


def _tell(result: Result) -> None:
    print(f"{result.name:10} {result.cases:9,} cases {result.seconds:6.0f} s  {'FOUND' if result.finding else 'ok'}")
    if result.finding:
        print(result.finding)
        print(f"again: python -m test.fuzz --only {result.name} --seconds 0 --seed {result.seed}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
