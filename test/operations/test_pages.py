"""Pages: one request after the other, as the Link header leads, and never anywhere else."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api._resources import calls_class
from flat_api._response import ApiResponse
from flat_api.api_client import Api, ApiClient
from flat_api.configuration import Configuration
from flat_api.exceptions import ApiResponseError, ApiTypeError, ApiValueError, NotFoundError
from flat_api.operations import MediaType, OpenApiResponse, Page, WholeResponse, get, is_paginated, iterate, pages
from flat_api.operations._pages import next_cursor
from flat_api.schemas import BoolSchema, DictSchema, IntSchema, StrSchema, list_of, optional, required

from ..serving import Answer, serving


class Song(DictSchema):
    """An item."""

    title = required(StrSchema, "What it is called")


class SongApi(Api):
    """Operations with and without pages."""

    auth_settings = ("OAuth2",)
    default_response = OpenApiResponse(content={"application/json": MediaType(DictSchema)})

    list_songs = get(
        "/books/{book}/songs",
        "List the songs of a book.",
        path={"book": required(StrSchema, "Which book")},
        query={
            "limit": optional(IntSchema.where(maximum=100), "How many at most"),
            "next": optional(StrSchema, "Where to go on"),
            "previous": optional(StrSchema, "Where to go back"),
        },
        returns=list_of(Song),
    )
    list_some = get(
        "/songs",
        "List all songs, in pages if that is wanted.",
        query={"next": optional(StrSchema), "paginate": optional(BoolSchema, "Whether in pages")},
        returns=list_of(Song),
    )
    list_all = get("/all", "List all songs at once.", returns=list_of(Song))
    get_next = get("/next", "Read one song.", query={"next": optional(StrSchema)}, returns=Song)


def api_for(server):
    """The operations, called at *server*, below a base path."""
    configuration = Configuration(host=f"{server.url}/v2", access_token="canary")
    configuration.retries = 0
    return SongApi(ApiClient(configuration))


def book(*titles, size=2):
    """A route with *titles* in pages of *size*, whose cursors are the letters from a on."""
    parts = [titles[start : start + size] for start in range(0, len(titles), size)]
    cursors = [chr(ord("a") + number) for number in range(len(parts))]

    def route(request):
        number = cursors.index(request.query["next"]) if "next" in request.query else 0
        headers = {}
        if number + 1 < len(parts):
            headers["Link"] = f'<{request.path}?limit=2&next={cursors[number + 1]}>; rel="next"'
        return Answer([{"title": title} for title in parts[number]], headers=headers)

    return route


def linked(*headers):
    """A route that answers the first request with the first of *headers*, and so on; the last one has no link."""
    left = list(headers)

    def route(request):
        link = left.pop(0) if left else None
        return Answer([{"title": request.query.get("next", "first")}], headers={"Link": link} if link else {})

    return route


def titles(items):
    """What the items are called."""
    return [str(song.title) for song in items]


def test_items_come_from_all_pages():
    """Iterating gives each item once, in order, with the caller's parameters in each request."""
    with serving(book("A", "B", "C", "D", "E")) as server:
        api = api_for(server)
        found = list(iterate(api.list_songs, path_params={"book": "b1"}, query_params={"limit": 2}))
        api.api_client.close()
    assert titles(found) == ["A", "B", "C", "D", "E"]
    assert {type(song) for song in found} == {Song}
    assert [request.query for request in server.requests] == [
        {"limit": "2"},
        {"limit": "2", "next": "b"},
        {"limit": "2", "next": "c"},
    ]
    assert {request.path for request in server.requests} == {"/v2/books/b1/songs"}
    assert {request.headers["Authorization"] for request in server.requests} == {"Bearer canary"}


def test_pages_are_answers():
    """Each page is a whole answer, whose body is the list."""
    with serving(book("A", "B", "C")) as server:
        api = api_for(server)
        found = list(pages(api.list_songs, path_params={"book": "b1"}))
        api.api_client.close()
    assert [titles(page.body) for page in found] == [["A", "B"], ["C"]]
    assert [page.response.status for page in found] == [200, 200]


