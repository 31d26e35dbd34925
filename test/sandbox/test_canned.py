"""Answers that a test gives."""

from __future__ import annotations

import pytest

from flat_api import exceptions


def test_an_answer_comes_so_many_times(flat, flat_sandbox):
    """Once if not said otherwise, and then the sandbox answers again."""
    flat_sandbox.answer("get_task", {"id": "5b0f", "state": "doing"}, times=2)
    flat_sandbox.answer("get_task", {"id": "5b0f", "state": "done"})
    assert [flat.tasks.get_task(task="5b0f").state for _ in range(3)] == ["doing", "doing", "done"]
    with pytest.raises(exceptions.NotFoundError):
        flat.tasks.get_task(task="5b0f")


def test_an_answer_may_come_always(flat, flat_sandbox):
    """With no number of times, until the answers are taken back."""
    flat_sandbox.answer("list_classes", [], times=None)
    assert [flat.classes.list_classes() for _ in range(3)] == [(), (), ()]
    flat_sandbox.app.canned.clear()
    flat.classes.create_class(body={"name": "6B"})
    assert flat.classes.list_classes()


def test_an_answer_may_be_an_error(flat, flat_sandbox):
    """The status and the headers are those that were given."""
    error = {"code": "NO_LICENSE", "message": "There is none."}
    flat_sandbox.answer("create_class", error, status=402, headers={"X-Because": "none"})
    with pytest.raises(exceptions.PaymentRequiredError, match="NO_LICENSE") as caught:
        flat.classes.create_class(body={"name": "6B"})
    assert caught.value.headers["X-Because"] == "none"
    assert [entry.name for entry in flat.classes.list_classes() if entry.name == "6B"] == []


def test_requests_are_checked_all_the_same(flat_sandbox, plain):
    """What the API would refuse gets no answer that was given."""
    flat_sandbox.answer("create_class", {"id": "c"})
    assert plain.error("POST", "/classes", body={})[0] == 422
    assert plain("POST", "/classes", body={"name": "6B"}).json() == {"id": "c"}


def test_an_answer_without_a_body(flat, flat_sandbox):
    """Operations that answer nothing answer nothing, and change nothing."""
    flat_sandbox.answer("delete_score")
    assert flat.scores.delete_score(score=flat_sandbox.score) is None
    assert flat.scores.get_score(score=flat_sandbox.score).title == "Ode to Joy"


def test_wrong_names_are_told(flat_sandbox):
    """An operation that there is not is an error, with the name that may be meant."""
    with pytest.raises(ValueError, match="no operation 'get_tusk'; did you mean 'get_task'"):
        flat_sandbox.answer("get_tusk", {})
