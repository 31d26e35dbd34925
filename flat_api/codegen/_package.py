"""All files of a generated package: what they should be, beside what they are."""

from __future__ import annotations

import ast
import io
import tokenize
import typing
from pathlib import Path

from ._contents import contents_source
from ._drift import differences
from ._errors import DocumentError
from ._existing import existing_facts, with_prose
from ._module import module_source
from ._normal import Facts, parts
from ._plan import Plan
from ._write import changed

OUR_PACKAGE = "flat_api"


class Package(typing.NamedTuple):
    """The *files* of a package by path; all of them are there, changed or not.

    *strangers* are the modules that no component stands behind, *own* those that are behind the document and can't be
    printed anew, since people put code or comments into them.
    """

    files: dict[Path, str]
    strangers: list[Path]
    own: list[Path]


def package_files(components: typing.Mapping[str, Facts], package: str, out: Path) -> Package:
    """What the package called *package*, below the directory *out*, should have in it.

    A module that already declares its component is in the result as it is. Where one has to be printed, it keeps the
    descriptions and names that people gave. Raises `DocumentError` for a module that can't be imported, or declares
    something else than its name says.
    """
    plan = Plan(components, "..schemas" if package == OUR_PACKAGE else f"{OUR_PACKAGE}.schemas")
    root = out.joinpath(*package.split("."))
    existing = existing_facts(root, plan)
    modules = {component: root / "model" / f"{plan.module(component)}.py" for component in components}
    printed = {path: _module(component, path, existing.get(component), plan) for component, path in modules.items()}
    own = [path for path in changed(printed) if path.exists() and has_own_code(_text(path))]
    contents = root / "models" / "__init__.py"
    files = {
        **_frame(out, package),
        **printed,
        **{path: _text(path) for path in own},
        contents: _unless_equal(contents, contents_source(plan, package)),
    }
    strangers = {path for path in (root / "model").glob("*.py") if path.stem != "__init__"} - set(printed)
    return Package(files, sorted(strangers), own)


def _frame(out: Path, package: str) -> dict[Path, str]:
    """The files around the models; those that are there stay as they are."""
    steps = package.split(".")
    root = out.joinpath(*steps)
    files = {out.joinpath(*steps[:depth], "__init__.py"): "" for depth in range(1, len(steps))}
    files[root / "__init__.py"] = f'"""The models of {package}; see `{package}.models`."""\n'
    files[root / "model" / "__init__.py"] = '"""One module per component schema."""\n'
    files[root / "py.typed"] = ""
    return {path: _text(path) if path.exists() else source for path, source in files.items()}


def _module(component: str, path: Path, existing: Facts | None, plan: Plan) -> str:
    """The source of the module of *component*: what is in the file, where that will do."""
    facts = plan.components[component]
    if existing is None and path.exists():
        message = f"has no class {plan.classes[component]}; give it back its name, or move the file away"
        raise DocumentError(str(path), message)
    if existing is None:
        return module_source(component, facts, plan)
    merged = with_prose(facts, existing)
    current = not differences({component: facts}, {component: existing}) and _prose(merged) == _prose(existing)
    if current and not _closes_a_circle(component, _text(path), plan):
        return _text(path)
    return _unless_equal(path, module_source(component, merged, plan))


def has_own_code(source: str) -> bool:
    """Whether *source* has comments or functions, which no printed module has."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return any(token.type == tokenize.COMMENT or token.string in ("def", "lambda") for token in tokens)


def _prose(facts: Facts, way: tuple[str, ...] = ()) -> dict[tuple[str, ...], str]:
    """Every description in *facts*, by place."""
    own = {(*way, word): str(facts[word]) for word in ("description", "about") if word in facts}
    inner = [_prose(part, (*way, *step)) for step, part in parts(facts)]
    return {place: text for found in (own, *inner) for place, text in found.items()}


def _closes_a_circle(component: str, source: str, plan: Plan) -> bool:
    """Whether *source* imports at once what it must now refer to by name."""
    base = plan.components[component].get("ref")
    cyclic = {target for target in plan.targets(component) - {component, base} if plan.is_cyclic(component, target)}
    modules = {plan.module(target) for target in cyclic}
    return any(isinstance(line, ast.ImportFrom) and line.module in modules for line in ast.parse(source).body)


def _unless_equal(path: Path, source: str) -> str:
    """*source*, or what is in the file where that says the same in other lines."""
    if not path.exists():
        return source
    try:
        return _text(path) if ast.dump(ast.parse(_text(path))) == ast.dump(ast.parse(source)) else source
    except SyntaxError:
        return source


def _text(path: Path) -> str:
    return path.read_bytes().decode()
