"""Whatever goes wrong ends in a line or two, with an exit code that says of which kind it is."""

import json
import os
import signal
import subprocess
import sys
import threading

import pytest

from flat_api import exceptions
from flat_api.cli._exit import ExitCode
from flat_api.cli._reports import _ROWS, api_report
from flat_api.model.task import Task

from ..faults import closed_port
from ..serving import Answer, serving
from .running import COMMAND, ask, environment, finish, run, start

LIMIT = {"code": "API_RATE_LIMIT_EXCEEDED", "message": "slow down"}
RESET = {"X-RateLimit-Reset": "1893456000", "X-RateLimit-Remaining": "0"}

ANSWERS = [
    pytest.param(Answer({"code": "BAD", "message": "no"}, 400), ExitCode.BAD_REQUEST, id="400"),
    pytest.param(Answer({"code": "BAD", "message": "no"}, 409), ExitCode.BAD_REQUEST, id="409"),
    pytest.param(Answer({"code": "BAD", "message": "no"}, 422), ExitCode.BAD_REQUEST, id="422"),
    pytest.param(Answer({"code": "WHO", "message": "who"}, 401), ExitCode.UNAUTHORIZED, id="401"),
    pytest.param(Answer({"code": "PAY", "message": "pay"}, 402), ExitCode.FORBIDDEN, id="402"),
    pytest.param(Answer({"code": "NOT", "message": "not"}, 403), ExitCode.FORBIDDEN, id="403"),
    pytest.param(Answer({"code": "NOWHERE", "message": "gone"}, 404), ExitCode.NOT_FOUND, id="404"),
    pytest.param(Answer(b"<html>", 404, {"Content-Type": "text/html"}), ExitCode.NOT_FOUND, id="404-html"),
    pytest.param(Answer(b"", 200, {"Content-Type": "application/json"}), ExitCode.REFUSED, id="empty"),
    pytest.param(Answer(b"{", 200, {"Content-Type": "application/json"}), ExitCode.REFUSED, id="broken"),
    pytest.param(Answer(b"<html>", 200, {"Content-Type": "text/html"}), ExitCode.API_FAILED, id="html"),
    pytest.param(Answer([{"id": "a"}]), ExitCode.REFUSED, id="array"),
    pytest.param(Answer(b"later", 202, {"Content-Type": "text/plain"}), ExitCode.API_FAILED, id="202"),
]


@pytest.mark.parametrize(("answer", "code"), ANSWERS)
def test_exit_codes(answer, code):
    """Each kind of answer has its exit code, and one or two lines; with --json the same as JSON.

    What was read as it came, and is of no use, was told of in a line before.
    """
    with serving(lambda request: answer) as server:
        asked = ["me", "--host", server.url]
        done = run(*asked, FLAT_ACCESS_TOKEN="t")
        told = run(*asked, "--json", FLAT_ACCESS_TOKEN="t")
    assert (done.returncode, done.stdout) == (code, "")
    said = "".join(line for line in done.stderr.splitlines(keepends=True) if not line.startswith("Warning: "))
    assert said.startswith("Error: ")
    assert len(said.splitlines()) <= 2
    assert "Traceback" not in done.stderr
    assert (told.returncode, told.stdout) == (code, "")
    error = json.loads(told.stderr)["error"]
    assert (error["exit_code"], error["kind"]) == (code, code.name.lower())
    assert said.startswith(f"Error: {error['message']}\n")


def test_an_answer_that_does_not_fit_is_shown():
    """What does not fit is shown as it came, people are told of it, and machines get what the API sent."""
    body = {"id": 5, "username": None, "registrationDate": "soon", "printableName": "Ada"}
    with serving(lambda request: Answer(body)) as server:
        done = run("me", "--host", server.url, FLAT_ACCESS_TOKEN="t")
        told = run("me", "--host", server.url, "--json", FLAT_ACCESS_TOKEN="t")
    assert (done.returncode, told.returncode, told.stderr) == (0, 0, "")
    assert json.loads(told.stdout) == body
    assert "Ada" in done.stdout
    assert "soon" in done.stdout
    assert "None" not in done.stdout
    sentence = "Warning: get_authenticated_user: the answer does not fit its declaration at"
    assert f"{sentence} $.id (type)\n" in done.stderr
    assert f"{sentence} $.registrationDate (format)\n" in done.stderr


