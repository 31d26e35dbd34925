"""The operations of a package, each once, with the names and the tags it has."""

from __future__ import annotations

import sys
import types

import pytest

from flat_api.api_client import Api
from flat_api.operations import get
from flat_api.operations._catalogue import operations, own_services, services, tag_of


class OpenApi(Api):
    """Operations that belong to two tags, and one that was misspelled."""

    tag = "open things"
    list_things = get("/things", "List them")
    lst_thing = get("/thing", "Read one")
    get_thing = lst_thing


class BoxApi(Api):
    """Things in boxes."""

    list_boxes = get("/boxes", "List them")
    list_things = OpenApi.list_things


def test_every_operation_of_the_package_is_listed_once():
    """The API has 123 operations; each has a name, an owner, and the tags of the classes it is in."""
    found = operations()
    assert len({(entry.operation.method, entry.operation.path) for entry in found}) == len(found) == 123
    by_name = {entry.names[0]: entry for entry in found}
    assert by_name["get_task"].tags == ("Task",)
    assert set(by_name["get_score_submissions"].tags) == {"Score", "Class"}
    assert by_name["get_user_likes"].names == ("get_user_likes", "ger_user_likes")


def test_the_first_tag_is_that_of_the_class_an_operation_is_declared_in(monkeypatch: pytest.MonkeyPatch):
    """Whatever order the classes are found in; an operation that has two names in its class has both."""
    package = types.ModuleType("things.apis.tags")
    package.__path__ = []
    monkeypatch.setitem(sys.modules, "things", types.ModuleType("things"))
    monkeypatch.setitem(sys.modules, "things.apis", types.ModuleType("things.apis"))
    monkeypatch.setitem(sys.modules, "things.apis.tags", package)
    assert operations("things") == []
    from flat_api.operations._catalogue import listed

    assert [(entry.names, entry.tags) for entry in listed([BoxApi, OpenApi])] == [
        (("list_boxes",), ("Box",)),
        (("list_things",), ("open things", "Box")),
        (("lst_thing", "get_thing"), ("open things",)),
    ]


def test_a_class_is_named_after_its_tag_unless_it_says_otherwise():
    """`ModelClassApi` is about the tag `Class`, which is a word of Python."""
    assert [tag_of(cls) for cls in services("flat_api")] == [
        "Account",
        "Collection",
        "EduResources",
        "Group",
        "Class",
        "OMR",
        "Organization",
        "Score",
        "Task",
        "User",
    ]
    assert tag_of(OpenApi) == "open things"


def test_only_the_classes_that_a_module_declares_are_its_own():
    """A class that is imported belongs to another module."""
    here = sys.modules[__name__]
    assert own_services(here) == [OpenApi, BoxApi]


def test_a_package_without_operations_is_an_error():
    """There is nothing to list in `flat_api.model`."""
    with pytest.raises(ImportError):
        operations("flat_api.model")
