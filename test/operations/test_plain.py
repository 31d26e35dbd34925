"""The plain form: the model itself comes back, files go to disk, and errors are those of a call."""

import inspect
import pydoc

import pytest

from flat_api._resources import calls_class
from flat_api.api_client import Api, ApiClient
from flat_api.configuration import Configuration
from flat_api.exceptions import ApiConnectionError, ApiResponseError, ApiTypeError, ApiValueError, NotFoundError
from flat_api.operations import (
    ApiResponse,
    Call,
    Command,
    DownloadCall,
    MediaType,
    OpenApiResponse,
    PagedCall,
    delete,
    get,
    post,
)
from flat_api.schemas import BinarySchema, DictSchema, FileIO, ListSchema, StrSchema, list_of, optional, required, unset

from ..serving import Answer, serving


class Song(DictSchema):
    """A song."""

    title = required(StrSchema, "What it is called")


class Upload(DictSchema):
    """Files and what they are called."""

    caption = optional(StrSchema)
    files = optional(list_of(BinarySchema))


class Trouble(DictSchema):
    """What an error says."""

    code = optional(StrSchema)


class SongApi(Api):
    """Songs, and what can be done with them."""

    default_response = OpenApiResponse(content={"application/json": MediaType(Trouble)})

    get_song = get("/songs/{song}", "Read a song.", path={"song": required(StrSchema, "Which song")}, returns=Song)
    list_songs = get("/songs", "List songs.", query={"next": optional(StrSchema)}, returns=list_of(Song))
    forget_song = delete("/songs/{song}", "Forget a song.", path={"song": required(StrSchema)})
    get_file = get(
        "/songs/{song}/{format}",
        "Read a song as a file.",
        path={"song": required(StrSchema, "Which song"), "format": required(StrSchema, "As what")},
        returns=BinarySchema,
        produces=("audio/mp3", "image/png"),
    )
    send = post(
        "/songs",
        "Send a song.",
        header={"X-Trace": optional(StrSchema)},
        cookie={"seat": optional(StrSchema)},
        body=required(Song),
        consumes={"application/json": Song, "text/plain": StrSchema},
        returns=Song,
        status=201,
    )
    show = post("/picture", "Send a picture.", body=required(BinarySchema), consumes=("image/*",))
    upload = post("/upload", "Send files.", body=required(Upload), consumes=("multipart/form-data",))


SongCalls = calls_class(SongApi)


@pytest.fixture
def calls():
    """Makes the operations for a server; their connections are closed at the end."""
    made = []

    def at(server, **settings):
        configuration = Configuration(host=server.url, access_token="canary", **settings)
        configuration.retries = 0
        made.append(ApiClient(configuration))
        return SongCalls(made[-1])

    yield at
    for client in made:
        client.close()


@pytest.fixture
def nowhere():
    """The operations, with nobody to answer them."""
    with ApiClient(Configuration(host="http://127.0.0.1:9")) as client:
        yield SongCalls(client)


def test_a_call_returns_the_model(calls):
    """Not an answer with a model in it."""
    with serving(lambda request: {"title": request.path}) as server:
        song = calls(server).get_song(song="a/b")
    assert type(song) is Song
    assert song.title == "/songs/a%2Fb"


def test_with_response_returns_the_whole_answer(calls):
    """Status, headers, and the model as its body."""
    with serving(lambda request: Answer({"title": "A"}, headers={"X-Old": "yes"})) as server:
        answer = calls(server).get_song.with_response(song="a")
    assert isinstance(answer, ApiResponse)
    assert answer.body == {"title": "A"}
    assert (answer.response.status, answer.response.headers["x-old"]) == (200, "yes")


def test_without_a_body_there_is_none(calls):
    """An operation that answers 204 returns None, and has no body in its answer."""
    with serving(lambda request: Answer(status=204)) as server:
        songs = calls(server)
        assert songs.forget_song(song="a") is None
        assert songs.forget_song.with_response(song="a").body is unset
    assert [(request.method, request.path) for request in server.requests] == [("DELETE", "/songs/a")] * 2


def test_parameters_and_body_reach_the_server(calls):
    """Headers, cookies and the body are written as the declaration says."""
    with serving(lambda request: Answer({"title": "A"}, 201)) as server:
        songs = calls(server)
        assert songs.send(body={"title": "A"}, X_Trace="t1", seat="12a").title == "A"
        songs.send(body="la", content_type="text/plain", timeout=5)
    first, second = server.requests
    assert (first.headers["X-Trace"], first.headers["Cookie"], first.body) == ("t1", "seat=12a", b'{"title":"A"}')
    assert (first.headers["Content-Type"], second.headers["Content-Type"]) == ("application/json", "text/plain")
    assert second.body == b"la"


