"""The fast road: a converter for each schema class, compiled from readable source on first use.

A converter takes plain data and returns the instance, or raises anything at all; then the plain walk takes over. What
it does not know (dates as Python objects, files, subclasses of str ...) it leaves to the plain walk as well, so the
generated code holds the ordinary cases only.
"""

from __future__ import annotations

import builtins
import datetime
import decimal
import keyword
import linecache
import typing

from frozendict import frozendict

from . import _explain
from ._build import class_for, instance, maker
from ._cast import MOST_DIGITS, whole
from ._composed import UnsetAnyTypeSchema
from ._constraints import all_different, is_multiple
from ._declaration import Declaration, Property, declaration_of
from ._formats import DIGITS, FORMATS, SHAPES
from ._primitives import CREATING, BoolClass, NoneClass, open_attributes

Converter = typing.Callable[..., typing.Any]

OBJECT: frozenset[type] = frozenset({frozendict})
STRING: frozenset[type] = frozenset({str})

LARGE = 10**18
"""Integers between this and its negative are taken at once."""

_ALWAYS: dict[str, object] = {
    "Decimal": decimal.Decimal,
    "DIGITS": DIGITS,
    "SHAPES": SHAPES,
    "fromisoformat": datetime.datetime.fromisoformat,
    "all_different": all_different,
    "is_multiple": is_multiple,
    "update": typing.cast(typing.Any, dict).update,
    "new": dict.__new__,
    "whole": whole,
    "LARGE": LARGE,
    "MOST_DIGITS": MOST_DIGITS,
}


class Refused(Exception):
    """The fast road does not take this value."""


def refuse(*_: object) -> typing.NoReturn:
    """Give the value up."""
    raise Refused


def converter(cls: typing.Any, disabled: frozenset[str] = frozenset()) -> Converter:
    """The converter of *cls*, with the checks in *disabled* left out; compiled once."""
    found = _compiled(cls).get(disabled)
    if found is None:
        with CREATING:
            found = _compiled(cls).get(disabled) or Script(cls, disabled).compile()
            type.__setattr__(cls, "_compiled", {**_compiled(cls), disabled: found})
            if not disabled:
                cls._converter = staticmethod(found)
    return found


def taker(cls: typing.Any, disabled: frozenset[str] = frozenset()) -> Converter:
    """The converter of *cls* where that is the fast road all the way down; otherwise a function that takes nothing.

    The plain walk uses it for the members it comes by. A converter that would start a plain walk of its own is of no
    use to it: walks within walks, each of them tried at every level, would never end.
    """
    return converter(cls, disabled) if _is_pure(cls, set()) else refuse


def _is_pure(cls: typing.Any, entered: set[type]) -> bool:
    """Whether the fast road knows *cls* and every schema below it."""
    if cls in entered:
        return True
    entered.add(cls)
    declaration = declaration_of(cls)
    below = (*declaration.schemas.values(), declaration.additional, declaration.items)
    return _is_known(declaration) and all(_is_pure(schema, entered) for schema in below if schema is not None)


def _compiled(cls: typing.Any) -> dict[frozenset[str], Converter]:
    """The converters of *cls* that there are, by what they leave out."""
    compiled: dict[frozenset[str], Converter] = cls.__dict__.get("_compiled", {})
    return compiled


def converter_source(cls: typing.Any) -> str:
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
            elif c is float and v - v == 0.0: v = make_NumberSchema(v if v % 1.0 else whole(v))
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
    return Script(cls, frozenset()).source().rstrip("\n")


