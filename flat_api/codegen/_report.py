"""The drift between a document and the declarations of a package, as text or JSON."""

from __future__ import annotations

import importlib
import importlib.util
import json
import typing

from .. import schemas
from ..exceptions import visible
from ..operations._catalogue import operations
from . import _names
from ._api import Api, with_schemas
from ._drift import ADDS, READING, SENDING, Difference, differences
from ._errors import DocumentError
from ._facts import declared
from ._normal import Facts, Way, mapped
from ._operation_facts import declared_operations, service_facts
from ._rows import DECLARED, DOCUMENT

_WIDTH = 120
_WIDEST = 22
_HEADINGS = ("where", "what", "document", "declared")
_HEADS = {
    READING: "Breaks reading: answers may hold what the declarations reject.",
    SENDING: "Breaks sending: requests as declared may be rejected by the API.",
    DOCUMENT: "Adds, in the document only: nothing breaks, but it is not declared.",
    DECLARED: "Adds, in the declarations only: they allow what other versions of the API have.",
}


def drift(document: Api, package: str) -> list[Difference]:
    """Return how *document* differs from what *package* declares; schemas go by the names of their classes.

    Raises `DocumentError` for a package that can't be imported, or has no models.
    """
    return differences(_renamed(document), declared_api(package))


def declared_api(package: str) -> Api:
    """Return what *package* declares: its models by the names of their classes, its operations if it has some, and
    their service.
    """
    try:
        contents = importlib.import_module(f"{package}.models")
        found: dict[str, typing.Any] = {name: getattr(contents, name) for name in dir(contents)}
        listed = operations(package) if importlib.util.find_spec(f"{package}.apis") else []
    except ImportError as error:
        raise DocumentError(package, f"is not a package with models: {error}") from None
    models = {cls: name for name, cls in found.items() if isinstance(cls, type) and issubclass(cls, schemas.Schema)}
    owner = listed[0].operation.owner if listed else None
    components = {name: declared(cls, models) for cls, name in models.items()}
    return Api(components, declared_operations(listed, models), service_facts(owner, models))


def _renamed(api: Api) -> Api:
    """*api* whose schemas are called like classes."""
    names = _names.class_names(api.components)

    def renamed(facts: Facts, way: Way = ()) -> Facts:
        found = mapped(facts, renamed)
        return {**found, "ref": names[found["ref"]]} if "ref" in found else found

    components = {names[name]: renamed(facts) for name, facts in api.components.items()}
    operations = {key: with_schemas(facts, renamed) for key, facts in api.operations.items()}
    return Api(components, operations, with_schemas(api.service, renamed))


def report(found: typing.Sequence[Difference]) -> str:
    """Return *found* as text: one line that counts them, and a table for each thing that they do.

    No line is longer than 120 columns; what is cut has an ellipsis.
    """
    if not found:
        return "nothing differs"
    groups = {key: [entry for entry in found if _group(entry) == key] for key in _HEADS}
    reading, sending, new, own = map(len, groups.values())
    summary = (
        f"{len(found)} {'difference' if len(found) == 1 else 'differences'}: {reading} break reading, {sending} break "
        f"sending, {new + own} add ({new} in the document only, {own} in the declarations only)"
    )
    return "\n\n".join([summary, *(_table(_HEADS[key], entries) for key, entries in groups.items() if entries)])


def _group(entry: Difference) -> str:
    if entry.effect != ADDS:
        return entry.effect
    return DECLARED if entry.wider == DECLARED else DOCUMENT


def _table(head: str, found: typing.Sequence[Difference]) -> str:
    """*found* in columns under headings."""
    rows = [_HEADINGS, *((" ".join(filter(None, entry[:2])), *entry[2:5]) for entry in found)]
    cells = [[_cell(text, _WIDEST) for text in row[1:]] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells)]
    room = _WIDTH - sum(widths) - 2 * len(_HEADINGS)
    places = [_cell(row[0], room) for row in rows]
    widths.insert(0, max(map(len, places)))
    lines = ("  ".join(map(str.ljust, (place, *row), widths)).rstrip() for place, row in zip(places, cells))
    return "\n".join([head, *(f"  {line}" for line in lines)])


def _cell(text: str, room: int) -> str:
    """*text* on one line, cut in the middle where it is longer than *room*."""
    line = visible(" ".join(text.split())) or "-"
    return line if len(line) <= room else f"{line[: room // 2]}…{line[room // 2 + 1 - room :]}"


def as_json(found: typing.Sequence[Difference]) -> str:
    """*found* as a JSON array of objects."""
    return json.dumps([entry._asdict() for entry in found], indent=2)
