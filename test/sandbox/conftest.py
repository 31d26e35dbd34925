"""A plain connection to the sandbox of the test, beside the fixtures of the plugin."""

from __future__ import annotations

import json
import secrets
import typing
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import urllib3

from flat_api import Flat
from flat_api.sandbox import Sandbox

from .music import MUSICXML, PAGE


@dataclass
class Plain:
    """Requests as they are: no retries, no checks, signed unless told otherwise."""

    sandbox: Sandbox
    pool: urllib3.PoolManager

    def __call__(
        self,
        method: str,
        path: str,
        body: typing.Any = None,
        headers: dict[str, str] | None = None,
        token: str | None = "sandbox",
        url: str | None = None,
    ) -> urllib3.BaseHTTPResponse:
        """The answer; *body* is sent as JSON unless it is bytes."""
        sent = {} if token is None else {"Authorization": f"Bearer {token}"}
        if body is not None:
            sent["Content-Type"] = "application/json"
            body = body if isinstance(body, bytes) else json.dumps(body)
        sent |= headers or {}
        return self.pool.request(
            method, url or self.sandbox.url + path, body=body, headers=sent, retries=False, redirect=False
        )

    def error(self, *args: typing.Any, **kwargs: typing.Any) -> tuple[int, str, str | None]:
        """Status, code and parameter of an answer that is an error of the API."""
        response = self(*args, **kwargs)
        found = response.json()
        assert found["message"] and found["id"] == response.headers["X-Request-Id"]
        return response.status, found["code"], found.get("param")


@pytest.fixture
def plain(flat_sandbox: Sandbox) -> Iterator[Plain]:
    with urllib3.PoolManager() as pool:
        yield Plain(flat_sandbox, pool)


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(task_seconds=0) as running:
        yield running


def of_the_school(flat: Flat) -> dict[str, str]:
    """Identifiers of a class with a student and what belongs to them, of jobs in several states, and of the rest."""
    names = {"username": secrets.token_hex(8), "password": "secret", "firstname": "Wang"}
    student = flat.organizations.create_organization_user(body=names).id
    class_ = flat.classes.create_class(body={"name": "Choir"})
    flat.classes.add_class_user(class_=class_.id, user=student)
    groups = {"type": "classStudentsSubGroup", "classroom": class_.id, "members": [student]}
    work = flat.classes.create_class_assignment(class_=class_.id, body={"title": "Sing", "state": "active"}).id
    place = {"class_": class_.id, "assignment": work}
    handed_in = flat.classes.create_submission(**place, body={"submit": True}).id
    comment = flat.classes.post_submission_comment(**place, submission=handed_in, body={"comment": "Good"})
    resource = {"type": "assignment", "title": "Scales", "resource": {"type": "newScore"}}
    platform = {"mode": "1p3-manual", "deploymentType": "single", "deploymentId": "1"}
    pages = {"files": [{"file": PAGE}]}
    return {
        "class": class_.id,
        "enrollmentCode": class_.enrollmentCode,
        "student": student,
        "students": class_.studentsGroup.id,
        "group": flat.groups.create_group(body=groups).id,
        "assignment": work,
        "submission": handed_in,
        "submission_comment": comment.id,
        "resource": flat.edu_resources.create_edu_resource(body=resource).id,
        "invitation": flat.organizations.create_organization_invitation(body={"email": "x@example.org"}).id,
        "credentials": flat.organizations.create_lti_credentials(body={"name": "x", "lms": "moodle"}).id,
        "configuration": flat.organizations.create_lti_configuration(body=platform).id,
        "draft": flat.omr.create_omr_job(body={**pages, "autoStart": False}).id,
        "waiting": flat.omr.create_omr_job(body={**pages, "interactiveSteps": ["details"]}).id,
        "job": flat.omr.create_omr_job(body=pages).id,
        "file": PAGE,
    }


def known_to(flat: Flat) -> dict[str, str]:
    """Identifiers of things that are there, new ones each time."""
    score = flat.scores.create_score(body={"data": MUSICXML}).id
    collection = flat.collections.create_collection(body={"title": "x", "privacy": "private"}).id
    flat.collections.add_score_to_collection(collection=collection, score=score)
    return {
        "score": score,
        "collection": collection,
        "revision": "last",
        "user": "me",
        "comment": flat.scores.post_score_comment(score=score, body={"comment": "x"}).id,
        "collaborator": flat.scores.add_score_collaborator(score=score, body={"userEmail": "x@example.org"}).id,
        "track": flat.scores.add_score_track(score=score, body={}).id,
        "task": flat.scores.create_export_task(score=score, revision="last", format="wav").id,
        "data": MUSICXML,
        **of_the_school(flat),
    }


@pytest.fixture
def known(sandbox):
    """Identifiers of things that are there: new ones for each call, since some calls delete them."""
    with sandbox.client(strict_responses=True) as flat:
        yield known_to(flat)
