"""`flat-api check`: count what is accepted, keep what is refused."""

import base64
import gzip
import json
import os
import subprocess
import sys

import pytest

from .running import environment, records, run, start, task_line, tasks, wait_until

needs_dev_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")


def summary(done):
    """What ``--json`` printed."""
    return json.loads(done.stdout)


def test_accepted_lines_are_counted(tmp_path):
    """A file of good lines gives the counts, the rate, and exit code 0."""
    (tmp_path / "good.ndjson").write_bytes(tasks(1200))
    done = run("check", "good.ndjson", cwd=tmp_path)
    counts, rate = done.stdout.splitlines()
    assert done.returncode == 0
    assert done.stderr == ""
    assert counts == "1,200 lines: 1,200 accepted, 0 refused"
    assert rate.endswith(" lines/s")


def test_refused_lines_are_kept_with_all_that_is_known_of_them(tmp_path):
    """The rejects file has file, line number, every problem and the original text of each refused line."""
    bad = b'{"state":"lost",  "progress": {"percent": "x"}}'
    (tmp_path / "some.ndjson").write_bytes(task_line(1) + bad + b"\n" + task_line(3) + b'{"id": 4\n')
    done = run("check", "some.ndjson", "--rejects", "rejects.ndjson", cwd=tmp_path)
    first, second = records(tmp_path / "rejects.ndjson")
    assert done.returncode == 1
    assert "4 lines: 2 accepted, 2 refused" in done.stdout
    assert "rejects.ndjson" in done.stdout
    assert (first["file"], first["line"], first["text"]) == ("some.ndjson", 2, bad.decode())
    assert [(problem["path"], problem["kind"]) for problem in first["problems"]] == [
        (["state"], "enum"),
        (["progress", "percent"], "type"),
    ]
    assert "'lost' is not one of" in first["problems"][0]["message"]
    assert (second["line"], second["text"]) == (4, '{"id": 4')
    assert second["problems"] == [
        {"path": [], "message": "not JSON: Expecting ',' delimiter at column 9", "kind": "json"}
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_lenient_accepts_what_can_be_read(tmp_path, jobs):
    """With --lenient only lines without any reading are refused; those with something that does not fit are counted."""
    lines = [task_line(1), b'{"state": "lost"}\n', b"[]\n", b'{"id": 4\n', b'{"progress": 5}\n']
    (tmp_path / "some.ndjson").write_bytes(b"".join(lines))
    done = run("check", "some.ndjson", "--lenient", "--rejects", "rejects", "--jobs", jobs, cwd=tmp_path)
    assert done.returncode == 1
    assert "5 lines: 3 accepted (2 with something that does not fit), 2 refused" in done.stdout
    assert [record["line"] for record in records(tmp_path / "rejects")] == [3, 4]
    told = json.loads(run("check", "some.ndjson", "--lenient", "--json", cwd=tmp_path).stdout)
    assert (told["accepted"], told["unfit"], told["refused"]) == (3, 2, 2)
    assert "unfit" not in json.loads(run("check", "some.ndjson", "--json", cwd=tmp_path).stdout)


def test_first_refused_lines_are_shown(tmp_path):
    """Without being asked, the first ten refused lines are shown on standard error, and the rest counted."""
    (tmp_path / "bad.ndjson").write_bytes(tasks(50, bad_every=2))
    done = run("check", "bad.ndjson", cwd=tmp_path)
    shown = done.stderr.splitlines()
    assert len(shown) == 11
    assert shown[0].startswith("bad.ndjson:2: $.state: 'lost' is not one of")
    assert "25 refused" in done.stdout
    assert "--rejects FILE" in done.stdout
    quiet = run("check", "bad.ndjson", "--quiet", cwd=tmp_path)
    assert (quiet.returncode, quiet.stderr) == (1, "")


def test_problems_without_end_are_cut_on_the_terminal(tmp_path):
    """Of a line with many problems five are shown and the others counted; the rejects file has all."""
    (tmp_path / "bad.ndjson").write_bytes(task_line(1, errorHistory=list(range(30))))
    done = run("check", "bad.ndjson", "--rejects", "rejects", cwd=tmp_path)
    assert len(done.stderr.splitlines()) == 6
    assert done.stderr.endswith("bad.ndjson:1: ... and 25 more problems\n")
    assert len(records(tmp_path / "rejects")[0]["problems"]) == 30


def test_summary_for_machines(tmp_path):
    """--json prints the summary as one object that also knows the exit code."""
    (tmp_path / "some.ndjson").write_bytes(tasks(10, bad_every=5) + b"\n \r\n")
    done = run("check", "some.ndjson", "--json", "--quiet", cwd=tmp_path)
    told = summary(done)
    assert told.pop("seconds") > 0
    assert told.pop("lines_per_second") > 0
    assert told == {
        "model": "flat_api.model.task.Task",
        "files": 1,
        "lines": 10,
        "accepted": 8,
        "refused": 2,
        "blank": 2,
        "jobs": 1,
        "rejects": None,
        "errors": [],
        "stopped": None,
        "last": {"file": "some.ndjson", "line": 12},
        "exit_code": 1,
    }


def test_line_ends_of_any_kind(tmp_path):
    """CRLF, blank lines, a byte order mark and a last line without an end are all fine."""
    lines = [
        task_line(1, state="lost").strip(),
        task_line(2).strip(),
        b"",
        b" \t",
        task_line(5, state="lost").strip(),
    ]
    (tmp_path / "windows.ndjson").write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))
    done = run("check", "windows.ndjson", "--rejects", "rejects", "--json", cwd=tmp_path)
    assert (summary(done)["accepted"], summary(done)["refused"], summary(done)["blank"]) == (1, 2, 2)
    kept = records(tmp_path / "rejects")
    assert [(record["line"], record["text"].encode()) for record in kept] == [(1, lines[0]), (5, lines[4])]


