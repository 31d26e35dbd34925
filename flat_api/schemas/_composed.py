"""Schemas that take values of several types: anything, or what other schemas agree on."""

from __future__ import annotations

import typing

from ..exceptions import ApiTypeError
from ._containers import DictBase, ListBase
from ._declaration import Declaration
from ._mixins import (
    Discriminable,
    NoneFrozenDictTupleStrDecimalBoolFileBytesMixin,
    NoneFrozenDictTupleStrDecimalBoolMixin,
)
from ._scalars import BoolBase, NoneBase, NumberBase, StrBase
from ._schema import Schema
from ._unset import unset

if typing.TYPE_CHECKING:
    from typing import Self

    from ..configuration import Configuration


class ComposedBase(Discriminable):
    """In front of a typed schema class: other schemas have a say in what it takes."""

    __slots__ = ()


class AnyTypeSchema(
    DictBase,
    ListBase,
    NumberBase,
    StrBase,
    BoolBase,
    NoneBase,
    Schema,
    NoneFrozenDictTupleStrDecimalBoolFileBytesMixin,
):
    """Any value. Instances are also of the primitive class of their value."""

    if typing.TYPE_CHECKING:

        def __getattr__(self, name: str) -> typing.Any: ...
        def __getitem__(self, key: typing.Any, /) -> typing.Any: ...


class UnsetAnyTypeSchema(AnyTypeSchema):
    """Any value of a property that is not declared."""


Declaration.untyped = UnsetAnyTypeSchema


class ComposedSchema(
    ComposedBase,
    DictBase,
    ListBase,
    NumberBase,
    StrBase,
    BoolBase,
    NoneBase,
    Schema,
    NoneFrozenDictTupleStrDecimalBoolMixin,
):
    """Any JSON value that the schemas in ``all_of``, ``one_of``, ``any_of`` and ``not_schema`` agree on."""

    if typing.TYPE_CHECKING:

        def __getattr__(self, name: str) -> typing.Any: ...
        def __getitem__(self, key: typing.Any, /) -> typing.Any: ...

    @classmethod
    def from_openapi_data_oapg(
        cls, *args: typing.Any, _configuration: Configuration | None = None, lenient: bool = False, **kwargs: typing.Any
    ) -> Self:
        """The value for what a server sent: one argument, or an object as keywords, *lenient* excepted."""
        present = {key: value for key, value in kwargs.items() if value is not unset}
        if not args and not present:
            raise ApiTypeError("No input given. args or kwargs must be given.")
        data: typing.Any = args[0] if args else present
        if args and present and issubclass(type(data), dict):
            data = {**data, **present}
        return super().from_openapi_data_oapg(data, _configuration, lenient=lenient)


class NotAnyTypeSchema(ComposedSchema, not_schema=AnyTypeSchema):
    """Nothing at all: as ``additional_properties`` it closes an object."""


Declaration.nothing = NotAnyTypeSchema
