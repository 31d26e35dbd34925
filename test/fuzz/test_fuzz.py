"""The fuzzers: each finds a fault that was put in its way, and the command says how to find it again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import strategies as st

from flat_api import sandbox, schemas
from flat_api.schemas import _json

from . import running
from .__main__ import main
from .running import NAMES, Fuzzer, run


def test_each_module_is_a_fuzzer():
    """The list of names is that of the modules which have a fuzzer."""
    modules = {path.stem for path in Path(__file__).parent.glob("*.py")}
    helpers = {"__init__", "__main__", "running", "mutating", "calling", "test_fuzz"}
    assert modules - helpers == set(NAMES)
    assert all(isinstance(running.fuzzer_called(name), Fuzzer) for name in NAMES)


@pytest.mark.parametrize(
    ("name", "planted"),
    [
        ("values", lambda: patch.object(schemas.Schema, "to_json", lambda self, **_: '"other"')),
        ("texts", lambda: patch.object(schemas.Schema, "from_json", lambda *_, **__: {}[0])),
        ("headers", lambda: patch("flat_api.rest.RESTClientObject.request", side_effect=LookupError)),
        ("answers", lambda: patch("flat_api.rest.RESTClientObject.request", side_effect=ValueError)),
        ("requests", lambda: patch.object(sandbox.SandboxApp, "__call__", side_effect=ValueError)),
        ("uploads", lambda: patch("flat_api.sandbox.formats.files.tune_of", side_effect=LookupError)),
        ("compiled", lambda: patch.object(_json, "_encode", lambda value, quote: "{}")),
        ("documents", lambda: patch("flat_api.codegen._command.api_of_document", side_effect=LookupError)),
    ],
)
def test_each_fuzzer_finds_a_planted_fault(name, planted):
    """A law that can't be broken is no law."""
    with planted():
        assert run(name, 5, 1).finding


def test_a_hang_is_a_finding():
    """A case that goes on for too long is ended and told."""
    slow = Fuzzer(st.just(0), lambda context, case: _spin())
    with patch.object(running, "fuzzer_called", lambda name: slow), patch.object(running, "SECONDS_OF_A_CASE", 0.05):
        assert "TooSlow" in run("slow", 0, 1).finding


def _spin():
    while True:
        pass


def test_the_command_says_how_to_find_it_again(capsys):
    """A finding has exit code 1, and its seed is printed."""
    with patch("test.fuzz.__main__._result", lambda future, name, seed: running.Result(name, 5, 1.0, "broken", 7)):
        assert main(["--only", "texts", "--seconds", "0", "--jobs", "1"]) == 1
    assert "again: python -m test.fuzz --only texts --seconds 0 --seed 7" in capsys.readouterr().out


def test_the_command_runs_the_fuzzers_it_is_told_to():
    """The laws of texts hold for one round, in a process of their own."""
    command = [sys.executable, "-m", "test.fuzz", "--only", "texts", "--seconds", "0", "--seed", "5"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
    assert "100 cases, 0 findings" in done.stdout
