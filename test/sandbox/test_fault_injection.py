"""Faults at work, as a client sees them."""

import time
import warnings

import pytest
import urllib3

from flat_api.exceptions import ApiConnectionError, RateLimitError, ServerError
from flat_api.rest import RetryPolicy

COLLECTION = {"title": "x", "privacy": "private"}


def count(flat):
    return len(list(flat.collections.list_collections.iterate()))


@pytest.mark.flat_sandbox(faults=["status=503:times=2:path=/me"])
def test_status_is_answered(plain):
    """So many requests are answered with the status, in the form of the API; the others as ever."""
    assert [plain("GET", "/me").status for _ in range(3)] == [503, 503, 200]
    assert plain("GET", "/collections").status == 200
    assert [received.fault for received in plain.sandbox.requests][:3] == ["status=503:times=2:path=/me"] * 2 + [""]


def test_status_may_say_when_to_come_back(plain):
    """retry-after is the header of that name."""
    response = plain("GET", "/me", headers={"X-Sandbox-Fault": "status=429:retry-after=7"})
    assert (response.status, response.headers["Retry-After"]) == (429, "7")


@pytest.mark.parametrize(("fault", "seconds"), [("status=429:times=1", 1), ("status=429:retry-after=7", 7)])
def test_limit_is_reset_soon_behind_a_429(plain, fault, seconds):
    """A client waits a second, or as long as it is told to, and not until the end of a window without a limit."""
    response = plain("GET", "/me", headers={"X-Sandbox-Fault": fault})
    assert (response.status, response.headers["X-RateLimit-Remaining"]) == (429, "0")
    assert 0 <= int(response.headers["X-RateLimit-Reset"]) - time.time() <= seconds + 1


@pytest.mark.flat_sandbox(faults=["status=429:times=1"])
def test_client_goes_on_soon_behind_a_429(flat_sandbox):
    """It waits for the reset that the answer tells."""
    waits = []
    with flat_sandbox.client(retries=RetryPolicy(wait=waits.append)) as flat:
        assert flat.account.get_authenticated_user().username == "sandbox"
    assert len(waits) == 1
    assert waits[0] <= 2


@pytest.mark.parametrize("fault", ["delay=600", "reset", "status=503", "nonsense"])
def test_requests_without_the_token_ask_for_nothing(plain, fault):
    """Faults in a header are for those who may use the API, and on the storage for those who know of a file."""
    headers = {"X-Sandbox-Fault": fault}
    assert plain.error("GET", "/me", headers=headers, token=None)[0] == 401
    assert plain.error("GET", "/me", headers=headers, token="other")[0] == 401
    assert plain("GET", "", headers=headers, token=None, url=f"{plain.sandbox.storage_url}/exports/a/b/c").status == 404


@pytest.mark.parametrize("fault", ["delay=999999999999", "delay=1e9", "status=503:" * 1000, "reset," * 1000])
def test_faults_beyond_the_bounds_are_refused(plain, fault):
    """A header that asks for centuries, or for too much, is a 400 that says so."""
    assert plain.error("GET", "/me", headers={"X-Sandbox-Fault": fault}) == (400, "INVALID_FAULT", "X-Sandbox-Fault")


def test_request_says_how_its_export_ends(plain):
    """task=error in the header of the request that begins an export."""
    path = f"/scores/{plain.sandbox.score}/revisions/last/wav/task"
    assert plain("POST", path, {}, {"X-Sandbox-Fault": "task=error"}).json()["state"] == "error"
    assert plain("POST", path, {}).json()["state"] == "done"


def test_requests_ask_for_faults(plain):
    """The header has faults for the request that it is in, and for no other."""
    assert plain.error("GET", "/me", headers={"X-Sandbox-Fault": "status=418"}) == (418, "SANDBOX_FAULT", None)
    assert plain("GET", "/me").status == 200
    told = plain("GET", "/me", headers={"X-Sandbox-Fault": "stats=418"})
    assert (told.status, told.json()["code"]) == (400, "INVALID_FAULT")
    assert "'stats' is no kind of fault" in told.json()["message"]


@pytest.mark.parametrize(("fault", "done"), [("reset", 0), ("reset=after", 1)])
def test_connections_are_reset(plain, flat, fault, done):
    """A reset comes before anything is done, or when it is done already; either way there is no answer."""
    with pytest.raises(urllib3.exceptions.ProtocolError, match=r"reset|aborted"):
        plain("POST", "/collections", COLLECTION, {"X-Sandbox-Fault": fault})
    assert count(flat) == done
    assert (plain.sandbox.requests[0].status, plain.sandbox.requests[0].fault) == (0, fault)


