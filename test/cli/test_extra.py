"""The command line as an extra: what happens without its libraries, and that nothing else needs them."""

import importlib.metadata
import os
import subprocess
import sys

import pytest

from flat_api.cli._exit import MEANINGS

from .running import ROOT, environment, every_command, run

NEEDED_BY_CORE = ("frozendict", "python-dateutil", "typing-extensions")


@pytest.fixture
def bare_installation(tmp_path):
    """A directory to import from that has the package and what its core requires, and nothing else."""
    (tmp_path / "flat_api").symlink_to(ROOT / "flat_api")
    for distribution in map(importlib.metadata.distribution, NEEDED_BY_CORE):
        for name in {file.parts[0] for file in distribution.files if ".." not in file.parts}:
            (tmp_path / name).symlink_to(distribution.locate_file(name))
    return tmp_path


def run_bare(directory, *arguments):
    """What came of Python, started with *directory* as the only place for libraries."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-S", *arguments],
        env=environment(PYTHONPATH=os.fspath(directory)),
        capture_output=True,
        text=True,
        timeout=30,
    )


@pytest.mark.parametrize("arguments", [[], ["demo"], ["--help"]])
def test_missing_libraries_are_told_in_a_sentence(bare_installation, arguments):
    """Without rich and click the command says how to get them, and exits 3."""
    done = run_bare(bare_installation, "-m", "flat_api.cli", *arguments)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr == "flat-api needs the libraries of its extra: pip install 'flat-api-frozen[cli]'\n"


def test_core_does_without_the_extra(bare_installation):
    """The models work in an installation that has only what the core requires."""
    program = 'from flat_api.model.task import Task; print(Task.from_json(\'{"state": "done"}\').state)'
    assert run_bare(bare_installation, "-c", program).stdout == "done\n"


def test_other_missing_libraries_are_not_hidden():
    """Only the libraries of the extra get that sentence; any other failing import stays visible."""
    program = "import sys; sys.modules['frozendict'] = None; from flat_api.cli import main; main([])"
    done = subprocess.run([sys.executable, "-c", program], env=environment(), capture_output=True, text=True)
    assert "frozendict" in done.stderr
    assert "flat-api-frozen[cli]" not in done.stderr


def test_version():
    """--version prints the version of the package, and whether its models are compiled."""
    import flat_api
    from flat_api.schemas import is_compiled

    kind = "compiled" if is_compiled() else "pure Python"
    assert run("--version").stdout == f"flat-api {flat_api.__version__} ({kind})\n"


@pytest.mark.parametrize(
    "command", [["scores"], ["collections"], ["classes"], *(words for words, _ in every_command())], ids="-".join
)
def test_help_has_examples(command):
    """Every command's --help shows how it is used, and ends with where the exit codes are."""
    done = run(*command, "--help")
    assert done.returncode == 0
    assert "Examples:\n    flat-api " in done.stdout
    assert done.stdout.endswith("\n\n  Exit codes: see flat-api --help.\n")
    assert "130" not in done.stdout


def test_help_has_the_exit_codes():
    """They are in the --help of the program itself, once for all commands."""
    done = run("--help")
    assert done.returncode == 0
    assert "Examples:\n    flat-api " in done.stdout
    words = " ".join(done.stdout.split())
    assert [code for code, meaning in MEANINGS.items() if f" {code} {meaning}" not in words] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("exprot", "export"), ("taks", "task"), ("chekc", "check"), ("scores lst", "list"), ("collections lits", "list")],
)
def test_command_that_is_nearly_one(typed, meant):
    """A slip of the keyboard is wrong usage, and what was meant is offered."""
    done = run(*typed.split())
    assert done.returncode == 2
    name = typed.split()[-1]
    assert done.stderr.endswith(f"Error: No such command '{name}'. Did you mean '{meant}'?\n")


def test_command_that_is_like_none():
    """Where nothing comes near, nothing is offered."""
    assert run("zzz").stderr.endswith("Error: No such command 'zzz'.\n")
    assert run("--zzz").stderr.endswith("Error: No such option '--zzz'.\n")


def test_wrong_usage_exits_2():
    """An option that does not exist is wrong usage."""
    done = run("check", "--no-such-option")
    assert done.returncode == 2
    assert "No such option" in done.stderr


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ex", ["export"]),
        ("scores ", ["delete", "edit", "get", "history", "import", "list", "search"]),
        ("export s1 --format m", ["mp3", "mxl", "midi"]),
        ("collections list --pa", ["--parent"]),
    ],
)
def test_shell_completes_commands_options_and_choices(typed, offered):
    """What begins as typed is offered, in groups of commands, too."""
    words = f"flat-api {typed}"
    done = run(_FLAT_API_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(len(words.split(" ")) - 1))
    assert [line.partition(",")[2] for line in done.stdout.splitlines()] == offered
