"""The normal form of an API: its components, its operations, and what all operations have in common.

The facts of an operation are a dict of plain values, in which each schema is the facts of `_normal`; a key that says
nothing is left out.

* ``id`` is the ``operationId``, made from method and path where the document has none
* ``tags`` are those of the document, ``["Default"]`` where it has none
* ``parameters`` are ``{place: {name: parameter}}``; a parameter has ``required``, ``schema`` (or ``content``, of one
  media type), and ``style``, ``explode``, ``allowReserved`` where they are not the default
* ``body`` has ``required`` and ``content``, which is ``{media type: {"schema": facts, "encoding": {...}}}``
* ``responses`` are ``{status: response}`` with ``content`` and ``headers``
* ``errors`` are the statuses of 400 and above that are answered as all other errors are; the media types of errors
  don't count, since documents tend to repeat those of the success
* ``default`` is the response for all other statuses, and ``auth`` the ways to sign a request, each the name of a
  security scheme or a list of those that go together, both only where they differ from those of the service
* ``servers`` are those of the operation alone
* ``scopes`` are those of OAuth2, ``deprecated`` is true

What only people need is in ``description``, ``name`` (the name in Python) and ``aliases`` (further names).

The service, which all operations belong to, has ``auth``, ``default``, ``schemes`` (security schemes), ``servers``
(URLs or, with variables, mappings like `HostSetting`) and ``tags`` (descriptions by tag).
"""

from __future__ import annotations

import json
import typing

from ._normal import Change, Facts, Way, bare, references

PLACES = ("path", "query", "header", "cookie")
STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
"""The style that a parameter has where nothing else is said."""

Operations = dict[str, Facts]
"""Operations by method and path: ``GET /tasks/{task}``."""


class Api(typing.NamedTuple):
    """An API in its normal form; *notes* are sentences about what in its document was read otherwise or left out."""

    components: dict[str, Facts]
    operations: Operations
    service: Facts
    notes: tuple[str, ...] = ()


def operation_key(method: str, path: str) -> str:
    """Return what an operation goes by: its method and path."""
    return f"{method.upper()} {path}"


def with_schemas(operation: Facts, change: Change) -> Facts:
    """Return *operation*, or the service, with a *change* to each schema that it mentions."""
    found = dict(operation)
    if "parameters" in found:
        found["parameters"] = {place: _changed(held, change, (place,)) for place, held in found["parameters"].items()}
    for word in ("body", "default"):
        if word in found:
            found[word] = _with_changed_content(found[word], change, (word,))
    if "responses" in found:
        responses = found["responses"].items()
        found["responses"] = {status: _with_changed_content(entry, change, (status,)) for status, entry in responses}
    return found


def _with_changed_content(holder: Facts, change: Change, way: Way) -> Facts:
    held = {word: holder[word] for word in ("content", "headers") if word in holder}
    return {**holder, **{word: _changed(entry, change, (*way, word)) for word, entry in held.items()}}


def _changed(held: dict[str, Facts], change: Change, way: Way) -> dict[str, Facts]:
    """Parameters, headers or media types by name, with a *change* to their schemas."""
    found: dict[str, Facts] = {}
    for name, entry in held.items():
        here = (*way, name)
        if "content" in entry:
            content = {kind: change(facts, (*here, kind)) for kind, facts in entry["content"].items()}
            found[name] = {**entry, "content": content}
        else:
            found[name] = {**entry, "schema": change(entry["schema"], here)}
    return found


def schemas_in(operation: Facts) -> dict[Way, Facts]:
    """Return each schema that *operation*, or the service, mentions, by the way to it."""
    found: dict[Way, Facts] = {}
    with_schemas(operation, lambda facts, way: found.setdefault(way, facts))
    return found


def mentioned(operations: typing.Iterable[Facts]) -> set[str]:
    """Return the components that the schemas of *operations*, or services, mention."""
    return {name for facts in operations for schema in schemas_in(facts).values() for name in references(schema)}


def described_in(operation: Facts) -> dict[Way, Facts]:
    """Return what has a description of its own in *operation*, by way: parameters, body, responses and headers."""
    answers: dict[Way, Facts] = {("body",): operation["body"]} if "body" in operation else {}
    answers |= {(status,): response for status, response in operation.get("responses", {}).items()}
    found = dict(answers)
    for place, held in operation.get("parameters", {}).items():
        found |= {(place, name): parameter for name, parameter in held.items()}
    for way, answer in answers.items():
        found |= {(*way, "headers", name): header for name, header in answer.get("headers", {}).items()}
    return found


def held(response: Facts) -> list[Facts]:
    """The different schemas that *response* may hold, whatever the media type."""
    found: list[Facts] = []
    for media_type in response.get("content", {}).values():
        if bare(media_type["schema"]) not in found:
            found.append(bare(media_type["schema"]))
    return found


def sort_out(facts: Facts, service: Facts) -> None:
    """Take out of *facts*, of an operation, what *service* says, and tell the errors that are like all others."""
    like_all = held(facts["default"])
    responses = facts.get("responses", {})
    errors = [status for status in responses if _is_plain_error(status, responses[status], like_all)]
    for status in errors:
        del responses[status]
    if errors:
        facts["errors"] = sorted({*facts.get("errors", ()), *map(int, errors)})
    if not responses:
        facts.pop("responses", None)
    if like_all == held(service.get("default", {})):
        del facts["default"]
    if facts["auth"] == service.get("auth", []):
        del facts["auth"]


def _is_plain_error(status: str, response: Facts, like_all: list[Facts]) -> bool:
    return status[0] in "45" and status.isdecimal() and held(response) == like_all and "headers" not in response


def is_success(status: str) -> bool:
    """Return whether *status*, a code or a range like ``2XX``, is one of a success."""
    return status.startswith("2")


def text_of(facts: typing.Any) -> str:
    """*facts* as text that is equal for equal facts."""
    return json.dumps(facts, sort_keys=True)
