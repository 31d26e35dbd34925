"""A poller follows a task to its end, by a clock that tests can turn."""

from __future__ import annotations

import datetime
import json
import pickle
import socket
import time
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.api_client import ApiClient
from flat_api.apis.tags.task_api import TaskApi
from flat_api.client import Flat
from flat_api.configuration import Configuration
from flat_api.exceptions import (
    ApiConnectionError,
    ApiResponseError,
    ApiTypeError,
    ApiValueError,
    NotFoundError,
    RateLimitError,
    ServerError,
    TaskCanceled,
    TaskError,
    TaskFailed,
    TaskTimeout,
)
from flat_api.model.score_creation import ScoreCreation
from flat_api.model.score_details import ScoreDetails
from flat_api.model.task import Task
from flat_api.tasks import Pace, TaskPoller

from .faults import Drip, FaultyServer, json_answer
from .serving import Answer, Server, serving
from .transports import flat_of, poller_of

pytestmark = pytest.mark.usefixtures("each_transport")

START = 1_000_000.0
PACE = Pace(first=1, growth=2, longest=8, patience=3)


class FakeClock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.sleeps: list[float] = []

    def monotonic(self) -> float:
        return self.now

    def time(self) -> float:
        return START + self.now

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.now += seconds


def task(state: str, **properties: typing.Any) -> dict[str, typing.Any]:
    return {"id": "t1", "state": state, **properties}


DONE = task("done", result={"url": "https://storage.example/a.mp3"})
RESET = "reset"


class Script:
    """A server that gives one answer after the other, and the last one from then on."""

    def __init__(self, *answers: typing.Any) -> None:
        self.answers = list(answers)

    def __call__(self, request: typing.Any) -> typing.Any:
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return Answer(*answer) if isinstance(answer, tuple) else answer


class Followed(typing.NamedTuple):
    """A poller with all there is to know of what it does."""

    poller: TaskPoller
    clock: FakeClock
    server: Server


@pytest.fixture
def follow():
    """A function that follows the task ``t1`` of a server with these answers."""
    opened: list[typing.Any] = []

    def following(*answers: typing.Any, task: typing.Any = "t1", **options: typing.Any) -> Followed:
        context = serving(Script(*answers))
        server = context.__enter__()
        flat = flat_of(host=server.url, access_token="token", retries=0, **options)
        opened.extend((flat, context))
        clock = FakeClock()
        return Followed(poller_of(flat, task, pace=PACE, clock=clock), clock, server)

    yield following
    for entry in opened:
        entry.__exit__(None, None, None)


class TestWaiting:
    """`result` asks until the task has come to an end, less and less often."""

    def test_to_the_end(self, follow):
        """Each answer but the last is followed by a longer wait."""
        poller, clock, server = follow(task("created"), task("doing", progress={"percent": 50}), DONE)
        found = poller.result()
        assert found == DONE
        assert type(found) is Task
        assert clock.sleeps == [1, 2]
        assert [request.path for request in server.requests] == ["/tasks/t1"] * 3

    def test_a_task_that_is_known(self, follow):
        """A task with a state was asked for just now: the first question waits."""
        poller, clock, server = follow(DONE, task=Task(id="t1", state="created"))
        poller.result()
        assert (clock.sleeps, len(server.requests)) == ([1], 1)

    def test_a_task_that_is_done(self, follow):
        """Nobody is asked about a task that has come to an end."""
        poller, clock, server = follow(DONE, task=Task(DONE))
        assert poller.done()
        assert poller.status() == "done"
        assert poller.result() == DONE
        assert (clock.sleeps, server.requests) == ([], [])

    def test_longest_wait(self, follow):
        """Waits grow to the longest and stay there."""
        poller, clock, _ = follow(*[task("doing")] * 7, DONE)
        poller.result()
        assert clock.sleeps == [1, 2, 4, 8, 8, 8, 8]

    @pytest.mark.parametrize("answer", [task("queued-by-lottery"), {"id": "t1"}, task("doing", extra=[1])])
    def test_states_from_the_future(self, follow, answer):
        """A state that nobody has heard of is not the end, and neither is none at all."""
        poller, clock, _ = follow(answer, DONE)
        assert not poller.done()
        assert poller.status() == answer.get("state", "")
        assert poller.result() == DONE
        assert clock.sleeps == [1]

    def test_asking_by_hand(self, follow):
        """`done` and `status` ask when it is time to, and not before."""
        poller, clock, server = follow(task("created"), task("doing"), DONE)
        assert [poller.status(), poller.status(), poller.done()] == ["created", "created", False]
        assert len(server.requests) == 1
        clock.sleep(1)
        assert poller.status() == "doing"
        clock.sleep(2)
        assert poller.done()
        assert poller.status() == "done"
        assert len(server.requests) == 3


