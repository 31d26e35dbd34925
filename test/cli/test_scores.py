"""`flat-api me`, `scores` and `collections`: what is in an account, in tables and in JSON."""

import contextlib
import io
import json
import os
import re
import subprocess
import threading
import zipfile

import pytest

from flat_api.cli._formats import FORMATS, TASK_FORMATS
from flat_api.cli.scores import PRIVACIES
from flat_api.model.score_privacy import ScorePrivacy
from flat_api.schemas import declaration_of

from ..serving import serving
from .running import ask, blocks_of, run, run_on_terminal, start_on_terminal

MUSIC = b"""<?xml version="1.0" encoding="UTF-8"?>
<score-partwise version="4.0"><work><work-title>\xc3\x89tude</work-title></work>
<part-list><score-part id="P1"><part-name>Piano</part-name></score-part></part-list>
<part id="P1"><measure number="1"><note><pitch><step>C</step><octave>4</octave></pitch><duration>4</duration></note>
</measure></part></score-partwise>"""


def zipped(data):
    """*data* as compressed MusicXML."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "META-INF/container.xml", '<container><rootfiles><rootfile full-path="a.xml"/></rootfiles></container>'
        )
        archive.writestr("a.xml", data)
    return file.getvalue()


def answered(process, ours, key):
    """What *process* writes to its terminal after *key* is typed there; *ours* is our side of that."""
    blocks = []
    reading = threading.Thread(target=lambda: blocks.extend(blocks_of(ours)))
    reading.start()
    for _ in range(10):
        # Python may miss a signal that comes just before it begins to read: people press again, too.
        os.write(ours, key)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(3)
            break
    reading.join()
    return b"".join(blocks).decode()


IN_UTF_16 = MUSIC.decode().replace("UTF-8", "UTF-16").encode("utf-16")


def test_me(sandbox):
    """The account is shown field by field, or as the API sent it."""
    done = ask(sandbox, "me")
    assert (done.returncode, done.stderr) == (0, "")
    shown = dict(line.split(None, 1) for line in done.stdout.splitlines())
    told = ask(sandbox, "me", "--json")
    assert len(told.stdout.splitlines()) == 1
    assert shown["username"] == json.loads(told.stdout)["username"] == "sandbox"
    assert run("check", "-m", "UserDetails", "-", stdin=told.stdout).returncode == 0


class TestScores:
    """Scores are listed, read, made of files and deleted."""

    def test_list(self, sandbox):
        """A table has a line for each score, and begins with the identifier."""
        done = ask(sandbox, "scores", "list")
        heading, *rows = done.stdout.splitlines()
        assert heading.split() == ["id", "title", "privacy", "by", "changed"]
        assert [row.split()[0] for row in rows] == [sandbox.score]
        assert "Ode to Joy" in rows[0]
        assert not any(line.endswith(" ") for line in done.stdout.splitlines())

    def test_list_as_json_lines(self, sandbox):
        """With --json each score is a line, which `check` reads."""
        with sandbox.client() as flat:
            flat.scores.create_score(body={"title": "Two", "data": MUSIC.decode()})
        lines = ask(sandbox, "scores", "list", "--json").stdout
        assert sorted(json.loads(line)["title"] for line in lines.splitlines()) == ["Ode to Joy", "Two"]
        assert run("check", "-m", "ScoreDetails", "-", stdin=lines).returncode == 0

    def test_list_of_somebody_else(self, sandbox):
        """--user lists what that user has published."""
        with sandbox.client() as flat:
            other = flat.scores.get_score(score=sandbox.public_score).user.id
        done = ask(sandbox, "scores", "list", "--user", other)
        assert [row.split()[0] for row in done.stdout.splitlines()[1:]] == [sandbox.public_score]

    def test_nothing_to_list(self):
        """An empty list is a sentence for people and nothing for machines."""
        with serving(lambda request: []) as server:
            asked = ["scores", "list", "--host", server.url]
            assert run(*asked, FLAT_ACCESS_TOKEN="t").stdout == "There are no scores here.\n"
            assert run(*asked, "--json", FLAT_ACCESS_TOKEN="t").stdout == ""

    def test_what_others_wrote_is_not_obeyed(self):
        """A title can't send escape sequences to the terminal, and isn't markup."""
        with serving(lambda request: [{"id": "s1", "title": "[red]\x1b[2J\n"}]) as server:
            code, seen = run_on_terminal("scores", "list", "--host", server.url, cwd=".", FLAT_ACCESS_TOKEN="t")
        assert code == 0
        assert "[red]\\x1b[2J\\n" in seen
        assert "\x1b[2J" not in seen

    @pytest.mark.parametrize("columns", [20, 40, 80])
    def test_a_narrow_terminal_has_fewer_columns(self, columns):
        """What does not fit is left out or cut: a row stays a line, and no line is longer than the terminal."""
        scores = [{"id": f"5c01e{number}", "title": "A long title " * 9, "privacy": "private"} for number in range(3)]
        with serving(lambda request: scores) as server:
            asked = ["scores", "list", "--host", server.url]
            code, seen = run_on_terminal(*asked, cwd=".", FLAT_ACCESS_TOKEN="t", COLUMNS=str(columns))
        lines = re.sub(r"\x1b\[[0-9;]*m", "", seen).splitlines()
        assert code == 0
        assert [line.split()[0] for line in lines] == ["id", "5c01e0", "5c01e1", "5c01e2"]
        assert max(map(len, lines)) <= columns

    def test_get(self, sandbox):
        """A score is shown field by field, absent ones left out."""
        done = ask(sandbox, "scores", "get", sandbox.score)
        shown = dict(line.split(None, 1) for line in done.stdout.splitlines())
        assert (shown["title"], shown["composer"]) == ("Ode to Joy", "Ludwig van Beethoven")
        assert "lyricist" not in shown
        told = ask(sandbox, "scores", "get", sandbox.score, "--json").stdout
        assert run("show", "-m", "ScoreDetails", stdin=told).returncode == 0

    @pytest.mark.parametrize(
        ("name", "data"),
        [("a.musicxml", MUSIC), ("a.mxl", zipped(MUSIC)), ("a.xml", IN_UTF_16)],
        ids=["plain", "zip", "utf-16"],
    )
    def test_import(self, sandbox, tmp_path, name, data):
        """A file becomes a score, private unless something else is said."""
        (tmp_path / name).write_bytes(data)
        done = ask(sandbox, "scores", "import", name, "--json", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        score = json.loads(done.stdout)
        assert (score["title"], score["privacy"]) == ("Étude", "private")
        notation = ask(sandbox, "export", score["id"], "-F", "xml", "-o", "out.xml", cwd=tmp_path)
        assert notation.returncode == 0

    def test_import_of_midi(self, sandbox, tmp_path):
        """MIDI files are sent as base64, even where they happen to be UTF-8."""
        assert ask(sandbox, "export", sandbox.score, "-o", "ode.mid", cwd=tmp_path).returncode == 0
        done = ask(sandbox, "scores", "import", "ode.mid", "--title", "Again", "--privacy", "public", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        shown = dict(line.split(None, 1) for line in done.stdout.splitlines())
        assert (shown["title"], shown["privacy"]) == ("Again", "public")

    def test_import_from_standard_input(self, sandbox):
        """- is standard input; the collection is where it is to be put."""
        with sandbox.client() as flat:
            collection = flat.collections.create_collection(body={"title": "Studies", "privacy": "private"}).id
        done = ask(sandbox, "scores", "import", "-", "--collection", collection, "--json", stdin=MUSIC)
        assert collection in json.loads(done.stdout)["collections"]

    def test_import_of_no_file(self, sandbox, tmp_path):
        """A file that isn't there is told before anything is sent."""
        done = ask(sandbox, "scores", "import", "nothing.xml", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (2, "Error: nothing.xml: No such file or directory\n")
        assert sandbox.requests == []

    def test_import_that_the_api_refuses(self, sandbox, tmp_path):
        """What is no music exits 4, with the words of the API."""
        (tmp_path / "a.xml").write_text("<html/>")
        done = ask(sandbox, "scores", "import", "a.xml", cwd=tmp_path)
        assert done.returncode == 4
        assert done.stderr.startswith("Error: the API refuses the request: ")

    @pytest.mark.parametrize(("options", "state"), [([], "trashed"), (["--now"], "deleted")])
    def test_delete(self, sandbox, options, state):
        """With --yes nobody is asked, and --now leaves nothing in the trash."""
        done = ask(sandbox, "scores", "delete", sandbox.score, "--yes", *options, "--json")
        assert (done.returncode, json.loads(done.stdout)) == (0, {"id": sandbox.score, "state": state})
        (request,) = sandbox.requests
        assert (request.operation, request.query) == ("delete_score", "now=true" if options else "")
        assert ask(sandbox, "scores", "list", "--json").stdout == ""

    def test_delete_without_anybody_to_ask(self, sandbox):
        """In a pipe --yes is needed, for safety."""
        done = ask(sandbox, "scores", "delete", sandbox.score)
        assert done.returncode == 2
        assert "--yes does it without asking" in done.stderr
        assert sandbox.requests == []

    @pytest.mark.parametrize(
        ("key", "code", "said"),
        [
            (b"y\n", 0, " is in the trash"),
            (b"n\n", 1, "Nothing was deleted."),
            (b"\n", 1, "Nothing was deleted."),
            (b"\x04", 1, "Nothing was deleted."),
            (b"\x03", 130, "Interrupted."),
        ],
    )
    def test_delete_asks_on_a_terminal(self, sandbox, tmp_path, key, code, said):
        """Only a yes deletes; no, nothing at all and Ctrl-C leave the score where it is, and that is said."""
        process, ours = self.asked(sandbox, tmp_path)
        seen = answered(process, ours, key)
        assert process.returncode == code
        assert seen.rstrip().endswith(said)
        assert [request.method for request in sandbox.requests] == (["DELETE"] if code == 0 else [])

    def test_no_as_json(self, sandbox, tmp_path):
        """With --json the no is an object as well, which is of a kind of its own."""
        process, ours = self.asked(sandbox, tmp_path, "--json")
        told = json.loads(answered(process, ours, b"n\n").splitlines()[-1])["error"]
        assert told == {"kind": "declined", "message": "Nothing was deleted.", "hint": None, "exit_code": 1}
        assert sandbox.requests == []

    def asked(self, sandbox, folder, *options):
        """A process that has asked whether to delete a score, and our side of its terminal."""
        process, ours = start_on_terminal(
            "scores", "delete", sandbox.score, "--host", sandbox.url, *options,
            cwd=folder, FLAT_ACCESS_TOKEN=sandbox.token,
        )  # fmt: skip
        seen = b""
        while b"[y/N]" not in seen:
            seen += os.read(ours, 4096)
        return process, ours


class TestSearch:
    """Scores are searched for here, since the API has no search."""

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            (["ode"], ["Ode to Joy"]), (["BEETHOVEN", "joy"], ["Ode to Joy"]), (["etude"], ["Étude"]),
            (["van", "étude"], []), (["exam"], ["Étude"]), (["e"], ["Ode to Joy", "Étude"]),
        ],
    )  # fmt: skip
    def test_search(self, sandbox, words, found):
        """All words must be somewhere; capitals and accents don't matter."""
        with sandbox.client() as flat:
            score = flat.scores.create_score(body={"title": "Étude", "data": MUSIC.decode(), "privacy": "private"}).id
            flat.scores.edit_score(score=score, body={"title": "Étude", "tags": ["exam"]})
        lines = ask(sandbox, "scores", "search", *words, "--json").stdout.splitlines()
        assert sorted(json.loads(line)["title"] for line in lines) == sorted(found)

    def test_search_in_a_collection(self, sandbox):
        """--collection says where."""
        with sandbox.client() as flat:
            collection = flat.collections.create_collection(body={"title": "A", "privacy": "private"}).id
        done = ask(sandbox, "scores", "search", "ode", "--collection", collection)
        assert (done.returncode, done.stdout) == (0, "No score has these words.\n")


