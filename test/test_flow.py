"""The whole way of an export, while all sorts of things go wrong."""

from __future__ import annotations

import tempfile
import typing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from flat_api.exceptions import OpenApiException
from flat_api.rest import RetryPolicy
from flat_api.sandbox import Sandbox
from flat_api.tasks import Pace

from .test_tasks import FakeClock
from .transports import KIND, continued, flat_of

API_FAULTS = st.builds(
    "{}:{}:times={}".format,
    st.sampled_from(
        [
            *(f"status={status}" for status in (401, 404, 429, 500, 502, 503)),
            *("reset", "reset=after", "delay=0.01", "rate-limit=2:window=60", "truncate=0", "truncate=40"),
        ]
    ),
    st.sampled_from(["path=*", "path=/tasks/*", "path=/scores/*", "method=POST", "chance=0.5:seed=3"]),
    st.integers(1, 6),
) | st.sampled_from(["task=error:times=1", "task=canceled:times=1"])

STORAGE_FAULTS = st.builds(
    "{}:on=storage:times={}".format,
    st.sampled_from(
        [*(f"truncate={size}" for size in (0, 1, 5_000, 300_000)), "reset", "reset=after", "status=403", "status=503"]
    ),
    st.integers(1, 8),
)


class Stopped(Exception):
    """What a caller raises to end a download."""


INTERRUPTIONS = (Stopped, KeyboardInterrupt)


class Exports(RuleBasedStateMachine):
    """Exports of one score to one file, begun, broken off and gone on with in any order."""

    sandbox: Sandbox
    right: bytes

    def __init__(self) -> None:
        super().__init__()
        self.sandbox.faults.clear()
        self.folder = tempfile.TemporaryDirectory()
        self.target = Path(self.folder.name) / "ode.wav"
        policy = RetryPolicy(wait=lambda seconds: None)
        where = {"host": self.sandbox.url, "access_token": self.sandbox.token}
        self.flat = flat_of(**where, strict_responses=True, retries=policy)
        self.poller: typing.Any = None

    def teardown(self) -> None:
        self.flat.close()
        self.folder.cleanup()

    @rule(text=API_FAULTS)
    def the_api_goes_wrong(self, text: str) -> None:
        self.sandbox.faults.add(text)

    @rule(text=STORAGE_FAULTS)
    def the_storage_goes_wrong(self, text: str) -> None:
        self.sandbox.faults.add(text)

    @rule()
    def all_is_well_again(self) -> None:
        self.sandbox.faults.clear()

    @initialize()
    def begin_at_once(self) -> None:
        self.begin()

    @rule()
    def begin(self) -> None:
        try:
            self.poller = self.flat.scores.export(
                self.sandbox.score, format="wav", pace=Pace(patience=3), clock=FakeClock()
            )
        except OpenApiException:
            pass

    @precondition(lambda self: self.poller is not None)
    @rule()
    def go_on_in_another_process(self) -> None:
        token = self.poller.continuation_token()
        self.poller = continued(token, self.flat, pace=Pace(patience=3), clock=FakeClock())

    @precondition(lambda self: self.poller is not None)
    @rule(overwrite=st.booleans())
    def download(self, overwrite: bool) -> None:
        was_there = self.target.exists()
        try:
            found = self.poller.download_to(self.target, overwrite=overwrite)
        except OpenApiException:
            assert self.target.exists() is was_there
        except FileExistsError:
            assert was_there
            assert not overwrite
        else:
            assert found == self.target
            assert self.target.read_bytes() == self.right

    @precondition(lambda self: self.poller is not None)
    @rule(count=st.integers(0, 3))
    def interrupt(self, count: int) -> None:
        """Ctrl-C, after so many pieces of the file; in an event loop, which would end by that, another error."""

        def progress(done: int, total: int | None) -> None:
            nonlocal count
            count -= 1
            if count < 0:
                raise INTERRUPTIONS[KIND[0] == "urllib3"]

        try:
            self.poller.download_to(self.target, overwrite=True, progress=progress)
        except (*INTERRUPTIONS, OpenApiException):
            pass

    @invariant()
    def no_file_is_partial(self) -> None:
        assert not self.target.exists() or self.target.read_bytes() == self.right


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """The machine, with a sandbox to itself and the bytes that an export ends with when nothing goes wrong."""
    with Sandbox(task_seconds=0) as sandbox, sandbox.client(strict_responses=True) as flat:
        path = flat.scores.export(sandbox.score, format="wav").download_to(tmp_path_factory.mktemp("right") / "ode.wav")
        yield type("TheseExports", (Exports,), {"sandbox": sandbox, "right": path.read_bytes()})


@pytest.mark.slow
def test_an_export_is_whole_or_a_typed_error(machine, each_transport):
    """Whatever goes wrong: the file has the right bytes, or there is none, and the error is one of this package."""
    settings_ = settings(stateful_step_count=12, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(machine, settings=settings_)
