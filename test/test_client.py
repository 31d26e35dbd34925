"""`Flat`: the whole API by name, models as answers, and nothing told to anyone that need not know."""

import copy
import inspect
import json
import pickle
import pydoc
import subprocess
import sys
import traceback

import pytest

import flat_api
from flat_api import ApiTypeError, Configuration, Flat, _resources
from flat_api.apis.tag_to_api import tag_to_api
from flat_api.apis.tags.organization_api import OrganizationApi
from flat_api.exceptions import RateLimitError, ServerError, UnauthorizedError
from flat_api.models import Collection, CollectionCreation, ScoreDetails, Task
from flat_api.operations import Keywords, Operation
from flat_api.schemas import unset

from .serving import Answer, serving

CANARY = "canary-5b0f"
TAGS = {
    "account": "Account",
    "classes": "Class",
    "collections": "Collection",
    "edu_resources": "EduResources",
    "groups": "Group",
    "omr": "OMR",
    "organizations": "Organization",
    "scores": "Score",
    "tasks": "Task",
    "users": "User",
}


def at(server, **options):
    """The API, served by *server*."""
    return Flat(host=server.url, access_token=CANARY, retries=0, **options)


@pytest.fixture
def flat():
    """The API, with nobody behind it."""
    with Flat(host="http://127.0.0.1:9", access_token=CANARY) as made:
        yield made


def operations_of(tag):
    """The declarations of a tag by name."""
    return {name: entry for name, entry in vars(tag_to_api[tag]).items() if isinstance(entry, Operation)}


OPERATIONS = [(attribute, name) for attribute, tag in TAGS.items() for name in operations_of(tag)]


def test_a_task_is_read_by_its_name():
    """A call returns the model; the request is signed."""
    with serving(lambda request: {"id": "5b0f", "state": "done"}) as server, at(server) as flat:
        task = flat.tasks.get_task(task="5b0f")
        answer = flat.tasks.get_task.with_response(task="5b0f")
    assert type(task) is Task
    assert task.state is Task.State.DONE
    assert (answer.response.status, answer.body) == (200, task)
    assert {request.path for request in server.requests} == {"/tasks/5b0f"}
    assert {request.headers["Authorization"] for request in server.requests} == {f"Bearer {CANARY}"}


def test_a_body_is_sent_and_a_model_comes_back():
    """An instance or plain data, which is the same to the server."""

    def route(request):
        return {"id": "c1", "title": "Etudes"}

    with serving(route) as server, at(server) as flat:
        first = flat.collections.create_collection(body={"title": "Etudes", "privacy": "private"})
        flat.collections.create_collection(body=CollectionCreation(title="Etudes", privacy="private"))
    assert type(first) is Collection
    assert [json.loads(request.body) for request in server.requests] == [{"title": "Etudes", "privacy": "private"}] * 2


def test_collections_come_page_by_page():
    """Items of the class that the list is of, from all pages."""

    def route(request):
        headers = {} if "next" in request.query else {"Link": '</collections?next=%2B2>; rel="next"'}
        return Answer([{"id": "a"}, {"id": "b"}], headers=headers)

    with serving(route) as server, at(server) as flat:
        found = list(flat.collections.list_collections.iterate(parent="root"))
        assert [len(page) for page in flat.collections.list_collections.pages()] == [2, 2]
    assert {type(entry) for entry in found} == {Collection}
    assert [request.query for request in server.requests[:2]] == [{"parent": "root"}, {"parent": "root", "next": "+2"}]


def test_a_score_is_saved_to_a_file(tmp_path):
    """The export goes to disk, its bytes as they came."""
    with serving(lambda request: Answer(b"ID3", headers={"Content-Type": "audio/mp3"})) as server, at(server) as flat:
        export = flat.scores.get_score_revision_data
        assert export(score="s", revision="last", format="mp3") == b"ID3"
        saved = export.download(tmp_path / "song.mp3", score="s", revision="last", format="mp3")
    assert saved.read_bytes() == b"ID3"
    assert {request.path for request in server.requests} == {"/scores/s/revisions/last/mp3"}


def test_a_keyword_of_python_gets_an_underscore():
    """`class` is a parameter of the API and no name in Python."""
    with serving(lambda request: Answer(status=204)) as server, at(server) as flat:
        assert flat.classes.add_class_user(class_="c1", user="u1") is None
    assert server.requests[0].path == "/classes/c1/users/u1"


def test_errors_are_those_of_the_api():
    """By status and code, as everywhere in this package."""

    def route(request):
        if request.path.endswith("limit"):
            headers = {"X-RateLimit-Reset": "1893456000", "X-RateLimit-Remaining": "1"}
            return Answer({"code": "API_RATE_LIMIT_EXCEEDED", "message": "slow"}, 403, headers)
        return Answer({"code": "UNAUTHORIZED", "message": "who?"}, 401)

    with serving(route) as server, at(server) as flat:
        with pytest.raises(UnauthorizedError):
            flat.tasks.get_task(task="a")
        with pytest.raises(RateLimitError) as caught:
            flat.tasks.get_task(task="limit")
    assert caught.value.reset_at.year == 2030


