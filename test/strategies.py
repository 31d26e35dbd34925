"""What hypothesis invents for the tests: schemas in either notation, and payloads near them.

A `Spec` says what a schema is, in neither notation. `ours` and `theirs` turn it into a class with our vocabulary and
into one with nested ``MetaOapg`` classes as the earlier generator printed them; `payloads` gives values that mostly
conform, and otherwise miss by little.
"""

from __future__ import annotations

import dataclasses
import datetime
import types
import typing
import uuid
from decimal import Decimal

from frozendict import frozendict
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.model.task import Task

Any = typing.Any

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

OLD_NAMES = {"maximum": "inclusive_maximum", "minimum": "inclusive_minimum", "pattern": "regex"}
"""Our keywords that a ``MetaOapg`` class calls otherwise."""

KEYS = ("id", "a", "items", "return", "data", "a b", "type", "x.y", "é", "_x")
"""JSON keys: plain ones, and all that Python would take for something else."""


@dataclasses.dataclass(frozen=True)
class Spec:
    """A schema in neither notation. *parts* are the schemas inside, by property name or in order."""

    kind: str
    keywords: tuple[tuple[str, Any], ...] = ()
    parts: tuple[tuple[Any, Spec], ...] = ()
    required: frozenset[str] = frozenset()
    additional: Spec | bool = True
    constants: tuple[Any, ...] = ()


def _some(draw: Any, options: dict[str, st.SearchStrategy[Any]], chance: int = 3) -> tuple[tuple[str, Any], ...]:
    return tuple((name, draw(option)) for name, option in options.items() if draw(st.integers(0, chance)) == chance)


@st.composite
def scalar_specs(draw: Any) -> Spec:
    """A string, number, boolean, null, bytes or anything, perhaps with keywords."""
    kind = draw(st.sampled_from(tuple(FORMATS)))
    family = "string" if kind in _STRINGS else "number" if kind in _NUMBERS else None
    return Spec(kind, _some(draw, KEYWORDS[family]) if family else ())


@st.composite
def enum_specs(draw: Any) -> Spec:
    """An enum of strings; sometimes one of numbers, or of strings with a format."""
    kind = draw(st.sampled_from(["str", "str", "str", "number", "date"]))
    constants = {"str": ["done", "doing", "", "NaN", "2023-06-05"], "number": [1, 2.5, Decimal("3.0")]}
    options = constants.get(kind, ["2023-06-05", "2023-06"])
    chosen = draw(st.lists(st.sampled_from(options), min_size=1, max_size=4, unique=True))
    return Spec(kind, constants=tuple(chosen))


def _array_specs(items: st.SearchStrategy[Spec]) -> st.SearchStrategy[Spec]:
    @st.composite
    def specs(draw: Any) -> Spec:
        return Spec("array", _some(draw, KEYWORDS["array"]), (("items", draw(items)),))

    return st.one_of(specs(), st.just(Spec("array")))


def _object_specs(values: st.SearchStrategy[Spec]) -> st.SearchStrategy[Spec]:
    @st.composite
    def specs(draw: Any) -> Spec:
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
    negated = st.builds(Spec, st.just("not"), parts=branches.map(lambda found: ((0, found),)))
    nullable = st.builds(Spec, st.just("nullable"), parts=branches.map(lambda found: ((0, found),)))
    return st.one_of(ordinary, nullable.filter(_can_be_null), negated)


def _can_be_null(spec: Spec) -> bool:
    """Nulls are added to schemas of one JSON type; anything else is composed by hand."""
    return spec.parts[0][1].kind in (*_STRINGS, *_NUMBERS, "bool", "array", "object")


def _larger(specs: st.SearchStrategy[Spec]) -> st.SearchStrategy[Spec]:
    return st.one_of(_array_specs(specs), _object_specs(specs), _object_specs(specs), _composed_specs(specs))


specs: st.SearchStrategy[Spec] = st.recursive(st.one_of(scalar_specs(), enum_specs()), _larger, max_leaves=8)
"""Schemas of every kind, nested."""

object_specs: st.SearchStrategy[Spec] = _object_specs(specs)
"""Schemas of objects, with anything inside."""


# Our notation


def ours(spec: Spec, name: str = "Model") -> Any:
    """The schema class for *spec*, declared with our vocabulary."""
    return _OURS.get(spec.kind, _our_scalar)(spec, name)


def _our_scalar(spec: Spec, name: str) -> Any:
    base = FORMATS[spec.kind][0]
    if spec.constants:
        members = {f"V{index}": schemas.value(entry) for index, entry in enumerate(spec.constants)}
        return _our_class(name, (schemas.EnumBase, base), members)
    return base.where(**dict(spec.keywords)) if spec.keywords else base


