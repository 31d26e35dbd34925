"""The progress bar of `flat-api check`: on terminals only."""

import os
import pty
import re
import subprocess

import pytest

from .running import COMMAND, environment, read_all, records, run, start_on_terminal, tasks, wait_until


def run_on_terminal(*arguments, cwd):
    """The output of ``flat-api *arguments*``, and what it wrote to standard error, which is a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=cwd,
        env=environment(TERM="xterm-256color", COLUMNS="120", LINES="30"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    with process:
        seen = read_all(ours)
        output = process.stdout.read()
    return output.decode(), seen.decode()


@pytest.fixture
def some_tasks(tmp_path):
    """A directory with a file that takes some blocks to read."""
    (tmp_path / "some[b].ndjson").write_bytes(tasks(8000, bad_every=4000))
    return tmp_path


def test_terminal_gets_a_progress_bar(some_tasks):
    """On a terminal a bar shows file, share, counts and rate while the check runs, and goes at its end."""
    output, seen = run_on_terminal("check", "some[b].ndjson", cwd=some_tasks)
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", seen)
    assert "100%" in text
    assert "some[b].ndjson" in text
    assert "8,000 lines, 2 refused" in text
    assert "lines/s" in text
    assert seen.rstrip().endswith(("\x1b[2K", "\x1b[?25h"))
    assert output.startswith("8,000 lines: 7,998 accepted, 2 refused\n")
    assert "\x1b" not in output


def test_refused_lines_are_shown_above_the_bar(some_tasks):
    """The bar does not overwrite the refused lines."""
    _, seen = run_on_terminal("check", "some[b].ndjson", cwd=some_tasks)
    assert seen.count("$.state: 'lost' is not one of") == 2


def test_quiet_means_no_bar(some_tasks):
    """--quiet leaves the terminal alone."""
    output, seen = run_on_terminal("check", "some[b].ndjson", "--quiet", cwd=some_tasks)
    assert seen == ""
    assert output.startswith("8,000 lines")


@pytest.mark.parametrize("variables", [{}, {"FORCE_COLOR": "1"}])
def test_pipe_gets_no_progress_bar(some_tasks, variables):
    """In a pipe there are the refused lines and nothing else, even where colours are forced."""
    done = run("check", "some[b].ndjson", cwd=some_tasks, **variables)
    assert [line.partition(": ")[0] for line in done.stderr.splitlines()] == [
        "some[b].ndjson:4000",
        "some[b].ndjson:8000",
    ]


def test_tree_has_colours_on_a_terminal_only(tmp_path):
    """`show` colours what it prints on a terminal, and fits it to nothing in a pipe."""
    (tmp_path / "task.json").write_text('{"id": "x"}')
    ours, theirs = pty.openpty()
    with open(ours, "rb", buffering=0) as terminal:
        run("show", "task.json", cwd=tmp_path, stdout=theirs, TERM="xterm-256color")
        os.close(theirs)
        assert b"\x1b[" in terminal.read(65536)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_typed_on_a_terminal(tmp_path, jobs):
    """Ctrl-C on the keyboard stops the check and its workers, and gives the terminal back as it was."""
    os.mkfifo(tmp_path / "stream")
    process, ours = start_on_terminal("check", "stream", "--jobs", jobs, "--rejects", "rejects", cwd=tmp_path)
    with open(tmp_path / "stream", "wb") as stream:
        stream.write(tasks(4000, bad_every=1000))
        stream.flush()
        wait_until(lambda: (tmp_path / "rejects").exists() and records(tmp_path / "rejects"))
        os.write(ours, b"\x03")
        seen = read_all(ours)
    assert process.wait() == 130
    assert b"Traceback" not in seen
    assert re.search(rb"\r\nStopped after line [\d,]+ of stream: interrupt\r\n", seen)
    assert seen.rindex(b"\x1b[?25h") > seen.rindex(b"\x1b[?25l")
