"""What an installation gets: the wheel is built from a copy of the tree, unpacked, and used from there."""

import importlib.metadata
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
BUILT = {".so", ".pyd"}
SOURCES = {"flat_api/schemas/_speedups.c"}
INGREDIENTS = ("setup.cfg", "setup.py", "README.md", "LICENSE", "flat_api")


def files_below(directory):
    """Every file of *directory*/flat_api as a path from *directory*, without what the interpreter caches."""
    files = (path.relative_to(directory) for path in (directory / "flat_api").rglob("*") if path.is_file())
    return {path.as_posix() for path in files if "__pycache__" not in path.parts and path.suffix not in BUILT}


def python(*arguments, cwd, **variables):
    """Run this interpreter on *arguments*, where the modules in *cwd* come first; return what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(cwd), "PYTHONDONTWRITEBYTECODE": "1", **variables}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(source, **variables):
    """The wheel, built from a copy of the tree in *source*, without the network and without what was built before."""
    source.mkdir()
    for name in INGREDIENTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.pyd"))
        else:
            shutil.copy2(ROOT / name, source / name)
    python("-m", "build", "--wheel", "--no-isolation", cwd=source, **variables)
    (wheel,) = source.glob("dist/*")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel as `pip wheel` makes it here."""
    return built(tmp_path_factory.mktemp("wheel") / "source", FLAT_PURE="")


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A directory with the wheel's files and nothing else."""
    directory = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(directory)
    return directory


@pytest.fixture(scope="module")
def distribution(installed):
    """What the installed package says about itself."""
    (found,) = importlib.metadata.distributions(path=[str(installed)])
    return found


def test_a_wheel_is_for_one_interpreter_and_system(wheel, distribution):
    """The extension makes it so; pip knows the package as flat-api-frozen."""
    tag = f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert wheel.name.startswith(f"flat_api_frozen-{distribution.version}-{tag}-{tag}-")


def test_a_wheel_without_the_extension_serves_every_interpreter_and_system(tmp_path):
    """FLAT_PURE=1 asks for it."""
    assert built(tmp_path / "source", FLAT_PURE="1").name.endswith("-py3-none-any.whl")


def test_without_a_compiler_there_is_a_wheel_all_the_same(tmp_path):
    """The build says that it goes without the extension, and the package works as before."""
    wheel = built(tmp_path / "source", FLAT_PURE="", CC="no-such-compiler")
    with zipfile.ZipFile(wheel) as archive:
        assert not [name for name in archive.namelist() if Path(name).suffix in BUILT]
        archive.extractall(tmp_path / "installed")
    program = "from flat_api.schemas import is_compiled, StrSchema; print(is_compiled(), StrSchema('a'))"
    assert python("-c", program, cwd=tmp_path / "installed", FLAT_PURE="").strip() == "False a"


def test_the_extension_is_in_the_wheel(installed):
    """It is built where there is a compiler, and switched off by FLAT_PURE=1 where it is not wanted."""
    program = "from flat_api.schemas import is_compiled; print(is_compiled())"
    if not shutil.which("cc"):
        pytest.skip("there is no compiler")
    assert python("-c", program, cwd=installed, FLAT_PURE="").strip() == "True"
    assert python("-c", program, cwd=installed, FLAT_PURE="1").strip() == "False"


def test_wheel_holds_every_file_of_the_package_and_no_other(installed):
    """Whatever lies below flat_api is installed, but for the source in C, and nothing else: no tests, no docs."""
    assert files_below(installed) == files_below(ROOT) - SOURCES
    assert len(list(installed.iterdir())) == len(["flat_api", "its dist-info"])


def test_type_checkers_find_the_marker(installed):
    """The wheel carries py.typed, so the annotations count in other people's programs."""
    assert "flat_api/py.typed" in files_below(installed)


def test_sandbox_brings_its_page(installed):
    """The files of the page are in the wheel."""
    assert {"index.html", "page.js", "page.css", "docs.html", "docs.js"} <= {
        name.rpartition("/")[2] for name in files_below(installed) if name.startswith("flat_api/sandbox/page/")
    }