def test_gzip_is_unpacked_wherever_it_comes_from(tmp_path):
    """Gzip is told by its content: in files of any name, with several members, and on standard input."""
    packed = gzip.compress(tasks(300, bad_every=100)) + gzip.compress(tasks(300))
    (tmp_path / "tasks.ndjson.gz").write_bytes(packed)
    (tmp_path / "tasks").write_bytes(packed)
    done = run("check", "tasks.ndjson.gz", "tasks", "-", "--json", "-q", stdin=packed, cwd=tmp_path)
    assert summary(done)["lines"] == 1800
    assert summary(done)["refused"] == 9


def test_files_are_checked_in_order_and_named_in_the_rejects(tmp_path):
    """Several files are one check; each rejects record names its file, standard input as -."""
    for name in ("b.ndjson", "a.ndjson"):
        (tmp_path / name).write_bytes(tasks(3, bad_every=3))
    done = run(
        "check",
        "b.ndjson",
        "-",
        "a.ndjson",
        "--rejects",
        "rejects",
        stdin=tasks(2, bad_every=2),
        cwd=tmp_path,
    )
    assert done.returncode == 1
    kept = records(tmp_path / "rejects")
    assert [(record["file"], record["line"]) for record in kept] == [
        ("b.ndjson", 3),
        ("-", 2),
        ("a.ndjson", 3),
    ]


def test_rejects_can_be_checked_again(tmp_path):
    """The texts in a rejects file are the lines that were refused, so mending and checking again is easy."""
    (tmp_path / "some.ndjson").write_bytes(tasks(20, bad_every=4))
    run("check", "some.ndjson", "--rejects", "rejects", cwd=tmp_path)
    mended = "\n".join(record["text"].replace("lost", "done") for record in records(tmp_path / "rejects"))
    assert summary(run("check", "-", "--json", stdin=mended))["accepted"] == 5


def test_rejects_on_standard_output(tmp_path):
    """--rejects - writes the records to standard output, and the summary to standard error."""
    (tmp_path / "some.ndjson").write_bytes(tasks(10, bad_every=5))
    done = run("check", "some.ndjson", "--rejects", "-", cwd=tmp_path)
    assert [json.loads(line)["line"] for line in done.stdout.splitlines()] == [5, 10]
    assert done.stderr.startswith("10 lines: 8 accepted, 2 refused\n")


