"""The server beneath: connections that are kept, requests that are broken, and how it ends."""

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from flat_api.sandbox import Sandbox, SandboxApp, _connection
from flat_api.sandbox.handlers import HANDLERS

ROOT = Path(__file__).parents[2]
HEAD = b"Host: 127.0.0.1\r\nAuthorization: Bearer sandbox\r\n"


def address(url):
    host, _, port = url.removeprefix("http://").partition("/")[0].rpartition(":")
    return host.strip("[]"), int(port)


class Connection:
    """Bytes out, and answers in, each with its status and its body."""

    def __init__(self, sandbox):
        self.socket = socket.create_connection(address(sandbox.url), timeout=10)
        self.file = self.socket.makefile("rb")

    def send(self, data):
        self.socket.sendall(data)

    def answer(self):
        status = self.file.readline()
        if not status:
            return None
        headers = {}
        while line := self.file.readline().strip():
            name, _, value = line.partition(b": ")
            headers[name.lower()] = value
        return int(status.split()[1]), headers, self.file.read(int(headers.get(b"content-length", 0)))

    def close(self):
        self.file.close()
        self.socket.close()


@pytest.fixture
def connection(flat_sandbox):
    made = Connection(flat_sandbox)
    yield made
    made.close()


def get(path="/v2/me", head=HEAD):
    return b"GET " + path.encode() + b" HTTP/1.1\r\n" + head + b"\r\n"


def post(body, head=b"", path="/v2/collections"):
    length = b"" if b"ransfer-" in head else b"Content-Length: %d\r\n" % len(body)
    return (
        b"POST "
        + path.encode()
        + b" HTTP/1.1\r\n"
        + HEAD
        + b"Content-Type: application/json\r\n"
        + head
        + length
        + b"\r\n"
        + body
    )


BODY = b'{"title": "x", "privacy": "private"}'


def test_connections_are_kept(connection):
    """One request after the other, answered in order, those sent ahead too; a refusal ends nothing."""
    unsigned = get("/v2/me", b"Host: localhost:80\r\n")
    connection.send(get() + get("/v2/nothing") + post(b"{") + post(BODY) + unsigned + get())
    assert [connection.answer()[0] for _ in range(6)] == [200, 404, 400, 200, 401, 200]


def test_bodies_that_nobody_wants_are_read(connection):
    """The body of a request that is refused for something else doesn't get in the way of the next request."""
    connection.send(post(b"x" * 100_000, path="/v2/nothing") + post(b"x" * 100, path="/v2/me") + get())
    assert [connection.answer()[0] for _ in range(3)] == [404, 405, 200]


def test_bodies_may_come_in_chunks(connection):
    """Transfer-Encoding: chunked, which clients use that don't know the length."""
    chunked = b"".join(b"%x\r\n%s\r\n" % (1, BODY[at : at + 1]) for at in range(len(BODY))) + b"0\r\n\r\n"
    connection.send(post(chunked, b"Transfer-Encoding: chunked\r\n") + get())
    assert [connection.answer()[0] for _ in range(2)] == [200, 200]


def test_clients_may_ask_before_they_send(connection):
    """Expect: 100-continue is told to go on."""
    head, _, body = post(BODY, b"Expect: 100-continue\r\n").partition(b"\r\n\r\n")
    connection.send(head + b"\r\n\r\n")
    assert connection.file.readline() == b"HTTP/1.1 100 Continue\r\n"
    connection.file.readline()
    connection.send(body)
    assert connection.answer()[0] == 200


def test_connection_ends_when_the_client_wants_it(connection):
    """Connection: close, and HTTP/1.0."""
    connection.send(get("/v2/me", HEAD + b"Connection: close\r\n") + get())
    status, headers, _ = connection.answer()
    assert (status, headers[b"connection"], connection.answer()) == (200, b"close", None)


@pytest.mark.parametrize("length", [b"-1", b"x", b"1e3", "٣".encode()])
def test_lengths_that_make_no_sense_end_the_connection(connection, length):
    """Nobody knows where the next request would begin."""
    connection.send(b"POST /v2/scores HTTP/1.1\r\n" + HEAD + b"Content-Length: " + length + b"\r\n\r\n" + get())
    assert connection.answer()[0] == 400
    assert connection.answer() is None


@pytest.mark.parametrize(
    "noise",
    [b"\r\n\r\n", b"\x16\x03\x01\x02\x00\x01", b"GET\r\n\r\n", b"GET / HTTP/9\r\n\r\n", b"GET /v2/me", post(BODY)[:-5]],
)
def test_noise_harms_nobody(connection, plain, noise):
    """Whoever sends something that is no request gets at most an error, and the others are answered."""
    connection.send(noise)
    connection.socket.shutdown(socket.SHUT_WR)
    told = connection.file.read()
    assert b"Clara" not in told
    assert plain("GET", "/me").status == 200


