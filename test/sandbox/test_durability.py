"""What was answered is kept, whatever ends the process; and a call costs the same however much is kept."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading

import pytest

from flat_api import Flat, exceptions
from flat_api.sandbox import Sandbox

PROGRAM = (
    "import sys; from flat_api.sandbox import serve; serve(db=sys.argv[1], say=lambda line: print(line, flush=True))"
)

WRITERS = 3
ANSWERS = 40


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
def test_kill_9_loses_no_write_that_was_answered(tmp_path):
    """Several clients write until the process is killed; the next one with the same file has all that was answered."""
    db = str(tmp_path / "sandbox.db")
    command = [sys.executable, "-c", PROGRAM, db]
    answered: list[tuple[str, str]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        url = process.stdout.readline().split()[-1]

        def write(number: int) -> None:
            with Flat(host=url, access_token="sandbox", retries=0) as flat:
                for count in range(10_000):
                    try:
                        made = flat.classes.create_class(body={"name": f"{number} {count}"})
                    except (exceptions.ApiException, OSError):
                        return
                    answered.append((made.id, made.name))
                    if len(answered) >= ANSWERS:
                        process.kill()

        writers = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert len(answered) >= ANSWERS
    with Sandbox(db=db) as sandbox, sandbox.client() as flat:
        kept = {(entry.id, entry.name) for entry in flat.classes.list_classes()}
        assert set(answered) <= kept
        assert all(flat.classes.get_class(class_=id).teachersGroup.usersCount == 1 for id, _ in answered)


def statements(sandbox: Sandbox, call) -> int:
    """How many statements the database runs for *call*."""
    seen: list[str] = []
    connection = sandbox.app.world.store._connection
    connection.set_trace_callback(seen.append)
    try:
        call()
    finally:
        connection.set_trace_callback(None)
    return len(seen)


def test_a_call_costs_the_same_however_much_there_is(flat, flat_sandbox):
    """Creating, reading and changing take as many statements among two hundred classes as among two."""
    class_ = flat.classes.create_class(body={"name": "6B"}).id
    body = {"title": "x", "state": "active"}
    assignment = flat.classes.create_class_assignment(class_=class_, body=body).id
    place = {"class_": class_, "assignment": assignment}
    submission = flat.classes.create_submission(**place, body={}).id
    calls = [
        lambda: flat.classes.create_class(body={"name": "x"}),
        lambda: flat.classes.get_class(class_=class_),
        lambda: flat.classes.update_class(class_=class_, body={"section": "a"}),
        lambda: flat.classes.get_submission(**place, submission=submission),
        lambda: flat.scores.get_score(score=flat_sandbox.score),
        lambda: flat.account.get_authenticated_user(),
    ]
    before = [statements(flat_sandbox, call) for call in calls]
    for number in range(200):
        flat.classes.create_class(body={"name": f"{number}"})
    assert [statements(flat_sandbox, call) for call in calls] == before
    assert max(before) < 30


def test_lookups_use_an_index(flat_sandbox):
    """No statement that finds an entry, its members or its parts reads a whole table."""
    connection = flat_sandbox.app.world.store._connection
    for sql in (
        "select * from entries where kind = 'x' and id = 'x'",
        "select * from entries where kind = 'x' and parent = 'x' order by seq",
        "select * from entries where parent = 'x'",
        "select * from entries where kind = 'x' order by seq desc limit 5",
        "select 1 from members where container = 'x' and item = 'x'",
        "select container from members where item = 'x' order by seq",
    ):
        plan = " ".join(row[3] for row in connection.execute(f"explain query plan {sql}"))
        assert "SCAN" not in plan, (sql, plan)