def test_rejects_file_of_an_earlier_run_is_replaced(tmp_path):
    """When nothing is refused the rejects file is there and empty, whatever it held before."""
    (tmp_path / "good.ndjson").write_bytes(tasks(3))
    (tmp_path / "rejects").write_text("old")
    assert run("check", "good.ndjson", "--rejects", "rejects", cwd=tmp_path).returncode == 0
    assert (tmp_path / "rejects").read_bytes() == b""


def test_foreign_bytes_are_kept_exactly(tmp_path):
    """A line that is not UTF-8 is refused; its record shows it, and holds its very bytes in base64."""
    line = '{"id": "né"}'.encode("latin-1")
    (tmp_path / "latin.ndjson").write_bytes(task_line(1) + line + b"\n" + task_line(3))
    assert run("check", "latin.ndjson", "--rejects", "rejects", cwd=tmp_path).returncode == 1
    (record,) = records(tmp_path / "rejects")
    assert (record["line"], record["problems"][0]["kind"]) == (2, "json")
    assert "at column 10" in record["problems"][0]["message"]
    assert record["text"] == r'{"id": "n\xe9"}'
    assert base64.b64decode(record["base64"]) == line


def test_terminals_are_safe_from_the_rejects(tmp_path):
    """Neither the rejects file nor what is shown of it holds a character that a terminal would obey."""
    (tmp_path / "evil.ndjson").write_bytes('{"state": "\x9b31m\\u001b[2J\u202e"}\n'.encode())
    done = run("check", "evil.ndjson", "--rejects", "rejects", cwd=tmp_path)
    assert all(line.isprintable() for line in (done.stdout + done.stderr).splitlines())
    assert (tmp_path / "rejects").read_bytes().isascii()
    assert records(tmp_path / "rejects")[0]["text"] == '{"state": "\x9b31m\\u001b[2J\u202e"}'


@pytest.mark.parametrize("size", [600, 500_000])
def test_long_lines_are_refused_and_cut(tmp_path, size):
    """A line above the limit is refused unread; its record holds the start of it and its length."""
    long = b'{"id": "' + b"x" * size + b'"}'
    (tmp_path / "long.ndjson").write_bytes(task_line(1) + long + b"\n" + task_line(3, state="lost"))
    done = run("check", "long.ndjson", "--max-line-bytes", 500, "--rejects", "rejects", cwd=tmp_path)
    assert done.returncode == 1
    first, second = records(tmp_path / "rejects")
    assert (first["line"], first["problems"][0]["kind"]) == (2, "lineLength")
    assert first["problems"][0]["message"] == f"the line is {len(long):,} bytes long, more than the limit of 500"
    assert long.decode().startswith(first["text"])
    assert 500 <= len(first["text"]) <= 4096
    assert first["truncated_from_bytes"] == len(long)
    assert second["line"] == 3
    assert run("check", "long.ndjson", "--json", "-q", cwd=tmp_path).stdout.count('"refused": 1,') == 1


def test_long_line_that_begins_with_blanks_is_no_blank_line(tmp_path):
    """A line is only blank when all of it is: a long one with data at its end is refused."""
    done = run("check", "-", "--json", "-q", "--max-line-bytes", 100, stdin=b" " * 500_000 + b"{}\n")
    assert (summary(done)["refused"], summary(done)["blank"]) == (1, 0)


def test_file_without_lines_is_fine(tmp_path):
    """An empty file has nothing to refuse."""
    (tmp_path / "empty.ndjson").write_bytes(b"")
    done = run("check", "empty.ndjson", cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "0 lines: 0 accepted, 0 refused")


def test_json_that_is_no_ndjson_is_recognised(tmp_path):
    """When no line is JSON by itself the summary says what NDJSON is not, and what to do."""
    (tmp_path / "task.json").write_text(json.dumps({"id": "x", "state": "done"}, indent=2))
    done = run("check", "task.json", cwd=tmp_path)
    assert done.returncode == 1
    assert "No line is JSON by itself" in done.stdout