@pytest.mark.parametrize(("attribute", "tag"), TAGS.items())
def test_each_tag_has_an_attribute(flat, attribute, tag):
    """With all operations of its class, and what there is beside them."""
    found = getattr(flat, attribute)
    beside = {"scores": {"create", "export"}, "tasks": {"poller"}}.get(attribute, set())
    assert dir(found) == sorted({*operations_of(tag), *beside})
    assert getattr(flat, attribute) is found
    assert type(found).__doc__ == tag_to_api[tag].__doc__


def test_no_tag_is_forgotten():
    """Each class of operations is an attribute."""
    assert set(TAGS.values()) == {tag.value for tag in tag_to_api}


@pytest.mark.parametrize(("attribute", "name"), OPERATIONS)
def test_each_operation_tells_what_it_takes(flat, attribute, name):
    """All parameters are in signature and help, with their descriptions; none of them is lost by its name."""
    call = getattr(getattr(flat, attribute), name)
    declared = call.operation.operation
    found = Keywords(declared).all
    signature = inspect.signature(call)
    assert list(signature.parameters) == list(found)
    assert signature.return_annotation is declared.returns
    expected = [(entry.in_type.value, entry.name) for entry in declared.parameters]
    places = [(entry.place.removesuffix("_params"), entry.key) for entry in found.values() if entry.key]
    assert sorted(places) == sorted(expected)
    assert "content_type" not in found
    text = pydoc.render_doc(call, renderer=pydoc.plaintext)
    assert declared.description in text
    for entry in found.values():
        assert entry.about
        assert f"{entry.name}{'' if entry.required else ' (optional)'}: {entry.about}" in text


def test_a_misspelled_name_is_answered_with_the_nearest(flat):
    """For operations as for parameters, with what the parameter is about."""
    with pytest.raises(AttributeError, match="TaskCalls has no operation 'get_tusk', did you mean 'get_task'"):
        flat.tasks.get_tusk  # noqa: B018
    with pytest.raises(ApiTypeError) as caught:
        flat.tasks.get_task(taks="5b0f")
    assert str(caught.value) == (
        "get_task has no parameter 'taks', did you mean 'task' (Unique identifier of the task)?"
    )


