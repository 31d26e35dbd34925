"""A process that has loaded the libraries of the command line, and forks for each command: it starts in no time.

What it forks has streams, a directory and variables of its own, and runs ``flat_api.cli`` as ``python -m`` does.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partialmethod
from importlib import import_module
from pathlib import Path

PRELOADED = (
    "flat_api.api_client", "flat_api.cli._app", "flat_api.client", "flat_api.models", "flat_api.sandbox._app",
    "flat_api.schemas._compile", "concurrent.futures.thread", "multiprocessing", "rich.console", "rich.progress",
    "rich.table", "rich.text", "rich.tree", "urllib3",
)  # fmt: skip
"""What most commands load before they do anything. All else each command imports for itself."""

AT_START = ("PYTHON", "LC_", "LANG", "TZ", "FLAT_PURE")
"""How the names of variables begin that are read before a command runs, but for `LATER`."""

LATER = "PYTHON_KEYRING_BACKEND"


class Forks:
    """Runs commands in forks of one process, which is started in *root* with *environ*, one at a time."""

    def __init__(self, root: Path, environ: dict[str, str]) -> None:
        self._start = _read_at_start(environ)
        self._busy = threading.Lock()
        self._ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-W", "error", "-m", __name__, str(theirs.fileno())],
                cwd=root,
                env=environ,
                stdin=subprocess.PIPE,  # such as the streams of its forks are
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=[theirs.fileno()],
            )
        self._replies = self._ours.makefile("r", encoding="ascii")
        if not self._replies.readline():
            raise RuntimeError(self._process.communicate()[1].decode())
        atexit.register(self.close)

    def close(self) -> None:
        """End the process."""
        self._replies.close()
        self._ours.close()
        self._process.communicate()

    def can_run(self, environ: dict[str, str]) -> bool:
        """Return whether a command with *environ* can be a fork of a process that runs already, and none is running."""
        return _read_at_start(environ) == self._start and not self._busy.locked()

    def run(
        self, arguments: list[str], cwd: str, environ: dict[str, str], given: bytes, timeout: float
    ) -> subprocess.CompletedProcess[bytes]:
        """Return what came of the command with *arguments*, as `subprocess.run` does."""
        with self._busy, ThreadPoolExecutor(3) as threads:
            stdin, stdout, stderr = os.pipe(), os.pipe(), os.pipe()
            self._ask([arguments, cwd, environ], [stdin[0], stdout[1], stderr[1]])
            threads.submit(_write, stdin[1], given)
            output, errors = threads.submit(_read, stdout[0]), threads.submit(_read, stderr[0])
            pid = int(self._replies.readline())
            late = threading.Timer(timeout, os.kill, [pid, signal.SIGKILL])
            late.start()
            code = int(self._replies.readline())
            late.cancel()
            if code == -signal.SIGKILL:
                raise subprocess.TimeoutExpired(arguments, timeout)
            return subprocess.CompletedProcess(arguments, code, output.result(), errors.result())

    def _ask(self, command: list[object], streams: list[int]) -> None:
        with tempfile.TemporaryFile("w+") as file:
            json.dump(command, file)
            file.seek(0)
            socket.send_fds(self._ours, [b"."], [*streams, file.fileno()])
        for stream in streams:
            os.close(stream)


def _read_at_start(environ: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in environ.items() if name.startswith(AT_START) and name != LATER}


def _write(stream: int, data: bytes) -> None:
    with suppress(BrokenPipeError), open(stream, "wb", buffering=0) as file:
        file.write(data)


def _read(stream: int) -> bytes:
    with open(stream, "rb") as file:
        return file.read()


def serve(connection: socket.socket) -> None:
    """Fork for each command that comes in, until the other end is closed; the fork returns as a command ends."""
    _hurry()
    for name in PRELOADED:
        import_module(name)
    gc.freeze()
    connection.sendall(b"ready\n")
    while received := socket.recv_fds(connection, 1, 4)[1]:
        *streams, file = received
        pid = os.fork()
        if not pid:
            connection.close()
            return _become(file, streams)
        for number in received:
            os.close(number)
        connection.sendall(b"%d\n" % pid)
        connection.sendall(b"%d\n" % os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


def _hurry() -> None:
    """Wait for a tenth of the time before calls are sent again, and for tasks of the built-in server."""
    sleep = time.sleep
    time.sleep = lambda seconds: sleep(seconds / 10)
    sandbox = import_module("flat_api.sandbox").Sandbox
    sandbox.__init__ = partialmethod(sandbox.__init__, task_seconds=0.1)


def _become(file: int, streams: list[int]) -> None:
    """Be the command in *file*."""
    with open(file) as opened:
        arguments, cwd, environ = json.load(opened)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environ)
    sys.path[0] = cwd
    sys.argv = ["flat-api", *arguments]
    runpy.run_module("flat_api.cli", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
