"""What hypothesis invents for the tests: schemas, and payloads near them.

A `Spec` says what a schema is, in neither notation; `test.schemas.notations` makes classes of it. `payloads` gives
values that mostly conform to one, and otherwise miss by little.
"""

from __future__ import annotations

import dataclasses
import datetime
import typing
import uuid
from decimal import Decimal

from frozendict import frozendict
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.model.task import Task

Any = typing.Any
Draw = typing.Callable[[st.SearchStrategy[Any]], Any]

FORMATS: dict[str, tuple[type, st.SearchStrategy[Any]]] = {
    "str": (schemas.StrSchema, st.text(max_size=6)),
    "date": (schemas.DateSchema, st.sampled_from(["2023-06-05", "20230605", "2023-156", "2023-W23-1", "2023-06"])),
    "date-time": (
        schemas.DateTimeSchema,
        st.sampled_from(
            [
                "2023-06-05T10:20:30Z",
                "2023-06-05T10:20:30.123456Z",
                "2023-06-05t10:20:30+02:00",
                "2023-06-05 10:20",
                "20230605T102030,5",
                "2023-06-05T24:00:00Z",
            ]
        ),
    ),
    "uuid": (schemas.UUIDSchema, st.uuids().map(str)),
    "decimal": (schemas.DecimalSchema, st.sampled_from(["1", "1.50", "-2E+3", "NaN", " 1 "])),
    "number": (schemas.NumberSchema, st.one_of(st.integers(-9, 9), st.sampled_from([0.5, 33.3, Decimal("1.10")]))),
    "int": (schemas.IntSchema, st.one_of(st.integers(-9, 9), st.sampled_from([9.0, Decimal("2.0"), 10**20]))),
    "int32": (schemas.Int32Schema, st.integers(-(2**31), 2**31 - 1)),
    "int64": (schemas.Int64Schema, st.integers(-(2**63), 2**63 - 1)),
    "float32": (schemas.Float32Schema, st.floats(width=32, allow_nan=False, allow_infinity=False)),
    "float64": (schemas.Float64Schema, st.floats(allow_nan=False, allow_infinity=False)),
    "bool": (schemas.BoolSchema, st.booleans()),
    "none": (schemas.NoneSchema, st.none()),
    "bytes": (schemas.BytesSchema, st.binary(max_size=3)),
    "any": (schemas.AnyTypeSchema, st.deferred(lambda: json_values)),
}
"""The scalar schemas: their class, and values that conform (before any keyword is looked at)."""

_STRINGS = ("str", "date", "date-time", "uuid", "decimal")
_NUMBERS = ("number", "int", "int32", "int64", "float32", "float64")

KEYWORDS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "string": {
        "max_length": st.integers(0, 8),
        "min_length": st.integers(0, 3),
        "pattern": st.sampled_from(["^[a-z0-9]", "e", "0$", "^.*$"]),
    },
    "number": {
        "maximum": st.one_of(st.integers(-3, 9), st.just(33.3)),
        "minimum": st.integers(-9, 3),
        "exclusive_maximum": st.integers(-3, 9),
        "exclusive_minimum": st.integers(-9, 3),
        "multiple_of": st.sampled_from([2, 0.5, 3]),
    },
    "array": {
        "max_items": st.integers(0, 4),
        "min_items": st.integers(0, 2),
        "unique_items": st.booleans(),
    },
    "object": {"max_properties": st.integers(0, 5), "min_properties": st.integers(0, 2)},
}

KEYS = ("id", "a", "items", "return", "data", "a b", "type", "x.y", "é", "_x")
"""JSON keys: plain ones, and all that Python would take for something else."""


@dataclasses.dataclass(frozen=True)
class Spec:
    """A schema in neither notation. *parts* are the schemas inside, by property name or in order of branches.

    The kind ``ref`` is a reference to the outermost schema. ``discriminated`` is a oneOf with a discriminator,
    ``dispatched`` an object with nothing else; their branches are objects with ``k0``, ``k1`` ... for ``kind``.
    """

    kind: str
    keywords: tuple[tuple[str, Any], ...] = ()
    parts: tuple[tuple[Any, Spec], ...] = ()
    required: frozenset[str] = frozenset()
    additional: Spec | bool = True
    constants: tuple[Any, ...] = ()


def _some(draw: Draw, options: dict[str, st.SearchStrategy[Any]], chance: int = 3) -> tuple[tuple[str, Any], ...]:
    return tuple((name, draw(option)) for name, option in options.items() if draw(st.integers(0, chance)) == chance)


@st.composite
def scalar_specs(draw: Draw) -> Spec:
    """A string, number, boolean, null, bytes or anything, perhaps with keywords."""
    kind = draw(st.sampled_from(tuple(FORMATS)))
    family = "string" if kind in _STRINGS else "number" if kind in _NUMBERS else None
    return Spec(kind, _some(draw, KEYWORDS[family]) if family else ())


