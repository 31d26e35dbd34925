"""The paths of an OpenAPI document as facts of operations."""

from __future__ import annotations

import collections
import re
import typing

from . import _names
from ._api import PLACES, STYLES, Operations, held, operation_key, sort_out, text_of
from ._errors import DocumentError, DocumentTooLargeError, below
from ._json import Json, brief, is_object
from ._normal import Facts
from ._references import References
from ._schema_object import SchemaReader, as_array, as_object, as_text
from ._security_object import checked_scheme, servers

METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
_NOT_PARAMETERS = ("accept", "content-type", "authorization")  # what the standard says of headers with these names
_STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}


class OperationReader:
    """Reads path items; see `read`. Unless it is *strict*, an operation that can't be read is left out and noted."""

    def __init__(self, references: References, schemas: SchemaReader, *, strict: bool) -> None:
        self._references = references
        self._schemas = schemas
        self._strict = strict

    def read(self) -> tuple[Operations, Facts]:
        """The operations of the document, in its order, and the service that they belong to.

        Raises `DocumentError` when something is not as OpenAPI wants it. Unknown words are passed over.
        """
        document = self._references.document
        self._security = document.get("security", [])
        self._schemes = self._scheme_objects()
        self._ids = set(_stated_ids(document.get("paths", {})))
        found: Operations = {}
        for path, item, place in _path_items(document.get("paths", {})):
            item, place = self._resolved(item, place)
            for method in METHODS:
                if method in item:
                    found |= self._read(item, method, path, place)
        _refuse_repeated_ids(found)
        return found, _with_service(found, self._service())

    def _read(self, item: dict[str, Json], method: str, path: str, place: str) -> Operations:
        """One operation of a path item; none where it can't be read."""
        key = operation_key(method, path)
        try:
            return {key: self._operation(item, method, path, place)}
        except DocumentError as error:
            if self._strict or isinstance(error, DocumentTooLargeError):
                raise
            self._references.notes.add(error.place, f"{error.message}; {key} is left out")
            return {}

    def _service(self) -> Facts:
        document = self._references.document
        tags: dict[str, str] = {}
        for index, tag in enumerate(as_array(document.get("tags", []), "#/tags")):
            place = below("#/tags", index)
            name = as_text(as_object(tag, place).get("name"), below(place, "name"))
            tags[name] = as_text(tag.get("description", ""), below(place, "description")).strip()
        facts: Facts = {
            "servers": servers(document, "#") or ["/"],  # the default of OpenAPI: where the document is
            "schemes": self._schemes,
            "tags": {name: text for name, text in tags.items() if text},
        }
        return {word: entry for word, entry in facts.items() if entry}

    def _scheme_objects(self) -> dict[str, Json]:
        place = "#/components/securitySchemes"
        components = as_object(self._references.document.get("components", {}), "#/components")
        found = as_object(components.get("securitySchemes", {}), place)
        resolved = {name: self._resolved(scheme, below(place, name)) for name, scheme in found.items()}
        return {name: checked_scheme(*entry) for name, entry in resolved.items()}

    def _resolved(self, entry: Json, place: str) -> tuple[dict[str, Json], str]:
        """The object that *entry* is or refers to, and where it stands."""
        seen: set[str] = set()
        entry = as_object(entry, place)
        while "$ref" in entry:
            pointer = as_text(entry["$ref"], below(place, "$ref"))
            if pointer in seen:
                raise DocumentError(place, f"{brief(pointer)} only leads back to itself")
            seen.add(pointer)
            entry = as_object(self._references.find(pointer, below(place, "$ref")), pointer)
            place = pointer
        return entry, place

    def _operation(self, item: dict[str, Json], method: str, path: str, place: str) -> Facts:
        here = below(place, method)
        given = as_object(item[method], here)
        parameters = self._parameters(item.get("parameters", []), below(place, "parameters"))
        parameters |= self._parameters(given.get("parameters", []), below(here, "parameters"))
        _check_path(path, {name for kind, name in parameters if kind == "path"}, here)
        facts: Facts = {
            "id": self._id(given, method, path, here),
            "description": _said(given, here),
            "tags": self._tags(given.get("tags", []), below(here, "tags")),
            "parameters": _by_place(parameters),
            "body": self._body(given["requestBody"], below(here, "requestBody")) if "requestBody" in given else {},
            **self._responses(given.get("responses", {}), below(here, "responses")),
            **self._signed(given.get("security", self._security), below(here, "security")),
            "servers": servers(given, here) or servers(item, place),
            "deprecated": given.get("deprecated") is True,
        }
        return {word: entry for word, entry in facts.items() if entry or word in ("default", "auth")}

    def _id(self, given: dict[str, Json], method: str, path: str, place: str) -> str:
        stated = as_text(given.get("operationId", ""), below(place, "operationId"))
        if stated:
            return stated
        name = _names.unique(made_id(method, path), self._ids)
        self._ids.add(name)
        return name

    def _tags(self, given: Json, place: str) -> list[str]:
        tags = [as_text(tag, below(place, index)) for index, tag in enumerate(as_array(given, place))]
        return list(dict.fromkeys(tags)) or ["Default"]

    def _parameters(self, given: Json, place: str) -> dict[tuple[str, str], Facts]:
        found: dict[tuple[str, str], Facts] = {}
        for index, entry in enumerate(as_array(given, place)):
            parameter, here = self._resolved(entry, below(place, index))
            kind, name = parameter.get("in"), as_text(parameter.get("name"), below(here, "name"))
            if kind not in PLACES:
                raise DocumentError(below(here, "in"), f"{brief(kind)} is not one of {', '.join(PLACES)}")
            if kind != "header" or name.lower() not in _NOT_PARAMETERS:
                found[kind, name] = self._parameter(parameter, kind, here)
        return found

    def _parameter(self, parameter: dict[str, Json], kind: str, place: str) -> Facts:
        required = kind == "path" or parameter.get("required") is True
        facts: Facts = {"required": True} if required else {}
        if "content" in parameter:
            facts["content"] = self._single_content(parameter["content"], below(place, "content"))
        else:
            facts["schema"] = self._schema(parameter, place)
            facts.update(_written(parameter, kind, place))
        description = _said(parameter, place)
        return {**facts, **({"description": description} if description else {})}

    def _single_content(self, given: Json, place: str) -> dict[str, Facts]:
        content = as_object(given, place)
        if len(content) != 1:
            raise DocumentError(place, f"one media type is wanted, not {len(content)}")
        return {name: self._schema(as_object(entry, place), below(place, name)) for name, entry in content.items()}

    def _schema(self, holder: dict[str, Json], place: str) -> Facts:
        """The schema of a parameter, header or media type; without one, anything goes."""
        return self._schemas.read(holder["schema"], below(place, "schema")) if "schema" in holder else {}

    def _body(self, given: Json, place: str) -> Facts:
        body, place = self._resolved(given, place)
        content = self._content(body.get("content", {}), below(place, "content"))
        if not content:
            return {}
        description = _said(body, place)
        facts: Facts = {"required": True} if body.get("required") is True else {}
        return {**facts, "content": content, **({"description": description} if description else {})}

    def _content(self, given: Json, place: str) -> dict[str, Facts]:
        found: dict[str, Facts] = {}
        for name, entry in as_object(given, place).items():
            here = below(place, name)
            entry = as_object(entry, here)
            encoding = self._encoding(entry.get("encoding", {}), below(here, "encoding"))
            found[name] = {"schema": self._schema(entry, here), **({"encoding": encoding} if encoding else {})}
        return found

    def _encoding(self, given: Json, place: str) -> dict[str, Facts]:
        """Return how the properties of a form are sent, where a media type is named for them."""
        found: dict[str, Facts] = {}
        for name, entry in as_object(given, place).items():
            entry = as_object(entry, below(place, name))
            words = ("contentType", "style", "explode", "allowReserved")
            if "contentType" in entry:
                found[name] = {word: entry[word] for word in words if entry.get(word)}
        return found

    def _responses(self, given: Json, place: str) -> Facts:
        """``responses`` and ``default``; which of them are ``errors`` is found when the default of all is known."""
        found: dict[str, Facts] = {}
        for status, entry in as_object(given, place).items():
            if not re.fullmatch(r"[1-5](\d\d|XX)|default", status) and not status.startswith("x-"):
                raise DocumentError(below(place, status), "a status code is wanted, 200, or a range, 2XX, or default")
            if not status.startswith("x-"):
                found[status] = self._response(entry, below(place, status))
        default = found.pop("default", {})
        default.pop("description", None)
        return {"responses": found, "default": default}

    def _response(self, given: Json, place: str) -> Facts:
        response, place = self._resolved(given, place)
        headers: dict[str, Facts] = {}
        for name, entry in as_object(response.get("headers", {}), below(place, "headers")).items():
            header, here = self._resolved(entry, below(place, "headers", name))
            if name.lower() not in _NOT_PARAMETERS:
                headers[name] = self._parameter(header, "header", here)
        content = self._content(response.get("content", {}), below(place, "content"))
        facts: Facts = {"content": content, "headers": headers, "description": _said(response, place)}
        return {word: entry for word, entry in facts.items() if entry}

    def _signed(self, given: Json, place: str) -> Facts:
        """``auth``, the ways to sign a request, and ``scopes``, all that any of them asks for."""
        auth: list[str | list[str]] = []
        scopes: dict[str, None] = {}
        for index, entry in enumerate(as_array(given, place)):
            requirement = as_object(entry, below(place, index))
            for name, wanted in requirement.items():
                here = below(place, index, name)
                if name not in self._schemes:
                    raise DocumentError(here, f"there is no security scheme {brief(name)} in the components")
                scopes |= dict.fromkeys(as_text(scope, here) for scope in as_array(wanted, here))
            names = sorted(requirement)
            way = names[0] if len(names) == 1 else names
            auth += [] if way in auth else [way]
        return {"auth": [] if auth == [[]] else auth, "scopes": list(scopes)}


