"""The quick look at plain data that a converter rejected: the places where they do not fit, and the rule of each.

It tells what the walk would tell, of ordinary data and classes; any other place is handed to the walk.
"""

from __future__ import annotations

import datetime
import decimal
import math
import typing
from functools import cached_property

from frozendict import frozendict

from ..exceptions import KINDS, SENTENCES, OpenApiException, Path, Problem, refused
from ._cast import Cast
from ._declaration import Declaration, declaration_of, matched_of
from ._findings import Finding, problem
from ._formats import DIGITS, FORMATS, SHAPES
from ._numbers import MOST_DIGITS
from ._primitives import CREATING, BoolClass, NoneClass, class_of, primitive_of
from ._script import LARGE, is_known

Rule = tuple[str, dict[str, typing.Any]]
"""What a value breaks: the kind of a finding, and its facts."""

ALL: Rule = ("all", {})
"""In place of a rule: the walk has to look at the value, which it may accept."""

OUTSIDE: Rule = ("outside", {})
"""In place of a rule: something is wrong with a container, its members aside. The walk tells what it is."""

Place = tuple[Path, typing.Any, type, Rule]
"""Where data do not fit: path, value, the schema class there, and the rule."""

Test = typing.Callable[[typing.Any], bool]
Checks = tuple[tuple[Test, Rule], ...]

_ROOT: Path = ("args[0]",)
_fromisoformat = datetime.datetime.fromisoformat


def examiner_of(cls: type) -> Examiner:
    """Return the one examiner of *cls*."""
    declaration = declaration_of(cls)
    if declaration.examiner is None:
        made = Examiner(declaration)
        with CREATING:
            declaration.examiner = declaration.examiner or made
    found: Examiner = declaration.examiner
    return found


def is_examined(declaration: Declaration) -> bool:
    """Return whether the quick look knows the class: what the fast path knows, and nothing about members together."""
    if not is_known(declaration) or declaration.sees_inside:
        return False
    return declaration.enum is None or {primitive_of(constant) for constant in declaration.enum} <= declaration.types


def wrong_scalar(declaration: Declaration) -> Rule:
    """Return the rule about a scalar of the wrong type, or that is none of an enum."""
    if declaration.is_closed_enum:
        return "enum", {"wanted": declaration.shown_enum}
    return "type", {"wanted": declaration.shown_types, "types": declaration.types}


def checks_of(declaration: Declaration, primitive: type) -> Checks:
    """Return what is tested of values of *primitive*, in the order of the walk, each with its rule."""
    checks: list[tuple[Test, Rule]] = []
    for name in declaration.formats:
        if FORMATS[name].primitive is primitive:
            kind = name if name in SENTENCES else "format"
            checks.append((_unless_told(checks, FORMATS[name].test), _rule(kind, FORMATS[name].name)))
    for keyword, limit in declaration.keywords:
        if keyword.primitive is primitive:
            checks.append((_holding(keyword.holds, limit), _rule(keyword.name, limit)))
    return tuple(checks)


def _rule(kind: str, wanted: object) -> Rule:
    return kind, {"wanted": wanted}


def _unless_told(before: Checks | list[tuple[Test, Rule]], test: Test) -> Test:
    """Return the *test* of a format: of several that a value does not have, the first is told."""
    others = tuple(before)
    return (lambda value: not _passes(others, value) or test(value)) if others else test


def _holding(holds: typing.Callable[[typing.Any, typing.Any], bool], limit: object) -> Test:
    return lambda value: holds(value, limit)


def _passes(checks: Checks, value: object) -> bool:
    return not checks or all(test(value) for test, _ in checks)


def finding_at(place: Place) -> Finding:
    """Return the finding for a *place* that has a rule."""
    path, value, _, (kind, facts) = place
    return Finding(kind, path, Cast(server=False).cast(value, path), value, facts)


def refusal_at(places: typing.Sequence[Place]) -> OpenApiException:
    """Return the error about *places* that all have a rule. Nothing of them is looked at before it is read."""
    first = places[0]
    path, _, _, (kind, facts) = first
    return refused(
        KINDS.get(kind, kind),
        path,
        len(places),
        lambda: finding_at(first).sentence,
        lambda: _problems_at(places),
        facts.get("types"),
    )


def _problems_at(places: typing.Iterable[Place]) -> tuple[Problem, ...]:
    return tuple([problem(kind, path, value, facts) for path, value, _, (kind, facts) in places])


