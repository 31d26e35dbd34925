"""Downloads of a file that changes, breaks off and is mistold, by processes that are killed and race each other."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from flat_api.api_client import ApiClient
from flat_api.configuration import Configuration
from flat_api.exceptions import OpenApiException
from flat_api.files import fetch
from flat_api.rest import RetryPolicy

from ..faults import CLOSE, RESET, FaultyServer
from .processes import Processes
from .storage import RANGES, VALIDATORS, Storage, content

SIZES = st.sampled_from([0, 1, 500, 7000, 15_000, 17_990, 10**6]) | st.integers(0, 19_000)


class Downloads(RuleBasedStateMachine):
    """One URL, two files it goes to, and whatever may happen to both."""

    server: FaultyServer
    processes: Processes

    def __init__(self) -> None:
        super().__init__()
        self.storage = Storage()
        self.server.answers = (self.storage,)
        self.folder = tempfile.TemporaryDirectory()
        self.targets = [Path(self.folder.name, name) for name in ("one", "two")]
        configuration = Configuration("http://api.invalid")
        configuration.retries = RetryPolicy(wait=lambda seconds: None)
        self.client = ApiClient(configuration)

    def teardown(self) -> None:
        self.client.close()
        self.folder.cleanup()

    @property
    def url(self) -> str:
        return f"{self.server.url}/f"

    @property
    def parts(self) -> list[str]:
        return [name for name in os.listdir(self.folder.name) if name.startswith(".")]

    @initialize(validators=st.sampled_from(VALIDATORS), ranges=st.sampled_from(RANGES))
    def begin(self, validators: str, ranges: str) -> None:
        self.storage.validators, self.storage.ranges = validators, ranges

    @rule(
        validators=st.sampled_from(VALIDATORS),
        ranges=st.sampled_from(RANGES),
        is_chunked=st.booleans(),
        coding=st.sampled_from([None, None, "gzip"]),
    )
    def the_server_is_another_one(self, validators: str, ranges: str, is_chunked: bool, coding: str | None) -> None:
        self.begin(validators, ranges)
        self.storage.is_chunked, self.storage.coding = is_chunked, coding

    @rule(by=st.integers(1, 2))
    def the_file_changes(self, by: int) -> None:
        self.storage.version += by

    @rule(cuts=st.lists(SIZES, max_size=6), changes=st.booleans(), breaks=st.sampled_from([CLOSE, RESET]))
    def bodies_break_off(self, cuts: list[int], changes: bool, breaks: str) -> None:
        self.storage.cuts, self.storage.changes, self.storage.breaks = cuts, changes, breaks

    @rule(index=st.integers(0, 1), overwrite=st.booleans(), stop=st.none() | SIZES)
    def download(self, index: int, overwrite: bool, stop: int | None) -> None:
        """To one of the files, in this process; Ctrl-C may come when so many bytes are there."""

        def progress(done: int, total: int | None) -> None:
            if stop is not None and done >= stop:
                raise KeyboardInterrupt

        target = self.targets[index]
        before = target.read_bytes() if target.exists() else None
        parts = len(self.parts)
        try:
            assert fetch(self.client, self.url, target, overwrite=overwrite, progress=progress) == target
        except FileExistsError:
            assert before is not None
            assert not overwrite
        except (OpenApiException, KeyboardInterrupt):
            assert (target.read_bytes() if target.exists() else None) == before
            assert len(self.parts) <= max(1, parts)
        else:
            assert target.read_bytes() == self.storage.data
            assert self.parts == []

    @rule(index=st.integers(0, 1), stop=st.integers(0, 19_000), by=st.integers(0, 2))
    def a_download_is_taken_up(self, index: int, stop: int, by: int) -> None:
        """It was stopped somewhere, and the file changed by then, or didn't."""
        self.download(index, True, stop)
        self.the_file_changes(by)
        self.download(index, True, None)

    @rule(
        kills=st.lists(st.tuples(st.integers(0, 1), st.none() | SIZES), min_size=1, max_size=3), overwrite=st.booleans()
    )
    def processes_download(self, kills: list[tuple[int, int | None]], overwrite: bool) -> None:
        """At once, and to the same file perhaps; each may be killed when so many bytes are there."""
        before = len(self.parts)
        targets = [self.targets[index] for index, _ in kills]
        results = self.processes.run(self.url, [str(path) for path in targets], overwrite, [kill for _, kill in kills])
        assert set(results) <= {"done", "killed", "FileExistsError", "ApiConnectionError"}
        for target, result in zip(targets, results):
            assert result != "done" or target.exists()
        assert len(self.parts) <= before + len(kills)

    @invariant()
    def files_are_whole(self) -> None:
        for target in self.targets:
            assert not target.exists() or target.read_bytes() in self.versions

    @property
    def versions(self) -> list[bytes]:
        return [content(version) for version in range(1, self.storage.version + 1)]


@pytest.fixture(scope="module")
def machine():
    """The machine, with a server and a program for processes to itself."""
    processes = Processes()
    with FaultyServer() as server:
        yield type("TheseDownloads", (Downloads,), {"server": server, "processes": processes})
    processes.close()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_file_is_whole_or_not_there(machine):
    """Its bytes are those of one version, whatever server, network and processes do; what is left over goes."""
    settings_ = settings(stateful_step_count=15, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(machine, settings=settings_)
