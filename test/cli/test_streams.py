"""The standard streams: closed, full, left by their reader, narrow, and safe from what is printed."""

import json
import logging
import os
import re
import signal
import subprocess
import threading
from functools import partial

import pytest

from flat_api.cli._connection import Connection, opened
from flat_api.cli._exit import ExitCode

from ..serving import Answer, serving
from .running import COMMAND, PATIENCE, ROOT, environment, every_command, run, run_on_terminal

needs_dev_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")

PRINTING = [
    "me --sandbox",
    "scores list --sandbox",
    "scores list --sandbox --json",
    "scores delete demo --sandbox --yes",
    "show",
    "show --json",
    "check -",
    "check - --rejects -",
    "export demo --sandbox --format xml --output made.xml",
    "export demo --sandbox --format xml --output -",
    "demo --sample",
    "sandbox --list-faults",
    "--help",
    "--version",
]
READING = ["show", "show -", "check -", "scores import - --sandbox"]
each_printing = pytest.mark.parametrize("command", PRINTING)


def run_closed(command, redirections, cwd, stdin=b'{"id": "t1", "state": "dnoe"}\n'):
    """What came of *command* with the *redirections* of a shell, such as ``<&-``."""
    words = ["sh", "-c", f'exec "$@" {redirections}', "sh", *COMMAND, *command.split()]
    done = subprocess.run(words, cwd=cwd, env=environment(), input=stdin, capture_output=True, timeout=PATIENCE)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class TestClosed:
    @each_printing
    def test_standard_output(self, tmp_path, command):
        """What should have been printed is missed: an error, with the code for output that can't be written."""
        code, output, errors = run_closed(command, ">&-", tmp_path)
        assert output == ""
        if command.startswith("show") and "--json" not in command:  # which prints no refused value
            assert code == ExitCode.REFUSED
            return
        assert code == ExitCode.TROUBLE
        assert "standard output is closed" in errors or "it is closed" in errors
        assert "Traceback" not in errors

    @pytest.mark.parametrize("command", READING)
    def test_standard_input(self, tmp_path, command):
        """What should have been read is missed: wrong usage."""
        assert run_closed(command, "<&-", tmp_path) == (2, "", "Error: standard input is closed\n")

    @pytest.mark.parametrize("command", READING)
    def test_standard_input_for_machines(self, tmp_path, command):
        code, output, errors = run_closed(f"{command} --json", "<&-", tmp_path)
        assert (code, output) == (2, "")
        assert json.loads(errors)["error"]["message"] == "standard input is closed"

    def test_standard_error(self, tmp_path):
        """Messages are lost then; they don't end up among the output, and the exit code stays."""
        assert run_closed("scores get nowhere --sandbox", "2>&-", tmp_path) == (ExitCode.NOT_FOUND, "", "")
        assert run_closed("show", "2>&-", tmp_path) == (ExitCode.REFUSED, "", "")
        code, output, _ = run_closed("export demo --sandbox --format wav --output a.wav", "2>&-", tmp_path)
        assert (code, output) == (0, "a.wav\n")

    @pytest.mark.parametrize("command", ["me --sandbox", "show", "check - --jobs 2", "demo", "zzz"])
    def test_all_of_them(self, tmp_path, command):
        """A command without any stream still ends with the code for what happened."""
        assert run_closed(command, "<&- >&- 2>&-", tmp_path)[0] in (2, 3)

    def test_files_never_take_their_place(self, tmp_path):
        """What a command opens doesn't get the number of a closed stream, where others would write into it."""
        code, _, _ = run_closed("export demo --sandbox --format xml --output a.xml --quiet", "<&- >&- 2>&-", tmp_path)
        assert code == ExitCode.TROUBLE  # the name could not be printed
        assert (tmp_path / "a.xml").read_text().endswith("</score-partwise>\n")


class TestFull:
    @needs_dev_full
    @each_printing
    def test_disk(self, tmp_path, command):
        """A full disk is told, whatever was to be written to it."""
        if command == "show":
            pytest.skip("it prints no refused value")
        code, _, errors = run_closed(command, ">/dev/full", tmp_path)
        assert code == ExitCode.TROUBLE
        assert "No space left on device" in errors and "Traceback" not in errors

    @needs_dev_full
    def test_where_errors_go(self, tmp_path):
        """Nobody can be told that messages can't be written; the output is there all the same."""
        code, output, _ = run_closed("me --sandbox --verbose", "2>/dev/full", tmp_path)
        assert code == 0 and output.startswith("id ")


