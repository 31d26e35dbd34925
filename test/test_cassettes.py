"""vcrpy records the calls of `Flat` and plays them again."""

import logging

import pytest

from flat_api import Flat
from flat_api.rest import RetryPolicy

from .faults import FaultyServer, json_answer

vcr = pytest.importorskip("vcr")

TASK = json_answer("200 OK", b'{"id":"t1","state":"done"}')


@pytest.fixture(autouse=True)
def silent():
    logging.getLogger("vcr").setLevel("ERROR")


def test_calls_are_recorded_and_replayed(tmp_path):
    """By a client that was made before the cassette was put in, and used before; afterwards it is as ever."""
    path = str(tmp_path / "cassette.yaml")
    with FaultyServer((TASK,)) as server, Flat(host=server.url) as flat:
        flat.tasks.get_task(task="t1")
        with vcr.use_cassette(path, filter_headers=["authorization"]) as cassette:
            assert flat.tasks.get_task(task="t1").state == "done"
        assert len(cassette) == 1
        assert len(server.requests) == 2
        with vcr.use_cassette(path) as cassette:
            assert flat.tasks.get_task(task="t1").state == "done"
        assert cassette.play_count == 1
        assert len(server.requests) == 2
        flat.tasks.get_task(task="t1")
        assert len(server.requests) == 3


def test_what_is_sent_again_is_replayed_as_well(tmp_path):
    """Failures are on the cassette too, and no connection of the pool is lost to them."""
    path = str(tmp_path / "cassette.yaml")
    policy = RetryPolicy(wait=lambda seconds: None)
    with FaultyServer((json_answer("503 No"), json_answer("503 No"), TASK)) as server:
        for _ in range(2):
            with Flat(host=server.url, retries=policy) as flat, vcr.use_cassette(path):
                flat.configuration.timeout = 5
                assert flat.tasks.get_task(task="t1").id == "t1"
        assert len(server.requests) == 3
