"""`flat-api backup`: all scores as files, in the folders of their collections, whatever goes wrong on the way."""

import hashlib
import json
import os
import re
import signal
import subprocess
import threading
from urllib.parse import unquote

import pytest

from flat_api.cli import main
from flat_api.cli.backup._manifest import opened, same_name
from flat_api.cli.backup._pauses import Pauses
from flat_api.exceptions import ApiConnectionError, RateLimitError, ServerError
from flat_api.files._locks import Lock, lock
from flat_api.sandbox import Sandbox

from ..serving import Answer, serving
from .running import COMMAND, PATIENCE, ask, environment, run, run_on_terminal, start_on_terminal, wait_until

FAULTS = (
    "status=503:chance=0.05:seed=1",
    "status=500:chance=0.05:seed=2",
    "reset:chance=0.03:seed=3",
    "reset=after:chance=0.03:seed=4",
    "truncate=90:chance=0.1:seed=5:path=/scores/*",
    "truncate=1000:chance=0.1:seed=6:on=storage",
    "rate-limit=200:window=1",
    "task=error:times=2",
    "task=canceled:times=1:after=9",
)


def files_below(folder):
    """The files of a backup by path, without what the backup keeps for itself."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items()) if not name.startswith(".flat-backup/")}


def backup(sandbox, folder, *options, **changes):
    """What came of a backup of *sandbox* to *folder*."""
    return ask(sandbox, "backup", folder, *options, **changes)


def told(done):
    """The summary as JSON."""
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def downloads(sandbox):
    """How many files were asked for."""
    return sum(request.operation == "get_score_revision_data" for request in sandbox.requests)


def music(title):
    """A score of one note, as MusicXML."""
    return (
        f'<score-partwise version="4.0"><work><work-title>{title}</work-title></work><part-list><score-part id="P1">'
        '<part-name>Piano</part-name></score-part></part-list><part id="P1"><measure number="1"><note><pitch>'
        "<step>C</step><octave>4</octave></pitch><duration>4</duration></note></measure></part></score-partwise>"
    )


def add_score(flat, title, collection=None):
    """The identifier of a new score."""
    body = {"title": title, "data": music("x"), "privacy": "private"}
    return flat.scores.create_score(body=body | ({"collection": collection} if collection else {})).id


def add_collection(flat, title):
    """The identifier of a new collection."""
    return flat.collections.create_collection(body={"title": title, "privacy": "private"}).id


@pytest.fixture
def library(sandbox):
    """A sandbox with a score in a collection, one in two of them, and one in none."""
    with sandbox.client() as flat:
        choir, solo = add_collection(flat, "Choir"), add_collection(flat, "Solo")
        add_score(flat, "Étude", choir)
        both = add_score(flat, "Ave", choir)
        flat.collections.add_score_to_collection(collection=solo, score=both)
    return sandbox


def test_60_scores_with_faults_switched_on_end_complete(tmp_path, monkeypatch, capfd):
    """Whatever goes wrong now and then, all files are there at the end, each as the API sends it without faults."""
    sleep = Pauses.sleep
    monkeypatch.setattr(Pauses, "sleep", lambda self, seconds: sleep(self, seconds / 20))
    with Sandbox(task_seconds=0.05) as sandbox:
        with sandbox.client() as flat:
            collections = [add_collection(flat, f"Book {number}") for number in range(3)]
            ids = [add_score(flat, f"No. {number}", collections[number % 3]) for number in range(59)]
            wanted = {
                f"Book {number % 3}/No. {number}.mid": flat.scores.get_score_revision_data(
                    score=ids[number], revision="last", format="midi"
                )
                for number in range(59)
            }
        for fault in FAULTS:
            sandbox.faults.add(fault)
        monkeypatch.setenv("FLAT_ACCESS_TOKEN", sandbox.token)
        folder = str(tmp_path / "out")
        code = main(["backup", folder, "-F", "midi", "-F", "wav", "-j", "16", "--host", sandbox.url, "--json"])
        summary = json.loads(capfd.readouterr().out)
        assert summary["failures"] == []
        assert (code, summary["fetched"]) == (0, 120)
        statuses = {request.status for request in sandbox.requests}
        assert {403, 500, 503} <= statuses, "the faults must have been there"
    found = files_below(tmp_path / "out")
    assert {name: hashlib.sha256(data).digest() for name, data in found.items() if name in wanted} == {
        name: hashlib.sha256(data).digest() for name, data in wanted.items()
    }
    assert len(found) == 120
    assert all(data.startswith(b"RIFF") for name, data in found.items() if name.endswith(".wav"))
    assert all(int.from_bytes(data[4:8], "little") == len(data) - 8 for name, data in found.items() if "wav" in name)


class TestFolders:
    """Scores lie in folders as their collections do."""

    def test_all_scores_into_folders_as_their_collections_lie(self, library, tmp_path):
        """A score in two collections is fetched once and lies in both folders; what is in none lies outside of them."""
        done = backup(library, tmp_path)
        assert (done.returncode, done.stdout.splitlines()[0][:21]) == (0, "3 scores: 3 files fet")
        assert list(files_below(tmp_path)) == [
            "Choir/Ave.musicxml", "Choir/Étude.musicxml", "Ode to Joy.musicxml", "Solo/Ave.musicxml",
        ]  # fmt: skip
        assert downloads(library) == 3

    def test_folders_inside_folders(self, tmp_path):
        """Collections lie inside each other to any depth; a circle of them ends."""
        inside = {"": ["a"], "a": ["b"], "b": ["c", "a"], "c": []}

        def route(request):
            if request.path == "/collections":
                return [
                    {"id": id, "title": id.upper(), "type": "regular"} for id in inside[request.query.get("parent", "")]
                ]
            if found := re.fullmatch("/collections/(.)/scores", request.path):
                return [{"id": f"s{found[1]}", "title": "T", "modificationDate": "2026-01-01T00:00:00Z"}]
            if request.path.endswith("/xml"):
                return Answer(b"<score-partwise/>", headers={"Content-Type": "application/vnd.recordare.musicxml+xml"})
            return {"id": "me"} if request.path == "/me" else []

        with serving(route) as server:
            done = run("backup", tmp_path, "--host", server.url, FLAT_ACCESS_TOKEN="t")
        assert done.returncode == 0, done.stderr
        assert list(files_below(tmp_path)) == ["A/B/C/T.musicxml", "A/B/T.musicxml", "A/T.musicxml"]

    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("../../etc/passwd", "_.._etc-passwd"), ("AC/DC", "AC-DC"), ("a:b*c?", "a_b_c_"), ("CON", "_CON"),
            ("..", None), (".hidden", "hidden"), ("練習曲", "練習曲"), ("a\nb\x1b", "a_b_"), ("x" * 300, "x" * 180),
        ],
    )  # fmt: skip
    def test_safe_names(self, sandbox, tmp_path, title, name):
        """No title leads out of the folder, and each becomes a name that file systems have room for."""
        with sandbox.client() as flat:
            flat.scores.delete_score(score=sandbox.score)
            id = add_score(flat, "x", add_collection(flat, title))
            flat.scores.edit_score(score=id, body={"title": title})
        assert backup(sandbox, tmp_path / "out").returncode == 0
        (path,) = files_below(tmp_path / "out")
        folder, _, file = path.partition("/")
        assert file.endswith(".musicxml") and ".." not in (folder, file)
        if name and not name.startswith("_.."):
            assert (folder, file) == (name, f"{name}.musicxml")
        assert [entry.name for entry in tmp_path.iterdir()] == ["out"]

    def test_scores_of_one_name(self, sandbox, tmp_path):
        """The second one has its identifier behind the name, and both keep their names."""
        with sandbox.client() as flat:
            first, second = add_score(flat, "Étude"), add_score(flat, "ÉTUDE")
        assert backup(sandbox, tmp_path).returncode == 0
        names = set(files_below(tmp_path)) - {"Ode to Joy.musicxml"}
        assert names in (
            {"Étude.musicxml", f"ÉTUDE [{second}].musicxml"}, {"ÉTUDE.musicxml", f"Étude [{first}].musicxml"},
        )  # fmt: skip
        assert told(backup(sandbox, tmp_path, "--json"))["fetched"] == 0
        assert set(files_below(tmp_path)) - {"Ode to Joy.musicxml"} == names

    @pytest.mark.parametrize(("a", "b"), [("É", "é"), ("e\u0301", "\u00e9"), ("Straße", "STRASSE")])
    def test_names_that_a_file_system_may_take_for_one(self, a, b):
        """Case and composition of letters tell no names apart."""
        assert same_name(a) == same_name(b)


class TestSelection:
    """--scores says which."""

    @pytest.mark.parametrize("form", ["two words", "equals sign"])
    def test_scores_collection(self, library, tmp_path, form):
        """Of a collection, what is in it lies in the folder itself."""
        with library.client() as flat:
            id = next(entry.id for entry in flat.collections.list_collections() if entry.title == "Choir")
        option = ["--scores", "collection", id] if form == "two words" else [f"--scores=collection {id}"]
        assert backup(library, tmp_path, *option).returncode == 0
        assert list(files_below(tmp_path)) == ["Ave.musicxml", "Étude.musicxml"]

    def test_scores_user(self, sandbox, tmp_path):
        """Of a user, it is what that user lets others see."""
        with sandbox.client() as flat:
            other = flat.scores.get_score(score=sandbox.public_score).user.id
        assert backup(sandbox, tmp_path, "--scores", "user", other).returncode == 0
        assert list(files_below(tmp_path)) == ["Frère Jacques.musicxml"]

    @pytest.mark.parametrize("words", [["yours"], ["collection"], ["user"], ["collection", "a\nb"], [""]])
    def test_other_words(self, sandbox, tmp_path, words):
        """They are wrong usage, and nothing is sent."""
        done = backup(sandbox, tmp_path / "out", "--quiet", "--scores", *words)
        assert done.returncode == 2, done.stderr
        assert sandbox.requests == [] and not (tmp_path / "out").exists()

    def test_collection_that_is_not_there(self, sandbox, tmp_path):
        """It ends as other commands do."""
        done = backup(sandbox, tmp_path, "--scores", "collection", "nothing")
        assert done.returncode == 7
        assert "flat-api collections list" in done.stderr

    def test_one_folder_is_for_one_selection(self, library, tmp_path):
        """Another selection, or another account, would move files away."""
        assert backup(library, tmp_path).returncode == 0
        before = files_below(tmp_path)
        done = backup(library, tmp_path, "--scores", "user", "me")
        assert done.returncode == 3
        assert "the folder holds a backup of something else: scores mine" in done.stderr
        assert files_below(tmp_path) == before


def test_format_pdf_is_said_not_to_be_there(sandbox, tmp_path):
    """The API has no PDF; what comes near is told, before anything is asked for."""
    done = backup(sandbox, tmp_path, "--format", "musicxml", "--format", "pdf")
    assert done.returncode == 2
    assert "the API does not make PDF files" in done.stderr and "thumbnail.png" in done.stderr
    assert sandbox.requests == []


def test_every_format(sandbox, tmp_path):
    """One file for each format, musicxml and xml being one."""
    formats = ("musicxml", "xml", "mxl", "midi", "json", "thumbnail.png", "mp3", "wav")
    done = backup(sandbox, tmp_path, *(word for format in formats for word in ("--format", format)))
    assert done.returncode == 0, done.stderr
    suffixes = ("json", "mid", "mp3", "musicxml", "mxl", "png", "wav")
    assert list(files_below(tmp_path)) == [f"Ode to Joy.{suffix}" for suffix in suffixes]


class TestResuming:
    """A later run fetches what is missing or changed."""

    def test_nothing_is_fetched_twice(self, library, tmp_path):
        """A second run asks for lists only."""
        backup(library, tmp_path)
        before = downloads(library)
        done = told(backup(library, tmp_path, "--json"))
        assert (done["fetched"], done["unchanged"], done["exit_code"]) == (0, 3, 0)
        assert downloads(library) == before

    @pytest.mark.parametrize("change", ["music", "title"])
    def test_changed_scores_are_fetched_again(self, library, tmp_path, change):
        """And nothing else is; the file is called like the score now."""
        backup(library, tmp_path)
        with library.client() as flat:
            if change == "music":
                data = music("x").replace("<step>C", "<step>D")
                flat.scores.create_score_revision(score=library.score, body={"data": data})
            else:
                flat.scores.edit_score(score=library.score, body={"title": "Freude"})
        assert told(backup(library, tmp_path, "--json"))["fetched"] == 1
        found = files_below(tmp_path)
        if change == "music":
            assert b"<step>D" in found["Ode to Joy.musicxml"]
        else:
            assert "Freude.musicxml" in found and "Ode to Joy.musicxml" not in found

    def test_score_that_moved_is_not_fetched(self, library, tmp_path):
        """Its file moves along, and folders that are empty then go."""
        backup(library, tmp_path)
        before, data = downloads(library), files_below(tmp_path)["Solo/Ave.musicxml"]
        with library.client() as flat:
            both = next(score.id for score in flat.users.get_user_scores(user="me") if score.title == "Ave")
            for entry in flat.collections.list_collections():
                flat.collections.delete_score_from_collection(collection=entry.id, score=both)
        assert told(backup(library, tmp_path, "--json"))["fetched"] == 0
        assert downloads(library) == before
        assert files_below(tmp_path)["Ave.musicxml"] == data
        assert not (tmp_path / "Solo").exists()

    @pytest.mark.parametrize("harm", ["lost", "cut"])
    def test_file_that_was_lost_or_cut_is_made_good(self, library, tmp_path, harm):
        """From another copy of it where there is one."""
        backup(library, tmp_path)
        wanted, before = files_below(tmp_path), downloads(library)
        for name in ("Solo/Ave.musicxml", "Ode to Joy.musicxml"):
            (tmp_path / name).write_bytes(b"<") if harm == "cut" else (tmp_path / name).unlink()
        backup(library, tmp_path)
        assert files_below(tmp_path) == wanted
        assert downloads(library) == before + 1

    def test_files_of_scores_that_are_gone_stay(self, library, tmp_path):
        """A backup forgets nothing; the summary says how many there are."""
        backup(library, tmp_path)
        before = files_below(tmp_path)
        with library.client() as flat:
            flat.scores.delete_score(score=library.score)
        done = backup(library, tmp_path)
        assert "1 score of earlier runs not listed any more; the files are kept" in done.stdout
        assert files_below(tmp_path) == before

    def test_files_of_others_stay(self, sandbox, tmp_path):
        """What the backup didn't put there is never replaced."""
        (tmp_path / "Ode to Joy.musicxml").write_text("mine")
        done = backup(sandbox, tmp_path)
        assert done.returncode == 3
        assert "Ode to Joy.musicxml is there already, and not of this backup" in done.stdout
        assert files_below(tmp_path) == {"Ode to Joy.musicxml": b"mine"}

    @pytest.mark.parametrize(
        ("harm", "said"),
        [
            (lambda data: data[:-5], None),
            (lambda data: data.replace(b'"files"', b'"flies"'), "is damaged"),
            (lambda data: data.replace(b"Ode to Joy.mid", b"../Ode to Joy.mid"), "is damaged"),
            (lambda data: b"[1, 2]\n" + data, "is damaged"),
            (lambda data: data.replace(b'"flat-backup": 1', b'"flat-backup": 2'), "another version"),
        ],
        ids=["cut off", "other names", "leads out", "no object", "newer"],
    )
    def test_manifest_that_was_harmed(self, sandbox, tmp_path, harm, said):
        """A last line that was cut off costs one file; anything else is told, and nothing is touched."""
        backup(sandbox, tmp_path, "--format", "midi")
        path = tmp_path / ".flat-backup" / "manifest.ndjson"
        path.write_bytes(harm(path.read_bytes()))
        done = backup(sandbox, tmp_path, "--format", "midi")
        assert done.returncode == (3 if said else 0)
        assert said is None or said in done.stderr
        assert list(files_below(tmp_path)) == ["Ode to Joy.mid"]


