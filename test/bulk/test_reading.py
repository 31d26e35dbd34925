"""read_ndjson: instances out of files of any size."""

import gzip
import io
import json
import os
import pickle
import subprocess
import sys

import pytest

from flat_api.bulk import RejectedLine, RejectedLineError, UnreadableFileError, UnwritableFileError, _files, read_ndjson
from flat_api.model.task import Task
from flat_api.schemas import StrSchema

from ..cli.running import PATIENCE, environment, records, task_line, tasks
from ..scaling import assert_linear

zstd = pytest.importorskip("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")

BAD = b'{"state": "lost"}\n'


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def identifiers(instances):
    return [str(task.id) for task in instances]


def test_lines_are_instances(folder):
    """Each line is an instance of the model, equal to what from_json makes of it; blank lines are skipped."""
    (folder / "tasks.ndjson").write_bytes(task_line(1) + b"\n  \r\n" + task_line(2))
    assert list(read_ndjson("tasks.ndjson", Task)) == [Task.from_json(task_line(1)), Task.from_json(task_line(2))]
    assert all(type(task) is Task for task in read_ndjson(folder / "tasks.ndjson", Task))


def test_patterns_and_several_files_are_read_in_order(folder):
    """A pattern stands for all files of such a name, sorted; a list of paths is read as it stands."""
    for number in (3, 1, 2):
        (folder / f"part{number}.ndjson").write_bytes(task_line(number))
    (folder / "odd[1].ndjson").write_bytes(task_line(9))
    assert identifiers(read_ndjson("part*.ndjson", Task)) == ["1", "2", "3"]
    assert identifiers(read_ndjson(["part3.ndjson", folder / "part1.ndjson"], Task)) == ["3", "1"]
    assert identifiers(read_ndjson("odd[1].ndjson", Task)) == ["9"]


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_compression_is_told_by_content(folder, pack):
    """gzip and zstd are unpacked whatever the name is, with several members or frames, and from standard input."""
    (folder / "tasks").write_bytes(pack(tasks(3)) + pack(tasks(2)))
    assert identifiers(read_ndjson("tasks", Task)) == ["1", "2", "3", "1", "2"]
    program = "from flat_api.bulk import read_ndjson; from flat_api.model.task import Task\n"
    program += "print(len(list(read_ndjson('-', Task))))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        input=pack(tasks(700)), env=environment(), capture_output=True, timeout=PATIENCE,
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == (b"700", b"")


@pytest.mark.parametrize(("pack", "name"), [(gzip.compress, "gzip"), (zstd.compress, "zstd")])
def test_damaged_and_cut_files_are_errors_after_the_lines_before(folder, pack, name):
    """What is whole is read; then comes an error with the line that was reached."""
    packed = pack(os.urandom(300_000).hex().encode() + b"\n" + tasks(5000))
    (folder / "cut").write_bytes(packed[:-30])
    rejected = []
    reading = read_ndjson("cut", Task, rejects=rejected.append)
    with pytest.raises(UnreadableFileError, match=f"^cut: the {name} data ends too early, .* \\(after line "):
        list(reading)
    assert [line.line for line in rejected] == [1]
    damaged = bytearray(packed)
    damaged[100:110] = b"\xff" * 10 if name == "zstd" else bytes(10)
    damaged[-8:] = bytes(8)
    (folder / "damaged").write_bytes(damaged)
    with pytest.raises(UnreadableFileError, match=f"^damaged: the {name} data is damaged"):
        list(read_ndjson("damaged", Task, rejects=rejected.append))


@pytest.mark.parametrize(("suffix", "name"), [(".gz", "gzip"), (".zst", "zstd")])
def test_names_that_promise_compression(folder, suffix, name):
    (folder / f"plain{suffix}").write_bytes(tasks(1))
    with pytest.raises(UnreadableFileError, match=f"it is called {suffix} but is not {name} data"):
        list(read_ndjson(f"plain{suffix}", Task))


def test_zstd_without_its_library(folder, monkeypatch):
    """A missing library is an error that says which extra brings it."""
    (folder / "tasks.zst").write_bytes(zstd.compress(tasks(1)))
    monkeypatch.setitem(sys.modules, "backports.zstd", None)
    monkeypatch.setitem(sys.modules, "compression.zstd", None)
    with pytest.raises(UnreadableFileError, match=r"needs the library backports\.zstd, of the extra 'bulk'"):
        list(read_ndjson("tasks.zst", Task))


def test_file_that_can_not_be_opened_is_an_error_at_once(folder):
    """Before the first line is asked for, every file was looked at."""
    (folder / "tasks.ndjson").write_bytes(tasks(1))
    for paths, reason in [
        (["tasks.ndjson", "nowhere"], "nowhere: No such file"),
        ("no*", "no file has such a name"),
        (folder, "it is a directory"),
    ]:
        with pytest.raises(UnreadableFileError, match=reason):
            read_ndjson(paths, Task)
    assert issubclass(UnreadableFileError, OSError)


