"""Strings, numbers, booleans, nulls and binaries: their schema classes, and the Python values behind them."""

from __future__ import annotations

import decimal
import typing

from ..exceptions import ApiTypeError, ApiValueError, OpenApiException, WrongPrimitiveError, shown
from . import _formats
from ._mixins import (
    BinaryMixin,
    BoolMixin,
    BytesMixin,
    DecimalMixin,
    FileMixin,
    NoneMixin,
    StrMixin,
    ValidatorBase,
)
from ._nodes import DecimalNode
from ._numbers import is_integer
from ._primitives import BoolClass, FileIO, NoneClass
from ._schema import Schema

if typing.TYPE_CHECKING:
    import datetime
    import uuid
    from typing import Self


T = typing.TypeVar("T")


def _other(value: object, wanted: str) -> OpenApiException:
    return WrongPrimitiveError(f"{type(value).__name__!r} object is not a {wanted}")


class StrBase(ValidatorBase):
    """What strings can do. The historic names end in ``_oapg``."""

    __slots__ = ()

    @property
    def as_str(self) -> Self:
        """The value itself."""
        found: object = self
        if not isinstance(found, str):
            raise _other(self, "string")
        return self

    @property
    def as_date(self) -> datetime.date:
        """The date, for classes of format ``date``."""
        raise _other(self, "date")

    @property
    def as_datetime(self) -> datetime.datetime:
        """The date and time, for classes of format ``date-time``; naive where the text has no offset."""
        raise _other(self, "date-time")

    @property
    def as_decimal(self) -> decimal.Decimal:
        """The number, for classes of format ``decimal``."""
        raise _other(self, "decimal")

    @property
    def as_uuid(self) -> uuid.UUID:
        """The UUID, for classes of format ``uuid``."""
        raise _other(self, "UUID")

    @property
    def as_str_oapg(self) -> Self:
        """The value itself, whatever it is made of."""
        return self

    @property
    def as_date_oapg(self) -> datetime.date:
        """See `as_date`."""
        return self.as_date

    @property
    def as_datetime_oapg(self) -> datetime.datetime:
        """See `as_datetime`; the zone is one of `dateutil.tz`."""
        return _formats.with_dateutil_zone(self.as_datetime)

    @property
    def as_decimal_oapg(self) -> decimal.Decimal:
        """See `as_decimal`."""
        return self.as_decimal

    @property
    def as_uuid_oapg(self) -> uuid.UUID:
        """See `as_uuid`."""
        return self.as_uuid


def _parsed(value: object, parse: typing.Callable[[str], T], wanted: str) -> T:
    """Return what *parse* makes of a string; an ApiValueError where checks were off and it makes nothing of it."""
    if not isinstance(value, str):
        raise _other(value, wanted)
    try:
        return parse(str.__str__(value))
    except (ValueError, decimal.InvalidOperation) as error:
        raise ApiValueError(f"{shown(value)!r} is not a {wanted}") from error


class DateBase:
    """Strings of format ``date``: ISO 8601 calendar, ordinal and week dates."""

    __slots__ = ()
    _format = "date"

    @property
    def as_date(self) -> datetime.date:
        """The date."""
        return _parsed(self, _formats.parse_date, "date")


class DateTimeBase:
    """Strings of format ``date-time``: ISO 8601, of which RFC 3339 is the usual part."""

    __slots__ = ()
    _format = "date-time"

    @property
    def as_datetime(self) -> datetime.datetime:
        """The date and time; naive where the text has no offset."""
        return _parsed(self, _formats.parse_datetime, "date-time")


class UUIDBase:
    """Strings of format ``uuid``."""

    __slots__ = ()
    _format = "uuid"

    @property
    def as_uuid(self) -> uuid.UUID:
        """The UUID."""
        return _parsed(self, _formats.parse_uuid, "UUID")


class DecimalBase:
    """Strings that hold a number."""

    __slots__ = ()
    _format = "decimal"

    @property
    def as_decimal(self) -> decimal.Decimal:
        """The number."""
        return _parsed(self, _formats.parse_decimal, "decimal")


def _number(value: object, wanted: str) -> decimal.Decimal:
    """*value* as a plain Decimal; raises for what is not a number, or no finite one."""
    if not isinstance(value, decimal.Decimal):
        raise _other(value, "number")
    if not value.is_finite():
        raise ApiTypeError(f"{value} is not {wanted}")
    return value


