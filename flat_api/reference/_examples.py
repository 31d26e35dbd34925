"""Examples: how an operation is called, in the plain form and in that of the earlier client."""

from __future__ import annotations

import decimal
import json
import re
import typing
from collections.abc import Iterator

from frozendict import frozendict

from ..operations import Keywords, Operation, is_paginated
from ..schemas import BinarySchema, BoolClass, Declaration, declaration_of
from ..schemas.documents._names import is_model
from ..schemas.documents._values import Json, json_value

WIDTH = 88
Arguments = dict[str, Json]
Classes = tuple[typing.Any, ...]

_TEXTS = {
    "date-time": "2024-05-17T09:30:00Z",
    "date": "2024-05-17",
    "uuid": "1b4e28ba-2fa1-11d2-883f-0016d3cca427",
    "decimal": "1.5",
}


def plain_example(operation: Operation[typing.Any], name: str, attribute: str) -> Iterator[str]:
    """The lines of a program that calls *operation*, *name* in the class that `Flat` has as *attribute*.

    >>> from flat_api.apis.tags.task_api import TaskApi
    >>> print(*plain_example(TaskApi.get_task, "get_task", "tasks"), sep="\\n")
    import flat_api
    <BLANKLINE>
    with flat_api.Flat(access_token="...") as flat:
        task = flat.tasks.get_task(task="task_example")
        print(task)
    """
    arguments = [f"{key}={source(value, 8)}" for key, value in _keyword_values(operation).items()]
    call, result = f"flat.{attribute}.{name}", result_name(operation)
    yield from ("import flat_api", "", 'with flat_api.Flat(access_token="...") as flat:')
    if operation.returns is None:
        yield from _called("", call, arguments)
    elif operation.is_download:
        yield from (*_called("path = ", f"{call}.download", ['"."', *arguments]), "    print(path)")
    elif _item_of(operation) is not None:
        called = f"{call}.iterate" if is_paginated(operation) else call
        yield from (*_called(f"for {result} in ", called, arguments, ":"), f"        print({result})")
    else:
        yield from (*_called(f"{result} = ", call, arguments), f"    print({result})")


def earlier_example(operation: Operation[typing.Any], name: str, cls: type) -> Iterator[str]:
    """The lines of a program like those of the earlier client that calls *operation*, *name* in the class *cls*."""
    package, _, module = cls.__module__.rpartition(".")
    arguments = [f"{key}={source(value, 8)}" for key, value in _historic_values(operation).items()]
    yield from ("import flat_api", f"from {package} import {module}", "")
    yield 'configuration = flat_api.Configuration(access_token="...")'
    yield "with flat_api.ApiClient(configuration) as api_client:"
    yield f"    api_instance = {module}.{cls.__name__}(api_client)"
    yield from _called("api_response = ", f"api_instance.{name}", arguments)
    yield "    print(api_response.response.status)" if operation.returns is None else "    print(api_response.body)"


def _called(before: str, call: str, arguments: list[str], after: str = "") -> Iterator[str]:
    """A call inside a ``with`` statement, on one line if it fits there."""
    line = f"    {before}{call}({', '.join(arguments)}){after}"
    if len(line) <= WIDTH and "\n" not in line:
        yield line
        return
    yield f"    {before}{call}("
    yield from (f"        {argument}," for argument in arguments)
    yield f"    ){after}"


def result_name(operation: Operation[typing.Any]) -> str:
    """Return a name for the result of *operation*, or for each of its items: after its model, if it has one."""
    cls = _item_of(operation) or operation.returns
    if cls is None or not is_model(cls):
        return "result"
    return re.sub(r"(?<=[a-z\d])([A-Z])", r"_\1", cls.__name__).lower()


def _item_of(operation: Operation[typing.Any]) -> type | None:
    """The class of the items, where the answer is a list."""
    declaration = None if operation.returns is None else declaration_of(operation.returns)
    return declaration.items if declaration is not None and tuple in declaration.types else None


def _keyword_values(operation: Operation[typing.Any]) -> Arguments:
    """Values for the body and for what has to be given in the plain form, by name."""
    needed = {name: entry for name, entry in Keywords(operation).all.items() if entry.required or name == "body"}
    return {name: example(entry.schema, entry.key or name) for name, entry in needed.items()}


