"""Requests of packages made from documents: they go to its servers, signed by the types of its security schemes."""

from __future__ import annotations

import base64
import contextlib
import traceback
import typing
from pathlib import Path

import pytest

from flat_api import ApiClient, Configuration
from flat_api.codegen import api_of_document
from flat_api.codegen._report import drift
from flat_api.exceptions import ApiConnectionError, ApiValueError

from ..serving import Answer, Request, Server, serving
from .generated import generate, imported, services
from .odd import document
from .odd_operations import answer, parameter

Json = typing.Any

SCHEMES: dict[str, Json] = {
    "header key": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "query-key": {"type": "apiKey", "in": "query", "name": "api key"},
    "cookieKey": {"type": "apiKey", "in": "cookie", "name": "session"},
    "login": {"type": "http", "scheme": "Basic"},
    "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "acme_oauth": {"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "https://acme.example", "scopes": {}}}},
    "OAuth2": {"type": "openIdConnect", "openIdConnectUrl": "https://acme.example/openid"},
    "digest": {"type": "http", "scheme": "digest"},
}


@pytest.fixture
def server() -> typing.Iterator[Server]:
    with serving(lambda request: {"path": request.path}) as running:
        yield running


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who uses the Flat API as well has a token in the environment."""
    monkeypatch.setenv("FLAT_ACCESS_TOKEN", "flat-token")


def acme(url: str, **operations: Json) -> Json:
    """A document whose server is at *url*, with operations called like their paths."""
    common = {"responses": {"200": answer({"type": "object"})}, "tags": ["all"]}
    paths = {f"/{name}": {"get": {"operationId": name, **common, **given}} for name, given in operations.items()}
    content = {**document({}), "paths": paths, "components": {"securitySchemes": SCHEMES}}
    return {**content, "servers": [{"url": url}]} if url else content


@contextlib.contextmanager
def package(directory: Path, content: Json, configuration: Configuration, **client: Json) -> typing.Iterator[Json]:
    """The operations of a package made from *content*."""
    assert generate(directory, content, "acme") == 0
    with imported(directory, "acme"), ApiClient(configuration, **client) as made:
        (service,) = services(directory, "acme").values()
        yield service(made)
    assert generate(directory, content, "acme", "--check") == 0


def with_everything(**settings: Json) -> Configuration:
    """A configuration with a credential for each kind of scheme."""
    configuration = Configuration(access_token="acme-token", **settings)
    configuration.api_key = {"header key": "k1", "query-key": "k&2", "cookieKey": "k3"}
    configuration.username, configuration.password = "me", "se:cret"
    return configuration


BASIC = f"Basic {base64.b64encode(b'me:se:cret').decode()}"


@pytest.mark.parametrize(
    ("scheme", "headers", "query"),
    [
        ("header key", {"X-Key": "k1"}, {}),
        ("query-key", {}, {"api key": "k&2"}),
        ("cookieKey", {"Cookie": "session=k3"}, {}),
        ("login", {"Authorization": BASIC}, {}),
        ("token", {"Authorization": "Bearer acme-token"}, {}),
        ("acme_oauth", {"Authorization": "Bearer acme-token"}, {}),
        ("OAuth2", {"Authorization": "Bearer acme-token"}, {}),
    ],
)
def test_a_request_is_signed_by_the_type_of_its_scheme(
    server: Server, tmp_path: Path, scheme: str, headers: dict[str, str], query: dict[str, str]
):
    """Whatever the scheme is called, and whichever of the credentials the configuration has beside it."""
    content = acme(f"{server.url}/v1", look={"security": [{scheme: []}], "parameters": [parameter("a", "query")]})
    with package(tmp_path, content, with_everything()) as api:
        assert api.look(query_params={"a": "b"}).body == {"path": "/v1/look"}
        api.look()
    for request, given in zip(server.requests, ({"a": "b"}, {})):
        assert request.query == {**given, **query}
        found = {name: request.headers.get(name) for name in ("X-Key", "Cookie", "Authorization")}
        assert {name: value for name, value in found.items() if value is not None} == headers


@pytest.mark.parametrize(
    ("scheme", "lacking"),
    [
        ("header key", "api_key['header key']"),
        ("query-key", "api_key['query-key']"),
        ("cookieKey", "api_key['cookieKey']"),
        ("login", "username and password"),
        ("token", "access_token"),
        ("acme_oauth", "access_token"),
        ("OAuth2", "access_token"),
        ("digest", "a way to sign with the security scheme 'digest'"),
    ],
)
def test_without_the_credential_nothing_is_sent(server: Server, tmp_path: Path, scheme: str, lacking: str):
    """The error names what is lacking. The token in the environment is for the Flat API, and goes nowhere else."""
    content = acme(server.url, look={"security": [{scheme: []}]})
    with package(tmp_path, content, Configuration()) as api, pytest.raises(ApiValueError) as caught:
        api.look()
    assert str(caught.value) == f"look has to be signed, and the configuration lacks {lacking}"
    assert server.requests == []


def test_of_several_requirements_the_first_that_can_be_met_is(server: Server, tmp_path: Path):
    """Each is enough by itself, and all of its schemes go together; an empty one makes the signature optional."""
    both = {"login": [], "header key": []}
    content = acme(
        server.url,
        either={"security": [both, {"query-key": []}]},
        maybe={"security": [{}, {"header key": []}]},
        open={"security": []},
    )
    with package(tmp_path, content, Configuration()) as api:
        with pytest.raises(ApiValueError, match=r"lacks api_key\['header key'\] and username and password, or api_key"):
            api.either()
        for operation in (api.maybe, api.open):
            operation()
            assert not {"authorization", "x-key", "cookie"} & {name.lower() for name in server.requests[-1].headers}
        configuration = api.api_client.configuration
        configuration.api_key["query-key"] = "q"
        api.either()
        assert server.requests[-1].query == {"api key": "q"}
        configuration.api_key["header key"] = "h"
        api.either()
        assert (server.requests[-1].headers["X-Key"], server.requests[-1].query) == (None, {"api key": "q"})
        api.maybe()
        assert server.requests[-1].headers["X-Key"] == "h"
        configuration.username = "me"
        api.either()
        sent = server.requests[-1]
        assert (sent.headers["X-Key"], sent.query) == ("h", {})
        assert sent.headers["Authorization"] == f"Basic {base64.b64encode(b'me:').decode()}"


def test_requirements_of_the_document_hold_where_an_operation_says_nothing(server: Server, tmp_path: Path):
    """What most operations want is said once, on their class."""
    content = {**acme(server.url, look={}, see={}, open={"security": []}), "security": [{"header key": []}]}
    with package(tmp_path, content, with_everything()) as api:
        assert type(api).auth_settings == ("header key",)
        for name in ("look", "see", "open"):
            getattr(api, name)()
    assert [request.headers["X-Key"] for request in server.requests] == ["k1", "k1", None]


def test_a_key_has_a_prefix_and_may_be_refreshed(server: Server, tmp_path: Path):
    """`api_key_prefix` and `refresh_api_key_hook` do what they always did."""
    configuration = Configuration()
    configuration.api_key_prefix["header key"] = "Token"
    configuration.refresh_api_key_hook = lambda config: config.api_key.update({"header key": "fresh"})
    with package(tmp_path, acme(server.url, look={"security": [{"header key": []}]}), configuration) as api:
        api.look()
    assert server.requests[0].headers["X-Key"] == "Token fresh"


@pytest.mark.parametrize("scheme", ["header key", "cookieKey", "token"])
@pytest.mark.parametrize("value", ["a\nb", "a\r\nX-Other: 1", "é"])
def test_a_credential_that_breaks_its_line_is_refused_unseen(server: Server, tmp_path: Path, scheme: str, value: str):
    """The error does not repeat it."""
    configuration = Configuration(access_token=value)
    configuration.api_key = {"header key": value, "cookieKey": value}
    content = acme(server.url, look={"security": [{scheme: []}]})
    with package(tmp_path, content, configuration) as api, pytest.raises(ApiValueError) as caught:
        api.look()
    assert value not in str(caught.value)
    assert server.requests == []


def test_a_cookie_that_signs_goes_along_with_others(server: Server, tmp_path: Path):
    """Those of the client, and those that the operation takes as parameters, are in one header."""
    content = acme(server.url, look={"security": [{"cookieKey": []}], "parameters": [parameter("mine", "cookie")]})
    with package(tmp_path, content, with_everything(), cookie="all=1") as api:
        api.look(cookie_params={"mine": "2"})
        api.api_client.configuration.api_key["cookieKey"] = "a; all=2"
        with pytest.raises(ApiValueError, match="no cookie can hold"):
            api.look()
    assert server.requests[0].headers["Cookie"] == "all=1; session=k3; mine=2"


def test_no_credential_follows_a_redirect_to_another_host(server: Server, tmp_path: Path):
    """Neither a key in a header, nor a cookie, nor a token; on the same host they all do."""
    names = ("X-Key", "Cookie", "Authorization", "X-Mine")
    every = {"header key": [], "cookieKey": [], "token": []}

    def route(request: Request) -> Answer:
        target = "/here" if request.path == "/look" else f"{server.url}/there"
        return Answer(status=302, headers={"Location": target})

    with serving(route) as home:
        content = acme(home.url, look={"security": [every]})
        mine = {"header_name": "X-Mine", "header_value": "mine"}
        with package(tmp_path, content, with_everything(), **mine) as api:
            api.look()
        sent = [[request.headers[name] for name in names] for request in home.requests]
        assert sent == [["k1", "session=k3", "Bearer acme-token", "mine"]] * 2
    (there,) = server.requests
    assert [there.headers[name] for name in names] == [None] * 4


def test_no_credential_is_in_errors_or_logs(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    """Not even one that goes into the query."""
    every = {name: [] for name in ("header key", "query-key", "cookieKey", "token")}
    configuration = with_everything()
    configuration.api_key = {name: f"canary-{name}" for name in configuration.api_key}
    configuration.access_token = "canary-token"
    configuration.retries = 1
    with serving(lambda request: {}) as closed:
        pass
    content = acme(closed.url, look={"security": [every]})
    caplog.set_level("DEBUG")
    with package(tmp_path, content, configuration) as api, pytest.raises(ApiConnectionError) as caught:
        api.look()
    frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
    shown = [repr(value) for frame in frames for value in frame.f_locals.values() if value not in (configuration, api)]
    assert shown
    assert "canary" not in "".join([str(caught.value), repr(caught.value), caplog.text, *shown])


def test_an_assigned_host_stands_for_the_servers_of_the_document(server: Server, tmp_path: Path):
    """So tests and proxies work: requests go there, signed as they would be."""
    content = acme("https://acme.invalid/v1", look={"security": [{"header key": []}]})
    with package(tmp_path, content, with_everything(host=f"{server.url}/test")) as api:
        assert api.look().body == {"path": "/test/look"}
    assert server.requests[0].headers["X-Key"] == "k1"


def test_one_of_several_servers_is_chosen_and_completed_by_the_configuration(server: Server, tmp_path: Path):
    """By its number, and by the values of its variables: for all operations, or for one."""
    variables = {"region": {"default": "eu", "enum": ["eu", "us"]}, "version": {"default": "v1", "description": "?"}}
    content = acme(server.url, look={}, see={})
    content["servers"] += [{"url": f"{server.url}/{{region}}/{{version}}", "variables": variables}]
    configuration = Configuration(server_index=1, server_operation_index={"see": 0})
    with package(tmp_path, content, configuration) as api:
        assert drift(api_of_document(content), "acme") == []
        assert (api.look().body["path"], api.see().body["path"]) == ("/eu/v1/look", "/see")
        configuration.server_variables = {"region": "us"}
        assert api.look().body["path"] == "/us/v1/look"
        configuration.server_operation_variables = {"look": {"version": "v2"}}
        assert api.look().body["path"] == "/eu/v2/look"
        configuration.server_operation_variables = {"look": {"region": "moon"}}
        with pytest.raises(ApiValueError, match="'moon' is not one of eu, us"):
            api.look()
        configuration.server_index = 2
        with pytest.raises(ApiValueError, match="Invalid server index 2"):
            api.look()


def test_an_operation_may_have_a_server_of_its_own(server: Server, tmp_path: Path):
    """Or its path may; an assigned host comes before these too."""
    content = acme("https://acme.invalid", look={"servers": [{"url": f"{server.url}/files"}]}, see={})
    content["paths"]["/see"]["servers"] = [{"url": f"{server.url}/eyes"}]
    with package(tmp_path, content, Configuration()) as api:
        assert [api.look().body["path"], api.see().body["path"]] == ["/files/look", "/eyes/see"]
        api.api_client.configuration.host = f"{server.url}/test"
        assert [api.look().body["path"], api.see().body["path"]] == ["/test/look", "/test/see"]


@pytest.mark.parametrize("url", ["", "/", "/v1", "v1", "//acme.example", "ftp://acme.example"])
def test_a_document_without_a_host_needs_one(server: Server, tmp_path: Path, url: str):
    """Where a document was is not known when the package is used: nothing is sent to any other place."""
    with package(tmp_path, acme(url, look={"security": [{"token": []}]}), with_everything()) as api:
        with pytest.raises(ApiValueError, match=r"^look: the API names no host, but '.*': set Configuration\(host="):
            api.look()
        api.api_client.configuration.host = server.url
        api.look()
    assert [request.headers["Authorization"] for request in server.requests] == ["Bearer acme-token"]


def test_the_flat_api_is_signed_as_ever(server: Server):
    """By the token of the environment as well, and unsigned where there is none."""
    from flat_api.apis.tags.task_api import TaskApi

    with ApiClient(Configuration(server.url)) as client:
        for token in (None, "mine", ""):
            client.configuration.access_token = token
            with contextlib.suppress(Exception):
                TaskApi(client).get_task(path_params={"task": "1"})
    sent = [request.headers["Authorization"] for request in server.requests]
    assert sent == ["Bearer flat-token", "Bearer mine", None]


@pytest.mark.parametrize(
    ("scheme", "place", "message"),
    [
        ({}, "/type", "None is not one of apiKey, http, oauth2, openIdConnect"),
        ({"type": "basic"}, "/type", "'basic' is not one of"),
        ({"type": ["http"]}, "/type", "is not one of"),
        ({"type": "apiKey", "in": "header"}, "/name", "a string is wanted, not None"),
        ({"type": "apiKey", "in": "body", "name": "x"}, "/in", "'body' is not one of header, query, cookie"),
        ({"type": "http"}, "/scheme", "a string is wanted, not None"),
        ([], "", "an object is wanted"),
    ],
)
def test_a_scheme_that_nobody_can_sign_by_is_refused(
    tmp_path: Path, scheme: Json, place: str, message: str, capsys: pytest.CaptureFixture[str]
):
    """The error names its place in the document."""
    content = {**acme("https://acme.example", look={}), "components": {"securitySchemes": {"s": scheme}}}
    assert generate(tmp_path, content, "acme", "--strict") == 2
    error = capsys.readouterr().err
    assert f": #/components/securitySchemes/s{place}: " in error
    assert message in error


@pytest.mark.parametrize(
    ("server", "place", "message"),
    [
        ({}, "0/url", "a string is wanted, not None"),
        ({"url": "https://{x}"}, "0/url", "{x} has no variable"),
        ({"url": "https://{x}", "variables": {"x": {}}}, "0/variables/x/default", "a string is wanted, not None"),
        (
            {"url": "https://{x}", "variables": {"x": {"default": "a", "enum": ["b"]}}},
            "0/variables/x/default",
            "'a' is not one of the values in enum",
        ),
        ("https://x", "0", "an object is wanted"),
    ],
)
def test_a_server_that_cannot_be_found_is_refused(
    tmp_path: Path, server: Json, place: str, message: str, capsys: pytest.CaptureFixture[str]
):
    """Wherever it stands in the document."""
    for where in ("#", "#/paths/~1look", "#/paths/~1look/get"):
        content = acme("https://acme.example", look={})
        item = content["paths"]["/look"]
        holders = {"#": content, "#/paths/~1look": item, "#/paths/~1look/get": item["get"]}
        holders[where]["servers"] = [server]
        assert generate(tmp_path, content, "acme", "--strict") == 2
        assert f": {where}/servers/{place}: {message}" in capsys.readouterr().err
