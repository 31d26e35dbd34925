"""Bodies of the plain form: what a schema does not declare is a mistake, unless the caller says that it is meant."""

from __future__ import annotations

import difflib
import typing
from functools import cache

from frozendict import frozendict

from ..exceptions import ApiTypeError, ApiValueError, Path, Problem, refusal, shown
from ..schemas import Property, Schema, declaration_of

Schemas = tuple[type, ...]
Place = tuple[typing.Any, object]
"""The place that something is in, and the key or index there: a path that costs the same at any depth."""

Waiting = tuple[typing.Any, Schemas, Place]
"""A value, the schemas of its place, and the place."""


class Shape(typing.NamedTuple):
    """What the objects at some place may have: *properties* by key, and whether any other key *is_open* to them.

    *additional* are the schemas of other keys. Where several schemas are possible, a key of any of them is declared.
    """

    properties: dict[str, tuple[Property[typing.Any], ...]]
    is_open: bool
    additional: Schemas


def strict_body(schema: type[Schema], value: typing.Any, extra: dict[str, typing.Any]) -> Schema:
    """Return *value* as an instance of *schema*; the keys in *extra*, declared or not, are added or replaced.

    *value* is an object where there is something *extra*. Raises `ApiTypeError` for keys of *value* that the schema
    does not declare, and for instances of other models, at any depth; and what *schema* raises. The error tells of all
    these problems.
    """
    problems = undeclared(schema, value)
    try:
        instance = _instance(schema, {**dict[str, typing.Any](value), **extra} if extra else value)
    except (ApiTypeError, ApiValueError) as error:
        if not problems:
            raise
        raise refusal([*problems, *error.problems]) from None
    if problems:
        raise refusal(problems)
    return instance


def _instance(schema: type[Schema], value: typing.Any) -> Schema:
    return value if isinstance(value, schema) else schema(value)


def undeclared(schema: type, value: typing.Any) -> list[Problem]:
    """Return a problem for each key in *value* that *schema* does not declare, and each instance of another model."""
    problems: list[Problem] = []
    seen: set[tuple[int, Schemas]] = set()
    waiting: list[Waiting] = [(value, (schema,), (None, "args[0]"))]
    while waiting:
        node, schemas, place = waiting.pop()
        if not schemas or (id(node), schemas) in seen:  # a list that holds itself would go on for ever
            continue
        seen.add((id(node), schemas))
        waiting += reversed(list(_members(node, schemas, place, problems)))
    return problems


def _members(node: typing.Any, schemas: Schemas, place: Place, problems: list[Problem]) -> typing.Iterator[Waiting]:
    """Yield what *node* has inside that is declared, with its schemas; what is not becomes one of *problems*."""
    if isinstance(node, dict):
        yield from _values(typing.cast("dict[object, object]", node), schemas, place, problems)
    elif isinstance(node, (list, tuple)):
        items = _items(schemas)
        for index, item in enumerate(typing.cast("list[object]", node)):
            yield item, items, (place, index)


def _values(
    node: dict[object, object], schemas: Schemas, place: Place, problems: list[Problem]
) -> typing.Iterator[Waiting]:
    shape = _shape(schemas)
    if shape is None:
        return
    if not shape.is_open and _is_other_model(node, schemas, shape):
        text = f"expected {_named(schemas)}, got an instance of {type(node).__name__}"
        problems.append(Problem(_path(place), text, "type"))
        return
    for key, item in dict[object, object].items(node):  # not what a subclass says of itself
        declared = shape.properties.get(typing.cast(str, key))
        if declared is not None:
            yield item, tuple(entry.schema for entry in declared), (place, key)
        elif shape.is_open:
            yield item, shape.additional, (place, key)
        elif isinstance(key, str):
            text = f"{_named(schemas)} has no property {shown(key)!r}{_hint(key, shape)}"
            problems.append(Problem(_path((place, key)), text, "additionalProperties"))


def _path(place: Place | None) -> Path:
    steps: list[object] = []
    while place is not None:
        place, step = place
        steps.append(step)
    return tuple(reversed(steps))


def _hint(key: str, shape: Shape) -> str:
    near = difflib.get_close_matches(key.rstrip("_"), shape.properties, 1)
    return f", did you mean {near[0]!r}?" if near else f"; it has {', '.join(shape.properties)}"


def _named(schemas: Schemas) -> str:
    return " or ".join(cls.__name__ for cls in schemas)


def _is_other_model(node: dict[object, object], schemas: Schemas, shape: Shape) -> bool:
    """Return whether *node* is an instance of a model that has nothing to do with *schemas*.

    Instances without declared properties are plain data, and those of a base, or of the same schema without null,
    share properties.
    """
    if not isinstance(node, Schema) or isinstance(node, schemas):
        return False
    own = [entry for cls in declaration_of(type(node)).matched for entry in declaration_of(cls).properties.values()]
    wanted = {id(entry) for entries in shape.properties.values() for entry in entries}
    return bool(own) and not any(id(entry) in wanted for entry in own)


@cache
def _shape(schemas: Schemas) -> Shape | None:
    """Return what objects of any of *schemas* may have; None where none of them takes objects."""
    properties: dict[str, tuple[Property[typing.Any], ...]] = {}
    additional: list[typing.Any] = []
    takes_any = False
    related = {cls: alone for cls, alone in _related(schemas).items() if frozendict in declaration_of(cls).types}
    for cls, alone in related.items():
        declaration = declaration_of(cls)
        for key, entry in declaration.properties.items():
            properties[key] = (*properties.get(key, ()), entry)
        if declaration.additional is not None and not declaration.is_closed:
            additional.append(declaration.additional)
        says_nothing = not (declaration.properties or declaration.composed or declaration.is_closed)
        takes_any = takes_any or (alone and says_nothing)
    return Shape(properties, takes_any or bool(additional) or not properties, tuple(additional)) if related else None


@cache
def _items(schemas: Schemas) -> Schemas:
    """The schemas of the items of an array of any of *schemas*."""
    declared = (declaration_of(cls).items for cls in _related(schemas))
    return tuple(typing.cast("type", items) for items in declared if items is not None)


def _related(schemas: Schemas) -> dict[type, bool]:
    """*schemas* and those they are composed of; whether each may take a value alone, rather than along with others."""
    found: dict[type, bool] = {}
    waiting: list[tuple[typing.Any, bool]] = [(cls, True) for cls in schemas]
    while waiting:
        cls, alone = waiting.pop()
        if cls in found:
            continue
        found[cls] = alone
        declaration = declaration_of(cls)
        mapping = declaration.discriminator[1] if declaration.discriminator else {}
        waiting += [(part, False) for part in declaration.all_of]
        waiting += [(part, True) for part in (*declaration.one_of, *declaration.any_of, *mapping.values())]
    return found
