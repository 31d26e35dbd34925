"""Pickles of schema classes: by the name under which a class is found, or by how it was made in an expression."""

from __future__ import annotations

import copyreg
import itertools
import os
import sys
import typing
import weakref

from ._class_body import is_nameless, name_class
from ._declaration import Reference, resolved

Maker = typing.Callable[..., typing.Any]
Recipe = tuple[Maker, typing.Any, dict[str, typing.Any]]
"""A function that makes a class, the class that it was given, and its keywords."""

_recipes: weakref.WeakKeyDictionary[type, Recipe] = weakref.WeakKeyDictionary()
_known: weakref.WeakValueDictionary[object, type] = weakref.WeakValueDictionary()
"""Classes that were pickled by their recipes or made from one, by their marks and by their recipes."""

_process = os.urandom(8).hex()
_numbers = itertools.count()
_marks: weakref.WeakKeyDictionary[type, str] = weakref.WeakKeyDictionary()
"""What tells a class from others of the same recipe, in the process that it was pickled in."""


def note_recipe(cls: type, make: Maker, parent: typing.Any, keywords: dict[str, typing.Any]) -> None:
    """Note that *cls*, a class without a name, is what ``make(parent, module, **keywords)`` returns."""
    _recipes[cls] = make, parent, keywords


def pickles_by_name_or_recipe(metaclass: type) -> None:
    """Let classes whose class is *metaclass* be pickled by `_reduced`."""
    copyreg.pickle(typing.cast(typing.Any, metaclass), _reduced)


def _reduced(cls: typing.Any) -> str | tuple[typing.Any, ...]:
    """Return how *cls* is pickled: by name if it has one, and else by its recipe.

    A class that was made in an expression and given a name in its module, as in ``Title = StrSchema.where(...)``,
    learns that name here.
    """
    if is_nameless(cls):
        module = vars(sys.modules.get(cls.__module__, typing))
        for name in [name for name, thing in module.items() if thing is cls][:1]:
            name_class(cls, name, cls.__module__)
    recipe = _recipes.get(cls)
    if recipe is None or not is_nameless(cls):
        return str(cls.__qualname__)
    make, parent, keywords = recipe
    arguments = (make, resolved(parent), cls.__module__, {name: _plain(value) for name, value in keywords.items()})
    if cls not in _marks:
        _marks[cls] = f"{_process}-{next(_numbers)}"
    _note(cls, _marks[cls], _key(arguments))
    return _remade, (_marks[cls], *arguments)


def _note(cls: type, mark: str, key: object) -> None:
    """Note *cls* under its *mark* and the *key* of its recipe."""
    _known.setdefault((mark, key), cls)
    if key is not None:
        _known.setdefault(key, cls)


def _plain(value: typing.Any) -> typing.Any:
    """A keyword without references, which are functions."""
    if isinstance(value, (list, tuple)):
        return tuple(map(_plain, typing.cast("list[object]", value)))
    return resolved(value) if isinstance(value, Reference) else value


def _remade(mark: str, make: Maker, parent: typing.Any, module: str, keywords: dict[str, typing.Any]) -> typing.Any:
    """The class for a recipe: the one that was pickled, one of the same recipe, or a new one."""
    key = _key((make, parent, module, keywords))
    found = _known.get((mark, key)) or (None if key is None else _known.get(key))
    if found is None:
        found = make(parent, module, **keywords)
        _note(found, mark, key)
    return found


def _key(arguments: tuple[typing.Any, ...]) -> object:
    """A key for *arguments*; None where something in them can't be a part of one."""
    *first, keywords = arguments
    key = (*first, tuple(sorted((name, repr(value), value) for name, value in keywords.items())))
    try:
        hash(key)
    except TypeError:
        return None
    return key
