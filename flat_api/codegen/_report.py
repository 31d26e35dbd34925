"""The drift between a document and the declarations of a package, as text or JSON."""

from __future__ import annotations

import importlib
import json
import typing

from .. import schemas
from . import _names
from ._drift import Difference, differences
from ._errors import DocumentError
from ._facts import declared
from ._normal import Facts, parts

HEADINGS = Difference("schema", "property", "what", "document", "declared")
_WIDEST = 48


def drift(document: typing.Mapping[str, Facts], package: str) -> list[Difference]:
    """How *document* differs from what the models of *package* declare; schemas go by the names of their classes."""
    names = _names.class_names(document)
    renamed = {names[component]: _renamed(facts, names) for component, facts in document.items()}
    return differences(renamed, declared_facts(package))


def declared_facts(package: str) -> dict[str, Facts]:
    """The facts of each model of *package* by the name of its class.

    Raises `DocumentError` for a package that can't be imported, or has no models.
    """
    try:
        contents = importlib.import_module(f"{package}.models")
        models: dict[str, typing.Any] = {name: getattr(contents, name) for name in dir(contents)}
    except ImportError as error:
        raise DocumentError(package, f"is no package with models: {error}") from None
    classes = {
        cls: name for name, cls in models.items() if isinstance(cls, type) and issubclass(cls, schemas.Schema)
    }
    return {name: declared(cls, classes) for cls, name in classes.items()}


def _renamed(facts: Facts, names: typing.Mapping[str, str]) -> Facts:
    """*facts* that refer to classes instead of components."""
    renamed = json.loads(json.dumps(facts))
    for entry in _everything(renamed):
        if "ref" in entry:
            entry["ref"] = names[entry["ref"]]
    return typing.cast(Facts, renamed)


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
    return json.dumps([entry._asdict() for entry in found], indent=2, ensure_ascii=False)
