"""Every operation is called by the client, in the plain form and as programs of the earlier client do."""

import inspect

import pytest

from flat_api.api_client import ApiClient
from flat_api.configuration import Configuration
from flat_api.operations import Operation
from flat_api.sandbox.handlers import handler_of
from flat_api.schemas import BinarySchema, Unset, unset

from .calling import DECLARED, arguments, called


def is_right(operation: Operation, body):
    returned = operation.returns
    if returned is None:
        return body is unset or body is None
    return bool(body) if issubclass(returned, BinarySchema) else isinstance(body, returned)


def test_all_are_there():
    """There are 123, and those that people need most keep something."""
    assert len(DECLARED) == 123
    assert sum(handler_of(operation) is not None for operation in DECLARED) == 40


@pytest.mark.parametrize("whole", [False, True], ids=["least", "most"])
@pytest.mark.parametrize("operation", DECLARED, ids=[operation.id for operation in DECLARED])
def test_earlier_form_gives_a_model(sandbox, known, operation, whole):
    """api.operation(path_params=..., body=...).body is what is declared."""
    with ApiClient(Configuration(host=sandbox.url, access_token=sandbox.token, strict_responses=True)) as client:
        response = called(client, operation)(**arguments(operation, known, whole))
        assert not isinstance(response.body, Unset) or operation.returns is None
        assert is_right(operation, response.body)
        assert sandbox.requests[-1].operation == operation.name


@pytest.mark.parametrize("operation", DECLARED, ids=[operation.id for operation in DECLARED])
def test_plain_form_gives_a_model(sandbox, known, operation):
    """flat.tag.operation(name=..., body=...) is what is declared."""
    with sandbox.client(strict_responses=True) as flat:
        call = next(
            found
            for tag in (name for name, _ in inspect.getmembers(type(flat), lambda entry: isinstance(entry, property)))
            if (found := getattr(getattr(flat, tag), operation.name, None)) is not None
        )
        places = arguments(operation, known, True)
        required = {**places.get("path_params", {}), **places.get("query_params", {})}
        keywords = {f"{name}_" if name == "class" else name: value for name, value in required.items()}
        assert is_right(operation, call(**keywords, **{key: places[key] for key in ("body",) if key in places}))


def test_paginated_lists_have_all_their_pages(sandbox):
    """Lists for which nothing is kept come in pages, too, each item once."""
    with sandbox.client(strict_responses=True) as flat:
        for call in (
            flat.organizations.list_organization_users,
            flat.organizations.list_organization_invitations,
            flat.edu_resources.list_edu_resources,
        ):
            ids = [item.id for item in call.iterate(limit=7)]
            assert len(set(ids)) == len(ids) == 30
        assert flat.organizations.count_orga_users() == 30
        sorted_ = [
            user.lastname for user in flat.organizations.list_organization_users.iterate(limit=9, sort="lastname")
        ]
        assert sorted_ == sorted(sorted_)


def test_samples_answer_what_was_said(sandbox):
    """What one sends is found again, and a thing in a list is the same thing by itself."""
    with sandbox.client(strict_responses=True) as flat:
        assert flat.classes.create_class(body={"name": "Choir"}).name == "Choir"
        assert flat.classes.get_class(class_="c1").id == "c1"
        assert flat.classes.get_class(class_="c1") == flat.classes.get_class(class_="c1")
        assert flat.classes.get_class(class_="c1") != flat.classes.get_class(class_="c2")
        assert flat.classes.archive_class(class_="c1").id == "c1"
        assert flat.edu_resources.copy_edu_resource(resource="r1", body={"destination": "root"}).id != "r1"
        resource = {"type": "assignment", "title": "x", "resource": {"type": "newScore"}}
        made = flat.edu_resources.create_edu_resource(body=resource)
        assert (made.title, made.resource.type, len(made.resource.attachments)) == ("x", "newScore", 2)
        listed = flat.classes.list_classes(state="archived")
        assert {entry.state for entry in listed} == {"archived"}
        assert flat.classes.get_class(class_=listed[0].id).name == listed[0].name


def test_jobs_groups_and_configurations_are_the_same_ones_again(sandbox):
    """An answer is about what the path says, whichever operation gives it; files are what their names say."""
    with sandbox.client() as flat:
        job = flat.omr.list_omr_jobs(limit=1)[0].id
        about = [flat.omr.get_omr_job, flat.omr.start_omr_job, flat.omr.cancel_omr_job, flat.omr.delete_omr_job]
        assert {call(job=job).id for call in about} == {job}
        formats = {"musicxml": b"<?xml", "mxl": b"PK", "midi": b"MThd", "thumbnail.png": b"\x89PNG"}
        for name, head in formats.items():
            assert flat.omr.get_omr_job_export(job=job, format=name).startswith(head)
        assert flat.omr.get_omr_job_file(job=job, index=0).startswith(b"\xff\xd8\xff")
        group = flat.groups.create_group(body={"name": "Brass", "type": "classStudentsSubGroup", "classroom": "c1"})
        assert (group.name, flat.groups.rename_group(group=group.id, body={"name": "Wind"}).id) == ("Brass", group.id)
        configuration = flat.organizations.list_lti_configurations()[0].id
        changed = flat.organizations.update_lti_configuration(configuration=configuration, body={"clientId": "x"})
        assert (changed.id, changed.clientId) == (configuration, "x")
        assert len(list(flat.omr.list_billing_credits_history.iterate(limit=7))) == 30