def test_missing_file_stops_everything_before_it_starts(tmp_path):
    """If one of the files does not exist nothing is read or overwritten: one line, exit code 2."""
    (tmp_path / "good.ndjson").write_bytes(tasks(3))
    (tmp_path / "rejects").write_text("old")
    done = run("check", "good.ndjson", "nowhere.ndjson", "--rejects", "rejects", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Error: nowhere.ndjson: No such file or directory\n"
    assert (tmp_path / "rejects").read_text() == "old"


def test_gzip_cut_short_is_told_with_the_line_reached(tmp_path):
    """Of a gzip file cut off, all whole lines are checked; the error names file and line, exit code 2."""
    packed = gzip.compress(os.urandom(20_000).hex().encode() + b"\n" + tasks(500))
    (tmp_path / "cut.gz").write_bytes(packed[:-30])
    (tmp_path / "good.ndjson").write_bytes(tasks(7))
    done = run("check", "cut.gz", "good.ndjson", "--json", "-q", cwd=tmp_path)
    told = summary(done)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: cut.gz: the gzip data ends too early, the file was cut off (after line ")
    assert f"Error: {told['errors'][0]}\n" == done.stderr
    assert told["accepted"] >= 7
    reached = int(done.stderr.rpartition("line ")[2].rstrip(")\n").replace(",", ""))
    assert told["lines"] == reached + 7


def test_damaged_gzip_is_told(tmp_path):
    """Damage inside gzip data is an error of one line that names the file, exit code 2."""
    packed = bytearray(gzip.compress(tasks(500)))
    packed[-8:-4] = b"\0\0\0\0"
    (tmp_path / "damaged.gz").write_bytes(packed)
    done = run("check", "damaged.gz", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: damaged.gz: the gzip data is damaged (")
    assert done.stderr.count("\n") == 1
    assert "1 file could not be read to the end" in done.stdout


def test_gzip_name_without_gzip_data(tmp_path):
    """A file that is called .gz and is not gzip is told so."""
    (tmp_path / "plain.gz").write_bytes(tasks(2))
    done = run("check", "plain.gz", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "Error: plain.gz: it is called .gz but is not gzip data\n")


def test_utf_16_is_recognised(tmp_path):
    """A file in UTF-16 is one error, not a rejects file full of garbage."""
    (tmp_path / "wide.ndjson").write_bytes(tasks(3).decode().encode("utf-16"))
    done = run("check", "wide.ndjson", cwd=tmp_path)
    assert done.returncode == 2
    assert "UTF-16" in done.stderr


@pytest.mark.parametrize("disguise", ["same", "symlink", "hardlink", "stdin"])
def test_rejects_never_overwrite_an_input(tmp_path, disguise):
    """Naming an input as rejects file is wrong usage, whatever link leads to it; the input stays."""
    source = tmp_path / "tasks.ndjson"
    source.write_bytes(tasks(3))
    rejects = source if disguise in ("same", "stdin") else tmp_path / "other"
    if disguise == "symlink":
        rejects.symlink_to(source)
    if disguise == "hardlink":
        os.link(source, rejects)
    with source.open("rb") as file:
        name = "-" if disguise == "stdin" else source
        done = run("check", name, "--rejects", rejects, stdin=file)
    assert done.returncode == 2
    assert "would overwrite" in done.stderr
    assert source.read_bytes() == tasks(3)


def test_rejects_are_not_gzip(tmp_path):
    """A rejects file called .gz would not be one, so it is refused."""
    (tmp_path / "tasks.ndjson").write_bytes(tasks(3))
    assert run("check", "tasks.ndjson", "--rejects", "rejects.gz", cwd=tmp_path).returncode == 2
    assert not (tmp_path / "rejects.gz").exists()


def test_rejects_that_can_not_be_opened(tmp_path):
    """A rejects file in a directory that does not exist is an error of one line, exit code 3."""
    (tmp_path / "tasks.ndjson").write_bytes(tasks(3))
    done = run("check", "tasks.ndjson", "--rejects", "nowhere/rejects", cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr == "Error: can't write the rejects file nowhere/rejects: No such file or directory\n"


@needs_dev_full
def test_full_disk_stops_the_check(tmp_path):
    """When the rejects can't be written the check stops, rather than lose lines: exit code 3."""
    (tmp_path / "tasks.ndjson").write_bytes(tasks(10, bad_every=5))
    done = run("check", "tasks.ndjson", "--rejects", "/dev/full", "-q", cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr == "Error: can't write the rejects file /dev/full: No space left on device (after 0 records)\n"
    assert "Stopped before the first line" in done.stdout


def test_rejects_end_with_a_whole_record_when_the_disk_is_full(tmp_path):
    """What finds no room leaves no half record behind."""
    (tmp_path / "tasks.ndjson").write_bytes(tasks(2000, bad_every=1))
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000));"
        "from flat_api.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "check", "tasks.ndjson", "--rejects", "rejects"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        timeout=30,
    )
    assert done.returncode == 3
    kept = records(tmp_path / "rejects")
    assert 9_000 < (tmp_path / "rejects").stat().st_size <= 10_000
    assert f"(after {len(kept)} records)" in done.stderr.decode()


def test_lines_are_judged_as_they_come(tmp_path):
    """On a live stream a refused line is in the rejects file before the next line arrives."""
    process = start("check", "-", "--rejects", "rejects", cwd=tmp_path)
    with process:
        wait_until((tmp_path / "rejects").exists)
        for number in (1, 2):
            process.stdin.write(task_line(number, state="lost"))
            process.stdin.flush()
            kept = wait_until(lambda: records(tmp_path / "rejects")[number - 1 :])  # noqa: B023
            assert [record["line"] for record in kept] == [number]
        output, _ = process.communicate()
    assert process.returncode == 1
    assert output.startswith(b"2 lines: 0 accepted, 2 refused")


def test_reader_of_the_rejects_that_goes_away(tmp_path):
    """`check --rejects - | head -1` ends quietly with exit code 141."""
    (tmp_path / "bad.ndjson").write_bytes(tasks(5000, bad_every=1))
    process = start("check", "bad.ndjson", "--rejects", "-", cwd=tmp_path)
    with process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


MEASURED = """
import resource, sys
from pathlib import Path
from flat_api.cli import main
main(sys.argv[1:])
status = Path("/proc/self/status")
if status.exists():  # ru_maxrss would also remember the process that started this one
    peak = int(status.read_text().partition("VmHWM:")[2].split()[0])
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
print(peak + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""


def peak_memory(path, *arguments):
    """KiB that checking *path* needs at most, its worker processes included."""
    command = [sys.executable, "-c", MEASURED, "check", path, "-q", "--rejects", path.with_suffix(".rejects")]
    done = subprocess.run([*command, *arguments], env=environment(), capture_output=True, timeout=60, check=True)
    return int(done.stderr.split()[-1])


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_memory_does_not_grow_with_the_file(tmp_path, jobs):
    """Ten times the lines need no more memory."""
    small, large = tmp_path / "small.ndjson", tmp_path / "large.ndjson"
    lines = tasks(5_000, bad_every=50)
    small.write_bytes(lines)
    large.write_bytes(lines * 10)
    growth = peak_memory(large, "--jobs", jobs) - peak_memory(small, "--jobs", jobs)
    assert growth < 4 * 1024


def test_fault_of_this_package_is_kept_apart(tmp_path):
    """When reading a line fails in a way it never should, the line is kept, the rest is read: exit code 3."""
    (tmp_path / "broken.py").write_text(
        "from flat_api.schemas import StrSchema\n"
        "class Broken(StrSchema):\n"
        "    @classmethod\n"
        "    def from_json(cls, text, _configuration=None):\n"
        "        if b'2' in text:\n"
        "            raise RuntimeError('oops')\n"
    )
    done = run("check", "-", "-m", "broken:Broken", "--rejects", "rejects", stdin="1\n2\n3\n", cwd=tmp_path)
    assert done.returncode == 3
    (record,) = records(tmp_path / "rejects")
    assert (record["line"], record["problems"][0]["kind"]) == (2, "internal")
    assert "oops" in record["problems"][0]["message"]
