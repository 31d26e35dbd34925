"""The drift between a document and the declarations of a package, as text or JSON."""

from __future__ import annotations

import importlib
import importlib.util
import json
import typing

from .. import schemas
from ..operations._catalogue import operations
from . import _names
from ._api import Api, schemas_in
from ._drift import Difference, differences
from ._errors import DocumentError
from ._facts import declared
from ._normal import Facts, parts
from ._operation_drift import operation_differences
from ._operation_facts import declared_operations, service_facts

HEADINGS = Difference("schema", "property", "what", "document", "declared")
_WIDEST = 48


def drift(document: Api, package: str) -> list[Difference]:
    """How *document* differs from what *package* declares; schemas go by the names of their classes.

    Raises `DocumentError` for a package that can't be imported, or has no models.
    """
    names = _names.class_names(document.components)
    named = _renamed(document, names)
    declared = declared_api(package)
    return [*differences(named.components, declared.components), *operation_differences(named, declared)]


def declared_api(package: str) -> Api:
    """What *package* declares: its models by the names of their classes, its operations, if it has some, and their
    service.
    """
    try:
        contents = importlib.import_module(f"{package}.models")
        found: dict[str, typing.Any] = {name: getattr(contents, name) for name in dir(contents)}
        listed = operations(package) if importlib.util.find_spec(f"{package}.apis") else []
    except ImportError as error:
        raise DocumentError(package, f"is no package with models: {error}") from None
    models = {cls: name for name, cls in found.items() if isinstance(cls, type) and issubclass(cls, schemas.Schema)}
    owner = listed[0].operation.owner if listed else None
    components = {name: declared(cls, models) for cls, name in models.items()}
    return Api(components, declared_operations(listed, models), service_facts(owner, models))


def _renamed(api: Api, names: typing.Mapping[str, str]) -> Api:
    """*api* whose schemas refer to classes instead of components."""
    components, operations, service = json.loads(json.dumps(api[:3]))
    inner = [entry for facts in (*operations.values(), service) for entry in schemas_in(facts)]
    for entry in (part for facts in (*components.values(), *inner) for part in _everything(facts)):
        if "ref" in entry:
            entry["ref"] = names[entry["ref"]]
    return Api({names[name]: facts for name, facts in components.items()}, operations, service)


def _everything(facts: Facts) -> typing.Iterator[Facts]:
    yield facts
    for _, part in parts(facts):
        yield from _everything(part)


def table(found: typing.Sequence[Difference]) -> str:
    """*found* in columns under headings."""
    rows = [Difference(*map(_cell, row)) for row in (HEADINGS, *found)]
    widths = [max(map(len, column)) for column in zip(*rows)]
    rows.insert(1, Difference(*("-" * width for width in widths)))
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def _cell(text: str) -> str:
    line = " ".join(text.split()) or "-"
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 3]}..."


def as_json(found: typing.Sequence[Difference]) -> str:
    """*found* as a JSON array of objects."""
    return json.dumps([entry._asdict() for entry in found], indent=2)