def test_a_list_is_a_page_with_others_behind_it(calls):
    """Called, the operation returns one page; it can be iterated by page and by item."""

    def route(request):
        number = int(request.query.get("next", "0"))
        headers = {"Link": f"<?next={number + 1}>; rel=next"} if number < 2 else {}
        return Answer([{"title": f"{number}{letter}"} for letter in "ab"], headers=headers)

    with serving(route) as server:
        songs = calls(server)
        assert isinstance(songs.list_songs(), ListSchema)
        assert [song.title for song in songs.list_songs.iterate()] == ["0a", "0b", "1a", "1b", "2a", "2b"]
        assert [len(page) for page in songs.list_songs.pages(next="1")] == [2, 2]
    assert len(server.requests) == 1 + 3 + 2


def test_a_file_is_bytes(calls):
    """Called, the operation returns them in memory."""
    with serving(lambda request: Answer(b"\0sound", headers={"Content-Type": "audio/mp3"})) as server:
        data = calls(server).get_file(song="a", format="mp3")
    assert isinstance(data, bytes)
    assert isinstance(data, BinarySchema)
    assert not isinstance(data, FileIO)
    assert data == b"\0sound"


def sound(request):
    """A file that is sent in chunks."""
    headers = {"Content-Type": "audio/mp3", "Content-Disposition": 'attachment; filename="../../a song.mp3"'}
    return Answer(iter([b"so", b"und"]), headers=headers)


def test_a_download_goes_to_the_file_that_was_named(calls, tmp_path):
    """It returns the path; the connection is free for the next call."""
    with serving(sound) as server:
        songs = calls(server)
        found = songs.get_file.download(tmp_path / "x.mp3", song="a", format="mp3")
        songs.get_file.download(str(tmp_path / "y.mp3"), song="a", format="mp3")
        assert len({request.port for request in server.requests}) == 1
    assert found == tmp_path / "x.mp3"
    assert found.read_bytes() == b"sound"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["x.mp3", "y.mp3"]


def test_a_download_to_a_folder_gets_a_safe_name(calls, tmp_path):
    """The server chooses the name, and never the folder."""
    with serving(sound) as server:
        found = calls(server).get_file.download(tmp_path, song="a", format="mp3")
    assert found == tmp_path / "a song.mp3"


def test_a_file_that_is_there_stays(calls, tmp_path):
    """Unless the caller says otherwise."""
    target = tmp_path / "x.mp3"
    target.write_bytes(b"mine")
    with serving(sound) as server:
        songs = calls(server)
        with pytest.raises(FileExistsError, match="overwrite=True"):
            songs.get_file.download(target, song="a", format="mp3")
        assert target.read_bytes() == b"mine"
        songs.get_file.download(target, song="a", format="mp3", overwrite=True)
    assert target.read_bytes() == b"sound"


def test_a_download_tells_how_far_it_is(calls, tmp_path):
    """With the number of bytes to come, where the server says it."""
    told = []
    answer = Answer(b"sound", headers={"Content-Type": "audio/mp3"})
    with serving(lambda request: answer) as server:
        songs = calls(server)
        songs.get_file.download(
            tmp_path / "x", song="a", format="mp3", progress=lambda done, total: told.append((done, total))
        )
    assert told[-1] == (5, 5)


@pytest.mark.parametrize("is_download", [False, True])
def test_an_error_is_no_file(calls, tmp_path, is_download):
    """A status of failure is the error of a call, its body read, with nothing on disk."""
    with serving(lambda request: Answer({"code": "NO_SONG", "message": "?", "id": "e1"}, 404)) as server:
        songs = calls(server)
        with pytest.raises(NotFoundError) as caught:
            if is_download:
                songs.get_file.download(tmp_path, song="a", format="mp3")
            else:
                songs.get_file(song="a", format="mp3")
        songs.forget_song.operation.service.api_client.close()
    error = caught.value
    assert (error.status, error.code, error.request_id) == (404, "NO_SONG", "e1")
    assert type(error.api_response.body) is Trouble
    assert list(tmp_path.iterdir()) == []


