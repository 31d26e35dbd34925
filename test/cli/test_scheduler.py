"""`flat-api check --scheduler`: the same answers from a cluster, whatever becomes of its workers."""

import gzip
import json
import os
import signal
import subprocess
import sys

import pytest

from ..bulk.clusters import process_of_a_worker, running
from ..faults import closed_port
from .running import PATIENCE, environment, finish, records, run, start, tasks, wait_until


@pytest.fixture(scope="module")
def cluster():
    with running() as cluster:
        yield cluster


def fed_for_ever(tmp_path, cluster):
    """A check of a stream that has no end yet, once the first rejected lines are in the rejects file."""
    address = cluster.scheduler_address
    process = start("check", "-", "--rejects", "rejects", "--json", "-q", "--scheduler", address, cwd=tmp_path)
    process.stdin.write(tasks(20_000, bad_every=100))
    process.stdin.flush()
    wait_until(lambda: (tmp_path / "rejects").exists() and (tmp_path / "rejects").read_bytes())
    return process


def test_a_cluster_gives_the_same_answers(tmp_path, cluster):
    """The counts and the rejects, in their order, are those of a check on this machine."""
    odd_lines = b'\n{"id": "\xff"}\r\n' + b"x" * 300_000 + b"\n"
    (tmp_path / "first.ndjson").write_bytes(tasks(9000, bad_every=7) + odd_lines + tasks(3000, bad_every=11))
    (tmp_path / "second.gz").write_bytes(gzip.compress(tasks(4000, bad_every=13)))
    told = []
    for name, more in ("here", []), ("there", ["--scheduler", cluster.scheduler_address]):
        done = run(
            "check", "first.ndjson", "second.gz", "--rejects", name, "--json", "-q", "--max-line-bytes", 200_000, *more,
            cwd=tmp_path,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (1, "")
        told.append(json.loads(done.stdout))
    assert told[1].pop("scheduler") == cluster.scheduler_address
    assert told[0].pop("jobs") != told[1].pop("jobs")
    assert [found.pop("rejects") for found in told] == ["here", "there"]
    assert all(found.pop("seconds") > 0 and found.pop("lines_per_second") > 0 for found in told)
    assert told[0] == told[1]
    assert (tmp_path / "here").read_bytes() == (tmp_path / "there").read_bytes()


def test_a_killed_worker_costs_nothing(tmp_path, cluster):
    """The scheduler gives what it had to another worker: the counts and rejects are complete, and nothing is said."""
    with fed_for_ever(tmp_path, cluster) as process:
        os.kill(process_of_a_worker(cluster), signal.SIGKILL)
        output, errors = process.communicate(tasks(20_000, bad_every=100), timeout=PATIENCE)
    told = json.loads(output)
    assert (process.returncode, errors) == (1, b"")
    assert (told["lines"], told["refused"], told["stopped"]) == (40_000, 400, None)
    assert [record["line"] for record in records(tmp_path / "rejects")] == list(range(100, 40_001, 100))


def test_ctrl_c_leaves_whole_rejects(tmp_path, cluster):
    """The rejects are those up to the line that the summary names."""
    with fed_for_ever(tmp_path, cluster) as process:
        process.send_signal(signal.SIGINT)
        output, errors, returncode = finish(process)
    told = json.loads(output)
    assert (returncode, errors) == (130, "")
    kept = [record["line"] for record in records(tmp_path / "rejects")]
    assert kept == list(range(100, told["last"]["line"] + 1, 100))


def test_a_scheduler_that_goes_away(tmp_path):
    """When the connection is lost the check stops, says so in a sentence and exits 3; the rejects are whole."""
    with running() as cluster:
        process = fed_for_ever(tmp_path, cluster)
    with process:
        with process.stdin:
            try:
                for _ in range(100):
                    process.stdin.write(tasks(1000))
            except BrokenPipeError:
                pass
        process.stdin = None
        output, errors, returncode = finish(process)
    assert (returncode, errors) == (3, f"Error: the connection to the scheduler {cluster.scheduler_address} was lost\n")
    told = json.loads(output)
    kept = [record["line"] for record in records(tmp_path / "rejects")]
    assert kept == list(range(100, min(told["last"]["line"], 20_000) + 1, 100))


def checked(tmp_path, address, prelude):
    """What came of a check of a good file on the cluster at *address*, after *prelude*."""
    (tmp_path / "good.ndjson").write_bytes(tasks(3))
    program = f"import sys\nfrom flat_api.bulk import _cluster\n{prelude}\n"
    program += "from flat_api.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, "check", "good.ndjson", "--scheduler", address],
        cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=PATIENCE,
    )  # fmt: skip
    return done.returncode, done.stderr


def test_no_cluster_to_work_on(tmp_path):
    """No scheduler, none that can be, no workers, no library: each is an error of one line, exit code 3."""
    quick = "_cluster.SECONDS_TO_CONNECT = 1"
    with closed_port() as url:
        address = url.replace("http", "tcp")
        code, errors = checked(tmp_path, address, quick)
    assert code == 3 and errors.startswith(f"Error: can't reach the scheduler {address}: ")
    assert errors.count("\n") == 1
    code, errors = checked(tmp_path, "nonsense://x", quick)
    assert code == 3 and errors.startswith("Error: can't reach the scheduler nonsense://x: ")
    with running(0) as cluster:
        address = cluster.scheduler_address
        assert checked(tmp_path, address, quick) == (3, f"Error: the cluster of {address} has no workers\n")
    code, errors = checked(tmp_path, "tcp://127.0.0.1:1", "sys.modules['distributed'] = None")
    assert (code, errors) == (3, "Error: a cluster needs the library distributed, of the extra 'dask'\n")


def test_a_model_that_the_cluster_does_not_know(tmp_path, cluster):
    """Workers import the model themselves; where they can't, the check says what is missing."""
    (tmp_path / "mine.py").write_text("from flat_api.schemas import StrSchema\nclass Mine(StrSchema):\n    pass\n")
    (tmp_path / "words").write_text('"a"\n')
    done = run("check", "words", "-m", "mine:Mine", "--scheduler", cluster.scheduler_address, cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr.startswith("Error: the cluster failed: ") and "mine" in done.stderr
    assert done.stderr.count("\n") == 1


def test_processes_here_and_a_cluster_are_wrong_usage():
    done = run("check", "-", "--jobs", "2", "--scheduler", "tcp://127.0.0.1:1")
    assert (done.returncode, "--jobs is for processes on this machine" in done.stderr) == (2, True)
