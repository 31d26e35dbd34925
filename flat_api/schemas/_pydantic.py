"""Schema classes as types of pydantic 2, and so of FastAPI: validation, serialization and JSON Schema.

pydantic asks for these; it is not imported before, nor needed by anything else.
"""

from __future__ import annotations

import decimal
import typing
from functools import partial

from ..exceptions import OpenApiException, Problem
from ._declaration import declaration_of
from ._masking import MASK, is_secret
from ._plain import plain_value
from ._primitives import BoolClass, NoneClass, entries, is_array, is_object
from ._secrets import hidden
from .documents import JsonSchemaWriter
from .documents._graph import named
from .documents._names import is_model

if typing.TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema, InitErrorDetails
    from pydantic_core.core_schema import SerializationInfo, ValidationInfo

    from ._schema import Schema

    Class = type[Schema]
    Validator = typing.Callable[[typing.Any, ValidationInfo], Schema]

WRITTEN: dict[str, bool | None] = {
    **dict.fromkeys(("true", "1", "yes", "on"), True),
    **dict.fromkeys(("false", "0", "no", "off"), False),
    "null": None,
}
"""Booleans and null as a query or a form has them."""


def core_schema(cls: Class) -> CoreSchema:
    """Return what pydantic validates and serializes values of *cls* by: the class itself does both."""
    return _core_schema(cls, {"ref": _reference(cls)} if is_model(cls) or cls in named((), [cls]) else {})


def _core_schema(cls: Class, options: dict[str, typing.Any]) -> CoreSchema:
    from pydantic_core import core_schema as core

    options["serialization"] = core.plain_serializer_function_ser_schema(
        _serialized, info_arg=True, return_schema=core.any_schema()
    )
    by = partial(core.with_info_after_validator_function, schema=core.any_schema())
    types = declaration_of(cls).types
    if str in types or types.isdisjoint(_TEXTUAL):
        return by(_validator(cls), **options)
    return core.lax_or_strict_schema(by(_validator(cls, types & _TEXTUAL)), by(_validator(cls)), **options)


def _reference(cls: type) -> str:
    """Return the name that pydantic itself would give a definition for *cls*."""
    return f"{cls.__module__}.{cls.__qualname__}:{id(cls)}"


# Validation


def _validator(cls: Class, textual: frozenset[type] = frozenset()) -> Validator:
    """Return the function that makes instances of *cls*, also of texts for one of the primitives in *textual*.

    It raises a `pydantic_core.ValidationError` with every problem.
    """

    def validate(value: typing.Any, info: ValidationInfo) -> Schema:
        if isinstance(value, cls):
            return value
        try:
            if info.mode == "json":
                return cls.from_openapi_data_oapg(_exact(value))
            return cls(_read(value, textual) if isinstance(value, str) else value)
        except OpenApiException as error:
            from pydantic_core import ValidationError

            problems = error.problems or (Problem((), str(error), "value"),)
            details = [_detail(problem, value) for problem in problems]
        raise ValidationError.from_exception_data(cls.__name__, details)

    validate.__name__ = cls.__name__  # which pydantic shows in the title of its errors
    return validate


_TEXTUAL = frozenset({decimal.Decimal, BoolClass, NoneClass})
"""The primitives whose values are texts in queries, paths and forms."""


def _read(text: str, types: frozenset[type]) -> typing.Any:
    """Return the value of one of *types* that is written as *text*, or *text* itself."""
    if decimal.Decimal in types and text.strip("0123456789+-.eE") == "":
        try:
            return decimal.Decimal(text)
        except decimal.InvalidOperation:
            return text
    found = WRITTEN.get(text.lower(), text)
    return found if (NoneClass if found is None else BoolClass) in types else text


def _exact(value: object) -> object:
    """Return data of JSON text with the decimals that stood there, of which pydantic makes floats."""
    if is_object(value):
        return {key: _exact(item) for key, item in value.items()}
    if is_array(value):
        return [_exact(item) for item in value]
    return decimal.Decimal(repr(value)) if isinstance(value, float) and value - value == 0.0 else value


def _detail(problem: Problem, data: object) -> InitErrorDetails:
    """Return *problem* in *data* as pydantic has them: its kind is the type, its path without the root the place."""
    from pydantic_core import InitErrorDetails, PydanticCustomError

    path = tuple(step if isinstance(step, int) else str(step) for step in problem.path[1:])
    custom: typing.Any = PydanticCustomError  # its annotations allow literals alone
    return InitErrorDetails(type=custom(problem.kind, problem.message), loc=path, input=_found(data, problem.path[1:]))


def _found(data: object, path: tuple[object, ...]) -> object:
    """Return what is in *data* at *path*, with its secrets masked."""
    for step in path:
        data = MASK if is_secret(step) else dict(entries(data)).get(step)
    try:
        return hidden(data)
    except RecursionError:
        return "…"


# Serialization


def _serialized(value: typing.Any, info: SerializationInfo) -> typing.Any:
    return plain_value(value, "json" if info.mode == "json" else "python")


# JSON Schema


def json_schema(cls: Class, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, typing.Any]:
    """Return the JSON Schema of *cls*, as `flat_api.reference` exports it; models it refers to are definitions.

    pydantic keeps the definitions, so that each is there once, where the reader of the document looks for them.
    """
    from pydantic_core import core_schema as core

    others = [other for other in named((), [cls]) if other is not cls]
    for other in others:  # a list of it is what makes pydantic keep its definition
        definition = {"ref": _reference(other), "metadata": {"pydantic_js_functions": [partial(_body, other)]}}
        handler(core.list_schema(_core_schema(typing.cast("Class", other), definition)))
    return _body(cls, schema, handler)


def _body(cls: type, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, typing.Any]:
    """Return the JSON Schema of *cls* itself, with references to definitions and what pydantic was told beside it."""
    from pydantic_core import core_schema as core

    pointers = {
        other: handler(core.definition_reference_schema(_reference(other)))["$ref"] for other in named((), [cls])
    }
    # Under its name, pydantic before 2.11 would take what it has beside it for the definition itself.
    beside = handler(typing.cast("CoreSchema", {key: value for key, value in schema.items() if key != "ref"}))
    return {**JsonSchemaWriter(pointers).body(cls), **beside}
