"""The source of a converter, line by line, and the objects that it names."""

from __future__ import annotations

import builtins
import datetime
import decimal
import keyword
import typing

from frozendict import frozendict

from ._declaration import Converter, Declaration, Property, declaration_of
from ._formats import DIGITS, FORMATS, SHAPES
from ._instances import class_for, instance, maker
from ._keywords import all_different
from ._nodes import open_attributes
from ._numbers import EXACT, MOST_DIGITS, as_written, is_multiple, whole
from ._primitives import BoolClass, NoneClass
from ._unset import unset

Branch = tuple[str, list[str]]
"""The test for a value of one type, and the lines that convert it."""

OBJECT: frozenset[type] = frozenset({frozendict})
STRING: frozenset[type] = frozenset({str})
STRING_OR_NULL: frozenset[type] = frozenset({str, NoneClass})

LARGE = 10**18
"""Integers between this and its negative are taken at once."""

_ALWAYS: dict[str, object] = {
    "Decimal": decimal.Decimal,
    "EXACT": EXACT,
    "DIGITS": DIGITS,
    "SHAPES": SHAPES,
    "fromisoformat": datetime.datetime.fromisoformat,
    "all_different": all_different,
    "as_written": as_written,
    "is_multiple": is_multiple,
    "update": typing.cast(typing.Any, dict).update,
    "new": dict.__new__,
    "whole": whole,
    "LARGE": LARGE,
    "MOST_DIGITS": MOST_DIGITS,
}


class Refused(Exception):
    """The fast path rejects this value."""


def refuse(*_: object) -> typing.NoReturn:
    """Give the value up."""
    raise Refused


Link = typing.Callable[["Script", typing.Any], object]
"""From a script and another class to the object that the script calls to convert a value of that class."""


