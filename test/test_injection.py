"""What a caller passes stays where it was put: a header is one line, a path parameter one segment of the path."""

from urllib.parse import parse_qsl, unquote_to_bytes

import pytest
import urllib3
from hypothesis import example, given
from hypothesis import strategies as st

from flat_api._origin import origin
from flat_api.api_client import ApiClient
from flat_api.apis._service import FlatApi
from flat_api.configuration import Configuration
from flat_api.exceptions import ApiValueError, OpenApiException
from flat_api.operations import get, post
from flat_api.schemas import StrSchema, list_of, optional, required

from .faults import FaultyServer, answer

SECRET = "hunter2"
DONE = answer("204 No Content")


class Shelves(FlatApi):
    """Operations with a parameter in each place."""

    read = get("/shelves/{shelf}/books", "Read.", path={"shelf": required(StrSchema)})
    part = get("/shelves/a{shelf}z", "Read a part.", path={"shelf": required(StrSchema)})
    find = get("/shelves", "Find.", query={"title": optional(StrSchema), "tags": optional(list_of(StrSchema))})
    mark = get("/shelves", "Mark.", header={"X-Mark": optional(StrSchema)}, cookie={"mark": optional(StrSchema)})
    write = post("/shelves", "Write.", body=required(StrSchema), consumes=("text/plain",))


@pytest.fixture(scope="module")
def server():
    with FaultyServer((DONE,)) as running:
        yield running


@pytest.fixture(scope="module")
def client(server):
    with ApiClient(Configuration(server.url, access_token="token")) as made:
        yield made


def sent(server, call):
    """The request that *call* sends; the error where it is refused, and nothing is sent."""
    before = len(server.requests)
    try:
        call()
    except OpenApiException as error:
        assert len(server.requests) == before
        return error
    (request,) = server.requests[before:]
    return request


BREAKS = ["\r", "\n", "\0", "\r\nX-Forged: 1", "\r\n\r\nGET /forged HTTP/1.1", "\x0b", "\x7f"]


PLACES = {
    "default header": lambda client, text: client.set_default_header("X-Mine", text),
    "name of a default header": lambda client, text: client.set_default_header(f"X-{text}", "1"),
    "user agent": lambda client, text: setattr(client, "user_agent", text),
    "cookie": lambda client, text: setattr(client, "cookie", text),
    "token": lambda client, text: setattr(client.configuration, "access_token", text),
}


@pytest.mark.parametrize("text", BREAKS)
@pytest.mark.parametrize("place", PLACES)
def test_headers_of_a_client_are_lines(place, text):
    """A header that would become two is refused before a connection is made, and its text is not repeated."""
    with FaultyServer((DONE,)) as server, ApiClient(Configuration(server.url, access_token="token")) as client:
        PLACES[place](client, f"{SECRET}{text}{SECRET}")
        with pytest.raises(ApiValueError) as caught:
            Shelves(client).find()
        assert place == "name of a default header" or SECRET not in str(caught.value)
        assert (server.connections, server.requests) == (0, [])


CALLS = {
    "header": lambda client, text: client.call_api("/", "GET", {"X-Mine": text}),
    "name of a header": lambda client, text: client.call_api("/", "GET", {f"X-{text}": "1"}),
    "plain request": lambda client, text: client.request("GET", client.configuration.host, headers={"X-Mine": text}),
    "header parameter": lambda client, text: Shelves(client).mark(header_params={"X-Mark": text}),
    "cookie parameter": lambda client, text: Shelves(client).mark(cookie_params={"mark": text}),
    "accepted type": lambda client, text: Shelves(client).find(accept_content_types=(f"text/{text}",)),
    "content type": lambda client, text: Shelves(client).write(body="a", content_type=f"text/plain; a={text}"),
}


@pytest.mark.parametrize("text", BREAKS)
@pytest.mark.parametrize("place", CALLS)
def test_headers_of_a_call_are_lines(place, text, server, client):
    """The same for what a single call brings along."""
    refused = sent(server, lambda: CALLS[place](client, f"a{text}b"))
    assert isinstance(refused, ApiValueError)


@pytest.mark.parametrize("name", ["X:Y", "X Y", "", "Ünï", "X\tY", "X-Ⅳ"])
def test_names_of_headers_are_tokens(name, server, client):
    """Anything else could end the name early."""
    assert isinstance(sent(server, lambda: client.call_api("/", "GET", {name: "1"})), ApiValueError)


@given(text=st.text(st.characters(codec="latin-1"), min_size=1))
@example(text="a, b; c=d")
def test_a_header_arrives_as_it_was_given_or_not_at_all(text, server, client):
    """The server sees one header with the text in it, without the spaces around it."""
    request = sent(server, lambda: Shelves(client).mark(header_params={"X-Mark": text}))
    if not isinstance(request, ApiValueError):
        assert [value.strip() for value in request.headers("x-mark")] == [text.strip()]


