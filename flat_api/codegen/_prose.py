"""What only people need of facts: descriptions and names, compared, and put from old facts into new ones."""

from __future__ import annotations

from ._api import described_in, schemas_in, with_schemas
from ._normal import PROSE, Facts, Way, mapped, parts

Prose = dict[Way, str]


def prose(facts: Facts, way: Way = ()) -> Prose:
    """Every description in the *facts* of a schema, by place."""
    own = {(*way, word): str(facts[word]) for word in ("description", "about") if word in facts}
    inner = [prose(part, (*way, *step)) for step, part in parts(facts).items()]
    return {place: text for found in (own, *inner) for place, text in found.items()}


def operation_prose(facts: Facts) -> Prose:
    """Every description in the *facts* of an operation that its declaration has a place for."""
    found: Prose = {("description",): str(facts.get("description", ""))}
    for way, schema in schemas_in(facts).items():
        found.update(prose(schema, way))
    for way, holder in described_in(facts).items():
        if "schema" in holder:
            found.update(_of_parameter(holder, found.pop((*way, "description"), ""), way))
        elif way == ("body",):
            found[way] = holder.get("description", "")
    return found


def _of_parameter(parameter: Facts, own: str, way: Way) -> Prose:
    """The description of a parameter, and *own*, that of its schema, where a class beside the parameter has it."""
    has_class = "enum" in parameter["schema"] or "properties" in parameter["schema"]
    said = parameter.get("description") or ("" if has_class else own)
    return {(*way, "said"): said, (*way, "class"): "" if own == said else own}


def with_prose(facts: Facts, existing: Facts) -> Facts:
    """*facts* with the descriptions and names that people gave to the same places in *existing*."""
    kept = {word: existing[word] for word in PROSE - {"members", "default"} if existing.get(word)}
    default = {"default": existing["default"]} if "default" in existing else {}
    old = parts(existing)
    merged = {**default, **mapped(facts, lambda part, way: with_prose(part, old.get(way, {}))), **kept}
    if "members" in existing and "enum" in facts:
        named = dict(zip(map(repr, existing["enum"]), existing["members"]))
        merged["members"] = [named.get(repr(value)) for value in facts["enum"]]
    return merged


def operation_with_prose(facts: Facts, existing: Facts) -> Facts:
    """*facts* of an operation with the descriptions and names that people gave in *existing*."""
    old, said = schemas_in(existing), described_in(existing)
    merged = with_schemas(facts, lambda part, way: with_prose(part, old.get(way, {})))
    for way, holder in described_in(merged).items():
        before = said.get(way, {})
        if "description" in before.get("schema", {}):
            holder.pop("description", None)  # what the class says of itself is enough
        holder.update({"description": before["description"]} if before.get("description") else {})
    return {**merged, **{word: existing[word] for word in ("description", "aliases") if existing.get(word)}}