CHUNKED = b"Transfer-Encoding: chunked\r\n"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (CHUNKED, b"%x\r\n" % 70_000 + b"x" * 30_000),
        (CHUNKED, b"5\r\n{}"),
        (CHUNKED, b"2\r\n{}\r\n"),
        (CHUNKED, b"2\r\n{}"),
        (CHUNKED, b""),
        (b"Content-Length: 70000\r\n", b"x" * 30_000),
        (b"Content-Length: 1\r\n", b""),
    ],
)
@pytest.mark.parametrize("token", [b"", b"Authorization: Bearer sandbox\r\n"])
def test_bodies_that_end_too_early_harm_nobody(plain, flat_sandbox, head, body, token):
    """A client that is gone before its body is whole gets an error, and the server goes on."""
    for ends in (socket.SHUT_WR, socket.SHUT_RDWR):
        cut = Connection(flat_sandbox)
        host = b"Host: 127.0.0.1\r\nContent-Type: application/json\r\n"
        cut.send(b"POST /v2/scores HTTP/1.1\r\n" + host + token + head + b"\r\n" + body)
        cut.socket.shutdown(ends)
        if ends == socket.SHUT_WR:
            assert cut.answer()[0] == (400 if token else 401)
            assert cut.answer() is None
        cut.close()
    assert plain("GET", "/me").status == 200


@pytest.mark.parametrize(
    "chunks",
    [
        b"-5\r\nhello\r\n",
        b"0x2\r\n{}\r\n",
        b"zz\r\n",
        b"2\r\n{}XX0\r\n\r\n",
        b"f" * 21 + b"\r\n",
        b"1;" + b"x" * 200_000,
    ],
)
def test_broken_chunks_end_the_connection(connection, chunks):
    """What is no chunk is a 400, and nobody knows where the next request would begin."""
    connection.send(post(chunks, CHUNKED) + get())
    assert connection.answer()[0] == 400
    assert connection.answer() is None


@pytest.mark.flat_sandbox(largest_body=1000)
@pytest.mark.parametrize(("size", "status"), [(1000, 400), (1001, 413), (200_000, 413)])
def test_size_is_limited_without_a_length_too(connection, size, status):
    """A body in chunks is read as far as one that says how long it is."""
    connection.send(post(b"%x\r\n%s\r\n0\r\n\r\n" % (size, b"{" * size), CHUNKED) + get())
    assert [connection.answer()[0] for _ in range(2)] == [status, 200]


@pytest.mark.parametrize(
    "head", [b"Content-Length: 80000000\r\n", CHUNKED, b"Content-Length: 9\r\nExpect: 100-continue\r\n"]
)
def test_answer_without_a_token_comes_before_the_body(connection, head):
    """Whoever has no token is told so before a byte of the body was sent."""
    connection.send(b"POST /v2/scores HTTP/1.1\r\nHost: 127.0.0.1\r\n" + head + b"\r\n")
    assert connection.answer()[0] == 401


def test_endless_bodies_are_not_read_to_their_end(flat_sandbox, monkeypatch):
    """A body that nobody wants is thrown away only up to a limit; then the connection ends."""
    monkeypatch.setattr(_connection, "DRAINED", 1 << 20)
    connection = Connection(flat_sandbox)
    connection.send(b"POST /v2/scores HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999\r\n\r\n")
    assert connection.answer()[0] == 401
    with pytest.raises(ConnectionError):
        for _ in range(1000):
            connection.send(b"x" * 100_000)
    connection.close()


def test_stalled_requests_end(flat_sandbox, monkeypatch, connection):
    """A client that stops within a request is left after a while, one that rests between two is not."""
    monkeypatch.setattr(_connection, "STALLED", 0.05)
    stalled = Connection(flat_sandbox)
    resting = Connection(flat_sandbox)
    stalled.send(get()[:-4])
    assert stalled.file.read() == b""
    resting.send(get())
    assert resting.answer()[0] == 200
    stalled.close()
    resting.close()


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"Content-Length: " + b"9" * 5000 + b"\r\n", 400),
        (b"Content-Length: 2\r\nContent-Length: 3\r\n", 400),
        (b"Transfer-Encoding: gzip\r\n", 501),
        (b"Transfer-Encoding: chunked, chunked\r\n", 501),
        (b"X: " + b"x" * 200_000 + b"\r\n", 431),
        (b"X: 1\r\n" * 50_000, 431),
        (b"X : 1\r\n", 400),
        (b"X: \x00\r\n", 400),
        (b"Host: b\r\n", 400),
    ],
)
def test_headers_that_are_none_end_the_connection(connection, head, status):
    """Lengths and headers are read as strictly as RFC 9112 has them, and up to a limit."""
    connection.send(b"GET /v2/me HTTP/1.1\r\n" + HEAD + head + b"\r\n")
    assert connection.answer()[0] == status
    assert connection.answer() is None


