"""A command that is forked is what it is as a process of its own."""

import re
import subprocess

import pytest

from .running import COMMAND, environment, forks, run

TIME = re.compile(rb"\d[\d.,]* (s|ms|lines/s)\b")


@pytest.mark.parametrize(
    ("command", "stdin"),
    [
        (["--help"], b""),
        (["show", "--all"], '{"id": "é", "état": [1.50]}'.encode()),
        (["show"], b"{"),
        (["check", "-", "--jobs", "2", "--rejects", "-"], b'{"state": "done"}\n{"state": "dnoe"}\n' * 50),
        (["scores", "list", "--sandbox"], b""),
        (["export", "demo", "--sandbox", "--format", "xml", "--output", "-"], b""),
        (["export", "--nonsense"], b""),
        (["show", "\udcff"], b""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_fork_is_like_a_new_process(tmp_path, command, stdin):
    """Output, errors and exit code are those of ``python -m flat_api.cli``."""
    forked = forks().run(command, str(tmp_path), environment(), stdin, 30)
    new = subprocess.run(
        [*COMMAND, *command], cwd=tmp_path, env=environment(), input=stdin, capture_output=True, timeout=30
    )
    assert (forked.returncode, forked.stdout) == (new.returncode, new.stdout)
    assert TIME.sub(b"", forked.stderr) == TIME.sub(b"", new.stderr)


def test_a_fork_has_a_folder_and_variables_of_its_own(tmp_path):
    """Those of one command are not those of the next."""
    (tmp_path / "task.json").write_text('{"id": "t1"}')
    assert run("show", "task.json", cwd=tmp_path, FLAT_PROFILE="a b").returncode == 0
    assert run("show", "task.json", cwd=tmp_path.parent).returncode != 0


def test_what_is_read_at_the_start_needs_a_new_process():
    """An interpreter reads some variables before it runs anything."""
    assert forks().can_run(environment(FLAT_HOST="http://127.0.0.1"))
    assert not forks().can_run(environment(PYTHONIOENCODING="ascii"))


def test_a_fork_that_does_not_end_is_killed(tmp_path):
    """As `subprocess.run` does it."""
    with pytest.raises(subprocess.TimeoutExpired):
        forks().run(["sandbox", "--port", "0"], str(tmp_path), environment(), b"", 0.5)
    assert run("--version").returncode == 0


def test_a_large_input_and_a_large_output_pass(tmp_path):
    """More than fits into a pipe, either way."""
    line = b'{"id": "%s"}\n' % (b"x" * 1000)
    done = run("check", "-", "--rejects", "-", stdin=line.replace(b'"id"', b'"state"') * 500, cwd=tmp_path)
    assert len(done.stdout) > 500_000
