"""The nested-class protocol of the earlier client: read from classes that use it, shown on classes that don't."""

from __future__ import annotations

import typing
from functools import cache
from types import CodeType, FunctionType

from ._class_body import step
from ._declaration import Declared, Facts, Property, Reference, declaration_of, resolved
from ._keywords import KEYWORDS
from ._numbers import FloatMultiple
from ._primitives import CREATING
from ._unset import unset
from .patterns import printed_pattern

COMPOSITION = ("all_of", "one_of", "any_of")
NAMES = (
    "required", "additional_properties", "items", "not_schema", "discriminator", "enum_value_to_name", *COMPOSITION,
    *(keyword.attribute for keyword in KEYWORDS),
)  # fmt: skip
"""The attributes of a ``MetaOapg`` class, `properties` aside."""

CO_VARARGS, CO_VARKEYWORDS = 4, 8
"""Flags of a code object, as in `inspect`, which is slow to import."""

FORWARDED = ("__new__", "__getitem__", "get_item_oapg")
"""Methods that the old generator printed only to give them precise types."""


def shows_itself(bases: tuple[type, ...]) -> bool:
    """Return whether the nearest ``MetaOapg`` among *bases* is of the old notation, to be inherited as it is."""
    declared = (base.__dict__["MetaOapg"] for cls in bases for base in cls.__mro__ if "MetaOapg" in base.__dict__)
    nearest = next(declared, None)
    return isinstance(nearest, type) and "_shown" not in nearest.__dict__


def read(meta: type) -> Facts:
    """The facts that a ``MetaOapg`` class states."""
    facts: Facts = {name: getattr(meta, name) for name in NAMES if getattr(meta, name, None) is not None}
    annotations: dict[str, typing.Any] = getattr(getattr(meta, "properties", None), "__annotations__", {})
    required = facts.get("required", ())
    facts["properties"] = {
        name: Property(declared, required=name in required, key=name) for name, declared in annotations.items()
    }
    facts["replaces"] = True
    if "regex" in facts:
        facts["regex"] = tuple(printed_pattern(entry["pattern"], entry.get("flags", 0)) for entry in facts["regex"])
    if isinstance(facts.get("multiple_of"), float):
        facts["multiple_of"] = FloatMultiple(facts["multiple_of"])
    return facts


def adopt_methods(namespace: dict[str, typing.Any]) -> None:
    """Take out of *namespace*, a class body, the methods of the old generator that only hand their arguments on.

    The constructor among them is remembered for its signature. A ``__new__`` that does more stays.
    """
    for name in FORWARDED:
        method = namespace.get(name)
        if isinstance(method, FunctionType) and _only_forwards(method, name):
            if name == "__new__" and _is_narrower(method, namespace.get("MetaOapg")):
                continue
            del namespace[name]
            if name == "__new__":
                namespace["_printed"] = staticmethod(method)


def _only_forwards(method: FunctionType, name: str) -> bool:
    """Return whether *method* does nothing but ``return super().name(...)`` with its own parameters.

    Only its bytecode tells: printed classes bear no mark, and their source is not always there (exec, zip files, frozen
    programs). Reading the source also costs more than compiling the twin, which is done once for each signature.
    """
    defaults = (*(method.__defaults__ or ()), *(method.__kwdefaults__ or {}).values())
    if not all(value is unset or value is None for value in defaults):
        return False
    code = method.__code__
    return (code.co_code, code.co_names, code.co_consts) in _forwarders(name, inspect_parameters(code))


def _is_narrower(constructor: FunctionType, meta: type | None) -> bool:
    """Return whether *constructor* wants more names than *meta* requires, or accepts fewer than it allows."""
    _, _, named, rest = inspect_parameters(constructor.__code__)
    needed = set(named).difference(constructor.__kwdefaults__ or {})
    additional = getattr(meta, "additional_properties", None)
    closed = isinstance(additional, Declared) and declaration_of(additional).accepts_nothing
    return not (needed <= set(getattr(meta, "required", ())) and (rest or closed or set(named) <= {"_configuration"}))


Parameters = tuple[tuple[str, ...], str, tuple[str, ...], str]


def inspect_parameters(code: CodeType) -> Parameters:
    """The names of the positional, the variadic, the keyword-only and the variadic keyword parameters of *code*."""
    names, count = code.co_varnames, code.co_argcount
    keywords = names[count : count + code.co_kwonlyargcount]
    rest = list(names[count + code.co_kwonlyargcount :])
    args = rest.pop(0) if code.co_flags & CO_VARARGS else ""
    return names[:count], args, keywords, rest.pop(0) if code.co_flags & CO_VARKEYWORDS else ""