def test_sandbox_brings_its_data(installed):
    """What a sandbox has from the start, its tables, and the words of samples are in the wheel."""
    names = {str(name) for name in files_below(installed)}
    assert "flat_api/samples/words.json" in names
    for name in ("seeds.json", "tables.sql", "faults.txt", "empty.xlsx", "thumbnail.png", "page.jpg"):
        assert f"flat_api/sandbox/data/{name}" in names


def test_command_line_brings_its_samples(installed):
    """The wheel carries the data that the command line shows without a server."""
    assert any(name.startswith("flat_api/cli/samples/") for name in files_below(installed))


def test_licence_is_an_expression_with_its_text(installed, distribution):
    """The licence is Apache-2.0, said in the form tools read, and its text travels along."""
    assert distribution.metadata["License-Expression"] == "Apache-2.0"
    (text,) = installed.glob("*.dist-info/licenses/LICENSE")
    assert text.read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_python_3_11_is_the_oldest_served(distribution):
    """pip refuses to install the package on Python 3.10."""
    assert distribution.metadata["Requires-Python"] == ">=3.11"


def test_installation_brings_four_libraries(distribution):
    """Without extras only frozendict, python-dateutil, typing-extensions and urllib3 come along."""
    requirements = map(Requirement, distribution.requires)
    assert {found.name for found in requirements if found.marker is None} == {
        "frozendict",
        "python-dateutil",
        "typing-extensions",
        "urllib3",
    }


def test_extras_are_named_after_what_they_are_for(distribution):
    """Everything beyond the runtime is asked for by name, as in flat-api-frozen[cli]."""
    extras = set(distribution.metadata.get_all("Provides-Extra"))
    tools = {"bench", "docs", "lint", "test", "types"}
    assert extras == tools | {"async", "bulk", "cli", "codegen", "dask", "login", "patterns", "sandbox"}


def test_installation_gives_the_command_flat_api(installed, distribution):
    """The command flat-api starts flat_api.cli.main, and answers --help from the wheel."""
    (command,) = distribution.entry_points.select(group="console_scripts")
    assert (command.name, command.value) == ("flat-api", "flat_api.cli:main")
    program = "import sys; from flat_api.cli import main; sys.exit(main())"
    assert "usage" in python("-c", program, "--help", cwd=installed).lower()


def test_installation_gives_pytest_its_plugin(installed, distribution):
    """The entry point is a module of the wheel that loads nothing but itself."""
    (plugin,) = distribution.entry_points.select(group="pytest11")
    assert (plugin.name, plugin.value) == ("flat_api", "flat_api.sandbox.pytest_plugin")
    program = f"import sys, {plugin.value}; print(*{{'werkzeug', 'urllib3', 'frozendict'}} & set(sys.modules))"
    assert python("-c", program, cwd=installed).split() == []


def test_version_is_said_once(installed, distribution):
    """pip's version and flat_api.__version__ are the same."""
    printed = python("-c", "import flat_api; print(flat_api.__version__)", cwd=installed)
    assert printed.strip() == distribution.version


@pytest.mark.parametrize("statement", ["import flat_api", "from flat_api.model.task import Task"])
def test_import_is_light(installed, statement):
    """Importing the package or a model loads no library beyond frozendict and typing-extensions."""
    listing = "import sys; print(*sys.modules, sys.modules['flat_api'].__file__)"
    *modules, origin = python("-c", f"{statement}; {listing}", cwd=installed).split()
    assert Path(origin).is_relative_to(installed)
    assert not {"click", "dateutil", "pydantic", "rich", "urllib3"} & set(modules)


def test_front_door_has_every_name_it_lists(installed):
    """`from flat_api import *` gives every public name, and each of them is there."""
    program = "from flat_api import *; import flat_api; print(*(set(flat_api.__all__) - set(globals())))"
    assert python("-c", program, cwd=installed).split() == []
