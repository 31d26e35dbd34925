"""What validators of others say of a JSON value, by the documents that we export."""

import decimal

from jsonschema import Draft202012Validator, FormatChecker
from openapi_schema_validator import OAS30Validator

from flat_api.reference import json_schema, openapi_document
from flat_api.schemas import (
    DateSchema,
    DateTimeSchema,
    DecimalSchema,
    Float32Schema,
    Float64Schema,
    Int32Schema,
    Int64Schema,
    UUIDSchema,
)

FORMATS = {
    "date": DateSchema,
    "date-time": DateTimeSchema,
    "uuid": UUIDSchema,
    "number": DecimalSchema,
    "int32": Int32Schema,
    "int64": Int64Schema,
    "float": Float32Schema,
    "double": Float64Schema,
}
"""The class whose idea of a format a validator is to have: standards name formats, and leave them to the validator."""


def accepts(cls, data):
    """Whether the class takes *data* from a server."""
    try:
        cls.from_openapi_data_oapg(data)
    except (TypeError, ValueError):
        return False
    return True


def json_schema_accepts(cls, data, write=json_schema):
    """Whether the JSON Schema of *cls* takes *data*, as *write* has it."""
    schema = write(cls)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=_formats()).is_valid(data)


def openapi_accepts(cls, data):
    """Whether the schema of *cls* in the OpenAPI document takes *data*."""
    document = openapi_document([cls])
    (name, *_) = document["components"]["schemas"]
    schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
    return OAS30Validator(schema, format_checker=_formats()).is_valid(data)


def _formats():
    checker = FormatChecker(formats=())
    for name, cls in FORMATS.items():
        checker.checks(name)(lambda data, cls=cls: not isinstance(data, _kind(cls)) or accepts(cls, data))
    return checker


def _kind(cls):
    return (int, float) if issubclass(cls, decimal.Decimal) else str
