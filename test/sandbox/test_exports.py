"""Exports: tasks that take their time by a clock of the test, and files at another origin."""

import hashlib
import io
import wave
from urllib.parse import urlsplit

import pytest

from flat_api.exceptions import NotFoundError
from flat_api.sandbox import Sandbox

from .music import MUSICXML


class Clock:
    def __init__(self):
        self.now = 1_700_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def sandbox(clock):
    with Sandbox(task_seconds=10, clock=clock) as running:
        yield running


@pytest.fixture
def flat(sandbox):
    with sandbox.client(strict_responses=True) as client:
        yield client


def export(flat, sandbox, format="wav"):
    return flat.scores.create_export_task(score=sandbox.score, revision="last", format=format)


def test_task_goes_from_created_to_done(flat, sandbox, clock):
    """created, doing with a percentage that grows, done with a URL: each at its time, and never back."""
    task = export(flat, sandbox)
    assert (task.state, task.progress.percent, task.format, task.score) == ("created", 0, "wav", sandbox.score)
    seen = []
    for second in (0.5, 1, 5, 9.99, 10, 11, 1000):
        clock.now = 1_700_000_000 + second
        found = flat.tasks.get_task(task=task.id)
        seen.append((str(found.state), int(found.progress.percent), "result" in found))
    assert seen == [
        ("created", 0, False),
        ("doing", 10, False),
        ("doing", 50, False),
        ("doing", 99, False),
        *[("done", 100, True)] * 3,
    ]
    assert (found.doneDate.as_datetime - found.creationDate.as_datetime).total_seconds() == 10
    assert (list(found.errorHistory), found.modificationDate) == ([], found.doneDate)


@pytest.mark.parametrize(("ends", "at"), [("error", 10), ("canceled", 5)])
def test_task_may_fail(flat, sandbox, clock, ends, at):
    """task=error ends it with an error, task=canceled on half the way; the next one is done."""
    sandbox.faults.add(f"task={ends}:times=1")
    task, other = export(flat, sandbox), export(flat, sandbox)
    clock.now += at - 0.1
    assert flat.tasks.get_task(task=task.id).state == "doing"
    clock.now += 0.2
    found = flat.tasks.get_task(task=task.id)
    assert found.state == ends
    if ends == "error":
        assert (found.result.error, list(found.errorHistory)) == ("EXPORT_FAILED", ["EXPORT_FAILED"])
    assert "url" not in found.get("result", {})
    clock.now += 10
    assert flat.tasks.get_task(task=other.id).state == "done"


def done(flat, sandbox, clock, format="wav"):
    task = export(flat, sandbox, format)
    clock.now += 10
    return str(flat.tasks.get_task(task=task.id).result.url)


@pytest.fixture
def fetch(sandbox):
    import urllib3

    with urllib3.PoolManager() as pool:
        yield lambda url, method="GET", **headers: pool.request(method, url, headers=headers, retries=False)


def test_file_is_at_another_origin(flat, sandbox, clock, fetch):
    """The URL leads to the storage, which takes no token, and the file there plays."""
    url = done(flat, sandbox, clock)
    assert url.startswith(f"{sandbox.storage_url}/exports/")
    assert urlsplit(url).netloc != urlsplit(sandbox.url).netloc
    response = fetch(url)
    assert (response.status, response.headers["Content-Type"]) == (200, "audio/wav")
    assert response.headers["Content-Disposition"] == 'attachment; filename="Ode-to-Joy.wav"'
    with wave.open(io.BytesIO(response.data)) as file:
        assert file.getnframes() > 100_000
    assert fetch(url, Authorization="Bearer sandbox").status == 400
    first, second = sandbox.storage_requests
    assert ("authorization" in first.headers, second.headers["authorization"]) == (False, "Bearer sandbox")


@pytest.mark.parametrize("format", ["mp3", "practicefirst"])
def test_other_formats_are_exported(flat, sandbox, clock, fetch, format):
    """Every format of an export ends with a file that has a name of its kind."""
    url = done(flat, sandbox, clock, format)
    assert url.endswith(f"/Ode-to-Joy.{format}")
    assert fetch(url).data[:3] in (b"ID3", b'{"t')