class Script:
    """The converter of one class as it is written: lines of source, and the objects that they name.

    *disabled* are the checks to leave out. *link* gives what the name of another converter stands for.
    """

    def __init__(self, cls: typing.Any, disabled: frozenset[str], link: Link) -> None:
        self.cls = cls
        self.disabled = disabled
        self.link = link
        self.links: dict[type, object] = {}
        self.entry = _function("convert", cls)
        self.names: dict[str, object] = {**_ALWAYS, self.entry: None, _function("object", cls): None}

    def source(self) -> str:
        """The source; writing it also fills `names`."""
        declaration = declaration_of(self.cls)
        if declaration.types == OBJECT:
            lines = self._object_function("convert", declaration)
        else:
            lines = [
                f"def {_function('convert', self.cls)}(v):",
                *_indented(self._any_value(declaration)),
            ]
            lines.append("    return v")
            if frozendict in declaration.types:
                lines = [*self._object_function("object", declaration), *lines]
        return "\n".join(lines) + "\n"

    # Names

    def name(self, wanted: str, thing: object) -> str:
        """A name for *thing* in the source: *wanted*, or that with a number where it is taken."""
        name, count = wanted, 1
        while name in _RESERVED or (name in self.names and self.names[name] is not thing):
            count += 1
            name = f"{wanted}_{count}"
        self.names[name] = thing
        return name

    def _converter(self, cls: typing.Any) -> str:
        """The name of the converter of another class."""
        if cls is self.cls:
            return self.entry
        if cls not in self.links:
            self.links[cls] = self.link(self, cls)
        return self.name(_function("convert", cls), self.links[cls])

    def _maker(self, declaration: Declaration, primitive: type) -> str:
        cls = class_for((declaration.cls,), primitive)
        made = _makers.get(cls)
        if made is None:
            made = _makers.setdefault(cls, maker(cls))
        return self.name(_function("make", declaration.cls), made)

    def _given(self, declaration: Declaration) -> str:
        """The name of the function that takes an instance of just this class, and nothing else."""
        found = _givens.get(declaration.cls)
        if found is None:
            classes = frozenset(class_for((declaration.cls,), primitive) for primitive in declaration.types)
            found = _givens.setdefault(declaration.cls, _taking(classes))
        return self.name(_function("given", declaration.cls), found)

    # Values: lines that turn the local variable `v` into an instance, or raise

    def value(self, cls: typing.Any) -> list[str]:
        """The lines for a value of *cls*: written out for scalars and lists, a call for the rest."""
        declaration = declaration_of(cls)
        is_short = len(declaration.types - {NoneClass}) == 1 and frozendict not in declaration.types
        if is_known(declaration) and is_short:
            return self._any_value(declaration)
        return [f"v = {self._converter(cls)}(v)"]

    def _any_value(self, declaration: Declaration) -> list[str]:
        """A branch for each type that the class takes; anything else must be an instance of it already."""
        branches = [
            branch for kind in _ORDER if kind in declaration.types for branch in self._branches(kind, declaration)
        ]
        lines = ["c = type(v)"] if any("c is" in test for test, _ in branches) else []
        for index, (test, body) in enumerate(branches):
            word = "elif" if index else "if"
            lines += [f"{word} {test}: {body[0]}"] if len(body) == 1 else [f"{word} {test}:", *_indented(body)]
        lines.append(f"else: v = {self._given(declaration)}(v)")
        if decimal.Decimal in declaration.types:
            lines += self._number_checks(declaration)
        return lines

    def _branches(self, kind: type, declaration: Declaration) -> list[Branch]:
        """The tests for a value of one type, each with the lines that convert it."""
        return _BRANCHES[kind](self, declaration)

    def _string(self, declaration: Declaration) -> list[Branch]:
        make = self._maker(declaration, str)
        branches = [("type(v) is str", [*self._string_checks(declaration), f"v = {make}(v)"])]
        if declaration.enum is None:
            return branches
        cls = class_for((declaration.cls,), str)
        members = {constant: instance(cls, constant) for constant in declaration.enum if isinstance(constant, str)}
        get = self.name(_function("member", declaration.cls), members.get)
        known = [(f"type(v) is str and (member := {get}(v)) is not None", ["v = member"])]
        return known if declaration.is_closed_enum and "enum" not in self.disabled else known + branches

    def _string_checks(self, declaration: Declaration) -> list[str]:
        lines: list[str] = []
        for name in () if "format" in self.disabled else declaration.formats:
            test = self.name(f"is_{_identifier(name)}", FORMATS[name].test)
            if name == "date-time":
                lines += [
                    "if v.encode().translate(DIGITS) in SHAPES: fromisoformat(v)",
                    f"elif not {test}(v): refuse()",
                ]
            else:
                lines.append(f"if not {test}(v): refuse()")
        return self._with_refuse(lines + self._keyword_checks(declaration, str, "v"))

    def _number(self, declaration: Declaration) -> list[Branch]:
        make = self._maker(declaration, decimal.Decimal)
        decimal_test = "c is Decimal and v.is_finite() and -MOST_DIGITS < v.adjusted() < MOST_DIGITS"
        return [
            ("c is int and -LARGE < v < LARGE", [f"v = {make}(v)"]),
            (decimal_test, [f"v = {make}(v)"]),
            ("c is float and v - v == 0.0", [f"v = {make}(v if v % 1.0 else whole(v), EXACT)"]),
        ]

    def _number_checks(self, declaration: Declaration) -> list[str]:
        number = "c is int or c is Decimal or c is float"
        formats = () if "format" in self.disabled else declaration.formats
        checks = [self._number_format(name) for name in formats if name not in _STRING_FORMATS]
        checks += self._keyword_checks(declaration, decimal.Decimal, "v")
        if len(declaration.types) == 1 or not checks:
            return self._with_refuse(checks)
        return self._with_refuse([f"if {number}:", *_indented(checks)])

    def _number_format(self, name: str) -> str:
        """The check of one format; a Python int is an integer without a look at it."""
        test = self.name(f"is_{name}", FORMATS[name].test)
        return f"if {'c is not int and ' if name == 'integer' else ''}not {test}(v): refuse()"

    def _keyword_checks(self, declaration: Declaration, primitive: type, v: str) -> list[str]:
        lines: list[str] = []
        for rule, limit in declaration.keywords:
            if rule.primitive is primitive and rule.name not in self.disabled:
                limit_name = self.name(rule.attribute, rule.prepared(limit) if rule.prepared else limit)
                lines.append(f"if {rule.broken.format(v=v, limit=limit_name)}: refuse()")
        return self._with_refuse(lines)

    def _with_refuse(self, lines: list[str]) -> list[str]:
        if lines:
            self.names["refuse"] = refuse
        return lines

    def _boolean(self, declaration: Declaration) -> list[Branch]:
        cls = class_for((declaration.cls,), BoolClass)
        true = self.name(_function("true", declaration.cls), BoolClass.__new__(cls, True))
        false = self.name(_function("false", declaration.cls), BoolClass.__new__(cls, False))
        return [("v is True", [f"v = {true}"]), ("v is False", [f"v = {false}"])]

    def _null(self, declaration: Declaration) -> list[Branch]:
        if declaration.is_closed_enum and "enum" not in self.disabled and declaration.member(NoneClass()) is unset:
            return []
        constant = NoneClass.__new__(class_for((declaration.cls,), NoneClass))
        null = self.name(_function("null", declaration.cls), constant)
        return [("v is None", [f"v = {null}"])]

    def _binary(self, declaration: Declaration) -> list[Branch]:
        return [("type(v) is bytes", [f"v = {self._maker(declaration, bytes)}(v)"])]

    def _list(self, declaration: Declaration) -> list[Branch]:
        make, item = self._maker(declaration, tuple), self._item(declaration.item)
        checks = self._keyword_checks(declaration, tuple, "v")
        lines = (
            [f"v = [{item} for x in v]", *checks, f"v = {make}(v)"] if checks else [f"v = {make}([{item} for x in v])"]
        )
        return [("type(v) is list or type(v) is tuple", lines)]

    def _item(self, cls: typing.Any) -> str:
        """An expression for the list item `x`."""
        declaration = declaration_of(cls)
        plain = not (declaration.composed or declaration.enum or declaration.keywords or declaration.formats)
        if plain and declaration.types == STRING:
            return f"{self._maker(declaration, str)}(x) if type(x) is str else {self._given(declaration)}(x)"
        return f"{self._converter(cls)}(x)"

    def _object(self, declaration: Declaration) -> list[Branch]:
        return [("type(v) is dict", [f"v = {_function('object', declaration.cls)}(v)"])]

    # Objects

    def _object_function(self, prefix: str, declaration: Declaration) -> list[str]:
        """A function from a dict to an object; keywords bring an empty *out*, to be filled in declared order."""
        body = [
            "if out is None:",
            f"    if type(data) is not dict: return {self._given(declaration)}(data)",
            "    out = data.copy()",
            f"found = {sum(entry.required for entry in declaration.properties.values())}",
            *(line for entry in declaration.in_keyword_order.values() for line in self._property(entry)),
            *self._undeclared(declaration),
            *self._keyword_checks(declaration, frozendict, "data"),
            f"node = new({self._node(declaration)})",
            "update(node, out)",
            "return node",
        ]
        return [f"def {_function(prefix, declaration.cls)}(data, out=None):", *_indented(body)]

    def _property(self, entry: Property[typing.Any]) -> list[str]:
        """The lines for one property; an absent required one is a KeyError, which refuses as well as anything."""
        key = repr(entry.name)
        lines = [f"v = data[{key}]", *self.value(entry.schema), f"out[{key}] = v"]
        return lines if entry.required else [f"if {key} in data:", *_indented(["found += 1", *lines])]

    def _undeclared(self, declaration: Declaration) -> list[str]:
        """The lines for keys that are not declared."""
        if not declaration.properties and declaration.additional is None and not declaration.required:
            return [
                f"for key in data: out[key] = {self._converter(declaration.undeclared)}(data[key])",
                *self._opened(declaration),
            ]
        lines = [f"data[{name!r}]" for name in sorted(declaration.required - set(declaration.properties))]
        if declaration.is_closed:
            return [*lines, *self._with_refuse(["if len(data) != found: refuse()"])]
        declared = self.name("declared", frozenset(declaration.properties))
        loop = ["for key in data:", f"    if key in {declared}: continue", "    v = data[key]"]
        loop += _indented([*self.value(declaration.undeclared), "out[key] = v"])
        return [*lines, "if len(data) != found:", *_indented([*loop, *self._opened(declaration)])]

    def _opened(self, declaration: Declaration) -> list[str]:
        self.names["open_attributes"] = open_attributes
        return [f"open_attributes({self._node(declaration)})"]

    def _node(self, declaration: Declaration) -> str:
        """The name of the class of the objects."""
        return self.name(_identifier(declaration.cls.__name__), class_for((declaration.cls,), frozendict))