class TestReaderGone:
    @each_printing
    def test_of_the_output(self, tmp_path, command):
        """Nothing is said to nobody."""
        reading, writing = os.pipe()
        os.close(reading)
        with open(writing, "wb") as gone:
            done = run(*command.split(), cwd=tmp_path, stdout=gone, stdin=b'{"id": "t1"}\n')
        assert done.returncode == ExitCode.BROKEN_PIPE or (command == "check - --rejects -" and done.returncode == 0)
        assert "Broken pipe" not in done.stderr and "Traceback" not in done.stderr

    def test_of_the_messages(self, tmp_path):
        """A command goes on to its end when nobody reads how it is getting on."""
        reading, writing = os.pipe()
        os.close(reading)
        with open(writing, "wb") as gone:
            done = run("export", "demo", "--sandbox", "-F", "wav", "-o", "a.wav", cwd=tmp_path, stderr=gone)
        assert (done.returncode, done.stdout) == (0, "a.wav\n")


def test_a_pipe_that_does_not_block(tmp_path):
    """A pipe that a parent left non-blocking is waited for, and gets all of the output."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    lines = b"".join(b'{"id": %d}\n' % number for number in range(3000))
    process = subprocess.Popen(
        [*COMMAND, "check", "-", "--rejects", "-", "-q"],
        env=environment(), stdin=subprocess.PIPE, stdout=writing, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with process, open(reading, "rb") as output:
        process.stdin.write(lines)
        process.stdin.close()
        assert len(output.read().splitlines()) == 3000
        assert process.wait(PATIENCE) == ExitCode.REFUSED


class TestEscapes:
    """No line that is printed makes a terminal obey, whoever the text in it is from."""

    EVIL = "\x1b]0;owned\x07\x1b[31m\x9b2J\u202e"

    def check(self, text):
        found = set(re.findall(r"[^\n -~\u00a1-\u2fff]", text))
        assert not found & set(self.EVIL), text

    def test_what_the_api_says(self):
        body = {"code": self.EVIL, "message": f"a{self.EVIL}b", "id": self.EVIL}
        with serving(lambda request: Answer(body, 404)) as server:
            for arguments in (["me"], ["me", "--json"], ["scores", "get", "s1"], ["task", "t1"], ["task", "t1", "-w"]):
                done = run(*arguments, "--host", server.url, FLAT_ACCESS_TOKEN="t")
                assert done.returncode == ExitCode.NOT_FOUND
                self.check(done.stdout + done.stderr)

    def test_what_the_api_answers(self, tmp_path):
        """Names and titles, lists and tables, trees, states of tasks."""
        task = {"id": self.EVIL, "state": f"x{self.EVIL}", "type": self.EVIL, "progress": {"text": self.EVIL}}
        score = {"id": self.EVIL, "title": self.EVIL, "privacy": self.EVIL, "user": {"username": self.EVIL}}

        def route(request):
            return Answer([score] if "scores" in request.path and "users" in request.path else {**task, **score})

        with serving(route) as server:
            for arguments in (["me"], ["scores", "list"], ["scores", "get", "s1"], ["task", "t1"]):
                for option in ([], ["--json"], ["--verbose"]):
                    done = run(*arguments, *option, "--host", server.url, FLAT_ACCESS_TOKEN="t", cwd=tmp_path)
                    self.check(done.stdout + done.stderr)

    def test_a_redirect(self):
        """What --verbose tells of the requests, and of the places that answers send them to."""
        places = ["/\x1b]0;x\x07", "http://127.0.0.1:1/\x1b[31m", "/ok\x9b"]
        for place in places:
            answers = iter([Answer(b"", 302, {"Location": place})])
            with serving(lambda request: next(answers, Answer({}, 404))) as server:  # noqa: B023
                done = run("me", "--verbose", "--host", server.url, FLAT_ACCESS_TOKEN="t")
            assert "GET http://127.0.0.1" in done.stderr
            self.check(done.stdout + done.stderr)

    @pytest.mark.parametrize("words", [words for words, _ in every_command()], ids="-".join)
    def test_arguments(self, tmp_path, words):
        """What was typed is told without being obeyed, in whatever place of a command it stands."""
        for arguments in ([self.EVIL], [f"--{self.EVIL}"]):
            done = run(*words, *arguments, *([] if "sandbox" in words else ["--sandbox"]), cwd=tmp_path, stdin=b"")
            self.check(done.stdout + done.stderr)
            assert done.returncode in set(ExitCode) and "Traceback" not in done.stderr

    @pytest.mark.parametrize("option", ["--host", "--token", "--timeout", "--output", "--format", "--revision"])
    def test_values_of_options(self, tmp_path, option):
        done = run("export", "demo", option, self.EVIL, cwd=tmp_path)
        self.check(done.stdout + done.stderr)
        assert done.returncode in set(ExitCode) and "Traceback" not in done.stderr

    def test_names_of_files(self, tmp_path):
        """A name is printed with escapes; --json has it as it is."""
        name = "a\x1b[31m\u202e.musicxml"
        arguments = ["export", "demo", "--sandbox", "-F", "xml", "--force", "-o", name]
        assert run(*arguments, cwd=tmp_path).stdout == "a\\x1b[31m\\u202e.musicxml\n"
        assert json.loads(run(*arguments, "--json", cwd=tmp_path).stdout)["file"] == name
        (tmp_path / name).write_text("{}")
        for command in ("show", "check", "scores import"):
            done = run(*command.split(), name, *(["--sandbox"] if "import" in command else []), cwd=tmp_path)
            self.check(done.stdout + done.stderr)

    def test_on_a_terminal(self, tmp_path):
        """Where there are colours, they are those of the program."""
        (tmp_path / "task.json").write_text(json.dumps({"id": self.EVIL, self.EVIL: self.EVIL}))
        code, seen = run_on_terminal("show", "task.json", cwd=tmp_path)
        assert code == 0
        self.check(re.sub(r"\x1b\[[\d;]*m|\r", "", seen).replace("└──", "").replace("├──", ""))


SCORES = [
    {
        "id": f"{number:024}",
        "title": f"A title that is a little long {number}",
        "privacy": "private",
        "user": {"username": "somebody"},
        "modificationDate": "2023-06-05T10:20:30Z",
    }
    for number in range(3)
]


class TestNarrowTerminals:
    @pytest.mark.parametrize(
        ("columns", "headings", "title"),
        [
            (200, "id title privacy by changed", "A title that is a little long 0"),
            (80, "id title privacy by", "A title that is a little long 0"),
            (60, "id title privacy", "A title that is a little~"),
            (45, "id title", "A title that is a ~"),
            (40, "id title", "A title that ~"),
            (20, "id title", "A title tha~"),
            (1, "id title", "A title tha~"),
        ],
    )
    def test_lists(self, tmp_path, columns, headings, title):
        """There are as many columns as fit, and titles are cut; identifiers never are."""
        with serving(lambda request: Answer(SCORES)) as server:
            arguments = ["scores", "list", "--host", server.url, "--token", "t"]
            code, seen = run_on_terminal(*arguments, cwd=tmp_path, COLUMNS=str(columns), NO_COLOR="1")
        lines = re.sub(r"\x1b\[[\d;]*m|\r", "", seen).splitlines()
        assert code == 0 and len(lines) == 4
        assert lines[0].split() == headings.split()
        assert lines[1].startswith(f"{0:024}  {title}")
        assert columns < 40 or all(len(line) <= columns for line in lines)

    @pytest.mark.parametrize(
        "command",
        [
            "me --sandbox",
            "export demo --sandbox --force -o a.mp3",
            "demo",
            "--help",
            "check --help",
            "zzz",
            "task x --sandbox",
        ],
    )
    def test_whatever_is_printed(self, tmp_path, command):
        """No width ends in an error of its own."""
        for columns in ("1", "20"):
            code, seen = run_on_terminal(*command.split(), cwd=tmp_path, COLUMNS=columns)
            assert code in (0, 2, 7) and "Traceback" not in seen and "at fault" not in seen

    def test_wide_characters(self, tmp_path):
        """Titles are measured as a terminal shows them."""
        scores = [{**SCORES[0], "title": "音楽の題名はとても長いものである"}]
        with serving(lambda request: Answer(scores)) as server:
            arguments = ["scores", "list", "--host", server.url, "--token", "t"]
            _, seen = run_on_terminal(*arguments, cwd=tmp_path, COLUMNS="50", NO_COLOR="1")
        assert re.search(r"0  音楽の題名はとても長い ?~", seen)


def test_python_m_flat_api(tmp_path):
    """`python -m flat_api` is the command, with worker processes, too."""
    command = [*COMMAND[:-1], "flat_api"]
    done = subprocess.run([*command, "--version"], capture_output=True, env=environment(), timeout=PATIENCE)
    assert (done.returncode, done.stdout.startswith(b"flat-api "), done.stderr) == (0, True, b"")
    lines = b'{"id": "t1"}\n' * 100
    check = [*command, "check", "-", "--jobs", "2", "--json", "-q"]
    done = subprocess.run(check, input=lines, capture_output=True, env=environment(), cwd=tmp_path, timeout=PATIENCE)
    assert json.loads(done.stdout)["accepted"] == 100 and done.stderr == b""


@pytest.mark.parametrize(
    "guide", ["README.md", "docs/command-line.md", "docs/sandbox.md", "docs/client.md", "docs/signing-in.md"]
)
def test_guides_install_what_there_is(guide):
    """No guide has people ask an index for the package, which none has."""
    for line in re.findall(r"pip install.*", (ROOT / guide).read_text()):
        assert "flat-api-frozen" not in line


SIGNALS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]


class TestSignals:
    """Ctrl-C, SIGTERM and SIGHUP end every command in the same way."""

    @pytest.mark.parametrize(("number", "code"), SIGNALS)
    @pytest.mark.parametrize("command", ["me", "collections list", "export s1 -F xml", "task t1 --output x"])
    def test_during_a_request(self, tmp_path, command, number, code):
        self.stopped(tmp_path, command.split(), number, code)
        assert list(tmp_path.iterdir()) == []

    def stopped(self, cwd, command, number, code):
        asked, go_on = threading.Event(), threading.Event()

        def route(request):
            asked.set()
            go_on.wait(30)
            return {}

        with serving(route) as server:
            words = [*COMMAND, *command, "--host", server.url, "--token", "t"]
            with subprocess.Popen(words, cwd=cwd, env=environment(), stderr=subprocess.PIPE) as process:
                assert asked.wait(30)
                process.send_signal(number)
                errors = process.stderr.read()
            go_on.set()
        told, *hints = errors.decode().splitlines()
        assert (process.returncode, told) == (code, "Interrupted.")
        assert hints == [] or hints[0].startswith("The task goes on. To come back to it: flat-api task t1 --watch")

    @pytest.mark.parametrize(("number", "code"), SIGNALS)
    def test_during_a_check(self, tmp_path, number, code):
        """The rejects are whole, and the summary says where it stopped."""
        words = [*COMMAND, "check", "-", "--rejects", "rejects", "--json", "-q"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        with subprocess.Popen(words, cwd=tmp_path, env=environment(), **pipes) as process:
            process.stdin.write(b'{"id": 5}\n' * 50_000)
            process.stdin.flush()
            while not (tmp_path / "rejects").exists() or not (tmp_path / "rejects").stat().st_size:
                assert process.poll() is None
            process.send_signal(number)
            told = json.loads(process.stdout.read())
        assert process.returncode == told["exit_code"] == code
        assert told["refused"] == len((tmp_path / "rejects").read_text().splitlines())

    def test_a_signal_that_is_ignored(self, tmp_path):
        """Under nohup a closed terminal ends nothing."""
        words = [*COMMAND, "check", "-", "--json", "-q"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        nohup = partial(signal.signal, signal.SIGHUP, signal.SIG_IGN)
        with subprocess.Popen(words, cwd=tmp_path, env=environment(), preexec_fn=nohup, **pipes) as process:
            process.stdin.write(b'{"id": "a"}\n')
            process.stdin.flush()
            process.send_signal(signal.SIGHUP)
            process.stdin.close()
            assert json.loads(process.stdout.read())["accepted"] == 1
        assert process.returncode == 0

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
    def test_of_the_built_in_server(self, tmp_path, number):
        """To it they are good ends."""
        words = [*COMMAND, "sandbox"]
        with subprocess.Popen(words, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE) as process:
            assert b"The API for trying things out" in process.stdout.readline()
            process.send_signal(number)
            process.stdout.read()
        assert process.returncode == 0


@pytest.mark.parametrize(("warns", "verbose"), [(True, False), (False, False), (True, True), (False, True)])
def test_warnings_of_the_client_are_told(capsys, warns, verbose):
    """People are told what the client warns of, such as a wait for the end of a rate limit; machines are not."""
    with opened(Connection(sandbox=True, warns=warns, verbose=verbose)):
        logging.getLogger("flat_api.rest").warning("the rate limit ends in %d s\x1b", 40)
        logging.getLogger("flat_api.rest").info("of no concern")
    logging.getLogger("flat_api.rest").warning("when the command has ended")
    told = capsys.readouterr().err.splitlines()
    if verbose:
        assert "WARNING flat_api.rest: the rate limit ends in 40 s\\x1b" in told
    else:
        assert told == (["Warning: the rate limit ends in 40 s\\x1b"] if warns else [])
