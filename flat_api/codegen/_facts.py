"""What a schema class declares, in the normal form of `_normal`."""

from __future__ import annotations

import inspect
import typing

from .. import schemas
from ..schemas import declaration_of
from ._json import Json
from ._normal import DIRECTIONS, FORMATS, Facts, bare, without_null

SchemaClass = type[schemas.Schema]
Models = typing.Mapping[type, str]
"""The component that each model class stands for."""

_TYPES = {
    "str": "string",
    "Decimal": "number",
    "BoolClass": "boolean",
    "tuple": "array",
    "frozendict": "object",
    "NoneClass": "null",
}
_FORMAT_NAMES = {"decimal": "number"}  # a string that holds a number has no other name in OpenAPI


def declared(cls: SchemaClass, models: Models) -> Facts:
    """The facts of the model class *cls*, in which the classes in *models* are references."""
    base = typing.cast(SchemaClass, cls.__bases__[0])
    facts = _own(cls, models)
    if len(cls.__bases__) == 1 and base in models and bare(facts) == bare(_own(base, models)):
        facts = {"ref": models[base]}  # another name for the same schema
    return {**facts, **_docstring(cls)}


def part(cls: typing.Any, models: Models, owner: type) -> Facts:
    """The facts of *cls*, which is declared somewhere in *owner*."""
    if cls in models:
        return {"ref": models[cls]}
    facts = _own(cls, models)
    written = cls if _is_written_in(owner, cls) else _without_null(facts, models, owner)
    return {**facts, **_docstring(written or cls), **({"class": written.__name__} if written else {})}


def _is_written_in(owner: type, cls: type) -> bool:
    """Return whether *cls* is a class statement in *owner* or beside it, and not an expression."""
    return cls.__module__ == owner.__module__ and "MetaOapg" not in cls.__qualname__


def _without_null(facts: Facts, models: Models, owner: type) -> SchemaClass | None:
    """The class in *owner* that ``nullable(...)`` made the class of *facts* from."""
    if not facts.get("nullable") or not ("enum" in facts or "properties" in facts):
        return None
    wanted = bare(without_null(facts))
    inner: list[typing.Any] = [entry for entry in vars(owner).values() if isinstance(entry, type)]
    written = (entry for entry in inner if _is_written_in(owner, entry))
    return next((entry for entry in written if bare(_own(entry, models)) == wanted), None)


def _docstring(cls: SchemaClass) -> Facts:
    """The docstring of *cls*, all of it."""
    text = cls.__doc__ if declaration_of(cls).description else None
    return {"description": inspect.cleandoc(text)} if text else {}


def _own(cls: SchemaClass, models: Models) -> Facts:
    """The facts of *cls* itself, without its description."""
    if issubclass(cls, schemas.NotAnyTypeSchema):
        return {"not": {}}
    facts = {**_type(cls), **_limits(cls), **_enum(cls), **_members(cls, models), **_default(declaration_of(cls))}
    return facts if facts.get("format") == "binary" else {**facts, **_composition(cls, models)}


def _default(entry: schemas.Declaration | schemas.Property[typing.Any]) -> Facts:
    return {} if entry.default is schemas.unset else {"default": entry.default}


def _type(cls: SchemaClass) -> Facts:
    """Type, nullability and format."""
    declaration = declaration_of(cls)
    if issubclass(cls, schemas.BinarySchema):
        return {"type": "string", "format": "binary"}
    names = {_TYPES.get(entry.__name__, entry.__name__) for entry in declaration.types}
    if names >= set(_TYPES.values()):
        return {}
    types: Json = sorted(names - {"null"}) or ["null"]
    if types == ["number"] and "integer" in declaration.formats:
        types = ["integer"]
    facts: Facts = {"type": types[0] if len(types) == 1 else types}
    facts.update({"nullable": True} if "null" in names and types != ["null"] else {})
    formats = [_FORMAT_NAMES.get(name, name) for name in declaration.formats]
    known = [name for name in formats if name in FORMATS.get(str(facts["type"]), {})]
    return {**facts, "format": known[-1]} if known else facts


def _limits(cls: SchemaClass) -> Facts:
    facts: Facts = {}
    for keyword, limit in declaration_of(cls).keywords:
        if keyword.name == "pattern":
            facts.setdefault("pattern", []).append(limit.in_documents)
        else:
            facts[keyword.name] = limit
    return facts


def _enum(cls: SchemaClass) -> Facts:
    enum = declaration_of(cls).enum
    if enum is None:
        return {}
    pairs = sorted(((_plain(value), name) for value, name in enum.items()), key=lambda pair: pair[0] is None)
    facts: Facts = {"enum": [value for value, _ in pairs], "members": [name for _, name in pairs]}
    return {**facts, "extensible": True} if declaration_of(cls).extensible else facts


def _plain(value: typing.Any) -> Json:
    """A value of an enum as JSON has it."""
    if isinstance(value, tuple):
        return [_plain(entry) for entry in typing.cast("tuple[object, ...]", value)]
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in typing.cast(Facts, value).items()}
    if isinstance(value, (schemas.BoolClass, schemas.NoneClass)):
        return bool(value) if isinstance(value, schemas.BoolClass) else None
    return value


def _members(cls: SchemaClass, models: Models) -> Facts:
    """Properties, further properties and items."""
    declaration = declaration_of(cls)
    extra = {} if declaration.additional is None else part(declaration.additional, models, cls)
    facts: Facts = {
        "properties": {key: _property(entry, models, cls) for key, entry in declaration.properties.items()},
        "required": sorted(declaration.required),
        "additionalProperties": False if extra == {"not": {}} else extra,
        "items": {} if declaration.items is None else part(declaration.items, models, cls),
    }
    return {word: entry for word, entry in facts.items() if entry not in ({}, [])}


def _property(entry: schemas.Property[typing.Any], models: Models, owner: type) -> Facts:
    facts = part(entry.schema, models, owner)
    if entry.own_description:
        facts["about" if "class" in facts else "description"] = entry.own_description
    facts.update(_default(entry))
    facts.update({word: True for word, name in DIRECTIONS.items() if getattr(entry, name)})
    return {**facts, "attribute": entry.attribute} if entry.attribute else facts


def _composition(cls: SchemaClass, models: Models) -> Facts:
    declaration = declaration_of(cls)
    several = {"allOf": declaration.all_of, "oneOf": declaration.one_of, "anyOf": declaration.any_of}
    facts: Facts = {word: [part(entry, models, cls) for entry in found] for word, found in several.items() if found}
    if declaration.not_schema is not None:
        facts["not"] = part(declaration.not_schema, models, cls)
    if declaration.discriminator is not None:
        name, mapping = declaration.discriminator
        parts = {value: part(mapping[value], models, cls) for value in sorted(mapping)}
        implied = {"extensible": True} if declaration.extensible else {}
        facts["discriminator"] = {"property": name, "mapping": parts, **implied}
    return facts
