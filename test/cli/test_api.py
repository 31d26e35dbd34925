"""`flat-api api`: any operation of the API, signed."""

import json
import re

import pytest

from flat_api.cli.api import METHODS
from flat_api.operations._catalogue import operations
from flat_api.rest import METHODS as ALL_METHODS

from ..serving import Answer, serving
from .running import ask, run, run_on_terminal


@pytest.fixture
def echo():
    """A server that answers anything with an empty object."""
    with serving(lambda request: {}) as server:
        yield server


def sent(echo, *arguments, **options):
    """The request that ``flat-api api *arguments*`` sends."""
    done = run("api", *arguments, "--host", echo.url, FLAT_ACCESS_TOKEN="t", **options)
    assert done.returncode == 0, done.stderr
    return echo.requests[-1]


def test_any_operation(sandbox):
    """Every method that an operation has can be sent, and what comes back is printed as it came."""
    assert {entry.operation.method for entry in operations()} <= set(METHODS) == set(ALL_METHODS)
    done = ask(sandbox, "api", "GET", "/me")
    assert (done.returncode, done.stderr) == (0, "")
    with sandbox.client() as flat:
        assert json.loads(done.stdout) == json.loads(flat.account.get_authenticated_user().to_json())


def test_signed(echo):
    """The access token goes along, to the host that is configured."""
    assert sent(echo, "GET", "/me").headers["Authorization"] == "Bearer t"


@pytest.mark.parametrize("path", ["/me", "me", "me?a=b"])
def test_paths(echo, path):
    assert sent(echo, "get", path).path == "/me"


@pytest.mark.parametrize("path", ["https://example.org/v2/me", "//example.org/me", "/a/../../me", "..", "", "/me#x"])
def test_paths_that_lead_elsewhere(echo, path):
    """The token goes to no other place."""
    done = run("api", "GET", path, "--host", echo.url, FLAT_ACCESS_TOKEN="t")
    assert done.returncode == 2 and echo.requests == []


class TestFields:
    """-f and -F are the query or the body."""

    def test_query_of_get(self, echo):
        request = sent(echo, "GET", "/x?q=%C3%A9", "-f", "a=b c&d", "-F", "limit=7", "-F", "all=true")
        assert request.query == {"q": "é", "a": "b c&d", "limit": "7", "all": "true"}
        assert request.body == b""

    def test_body_of_post(self, echo):
        """-f is text, -F JSON where it is JSON; key[] is a list."""
        request = sent(
            echo, "POST", "/x", "-f", "a=1", "-F", "b=1", "-F", "c=null", "-F", "d=some text", "-F", "e=[1, {}]",
            "-f", "f[]=x", "-f", "f[]=y", "-f", "g==",
        )  # fmt: skip
        assert json.loads(request.body) == {
            "a": "1", "b": 1, "c": None, "d": "some text", "e": [1, {}], "f": ["x", "y"], "g": "=",
        }  # fmt: skip
        assert request.headers["Content-Type"] == "application/json"

    @pytest.mark.parametrize(
        "words", [["-f", "a"], ["-f", "=b"], ["-f", "a=1", "-f", "a=2"], ["-f", "a=1", "-f", "a[]=2"]]
    )
    def test_fields_that_are_none(self, echo, words):
        done = run("api", "POST", "/x", *words, "--host", echo.url, FLAT_ACCESS_TOKEN="t")
        assert done.returncode == 2 and echo.requests == []

    @pytest.mark.parametrize("form", ["file", "standard input"])
    def test_input(self, echo, tmp_path, form):
        """A file is sent as it is, and fields are the query then."""
        (tmp_path / "a.json").write_bytes(b'{"a": 33.30}')
        place = {"file": ("a.json", b""), "standard input": ("-", b'{"a": 33.30}')}[form]
        request = sent(echo, "PUT", "/x", "--input", place[0], "-f", "k=v", cwd=tmp_path, stdin=place[1])
        assert (request.body, request.query) == (b'{"a": 33.30}', {"k": "v"})

    def test_headers(self, echo, tmp_path):
        (tmp_path / "a.xml").write_bytes(b"<a/>")
        request = sent(
            echo, "POST", "/x", "--input", "a.xml", "-H", "content-type: text/xml", "-H", "X-A: b", cwd=tmp_path
        )
        assert (request.headers["Content-Type"], request.headers["X-A"]) == ("text/xml", "b")

    def test_file_that_is_not_there(self, echo):
        done = run("api", "POST", "/x", "--input", "nothing", "--host", echo.url, FLAT_ACCESS_TOKEN="t")
        assert done.returncode == 2 and echo.requests == []


