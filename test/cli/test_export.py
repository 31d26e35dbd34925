"""`flat-api export` and `flat-api task`: from a score to a file."""

import json
import os
import re
import shlex
import signal
import subprocess
import time
import wave
from xml.etree import ElementTree

import pytest

from flat_api.sandbox import Sandbox

from ..serving import Answer, serving
from .running import (
    COMMAND,
    PATIENCE,
    ask,
    blocks_of,
    environment,
    run,
    run_on_terminal,
    start_on_terminal,
    wait_until,
)

SLOW = 600
"""Seconds of a task that isn't done before the test is over."""


def files(folder):
    """The names of all files in *folder*, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


class TestExport:
    """A score becomes a file, and the name of the file is printed."""

    def test_sound_is_made_by_a_task(self, sandbox, tmp_path):
        """Standard output has the name of the file and nothing else; the states of the task are told beside it."""
        done = ask(sandbox, "export", sandbox.score, "--output", "ode.wav", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, "ode.wav\n")
        told = re.findall(r"^task (\w{24}): (\w+)$", done.stderr, re.MULTILINE)
        assert (told[0][1], told[-1][1]) == ("created", "done")
        with wave.open(str(tmp_path / "ode.wav")) as sound:
            assert sound.getnframes() > 0
        assert files(tmp_path) == ["ode.wav"]

    def test_no_token_goes_to_the_storage(self, sandbox, tmp_path):
        """The file is fetched from another host, which does not get to see who asks."""
        assert ask(sandbox, "export", sandbox.score, cwd=tmp_path).returncode == 0
        assert sandbox.storage_requests
        assert not any("authorization" in request.headers for request in sandbox.storage_requests)

    def test_notation_comes_at_once(self, sandbox, tmp_path):
        """Formats that need no task are fetched directly."""
        done = ask(sandbox, "export", sandbox.score, "-F", "xml", "-o", "ode.xml", cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, "ode.xml\n", "")
        assert ElementTree.parse(tmp_path / "ode.xml").getroot().tag == "score-partwise"
        assert {request.operation for request in sandbox.requests} == {"get_score_revision_data"}

    @pytest.mark.parametrize(
        ("arguments", "name", "start"),
        [
            ([], "Ode to Joy.mp3", b""),
            (["--format", "wav"], "Ode to Joy.wav", b"RIFF"),
            (["--format", "xml"], "Ode to Joy.musicxml", b"<?xml"),
            (["--format", "mxl"], "Ode to Joy.mxl", b"PK"),
            (["--format", "midi"], "Ode to Joy.mid", b"MThd"),
            (["--format", "thumbnail.png"], "Ode to Joy.png", b"\x89PNG"),
            (["--format", "json"], "Ode to Joy.json", b"{"),
            (["--output", "sub", "--format", "midi"], "sub/Ode to Joy.mid", b"MThd"),
            (["--output", "a.midi"], "a.midi", b"MThd"),
            (["--output", "a.PNG"], "a.PNG", b"\x89PNG"),
            (["--output", "a.score", "--format", "xml"], "a.score", b"<?xml"),
            (["--output", "a.MIDI", "--format", "midi"], "a.MIDI", b"MThd"),
            (["--output", "sub.mp3", "--format", "midi"], "sub.mp3/Ode to Joy.mid", b"MThd"),
        ],
    )
    def test_names_and_formats(self, sandbox, tmp_path, arguments, name, start):
        """Without a name the file is called like the score; without a format the name says it."""
        (tmp_path / "sub").mkdir()
        (tmp_path / "sub.mp3").mkdir()
        done = ask(sandbox, "export", sandbox.score, *arguments, "--quiet", cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, f"{name}\n", "")
        assert (tmp_path / name).read_bytes().startswith(start)
        assert (tmp_path / name).stat().st_size > 0

    @pytest.mark.parametrize(
        ("format", "name"),
        [("wav", "ode.mp3"), ("mp3", "ode.WAV"), ("midi", "ode.xml"), ("xml", "ode.mxl"), ("json", "ode.png")],
    )
    def test_name_of_another_format(self, sandbox, tmp_path, format, name):
        """A name that belongs to another kind of file is wrong usage, and nothing is started."""
        done = ask(sandbox, "export", sandbox.score, "-F", format, "-o", name, "--force", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"--format {format}" in done.stderr
        assert name in done.stderr
        assert files(tmp_path) == []
        assert sandbox.requests == []

    def test_title_that_no_file_can_have(self, sandbox, tmp_path):
        """A title leads nowhere else."""
        with sandbox.client() as flat:
            flat.scores.edit_score(score=sandbox.score, body={"title": "../a/b\x1b[31m"})
        done = ask(sandbox, "export", sandbox.score, "-F", "midi", cwd=tmp_path)
        assert done.returncode == 0
        (name,) = files(tmp_path)
        assert f"{name}\n" == done.stdout
        assert name.endswith("-a-b_[31m.mid")

    def test_file_that_is_there_stays(self, sandbox, tmp_path):
        """Nothing is replaced without --force, and nothing is even started."""
        (tmp_path / "ode.wav").write_text("mine")
        done = ask(sandbox, "export", sandbox.score, "-o", "ode.wav", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (3, "")
        assert done.stderr.startswith("Error: ode.wav is there already\n--force replaces it")
        assert (tmp_path / "ode.wav").read_text() == "mine"
        assert sandbox.requests == []
        forced = ask(sandbox, "export", sandbox.score, "-o", "ode.wav", "--force", cwd=tmp_path)
        assert forced.returncode == 0
        assert (tmp_path / "ode.wav").read_bytes().startswith(b"RIFF")

    @pytest.mark.parametrize("format", ["wav", "xml"])
    def test_place_that_is_not_there(self, sandbox, tmp_path, format):
        """A missing folder is told before anything is started."""
        done = ask(sandbox, "export", sandbox.score, "-F", format, "-o", "no/ode", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (3, "Error: no/ode: there is no folder no\n")
        assert sandbox.requests == []

    @pytest.mark.parametrize("format", ["wav", "xml"])
    def test_json(self, sandbox, tmp_path, format):
        """--json tells of the file and of the task, which is null where there was none."""
        done = ask(sandbox, "export", sandbox.score, "-F", format, "-o", "ode", "--json", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        told = json.loads(done.stdout)
        assert (told["file"], told["bytes"]) == ("ode", (tmp_path / "ode").stat().st_size)
        assert (told["task"] and told["task"]["state"]) == ("done" if format == "wav" else None)

    def test_what_is_sent(self, tmp_path):
        """Revision, parts and sharing key go where the API wants them."""

        def route(request):
            if request.path.endswith("/task"):
                return {"id": "t1", "state": "done", "result": {"url": f"http://{request.headers['Host']}/file"}}
            return Answer(b"<score/>", headers={"Content-Type": "application/vnd.recordare.musicxml+xml"})

        arguments = ["export", "s1", "--revision", "r1", "--part", "p1", "--part", "p2", "--sharing-key", "k1"]
        with serving(route) as server:
            for format in "mp3", "xml":
                more = ["-F", format, "-o", format, "--host", server.url]
                done = run(*arguments, *more, cwd=tmp_path, FLAT_ACCESS_TOKEN="t")
                assert done.returncode == 0
        task, _, file = server.requests
        assert (task.path, task.query) == ("/scores/s1/revisions/r1/mp3/task", {"sharingKey": "k1"})
        assert json.loads(task.body) == {"parts": ["p1", "p2"]}
        assert file.path == "/scores/s1/revisions/r1/xml"
        assert file.query == {"sharingKey": "k1", "parts": "p1,p2"}

    def test_sandbox_needs_neither_account_nor_server(self, tmp_path):
        """With --sandbox the score is called demo."""
        done = run("export", "demo", "--sandbox", "-F", "wav", "-q", cwd=tmp_path, FLAT_ACCESS_TOKEN="")
        assert (done.returncode, done.stdout, done.stderr) == (0, "Ode to Joy.wav\n", "")
        assert files(tmp_path) == ["Ode to Joy.wav"]

    def test_file_that_can_not_be_written(self, sandbox, tmp_path):
        """When there is no room for the file, the task is there to come back to."""
        limited = ["sh", "-c", 'ulimit -f 1; exec "$@"', "sh", *COMMAND]
        command = [*limited, "export", sandbox.score, "-o", "a.wav", "--host", sandbox.url]
        variables = environment(FLAT_ACCESS_TOKEN=sandbox.token)
        done = subprocess.run(command, cwd=tmp_path, env=variables, capture_output=True, text=True, timeout=PATIENCE)
        assert done.returncode == 3
        error, hint = done.stderr.splitlines()[-2:]
        assert error == "Error: a.wav can't be written: File too large"
        assert " --watch --output a.wav " in hint
        assert "a.wav" not in files(tmp_path)

    def test_name_that_no_file_can_have(self, sandbox, tmp_path):
        """A name that is too long is told before anything is started."""
        done = ask(sandbox, "export", sandbox.score, "-o", "a" * 300, cwd=tmp_path)
        assert done.returncode == 3
        assert done.stderr.endswith("a can't be written: File name too long\n")
        assert sandbox.requests == []


class TestProgress:
    """On a terminal there are bars for the task and for the download."""

    def test_bars(self, tmp_path):
        """State, percent and text of the task are shown, then the size of the file."""
        with Sandbox(task_seconds=1.0) as sandbox:
            arguments = ["export", sandbox.score, "-F", "wav", "--host", sandbox.url]
            code, seen = run_on_terminal(*arguments, cwd=tmp_path, FLAT_ACCESS_TOKEN=sandbox.token)
        text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", seen)
        assert code == 0
        assert re.search(r"task doing +\S+ +\d+% +\S+ Rendering", text)
        assert re.search(r"task done +\S+ +100% ", text)
        assert re.search(r"file +\S+ +100% +\S+ ([\d.]+ .?B) of \1", text)
        assert text.rstrip().endswith("Ode to Joy.wav")
        assert seen.rindex("\x1b[?25h") > seen.rindex("\x1b[?25l")

    def test_quiet(self, sandbox, tmp_path):
        """--quiet leaves the name of the file."""
        arguments = ["export", sandbox.score, "-F", "wav", "--host", sandbox.url, "--quiet"]
        code, seen = run_on_terminal(*arguments, cwd=tmp_path, FLAT_ACCESS_TOKEN=sandbox.token)
        assert (code, seen) == (0, "Ode to Joy.wav\r\n")

    def test_text_of_a_task_is_not_obeyed(self, tmp_path):
        """What a server puts into the text of a task can't move the cursor, and is no markup."""
        task = {"id": "t1", "progress": {"percent": 12.5, "text": "[red]\x1b[2J"}}
        states = iter(["doing", "doing", "canceled"])
        with serving(lambda request: {**task, "state": next(states)}) as server:
            code, seen = run_on_terminal("task", "t1", "-w", "--host", server.url, cwd=tmp_path, FLAT_ACCESS_TOKEN="t")
        assert code == 12
        assert "[red]\\x1b[2J" in re.sub(r"\x1b\[[0-9;]*m", "", seen)
        assert "\x1b[2J" not in seen


