"""The fast path: a converter for each schema class, made on first use: compiled from readable source, or one in C.

A converter accepts plain data and returns the instance, or raises anything at all; then the walk takes over. What it
does not know (dates as Python objects, files, subclasses of str ...) it leaves to the walk as well, so the generated
code holds the ordinary cases only.
"""

from __future__ import annotations

import itertools
import linecache
import typing

from . import _compiled
from ._declaration import Converter, declaration_of
from ._examination import examiner_of
from ._extension import speedups
from ._primitives import CREATING
from ._script import Link, Script, is_known, refuse
from ._walk import Walk

_NOTHING: frozenset[str] = frozenset()


def converter(cls: type, disabled: frozenset[str] = _NOTHING) -> Converter:
    """The converter of *cls*, with the checks in *disabled* left out; compiled once."""
    converters = declaration_of(cls).converters
    found = converters.get(disabled)
    if found is None:
        made = _made(cls, disabled)  # not under the lock: it may import the modules of models that are referred to
        with CREATING:
            found = converters.setdefault(disabled, made)
            if not disabled:
                type.__setattr__(cls, "_converter", staticmethod(found))
    return found


def reader(cls: type) -> Converter | None:
    """Return a function from JSON text to instances of *cls*, or None: only the extension has one."""
    found: typing.Any = converter(cls)
    return found.read if speedups is not None and isinstance(found, speedups.Converter) else None


def fast_path(cls: type, disabled: frozenset[str] = frozenset()) -> Converter:
    """Return the converter of *cls* where it is compiled all the way down; otherwise a function that accepts nothing.

    The walk uses it for the members it comes by. A converter that would start a walk of its own is of no use to it:
    walks within walks, each of them tried at every level, would never end.
    """
    return converter(cls, disabled) if _is_pure(cls, set()) else refuse


def _is_pure(cls: type, entered: set[type]) -> bool:
    """Return whether *cls* and every schema below it can be compiled."""
    if cls in entered:
        return True
    entered.add(cls)
    declaration = declaration_of(cls)
    below = (*declaration.schemas.values(), declaration.additional, declaration.items)
    return is_known(declaration) and all(_is_pure(schema, entered) for schema in below if schema is not None)


def examiner(cls: type) -> typing.Any:
    """Return what tells by its method ``places`` where data do not fit *cls*: the converter in C, or its twin.

    It compiles nothing: a converter that can't be made is not tried again for this.
    """
    found: typing.Any = declaration_of(cls).converters.get(_NOTHING)
    return found if speedups is not None and isinstance(found, speedups.Converter) else examiner_of(cls)


def converter_source(cls: type) -> str:
    """The source of the converter of *cls*, as a debugger shows it.

    >>> from flat_api.model.task import Task
    >>> print(converter_source(Task.Progress))
    def convert_Progress(data, out=None):
        if out is None:
            if type(data) is not dict: return given_Progress(data)
            out = data.copy()
        found = 0
        if 'percent' in data:
            found += 1
            v = data['percent']
            c = type(v)
            if c is int and -LARGE < v < LARGE: v = make_NumberSchema(v)
            elif c is Decimal and v.is_finite() and -MOST_DIGITS < v.adjusted() < MOST_DIGITS: v = make_NumberSchema(v)
            elif c is float and v - v == 0.0: v = make_NumberSchema(v if v % 1.0 else whole(v), EXACT)
            else: v = given_NumberSchema(v)
            out['percent'] = v
        if 'text' in data:
            found += 1
            v = data['text']
            if type(v) is str: v = make_StrSchema(v)
            else: v = given_StrSchema(v)
            out['text'] = v
        if len(data) != found:
            for key in data:
                if key in declared: continue
                v = data[key]
                v = convert_UnsetAnyTypeSchema(v)
                out[key] = v
            open_attributes(Progress)
        node = new(Progress)
        update(node, out)
        return node
    """
    return Script(cls, frozenset(), _linked).source().rstrip("\n")


def _made(cls: type, disabled: frozenset[str]) -> Converter:
    """Return a new converter; a class that can't be compiled gets the walk.

    The extension has converters for classes with all their checks.
    """
    declaration = declaration_of(cls)
    if not is_known(declaration):
        return _plain(cls, disabled)
    if speedups is None or disabled:
        return generated(cls, disabled, _linked)
    found: typing.Any = _in_extension(cls)
    found.fill(_compiled.settings(declaration, _in_extension))
    return typing.cast(Converter, found)


def _in_extension(cls: type) -> typing.Any:
    """Return the converter of *cls* in the extension, filled or not."""
    return _compiled.unfilled(cls, _fill)


def _fill(unfilled: typing.Any) -> None:
    """Fill a converter of the extension that is used for the first time."""
    found = converter(unfilled.cls)
    if found is not unfilled:
        unfilled.fill({"twin": found})


def generated(cls: type, disabled: frozenset[str], link: Link) -> Converter:
    """Return a new converter in Python, with the converters that *link* gives for the classes inside."""
    script = Script(cls, disabled, link)
    source, file = script.source(), _file(cls, disabled)
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    exec(compile(source, file, "exec"), script.names)
    return typing.cast(Converter, script.names[script.entry])


def _file(cls: type, disabled: frozenset[str]) -> str:
    """The name under which tracebacks and debuggers find the source."""
    without = f" without {', '.join(sorted(disabled))}" if disabled else ""
    place = f"converter of {cls.__module__}.{cls.__qualname__}{without}"
    number = next(_numbers.setdefault(place, itertools.count(1)))
    return f"<{place}>" if number == 1 else f"<{place} #{number}>"


_numbers: dict[str, itertools.count[int]] = {}
"""How many scripts there are of each name; classes that were made in a function may share one."""


def _linked(script: Script, cls: type) -> Converter:
    """The converter of *cls* for a script that names it, or what stands for it until it is compiled."""
    return declaration_of(cls).converters.get(script.disabled) or _Stub(script, cls)


class _Stub:
    """Stands for a converter in a script until it is first called, and puts the converter in its own place then."""

    def __init__(self, script: Script, cls: type) -> None:
        self.script = script
        self.cls = cls

    def __call__(self, *arguments: object) -> typing.Any:
        function = converter(self.cls, self.script.disabled)
        for name in [name for name, thing in self.script.names.items() if thing is self]:
            self.script.names[name] = function
        return function(*arguments)


def _plain(cls: type, disabled: frozenset[str]) -> Converter:
    """Return the walk as a converter."""

    def convert(value: object) -> typing.Any:
        walk = Walk(fast_path, disabled)
        walk.cast.opens_files = False  # what is rejected further on must leave them as they are
        return walk.instance((cls,), value)

    return convert
