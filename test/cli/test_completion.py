"""`flat-api completion`: the scripts that make shells complete, and shells that do."""

import shutil
import subprocess
import sys

import pytest

from .running import ROOT, environment, run

SCRIPTS = {
    "bash": "complete -o nosort -F _flat_api_completion flat-api",
    "zsh": "#compdef flat-api",
    "fish": "complete --no-files --command flat-api",
}


@pytest.mark.parametrize("shell", SCRIPTS)
def test_completion(shell):
    """The script is that of click for the shell, for the name that the program is installed under."""
    done = run("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert SCRIPTS[shell] in done.stdout


def test_shell_that_is_not_known():
    assert run("completion", "csh").returncode == 2


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes_with_it(tmp_path):
    """bash, with the script loaded, offers the commands that begin as typed."""
    program = tmp_path / "flat-api"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m flat_api "$@"\n')
    program.chmod(0o755)
    script = (
        'eval "$(flat-api completion bash)"; COMP_WORDS=(flat-api scores h); COMP_CWORD=2; '
        '_flat_api_completion flat-api; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    path = f"{tmp_path}:{environment()['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script], env=environment(PATH=path), cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.split() == ["history"], done.stderr


@pytest.mark.parametrize("module", ["flat_api", "flat_api.cli"])
def test_python_m(module):
    """`python -m flat_api` is the same program."""
    done = subprocess.run(
        [sys.executable, "-m", module, "--version"], env=environment(), capture_output=True, text=True, timeout=60
    )
    assert done.stdout.startswith("flat-api ")