class TestAnswers:
    """The body goes to standard output, and the exit code says how it went."""

    @pytest.mark.parametrize(
        ("status", "code"), [(400, 4), (401, 5), (402, 6), (403, 6), (404, 7), (429, 8), (500, 9), (418, 4)]
    )
    def test_exit_codes(self, status, code):
        """The body of an error is printed as well, and standard error says what it means."""
        body = {"code": "X", "message": "Why not"}
        with serving(lambda request: Answer(body, status, {"X-RateLimit-Reset": "99999999999"})) as server:
            done = run("api", "POST", "/x", "--host", server.url, FLAT_ACCESS_TOKEN="t")
        assert (done.returncode, json.loads(done.stdout)) == (code, body)
        assert re.search(rf"Why not \({status} X\)", done.stderr)

    def test_no_token(self, echo):
        assert run("api", "GET", "/me", "--host", echo.url, FLAT_ACCESS_TOKEN="").returncode == 5

    def test_bytes_as_they_came(self, sandbox, tmp_path):
        with open(tmp_path / "a.mid", "wb") as file:
            done = ask(sandbox, "api", "GET", f"/scores/{sandbox.score}/revisions/last/midi", stdout=file)
        assert done.returncode == 0
        with sandbox.client() as flat:
            wanted = flat.scores.get_score_revision_data(score=sandbox.score, revision="last", format="midi")
        assert (tmp_path / "a.mid").read_bytes() == wanted

    def test_bytes_on_a_terminal(self, sandbox, tmp_path):
        """They are not printed there, and text is made harmless."""
        path = f"/scores/{sandbox.score}/revisions/last"
        code, seen = run_on_terminal(
            "api", "GET", f"{path}/mxl", "--host", sandbox.url, cwd=tmp_path, FLAT_ACCESS_TOKEN=sandbox.token
        )
        assert code == 3 and "the answer is application/vnd.recordare.musicxml, not text" in seen
        with serving(lambda request: Answer(b"\x1b[2Jx", headers={"Content-Type": "text/plain"})) as server:
            code, seen = run_on_terminal("api", "GET", "/x", "--host", server.url, cwd=tmp_path, FLAT_ACCESS_TOKEN="t")
        assert code == 0 and "\\x1b[2Jx" in seen and "\x1b[2J" not in seen

    def test_include(self, echo):
        """Status and headers are on standard error, so that the body stays alone."""
        done = run("api", "GET", "/x", "--include", "--host", echo.url, FLAT_ACCESS_TOKEN="t")
        assert done.stdout == "{}\n"
        assert done.stderr.startswith("200 OK\n") and "content-type: application/json" in done.stderr.lower()


class TestPages:
    """--paginate follows the links of the answers."""

    def test_all_pages(self, sandbox):
        with sandbox.client() as flat:
            for number in range(30):
                flat.collections.create_collection(body={"title": f"No. {number}", "privacy": "private"})
        done = ask(sandbox, "api", "GET", "/collections", "-f", "limit=12", "-f", "parent=root", "--paginate")
        pages = [json.loads(line) for line in done.stdout.splitlines()]
        assert [len(page) for page in pages] == [12, 12, 6]
        assert len({entry["id"] for page in pages for entry in page}) == 30

    @pytest.mark.parametrize("target", ["https://example.org/x?next=b", "/y?next=b", "/x"])
    def test_links_that_lead_elsewhere(self, target):
        """The token does not go there."""
        with serving(lambda request: Answer([1], headers={"Link": f'<{target}>; rel="next"'})) as server:
            done = run("api", "GET", "/x", "--paginate", "--host", server.url, FLAT_ACCESS_TOKEN="t")
        assert done.returncode == 9 and len(server.requests) == 1

    def test_circle_of_pages(self):
        """It ends where it begins again."""
        with serving(lambda request: Answer([1], headers={"Link": '</x?next=b>; rel="next"'})) as server:
            done = run("api", "GET", "/x", "--paginate", "--host", server.url, FLAT_ACCESS_TOKEN="t")
        assert (done.returncode, len(server.requests)) == (0, 2)

    def test_only_for_get(self, echo):
        done = run("api", "POST", "/x", "--paginate", "--host", echo.url, FLAT_ACCESS_TOKEN="t")
        assert done.returncode == 2 and echo.requests == []
