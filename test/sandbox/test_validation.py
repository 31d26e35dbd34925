"""Requests held against the declarations: what is refused, and how that is told."""

import json

import openapi_spec_validator
import pytest
from werkzeug.test import create_environ

from flat_api.reference import openapi_document
from flat_api.sandbox import SandboxApp
from flat_api.sandbox._allowed_hosts import Hosts

from ..scaling import assert_linear


def test_token_is_needed(plain):
    """Without the access token there is a 401 that says what is wanted; another token is refused, too."""
    assert plain.error("GET", "/me", token=None) == (401, "UNAUTHORIZED", None)
    assert plain.error("GET", "/me", token="other") == (401, "INVALID_ACCESS_TOKEN", None)
    assert plain.error("GET", "/me", headers={"Authorization": "Basic c2FuZGJveA=="}) == (401, "UNAUTHORIZED", None)
    assert plain.error("GET", "/me", headers={"Authorization": "Bearer säch"})[0] == 401
    assert plain("GET", "/me", token=None).headers["WWW-Authenticate"].startswith("Bearer")
    assert plain("GET", "/me", headers={"Authorization": "bearer sandbox"}, token=None).status == 200


def test_paths_and_methods(plain):
    """Unknown paths are 404; methods that a path doesn't have are 405, and Allow has those it does."""
    assert plain.error("GET", "/nothing") == (404, "NOT_FOUND", None)
    assert plain.error("GET", "", url=plain.sandbox.url.replace("/v2", "/v1/me"))[0] == 404
    assert plain.error("PATCH", "/scores/a") == (405, "METHOD_NOT_ALLOWED", None)
    assert plain("PATCH", "/scores/a").headers["Allow"] == "GET, PUT, DELETE, HEAD, OPTIONS"


def test_head_and_options(plain):
    """A HEAD is a GET without its body; an OPTIONS tells the methods, and needs no token."""
    head, get = plain("HEAD", "/me"), plain("GET", "/me")
    assert (head.status, head.data) == (200, b"")
    assert head.headers["Content-Length"] == get.headers["Content-Length"] == str(len(get.data))
    options = plain("OPTIONS", "/me", token=None)
    assert (options.status, options.headers["Allow"], options.data) == (204, "GET, HEAD, OPTIONS", b"")
    assert plain("OPTIONS", "/nothing").status == 404


def test_document_is_there_for_everybody(plain):
    """The OpenAPI document is valid, is that of the declarations, and names the sandbox as its server."""
    response = plain("GET", "/openapi.json", token=None)
    document = response.json()
    openapi_spec_validator.validate(document)
    assert document["servers"] == [{"url": plain.sandbox.url}]
    assert document["paths"] == json.loads(json.dumps(openapi_document()))["paths"]
    assert plain("HEAD", "/openapi.json", token=None).status == 200
    assert plain.error("POST", "/openapi.json", token=None)[0] == 404


@pytest.mark.parametrize(
    ("query", "code", "param"),
    [
        ("limit=0", "INVALID_PARAMETER", "limit"),
        ("limit=ten", "INVALID_PARAMETER", "limit"),
        ("limit=1e400", "INVALID_PARAMETER", "limit"),
        ("limit=1&limit=2", "INVALID_PARAMETER", "limit"),
        ("sort=colour", "INVALID_PARAMETER", "sort"),
        ("limits=3", "UNKNOWN_PARAMETER", "limits"),
        ("next=x", "INVALID_CURSOR", "next"),
        ("parent=%FF", "INVALID_ENCODING", None),
    ],
)
def test_parameters_in_the_query(plain, query, code, param):
    """Each wrong parameter is a 400 that names it."""
    assert plain.error("GET", f"/collections?{query}") == (400, code, param)


def test_near_names_are_hinted_at(plain):
    """A parameter that is spelt wrongly is told with the one that was meant."""
    assert "did you mean 'limit'?" in plain("GET", "/collections?limits=3").json()["message"]


@pytest.mark.flat_sandbox(strict=False)
def test_undeclared_parameters_may_be_let_through(plain):
    """strict=False takes no offence at parameters that aren't declared, as the API itself may."""
    assert plain("GET", "/collections?limits=3").status == 200


def test_parameters_in_the_path(plain):
    """A value that its schema refuses is a 400; one with escapes in it is taken as a whole."""
    score = plain.sandbox.score
    assert plain.error("GET", f"/scores/{score}/revisions/last/pdf") == (400, "INVALID_PARAMETER", "format")
    assert plain.error("GET", "/scores/a%2Fb") == (404, "SCORE_NOT_FOUND", "score")
    assert "'a/b'" in plain("GET", "/scores/a%2Fb").json()["message"]


