"""Routes: which operation a path means."""

import pytest

from flat_api.apis.tags.organization_api import OrganizationApi
from flat_api.operations._catalogue import operations
from flat_api.sandbox._errors import HttpError
from flat_api.sandbox._routes import all_routes

ROUTES = all_routes()


@pytest.mark.parametrize("listed", operations(), ids=lambda listed: listed.operation.id)
def test_every_operation_is_found_at_its_path(listed):
    """The path with something in each of its places leads to the operation, and gives these things back."""
    operation = listed.operation
    path = operation.path.replace("{", "x-").replace("}", "")
    route = ROUTES.find(operation.method, path)
    assert route.listed.operation is operation
    assert route.segments == {entry.name: f"x-{entry.name}" for entry in operation.places.get("path_params", ())}


def test_fixed_segments_come_first():
    """/organizations/users/count is the number of users, and no user that is called count: not to any method."""
    assert ROUTES.find("GET", "/organizations/users/count").listed.operation is OrganizationApi.count_orga_users
    with pytest.raises(HttpError) as caught:
        ROUTES.find("DELETE", "/organizations/users/count")
    assert caught.value.status == 405


def test_segments_stay_as_they_came():
    """A slash in a parameter is escaped, and separates nothing."""
    assert ROUTES.find("GET", "/tasks/a%2Fb%3F").segments == {"task": "a%2Fb%3F"}


@pytest.mark.parametrize("path", ["/", "", "/nothing", "/tasks", "/tasks/", "/tasks/a/", "/tasks/a/b", "//me", "/me/"])
def test_other_paths_are_refused(path):
    """There is a refusal with 404 for all other paths; slashes are never passed over."""
    with pytest.raises(HttpError) as caught:
        ROUTES.find("GET", path)
    assert caught.value.status == 404


def test_methods_of_a_path():
    """A path tells its methods, HEAD where there is a GET, and OPTIONS."""
    assert ROUTES.methods("/scores/a") == ["GET", "PUT", "DELETE", "HEAD", "OPTIONS"]
    assert ROUTES.methods("/scores") == ["POST", "OPTIONS"]
    assert ROUTES.find("HEAD", "/me").listed.operation.method == "GET"
