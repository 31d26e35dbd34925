"""From a class body in our notation to facts: its properties, its enum members, the keywords in its header."""

from __future__ import annotations

import keyword
import re
import sys
import typing

from ._declaration import Declaration, Declared, EnumBase, Facts, Property, Reference, declaration_of, refuse_no_schema
from ._keywords import KEYWORDS
from ._nodes import DictNode
from ._primitives import NoneClass
from .patterns import Pattern, ecma_pattern, python_pattern

T = typing.TypeVar("T")
Namespace = dict[str, typing.Any]


class Member:
    """An enum value in the body of an `EnumBase` class. Read on the class it is the instance of that value."""

    def __init__(self, value: object) -> None:
        self.value = value

    if typing.TYPE_CHECKING:

        def __get__(self, instance: object, owner: type[T]) -> T: ...


class _Waiting(Member):
    """A member of *owner* whose instance is made, and put here under its *name*, when it is first read."""

    def __init__(self, value: object, owner: Declared, name: str) -> None:
        super().__init__(value)
        self.owner = owner
        self.name = name

    if not typing.TYPE_CHECKING:

        def __get__(self, instance, owner):
            from ._instances import member  # loaded when the first value is built, not when a model is imported

            made = member(self.owner, self.value)
            type.__setattr__(self.owner, self.name, made)
            return made


CLASS_KEYWORDS = {
    "additional": "additional_properties",
    "items": "items",
    "pattern": "regex",
    "minimum": "inclusive_minimum",
    "maximum": "inclusive_maximum",
    **{rule.attribute: rule.attribute for rule in KEYWORDS if rule.name not in ("pattern", "minimum", "maximum")},
    **{name: name for name in ("all_of", "one_of", "any_of", "not_schema", "discriminator", "extensible", "default")},
}
"""What may stand in the header of a class or in `where`, and the name that a ``MetaOapg`` class has for it."""


RUNTIME_NAMES = frozenset(
    {
        *("_anonymous", "_converter", "_declaration", "_format", "_not_null", "_of_instances", "_printed", "_singles"),
        *("_types", "_hash", "_reader"),
    }
)
"""Attributes that the runtime keeps on classes, some of them only from their first use on."""


def collect(name: str, bases: tuple[type, ...], namespace: Namespace, keywords: Namespace) -> Facts:
    """The facts that a class body and the keywords of its header state.

    Raises `TypeError` for an unknown keyword and for a property whose Python name hides a method.
    """
    facts: Facts = dict(_from_keyword(name, *entry) for entry in keywords.items())
    declared: dict[str, Property[object]] = {}
    members: dict[str, Member] = {}
    for attribute, entry in namespace.items():
        if isinstance(entry, Property):
            declared[attribute] = entry
        elif isinstance(entry, Member):
            members[attribute] = entry
        elif not attribute.startswith("_"):
            _refuse_lookalike(name, bases, namespace, attribute, entry)
    if declared:
        for attribute in declared:
            _refuse_hidden(name, bases, attribute)
        properties = _properties(name, namespace, declared)
        facts["properties"] = properties
        facts["required"] = {key for key, entry in properties.items() if entry.required}
    if members:
        facts["enum_value_to_name"] = {entry.value: attribute for attribute, entry in members.items()}
        if len(facts["enum_value_to_name"]) < len(members):
            raise TypeError(f"{name} has two members of the same value (in Python, True equals 1 and False equals 0)")
    return facts


def _properties(name: str, namespace: Namespace, declared: dict[str, Property[object]]) -> dict[str, Property[object]]:
    """The properties in a class body by JSON key; one object under two names becomes two."""
    found: dict[str, Property[object]] = {}
    for attribute, entry in declared.items():
        if entry.attribute:
            entry = _again(entry)
            namespace[attribute] = entry
        entry.__set_name__(object, attribute)
        if entry.name in found:
            first = found[entry.name].attribute
            raise TypeError(f"{name}.{first} and {name}.{attribute} both claim the JSON key {entry.name!r}")
        found[entry.name] = entry
    return found


def _again(entry: Property[object]) -> typing.Any:
    key = entry.name if entry.named else None
    twin: Property[object] = Property(
        entry.declared,
        entry.own_description,
        required=entry.required,
        key=key,
        default=entry.default,
        read_only=entry.read_only,
        write_only=entry.write_only,
    )
    return twin


def _refuse_lookalike(
    name: str, bases: tuple[type, ...], namespace: Namespace, attribute: str, entry: typing.Any
) -> None:
    """Raise for what looks like a declaration and declares nothing."""
    place = f"{namespace.get('__qualname__', name)}.{attribute}"
    if attribute[0].islower() and isinstance(entry, Declared) and entry.__qualname__ != place:
        word = entry.__name__
        raise TypeError(
            f"{name}.{attribute} declares nothing: write {attribute} = optional({word}) or required({word})"
        )
    plain = isinstance(entry, (str, int, float)) and attribute.isupper()
    if plain and any(issubclass(base, EnumBase) for base in bases):
        raise TypeError(f"{name}.{attribute} is not a member: write {attribute} = value({entry!r})")


def _refuse_hidden(name: str, bases: tuple[type, ...], attribute: str) -> None:
    for base in bases if issubclass(bases[0], DictNode) else (*bases, DictNode):
        if hasattr(base, attribute) and not isinstance(getattr(base, attribute), Property):
            raise TypeError(
                f"{name}.{attribute} would hide a method of every object: write {attribute}_ = ...(key={attribute!r})"
            )


