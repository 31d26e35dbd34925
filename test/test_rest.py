"""The transport against servers that break the rules: what is sent again, what is raised, and what is left behind."""

import copy
import datetime
import gc
import gzip
import pickle
import threading
import time
import tracemalloc
import warnings
from contextlib import contextmanager

import pytest
import urllib3
from urllib3.exceptions import HTTPError

from flat_api._timeouts import Deadline
from flat_api.apis._service import FlatApi
from flat_api.apis.tags.task_api import TaskApi
from flat_api.configuration import Configuration
from flat_api.exceptions import (
    ApiConnectionError,
    ApiException,
    ApiResponseError,
    ApiTimeoutError,
    ApiTypeError,
    ApiValueError,
    BadRequestError,
    ConflictError,
    ContentTooLargeError,
    ForbiddenError,
    NotFoundError,
    PaymentRequiredError,
    RateLimitError,
    ServerError,
    UnauthorizedError,
    UnprocessableContentError,
)
from flat_api.operations import delete, get, post, put
from flat_api.rest import RESTClientObject, RetryPolicy, timeout_of

from .faults import CLOSE, RESET, STOP_READING, Drip, FaultyServer, answer, closed_port, json_answer
from .scaling import assert_linear
from .transports import client_of, transport_of

pytestmark = pytest.mark.usefixtures("each_transport")

METHODS = ("GET", "PUT", "DELETE", "POST")
SENT = {"GET": 4, "PUT": 4, "DELETE": 4, "POST": 1}
"""How often a call is sent in all, where it keeps failing in a way that may pass."""