def test_names_with_underscores_are_no_headers(connection):
    """A header that could be taken for another one, Content_Length for Content-Length, is passed over."""
    connection.send(post(BODY, b"Content_Type: text/plain\r\nContent_Length: 5\r\n"))
    assert connection.answer()[0] == 200


def test_absolute_urls_are_taken(connection, flat_sandbox):
    """As a proxy is asked."""
    connection.send(get(flat_sandbox.url + "/me"))
    assert connection.answer()[0] == 200


def test_closing_ends_connections(flat_sandbox, connection):
    """After close nobody listens any more, and who is connected is told so; closing twice is no mistake."""
    connection.send(get())
    connection.answer()
    flat_sandbox.close()
    flat_sandbox.close()
    assert connection.file.read() == b""
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address(flat_sandbox.url), timeout=1)


def test_closing_leaves_no_threads():
    """Connections that are open, and requests that wait, are over when close is."""
    before = set(threading.enumerate())
    with Sandbox() as sandbox:
        connections = [Connection(sandbox) for _ in range(5)]
        for connection in connections:
            connection.send(get() + get("/v2/me", HEAD + b"X-Sandbox-Fault: delay=600\r\n"))
            assert connection.answer()[0] == 200
    assert set(threading.enumerate()) <= before
    for connection in connections:
        connection.close()


def test_port_that_is_taken_is_told(flat_sandbox):
    """The error is that of the system, and nothing is left open."""
    with pytest.raises(OSError):
        Sandbox(port=address(flat_sandbox.url)[1])


def test_host_may_be_of_ipv6():
    """The URL has brackets then."""
    if not socket.has_ipv6:
        pytest.skip("there is no IPv6 here")
    try:
        sandbox = Sandbox(host="::1")
    except OSError:
        pytest.skip("there is no IPv6 loopback here")
    with sandbox, sandbox.client() as flat:
        assert sandbox.url.startswith("http://[::1]:")
        assert flat.account.get_authenticated_user().username == "sandbox"


def test_own_failure_is_told(flat_sandbox, plain, caplog, monkeypatch):
    """Should the sandbox fail itself, there is a 500 that says so, and the log says why."""
    monkeypatch.setattr(SandboxApp, "_answer", lambda *_: 1 / 0)
    response = plain("GET", "/me")
    assert (response.status, response.json()["code"]) == (500, "SANDBOX_FAILED")
    assert "ZeroDivisionError" in caplog.text


def test_operation_without_a_handler_is_named(flat_sandbox, plain, monkeypatch):
    """What is declared and not yet answered is a 501 that says which function there is to write."""
    monkeypatch.delitem(HANDLERS, "get_task")
    response = plain("GET", "/tasks/t1")
    assert (response.status, response.json()["code"]) == (501, "NOT_IMPLEMENTED")
    assert "answers get_task: add a function" in response.json()["message"]


def test_app_runs_on_other_servers():
    """The application has all it needs by itself: finished files are below /files, on the same origin."""
    from werkzeug.test import Client

    app = SandboxApp(task_seconds=0)
    client, headers = Client(app), {"Authorization": "Bearer sandbox"}
    score = client.get("/v2/users/me/scores", headers=headers).get_json()[0]["id"]
    task = client.post(f"/v2/scores/{score}/revisions/last/wav/task", headers=headers).get_json()
    url = task["result"]["url"]
    assert url.startswith("http://localhost/files/exports/")
    response = client.get(url.removeprefix("http://localhost"), headers={"Range": "bytes=0-3"})
    assert (response.status_code, response.data) == (206, b"RIFF")
    assert client.get("/v2/scores/a%2Fb", headers=headers).status_code == 404
    app.close()


SERVE = "from flat_api.sandbox import serve; serve(task_seconds=0)"


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX has them")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serve_ends_cleanly(number):
    """serve says where it listens, and ends without a word and with 0 on Ctrl-C and SIGTERM."""
    with subprocess.Popen(
        [sys.executable, "-c", SERVE], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        said = [process.stdout.readline() for _ in range(4)]
        process.send_signal(number)
        rest = process.communicate(timeout=30)
    assert rest == (b"", b"") and process.returncode == 0
    url = said[0].split()[-1].decode()
    assert said[1:] == [
        b"Access token: sandbox\n",
        f"Page for people: {url.removesuffix('/v2')}/#token=sandbox\n".encode(),
        b"Ctrl-C stops it.\n",
    ]


STARTED = """
import os, signal
from flat_api.sandbox import serve

def started(sandbox):
    print(sandbox.url, flush=True)
    os.kill(os.getpid(), signal.SIGTERM)

serve(started=started)
print(signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX has them")
def test_serve_hands_the_sandbox_over():
    """started is called with the running sandbox, and says what is said; signals are afterwards what they were."""
    done = subprocess.run([sys.executable, "-c", STARTED], cwd=ROOT, capture_output=True, text=True, check=True)
    url, restored = done.stdout.split()
    assert url.startswith("http://127.0.0.1:")
    assert restored == "True"
