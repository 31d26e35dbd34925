"""All files of a generated package: what they should be, beside what they are."""

from __future__ import annotations

import ast
import typing
from pathlib import Path

from ._api import Api
from ._contents import contents_source
from ._errors import DocumentError
from ._existing import existing_package
from ._json import same
from ._module import module_source
from ._normal import Facts, bare
from ._operation_files import has_own_operations, operation_files
from ._plan import Plan
from ._prose import prose, with_prose
from ._write import changed, has_own_code, text_in, unless_equal

OUR_PACKAGE = "flat_api"


class Package(typing.NamedTuple):
    """The *files* of a package by path; all of them are there, changed or not.

    *strangers* are the modules that no component stands behind, *own* those that are behind the document and can't be
    printed anew, since people put code or comments into them.
    """

    files: dict[Path, str]
    strangers: list[Path]
    own: list[Path]


def package_files(api: Api, package: str, out: Path) -> Package:
    """Return what the package called *package*, below the directory *out*, should have in it.

    A module that already declares what the document has is in the result as it is. Where one has to be printed, it
    keeps the descriptions and names that people gave. Raises `DocumentError` for a module that can't be imported, or
    declares something else than its name says.
    """
    plan = Plan(api.components, "..schemas" if package == OUR_PACKAGE else f"{OUR_PACKAGE}.schemas")
    root = out.joinpath(*package.split("."))
    existing = existing_package(root, plan)
    modules = {component: root / "model" / f"{plan.module(component)}.py" for component in plan.components}
    models = {path: _module(name, path, existing.api.components.get(name), plan) for name, path in modules.items()}
    operations = operation_files(api, package, root, existing, plan)
    own = [path for path in changed(models) if path.exists() and has_own_code(text_in(path))]
    own += [path for path in changed(operations) if path.exists() and has_own_operations(text_in(path))]
    contents = root / "models" / "__init__.py"
    files = {
        **_frame(out, package),
        **models,
        **operations,
        **{path: text_in(path) for path in own},
        contents: unless_equal(contents, contents_source(plan, package)),
    }
    found = {path for path in (root / "model").glob("*.py") if path.stem != "__init__"}
    strangers = (found | set((root / "apis" / "tags").glob("*_api.py"))) - set(files)
    return Package(files, sorted(strangers), own)


def _frame(out: Path, package: str) -> dict[Path, str]:
    """The files around the models; those that are there stay as they are."""
    steps = package.split(".")
    root = out.joinpath(*steps)
    files = {out.joinpath(*steps[:depth], "__init__.py"): "" for depth in range(1, len(steps))}
    files[root / "__init__.py"] = f'"""The models of {package}; see `{package}.models`."""\n'
    files[root / "model" / "__init__.py"] = '"""One module per component schema."""\n'
    files[root / "py.typed"] = ""
    return {path: text_in(path) if path.exists() else source for path, source in files.items()}


def _module(component: str, path: Path, existing: Facts | None, plan: Plan) -> str:
    """The source of the module of *component*: what is in the file, where that will do."""
    facts = plan.components[component]
    if existing is None and path.exists():
        message = f"has no class {plan.classes[component]}; give it back its name, or move the file away"
        raise DocumentError(str(path), message)
    if existing is None:
        return module_source(component, facts, plan)
    merged = with_prose(facts, existing)
    current = same(bare(facts), bare(existing)) and prose(merged) == prose(existing)
    if current and not _closes_a_circle(component, text_in(path), plan):
        return text_in(path)
    return unless_equal(path, module_source(component, merged, plan))


def _closes_a_circle(component: str, source: str, plan: Plan) -> bool:
    """Return whether *source* imports at once what it must now refer to by name."""
    base = plan.components[component].get("ref")
    targets = plan.targets(component) - {component, base}
    modules = {plan.module(target) for target in targets if plan.is_lazy(component, target)}
    return any(isinstance(line, ast.ImportFrom) and line.module in modules for line in ast.parse(source).body)
