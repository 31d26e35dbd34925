"""The measurements as a table: on the terminal, in Markdown, in JSON."""

import json
import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from rich import box
from rich.console import Console
from rich.table import Table

from flat_api.schemas import is_compiled

from .curves import STRAIGHT, Growth
from .rows import OTHERS, OURS, RIVAL, Result
from .timing import Spread

MODELS = Path(__file__).parents[2] / "flat_api" / "model"

LIBRARIES = ("frozendict", "pydantic", "pydantic-core", "msgspec", "cattrs", "attrs")

ORIGIN = "Printed by `python -m test.benchmarks --markdown docs/benchmarks.md`."
WIDTH = 150  # what the tables need; a file or a pipe has no width of its own

METHOD = f"""\
Ratios are ours / theirs: below 1 we are faster. All rows are timed in one interleaved run of one process:
contenders take turns in bursts of a few milliseconds while the garbage collector rests. A ratio is computed
within each round; the table shows the median of these ratios and, in brackets, their 10th and 90th
percentile. The first column is our own median. A ceiling is for the ratio to {RIVAL}; a row above it is
marked **over**. `-` means that the library has no like operation.

* The Task is full: eleven properties, two nested objects, three dates, one list. All contenders are frozen.
* The ScoreDetails are full too, an owner, a user and a group with all their properties among them. pydantic
  checks the same patterns, enums, dates and integers. Each text in the hundred is an object of its own.
* pydantic's models allow undeclared keys and keep them, as ours do; msgspec and cattrs drop them.
* The others make `datetime` objects of dates; ours are checked and stay text until `as_datetime` is read.
* pydantic and cattrs write a Decimal as a JSON string, ours and msgspec as a number.
* msgspec and attrs do not check keywords, and msgspec stops at the first problem: no like operation there.
* cattrs does not check the type of strings; its converter is the default one, which can tell all problems.
* A row about one Task reads the same one again and again, so pydantic finds JSON strings in its cache.
* Memory is what `tracemalloc` sees allocated per Task, all alive and each read from a JSON text of its own.
* Import times are medians over fresh interpreters; the others import their library alone, no model.
* First values too: one of every model, when all models are imported and a Task has been built.
* *compiled* is with the extension in C, *pure* without it: a process of its own, in the same way, right after.
* Before any timing, the run makes sure that good values never reach the plain walk, and that bad ones do."""

LINEAR = f"""\
Microseconds per item, key or level; the lowest of several rounds in which the sizes take turns. *Power*
says how the cost grows from the cheapest size to the largest: 1 is a straight line, 2 a quadratic cost, and
more than {STRAIGHT:g} is marked. What lies a little above 1 is the machine: its caches do not hold a
hundred thousand keys (pydantic's show it as well), and CPython's stack grows by another piece at about a
hundred levels."""


WIRE = """\
The servers are processes of their own on this machine. A call is ``TaskApi(client).get_task(...)``, which makes a
Task of the answer; it is held against a bare request of urllib3 and `json.loads` of what it brings, and against
the plain form of `flat_api.Flat`; awaited, against `httpx.AsyncClient`. Tasks that are polled at once are all done
after two seconds, and are asked for every half second; the longest block of the loop is what a coroutine that sleeps
a millisecond at a time had to wait beside them. The growth of memory is that of the largest resident set of a fresh
process, while it streams to a file. The sandbox is asked by eight threads of another process, and runs on one core."""


class Section(NamedTuple):
    """A table with its title and what has to be known to read it."""

    title: str
    table: Table
    text: str


@dataclass(frozen=True)
class Report:
    """Everything one run found out."""

    results: Sequence[Result]
    growths: Sequence[Growth]
    calls: Sequence[Result]

    @property
    def over(self) -> list[str]:
        """The names of the rows above their ceiling and of the lines that are not straight."""
        rows = [result.name for result in (*self.results, *self.calls) if result.over]
        return rows + [growth.name for growth in self.growths if growth.over]

    def show(self) -> None:
        """Print the tables on the terminal."""
        console = Console()
        console.width = max(console.width, WIDTH)
        for section in self._sections():
            console.print(section.table)

    def markdown(self, picture: str) -> str:
        """Return the page for docs/benchmarks.md; *picture* is the chart beside it."""
        facts = "\n".join(f"* {name}: {value}" for name, value in surroundings().items())
        parts = ["# Benchmarks", ORIGIN, facts, f"![Cost relative to {RIVAL}, by row; shorter is faster]({picture})"]
        for section in self._sections():
            parts += [f"## {section.title}", _as_markdown(section.table), section.text]
        return "\n\n".join(parts) + "\n"

    def json(self) -> str:
        """Return all numbers as a JSON text."""
        results = [asdict(result) | {"over": result.over} for result in (*self.results, *self.calls)]
        growths = [asdict(growth) | {"power": growth.power, "over": growth.over} for growth in self.growths]
        everything = {"surroundings": surroundings(), "rows": results, "curves": growths}
        return json.dumps(everything, indent=2) + "\n"

    def _sections(self) -> Iterator[Section]:
        if self.results:
            yield Section("Against other libraries", _comparison(self.results), METHOD)
        if self.growths:
            yield Section("Growing values", _growth(self.growths), LINEAR)
        if self.calls:
            yield Section("Over the wire", _over_the_wire(self.calls), WIRE)