@pytest.fixture(autouse=True, scope="module")
def quick_collections():
    """What is there before these tests needn't be looked through after each of them."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def nothing_is_left():
    """No test leaves a thread running, or a socket that only the garbage collector closes."""
    before = set(threading.enumerate())
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        gc.collect()
    left = set(threading.enumerate()) - before
    assert not [thread for thread in left if not thread.name.startswith("Trio thread")]  # which trio keeps for a while


def settings(server, **others):
    """A configuration for *server*, with a list of the waits in place of waiting."""
    configuration = Configuration(server.url, access_token="secret")
    waits = []
    configuration.retries = RetryPolicy(wait=waits.append, **others.pop("retries", {}))
    configuration.waits = waits
    for name, value in others.items():
        setattr(configuration, name, value)
    return configuration


@contextmanager
def transport(server, **others):
    """A transport to *server* that has closed everything at the end."""
    configuration = settings(server, **others)
    with transport_of(configuration) as rest:
        rest.waits = configuration.waits
        yield rest
    assert server.settles(0)


@contextmanager
def client(server, **others):
    """A client for *server* that has closed everything at the end."""
    with client_of(settings(server, **others)) as made:
        yield made
    assert server.settles(0)


def ok(rest, server):
    """Whether the next call succeeds, on the one connection that is open afterwards."""
    return rest.request("GET", f"{server.url}/next").data == b"fine" and server.settles(1)


FINE = answer(body=b"fine")
DONE = answer("204 No Content")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

# What the server does, and what is kept of the body: None where there was no head, and so no answer.
FAULTS = {
    "reset before the head": ((RESET,), None),
    "closed before the head": ((CLOSE,), None),
    "reset within the status": ((b"HTTP/1.1 20", RESET), None),
    "closed within the status": ((b"HTTP/1.1 20", CLOSE), None),
    "reset within the headers": ((b"HTTP/1.1 200 OK\r\nContent-Le", RESET), None),
    "closed within a header": ((b"HTTP/1.1 200 OK\r\nContent-Le", CLOSE), None),
    "closed between headers": ((b"HTTP/1.1 200 OK\r\nX-A: b\r\n", CLOSE), None),
    "reset after the head": ((HEAD, RESET), b""),
    "reset within the body": ((HEAD + b"abc", RESET), b"abc"),
    "reset within a chunk": ((CHUNKED + b"5\r\nabc", RESET), b"abc"),
    "short body": ((HEAD + b"abc", CLOSE), b"abc"),
    "bad chunk": ((CHUNKED + b"3\r\nabc\r\nzz\r\n", CLOSE), b"abc"),
    "short chunk": ((CHUNKED + b"5\r\nabc", CLOSE), b"abc"),
    "no last chunk": ((CHUNKED + b"3\r\nabc\r\n", CLOSE), b"abc"),
    "no HTTP": ((b"SSH-2.0-OpenSSH_9.9\r\n", CLOSE), None),
    "endless header": ((b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 200_000 + b"\r\n\r\n", CLOSE), None),
    "two lengths": ((b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", CLOSE), None),
}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_answer_is_asked_for_again_where_that_is_safe(fault, method):
    """Four times in all, but only once by POST; the error has its cause, and what came of the body."""
    script, body = FAULTS[fault]
    with FaultyServer((script,) * SENT[method] + (FINE,)) as server, transport(server) as rest:
        with pytest.raises(ApiConnectionError) as caught:
            rest.request(method, f"{server.url}/things")
        assert [request.method for request in server.requests] == [method] * SENT[method]
        error = caught.value
        assert not isinstance(error, ApiTimeoutError)
        assert error.status == 0
        assert isinstance(error.__cause__, HTTPError)
        assert error.__context__ is None
        assert error.body == body
        assert pickle.loads(pickle.dumps(error)).body == body
        assert ok(rest, server)


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("between", ["100 Continue", "102 Processing", "103 Early Hints", "199 Whatever"])
def test_words_in_between_are_no_answers(between, stream):
    """What is sent ahead of an answer is skipped, or each answer would be taken for that to the next request."""
    ahead = f"HTTP/1.1 {between}\r\nLink: </style.css>\r\nContent-Length: 5\r\n\r\n".encode() * 2
    with FaultyServer((ahead + answer(body=b"first"), ahead + answer(body=b"second"))) as server:
        with transport(server) as rest:
            got = [rest.whole(rest.request("GET", server.url, stream=stream)) for _ in range(2)]
        assert [(response.status, response.data) for response in got] == [(200, b"first"), (200, b"second")]
        assert "link" not in got[0].headers
        assert server.connections == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_answer_is_forgotten_when_the_next_is_whole(fault):
    """The caller of an idempotent call sees nothing of a fault that passes."""
    script, _ = FAULTS[fault]
    with FaultyServer((script, FINE)) as server, transport(server) as rest:
        assert rest.request("PUT", f"{server.url}/things", body=b"new").data == b"fine"
        assert [request.body for request in server.requests] == [b"new", b"new"]


@pytest.mark.parametrize("method", METHODS)
def test_a_refused_connection_is_tried_again_by_every_method(method):
    """Nobody can have received the request, so even a POST is sent again."""
    with closed_port() as url:
        configuration = Configuration(url)
        waits = []
        configuration.retries = RetryPolicy(wait=waits.append)
        raised = pytest.raises(ApiConnectionError, match="refused")
        with transport_of(configuration) as rest, raised as caught:
            rest.request(method, f"{url}/things")
        assert len(waits) == 2  # the first of three repetitions comes at once
        assert not isinstance(caught.value, ApiTimeoutError)
        assert isinstance(caught.value.__cause__, HTTPError)


SLOW = {
    "no answer": (STOP_READING,),
    "head in drops": (Drip(HEAD, 0.04),),
    "body in drops": (HEAD, Drip(b"abcdefghij", 0.04)),
    "body that stops": (HEAD + b"a", STOP_READING),
}


@pytest.mark.parametrize("method", ["PUT", "POST"])
@pytest.mark.parametrize("fault", SLOW)
def test_a_slow_answer_is_given_up_in_time(fault, method):
    """Seconds in all are seconds in all: drops that come often enough for each wait do not prolong them."""
    sent = 2 if method != "POST" else 1
    with FaultyServer((SLOW[fault],) * sent + (FINE,)) as server, transport(server, retries={"read": 1}) as rest:
        with pytest.raises(ApiTimeoutError) as caught:
            rest.request(method, f"{server.url}/things", timeout=0.1)
        assert server.receives(sent)
        assert isinstance(caught.value.__cause__, urllib3.exceptions.ReadTimeoutError)
        assert b"abcdefghij".startswith(caught.value.body or b"")
        assert caught.value.body == b"a" or fault != "body that stops"
        assert ok(rest, server)


OVERDUE = {
    "head of a stream in drops": (Drip(HEAD, 0.05),),
    "body of an error in drops": (b"HTTP/1.1 404 No\r\nContent-Length: 50\r\n\r\n", Drip(b"x" * 50, 0.05)),
}


@pytest.mark.parametrize("fault", OVERDUE)
def test_a_stream_begins_in_time(fault):
    """Seconds in all are for what is read before the body is handed on, and for all of an error."""
    with FaultyServer((OVERDUE[fault], FINE)) as server, transport(server, retries={"read": 0}) as rest:
        with pytest.raises(ApiTimeoutError):
            rest.request("GET", server.url, stream=True, timeout=0.2)
        assert server.receives(1)
        assert ok(rest, server)


def test_the_body_of_a_stream_may_take_longer():
    """Each piece of it has as much time as the whole of an answer that isn't streamed."""
    with FaultyServer(((HEAD, Drip(b"abcdefghij", 0.05)),)) as server, transport(server) as rest:
        response = rest.request("GET", server.url, stream=True, timeout=0.3)
        assert rest.whole(response).data == b"abcdefghij"


