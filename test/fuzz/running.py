"""One fuzzer, round after round, until its time is over or something is found.

A round is a run of hypothesis with a seed of its own, so a finding comes shrunk, and is found again by its seed.
"""

from __future__ import annotations

import contextlib
import dataclasses
import faulthandler
import importlib
import signal
import time
import traceback
import typing

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

NAMES = ("values", "texts", "headers", "answers", "requests", "uploads", "documents", "compiled")
"""The fuzzers, each a module here."""

CASES_OF_A_ROUND = 100
SECONDS_OF_A_CASE = 20.0
"""A case that takes longer is a finding: time is bounded by work, and no case is large."""


@dataclasses.dataclass(frozen=True)
class Fuzzer:
    """A law: *check* is called with what *inputs* invents, and raises where the law is broken.

    *around* is entered once, around all rounds; what it yields is the first argument of *check*.
    """

    inputs: st.SearchStrategy[typing.Any]
    check: typing.Callable[[typing.Any, typing.Any], object]
    around: typing.Callable[[], contextlib.AbstractContextManager[typing.Any]] = contextlib.nullcontext


@dataclasses.dataclass(frozen=True)
class Result:
    """What came of a fuzzer: how many *cases* were tried in how many *seconds*, and the *finding*, empty for none."""

    name: str
    cases: int
    seconds: float
    finding: str = ""
    seed: int = 0


class TooSlow(Exception):
    """A case took too long."""


def fuzzer_called(name: str) -> Fuzzer:
    """Return the fuzzer of the module *name*."""
    found: Fuzzer = importlib.import_module(f"{__package__}.{name}").FUZZER
    return found


def run(name: str, seconds: float, first_seed: int) -> Result:
    """Run the fuzzer called *name* for *seconds*, and for one round at least."""
    fuzzer = fuzzer_called(name)
    started, cases, number = time.monotonic(), 0, first_seed

    def count(case: typing.Any) -> None:
        nonlocal cases
        cases += 1
        with _limited(SECONDS_OF_A_CASE):
            fuzzer.check(context, case)

    try:
        with fuzzer.around() as context:
            while True:
                _round(fuzzer.inputs, count, number)
                if time.monotonic() - started >= seconds:
                    return Result(name, cases, time.monotonic() - started)
                number += 1
    except Exception as error:
        finding = "".join(traceback.format_exception(error, limit=-4))
        return Result(name, cases, time.monotonic() - started, finding, number)


def _round(inputs: st.SearchStrategy[typing.Any], check: typing.Callable[[typing.Any], None], number: int) -> None:
    def law(case: typing.Any) -> None:
        check(case)

    tried = settings(
        max_examples=CASES_OF_A_ROUND,
        deadline=None,
        database=None,
        derandomize=False,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    seed(number)(tried(given(inputs)(law)))()


@contextlib.contextmanager
def _limited(seconds: float) -> typing.Iterator[None]:
    """Raise `TooSlow` after *seconds*; what no signal can interrupt ends the process, with a traceback."""

    def end(number: int, frame: object) -> typing.NoReturn:
        raise TooSlow(f"a case took more than {seconds:g} seconds")

    earlier = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    faulthandler.dump_traceback_later(3 * seconds, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)
