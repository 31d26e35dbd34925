"""The operations by path and method, and what modules and classes of paths are called.

The import of this module loads all classes of operations.
"""

from __future__ import annotations

import enum
import re
import typing

from ..operations import Operation
from ..operations._catalogue import operations

Methods = dict[str, Operation[typing.Any]]
"""The operations of one path, by method in lower case."""


def by_path() -> dict[str, Methods]:
    """The operations by path, in the order in which the classes declare them."""
    found: dict[str, Methods] = {}
    for operation in [listed.operation for listed in operations()]:
        found.setdefault(operation.path, {})[operation.method.lower()] = operation
    return found


def module_name(path: str) -> str:
    """The name of the module of a path, which is its segments in snake case.

    >>> module_name("/eduResources/{resource}/copyToDemoClass")
    'edu_resources_resource_copy_to_demo_class'
    """
    return snake(re.sub(r"\W+", "_", path).strip("_"))


def snake(name: str) -> str:
    """*name*, which is in camel case, in snake case.

    >>> snake("sharingKey"), snake("X_Flat_Locale")
    ('sharing_key', 'x_flat_locale')
    """
    return re.sub(r"(?<=[a-z\d])(?=[A-Z])", "_", name).lower()


def class_name(module: str) -> str:
    """*module*, which is in snake case, in camel case: the name of the class in the module of that name.

    >>> class_name("tasks_task")
    'TasksTask'
    """
    return "".join(word.capitalize() for word in module.split("_"))


PATHS = by_path()

_enum: typing.Any = enum.Enum  # the checkers want to read the members, and these are computed
PathValues = _enum("PathValues", {module_name(path).upper(): path for path in PATHS}, type=str, module="flat_api.paths")
PathValues.__doc__ = "The paths of the API, each under the name of its module in upper case."