class TestEnds:
    """A task that doesn't come to a good end is an error that knows the task."""

    def test_failed(self, follow):
        poller, _, _ = follow(task("error", result={"error": "NO_SOUND"}, errorHistory=["E1", "E2"]))
        with pytest.raises(TaskFailed, match="task t1 failed: NO_SOUND") as caught:
            poller.result()
        assert caught.value.error == "NO_SOUND"
        assert caught.value.error_history == ("E1", "E2")
        assert caught.value.task is poller.task

    def test_failed_without_a_word(self, follow):
        poller, _, _ = follow(task("error"))
        with pytest.raises(TaskFailed, match="the API does not say why") as caught:
            poller.result()
        assert (caught.value.error, caught.value.error_history) == (None, ())

    def test_canceled(self, follow):
        poller, _, _ = follow(task("canceled"))
        with pytest.raises(TaskCanceled, match="task t1 was canceled"):
            poller.result()

    def test_timeout(self, follow):
        """The time is kept to the second, and the poller can be asked again."""
        poller, clock, server = follow(*[task("doing")] * 4, DONE)
        with pytest.raises(TaskTimeout, match="task t1 is not done after 5 seconds; its state is doing") as caught:
            poller.result(timeout=5)
        assert isinstance(caught.value, TimeoutError)
        assert clock.now == 5
        assert len(server.requests) == 3
        assert poller.result(timeout=60) == DONE

    def test_no_time_at_all(self, follow):
        """With no time there is the one question that is due, and no wait."""
        poller, clock, server = follow(task("doing"))
        with pytest.raises(TaskTimeout):
            poller.result(timeout=0)
        assert (clock.now, len(server.requests)) == (0, 0)

    def test_done_without_a_file(self, follow, tmp_path):
        poller, _, _ = follow(task("done"))
        with pytest.raises(TaskError, match="is done, but has no file"):
            poller.download_to(tmp_path / "a.mp3")

    def test_errors_are_pickled_and_shown(self, follow):
        for state, timeout, expected in [("error", None, TaskFailed), ("doing", 1, TaskTimeout)]:
            poller, _, _ = follow(task(state))
            with pytest.raises(expected) as caught:
                poller.result(timeout)
            twin = pickle.loads(pickle.dumps(caught.value))
            assert type(twin) is expected
            assert (str(twin), twin.args, twin.task) == (str(caught.value), caught.value.args, caught.value.task)