def test_a_download_of_something_else_is_refused(calls, tmp_path):
    """A page of a portal, say, is not saved as a song; its connection is given up."""
    page = Answer(b"<html>", headers={"Content-Type": "text/html"})
    with serving(lambda request: page) as server:
        songs = calls(server)
        with pytest.raises(ApiResponseError, match="text/html"):
            songs.get_file.download(tmp_path, song="a", format="mp3")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["audio/mpeg", "application/octet-stream", "text/xml", "text/plain"])
def test_a_download_of_an_undeclared_media_type(calls, tmp_path, kind):
    """A file is a file, whatever it is called; it is streamed to disk as it came."""
    with serving(lambda request: Answer(b"ID3\xff", headers={"Content-Type": kind})) as server:
        songs = calls(server)
        path = songs.get_file.download(tmp_path / "song", song="a", format="mp3")
        assert path.read_bytes() == b"ID3\xff"
        if kind != "text/plain":
            assert songs.get_file(song="a", format="mp3") == b"ID3\xff"
        with pytest.raises(ApiResponseError, match=kind):
            calls(server, strict_responses=True).get_file.download(tmp_path / "b", song="a", format="mp3")
    assert [entry.name for entry in tmp_path.iterdir()] == ["song"]


def test_an_answer_that_does_not_fit(calls):
    """The model comes back with what came, and the whole answer tells what is wrong with it."""
    with serving(lambda request: Answer({"title": 5})) as server:
        songs = calls(server)
        assert songs.get_song(song="a") == {"title": 5}
        answer = songs.get_song.with_response(song="a")
        assert type(answer.body) is Song
        assert [problem.path for problem in answer.problems] == [("args[0]", "title")]
        with pytest.raises(ApiTypeError):
            calls(server, strict_responses=True).get_song(song="a")


def test_a_success_that_nobody_declared(calls):
    """A song with another status is a song; what was only accepted is read without a name for it."""
    statuses = iter([299, 202])
    with serving(lambda request: Answer({"title": "A"}, next(statuses))) as server:
        songs = calls(server)
        assert type(songs.get_song(song="a")) is Song
        accepted = songs.get_song.with_response(song="a")
    assert not isinstance(accepted.body, Song)
    assert accepted.body.title == "A"
    assert [problem.kind for problem in accepted.problems] == ["status"]


def test_half_a_file_is_no_file(calls, tmp_path):
    """A connection that breaks is an error of this package, and leaves nothing behind."""
    cut = Answer(b"so", headers={"Content-Type": "audio/mp3", "Content-Length": "5"}, is_last=True)
    with serving(lambda request: cut) as server, pytest.raises(ApiConnectionError):
        calls(server).get_file.download(tmp_path / "x", song="a", format="mp3")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("status", [202, 299])
def test_a_success_that_nobody_declared_is_no_model_for_strict_callers(calls, status):
    """Rather than something that only looks like a song, the caller gets an error with the answer in it."""
    with serving(lambda request: Answer({"title": "A"}, status)) as server:
        songs = calls(server, strict_responses=True)
        with pytest.raises(ApiResponseError, match="get_song has no answer with this status") as caught:
            songs.get_song(song="a")
    assert caught.value.status == status
    assert caught.value.body == b'{"title": "A"}'


def test_a_success_without_anything_is_an_error_where_a_model_is_declared(calls):
    """There is nothing that could be returned."""
    with serving(lambda request: Answer(b"", 202, {"Content-Type": "application/json"})) as server:
        songs = calls(server)
        with pytest.raises(ApiResponseError, match="get_song has no answer with this status") as caught:
            songs.get_song(song="a")
    assert caught.value.status == 202


def test_a_success_is_no_failure_for_want_of_a_declaration(calls):
    """What was done was done, with whatever status and body the server says so."""
    answers = iter(
        [Answer(b"gone", 200, {"Content-Type": "text/plain"}), Answer(b"", 202), Answer({"code": "OK"}, 200)]
    )
    with serving(lambda request: next(answers)) as server:
        songs = calls(server)
        assert [songs.forget_song(song="a") for _ in range(3)] == [None, None, None]


def test_a_download_with_another_status_is_no_file(calls, tmp_path):
    """A success that nobody declared may be anything, even with the right media type."""
    with serving(lambda request: Answer(b"later", 202, {"Content-Type": "audio/mp3"})) as server:
        songs = calls(server)
        with pytest.raises(ApiResponseError, match="get_file has no answer with this status") as caught:
            songs.get_file.download(tmp_path / "x", song="a", format="mp3")
    assert caught.value.body == b"later"
    assert list(tmp_path.iterdir()) == []