def test_an_answer_that_does_not_fit_is_refused_with_strict():
    """With --strict, the same is an error, with the exit code of refused values."""
    with serving(lambda request: Answer({"id": 5})) as server:
        done = run("me", "--strict", "--host", server.url, FLAT_ACCESS_TOKEN="t")
        told = run("me", "--strict", "--host", server.url, "--json", FLAT_ACCESS_TOKEN="t")
    assert (done.returncode, done.stdout, told.returncode) == (ExitCode.REFUSED, "", ExitCode.REFUSED)
    assert done.stderr.startswith("Error: the answer of the API is refused: $.id: ")
    assert json.loads(told.stderr)["error"]["problems"][0]["path"] == ["id"]


def test_lists_of_what_does_not_fit():
    """Each thing in a list is shown as far as it goes."""
    scores = [{"id": "a", "title": None, "user": "Ada"}, 5, {"id": "b", "modificationDate": 7}]
    with serving(lambda request: Answer(scores)) as server:
        done = run("scores", "list", "--host", server.url, FLAT_ACCESS_TOKEN="t")
        told = run("scores", "list", "--host", server.url, "--json", FLAT_ACCESS_TOKEN="t")
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines() if line.split()] == ["id", "a", "b"]
    assert [json.loads(line) for line in told.stdout.splitlines()] == scores


def test_tasks_of_what_does_not_fit():
    """A task is followed whatever else the API tells of it."""
    answers = iter([{"state": "later", "progress": {"percent": "half"}}, {"state": "done", "progress": [1]}])
    with serving(lambda request: Answer({"id": "t1", **next(answers)})) as server:
        done = run("task", "t1", "--watch", "--host", server.url, FLAT_ACCESS_TOKEN="t")
    assert done.returncode == 0
    assert "done" in done.stdout
    assert "Warning: get_task: " in done.stderr


def test_words_of_the_api_are_told():
    """Status, code and message are shown; programs get the identifier, too."""
    body = {"code": "SCORE_NOT_FOUND", "message": "There is no\nsuch \x1b[31mscore", "id": "r1"}
    with serving(lambda request: Answer(body, 404)) as server:
        done = run("scores", "get", "s1", "--host", server.url, FLAT_ACCESS_TOKEN="t")
        told = run("scores", "get", "s1", "--host", server.url, "--json", FLAT_ACCESS_TOKEN="t")
    assert "There is no such \\x1b[31mscore (404 SCORE_NOT_FOUND)" in done.stderr
    error = json.loads(told.stderr)["error"]
    assert (error["status"], error["code"], error["request_id"]) == (404, "SCORE_NOT_FOUND", "r1")


def test_rate_limit_tells_when_it_ends():
    """A limit that ends too late to wait for is told with its end."""
    with serving(lambda request: Answer(LIMIT, 403, RESET)) as server:
        done = run("me", "--host", server.url, FLAT_ACCESS_TOKEN="t")
        told = run("me", "--host", server.url, "--json", FLAT_ACCESS_TOKEN="t")
    assert done.returncode == ExitCode.RATE_LIMITED
    assert done.stderr.splitlines()[1] == "Try again after 2030-01-01 00:00:00 UTC."
    assert json.loads(told.stderr)["error"]["reset_at"] == "2030-01-01T00:00:00+00:00"