class TestWhatDoesNotFit:
    """A poller follows any task that the API tells of, whatever else it tells."""

    @pytest.mark.parametrize("state", ["paused", None, 5, ["done"], {"done": True}])
    def test_a_state_that_is_none(self, follow, state):
        """It is not the end, whatever it is."""
        poller, _, server = follow({"id": "t1", "state": state}, DONE)
        assert not poller.done()
        assert poller.result() == DONE
        assert len(server.requests) == 2

    def test_values_from_the_future(self, follow):
        """What does not fit is in the task as it came."""
        future = {"progress": {"percent": "all"}, "creationDate": "soon", "children": [{"id": "t2"}]}
        answer = {"id": "t1", "state": "done", **future}
        poller, _, _ = follow(answer)
        found = poller.result()
        assert type(found) is Task
        assert found == {**answer, "children": ({"id": "t2"},)}
        assert poller.id == "t1"
        assert json.loads(poller.continuation_token()) == {"task": "t1"}

    def test_an_identifier_that_is_a_number(self, follow):
        """It is that of the task all the same; what is no text and no number is none."""
        numbered = Task.from_openapi_data_oapg({"id": 5}, lenient=True)
        poller, _, server = follow({"id": 5, "state": "done"}, task=numbered)
        poller.result()
        assert [request.path for request in server.requests] == ["/tasks/5"]
        with pytest.raises(ApiValueError, match="without an id"):
            follow(DONE, task=Task.from_openapi_data_oapg({"id": ["5"]}, lenient=True))

    @pytest.mark.parametrize("answer", [{"state": "done"}, {"id": "t2", "state": "done"}, {"id": None}, {}])
    @pytest.mark.parametrize("strict", [False, True])
    def test_another_task_is_not_the_task(self, follow, answer, strict):
        """Nor is one without an identifier; what the poller knows of the task stays."""
        poller, _, _ = follow(answer, strict_responses=strict)
        with pytest.raises((ApiResponseError, ApiTypeError)):
            poller.result()
        assert poller.id == "t1"

    @pytest.mark.parametrize("result", ["text", ["url"], {"url": 5, "error": {}}, None, {"error": None}])
    def test_a_result_that_is_none(self, follow, result, tmp_path):
        """There is no file in it, and nothing that the API would say of an error."""
        poller, _, _ = follow(task("done", result=result))
        with pytest.raises(TaskError, match="has no file"):
            poller.download_to(tmp_path / "file")
        poller, _, _ = follow(task("error", result=result, errorHistory="none"))
        with pytest.raises(TaskFailed, match="the API does not say why") as caught:
            poller.result()
        assert (caught.value.error, caught.value.error_history) == (None, ())

    @pytest.mark.parametrize(
        "answer", [[], b"{", (b"<html>", 200, {"Content-Type": "text/html"}), ("text", 203), (b"", 202)]
    )
    def test_what_is_no_task(self, follow, answer):
        """An answer that has no reading as a task is an error, with what came."""
        raw = (answer, 200, {"Content-Type": "application/json"}) if isinstance(answer, bytes) else answer
        poller, _, _ = follow(raw)
        with pytest.raises(ApiResponseError) as caught:
            poller.result()
        assert caught.value.api_response is not None

    def test_a_task_that_was_accepted_only(self, follow):
        """With a status that nobody declared, a task is a task."""
        poller, _, _ = follow((task("done"), 202), task=Task(id="t1"))
        assert type(poller.result()) is Task

    def test_strict_responses(self, follow):
        """A state from the future is read even then; anything else that does not fit is an error."""
        poller, _, _ = follow(task("paused"), DONE, strict_responses=True)
        assert poller.result() == DONE
        poller, _, _ = follow(task("done", progress=5), strict_responses=True)
        with pytest.raises(ApiTypeError):
            poller.result()

    @pytest.mark.parametrize("status", [200, 202])
    def test_exports(self, status):
        """The task of an export is followed whatever the status that it is told with, and text is no task."""
        answers = Script(
            ({"id": "t9", "state": "later"}, status),
            {"id": "t9", "state": "done"},
            (b"t9", 200, {"Content-Type": "text/plain"}),
        )
        with serving(answers) as server, flat_of(host=server.url, access_token="t", retries=0) as flat:
            poller = flat.scores.export("s1", pace=PACE, clock=FakeClock())
            assert poller.id == "t9"
            assert poller.task.state == "later"
            poller.result()
            with pytest.raises(ApiResponseError, match="expected a task"):
                flat.scores.export("s1")


class TestTime:
    """The time that a caller has is kept, whatever takes it."""

    def test_a_request_has_the_time_that_is_left(self):
        """A server that says nothing does not hold the caller for the timeout of a call."""
        done = json_answer(body=json.dumps(DONE).encode())
        with FaultyServer(((Drip(done),),)) as server, flat_of(host=server.url, access_token="t", timeout=30) as flat:
            poller = poller_of(flat, "t1")
            with pytest.raises(TaskTimeout):
                poller.result(timeout=0.2)

    def test_a_rate_limit_is_not_waited_for_beyond_it(self):
        """Neither by the poller nor by the client that repeats the call."""
        limited = ({"code": "SLOW"}, 429, {"X-RateLimit-Reset": str(int(time.time()) + 20)})
        script = Script(limited, DONE)
        with serving(script) as server, flat_of(host=server.url, access_token="t") as flat:
            poller = poller_of(flat, "t1")
            with pytest.raises(TaskTimeout):
                poller.result(timeout=0.2)

    @pytest.mark.parametrize("name", ["first", "growth", "longest", "patience", "limit"])
    @pytest.mark.parametrize("value", [0, -1, float("nan")])
    def test_a_pace_goes_forward(self, name, value):
        """A pace that would ask without a pause is none."""
        with pytest.raises(ApiValueError, match=f"{name} of a pace: expected"):
            Pace(**{name: value})


