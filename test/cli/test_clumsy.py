"""What clumsy and hostile users type ends in a sentence and the right exit code, never in a traceback."""

import json
import os
import re
import stat
import subprocess

import click
import pytest

from flat_api.cli._exit import ExitCode
from flat_api.cli._types import FILE, IDENTIFIER, TEXT, URL, Seconds

from ..serving import serving
from .running import COMMAND, PATIENCE, environment, every_command, run

LONG = "x" * 5000
NO_TEXT = os.fsdecode(b"caf\xe9")


def check(done, code):
    """*done* ended with *code*, and said why in a few lines that a terminal can be trusted with."""
    assert done.returncode == code, done.stderr
    assert done.stderr.splitlines()[-1] if code else True
    assert "Traceback" not in done.stderr and "at fault" not in done.stderr
    assert "\x1b" not in done.stderr and len(done.stderr) < 2000


class TestTypes:
    """What options accept."""

    @pytest.mark.parametrize("value", ["", ".", "..", "a\nb", "\r", "\0", "\x1b[31m", "\x7f", NO_TEXT])
    def test_no_identifiers(self, value):
        with pytest.raises(click.BadParameter):
            IDENTIFIER.convert(value, None, None)

    @pytest.mark.parametrize("value", ["5b0f", "a/b", "...", "é", "a b", "-", "\u202e"])
    def test_identifiers(self, value):
        assert IDENTIFIER.convert(value, None, None) == value

    def test_text(self):
        assert TEXT.convert("two\nlines", None, None) == "two\nlines"
        for value in ("", NO_TEXT):
            with pytest.raises(click.BadParameter):
                TEXT.convert(value, None, None)

    def test_names_of_files(self):
        """Any name will do that a file can have."""
        assert FILE.convert(NO_TEXT, None, None) == NO_TEXT
        with pytest.raises(click.BadParameter, match="it is empty"):
            FILE.convert("", None, None)

    @pytest.mark.parametrize(
        "value",
        ["http://a", "https://api.flat.io/v2", "HTTP://a:8080/x/", "http://[::1]:80", "http://u:p@a", "http://é."],
    )
    def test_urls(self, value):
        assert URL.convert(value, None, None) == value

    @pytest.mark.parametrize(
        "value",
        [
            *(
                "",
                "a",
                "a:80",
                "//a",
                "http://",
                "http:///x",
                "http://:80",
                "http://[::1",
                "http://a:99999",
                "http://a:x",
            ),
            *("http://a:0", "ftp://a", "file:///a", "http://a b", "http://a/\n", "http://a?x=y", "http://a#b"),
            *("http://a..b", "http://..", "http://a\\b", "http://a\u202e", f"http://{NO_TEXT}"),
        ],
    )
    def test_no_urls(self, value):
        with pytest.raises(click.BadParameter):
            URL.convert(value, None, None)

    @pytest.mark.parametrize("value", ["nan", "inf", "-inf", "-1", "1e309", "1e10", "", "soon", "1,5", "-0.1", "0"])
    def test_no_seconds(self, value):
        with pytest.raises(click.BadParameter, match=f"expected seconds, .*, got {value!r}"):
            Seconds().convert(value, None, None)

    def test_seconds(self):
        assert [Seconds().convert(value, None, None) for value in ("0.5", "1e9", "1e-9")] == [0.5, 1e9, 1e-9]
        assert Seconds(or_none=True).convert("0", None, None) == 0


IDENTIFIED = ["task", "scores get", "scores delete --yes", "export", "scores list --user", "collections list --parent"]


@pytest.mark.parametrize("command", IDENTIFIED)
def test_identifiers_that_are_none(command):
    """Nothing is sent for them."""
    with serving(lambda request: {}) as server:
        for value in ("", "..", "a\nb", NO_TEXT):
            check(run(*command.split(), value, "--host", server.url, FLAT_ACCESS_TOKEN="t"), 2)
    assert server.requests == []