class TestTelling:
    """What people and machines are told."""

    def test_two_progress_bars(self, library, tmp_path):
        """On a terminal one shows the scores, the other the bytes of the files on their way."""
        code, seen = run_on_terminal(
            "backup", "out", "--format", "wav", "--host", library.url,
            cwd=tmp_path, FLAT_ACCESS_TOKEN=library.token,
        )  # fmt: skip
        assert code == 0
        assert "3 of 3" in seen and re.search(r"files .*\d kB  \S", seen)
        assert "3 scores: 3 files fetched" in seen

    def test_lines_elsewhere(self, library, tmp_path):
        """Without a terminal each file that came is a line on standard error, unless --quiet or --json."""
        assert len(backup(library, tmp_path / "a").stderr.splitlines()) == 3
        assert backup(library, tmp_path / "b", "--quiet").stderr == ""
        assert backup(library, tmp_path / "c", "--json").stderr == ""

    @pytest.mark.parametrize("fault", ["rate-limit=3:window=1", "status=429:times=1:after=3"])
    def test_rate_limits_are_waited_out_and_said(self, sandbox, tmp_path, fault):
        """Once, with the seconds, however many threads run into it."""
        with sandbox.client() as flat:
            for number in range(3):
                add_score(flat, f"No. {number}")
        sandbox.faults.add(fault)
        done = backup(sandbox, tmp_path)
        assert done.returncode == 0, done.stderr
        said = re.findall(r"The rate limit is reached: the backup goes on in \d+ seconds, at [\d:]+", done.stderr)
        assert 1 <= len(said) <= 4
        assert len(files_below(tmp_path)) == 4

    def test_summary_with_what_failed_and_why(self, library, tmp_path):
        """The rest is fetched all the same, and the exit code tells."""
        library.faults.add("status=402:path=*/midi")
        done = backup(library, tmp_path, "--format", "midi", "--format", "musicxml")
        assert done.returncode == 6
        assert "3 scores: 3 files fetched" in done.stdout and "3 failed" in done.stdout
        assert re.search(
            r"^Failed: Étude \([0-9a-f]{24}\) as midi: the plan of .* \(402.*\)$", done.stdout, re.MULTILINE
        )
        summary = told(backup(library, tmp_path, "--format", "midi", "--json"))
        assert {failure["kind"] for failure in summary["failures"]} == {"forbidden"}
        assert (summary["failed"], summary["exit_code"]) == (3, 6)
        library.faults.clear()
        assert backup(library, tmp_path, "--format", "midi").returncode == 0

    def test_collection_that_cannot_be_listed(self, library, tmp_path):
        """The others are kept, and it is told."""
        with library.client() as flat:
            id = next(entry.id for entry in flat.collections.list_collections() if entry.title == "Choir")
        library.faults.add(f"status=403:path=/collections/{id}/scores")
        done = backup(library, tmp_path)
        assert done.returncode == 6
        assert f"Failed: Choir ({id}): the owner of the access token may not do this" in done.stdout
        assert "Solo/Ave.musicxml" in files_below(tmp_path)

    def test_token_that_is_not_accepted(self, sandbox, tmp_path):
        """Nothing more is tried."""
        done = backup(sandbox, tmp_path, FLAT_ACCESS_TOKEN="other")
        assert done.returncode == 5
        assert len(sandbox.requests) == 1


