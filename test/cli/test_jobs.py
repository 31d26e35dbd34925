"""`flat-api check --jobs`: the same answers from several processes, whatever becomes of them."""

import gzip
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .running import (
    PATIENCE,
    environment,
    finish,
    group_lives,
    records,
    run,
    start,
    tasks,
    wait_until,
)

needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")


def workers_of(process):
    """The process ids of the workers that *process* started."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def test_any_number_of_jobs_gives_the_same_answers(tmp_path):
    """With --jobs 2 the counts and the rejects, in their order, are those of --jobs 1."""
    odd_lines = b'\n{"id": "\xff"}\r\n' + b"x" * 300_000 + b"\n"
    (tmp_path / "first.ndjson").write_bytes(tasks(6000, bad_every=7) + odd_lines + tasks(3000, bad_every=11))
    (tmp_path / "second.gz").write_bytes(gzip.compress(tasks(4000, bad_every=13)))
    told = []
    for jobs in "1", "2":
        done = run(
            "check", "first.ndjson", "second.gz", "--jobs", jobs, "--rejects", f"rejects{jobs}",
            "--json", "-q", "--max-line-bytes", 200_000, cwd=tmp_path,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (1, "")
        told.append(json.loads(done.stdout))
    assert [found.pop("jobs") for found in told] == [1, 2]
    assert [found.pop("rejects") for found in told] == ["rejects1", "rejects2"]
    assert all(found.pop("seconds") > 0 and found.pop("lines_per_second") > 0 for found in told)
    assert told[0] == told[1]
    assert told[0]["lines"] == 13_002
    assert (tmp_path / "rejects1").read_bytes() == (tmp_path / "rejects2").read_bytes()


def test_jobs_work_from_the_installed_command(tmp_path):
    """Workers start from the script of an installation, too, and know the models of its user."""
    script = tmp_path / "flat-api"
    script.write_text(
        f"#!{sys.executable}\nimport sys\nfrom flat_api.cli import main\n"
        "if __name__ == '__main__':\n    sys.exit(main())\n"
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "mine.py").write_text("from flat_api.schemas import StrSchema\nclass Mine(StrSchema):\n    pass\n")
    done = subprocess.run(
        [script, "check", "-", "--jobs", "2", "--model", "mine:Mine", "--json", "-q"],
        cwd=tmp_path, env=environment(), input=b'"a"\n1\n"c"\n', capture_output=True, timeout=PATIENCE,
    )  # fmt: skip
    assert done.stderr == b""
    assert json.loads(done.stdout)["accepted"] == 2


def fed_for_ever(tmp_path, *arguments):
    """A check of a stream that has no end yet, once the first refused lines are in the rejects file."""
    process = start("check", "-", "--rejects", "rejects", *arguments, cwd=tmp_path)
    process.stdin.write(tasks(20_000, bad_every=100))
    process.stdin.flush()
    wait_until(lambda: (tmp_path / "rejects").exists() and (tmp_path / "rejects").read_bytes())
    return process


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopped_check_leaves_a_whole_rejects_file_and_a_summary(tmp_path, jobs, number, code):
    """After Ctrl-C every record is whole, and the summary says how far it came: exit code 130."""
    with fed_for_ever(tmp_path, "--jobs", jobs, "--json", "-q") as process:
        # A terminal sends Ctrl-C to the whole group; SIGTERM comes to one process alone.
        (os.killpg if number == signal.SIGINT else os.kill)(process.pid, number)
        output, errors, returncode = finish(process)
    told = json.loads(output)
    assert errors == ""
    assert (returncode, told["exit_code"]) == (code, code)
    assert told["stopped"] == signal.strsignal(number).lower()
    kept = [record["line"] for record in records(tmp_path / "rejects")]
    assert kept == list(range(100, told["last"]["line"] + 1, 100))
    assert told["refused"] == len(kept) > 0
    assert told["lines"] == told["last"]["line"]


def test_stopped_check_says_so_to_people(tmp_path):
    """The summary names the line after which Ctrl-C came."""
    with fed_for_ever(tmp_path, "-q") as process:
        process.send_signal(signal.SIGINT)
        output, _, _ = finish(process)
    assert "\nStopped after line " in output
    assert " of standard input: interrupt\n" in output


def test_check_can_be_stopped_before_anything_came(tmp_path):
    """Ctrl-C is answered while there is nothing to read, and leaves an empty rejects file."""
    process = start("check", "-", "--rejects", "rejects", "-q", cwd=tmp_path)
    with process:
        wait_until((tmp_path / "rejects").exists)
        process.send_signal(signal.SIGINT)
        output, errors, returncode = finish(process)
    assert (returncode, errors) == (130, "")
    assert "Stopped before the first line: interrupt" in output


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_line_that_takes_for_ever_does_not_keep_the_check(tmp_path, jobs):
    """Ctrl-C ends a check in the middle of a line; where workers are at work, a second one does."""
    (tmp_path / "slow.py").write_text(
        "import pathlib, time\n"
        "from flat_api.schemas import StrSchema\n"
        "class Slow(StrSchema):\n"
        "    @classmethod\n"
        "    def from_json(cls, text, _configuration=None):\n"
        "        pathlib.Path('begun').touch()\n"
        "        time.sleep(3600)\n"
    )
    (tmp_path / "lines").write_bytes(b'"x"\n')
    with start("check", "lines", "--model", "slow:Slow", "--jobs", jobs, cwd=tmp_path) as process:
        wait_until((tmp_path / "begun").exists)
        process.send_signal(signal.SIGINT)
        if jobs == "2":
            time.sleep(0.2)
            process.send_signal(signal.SIGINT)
        output, _, returncode = finish(process)
    assert returncode == 130
    assert output.startswith("0 lines: 0 accepted, 0 refused\n")


def test_workers_that_can_not_be_started_are_an_error(tmp_path):
    """When the system has no room for so many processes, that is an error with a way out, exit code 3."""
    (tmp_path / "good.ndjson").write_bytes(tasks(3))
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20));"
        "from flat_api.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, "check", "good.ndjson", "--jobs", "20"],
        cwd=tmp_path, env=environment(), capture_output=True, timeout=PATIENCE,
    )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr.splitlines() == [
        b"Error: can't start a worker process: Too many open files",
        b"--jobs 1 does without other processes.",
    ]


@needs_proc
def test_killed_worker_is_reported(tmp_path):
    """When the system kills a worker the check stops, says so and exits 3; the rejects are whole."""
    with fed_for_ever(tmp_path, "--jobs", "2", "-q") as process:
        os.kill(workers_of(process)[0], signal.SIGKILL)
        with process.stdin:
            try:
                for _ in range(100):
                    process.stdin.write(tasks(1000))
            except BrokenPipeError:
                pass
        process.stdin = None
        output, errors, returncode = finish(process)
    assert returncode == 3
    assert errors.startswith("Error: a worker process died (signal 9, Killed), perhaps because memory ran out")
    assert "Stopped after line " in output
    kept = [record["line"] for record in records(tmp_path / "rejects")]
    assert kept == list(range(100, kept[-1] + 1, 100))


@needs_proc
def test_workers_leave_with_their_parent(tmp_path):
    """When the check itself is killed no worker stays behind."""
    with fed_for_ever(tmp_path, "--jobs", "2", "-q") as process:
        assert len(workers_of(process)) == 2
        process.kill()
        process.wait()
        wait_until(lambda: not group_lives(process.pid))
    records(tmp_path / "rejects")