class TestEdit:
    """What is said about a score is changed, and nothing else."""

    def test_edit(self, sandbox):
        """Only what is mentioned is sent."""
        done = ask(
            sandbox, "scores", "edit", sandbox.score, "--title", "Freude", "--tag", "piano", "--tag", "exam",
            "--privacy", "public", "--clear", "composer", "--json",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        score = json.loads(done.stdout)
        assert (score["title"], score["tags"], score["privacy"]) == ("Freude", ["piano", "exam"], "public")
        assert not score.get("composer")

    def test_what_is_sent(self):
        """--clear is null, for tags an empty list."""
        with serving(lambda request: {"id": "s1"}) as server:
            run(
                "scores", "edit", "s1", "--clear", "subtitle", "--clear", "tags", "--lyricist", "L",
                "--host", server.url, FLAT_ACCESS_TOKEN="t",
            )  # fmt: skip
        assert json.loads(server.requests[0].body) == {"subtitle": None, "tags": [], "lyricist": "L"}

    @pytest.mark.parametrize("words", [[], ["--clear", "tags", "--tag", "a"], ["--clear", "title"], ["--title", ""]])
    def test_nothing_to_change(self, sandbox, words):
        """That is wrong usage, and nothing is sent."""
        assert ask(sandbox, "scores", "edit", sandbox.score, *words).returncode == 2
        assert sandbox.requests == []


def test_history(sandbox):
    """Each time that the music was saved is a line."""
    with sandbox.client() as flat:
        flat.scores.create_score_revision(
            score=sandbox.score, body={"data": MUSIC.decode(), "description": "Mended", "autosave": False}
        )
    heading, *rows = ask(sandbox, "scores", "history", sandbox.score).stdout.splitlines()
    assert heading.split() == ["id", "description", "saved", "event", "autosave", "by"]
    assert len(rows) == 2 and sum("Mended" in row for row in rows) == 1


class TestCollections:
    """Collections are listed to the end, however many pages there are."""

    def test_all_pages(self, sandbox):
        """A page has 25 of them; all are listed."""
        with sandbox.client() as flat:
            for number in range(30):
                flat.collections.create_collection(body={"title": f"No. {number}", "privacy": "private"})
        before = len(sandbox.requests)
        done = ask(sandbox, "collections", "list", "--json")
        assert sorted(json.loads(line)["title"] for line in done.stdout.splitlines()) == sorted(
            f"No. {number}" for number in range(30)
        )
        assert len(sandbox.requests) - before == 2
        heading, *rows = ask(sandbox, "collections", "list").stdout.splitlines()
        assert heading.split() == ["id", "title", "type", "privacy", "created"]
        assert len(rows) == 30

    def test_parent(self):
        """--parent says whose inside is meant."""
        with serving(lambda request: []) as server:
            done = run("collections", "list", "--parent", "c1", "--host", server.url, FLAT_ACCESS_TOKEN="t")
        assert done.stdout == "There are no collections here.\n"
        assert server.requests[0].query["parent"] == "c1"


def test_choices_are_those_of_the_api():
    """What the options offer is what the declarations know."""
    from flat_api.apis.tags.score_api import ScoreApi

    def values(schema):
        return set(declaration_of(schema).enum)

    assert set(PRIVACIES) == values(ScorePrivacy)
    assert values(ScoreApi.ExportFormat) >= TASK_FORMATS
    assert set(FORMATS) - TASK_FORMATS <= values(ScoreApi.Format)
