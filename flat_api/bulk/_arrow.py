"""Instances as Apache Arrow data, and back: one column a property, with nested types.

JSON has fewer types than Arrow. What a column holds follows from the declaration:

=====================================  ==========================================================
declared                               column
=====================================  ==========================================================
string, enum, uuid, decimal text       ``string``
format ``date-time``                   ``timestamp("us", "UTC")``; a time without an offset is UTC
format ``date``                        ``date32``
number                                 ``decimal128(38, 18)``, or what *numbers* says
integer; int32                         ``int64``; ``int32``
boolean                                ``bool``
array                                  ``list`` of its items
object with properties                 ``struct`` of them
object with typed values only          ``map`` from ``string``
anything else, and what refers to      ``string`` with the JSON text
itself
=====================================  ==========================================================
"""

from __future__ import annotations

import dataclasses
import datetime
import decimal
import importlib
import itertools
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping

from frozendict import frozendict

from ..exceptions import ApiTypeError, ApiValueError, OpenApiException, shown
from ..schemas import (
    AnyTypeSchema,
    BoolClass,
    Declaration,
    DictSchema,
    NoneClass,
    Schema,
    declaration_of,
)

if typing.TYPE_CHECKING:
    S = typing.TypeVar("S", bound=Schema)

try:
    pa: typing.Any = importlib.import_module("pyarrow")  # which has no types of its own
except ModuleNotFoundError as error:
    raise ModuleNotFoundError("tables need pyarrow: install the extra 'bulk'", name=error.name) from error

Convert = Callable[[typing.Any], typing.Any]

ROWS_OF_A_BATCH = 10_000
"""Rows that `to_batches` gathers before it gives them on."""


class Column(typing.NamedTuple):
    """An Arrow *type*, and the way of one value there and back."""

    type: typing.Any
    there: Convert
    back: Convert


@dataclasses.dataclass(frozen=True)
class Columns:
    """How the values of schema classes become columns: *numbers* is the Arrow type of JSON numbers."""

    numbers: typing.Any
    undeclared: str | None

    def of(self, cls: type, entered: frozenset[type] = frozenset()) -> Column:
        """Return the column for the values of *cls*; *entered* are the classes around it."""
        declaration = declaration_of(cls)
        types = declaration.types - {NoneClass}
        if declaration.composed or len(types) != 1 or cls in entered:
            return _JSON
        (primitive,) = types
        if primitive is frozendict:
            return self._object(declaration, entered | {cls})
        if primitive is tuple:
            return _list(self.of(declaration.items or AnyTypeSchema, entered | {cls}))
        if primitive is decimal.Decimal:
            return self._number(declaration)
        if primitive is str:
            return _TEXTS.get(next(iter(declaration.formats), ""), _STRING)
        return _OTHERS.get(primitive, _JSON)

    def _number(self, declaration: Declaration) -> Column:
        if "int32" in declaration.formats:
            return Column(pa.int32(), _integer(32), int)
        if "int64" in declaration.formats or "integer" in declaration.formats:
            return Column(pa.int64(), _integer(64), int)
        return Column(self.numbers, _number(self.numbers), _number_back)

    def _object(self, declaration: Declaration, entered: frozenset[type]) -> Column:
        if declaration.properties:
            return self._struct(declaration, entered)
        if declaration.additional is None or declaration.is_closed:
            return _JSON
        return _map(self.of(declaration.additional, entered))

    def _struct(self, declaration: Declaration, entered: frozenset[type]) -> Column:
        columns = {name: self.of(schema, entered) for name, schema in declaration.schemas.items()}
        extra = self.undeclared
        fields = [pa.field(name, column.type) for name, column in columns.items()]
        if extra is not None:
            if extra in columns:
                raise ApiValueError(f"{extra!r} is a property already, so it can't be the column of undeclared keys")
            fields.append(pa.field(extra, pa.string()))
        return Column(pa.struct(fields), _Row(columns, extra).there, _Row(columns, extra).back)


@dataclasses.dataclass(frozen=True)
class _Row:
    """An object: a column for each property, and perhaps one for the *extra* keys, as JSON text."""

    columns: Mapping[str, Column]
    extra: str | None

    def there(self, value: typing.Any) -> dict[str, typing.Any]:
        found: dict[str, typing.Any] = {}
        for name, column in self.columns.items():
            if name in value:
                found[name] = _placed(name, column.there, value[name])
        if self.extra is not None:
            more = {key: item for key, item in value.items() if key not in self.columns}
            found[self.extra] = DictSchema(more).to_json() if more else None
        return found

    def back(self, row: Mapping[str, typing.Any]) -> dict[str, typing.Any]:
        found = {name: column.back(row[name]) for name, column in self.columns.items() if row.get(name) is not None}
        if self.extra is not None and row.get(self.extra):
            found.update(DictSchema.from_json(row[self.extra]))
        return found