class TestTrouble:
    """Errors that say nothing of the task are waited out, for a while."""

    @pytest.mark.parametrize(
        "trouble", [({"code": "DOWN"}, 500), ({"code": "DOWN"}, 503), (b"<html>", 502), ({"code": "SLOW"}, 429)]
    )
    def test_waited_out(self, follow, trouble):
        poller, clock, server = follow(task("doing"), trouble, trouble, DONE)
        assert poller.result() == DONE
        assert len(server.requests) == 4
        assert clock.sleeps == [1, 2, 4]

    def test_connection_refused(self):
        """A server that is not there any more is given a few chances."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
        clock = FakeClock()
        with flat_of(host=f"http://127.0.0.1:{port}", access_token="t", retries=0) as flat:
            poller = poller_of(flat, "t1", pace=PACE, clock=clock)
            with pytest.raises(ApiConnectionError):
                poller.result()
        assert clock.sleeps == [1, 2]

    def test_patience(self, follow):
        """After as many errors in a row as the pace allows, the last one is raised; success starts the count anew."""
        trouble = ({"code": "DOWN"}, 500)
        poller, _, server = follow(trouble, trouble, task("doing"), trouble, trouble, trouble, DONE)
        with pytest.raises(ServerError):
            poller.result()
        assert len(server.requests) == 6
        assert poller.result() == DONE

    def test_rate_limit(self, follow):
        """The poller sleeps until the rate limit ends."""
        headers = {"X-RateLimit-Remaining": "-3", "X-RateLimit-Reset": str(int(START) + 100)}
        limited = ({"code": "API_RATE_LIMIT_EXCEEDED", "message": "slow down"}, 403, headers)
        poller, clock, server = follow(limited, DONE)
        assert poller.result() == DONE
        assert (clock.sleeps, len(server.requests)) == ([100], 2)

    def test_the_wait_for_a_rate_limit_is_told(self, follow, caplog):
        """Silence of an hour looks like a hang; a failure that is asked through at the usual pace is no news."""
        headers = {"X-RateLimit-Reset": str(int(START) + 100), "Retry-After": "100000"}
        poller, _, _ = follow(({}, 500), ({"code": "API_RATE_LIMIT_EXCEEDED"}, 403, headers), DONE)
        poller.result()
        (record,) = [record for record in caplog.records if record.name == "flat_api._polling"]
        assert (record.levelname, record.getMessage()) == (
            "WARNING",
            "The rate limit is reached: task t1 is asked for again in 99 seconds",
        )

    def test_rate_limit_beyond_the_timeout(self, follow):
        """A limit that ends too late is not waited for longer than allowed."""
        headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(START) + 1000)}
        poller, clock, _ = follow(({"code": "API_RATE_LIMIT_EXCEEDED", "message": "m"}, 403, headers), DONE)
        with pytest.raises(TaskTimeout):
            poller.result(timeout=30)
        assert clock.now == 30

    @pytest.mark.parametrize("seconds", [86_401, 250_000_000_000])
    def test_rate_limit_that_lasts_too_long(self, follow, seconds):
        """It is an error at once, and the poller asks again when it is asked to."""
        headers = {"X-RateLimit-Reset": str(int(START) + seconds)}
        poller, clock, server = follow(({"code": "API_RATE_LIMIT_EXCEEDED", "message": "m"}, 403, headers), DONE)
        with pytest.raises(RateLimitError):
            poller.result()
        assert (clock.sleeps, len(server.requests)) == ([], 1)
        assert poller.result() == DONE
        assert clock.sleeps == [1]

    def test_rate_limit_forever(self, follow):
        poller, _, _ = follow(({"code": "API_RATE_LIMIT_EXCEEDED", "message": "m"}, 403))
        with pytest.raises(RateLimitError):
            poller.result()

    @pytest.mark.parametrize("status", [400, 401, 403, 404])
    def test_errors_of_the_task(self, follow, status):
        """What can't get better is raised at once."""
        poller, clock, server = follow(({"code": "NOPE", "message": "m"}, status))
        with pytest.raises(Exception, match="NOPE") as caught:
            poller.result()
        assert caught.value.status == status
        assert (clock.sleeps, len(server.requests)) == ([], 1)
        assert isinstance(caught.value, NotFoundError) is (status == 404)