def segments(request):
    return [unquote_to_bytes(part) for part in request.target.split(b"?")[0].split(b"/")]


HOSTILE = [
    *(".", "..", "...", "%2e%2E", "%2e", "%252e", "a/b", "/", "//", "../..", "a\\b", "\\", "?", "?a=b", "#", "#a"),
    *(";", ";a=b", "a;b/..", "é", "\u2215", "\uff0e\uff0e", " ", "a b", "+", "&", "=", "%", "%00", "@", "//evil.org"),
    *("{shelf}", "{}", "\0", "a\0b", "\r\n", "\ud800", "", ":", "http://evil.org/", "a" * 5000),
]


@given(text=st.text() | st.text("./\\%2eE;?#\0 "))
@pytest.mark.parametrize("operation", ["read", "part"])
def test_a_path_parameter_is_one_segment_or_refused(operation, text, server, client):
    """No value makes a path of more segments, of fewer, or of others."""
    check_segment(operation, text, server, client)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("operation", ["read", "part"])
def test_a_hostile_path_parameter_is_one_segment_or_refused(operation, text, server, client):
    """The values that are known to have worked elsewhere."""
    check_segment(operation, text, server, client)


def check_segment(operation, text, server, client):
    request = sent(server, lambda: getattr(Shelves(client), operation)(path_params={"shelf": text}))
    if isinstance(request, OpenApiException):
        assert isinstance(request, ApiValueError)
        assert text in ("", ".", "..") or any(character in text for character in "\0\r\n") or not encodes(text)
        return
    wanted = text.encode()
    around = [b"", b"shelves", wanted, b"books"] if operation == "read" else [b"", b"shelves", b"a" + wanted + b"z"]
    assert segments(request) == around
    assert wanted not in (b".", b"..") or operation == "part"
    assert b"?" not in request.target
    assert request.headers("host") == [f"{server.host}:{server.port}"]


def encodes(text):
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@given(title=st.text(), tags=st.lists(st.text(), min_size=1))
@example(title="a&tags=b", tags=["c=d", "e+f", "g#h", "i;j", "k%26l", "", "?"])
def test_query_parameters_arrive_as_they_were_given(title, tags, server, client):
    """No value of a query can add a parameter, change another or end the query."""
    if not all(map(encodes, (title, *tags))):
        tags = []
    request = sent(server, lambda: Shelves(client).find(query_params={"title": title, "tags": tags}))
    if isinstance(request, ApiValueError):
        assert not encodes(title)
        return
    query = request.target.partition(b"?")[2].decode("ascii")
    assert parse_qsl(query, keep_blank_values=True, separator="&") == [
        ("title", title),
        *(("tags", tag) for tag in tags),
    ]


@pytest.mark.parametrize("path", ["", "tasks", "@evil.org/", ".evil.org/", ":80@evil.org/", "?a", "http://evil.org/"])
def test_a_resource_path_can_not_change_the_host(path, server, client):
    """It is put behind the host, so it has to begin with a slash."""
    refused = sent(server, lambda: client.call_api(path, "GET", auth_settings=["OAuth2"]))
    assert isinstance(refused, ApiValueError)


@pytest.mark.parametrize("method", ["", "get", "GET /evil HTTP/1.1\r\n", "TRACE", "CONNECT"])
def test_methods_are_those_of_the_api(method, server, client):
    """And nothing that would write a request line of its own."""
    assert isinstance(sent(server, lambda: client.call_api("/", method)), ApiValueError)
    assert isinstance(sent(server, lambda: client.rest_client.request(method, server.url)), ApiValueError)


@pytest.mark.parametrize(
    "url",
    [
        "https://api.flat.io/v2",
        "HTTPS://API.FLAT.IO:443",
        "https://api.flat.io\\@evil.org/",
        "https://evil.org\\@api.flat.io/",
        "https://api.flat.io@evil.org/",
        "https://api.flat.io:80@evil.org:81/",
        "https://api.flat.io#@evil.org/",
        "https://api.flat.io?@evil.org/",
        "https://api.flat.io;@evil.org/",
        "http://[::1]:8080/",
    ],
)
def test_the_origin_of_a_url_is_where_the_connection_goes(url):
    """Where a URL can be read in two ways, the reading that decides about the token is that which connects."""
    with urllib3.PoolManager() as pools:
        pool = pools.connection_from_url(url)
        assert origin(url) == (pool.scheme, pool.host if "[" not in url else f"[{pool.host}]", pool.port)
