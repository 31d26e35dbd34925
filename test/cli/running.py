"""Start the command line as users do: a process of its own, in a directory of its own."""

import json
import os
import pty
import shlex
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import click

import flat_api
from flat_api.cli._app import commands

from .forking import Forks

# A namespace package has no __file__; ours must be one that can be found.
ROOT = Path(flat_api.__file__).resolve().parent.parent
COMMAND = [sys.executable, "-W", "error", "-m", "flat_api.cli"]
VISITOR = Path(__file__).with_name("visitor.py")
PROC = Path("/proc")
PATIENCE = 30.0


def environment(**changes):
    """The variables of this process, without those that say something about colours or width, or about who is calling.

    Nobody has signed in there, whoever has on this machine.
    """
    left_out = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "FLAT_ACCESS_TOKEN", "FLAT_HOST", "FLAT_PROFILE")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    nobody = {"XDG_CONFIG_HOME": os.devnull, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    return {**kept, **nobody, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **changes}


def run(*arguments, stdin=b"", cwd=None, stdout=subprocess.PIPE, stderr=subprocess.PIPE, new=False, **changes):
    """What came of ``flat-api *arguments*``, output as text.

    *stdin* is text, bytes or an open file; *changes* are variables of the environment. Where nothing of all this has
    to be there before an interpreter starts, the process is a fork of one that runs already, unless it is to be *new*:
    it waits as long as it does for people then.
    """
    words, environ = [*map(str, arguments)], environment(**changes)
    text = stdin.encode() if isinstance(stdin, str) else stdin
    has_pipes = isinstance(text, bytes) and (stdout, stderr) == (subprocess.PIPE, subprocess.PIPE)
    if not new and has_pipes and forks().can_run(environ):
        done = forks().run(words, os.fspath(cwd or os.getcwd()), environ, text, PATIENCE)
    else:
        feed = {"input": text} if isinstance(text, bytes) else {"stdin": stdin}
        done = subprocess.run(
            [*COMMAND, *words], cwd=cwd, env=environ, timeout=PATIENCE, stdout=stdout, stderr=stderr, **feed
        )
    done.stdout, done.stderr = ((text or b"").decode() for text in (done.stdout, done.stderr))
    return done


@cache
def forks():
    """What forks for commands in this run of the tests."""
    return Forks(ROOT, environment())


def ask(sandbox, *arguments, **options):
    """What came of ``flat-api *arguments*`` with *sandbox* in the place of the API."""
    return run(*arguments, "--host", sandbox.url, **{"FLAT_ACCESS_TOKEN": sandbox.token, **options})


def browser(decision):
    """The variable that names the browser of a user who decides so."""
    return {"BROWSER": f"{shlex.quote(sys.executable)} {shlex.quote(str(VISITOR))} {decision} %s"}


def every_command(group=commands, *before):
    """Each command below *group*, with the words that lead to it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from every_command(command, *before, name)
        else:
            yield [*before, name], command


def start(*arguments, cwd):
    """``flat-api *arguments*`` as a running process that leads its own process group, fed through a pipe."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def start_on_terminal(*arguments, cwd, **changes):
    """``flat-api *arguments*`` as a process whose terminal is a new one, and our side of that.

    Ctrl-C that is written to our side reaches the process as if it was typed.
    """
    ours, theirs = pty.openpty()
    # What opens a terminal first in a new session is what Ctrl-C on that terminal goes to.
    shell = ["sh", "-c", 'exec "$@" 0<>"$0" 1>&0 2>&0', os.ttyname(theirs)]
    process = subprocess.Popen(
        [*shell, *COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=environment(**{"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "50", **changes}),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    return process, ours


def run_on_terminal(*arguments, cwd, **changes):
    """The exit code of ``flat-api *arguments*``, and all that it wrote to its terminal."""
    process, ours = start_on_terminal(*arguments, cwd=cwd, **changes)
    seen = read_all(ours).decode()
    return process.wait(PATIENCE), seen


def read_all(terminal):
    """What is written to a terminal until everybody has left it; *terminal* is its other side."""
    return b"".join(blocks_of(terminal))


def blocks_of(terminal):
    """What is written to a terminal, as it comes, until everybody has left it."""
    with open(terminal, "rb", buffering=0) as file:
        try:
            while block := file.read(65536):
                yield block
        except OSError:  # how Linux says that nobody has the terminal open any more
            pass


def finish(process):
    """Output, errors and exit code of *process*, once it has ended and its whole group with it."""
    output, errors = process.communicate(timeout=PATIENCE)
    wait_until(lambda: not group_lives(process.pid))
    return output.decode(), errors.decode(), process.returncode


def group_lives(group):
    """Whether a process of *group* still runs. One that has ended counts as gone, collected or not."""
    if not PROC.exists():
        return _accepts_signals(group)
    running = (fields for fields in map(_status, PROC.glob("[0-9]*/stat")) if fields and fields[0] != "Z")
    return any(int(fields[2]) == group for fields in running)


def _status(path):
    """State, parent, group and more of the process whose status is in *path*; nothing if it is gone."""
    try:
        return path.read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _accepts_signals(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(condition):
    """Return what *condition* returns as soon as that is true."""
    end = time.monotonic() + PATIENCE
    while not (result := condition()):
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)
    return result


def records(path):
    """The objects in the NDJSON file *path*; its last line must be whole."""
    text = path.read_text(encoding="ascii")
    assert text == "" or text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]


def task_line(number, **changes):
    """A Task as a line of NDJSON, as bytes."""
    task = {
        "id": str(number),
        "state": "done",
        "progress": {"percent": 33.3},
        "creationDate": "2023-06-05T10:20:30Z",
    }
    return json.dumps({**task, **changes}).encode() + b"\n"


def tasks(count, bad_every=0):
    """*count* lines, of which every *bad_every*th has a state that does not exist."""
    return b"".join(
        task_line(number, state="lost") if bad_every and number % bad_every == 0 else task_line(number)
        for number in range(1, count + 1)
    )
