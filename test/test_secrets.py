"""Secrets are searched for in every text that the client makes, whatever goes wrong."""

import _thread
import copy
import gc
import io
import json
import logging
import pickle
import secrets
import traceback
from collections.abc import Mapping
from contextlib import contextmanager
from functools import partial

import pytest
import urllib3

from flat_api import Flat
from flat_api.api_client import ApiClient
from flat_api.apis._service import FlatApi
from flat_api.apis.tags.score_api import ScoreApi
from flat_api.configuration import Configuration
from flat_api.exceptions import ApiException, OpenApiException
from flat_api.files import save
from flat_api.operations import delete, get, post, put
from flat_api.rest import RESTClientObject, RetryPolicy
from flat_api.schemas import BinarySchema, DictSchema, StrSchema, optional, required, unset

from .faults import CLOSE, RESET, STOP_READING, FaultyServer, answer, closed_port, json_answer
from .transports import client_of, flat_of

CANARIES = {
    name: f"{name}-{secrets.token_hex(8)}"
    for name in ("token", "sharing", "proxy", "login", "cookie", "password", "key", "header")
}
"""Made up for each run, so that they stand in no line of source that a traceback could quote."""


class Scores(FlatApi):
    """Operations whose query has a secret."""

    read = get(
        "/scores/{score}",
        "Read.",
        path={"score": required(StrSchema)},
        query={"sharingKey": optional(StrSchema)},
        returns=DictSchema,
    )
    fetch = get(
        "/scores/{score}/file",
        "Fetch.",
        path={"score": required(StrSchema)},
        query={"sharingKey": optional(StrSchema)},
        returns=BinarySchema,
        produces=("audio/midi",),
    )


def secretive(host, **others):
    configuration = Configuration(host, access_token=CANARIES["token"])
    configuration.username = "somebody"
    configuration.password = CANARIES["password"]
    configuration.api_key["key"] = CANARIES["key"]
    configuration.timeout = (5, 0.06)
    configuration.retries = RetryPolicy(wait=lambda seconds: None)
    for name, value in others.items():
        setattr(configuration, name, value)
    return configuration


class Texts:
    """All that was said, by anything."""

    def __init__(self, caplog, path):
        self.caplog = caplog
        self.path = path
        self.said = []

    def add(self, thing, pickled=True):
        if isinstance(thing, BaseException):
            self.said += ["".join(traceback.format_exception(thing)), str(thing), repr(thing)]
            self.said += [str(getattr(thing, "reason", "")), repr(thing.args)]
            seen = thing
            while seen is not None:
                self.said += [repr(seen), str(seen), *([repr(pickle.dumps(seen, 0))] if pickled else [])]
                seen = seen.__cause__
        else:
            self.said += [repr(thing), str(thing), repr(pickle.dumps(thing, 0)), repr(pickle.dumps(thing))]

    def check(self):
        self.said += [self.caplog.text, *(repr(vars(record)) for record in self.caplog.records)]
        self.said += [record.getMessage() for record in self.caplog.records]
        self.said.append(self.path.read_text())
        for name, canary in CANARIES.items():
            for text in self.said:
                assert canary not in text, f"{name} in: {text[:2000]}"


@pytest.fixture
def texts(caplog, tmp_path):
    """Everything is logged, to a file and to the handlers of the program."""
    caplog.set_level(logging.DEBUG)
    configuration = Configuration()
    configuration.logger_file = tmp_path / "log"
    configuration.debug = True
    yield Texts(caplog, tmp_path / "log")
    configuration.logger_file = None
    for logger in configuration.logger.values():
        logger.setLevel(logging.NOTSET)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: audio/midi\r\nContent-Length: 10\r\n\r\nmusic"
ERROR = b'{"code":"SOME_CODE","message":"Some message","id":"some-id"}'


def around(status, place="Location"):
    """An answer that repeats the target of the request, secret and all, in a header."""

    def script(request):
        return (json_answer(status, ERROR, f"{place}: {request.target.decode()}&page=2"),)

    return script


