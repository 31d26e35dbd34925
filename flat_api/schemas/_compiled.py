"""The converters of the extension in C, each filled from the `Declaration` of its class when it is first used."""

from __future__ import annotations

import decimal
import typing
from functools import partial
from types import FunctionType

from frozendict import frozendict

from ._declaration import Converter, Declaration, declaration_of
from ._examination import ALL, OUTSIDE, checks_of, is_examined, wrong_scalar
from ._extension import is_compiled, speedups
from ._formats import FORMATS
from ._instances import class_for, instance, maker
from ._keywords import Keyword
from ._nodes import DictNode, open_attributes
from ._numbers import EXACT, whole
from ._primitives import CREATING, BoolClass, NoneClass
from ._unset import unset

Settings = dict[str, typing.Any]
"""What the extension has to know of a class, by the names of its parts there."""

Link = typing.Callable[[type], typing.Any]
"""From a class to its converter in the extension, which may not be filled yet."""

CLOSED_ENUM, DATETIME, CLOSED, OPENS_ALWAYS = 1, 2, 4, 8
"""The flags among the settings."""

INT_RANGES = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1), "integer": (-(2**63), 2**63 - 1)}
"""The formats of numbers that are a matter of range where the number comes as an int."""

if is_compiled():
    speedups.configure(decimal=decimal.Decimal, boolean=BoolClass, null=NoneClass, object=DictNode)
    speedups.configure(whole=whole, exact=EXACT, open_attributes=open_attributes, all=ALL, outside=OUTSIDE)


def unfilled(cls: typing.Any, fill: typing.Callable[[typing.Any], object]) -> typing.Any:
    """Return the one converter of *cls* in the extension; *fill* is called with it when it is used and not filled."""
    declaration = declaration_of(cls)
    if declaration.compiled is None:
        with CREATING:
            if declaration.compiled is None:
                declaration.compiled = speedups.Converter(cls, fill)
    return declaration.compiled


def settings(declaration: Declaration, link: Link) -> Settings:
    """Return the settings for a class that the fast path knows."""
    found: Settings = {"given": frozenset([class_for((declaration.cls,), kind) for kind in declaration.types])}
    flags = 0
    for kind in declaration.types:
        if kind in _SETTINGS:
            found |= _SETTINGS[kind](declaration, link)
            flags |= found.pop("flags", 0)
    if is_examined(declaration):
        found |= {"wrong": wrong_scalar(declaration), "string_rules": checks_of(declaration, str)}
    return found | {"flags": flags}


def _kind(declaration: Declaration, name: str, primitive: type, tests: typing.Iterable[Converter]) -> Settings:
    """Return how instances of one primitive are made, and what is tested of them."""
    cls = class_for((declaration.cls,), primitive)
    found: Settings = {name: cls, f"{name}_tests": tuple(tests)}
    # A constructor of the class itself does not run, as its maker has it; an initializer does.
    if cls.__init__ is not object.__init__ and not isinstance(cls.__new__, FunctionType):
        found[f"{name}_make"] = maker(cls)
    return found


def _string(declaration: Declaration, link: Link) -> Settings:
    formats = [name for name in declaration.formats if FORMATS[name].primitive is str]
    rules = [(rule, limit) for rule, limit in declaration.keywords if rule.primitive is str]
    tests = [FORMATS[name].test for name in formats]
    lengths = {"minLength": "min_length", "maxLength": "max_length"}
    tests += [_test(rule, limit) for rule, limit in rules if rule.name not in lengths]
    found = _kind(declaration, "string", str, tests)
    found |= {lengths[rule.name]: limit for rule, limit in rules if rule.name in lengths}
    if formats == ["date-time"] and len(tests) == 1:
        found["flags"] = DATETIME
    if declaration.enum is not None:
        cls = found["string"]
        found["members"] = {text: instance(cls, text) for text in declaration.enum if isinstance(text, str)}
        found["flags"] = CLOSED_ENUM if declaration.is_closed_enum else 0
    return found


def _number(declaration: Declaration, link: Link) -> Settings:
    formats = [name for name in declaration.formats if FORMATS[name].primitive is decimal.Decimal]
    limits = [_test(rule, limit) for rule, limit in declaration.keywords if rule.primitive is decimal.Decimal]
    tests = [FORMATS[name].test for name in formats]
    found = _kind(declaration, "number", decimal.Decimal, tests + limits)
    ranges = [INT_RANGES[name] for name in formats if name in INT_RANGES]
    others = [FORMATS[name].test for name in formats if name not in INT_RANGES]
    found |= {"int_tests": tuple(others + limits)}
    return (
        found | {"least": max(low for low, _ in ranges), "most": min(high for _, high in ranges)} if ranges else found
    )


def _boolean(declaration: Declaration, link: Link) -> Settings:
    cls = class_for((declaration.cls,), BoolClass)
    return {"true": BoolClass.__new__(cls, True), "false": BoolClass.__new__(cls, False)}


def _null(declaration: Declaration, link: Link) -> Settings:
    if declaration.is_closed_enum and declaration.member(NoneClass()) is unset:
        return {}
    return {"null": NoneClass.__new__(class_for((declaration.cls,), NoneClass))}


def _bytes(declaration: Declaration, link: Link) -> Settings:
    return {"make_bytes": maker(class_for((declaration.cls,), bytes))}


def _array(declaration: Declaration, link: Link) -> Settings:
    tests = [_test(rule, limit) for rule, limit in declaration.keywords if rule.primitive is tuple]
    return _kind(declaration, "array", tuple, tests) | {"item": link(declaration.item)}


def _object(declaration: Declaration, link: Link) -> Settings:
    entries = declaration.in_keyword_order
    others = declaration.required.difference(entries)
    is_free = not entries and declaration.additional is None and not declaration.required
    return {
        "object": class_for((declaration.cls,), frozendict),
        "object_tests": tuple(
            _test(rule, limit) for rule, limit in declaration.keywords if rule.primitive is frozendict
        ),
        "fields": tuple((name, link(entry.schema), entry.required) for name, entry in entries.items()),
        "places": {name: place for place, name in enumerate(entries)},
        "required": tuple(others),
        "undeclared": link(declaration.undeclared),
        "flags": (CLOSED if declaration.is_closed else 0) | (OPENS_ALWAYS if is_free else 0),
    }


_SETTINGS: dict[type, typing.Callable[[Declaration, Link], Settings]] = {
    str: _string,
    frozendict: _object,
    decimal.Decimal: _number,
    BoolClass: _boolean,
    NoneClass: _null,
    tuple: _array,
    bytes: _bytes,
}


def _test(rule: Keyword, limit: typing.Any) -> Converter:
    """Return the test of one keyword, a function of the value."""
    if rule.name == "pattern" and rule.prepared is not None:
        return typing.cast(Converter, rule.prepared(limit))
    return partial(_holds, rule, limit)


def _holds(rule: Keyword, limit: typing.Any, value: typing.Any) -> bool:
    return rule.holds(value, limit)