def test_a_page_is_asked_for_when_its_first_item_is():
    """Nothing is sent before the first item is wanted, nor once the caller has enough; no connection stays in use."""
    with serving(book("A", "B", "C", "D")) as server:
        api = api_for(server)
        found = iterate(api.list_songs, path_params={"book": "b1"})
        assert not server.requests
        assert titles([next(found), next(found)]) == ["A", "B"]
        assert len(server.requests) == 1
        found.close()
        assert titles(api.list_songs(path_params={"book": "b1"}).body) == ["A", "B"]
        assert len({request.port for request in server.requests}) == 1
        api.api_client.close()
    assert len(server.requests) == 2


def test_empty_pages_are_not_the_end():
    """Only an answer without a link to the next page is the last one."""

    def route(request):
        if "next" not in request.query:
            return Answer([], headers={"Link": "<?next=b>; rel=next"})
        return [{"title": "A"}]

    with serving(route) as server:
        api = api_for(server)
        assert titles(iterate(api.list_songs, path_params={"book": "b1"})) == ["A"]
        api.api_client.close()


@pytest.mark.parametrize(
    "header",
    [
        "<{url}/v2/books/b1/songs?next=b>; rel=next",
        "<{url}/v2/books/b1/songs?limit=7&next=b&previous=x#there>; rel=next",
        "</v2/books/b1/songs?next=b>; rel=next",
        "</v2/books/%62%31/songs?next=b>; rel=next",
        "<?next=b>; rel=next",
        "<songs?next=b>; rel=next",
        '</v2/else>; rel="prev", <?next=b>; title="a, b"; rel="last next"',
    ],
)
def test_the_link_may_be_written_in_many_ways(header):
    """Whole or relative, escaped or not, with other parameters: only the cursor is taken from it."""
    with serving(lambda request: linked(header.format(url=server.url))(request) if not request.query else []) as server:
        api = api_for(server)
        list(iterate(api.list_songs, path_params={"book": "b1"}))
        api.api_client.close()
    assert [request.query for request in server.requests] == [{}, {"next": "b"}]


CURSORS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), min_size=1, max_size=20)


def answer_with(link):
    """An answer with *link* in its header."""
    return ApiResponse(WholeResponse(b"[]", {"Link": link}, 200, "OK"))


@given(CURSORS)
def test_the_cursor_is_decoded_once(cursor):
    """Whatever the cursor is, `%2B` and `+` and `%` included, what is written into the link is what comes out."""
    from urllib.parse import quote, quote_plus, urlencode

    for query in (urlencode({"next": cursor}), f"next={quote(cursor, safe='')}", f"a=1&next={quote_plus(cursor)}"):
        link = f'<https://api.flat.io/v2/songs?{query}>; rel="next"'
        assert next_cursor(answer_with(link), "https://api.flat.io/v2/songs") == cursor


@pytest.mark.parametrize("coding", ["utf-8", "latin-1"])
def test_a_link_may_be_in_utf_8(coding):
    """Or in Latin-1, which headers once were: the cursor is the text that the server meant."""

    def route(request):
        stated = '<?next=Süß>; rel="next"'.encode(coding).decode("latin-1")
        return Answer([{"title": "A"}], headers={} if "next" in request.query else {"Link": stated})

    with serving(route) as server:
        assert len(list(iterate(api_for(server).list_songs, path_params={"book": "b"}))) == 2
    assert server.requests[1].query["next"] == "Süß"