def test_a_piece_of_a_stream_has_its_time():
    script = (HEAD + b"abc", STOP_READING)
    with FaultyServer((script,)) as server, transport(server, retries={"read": 0}) as rest:
        response = rest.request("GET", server.url, stream=True, timeout=0.3)
        with pytest.raises(ApiTimeoutError):
            rest.whole(response)


class TestDeadlines:
    """A deadline is for a call with all its attempts and the waits between them."""

    @pytest.mark.parametrize("fault", SLOW)
    def test_an_answer_that_hangs_ends_with_it(self, fault):
        script = SLOW[fault] if fault != "body in drops" else (HEAD, Drip(b"a" * 10, 0.05))
        with FaultyServer((script,)) as server, transport_of(Configuration(server.url)) as rest:
            with pytest.raises(ApiTimeoutError):
                rest.request("GET", server.url, timeout=Deadline(0.2))
            assert server.receives(1)

    def test_no_wait_lasts_longer(self):
        """What would have to be waited for too long is not sent again."""
        for script, status in ((answer("503 No", b"", "Retry-After: 30"), 503), (limited(time.time() + 40), 403)):
            with FaultyServer((script,)) as server, transport(server) as rest:
                assert rest.request("GET", server.url, timeout=Deadline(2)).status == status
                assert len(server.requests) == 1

    def test_what_passes_in_time_is_forgotten(self):
        with FaultyServer((answer("503 No"), (CLOSE,), FINE)) as server, transport(server) as rest:
            assert rest.request("GET", server.url, timeout=Deadline(20)).data == b"fine"

    def test_policies_of_urllib3_repeat_nothing(self):
        """They know of no end."""
        script = answer("503 No", b"", "Retry-After: 30")
        with FaultyServer((script,)) as server:
            configuration = Configuration(server.url)
            configuration.retries = urllib3.Retry(3, status_forcelist=[503])
            with transport_of(configuration) as rest:
                assert rest.request("GET", server.url, timeout=Deadline(2)).status == 503
            assert len(server.requests) == 1

    def test_an_attempt_has_no_more_time_than_usual(self):
        made = Deadline(60, timeout_of((0.5, 0.25)))
        assert (made.clone().connect_timeout, made.clone().read_timeout) == (0.5, 0.25)
        assert Deadline(60, timeout_of(0.5)).total == 0.5
        assert 0 < Deadline(-1).total < 0.1


def test_the_time_of_a_configuration_is_kept_as_well():
    """A number of seconds in the configuration counts like one in the call."""
    dripping = (HEAD, Drip(b"abcdefghij", 0.05))
    with FaultyServer((dripping,)) as server, transport(server, timeout=0.15, retries={"read": 1}) as rest:
        with pytest.raises(ApiTimeoutError):
            rest.request("GET", server.url)
        assert server.receives(2)


def test_a_pair_of_seconds_limits_each_wait_only():
    """An answer that comes in drops is whole in the end, where each of them comes in time."""
    with FaultyServer(((HEAD, Drip(b"abcdefghij", 0.02)),)) as server, transport(server) as rest:
        assert rest.request("GET", server.url, timeout=(5, 5)).data == b"abcdefghij"


class TestKeptConnections:
    """Connections are used again, and what may have happened to them meanwhile is noticed."""

    def test_one_serves_many_calls(self):
        with FaultyServer((FINE,)) as server, transport(server) as rest:
            for method in METHODS * 5:
                assert rest.request(method, server.url).data == b"fine"
            assert (server.connections, len(server.requests)) == (1, 20)

    @pytest.mark.parametrize("method", METHODS)
    def test_closed_while_idle(self, method):
        """A connection that the server closed is replaced before anything is sent on it, even a POST."""
        with FaultyServer(((FINE, CLOSE), FINE)) as server, transport(server) as rest:
            rest.request("GET", server.url)
            assert server.settles(0)
            assert rest.request(method, server.url).data == b"fine"
            assert [request.connection for request in server.requests] == [0, 1]

    @pytest.mark.parametrize("method", METHODS)
    def test_closed_upon_the_second_request(self, method):
        """Nobody can tell whether the server acted upon it: a POST is not sent again."""
        with FaultyServer((FINE, (CLOSE,), FINE)) as server, transport(server) as rest:
            rest.request("GET", server.url)
            if method == "POST":
                with pytest.raises(ApiConnectionError):
                    rest.request(method, server.url)
                assert len(server.requests) == 2
            else:
                assert rest.request(method, server.url).data == b"fine"
                assert [request.connection for request in server.requests] == [0, 0, 1]

    @pytest.mark.of_urllib3("its answers know their pools")
    def test_closing_closes_although_somebody_keeps_an_answer(self):
        """Answers of urllib3 know their pool; that must not keep its sockets open."""
        with FaultyServer((FINE,)) as server:
            rest = RESTClientObject(settings(server))
            kept = rest.request("GET", server.url)
            rest.close()
            assert server.settles(0)
            assert kept.data == b"fine"
            assert rest.request("GET", server.url).data == b"fine"
            rest.close()


