"""The words of a declaration: `required`, `optional`, `value`, `list_of`, `nullable`, `ref`, `one_of` and kin."""

from __future__ import annotations

import importlib
import typing

from ._class_body import Member, caller_globals
from ._class_body import caller_module as caller_module  # the checkers don't see where it is used
from ._composed import AnyTypeSchema, ComposedSchema
from ._containers import DictSchema, ListSchema
from ._declaration import Property, Reference, declaration_of, refuse_no_schema
from ._mixins import Mixin, mixin_for
from ._nodes import DecimalNode, DictNode
from ._primitives import PRIMITIVES, NoneClass
from ._scalars import NoneBase, NoneSchema
from ._schema import Schema, SchemaMeta
from ._unset import unset

S = typing.TypeVar("S", bound=Schema)
T = typing.TypeVar("T", bound=Schema)


class Nullable(typing.Generic[S]):
    """What the type checkers see of `nullable`; at run time it is a schema class."""


@typing.overload
def optional(
    schema: type[S],
    description: str = "",
    *,
    key: str | None = None,
    default: object = ...,
    read_only: bool = ...,
    write_only: bool = ...,
) -> Property[S]: ...
@typing.overload
def optional(
    schema: Nullable[S],
    description: str = "",
    *,
    key: str | None = None,
    default: object = ...,
    read_only: bool = ...,
    write_only: bool = ...,
) -> Property[S | NoneSchema]: ...
@typing.overload
def optional(
    schema: Reference,
    description: str = "",
    *,
    key: str | None = None,
    default: object = ...,
    read_only: bool = ...,
    write_only: bool = ...,
) -> Property[typing.Any]: ...
def optional(
    schema: typing.Any,
    description: str = "",
    *,
    key: str | None = None,
    default: object = unset,
    read_only: bool = False,
    write_only: bool = False,
) -> Property[typing.Any]:
    """A property that may be absent. *key* is the JSON key where it can't be the Python name.

    *default* is what the server uses where the property is absent. Documentation says so; nothing is filled in.
    *read_only* and *write_only* are facts for documentation as well.
    """
    return Property(schema, description, key=key, default=default, read_only=read_only, write_only=write_only)


@typing.overload
def required(
    schema: type[S], description: str = "", *, key: str | None = None, read_only: bool = ..., write_only: bool = ...
) -> Property[S]: ...
@typing.overload
def required(
    schema: Nullable[S], description: str = "", *, key: str | None = None, read_only: bool = ..., write_only: bool = ...
) -> Property[S | NoneSchema]: ...
@typing.overload
def required(
    schema: Reference, description: str = "", *, key: str | None = None, read_only: bool = ..., write_only: bool = ...
) -> Property[typing.Any]: ...
def required(
    schema: typing.Any,
    description: str = "",
    *,
    key: str | None = None,
    read_only: bool = False,
    write_only: bool = False,
) -> Property[typing.Any]:
    """A property that must be there. *key* is the JSON key where it can't be the Python name.

    One that is *read_only* must be there in what the server sends, and may be absent in what a program builds; one that
    is *write_only*, the other way round (OpenAPI 3.0.3, Schema Object).
    """
    return Property(schema, description, required=True, key=key, read_only=read_only, write_only=write_only)


def value(constant: object) -> Member:
    """A member of an enum class: ``DONE = value("done")``."""
    return Member(constant)


def ref(name: str) -> Reference:
    """A class that does not exist yet, looked up when it is first needed.

    ``ref("score_fork.ScoreFork")`` is in a module of the caller's package, ``ref("ScoreFork")`` in the caller's own
    module, ``ref("library.models.Score")`` anywhere.
    """
    module, _, attribute = name.lstrip(".").rpartition(".")
    names = caller_globals()  # those of a notebook or a prompt are in no module that could be imported
    if not module:
        return Reference(lambda: _global(names, attribute))
    package = str(names.get("__name__", "")).rpartition(".")[0]
    places = [f"{package}.{module}", module] if package else [module]
    return Reference(lambda: getattr(_first_module(places), attribute))


def _global(names: dict[str, typing.Any], attribute: str) -> typing.Any:
    if attribute not in names:
        raise AttributeError(f"module {names.get('__name__')!r} has no attribute {attribute!r}")
    return names[attribute]