def made_id(method: str, path: str) -> str:
    """An ``operationId`` for an operation without one.

    >>> made_id("get", "/users/{user}/likes.json")
    'getUsersUserLikesJson'
    """
    words = re.findall(r"[^\W_]+", path)
    return method.lower() + "".join(word[0].upper() + word[1:] for word in words)


def _path_items(paths: Json) -> typing.Iterator[tuple[str, Json, str]]:
    """Each path of the Paths Object *paths*, its path item, and the JSON pointer to it; extensions (``x-``) are none.

    Raises `DocumentError` for a path that does not begin with a slash.
    """
    for path, item in as_object(paths, "#/paths").items():
        place = below("#/paths", path)
        if path.startswith("/"):
            yield path, item, place
        elif not path.startswith("x-"):
            raise DocumentError(place, "expected a path that begins with a slash")


def _stated_ids(paths: Json) -> typing.Iterator[str]:
    """Every ``operationId`` in *paths*, whatever shape these are in."""
    for item in paths.values() if is_object(paths) else ():
        operations = item.values() if is_object(item) else ()
        yield from (str(entry["operationId"]) for entry in operations if is_object(entry) and "operationId" in entry)


def _with_service(operations: Operations, service: Facts) -> Facts:
    """*service* with what is true of most operations, which is taken out of these."""
    for word, said in (("auth", list[typing.Any]), ("default", held)):
        found = [(text_of(said(facts[word])), facts[word]) for facts in operations.values()]
        common = collections.Counter(text for text, _ in found).most_common(1)
        first = next((entry for text, entry in found if text == common[0][0]), None)
        service = {**service, **({word: first} if first else {})}
    for facts in operations.values():
        sort_out(facts, service)
    return service