class Examiner:
    """What has to be known of one schema class for a look at plain data.

    *tests* are those of scalars by class: None where all are accepted, absent where none are.
    """

    def __init__(self, declaration: Declaration) -> None:
        self.declaration = declaration
        self.cls: type = declaration.cls
        self.is_known = is_examined(declaration)
        self.tests: dict[type, Test | None] = _tests(declaration) if self.is_known else {}
        self.takes_objects = self.is_known and frozendict in declaration.types
        self.takes_arrays = self.is_known and tuple in declaration.types

    @cached_property
    def members(self) -> dict[object, Examiner]:
        """The examiners of the properties, by key."""
        return {key: examiner_of(schema) for key, schema in self.declaration.schemas.items()}

    @cached_property
    def other(self) -> Examiner | None:
        """The examiner of any other key, or None where there is none."""
        return None if self.declaration.is_closed else examiner_of(self.declaration.undeclared)

    @cached_property
    def item(self) -> Examiner:
        """The examiner of the items of an array."""
        return examiner_of(self.declaration.item)

    @cached_property
    def checks(self) -> dict[type, Checks]:
        """What is tested of values, by primitive; of objects and arrays their names and members aside."""
        return {primitive: checks_of(self.declaration, primitive) for primitive in self.declaration.types}

    @cached_property
    def wrong(self) -> Rule:
        """The rule about a scalar that is of the wrong type, or none of an enum."""
        return wrong_scalar(self.declaration)

    def places(self, data: object) -> tuple[list[Place], bool]:
        """Return where *data* do not fit, in the order of the walk, and whether each of the places has a rule."""
        places: list[Place] = []
        test = self.tests.get(type(data), _rejects)
        if test is not None and not test(data):
            self.look(data, _ROOT, places)
        return places, not any(rule is ALL or rule is OUTSIDE for _, _, _, rule in places)

    def look(self, value: typing.Any, path: Path, places: list[Place]) -> None:
        """Add to *places* where *value* does not fit; it is no scalar that passes its test."""
        kind = class_of(value)
        if kind is dict and self.takes_objects:
            self._look_into_object(value, path, places)
        elif (kind is list or kind is tuple) and self.takes_arrays:
            self._look_into_array(value, path, places)
        elif self.is_known and kind in _SCALARS and _SCALARS[kind][1](value):
            places += [(path, value, self.cls, rule) for rule in self._broken(value, kind)]
        elif not self.is_known or self.cls not in matched_of(value):
            places.append((path, value, self.cls, ALL))

    def _broken(self, value: typing.Any, kind: type) -> typing.Iterable[Rule]:
        """Return the rules that *value*, an ordinary scalar, breaks: one at least."""
        primitive = _SCALARS[kind][0]
        if primitive not in self.declaration.types or self.declaration.is_closed_enum:
            return (self.wrong,)
        checks = self.checks[primitive]
        if len(checks) == 1:  # no need to ask which
            return (checks[0][1],)
        cast: typing.Any = value if kind is str else Cast(server=False).cast(value, ())
        return [rule for test, rule in checks if not test(cast)] or (ALL,)

    def _look_into_object(self, data: dict[typing.Any, typing.Any], path: Path, places: list[Place]) -> None:
        names, members, other = data.keys(), self.members, self.other
        has_names = self.declaration.required <= names and (other is not None or names <= members.keys())
        if not has_names or not _passes(self.checks[frozendict], data):
            places.append((path, data, self.cls, OUTSIDE))
        for key, item in data.items():
            member = members.get(key, other)
            if member is not None:
                test = member.tests.get(class_of(item), _rejects)
                if test is not None and not test(item):
                    member.look(item, (*path, key), places)

    def _look_into_array(self, items: typing.Sequence[object], path: Path, places: list[Place]) -> None:
        if not _passes(self.checks[tuple], items):
            places.append((path, items, self.cls, OUTSIDE))
        member = self.item
        for index, item in enumerate(items):
            test = member.tests.get(class_of(item), _rejects)
            if test is not None and not test(item):
                member.look(item, (*path, index), places)


# Scalars


def _rejects(value: object) -> bool:
    return False


def _is_any(value: object) -> bool:
    return True


def _is_short(value: int) -> bool:
    return -LARGE < value < LARGE


def _is_usual(value: decimal.Decimal) -> bool:
    return value.is_finite() and abs(value.adjusted()) < MOST_DIGITS


_SCALARS: dict[type, tuple[type, Test]] = {
    str: (str, _is_any),
    bool: (BoolClass, _is_any),
    type(None): (NoneClass, _is_any),
    int: (decimal.Decimal, _is_short),
    float: (decimal.Decimal, math.isfinite),
    decimal.Decimal: (decimal.Decimal, _is_usual),
}
"""The classes of plain scalars, each with its primitive, and a test for the ordinary ones among them."""


def _tests(declaration: Declaration) -> dict[type, Test | None]:
    """Return the test of ordinary scalars by class, or None where all of them are accepted."""
    tests: dict[type, Test | None] = {}
    for kind, (primitive, is_usual) in _SCALARS.items():
        if primitive in declaration.types:
            tests[kind] = _test_of(declaration, kind, primitive, is_usual)
    if declaration.is_closed_enum:
        members = frozenset(declaration.enum or ())
        return dict.fromkeys(tests, members.__contains__)
    return tests


def _test_of(declaration: Declaration, kind: type, primitive: type, is_usual: Test) -> Test | None:
    checks = checks_of(declaration, primitive)
    if kind is int:  # which is an integer
        checks = tuple((test, rule) for test, rule in checks if test is not FORMATS["integer"].test)
    if not checks:
        return None if is_usual is _is_any else is_usual
    if kind is str:
        is_date = len(checks) == 1 and checks[0][0] is FORMATS["date-time"].test
        return _is_datetime if is_date else lambda value: _passes(checks, value)
    cast = Cast(server=False).cast
    return lambda value: is_usual(value) and _passes(checks, cast(value, ()))


def _is_datetime(text: str) -> bool:
    """Return whether *text* is a date-time; those of the usual shape are told from others in no time."""
    if not text[:4].isdigit():  # every date begins with a year
        return False
    if not text.isascii() or text.encode().translate(DIGITS) not in SHAPES:
        return FORMATS["date-time"].test(text)
    try:
        _fromisoformat(text)
    except ValueError:  # as of the hour 24
        return FORMATS["date-time"].test(text)
    return True
