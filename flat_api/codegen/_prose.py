"""What only people need of facts, by place: descriptions, to be compared."""

from __future__ import annotations

from ._api import parameters_of
from ._normal import Facts, parts

Prose = dict[tuple[str, ...], str]


def prose(facts: Facts, way: tuple[str, ...] = ()) -> Prose:
    """Every description in the *facts* of a schema, by place."""
    own = {(*way, word): str(facts[word]) for word in ("description", "about") if word in facts}
    inner = [prose(part, (*way, *step)) for step, part in parts(facts)]
    return {place: text for found in (own, *inner) for place, text in found.items()}


def operation_prose(facts: Facts) -> Prose:
    """Every description in the *facts* of an operation that its declaration has a place for."""
    found: Prose = {("description",): str(facts.get("description", ""))}
    for place, name, parameter in parameters_of(facts):
        found.update(_of_holder(parameter, (place, name)))
    body = facts.get("body", {})
    found.update({("body",): body["description"]} if body.get("description") else {})
    for where, holder in {"body": body, **facts.get("responses", {})}.items():
        for name, media_type in holder.get("content", {}).items():
            found.update(prose(media_type["schema"], (where, name)))
        for name, header in holder.get("headers", {}).items():
            found.update(_of_holder(header, (where, "header", name)))
    return found


def _of_holder(parameter: Facts, way: tuple[str, ...]) -> Prose:
    """The descriptions of a parameter and its schema; a class beside the parameter says what that would."""
    schema = parameter.get("schema", {})
    inner = prose(schema, way)
    own = inner.pop((*way, "description"), "")
    said = parameter.get("description") or ("" if "enum" in schema or "properties" in schema else own)
    found = {"said": said, "class": "" if own == said else own}
    return {**inner, **{(*way, word): text for word, text in found.items() if text}}