@st.composite
def enum_specs(draw: Draw) -> Spec:
    """An enum of strings; sometimes one of numbers, or of strings with a format."""
    kind = draw(st.sampled_from(["str", "str", "str", "number", "date"]))
    constants = {"str": ["done", "doing", "", "NaN", "2023-06-05"], "number": [1, 2.5, Decimal("3.0")]}
    options = constants.get(kind, ["2023-06-05", "2023-06"])
    chosen = draw(st.lists(st.sampled_from(options), min_size=1, max_size=4, unique=True))
    return Spec(kind, constants=tuple(chosen))


def _array_specs(items: st.SearchStrategy[Spec]) -> st.SearchStrategy[Spec]:
    @st.composite
    def specs(draw: Draw) -> Spec:
        return Spec("array", _some(draw, KEYWORDS["array"]), (("items", draw(items)),))

    return st.one_of(specs(), st.just(Spec("array")))


def _object_specs(values: st.SearchStrategy[Spec]) -> st.SearchStrategy[Spec]:
    @st.composite
    def specs(draw: Draw) -> Spec:
        names = draw(st.lists(st.sampled_from(KEYS), max_size=4, unique=True))
        parts = tuple((name, draw(values)) for name in names)
        # A name may be required without being declared: the schema of undeclared keys is its own then.
        required = frozenset(name for name in [*names, "extra"] if draw(st.integers(0, 3)) == 3)
        additional = draw(st.one_of(st.just(True), st.just(True), st.just(False), values))
        return Spec("object", _some(draw, KEYWORDS["object"], 5), parts, required, additional)

    return specs()


def _composed_specs(branches: st.SearchStrategy[Spec]) -> st.SearchStrategy[Spec]:
    several = st.lists(branches, min_size=1, max_size=3).map(lambda found: tuple(enumerate(found)))
    ordinary = st.builds(Spec, st.sampled_from(["all_of", "one_of", "any_of"]), parts=several)
    one = branches.filter(lambda found: found.kind != "ref").map(lambda found: ((0, found),))
    negated = st.builds(Spec, st.just("not"), parts=one)
    nullable = st.builds(Spec, st.just("nullable"), parts=one).filter(_can_be_null)
    named = st.lists(_object_specs(branches), min_size=1, max_size=3).map(lambda found: tuple(enumerate(found)))
    discriminated = st.builds(Spec, st.sampled_from(["discriminated", "dispatched"]), parts=named)
    return st.one_of(ordinary, nullable, negated, discriminated)


def _can_be_null(spec: Spec) -> bool:
    """Nulls are added to schemas of one JSON type; anything else is composed by hand."""
    return spec.parts[0][1].kind in (*_STRINGS, *_NUMBERS, "bool", "array", "object")


def _larger(specs: st.SearchStrategy[Spec]) -> st.SearchStrategy[Spec]:
    return st.one_of(_array_specs(specs), _object_specs(specs), _object_specs(specs), _composed_specs(specs))


_inner_specs = st.recursive(
    st.one_of(scalar_specs(), enum_specs(), scalar_specs(), st.just(Spec("ref"))), _larger, max_leaves=8
)

specs: st.SearchStrategy[Spec] = _inner_specs.filter(lambda spec: spec.kind != "ref")
"""Schemas of every kind, nested."""

object_specs: st.SearchStrategy[Spec] = _object_specs(_inner_specs)
"""Schemas of objects, with anything inside."""


# Payloads

json_scalars: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-9, 9),
    st.text(max_size=4),
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-9, max_value=9),
)

json_values: st.SearchStrategy[Any] = st.recursive(
    json_scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)),
    max_leaves=5,
)
"""Anything that JSON can say, small."""


class Text(str):
    """A subclass of str, which is a string like any other."""

    __slots__ = ()


odd_values: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(
        [
            float("nan"),
            float("inf"),
            1e300,
            -0.0,
            10**400,
            10**5000,
            Decimal("1E+5000"),
            Decimal("NaN"),
            Decimal("sNaN"),
            "\ud800",
            "a\0b",
            set(),
            object(),
            schemas.unset,
            datetime.date(2023, 6, 5),
            datetime.datetime(2023, 6, 5, 10, 20, 30),
            uuid.UUID(int=5),
            b"bytes",
            bytearray(b"bytes"),
            Text("done"),
            frozendict({"id": "a"}),
            ("a", 1),
            Task(id="a", progress={"percent": 5}),
            Task.State.DONE,
            schemas.StrSchema("done"),
            schemas.AnyTypeSchema({"id": ["a", 1, None, True]}),
        ]
    ),
    st.floats(),
)
"""What is no JSON, or not in the usual form."""

wild_values: st.SearchStrategy[Any] = st.one_of(json_values, odd_values)
"""Anything at all."""


