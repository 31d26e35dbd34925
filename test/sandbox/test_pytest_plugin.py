"""The plugin, in runs of pytest of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

TESTS = """
import pytest

def test_client(flat, flat_sandbox):
    assert flat.account.get_authenticated_user().username == "sandbox"
    assert [received.operation for received in flat_sandbox.requests] == ["get_authenticated_user"]

def test_each_has_its_own(flat_sandbox):
    assert flat_sandbox.requests == []

@pytest.mark.flat_sandbox(faults="status=500", seeded=False)
class TestMarked:
    def test_marker_of_the_class(self, flat_sandbox):
        assert [str(fault) for fault in flat_sandbox.faults] == ["status=500"]

    @pytest.mark.flat_sandbox(faults="reset", token="other")
    def test_nearer_marker_comes_first(self, flat_sandbox):
        assert [str(fault) for fault in flat_sandbox.faults] == ["reset"]
        assert flat_sandbox.token == "other"
"""

SCOPES = """
import os
import pytest
from flat_api import Flat

pytestmark = pytest.mark.flat_sandbox(token="mine")

def test_code_finds_the_sandbox(flat_sandbox):
    with Flat() as flat:
        assert flat.account.get_authenticated_user().username == "sandbox"
    assert flat_sandbox.requests[0].headers["authorization"] == "Bearer mine"

def test_nothing_is_left_behind():
    assert not {"FLAT_HOST", "FLAT_ACCESS_TOKEN"} & set(os.environ)

def test_module_begins(module_flat, module_flat_sandbox):
    assert module_flat_sandbox.token == "mine"
    module_flat.classes.create_class(body={"name": "6B"})

def test_module_goes_on(module_flat):
    assert "6B" in [entry.name for entry in module_flat.classes.list_classes()]

def test_session(session_flat, session_flat_sandbox):
    assert session_flat.account.get_authenticated_user().id
    assert session_flat_sandbox.token == "sandbox"
"""

NOTHING = """
import sys

def test_nothing_is_loaded():
    assert not {"werkzeug", "urllib3", "sqlite3", "flat_api.client", "flat_api.sandbox._sandbox"} & set(sys.modules)
"""

MISSING = """
import sys

sys.modules["werkzeug"] = None

def test_others_run():
    pass

def test_wants_it(flat_sandbox):
    pass
"""


@pytest.fixture
def run(tmp_path):
    """Run pytest on a file with *text* in it, warnings being errors, and return how it went."""

    def runner(text, *options):
        (tmp_path / "test_it.py").write_text(text)
        command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "--strict-markers", "-p", "no:cacheprovider"]
        environment = {
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            "PYTHONPATH": str(ROOT),
            "PATH": "",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        return subprocess.run(
            [*command, *options, "test_it.py"], cwd=tmp_path, env=environment, capture_output=True, text=True
        )

    return runner


PLUGIN = ("-p", "flat_api.sandbox.pytest_plugin")


def test_fixtures_and_marker(run):
    """flat_sandbox is a new sandbox, flat a client of it, and the marker says what it is made with."""
    done = run(TESTS, *PLUGIN)
    assert (done.returncode, "4 passed" in done.stdout) == (0, True), done.stdout


def test_scopes_and_environment(run):
    """A module and a session can have one sandbox, and code that calls Flat() finds it."""
    done = run(SCOPES, *PLUGIN)
    assert (done.returncode, "5 passed" in done.stdout) == (0, True), done.stdout


def test_nothing_is_imported_before_it_is_needed(run):
    """A run of pytest that wants no sandbox pays nothing for the plugin."""
    done = run(NOTHING, *PLUGIN)
    assert done.returncode == 0, done.stdout


def test_without_werkzeug_other_tests_run(run):
    """Only the tests that want a sandbox fail, and say what to install."""
    done = run(MISSING, *PLUGIN)
    assert "1 passed, 1 error" in done.stdout
    assert "pip install 'flat-api-frozen[sandbox]'" in done.stdout


def test_plugin_is_found_by_pytest():
    """The entry point has it loaded wherever the package is installed."""
    from importlib.metadata import distribution

    (entry,) = distribution("flat-api-frozen").entry_points.select(group="pytest11")
    assert (entry.name, entry.value) == ("flat_api", "flat_api.sandbox.pytest_plugin")
