"""Instances: the class and the object for a value that was accepted, and the match that leads to them."""

from __future__ import annotations

import decimal
import io
import typing
from functools import partial
from types import FunctionType

from frozendict import frozendict

from ..exceptions import ApiAttributeError, shown
from ._declaration import Declaration, EnumBase, declaration_of, matched_of
from ._keywords import identity_key
from ._nodes import DecimalNode, DictNode, open_attributes
from ._plain import shallow
from ._primitives import CREATING, BoolClass, FileIO, NoneClass, entries, primitive_of, single
from ._unset import unset

_new_dict = dict.__new__
_fill = dict[object, object].update

_instance_classes: dict[tuple[tuple[type, ...], type], typing.Any] = {}


def class_for(matched: tuple[type, ...], primitive: type) -> typing.Any:
    """The class of an instance that the classes *matched* took and that is made of *primitive*.

    Mostly that is the one class that matched. Several, or one that takes several types, need a class of their own;
    it is made once for each combination and kept for good.
    """
    found = _instance_classes.get((matched, primitive))
    if found is None:
        narrowest = _narrowest(matched)  # not under the lock, which is not to be held over an import
        with CREATING:
            found = _instance_classes.get((matched, primitive)) or _made_class(narrowest, primitive)
            _instance_classes[matched, primitive] = found
    return found


def _narrowest(matched: tuple[type, ...]) -> tuple[type, ...]:
    """*matched* without the parents of others in it, and without the schema of undeclared values beside others."""
    if len(matched) == 1:
        return matched
    typed = tuple(cls for cls in matched if cls is not Declaration.untyped) or matched
    return tuple(cls for cls in typed if not any(cls is not other and issubclass(other, cls) for other in typed))


def _made_class(matched: tuple[type, ...], primitive: type) -> typing.Any:
    if len(matched) == 1 and issubclass(matched[0], primitive):
        return matched[0]
    known = _instance_classes.get((matched, primitive))
    if known is not None:
        return known
    node = _NODES.get(primitive, primitive)
    bases = matched if any(issubclass(cls, node) for cls in matched) else (*matched, node)
    namespace = {
        "__module__": matched[0].__module__,
        "__qualname__": matched[0].__qualname__,
        "_of_instances": True,
        **({} if primitive is frozendict else _no_properties(matched)),
    }
    cls: typing.Any = type(matched[0])(matched[0].__name__, bases, namespace)
    declaration_of(cls).matched = matched
    _instance_classes[matched, primitive] = cls
    return cls


_NODES: dict[type, type] = {frozendict: DictNode, decimal.Decimal: DecimalNode}
"""What instances of a primitive are made of, where that is more than the primitive."""


def _no_properties(matched: tuple[type, ...]) -> dict[str, property]:
    """Attributes that hide the properties of objects from what is not an object, as null in place of one."""
    declared = (entry for cls in matched for entry in declaration_of(cls).properties.values())
    return {entry.attribute: property(_no_property) for entry in declared if entry.attribute}


def _no_property(node: object) -> typing.NoReturn:
    raise ApiAttributeError(f"{type(node).__name__!r} object has no properties")


def maker(cls: typing.Any) -> typing.Callable[[typing.Any], typing.Any]:
    """A function that makes an instance of *cls* from its primitive, without a look at it.

    For most classes it runs no Python at all: their metaclass is where schema classes are called by users, and
    `type.__call__` is what it replaces.
    """
    if issubclass(cls, DictNode):
        return partial(_make_dict, cls)
    if issubclass(cls, io.FileIO):
        return partial(_make_file, cls)
    if not isinstance(cls.__new__, FunctionType):
        make: typing.Callable[[object], typing.Any] = type.__call__.__get__(cls)
        return make
    primitives: tuple[typing.Any, ...] = (BoolClass, NoneClass, str, tuple, decimal.Decimal, bytes)
    return partial(next(base for base in primitives if issubclass(cls, base)).__new__, cls)