class _Misfit(Exception):
    """A value that has no place in its column, by its path."""

    def __init__(self, reason: str, *path: object) -> None:
        self.reason = reason
        self.path = path


def _placed(step: object, convert: Convert, value: typing.Any) -> typing.Any:
    """Return *value* converted, null as None; a misfit gets *step* put before its path."""
    if isinstance(value, NoneClass):
        return None
    try:
        return convert(value)
    except _Misfit as misfit:
        raise _Misfit(misfit.reason, step, *misfit.path) from None
    except (ArithmeticError, AttributeError, OpenApiException, TypeError, ValueError) as error:
        raise _Misfit(f"{error}", step) from error


def _list(item: Column) -> Column:
    def there(values: typing.Any) -> list[typing.Any]:
        return [_placed(index, item.there, value) for index, value in enumerate(values)]

    def back(values: Iterable[typing.Any]) -> list[typing.Any]:
        return [None if value is None else item.back(value) for value in values]

    return Column(pa.list_(item.type), there, back)


def _map(item: Column) -> Column:
    def there(values: typing.Any) -> list[tuple[str, typing.Any]]:
        return [(key, _placed(key, item.there, value)) for key, value in values.items()]

    def back(pairs: Iterable[tuple[str, typing.Any]]) -> dict[str, typing.Any]:
        return {key: None if value is None else item.back(value) for key, value in pairs}

    return Column(pa.map_(pa.string(), item.type), there, back)


def _of(kind: type, name: str) -> Convert:
    """Return a conversion to plain Python for values that are made of *kind*; what was read leniently may not be."""

    def convert(value: typing.Any) -> typing.Any:
        if not isinstance(value, kind):
            raise _Misfit(f"expected {name}, got {shown(value)}")
        return bool(value) if kind is BoolClass else kind(value)

    return convert


def _integer(bits: int) -> Convert:
    limit = 1 << bits - 1

    def convert(value: typing.Any) -> int:
        number: int = value.as_int
        if not -limit <= number < limit:
            raise _Misfit(f"{number} has more than {bits} bits")
        return number

    return convert


def _number(kind: typing.Any) -> Convert:
    """Return the conversion of a JSON number to the Arrow type *kind*."""
    number = _of(decimal.Decimal, "a number")
    if not pa.types.is_decimal(kind):
        return lambda value: float(number(value))
    scale: int = kind.scale
    whole_digits: int = kind.precision - scale

    def convert(value: typing.Any) -> decimal.Decimal:
        exact: decimal.Decimal = number(value)
        if not _fits(exact, scale, whole_digits):
            exact = decimal.Decimal(value.to_json())  # a Python float has a short text
        if not _fits(exact, scale, whole_digits):
            raise _Misfit(f"{shown(exact)} does not fit {kind}; the argument numbers chooses another type")
        return exact

    return convert


def _fits(number: decimal.Decimal, scale: int, whole_digits: int) -> bool:
    if not number.is_finite() or number.adjusted() >= whole_digits:
        return False
    return -int(number.normalize(_WIDE).as_tuple().exponent) <= scale


def _date(value: typing.Any) -> datetime.date:
    day: datetime.date = value.as_date
    return day


def _moment(value: typing.Any) -> datetime.datetime:
    moment: datetime.datetime = value.as_datetime
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=datetime.UTC)