def _historic_values(operation: Operation[typing.Any]) -> Arguments:
    """Values for the body and for what has to be given, by the keywords of the earlier client."""
    found: Arguments = {}
    for place in ("path_params", "query_params", "header_params", "cookie_params"):
        needed = [parameter for parameter in operation.places.get(place, ()) if parameter.required]
        if needed:
            found[place] = {entry.name: example(entry.value_schema, entry.name) for entry in needed}
    if operation.body is not None:
        found["body"] = example(next(iter(operation.body.content.values())).schema, "body")
    return found


def example(cls: typing.Any, name: str, within: Classes = ()) -> Json:
    """A value that *cls* takes, of a parameter or property called *name*; *within* are the classes it is part of."""
    if cls is None:
        return {}
    if issubclass(cls, BinarySchema):
        return b"..."
    declaration = declaration_of(cls)
    if declaration.enum is not None:
        return json_value(next(iter(declaration.enum)))
    for inner in (*declaration.all_of, *declaration.one_of, *declaration.any_of)[:1]:
        if not declaration.properties:
            return example(inner, name, (*within, cls))
    return _of_type(declaration, name, (*within, cls))


def _of_type(declaration: Declaration, name: str, within: Classes) -> typing.Any:
    if str in declaration.types:
        return _text(declaration, name)
    if decimal.Decimal in declaration.types:
        return _number(declaration)
    if BoolClass in declaration.types:
        return True
    if tuple in declaration.types:
        return _list(declaration, name, within)
    return _object(declaration, within) if frozendict in declaration.types else None


def _text(declaration: Declaration, name: str) -> str:
    for form in declaration.formats:
        if form in _TEXTS:
            return _TEXTS[form]
    limits = _limits(declaration)
    text = f"{name}_example"
    return text.ljust(int(limits.get("minLength", 0)), "x")[: int(limits.get("maxLength", len(text) + 100))]


def _number(declaration: Declaration) -> int | float:
    limits = _limits(declaration)
    least, most, step = limits.get("minimum", 1), limits.get("maximum"), limits.get("multipleOf")
    value = least if most is None or least <= most else most
    fits = step is None or value % step == 0
    return typing.cast("int | float", json_value(decimal.Decimal(str(value if fits else step))))


def _list(declaration: Declaration, name: str, within: Classes) -> list[typing.Any]:
    items = declaration.items
    if items is None or items in within:
        return []
    return [example(items, name, within)] * max(1, int(_limits(declaration).get("minItems", 1)))


def _object(declaration: Declaration, within: Classes) -> dict[str, typing.Any]:
    """Return what is required, or else the first property that says something."""
    found = {key: entry for key, entry in declaration.properties.items() if key in declaration.required}
    shown = found or dict([*declaration.properties.items()][:1])
    return {key: example(entry.schema, key, within) for key, entry in shown.items() if entry.schema not in within}


def _limits(declaration: Declaration) -> dict[str, typing.Any]:
    return {keyword.name: limit for keyword, limit in declaration.keywords}


def source(value: Json, indent: int) -> str:
    """*value* as Python writes it, over several lines where it is long; these begin at *indent*.

    >>> source({"a": ["b", None, True]}, 0)
    '{"a": ["b", None, True]}'
    """
    flat = _flat(value)
    if len(flat) + indent <= WIDTH - 20 or not (_is_dict(value) or _is_list(value)):
        return flat
    if _is_dict(value):
        lines = [f"{_flat(key)}: {source(entry, indent + 4)}" for key, entry in value.items()]
    else:
        lines = [source(entry, indent + 4) for entry in value]
    opening, closing = "{}" if _is_dict(value) else "[]"
    return "\n".join([opening, *(f"{' ' * (indent + 4)}{line}," for line in lines), " " * indent + closing])


def _flat(value: Json) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bytes):
        return 'b"' + repr(value)[2:-1] + '"'
    if _is_dict(value):
        return "{" + ", ".join(f"{_flat(key)}: {_flat(entry)}" for key, entry in value.items()) + "}"
    if _is_list(value):
        return "[" + ", ".join(map(_flat, value)) + "]"
    return repr(value)


def _is_dict(value: Json) -> typing.TypeGuard[dict[str, Json]]:
    return isinstance(value, dict)


def _is_list(value: Json) -> typing.TypeGuard[list[Json]]:
    return isinstance(value, list)