def test_only_a_rate_limit_has_an_end():
    """Every answer of the API tells when its count starts anew, which is no concern of other errors."""
    with serving(lambda request: Answer({"code": "NOWHERE", "message": "gone"}, 404, RESET)) as server:
        told = run("me", "--host", server.url, "--json", FLAT_ACCESS_TOKEN="t")
    error = json.loads(told.stderr)["error"]
    assert error["exit_code"] == ExitCode.NOT_FOUND
    assert "reset_at" not in error


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["task", "x"], "`flat-api export` tells that of its task"),
        (["task", "x", "--watch"], "`flat-api export` tells that of its task"),
        (["export", "x", "-F", "wav"], "`flat-api scores list` shows"),
        (["export", "x", "-F", "xml"], "`flat-api scores list` shows"),
        (["scores", "get", "x"], "`flat-api scores list` shows"),
        (["scores", "delete", "x", "--yes"], "`flat-api scores list` shows"),
        (["scores", "list", "--user", "x"], "Check the identifier"),
        (["scores", "import", "-", "--collection", "x"], "`flat-api collections list` shows"),
        (["collections", "list", "--parent", "x"], "`flat-api collections list` shows"),
        (["me"], "Check the identifier"),
    ],
)
def test_hint_is_about_what_was_not_found(tmp_path, arguments, hint):
    """What isn't found is looked for where things of its kind are."""
    with serving(lambda request: Answer({"code": "NOWHERE", "message": "gone"}, 404)) as server:
        done = run(*arguments, "--host", server.url, cwd=tmp_path, FLAT_ACCESS_TOKEN="t")
    assert done.returncode == ExitCode.NOT_FOUND
    told = done.stderr.splitlines()[-1]
    assert hint in told
    assert ("`" in told) == ("`" in hint)


def test_built_in_server_knows_no_task_of_another_command():
    """With --sandbox no task can be found, and that is said."""
    done = run("task", "x", "--sandbox")
    assert done.returncode == ExitCode.NOT_FOUND
    assert done.stderr.splitlines()[-1].startswith("With --sandbox each command has a server of its own")


def test_failing_api(sandbox):
    """An API that fails again and again exits 9, after a few tries."""
    sandbox.faults.add("status=503")
    done = ask(sandbox, "scores", "import", "-", stdin="<score-partwise/>")
    assert done.returncode == ExitCode.API_FAILED
    assert done.stderr.startswith("Error: the API failed: ")


def test_no_connection():
    """Where nobody listens, the command says so and exits 10."""
    with closed_port() as url:
        done = run("me", "--host", url, FLAT_ACCESS_TOKEN="t")
    assert done.returncode == ExitCode.NO_CONNECTION
    assert "Connection refused" in done.stderr
    assert len(done.stderr.splitlines()) == 2


def test_no_answer_in_time(sandbox):
    """--timeout is for each answer."""
    sandbox.faults.add("delay=30")
    done = ask(sandbox, "scores", "import", "-", "--timeout", 0.2, stdin="<score-partwise/>")
    assert done.returncode == ExitCode.NO_CONNECTION
    assert done.stderr.startswith("Error: no answer came in time: ")


def test_no_token():
    """Without an access token nothing is sent."""
    with serving(lambda request: {}) as server:
        done = run("me", "--host", server.url, FLAT_ACCESS_TOKEN="")
    assert done.returncode == ExitCode.UNAUTHORIZED
    assert "FLAT_ACCESS_TOKEN" in done.stderr
    assert server.requests == []


def test_token_is_never_told(sandbox):
    """Neither what is sent nor what went wrong shows the token, however much is told."""
    secret = "very-secret-token"
    with serving(lambda request: Answer({"code": "WHO", "message": "who"}, 401)) as server:
        done = run(
            "scores", "get", "s1", "--sharing-key", "hidden-key", "--token", secret, "--verbose", "--host", server.url
        )
    assert server.requests[0].headers["Authorization"] == f"Bearer {secret}"
    assert "GET http://127.0.0.1" in done.stderr
    assert secret not in done.stdout + done.stderr
    assert "hidden-key" not in done.stdout + done.stderr
    assert secret not in run("me", "--help", FLAT_ACCESS_TOKEN=secret).stdout
    assert secret not in run("me", "--token", f"{secret}\n", FLAT_ACCESS_TOKEN="t").stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["me", "--sandbox", "--host", "http://127.0.0.1"],
        ["me", "--sandbox", "--token", "t"],
        ["me", "--token", ""],
        ["me", "--host", "api.flat.io"],
        ["me", "--timeout", "0"],
        ["me", "--timeout", "soon"],
        ["export"],
        ["export", "s1", "--output", ""],
        ["export", "s1", "--output", "song.pdf"],
        ["export", "s1", "--format", "aiff"],
        ["scores"],
        ["scores", "list", "more"],
        ["scores", "import", "a.xml", "--privacy", "none"],
        ["sandbox", "--port", "70000"],
        ["sandbox", "--fault", "nonsense=1"],
    ],
)
def test_wrong_usage(arguments):
    """It exits 2, and with --json that is JSON as well."""
    done = run(*arguments, FLAT_ACCESS_TOKEN="t")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    if arguments[0] in ("me", "export"):
        told = run(*arguments, "--json", FLAT_ACCESS_TOKEN="t")
        assert told.returncode == 2
        assert json.loads(told.stderr)["error"]["kind"] == "usage"


