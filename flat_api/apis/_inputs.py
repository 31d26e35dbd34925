"""The types of what may be passed in for a parameter, as the ``Request...Params`` of a method state them."""

from __future__ import annotations

import decimal
import io
import types
import typing

from frozendict import frozendict

from ..operations import ParameterBase
from ..schemas import BoolClass, FileIO, NoneClass, declaration_of

INPUTS: dict[type, tuple[type, ...]] = {
    str: (str,),
    decimal.Decimal: (decimal.Decimal, int, float),
    BoolClass: (bool,),
    NoneClass: (type(None),),
    tuple: (list, tuple),
    frozendict: (dict, frozendict),
    bytes: (bytes,),
    FileIO: (io.FileIO, io.BufferedReader),
}
"""What may be passed in for each primitive type that a schema class has instances of."""


def input_type(schema: type) -> typing.Any:
    """The union of *schema* and the types that it makes instances of.

    >>> from flat_api.schemas import IntSchema
    >>> [kind.__name__ for kind in typing.get_args(input_type(IntSchema))]
    ['IntSchema', 'Decimal', 'int']
    """
    declared = declaration_of(schema)
    found = [entry for kind, entries in INPUTS.items() if kind in declared.types for entry in entries]
    if "integer" in declared.formats:
        found.remove(float)
    return typing.Union[(schema, *found)]  # the members are computed


def params_type(name: str, parameters: typing.Iterable[ParameterBase], module: str, *, is_required: bool) -> typing.Any:
    """The TypedDict called *name*, of *module*, of those *parameters* that are required, or of the others."""
    make: typing.Any = typing.TypedDict  # the checkers want to read the keys, and these are computed
    fields = {entry.name: input_type(entry.value_schema) for entry in parameters if entry.required is is_required}
    made = make(name, fields, total=is_required)
    made.__module__ = module
    return made


def combined_type(name: str, bases: tuple[typing.Any, ...], module: str) -> typing.Any:
    """The TypedDict called *name*, of *module*, with the keys of *bases*."""
    return types.new_class(name, bases, exec_body=lambda body: body.update(__module__=module))
