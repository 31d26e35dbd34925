"""The request log: what was sent and what was answered."""

from __future__ import annotations

import pytest

from flat_api import exceptions
from flat_api.sandbox import _request_log
from flat_api.sandbox._request_log import Received


def test_requests_have_bodies_and_answers(flat, flat_sandbox):
    """The body is what was sent, the answer what the client got, both as bytes and as plain data."""
    made = flat.collections.create_collection(body={"title": "Études", "privacy": "private"})
    (received,) = flat_sandbox.requests
    assert received.json == {"title": "Études", "privacy": "private"}
    assert received.answer_json["id"] == made.id
    assert "Études".encode() in received.answer


def test_what_is_no_json_is_none(flat, flat_sandbox):
    """A request without a body has none, and a file is bytes."""
    data = flat.scores.get_score_revision_data(score=flat_sandbox.score, revision="last", format="midi")
    (received,) = flat_sandbox.requests
    assert (received.body, received.json, received.answer, received.answer_json) == (b"", None, data, None)


def test_answers_are_whole_whatever_a_fault_does_to_them(flat_sandbox):
    """The log tells what was answered, the client gets what the fault leaves of it."""
    flat_sandbox.faults.add("truncate=10:times=1")
    with flat_sandbox.client(retries=0) as flat, pytest.raises(exceptions.ApiException):
        flat.account.get_authenticated_user()
    assert flat_sandbox.requests[0].answer_json["username"] == "sandbox"


def test_refused_bodies_are_there_too(flat_sandbox, plain):
    """A body that is no JSON is in the log, with the error that answered it."""
    plain("POST", "/collections", body=b"{nonsense")
    (received,) = flat_sandbox.requests
    assert (received.body, received.status) == (b"{nonsense", 400)
    assert received.answer_json["code"] == "INVALID_JSON"


def test_memory_is_bounded(flat, flat_sandbox, monkeypatch):
    """The oldest requests go when bodies and answers are more than is remembered; the last one stays."""
    monkeypatch.setattr(_request_log, "KEPT_BYTES", 4_000)
    for number in range(20):
        flat.collections.create_collection(body={"title": f"{number}", "privacy": "private"})
    kept = flat_sandbox.requests
    assert sum(len(received.body) + len(received.answer) for received in kept) <= 4_000
    assert kept[-1].json["title"] == "19"
    monkeypatch.setattr(_request_log, "KEPT_BYTES", 10)
    flat.account.get_authenticated_user()
    assert [received.operation for received in flat_sandbox.requests] == ["get_authenticated_user"]


def test_deep_json_is_none():
    """Whatever was sent can be looked at."""
    assert Received("POST", "/", 400, "", {}, body=b"[" * 100_000).json is None
