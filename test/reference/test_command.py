"""``python -m flat_api.reference``."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from openapi_spec_validator import validate

import flat_api
from flat_api.apis.tags.task_api import TaskApi
from flat_api.model.task import Task
from flat_api.reference import api_page, model_page
from flat_api.reference._command import main

ROOT = Path(flat_api.__file__).resolve().parents[1]


@pytest.fixture
def pages(tmp_path):
    """A directory with all pages, printed."""
    directory = tmp_path / "docs" / "models"
    assert main(["--output", str(directory)]) == 0
    return directory


def checked(directory, capsys):
    """The exit code of ``--check``, and the names and complaints that it prints."""
    capsys.readouterr()
    code = main(["--check", "--output", str(directory)])
    lines = capsys.readouterr().out.splitlines()
    return code, [f"{Path(line.partition(': ')[0]).name}: {line.partition(': ')[2]}" for line in lines]


def test_pages_are_printed_where_told(pages):
    """--output names the directory, which is made; each model has a page there."""
    assert (pages / "Task.md").read_text("utf-8") == model_page(Task)
    assert len(list(pages.iterdir())) == len([name for name in dir(flat_api.models) if name[0].isupper()])


def test_check_is_content_with_what_was_printed(pages, capsys):
    """--check exits with 0 and says nothing when every page is current."""
    assert checked(pages, capsys) == (0, [])


def test_committed_pages_are_current(capsys):
    """What is in docs of this repository is what the declarations give, which is the default of --check."""
    assert (main(["--check"]), capsys.readouterr().out) == (0, "")


def test_check_names_each_page_that_differs(pages, capsys):
    """--check exits with 1 and tells pages that are out of date, missing or stale; it writes nothing."""
    (pages / "Task.md").write_text("# old\n")
    (pages / "Group.md").unlink()
    (pages / "Gone.md").write_text(model_page(Task))
    assert checked(pages, capsys) == (1, ["Group.md: missing", "Task.md: out of date", "Gone.md: stale"])
    assert (pages / "Task.md").read_text() == "# old\n"
    assert (pages / "Gone.md").exists()


def test_check_sees_line_ends(pages, capsys):
    """A page with the line ends of another system is out of date: it is held byte for byte."""
    (pages / "Task.md").write_bytes(model_page(Task).replace("\n", "\r\n").encode())
    assert checked(pages, capsys) == (1, ["Task.md: out of date"])


def test_printing_mends_what_check_names(pages, capsys):
    """A second run writes what differs, removes pages of models that are no more, and leaves the rest alone."""
    (pages / "Task.md").write_text("# old\n")
    (pages / "Gone.md").write_text(model_page(Task))
    before = (pages / "Group.md").stat().st_mtime_ns
    capsys.readouterr()
    assert main(["--output", str(pages)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[2] for line in said] == ["written", "removed"]
    assert checked(pages, capsys) == (0, [])
    assert (pages / "Group.md").stat().st_mtime_ns == before


def test_other_files_are_let_alone(pages, capsys):
    """A page that somebody wrote is neither stale nor removed."""
    (pages / "Hints.md").write_text("# Hints\n")
    assert checked(pages, capsys) == (0, [])
    assert main(["--output", str(pages)]) == 0
    assert (pages / "Hints.md").read_text() == "# Hints\n"


def test_pages_of_operations_are_printed_beside_those_of_models(pages, capsys):
    """In apis/tags; --check tells which differ, and printing mends them. Links lead to the pages of models."""
    tags = pages.parent / "apis" / "tags"
    assert (tags / "TaskApi.md").read_text("utf-8") == api_page(TaskApi)
    (tags / "TaskApi.md").write_text("# old\n")
    (tags / "UserApi.md").unlink()
    (tags / "GoneApi.md").write_text(api_page(TaskApi))
    (tags / "Hints.md").write_text("# Hints\n")
    assert checked(pages, capsys) == (
        1,
        ["TaskApi.md: out of date", "UserApi.md: missing", "GoneApi.md: stale"],
    )
    assert main(["--output", str(pages)]) == 0
    assert checked(pages, capsys) == (0, [])
    assert (tags / "Hints.md").exists()


def test_links_follow_the_name_of_the_directory(tmp_path):
    """Pages of models may be in a directory of another name."""
    assert main(["--output", str(tmp_path / "docs" / "schemas")]) == 0
    page = (tmp_path / "docs" / "apis" / "tags" / "TaskApi.md").read_text("utf-8")
    assert "[Task](../../schemas/Task.md)" in page


def test_a_page_lists_the_operations(pages, capsys):
    """operations.md above the pages of models has a table of all operations, with links to their sections."""
    page = pages.parent / "operations.md"
    assert "Class | Method | HTTP request | Description" in page.read_text("utf-8").splitlines()
    link = "[**get_task**](apis/tags/TaskApi.md#get_task)"
    assert page.read_text("utf-8").count(f"\n*TaskApi* | {link} | **get** /tasks/{{task}} | ") == 1
    page.unlink()
    assert checked(pages, capsys) == (1, ["operations.md: missing"])


def test_a_page_lists_the_models(pages, capsys):
    """models.md above the pages of models has a link to each."""
    page = pages.parent / "models.md"
    lines = page.read_text("utf-8").splitlines()
    assert "- [Task](models/Task.md)" in lines
    assert len([line for line in lines if line.startswith("- ")]) == len(list(pages.iterdir()))
    page.write_text("# old\n")
    assert checked(pages, capsys) == (1, ["models.md: out of date"])


def test_file_keeps_its_permissions_and_leaves_no_traces(pages):
    """A page is replaced as a whole: same permissions, and no temporary file beside it."""
    page = pages / "Task.md"
    page.write_text("# old\n")
    page.chmod(0o640)
    assert main(["--output", str(pages)]) == 0
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert [path for path in pages.iterdir() if path.name.startswith(".")] == []


def test_failed_write_leaves_the_old_file(pages, monkeypatch, capsys):
    """When the disk does not take a page, the old one is still whole, the exit code is 2, and nothing lies around."""

    def refuse(*arguments):
        raise OSError(28, "No space left on device")

    (pages / "Task.md").write_text("# old\n")
    monkeypatch.setattr(os, "replace", refuse)
    assert main(["--output", str(pages)]) == 2
    assert "No space left" in capsys.readouterr().err
    assert (pages / "Task.md").read_text() == "# old\n"
    assert [path for path in pages.iterdir() if path.suffix != ".md"] == []


def test_document_goes_to_a_file(tmp_path):
    """--openapi FILE writes the OpenAPI document there."""
    file = tmp_path / "deep" / "flat.json"
    assert main(["--openapi", str(file)]) == 0
    validate(json.loads(file.read_text("utf-8")))


def run(*arguments, **options):
    """``python -m flat_api.reference`` as a process of its own."""
    command = [sys.executable, "-W", "error", "-m", "flat_api.reference", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, **options)


def test_document_goes_to_standard_output_in_utf8():
    """--openapi alone prints the document, in UTF-8 whatever the locale."""
    done = run("--openapi", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "Task" in json.loads(done.stdout.decode())["components"]["schemas"]


def test_reader_may_leave_early():
    """| head is no trouble: exit code 0, and not a word."""
    command = f"{sys.executable} -m flat_api.reference --openapi | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"{", b"")


def test_help_has_examples_and_exit_codes():
    """--help tells what is done, with examples, and what the exit codes mean."""
    done = run("--help")
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "python -m flat_api.reference --check " in text
    assert "exit codes:" in text


@pytest.mark.parametrize("arguments", [["--check", "--openapi"], ["--openapi", "-", "--output", "x"], ["pages"]])
def test_wrong_usage_exits_with_2(arguments, capsys):
    """Options that make no sense together are refused before anything is written."""
    with pytest.raises(SystemExit) as refused:
        main(arguments)
    assert refused.value.code == 2
    assert "usage: " in capsys.readouterr().err


def test_unwritable_place_exits_with_2(tmp_path, capsys):
    """A directory that can't be made is told in one line."""
    (tmp_path / "file").write_text("")
    assert main(["--openapi", str(tmp_path / "file" / "flat.json")]) == 2
    assert capsys.readouterr().err.startswith("flat_api.reference: ")
