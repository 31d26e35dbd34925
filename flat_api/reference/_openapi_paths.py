"""Operations as the path items of an OpenAPI 3.0 document."""

from __future__ import annotations

import http
import inspect
import typing
from collections.abc import Iterable, Iterator, Mapping

from ..operations import Encoding, MediaType, OpenApiResponse, Operation, ParameterBase, ParameterInType, RequestBody
from ..operations._catalogue import Listed, tag_of
from ..schemas import Schema, declaration_of
from ..schemas.documents._values import Json
from ..schemas.documents._writer import Node, Writer

if typing.TYPE_CHECKING:
    from ..configuration import HostSetting
    from ..operations._security import Requirements

_OTHERS = "Any other status"


def schemas_of(listed: Iterable[Listed]) -> Iterator[type[Schema]]:
    """Every class that the operations mention, the answers of the classes they are declared in included."""
    for entry in listed:
        operation = entry.operation
        yield from (parameter.value_schema for parameter in operation.parameters)
        contents = [operation.body.content if operation.body else {}]
        for response in (*operation.responses.values(), *filter(None, [default_response(operation)])):
            contents.append(response.content or {})
            yield from (header.value_schema for header in response.headers or ())
        yield from (held.schema for content in contents for held in content.values() if held.schema is not None)


def paths(listed: Iterable[Listed], writer: Writer) -> Node:
    """The path items, in the order of the operations; *writer* writes their schemas."""
    found: dict[str, Node] = {}
    for entry in listed:
        operation = entry.operation
        found.setdefault(operation.path, {})[operation.method.lower()] = _Writer(writer).operation(entry)
    return found


def common(listed: Iterable[Listed]) -> tuple[Node, Node]:
    """Return what stands beside the paths: words of the document itself, and words of its components."""
    entries = list(listed)
    owners = list(dict.fromkeys(entry.operation.owner for entry in entries if entry.operation.owner))
    schemes = {name: scheme for cls in owners for name, scheme in _schemes(cls).items()}
    servers: list[Node] = []
    for server in (_server(server) for cls in owners for server in getattr(cls, "servers", ())):
        servers += [] if server in servers else [server]
    described = {tag_of(cls): inspect.cleandoc(cls.__doc__).strip() for cls in owners if cls.__doc__}
    names = sorted(dict.fromkeys(tag for entry in entries for tag in entry.tags))
    document: Node = {
        "servers": servers,
        "tags": [{"name": name, **_described(described.get(name, ""))} for name in names],
    }
    return {word: entry for word, entry in document.items() if entry}, {"securitySchemes": schemes} if schemes else {}


def _schemes(cls: type) -> Mapping[str, Json]:
    return typing.cast("Mapping[str, Json]", getattr(cls, "security_schemes", {}))


def default_response(operation: Operation[typing.Any]) -> OpenApiResponse | None:
    """The answer that *operation* gives with all other statuses."""
    own = operation.responses.get("default")
    return own or typing.cast("OpenApiResponse | None", getattr(operation.owner, "default_response", None))


