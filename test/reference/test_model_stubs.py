"""The stubs beside the models say what the models are: by name, by class, and by what a call accepts."""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import keyword
import os
import re
import shutil
import subprocess
import sys
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

import flat_api
from flat_api import models
from flat_api.model.task import Task
from flat_api.reference._command import main
from flat_api.reference._model_stubs import STUB_HEAD, model_stub
from flat_api.schemas import DictSchema, Schema, declaration_of

from ..codegen.generated import generate, imported
from ..codegen.odd import ALL, document

PACKAGE = Path(flat_api.__file__).parent
MODULES = sorted({getattr(models, name).__module__ for name in models.__all__})


def stub_of(module: str) -> Path:
    """The file of the stub of *module*."""
    return PACKAGE / "model" / f"{module.rpartition('.')[2]}.pyi"


def classes(tree: ast.AST, place: str = "") -> Iterator[tuple[str, ast.ClassDef]]:
    """The classes in a stub, those inside others too, by their qualified names."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef):
            yield f"{place}{node.name}", node
            yield from classes(node, f"{place}{node.name}.")


def described(node: ast.ClassDef) -> dict[str, str]:
    """The attributes of a class by name, each with the text below it."""
    found: dict[str, str] = {}
    for entry, below in zip(node.body, [*node.body[1:], None]):
        if isinstance(entry, ast.AnnAssign) and isinstance(entry.target, ast.Name):
            value = below.value if isinstance(below, ast.Expr) else None
            found[entry.target.id] = str(value.value) if isinstance(value, ast.Constant) else ""
    return found


def assigned(node: ast.ClassDef) -> dict[str, object]:
    """The members of an enum class by name."""
    found: dict[str, object] = {}
    for entry in node.body:
        if isinstance(entry, ast.Assign):
            (target,), call = entry.targets, entry.value
            assert isinstance(target, ast.Name) and isinstance(call, ast.Call)
            found[target.id] = ast.literal_eval(call.args[0])
    return found


def methods(node: ast.ClassDef, name: str) -> list[dict[str, bool]]:
    """The overloads of a method: its keywords, and whether each may be left out."""
    found = [entry for entry in node.body if isinstance(entry, ast.FunctionDef) and entry.name == name]
    return [
        {entry.arg: default is not None for entry, default in zip(method.args.kwonlyargs, method.args.kw_defaults)}
        for method in found
    ]


def named(place: str, module: str) -> typing.Any:
    """The class at *place* in *module*."""
    found = importlib.import_module(module)
    for step in place.split("."):
        found = getattr(found, step)
    return found


def test_each_module_of_a_model_has_its_stub():
    """And no other module has one."""
    assert {path.stem for path in PACKAGE.glob("model/*.pyi")} == {name.rpartition(".")[2] for name in MODULES}
    for module in MODULES:
        assert stub_of(module).read_bytes() == model_stub(module).encode()


@pytest.mark.parametrize("module", MODULES)
def test_a_stub_has_the_properties_and_members_of_its_models(module: str):
    """Each class in it is there at run time, with these properties, described alike, and these members."""
    found = dict(classes(ast.parse(stub_of(module).read_text("utf-8"))))
    assert any(named(place, module) is getattr(models, place, None) for place in found)
    for place, node in found.items():
        cls = named(place, module)
        declaration = declaration_of(cls)
        attributes = described(node)
        schemas = [base for base in cls.__bases__ if issubclass(base, Schema)]
        inherited = {entry.attribute for base in schemas for entry in declaration_of(base).properties.values()}
        properties = {entry.attribute: entry.description for entry in declaration.properties.values()}
        for name in properties.keys() - inherited:
            assert attributes.pop(name).split() == properties[name].split()
        assert attributes == {}
        inherited = {name for base in schemas for name in (declaration_of(base).enum or {}).values()}
        members = {name: constant for constant, name in (declaration.enum or {}).items() if name not in inherited}
        assert assigned(node) == members
        assert (ast.get_docstring(node) or "").split() == inspect.cleandoc(cls.__doc__ or "").split()


@pytest.mark.parametrize("module", MODULES)
def test_a_call_has_the_keywords_of_the_properties(module: str):
    """All of them, those that must be there too, unless there is a mapping; and `replace` has them all optional."""
    for place, node in classes(ast.parse(stub_of(module).read_text("utf-8"))):
        cls = named(place, module)
        declaration = declaration_of(cls)
        constructors, changes = methods(node, "__init__"), methods(node, "replace")
        if not issubclass(cls, DictSchema) or not declaration.properties:
            assert (constructors, changes) == ([], [])
            continue
        names: dict[str, bool] = {}
        for key, entry in declaration.properties.items():
            either = {entry.attribute} if keyword.iskeyword(key) else {entry.attribute, key}
            names |= dict.fromkeys(either, entry.required and len(either) == 1)
        anything = {**dict.fromkeys(names, True), "_configuration": True}
        strict = {**{name: not is_required for name, is_required in names.items()}, "_configuration": True}
        assert constructors == ([anything, strict] if any(names.values()) else [anything])
        assert changes == [dict.fromkeys(names, True)]


def test_a_stub_is_what_an_editor_shows():
    """The property with its class and its description, and what may be passed in for it."""
    text = model_stub(Task.__module__)
    assert text.startswith(f"{STUB_HEAD}\n\nfrom collections.abc import Mapping, Sequence\n")
    assert '        percent: Property[NumberSchema]\n        """Percent of the task progression"""\n' in text
    assert "    state: Property[Task.State]\n" in text
    assert '        CREATED = value("created")\n' in text
    assert (
        '        state: Literal["created", "doing", "done", "canceled", "error"] | Task.State | Unset = ...,\n' in text
    )


def test_the_command_prints_and_removes_stubs(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Where the package is beside the pages; stubs that somebody else wrote stay."""
    (tmp_path / "flat_api" / "model").mkdir(parents=True)
    pages, folder = tmp_path / "docs" / "models", tmp_path / "flat_api" / "model"
    (folder / "gone.pyi").write_text(f"{STUB_HEAD}\n")
    (folder / "mine.pyi").write_text("x: int\n")
    assert main(["--output", str(pages)]) == 0
    assert not (folder / "gone.pyi").exists()
    assert (folder / "mine.pyi").exists()
    assert (folder / "task.pyi").read_bytes() == stub_of(Task.__module__).read_bytes()
    assert (tmp_path / "flat_api" / "bodies.py").read_bytes() == (PACKAGE / "bodies.py").read_bytes()
    (folder / "task.pyi").write_text("x: int\n")
    capsys.readouterr()
    assert main(["--check", "--output", str(pages)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith("task.pyi: out of date")


@pytest.fixture(scope="module")
def odd_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Packages with everything in them that makes names and types hard, and stubs beside their models."""
    directory = tmp_path_factory.mktemp("odd")
    for name, schemas in ALL.items():
        package = f"odd_{name}"
        assert generate(directory, document(schemas), package) == 0
        with imported(directory, package):
            for path in sorted((directory / package / "model").glob("[!_]*.py")):
                module = f"{package}.model.{path.stem}"
                importlib.import_module(module)
                path.with_suffix(".pyi").write_text(model_stub(module), "utf-8")
    return directory


def checked(
    checker: str, directory: Path, *arguments: str, package: Path = PACKAGE
) -> subprocess.CompletedProcess[str]:
    """A type checker that has run in *directory*, with *package*, this one or a copy, at hand."""
    pytest.importorskip(checker, reason=f"{checker} comes with the extra 'types'")
    return subprocess.run(
        [sys.executable, "-m", checker, *arguments],
        cwd=directory,
        env={**os.environ, "MYPYPATH": str(package.parent)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_mypy_reads_the_stubs_of_odd_models(odd_packages: Path):
    """Whatever properties, classes and members are called, however they refer to each other."""
    found = [path.name for path in odd_packages.iterdir() if path.is_dir() and path.name.startswith("odd_")]
    done = checked("mypy", odd_packages, "--strict", *found)
    assert done.stdout.startswith("Success"), done.stdout + done.stderr


def test_pyright_reads_the_stubs_of_odd_models(odd_packages: Path):
    """In strict mode, as mypy does."""
    settings = {"typeCheckingMode": "strict", "extraPaths": [str(PACKAGE.parent)], "pythonVersion": "3.11"}
    (odd_packages / "pyrightconfig.json").write_text(json.dumps(settings))
    done = checked("pyright", odd_packages)
    assert done.stdout.startswith("0 errors"), done.stdout + done.stderr


def test_odd_names_are_no_keywords(odd_packages: Path):
    """What Python can't call so, or would call otherwise, is given in a mapping only; the rest goes by either name."""
    found = dict(classes(ast.parse((odd_packages / "odd_names" / "model" / "members.pyi").read_text("utf-8"))))
    loose, strict = methods(found["Members"], "__init__")
    assert loose.keys() == strict.keys()
    assert not any(map(keyword.iskeyword, loose))
    assert {"self", "self_", "items", "items_"} & loose.keys() == {"self", "items", "items_"}


def attributes_of(cls: type, place: str) -> Iterator[str]:
    """Each property and each member of *cls* and of the classes in it, as an expression."""
    declaration = declaration_of(cls)
    yield from (f"{place}.{entry.attribute}" for entry in declaration.properties.values())
    yield from (f"{place}.{name}" for name in (declaration.enum or {}).values())
    for name, inner in list(vars(cls).items()):
        if isinstance(inner, type) and issubclass(inner, Schema) and inner.__qualname__ == f"{cls.__qualname__}.{name}":
            yield from attributes_of(inner, f"{place}.{name}")


def handed_on(cls: type, place: str) -> Iterator[str]:
    """A function for *cls*, and for each class in it, in which the values of its properties are passed in again."""
    declaration = declaration_of(cls)
    if issubclass(cls, DictSchema) and declaration.properties:
        yield f"def {place.replace('.', '_')}(it: {place}) -> None:"
        for entry in declaration.properties.values():
            name = entry.attribute
            yield f"    it.replace({name}=it.{name})"
            yield f"    {place}({{}}, {name}=it.{name})"
            yield from () if entry.required else [f"    it.replace({name}=it.get_item_oapg({place}.{name}))"]
    for name, inner in list(vars(cls).items()):
        if isinstance(inner, type) and issubclass(inner, Schema) and inner.__qualname__ == f"{cls.__qualname__}.{name}":
            yield from handed_on(inner, f"{place}.{name}")


def test_a_stub_says_what_the_module_says(tmp_path: Path):
    """Each property and member has the type that mypy infers from the declaration where there is no stub, and whatever
    is read from a property may be passed in for it.
    """
    classes = {f"models.{name}": getattr(models, name) for name in models.__all__}
    places = [place for name, cls in classes.items() for place in attributes_of(cls, name)]
    again = [line for name, cls in classes.items() for line in handed_on(cls, name)]
    assert len(places) > 1000
    assert len(again) > 1000
    program = "\n".join(["from flat_api import models", *(f"reveal_type({place})" for place in places), *again])
    bare = shutil.copytree(PACKAGE, tmp_path / "bare" / "flat_api", ignore=shutil.ignore_patterns("__pycache__"))
    for path in bare.glob("model/*.pyi"):
        path.unlink()
    found: list[list[str]] = []
    for package in (PACKAGE, bare):
        folder = tmp_path / str(len(found))
        folder.mkdir()
        (folder / "program.py").write_text(program)
        done = checked("mypy", folder, "--strict", "program.py", package=package)
        assert " error: " not in done.stdout
        found.append(re.findall(r'program.py:\d+: note: Revealed type is "(.+)"', done.stdout))
    assert len(found[0]) == len(places)
    assert dict(zip(places, found[0])) == dict(zip(places, found[1]))