def _refuse_repeated_ids(operations: Operations) -> None:
    seen: dict[str, str] = {}
    for key, facts in operations.items():
        other = seen.setdefault(facts["id"], key)
        if other != key:
            method, _, path = key.partition(" ")
            place = below("#/paths", path, method.lower(), "operationId")
            raise DocumentError(place, f"{brief(facts['id'])} is the operationId of {other} as well")


def _check_path(path: str, declared: set[str], place: str) -> None:
    named = set(re.findall(r"\{([^{}]+)\}", path))
    for name in sorted(named - declared):
        raise DocumentError(place, f"{{{name}}} in the path has no parameter")
    for name in sorted(declared - named):
        raise DocumentError(place, f"the path parameter {brief(name)} is not in the path")


def _by_place(parameters: dict[tuple[str, str], Facts]) -> dict[str, dict[str, Facts]]:
    found: dict[str, dict[str, Facts]] = {}
    for place in PLACES:
        entries = {name: facts for (kind, name), facts in parameters.items() if kind == place}
        found.update({place: entries} if entries else {})
    return found


def _written(parameter: dict[str, Json], kind: str, place: str) -> Facts:
    """Style and the like, where they are not the default."""
    style = parameter.get("style", STYLES[kind])
    if style not in _STYLES[kind]:
        raise DocumentError(below(place, "style"), f"{brief(style)} is not one of {', '.join(_STYLES[kind])}")
    facts: Facts = {} if style == STYLES[kind] else {"style": style}
    explode = parameter.get("explode", style == "form")
    if not isinstance(explode, bool):
        raise DocumentError(below(place, "explode"), f"true or false is wanted, not {brief(explode)}")
    facts.update({} if explode == (style == "form") else {"explode": explode})
    reserved = kind == "query" and parameter.get("allowReserved") is True
    return {**facts, **({"allowReserved": True} if reserved else {})}


def _said(holder: dict[str, Json], place: str) -> str:
    """The description of *holder*, or else its summary."""
    for word in ("description", "summary"):
        text = as_text(holder.get(word, ""), below(place, word)).strip()
        if text:
            return text
    return ""