def test_a_cursor_arrives_as_it_was_meant():
    """A cursor with reserved characters is sent so that the server decodes it to the same text."""
    header = "<?next=a%252Fb%2Bc%3D%3D%26d%20e>; rel=next"
    with serving(linked(header)) as server:
        api = api_for(server)
        assert titles(iterate(api.list_songs, path_params={"book": "b1"})) == ["first", "a%2Fb+c==&d e"]
        api.api_client.close()


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("<https://elsewhere.example/v2/songs?next=b>; rel=next", "leads to another server than api.flat.io"),
        ("<//elsewhere.example/v2/songs?next=b>; rel=next", "leads to another server than api.flat.io"),
        ("<https://api.flat.io.elsewhere.example/v2/songs?next=b>; rel=next", "leads to another server"),
        ("<https://api.flat.io@elsewhere.example/v2/songs?next=b>; rel=next", "leads to another server"),
        ("<https://api.flat.io:444/v2/songs?next=b>; rel=next", "leads to another server"),
        ("<http://api.flat.io/v2/songs?next=b>; rel=next", "leads to another server"),
        ("<file:///v2/songs?next=b>; rel=next", "leads to another server"),
        ("<https://api.flat.io/v2/song?next=b>; rel=next", "leads to something else than /v2/songs"),
        ("<https://api.flat.io/v2/songs/?next=b>; rel=next", "leads to something else than /v2/songs"),
        ("<https://api.flat.io/v2%2Fsongs?next=b>; rel=next", "leads to something else than /v2/songs"),
        ("</v2/songs/../all?next=b>; rel=next", "leads to something else than /v2/songs"),
        ("</v2/songs>; rel=next", "has no 'next' in its query"),
        ("<?page=b>; rel=next", "has no 'next' in its query"),
        ("<?next=>; rel=next", "has no 'next' in its query"),
        ("<?next=b&next=c>; rel=next", "has several 'next' in its query"),
        ("<?next=%FF>; rel=next", "can't be read"),
        ("<https://[::1/v2/songs?next=b>; rel=next", "can't be read"),
        ("<https://api.flat.io:x/v2/songs?next=b>; rel=next", "can't be read"),
        ("next page: b", "can't be read"),
    ],
)
def test_a_link_that_leads_astray_is_refused(link, reason):
    """A cursor is taken from a link to the same operation of the same server only; the error says what is wrong."""
    with pytest.raises(ApiResponseError, match=reason) as caught:
        next_cursor(answer_with(link), "https://api.flat.io/v2/songs")
    assert caught.value.status == 200
    assert caught.value.body == b"[]"
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize("link", ["", '<?next=b>; rel="prev"', "<?next=b>", "<?next=b>; rel=next; anchor='/all'"])
def test_without_a_link_to_the_next_page_there_is_none(link):
    """Other links are none of ours."""
    assert next_cursor(answer_with(link), "https://api.flat.io/v2/songs") is None


@pytest.mark.parametrize(
    "link",
    [
        "<HTTPS://API.FLAT.IO/v2/songs?next=b>; rel=next",
        "<https://api.flat.io:443/v2/songs?next=b>; rel=next",
    ],
)
def test_an_origin_may_be_spelled_in_several_ways(link):
    """Upper case and the usual port make no other server."""
    assert next_cursor(answer_with(link), "https://api.flat.io/v2/songs") == "b"


def test_the_token_never_leaves_the_origin():
    """A link to another server ends the list with an error, after the items of the page it came with."""
    with (
        serving(lambda request: []) as stranger,
        serving(linked(f"<{stranger.url}/v2/songs?next=b>; rel=next")) as server,
    ):
        api = api_for(server)
        found = iterate(api.list_some)
        assert titles([next(found)]) == ["first"]
        with pytest.raises(ApiResponseError, match="another server"):
            next(found)
        api.api_client.close()
    assert not stranger.requests


@pytest.mark.parametrize("cursors", [["b", "b"], ["b", "c", "b"], ["start"]])
def test_a_circle_is_noticed(cursors):
    """A cursor that was sent already is an error, instead of a list without an end."""
    with serving(linked(*(f"<?next={cursor}>; rel=next" for cursor in cursors))) as server:
        api = api_for(server)
        found = iterate(api.list_some, query_params={"next": "start"})
        with pytest.raises(ApiResponseError, match="read already"):
            list(found)
        api.api_client.close()
    assert [request.query["next"] for request in server.requests] == ["start", *cursors[:-1]]


def test_a_way_back_is_left_once_there_is_a_way_on():
    """`previous` says where the first page is, and contradicts the cursors of the others."""
    with serving(linked("<?next=b>; rel=next")) as server:
        api = api_for(server)
        list(iterate(api.list_songs, path_params={"book": "b1"}, query_params={"previous": "p", "limit": 5}))
        api.api_client.close()
    assert [request.query for request in server.requests] == [
        {"limit": "5", "previous": "p"},
        {"limit": "5", "next": "b"},
    ]


