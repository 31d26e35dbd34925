"""The files of a package that declare its operations: what they should be, beside what they are."""

from __future__ import annotations

import ast
import typing
from pathlib import Path

from ._api import Api, with_schemas
from ._existing import Existing
from ._json import is_array, is_object, same
from ._normal import Facts, bare
from ._operation_source import TagPrinter, made_description, made_docstring, service_source
from ._plan import Plan
from ._prose import operation_prose, operation_with_prose
from ._tags import METHODS, Tag, TagPlan
from ._write import has_own_code, text_in, unless_equal

_FRAME = {
    "apis": '"""The operations; see `{package}.apis.tags`."""\n',
    "apis/tags": '"""One module for each tag, with one class of operations."""\n',
}


def operation_files(api: Api, package: str, root: Path, existing: Existing, plan: Plan) -> dict[Path, str]:
    """The files in ``apis`` of *package*, which is in the directory *root*; none where there are no operations."""
    if not api.operations:
        return {}
    tags = TagPlan(api, package, existing.known)
    files = {root / name / "__init__.py": text.format(package=package) for name, text in _FRAME.items()}
    files = {path: text_in(path) if path.exists() else text for path, text in files.items()}
    service = root / "apis" / "_service.py"
    files[service] = _service(service, api, tags, package, existing, plan)
    merged = {key: _merged(key, facts, tags, existing) for key, facts in api.operations.items()}
    for tag in tags.tags.values():
        path = root / "apis" / "tags" / f"{tag.module}.py"
        files[path] = _tag(path, tag, tags, merged, existing, plan)
    return files


def _service(path: Path, api: Api, tags: TagPlan, package: str, existing: Existing, plan: Plan) -> str:
    """The source of the module with the base of all classes: what is in the file, where that will do."""
    theirs, ours = api.service, existing.api.service
    if existing.known.service_name and _without_prose(theirs) == _without_prose(ours):
        return text_in(path)
    kept = {word: ours[word] for word in ("description",) if word in ours}
    return unless_equal(path, service_source({**theirs, **kept}, tags.service_name, package, plan))


def _without_prose(service: Facts) -> typing.Any:
    """Return what *service* says to programs: no descriptions, be they of schemas, schemes or scopes."""
    found = {word: service.get(word) for word in ("auth", "servers") if service.get(word)}
    default = {name: bare(entry["schema"]) for name, entry in service.get("default", {}).get("content", {}).items()}
    return found, default, _undescribed(service.get("schemes", {}))


def _undescribed(value: typing.Any) -> typing.Any:
    if is_array(value):
        return list(map(_undescribed, value))
    if not is_object(value):
        return value
    kept = {word: entry for word, entry in value.items() if word != "description"}
    return {
        word: sorted(entry) if word == "scopes" and is_object(entry) else _undescribed(entry)
        for word, entry in kept.items()
    }


def _merged(key: str, facts: Facts, tags: TagPlan, existing: Existing) -> Facts:
    """*facts* of an operation with what people wrote about it."""
    found = existing.api.operations.get(key)
    if found is None:
        return facts
    if found.get("description") == made_description(tags.names[key]):  # nobody has written it
        found = {word: entry for word, entry in found.items() if word != "description"}
    return operation_with_prose(facts, found)


def _tag(
    path: Path, tag: Tag, tags: TagPlan, operations: typing.Mapping[str, Facts], existing: Existing, plan: Plan
) -> str:
    """The source of the module of *tag*: what is in the file, where that will do."""
    there = existing.api.service.get("tags", {}).get(tag.name, "")
    said = tags.api.service.get("tags", {}).get(tag.name, "")
    kept = there if there and there != made_docstring(tag.name) else said or there
    if path.exists() and kept == there and _is_current(tag, tags, operations, existing):
        return text_in(path)
    return unless_equal(path, TagPrinter(tag, tags, operations, plan).source(kept))


def _is_current(tag: Tag, tags: TagPlan, operations: typing.Mapping[str, Facts], existing: Existing) -> bool:
    """Return whether the class of *tag* declares its operations as the document has them, and takes the others."""
    there = {key: facts for key, facts in existing.api.operations.items() if tag.name in facts["tags"]}
    if there.keys() != tag.operations.keys():
        return False
    if any(existing.known.owners[key] != owner for key, owner in tag.operations.items()):
        return False
    own = [key for key, owner in tag.operations.items() if owner == tag.name]
    pairs = [[_compared(side[key], tags.names[key]) for side in (operations, there)] for key in own]
    return all(same(*pair) for pair in pairs)


def _compared(facts: Facts, name: str) -> tuple[Facts, typing.Any]:
    """Return what the declaration of an operation says: to programs, and to people."""
    said = {"description": made_description(name), **facts}
    plain = {word: entry for word, entry in facts.items() if word not in ("description", "name", "aliases", "tags")}
    return with_schemas(plain, bare), operation_prose(said)


def has_own_operations(source: str) -> bool:
    """Return whether *source*, of a module in ``apis``, has something in it that no printed module has.

    That is what `has_own_code` sees, and also names for parameters, imports of them, and further attributes.
    """
    module = ast.parse(source)
    body = module.body[1:] if ast.get_docstring(module) is not None else module.body
    return has_own_code(source) or not all(map(_is_printed, body))


def _is_printed(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Import):
        return [alias.name for alias in statement.names] == ["typing"]
    if isinstance(statement, ast.ImportFrom):
        name = (statement.module or "").removeprefix("flat_api.")
        known = ("__future__", "operations", "schemas", "api_client", "_service", "frozendict")
        return name in known or name.startswith("model.") or name.endswith("_api")
    return isinstance(statement, ast.ClassDef) and all(map(_is_printed_inside, statement.body))


def _is_printed_inside(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.AnnAssign):
        return ast.unparse(statement.target) in ("security_schemes", "servers")
    if not isinstance(statement, ast.Assign):
        return isinstance(statement, (ast.ClassDef, ast.Expr, ast.Pass))
    if isinstance(statement.value, ast.Call):
        return ast.unparse(statement.value.func) in (*METHODS, "OpenApiResponse")
    known = ast.unparse(statement.targets[0]) in ("tag", "auth_settings", "servers")
    return known or isinstance(statement.value, (ast.Name, ast.Attribute))
