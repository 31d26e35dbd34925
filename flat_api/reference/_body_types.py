"""The module `flat_api.bodies`: what is sent, as the TypedDicts that type checkers know the keys of."""

from __future__ import annotations

import inspect
import keyword
import typing
from collections.abc import Iterable, Iterator, Mapping

from .. import models
from ..operations._catalogue import own_operations, services
from ..schemas import Property, declaration_of
from ..schemas.documents._names import place_of
from ._annotations import Arguments, any_mapping, is_object, not_null
from ._printing import INDENT, WIDTH, Names, annotated, docstring, laid_out, quoted, split

MODULE = "flat_api.bodies"

_HEAD = '''\
"""The bodies of requests as plain data: a TypedDict for each object that an operation sends, for type checkers.

``body: ScoreModificationBody = {"title": "Fugue"}`` is checked in an editor; at run time it is a dict like any other,
and the operation checks it. Keys that may be left out are ``NotRequired``.

Printed by ``python -m flat_api.reference`` from the declarations in `flat_api.model`; don't edit it.
"""
'''


def bodies_module() -> str:
    """The text of ``flat_api/bodies.py``."""
    return f"{_HEAD}\n{typed_dicts(all_bodies())}"


def typed_dicts(bodies: Mapping[type, str]) -> str:
    """The source of the TypedDicts for *bodies*, with the imports that it needs."""
    names = _ModelNames(MODULE, [*bodies.values(), *(key for cls in bodies for key in object_properties(cls))])
    classes = [line for cls in bodies for line in _typed_dict(cls, bodies, names)]
    listed = laid_out("__all__ = ", "[", sorted(map(quoted, bodies.values())), "]", "")
    return "\n".join([*names.imports(), "", *listed, *classes]) + "\n"


def all_bodies() -> dict[type, str]:
    """The objects with properties in what the operations send, at any depth, and the names of their TypedDicts."""
    operations = [operation for cls in services("flat_api") for operation in own_operations(cls).values()]
    contents = [operation.body.content.values() for operation in operations if operation.body]
    return named_bodies(held.schema for content in contents for held in content if held.schema is not None)


def named_bodies(schemas: Iterable[type]) -> dict[type, str]:
    """The objects with properties in *schemas*, at any depth, and the names of their TypedDicts."""
    found: dict[type, None] = {}
    for schema in schemas:
        _collect(schema, found)
    named: dict[type, str] = {}
    for cls in sorted(filter(_has_keys, found), key=place_of):
        outer, *inner = place_of(cls).split(".")
        outer = outer.removesuffix("Api") if ".apis." in cls.__module__ else outer
        wanted = "".join(step[:1].upper() + step[1:] for step in (outer, *inner)) + "Body"
        while wanted in named.values():
            wanted += "_"
        named[cls] = wanted
    return named


def _collect(schema: type, found: dict[type, None]) -> None:
    """Add *schema* to *found*, and all that it has inside."""
    schema = not_null(schema) or schema
    if schema in found:
        return
    found[schema] = None
    declaration = declaration_of(schema)
    parts: list[typing.Any] = [*declaration.one_of, *declaration.any_of, declaration.items, declaration.additional]
    for part in (*(entry.schema for entry in object_properties(schema).values()), *parts):
        if part is not None:
            _collect(part, found)


def _has_keys(schema: type) -> bool:
    return is_object(schema) and bool(object_properties(schema))


def object_properties(cls: type) -> dict[str, Property[typing.Any]]:
    """The properties that the objects of *cls* may have, those of the schemas in its ``allOf`` among them, by key."""
    declaration = declaration_of(cls)
    found: dict[str, Property[typing.Any]] = {}
    for part in typing.cast("tuple[type, ...]", declaration.all_of):
        found |= object_properties(part)
    return found | declaration.properties


def _required(cls: type) -> frozenset[str]:
    """The keys that the objects of *cls* must have."""
    declaration = declaration_of(cls)
    return declaration.required_of_program.union(*map(_required, typing.cast("tuple[type, ...]", declaration.all_of)))


class _ModelNames(Names):
    """Names of the module of bodies: models are found where they are loaded on their first use."""

    def of(self, cls: type) -> str:
        if cls.__qualname__.partition(".")[0] not in models.__all__ or not cls.__module__.startswith("flat_api.model."):
            return super().of(cls)
        return f"{self.add('flat_api', 'models')}.{cls.__qualname__}"


def body_arguments(names: Names, bodies: Mapping[type, str], module: str = MODULE) -> Arguments:
    """The annotations of what is sent, where plain data for one of *bodies* is its TypedDict, which is in *module*."""

    def plain_object(cls: type) -> Iterator[str]:
        declaration = declaration_of(cls)
        if cls in bodies:
            yield names.add(module, bodies[cls])
        if cls not in bodies or (declaration.additional is not None and not declaration.is_closed):
            yield any_mapping(names)

    return Arguments(names, plain_object)


def _typed_dict(cls: type, bodies: Mapping[type, str], names: Names) -> Iterator[str]:
    """The lines of the TypedDict of *cls*, with blank ones in front."""
    name, properties, required = bodies[cls], object_properties(cls), _required(cls)
    make, may_be_absent = names.add("typing", "TypedDict"), names.add("typing", "NotRequired")
    arguments = body_arguments(names, bodies)
    about = inspect.cleandoc(cls.__doc__ or "")
    fields = [
        (key, "" if key in required else may_be_absent, arguments.of(entry.schema), entry.description)
        for key, entry in properties.items()
    ]
    yield from ("", "")
    if all(key.isidentifier() and not keyword.iskeyword(key) and not key.startswith("__") for key in properties):
        yield f"class {name}({make}):"
        yield from docstring(about, INDENT)
        yield from ([""] if about else [])
        for key, word, annotation, description in fields:
            yield from _field(f"{INDENT}{key}: ", word, annotation, "", names)
            yield from docstring(description, INDENT)
        return
    yield f"{name} = {make}("
    yield from (f"{INDENT}{quoted(name)},", INDENT + "{")
    for key, word, annotation, _ in fields:
        yield from _field(f"{INDENT * 2}{quoted(key)}: ", word, annotation, ",", names)
    yield from (INDENT + "},", ")", *docstring(about, ""))


def _field(before: str, word: str, annotation: str, after: str, names: Names) -> list[str]:
    """The lines of a key; what is there only later, or loaded on its first use, is in a string."""

    def inside(text: str) -> str:
        return f"{word}[{text}]" if word else text

    line = before + inside(quoted(annotation) if _is_late(annotation) else annotation) + after
    return [line] if len(line) <= WIDTH else annotated(before, inside(_evaluated(annotation, names)), after)


def _is_late(annotation: str) -> bool:
    return "models." in annotation or "Body" in annotation


def _evaluated(annotation: str, names: Names) -> str:
    """*annotation* with as little as possible of it in strings, so that it can be broken into lines."""
    alternatives = split(annotation, " | ")
    if len(alternatives) > 1:
        inside = ", ".join(_evaluated(text, names) for text in alternatives)
        return f"{names.add('typing', 'Union')}[{inside}]"
    opening, bracket, inside = annotation.partition("[")
    if not _is_late(annotation) or opening == "Literal":
        return annotation
    return f"{opening}[{_evaluated(inside[:-1], names)}]" if bracket else quoted(annotation)