def test_pages_are_asked_for_where_they_have_to_be():
    """`paginate` is true in all requests where the operation has it, unless the caller wants it otherwise."""
    with serving(linked("<?next=b>; rel=next", None, None)) as server:
        api = api_for(server)
        list(iterate(api.list_some))
        list(iterate(api.list_some, query_params={"paginate": False}))
        api.api_client.close()
    assert [request.query.get("paginate") for request in server.requests] == ["true", "true", "false"]


def test_arguments_of_the_caller_are_left_alone():
    """The dict of parameters that was passed is the same afterwards."""
    query = {"next": "x"}
    with serving(linked("<?next=b>; rel=next")) as server:
        api = api_for(server)
        list(iterate(api.list_some, query_params=query))
        api.api_client.close()
    assert query == {"next": "x"}


def test_an_error_in_the_middle_comes_after_the_items_before_it():
    """What was read is given out; the error is that of a call."""

    def route(request):
        if request.query.get("next") == "b":
            return Answer({"code": "GONE", "message": "no more"}, 404)
        return Answer([{"title": "A"}], headers={"Link": "<?next=b>; rel=next"})

    with serving(route) as server:
        api = api_for(server)
        found = iterate(api.list_songs, path_params={"book": "b1"})
        assert titles([next(found)]) == ["A"]
        with pytest.raises(NotFoundError) as caught:
            next(found)
        api.api_client.close()
    assert caught.value.code == "GONE"


def test_a_page_that_is_no_list_is_an_error():
    """A success with a status that nobody declared has no items, whatever else it has."""
    with serving(lambda request: Answer({"title": "A"}, 203)) as server:
        api = api_for(server)
        with pytest.raises(ApiResponseError, match="is not a list") as caught:
            list(iterate(api.list_songs, path_params={"book": "b1"}))
        api.api_client.close()
    assert caught.value.status == 203


def test_which_operations_have_pages():
    """Those with a list as their answer and a parameter for the cursor."""
    found = {name for name, entry in vars(SongApi).items() if hasattr(entry, "path") and is_paginated(entry)}
    assert found == {"list_songs", "list_some"}


@pytest.mark.parametrize(
    ("name", "arguments", "error", "message"),
    [
        ("list_all", {}, ApiTypeError, "list_all has no pages"),
        ("get_next", {}, ApiTypeError, "get_next has no pages"),
        ("list_songs", {}, ApiTypeError, "needs 'book' in path_params"),
        ("list_some", {"query_params": {"nxt": "b"}}, ApiTypeError, "did you mean 'next'"),
        ("list_songs", {"path_params": {"book": ".."}}, ApiValueError, "lead out"),
        ("list_some", {"query_params": None}, ApiTypeError, "query_params is a dict of"),
        ("list_songs", {"path_params": {"book": "b1"}, "query_params": 5}, ApiTypeError, "and not 5"),
        ("list_some", {"stream": True}, ApiTypeError, "has no argument 'stream'"),
        ("list_some", {"skip_deserialization": True}, ApiTypeError, "has no argument 'skip_deserialization'"),
    ],
)
def test_mistakes_are_told_at_once(name, arguments, error, message):
    """Wrong arguments are refused when the iterator is made, with nothing sent."""
    with serving(lambda request: []) as server:
        api = api_for(server)
        with pytest.raises(error, match=message):
            iterate(getattr(api, name), **arguments)
    assert not server.requests


# What a list in the plain form knows


def calls_for(server):
    """The operations in the plain form, called at *server*."""
    configuration = Configuration(host=f"{server.url}/v2", access_token="canary")
    configuration.retries = 0
    return calls_class(SongApi)(ApiClient(configuration))


