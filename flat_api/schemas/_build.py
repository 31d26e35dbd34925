"""From primitives and the classes that took them to instances; and back."""

from __future__ import annotations

import decimal
import io
import typing
from functools import partial
from types import FunctionType

from frozendict import frozendict

from ..exceptions import ApiAttributeError, shown
from ._constraints import identity_key
from ._declaration import declaration_of
from ._plain import shallow
from ._primitives import (
    CREATING,
    BoolClass,
    DecimalNode,
    DictNode,
    FileIO,
    NoneClass,
    class_of,
    open_attributes,
    primitive_of,
    single,
)
from ._scalars import EnumBase
from ._schema import Schema, SchemaMeta
from ._unset import unset

_new_dict = dict.__new__
_fill: typing.Callable[..., None] = typing.cast(typing.Any, dict).update

_instance_classes: dict[tuple[tuple[type, ...], type], typing.Any] = {}


def class_for(matched: tuple[type, ...], primitive: type) -> typing.Any:
    """The class of an instance that the classes *matched* took and that is made of *primitive*.

    Mostly that is the one class that matched. Several, or one that takes several types, need a class of their own;
    it is made once for each combination and kept for good.
    """
    found = _instance_classes.get((matched, primitive))
    if found is None:
        with CREATING:
            found = _instance_classes.get((matched, primitive)) or _made_class(_narrowest(matched), primitive)
            _instance_classes[matched, primitive] = found
    return found


def _narrowest(matched: tuple[type, ...]) -> tuple[type, ...]:
    """*matched* without the parents of others in it, and without the schema of undeclared values beside others."""
    from ._composed import UnsetAnyTypeSchema

    typed = tuple(cls for cls in matched if cls is not UnsetAnyTypeSchema) or matched
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
    cls = SchemaMeta(matched[0].__name__, bases, namespace)
    type.__setattr__(cls, "_matched", matched)
    _instance_classes[matched, primitive] = cls
    return cls


_NODES: dict[type, type] = {frozendict: DictNode, decimal.Decimal: DecimalNode}
"""What instances of a primitive are made of, where that is more than the primitive."""


def _no_properties(matched: tuple[type, ...]) -> dict[str, typing.Any]:
    """Attributes that hide the properties of objects from what is no object, as null in place of one."""
    declared = (entry for cls in matched for entry in declaration_of(cls).properties.values())
    return {entry.attribute: property(_no_property) for entry in declared if entry.attribute}


def _no_property(node: object) -> typing.NoReturn:
    raise ApiAttributeError(f"{type(node).__name__!r} object is no object with properties")


def maker(cls: typing.Any) -> typing.Callable[[typing.Any], typing.Any]:
    """A function that makes an instance of *cls* from its primitive, without a look at it.

    For most classes it runs no Python at all: `SchemaMeta` is where schema classes are called by users, and
    `type.__call__` is what it replaces.
    """
    if issubclass(cls, DictNode):
        return partial(_make_dict, cls)
    if issubclass(cls, io.FileIO):
        return partial(_make_file, cls)
    if not isinstance(cls.__new__, FunctionType):
        return typing.cast("typing.Callable[[typing.Any], typing.Any]", type.__call__.__get__(cls))
    primitives: tuple[typing.Any, ...] = (BoolClass, NoneClass, str, tuple, decimal.Decimal, bytes)
    return partial(next(base for base in primitives if issubclass(cls, base)).__new__, cls)


def _make_file(cls: typing.Any, file: typing.Any) -> typing.Any:
    new: typing.Any = io.FileIO.__new__
    node = new(cls, file.name)
    FileIO.__init__(node, file)
    return node


def _make_dict(cls: typing.Any, items: dict[typing.Any, typing.Any]) -> typing.Any:
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
    declared = (declaration_of(schema) for schema in typing.cast(typing.Any, cls)._matched)
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


