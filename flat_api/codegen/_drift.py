"""Where a document and declarations differ, and what that does to a program that uses the declarations."""

from __future__ import annotations

import typing

from ._api import Api, mentioned, with_schemas
from ._merge import Merger
from ._normal import references
from ._operation_drift import OperationComparison
from ._rows import BOTH, DECLARED, Row, presence
from ._schema_drift import Comparison

READING, SENDING, ADDS = "breaks reading", "breaks sending", "adds"
"""What a difference does: an answer may be rejected; a request may be, by the API; nothing, one side only has more."""

_READ = ("responses", "default")
_SENT = ("parameters", "body")


class Difference(typing.NamedTuple):
    """One difference: in which *schema* or operation, at which *property* in it (empty: the whole), *what* differs.

    *document* and *declared* are what the two sides have, as text; `"-"` is nothing. *effect* is `READING`, `SENDING`
    or `ADDS`; *wider* is the side that has more there, or allows more: ``document``, ``declared``, or ``both`` where
    each has what the other lacks. Declarations for several versions of an API are the wider side on purpose.
    """

    schema: str
    property: str
    what: str
    document: str
    declared: str
    effect: str
    wider: str


def differences(document: Api, declared: Api) -> list[Difference]:
    """Return everything in which the two sides differ, in the order of the document.

    Schemas are compared without their ``allOf``, and by what they accept where one side refers to a component and the
    other doesn't, or both to different ones.
    """
    sides = [_merged(side) for side in (document, declared)]
    schemas = Comparison(sides[0].components, sides[1].components)
    found = list(_components(document, declared, sides, schemas))
    operations = OperationComparison(sides[0].service, sides[1].service, schemas)
    theirs, ours = (side.operations for side in sides)
    for key in dict.fromkeys([*theirs, *ours]):
        if key in theirs and key in ours:
            pair = theirs[key], ours[key]
            found += (_difference(key, row, reads=False, sends=False) for row in operations.facts(*pair))
            found += (_difference(key, row, reads=False, sends=True) for row in operations.sent(*pair))
            found += (_difference(key, row, reads=True, sends=False) for row in operations.read(*pair))
        else:
            found.append(_difference(key, presence("", "operation", "yes", key in theirs), reads=False, sends=False))
    return found


def _components(document: Api, declared: Api, sides: list[Api], schemas: Comparison) -> typing.Iterator[Difference]:
    theirs, ours = (side.components for side in sides)
    parts = _parts(document, sides[0]) - ours.keys() | _parts(declared, sides[1]) - theirs.keys()
    read, sent = (set[str]().union(*(_used(side, words) for side in sides)) for words in (_READ, _SENT))
    for name in dict.fromkeys([*theirs, *ours]):
        reads, sends = name in read, name in sent
        if not (reads or sends):
            reads = sends = True
        if name in theirs and name in ours:
            for row in schemas.rows(theirs[name], ours[name]):
                yield _difference(name, row, reads=reads, sends=sends)
        elif name not in parts:
            yield _difference(name, presence("", "model", "yes", name in theirs), reads=reads, sends=sends)


def _difference(name: str, row: Row, *, reads: bool, sends: bool) -> Difference:
    effect = ADDS
    if reads and row.hurts and row.wider != DECLARED:
        effect = READING
    elif sends and (row.needed or (row.hurts and row.wider == BOTH)):
        effect = SENDING
    return Difference(name, row.place, row.what, row.document, row.declared, effect, row.wider)


def _merged(api: Api) -> Api:
    """*api* with ``allOf`` written out everywhere."""
    merger = Merger(api.components)
    components = {name: merger.component(name) for name in api.components}
    operations = {key: with_schemas(facts, merger.schema) for key, facts in api.operations.items()}
    return Api(components, operations, with_schemas(api.service, merger.schema))


def _used(api: Api, words: tuple[str, ...]) -> set[str]:
    """The components that the *words* of operations of *api* lead to."""
    found: set[str] = set()
    fresh = _mentioned(api, words)
    while fresh:
        found |= fresh
        fresh = {target for name in fresh for target in references(api.components[name])} - found
    return found


def _mentioned(api: Api, words: tuple[str, ...]) -> set[str]:
    """The components that the *words* of operations of *api* refer to themselves."""
    everything = (api.service, *api.operations.values())
    return mentioned({word: facts[word] for word in words if word in facts} for facts in everything)


def _parts(api: Api, merged: Api) -> set[str]:
    """The components of *api* that stand in ``allOf`` only: as it is *merged*, nothing refers to them any more."""
    before, after = (
        _mentioned(side, (*_READ, *_SENT)) | {name for facts in side.components.values() for name in references(facts)}
        for side in (api, merged)
    )
    return before - after