class TestQueues:
    """There are no more connections than `connection_pool_maxsize`: callers wait for one."""

    def test_many_threads_share_few_connections(self, caplog):
        """All get their answers, and nobody is warned of anything."""

        def slow(request):
            time.sleep(0.002)
            return (answer(body=request.target),)

        got = []
        with FaultyServer((slow,)) as server, transport(server, connection_pool_maxsize=3) as rest:

            def ask(number):
                got.append(rest.request("GET", f"{server.url}/{number}").data.decode())

            threads = [threading.Thread(target=ask, args=(number,)) for number in range(60)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            assert sorted(got) == sorted(f"/{number}" for number in range(60))
            assert server.peak <= 3
        assert [record for record in caplog.records if record.levelname == "WARNING"] == []

    @pytest.mark.parametrize(
        "script",
        [
            (answer("503 No"), FINE),
            ((CLOSE,), FINE),
            (answer("307 Go", b"", "Location: /there"), FINE),
            (answer("404 No"),),
        ],
    )
    @pytest.mark.parametrize("stream", [False, True])
    def test_a_call_never_waits_for_itself(self, script, stream):
        """However many requests it takes, one connection is enough."""
        with FaultyServer(script) as server, transport(server, connection_pool_maxsize=1) as rest:
            for _ in range(3):
                rest.whole(rest.request("GET", server.url, stream=stream, timeout=5))

    @pytest.mark.parametrize("timeout", [0.2, (5, 0.2)])
    def test_a_wait_for_a_connection_ends(self, timeout):
        """The error says what is to be done about it."""
        with FaultyServer((FINE,)) as server, transport(server, connection_pool_maxsize=1) as rest:
            held = rest.request("GET", server.url, stream=True)
            with pytest.raises(ApiTimeoutError, match="connection_pool_maxsize"):
                rest.request("GET", server.url, timeout=timeout)
            rest.whole(held)
            assert rest.request("GET", server.url, timeout=timeout).data == b"fine"


class Things(FlatApi):
    """One operation for each method."""

    read = get("/things", "Read.")
    replace = put("/things", "Replace.")
    remove = delete("/things", "Remove.")
    create = post("/things", "Create.")

    def call(self, method):
        return {"GET": self.read, "PUT": self.replace, "DELETE": self.remove, "POST": self.create}[method]()


STATUSES = {
    400: BadRequestError,
    401: UnauthorizedError,
    402: PaymentRequiredError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    413: ContentTooLargeError,
    418: ApiException,
    422: UnprocessableContentError,
    429: RateLimitError,
    500: ServerError,
    501: ServerError,
    502: ServerError,
    503: ServerError,
    504: ServerError,
}
ERROR = b'{"code":"SOME_CODE","message":"Some message","id":"some-id"}'


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("status", STATUSES)
def test_each_status_has_its_error(status, method):
    """Of these, 429, 502, 503 and 504 are asked for again, all on one connection; a POST and 409 never are."""
    sent = SENT[method] if status in (429, 502, 503, 504) else 1
    with FaultyServer((json_answer(f"{status} Sorry", ERROR),)) as server, client(server) as made:
        with pytest.raises(ApiException) as caught:
            Things(made).call(method)
        error = caught.value
        assert type(error) is STATUSES[status]
        assert (error.status, error.reason) == (status, "Sorry")
        assert (error.code, error.message, error.request_id) == ("SOME_CODE", "Some message", "some-id")
        for kept in (error, pickle.loads(pickle.dumps(error))):
            assert kept.body == ERROR
        assert len(server.requests) == sent
        assert server.connections == 1
        assert len(made.configuration.waits) == sent - 1


@pytest.mark.parametrize("stream", [False, True])
def test_a_status_that_passes_is_forgotten(stream):
    """The caller sees the first success, streaming as well, and one connection did it all."""
    with FaultyServer((json_answer("503 No", ERROR), FINE)) as server, transport(server) as rest:
        assert rest.whole(rest.request("GET", server.url, stream=stream)).data == b"fine"
        assert server.connections == 1


@pytest.mark.parametrize("method", METHODS)
def test_an_error_with_a_broken_body_is_still_that_error(method):
    """Where the body of an error can't be decoded, the status counts, and its bytes are kept as they came."""
    with FaultyServer((answer("404 No", b"no gzip", "Content-Encoding: gzip"),)) as server, client(server) as made:
        with pytest.raises(NotFoundError) as caught:
            Things(made).call(method)
        assert caught.value.body == b"no gzip"


NOON = "Date: Thu, 01 Jan 2026 12:00:00 GMT"
NOON_EPOCH = 1767268800
LIMITED = b'{"code":"API_RATE_LIMIT_EXCEEDED","message":"Too many requests","id":"x"}'


def limited(after, *, status="403 Forbidden", body=LIMITED, remaining=-3, date=NOON):
    """The answer at the rate limit, which ends *after* so many seconds."""
    headers = ("X-RateLimit-Limit: 100", f"X-RateLimit-Remaining: {remaining}", f"X-RateLimit-Reset: {after}", date)
    return json_answer(status, body, *headers)


class TestRateLimit:
    """It arrives as a 403 with a code of its own, and says when it ends."""

    def test_what_ends_soon_is_waited_for(self):
        with FaultyServer((limited(NOON_EPOCH + 7), FINE)) as server, transport(server) as rest:
            assert rest.request("GET", server.url).data == b"fine"
            assert rest.waits == [7]

    @pytest.mark.parametrize("method", METHODS)
    def test_what_ends_late_is_an_error_at_once(self, method):
        """Nobody waits an hour without being asked; `reset_at` tells how long it would be."""
        with FaultyServer((limited(NOON_EPOCH + 3600),)) as server, client(server) as made:
            with pytest.raises(RateLimitError) as caught:
                Things(made).call(method)
            assert caught.value.reset_at == datetime.datetime(2026, 1, 1, 13, tzinfo=datetime.UTC)
            assert caught.value.code == "API_RATE_LIMIT_EXCEEDED"
            assert made.configuration.waits == []
            assert len(server.requests) == 1

    @pytest.mark.parametrize("method", METHODS)
    def test_what_does_not_end_is_an_error_in_the_end(self, method):
        with FaultyServer((limited(NOON_EPOCH + 7),)) as server, client(server) as made:
            with pytest.raises(RateLimitError):
                Things(made).call(method)
            assert len(server.requests) == SENT[method]
            assert made.configuration.waits == [7] * (SENT[method] - 1)

    def test_how_long_to_wait_is_configurable(self):
        late = limited(NOON_EPOCH + 3600)
        with FaultyServer((late, FINE)) as server, transport(server, retries={"max_wait": 3600}) as rest:
            assert rest.request("GET", server.url).data == b"fine"

    @pytest.mark.parametrize("stream", [False, True])
    def test_another_403_is_not_sent_again(self, stream):
        """Its code makes the limit, not the status, nor what happens to remain."""
        forbidden = limited(NOON_EPOCH + 7, body=ERROR, remaining=0)
        with FaultyServer((forbidden,)) as server, transport(server) as rest:
            assert rest.request("GET", server.url, stream=stream).data == ERROR
            assert len(server.requests) == 1

    def test_the_code_is_enough(self):
        """Without the time of its end, the waits are those for any failure."""
        with FaultyServer((json_answer("403 No", LIMITED),)) as server, client(server) as made:
            with pytest.raises(RateLimitError) as caught:
                Things(made).read()
            assert caught.value.reset_at is None
            assert len(server.requests) == 4

    def test_429_has_a_reset_too(self):
        with FaultyServer((limited(NOON_EPOCH + 7, status="429 No"), DONE)) as server, client(server) as made:
            Things(made).read()
            assert made.configuration.waits == [7]

    @pytest.mark.parametrize("reset", ["soon", "nan", "", NOON_EPOCH - 10])
    def test_a_reset_that_says_nothing(self, reset):
        """The waits are then those for any failure."""
        with FaultyServer((limited(reset), DONE)) as server, client(server) as made:
            Things(made).read()
            (wait,) = made.configuration.waits
            assert 0.5 <= wait <= 1

    @pytest.mark.parametrize("date", ["Date: yesterday", "X-Nothing: x"])
    def test_without_a_date_the_clock_here_counts(self, date):
        with FaultyServer((limited(time.time() + 50, date=date), DONE)) as server, client(server) as made:
            Things(made).read()
            (wait,) = made.configuration.waits
            assert 0 < wait <= 50


class TestWarnings:
    """A wait that the server asks for is told, so that nobody takes it for a hang."""

    @pytest.mark.parametrize(
        ("script", "text"),
        [
            (limited(NOON_EPOCH + 40), "The rate limit is reached: GET /things is sent again in 40 seconds"),
            (answer("429 No", b"", "Retry-After: 7"), "The rate limit is reached: GET /things is sent again in 7 sec"),
            (answer("503 No", b"", "Retry-After: 7"), "The API answered 503: GET /things is sent again in 7 seconds"),
        ],
    )
    def test_of_waits_that_were_asked_for(self, script, text, caplog):
        with FaultyServer((script, FINE)) as server, transport(server) as rest:
            rest.request("GET", f"{server.url}/things?sharingKey=secret")
        (record,) = [record for record in caplog.records if record.name == "flat_api._retry"]
        assert record.levelname == "WARNING"
        assert record.getMessage().replace("?***", "").startswith(text)
        assert "secret" not in caplog.text

    def test_of_no_others(self, caplog):
        """A failure that is waited out as usual, and a limit that nobody waits for, are no news."""
        with FaultyServer((answer("503 No"), FINE, limited(NOON_EPOCH + 4000))) as server, transport(server) as rest:
            rest.request("GET", server.url)
            rest.request("GET", server.url)
        assert [record for record in caplog.records if record.name == "flat_api._retry"] == []


class TestWaits:
    """How long it takes until a call is sent again."""

    def waits(self, script, **retries):
        with FaultyServer((script,)) as server, transport(server, retries=retries) as rest:
            try:
                rest.request("GET", server.url)
            except ApiConnectionError:
                pass
            return len(server.requests), rest.waits

    def test_double_after_a_failure(self):
        """With half a second of jitter, so that clients that failed together do not return together."""
        sent, waits = self.waits(answer("502 No"))
        assert sent == 4
        for wait, least in zip(waits, (0.5, 1, 2), strict=True):
            assert least <= wait <= least + 0.5

    def test_a_broken_connection_is_replaced_at_once(self):
        """The first time: it was idle for long, most likely."""
        sent, waits = self.waits((CLOSE,))
        assert sent == 4
        for wait, least in zip(waits, (1, 2), strict=True):
            assert least <= wait <= least + 0.5

    def test_never_exceed_the_longest(self):
        sent, waits = self.waits(answer("502 No"), status=8, backoff_max=3, backoff_jitter=0)
        assert (sent, waits) == (9, [0.5, 1, 2, 3, 3, 3, 3, 3])

    @pytest.mark.parametrize("status", ["429 No", "502 No", "503 No", "504 No"])
    def test_are_what_the_server_says(self, status):
        assert self.waits(answer(status, b"", "Retry-After: 7")) == (4, [7, 7, 7])

    def test_are_until_the_date_that_the_server_says(self):
        date = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=50)
        stated = date.strftime("Retry-After: %a, %d %b %Y %H:%M:%S GMT")
        sent, waits = self.waits(answer("503 No", b"", stated))
        assert sent == 4
        assert all(0 < wait <= 50 for wait in waits)

    @pytest.mark.parametrize("stated", ["soon", "-5", "7.5", "0", "", "Mon, 01 Jan 2024 00:00:00 GMT", "9" * 5000])
    def test_are_the_usual_where_the_server_makes_no_sense(self, stated):
        """Garbage, nothing, and dates that have passed."""
        sent, waits = self.waits(answer("503 No", b"", f"Retry-After: {stated}"), backoff_jitter=0)
        assert (sent, waits) == (4, [0.5, 1, 2])

    @pytest.mark.parametrize("stated", ["61", "99999999", "Mon, 01 Jan 2199 00:00:00 GMT"])
    def test_beyond_the_longest_are_not_begun(self, stated):
        """The answer is an error at once, and its header tells why."""
        assert self.waits(answer("503 No", b"", f"Retry-After: {stated}")) == (1, [])

    def test_a_number_of_repetitions_is_a_policy(self):
        for count in (0, 1, 5):
            with FaultyServer((answer("503 No", b"", "Retry-After: 0"),)) as server:
                configuration = Configuration(server.url)
                configuration.retries = RetryPolicy.of(count).new(wait=lambda _: None)
                with transport_of(configuration) as rest:
                    assert rest.request("GET", server.url).status == 503
                assert len(server.requests) == count + 1

    @pytest.mark.of_urllib3("no request is sent")
    @pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda made: pickle.loads(pickle.dumps(made))])
    def test_a_policy_travels_with_its_configuration(self, copied):
        configuration = Configuration()
        configuration.retries = RetryPolicy(max_wait=7, status=1, wait=time.sleep)
        policy = copied(configuration).retries
        assert (policy.max_wait, policy.status, policy.wait) == (7, 1, time.sleep)
        assert policy.new(status=2).max_wait == 7

    def test_a_class_of_ones_own_may_sleep_otherwise(self):
        """It is told of the answer, and an event loop lets it block."""
        slept = []

        class Quick(RetryPolicy):
            def sleep(self, response=None):
                slept.append(response and response.status)

        with FaultyServer((answer("503 No", b"", "Retry-After: 50"), (CLOSE,), FINE)) as server:
            configuration = Configuration(server.url)
            configuration.retries = Quick()
            with transport_of(configuration) as rest:
                assert rest.request("GET", server.url).data == b"fine"
        assert slept == [503, None]

    def test_a_policy_of_urllib3_loses_no_answer(self):
        """Where its count is used up, the last answer is the answer, however it was made."""
        configuration = Configuration()
        configuration.retries = urllib3.Retry(2, status_forcelist=[500])
        with FaultyServer((json_answer("500 No", ERROR),)) as server:
            configuration.host = server.url
            with client_of(configuration) as made, pytest.raises(ServerError) as caught:
                Things(made).read()
            assert caught.value.body == ERROR
            assert len(server.requests) == 3