def test_what_is_missing_is_told_by_its_name(monkeypatch):
    """A module that an installation lacks is not taken for a tag that the API lacks."""
    for name in ("flat_api.apis.tags.task_api", "flat_api.model.task"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.delitem(vars(_resources), "TaskCalls", raising=False)
    monkeypatch.setitem(sys.modules, "flat_api.model.task", None)
    with pytest.raises(ModuleNotFoundError, match=r"flat_api\.model\.task"):
        _resources.TaskCalls  # noqa: B018
    with pytest.raises(AttributeError, match="no attribute 'NothingCalls'"):
        _resources.NothingCalls  # noqa: B018


def test_the_token_may_come_from_the_environment(monkeypatch):
    """As the configuration reads it."""
    monkeypatch.setenv("FLAT_ACCESS_TOKEN", "from-outside")
    with serving(lambda request: {}) as server, Flat(host=server.url) as flat:
        flat.account.get_authenticated_user()
    assert server.requests[0].headers["Authorization"] == "Bearer from-outside"


def test_the_environment_says_where_the_api_is(monkeypatch):
    """FLAT_HOST is the base URL where nobody gives one; an empty text is none."""
    monkeypatch.setenv("FLAT_HOST", "http://127.0.0.1:9/v2")
    with Flat() as flat, Flat(host="http://127.0.0.1:8/v2") as told:
        hosts = [client.api_client.configuration.host for client in (flat, told)]
    assert hosts == ["http://127.0.0.1:9/v2", "http://127.0.0.1:8/v2"]
    monkeypatch.setenv("FLAT_HOST", " ")
    with Flat() as flat:
        assert flat.api_client.configuration.host == Configuration().host


def test_a_configuration_stands_for_all_of_it():
    """It is used as it is, and excludes the other arguments."""
    configuration = Configuration(host="https://example.com/v2")
    assert Flat(configuration=configuration).configuration is configuration
    for other in ({"host": "https://a"}, {"access_token": "a"}, {"timeout": None}, {"retries": 0}):
        with pytest.raises(ApiTypeError, match="Flat takes a configuration, or else"):
            Flat(configuration=configuration, **other)


def test_timeout_and_retries_are_for_all_calls():
    """Without them, those of the configuration hold."""
    assert Flat(timeout=3, retries=1).configuration.timeout == 3
    assert Flat(timeout=None).configuration.timeout is None
    usual = Configuration()
    assert (Flat().configuration.timeout, Flat().configuration.retries) == (usual.timeout, usual.retries)
    with (
        serving(lambda request: Answer({}, 503)) as server,
        Flat(host=server.url, retries=0) as flat,
        pytest.raises(ServerError),
    ):
        flat.tasks.get_task(task="a")
    assert len(server.requests) == 1


def test_calls_share_one_connection_and_close_it():
    """Operations of different tags too; at the end of the `with` statement none is open."""
    with serving(lambda request: {}) as server:
        with at(server) as flat:
            flat.tasks.get_task(task="a")
            flat.scores.get_score(score="b")
            assert len(server.connections) == 1
        flat.close()
        assert flat.scores.get_score(score="c") == ScoreDetails({})
        flat.close()
    assert len({request.port for request in server.requests}) == 2


def test_no_text_holds_the_token():
    """No repr, no help, no message and no traceback, with the local variables in it."""
    texts = []
    with serving(lambda request: Answer({"code": "NO"}, 404)) as server, at(server) as flat:
        for thing in (flat, flat.tasks, flat.tasks.get_task, flat.scores.get_score_revision_data, flat.api_client):
            texts += [repr(thing), str(thing), pydoc.render_doc(thing)]
        for given in ({"task": "a"}, {"tusk": "a"}):
            with pytest.raises(flat_api.OpenApiException) as caught:
                flat.tasks.get_task(**given)
            told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
            texts += [*told.format(), str(pickle.dumps(caught.value))]
    assert f"Flat(Configuration(host='{server.url}', access_token='***', retries=0))" in texts
    assert not [text for text in texts if CANARY in text]


def test_instances_are_independent():
    """Two of them have clients, and operations, of their own."""
    first, second = Flat(access_token="a"), Flat(access_token="b")
    assert first.tasks is not second.tasks
    assert type(first.tasks) is type(second.tasks)
    assert copy.copy(first).configuration is first.configuration


def test_what_is_needed_later_is_loaded_later():
    """`import flat_api` loads no client, and `Flat()` no operations before they are asked for."""
    program = """
import sys, flat_api
assert not {"urllib3", "flat_api.client", "flat_api.operations", "flat_api.schemas"} & set(sys.modules)
flat = flat_api.Flat()
assert not [name for name in sys.modules if name.startswith("flat_api.apis.tags.")]
flat.tasks
assert [name for name in sys.modules if name.startswith("flat_api.apis.tags.")] == ["flat_api.apis.tags.task_api"]
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_an_argument_that_is_unset_is_left_out():
    """A program may pass on what it was not given itself."""
    with serving(lambda request: {}) as server, at(server) as flat:
        flat.scores.get_score(score="s", sharingKey=unset)
    assert server.requests[0].target == "/scores/s"


@pytest.mark.parametrize("name", ["get_user_likes", "ger_user_likes"])
def test_an_operation_is_called_what_it_was_called(name):
    """One that has two names says in its errors the one that was used."""
    call = getattr(Flat().users, name)
    assert call.__name__ == name
    assert repr(call).startswith(f"<{name}(")
    for wrong in ({"nope": 1}, {}, {"user": 5}):
        with pytest.raises(ApiTypeError, match=f"^{name}"):
            call(**wrong)
    with pytest.raises(ApiTypeError, match=f"^{name} takes its arguments by name"):
        call("me")


@pytest.mark.parametrize(
    ("sort", "query"),
    [("firstname", "firstname"), (["firstname"], "firstname"), (("lastname", "firstname"), "lastname,firstname")],
)
def test_users_are_sorted_by_a_text_or_a_list(sort, query):
    """A list of one is sent like the text, as the earlier client did; several go with commas between."""
    with serving(lambda request: []) as server, at(server) as flat:
        flat.organizations.list_organization_users(sort=sort)
        OrganizationApi(flat.api_client).list_organization_users(query_params={"sort": sort})
    assert [request.query for request in server.requests] == [{"sort": query}] * 2


@pytest.mark.parametrize(("token", "notes"), [("", 1), (CANARY, 0)])
def test_a_401_without_a_token_says_how_to_get_one(token, notes):
    """Only then: a token that is rejected is another matter."""
    with (
        serving(lambda request: Answer({"code": "UNAUTHORIZED"}, 401)) as server,
        Flat(host=server.url, access_token=token) as flat,
        pytest.raises(UnauthorizedError) as caught,
    ):
        flat.tasks.get_task(task="1")
    noted = getattr(caught.value, "__notes__", [])
    assert len(noted) == notes
    assert all("FLAT_ACCESS_TOKEN" in note and "docs/signing-in.md" in note for note in noted)