def payloads(spec: Spec, wildness: int = 12) -> st.SearchStrategy[Any]:
    """Values that *spec* mostly takes; at each place one in *wildness* is something else. 0: nothing wild."""
    return _Payloads(spec, wildness).of(spec)


class _Payloads:
    """Strategies for values near the schemas inside one schema, the *root*, to which references lead."""

    def __init__(self, root: Spec, wildness: int) -> None:
        self.root = root
        self.wildness = wildness

    def of(self, spec: Spec) -> st.SearchStrategy[Any]:
        """Values near *spec*."""
        return _composite(self._draw, spec)

    def _odd(self, draw: Draw) -> bool:
        return bool(self.wildness) and draw(st.integers(1, self.wildness)) == self.wildness

    def _draw(self, draw: Draw, spec: Spec) -> Any:
        if self._odd(draw):
            return draw(wild_values)
        if spec.constants:
            return draw(st.sampled_from(spec.constants))
        if spec.kind == "ref":  # seldom, for every level of a recursion may have several
            return draw(self.of(self.root)) if draw(st.integers(0, 3)) == 3 else {}
        if spec.kind == "nullable" and draw(st.booleans()):
            return None
        return self._KINDS.get(spec.kind, _Payloads._scalar)(self, draw, spec)

    def _scalar(self, draw: Draw, spec: Spec) -> Any:
        cls, values = FORMATS[spec.kind]
        value = draw(values)
        if spec.kind != "any" and self._odd(draw):
            return cls.from_openapi_data_oapg(value)  # an instance may be passed wherever its value may
        return value

    def _array(self, draw: Draw, spec: Spec) -> Any:
        limits = dict(spec.keywords)
        low, high = limits.get("min_items", 0), limits.get("max_items", 4)
        item = self.of(spec.parts[0][1]) if spec.parts else json_values
        items = draw(st.lists(item, min_size=low, max_size=max(low, high)))
        return tuple(items) if draw(st.integers(0, 9)) == 9 else items

    def _object(self, draw: Draw, spec: Spec) -> Any:
        found = {name: draw(self.of(part)) for name, part in spec.parts if name in spec.required or draw(st.booleans())}
        extra = self.of(spec.additional) if isinstance(spec.additional, Spec) else json_values
        for name in sorted(spec.required - set(found)):
            found[name] = draw(extra)
        if spec.additional is not False and draw(st.integers(0, 3)) == 3:
            found[draw(st.sampled_from(["more", "extra", "z z"]))] = draw(extra)
        if self._odd(draw):  # a name too many, or one too few
            found = {**found, "undeclared": draw(wild_values)} if draw(st.booleans()) else dict(list(found.items())[1:])
        return frozendict(found) if draw(st.integers(0, 9)) == 9 else found

    def _branch(self, draw: Draw, spec: Spec) -> Any:
        return draw(self.of(draw(st.sampled_from([part for _, part in spec.parts]))))

    def _named_branch(self, draw: Draw, spec: Spec) -> Any:
        index, part = draw(st.sampled_from(spec.parts))
        value = draw(self.of(part))
        return {**value, "kind": f"k{index}"} if isinstance(value, dict) and not self._odd(draw) else value

    def _anything(self, draw: Draw, spec: Spec) -> Any:
        return draw(json_values)

    _KINDS: typing.ClassVar[dict[str, typing.Callable[[_Payloads, Draw, Spec], Any]]] = {
        "array": _array,
        "object": _object,
        "not": _anything,
        "nullable": _branch,
        "all_of": _branch,
        "one_of": _branch,
        "any_of": _branch,
        "discriminated": _named_branch,
        "dispatched": _named_branch,
    }


@st.composite
def _composite(draw: Draw, function: typing.Callable[[Draw, Spec], Any], spec: Spec) -> Any:
    return function(draw, spec)


TASK = Spec(
    "object",
    parts=(
        ("id", Spec("str")),
        ("type", Spec("str")),
        ("state", Spec("str", constants=("created", "doing", "done", "canceled", "error"))),
        ("format", Spec("str")),
        ("score", Spec("str")),
        ("progress", Spec("object", parts=(("percent", Spec("number")), ("text", Spec("str"))))),
        ("creationDate", Spec("date-time")),
        ("modificationDate", Spec("date-time")),
        ("doneDate", Spec("date-time")),
        ("result", Spec("object", parts=(("url", Spec("str")), ("error", Spec("str"))))),
        ("errorHistory", Spec("array", parts=(("items", Spec("str")),))),
    ),
)
"""What `flat_api.model.task.Task` declares."""

task_payloads: st.SearchStrategy[Any] = payloads(TASK, 0)
"""What a server may send as a Task."""

near_tasks: st.SearchStrategy[Any] = payloads(TASK)
"""What a server may send as a Task, or nearly so."""