UNREADABLE = {
    "bad JSON": (json_answer("200 OK", b'{"id":'), ApiValueError, b'{"id":'),
    "no UTF-8": (json_answer("200 OK", b'{"id":"\xff"}'), ApiValueError, b'{"id":"\xff"}'),
    "nothing": (json_answer("200 OK", b""), ApiValueError, b""),
    "another shape": (json_answer("200 OK", b"[]"), ApiTypeError, b"[]"),
}
UNFIT = {
    "another media type": (answer("200 OK", b"<p>", "Content-Type: text/html"), ApiResponseError, b"<p>"),
    "another value": (json_answer("200 OK", b'{"state":"dnoe"}'), ApiValueError, b'{"state":"dnoe"}'),
}
"""What only strict callers refuse."""


class TestBodies:
    """What arrives whole, and still can't be read."""

    @pytest.mark.parametrize("method", METHODS)
    @pytest.mark.parametrize("coding", ["gzip", "deflate", "gzip, gzip", ", ".join(["gzip"] * 50)])
    def test_of_another_coding(self, coding, method):
        script = answer("200 OK", b"plain", f"Content-Encoding: {coding}")
        with FaultyServer((script, FINE)) as server, transport(server) as rest:
            with pytest.raises(ApiResponseError, match=coding) as caught:
                rest.request(method, server.url)
            assert caught.value.body == b"plain"
            assert isinstance(caught.value.__cause__, (urllib3.exceptions.DecodeError, gzip.BadGzipFile))
            assert len(server.requests) == 1
            assert ok(rest, server)

    @pytest.mark.parametrize("coding", ["gzip", "GZip", "x-gzip"])
    def test_cut_off_within_their_coding(self, coding):
        """Half of a file is not taken for the whole of it, wherever it ends."""
        data = gzip.compress(b"some words, and more words")
        halves = [answer("200 OK", data[:end], f"Content-Encoding: {coding}") for end in range(1, len(data))]
        with FaultyServer((*halves, FINE)) as server, transport(server) as rest:
            for end in range(1, len(data)):
                with pytest.raises(ApiResponseError, match=f"not the {coding}") as caught:
                    rest.request("GET", server.url)
                assert caught.value.body == data[:end]
            assert ok(rest, server)

    @pytest.mark.parametrize(
        ("body", "coding"),
        [
            (gzip.compress(bytes(64 * 2**20)), "gzip"),
            (gzip.compress(gzip.compress(bytes(64 * 2**20))), "gzip, gzip"),
        ],
    )
    def test_that_blow_up(self, body, coding):
        """The limit counts what a body becomes, and no more than that is made of it."""
        script = answer("200 OK", body, f"Content-Encoding: {coding}")
        with FaultyServer((script, FINE)) as server, transport(server, max_response_bytes=2**20) as rest:
            assert len(body) < 2**20
            tracemalloc.start()
            try:
                with pytest.raises(ApiResponseError, match="1,048,576 bytes"):
                    rest.request("GET", server.url)
                assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
            finally:
                tracemalloc.stop()
            assert len(server.requests) == 1
            assert ok(rest, server)

    @pytest.mark.parametrize("length", [2**20 + 1, 10**15])
    def test_that_are_too_long(self, length):
        """They are not read to their end, wherever that is."""
        script = (answer("200 OK", bytes(2**20 + 1), length=length), STOP_READING)
        with FaultyServer((script, FINE)) as server, transport(server, max_response_bytes=2**20) as rest:
            with pytest.raises(ApiResponseError, match="1,048,576 bytes"):
                rest.request("GET", server.url)
            assert ok(rest, server)

    def test_as_long_as_may_be(self):
        body = bytes(2**20)
        for script in (answer(body=body), answer("200 OK", gzip.compress(body), "Content-Encoding: gzip")):
            with FaultyServer((script,)) as server, transport(server, max_response_bytes=2**20) as rest:
                assert rest.request("GET", server.url).data == body

    def test_without_a_limit(self):
        plain, coded = answer(body=bytes(2**20)), answer("200 OK", gzip.compress(b"a"), "Content-Encoding: gzip")
        with FaultyServer((plain, coded)) as server, transport(server, max_response_bytes=None) as rest:
            assert len(rest.request("GET", server.url).data) == 2**20
            assert rest.request("GET", server.url).data == b"a"

    @pytest.mark.parametrize("stream", [False, True])
    @pytest.mark.parametrize(
        ("case", "strict"), [(case, True) for case in UNREADABLE | UNFIT] + [(case, False) for case in UNREADABLE]
    )
    def test_that_are_no_task(self, case, strict, stream):
        """The error has the answer with all its bytes, and the connection serves the next call."""
        script, cls, body = (UNREADABLE | UNFIT)[case]
        with FaultyServer((script, FINE)) as server, client(server, strict_responses=strict) as made:
            with pytest.raises(cls if strict else ApiResponseError) as caught:
                TaskApi(made).get_task(path_params={"task": "1"}, stream=stream)
            assert caught.value.api_response.response.data == body
            assert len(server.requests) == 1
            assert ok(made.rest_client, server)
            assert server.connections == 1


