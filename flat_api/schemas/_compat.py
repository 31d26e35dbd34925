"""Names of the earlier runtime that generated code and programs import; nothing here calls them."""

from __future__ import annotations

import typing

from ._cast import Cast
from ._declaration import matched_of
from ._findings import refusal_of
from ._instances import class_for
from ._primitives import BoolClass, FileIO, NoneClass, entries, primitive_of

if typing.TYPE_CHECKING:
    from ..configuration import Configuration

Steps = tuple[object, ...]
Schemas = dict[Steps, set[type]]

LOG_CACHE_USAGE = False
"""Kept for programs that set it; there is no cache to log."""

schema_type_classes: set[type] = {NoneClass, dict, tuple, str, bytes, BoolClass, FileIO}


class MetaOapgTyped:
    """What a ``MetaOapg`` class may state, for type checkers."""

    exclusive_maximum: float
    inclusive_maximum: float
    exclusive_minimum: float
    inclusive_minimum: float
    max_length: int
    min_length: int
    max_items: int
    min_items: int
    unique_items: bool
    max_properties: int
    min_properties: int
    multiple_of: float
    regex: list[dict[str, typing.Any]]
    required: set[str]
    enum_value_to_name: dict[object, str]


class ValidationMetadata(typing.NamedTuple):
    """Where a validation stands: path, origin, configuration and the classes that asked before."""

    path_to_item: Steps = ("args[0]",)
    from_server: bool = False
    configuration: Configuration | None = None
    seen_classes: frozenset[type] = frozenset()
    validated_path_to_schemas: Schemas = {}  # noqa: RUF012 - never written to

    def validation_ran_earlier(self, cls: type) -> bool:
        """Return whether *cls* has taken the value at this path already."""
        return cls in self.validated_path_to_schemas.get(self.path_to_item, ()) or cls in self.seen_classes

    @property
    def path_to_schemas(self) -> Schemas:
        """The classes that have taken values, by path."""
        return self.validated_path_to_schemas


def cast_to_allowed_types(
    arg: typing.Any,
    from_server: bool,
    validated_path_to_schemas: Schemas,
    path_to_item: Steps = ("args[0]",),
) -> typing.Any:
    """*arg* as one of the eight primitives, all the way down.

    The classes of instances inside are added to *validated_path_to_schemas*. Raises `ApiTypeError` for Python's date,
    datetime and UUID objects *from_server*, and `ApiValueError` for what is not data.
    """
    run = Cast(server=from_server)
    value: typing.Any = run.cast(arg, path_to_item)
    if run.problems:
        raise refusal_of(run.problems)
    _note_instances(value, path_to_item, validated_path_to_schemas)
    return FileIO(value) if primitive_of(value) is FileIO and not isinstance(value, FileIO) else value


def _note_instances(value: typing.Any, path: Steps, found: Schemas) -> None:
    matched = matched_of(value)
    if matched:
        found[path] = {*matched, primitive_of(value)}
    for key, item in entries(value):
        _note_instances(item, (*path, key), found)


def update(d: dict[typing.Any, set[typing.Any]], u: typing.Mapping[typing.Any, set[typing.Any]]) -> None:
    """Add the sets in *u* to those in *d*."""
    for key, found in u.items():
        d.setdefault(key, set()).update(found)


def add_deeper_validated_schemas(validation_metadata: ValidationMetadata, path_to_schemas: Schemas) -> None:
    """Copy what is known about values below the path of *validation_metadata* into *path_to_schemas*."""
    here = validation_metadata.path_to_item
    deeper = {
        path: schemas
        for path, schemas in validation_metadata.validated_path_to_schemas.items()
        if path[: len(here)] == here
    }
    update(path_to_schemas, deeper)


def get_new_class(class_name: str, bases: tuple[type, ...]) -> type:
    """The class of instances that have all of *bases*, schema classes with their primitive class last."""
    *matched, primitive = bases
    cls: type = class_for(tuple(matched), primitive)
    return cls


def log_cache_usage(cache_fn: object) -> None:
    """Do nothing: the classes of instances are kept for good."""