class NumberBase(ValidatorBase):
    """What numbers can do."""

    __slots__ = ()

    @property
    def as_int(self) -> int:
        """The number as an int. Raises `ApiValueError` when it has a fraction; ``9.0`` has none."""
        number = _number(self, "an integer")
        if not is_integer(number):
            raise ApiValueError(f"{number} is not an integer")
        return int(number)

    @property
    def as_float(self) -> float:
        """The nearest float."""
        return float(_number(self, "a float"))

    @property
    def as_int_oapg(self) -> int:
        """The number as an int. Raises `ApiValueError` when it is written with decimals, as ``9.0`` is."""
        number = _number(self, "an integer")
        if int(number.as_tuple().exponent) < 0:
            raise ApiValueError(f"{number} is not an integer")
        return int(number)

    @property
    def as_float_oapg(self) -> float:
        """The number as a float. Raises `ApiValueError` when it is written without decimals, as ``5`` is."""
        number = _number(self, "a float")
        if int(number.as_tuple().exponent) >= 0:
            raise ApiValueError(f"{number} is not a float")
        return float(number)


class IntBase:
    """Numbers without a fraction; ``9.0`` is one."""

    __slots__ = ()
    _format = "integer"

    @property
    def as_int_oapg(self) -> int:
        """The number as an int. Raises `ApiValueError` when it has a fraction, which it may with checks off."""
        number = _number(self, "an integer")
        if not is_integer(number):
            raise ApiValueError(f"{number} is not an integer")
        return int(number)


class Int32Base:
    """Integers of 32 bits."""

    __slots__ = ()
    _format = "int32"


class Int64Base:
    """Integers of 64 bits."""

    __slots__ = ()
    _format = "int64"


class Float32Base:
    """Numbers in the range of a 32-bit float."""

    __slots__ = ()
    _format = "float"


class Float64Base:
    """Numbers in the range of a 64-bit float."""

    __slots__ = ()
    _format = "double"


class BoolBase:
    """What booleans can do."""

    __slots__ = ()

    def is_true(self) -> bool:
        """Return whether the value is true."""
        return isinstance(self, BoolClass) and bool(self)

    def is_false(self) -> bool:
        """Return whether the value is false; null and everything else is not."""
        return isinstance(self, BoolClass) and not self

    is_true_oapg = is_true
    is_false_oapg = is_false


class NoneBase:
    """What values that may be null can do."""

    __slots__ = ()

    def is_none(self) -> bool:
        """Return whether the value is null."""
        return isinstance(self, NoneClass)

    is_none_oapg = is_none


class BinaryBase:
    """Bytes and files."""

    __slots__ = ()


class StrSchema(StrBase, Schema, StrMixin, str):
    """A JSON string; instances are `str`."""


class DateSchema(DateBase, StrSchema):
    """A string of format ``date``; `as_date` gives the date."""


class DateTimeSchema(DateTimeBase, StrSchema):
    """A string of format ``date-time``; `as_datetime` gives the date and time."""


class UUIDSchema(UUIDBase, StrSchema):
    """A string of format ``uuid``; `as_uuid` gives the UUID."""


class DecimalSchema(DecimalBase, StrSchema):
    """A string that holds a number; `as_decimal` gives the number."""


class NumberSchema(NumberBase, Schema, DecimalMixin, DecimalNode):
    """A JSON number; instances are `decimal.Decimal`."""


class IntSchema(IntBase, NumberSchema):
    """A number without a fraction; `as_int` gives the int."""


class Int32Schema(Int32Base, IntSchema):
    """An integer from -2**31 to 2**31 - 1."""


class Int64Schema(Int64Base, IntSchema):
    """An integer from -2**63 to 2**63 - 1."""


class Float32Schema(Float32Base, NumberSchema):
    """A number in the range of a 32-bit float."""


class Float64Schema(Float64Base, NumberSchema):
    """A number in the range of a 64-bit float."""


if typing.TYPE_CHECKING:  # the instances are of these classes, and that is what the checkers ask about
    from ._primitives import BoolClass as _BoolClass
    from ._primitives import NoneClass as _NoneClass
else:
    _BoolClass = _NoneClass = object


class BoolSchema(BoolBase, Schema, BoolMixin, _BoolClass):
    """A JSON boolean, one instance each for true and false; instances are `BoolClass`."""

    if typing.TYPE_CHECKING:

        def __bool__(self) -> bool: ...


class NoneSchema(NoneBase, Schema, NoneMixin, _NoneClass):
    """A JSON null, one instance, which is a `NoneClass`."""

    if typing.TYPE_CHECKING:

        def __bool__(self) -> typing.Literal[False]: ...


class BytesSchema(Schema, BytesMixin, bytes):
    """Binary data; instances are `bytes`."""


class FileSchema(Schema, FileMixin, FileIO):  # type: ignore[metaclass, misc]  # an ABCMeta in typeshed only
    """A binary file; instances are `io.FileIO`, the only values that are not immutable."""


class BinarySchema(BinaryBase, Schema, BinaryMixin, one_of=(BytesSchema, FileSchema)):
    """Binary data or a binary file."""