@pytest.mark.of_urllib3("no request is sent")
@pytest.mark.parametrize(
    ("setting", "connect", "read", "total"),
    [
        (7, None, None, 7),
        (0.5, None, None, 0.5),
        ((1, 2), 1, 2, None),
        ((1, None), 1, None, None),
        ((None, 2), None, 2, None),
        (urllib3.Timeout(connect=1, read=2, total=3), 1, 2, 3),
    ],
)
def test_timeouts_are_what_urllib3_makes_of_them(setting, connect, read, total):
    """A number is for all of a call, a pair for connecting and for each wait; None in a pair sets no limit."""
    made = timeout_of(setting)
    wanted = urllib3.Timeout(connect=connect, read=read, total=total) if total is None or connect else None
    assert made.total == total
    if wanted is not None:
        assert repr(made) == repr(wanted)


@pytest.mark.of_urllib3("the timeouts are those of its pools")
def test_no_timeout_is_that_of_the_configuration():
    """Which is five seconds to connect, and sixty for each wait."""
    assert timeout_of(None) is None
    with FaultyServer() as server, transport(server) as rest:
        pool = rest.pool_manager.connection_from_url(server.url)
        assert (pool.timeout.connect_timeout, pool.timeout.read_timeout) == (5, 60)


@pytest.mark.parametrize("fields", [(), [], (("a", "b"),)])
def test_a_multipart_form_has_a_boundary(fields):
    """One without fields as well: its media type needs it (RFC 2046, 5.1.1)."""
    with FaultyServer((FINE,)) as server, transport(server) as rest:
        rest.request("POST", server.url, headers={"Content-Type": "multipart/form-data"}, fields=fields)
        (request,) = server.requests
    (media_type,) = request.headers("content-type")
    kind, _, boundary = media_type.partition("; boundary=")
    assert kind == "multipart/form-data"
    assert request.body.endswith(f"--{boundary}--\r\n".encode())