def _first_module(places: list[str]) -> typing.Any:
    """The first of the modules called *places* that exists."""
    for place in places[:-1]:
        try:
            return importlib.import_module(place)
        except ModuleNotFoundError as error:
            if error.name is None or not place.startswith(error.name):  # what is missing is something else
                raise
    return importlib.import_module(places[-1])


@typing.overload
def list_of(schema: type[S], **keywords: object) -> type[ListSchema[S]]: ...
@typing.overload
def list_of(schema: Nullable[S], **keywords: object) -> type[ListSchema[S | NoneSchema]]: ...
@typing.overload
def list_of(schema: Reference, **keywords: object) -> type[ListSchema[typing.Any]]: ...
def list_of(schema: typing.Any, **keywords: object) -> type[ListSchema[typing.Any]]:
    """An array whose items are of *schema*; *keywords* as for `where`."""
    return typing.cast("type[ListSchema[typing.Any]]", ListSchema).where(items=schema, **keywords)


def map_of(schema: typing.Any, **keywords: object) -> type[DictSchema]:
    """An object whose values, whatever their keys, are of *schema*; *keywords* as for `where`."""
    return DictSchema.where(additional=schema, **keywords)


@typing.overload
def one_of(first: type[S], second: type[T], /, **keywords: typing.Any) -> type[S | T]: ...
@typing.overload
def one_of(*schemas: typing.Any, **keywords: typing.Any) -> type[ComposedSchema]: ...
def one_of(*schemas: object, **keywords: object) -> typing.Any:
    """A value of exactly one of *schemas*; *keywords* as for `where`."""
    return ComposedSchema.where(one_of=schemas, **keywords)


@typing.overload
def any_of(first: type[S], second: type[T], /, **keywords: typing.Any) -> type[S | T]: ...
@typing.overload
def any_of(*schemas: typing.Any, **keywords: typing.Any) -> type[ComposedSchema]: ...
def any_of(*schemas: object, **keywords: object) -> typing.Any:
    """A value of at least one of *schemas*; *keywords* as for `where`."""
    return ComposedSchema.where(any_of=schemas, **keywords)


def all_of(*schemas: object, **keywords: object) -> type[ComposedSchema]:
    """A value of all *schemas* at once; *keywords* as for `where`."""
    return ComposedSchema.where(all_of=schemas, **keywords)


if typing.TYPE_CHECKING:

    def nullable(schema: type[S]) -> Nullable[S]:
        """The same schema, with null allowed."""
        ...

else:

    def nullable(schema):
        """The same schema, with null allowed: a class of its own, not a subclass of *schema*.

        Its instances are made like those of *schema*, and null is a `NoneClass` that equals None.
        """
        refuse_no_schema(schema)
        declaration = declaration_of(schema)
        already = NoneClass in declaration.types and not declaration.composed
        return schema if already else _nulled(schema, caller_module())

    def _nulled(schema, module, /):
        """A class without a name, made in *module*: *schema* with null allowed."""
        declaration = declaration_of(schema)
        if declaration.composed:
            either = AnyTypeSchema.where(any_of=(schema, NoneSchema))
            type.__setattr__(either, "_not_null", schema)
            type.__setattr__(either, "__module__", module)
            declaration_of(either).recipe = _nulled, schema, {}
            return either
        bases = (*_bases_of(schema), NoneBase, Schema, mixin_for(declaration.types | {NoneClass}))
        facts = dict(declaration.facts)
        if declaration.enum is not None:
            facts["enum_value_to_name"] = {**declaration.enum, NoneClass(): "NONE"}
        namespace = {"_anonymous": True, "_own": facts, "_not_null": schema, "__module__": module}
        made = SchemaMeta(schema.__name__, bases, {**namespace, "__doc__": declaration.description})
        declaration_of(made).recipe = _nulled, schema, {}
        return made

    _MADE_OF = {base for entry in PRIMITIVES for base in entry.cls.__mro__} | {DecimalNode, DictNode}

    def _bases_of(schema):
        """The classes of the runtime that say what instances of *schema* can do, without schemas and primitives."""
        own = [base for base in schema.__mro__ if base.__module__.startswith(__package__) and base not in _MADE_OF]
        bases = [base for base in own if not isinstance(base, SchemaMeta) and not issubclass(base, Mixin)]
        return tuple(base for base in bases if not any(base in other.__mro__[1:] for other in bases))
