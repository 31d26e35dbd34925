"""The command: choose rows and curves, measure them, show the table."""

import argparse
import re
import sys
from pathlib import Path

from . import INSTALL, MISSING


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m test.benchmarks", description="Compare four libraries.")
    add = parser.add_argument
    add("--quick", action="store_true", help="few short rounds and small sizes: a look, not a result")
    add("--only", type=_pattern, default="", metavar="REGEX", help="rows and curves whose name matches")
    add("--rows", action="store_true", help="the rows alone: no curves, no servers, no pure column")
    add("--json", type=Path, metavar="FILE", help="write all numbers there")
    add("--markdown", type=Path, metavar="FILE", help="write the page for the documentation there, and a chart")
    add("--strict", action="store_true", help="exit with 1 when a row is above its ceiling")
    return parser.parse_args()


def main() -> int:
    """Run the benchmarks; return the exit code."""
    options = arguments()
    if MISSING:
        sys.exit(INSTALL)
    from . import suite  # cannot be imported without the libraries
    from .chart import chart

    report = suite.run(options.only, suite.QUICK if options.quick else suite.FULL, options.rows)
    if not (report.results or report.growths or report.calls):
        sys.exit(f"no row and no curve has a name that matches {options.only.pattern!r}")
    report.show()
    if options.json:
        options.json.write_text(report.json(), encoding="utf-8")
    if options.markdown:
        picture = options.markdown.with_suffix(".svg")
        picture.write_text(chart(report.results), encoding="utf-8")
        options.markdown.write_text(report.markdown(picture.name), encoding="utf-8")
    return int(options.strict and bool(report.over))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


if __name__ == "__main__":
    sys.exit(main())
