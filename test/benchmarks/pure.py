"""The same rows without the extension in C, measured by a process of its own."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from flat_api.schemas import is_compiled

from .rows import RIVAL, Result
from .timing import Spread

ROOT = Path(__file__).parents[2]


def with_pure(results: Sequence[Result], only: re.Pattern[str], quick: bool) -> list[Result]:
    """Return *results*, where the extension made them, with the ratios that the Python code alone reaches."""
    if not results or not is_compiled():
        return list(results)
    found = _ratios(only, quick)
    return [replace(result, pure=found.get(result.name)) for result in results]


def _ratios(only: re.Pattern[str], quick: bool) -> dict[str, Spread]:
    with TemporaryDirectory() as place:
        numbers = Path(place) / "rows.json"
        options = ["--rows", "--only", only.pattern, "--json", str(numbers), *(["--quick"] if quick else [])]
        command = [sys.executable, "-m", "test.benchmarks", *options]
        environment = {**os.environ, "FLAT_PURE": "1"}
        subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        rows = json.loads(numbers.read_text(encoding="utf-8"))["rows"]
    return {row["name"]: Spread(**row["ratios"][RIVAL]) for row in rows if RIVAL in row["ratios"]}