class TestStopping:
    """Whatever ends a wait says how to come back to the task."""

    def test_ctrl_c_typed_on_a_terminal(self, tmp_path):
        """The command that is shown fetches the file; the terminal is as it was."""
        passed = [0.0]
        with Sandbox(task_seconds=SLOW, clock=lambda: time.time() + passed[0]) as sandbox:
            variables = {"FLAT_ACCESS_TOKEN": sandbox.token}
            arguments = ["export", sandbox.score, "-o", "my ode.wav", "--host", sandbox.url]
            process, ours = start_on_terminal(*arguments, cwd=tmp_path, **variables)
            blocks = blocks_of(ours)
            seen = b""
            while b"Waiting" not in seen:
                seen += next(blocks)
            os.write(ours, b"\x03")
            seen += b"".join(blocks)
            assert process.wait(PATIENCE) == 130
            assert b"Traceback" not in seen
            assert seen.rindex(b"\x1b[?25h") > seen.rindex(b"\x1b[?25l")
            lines = seen.decode().replace("\r", "").splitlines()
            (shown,) = [line for line in lines if "To come back to it: " in line]
            again = shlex.split(shown.partition("To come back to it: ")[2])
            assert again[:2] == ["flat-api", "task"]
            assert again[3:] == ["--watch", "--output", "my ode.wav", "--host", sandbox.url]
            assert files(tmp_path) == []
            passed[0] = SLOW
            done = run(*again[1:], cwd=tmp_path, **variables)
        assert (done.returncode, done.stdout) == (0, "my ode.wav\n")
        assert (tmp_path / "my ode.wav").read_bytes().startswith(b"RIFF")

    @pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
    def test_signals_in_a_pipe(self, tmp_path, number, code):
        """With --json how to go on is JSON, too."""
        with Sandbox(task_seconds=SLOW) as sandbox:
            command = [*COMMAND, "export", sandbox.score, "-F", "wav", "--json", "--host", sandbox.url]
            variables = environment(FLAT_ACCESS_TOKEN=sandbox.token)
            pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
            with subprocess.Popen(command, cwd=tmp_path, env=variables, **pipes) as process:
                wait_until(lambda: any(request.operation == "get_task" for request in sandbox.requests))
                process.send_signal(number)
                output, errors = process.communicate(timeout=PATIENCE)
        assert (process.returncode, output) == (code, b"")
        told = json.loads(errors)["error"]
        assert (told["exit_code"], told["message"]) == (code, "Interrupted.")
        assert "flat-api task " in told["hint"]
        assert files(tmp_path) == []

    def test_built_in_server_ends_with_its_task(self, tmp_path):
        """Of --sandbox nothing is left to come back to, and that is said."""
        command = [*COMMAND, "export", "demo", "--sandbox", "-F", "wav"]
        with subprocess.Popen(command, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE) as process:
            first = process.stderr.readline()
            process.send_signal(signal.SIGINT)
            rest = process.stderr.read().decode()
        assert b": created" in first
        assert process.returncode == 130
        assert rest.endswith("Interrupted.\nThe built-in server ended with this command, and the task with it.\n")

    def test_timeout(self, tmp_path):
        """A task that is not done in time exits 13 and goes on."""
        with Sandbox(task_seconds=SLOW) as sandbox:
            arguments = ["export", sandbox.score, "-o", "a.wav", "--force", "--timeout", 0.3]
            done = ask(sandbox, *arguments, cwd=tmp_path)
        assert done.returncode == 13
        error, hint = done.stderr.splitlines()[-2:]
        assert error == "Error: the task was not done in time: it is created still"
        assert re.search(r": flat-api task \w{24} --watch --output a\.wav --force --host http\S+$", hint)
        assert files(tmp_path) == []

    @pytest.mark.parametrize(
        "command", [["export", "s1", "-o", "a.mp3"], ["task", "t1", "-w"], ["task", "t1", "-o", "a"]]
    )
    def test_timeout_as_json(self, tmp_path, command):
        """The task is in the error, with the percent that it has come to."""
        task = {"id": "t1", "state": "doing", "progress": {"percent": 12.5, "text": "Rendering"}}
        with serving(lambda request: task) as server:
            options = ["--timeout", 0.1, "--json", "--host", server.url]
            done = run(*command, *options, cwd=tmp_path, FLAT_ACCESS_TOKEN="t")
        assert (done.returncode, done.stdout) == (13, "")
        told = json.loads(done.stderr)["error"]
        assert (told["kind"], told["exit_code"], told["task"]) == ("task_timeout", 13, task)
        assert "flat-api task t1 --watch" in told["hint"]
        assert files(tmp_path) == []

    @pytest.mark.parametrize(("end", "code"), [("error", 11), ("canceled", 12)])
    def test_bad_ends(self, sandbox, tmp_path, end, code):
        """A task that fails or is canceled exits with a code of its own; there is nothing to come back to."""
        sandbox.faults.add(f"task={end}")
        done = ask(sandbox, "export", sandbox.score, "-o", "a.wav", "--json", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (code, "")
        told = json.loads(done.stderr)["error"]
        assert (told["exit_code"], told["task"]["state"]) == (code, end)
        assert "flat-api task" not in told["hint"]
        assert files(tmp_path) == []

    def test_file_that_breaks_off_for_good(self, sandbox, tmp_path):
        """The command that is shown goes on where the download broke."""
        sandbox.faults.add("truncate=100000:on=storage:times=1,reset:on=storage:after=1")
        broken = ask(sandbox, "export", sandbox.score, "-o", "a.wav", cwd=tmp_path)
        sandbox.faults.clear()
        assert broken.returncode == 10
        assert "a.wav" not in files(tmp_path)
        before = len(sandbox.storage_requests)
        again = shlex.split(broken.stderr.partition("To come back to it: ")[2])
        done = run(*again[1:], cwd=tmp_path, FLAT_ACCESS_TOKEN=sandbox.token)
        assert (done.returncode, files(tmp_path)) == (0, ["a.wav"])
        assert sandbox.storage_requests[before].headers["range"].startswith("bytes=")


class TestTask:
    """A task can be looked at, followed, and asked for its file."""

    @pytest.fixture
    def task(self, sandbox):
        """The identifier of a task."""
        with sandbox.client() as flat:
            return str(flat.scores.export(sandbox.score, "wav").id)

    def test_look(self, sandbox, task):
        """Without options the task is shown as it is now, as `show` shows one."""
        done = ask(sandbox, "task", task)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Task: ")
        assert f"── id: '{task}'  str (StrSchema)" in done.stdout
        assert run("show", stdin=ask(sandbox, "task", task, "--json").stdout).stdout.startswith("Task: ")

    def test_watch(self, sandbox, task):
        """--watch shows it when it is done."""
        done = ask(sandbox, "task", task, "--watch")
        assert done.returncode == 0
        assert "= Task.State.DONE" in done.stdout
        assert done.stderr.endswith(f"task {task}: done\n")
        as_json = ask(sandbox, "task", task, "--watch", "--json")
        assert (json.loads(as_json.stdout)["state"], as_json.stderr) == ("done", "")

    def test_output(self, sandbox, task, tmp_path):
        """--output fetches the file, into a folder by the name that the server gives it."""
        done = ask(sandbox, "task", task, "--output", ".", "-q", cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, "Ode-to-Joy.wav\n", "")
        assert (tmp_path / "Ode-to-Joy.wav").read_bytes().startswith(b"RIFF")
        again = ask(sandbox, "task", task, "--output", ".", cwd=tmp_path)
        assert again.returncode == 3
        assert "is there already" in again.stderr
        assert ask(sandbox, "task", task, "--output", ".", "--force", cwd=tmp_path).returncode == 0

    def test_state_that_nobody_knows_yet(self):
        """A task in a state that was added to the API since is shown, too."""
        with serving(lambda request: {"id": "t1", "state": "paused"}) as server:
            done = run("task", "t1", "--host", server.url, FLAT_ACCESS_TOKEN="t")
        assert done.returncode == 0
        assert "── state: 'paused'" in done.stdout

    def test_no_such_task(self, sandbox):
        """It exits 7, with nothing about coming back."""
        done = ask(sandbox, "task", "5fe2c0a1f7d24b0012c3a9e4", "--watch")
        assert done.returncode == 7
        assert "404" in done.stderr
        assert "come back" not in done.stderr
