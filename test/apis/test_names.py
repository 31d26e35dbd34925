"""Programs of the earlier client find every name where it was, and call every operation with the same arguments."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys
import typing

import pytest

from flat_api import Flat
from flat_api.api_client import ApiClient
from flat_api.apis.tag_to_api import TagToApi, tag_to_api
from flat_api.apis.tags import TagValues
from flat_api.apis.tags.organization_api import OrganizationApi
from flat_api.apis.tags.task_api import TaskApi
from flat_api.operations import ApiResponse, BoundOperation, Operation

from ..recordings import NAMES
from ..serving import serving
from . import facts

MODULES = (
    "flat_api",
    "flat_api.api_client",
    "flat_api.rest",
    "flat_api.apis.path_to_api",
    "flat_api.apis.tag_to_api",
    "flat_api.apis.tags",
)


@pytest.fixture(scope="module")
def client() -> typing.Iterator[ApiClient]:
    with ApiClient() as made:
        yield made


@pytest.mark.parametrize("name", MODULES)
def test_a_module_has_its_recorded_names(name: str):
    """Every public name recorded of the earlier modules is there."""
    module = importlib.import_module(name)
    assert [name for name in facts.read(NAMES)[name] if not hasattr(module, name)] == []


def test_the_classes_of_operations_are_where_they_were(client: ApiClient):
    """Every method of every class takes the recorded arguments at the recorded places; what came later has a name."""
    recorded = {name: kept for name, kept in facts.read(NAMES).items() if name.startswith("flat_api.apis.tags.")}
    assert len(recorded) == len(TagValues) - len({"OMR"})
    for name, classes in recorded.items():
        ((class_name, methods),) = classes.items()
        service = getattr(importlib.import_module(name), class_name)(client)
        for method, arguments in methods.items():
            found = inspect.signature(getattr(service, method)).parameters
            assert list(found)[: len(arguments)] == arguments
            assert {found[name].kind for name in list(found)[len(arguments) :]} <= {inspect.Parameter.KEYWORD_ONLY}


def test_all_recorded_modules_of_the_api_are_tested_here():
    """What was recorded of the API is in one of the modules that these tests look at."""
    recorded = [name for name in facts.read(NAMES) if name.startswith("flat_api.apis")]
    assert [name for name in recorded if name not in MODULES and not name.startswith("flat_api.apis.tags.")] == []


def test_the_modules_of_paths_are_those_recorded():
    """There is a package for each recorded path; its name in upper case is a member of PathValues."""
    paths = importlib.import_module("flat_api.paths")
    recorded = facts.read(NAMES)["flat_api.paths"]
    assert {name.upper() for name in recorded} <= {member.name for member in paths.PathValues}
    for name in recorded:
        assert importlib.import_module(f"flat_api.paths.{name}").path is paths.PathValues[name.upper()]


@pytest.mark.parametrize(
    ("sort", "sent"),
    [
        (["firstname"], "firstname"),
        (["firstname", "lastname"], "firstname,lastname"),
        (("lastActivityDate",), "lastActivityDate"),
        ("firstname", "firstname"),
    ],
)
def test_users_are_sorted_by_a_list_or_by_a_text(sort: typing.Any, sent: str):
    """The earlier client took a list to sort by, today's document a text: both are sent, in both forms of a call."""
    with serving(lambda request: []) as server, Flat(host=server.url, access_token="secret") as flat:
        OrganizationApi(flat.api_client).list_organization_users(query_params={"sort": sort})
        flat.organizations.list_organization_users(sort=sort)
    assert [request.target for request in server.requests] == [f"/organizations/users?sort={sent}"] * 2


def test_read_on_the_class_an_operation_is_its_declaration():
    """`TaskApi.get_task` is a value that says what the operation is, the same one whenever it is read."""
    assert isinstance(TaskApi.get_task, Operation)
    assert (TaskApi.get_task.name, TaskApi.get_task.path) == ("get_task", "/tasks/{task}")
    assert TaskApi.get_task is TaskApi.get_task is vars(TaskApi)["get_task"]


def test_read_on_an_instance_an_operation_can_be_called(client: ApiClient):
    """`TaskApi(client).get_task` is a callable with the name, the text and the signature of its declaration."""
    bound = TaskApi(client).get_task
    assert isinstance(bound, BoundOperation) and callable(bound)
    assert bound.operation is TaskApi.get_task
    assert (bound.__name__, bound.__doc__) == ("get_task", TaskApi.get_task.description)
    assert inspect.signature(bound).parameters["accept_content_types"].default == ("application/json",)
    assert inspect.signature(bound).return_annotation is ApiResponse


def test_tags_name_classes():
    """`tag_to_api` has the class of each tag, by member or by what the API calls it; a member is text."""
    assert list(tag_to_api) == list(TagValues)
    assert tag_to_api[TagValues.TASK] is TaskApi
    assert typing.cast("dict[str, type]", tag_to_api)["Task"] is TaskApi
    assert TagValues("EduResources") is TagValues.EDU_RESOURCES == "EduResources"
    assert typing.get_type_hints(TagToApi) == {tag.value: type[cls] for tag, cls in tag_to_api.items()}


def test_the_package_alone_loads_no_operations():
    """`import flat_api` and the packages of operations load nothing before it is asked for."""
    program = "import flat_api, flat_api.apis.tags, flat_api.apis.paths, flat_api.paths, sys; print(*sys.modules)"
    loaded = set(subprocess.check_output([sys.executable, "-c", program], text=True).split())
    assert loaded.isdisjoint({"flat_api.api_client", "flat_api.operations", "flat_api.schemas", "urllib3"})
    alone = subprocess.check_output([sys.executable, "-c", "import flat_api, sys; print(*sys.modules)"], text=True)
    assert [name for name in alone.split() if name.startswith(("flat_api.apis", "flat_api.paths"))] == []