def _make_file(cls: typing.Any, file: typing.Any) -> typing.Any:
    new: typing.Any = io.FileIO.__new__
    node = new(cls, file.name)
    FileIO.__init__(node, file)
    return node


def _make_dict(cls: typing.Any, items: dict[object, object]) -> typing.Any:
    if not all(isinstance(key, str) and hasattr(cls, key) for key in items):
        open_attributes(cls)
    node = _new_dict(cls)
    _fill(node, items)
    return node


def instance(cls: typing.Any, value: typing.Any) -> typing.Any:
    """The instance of *cls*, a class that `class_for` gave, for the primitive *value*."""
    make = maker(cls)
    if not issubclass(cls, EnumBase) or issubclass(cls, (BoolClass, NoneClass)):
        return make(value)
    declared = (declaration_of(schema) for schema in declaration_of(cls).matched)
    found = (entry.member(value) for entry in declared if entry.enum is not None)
    constant = next((constant for constant in found if constant is not unset), unset)
    if constant is unset:  # the check is disabled
        return make(value)
    key = identity_key(value)
    if not isinstance(value, decimal.Decimal):
        return single(cls, value, make, key)
    own = single(cls, _cast(constant), make, key)
    # 1.00 in place of 1 keeps its digits, as it always did; what only reads like the float of a member is that member.
    return own if value != own or str(value) == str(own) else make(value)


def member(cls: typing.Any, constant: object) -> typing.Any:
    """The instance of the enum class *cls* for *constant*, a plain Python value."""
    value = constant if isinstance(constant, str) else _cast(constant)
    return instance(class_for((cls,), primitive_of(value)), value)


def _cast(constant: object) -> object:
    from ._cast import Cast  # not needed by the enums of strings, which are nearly all

    cast = Cast(server=False)
    value = cast.cast(constant, ())
    if cast.problems:
        raise TypeError(f"{shown(constant)} can't be the value of a member: {cast.problems[0].sentence}")
    return value


def also(value: object, cls: type) -> typing.Any:
    """Return *value*, an instance of any schema classes, as one of *cls* as well; *cls* doesn't validate it."""
    return maker(class_for((*matched_of(value), cls), primitive_of(value)))(value)


class Match:
    """A *value*, one of the primitives, with the classes that took it, in order, and what was found for its members.

    The members of a container are found in *members* by key or index, not in *value*.
    """

    __slots__ = ("classes", "members", "value")

    def __init__(self, value: object, *classes: type) -> None:
        self.value = value
        self.classes: dict[type, None] = dict.fromkeys(classes)
        self.members: dict[object, Found] = {}

    @classmethod
    def of(cls, found: Found) -> Match:
        """*found* as a match; an instance is written out one level deep, with the classes that it has."""
        if isinstance(found, Match):
            return found
        match = cls(found, *matched_of(found))
        match.members = dict(entries(found))
        return match

    def merged(self, other: Found | None) -> Match:
        """The match with what *other* knows of the same value."""
        if other is not None:
            other = Match.of(other)
            self.classes.update(other.classes)
            for key, found in other.members.items():
                known = self.members.get(key)
                self.members[key] = found if known is None else Match.of(known).merged(found)
        return self


Found = object
"""What the walk finds for a value: a `Match` to build an instance from, or an instance that is there already."""


def build(match: Found) -> typing.Any:
    """The instance for what the plain walk found."""
    if not isinstance(match, Match):
        return match
    primitive = primitive_of(match.value)
    cls = class_for(tuple(match.classes), primitive)
    if primitive is frozendict:
        return instance(cls, {key: build(item) for key, item in match.members.items()})
    if primitive is tuple:
        return instance(cls, [build(item) for item in match.members.values()])
    return instance(cls, shallow(match.value) if primitive in (BoolClass, NoneClass) else match.value)