class Script:
    """The converter of one class as it is written: lines of source, and the objects that they name."""

    def __init__(self, cls: typing.Any, disabled: frozenset[str]) -> None:
        self.cls = cls
        self.disabled = disabled
        own = (self._function("convert", cls), self._function("object", cls))
        self.names: dict[str, object] = {**_ALWAYS, **dict.fromkeys(own)}

    def compile(self) -> Converter:
        """The converter; a class that the fast road does not know gets the plain walk."""
        if not _is_known(declaration_of(self.cls)):
            return _plain(self.cls, self.disabled)
        source, file = self.source(), self._file()
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        exec(compile(source, file, "exec"), self.names)
        return typing.cast(Converter, self.names[self._function("convert", self.cls)])

    def source(self) -> str:
        """The source; writing it also fills `names`."""
        declaration = declaration_of(self.cls)
        if declaration.types == OBJECT:
            lines = self._object_function("convert", declaration)
        else:
            lines = [
                f"def {self._function('convert', self.cls)}(v):",
                *_indented(self._any_value(declaration)),
            ]
            lines.append("    return v")
            if frozendict in declaration.types:
                lines = [*self._object_function("object", declaration), *lines]
        return "\n".join(lines) + "\n"

    def _file(self) -> str:
        without = f" without {', '.join(sorted(self.disabled))}" if self.disabled else ""
        file, count = f"<converter of {self.cls.__module__}.{self.cls.__qualname__}{without}>", 1
        while file in linecache.cache:  # classes that were made in a function may share a name
            count += 1
            file = f"{file.partition(' #')[0].rstrip('>')} #{count}>"
        return file

    # Names

    def _function(self, prefix: str, cls: type) -> str:
        """The name of a function about *cls*, which other scripts may use as well."""
        return f"{prefix}_{_identifier(cls.__name__)}"

    def name(self, wanted: str, thing: object) -> str:
        """A name for *thing* in the source: *wanted*, or that with a number where it is taken."""
        name, count = wanted, 1
        while name in _RESERVED or (name in self.names and self.names[name] is not thing):
            count += 1
            name = f"{wanted}_{count}"
        self.names[name] = thing
        return name

    def _converter(self, cls: typing.Any) -> str:
        """The name of the converter of another class; it is compiled when it is first called."""
        if cls is self.cls:
            return self._function("convert", cls)
        stub = _Stub(self, cls)
        stub.name = self.name(self._function("convert", cls), _compiled(cls).get(self.disabled) or stub)
        return stub.name

    def _maker(self, declaration: Declaration, primitive: type) -> str:
        cls = class_for((declaration.cls,), primitive)
        made = _makers.get(cls)
        if made is None:
            made = _makers.setdefault(cls, maker(cls))
        return self.name(self._function("make", declaration.cls), made)

    def _given(self, declaration: Declaration) -> str:
        """The name of the function that takes an instance of just this class, and nothing else."""
        found = _givens.get(declaration.cls)
        if found is None:
            classes = frozenset(class_for((declaration.cls,), primitive) for primitive in declaration.types)
            found = _givens.setdefault(declaration.cls, _taking(classes))
        return self.name(self._function("given", declaration.cls), found)

    # Values: lines that turn the local variable `v` into an instance, or raise

    def value(self, cls: typing.Any) -> list[str]:
        """The lines for a value of *cls*: written out for scalars and lists, a call for the rest."""
        declaration = declaration_of(cls)
        if _is_known(declaration) and len(declaration.types) == 1 and frozendict not in declaration.types:
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

    def _branches(self, kind: type, declaration: Declaration) -> list[tuple[str, list[str]]]:
        """The tests for a value of one type, each with the lines that convert it."""
        return _BRANCHES[kind](self, declaration)

    def _string(self, declaration: Declaration) -> list[tuple[str, list[str]]]:
        make = self._maker(declaration, str)
        branches = [("type(v) is str", [*self._string_checks(declaration), f"v = {make}(v)"])]
        if declaration.enum is None:
            return branches
        cls = class_for((declaration.cls,), str)
        members = {constant: instance(cls, constant) for constant in declaration.enum}
        get = self.name(self._function("member", declaration.cls), members.get)
        known = [(f"type(v) is str and (member := {get}(v)) is not None", ["v = member"])]
        return known + branches if "enum" in self.disabled else known

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

    def _number(self, declaration: Declaration) -> list[tuple[str, list[str]]]:
        make = self._maker(declaration, decimal.Decimal)
        decimal_test = "c is Decimal and v.is_finite() and -MOST_DIGITS < v.adjusted() < MOST_DIGITS"
        return [
            ("c is int and -LARGE < v < LARGE", [f"v = {make}(v)"]),
            (decimal_test, [f"v = {make}(v)"]),
            ("c is float and v - v == 0.0", [f"v = {make}(v if v % 1.0 else whole(v))"]),
        ]

    def _number_checks(self, declaration: Declaration) -> list[str]:
        number = "c is int or c is Decimal or c is float"
        formats = () if "format" in self.disabled else declaration.formats
        tests = [self.name(f"is_{name}", FORMATS[name].test) for name in formats if name not in _STRING_FORMATS]
        checks = [f"if not {test}(v): refuse()" for test in tests]
        checks += self._keyword_checks(declaration, decimal.Decimal, "v")
        if len(declaration.types) == 1 or not checks:
            return self._with_refuse(checks)
        return self._with_refuse([f"if {number}:", *_indented(checks)])

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

    def _boolean(self, declaration: Declaration) -> list[tuple[str, list[str]]]:
        cls = class_for((declaration.cls,), BoolClass)
        true = self.name(self._function("true", declaration.cls), cls.TRUE)
        false = self.name(self._function("false", declaration.cls), cls.FALSE)
        return [("v is True", [f"v = {true}"]), ("v is False", [f"v = {false}"])]

    def _null(self, declaration: Declaration) -> list[tuple[str, list[str]]]:
        null = self.name(self._function("null", declaration.cls), class_for((declaration.cls,), NoneClass).NONE)
        return [("v is None", [f"v = {null}"])]

    def _binary(self, declaration: Declaration) -> list[tuple[str, list[str]]]:
        return [("type(v) is bytes", [f"v = {self._maker(declaration, bytes)}(v)"])]

    def _list(self, declaration: Declaration) -> list[tuple[str, list[str]]]:
        make, item = self._maker(declaration, tuple), self._item(declaration.items or UnsetAnyTypeSchema)
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

    def _object(self, declaration: Declaration) -> list[tuple[str, list[str]]]:
        return [("type(v) is dict", [f"v = {self._function('object', declaration.cls)}(v)"])]

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
        return [f"def {self._function(prefix, declaration.cls)}(data, out=None):", *_indented(body)]

    def _property(self, entry: Property[typing.Any]) -> list[str]:
        """The lines for one property; an absent required one is a KeyError, which refuses as well as anything."""
        key = repr(entry.name)
        lines = [f"v = data[{key}]", *self.value(entry.schema), f"out[{key}] = v"]
        return lines if entry.required else [f"if {key} in data:", *_indented(["found += 1", *lines])]

    def _undeclared(self, declaration: Declaration) -> list[str]:
        """The lines for keys that are not declared."""
        if not declaration.properties and declaration.additional is None and not declaration.required:
            return [
                f"for key in data: out[key] = {self._converter(UnsetAnyTypeSchema)}(data[key])",
                *self._opened(declaration),
            ]
        lines = [f"data[{name!r}]" for name in sorted(declaration.required - set(declaration.properties))]
        if declaration.additional is None:
            schema: typing.Any = UnsetAnyTypeSchema
        elif declaration.is_closed:
            return [*lines, *self._with_refuse(["if len(data) != found: refuse()"])]
        else:
            schema = declaration.additional
        declared = self.name("declared", frozenset(declaration.properties))
        loop = ["for key in data:", f"    if key in {declared}: continue", "    v = data[key]"]
        loop += _indented([*self.value(schema), "out[key] = v"])
        return [*lines, "if len(data) != found:", *_indented([*loop, *self._opened(declaration)])]

    def _opened(self, declaration: Declaration) -> list[str]:
        self.names["open_attributes"] = open_attributes
        return [f"open_attributes({self._node(declaration)})"]

    def _node(self, declaration: Declaration) -> str:
        """The name of the class of the objects."""
        return self.name(_identifier(declaration.cls.__name__), class_for((declaration.cls,), frozendict))