_RESERVED = frozenset(
    {*keyword.kwlist, *dir(builtins), "__builtins__", "data", "out", "found", "node", "key", "v", "c", "x", "member"}
)
"""Names that mean something in every script: Python's own, and the local variables."""

_makers: dict[type, Converter] = {}
_givens: dict[type, Converter] = {}

_ORDER: tuple[type, ...] = (str, frozendict, decimal.Decimal, BoolClass, NoneClass, tuple, bytes)

_BRANCHES: dict[type, typing.Callable[[Script, Declaration], list[Branch]]] = {
    str: Script._string,
    frozendict: Script._object,
    decimal.Decimal: Script._number,
    BoolClass: Script._boolean,
    NoneClass: Script._null,
    tuple: Script._list,
    bytes: Script._binary,
}

_STRING_FORMATS = frozenset(name for name, entry in FORMATS.items() if entry.primitive is str)


def is_known(declaration: Declaration) -> bool:
    """Return whether the fast path knows the class: nothing composed, enums of strings and null only, no file."""
    if declaration.composed or (declaration.enum is not None and not declaration.types <= STRING_OR_NULL):
        return False
    if declaration.enum is not None and (declaration.keywords or declaration.formats):
        return False
    return not (declaration.is_closed and declaration.required - set(declaration.properties))


def _taking(classes: frozenset[type]) -> Converter:
    def given(v: object) -> object:
        if type(v) in classes:
            return v
        raise Refused

    return given


def _function(prefix: str, cls: type) -> str:
    """The name of a function about *cls*."""
    return f"{prefix}_{_identifier(cls.__name__)}"


def _identifier(text: str) -> str:
    cleaned = "".join(character if character.isalnum() and character.isascii() else "_" for character in text)
    return cleaned if cleaned and not cleaned[0].isdigit() else f"_{cleaned}"


def _indented(lines: typing.Iterable[str]) -> list[str]:
    return ["    " + line for line in lines]