def test_url_is_secret_and_not_early(flat, sandbox, clock, fetch):
    """Without the secret in the URL there is nothing, and before the task is done there is nothing either."""
    url = done(flat, sandbox, clock)
    assert fetch(url.replace("/exports/", "/exports/x")).status == 404
    parts = url.split("/")
    parts[-2] = "0" * len(parts[-2])
    assert fetch("/".join(parts)).status == 404
    assert fetch(sandbox.storage_url).status == 404
    clock.now -= 9
    assert fetch(url).status == 404
    assert fetch(url, "DELETE").status == 405


def test_ranges_make_the_whole(flat, sandbox, clock, fetch):
    """Parts are 206 with their place, and put together they are the file; a HEAD has its length and no body."""
    url = done(flat, sandbox, clock)
    whole = fetch(url)
    assert whole.headers["Accept-Ranges"] == "bytes"
    size = len(whole.data)
    first, rest = fetch(url, Range="bytes=0-999"), fetch(url, Range="bytes=1000-")
    assert (first.status, rest.status) == (206, 206)
    assert (first.headers["Content-Range"], rest.headers["Content-Range"]) == (
        f"bytes 0-999/{size}",
        f"bytes 1000-{size - 1}/{size}",
    )
    assert first.data + rest.data == whole.data
    assert fetch(url, Range="bytes=-10").data == whole.data[-10:]
    past = fetch(url, Range=f"bytes={size}-")
    assert (past.status, past.headers["Content-Range"]) == (416, f"bytes */{size}")
    head = fetch(url, "HEAD")
    assert (head.status, head.headers["Content-Length"], head.data) == (200, str(size), b"")


def test_conditions_are_heeded(flat, sandbox, clock, fetch):
    """If-Range sends a part only of the same file, If-None-Match nothing of it."""
    url = done(flat, sandbox, clock)
    etag = fetch(url).headers["ETag"]
    assert fetch(url, **{"Range": "bytes=0-9", "If-Range": etag}).status == 206
    changed = fetch(url, **{"Range": "bytes=0-9", "If-Range": '"other"'})
    assert (changed.status, len(changed.data) > 1000) == (200, True)
    assert (fetch(url, **{"If-None-Match": etag}).status, fetch(url, **{"If-Match": '"other"'}).status) == (304, 412)


def test_file_can_be_had_by_url(flat, sandbox, clock, fetch):
    """url=True answers with a URL at the storage that has the same bytes as the answer without it."""
    import json

    asked = {"score": sandbox.score, "revision": "last", "format": "midi"}
    url = json.loads(flat.scores.get_score_revision_data(**asked, url=True))["url"]
    assert url.startswith(sandbox.storage_url)
    assert fetch(url).data == flat.scores.get_score_revision_data(**asked)


def test_export_is_of_its_revision(flat, sandbox, clock, fetch):
    """What is saved while a task is on its way changes nothing in its file."""
    task = export(flat, sandbox)
    before = flat.scores.get_score_revision_data(score=sandbox.score, revision="last", format="wav")
    flat.scores.create_score_revision(score=sandbox.score, body={"data": MUSICXML})
    clock.now += 10
    data = fetch(str(flat.tasks.get_task(task=task.id).result.url)).data
    assert hashlib.sha256(data).digest() == hashlib.sha256(before).digest()


def test_unknown_things_are_told(flat, sandbox):
    """No such task, score or revision: each with its own code."""
    for call, code in (
        (lambda: flat.tasks.get_task(task="x"), "TASK_NOT_FOUND"),
        (lambda: flat.scores.create_export_task(score="x", revision="last", format="wav"), "SCORE_NOT_FOUND"),
        (lambda: flat.scores.create_export_task(score=sandbox.score, revision="x", format="wav"), "REVISION_NOT_FOUND"),
    ):
        with pytest.raises(NotFoundError) as caught:
            call()
        assert caught.value.code == code
