"""docs/command-line.md says what the commands do."""

import re
import shlex
from pathlib import Path

import pytest

from flat_api.cli._exit import MEANINGS, ExitCode

from .running import every_command, run, tasks

GUIDE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")

TASK = b'{"id": "t1", "state": "done", "progress": {"percent": 33.3}, "doneDate": "2023-06-05T12:21:05+02:00"}'
FILES = {
    "task.json": TASK,
    "bad.json": b'{"id": "t1", "state": "dnoe", "progress": {"percent": "all"}}',
    "broken.json": b'{"id": "t1",\n "state": "done" "score": "s1"}',
    "tasks.ndjson": tasks(200, bad_every=100).replace(b"lost", b"dnoe") + tasks(19_800),
}


def examples():
    """Each ``flat-api`` command of the guide with the output shown below it."""
    blocks = re.findall(r"```console\n\$ (flat-api .*?)\n```", GUIDE, re.DOTALL)
    pairs = [pair for block in blocks for pair in block.split("\n$ ")]
    return [pytest.param(*pair.split("\n", 1), id=pair.partition("\n")[0]) for pair in pairs if "\n" in pair]


def as_pattern(output):
    """A regular expression for *output*: ``...`` stands for lines left out, columns and times may vary."""
    pattern = re.escape(output).replace(r"\.\.\.", "(?s:.*)")
    pattern = re.sub(r"(\\ ){2,}", " +", pattern)
    return re.sub(r"\d+\\\.\d+\\ s,\\ [\d,]+", r"[\\d.]+ s, [\\d,]+", pattern)


@pytest.mark.parametrize(("command", "output"), examples())
def test_guide_shows_what_is_printed(tmp_path, command, output):
    """Every example of the guide is what happens."""
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    done = run(*shlex.split(command)[1:], cwd=tmp_path)
    printed = (done.stderr + done.stdout).replace("\r\n", "\n")
    assert re.fullmatch(as_pattern(output), printed.rstrip())


def test_every_exit_code_is_explained():
    """The table of the guide and the list in --help are the same, and complete."""
    table = GUIDE.partition("## Exit codes")[2]
    rows = re.findall(r"^\| (\d+) \| (.*) \|$", table, re.MULTILINE)
    assert {int(code): text.replace("\\|", "|") for code, text in rows} == MEANINGS
    assert set(MEANINGS) == set(ExitCode)


@pytest.mark.parametrize("command", [pytest.param(command, id="-".join(words)) for words, command in every_command()])
def test_every_option_is_in_the_guide(command):
    """No option is left out of the guide."""
    shown = [parameter for parameter in command.params if not getattr(parameter, "hidden", False)]
    names = [name for parameter in shown for name in parameter.opts if name.startswith("-")]
    assert [name for name in names if not re.search(rf"[` ]{name}[` ]", GUIDE)] == []
