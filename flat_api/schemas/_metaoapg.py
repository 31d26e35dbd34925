"""The nested-class protocol of the earlier client: read from classes that use it, shown on classes that don't."""

from __future__ import annotations

import typing
from functools import cache
from types import CodeType, FunctionType

from ._class_body import step
from ._constraints import KEYWORDS
from ._declaration import Facts, Property, Reference, facts_of, resolved
from ._primitives import CREATING

if typing.TYPE_CHECKING:
    from ._schema import SchemaMeta

COMPOSITION = ("all_of", "one_of", "any_of")
NAMES = (
    "required", "additional_properties", "items", "not_schema", "discriminator", "enum_value_to_name", *COMPOSITION,
    *(keyword.attribute for keyword in KEYWORDS),
)  # fmt: skip
"""The attributes of a ``MetaOapg`` class, `properties` aside."""

FORWARDED = ("__new__", "__getitem__", "get_item_oapg")
"""Methods that the old generator printed only to give them precise types."""


def read(meta: type) -> Facts:
    """The facts that a ``MetaOapg`` class states."""
    facts: Facts = {name: getattr(meta, name) for name in NAMES if getattr(meta, name, None) is not None}
    annotations: dict[str, typing.Any] = getattr(getattr(meta, "properties", None), "__annotations__", {})
    required = facts.get("required", ())
    facts["properties"] = {
        name: Property(declared, required=name in required, key=name) for name, declared in annotations.items()
    }
    facts["replaces"] = True
    return facts


def adopt_methods(bases: tuple[type, ...], namespace: dict[str, typing.Any]) -> tuple[type, ...]:
    """The bases to use for a class whose body may define methods of the old generator.

    Those that only hand their arguments on are dropped from *namespace*. A ``__new__`` that does more is kept: the
    class gets a base to which its ``super().__new__`` leads.
    """
    for name in FORWARDED:
        method = namespace.get(name)
        if isinstance(method, FunctionType) and _only_forwards(method.__code__, name):
            del namespace[name]
    if "__new__" not in namespace or not bases or any(issubclass(base, _own_constructor()) for base in bases):
        return bases
    return (_own_constructor(), *bases)


def _only_forwards(code: CodeType, name: str) -> bool:
    """Whether a method does nothing but ``return super().name(...)`` with its own parameters."""
    from opcode import opname

    mentioned = all(entry is None or isinstance(entry, tuple) or entry in code.co_varnames for entry in code.co_consts)
    steps = {opname[step].partition("_")[0] for step in code.co_code[::2]}
    plain = steps.isdisjoint({"STORE", "JUMP", "POP", "FOR", "BINARY", "COMPARE", "RAISE", "YIELD"})
    return mentioned and plain and code.co_names in (("super", name), (name,)) and code.co_freevars == ("__class__",)


@cache
def _own_constructor() -> type:
    """The base of classes with a ``__new__`` of their own, made when the first one is met."""
    from ._schema import SchemaMeta

    class OwnConstructorMeta(SchemaMeta):
        if not typing.TYPE_CHECKING:

            def __call__(cls, /, *args, **kwargs):
                return cls.__new__(cls, *args, **kwargs)

    class OwnConstructor(metaclass=OwnConstructorMeta):
        __slots__ = ()

        def __new__(cls, *args: typing.Any, **kwargs: typing.Any) -> typing.Any:
            return SchemaMeta.__call__(typing.cast("SchemaMeta", cls), *args, **kwargs)

    return OwnConstructor


class View:
    """The ``MetaOapg`` of a class in our notation, made when it is first looked at."""

    def __get__(self, instance: object, owner: SchemaMeta) -> type:
        with CREATING:
            if owner.__dict__.get("MetaOapg") is self:
                type.__setattr__(owner, "MetaOapg", _shown(owner))
        return typing.cast(type, owner.__dict__["MetaOapg"])


def _shown(owner: SchemaMeta) -> type:
    facts = facts_of(owner)
    namespace = {name: _attribute(name, facts[name], owner) for name in NAMES if facts.get(name) not in (None, set())}
    for name in COMPOSITION:
        for index, branch in enumerate(facts[name] if isinstance(facts.get(name), (list, tuple)) else ()):
            namespace[f"{name}_{index}"] = branch
    namespace["properties"] = _named(owner, "MetaOapg.properties", _properties(facts, owner))
    return _named(owner, "MetaOapg", namespace)


def _named(owner: type, place: str, namespace: dict[str, typing.Any]) -> type:
    shown = type(place.rpartition(".")[2], (), namespace)
    shown.__module__, shown.__qualname__ = owner.__module__, f"{owner.__qualname__}.{place}"
    return shown


def _properties(facts: Facts, owner: type) -> dict[str, typing.Any]:
    declared = {name: _class_or_function(entry.declared, owner) for name, entry in facts.get("properties", {}).items()}
    annotations = {
        name: entry.__func__ if isinstance(entry, staticmethod) else entry for name, entry in declared.items()
    }
    return {**{step(name): entry for name, entry in declared.items()}, "__annotations__": annotations}


def _attribute(name: str, fact: typing.Any, owner: type) -> typing.Any:
    """A fact as the old generator would have printed it."""
    if name in COMPOSITION and isinstance(fact, (list, tuple)):
        return staticmethod(lambda: [resolved(entry) for entry in typing.cast("list[typing.Any]", fact)])
    if name == "discriminator" and isinstance(fact, dict):
        return staticmethod(lambda: typing.cast("dict[str, typing.Any]", fact))
    if name in ("items", "additional_properties", "not_schema"):
        return _class_or_function(fact, owner)
    return set(fact) if name == "required" else fact


def _class_or_function(declared: typing.Any, owner: type) -> typing.Any:
    """A class of its own as itself, a model as the static method that the old generator printed for one."""
    if isinstance(declared, Reference):
        return staticmethod(declared.resolve)
    if isinstance(declared, type) and _is_model(declared) and declared.__module__ != owner.__module__:
        return staticmethod(lambda: declared)
    return declared


def _is_model(cls: type) -> bool:
    """Whether *cls* is a component with a module of its own, and not part of another class or of the runtime."""
    inside = "." in cls.__qualname__ or cls.__module__.startswith(f"{__package__}.")
    return not inside