ANSWERS = {
    "success": json_answer("200 OK", b'{"id":"1"}'),
    "reset": (RESET,),
    "closed": (CLOSE,),
    "no HTTP": (b"SSH\r\n", CLOSE),
    "no answer": (STOP_READING,),
    "half a body": (HEAD, CLOSE),
    "reset within the body": (HEAD, RESET),
    "body that stops": (HEAD, STOP_READING),
    "bad chunk": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", CLOSE),
    "bad gzip": answer("200 OK", b"none", "Content-Encoding: gzip", "Content-Type: audio/midi"),
    "bad header": (b"HTTP/1.1 200 OK\r\nno header\r\nContent-Length: 2\r\n\r\n{}", CLOSE),
    "bad JSON": json_answer("200 OK", b"{"),
    "another shape": json_answer("200 OK", b'{"id":5,"progress":[]}'),
    "another type": answer("200 OK", b"<p>", "Content-Type: text/html"),
    "too long": json_answer("200 OK", b"[" * 5000),
    "not found": json_answer("404 Not Found", ERROR),
    "conflict": around("409 Conflict", "Link"),
    "unavailable": json_answer("503 Unavailable", ERROR),
    "rate limit": json_answer("403 Forbidden", b'{"code":"API_RATE_LIMIT_EXCEEDED"}', "X-RateLimit-Reset: 99999999999"),
    "ring": around("302 Found"),
    "redirect to nowhere": json_answer("302 Found", ERROR, "Location: http://["),
    "cookies": json_answer("404 Not Found", ERROR, f"Set-Cookie: a={CANARIES['cookie']}"),
}


ECHOES = ("conflict", "ring")
"""Where the server repeats a secret, which is then a part of the answer; texts don't repeat it a second time."""


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("operation", ["read", "fetch"])
@pytest.mark.parametrize("case", ANSWERS)
def test_no_text_holds_a_secret(case, operation, stream, texts, tmp_path, each_transport):
    """Errors, their causes and tracebacks, logs of this package and of urllib3 and httpx, pickles and reprs."""
    if stream and each_transport != "urllib3":
        pytest.skip("nothing is streamed but to a file")
    with FaultyServer((ANSWERS[case],)) as server:
        host = server.url.replace("//", f"//me:{CANARIES['login']}@")
        configuration = secretive(host, max_response_bytes=1000, temp_folder_path=str(tmp_path))
        with client_of(configuration, "X-Mine", CANARIES["header"], cookie=CANARIES["cookie"]) as client:
            call = getattr(Scores(client), operation)
            try:
                got = call(path_params={"score": "1"}, query_params={"sharingKey": CANARIES["sharing"]}, stream=stream)
                if operation == "read":
                    texts.add(got)
                texts.said += [repr(got), repr(got.response), repr(got.response.retries)]
                if isinstance(got.body, io.IOBase):
                    got.body.close()
            except OpenApiException as error:
                texts.add(error, case not in ECHOES)
                texts.said.append(repr(getattr(error.api_response, "response", None)))
            texts.said += [repr(client), repr(client.rest_client), repr(Scores(client)), repr(call)]
        assert CANARIES["sharing"] in server.requests[0].target.decode()
        texts.check()


@pytest.mark.parametrize(
    "case", ["another type", "reset", "no answer", "half a body", "bad gzip", "redirect to nowhere"]
)
def test_no_variable_on_the_way_shows_who_is_calling(case, each_transport):
    """Reports of errors may show what was in the variables of each function that was running."""
    seen = []
    with (
        FaultyServer((ANSWERS[case],)) as server,
        client_of(
            secretive(server.url, strict_responses=True), "X-Mine", CANARIES["header"], cookie=CANARIES["cookie"]
        ) as client,
    ):
        with pytest.raises(OpenApiException) as caught:
            Scores(client).fetch(path_params={"score": "1"})
        seen.append(repr(client.default_headers))
        for failure in filter(None, (caught.value, caught.value.__cause__)):
            frames = [frame for frame, _ in traceback.walk_tb(failure.__traceback__)]
            seen += [repr(frame.f_locals) for frame in frames if frame.f_code.co_filename != __file__]
    assert len(seen) > 3
    for name in ("token", "header", "cookie"):
        assert CANARIES[name] not in "".join(seen)


def test_no_text_of_a_transfer_holds_a_secret(texts, tmp_path):
    """A body that is streamed by itself is read within the rules, too."""
    with FaultyServer(((HEAD, CLOSE),)) as server:
        rest = RESTClientObject(secretive(server.url))
        url = f"{server.url}/a.mid?sharingKey={CANARIES['sharing']}"
        for read in (lambda raw: save(raw, tmp_path / "a.mid"), rest.whole):
            with pytest.raises(ApiException) as caught:
                read(rest.request("GET", url, stream=True))
            texts.add(caught.value)
        rest.close()
    texts.check()


