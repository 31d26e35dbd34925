"""The official client, in an environment of its own, reads what the sandbox answers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flat_api.sandbox import Sandbox

from .calling import DECLARED, arguments
from .known import Known

RELEASE = "flat-api==2.0.4"
PROGRAM = Path(__file__).with_name("official.py")


@pytest.fixture(scope="module")
def interpreter(tmp_path_factory):
    """The interpreter of a new environment with the official client; skips where that can't be installed."""
    place = tmp_path_factory.mktemp("official")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    python = place / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-compile", RELEASE]
    done = subprocess.run(install, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"{RELEASE} can't be installed here")
    return python


FOLDERS = "Multiple matches found when deserializing the JSON string into EduResourceResource"
FORMS = "got an unexpected keyword argument 'encode_multipart'"

ITS_OWN = {
    # An assignment in a library is always a folder to it as well, in which nothing is required.
    **dict.fromkeys(
        ("copyEduResource", "getEduResource", "listEduResources", "moveEduResource", "updateEduResource"), FOLDERS
    ),
    # It sends these as forms, which its own transport can't.
    **dict.fromkeys(("deleteScoreComment", "deleteScoreFromCollection", "removeScoreCollaborator"), FORMS),
    # Its document declares no success.
    "untrashCollection": "FlatErrorResponse",
}
"""Operations that it can't use, whatever is answered, with what it says then."""


def lines(flat):
    """A call of each operation."""
    known = Known(flat)
    known.make_all()
    for operation in DECLARED:
        places = arguments(operation, known.for_call(operation), True)
        parameters = {name: value for place in places if place != "body" for name, value in places[place].items()}
        yield json.dumps([operation.id, parameters, places.get("body")])


def test_the_official_client_reads_all_answers(interpreter):
    """No operation has an answer, or an error in place of one, that it can't read."""
    with Sandbox(task_seconds=0) as sandbox, sandbox.client() as flat:
        calls = "\n".join(lines(flat))
        done = subprocess.run(
            [interpreter, PROGRAM, sandbox.url, sandbox.token], input=calls, capture_output=True, text=True, timeout=300
        )
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == len(DECLARED) == 123
    assert [f"{operation}: {problem}" for operation, problem in told if problem and operation not in ITS_OWN] == []
    assert all(expected in dict(told)[operation] for operation, expected in ITS_OWN.items())
