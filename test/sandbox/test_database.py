"""The store: transactions, files that are kept, and files that are something else."""

import sqlite3

import pytest

from flat_api.exceptions import NotFoundError
from flat_api.sandbox import Sandbox, SandboxApp, StoreError
from flat_api.sandbox._database import Entry, Store

from .music import MUSICXML


@pytest.fixture
def db(tmp_path):
    return str(tmp_path / "sandbox.db")


def test_transactions_are_all_or_nothing():
    """What raises leaves nothing behind; a transaction inside another one is part of it."""
    store = Store()
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.add(Entry("thing", "a", {"x": 1}))
        with store.transaction():
            store.add(Entry("thing", "b", {}))
        raise ZeroDivisionError
    assert store.find("thing", "a") is None
    with store.transaction():
        store.add(Entry("thing", "a", {"x": 1}))
    assert store.find("thing", "a").data == {"x": 1}
    store.close()
    store.close()


def test_state_survives_a_restart(db):
    """A sandbox with the same file goes on where the last one ended, with its exports too."""
    with Sandbox(db=db, task_seconds=3600) as sandbox, sandbox.client() as flat:
        score = flat.scores.create_score(body={"data": MUSICXML})
        flat.scores.delete_score(score=sandbox.score)
        flat.scores.post_score_comment(score=score.id, body={"comment": "kept"})
        task = flat.scores.create_export_task(score=score.id, revision="last", format="wav")
    with Sandbox(db=db) as sandbox, sandbox.client() as flat:
        assert flat.scores.get_score(score=score.id).title == "Two Notes"
        assert flat.scores.get_score_revision_data(score=score.id, revision="last", format="xml") == MUSICXML.encode()
        assert [entry.comment for entry in flat.scores.get_score_comments(score=score.id)] == ["kept"]
        with pytest.raises(NotFoundError):
            flat.scores.get_score(score=sandbox.score)
        assert flat.tasks.get_task(task=task.id).state == "created"
        assert len(flat.users.get_user_scores(user="me")) == 1


def test_url_of_a_file_is_that_of_the_running_server(db):
    """A task that was done before the restart leads to the storage there is now."""
    with Sandbox(db=db, task_seconds=0) as sandbox, sandbox.client() as flat:
        task = flat.scores.create_export_task(score=sandbox.score, revision="last", format="wav")
    with Sandbox(db=db) as sandbox, sandbox.client() as flat:
        url = str(flat.tasks.get_task(task=task.id).result.url)
        assert url.startswith(sandbox.storage_url)
        assert flat.api_client.request("GET", url).data[:4] == b"RIFF"


def test_two_sandboxes_may_share_a_file(db):
    """What is changed through one is seen through the other."""
    with Sandbox(db=db) as one, Sandbox(db=db) as two, one.client() as flat, two.client() as other:
        made = [
            client.collections.create_collection(body={"title": f"{number}", "privacy": "private"}).id
            for number in range(5)
            for client in (flat, other)
        ]
        assert [entry.id for entry in flat.collections.list_collections()] == made
        assert [entry.id for entry in other.collections.list_collections()] == made


def test_memory_is_forgotten():
    """Without a file, each sandbox is a new one."""
    with Sandbox() as sandbox, sandbox.client() as flat:
        flat.scores.delete_score(score=sandbox.score, now=True)
    with Sandbox() as sandbox, sandbox.client() as flat:
        assert flat.scores.get_score(score=sandbox.score).title == "Ode to Joy"


def test_other_files_are_refused(db, tmp_path):
    """A file that is no database, a database of something else, and one of another version are left as they are."""
    text = tmp_path / "text"
    text.write_text("not a database, but longer than a header of one would be " * 10)
    with pytest.raises(StoreError, match="is no database of the sandbox"):
        Sandbox(db=str(text))
    connection = sqlite3.connect(db)
    connection.execute("create table mine (x)")
    connection.close()
    with pytest.raises(StoreError, match="is no database of this version of the sandbox"):
        Sandbox(db=db)
    with pytest.raises(StoreError, match="can't be opened"):
        SandboxApp(db=str(tmp_path / "none" / "db"))
    connection = sqlite3.connect(db)
    assert connection.execute("select name from sqlite_master").fetchall() == [("mine",)]
    connection.close()