def _cast(constant: object) -> typing.Any:
    from ._cast import Cast  # not needed by the enums of strings, which are nearly all

    cast = Cast(server=False)
    value = cast.cast(constant, ())
    if cast.problems:
        raise TypeError(f"{shown(constant)} can't be the value of a member: {cast.problems[0].message}")
    return value


def also(value: typing.Any, cls: type) -> typing.Any:
    """Return *value*, an instance of any schema classes, as one of *cls* as well; *cls* doesn't validate it."""
    return maker(class_for((*value._matched, cls), primitive_of(value)))(value)


class Match:
    """A *value*, one of the primitives, with the classes that took it, in order, and what was found for its members.

    The members of a container are found in *members* by key or index, not in *value*.
    """

    __slots__ = ("classes", "members", "value")

    def __init__(self, value: typing.Any, *classes: type) -> None:
        self.value = value
        self.classes: dict[type, None] = dict.fromkeys(classes)
        self.members: dict[typing.Any, Found] = {}

    @classmethod
    def of(cls, found: Found) -> Match:
        """*found* as a match; an instance is written out one level deep, with the classes that it has."""
        if isinstance(found, Match):
            return found
        match = cls(found, *found._matched)
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


Found = Match | Schema
"""What the plain walk finds for a value: a match to build an instance from, or an instance that is there already."""


def entries(value: object) -> typing.Iterable[tuple[typing.Any, typing.Any]]:
    """The members of a container with their keys or indices; nothing for anything else."""
    if isinstance(value, dict):
        return typing.cast("dict[object, object]", value).items()
    return enumerate(typing.cast("list[object]", value)) if isinstance(value, (tuple, list)) else ()


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


def restore(matched: tuple[type, ...], value: typing.Any) -> typing.Any:
    """The instance that was taken apart for a pickle; nothing is validated again."""
    kind = class_of(value)
    primitive = _PLAIN.get(kind) or primitive_of(value)
    return instance(class_for(matched, primitive), value)


PICKLED_BY_RECURSION = 40
"""Levels of the deepest value that `pickle` goes through by itself; it needs several steps of the stack for each."""

Flat = list[tuple[tuple[type, ...], typing.Any]]
"""The containers in a value, the inner ones first: the classes that matched, and the members; see `flattened`."""


class Place(int):
    """A member that is a container: its index in a `Flat`."""


def is_deep(node: Schema) -> bool:
    """Return whether *node* has more levels than `pickle` can be left to go through."""
    level: list[typing.Any] = [node]
    for _ in range(PICKLED_BY_RECURSION):
        level = [item for container in level for _, item in entries(container) if isinstance(item, (dict, tuple))]
        if not level:
            return False
    return True


def flattened(root: typing.Any) -> Flat:
    """Return the containers in *root*, itself last, in which a `Place` stands for each container."""
    order: list[typing.Any] = []
    waiting: list[typing.Any] = [root]
    while waiting:  # from the outside to the inside, each of them as often as it is met
        node = waiting.pop()
        order.append(node)
        waiting += [item for _, item in entries(node) if isinstance(item, (dict, tuple))]
    places: dict[int, Place] = {}
    flat: Flat = []
    for node in reversed(order):
        found = id(node)
        if found not in places:
            members: dict[typing.Any, typing.Any] = {key: places.get(id(item), item) for key, item in entries(node)}
            flat.append((node._matched, members if isinstance(node, dict) else tuple(members.values())))
            places[found] = Place(len(flat) - 1)
    return flat


def restore_deep(flat: Flat) -> typing.Any:
    """Return the instance that `flattened` took apart; nothing is validated again."""
    made: list[typing.Any] = []
    for matched, members in flat:
        if isinstance(members, dict):
            value: typing.Any = {
                key: made[item] if type(item) is Place else item
                for key, item in typing.cast("dict[object, object]", members).items()
            }
        else:
            value = tuple([made[item] if type(item) is Place else item for item in members])
        made.append(restore(matched, value))
    return made[-1]


_PLAIN: dict[type, type] = {dict: frozendict, bool: BoolClass, type(None): NoneClass}
