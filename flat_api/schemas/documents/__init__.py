"""Declarations as schema objects: JSON Schema of the version 2020-12, and what OpenAPI 3.0 has in common with it."""

from ._json_schema import JsonSchemaWriter, json_schema

__all__ = ["JsonSchemaWriter", "json_schema"]
