"""The model runtime: schema classes that turn JSON into immutable values.

A class is declared with `required`, `optional` and their kin, or with a nested ``MetaOapg`` class as the earlier
generator printed it. A call of the class, `Schema.from_openapi_data_oapg` or `Schema.from_json` builds an instance.
"""

from __future__ import annotations

import decimal
import functools
import importlib
import io
import re
import types
import typing

import frozendict

from ..exceptions import ApiTypeError, ApiValueError
from . import _forking as _forking
from . import _mixins
from ._composed import (
    AnyTypeSchema,
    ComposedBase,
    ComposedSchema,
    NotAnyTypeSchema,
    UnsetAnyTypeSchema,
)
from ._containers import DictBase, DictSchema, ListBase, ListSchema
from ._declaration import Declaration, EnumBase, Property, declaration_of
from ._extension import is_compiled
from ._formats import DEFAULT_ISOPARSER, CustomIsoparser
from ._mixins import (
    BinaryMixin,
    BoolMixin,
    BytesMixin,
    DecimalMixin,
    Discriminable,
    FileMixin,
    FrozenDictMixin,
    NoneFrozenDictTupleStrDecimalBoolFileBytesMixin,
    NoneFrozenDictTupleStrDecimalBoolMixin,
    NoneMixin,
    StrMixin,
    TupleMixin,
    ValidatorBase,
)
from ._primitives import BoolClass, FileIO, NoneClass, Singleton, classproperty, file_type, none_type
from ._scalars import (
    BinaryBase,
    BinarySchema,
    BoolBase,
    BoolSchema,
    BytesSchema,
    DateBase,
    DateSchema,
    DateTimeBase,
    DateTimeSchema,
    DecimalBase,
    DecimalSchema,
    FileSchema,
    Float32Base,
    Float32Schema,
    Float64Base,
    Float64Schema,
    Int32Base,
    Int32Schema,
    Int64Base,
    Int64Schema,
    IntBase,
    IntSchema,
    NoneBase,
    NoneSchema,
    NumberBase,
    NumberSchema,
    StrBase,
    StrSchema,
    UUIDBase,
    UUIDSchema,
)
from ._schema import Schema
from ._unset import Unset, unset
from ._vocabulary import all_of, any_of, list_of, map_of, nullable, one_of, optional, ref, required, value

if typing.TYPE_CHECKING:
    import uuid
    from datetime import date, datetime, timedelta

    from ..configuration import Configuration
    from ._compat import (
        LOG_CACHE_USAGE,
        MetaOapgTyped,
        ValidationMetadata,
        add_deeper_validated_schemas,
        cast_to_allowed_types,
        get_new_class,
        log_cache_usage,
        schema_type_classes,
        update,
    )
    from ._compile import converter_source
    from ._reading import Reading, problems_of, read, read_json

    class NoneStrMixin(_mixins.Mixin):
        """null or string"""

    class NoneDecimalMixin(_mixins.Mixin):
        """null or number"""

    class NoneBoolMixin(_mixins.Mixin):
        """null or boolean"""

    class NoneTupleMixin(_mixins.Mixin):
        """null or array"""

    class NoneFrozenDictMixin(_mixins.Mixin):
        """null or object"""


__all__ = [
    "DEFAULT_ISOPARSER",
    "LOG_CACHE_USAGE",
    "AnyTypeSchema",
    "ApiTypeError",
    "ApiValueError",
    "BinaryBase",
    "BinaryMixin",
    "BinarySchema",
    "BoolBase",
    "BoolClass",
    "BoolMixin",
    "BoolSchema",
    "BytesMixin",
    "BytesSchema",
    "ComposedBase",
    "ComposedSchema",
    "Configuration",
    "CustomIsoparser",
    "DateBase",
    "DateSchema",
    "DateTimeBase",
    "DateTimeSchema",
    "DecimalBase",
    "DecimalMixin",
    "DecimalSchema",
    "Declaration",
    "DictBase",
    "DictSchema",
    "Discriminable",
    "EnumBase",
    "FileIO",
    "FileMixin",
    "FileSchema",
    "Float32Base",
    "Float32Schema",
    "Float64Base",
    "Float64Schema",
    "FrozenDictMixin",
    "Int32Base",
    "Int32Schema",
    "Int64Base",
    "Int64Schema",
    "IntBase",
    "IntSchema",
    "ListBase",
    "ListSchema",
    "MetaOapgTyped",
    "NoneBase",
    "NoneClass",
    "NoneFrozenDictTupleStrDecimalBoolFileBytesMixin",
    "NoneFrozenDictTupleStrDecimalBoolMixin",
    "NoneMixin",
    "NoneSchema",
    "NotAnyTypeSchema",
    "NumberBase",
    "NumberSchema",
    "Property",
    "Reading",
    "Schema",
    "Singleton",
    "StrBase",
    "StrMixin",
    "StrSchema",
    "TupleMixin",
    "UUIDBase",
    "UUIDSchema",
    "Unset",
    "UnsetAnyTypeSchema",
    "ValidationMetadata",
    "ValidatorBase",
    "add_deeper_validated_schemas",
    "all_of",
    "any_of",
    "cast_to_allowed_types",
    "classproperty",
    "converter_source",
    "date",
    "datetime",
    "decimal",
    "declaration_of",
    "file_type",
    "frozendict",
    "functools",
    "get_new_class",
    "io",
    "is_compiled",
    "list_of",
    "log_cache_usage",
    "map_of",
    "none_type",
    "nullable",
    "one_of",
    "optional",
    "problems_of",
    "re",
    "read",
    "read_json",
    "ref",
    "required",
    "schema_type_classes",
    "timedelta",
    "types",
    "typing",
    "unset",
    "update",
    "uuid",
    "value",
]
__all__.extend(_mixins.COMBINED)  # pyright: ignore[reportUnsupportedDunderAll]

_READING = frozenset({"Reading", "problems_of", "read", "read_json"})
_COMPAT = frozenset(
    {
        "LOG_CACHE_USAGE",
        "MetaOapgTyped",
        "ValidationMetadata",
        "add_deeper_validated_schemas",
        "cast_to_allowed_types",
        "get_new_class",
        "log_cache_usage",
        "schema_type_classes",
        "update",
    }
)


def __getattr__(name: str) -> typing.Any:
    """What few programs ask for is made or loaded when they do."""
    if name in _mixins.COMBINED:
        return _mixins.combined(name)
    if name == "uuid":
        return importlib.import_module("uuid")
    if name in ("date", "datetime", "timedelta"):
        return getattr(importlib.import_module("datetime"), name)
    if name == "Configuration":
        return importlib.import_module("..configuration", __package__).Configuration
    if name == "converter_source":
        return importlib.import_module("._compile", __package__).converter_source
    if name in _READING:
        return getattr(importlib.import_module("._reading", __package__), name)
    if name in _COMPAT:
        return getattr(importlib.import_module("._compat", __package__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
