"""The benchmarks run and print their table; how fast anything is, is not tested here."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from flat_api.schemas import declaration_of

from . import INSTALL, MISSING

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(bool(MISSING), reason=INSTALL)


def benchmarks(*options: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "test.benchmarks", "--quick", *map(str, options)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def test_the_command_prints_the_table(tmp_path: Path) -> None:
    """`python -m test.benchmarks --quick --only dict` prints ratios, and writes them as Markdown, chart and JSON."""
    page, numbers = tmp_path / "benchmarks.md", tmp_path / "benchmarks.json"
    done = benchmarks("--only", "dict", "--markdown", page, "--json", numbers)
    assert (done.returncode, done.stderr) == (0, "")
    assert "dict to Task" in done.stdout and "pure / pydantic" in done.stdout
    assert "| dict to Task" in page.read_text(encoding="utf-8")
    rows = json.loads(numbers.read_text(encoding="utf-8"))["rows"]
    assert "pydantic" in rows[0]["ratios"]
    picture = ElementTree.parse(page.with_suffix(".svg")).getroot()
    texts = [element.text for element in picture.iter("{http://www.w3.org/2000/svg}text")]
    for row in rows:
        assert row["name"] in texts
        assert f"{row['ratios']['pydantic']['median']:.2f}" in texts
    assert "](benchmarks.svg)" in page.read_text(encoding="utf-8")


def test_all_contenders_read_the_same_task() -> None:
    """A comparison is fair: the four libraries find the same eleven properties in the same Task."""
    from .contenders import PydanticTask, Task, msgspec_decoder, read_attrs
    from .samples import task, task_json

    text = task_json()
    ours = Task.from_json(text)
    read: tuple[Callable[[bytes], Any], ...] = (
        PydanticTask.model_validate_json,
        msgspec_decoder.decode,
        read_attrs,
    )
    for theirs in (one(text) for one in read):
        for name in ("id", "type", "state", "format", "score"):
            assert getattr(theirs, name) == ours[name]
        for name in ("creationDate", "modificationDate", "doneDate"):
            assert getattr(theirs, name) == ours[name].as_datetime
        assert theirs.progress.percent == ours.progress.percent
        assert theirs.result.url == ours.result.url
        assert tuple(theirs.errorHistory) == ours.errorHistory
    assert len(ours) == len(task()) == 11


def test_both_contenders_read_the_same_scores() -> None:
    """Ours and pydantic's ScoreDetails declare the same properties at every level, all filled, and agree on them."""
    from .samples import scores
    from .scores import PydanticScores, Scores

    data = scores(3)
    ours, theirs = Scores.from_openapi_data_oapg(data), PydanticScores.validate_python(data)
    for mine, other, given in zip(ours, theirs, data, strict=True):
        assert len(mine) == len(given) == 39
        assert_same(mine, other)


def assert_same(mine: Any, theirs: Any) -> None:
    """Compare a value of ours with one of pydantic's, level by level."""
    if isinstance(mine, Mapping):
        assert set(declaration_of(type(mine)).properties) == set(type(theirs).model_fields)
        for name, value in mine.items():
            assert_same(value, getattr(theirs, name))
    elif isinstance(mine, tuple):
        for one, other in zip(mine, theirs, strict=True):
            assert_same(one, other)
    else:
        assert (mine.as_datetime if isinstance(theirs, datetime) else mine) == theirs
