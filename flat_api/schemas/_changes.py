"""The next value: an object with some of its properties changed."""

from __future__ import annotations

import typing

from ..exceptions import ApiTypeError, ApiValueError, Path
from ._declaration import Declared, declaration_of, matched_of
from ._nodes import DictNode
from ._unset import unset
from ._validation import explain, explain_changes, problems_with
from ._walk import ROOT


def replaced(node: DictNode, changes: dict[str, object]) -> typing.Any:
    """Return the object *node* with *changes*, validated by all the classes that accepted it.

    A *node* that was read leniently keeps what does not fit in it: only what *changes* make worse is rejected.
    """
    changed, keys = _changed(node, changes)
    first, *others = matched_of(node)
    try:
        try:  # not a constructor of the user's own, which has had its say
            return _validated(typing.cast(Declared, first), tuple(others), changed)
        except (ApiTypeError, ApiValueError):
            excused = _excused(typing.cast(typing.Any, node), changed, keys)
            if not excused:
                raise
        return explain_changes(first, changed, excused, also=tuple(others))
    finally:
        del changes, changed  # which the frames of a traceback are not to hold


def _changed(node: DictNode, changes: dict[str, object]) -> tuple[dict[str, object], set[str]]:
    """Return the members of *node* with *changes*, and the keys of these."""
    names = declaration_of(type(node)).renamed
    changed = dict(node)
    keys: set[str] = set()
    for name, item in changes.items():
        key = name if name in changed else names.get(name, name)
        keys.add(key)
        if item is unset:
            changed.pop(key, None)
        else:
            changed[key] = item
    return changed, keys


def _validated(first: Declared, others: tuple[type, ...], data: dict[str, object]) -> typing.Any:
    """Return the instance of *first* and all *others* for *data*."""
    if not others:
        try:
            return first._converter(data)
        except Exception:  # the walk explains it, or accepts the value all the same
            pass
    try:
        return explain(first, data, server=False, also=others)
    finally:
        del data  # as above


def _excused(node: DictNode, changed: dict[str, object], keys: set[str]) -> set[tuple[Path, str]]:
    """Return the problems of *node*, as path and kind, that changes of its *keys* to *changed* need not solve."""
    problems = problems_with(node, matched_of(node))
    known = {(problem.path, problem.kind) for problem in problems if not keys.intersection(problem.path[1:2])}
    if _wrong_names(matched_of(node), changed) <= _wrong_names(matched_of(node), node):
        return known
    return {(path, kind) for path, kind in known if path != ROOT}


def _wrong_names(classes: typing.Iterable[type], names: typing.Iterable[str]) -> set[str]:
    """Return the names that *classes* require and *names* lack, and those among *names* that they forbid."""
    wrong: set[str] = set()
    for declaration in map(declaration_of, classes):
        wrong |= declaration.required.difference(names)
        if declaration.is_closed:
            wrong |= set(names).difference(declaration.properties, declaration.required)
    return wrong