@pytest.mark.parametrize("option", ["--title", "--collection"])
def test_texts_that_are_none(tmp_path, option):
    (tmp_path / "a.xml").write_text("<score-partwise/>")
    for value in ("", NO_TEXT):
        check(run("scores", "import", "a.xml", option, value, "--sandbox", cwd=tmp_path), 2)


def test_names_that_are_no_text(tmp_path):
    """A file is sent under a name that can be: bytes that are no UTF-8 are those of Latin-1."""
    names = {NO_TEXT: "café", "caf\u00e9 2": "café 2", "a\x1bb": "a\x1bb", os.fsdecode(b"\xe6\x97"): "\u00e6\u0097"}
    for name in names:
        (tmp_path / name).write_text("<score-partwise/>")
        with serving(lambda request: {"id": "s1"}) as server:
            done = run("scores", "import", name, "--host", server.url, cwd=tmp_path, FLAT_ACCESS_TOKEN="t")
        check(done, 0)
        assert json.loads(server.requests[0].body)["filename"] == names[name]


def test_tokens_that_no_header_can_hold():
    """They are wrong usage, whether they were typed or come from the environment, and are not told."""
    for token in ("a\nb", "\x1bsecret", "sécret"):
        check(run("me", "--token", token, "--host", "http://127.0.0.1:1"), 2)
        done = run("me", "--host", "http://127.0.0.1:1", FLAT_ACCESS_TOKEN=token)
        check(done, 2)
        assert "cret" not in done.stderr


