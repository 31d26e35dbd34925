"""Pyright as editors talk to it: the Language Server Protocol, over the standard streams of a process."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import typing
from pathlib import Path

Json = typing.Any

SECONDS = 300
"""How long a server lives at most: one that does not answer would keep whoever asks it."""


class LanguageServer:
    """Pyright, asked about programs that are in no file; *root* is the folder that an editor would have open."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._asked = 0
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pyright.langserver", "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=root,
        )
        self._guard = threading.Timer(SECONDS, self._process.kill)
        self._guard.start()
        document = {
            "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
            "hover": {"contentFormat": ["markdown"]},
        }
        folders = [{"uri": root.as_uri(), "name": root.name}]
        capabilities = {"textDocument": document, "workspace": {"configuration": True}}
        self._ask(
            "initialize",
            {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities, "workspaceFolders": folders},
        )
        self._send({"method": "initialized", "params": {}})

    def hover(self, program: str) -> str:
        """What is shown for the name in *program* that the bar is in, in Markdown; empty for nothing."""
        found = self._at("textDocument/hover", program)
        return found["contents"]["value"] if found else ""

    def completions(self, program: str) -> list[str]:
        """What may stand where the bar is in *program*, the likeliest first."""
        found = self._at("textDocument/completion", program)
        return [item["label"] for item in sorted(found["items"], key=lambda item: item.get("sortText", item["label"]))]

    def close(self) -> None:
        """End the process."""
        self._guard.cancel()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()
        self._process.terminate()
        self._process.wait()

    def _at(self, method: str, program: str) -> Json:
        before, bar, after = program.partition("|")
        assert bar and "|" not in after
        document = {"uri": (self._root / f"unsaved_{self._asked}.py").as_uri()}
        opened = {**document, "languageId": "python", "version": 1, "text": before + after}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": opened}})
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self._ask(method, {"textDocument": document, "position": position})

    def _ask(self, method: str, parameters: Json) -> Json:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if "method" not in message and message["id"] == self._asked:
                return message["result"]
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": self._answer(message)})

    def _answer(self, request: Json) -> Json:
        """What the server asks of an editor: its settings, by section."""
        if request["method"] != "workspace/configuration":
            return None
        python = {"pythonPath": sys.executable}
        return [python if item.get("section") == "python" else None for item in request["params"]["items"]]

    def _send(self, message: Json) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def _receive(self) -> Json:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise EOFError("the language server has ended")
        return json.loads(stream.read(length))
