"""A client and a server that answers as it is told, for the fuzzers of answers."""

from __future__ import annotations

import contextlib
import tempfile
import typing
from pathlib import Path

import urllib3

from flat_api import Flat
from flat_api.exceptions import OpenApiException

from ..faults import FaultyServer

CALLS = ("get", "iterate", "download", "create")

TOKEN = "canary-5b0f9d"


class Caller:
    """One client and one server. *script* is what the server does with each request from now on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.script: typing.Any = b""
        self.server = FaultyServer(answers=(lambda request: self.script,))
        self.flat = Flat(access_token=TOKEN, host=f"{self.server.url}/v2", timeout=2, retries=urllib3.Retry(0))

    def call(self, which: str) -> None:
        """Make a call; raise for anything but a value or an error of the package, and for what is left behind."""
        target = self.folder / "file"
        try:
            if which == "get":
                self.flat.tasks.get_task(task="x")
            elif which == "create":
                self.flat.collections.create_collection(body={"title": "x", "privacy": "private"})
            elif which == "iterate":
                for _, _item in zip(range(3), self.flat.collections.list_collections.iterate(parent="root")):
                    pass
            else:
                self.flat.scores.get_score_revision_data.download(target, score="x", revision="last", format="mp3")
        except OpenApiException as error:
            assert TOKEN not in f"{error!r} {error}"
            assert not target.exists(), "an error, and a file all the same"
        finally:
            target.unlink(missing_ok=True)
            self.server.requests.clear()
            self.server.threads = [thread for thread in self.server.threads if thread.is_alive()]


@contextlib.contextmanager
def calling() -> typing.Iterator[Caller]:
    """A `Caller`, closed at the end."""
    with tempfile.TemporaryDirectory() as folder:
        caller = Caller(Path(folder))
        with caller.server, caller.flat:
            yield caller