class TestOutputs:
    """Where files go."""

    def export(self, cwd, *arguments, **options):
        return run("export", "demo", "--sandbox", "--quiet", *arguments, cwd=cwd, **options)

    @pytest.mark.parametrize("name", ["x.pdf", "X.PDF", "a.b.ogg", "song.flac", "dir.x/song.abc"])
    def test_names_of_no_kind(self, tmp_path, name):
        """A name that ends like no kind of file there is is refused, with those that there are; --format decides."""
        (tmp_path / "dir.x").mkdir()
        done = self.export(tmp_path, "--output", name)
        check(done, 2)
        assert (
            f"not exported as {name[-4:].lower() if name[-5] != '.' else name[-5:]}, but as .mp3, .wav, " in done.stderr
        )
        done = self.export(tmp_path, "--output", name, "--format", "mxl")
        assert (done.returncode, done.stdout) == (0, f"{name}\n")
        assert (tmp_path / name).read_bytes().startswith(b"PK")

    @pytest.mark.parametrize("name", ["song", "Op. 27, No. 2", "v1.", "...", ".song", "a.long-ending-that-is-none"])
    def test_names_without_a_kind(self, tmp_path, name):
        """A name that doesn't end in one gets sound."""
        assert self.export(tmp_path, "--output", name).returncode == 0
        assert (tmp_path / name).stat().st_size > 10_000

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("new/", "there is no folder new"),
            ("new/a.mxl", "there is no folder new"),
            ("file/", "there is no folder file"),
            ("file/a.mxl", "there is no folder file"),
            ("file", "file is there already"),
            ("pipe", "pipe is there already"),
            (f"{LONG}.mxl", "File name too long"),
        ],
    )
    def test_places_that_are_none(self, tmp_path, name, said):
        """They are told before anything is asked for, and nothing is left behind."""
        (tmp_path / "file").write_text("mine")
        os.mkfifo(tmp_path / "pipe")
        done = self.export(tmp_path, "--output", name, "--format", "mxl")
        check(done, ExitCode.TROUBLE)
        assert said in done.stderr
        assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "pipe"]
        assert (tmp_path / "file").read_text() == "mine"

    @pytest.mark.parametrize("name", ["pipe", "null"])
    def test_what_is_no_regular_file(self, tmp_path, name):
        """Not even --force puts a file in the place of a pipe or a device."""
        os.mkfifo(tmp_path / "pipe")
        os.mkfifo(tmp_path / "null")
        done = self.export(tmp_path, "--output", name, "--format", "mxl", "--force")
        check(done, ExitCode.TROUBLE)
        assert f"{name} exists, and is not a regular file" in done.stderr
        assert stat.S_ISFIFO((tmp_path / name).stat().st_mode)

    def test_standard_output(self, tmp_path):
        """The file goes to standard output, and nothing else does; nothing is left of it."""
        for wanted, start in ("xml", b"<?xml"), ("mxl", b"PK"), ("wav", b"RIFF"):
            command = [*COMMAND, "export", "demo", "--sandbox", "-F", wanted, "-o", "-"]
            environ = environment(TMPDIR=str(tmp_path))
            done = subprocess.run(command, env=environ, cwd=tmp_path, capture_output=True, timeout=PATIENCE)
            assert done.returncode == 0 and done.stdout.startswith(start)
            assert bool(done.stderr) == (wanted == "wav")  # how the task gets on
            named = run("export", "demo", "--sandbox", "-F", wanted, "-q", "-o", "same", "-f", cwd=tmp_path)
            assert named.returncode == 0 and (tmp_path / "same").read_bytes() == done.stdout
        assert [path.name for path in tmp_path.iterdir()] == ["same"]

    def test_standard_output_for_machines(self, tmp_path):
        """What --json says of the file is on standard error then."""
        done = self.export(tmp_path, "--output", "-", "--format", "xml", "--json")
        assert json.loads(done.stderr) == {"file": "-", "bytes": len(done.stdout.encode()), "task": None}

    def test_standard_output_that_ends_early(self, tmp_path):
        """An error on the way leaves standard output empty: the file is there whole or not at all."""
        done = run("export", "nowhere", "--sandbox", "-F", "xml", "-o", "-", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (ExitCode.NOT_FOUND, "")

    def test_a_task(self, tmp_path, sandbox):
        variables = {"FLAT_ACCESS_TOKEN": sandbox.token}
        poller = sandbox.client().scores.export(sandbox.score, "wav")
        command = [*COMMAND, "task", poller.id, "--host", sandbox.url, "-o", "-", "-q"]
        done = subprocess.run(
            command, env=environment(**variables), cwd=tmp_path, capture_output=True, timeout=PATIENCE
        )
        assert (done.returncode, done.stdout[:4], done.stderr) == (0, b"RIFF", b"")
        assert list(tmp_path.iterdir()) == []


class TestModels:
    """`--model` runs whatever code a module has."""

    @pytest.mark.parametrize("source", ["import sys; sys.exit(5)", "def (", "1/0", "def f(): f()\nf()"])
    def test_modules_that_fail(self, tmp_path, source):
        (tmp_path / "mine.py").write_text(source)
        done = run("show", "--model", "mine:X", cwd=tmp_path, stdin="{}")
        check(done, 2)
        assert "the module 'mine' can't be imported: " in done.stderr

    def test_a_class_that_other_processes_cannot_get(self, tmp_path):
        """The check says so, and how to do without them."""
        (tmp_path / "mine.py").write_text(
            "from flat_api.schemas import StrSchema\n"
            "def made():\n    class Mine(StrSchema):\n        pass\n    return Mine\nX = made()\n"
        )
        done = run("check", "-", "--model", "mine:X", "--jobs", "2", cwd=tmp_path, stdin='"a"\n')
        check(done, ExitCode.TROUBLE)
        assert done.stderr.endswith("--jobs 1 does without other processes.\n")
        assert run("check", "-", "--model", "mine:X", cwd=tmp_path, stdin='"a"\n').returncode == 0


@pytest.mark.parametrize("name", ["", "missing", ".", "file/x", LONG, NO_TEXT, "a\nb\x1b"])
@pytest.mark.parametrize("command", ["show", "check", "scores import --sandbox"])
def test_files_that_cannot_be_read(tmp_path, command, name):
    """The name is told, cut where it is long, and the exit code is that for files that can't be read."""
    (tmp_path / "file").write_text("{}")
    done = run(*command.split(), "--", name, cwd=tmp_path, stdin="{}")
    check(done, 2)
    assert done.stderr.startswith("Error: ")


def test_files_without_an_end(tmp_path):
    """Reading ends at a limit."""
    if not os.path.exists("/dev/zero"):
        pytest.skip("needs /dev/zero")
    for command in ("show", "scores import --sandbox"):
        done = run(*command.split(), "/dev/zero", cwd=tmp_path)
        check(done, 2)
        assert "more than 64 MiB for one " in done.stderr


CONNECTED = ("export", "task", "me", "scores", "collections", "classes", "backup", "api")


@pytest.mark.parametrize("words", [words for words, _ in every_command()], ids="-".join)
def test_a_folder_that_has_gone(tmp_path, words):
    """Where the current folder was removed, what needs it is told, and the rest works."""
    folder = tmp_path / "gone"
    folder.mkdir()
    arguments = {"export": ["demo", "-F", "xml"], "task": ["x"], "check": ["-"], "show": ["-"]}.get(words[0], [])
    arguments += {"get": ["demo"], "delete": ["demo", "--yes"], "import": ["-"], "search": ["ode"]}.get(words[-1], [])
    arguments += {"edit": ["demo", "--title", "x"], "history": ["demo"], "completion": ["bash"]}.get(words[-1], [])
    arguments += ["x"] if words == ["classes", "show"] else []
    arguments += {"students": ["x"], "assignments": ["x"], "submissions": ["x", "y"]}.get(words[-1], [])
    arguments += {"login": ["--token"], "backup": ["here"], "api": ["get", "me"]}.get(words[0], [])
    arguments += ["--list-faults"] if words == ["sandbox"] else []
    arguments += ["--sandbox"] if words[0] in CONNECTED else []
    shell = ["sh", "-c", 'rmdir "$PWD"; exec "$@"', "sh", *COMMAND, *words, *arguments]
    done = subprocess.run(shell, cwd=folder, env=environment(), input=b"{}", capture_output=True, timeout=PATIENCE)
    accepted = {"login": (10,), "whoami": (5,)}.get(words[0], (0, 3, 4, 7))  # there is no network, and no token
    assert done.returncode in accepted, done.stderr
    assert b"Traceback" not in done.stderr and b"at fault" not in done.stderr


@pytest.mark.parametrize(
    "variables",
    [
        {"COLUMNS": "abc", "LINES": "x"},
        {"COLUMNS": "-5"},
        {"TERM": ""},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""},
        {"PYTHONUNBUFFERED": "1"},
        {"TZ": "no/where"},
        {"HOME": ""},
        {"_FLAT_API_COMPLETE": "bash_complete"},
        {"_FLAT_API_COMPLETE": "bash_complete", "COMP_WORDS": "'", "COMP_CWORD": "x"},
    ],
    ids=lambda variables: " ".join(f"{name}={value}" for name, value in variables.items()),
)
def test_odd_environments(tmp_path, variables):
    done = run("show", "-", cwd=tmp_path, stdin='{"id": "é\u202e"}', **variables)
    check(done, 0)
    assert re.search(r"id: '(é|\\xe9)\\u202e'", done.stdout) or "_FLAT_API_COMPLETE" in variables


def test_a_fault_of_the_program_is_told_in_a_line():
    """A sentence says what happened and where; with --json the traceback is there for whoever mends it."""
    program = (
        "import sys, flat_api.cli._show as module; from flat_api.cli import main\n"
        "module.read_whole = lambda name: 1 / 0\nsys.exit(main(sys.argv[1:]))"
    )
    for option in ([], ["--json"]):
        command = ["python", "-c", program, "show", "-", *option]
        command[0] = COMMAND[0]
        done = subprocess.run(
            command, env=environment(), input=b"{}", capture_output=True, timeout=PATIENCE, text=False
        )
        assert done.returncode == ExitCode.TROUBLE
        text = done.stderr.decode()
        if option:
            error = json.loads(text)["error"]
            assert error["kind"] == "internal" and "ZeroDivisionError" in "".join(error["traceback"])
        else:
            said = r"Error: flat-api itself is at fault: ZeroDivisionError: division by zero \(.*, line \d+\)\n"
            assert re.fullmatch(said, text)