class _Stub:
    """Stands for a converter in a script until it is first called, and puts the converter in its own place then."""

    def __init__(self, script: Script, cls: typing.Any) -> None:
        self.script = script
        self.cls = cls
        self.name = ""

    def __call__(self, *arguments: typing.Any) -> typing.Any:
        function = converter(self.cls, self.script.disabled)
        self.script.names[self.name] = function
        return function(*arguments)


_RESERVED = frozenset(
    {*keyword.kwlist, *dir(builtins), "__builtins__", "data", "out", "found", "node", "key", "v", "c", "x", "member"}
)
"""Names that mean something in every script: Python's own, and the local variables."""

_makers: dict[type, Converter] = {}
_givens: dict[type, Converter] = {}

_ORDER: tuple[type, ...] = (str, frozendict, decimal.Decimal, BoolClass, NoneClass, tuple, bytes)

_BRANCHES: dict[type, typing.Callable[[Script, Declaration], list[tuple[str, list[str]]]]] = {
    str: Script._string,
    frozendict: Script._object,
    decimal.Decimal: Script._number,
    BoolClass: Script._boolean,
    NoneClass: Script._null,
    tuple: Script._list,
    bytes: Script._binary,
}

_STRING_FORMATS = frozenset(name for name, entry in FORMATS.items() if entry.primitive is str)


def _is_known(declaration: Declaration) -> bool:
    """Whether the fast road knows the class: nothing composed, enums of strings only, no file."""
    if declaration.composed or (declaration.enum is not None and declaration.types != STRING):
        return False
    if declaration.enum is not None and (declaration.keywords or declaration.formats):
        return False
    return not (declaration.is_closed and declaration.required - set(declaration.properties))


def _plain(cls: typing.Any, disabled: frozenset[str]) -> Converter:
    """The plain walk as a converter."""

    def convert(v: object) -> typing.Any:
        return _explain.accept(cls, v, disabled)

    return convert


def _taking(classes: frozenset[type]) -> Converter:
    def given(v: object) -> object:
        if type(v) in classes:
            return v
        raise Refused

    return given


def _identifier(text: str) -> str:
    cleaned = "".join(character if character.isalnum() and character.isascii() else "_" for character in text)
    return cleaned if cleaned and not cleaned[0].isdigit() else f"_{cleaned}"


def _indented(lines: typing.Iterable[str]) -> list[str]:
    return ["    " + line for line in lines]