class TestEnding:
    """Ctrl-C, kill and a second run."""

    def slow(self, sandbox):
        with sandbox.client() as flat:
            for number in range(12):
                add_score(flat, f"No. {number}")
        sandbox.faults.add("delay=0.2:path=*/midi")

    def test_ctrl_c_cleans_up_and_can_be_resumed(self, sandbox, tmp_path):
        """No file is half there, nothing that came is fetched again, and how to go on is said."""
        self.slow(sandbox)
        process, ours = start_on_terminal(
            "backup", "out", "--format", "midi", "--jobs", "2", "--host", sandbox.url,
            cwd=tmp_path, FLAT_ACCESS_TOKEN=sandbox.token,
        )  # fmt: skip
        wait_until(lambda: downloads(sandbox) >= 4)
        os.write(ours, b"\x03")
        seen = b""
        with open(ours, "rb", buffering=0) as terminal:
            try:
                while block := terminal.read(4096):
                    seen += block
            except OSError:
                pass
        assert process.wait(PATIENCE) == 130
        assert b"The same command goes on from here." in seen
        came = files_below(tmp_path / "out")
        assert 0 < len(came) < 13
        assert all(name.endswith(".mid") and data.startswith(b"MThd") for name, data in came.items())
        sandbox.faults.clear()
        before = downloads(sandbox)
        summary = told(backup(sandbox, tmp_path / "out", "--format", "midi", "--json"))
        assert (summary["unchanged"], summary["fetched"]) == (len(came), 13 - len(came))
        assert downloads(sandbox) == before + 13 - len(came)

    def test_killed_in_the_middle_files_are_whole(self, sandbox, tmp_path):
        """Even SIGKILL leaves no part of a file under the name of the file."""
        self.slow(sandbox)
        command = [*COMMAND, "backup", "out", "--format", "midi", "--host", sandbox.url]
        process = subprocess.Popen(
            command, cwd=tmp_path, env=environment(FLAT_ACCESS_TOKEN=sandbox.token),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        wait_until(lambda: downloads(sandbox) >= 5)
        process.send_signal(signal.SIGKILL)
        process.wait(PATIENCE)
        assert all(data.startswith(b"MThd") for name, data in files_below(tmp_path / "out").items() if name[0] != ".")
        sandbox.faults.clear()
        assert backup(sandbox, tmp_path / "out", "--format", "midi").returncode == 0
        assert [name.rpartition(".")[2] for name in files_below(tmp_path / "out")] == ["mid"] * 13

    def test_two_runs_at_once_on_one_folder_are_refused(self, sandbox, tmp_path):
        """The second one says so, and does nothing."""
        with opened(tmp_path):
            done = backup(sandbox, tmp_path)
        assert (done.returncode, sandbox.requests) == (3, [])
        assert "another backup to" in done.stderr and "is running" in done.stderr
        assert backup(sandbox, tmp_path).returncode == 0

    def test_lock_is_another_ones(self, tmp_path):
        """A lock is held by the first who opens the file, and free when that is closed."""
        with open(tmp_path / "a", "ab") as first, open(tmp_path / "a", "ab") as second:
            assert [lock(first.fileno()), lock(second.fileno())] == [Lock.OURS, Lock.OTHERS]

    def test_jobs_are_done_at_once(self, tmp_path):
        """With --jobs 3, three files are on their way at the same time."""
        together = threading.Barrier(3, timeout=PATIENCE)

        def route(request):
            if request.path.endswith("/xml"):
                together.wait()
                return Answer(b"<score-partwise/>", headers={"Content-Type": "application/vnd.recordare.musicxml+xml"})
            if request.path.endswith("/scores"):
                return [{"id": f"s{n}", "title": f"T{n}", "modificationDate": "2026-01-01T00:00:00Z"} for n in range(3)]
            return {"id": "me"} if request.path == "/me" else []

        with serving(route) as server:
            done = run("backup", tmp_path, "--jobs", "3", "--host", server.url, FLAT_ACCESS_TOKEN="t")
        assert done.returncode == 0, done.stderr
        assert {unquote(request.path).split("/")[2] for request in server.requests if "xml" in request.path} == {
            "s0", "s1", "s2",
        }  # fmt: skip


def test_what_failed_is_tried_once_more_at_the_end(library, tmp_path, monkeypatch, capfd):
    """Six attempts in a row may meet one outage; behind all other scores it may be over."""
    monkeypatch.setattr(Pauses, "sleep", lambda self, seconds: None)
    monkeypatch.setenv("FLAT_ACCESS_TOKEN", library.token)
    library.faults.add("status=500:times=6:path=*/midi:method=GET")
    assert main(["backup", str(tmp_path), "--format", "midi", "--jobs", "1", "--json", "--host", library.url]) == 0
    done = json.loads(capfd.readouterr().out)
    assert (done["scores"], done["fetched"], done["failures"]) == (3, 3, [])
    assert sum(request.status == 500 for request in library.requests) == 6


class TestPauses:
    """What is tried again, and how often."""

    class Quick(Pauses):
        """Waits for nothing, and keeps how long it was to be."""

        def __init__(self):
            super().__init__(lambda seconds: None)
            self.waits = []

        def sleep(self, seconds, /):
            self.waits.append(seconds)
            self._limited_until = 0.0

    @pytest.mark.parametrize(
        ("error", "times"), [(ServerError(500, "x"), 6), (ApiConnectionError(0, "x"), 6), (ValueError(), 1)]
    )
    def test_failure_that_does_not_pass(self, error, times):
        """It is raised after six attempts, and at once where it can't pass."""
        pauses, calls = self.Quick(), []

        def work():
            calls.append(1)
            raise error

        with pytest.raises(type(error)):
            pauses.patiently(work)
        assert len(calls) == times
        assert len(pauses.waits) == times - 1
        assert all(0.25 * 2**n / 2 <= wait <= 0.25 * 2**n for n, wait in enumerate(pauses.waits, 1))

    def test_rate_limit_costs_no_attempt(self):
        """However often it is reached, the work is done in the end."""
        pauses, calls = self.Quick(), []

        def work():
            calls.append(1)
            if len(calls) < 30:
                raise RateLimitError(429, "x")
            return "done"

        assert pauses.patiently(work) == "done"
        assert len(pauses.waits) == 29
