"""docs/large-data.md: its Python runs with the doctests of the guides; here is what it shows of the command line."""

import re
import shlex
from pathlib import Path

from ..cli.running import run
from .clusters import running

GUIDE = (Path(__file__).parents[2] / "docs" / "large-data.md").read_text(encoding="utf-8")


def test_the_check_on_a_cluster_is_what_happens(tmp_path):
    """The command of the guide prints what the guide says, times aside, for the file that the guide made."""
    ((command, output),) = re.findall(r"```console\n\$ (flat-api .*?)\n(.*?)\n```", GUIDE, re.DOTALL)
    lines = [f'{{"id": "t{n}", "state": "{"done" if n % 5000 else "lost"}"}}\n' for n in range(1, 20_001)]
    (tmp_path / "tasks.ndjson").write_text("".join(lines))
    with running() as cluster:
        words = shlex.split(command.replace("tcp://10.0.0.1:8786", cluster.scheduler_address))
        done = run(*words[1:], cwd=tmp_path)
    assert done.stderr == ""
    assert re.sub(r"[\d.]+ s, [\d,]+", "", done.stdout) == re.sub(r"[\d.]+ s, [\d,]+", "", f"{output}\n")
