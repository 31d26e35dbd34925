"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import DateTimeSchema, DictSchema, EnumBase, ListSchema, NumberSchema, Property, StrSchema, Unset, value

class Task(DictSchema):
    """An asynchronous task"""

    class State(EnumBase, StrSchema):
        """State of the Task"""

        CREATED = value("created")
        DOING = value("doing")
        DONE = value("done")
        CANCELED = value("canceled")
        ERROR = value("error")

    class Progress(DictSchema):
        """Details about the task progression"""

        percent: Property[NumberSchema]
        """Percent of the task progression"""
        text: Property[StrSchema]
        """Text details of the task progress"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            percent: float | Decimal | Unset = ...,
            text: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, percent: float | Decimal | Unset = ..., text: str | Unset = ...) -> Self: ...

    class Result(DictSchema):
        """Optional result information about this task"""

        url: Property[StrSchema]
        """URL returned by the task worker"""
        error: Property[StrSchema]
        """Error returned by task worker"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            url: str | Unset = ...,
            error: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, url: str | Unset = ..., error: str | Unset = ...) -> Self: ...

    id: Property[StrSchema]
    """Unique identifier of the task"""
    type: Property[StrSchema]
    """Type of the task (e.g. audio-export)"""
    state: Property[Task.State]
    """State of the Task"""
    format: Property[StrSchema]
    """For files processing, the file format (e.g. `mp3`, `wav`)"""
    score: Property[StrSchema]
    """The score unique identifier for tasks related to scores"""
    progress: Property[Task.Progress]
    """Details about the task progression"""
    creationDate: Property[DateTimeSchema]
    """The creation date of the task"""
    modificationDate: Property[DateTimeSchema]
    """The last modification date of the task"""
    doneDate: Property[DateTimeSchema]
    """The date when the task has been completed"""
    result: Property[Task.Result]
    """Optional result information about this task"""
    errorHistory: Property[ListSchema[StrSchema]]
    """If any errors happened when processing this task, the list of errors identifiers"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        type: str | Unset = ...,
        state: Literal["created", "doing", "done", "canceled", "error"] | Task.State | Unset = ...,
        format: str | Unset = ...,
        score: str | Unset = ...,
        progress: Task.Progress | Mapping[str, Any] | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        doneDate: str | datetime | Unset = ...,
        result: Task.Result | Mapping[str, Any] | Unset = ...,
        errorHistory: Sequence[str] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        type: str | Unset = ...,
        state: Literal["created", "doing", "done", "canceled", "error"] | Task.State | Unset = ...,
        format: str | Unset = ...,
        score: str | Unset = ...,
        progress: Task.Progress | Mapping[str, Any] | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        doneDate: str | datetime | Unset = ...,
        result: Task.Result | Mapping[str, Any] | Unset = ...,
        errorHistory: Sequence[str] | Unset = ...,
    ) -> Self: ...