def test_bodies_are_cut(plain):
    """The length is that of the whole body, the bytes are only the first; then the connection ends."""
    whole = plain("GET", "/me").data
    response = plain.pool.request(
        "GET",
        f"{plain.sandbox.url}/me",
        headers={"Authorization": "Bearer sandbox", "X-Sandbox-Fault": "truncate=100"},
        preload_content=False,
        retries=False,
    )
    assert response.headers["Content-Length"] == str(len(whole))
    with pytest.raises(urllib3.exceptions.ProtocolError, match="100 bytes read"):
        response.read()
    response.close()
    assert plain("GET", "/me", headers={"X-Sandbox-Fault": "truncate=100000"}).data == whole


def test_answers_are_delayed(plain):
    """The answer comes no sooner than it was told to."""
    begin = time.monotonic()
    assert plain("GET", "/me", headers={"X-Sandbox-Fault": "delay=0.15"}).status == 200
    assert time.monotonic() - begin >= 0.15


def test_delays_end_with_the_sandbox(flat_sandbox):
    """Closing waits for nobody."""
    import threading

    ended = threading.Event()

    def ask():
        with urllib3.PoolManager() as pool, pytest.raises(urllib3.exceptions.HTTPError):
            headers = {"Authorization": "Bearer sandbox", "X-Sandbox-Fault": "delay=600"}
            pool.request("GET", f"{flat_sandbox.url}/me", headers=headers, retries=False)
        ended.set()

    threading.Thread(target=ask, daemon=True).start()
    while not flat_sandbox.app._limit._count:
        time.sleep(0.01)
    flat_sandbox.close()
    assert ended.wait(10)


@pytest.mark.flat_sandbox(faults="rate-limit=2:window=60")
def test_rate_limit_is_that_of_the_api(plain, flat):
    """After so many requests there is the 403 of the API, with the three headers and no Retry-After."""
    assert [plain("GET", "/me").status for _ in range(3)] == [200, 200, 403]
    response = plain("GET", "/me")
    assert response.json()["code"] == "API_RATE_LIMIT_EXCEEDED"
    assert (response.headers["X-RateLimit-Limit"], response.headers["X-RateLimit-Remaining"]) == ("2", "-1")
    assert 0 < int(response.headers["X-RateLimit-Reset"]) - time.time() <= 61
    assert "Retry-After" not in response.headers
    flat.configuration.retries = 0
    with pytest.raises(RateLimitError):
        flat.account.get_authenticated_user()
    plain.sandbox.faults.clear()
    assert plain("GET", "/me").status == 200


@pytest.mark.flat_sandbox(faults=["reset:times=1", "status=503:times=1:after=1"])
def test_client_gets_over_what_it_may_retry(flat, flat_sandbox):
    """A GET is sent again after a reset and after a 503."""
    assert flat.account.get_authenticated_user().username == "sandbox"
    assert [received.status for received in flat_sandbox.requests][-1] == 200
    assert len(flat_sandbox.requests) >= 2


@pytest.mark.flat_sandbox(faults=["reset=after:method=POST"])
def test_client_never_sends_a_post_again(flat, flat_sandbox):
    """A POST that may have been received was, and there is one thing and no more."""
    with pytest.raises(ApiConnectionError):
        flat.collections.create_collection(body=COLLECTION)
    assert [received.method for received in flat_sandbox.requests] == ["POST"]
    flat_sandbox.faults.clear()
    assert count(flat) == 1


def test_faults_change_while_it_runs(flat, flat_sandbox):
    """What goes wrong can be changed between two requests."""
    flat.configuration.retries = 0
    flat_sandbox.faults.add("status=500")
    with pytest.raises(ServerError):
        flat.account.get_authenticated_user()
    flat_sandbox.faults.clear()
    assert flat.account.get_authenticated_user().username == "sandbox"


@pytest.mark.flat_sandbox(faults=["truncate=1000:on=storage:times=1", "status=500:on=storage:after=1:times=1"])
def test_storage_has_faults_too(flat, flat_sandbox):
    """on=storage is for the server of finished files, and leaves the API alone."""
    task = flat.scores.create_export_task(score=flat_sandbox.score, revision="last", format="wav")
    with urllib3.PoolManager() as pool, warnings.catch_warnings():
        with pytest.raises(urllib3.exceptions.ProtocolError):
            pool.request("GET", str(task.result.url), retries=False)
        assert [pool.request("GET", str(task.result.url), retries=False).status for _ in range(2)] == [500, 200]
    assert [received.status for received in flat_sandbox.storage_requests] == [200, 500, 200]