class Writing(FlatApi):
    """An operation of each method."""

    read = get("/things", "Read.")
    replace = put("/things", "Replace.", body=required(DictSchema))
    remove = delete("/things", "Remove.")
    create = post("/things", "Create.", body=required(DictSchema))
    send = post("/things", "Send.", body=required(DictSchema), consumes=("multipart/form-data",))


def everything_in(value, depth=0):
    """All texts that a report could find in *value*, however it looks into it."""
    yield repr(value)
    if depth > 6:
        return
    if isinstance(value, Mapping):
        for key, item in list(value.items()):
            yield from everything_in(key, depth + 1)
            yield from everything_in(item, depth + 1)
    elif isinstance(value, (list, tuple, set, frozenset, bytearray)):
        for item in list(value):
            yield from everything_in(item, depth + 1)
    elif isinstance(value, (str, bytes)):
        yield str(value)


def variables_of(error):
    """The variables of all functions outside of the tests that *error* and its causes came through."""
    seen, waiting = set(), [error]
    while waiting:
        found = waiting.pop()
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        for frame, _ in traceback.walk_tb(found.__traceback__):
            if frame.f_code.co_filename != __file__:
                yield from frame.f_locals.items()
        waiting += [found.__cause__, found.__context__]


BODIES = {"read": {}, "remove": {}, "replace": {"body": {"a": 1}}, "create": {"body": {"a": 1}}, "send": {"body": {}}}


def interrupted(request):
    gc.disable()  # Ctrl-C in a callback of the collector, as hypothesis has one, would go nowhere
    _thread.interrupt_main()
    return (STOP_READING,)


WAYS_TO_FAIL = {
    "refused": None,
    "reset": (RESET,),
    "no answer": (STOP_READING,),
    "half a body": (HEAD, CLOSE),
    "bad gzip": answer("200 OK", b"none", "Content-Encoding: gzip"),
    "an error": json_answer("404 No", ERROR),
    "malformed token": answer("204 No Content"),
    "interrupt": interrupted,
}


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("case", WAYS_TO_FAIL)
def test_no_variable_holds_the_token_whatever_the_method(case, name):
    """Not even within a dict or under a repr that hides it: reports show what they find."""
    token = CANARIES["token"] + ("\n" if case == "malformed token" else "")
    with FaultyServer((WAYS_TO_FAIL[case] or answer(),)) as server, closed_port() as closed:
        host = closed if case == "refused" else server.url
        configuration = secretive(host, access_token=token, strict_responses=True)
        failing = pytest.raises((OpenApiException, KeyboardInterrupt))
        with ApiClient(configuration, cookie=CANARIES["cookie"]) as client, failing as caught:
            try:
                getattr(Writing(client), name)(**BODIES[name])
            finally:
                gc.enable()
    count = 0
    for variable, value in variables_of(caught.value):
        for text in everything_in(value):
            count += 1
            for secret in ("token", "cookie"):
                assert CANARIES[secret] not in text, f"{secret} in {variable}"
    assert count


def test_variables_of_the_caller_stay(texts):
    """An error that was being handled when a call failed keeps what its own functions had at hand."""

    def fails():
        found = "what the caller looks for"
        raise LookupError(found)

    with closed_port() as host, ApiClient(secretive(host)) as client:
        try:
            fails()
        except LookupError as before:
            with pytest.raises(ApiException):
                Writing(client).read()
            frames = [frame for frame, _ in traceback.walk_tb(before.__traceback__)]
    assert frames[-1].f_locals["found"] == "what the caller looks for"


@contextmanager
def nowhere():
    """Hosts that nobody answers at, each in a way of its own."""
    with closed_port() as refused:
        login = f"//me:{CANARIES['login']}@"
        yield [
            refused.replace("//", login),
            f"http:{login}nowhere.invalid",
            f"http:{login}[",
            f"ftp:{login}127.0.0.1",
            f"http://me:pass/{CANARIES['login']}@127.0.0.1",
            f"http://me:{CANARIES['login']}@127.0.0.1:none",
        ]