class TestCallbacks:
    """Callbacks are called from within the call that learns the news."""

    def test_progress(self, follow):
        poller, _, _ = follow(task("created"), task("doing", progress={"percent": 33.3}), DONE)
        seen: list[typing.Any] = []
        poller.add_progress_callback(lambda now: seen.append((now.state, now.get("progress"))))
        poller.result()
        assert [state for state, _ in seen] == ["created", "doing", "done"]
        assert float(seen[1][1].percent) == 33.3

    def test_done(self, follow):
        poller, _, _ = follow(task("doing"), DONE)
        seen: list[TaskPoller] = []
        other: list[TaskPoller] = []
        poller.add_done_callback(seen.append)
        poller.add_done_callback(other.append)
        poller.remove_done_callback(other.append)
        poller.result()
        poller.result()
        made = getattr(poller, "made", poller)
        assert (seen, other) == ([made], [])
        poller.add_done_callback(seen.append)
        assert seen == [made, made]
        with pytest.raises(ValueError, match="not in list"):
            poller.remove_done_callback(other.append)

    def test_an_error_in_a_callback(self, follow):
        """It reaches whoever called the poller, which knows the task all the same."""
        poller, _, _ = follow(DONE)
        ended: list[TaskPoller] = []
        poller.add_done_callback(ended.append)
        poller.add_progress_callback(lambda now: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            poller.result()
        assert ended == [getattr(poller, "made", poller)]
        assert poller.result() == DONE


class TestTokens:
    """A token is what another process needs to go on."""

    def test_round_trip(self, follow):
        poller, _, server = follow(task("doing"), DONE)
        token = poller.continuation_token()
        assert json.loads(token) == {"task": "t1"}
        with ApiClient(Configuration(host=server.url, access_token="token")) as client:
            again = TaskPoller.from_continuation_token(token, TaskApi(client), clock=FakeClock())
            assert again.id == "t1"
            assert again.result() == DONE

    @pytest.mark.parametrize(
        "token", ["", "nonsense", "{}", "[]", "5", '{"other": 1}', '{"task": null}', '{"task": 5}', "[" * 100_000]
    )
    def test_other_texts(self, token):
        with pytest.raises(ApiValueError, match="not the continuation token"):
            TaskPoller.from_continuation_token(token, Flat(access_token="t"))

    @pytest.mark.of_urllib3("Ctrl-C in an event loop is that of the loop, which ends with it")
    def test_interrupted(self, follow):
        """Ctrl-C in the middle of a wait loses nothing."""
        poller, clock, server = follow(task("doing"), DONE)

        def interrupt(seconds: float) -> None:
            raise KeyboardInterrupt

        clock.sleep, sleep = interrupt, clock.sleep
        with pytest.raises(KeyboardInterrupt):
            poller.result()
        clock.sleep = sleep
        assert poller.result() == DONE
        assert len(server.requests) == 2

    def test_repr_and_a_task_without_an_id(self, follow):
        poller, _, _ = follow(DONE)
        made = getattr(poller, "made", poller)
        name = type(made).__name__
        assert repr(made) == f"<{name} t1: not asked yet>"
        poller.wait()
        assert repr(made) == f"<{name} t1: done>"
        with pytest.raises(ApiValueError, match="without an id"):
            TaskPoller(Flat(access_token="t"), Task({}))


STEPS = st.sampled_from(["created", "doing", "odd", "500", "429", "done", "error", "canceled"])


@given(st.lists(STEPS, max_size=12))
def test_every_path_of_states(steps):
    """Whatever happens on the way, the poller stops at the first end, or when its patience or its time is over."""
    answers = [
        ({"code": "X", "message": "m"}, int(step)) if step.isdigit() else task(step) for step in [*steps, "done"]
    ]
    clock = FakeClock()
    with serving(Script(*answers)) as server, flat_of(host=server.url, access_token="t", retries=0) as flat:
        poller = poller_of(flat, "t1", pace=PACE, clock=clock)
        try:
            outcome = poller.result(timeout=10_000).state
        except (TaskFailed, TaskCanceled) as error:
            outcome = error.task.state
        except (ServerError, RateLimitError):
            outcome = "patience"
        asked = len(server.requests)
    assert (outcome, asked) == expected(steps)


def expected(steps: list[str]) -> tuple[str, int]:
    """The end of a path, and how many questions lead to it."""
    failures = 0
    for count, step in enumerate([*steps, "done"], 1):
        if step in ("done", "error", "canceled"):
            return step, count
        failures = failures + 1 if step.isdigit() else 0
        if failures == PACE.patience:
            return "patience", count
    raise AssertionError("the last step is an end")


class TestFlat:
    """Scores and tasks of `Flat` make pollers."""

    def test_export(self):
        sent: list[typing.Any] = []

        def route(request):
            sent.append((request.method, request.path, request.query, json.loads(request.body or b"null")))
            return task("created") if request.method == "POST" else DONE

        with serving(route) as server, flat_of(host=server.url, access_token="t") as flat:
            poller = flat.scores.export("s1", format="wav", parts=["p1"], sharing_key="k", clock=FakeClock())
            assert poller.result() == DONE
            flat.scores.export("s1", clock=FakeClock())
            with pytest.raises(ApiValueError, match=r"create_export_task: 'format'.*'ogg' is not one of mp3, wav"):
                flat.scores.export("s1", format="ogg")
            assert flat.tasks.poller("t1", clock=FakeClock()).result() == DONE
        assert sent[0] == ("POST", "/scores/s1/revisions/last/wav/task", {"sharingKey": "k"}, {"parts": ["p1"]})
        assert sent[2] == ("POST", "/scores/s1/revisions/last/mp3/task", {}, None)

    def test_real_time(self):
        """Without a clock of one's own, time is that of the machine."""
        with serving(Script(task("doing"), DONE)) as server, flat_of(host=server.url, access_token="t") as flat:
            before = datetime.datetime.now(datetime.UTC)
            flat.tasks.poller("t1", pace=Pace(first=0.05)).result()
            assert (datetime.datetime.now(datetime.UTC) - before).total_seconds() >= 0.05

    def test_a_score_that_is_there_at_once(self):
        """create returns the answer where it is the score; a task is welcome unless the body says otherwise."""
        bodies: list[typing.Any] = []

        def route(request):
            bodies.append(json.loads(request.body))
            return {"id": "s1", "title": "Fugue"}

        with serving(route) as server, flat_of(host=server.url, access_token="t") as flat:
            for body in ({"title": "Fugue"}, ScoreCreation(title="Fugue", supportsTasks=False)):
                assert type(flat.scores.create(body)) is ScoreDetails
            with pytest.raises(ApiTypeError, match="'titel'"):
                flat.scores.create({"titel": "Fugue"})  # type: ignore[typeddict-unknown-key]
        assert bodies == [{"title": "Fugue", "supportsTasks": True}, {"title": "Fugue", "supportsTasks": False}]

    def test_a_score_that_takes_long(self):
        """create waits for the task, and reads the score that it names."""
        answers = {
            "/scores": Answer(task("created"), 202),
            "/tasks/t1": task("done", score="s1"),
            "/scores/s1": {"id": "s1", "title": "Fugue"},
        }
        clock = FakeClock()
        with (
            serving(lambda request: answers[request.path]) as server,
            flat_of(host=server.url, access_token="t") as flat,
        ):
            score = flat.scores.create({"title": "Fugue"}, pace=PACE, clock=clock)
        assert (type(score), score.title) == (ScoreDetails, "Fugue")
        assert clock.sleeps == [PACE.first]
        assert [request.path for request in server.requests] == list(answers)

    @pytest.mark.parametrize(
        ("followed", "error"),
        [
            (task("error", result={"error": "BAD_FILE"}), TaskFailed),
            (task("doing"), TaskTimeout),
            (task("done"), TaskError),
            ("text", ApiResponseError),
        ],
    )
    def test_a_score_that_does_not_come_about(self, followed, error):
        """The task fails, takes too long, or ends without a score."""
        answers = {"/scores": Answer(task("created"), 202), "/tasks/t1": followed}
        with (
            serving(lambda request: answers[request.path]) as server,
            flat_of(host=server.url, access_token="t") as flat,
            pytest.raises(error),
        ):
            flat.scores.create({"title": "Fugue"}, timeout=60, pace=PACE, clock=FakeClock())