def test_first_bad_line_is_an_error_with_its_place(folder):
    """Without rejects a line that the model does not accept ends the reading; the error has file, line and problems."""
    (folder / "tasks.ndjson").write_bytes(tasks(2) + b'{"state": "lost", "progress": {"percent": "x"}}\n')
    reading = read_ndjson("tasks.ndjson", Task)
    assert [str(next(reading).id) for _ in range(2)] == ["1", "2"]
    with pytest.raises(
        RejectedLineError, match=r"^tasks.ndjson:3: 'lost' is not one of .* \(and 1 more\) at "
    ) as caught:
        next(reading)
    for error in (caught.value, pickle.loads(pickle.dumps(caught.value))):
        assert (error.file, error.line) == ("tasks.ndjson", 3)
        assert [problem.path for problem in error.problems] == [
            ("args[0]", "state"),
            ("args[0]", "progress", "percent"),
        ]
        assert str(error) == str(caught.value)
    assert isinstance(caught.value, ValueError)


def test_rejected_lines_are_kept_in_a_file(folder):
    """The rejects file is that of `flat-api check`: file, line, problems and text of each line that was left out."""
    (folder / "a.ndjson").write_bytes(task_line(1) + BAD + task_line(3) + b"{\n")
    (folder / "b.ndjson").write_bytes(b"5\n" + b'{"id": "' + b"x" * 300 + b'"}')
    reading = read_ndjson(["a.ndjson", "b.ndjson"], Task, rejects="rejects", line_limit=200)
    assert not (folder / "rejects").exists()
    assert identifiers(reading) == ["1", "3"]
    kept = [(line["file"], line["line"], line["problems"][0]["kind"]) for line in records(folder / "rejects")]
    assert kept == [
        ("a.ndjson", 2, "enum"),
        ("a.ndjson", 4, "json"),
        ("b.ndjson", 1, "type"),
        ("b.ndjson", 2, "lineLength"),
    ]


def test_rejected_lines_can_be_handed_to_a_function(folder):
    """A function gets each of them as a value, before the next instance."""
    (folder / "tasks.ndjson").write_bytes(BAD + task_line(2))
    rejected = []
    reading = read_ndjson("tasks.ndjson", Task, rejects=rejected.append)
    assert str(next(reading).id) == "2"
    (line,) = rejected
    assert isinstance(line, RejectedLine)
    assert (line.file, line.line, line.data, line.problems[0].kind) == ("tasks.ndjson", 1, BAD.strip(), "enum")


def test_rejects_never_overwrite_an_input(folder):
    (folder / "tasks.ndjson").write_bytes(BAD)
    (folder / "link").symlink_to("tasks.ndjson")
    with pytest.raises(UnwritableFileError, match=r"would overwrite what they come from: tasks\.ndjson"):
        read_ndjson("tasks.ndjson", Task, rejects="link")
    with pytest.raises(UnwritableFileError, match="can't write the rejects file nowhere/x"):
        next(read_ndjson("tasks.ndjson", Task, rejects="nowhere/x"))
    assert (folder / "tasks.ndjson").read_bytes() == BAD


def test_lenient_reading(folder):
    """With lenient=True a line is left out only where there is no reading of it at all."""
    (folder / "tasks.ndjson").write_bytes(BAD + b"[]\n" + task_line(3))
    rejected = []
    found = list(read_ndjson("tasks.ndjson", Task, lenient=True, rejects=rejected.append))
    assert [task.get("state") for task in found] == ["lost", "done"]
    assert [line.line for line in rejected] == [2]


def test_any_schema_class(folder):
    """Lines need not be objects."""
    (folder / "words").write_text('"a"\n"b"\n')
    assert list(read_ndjson("words", StrSchema)) == ["a", "b"]


def test_reading_holds_a_block_at_a_time(folder, monkeypatch):
    """However long the file, no more is read than what the instances that were asked for need."""
    read = 0

    class Counted(io.FileIO):
        def readinto(self, buffer):
            nonlocal read
            size = super().readinto(buffer)
            read += size
            return size

    monkeypatch.setattr(_files.io, "FileIO", Counted)
    (folder / "tasks.ndjson").write_bytes(tasks(30_000))
    reading = read_ndjson("tasks.ndjson", Task)
    for _ in range(10):
        next(reading)
    assert read == _files.BLOCK
    reading.close()


def test_a_reading_that_is_left_closes_its_files(folder):
    """What was rejected up to there is in the rejects file; -W error would tell of files left open."""
    (folder / "tasks.ndjson").write_bytes(BAD + tasks(3) + BAD)
    reading = read_ndjson("tasks.ndjson", Task, rejects="rejects")
    next(reading)
    reading.close()
    assert [json.loads(line)["line"] for line in (folder / "rejects").read_text().splitlines()] == [1]


@pytest.mark.parametrize(
    "part", [b"{}\n", b'{"id": "1"}\n', b"\r\n", b"x\n", b"[", b"x", b'{"id": 5}\n', b"\xff\n", b" "]
)
def test_time_is_in_proportion_to_the_lines(folder, part):
    """Of whatever length they are, and whether they are JSON or not."""

    def make(count):
        path = folder / f"{count}.ndjson"
        path.write_bytes(part * count)
        return path

    def work(path):
        for _ in read_ndjson(path, Task, rejects=lambda rejected: None):
            pass

    assert_linear(work, make, 500)