def test_no_text_about_a_host_holds_its_login(texts):
    """Nor about one that isn't there, or that is no host."""
    with nowhere() as hosts:
        for host in hosts:
            for proxy in (None, hosts[0].replace(CANARIES["login"], CANARIES["proxy"])):
                with ApiClient(secretive(host, proxy=proxy)) as client:
                    with pytest.raises((ApiException, OpenApiException)) as caught:
                        Scores(client).read(
                            path_params={"score": "1"}, query_params={"sharingKey": CANARIES["sharing"]}
                        )
                    texts.add(caught.value)
                    texts.said.append(repr(client))
    texts.check()


def test_no_text_about_a_proxy_holds_its_login(texts):
    """Whether it refuses, breaks off or is no proxy, and whatever it is spelled like."""
    header = {"Proxy-Authorization": CANARIES["proxy"]}
    with FaultyServer(((answer("407 Who are you"), CLOSE),)) as server:
        for target in ("http://api.example.org", "https://api.example.org"):
            proxy = server.url.replace("//", f"//me:{CANARIES['proxy']}@")
            with ApiClient(secretive(target, proxy=proxy, proxy_headers=header)) as client:
                with pytest.raises(ApiException) as caught:
                    Scores(client).read(path_params={"score": "1"}, query_params={"sharingKey": CANARIES["sharing"]})
                texts.add(caught.value)
                texts.said.append(repr(client))
    for wrong in (f"socks5://me:{CANARIES['proxy']}@host", f"http://me:{CANARIES['proxy']}@["):
        with pytest.raises(OpenApiException) as caught:
            ApiClient(secretive("http://api.example.org", proxy=wrong))
        texts.add(caught.value)
    texts.check()


def test_no_refusal_of_a_header_holds_its_text(texts):
    """What would break a line may be a secret with a line break at its end."""
    with FaultyServer() as server, ApiClient(Configuration(server.url)) as client:
        for change in (
            lambda text: setattr(client.configuration, "access_token", text),
            lambda text: setattr(client, "cookie", text),
            lambda text: client.set_default_header("X-Mine", text),
        ):
            change(f"{CANARIES['token']}\n")
            with pytest.raises(OpenApiException) as caught:
                Scores(client).read(path_params={"score": "1"})
            texts.add(caught.value)
            change("fine")
    texts.check()


def test_no_configuration_tells_its_secrets(texts):
    """Its repr, its pickle and its debug report are safe to show; a copy is as good as the original."""
    proxy = f"http://me:{CANARIES['proxy']}@proxy.example.org"
    host = f"https://me:{CANARIES['login']}@api.example.org"
    configuration = secretive(host, proxy=proxy, proxy_headers={"Proxy-Authorization": CANARIES["proxy"]})
    configuration.retries = None
    texts.add(configuration)
    texts.add(copy.deepcopy(configuration))
    texts.said += [configuration.to_debug_report(), repr(pickle.loads(pickle.dumps(configuration)))]
    assert copy.deepcopy(configuration).access_token == CANARIES["token"]
    texts.check()


def test_what_others_ask_by_urllib3_is_logged_as_ever(caplog):
    """Only what this package asks is redacted."""
    caplog.set_level(logging.DEBUG)
    with FaultyServer() as server, urllib3.PoolManager() as pools:
        pools.request("GET", f"{server.url}/?plain=1")
        RESTClientObject(Configuration(server.url)).request("GET", f"{server.url}/?hidden=1")
    assert "plain=1" in caplog.text
    assert "hidden=1" not in caplog.text


def test_a_log_tells_what_happened(caplog):
    """What is left of a URL is enough to know which request it was."""
    caplog.set_level(logging.DEBUG)
    with FaultyServer((json_answer("503 No"), json_answer())) as server, ApiClient(secretive(server.url)) as client:
        client.call_api("/scores/1?sharingKey=2", "GET")
    (line,) = [record.getMessage() for record in caplog.records if record.name == "flat_api.rest"]
    assert line.startswith(f"GET {server.url}/scores/1?***: 200 in ")
    assert [record.name for record in caplog.records].count("urllib3.connectionpool") >= 3


NUMBER = secrets.randbelow(10**18) + 10**18
"""A secret of the wrong type, which is refused and told by no name of ours."""