COLLECTION = {"title": "Études", "privacy": "private"}


@pytest.mark.parametrize(
    ("body", "headers", "told"),
    [
        (b"", {}, (400, "MISSING_BODY", "body")),
        (b"{", {}, (400, "INVALID_JSON", "body")),
        (b"\xff", {}, (400, "INVALID_JSON", "body")),
        (b"[" * 100_000, {}, (400, "INVALID_JSON", "body")),
        (b"[]", {}, (422, "INVALID_BODY", "body")),
        ({"title": "", "privacy": "private"}, {}, (422, "INVALID_BODY", "title")),
        ({"title": "x" * 301, "privacy": "secret"}, {}, (422, "INVALID_BODY", "title")),
        (COLLECTION, {"Content-Type": "text/plain"}, (415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type")),
        (COLLECTION, {"Content-Type": "application/xml"}, (415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type")),
    ],
)
def test_bodies(plain, body, headers, told):
    """A body that can't be read is a 400, one that its schema refuses a 422, one of another media type a 415."""
    assert plain.error("POST", "/collections", body, headers) == told


def test_a_body_without_a_required_name(plain):
    """What lacks a name is the body itself."""
    path = f"/scores/{plain.sandbox.score}/comments"
    assert plain.error("POST", path, {"rawComment": "Lovely"}) == (422, "INVALID_BODY", "body")


def test_all_problems_of_a_body_are_told(plain):
    """The parameter is the first place; the message has each place with what is wrong there."""
    error = plain("POST", "/collections", {"title": "", "privacy": "secret"}).json()
    assert error["param"] == "title"
    assert error["message"].startswith("title: expected at least 1 character")
    assert error["message"].endswith("; privacy: 'secret' is not one of private")


def test_media_types_may_have_parameters(plain):
    """application/json in any case, with a charset or not."""
    headers = {"Content-Type": "Application/JSON; charset=utf-8"}
    assert plain("POST", "/collections", json.dumps(COLLECTION).encode(), headers).status == 200


def test_what_is_not_declared_is_not_kept(plain):
    """Objects are open, so further properties are no mistake; they are forgotten."""
    made = plain("POST", "/collections", {**COLLECTION, "owner": "me", "id": "mine"}).json()
    assert "owner" not in made
    assert made["id"] != "mine"


@pytest.mark.flat_sandbox(largest_body=1000)
def test_size_is_limited(plain):
    """A body that is too large is a 413, and the connection can be used for the next request."""
    assert plain.error("POST", "/collections", {"title": "x" * 2000, "privacy": "private"})[:2] == (
        413,
        "REQUEST_TOO_LARGE",
    )
    assert plain("GET", "/me").status == 200


@pytest.mark.parametrize("many", [b"[],", b"{},", b"0,", b"[" * 30 + b"]" * 30 + b","])
def test_values_of_a_body_are_limited(plain, many):
    """JSON of a few bytes for each value would take gigabytes of memory; a long text is one value."""
    body = b'{"title": "x", "privacy": "private", "other": [' + many * 600_000 + b"0]}"
    if len(body) > 16 << 20:
        body = body[: 16 << 20]
    assert plain.error("POST", "/collections", body) == (413, "REQUEST_TOO_LARGE", "body")
    assert plain.error("POST", "/collections", {"title": "x" * 10_000_000, "privacy": "private"})[0] == 422


@pytest.mark.parametrize("path", ["/scores/{}", "/{}", "/scores/{}/revisions/last/wav", "/collections?sort={}"])
def test_messages_are_short(plain, path):
    """However long what came is, the message that repeats it isn't."""
    assert len(plain("GET", path.format("x" * 30_000)).json()["message"]) <= 1000


@pytest.fixture(scope="module")
def app():
    made = SandboxApp(task_seconds=0)
    yield made
    made.close()


HEADERS = {
    "Authorization": ["Bearer ", "Bearer" + " " * 50, ","],
    "Content-Type": ["application/json;", "a/b; c=", '"', "\\"],
    "Content-Length": ["9", " "],
    "Cookie": ["a=b; ", ";", '"', "="],
    "Host": ["a.", "[", ":", "127.0.0.1 "],
    "X-Sandbox-Fault": ["reset,", "status=503:", ":", "path=/*a*", "9"],
    "Range": ["bytes=0-1,", "0-,", "9", "="],
    "If-Range": ['"a", ', "W/", '"'],
    "If-None-Match": ['"a", ', "W/", '"', "\\", "*, "],
    "If-Modified-Since": ["Mon, ", "0 ", "Mon, 01 Jan 2024 "],
    "Accept": ["a/b;q=0.1, ", "*/*", ","],
}


@pytest.mark.parametrize(("name", "unit"), [(name, unit) for name, units in HEADERS.items() for unit in units])
def test_time_to_answer_is_linear_in_headers(app, name, unit):
    """Ten times as long a header takes no more than ten times as long, on the API and on the storage."""
    app.hosts = Hosts("127.0.0.1") if name == "Host" else None
    file = app.world.store._connection.execute("select id from files").fetchone()[0]

    def work(value):
        for path in ("/v2/collections", f"/files/revisions/{file}/xml/a"):
            signed = {} if "files" in path or name == "Authorization" else {"HTTP_AUTHORIZATION": "Bearer sandbox"}
            environ = create_environ(path, method="GET") | signed
            environ["RAW_URI"] = path
            environ[
                name.upper().replace("-", "_")
                if name.startswith("Content")
                else f"HTTP_{name.upper().replace('-', '_')}"
            ] = value
            b"".join(app(environ, lambda status, headers, exc_info=None: None))

    assert_linear(work, lambda size: unit * (size // len(unit)), 6_000)


QUERIES = ["a&", "limit=1&", "sort=", "parent=%41", "%", "next=", "a[b]", "a[b][c]=1&", "+", "&", "=", ";"]


@pytest.mark.parametrize("unit", QUERIES)
@pytest.mark.parametrize("strict", [True, False])
def test_time_to_answer_is_linear_in_the_query(app, unit, strict):
    """Many parameters, long ones, and escapes."""
    app.strict = strict

    def work(query):
        environ = create_environ("/v2/collections", method="GET", query_string=query)
        environ |= {"HTTP_AUTHORIZATION": "Bearer sandbox", "QUERY_STRING": query}
        b"".join(app(environ, lambda status, headers, exc_info=None: None))

    assert_linear(work, lambda size: unit * (size // len(unit)), 6_000)


@pytest.mark.parametrize("unit", ["a", "/", "%2F", "..", "a/", "%FF", "scores/"])
def test_time_to_answer_is_linear_in_the_path(app, unit):
    """Long segments, and many of them."""

    def work(path):
        environ = create_environ("/", method="GET") | {"HTTP_AUTHORIZATION": "Bearer sandbox", "RAW_URI": path}
        b"".join(app(environ, lambda status, headers, exc_info=None: None))

    assert_linear(work, lambda size: "/v2/scores/" + unit * (size // len(unit)), 6_000)


def test_half_of_a_surrogate_pair_is_no_accident(plain):
    """JSON can hold what no text is: it is told again, and is the name of nothing."""
    made = plain("POST", "/collections", b'{"title": "a\\ud800b", "privacy": "private"}')
    assert (made.status, made.json()["title"]) == (200, "a\ud800b")
    assert plain("GET", "/collections?sort=title&limit=1").json()[0]["title"] == "a\ud800b"
    assert plain.error("POST", "/scores", b'{"collection": "\\ud800"}')[:2] == (404, "COLLECTION_NOT_FOUND")
    score = plain("POST", "/scores", b'{"title": "\\ud800"}').json()["id"]
    for format in ("xml", "midi", "mp3", "wav", "json"):
        assert plain("GET", f"/scores/{score}/revisions/last/{format}").status == 200


def test_optional_bodies_may_be_left_out(plain):
    """An export needs no options."""
    path = f"/scores/{plain.sandbox.score}/revisions/last/wav/task"
    assert plain("POST", path).json()["state"] == "done"
    assert plain("POST", path, {}).json()["state"] == "done"
    assert plain.error("POST", path, b"x", {"Content-Type": "text/plain"})[0] == 415


def test_answers_tell_the_rate_limit(plain):
    """Each answer, an error too, has the three headers of the limit, and an identifier of its own."""
    for path in ("/me", "/nothing"):
        first, second = plain("GET", path), plain("GET", path)
        assert int(second.headers["X-RateLimit-Remaining"]) < int(first.headers["X-RateLimit-Limit"])
        assert int(second.headers["X-RateLimit-Reset"]) > 1_700_000_000
        assert first.headers["X-Request-Id"] != second.headers["X-Request-Id"]


def test_requests_are_remembered(plain, flat_sandbox):
    """The sandbox tells what came: method, path, query, headers, which operation that was, and how it was answered."""
    plain("GET", "/collections?limit=3")
    plain("GET", "/nothing", token=None)
    listed, lost = flat_sandbox.requests
    assert (listed.method, listed.path, listed.query, listed.status) == ("GET", "/v2/collections", "limit=3", 200)
    assert (listed.operation, listed.headers["authorization"]) == ("list_collections", "Bearer sandbox")
    assert str(listed) == "GET /v2/collections?limit=3 200"
    assert (lost.status, lost.operation, "authorization" in lost.headers) == (404, "", False)
