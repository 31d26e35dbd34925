"""Answers of operations for which nothing is kept: samples, in which one finds again what one sent."""

from __future__ import annotations

import hashlib
import typing
from functools import cache, lru_cache, partial

from ..exceptions import OpenApiException
from ..operations import Operation
from ..operations._catalogue import operations
from ..schemas import ListSchema, declaration_of
from ._calls import Answer, Call, Render
from ._files import rendered, written
from ._pages import Sort, paged
from ._pictures import jpeg
from ._samples import sample
from ._tables import csv, xlsx
from ._tunes import scale

Json = typing.Any

COUNT = 30
"""Items in a list that comes in pages, and in those that are counted."""

FEW = 2
"""Items in any other list."""

_ROWS = (("student", "grade"), ("Ada Lovelace", "92"), ("Clara Sandbox", "88"))


def sampled(call: Call) -> Answer:
    """An answer that is valid, and the same for the same call.

    An object has the identifier it was asked for by, and what the body and the query say of its properties. The items
    of a list are those that are found under their identifiers.
    """
    schema: typing.Any = call.operation.returns
    if schema is None:
        return Answer()
    if call.operation.is_download:
        return _file(call)
    declaration = declaration_of(schema)
    if issubclass(schema, ListSchema):
        return _list(call, declaration.items)
    if not declaration.properties:
        return Answer(COUNT if "integer" in declaration.formats else sample(schema, _seed(call)))
    return Answer(_merged(_object(schema, _id(call)), _echo(call, schema)))


def _merged(made: dict[str, Json], said: dict[str, Json]) -> dict[str, Json]:
    """Return *made* with what was *said* in its place, inside of objects too."""
    both = made.keys() & said.keys()
    inner = {
        key: _merged(made[key], said[key])
        for key in both
        if isinstance(made[key], dict) and isinstance(said[key], dict)
    }
    return {**made, **said, **inner}


def _seed(call: Call) -> str:
    return f"{call.operation.id}:{sorted(call.parameters.items())}"


def _id(call: Call) -> str:
    """The identifier that the path has for what is answered; otherwise one that belongs to the call."""
    name = _identifying(call.operation)
    return str(call[name]) if name else _digest(f"{_seed(call)}:{sorted(call.data)}")


@cache
def _identifying(operation: Operation[typing.Any]) -> str:
    """Return the name of the parameter in the path that identifies the answer of *operation*; empty for none.

    That is the last step of the path, or an earlier one behind which what is answered can be had by itself:
    ``POST /omr/jobs/{job}/cancel`` answers with the job that ``GET /omr/jobs/{job}`` does. A copy is something new.
    """
    had = {
        listed.operation.path: listed.operation.returns for listed in operations() if listed.operation.method == "GET"
    }
    steps = operation.path.split("/")
    if steps[-1] == "copy":
        return ""
    for count in range(len(steps), 0, -1):
        is_answer = count == len(steps) or had.get("/".join(steps[:count])) is operation.returns
        if steps[count - 1].startswith("{") and is_answer:
            return steps[count - 1].strip("{}")
    return ""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:24]


def _object(schema: typing.Any, id: str) -> Json:
    made = dict(_kept_sample(schema, id))
    if "id" in declaration_of(schema).properties:
        made["id"] = id
    return made


@lru_cache(maxsize=1024)
def _kept_sample(schema: typing.Any, id: str) -> Json:
    return sample(schema, id)


def _echo(call: Call, schema: typing.Any) -> dict[str, Json]:
    """What the call says of the properties of *schema*, as far as it takes that."""
    said = {**{name: value for name, value in call.parameters.items() if name != "id"}, **call.data}
    declared = declaration_of(schema).schemas
    return {key: value for key, value in said.items() if key in declared and _fits(declared[key], value)}


def _fits(schema: typing.Any, value: Json) -> bool:
    try:
        schema.from_openapi_data_oapg(value)
    except OpenApiException:
        return False
    return True


def _list(call: Call, schema: typing.Any) -> Answer:
    queried = {entry.name for entry in call.operation.places.get("query_params", ())}
    count = COUNT if "next" in queried else FEW
    place = f"{call.operation.path}:{[call[name] for name in sorted(call.parameters) if name not in queried]}"
    said = _echo(call, schema) if declaration_of(schema).properties else {}
    rows = [(number, {**_object(schema, _digest(f"{place}:{number}")), **said}) for number in range(count)]
    if "next" not in queried:
        return Answer([item for _, item in rows])
    return paged(call, rows, _sorts(call))


def _sorts(call: Call) -> dict[str, Sort]:
    """As was asked for: the names of properties, and with no name as it comes."""
    return {"": lambda item: "", **{name: partial(_property, name) for name in _sort_names(call)}}


def _sort_names(call: Call) -> list[str]:
    declared = [entry for entry in call.operation.places["query_params"] if entry.name == "sort"]
    members = [declaration_of(entry.value_schema).enum for entry in declared]
    stated = call.get("sort")
    names = [str(name) for enum in members for name in enum or ()]
    return names or ([str(stated)] if stated else [])


def _property(name: str, item: Json) -> str:
    return str(item.get(name, ""))


_FILES: dict[str, tuple[Render, str]] = {
    "text/csv": (partial(csv, _ROWS), "csv"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (partial(xlsx, _ROWS), "xlsx"),
    "image/jpeg": (jpeg, "jpg"),
}
"""What is in a file of each media type, and how its name ends."""

_FORMATS = {"musicxml": "xml"}
"""Formats that have another name elsewhere."""


def _file(call: Call) -> Answer:
    """A file of the media type that is declared; where that says nothing, a scale in the format that is asked for."""
    answer = next(response for status, response in call.operation.responses.items() if status.startswith("2"))
    media_type = next(iter(answer.content or {}))
    if media_type in _FILES:
        make, suffix = _FILES[media_type]
    else:
        suffix = str(call.get("format", "musicxml"))
        make = partial(rendered, written(scale()), _FORMATS.get(suffix, suffix))
    return Answer(file=make, media_type=media_type, name=f"{call.operation.name}.{suffix}")