REFUSED = {
    "a secret": {"sharingKey": NUMBER},
    "another argument": {"sharingKey": CANARIES["sharing"], "score": ["a"]},
    "a name": {"sharingKey": CANARIES["sharing"], "nope": 1},
    "nothing": {"sharingKey": CANARIES["sharing"], "score": unset},
    "a header": {"extra_headers": {"Authorization": CANARIES["header"] + "\n"}},
    "a parameter": {"extra_query": {"token": CANARIES["key"], "b": object()}},
    "an answer": {"sharingKey": CANARIES["sharing"]},
}


@pytest.mark.parametrize("form", ["call", "with_response", "download", "earlier"])
@pytest.mark.parametrize("case", REFUSED)
def test_no_variable_holds_an_argument(case, form, tmp_path):
    """Nor does a text: what a call was given is in no frame of ours, whatever is wrong with it or with the answer."""
    given = {"score": "1", "revision": "2", "format": "mp3", **REFUSED[case]}
    if form != "download":
        del given["revision"], given["format"]
    with FaultyServer((json_answer("404 No", ERROR),)) as server, Flat(host=server.url, access_token="t") as flat:
        calls = {
            "call": flat.scores.get_score,
            "with_response": flat.scores.get_score.with_response,
            "download": lambda **given: flat.scores.get_score_revision_data.download(tmp_path / "a", **given),
            "earlier": partial(earlier_form, ScoreApi(flat.api_client).get_score),
        }
        with pytest.raises(OpenApiException) as caught:
            calls[form](**given)
    check_unseen(caught.value)


def earlier_form(call, *, score=unset, sharingKey=unset, **others):
    call(path_params={"score": score}, query_params={"sharingKey": sharingKey, **others})


PASSWORDS = {"text": CANARIES["password"], "number": NUMBER, "set": {CANARIES["password"]}, "list": [NUMBER]}


@pytest.mark.parametrize("kind", PASSWORDS)
@pytest.mark.parametrize("username", ["a", 5])
def test_no_variable_holds_a_body(kind, username):
    password = PASSWORDS[kind]
    with FaultyServer((json_answer("409 No", ERROR),)) as server, Flat(host=server.url, access_token="t") as flat:
        create = flat.organizations.create_organization_user
        for body in ({"username": username, "password": password}, {"usrname": username, "password": password}):
            for call in (create, create.with_response):
                with pytest.raises(OpenApiException) as caught:
                    call(body=body)
                check_unseen(caught.value)


def check_unseen(error):
    """Nothing about *error* shows a secret: texts, problems, pickles, and the variables of our functions."""
    for said in (str(error), repr(error), repr(error.problems), str(pickle.dumps(error, 0))):
        assert not any(canary in said for canary in (*CANARIES.values(), str(NUMBER)))
    for variable, value in variables_of(error):
        for text in everything_in(value):
            assert not any(canary in text for canary in (*CANARIES.values(), str(NUMBER))), variable


def test_pages_show_no_argument(each_transport):
    """However far they have been read."""
    page = json_answer("200 OK", b"[]", 'Link: </collections?next=b>; rel="next"')
    key = CANARIES["key"]
    for count in range(3):
        for way in ("pages", "iterate"):
            server = FaultyServer((*[page] * count, json_answer("404 No", ERROR)))
            with server, flat_of(host=server.url, access_token="t", retries=0) as flat:
                with pytest.raises(OpenApiException) as caught:
                    list(getattr(flat.collections.list_collections, way)(extra_query={"token": key}))
                check_unseen(caught.value)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        ("404 No", {"code": "X", "message": "see https://x.org/?token=%s", "token": "%s"}),
        ("404 No", {"code": "?token=%s", "sharingKey": ["%s"], "url": "https://u:%s@x.org"}),
        ("200 OK", {"id": ["%s"]}),
    ],
)
@pytest.mark.parametrize("strict", [False, True])
def test_no_text_repeats_a_secret_of_the_body(status, body, strict):
    """The body has it, and its attributes do; what is printed does not."""
    text = json.dumps(body).replace("%s", CANARIES["key"])[: None if status[0] == "4" else -1]
    text = text.replace('"id": ["', '"sharingKey": "')
    server = FaultyServer((json_answer(status, text.encode()),))
    failing = pytest.raises(ApiException)
    with server, Flat(host=server.url, access_token="t", strict_responses=strict) as flat, failing as caught:
        flat.scores.get_score(score="1")
    assert CANARIES["key"] not in str(caught.value) + repr(caught.value)
    assert "***" in str(caught.value)
    assert CANARIES["key"].encode() in caught.value.body