def surroundings() -> dict[str, str]:
    """Return what the numbers depend on: date, machine, CPU, Python, models and library versions."""
    python = f"{platform.python_implementation()} {platform.python_version()} ({platform.python_compiler()})"
    return {
        "Date": f"{datetime.now(UTC):%Y-%m-%d}",
        "Machine": f"{platform.system()} {platform.release()}, {platform.machine()}, {os.cpu_count()} cores",
        "CPU": _cpu(),
        "Python": python,
        "Models": _models(),
        "Libraries": ", ".join(f"{name} {version(name)}" for name in LIBRARIES),
    }


def _models() -> str:
    modules = [module.read_text(encoding="utf-8") for module in MODELS.glob("[!_]*.py")]
    return f"{len(modules)}, in {sum(len(text.splitlines()) for text in modules):,} lines"


def _cpu() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text().splitlines() if facts.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or "unknown"


def _comparison(results: Sequence[Result]) -> Table:
    table = Table(box=box.SIMPLE)
    kind = "compiled" if is_compiled() else "pure"
    for heading in ("", OURS, f"{kind} / {RIVAL}", "ceiling", f"pure / {RIVAL}", *(f"/ {name}" for name in OTHERS)):
        table.add_column(heading, justify="right" if heading else "left", no_wrap=True)
    for result in results:
        shown = {name: _ratio(result.ratios.get(name)) for name in (RIVAL, *OTHERS)}
        others = [shown[name] for name in OTHERS]
        ceiling = (result.ceiling_text or "-") + (" **over**" if result.over else "")
        pure = _ratio(result.pure) if is_compiled() else shown[RIVAL]
        cells = (result.name, _cost(result), shown[RIVAL], ceiling, pure, *others)
        table.add_row(*cells, style=_style(result.over))
    return table


def _over_the_wire(results: Sequence[Result]) -> Table:
    table = Table(box=box.SIMPLE)
    for heading in ("", OURS, "/ urllib3", "/ httpx", "/ Flat", "ceiling"):
        table.add_column(heading, justify="right" if heading else "left", no_wrap=True)
    for result in results:
        ceiling = result.ceiling_text + (" **over**" if result.over else "")
        ratios = [_ratio(result.ratios.get(name)) for name in ("urllib3", "httpx", "Flat")]
        table.add_row(result.name, _cost(result), *ratios, ceiling, style=_style(result.over))
    return table


def _growth(growths: Sequence[Growth]) -> Table:
    table = Table(box=box.SIMPLE)
    for heading in ("", "µs per", "size: cost of one", "power"):
        table.add_column(heading, no_wrap=True)
    for growth in growths:
        steps = "  ".join(f"{size:,}: {each:.3g}" for size, each in growth.each.items())
        power = f"{growth.power:.2f}" + (" **not straight**" if growth.over else "")
        cells = (growth.name, growth.unit, steps, power)
        table.add_row(*cells, style=_style(growth.over))
    return table


def _as_markdown(table: Table) -> str:
    table.box = box.MARKDOWN
    page = StringIO()
    Console(file=page, width=400, no_color=True).print(table)
    return "\n".join(line.rstrip() for line in page.getvalue().strip().splitlines())


def _cost(result: Result) -> str:
    digits = 0 if result.cost >= 1000 else 1 if result.cost >= 10 else 3
    return f"{result.cost:,.{digits}f} {result.unit}"


def _ratio(spread: Spread | None) -> str:
    if spread is None:
        return "-"
    if spread.low == spread.high:
        return f"{spread.median:.2f}"
    return f"{spread.median:.2f} ({spread.low:.2f}-{spread.high:.2f})"


def _style(over: bool) -> str:
    return "bold red" if over else ""
