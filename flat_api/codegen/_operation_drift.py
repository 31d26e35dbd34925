"""Where two operations differ: what is sent, and what is read."""

from __future__ import annotations

import typing

from ._api import STYLES, held, is_success
from ._normal import Facts
from ._rows import BOTH, DECLARED, DOCUMENT, Row, kind, presence, unequal
from ._schema_drift import Comparison
from ._tags import default_id

Rows = typing.Iterator[Row]


class OperationComparison:
    """Compares operations; *document* and *declared* are the services that those of the two sides belong to."""

    def __init__(self, document: Facts, declared: Facts, schemas: Comparison) -> None:
        self._services = document, declared
        self._schemas = schemas

    def facts(self, document: Facts, declared: Facts) -> Rows:
        """Return the differences in what is neither sent nor read: names, tags, scopes, errors."""
        names: list[str] = declared.get("aliases", [])
        ids = [declared["id"], *map(default_id, names)]
        if document["id"] not in ids:
            yield Row("", "operationId", document["id"], declared["id"], BOTH, hurts=False)
        for word, what in (("tags", "tag"), ("scopes", "scope")):
            yield from _members("", what, document.get(word, ()), declared.get(word, ()))
        yield from _members("", "error", _errors(document), _errors(declared))
        if bool(document.get("deprecated")) != bool(declared.get("deprecated")):
            yield presence("", "deprecated", "yes", bool(document.get("deprecated")))

    def sent(self, document: Facts, declared: Facts) -> Rows:
        """Return the differences in requests."""
        theirs, ours = self._own(document, 0, "auth", []), self._own(declared, 1, "auth", [])
        alike = any(entry in theirs for entry in ours) or not theirs or [] in theirs
        yield from _members("", "security", *map(_ways, (theirs, ours)), needed=not alike)
        yield from self._parameters("", document.get("parameters", {}), declared.get("parameters", {}))
        yield from self._bodies(document.get("body", {}), declared.get("body", {}))

    def _bodies(self, document: Facts, declared: Facts) -> Rows:
        if document and declared:
            yield from _required("body", document, declared)
            yield from self._contents("body", document["content"], declared["content"])
        elif document or declared:
            needed = bool(document.get("required"))
            yield presence("body", "body", _listed(document or declared), bool(document), needed=needed)

    def read(self, document: Facts, declared: Facts) -> Rows:
        """Return the differences in answers."""
        defaults: tuple[Facts, Facts] = self._own(document, 0, "default", {}), self._own(declared, 1, "default", {})
        yield from self._defaults(*defaults)
        theirs, ours = document.get("responses", {}), declared.get("responses", {})
        for status in dict.fromkeys([*theirs, *ours]):
            if status in theirs and status in ours:
                yield from self._response(status, theirs[status], ours[status])
            elif is_success(status) or not status.isdecimal():
                text = _listed(theirs.get(status) or ours.get(status) or {})
                yield presence(status, "response", text, status in theirs, hurts=is_success(status))
            elif int(status) in document.get("errors", ()):
                yield from self._response(status, defaults[0], ours[status])
            elif int(status) in declared.get("errors", ()):
                yield from self._response(status, theirs[status], defaults[1])

    def _defaults(self, document: Facts, declared: Facts) -> Rows:
        theirs, ours = held(document), held(declared)
        if len(theirs) == len(ours) == 1:
            yield from self._schemas.rows(theirs[0], ours[0], "default")
        elif theirs != ours:
            wider = BOTH if theirs and ours else DOCUMENT if theirs else DECLARED
            yield Row("default", "response", _listed(document), _listed(declared), wider, hurts=False)

    def _own(self, operation: Facts, side: int, word: str, nothing: typing.Any) -> typing.Any:
        """Return what an operation of a *side* says with *word*, or else its service."""
        return operation.get(word, self._services[side].get(word, nothing))

    def _response(self, status: str, document: Facts, declared: Facts) -> Rows:
        yield from self._contents(status, document.get("content", {}), declared.get("content", {}))
        headers = ({"header": side.get("headers", {})} for side in (document, declared))
        yield from self._parameters(f"{status} ", *headers)

    def _parameters(self, prefix: str, document: Facts, declared: Facts) -> Rows:
        for place in STYLES:
            theirs, ours = document.get(place, {}), declared.get(place, {})
            for name in dict.fromkeys([*theirs, *ours]):
                where = f"{prefix}{place} {name}"
                if name in theirs and name in ours:
                    yield from self._parameter(where, place, theirs[name], ours[name])
                else:
                    needed = bool(theirs.get(name, {}).get("required"))
                    text = _parameter_kind(theirs.get(name) or ours[name])
                    yield presence(where, "parameter", text, name in theirs, needed=needed)

    def _parameter(self, where: str, place: str, document: Facts, declared: Facts) -> Rows:
        yield from _required(where, document, declared)
        is_wider = _is_scalar(document) and not _is_scalar(declared)
        for word in ("style", *(() if is_wider else ("explode",)), "allowReserved"):
            theirs, ours = (str(side.get(word, _default(word, place, side))) for side in (document, declared))
            if theirs != ours:
                yield Row(where, word, theirs, ours, BOTH)
        if "content" in document or "content" in declared:
            yield from self._contents(where, _content(document), _content(declared))
        else:
            yield from self._schemas.rows(document["schema"], declared["schema"], where)

    def _contents(self, where: str, document: Facts, declared: Facts) -> Rows:
        yield from _members(where, "media type", document, declared, hurts=True)
        for name in document:
            if name in declared:
                place = f"{where} {name}"
                yield from self._schemas.rows(document[name]["schema"], declared[name]["schema"], place)
                theirs, ours = (side[name].get("encoding", {}) for side in (document, declared))
                if theirs != ours:
                    yield Row(place, "encoding", _encodings(theirs), _encodings(ours), BOTH)