def test_a_list_leads_to_the_page_behind_it():
    """`next_page()` asks for it, with the caller's parameters; behind the last page there is None, and no request."""
    with serving(book("A", "B", "C")) as server:
        calls = calls_for(server)
        first = calls.list_songs(book="b1", limit=2)
        assert len(server.requests) == 1
        second = first.next_page()
        assert len(server.requests) == 2
        assert second.next_page() is None
        assert len(server.requests) == 2
        assert titles(first.next_page()) == ["C"]
        calls.service.api_client.close()
    assert [titles(page) for page in (first, second)] == [["A", "B"], ["C"]]
    assert [request.query for request in server.requests[:2]] == [{"limit": "2"}, {"limit": "2", "next": "b"}]


def test_a_page_iterates_over_the_rest():
    """Its own items first, for which nothing is sent, and then those of the pages behind it."""
    with serving(book("A", "B", "C", "D", "E")) as server:
        calls = calls_for(server)
        page = calls.list_songs(book="b1").next_page()
        found = page.iterate()
        assert titles([next(found), next(found)]) == ["C", "D"]
        assert len(server.requests) == 2
        assert titles(found) == ["E"]
        calls.service.api_client.close()


def test_whole_answers_and_pages_have_such_lists_too():
    """`with_response` and `pages` give them as bodies, and so do the pages of the earlier form."""
    with serving(book("A", "B", "C")) as server:
        calls = calls_for(server)
        bodies = [calls.list_songs.with_response(book="b1").body, next(calls.list_songs.pages(book="b1"))]
        bodies.append(next(pages(SongApi(calls.service.api_client).list_songs, path_params={"book": "b1"})).body)
        assert [titles(body.next_page()) for body in bodies] == [["C"]] * 3
        calls.service.api_client.close()


def test_a_page_is_the_list_that_was_declared():
    """It equals it, and is an instance of its class; pickled it is such a list, which doesn't know the way on."""
    with serving(book("A", "B", "C")) as server:
        calls = calls_for(server)
        page = calls.list_songs(book="b1")
        calls.service.api_client.close()
    assert isinstance(page, Page) and isinstance(page, SongApi.list_songs.returns)
    assert page == SongApi.list_songs.returns(list(page))
    assert hash(page) == hash(tuple(page))
    assert page.to_json() == '[{"title":"A"},{"title":"B"}]'
    again = pickle.loads(pickle.dumps(page))
    assert again == page and isinstance(again, Page)
    with pytest.raises(ApiTypeError, match="didn't come as an answer"):
        again.next_page()


def test_a_list_without_a_declared_cursor_follows_the_link_as_it_is():
    """Where the API says that there is more, it is found, whatever parameters the operation declares."""
    links = ["</v2/all?page=2&x=%2F>; rel=next", "<?page=3>; rel=next"]
    with serving(lambda request: linked(*links[len(server.requests) - 1 :])(request)) as server:
        calls = calls_for(server)
        assert len(list(calls.list_all().iterate())) == 3
        calls.service.api_client.close()
    assert [request.query for request in server.requests] == [{}, {"page": "2", "x": "/"}, {"page": "3"}]
    assert {request.path for request in server.requests} == {"/v2/all"}


@pytest.mark.parametrize("call", ["list_all", "list_some"])
def test_a_link_that_leads_astray_is_no_harm_to_the_page_it_came_with(call):
    """The items are there; only who asks for more gets the error, and the token stays where it belongs."""
    with (
        serving(lambda request: []) as stranger,
        serving(linked(f"<{stranger.url}/v2/songs?next=b>; rel=next")) as server,
    ):
        calls = calls_for(server)
        page = getattr(calls, call)()
        assert titles(page) == ["first"]
        with pytest.raises(ApiResponseError, match="another server"):
            page.next_page()
        calls.service.api_client.close()
    assert not stranger.requests


@pytest.mark.parametrize("call", ["list_all", "list_some"])
def test_a_circle_is_noticed_from_page_to_page(call):
    """A link to a page that was read already is an error."""
    with serving(lambda request: linked("<?next=b>; rel=next")(request)) as server:
        calls = calls_for(server)
        page = getattr(calls, call)().next_page()
        with pytest.raises(ApiResponseError, match="read already"):
            page.next_page()
        calls.service.api_client.close()
    assert len(server.requests) == 2
