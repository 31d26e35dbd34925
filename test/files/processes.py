"""Downloads in processes of their own, which are killed in the middle.

Run as a program, this reads a list of downloads from each line of its input, does all of them at once, each in a new
process, and writes what became of them.
"""

import json
import os
import signal
import subprocess
import sys
import typing
from pathlib import Path

from flat_api.api_client import ApiClient
from flat_api.configuration import Configuration
from flat_api.exceptions import OpenApiException
from flat_api.files import fetch
from flat_api.rest import RetryPolicy


class Processes:
    """A program that does downloads; `run` returns what each of them ended with."""

    def __init__(self) -> None:
        root = Path(__file__).parents[2]
        self._program = subprocess.Popen(
            [sys.executable, "-m", __name__], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, url: str, targets: list[str], overwrite: bool, kills: list[int | None]) -> list[str]:
        """Download *url* to all *targets* at once; each process is killed when so many bytes are there.

        What becomes of one is ``done``, ``killed``, or the name of an error.
        """
        assert self._program.stdin and self._program.stdout
        print(
            json.dumps([[url, target, overwrite, kill] for target, kill in zip(targets, kills)]),
            file=self._program.stdin,
            flush=True,
        )
        return typing.cast("list[str]", json.loads(self._program.stdout.readline()))

    def close(self) -> None:
        assert self._program.stdin and self._program.stdout
        self._program.stdin.close()
        self._program.wait(10)
        self._program.stdout.close()


def download(url: str, target: str, overwrite: bool, kill: int | None) -> str:
    def progress(done: int, total: int | None) -> None:
        if kill is not None and done >= kill:
            os.kill(os.getpid(), signal.SIGKILL)

    configuration = Configuration("http://api.invalid")
    configuration.retries = RetryPolicy(wait=lambda seconds: None)
    with ApiClient(configuration) as client:
        try:
            fetch(client, url, target, overwrite=overwrite, progress=progress)
        except (OpenApiException, OSError) as error:
            return type(error).__name__
    return "done"


def started(arguments: list[typing.Any]) -> tuple[int, int]:
    """A new process for a download: its number, and a pipe for what it ends with."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writing, download(*arguments).encode())
        finally:
            os._exit(0)
    os.close(writing)
    return child, reading


def ended(child: int, pipe: int) -> str:
    with open(pipe, "rb") as file:
        said = file.read().decode()
    os.waitpid(child, 0)
    return said or "killed"


if __name__ == "__main__":
    for line in sys.stdin:
        running = [started(arguments) for arguments in json.loads(line)]
        print(json.dumps([ended(child, pipe) for child, pipe in running]), flush=True)
