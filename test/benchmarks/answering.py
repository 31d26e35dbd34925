"""A server for the benchmarks of the client, in a process of its own: it answers, and does nothing else.

Run as ``python -m test.benchmarks.answering``, it prints its port and serves until its standard input closes.
"""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from . import samples

PIECE = bytes(1 << 20)


@contextmanager
def answering() -> Iterator[str]:
    """Run the server, and yield its URL."""
    command = [sys.executable, "-m", __name__]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.stdin.close()


def serve(connection: socket.socket) -> None:
    """Answer the requests on *connection*: a path with a number in it gives as many MiB, any other a task.

    A task called ``until-``, the milliseconds since 1970 and more is done from then on.
    """
    body = samples.task_json()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    task = head % len(body) + body
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with connection:
        while request := connection.recv(65536):
            path = request.split(b" ", 2)[1]
            size = next((int(step) for step in path.split(b"/") if step.isdigit()), None)
            if b"/until-" in path:
                state = _state(path.rpartition(b"/")[2].decode())
                connection.sendall(head % len(state) + state)
                continue
            if size is None:
                connection.sendall(task)
                continue
            connection.sendall((head % (size << 20)).replace(b"application/json", b"audio/wav"))
            for _ in range(size):
                connection.sendall(PIECE)


def _state(name: str) -> bytes:
    is_done = time.time() * 1000 >= int(name.split("-")[1])
    return json.dumps({"id": name, "type": "audio-export", "state": "done" if is_done else "doing"}).encode()


def main() -> None:
    """Accept connections, each in a thread."""
    listener = socket.create_server(("127.0.0.1", 0))
    sys.stdout.write(f"{listener.getsockname()[1]}\n")
    sys.stdout.flush()
    threading.Thread(target=_accept, args=(listener,), daemon=True).start()
    sys.stdin.read()
    os._exit(0)


def _accept(listener: socket.socket) -> None:
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve, args=(connection,), daemon=True).start()


if __name__ == "__main__":
    main()
