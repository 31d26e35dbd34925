"""The extension in C against its twins in Python: the same from both, over all models, invented schemas and any data.

A case is a seed for a batch of values of our own making, since what the extension has to be tried with is quantity.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import pkgutil
import random
import re
import typing

from hypothesis import strategies as st

import flat_api.model
from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.schemas import _compile, _json, _validation, declaration_of
from flat_api.schemas._script import is_known

from ..schemas import roads
from .running import Fuzzer

Any = typing.Any
Rejection = tuple[str, str]

VALUES_OF_A_BATCH = 50
INVENTED = 80

TEXTS = (
    *("", "a", "mp3", "é", "日本", "\U0001f600", 'q"\\/\n', "\x7f", "\x00", "\ud800", "done", "edu", "1e5", "x" * 300),
    *("2023-01-02T03:04:05Z", "2023-02-29T03:04:05Z", "2024-02-29T00:00:00.000000Z", "2023-01-02T24:00:00Z"),
    *("2023-01-02T03:04:05.123456789Z", "2023-01-02T03:04:05+02:00", "2023-01-02", "0000-01-01T00:00:00Z"),
    *("2023-01-02T03:04:60Z", "2023-01-02T03:04:05.Z", "2023-1-02T03:04:05Z", "٢023-01-02T03:04:05Z"),
)
NUMBERS: tuple[Any, ...] = (
    *(0, 1, -1, 5, 100, 2**31, -(2**31) - 1, 2**53, 2**63, 10**18, 10**18 - 1, -(10**18), 10**30, True, False),
    *(0.0, -0.0, 1.5, 12.25, 0.1, 33.3, 1e300, 5e-324, 1e16, 2.0**53 + 2, 123456789.123, float("nan"), float("inf")),
)


def anything(rng: random.Random, level: int = 0) -> Any:
    """Return any JSON value."""
    choice = rng.random()
    if choice < 0.4:
        return rng.choice(TEXTS)
    if choice < 0.6 or level > 4:
        return rng.choice(NUMBERS)
    if choice < 0.65:
        return None
    size = range(rng.randrange(4))
    return (
        [anything(rng, level + 1) for _ in size]
        if choice < 0.8
        else {rng.choice(TEXTS): anything(rng, level + 1) for _ in size}
    )


def near(rng: random.Random, cls: Any, level: int = 0) -> Any:
    """Return a value that *cls* mostly accepts."""
    declaration = declaration_of(cls)
    if rng.random() < 0.03 or level > 6 or declaration.composed:
        return anything(rng, level)
    if declaration.enum:
        return rng.choice(list(declaration.enum))
    names = [kind.__name__ for kind in declaration.types]
    maker = _MAKERS.get(rng.choice(names), lambda rng, declaration, level: anything(rng, level))
    return maker(rng, declaration, level)


def _text(rng: random.Random, declaration: schemas.Declaration, level: int) -> Any:
    dated = "date-time" in declaration.formats and rng.random() < 0.9
    return rng.choice(("2023-01-02T03:04:05Z", "2023-12-31T23:59:59.123Z")) if dated else rng.choice(TEXTS)


def _number(rng: random.Random, declaration: schemas.Declaration, level: int) -> Any:
    return rng.choice(NUMBERS if rng.random() < 0.3 else (1, 2, 3.5, 100, 0.25))


def _array(rng: random.Random, declaration: schemas.Declaration, level: int) -> Any:
    return [near(rng, declaration.item, level + 1) for _ in range(rng.randrange(4))]


def _object(rng: random.Random, declaration: schemas.Declaration, level: int) -> Any:
    made: dict[Any, Any] = {}
    entries = list(declaration.properties.values())
    if rng.random() < 0.3:
        rng.shuffle(entries)
    for entry in entries:
        if rng.random() < (0.97 if entry.required else 0.6):
            made[entry.name] = near(rng, entry.schema, level + 1)
    for _ in range(rng.randrange(3) if rng.random() < 0.2 or not entries else 0):
        made[rng.choice(TEXTS)] = near(rng, declaration.undeclared, level + 1)
    return made


_MAKERS: dict[str, typing.Callable[[random.Random, schemas.Declaration, int], Any]] = {
    "str": _text,
    "Decimal": _number,
    "BoolClass": lambda rng, declaration, level: rng.random() < 0.5,
    "NoneClass": lambda rng, declaration, level: None,
    "tuple": _array,
    "frozendict": _object,
}


def models() -> list[Any]:
    """Return every schema class of `flat_api.model`."""
    modules = [
        importlib.import_module(f"{flat_api.model.__name__}.{entry.name}")
        for entry in pkgutil.iter_modules(flat_api.model.__path__)
    ]
    return [
        thing
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, schemas.Schema) and thing.__module__ == module.__name__
    ]


def invented(rng: random.Random, level: int = 0) -> Any:
    """Return a schema class of chance."""
    scalars = (
        schemas.StrSchema,
        schemas.DateTimeSchema,
        schemas.DateSchema,
        schemas.NumberSchema,
        schemas.IntSchema,
        schemas.Int32Schema,
        schemas.BoolSchema,
        schemas.NoneSchema,
        schemas.AnyTypeSchema,
        schemas.StrSchema.where(min_length=rng.randrange(3), max_length=rng.randrange(1, 9)),
        schemas.StrSchema.where(pattern=rng.choice(("^[a-z]", "e", ".$"))),
        schemas.NumberSchema.where(minimum=rng.randrange(3), multiple_of=0.5),
        schemas.IntSchema.where(exclusive_maximum=100),
    )
    choice = rng.random()
    if level > 3 or choice < 0.35:
        return rng.choice(scalars)
    inner = invented(rng, level + 1)
    if choice < 0.5:
        return schemas.list_of(inner, **rng.choice(({}, {"max_items": 2}, {"min_items": 1, "unique_items": True})))
    if choice < 0.58:
        return schemas.map_of(inner)
    if choice < 0.66:
        return schemas.nullable(inner)
    if choice < 0.7:
        return schemas.one_of(inner, invented(rng, level + 1))
    names = rng.sample(("id", "a", "é", "x_y", "state", "longer name"), rng.randrange(4))
    word = (schemas.optional, schemas.required)
    body = {f"p{index}": rng.choice(word)(invented(rng, level + 1), key=name) for index, name in enumerate(names)}
    limits = rng.choice(({}, {}, {}, {"additional": False}, {"additional": inner}, {"max_properties": 2}))
    return type(schemas.DictSchema)("Invented", (schemas.DictSchema,), {"__module__": __name__, **body}, **limits)


@contextlib.contextmanager
def classes() -> typing.Iterator[list[Any]]:
    """Yield the classes that are tried: the models, and as many of chance, always the same."""
    rng = random.Random(1)
    yield [*models(), *(invented(rng) for _ in range(INVENTED))]


# The laws


def outcome(build: typing.Callable[[], Any]) -> Any:
    """Return what *build* gives, as something to compare, or the error and all it says."""
    try:
        return seen(build())
    except (ApiTypeError, ApiValueError) as error:
        return type(error).__name__, str(error), error.problems


def seen(value: Any) -> Any:
    """Return *value* with the class of each node, as something that `==` compares."""
    if isinstance(value, dict):
        return type(value), [(key, type(key), seen(item)) for key, item in value.items()]
    if isinstance(value, tuple):
        return type(value), [seen(item) for item in value]
    if isinstance(value, str):
        return type(value), str.__str__(value), hash(value), len(value), value.encode("utf-8", "surrogatepass")
    return type(value), str(value)


def writes_alike(cls: Any, data: Any) -> None:
    """JSON text of plain data and of instances is what the twin writes."""
    instances: list[Any] = [data]
    with contextlib.suppress(ApiTypeError, ApiValueError):
        instances.append(cls.from_openapi_data_oapg(data))
    for value in instances:
        expected = outcome(lambda value=value: _json._encode(value, _json.encode_basestring_ascii))
        assert outcome(lambda value=value: _json.encode(value)) == expected


REJECTED = "rejected"

_twins: dict[Any, typing.Callable[..., Any]] = {}


def twin_of(cls: Any) -> typing.Callable[..., Any]:
    """Return the converter of *cls* in Python, all the way down."""
    if cls not in _twins:
        _twins[cls] = lambda *data: twin_of(cls)(*data)  # for a class inside itself
        if is_known(declaration_of(cls)):
            _twins[cls] = _compile.generated(cls, frozenset(), lambda script, inner: twin_of(inner))
        else:
            _twins[cls] = _compile.converter(cls)
    return _twins[cls]


def converted(convert: typing.Callable[..., Any], *data: Any) -> Any:
    """Return what a converter gives, as something to compare, or that it rejects the data."""
    try:
        return seen(convert(*data))
    except Exception:
        return REJECTED


def converts_alike(cls: Any, data: Any) -> None:
    """The converter in C gives what its twin gives, for data and for keywords.

    It may accept what the twin leaves to the walk (the hour 24): then it gives what the walk gives.
    """
    compiled = _compile.converter(cls)
    found, expected = converted(compiled, data), converted(twin_of(cls), data)
    if expected == REJECTED != found:
        with roads.no_converters():
            expected = outcome(lambda: _validation.explain(cls, data, server=True))
    assert found == expected
    if isinstance(data, dict):
        expected = converted(twin_of(cls), data, {})
        assert expected == REJECTED or converted(compiled, data, {}) == expected


def reads_alike(cls: Any, data: Any) -> None:
    """JSON text, whole and damaged, is read as the standard library and the converter in Python read it."""
    rng = random.Random(repr(data))
    whole = json.dumps(data, ensure_ascii=rng.random() < 0.5, indent=rng.choice((None, None, 1)))
    for text in (whole, _damaged(rng, whole), _repeating(rng, data)):
        raw = rng.choice((text, text.encode("utf-8", "surrogatepass")))
        reader = _compile.reader(cls)
        if reader is not None:
            found = converted(reader, raw)
            if found != REJECTED:
                assert found == outcome(lambda raw=raw: cls.from_openapi_data_oapg(_json.decode(raw)))
        assert outcome(lambda raw=raw: cls.from_json(raw)) == outcome(
            lambda raw=raw: cls.from_openapi_data_oapg(_json.decode(raw))
        )


WEDGES = (
    *(
        "",
        ",",
        '"',
        "\\",
        "}",
        "]",
        "{",
        "[",
        " ",
        "\t",
        "\x00",
        "1",
        "-",
        ".",
        "e",
        "0",
        "nul",
        "true",
        "é",
        "'",
        ":",
        "{}",
    ),
    *("\\u00e9", "\\ud83d", "\\ud83d\\ude00", "\\u12", '"id":1,', '"id":"a",', "1e999", "-0", "1E+5", "0.10", "\ufeff"),
)


NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
NUMBER_TEXTS = (
    *("-0", "0", "-0.0", "01", "1.", ".5", "1e5", "1E+999", "1e1000", "-1"),
    *("9" * 18, "9" * 19, "-" + "9" * 18, "1" * 1200),
)


def _damaged(rng: random.Random, text: str) -> str:
    """Return *text* with another number, or with something else at one place, mostly of the same length."""
    if rng.random() < 0.3:
        return NUMBER.sub(lambda found: rng.choice(NUMBER_TEXTS), text, count=1)
    place = rng.randrange(len(text) + 1)
    return text[:place] + rng.choice(WEDGES) + text[place + rng.randrange(3) :]


def _repeating(rng: random.Random, data: Any) -> str:
    """Return the text of an object in which a key may come twice and another be missing; of *data* else."""
    if not isinstance(data, dict) or not data:
        return json.dumps(data)
    members = [f"{json.dumps(key)}:{json.dumps(item)}" for key, item in data.items()]
    members[rng.randrange(len(members))] = rng.choice(members)
    return "{" + ",".join([*members, rng.choice(members)]) + "}"


def agrees_with_the_walk(cls: Any, data: Any) -> None:
    """The walk, without any converter, gives the same instance or finds the same problems."""
    with roads.no_converters():
        expected = outcome(lambda: _validation.explain(cls, data, server=True))
    assert outcome(lambda: cls.from_openapi_data_oapg(data)) == expected


Law = typing.Callable[[Any, Any], None]

LAWS_IN_C: tuple[Law, ...] = (converts_alike, reads_alike, writes_alike)
LAWS: tuple[Law, ...] = (*LAWS_IN_C, agrees_with_the_walk)


def check(found: list[Any], seed: int) -> None:
    """Every law holds for a batch of values; where one does not, the error says for which class and data."""
    rng = random.Random(seed)
    for _ in range(VALUES_OF_A_BATCH):
        cls = rng.choice(found)
        data = near(rng, cls)
        # The walk is slow, and others try it as well.
        for law in LAWS if rng.random() < 0.2 else LAWS_IN_C:
            try:
                law(cls, data)
            except Exception as error:
                error.add_note(f"{law.__name__}: {cls!r} and {data!r}")
                raise


FUZZER = Fuzzer(st.integers(0, 2**62), check, classes)
