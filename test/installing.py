"""The command ``python -m test.installing DIRECTORY``: install each distribution there, and use it.

Each gets an environment of its own, in which the models are tried with the extension and without it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

PROGRAM = """
from flat_api.model.task import Task
from flat_api.schemas import is_compiled
text = '{"id":"a","state":"done","progress":{"percent":33.3}}'
task = Task.from_json(text)
assert task.to_json() == text and task == Task(**task) and task.state is Task.State.DONE
print("compiled" if is_compiled() else "pure")
"""


def main(directory: Path) -> None:
    """Install what lies in *directory*, one after the other."""
    distributions = sorted(path for path in directory.iterdir() if path.suffix in (".whl", ".gz"))
    assert len(distributions) >= 2, f"expected a wheel and a source archive in {directory}"
    for distribution in distributions:
        with tempfile.TemporaryDirectory() as home:
            venv.create(home, with_pip=True)
            python = Path(home) / ("Scripts" if os.name == "nt" else "bin") / "python"
            command = [python, "-I", "-m", "pip", "install", "--quiet", distribution.resolve()]
            subprocess.run(command, check=True, cwd=home)
            kinds = {off: _used(python, home, off) for off in ("", "1")}
        assert kinds["1"] == "pure", f"FLAT_PURE=1 does not switch the extension of {distribution.name} off"
        print(f"{distribution.name}: {kinds['']}, and {kinds['1']} where that is asked for")


def _used(python: Path, home: str, off: str) -> str:
    environment = {**os.environ, "FLAT_PURE": off}
    command = [python, "-I", "-c", PROGRAM]
    done = subprocess.run(command, check=True, cwd=home, env=environment, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