class _Writer:
    """Writes operation objects."""

    def __init__(self, schemas: Writer) -> None:
        self._schemas = schemas

    def operation(self, entry: Listed) -> Node:
        operation = entry.operation
        node: Node = {
            "tags": list(entry.tags),
            "operationId": operation.id,
            "description": operation.description,
            "parameters": [self._parameter(parameter) for parameter in operation.parameters],
            "requestBody": self._body(operation.body) if operation.body else {},
            "responses": self._responses(operation),
            "deprecated": operation.deprecated,
            "servers": [_server(server) for server in operation.servers],
            "security": _security(operation),
        }
        return {word: entry for word, entry in node.items() if entry or word in ("responses", "security")}

    def _schema(self, cls: type[Schema] | None) -> Node:
        return {"schema": {} if cls is None else self._schemas.schema(cls)}

    def _parameter(self, parameter: ParameterBase) -> Node:
        place = parameter.in_type
        required = {"required": True} if parameter.required or place is ParameterInType.PATH else {}
        return {"name": parameter.name, "in": place.value, **required, **self._header(parameter)}

    def _header(self, parameter: ParameterBase) -> Node:
        """Return what a parameter has in common with a header of an answer, which has no name inside it."""
        said = parameter.description
        text = _described("" if said == declaration_of(parameter.value_schema).description else said)
        if parameter.content is not None:
            return {**text, "content": {name: self._schema(cls) for name, cls in parameter.content.items()}}
        style = parameter.style.value if parameter.style else None
        explode = {} if parameter.explodes == (style == "form") else {"explode": parameter.explodes}
        reserved = {"allowReserved": True} if parameter.allow_reserved else {}
        usual = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}[parameter.in_type.value]
        return {
            **text,
            **({} if style in (None, usual) else {"style": style}),
            **explode,
            **reserved,
            **self._schema(parameter.schema),
        }

    def _body(self, body: RequestBody) -> Node:
        required = {"required": True} if body.required else {}
        return {**_described(body.description), "content": self._content(body.content), **required}

    def _content(self, content: Mapping[str, MediaType]) -> Node:
        return {name: {**self._schema(held.schema), **_encodings(held)} for name, held in content.items()}

    def _responses(self, operation: Operation[typing.Any]) -> Node:
        """The answers by status; an error that is declared by its status alone is answered as all others are."""
        default = default_response(operation)
        plain = OpenApiResponse() if default is None else default
        found = {status: self._response(status, entry) for status, entry in operation.responses.items()}
        found |= {str(status): self._response(str(status), plain) for status in operation.errors}
        if plain.content or not found.keys() - {"default"}:  # there has to be one
            found.setdefault("default", self._response("default", plain))
        else:
            found.pop("default", None)
        return found

    def _response(self, status: str, response: OpenApiResponse) -> Node:
        headers = {header.name: self._response_header(header) for header in response.headers or ()}
        content = self._content(response.content or {})
        node: Node = {"headers": headers, "content": content}
        kept = {word: entry for word, entry in node.items() if entry}
        return {"description": response.description or status_phrase(status), **kept}

    def _response_header(self, header: ParameterBase) -> Node:
        return {**({"required": True} if header.required else {}), **self._header(header)}


def _security(operation: Operation[typing.Any]) -> Json:
    """Return how requests are signed: each requirement is enough."""
    cls = operation.owner or Operation
    schemes = _schemes(cls)

    def scopes(name: str) -> Json:
        return list(operation.scopes) if schemes[name].get("type") in ("oauth2", "openIdConnect") else []

    ways = requirements(operation)
    return [{name: scopes(name) for name in names} for names in ways if all(name in schemes for name in names)]


def requirements(operation: Operation[typing.Any]) -> list[tuple[str, ...]]:
    """Return the security schemes that go together in each way to sign a request."""
    ways: Requirements = getattr(operation.owner, "auth_settings", ()) if operation.auth is None else operation.auth
    return [(way,) if isinstance(way, str) else tuple(way) for way in ways]


def _server(server: str | HostSetting) -> Node:
    if isinstance(server, str):
        return {"url": server}
    variables = {
        name: {"default": variable["default_value"], **_enum(variable.get("enum_values"))}
        for name, variable in server.get("variables", {}).items()
    }
    return {"url": server["url"], **({"variables": variables} if variables else {})}


def _enum(values: typing.Sequence[str] | None) -> Node:
    return {} if values is None else {"enum": list(values)}


def _encodings(held: MediaType) -> Node:
    found = {name: _encoding(entry) for name, entry in (held.encoding or {}).items()}
    return {"encoding": found} if found else {}


def _encoding(encoding: Encoding) -> Node:
    node: Node = {
        "contentType": encoding.content_type,
        "style": encoding.style.value if encoding.style else None,
        "explode": encoding.explode,
        "allowReserved": encoding.allow_reserved,
    }
    return {word: entry for word, entry in node.items() if entry}


def _described(text: str) -> Node:
    return {"description": text} if text else {}


def status_phrase(status: str) -> str:
    """Return what HTTP says of *status*; every answer has to have a description."""
    if not status.isdecimal():
        return _OTHERS if status == "default" else f"Any status from {status[0]}00 to {status[0]}99"
    try:
        return http.HTTPStatus(int(status)).phrase
    except ValueError:  # one that HTTP doesn't know
        return f"Status {status}"