@cache
def _forwarders(name: str, parameters: Parameters) -> list[tuple[object, ...]]:
    """Return what the method that the old generator prints for these parameters is compiled to.

    Python 3.13 joins instructions that stand on one line, so there are two forms: on one line, and as it is printed,
    with an argument a line.
    """
    positional, args, keywords, rest = parameters
    passed = [*(positional if name == "__new__" else positional[1:])]
    if "_configuration" in passed:
        passed.remove("_configuration")
        keywords = (*keywords, "_configuration")
    passed += [f"*{args}"] * bool(args) + [f"{key}={key}" for key in keywords] + [f"**{rest}"] * bool(rest)
    header = [*positional] + [f"*{args}"] * bool(args) + [*parameters[2]] + [f"**{rest}"] * bool(rest)
    return [_compiled_method(name, ", ".join(header), separator.join(passed)) for separator in (", ", ",\n")]


def _inner(code: CodeType) -> CodeType:
    """The code of the class or function that *code* defines."""
    return next(constant for constant in code.co_consts if isinstance(constant, CodeType))


def _compiled_method(name: str, header: str, passed: str) -> tuple[object, ...]:
    source = f"class C:\n def {name}({header}):\n  return super().{name}(\n{passed})"
    code = _inner(_inner(compile(source, "<forwarder>", "exec")))
    return code.co_code, code.co_names, code.co_consts


def complaint(cls: type, keywords: dict[str, typing.Any]) -> str | None:
    """Return what Python said when *keywords* did not fit the printed constructor of *cls*; None where they do fit."""
    printed: typing.Any = getattr(cls, "_printed", None)
    if printed is None:
        return None
    _, _, named, rest = inspect_parameters(printed.__code__)
    needed = set(named).difference(printed.__kwdefaults__ or {})
    if needed <= keywords.keys() and (rest or keywords.keys() <= set(named)):
        return None
    try:
        printed(cls, **keywords)
    except TypeError as error:  # at the call, before the body is entered
        return str(error)
    return None


class View:
    """The ``MetaOapg`` of a class in our notation, made when it is first looked at."""

    def __get__(self, instance: object, owner: Declared) -> type:
        with CREATING:
            if owner.__dict__.get("MetaOapg") is self:
                type.__setattr__(owner, "MetaOapg", _shown(owner))
        shown: type = owner.__dict__["MetaOapg"]
        return shown


def _shown(owner: Declared) -> type:
    facts = declaration_of(owner).facts
    namespace = {name: _attribute(name, facts[name], owner) for name in NAMES if facts.get(name) not in (None, set())}
    for name in COMPOSITION:
        for index, branch in enumerate(facts[name] if isinstance(facts.get(name), (list, tuple)) else ()):
            namespace[f"{name}_{index}"] = branch
    namespace["properties"] = _named(owner, "MetaOapg.properties", _properties(facts, owner))
    return _named(owner, "MetaOapg", namespace)


def _named(owner: type, place: str, namespace: dict[str, typing.Any]) -> type:
    shown = type(place.rpartition(".")[2], (), {**namespace, "_shown": True})
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
    is_function = callable(fact)
    if name in COMPOSITION and not is_function:
        return staticmethod(lambda: [resolved(entry) for entry in fact])
    if name == "discriminator" and not is_function:
        return staticmethod(lambda: fact)
    if name in ("items", "additional_properties", "not_schema"):
        return _class_or_function(fact, owner)
    if name == "regex":
        return [{"pattern": pattern.source, "flags": pattern.flags} for pattern in fact]
    return set(fact) if name == "required" else fact


def _class_or_function(declared: typing.Any, owner: type) -> typing.Any:
    """A class of its own as itself, a model as the static method that the old generator printed for one."""
    if isinstance(declared, Reference):
        return staticmethod(declared.resolve)
    if isinstance(declared, type) and _is_model(declared) and declared.__module__ != owner.__module__:
        return staticmethod(lambda: declared)
    return declared


def _is_model(cls: type) -> bool:
    """Return whether *cls* is a component with a module of its own, and not part of another class or of the runtime."""
    inside = "." in cls.__qualname__ or cls.__module__.startswith(f"{__package__}.")
    return not inside