def _our_class(name: str, bases: tuple[type, ...], namespace: dict[str, Any], **keywords: Any) -> Any:
    return types.new_class(name, bases, keywords, lambda body: body.update(namespace, __module__=__name__))


def _our_array(spec: Spec, name: str) -> Any:
    if not spec.parts:
        return schemas.ListSchema
    return schemas.list_of(ours(spec.parts[0][1], f"{name}Item"), **dict(spec.keywords))


def _our_object(spec: Spec, name: str) -> Any:
    body: dict[str, Any] = {}
    for index, (key, part) in enumerate(spec.parts):
        word = schemas.required if key in spec.required else schemas.optional
        body[f"p{index}"] = word(ours(part, f"{name}{index}"), key=key)
    keywords = dict(spec.keywords)
    if spec.additional is not True:
        keywords["additional"] = spec.additional and ours(spec.additional, f"{name}Additional")
    undeclared = spec.required - {key for key, _ in spec.parts}
    if undeclared:  # our notation requires what it declares, so the name comes from a class that says no more
        base = _their_class(f"{name}Base", (schemas.DictSchema,), {"required": set(undeclared), "properties": {}})
        return _our_class(name, (base,), body, **keywords)
    return _our_class(name, (schemas.DictSchema,), body, **keywords)


def _our_composed(spec: Spec, name: str) -> Any:
    branches = [ours(part, f"{name}{index}") for index, part in spec.parts]
    return getattr(schemas, spec.kind)(*branches)


def _our_negated(spec: Spec, name: str) -> Any:
    return schemas.ComposedSchema.where(not_schema=ours(spec.parts[0][1], f"{name}Not"))


def _our_nullable(spec: Spec, name: str) -> Any:
    return schemas.nullable(ours(spec.parts[0][1], name))


_OURS: dict[str, typing.Callable[[Spec, str], Any]] = {
    "array": _our_array,
    "object": _our_object,
    "all_of": _our_composed,
    "one_of": _our_composed,
    "any_of": _our_composed,
    "not": _our_negated,
    "nullable": _our_nullable,
}


# The notation of the earlier generator


def theirs(spec: Spec, name: str = "Model") -> Any:
    """The schema class for *spec*, declared with nested ``MetaOapg`` classes."""
    return _THEIRS.get(spec.kind, _their_scalar)(spec, name)


def _their_class(name: str, bases: tuple[type, ...], facts: dict[str, Any]) -> Any:
    properties = facts.pop("properties", None)
    if properties is not None:
        facts["properties"] = type("properties", (), {**properties, "__annotations__": properties})
    return _our_class(name, bases, {"MetaOapg": type("MetaOapg", (), facts)})


def _their_keywords(spec: Spec) -> dict[str, Any]:
    facts = {OLD_NAMES.get(name, name): limit for name, limit in spec.keywords}
    if "regex" in facts:
        facts["regex"] = [{"pattern": facts["regex"]}]
    return facts


def _their_scalar(spec: Spec, name: str) -> Any:
    base = FORMATS[spec.kind][0]
    if spec.constants:
        named = {entry: f"V{index}" for index, entry in enumerate(spec.constants)}
        return _their_class(name, (schemas.EnumBase, base), {"enum_value_to_name": named})
    return _their_class(name, (base,), _their_keywords(spec)) if spec.keywords else base


def _their_array(spec: Spec, name: str) -> Any:
    items = {"items": theirs(spec.parts[0][1], f"{name}Item")} if spec.parts else {}
    return _their_class(name, (schemas.ListSchema,), {**items, **_their_keywords(spec)})


def _their_object(spec: Spec, name: str) -> Any:
    return _their_class(name, (schemas.DictSchema,), _their_object_facts(spec, name))


def _their_object_facts(spec: Spec, name: str) -> dict[str, Any]:
    facts: dict[str, Any] = _their_keywords(spec)
    facts["properties"] = {key: theirs(part, f"{name}{index}") for index, (key, part) in enumerate(spec.parts)}
    if spec.required:
        facts["required"] = set(spec.required)
    if spec.additional is False:
        facts["additional_properties"] = schemas.NotAnyTypeSchema
    elif spec.additional is not True:
        facts["additional_properties"] = theirs(spec.additional, f"{name}Additional")
    return facts


def _their_composed(spec: Spec, name: str) -> Any:
    branches = [theirs(part, f"{name}{index}") for index, part in spec.parts]
    return _their_class(name, (schemas.ComposedSchema,), {spec.kind: staticmethod(lambda: branches)})


def _their_negated(spec: Spec, name: str) -> Any:
    return _their_class(name, (schemas.ComposedSchema,), {"not_schema": theirs(spec.parts[0][1], f"{name}Not")})