def _moment_back(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


def _number_back(number: float | int | decimal.Decimal) -> decimal.Decimal:
    """Return the number without the zeros that fill its column up: ``Decimal("33.300000")`` is 33.3."""
    exact = decimal.Decimal(str(number))
    whole = exact.to_integral_value()
    return whole if exact == whole else exact.normalize(_WIDE)


def _json(value: typing.Any) -> str:
    return typing.cast("Schema", value).to_json()


def _json_back(text: str) -> typing.Any:
    return AnyTypeSchema.from_json(text)


_WIDE = decimal.Context(prec=decimal.MAX_PREC, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
_STRING = Column(pa.string(), _of(str, "a string"), str)
_JSON = Column(pa.string(), _json, _json_back)
_TEXTS = {
    "date-time": Column(pa.timestamp("us", "UTC"), _moment, _moment_back),
    "date": Column(pa.date32(), _date, datetime.date.isoformat),
}
_OTHERS: dict[type, Column] = {
    BoolClass: Column(pa.bool_(), _of(BoolClass, "a boolean"), bool),
    bytes: Column(pa.binary(), _of(bytes, "bytes"), bytes),
}


def _columns_of(model: type[Schema], numbers: typing.Any, undeclared: str | None) -> Column:
    column = Columns(pa.decimal128(38, 18) if numbers is None else numbers, undeclared).of(model)
    if not pa.types.is_struct(column.type):
        raise ApiTypeError(f"a table needs a model with properties, and {model.__name__} has none")
    return column


def _schema_of(model: type[Schema], column: Column) -> typing.Any:
    return pa.schema(list(column.type), metadata={"flat_api.model": f"{model.__module__}.{model.__qualname__}"})


def arrow_schema(model: type[Schema], *, numbers: typing.Any = None, undeclared: str | None = None) -> typing.Any:
    """Return the `pyarrow.Schema` for instances of *model*, one nullable field a property.

    *numbers* is the type of JSON numbers, ``decimal128(38, 18)`` unless given; ``pyarrow.float64()`` suits programs
    that calculate. *undeclared* names one more field of each object, for the keys that its model does not declare, as
    the JSON text of an object; without it they are left out. Raises `ApiTypeError` for a model without properties.
    """
    return _schema_of(model, _columns_of(model, numbers, undeclared))


def to_batches(
    instances: Iterable[Schema],
    model: type[Schema] | None = None,
    *,
    size: int = ROWS_OF_A_BATCH,
    numbers: typing.Any = None,
    undeclared: str | None = None,
) -> Iterator[typing.Any]:
    """Yield *instances* as `pyarrow.RecordBatch` of *size* rows, so that a file of any length takes constant memory.

    *model* is that of the first instance unless given; *numbers* and *undeclared* are those of `arrow_schema`. Raises
    `ApiValueError` with the row and the path of a value that does not fit its column, as a number of too many digits,
    or a value that was read leniently; rows before it have been yielded up to the last whole batch.
    """
    rows = iter(instances)
    if model is None:
        first = next(rows, None)
        if first is None:
            raise ApiValueError("no instances and no model: the columns can't be known")
        model, rows = type(first), itertools.chain([first], rows)
    column = _columns_of(model, numbers, undeclared)
    schema = _schema_of(model, column)
    start = 0
    while gathered := list(itertools.islice(rows, size)):
        yield _batch(gathered, column, schema, start)
        start += len(gathered)


def to_table(
    instances: Iterable[Schema],
    model: type[Schema] | None = None,
    *,
    numbers: typing.Any = None,
    undeclared: str | None = None,
) -> typing.Any:
    """Return *instances* as one `pyarrow.Table`; arguments and errors are those of `to_batches`."""
    batches = list(to_batches(instances, model, numbers=numbers, undeclared=undeclared))
    if batches:
        return pa.Table.from_batches(batches)
    assert model is not None  # or `to_batches` would have raised
    return arrow_schema(model, numbers=numbers, undeclared=undeclared).empty_table()


def from_table(table: typing.Any, model: type[S], *, undeclared: str | None = None) -> Iterator[S]:
    """Yield the rows of *table*, a `pyarrow.Table` or any iterable of record batches, as instances of *model*.

    A null is an absent property. Date-times come back in UTC. *undeclared* names the column of undeclared keys, where
    there is one. Raises what `model.from_openapi_data_oapg` raises for a row that *model* does not accept.
    """
    column = _columns_of(model, None, undeclared)
    for batch in table.to_batches() if hasattr(table, "to_batches") else table:
        for row in batch.to_pylist():
            yield model.from_openapi_data_oapg(column.back(row))


def _batch(instances: list[Schema], column: Column, schema: typing.Any, start: int) -> typing.Any:
    rows = [_row(number, instance, column) for number, instance in enumerate(instances, start)]
    return pa.RecordBatch.from_pylist(rows, schema)


def _row(number: int, instance: Schema, column: Column) -> typing.Any:
    try:
        return column.there(instance)
    except _Misfit as misfit:
        raise ApiValueError(f"row {number:,}: {misfit.reason}", (*misfit.path,)) from misfit