def _from_keyword(name: str, keyword: str, value: typing.Any) -> tuple[str, typing.Any]:
    """A keyword of a class header as a fact."""
    if keyword not in CLASS_KEYWORDS:
        import difflib

        near = difflib.get_close_matches(keyword, CLASS_KEYWORDS, 1)
        hint = f", did you mean {near[0]!r}?" if near else ""
        raise TypeError(f"{name}: {keyword!r} is not a keyword of a schema class{hint}")
    if keyword == "pattern":
        value = (_pattern(value),)
    if keyword == "additional" and isinstance(value, bool):
        return CLASS_KEYWORDS[keyword], None if value else Reference(lambda: Declaration.nothing)
    if keyword in ("items", "additional", "not_schema"):
        refuse_no_schema(value)
    if keyword in ("all_of", "one_of", "any_of") and not callable(value):
        for branch in value:
            refuse_no_schema(branch)
    return CLASS_KEYWORDS[keyword], value


def _pattern(value: object) -> Pattern:
    """The pattern for a text, which is an expression of ECMA 262, or for a compiled expression of Python."""
    if isinstance(value, re.Pattern):
        compiled = typing.cast("re.Pattern[str]", value)
        return python_pattern(compiled.pattern, int(compiled.flags & ~re.UNICODE))
    if isinstance(value, str):
        return ecma_pattern(value)
    raise TypeError(f"expected a pattern as text or a compiled regular expression, got {value!r}")


def install_properties(cls: Declared, facts: Facts) -> None:
    """Make every property in *facts* readable as an attribute of *cls*, and name the nameless classes in them."""
    for entry in facts.get("properties", {}).values():
        attribute = entry.attribute or attribute_name(cls, entry.name)
        if attribute and not hasattr(cls, attribute):
            entry.__set_name__(cls, attribute)
            type.__setattr__(cls, attribute, entry)
    if facts and not cls.__dict__.get("_anonymous"):
        name_parts(cls, facts)


def renamed(facts: Facts) -> dict[str, str]:
    """The JSON keys of the properties in *facts* whose Python names differ, by these names."""
    declared: dict[str, Property[object]] = facts.get("properties", {})
    return {
        entry.attribute: key
        for key, entry in declared.items()
        if entry.attribute != key and entry.attribute and entry.attribute not in declared
    }


def attribute_name(cls: type, key: str) -> str | None:
    """The Python name for a JSON *key*: the key, with an underscore behind a taken one, or None."""
    if not key.isidentifier() or (key.startswith("__") and key.endswith("__")):
        return None
    taken = keyword.iskeyword(key) or hasattr(cls, key) or hasattr(DictNode, key) or key in RUNTIME_NAMES
    return f"{key}_" if taken else key


def name_parts(owner: type, facts: Facts) -> None:
    """Name the classes that were made in an expression, and that *owner* declares, after where they are declared.

    Pickle finds them there again, and so does a reader of an error message.
    """
    for key, entry in facts.get("properties", {}).items():
        if is_nameless(entry.declared):
            name_class(entry.declared, f"{owner.__qualname__}.MetaOapg.properties.{step(key)}", owner.__module__)
    for fact in ("items", "additional_properties", "not_schema"):
        if is_nameless(facts.get(fact)):
            name_class(facts[fact], f"{owner.__qualname__}.MetaOapg.{fact}", owner.__module__)
    for fact in ("all_of", "one_of", "any_of"):
        branches: typing.Any = facts.get(fact, ())
        for index, branch in enumerate(() if callable(branches) else branches):
            if is_nameless(branch):
                name_class(branch, f"{owner.__qualname__}.MetaOapg.{fact}_{index}", owner.__module__)


def is_nameless(declared: object) -> bool:
    """Return whether *declared* is a class that was made in an expression and has no name yet."""
    return isinstance(declared, type) and declared.__dict__.get("_anonymous", False)


def name_class(cls: typing.Any, place: str, module: str, name: str | None = None) -> None:
    """Name *cls*, a class without a name, after its *place*, and then its parts; *name* is its short name."""
    type.__setattr__(cls, "_anonymous", False)
    cls.__name__ = name or place.rpartition(".")[2]
    cls.__qualname__ = place
    cls.__module__ = module
    name_parts(cls, declaration_of(cls).own)


def step(key: str) -> str:
    """A JSON key as one step of a dotted name, and so as an attribute of the ``properties`` of a ``MetaOapg``."""
    return f"_{key}" if keyword.iskeyword(key) else key.replace(".", "\u2024")


def caller_globals() -> dict[str, typing.Any]:
    """The names of the module outside this package that is running."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals.get("__package__") == __package__:
        frame = frame.f_back
    return frame.f_globals


def caller_module() -> str:
    """The name of that module: where a class without a name is being made."""
    name: str = caller_globals().get("__name__", __name__)
    return name


def install_members(cls: Declared, facts: Facts) -> None:
    """Put the instance of each enum value in *facts* where the class body of *cls* had the value.

    A class property of that name, which is what the old generator printed, stays as it is. The instances of strings
    and null, which nothing can be wrong with, are made when they are first read.
    """
    own = cls.__dict__
    for value, name in facts.get("enum_value_to_name", {}).items():
        present = own[name] if name in own else _inherited(cls, name)
        if present is None or isinstance(present, Member) or type(present) in cls.__mro__:
            member: typing.Any = _Waiting(value, cls, name)
            can_wait = type(value) is str or value is None or isinstance(value, NoneClass)
            type.__setattr__(cls, name, member if can_wait else member.__get__(None, cls))


def _inherited(cls: type, name: str) -> typing.Any:
    """Return what the bases of *cls* have under *name*, descriptors as they are; None where there is nothing."""
    return next((base.__dict__[name] for base in cls.__mro__[1:] if name in base.__dict__), None)
