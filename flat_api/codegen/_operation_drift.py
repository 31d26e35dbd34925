"""Where two sets of operations differ."""

from __future__ import annotations

import typing

from ._api import STYLES, Api, held
from ._drift import Difference, kind, schema_differences
from ._normal import Facts


def operation_differences(document: Api, declared: Api) -> list[Difference]:
    """Everything in which the operations of the two sides differ, in the order of the document."""
    theirs, ours = document.operations, declared.operations
    found: list[Difference] = []
    for key in dict.fromkeys([*theirs, *ours]):
        if key in theirs and key in ours:
            found += _operation(key, _complete(theirs[key], document), _complete(ours[key], declared))
        else:
            found.append(_presence(key, "", "operation", key in theirs, key in ours))
    return found


def _complete(facts: Facts, api: Api) -> Facts:
    """*facts* of an operation with what the service of *api* says of all operations."""
    common = {"auth": api.service.get("auth", []), "default": api.service.get("default", {})}
    return {**common, **facts}


def _operation(key: str, document: Facts, declared: Facts) -> typing.Iterator[Difference]:
    if document["id"] != declared["id"]:
        yield Difference(key, "", "operationId", document["id"], declared["id"])
    for word, what in (("tags", "tag"), ("auth", "security"), ("scopes", "scope"), ("errors", "error")):
        yield from _members(key, "", what, document.get(word, ()), declared.get(word, ()))
    if bool(document.get("deprecated")) != bool(declared.get("deprecated")):
        yield _presence(key, "", "deprecated", "deprecated" in document, "deprecated" in declared)
    yield from _parameters(key, "", document.get("parameters", {}), declared.get("parameters", {}))
    yield from _body(key, document.get("body", {}), declared.get("body", {}))
    yield from _responses(key, document.get("responses", {}), declared.get("responses", {}))
    if held(document["default"]) != held(declared["default"]):
        yield Difference(key, "", "default", _listed(document["default"]), _listed(declared["default"]))


def _members(key: str, place: str, what: str, document: typing.Any, declared: typing.Any) -> list[Difference]:
    """What only one of two collections has."""
    missing = [Difference(key, place, what, str(entry), "-") for entry in document if entry not in declared]
    return missing + [Difference(key, place, what, "-", str(entry)) for entry in declared if entry not in document]


def _presence(key: str, place: str, what: str, *present: bool) -> Difference:
    return Difference(key, place, what, *("yes" if entry else "-" for entry in present))


def _parameters(key: str, prefix: str, document: Facts, declared: Facts) -> typing.Iterator[Difference]:
    for place in STYLES:
        theirs, ours = document.get(place, {}), declared.get(place, {})
        for name in dict.fromkeys([*theirs, *ours]):
            where = f"{prefix}{place} {name}"
            if name in theirs and name in ours:
                yield from _parameter(key, where, place, theirs[name], ours[name])
            else:
                text = _parameter_kind(theirs.get(name) or ours[name])
                yield Difference(key, where, "parameter", *(text if name in side else "-" for side in (theirs, ours)))


def _parameter(key: str, where: str, place: str, document: Facts, declared: Facts) -> typing.Iterator[Difference]:
    yield from _required(key, where, document, declared)
    for word in ("style", "explode", "allowReserved"):
        theirs, ours = (str(side.get(word, _default(word, place, side))) for side in (document, declared))
        if theirs != ours:
            yield Difference(key, where, word, theirs, ours)
    if "content" in document or "content" in declared:
        yield from _contents(key, where, _content(document), _content(declared))
    else:
        yield from schema_differences(key, where, document["schema"], declared["schema"])


def _content(parameter: Facts) -> Facts:
    """The content of a parameter in the form that bodies have."""
    return {name: {"schema": entry} for name, entry in parameter.get("content", {}).items()}


def _default(word: str, place: str, parameter: Facts) -> typing.Any:
    """What *word* is where nothing is said."""
    if "content" in parameter:
        return "-"
    style = parameter.get("style", STYLES[place])
    return {"style": style, "explode": style == "form", "allowReserved": False}[word]


def _parameter_kind(parameter: Facts) -> str:
    return kind(parameter["schema"]) if "schema" in parameter else ", ".join(parameter["content"])


def _required(key: str, where: str, document: Facts, declared: Facts) -> list[Difference]:
    needed = ["yes" if side.get("required") else "no" for side in (document, declared)]
    return [Difference(key, where, "required", *needed)] if needed[0] != needed[1] else []


def _body(key: str, document: Facts, declared: Facts) -> typing.Iterator[Difference]:
    if bool(document) != bool(declared):
        yield Difference(key, "body", "body", *(_listed(side) if side else "-" for side in (document, declared)))
    elif document:
        yield from _required(key, "body", document, declared)
        yield from _contents(key, "body", document["content"], declared["content"])


def _responses(key: str, document: Facts, declared: Facts) -> typing.Iterator[Difference]:
    for status in dict.fromkeys([*document, *declared]):
        if status not in document or status not in declared:
            texts = (_listed(side[status]) if status in side else "-" for side in (document, declared))
            yield Difference(key, status, "response", *texts)
            continue
        theirs, ours = document[status], declared[status]
        yield from _contents(key, status, theirs.get("content", {}), ours.get("content", {}))
        headers = ({"header": side.get("headers", {})} for side in (theirs, ours))
        yield from _parameters(key, f"{status} ", *headers)


def _contents(key: str, where: str, document: Facts, declared: Facts) -> typing.Iterator[Difference]:
    yield from _members(key, where, "media type", document, declared)
    for name in document:
        if name in declared:
            place = f"{where} {name}"
            yield from schema_differences(key, place, document[name]["schema"], declared[name]["schema"])
            theirs, ours = (side[name].get("encoding", {}) for side in (document, declared))
            if theirs != ours:
                yield Difference(key, place, "encoding", _encodings(theirs), _encodings(ours))


def _encodings(encodings: Facts) -> str:
    return ", ".join(f"{name}: {' '.join(map(str, entry.values()))}" for name, entry in encodings.items()) or "-"


def _listed(holder: Facts) -> str:
    """What a body or response holds, briefly."""
    kinds = dict.fromkeys(kind(entry["schema"]) for entry in holder.get("content", {}).values())
    return ", ".join(kinds) or "empty"
