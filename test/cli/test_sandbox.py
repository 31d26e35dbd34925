"""`flat-api sandbox`: the built-in server in the foreground."""

import re
import signal
import subprocess
from contextlib import contextmanager

import pytest
import urllib3

from flat_api import Flat
from flat_api.exceptions import ServerError, UnauthorizedError

from .running import COMMAND, PATIENCE, browser, environment, run, wait_until


@contextmanager
def server(*arguments, cwd):
    """A running ``flat-api sandbox *arguments*``, and its URL."""
    command = [*COMMAND, "sandbox", *map(str, arguments)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=cwd, env=environment(), text=True, **pipes) as process:
        try:
            yield process, re.search(r"http://\S+/v2", process.stdout.readline())[0]
        finally:
            if process.poll() is None:
                process.kill()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_stop(tmp_path, number):
    """Ctrl-C and SIGTERM are good ends, and nothing is left behind."""
    with server(cwd=tmp_path) as (process, url):
        with Flat(host=url, access_token="sandbox") as flat:
            assert flat.account.get_authenticated_user().username == "sandbox"
        process.send_signal(number)
        assert process.wait(PATIENCE) == 0
        assert "Access token: sandbox\n" in process.stdout.read()
        assert process.stderr.read() == ""
    assert list(tmp_path.iterdir()) == []


def test_commands_that_it_shows_work(tmp_path):
    """What it prints can be typed as it is."""
    with server("--token", "my token", cwd=tmp_path) as (process, url):
        lines = [process.stdout.readline() for _ in range(7)]
        command, login = [line.strip() for line in lines if line.startswith("  flat-api ")]
        words = command.replace("'my token'", "my\0token").split()
        done = run(*(word.replace("\0", " ") for word in words[1:]), FLAT_ACCESS_TOKEN="")
        assert (done.returncode, done.stdout.splitlines()[0].split()[0]) == (0, "id")
        done = run(*login.split()[1:], XDG_CONFIG_HOME=str(tmp_path), **browser("allow"))
        assert (done.returncode, done.stdout.partition(";")[0]) == (0, "Signed in as sandbox")
        with Flat(host=url, access_token="sandbox") as flat, pytest.raises(UnauthorizedError):
            flat.account.get_authenticated_user()


def test_database_keeps_what_is_sent(tmp_path):
    """With --db another run finds what this one has."""
    for titles in [["Ode to Joy"], ["Ode to Joy", "New"]]:
        with server("--db", "flat.sqlite", cwd=tmp_path) as (process, url):
            with Flat(host=url, access_token="sandbox") as flat:
                assert sorted(score.title for score in flat.users.get_user_scores(user="me")) == sorted(titles)
                flat.scores.create_score(body={"title": "New", "data": MUSIC})
            process.send_signal(signal.SIGTERM)
            wait_until(lambda process=process: process.poll() is not None)


MUSIC = (
    '<score-partwise><part-list><score-part id="P1"><part-name>A</part-name></score-part></part-list>'
    '<part id="P1"><measure number="1"/></part></score-partwise>'
)


def test_faults_and_seconds(tmp_path):
    """Faults are those of the sandbox, and tasks take as long as is said."""
    options = ["--fault", "status=503:path=/me", "--fault", "delay=0:path=/tasks/*", "--task-seconds", 0]
    with server(*options, cwd=tmp_path) as (_, url), Flat(host=url, access_token="sandbox", retries=0) as flat:
        with pytest.raises(ServerError):
            flat.account.get_authenticated_user()
        (score,) = flat.users.get_user_scores(user="me")
        assert flat.scores.export(score.id, format="wav").task.state == "done"


def test_names(tmp_path):
    """--name is a host that it answers to, beside its own; for all others there is a 400."""
    with server("--name", "flat.test", cwd=tmp_path) as (_, url), urllib3.PoolManager() as pool:
        for host, status in (("flat.test", 200), ("localhost", 200), ("example.org", 400)):
            headers = {"Authorization": "Bearer sandbox", "Host": host}
            assert pool.request("GET", f"{url}/me", headers=headers).status == status


def test_grammar_of_faults():
    """--list-faults says how faults are written, and ends."""
    from flat_api.sandbox import GRAMMAR

    assert run("sandbox", "--list-faults").stdout == GRAMMAR


def test_port_that_is_taken(tmp_path):
    """It says so and exits 3."""
    with server(cwd=tmp_path) as (_, url):
        done = run("sandbox", "--port", url.rpartition(":")[2].partition("/")[0])
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("Error: the built-in server can't be started: ")
    assert "in use" in done.stderr


def test_database_that_is_something_else(tmp_path):
    """A file that is no database stays as it is, and is told."""
    (tmp_path / "notes.txt").write_text("mine, and long enough to be looked at closely")
    done = run("sandbox", "--db", "notes.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert "notes.txt" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "notes.txt").read_text().startswith("mine")


@pytest.mark.parametrize("library", ["werkzeug", "h11"])
@pytest.mark.parametrize("arguments", [["sandbox"], ["me", "--sandbox"], ["demo"]])
def test_without_the_library(tmp_path, arguments, library):
    """Where a library of the extra is missing, the command says how to get it."""
    program = f"import sys; sys.modules[{library!r}] = None; from flat_api.cli import main; sys.exit(main())"
    command = [COMMAND[0], "-c", program, *arguments]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 3
    assert done.stderr.splitlines() == [
        "Error: the built-in server needs the libraries of its extra",
        "pip install 'flat-api-frozen[sandbox]' installs them.",
    ]
