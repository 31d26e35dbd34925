"""The command ``python -m flat_api.codegen``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import flat_api
from flat_api.codegen._command import main

from .generated import generate, imported, written
from .odd import STRING, document, ref

ROOT = Path(flat_api.__file__).parents[1]
SCHEMAS = {"Place": {"type": "object", "properties": {"town": STRING}}}


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "flat_api.codegen", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment, check=False)


def test_the_command_makes_a_package_where_it_is(tmp_path: Path):
    """Without `--out` the package is made in the current directory; each file written is named."""
    written(tmp_path, document(SCHEMAS))
    done = run("openapi.json", "--package", "maps", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"written: {Path('maps', 'model', 'place.py')}\n" in done.stdout
    assert (tmp_path / "maps" / "model" / "place.py").exists()


def test_yaml_and_json_make_the_same_package(tmp_path: Path):
    """A document may be in either; YAML takes PyYAML."""
    yaml = pytest.importorskip("yaml")
    (tmp_path / "j").mkdir()
    (tmp_path / "y").mkdir()
    assert generate(tmp_path / "j", document(SCHEMAS), "maps") == 0
    path = written(tmp_path / "y", yaml.safe_dump(document(SCHEMAS)), "openapi.yaml")
    assert main([str(path), "--package", "maps", "--out", str(tmp_path / "y")]) == 0
    assert (tmp_path / "y/maps/model/place.py").read_text() == (tmp_path / "j/maps/model/place.py").read_text()


def test_help_has_examples_and_exit_codes():
    """`--help` says all there is to know."""
    done = run("--help", cwd=ROOT)
    assert done.returncode == 0
    for text in ("python -m flat_api.codegen openapi.yaml --package acme --out src", "exit codes:", "--drift"):
        assert text in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "--package is needed, or --drift"),
        (["--package", "a-b"], "'a-b' is not the name of a package"),
        (["--package", ""], "'' is not the name of a package"),
        (["--package", "class"], "'class' is not the name of a package"),
        (["--package", "acme.None.api"], "'acme.None.api' is not the name of a package"),
        (["--package", "a..b"], "'a..b' is not the name of a package"),
        (["--package", "\ufb01sh"], "Python reads '\ufb01sh' as 'fish'"),
        (["--package", "json.acme"], "'json' is a module of Python's standard library"),
        (["--package", "a", "--check", "--drift"], "--check and --drift exclude each other"),
        (["--package", "a", "--json"], "--json goes with --drift"),
    ],
)
def test_a_wrong_command_line_is_explained(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]):
    """The exit code is 2, as for any command."""
    with pytest.raises(SystemExit) as caught:
        main(["openapi.json", *arguments])
    assert caught.value.code == 2
    assert message in capsys.readouterr().err


def test_a_bad_document_is_one_line_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """It names the place in the document, what is there, and what is wanted; nothing is written."""
    broken = document({"A": {"type": "object", "properties": {"b": ref("C")}}})
    assert generate(tmp_path, broken, "maps", "--strict") == 2
    place = "#/components/schemas/A/properties/b/$ref"
    error = capsys.readouterr().err
    assert error == f"python -m flat_api.codegen: {place}: points at '#/components/schemas/C', where there is nothing\n"
    assert not (tmp_path / "maps").exists()


def test_what_is_read_otherwise_is_one_warning_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """The package is made all the same, and the exit code is that of a good document."""
    assert generate(tmp_path, document({"A": {"type": "string", "nullable": True, "enum": ["a"]}}), "maps") == 0
    warning = "#/components/schemas/A/enum: null is not among the values, but nullable allows it: it is accepted"
    assert capsys.readouterr().err == f"python -m flat_api.codegen: warning: {warning}\n"
    with imported(tmp_path, "maps") as models:
        assert models.A(None) == None  # noqa: E711
        assert models.A("a") == "a"


def test_a_document_nested_too_deeply_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Thousands of levels of nesting are no reason to crash."""
    for levels in (400, 5000):
        nested = '{"items": ' * levels + "{}" + "}" * levels
        text = '{"openapi": "3.0.3", "components": {"schemas": {"A": ' + nested + "}}}"
        assert generate(tmp_path, text, "maps") == 2
        assert "is nested too deeply" in capsys.readouterr().err


def test_drift_exits_with_1_when_something_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A build can watch the document for what the models lack."""
    content = document(SCHEMAS)
    assert generate(tmp_path, content, "maps") == 0
    with imported(tmp_path, "maps"):
        capsys.readouterr()
        path = str(written(tmp_path, content))
        assert main([path, "--drift", "--package", "maps"]) == 0
        assert capsys.readouterr().out == "nothing differs\n"
        content["components"]["schemas"]["Place"]["required"] = ["town"]
        written(tmp_path, content)
        assert main([path, "--drift", "--package", "maps"]) == 1
        lines = capsys.readouterr().out.splitlines()
        assert lines[0].startswith("1 difference: 0 break reading, 0 break sending, 1 add")
        assert lines[-1] == "  Place town  required  yes       no"
        assert main([path, "--drift", "--package", "maps", "--json"]) == 1
        assert json.loads(capsys.readouterr().out)[0]["what"] == "required"


def test_drift_looks_at_the_models_of_flat_api(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Without `--package` the document is held against the models of this package."""
    assert main([str(written(tmp_path, document({"Task": STRING}))), "--drift", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    rows = [list(entry.values()) for entry in found]
    assert ["Task", "", "type", "string", "object", "breaks reading", "both"] in rows
    assert ["Group", "", "model", "-", "yes", "adds", "declared"] in rows


def test_drift_of_a_package_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """The exit code is 2: there is nothing to compare with."""
    assert main([str(written(tmp_path, document(SCHEMAS))), "--drift", "--package", "no_such_package"]) == 2
    assert "no_such_package: is not a package with models" in capsys.readouterr().err


def test_a_reader_that_stops_reading_is_no_error(tmp_path: Path):
    """`... --drift | head` ends quietly."""
    path = written(tmp_path, document({f"A{number}": STRING for number in range(5000)}))
    command = f"{sys.executable} -m flat_api.codegen {path} --drift | head -n 1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=environment, check=False)
    assert " differences: " in done.stdout
    assert done.stderr == ""


def test_the_tool_works_without_any_extra():
    """JSON documents take nothing but the core installation: no rich, click or yaml is imported."""
    code = (
        "import sys, flat_api.codegen, flat_api.codegen._command\n"
        "assert not {'rich', 'click', 'yaml'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