NAN, INFINITE = float("nan"), float("inf")


@pytest.mark.parametrize(
    "setting", [0, -1, "soon", (1, 2, 3), (1,), (0, 1), (1, "x"), [1, 2], NAN, INFINITE, (1, NAN), (1e20, 1)]
)
def test_wrong_timeouts_are_refused(setting):
    """Before anything is sent, and with the value that is wrong."""
    with FaultyServer() as server, transport(server) as rest:
        with pytest.raises(ApiValueError, match="timeout is"):
            rest.request("GET", server.url, timeout=setting)
        assert server.requests == []


CALLS = 200
"""Those of each thread."""


def test_eight_threads_get_their_own_answers():
    """Nothing is lost or mixed up in many calls by one client, and there are no more sockets than threads."""
    wrong = []

    def ask(rest, server, thread):
        for index in range(CALLS):
            wanted = f"/{thread}/{index}"
            method = METHODS[index % 4]
            got = rest.request(method, server.url + wanted, body=wanted if method == "POST" else None)
            if got.data.decode() != f"{method} {wanted}":
                wrong.append((wanted, got.data))

    def echo(request):
        return (answer(body=b"%b %b" % (request.method.encode(), request.target)),)

    with FaultyServer((echo,)) as server, transport(server, connection_pool_maxsize=8) as rest:
        threads = [threading.Thread(target=ask, args=(rest, server, number)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert wrong == []
        assert len(server.requests) == 8 * CALLS
        assert len({request.target for request in server.requests}) == 8 * CALLS
        assert server.connections <= 8


@pytest.mark.of_urllib3("no request is sent")
@pytest.mark.parametrize("part", ["1", " ", ":", ",", "a ", "(", "-", "+", "Mon, 1 Jan ", "0.", "e", "_1", "\\", "\t"])
def test_waits_are_read_in_proportion_to_their_headers(part):
    """Whatever is in them: seconds, a date, or neither."""

    def work(text):
        for status in (429, 503):
            headers = {"Retry-After": text, "X-RateLimit-Reset": text, "Date": text}
            RetryPolicy(3).get_retry_after(urllib3.HTTPResponse(status=status, headers=headers))
        headers = {"X-RateLimit-Reset": text, "Date": text}
        RetryPolicy(3).get_retry_after(urllib3.HTTPResponse(status=429, headers=headers))

    assert_linear(work, lambda count: part * count, 3_000)
