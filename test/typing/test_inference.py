"""Both type checkers infer what the comments in `inferred.py` say, and flag what `mistakes.py` gets wrong."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SAMPLE = HERE / "inferred.py"
MISTAKES = HERE / "mistakes.py"


def run(checker, *arguments):
    """The output of a checker that is installed beside this interpreter."""
    pytest.importorskip(checker, reason=f"{checker} comes with the extra 'types'")
    command = [sys.executable, "-m", checker, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def answers(path):
    """The comment behind each `reveal_type` by line number."""
    lines = enumerate(path.read_text().splitlines(), 1)
    return {number: line.partition("#")[2].strip() for number, line in lines if line.lstrip().startswith("reveal_type")}


def flagged_lines(path):
    """The lines with a comment behind code."""
    lines = enumerate(path.read_text().splitlines(), 1)
    return {number for number, line in lines if re.match(r"[A-Za-z].*  # ", line)}


def short(name):
    """A type without the modules and classes it is in."""
    return re.sub(r"\b(?:\w+\.)+(\w+)", r"\1", name)


def test_mypy_infers_the_documented_types():
    """mypy --strict reveals what the comments say."""
    output = run("mypy", "--strict", str(SAMPLE))
    revealed = re.findall(r':(\d+): note: Revealed type is "(.+)"', output)
    assert {int(line): short(name) for line, name in revealed} == answers(SAMPLE)


def test_pyright_infers_the_documented_types():
    """pyright in strict mode reveals what the comments say."""
    report = json.loads(run("pyright", "--outputjson", "--pythonpath", sys.executable, str(SAMPLE)))
    revealed = {}
    for entry in report["generalDiagnostics"]:
        found = re.fullmatch(r'Type of ".*" is "(.+)"', entry["message"], re.DOTALL)
        if found:
            revealed[entry["range"]["start"]["line"] + 1] = short(found[1])
    assert revealed == answers(SAMPLE)


def test_mypy_flags_the_mistakes():
    """mypy reports each misspelling and assignment, and nothing else."""
    output = run("mypy", "--strict", str(MISTAKES))
    assert {int(line) for line in re.findall(r":(\d+): error:", output)} == flagged_lines(MISTAKES)


def test_pyright_flags_the_mistakes():
    """pyright reports each misspelling and assignment, and nothing else."""
    report = json.loads(run("pyright", "--outputjson", "--pythonpath", sys.executable, str(MISTAKES)))
    errors = {
        entry["range"]["start"]["line"] + 1 for entry in report["generalDiagnostics"] if entry["severity"] == "error"
    }
    assert errors == flagged_lines(MISTAKES)