_NULLABLE_BASES: dict[str, tuple[type, ...]] = {
    "str": (schemas.StrBase,),
    "date": (schemas.DateBase, schemas.StrBase),
    "date-time": (schemas.DateTimeBase, schemas.StrBase),
    "uuid": (schemas.UUIDBase, schemas.StrBase),
    "decimal": (schemas.DecimalBase, schemas.StrBase),
    "number": (schemas.NumberBase,),
    "int": (schemas.IntBase, schemas.NumberBase),
    "int32": (schemas.Int32Base, schemas.IntBase, schemas.NumberBase),
    "int64": (schemas.Int64Base, schemas.IntBase, schemas.NumberBase),
    "float32": (schemas.Float32Base, schemas.NumberBase),
    "float64": (schemas.Float64Base, schemas.NumberBase),
    "bool": (schemas.BoolBase,),
    "array": (schemas.ListBase,),
    "object": (schemas.DictBase,),
}


def _their_nullable(spec: Spec, name: str) -> Any:
    part = spec.parts[0][1]
    json_type = {"array": "Tuple", "object": "FrozenDict", "bool": "Bool"}.get(part.kind)
    mixin = f"None{json_type or ('Str' if part.kind in _STRINGS else 'Decimal')}Mixin"
    bases = (*_NULLABLE_BASES[part.kind], schemas.NoneBase, schemas.Schema, getattr(schemas, mixin))
    if part.constants:  # the old generator names null among the members
        named = {entry: f"V{index}" for index, entry in enumerate(part.constants)} | {schemas.NoneClass.NONE: "NONE"}
        return _their_class(name, (schemas.EnumBase, *bases), {"enum_value_to_name": named})
    if part.kind == "object":
        return _their_class(name, bases, _their_object_facts(part, name))
    items = {"items": theirs(part.parts[0][1], f"{name}Item")} if part.kind == "array" and part.parts else {}
    return _their_class(name, bases, {**items, **_their_keywords(part)})


_THEIRS: dict[str, typing.Callable[[Spec, str], Any]] = {
    "array": _their_array,
    "object": _their_object,
    "all_of": _their_composed,
    "one_of": _their_composed,
    "any_of": _their_composed,
    "not": _their_negated,
    "nullable": _their_nullable,
}


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


@st.composite
def payloads(draw: Any, spec: Spec, wildness: int = 12) -> Any:
    """A value that *spec* mostly takes; at each place one in *wildness* is something else. 0: nothing wild."""
    if wildness and draw(st.integers(1, wildness)) == wildness:
        return draw(wild_values)
    if spec.constants:
        return draw(st.sampled_from(spec.constants))
    if spec.kind == "array":
        return draw(_arrays(spec, wildness))
    if spec.kind == "object":
        return draw(_objects(spec, wildness))
    if spec.kind == "not":
        return draw(json_values)
    if spec.kind == "nullable" and draw(st.booleans()):
        return None
    if spec.parts:
        return draw(payloads(draw(st.sampled_from([part for _, part in spec.parts])), wildness))
    value = draw(FORMATS[spec.kind][1])
    if wildness and draw(st.integers(1, wildness)) == wildness and spec.kind != "any":
        return _already_built(FORMATS[spec.kind][0], value)
    return value


def _already_built(cls: Any, value: Any) -> Any:
    """The instance of *cls*, which may be passed wherever its value may."""
    return cls.from_openapi_data_oapg(value)


@st.composite
def _arrays(draw: Any, spec: Spec, wildness: int) -> Any:
    limits = dict(spec.keywords)
    low, high = limits.get("min_items", 0), limits.get("max_items", 4)
    item = payloads(spec.parts[0][1], wildness) if spec.parts else json_values
    items = draw(st.lists(item, min_size=low, max_size=max(low, high)))
    return tuple(items) if draw(st.integers(0, 9)) == 9 else items


@st.composite
def _objects(draw: Any, spec: Spec, wildness: int) -> Any:
    found = {
        name: draw(payloads(part, wildness))
        for name, part in spec.parts
        if name in spec.required or draw(st.booleans())
    }
    extra = spec.additional if isinstance(spec.additional, Spec) else None
    for name in sorted(spec.required - set(found)):
        found[name] = draw(payloads(extra, wildness) if extra else json_values)
    if spec.additional is not False and draw(st.integers(0, 3)) == 3:
        name = draw(st.sampled_from(["more", "extra", "z z"]))
        found[name] = draw(payloads(extra, wildness) if extra else json_values)
    if wildness and draw(st.integers(1, wildness)) == wildness:  # a name too many, or one too few
        found = {**found, "undeclared": draw(wild_values)} if draw(st.booleans()) else dict(list(found.items())[1:])
    return frozendict(found) if draw(st.integers(0, 9)) == 9 else found


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
