"""What is in the module of a method, as in `flat_api.paths.tasks_task.get`: the names of the earlier client.

`flat_api.paths` tells which these are.
"""

from __future__ import annotations

import keyword
import re
import typing
from functools import partial

from ..operations import ApiResponse, MediaType, OpenApiResponse, Operation, ParameterBase
from ._inputs import combined_type, params_type
from ._on_demand import Maker, OnDemand
from ._paths import class_name, snake
from ._service import FlatApi

Makers = dict[str, Maker]


class MethodModule:
    """The names of the module *place*, for an *operation* that has the method *method*."""

    def __init__(self, place: str, path: str, method: str, operation: Operation[typing.Any]) -> None:
        self._place = place
        self._path = path
        self._method = method
        self._operation = operation
        self._names = OnDemand(place, self._makers())

    def members(self) -> dict[str, typing.Any]:
        """What the module is to have."""
        return {"__doc__": self._operation.description, **self._names.members()}

    def _makers(self) -> Makers:
        return {
            "path": lambda: self._path,
            "_all_accept_content_types": lambda: self._operation.accepts,
            **self._classes(),
            **self._parameters(),
            **self._body(),
            **self._answers(),
        }

    def _classes(self) -> Makers:
        """The operation under its own name, as in ``GetTask.get_task``, and its method, as in ``ApiForget.get``."""
        operation = self._operation
        own_name = operation.id[0].upper() + operation.id[1:]
        by_name = {
            "BaseApi": f"_{operation.name}_oapg",
            own_name: operation.name,
            f"ApiFor{self._method}": self._method,
        }
        return {
            "_auth": lambda: list(FlatApi.auth_settings if operation.auth is None else operation.auth),
            **{name: partial(self._service, name, attribute) for name, attribute in by_name.items()},
        }

    def _service(self, name: str, attribute: str) -> type[FlatApi]:
        base: type[FlatApi] = FlatApi if name == "BaseApi" else self._names.get("BaseApi")
        operation = self._operation
        return type(name, (base,), {"__module__": self._place, "__doc__": operation.description, attribute: operation})

    def _parameters(self) -> Makers:
        makers: Makers = {}
        for place, parameters in self._operation.places.items():
            kind = place.removesuffix("_params")
            makers |= self._params_types(kind.capitalize(), parameters)
            for parameter in parameters:
                makers |= _parameter(kind, parameter)
        return makers

    def _params_types(self, kind: str, parameters: tuple[ParameterBase, ...]) -> Makers:
        """The TypedDicts for parameters of one kind; that of all derives from the other two."""
        required, optional, both = (f"Request{word}{kind}Params" for word in ("Required", "Optional", ""))
        place = self._place
        return {
            required: lambda: params_type(required, parameters, place, is_required=True),
            optional: lambda: params_type(optional, parameters, place, is_required=False),
            both: lambda: combined_type(both, (self._names.get(required), self._names.get(optional)), place),
        }

    def _body(self) -> Makers:
        body = self._operation.body
        if body is None:
            return {}
        first = next(iter(body.content.values())).schema
        name = "body" if first is None else snake(first.__name__)
        return {**_schemas("RequestBody", body.content), f"request_body_{name}": lambda: body}

    def _answers(self) -> Makers:
        """Each declared answer, and all of them by status code.

        The same answer stands for errors that are declared one by one, and for all others.
        """
        common = dict.fromkeys([*map(str, self._operation.errors), "default"], FlatApi.default_response)
        answers: dict[str, typing.Any] = {**common, **self._operation.responses}
        makers: Makers = {"_status_code_to_response": lambda: dict(answers)}
        for status, answer in answers.items():
            makers |= _answer(status, answer)
        return makers


def _parameter(kind: str, parameter: ParameterBase) -> Makers:
    word = snake(parameter.name)
    is_reserved = keyword.iskeyword(word)  # the earlier generator had a prefix for these
    return {
        f"request_{kind}_{'_' * is_reserved}{word}": lambda: parameter,
        f"{'Model' * is_reserved}{class_name(word)}Schema": lambda: parameter.value_schema,
    }


def _answer(status: str, answer: OpenApiResponse) -> Makers:
    is_default = status == "default"
    return {
        **_schemas(f"{0 if is_default else status}ResponseBody", answer.content or {}),
        f"ApiResponseFor{'Default' if is_default else status}": lambda: ApiResponse,
        f"_response_for_{status}": lambda: answer,
    }


def _schemas(use: str, content: typing.Mapping[str, MediaType]) -> Makers:
    """The schema classes of a body, under their media types: ``SchemaForRequestBodyApplicationJson``."""
    return {
        f"SchemaFor{use}{_media_type_name(name)}": partial(getattr, media_type, "schema")
        for name, media_type in content.items()
    }


def _media_type_name(media_type: str) -> str:
    """A media type as a part of a name.

    >>> _media_type_name("application/vnd.recordare.musicxml+xml")
    'ApplicationVndRecordareMusicxmlxml'
    """
    words = re.split(r"[/.\- ]+", media_type)
    return "".join(re.sub(r"\W", "", word).capitalize() for word in words)
