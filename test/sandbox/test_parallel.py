"""Many clients at once: nothing is lost, nothing is there twice, and no client sees half of a change."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flat_api.exceptions import ApiException
from flat_api.sandbox import Sandbox, schedule

CLIENTS = 8
CHANGES = 25

PROGRAM = """
import sys
from flat_api import Flat

url, token, name, count, score = sys.argv[1:]
with Flat(host=url, access_token=token) as flat:
    for number in range(int(count)):
        made = flat.collections.create_collection(body={"title": f"{name}-{number}", "privacy": "private"})
        flat.collections.add_score_to_collection(collection=made.id, score=score)
        flat.scores.post_score_comment(score=score, body={"comment": f"{name}-{number}"})
"""


@pytest.fixture(params=["memory", "file"])
def sandbox(request, tmp_path):
    db = ":memory:" if request.param == "memory" else str(tmp_path / "sandbox.db")
    with Sandbox(db=db, task_seconds=0) as running:
        yield running


def test_threads_share_the_state(sandbox):
    """Eight threads, each with a client of its own: all that they make is there once, in an order that all agree on."""

    def work(name: int) -> list[str]:
        made = []
        with sandbox.client() as flat:
            for number in range(CHANGES):
                title = f"{name}-{number}"
                collection = flat.collections.create_collection(body={"title": title, "privacy": "private"}).id
                flat.collections.add_score_to_collection(collection=collection, score=sandbox.score)
                assert flat.collections.get_collection(collection=collection).title == title
                flat.scores.post_score_comment(score=sandbox.score, body={"comment": title})
                if number % 5 == 4:
                    flat.collections.delete_collection(collection=collection)
                else:
                    made.append(title)
        return made

    with ThreadPoolExecutor(CLIENTS) as threads:
        expected = sorted(title for made in threads.map(work, range(CLIENTS)) for title in made)
    with sandbox.client() as flat:
        assert sorted(entry.title for entry in flat.collections.list_collections.iterate(limit=30)) == expected
        comments = [entry.comment for entry in flat.scores.get_score_comments(score=sandbox.score)]
        assert len(comments) == len(set(comments)) == CLIENTS * CHANGES
        for name in range(CLIENTS):
            own = [int(comment.partition("-")[2]) for comment in comments if comment.startswith(f"{name}-")]
            assert own == list(range(CHANGES))
        assert len(flat.scores.get_score(score=sandbox.score).collections) == 1 + CLIENTS * CHANGES


def test_one_default_track_whoever_comes_first(sandbox):
    """What several threads set at once is never set twice."""
    begin = threading.Barrier(CLIENTS)

    def work(name: int) -> None:
        with sandbox.client() as flat:
            begin.wait()
            for number in range(5):
                body = {"title": f"{name}-{number}", "default": True}
                flat.scores.add_score_track(score=sandbox.score, body=body)
                defaults = [track for track in flat.scores.list_score_tracks(score=sandbox.score) if track.default]
                assert len(defaults) == 1

    with ThreadPoolExecutor(CLIENTS) as threads:
        list(threads.map(work, range(CLIENTS)))


def test_pages_hold_still_while_others_write(sandbox):
    """Who goes from page to page sees each collection that was there before once, whatever is added meanwhile."""
    with sandbox.client() as flat:
        before = [
            flat.collections.create_collection(body={"title": f"{number}", "privacy": "private"}).id
            for number in range(30)
        ]
        stop = threading.Event()

        def write() -> None:
            with sandbox.client() as other:
                while not stop.is_set():
                    made = other.collections.create_collection(body={"title": "0", "privacy": "private"}).id
                    other.collections.delete_collection(collection=made)

        with ThreadPoolExecutor(2) as threads:
            writers = [threads.submit(write) for _ in range(2)]
            try:
                for _ in range(5):
                    seen = [entry.id for entry in flat.collections.list_collections.iterate(limit=7, sort="title")]
                    assert set(before) <= set(seen)
                    assert len(seen) == len(set(seen))
            finally:
                stop.set()
            for writer in writers:
                writer.result()


@settings(max_examples=10)
@given(st.integers(0, 10**6))
def test_faults_break_no_state(seed):
    """What was answered is there; what wasn't is there whole or not at all; nothing is there twice."""
    kinds = ("status=500", "reset", "reset=after", "truncate=50")
    with Sandbox(faults=schedule(seed, requests=30, kinds=kinds, on=["api"])) as sandbox:

        def work(name: int) -> tuple[set[str], set[str]]:
            made, lost = set[str](), set[str]()
            with sandbox.client(retries=0) as flat:
                for number in range(4):
                    title = f"{name}-{number}"
                    try:
                        flat.collections.create_collection(body={"title": title, "privacy": "private"})
                        made.add(title)
                    except ApiException:
                        lost.add(title)
            return made, lost

        with ThreadPoolExecutor(CLIENTS) as threads:
            done = list(threads.map(work, range(CLIENTS)))
        sandbox.faults.clear()
        with sandbox.client() as flat:
            titles = [entry.title for entry in flat.collections.list_collections.iterate(limit=10)]
        made, lost = (set[str]().union(*sets) for sets in zip(*done))
        assert made <= set(titles) <= made | lost
        assert len(titles) == len(set(titles))
        assert sum(received.method == "POST" for received in sandbox.requests) == CLIENTS * 4


def test_processes_share_the_state(sandbox):
    """The same for clients in processes of their own."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, sandbox.url, sandbox.token, f"{name}", "10", sandbox.score],
            cwd=Path(__file__).parents[2],
        )
        for name in range(3)
    ]
    assert [process.wait() for process in processes] == [0, 0, 0]
    with sandbox.client() as flat:
        titles = [entry.title for entry in flat.collections.list_collections.iterate()]
        assert sorted(titles) == sorted(f"{name}-{number}" for name in range(3) for number in range(10))
        assert flat.scores.get_score(score=sandbox.score).comments.total == 30