def _members(
    place: str, what: str, document: typing.Any, declared: typing.Any, *, hurts: bool = False, needed: bool = False
) -> Rows:
    """Yield what only one of two collections has."""
    for entry in document:
        if entry not in declared:
            yield presence(place, what, str(entry), True, hurts=hurts, needed=needed)
    for entry in declared:
        if entry not in document:
            yield presence(place, what, str(entry), False)


def _ways(auth: list[str | list[str]]) -> list[str]:
    """The ways to sign a request as text."""
    return [way if isinstance(way, str) else " and ".join(way) or "none" for way in auth]


def _errors(operation: Facts) -> list[int]:
    """The statuses of errors that an operation declares, be their answers like those of others or not."""
    own = [int(status) for status in operation.get("responses", {}) if status.isdecimal() and status[0] in "45"]
    return sorted({*operation.get("errors", ()), *own})


def _required(where: str, document: Facts, declared: Facts) -> list[Row]:
    needed = bool(document.get("required")), bool(declared.get("required"))
    return unequal(where, "required", *needed, DECLARED if needed[0] else DOCUMENT)


def _is_scalar(parameter: Facts) -> bool:
    """Return whether the values of *parameter* are scalars, which are written alike, exploded or not."""
    return parameter.get("schema", {}).get("type") in ("string", "number", "integer", "boolean")


def _content(parameter: Facts) -> Facts:
    """The content of a parameter in the form that bodies have."""
    return {name: {"schema": entry} for name, entry in parameter.get("content", {}).items()}


def _default(word: str, place: str, parameter: Facts) -> typing.Any:
    """Return what *word* is where nothing is said."""
    if "content" in parameter:
        return "-"
    style = parameter.get("style", STYLES[place])
    return {"style": style, "explode": style == "form", "allowReserved": False}[word]


def _parameter_kind(parameter: Facts) -> str:
    return kind(parameter["schema"]) if "schema" in parameter else ", ".join(parameter["content"])


def _encodings(encodings: Facts) -> str:
    return ", ".join(f"{name}: {' '.join(map(str, entry.values()))}" for name, entry in encodings.items()) or "-"


def _listed(holder: Facts) -> str:
    """Return what a body or response holds, briefly."""
    kinds = dict.fromkeys(kind(entry["schema"]) for entry in holder.get("content", {}).values())
    return ", ".join(kinds) or "empty"
