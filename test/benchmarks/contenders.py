"""The same Task in four libraries, each written as its manual would write it.

All are immutable, know all eleven properties, and check types, the five states and the dates. Two things
differ by nature: msgspec and cattrs drop undeclared keys where ours and pydantic's models keep them, and
the others turn dates into `datetime` where ours check the text and keep it.
"""

import json
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

import attrs
import cattrs
import msgspec
import pydantic
from cattrs.preconf.json import JsonConverter, make_converter

from flat_api import schemas
from flat_api.exceptions import OpenApiException
from flat_api.model.task import Task

__all__ = ["AttrsTask", "MsgspecTask", "OpenApiException", "PydanticTask", "PydanticTasks", "Task", "Tasks"]

State = Literal["created", "doing", "done", "canceled", "error"]

Tasks = schemas.list_of(Task)


class PydanticModel(pydantic.BaseModel):
    """Frozen and open to undeclared keys, as our models are."""

    model_config = pydantic.ConfigDict(frozen=True, extra="allow")


class PydanticProgress(PydanticModel):
    percent: Decimal | None = None
    text: str | None = None


class PydanticResult(PydanticModel):
    url: str | None = None
    error: str | None = None


class PydanticTask(PydanticModel):
    id: str | None = None
    type: str | None = None
    state: State | None = None
    format: str | None = None
    score: str | None = None
    progress: PydanticProgress | None = None
    creationDate: datetime | None = None
    modificationDate: datetime | None = None
    doneDate: datetime | None = None
    result: PydanticResult | None = None
    errorHistory: list[str] | None = None


PydanticTasks = pydantic.TypeAdapter(list[PydanticTask])


class MsgspecProgress(msgspec.Struct, frozen=True):
    percent: Decimal | msgspec.UnsetType = msgspec.UNSET
    text: str | msgspec.UnsetType = msgspec.UNSET


class MsgspecResult(msgspec.Struct, frozen=True):
    url: str | msgspec.UnsetType = msgspec.UNSET
    error: str | msgspec.UnsetType = msgspec.UNSET


class MsgspecTask(msgspec.Struct, frozen=True):
    id: str | msgspec.UnsetType = msgspec.UNSET
    type: str | msgspec.UnsetType = msgspec.UNSET
    state: State | msgspec.UnsetType = msgspec.UNSET
    format: str | msgspec.UnsetType = msgspec.UNSET
    score: str | msgspec.UnsetType = msgspec.UNSET
    progress: MsgspecProgress | msgspec.UnsetType = msgspec.UNSET
    creationDate: datetime | msgspec.UnsetType = msgspec.UNSET
    modificationDate: datetime | msgspec.UnsetType = msgspec.UNSET
    doneDate: datetime | msgspec.UnsetType = msgspec.UNSET
    result: MsgspecResult | msgspec.UnsetType = msgspec.UNSET
    errorHistory: list[str] | msgspec.UnsetType = msgspec.UNSET


msgspec_decoder = msgspec.json.Decoder(MsgspecTask)
msgspec_encoder = msgspec.json.Encoder(decimal_format="number")


@attrs.frozen
class AttrsProgress:
    percent: Decimal | None = None
    text: str | None = None


@attrs.frozen
class AttrsResult:
    url: str | None = None
    error: str | None = None


@attrs.frozen
class AttrsTask:
    id: str | None = None
    type: str | None = None
    state: State | None = None
    format: str | None = None
    score: str | None = None
    progress: AttrsProgress | None = None
    creationDate: datetime | None = None
    modificationDate: datetime | None = None
    doneDate: datetime | None = None
    result: AttrsResult | None = None
    errorHistory: list[str] | None = None


def _attrs_converter() -> JsonConverter:
    converter = make_converter()
    converter.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    converter.register_structure_hook(Decimal, _decimal)
    converter.register_unstructure_hook(Decimal, str)
    return converter


def _decimal(number: Any, _: type[Decimal]) -> Decimal:
    if not isinstance(number, (int, float)):
        raise TypeError(f"{number!r} is not a number")
    return Decimal(str(number))


attrs_converter = _attrs_converter()


def read_attrs(text: bytes) -> AttrsTask:
    """Return the AttrsTask in *text*; cattrs leaves the JSON to the standard library."""
    return attrs_converter.structure(json.loads(text), AttrsTask)


def attrs_problems(error: Exception) -> list[str]:
    """Return the sentences for all problems in *error*, the cattrs way."""
    return cattrs.transform_error(error)