def test_mistakes_are_told_before_anything_is_sent(nowhere):
    """Wrong arguments of each way to call are an ApiTypeError with the name of the operation."""
    for call in (nowhere.get_song, nowhere.get_song.with_response):
        with pytest.raises(ApiTypeError, match="get_song has no parameter 'sing', did you mean 'song'"):
            call(sing="a")
    with pytest.raises(ApiTypeError, match="forget_song needs 'song'"):
        nowhere.forget_song()
    for call in (nowhere.list_songs.iterate, nowhere.list_songs.pages):
        with pytest.raises(ApiTypeError, match="list_songs has no parameter 'nxt', did you mean 'next'"):
            call(nxt="b")
    with pytest.raises(ApiTypeError, match="get_file needs 'path'"):
        nowhere.get_file.download(song="a", format="mp3")
    with pytest.raises(ApiTypeError, match="get_file has no parameter 'fromat', did you mean 'format'"):
        nowhere.get_file.download("x", song="a", fromat="mp3")
    with pytest.raises(ApiTypeError, match="by name: song, timeout"):
        nowhere.get_song("a")


def test_each_operation_has_the_ways_to_call_it(nowhere):
    """Lists have pages, files can be downloaded, and what has no body is called for its effect."""
    kinds = {name: type(getattr(nowhere, name)) for name in dir(nowhere)}
    assert kinds == {
        "get_song": Call,
        "list_songs": PagedCall,
        "forget_song": Command,
        "get_file": DownloadCall,
        "send": Call,
        "show": Command,
        "upload": Command,
    }
    assert not hasattr(nowhere.get_song, "iterate")
    assert not hasattr(nowhere.list_songs, "download")


def test_help_says_what_a_call_takes(nowhere):
    """The description, and each parameter with its own."""
    text = pydoc.render_doc(nowhere.get_file, renderer=pydoc.plaintext)
    assert "get_file(song, format, timeout=None)" in text
    assert "Read a song as a file." in text
    assert "song: Which song" in text
    assert str(inspect.signature(nowhere.get_song)).startswith("(*, song: ")


def test_classes_of_operations_say_what_they_have(nowhere):
    """The description of the declarations, the names, and for a name that isn't one the nearest that is."""
    assert SongCalls.__doc__ == SongApi.__doc__
    assert repr(nowhere) == "<SongCalls: forget_song, get_file, get_song, list_songs, send, show, upload>"
    assert repr(SongCalls.get_song) == repr(SongApi.get_song)
    with pytest.raises(AttributeError, match="SongCalls has no operation 'get_sung', did you mean 'get_song'"):
        nowhere.get_sung  # noqa: B018
    with pytest.raises(AttributeError, match="there are get_song"):
        nowhere.xyz  # noqa: B018


def test_an_operation_is_made_once(nowhere):
    """Reading it again gives the same object, with the client of its class."""
    assert nowhere.get_song is nowhere.get_song
    assert nowhere.get_song.operation.service.api_client is nowhere.send.operation.service.api_client


def test_a_body_of_any_picture_is_sent_as_what_it_is(calls):
    """Where the declaration has a range of media types, the call chooses one of it."""
    with serving(lambda request: Answer(b"", 204)) as server:
        calls(server).show(body=b"png", content_type="image/png")
        (request,) = server.requests
        assert (request.headers["Content-Type"], request.body) == ("image/png", b"png")
        for options in ({}, {"content_type": "image/*"}):
            with pytest.raises(ApiValueError, match="range of media types"):
                calls(server).show(body=b"png", **options)
        with pytest.raises(ApiValueError, match="not one of"):
            calls(server).show(body=b"x", content_type="text/plain")
        assert len(server.requests) == 1


def test_files_of_a_form_may_be_named(calls):
    """By a pair of a name and a content, among what is extra as well; without one they are called like the property."""
    with serving(lambda request: Answer(b"", 204)) as server:
        calls(server).upload(body={"caption": "Rex", "files": [("a.mid", b"A"), b"B"]})
        calls(server).upload(body={"caption": "Rex"}, extra_body={"more": ("c.mid", b"C"), "files": [b"D"]})
    first, second = (request.body for request in server.requests)
    for text in (b'name="caption"\r\n', b'name="files"; filename="a.mid"\r\n', b'name="files"; filename="files"\r\n'):
        assert text in first
    for text in (b'name="more"; filename="c.mid"\r\n', b'name="files"; filename="files"\r\n'):
        assert text in second
    with serving(lambda request: Answer(b"", 204)) as server, pytest.raises(ApiTypeError, match="'nope'"):
        calls(server).upload(body={"nope": ("a", b"b")})