def test_every_error_of_the_client_has_an_exit_code():
    """The table leaves out only the refusal of values, and special classes stand before general ones."""
    classes = [row.error for row in _ROWS]
    for position, error in enumerate(classes):
        assert not any(issubclass(error, earlier) for earlier in classes[:position]), error
    refusals = (
        *(exceptions.ApiTypeError, exceptions.ApiValueError, exceptions.ApiKeyError, exceptions.ApiAttributeError),
        exceptions.PatternError,
    )
    for error in vars(exceptions).values():
        if isinstance(error, type) and issubclass(error, exceptions.OpenApiException):
            is_refusal = issubclass(error, refusals) and not issubclass(error, exceptions.ApiException)
            is_base = error is exceptions.OpenApiException or error.__name__.startswith("_")
            assert is_refusal or is_base or issubclass(error, tuple(classes)), error


def test_refused_arguments_are_told():
    """A refusal without a place in the data is told in its own words."""
    report = api_report(exceptions.ApiValueError("there is no such server"))
    assert report.as_text() == "Error: there is no such server"
    assert report.code == ExitCode.REFUSED


def test_interrupted_request():
    """Ctrl-C ends any command with a word, which is in JSON with --json, also where there is nothing to go on with."""
    asked, go_on = threading.Event(), threading.Event()

    def route(request):
        asked.set()
        go_on.wait(30)
        return {}

    errors = {}
    with serving(route) as server:
        for option in ["--verbose", "--json"]:
            asked.clear()
            process = start("me", option, "--host", server.url, "--token", "t", cwd=".")
            assert asked.wait(30)
            process.send_signal(signal.SIGINT)
            _, errors[option], code = finish(process)
            assert code == 130
        go_on.set()
    assert errors["--verbose"].endswith("\nInterrupted.\n")
    told = {"kind": "interrupted", "message": "Interrupted.", "hint": None, "exit_code": 130}
    assert json.loads(errors["--json"]) == {"error": told}


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (exceptions.TaskFailed, ExitCode.TASK_FAILED),
        (exceptions.TaskCanceled, ExitCode.TASK_CANCELED),
        (exceptions.TaskTimeout, ExitCode.TASK_TIMEOUT),
        (exceptions.TaskError, ExitCode.API_FAILED),
    ],
)
def test_task_is_in_its_error_with_every_digit(error, code):
    """Whatever end a task comes to, --json has the task as the API sent it, numbers included."""
    text = '{"id":"t1","state":"doing","progress":{"percent":33.30},"result":{"error":"\\u00e9"},"more":[1,null,true]}'
    report = api_report(error("it ended", Task.from_json(text)))
    assert report.as_json().endswith(f', "task": {text}}}}}')
    told = json.loads(report.as_json())["error"]
    assert (told["exit_code"], told["kind"]) == (code, code.name.lower())


def test_reader_that_goes_away(sandbox):
    """A pipe that is closed is no error to shout about."""
    command = [*COMMAND, "scores", "list", "--json", "--host", sandbox.url]
    reading, writing = os.pipe()
    os.close(reading)
    variables = environment(FLAT_ACCESS_TOKEN=sandbox.token)
    done = subprocess.run(command, env=variables, stdout=writing, stderr=subprocess.PIPE, timeout=30)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("arguments", ["--help", "export --help", "--version", "demo --sample"])
def test_nothing_is_loaded_that_is_not_needed(arguments):
    """Help and whatever stays offline starts without the client, the server and the progress bars."""
    program = (
        "import sys; from flat_api.cli import main; code = main(sys.argv[1:]);"
        "heavy = {'urllib3', 'werkzeug', 'sqlite3', 'rich.progress', 'flat_api.api_client', 'flat_api.sandbox'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    command = [sys.executable, "-c", program, *arguments.split()]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=30)
    if arguments != "demo --sample":  # the demo itself needs them all
        assert done.stderr == "[]\n"
    assert done.returncode == 0
