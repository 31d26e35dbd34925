"""Packages that codegen prints pass both checkers, strict: those of odd documents too."""

import json
import os
import subprocess
import sys

import pytest

from ..codegen.generated import generate
from ..codegen.odd import ALL
from ..codegen.odd_operations import DOCUMENT
from .test_inference import ROOT

SERVER = {"url": "https://{region}.example", "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}}}
SECURITY = [{"oauth": ["read"], "key": []}, {"oauth": ["read"]}, {}]
USE = """
from acme.apis.tags.pet_api import PetApi
from flat_api import ApiClient

answer = PetApi(ApiClient()).list_pets(query_params={"filter": {}}, cookie_params={"session id": "1"})
print(answer.body)
"""


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    """A folder with the package `acme` and a program that uses it."""
    made = tmp_path_factory.mktemp("printed")
    schemas = {**ALL["compositions"], **ALL["recursion"], **ALL["enums"], **DOCUMENT["components"]["schemas"]}
    components = {**DOCUMENT["components"], "schemas": schemas}
    content = {**DOCUMENT, "components": components, "servers": [*DOCUMENT["servers"], SERVER], "security": SECURITY}
    assert generate(made, content, "acme") == 0
    (made / "use.py").write_text(USE)
    return made


def test_mypy_finds_nothing_wrong(directory):
    """With --strict, in the package and in the program."""
    pytest.importorskip("mypy", reason="mypy comes with the extra 'types'")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "acme", "use.py"]
    environment = {**os.environ, "MYPYPATH": str(ROOT)}
    done = subprocess.run(command, cwd=directory, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("Success: no issues found"), done.stdout


def test_pyright_finds_nothing_wrong(directory):
    """In strict mode, in the package and in the program."""
    pytest.importorskip("pyright", reason="pyright comes with the extra 'types'")
    settings = {"typeCheckingMode": "strict", "extraPaths": [str(ROOT)], "include": ["acme", "use.py"]}
    (directory / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable]
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
    assert "0 errors, 0 warnings" in done.stdout, done.stdout
