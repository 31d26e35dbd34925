"""What classes of operations declare, in the normal form of `_api`."""

from __future__ import annotations

import inspect
import json
import typing

from ..operations import (
    Encoding,
    MediaType,
    OpenApiResponse,
    Operation,
    ParameterBase,
    ParameterStyle,
    RequestBody,
)
from ..operations._catalogue import Listed, tag_of
from ..schemas import AnyTypeSchema, declaration_of
from ._api import STYLES, Operations, operation_key, sort_out
from ._facts import Models, part
from ._normal import Facts

if typing.TYPE_CHECKING:
    from ..operations._security import Requirements, Servers


def declared_operations(listed: typing.Iterable[Listed], models: Models) -> Operations:
    """The facts of operations, in which the classes in *models* are references."""
    found: Operations = {}
    for entry in listed:
        operation = entry.operation
        facts = _Reader(operation.owner or Operation, models).operation(operation)
        name, *aliases = entry.names
        facts.update({"tags": list(entry.tags), "name": name, **({"aliases": aliases} if aliases else {})})
        sort_out(facts, service_facts(operation.owner, models))
        found[operation_key(operation.method, operation.path)] = facts
    return found


def service_facts(cls: typing.Any, models: Models) -> Facts:
    """Return what the class *cls* says about all of its operations."""
    default = getattr(cls, "default_response", None)
    facts: Facts = {
        "auth": _ways(getattr(cls, "auth_settings", ())),
        "default": {} if default is None else _Reader(cls, models).response(default),
        "servers": _servers(getattr(cls, "servers", ())),
        "schemes": dict(getattr(cls, "security_schemes", {})),
    }
    return {word: entry for word, entry in facts.items() if entry}


def tag_descriptions(classes: typing.Iterable[type]) -> dict[str, str]:
    """Return what each class of operations says about itself, by its tag."""
    return {tag_of(cls): inspect.cleandoc(cls.__doc__).strip() for cls in classes if cls.__doc__}


class _Reader:
    """Reads what is declared in the body of the class *owner*."""

    def __init__(self, owner: type, models: Models) -> None:
        self._owner = owner
        self._models = models

    def operation(self, operation: Operation[typing.Any]) -> Facts:
        parameters: dict[str, dict[str, Facts]] = {}
        for parameter in operation.parameters:
            parameters.setdefault(parameter.in_type.value, {})[parameter.name] = self.parameter(parameter)
        responses = {status: self.response(response) for status, response in operation.responses.items()}
        owned = getattr(self._owner, "default_response", None)
        default = responses.pop("default", None)
        facts: Facts = {
            "id": operation.id,
            "description": operation.description,
            "parameters": parameters,
            "body": self._body(operation.body) if operation.body else {},
            "responses": responses,
            "errors": list(operation.errors),
            "scopes": list(operation.scopes),
            "servers": _servers(operation.servers),
            "deprecated": operation.deprecated,
        }
        auth = getattr(self._owner, "auth_settings", ()) if operation.auth is None else operation.auth
        return {
            **{word: entry for word, entry in facts.items() if entry},
            "auth": _ways(auth),
            "default": default if default is not None else self.response(owned) if owned else {},
        }

    def _schema(self, cls: typing.Any) -> Facts:
        return {} if cls in (None, AnyTypeSchema) else part(cls, self._models, self._owner)

    def parameter(self, parameter: ParameterBase) -> Facts:
        schema = parameter.value_schema
        facts: Facts = {"required": True} if parameter.required else {}
        if parameter.content is not None:
            facts["content"] = {name: self._schema(cls) for name, cls in parameter.content.items()}
        else:
            facts.update({"schema": self._schema(schema), **_written(parameter)})
        own = parameter.description
        if own and own != declaration_of(schema).description:
            facts["description"] = own
        return facts

    def _body(self, body: RequestBody) -> Facts:
        facts: Facts = {"required": True} if body.required else {}
        said = {"description": body.description} if body.description else {}
        return {**facts, "content": self._content(body.content), **said}

    def _content(self, content: typing.Mapping[str, MediaType]) -> dict[str, Facts]:
        return {
            name: {"schema": self._schema(media_type.schema), **_encodings(media_type)}
            for name, media_type in content.items()
        }

    def response(self, response: OpenApiResponse) -> Facts:
        facts: Facts = {
            "content": self._content(response.content or {}),
            "headers": {header.name: self.parameter(header) for header in response.headers or ()},
            "description": response.description,
        }
        return {word: entry for word, entry in facts.items() if entry}


def _ways(auth: Requirements) -> list[str | list[str]]:
    """The ways to sign a request, each a name or a list of names."""
    return [way if isinstance(way, str) else list(way) for way in auth]


def _servers(servers: Servers) -> list[str | Facts]:
    """URLs of servers, or mappings of them with what their variables may be."""
    return [server if isinstance(server, str) else json.loads(json.dumps(server)) for server in servers]


def _written(parameter: ParameterBase) -> Facts:
    """Style and the like, where they are not the default."""
    style = parameter.style.value if parameter.style else STYLES[parameter.in_type.value]
    facts: Facts = {} if style == STYLES[parameter.in_type.value] else {"style": style}
    if parameter.explodes != (parameter.style is ParameterStyle.FORM):
        facts["explode"] = parameter.explodes
    return {**facts, **({"allowReserved": True} if parameter.allow_reserved else {})}


def _encodings(media_type: MediaType) -> Facts:
    found = {name: _encoding(entry) for name, entry in (media_type.encoding or {}).items()}
    return {"encoding": found} if found else {}


def _encoding(encoding: Encoding) -> Facts:
    facts: Facts = {
        "contentType": encoding.content_type,
        "style": encoding.style.value if encoding.style else None,
        "explode": encoding.explode,
        "allowReserved": encoding.allow_reserved,
    }
    return {word: entry for word, entry in facts.items() if entry}
