"""Pickles: of instances by what they are made of, of schema classes by name or by how they were made."""

from __future__ import annotations

import io
import itertools
import os
import sys
import typing
import weakref

from ._class_body import is_nameless, name_class
from ._declaration import Maker, Reference, declaration_of, matched_of, resolved
from ._instances import class_for, instance
from ._plain import shallow
from ._primitives import entries, is_array, primitive_of

_known: weakref.WeakValueDictionary[object, type] = weakref.WeakValueDictionary()
"""Classes that were pickled by their recipes or made from one, by their marks and by their recipes."""

_process = os.urandom(8).hex()
_numbers = itertools.count()
_marks: weakref.WeakKeyDictionary[type, str] = weakref.WeakKeyDictionary()
"""What tells a class from others of the same recipe, in the process that it was pickled in."""


def reduced_class(cls: typing.Any) -> str | tuple[typing.Any, ...]:
    """Return how *cls* is pickled: by name if it has one, and else by its recipe.

    A class that was made in an expression and given a name in its module, as in ``Title = StrSchema.where(...)``,
    learns that name here.
    """
    if is_nameless(cls):
        module = vars(sys.modules.get(cls.__module__, typing))
        for name in [name for name, thing in module.items() if thing is cls][:1]:
            name_class(cls, name, cls.__module__)
    recipe = declaration_of(cls).recipe
    if recipe is None or not is_nameless(cls):
        return str(cls.__qualname__)
    make, parent, keywords = recipe
    plain = {name: _plain(value) for name, value in keywords.items()}
    arguments = make, resolved(parent), cls.__module__, plain
    if cls not in _marks:
        _marks[cls] = f"{_process}-{next(_numbers)}"
    _note(cls, _marks[cls], _key(*arguments))
    return _remade, (_marks[cls], *arguments)


def _note(cls: type, mark: str, key: object) -> None:
    """Note *cls* under its *mark* and the *key* of its recipe."""
    _known.setdefault((mark, key), cls)
    if key is not None:
        _known.setdefault(key, cls)


def _plain(value: object) -> object:
    """A keyword without references, which are functions."""
    if is_array(value):
        return tuple(map(_plain, value))
    return resolved(value) if isinstance(value, Reference) else value


def _remade(mark: str, make: Maker, parent: type, module: str, keywords: dict[str, object]) -> typing.Any:
    """The class for a recipe: the one that was pickled, one of the same recipe, or a new one."""
    key = _key(make, parent, module, keywords)
    found = _known.get((mark, key)) or (None if key is None else _known.get(key))
    if found is None:
        found = make(parent, module, **keywords)
        _note(found, mark, key)
    return found


def _key(make: Maker, parent: type, module: str, keywords: dict[str, object]) -> object:
    """A key for a recipe; None where something in it can't be a part of one."""
    key = (make, parent, module, tuple(sorted((name, repr(value), value) for name, value in keywords.items())))
    try:
        hash(key)
    except TypeError:
        return None
    return key


def reduced(node: object) -> tuple[typing.Any, ...]:
    """Return how the instance *node* is pickled. Raises TypeError for an open file."""
    if isinstance(node, io.FileIO):
        raise TypeError("an open file can't be pickled or copied")
    if issubclass(type(node), (dict, tuple)) and is_deep(node):
        return restore_deep, (flattened(node),)
    return restore, (matched_of(node), shallow(node))


def restore(matched: tuple[type, ...], value: object) -> typing.Any:
    """The instance that was taken apart for a pickle; nothing is validated again."""
    return instance(class_for(matched, primitive_of(value)), value)


PICKLED_BY_RECURSION = 40
"""Levels of the deepest value that `pickle` goes through by itself; it needs several steps of the stack for each."""

Flat = list[tuple[tuple[type, ...], dict[object, object] | tuple[object, ...]]]
"""The containers in a value, the inner ones first: the classes that matched, and the members; see `flattened`."""


class Place(int):
    """A member that is a container: its index in a `Flat`."""


def is_deep(node: object) -> bool:
    """Return whether *node* has more levels than `pickle` can be left to go through."""
    level: list[object] = [node]
    for _ in range(PICKLED_BY_RECURSION):
        level = [item for container in level for _, item in entries(container) if isinstance(item, (dict, tuple))]
        if not level:
            return False
    return True


def flattened(root: object) -> Flat:
    """Return the containers in *root*, itself last, in which a `Place` stands for each container."""
    order: list[object] = []
    waiting: list[object] = [root]
    while waiting:  # from the outside to the inside, each of them as often as it is met
        node = waiting.pop()
        order.append(node)
        waiting += [item for _, item in entries(node) if isinstance(item, (dict, tuple))]
    places: dict[int, Place] = {}
    flat: Flat = []
    for node in reversed(order):
        found = id(node)
        if found not in places:
            members: dict[object, object] = {key: places.get(id(item), item) for key, item in entries(node)}
            flat.append((matched_of(node), members if isinstance(node, dict) else tuple(members.values())))
            places[found] = Place(len(flat) - 1)
    return flat


def restore_deep(flat: Flat) -> typing.Any:
    """Return the instance that `flattened` took apart; nothing is validated again."""
    made: list[object] = []
    for matched, members in flat:
        if isinstance(members, dict):
            value: object = {key: made[item] if type(item) is Place else item for key, item in members.items()}
        else:
            value = tuple([made[item] if type(item) is Place else item for item in members])
        made.append(restore(matched, value))
    return made[-1]
