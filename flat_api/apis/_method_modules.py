"""What is in the module of a method, as in `flat_api.paths.tasks_task.get`: the names of the earlier client.

`flat_api.paths` tells which these are.
"""

from __future__ import annotations

import keyword
import re
import typing
from copy import copy
from functools import partial

from .. import api_client, exceptions, schemas
from ..operations import MediaType, OpenApiResponse, Operation, ParameterBase
from ..operations._catalogue import own_operations
from ..operations._operation import response_class_name
from ..schemas import declaration_of
from ._inputs import combined_type, params_type
from ._on_demand import Maker, OnDemand
from ._paths import class_name, snake
from ._service import FlatApi

Makers = dict[str, Maker]

MODELS = "flat_api.model."


class MethodModule:
    """The names of the module *place*, for an *operation* that has the method *method*."""

    def __init__(self, place: str, path: str, method: str, operation: Operation[typing.Any]) -> None:
        self._place = place
        self._path = path
        self._method = method
        self._operation = operation
        self._names = OnDemand(place, self._makers())

    def members(self) -> dict[str, typing.Any]:
        """Return what the module is to have."""
        return {"__doc__": self._operation.description, **self._names.members()}

    def _makers(self) -> Makers:
        return {
            **self._imports(),
            "path": lambda: self._path,
            "_all_accept_content_types": lambda: self._operation.accepts,
            **self._classes(),
            **self._parameters(),
            **self._body(),
            **self._answers(),
        }

    def _imports(self) -> Makers:
        """Return what the module of the earlier client imported: three modules of its package, and its models."""
        modules = {"api_client": api_client, "exceptions": exceptions, "schemas": schemas}
        found = {model.__name__: model for model in self._models()}
        return {name: partial(_unchanged, entry) for name, entry in {**modules, **found}.items()}

    def _models(self) -> typing.Iterator[type]:
        """The models in bodies and answers, or the items of lists in them."""
        body = self._operation.body
        contents = [body.content] if body else []
        contents += [answer.content or {} for answer in self._declared_answers().values()]
        for schema in [entry.schema for content in contents for entry in content.values()]:
            if schema is not None:
                items = declaration_of(schema).items
                yield from (cls for cls in (schema, items) if cls and cls.__module__.startswith(MODELS))

    def _classes(self) -> Makers:
        """The operation under its own names, as in ``GetTask.get_task``, and its method, as in ``ApiForget.get``."""
        operation = self._operation
        entries = own_operations(operation.owner).items() if operation.owner else ()
        aliases = [name for name, entry in entries if entry is operation and name != operation.name]
        by_name = {
            "BaseApi": f"_{operation.name}_oapg",
            **{class_name(alias): alias for alias in aliases},
            operation.id[0].upper() + operation.id[1:]: operation.name,
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
        """The body, which some modules of the earlier client called body, and others after its model."""
        body = self._operation.body
        if body is None:
            return {}
        first = next(iter(body.content.values())).schema
        names = {"request_body_body", "request_body_body" if first is None else f"request_body_{snake(first.__name__)}"}
        return {**_schemas("RequestBody", body.content), **dict.fromkeys(names, lambda: body)}

    def _declared_answers(self) -> dict[str, OpenApiResponse]:
        """Each declared answer by status code.

        The same answer stands for errors that are declared one by one, and for all others.
        """
        common = [*map(str, self._operation.errors), "default"]
        default = FlatApi.default_response
        assert default is not None
        return {**dict.fromkeys(common, default), **self._operation.responses}

    def _answers(self) -> Makers:
        """Each declared answer with its class and those of its bodies, and all of them by status code."""
        answers = self._declared_answers()
        makers: Makers = {
            "_status_code_to_response": lambda: {
                status: self._names.get(f"_response_for_{status}") for status in answers
            }
        }
        for status, answer in answers.items():
            makers |= self._answer(status, answer)
        return makers

    def _answer(self, status: str, answer: OpenApiResponse) -> Makers:
        class_name = response_class_name(status)
        content = self._content(status, answer)

        def with_own_class() -> OpenApiResponse:
            made = copy(answer)
            made.response_cls, made.content = self._names.get(class_name), content
            return made

        return {
            **_schemas(f"{0 if status == 'default' else status}ResponseBody", content or {}),
            class_name: lambda: getattr(self._operation, class_name),
            f"_response_for_{status}": with_own_class,
        }

    def _content(self, status: str, answer: OpenApiResponse) -> dict[str, MediaType] | None:
        """The content of *answer*.

        The API's document gives errors the media type of the answers where these are files of one kind.
        """
        media_types = self._operation.accepts
        is_error_of_file = status == "default" and self._operation.is_download and len(media_types) == 1
        if not is_error_of_file or not answer.content:
            return answer.content
        return {**answer.content, media_types[0]: next(iter(answer.content.values()))}


def _unchanged(value: typing.Any) -> typing.Any:
    return value


def _parameter(kind: str, parameter: ParameterBase) -> Makers:
    word = snake(re.sub(r"\W", "_", parameter.name))
    is_reserved = keyword.iskeyword(word)  # the earlier generator had a prefix for these
    return {
        f"request_{kind}_{'_' * is_reserved}{word}": lambda: parameter,
        f"{'Model' * is_reserved}{class_name(word)}Schema": lambda: parameter.value_schema,
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
