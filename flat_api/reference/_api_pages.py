"""The page of a class of operations, in the manner of the earlier client's pages."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterator

from ..client import Flat
from ..operations import Keywords, Operation, ParameterBase, is_paginated
from ..operations._catalogue import own_operations
from ..schemas import BinarySchema, declaration_of
from ..schemas.documents._names import is_model, one_line
from ._examples import earlier_example, plain_example
from ._notes import OPTIONAL, notes
from ._openapi_paths import default_response, requirements, status_phrase
from ._text import cell, code, name
from ._types import listed

TOP = '<a name="__pageTop"></a>'
API_FOOTER = (
    "[[Back to top]](#__pageTop) "
    "[[Back to API list]](../../../README.md#documentation-for-api-endpoints) "
    "[[Back to Model list]](../../../README.md#documentation-for-models) "
    "[[Back to README]](../../../README.md)"
)

METHOD_HEADER = ("Method | HTTP request | Description", "------------- | ------------- | -------------")
PARAMETER_HEADER = (
    "Name | Type | Description | Notes",
    "------------- | ------------- | ------------- | -------------",
)
BODY_HEADER = (
    "Content Type | Type | Description | Notes",
    "------------- | ------------- | ------------- | -------------",
)
ANSWER_HEADER = (
    "Code | Content Type | Type | Description",
    "------------- | ------------- | ------------- | -------------",
)

_PLACES = {
    "path_params": "The parameters in the path",
    "query_params": "The parameters in the query",
    "header_params": "The parameters in the headers",
    "cookie_params": "The parameters in cookies",
}


def api_page(cls: type, models: str = "../../models") -> str:
    """The page about *cls*, a class of operations, in Markdown: a list of them, and a section about each.

    A section has two programs that call the operation, its parameters and body, its answers and errors, and the
    scopes it takes. The footer expects the page three directories below ``README.md``, links to models expect their
    pages in the directory *models*.

    >>> from flat_api.apis.tags.task_api import TaskApi
    >>> api_page(TaskApi).splitlines()[1]
    '# flat_api.apis.tags.task_api.TaskApi'
    """
    lines = [TOP, f"# {cls.__module__}.{cls.__qualname__}", ""]
    lines += [*inspect.cleandoc(cls.__doc__ or "").strip().splitlines(), ""]
    lines += [*_relative(cls), *METHOD_HEADER]
    operations = own_operations(cls)
    lines += [
        f"[**{key}**](#{operation.name}) | **{operation.method.lower()}** {path_cell(operation)} | {summary(operation)}"
        for key, operation in operations.items()
    ]
    sections = {operation.name: operation for operation in operations.values()}
    for operation in sections.values():
        lines += ["", *_Section(operation, cls, models).lines()]
    return "\n".join([*lines, "", API_FOOTER, "", ""])


def flat_attribute(cls: type) -> str | None:
    """Return what `flat_api.Flat` calls the operations of *cls*; None where it doesn't have them."""
    wanted = f"{cls.__name__.removesuffix('Api')}Calls"
    for attribute, entry in vars(Flat).items():
        returned = getattr(getattr(entry, "fget", None), "__annotations__", {}).get("return", "")
        if str(returned).rpartition(".")[2] == wanted:
            return attribute
    return None


def _relative(cls: type) -> Iterator[str]:
    servers = getattr(cls, "servers", ())
    if servers:
        yield from (f"All URIs are relative to *{servers[0]}*", "")


def path_cell(operation: Operation[typing.Any]) -> str:
    """Return the path of *operation* for a cell of a table."""
    return cell(operation.path)


def summary(operation: Operation[typing.Any]) -> str:
    """Return the description on one line, and whether one should do without the operation."""
    return cell(one_line(operation.description)) + (" (deprecated)" if operation.deprecated else "")


class _Section:
    """The section about one operation, on the page of *cls*."""

    def __init__(self, operation: Operation[typing.Any], cls: type, models: str) -> None:
        self._operation = operation
        self._cls = cls
        self._models = models

    def lines(self) -> Iterator[str]:
        operation = self._operation
        yield from (f"# **{operation.name}**", "", f"> {code(f'{operation.method} {operation.path}')}", "")
        yield from (*operation.description.splitlines(), "")
        if operation.deprecated:
            yield from ("**Deprecated**: the API will do without it some day.", "")
        yield from self._aliases()
        yield from self._examples()
        yield from self._parameters()
        yield from self._body()
        yield from self._answers()
        yield from self._errors()
        yield from self._authorization()

    def _aliases(self) -> Iterator[str]:
        names = [key for key, entry in own_operations(self._cls).items() if entry is self._operation]
        others = [key for key in names if key != self._operation.name]
        if others:
            yield from (f"It is also called {', '.join(map(code, others))}.", "")

    def _examples(self) -> Iterator[str]:
        operation, attribute = self._operation, flat_attribute(self._cls)
        yield from ("### Example", "")
        if attribute is not None:
            yield from ("```python", *plain_example(operation, operation.name, attribute), "```", "")
            yield from ("As programs of the earlier client call it:", "")
        yield from ("```python", *earlier_example(operation, operation.name, self._cls), "```", "")

    def _parameters(self) -> Iterator[str]:
        places = self._operation.places
        yield "### Parameters"
        if not places:
            yield from ("", "There are none.")
        yield ""
        for place, about in _PLACES.items():
            if place in places:
                yield from (f"#### {name(place)}", "", f"{about}:", "", *PARAMETER_HEADER)
                yield from (self._parameter(parameter) for parameter in places[place])
                yield ""

    def _parameter(self, parameter: ParameterBase) -> str:
        optional = "" if parameter.required else OPTIONAL
        text = cell(one_line(parameter.description))
        said = optional + "; ".join(filter(None, (_notes(parameter).strip(), self._keyword(parameter))))
        return " | ".join((f"**{name(parameter.name)}**", self._type(parameter.value_schema), text, said)).rstrip()

    def _keyword(self, parameter: ParameterBase) -> str:
        """Return what the parameter is called in the plain form, where it can't keep its name."""
        place = f"{parameter.in_type.value}_params"
        keywords = Keywords(self._operation).all.values()
        found = [entry.name for entry in keywords if (entry.place, entry.key) == (place, parameter.name)]
        return f"the keyword is {code(found[0])}" if found and found[0] != parameter.name else ""

    def _body(self) -> Iterator[str]:
        body = self._operation.body
        if body is None:
            return
        yield from ("### Body", "", *BODY_HEADER)
        for media_type, held in body.content.items():
            optional = "" if body.required else OPTIONAL
            text = cell(one_line(body.description))
            yield f"{media_type} | {self._type(held.schema)} | {text} | {optional}".rstrip()
        yield ""

    def _answers(self) -> Iterator[str]:
        operation = self._operation
        yield from ("### Return Types, Responses", "", *ANSWER_HEADER)
        for status, response in operation.responses.items():
            text = cell(one_line(response.description or status_phrase(status)))
            headers = "".join(f"; header {code(header.name)}" for header in response.headers or ())
            for media_type, held in (response.content or {}).items():
                yield f"{status} | {media_type} | {self._type(held.schema)} | {text}{headers}"
            if not response.content:
                yield f"{status} |  | None | {text}{headers}"
        yield ""
        if is_paginated(operation) and flat_attribute(self._cls):
            yield from (f"The list comes in pages: `{operation.name}.iterate(...)` goes through all of them.", "")

    def _errors(self) -> Iterator[str]:
        """Yield lines about errors: the statuses that are declared one by one, and the body of all errors."""
        default = default_response(self._operation)
        held = next(iter((default.content or {}).values())).schema if default and default.content else None
        statuses = [f"{status} ({status_phrase(str(status))})" for status in self._operation.errors]
        if held is None and not statuses:
            return
        yield from ("### Errors", "")
        if statuses:
            yield f"Errors to expect: {', '.join(statuses)}."
        if held is not None:
            yield f"The body of an error is a {self._type(held)}, which the exception has as `error.api_response.body`."
        yield ""

    def _authorization(self) -> Iterator[str]:
        operation = self._operation
        ways = requirements(operation)
        yield from ("### Authorization", "")
        if not any(ways):
            yield "None is needed."
            return
        schemes = ", or ".join(" and ".join(way) if way else "none" for way in ways)
        scopes = ", ".join(map(code, operation.scopes))
        several = "one of the scopes " if len(operation.scopes) > 1 else "the scope "
        yield f"{schemes}{f', with {several}{scopes}' if scopes else ''}"

    def _type(self, cls: typing.Any) -> str:
        """Return what values of *cls* are, in a cell: a link to the page of a model, or the types that it takes."""
        if cls is None:
            return "anything"
        if is_model(cls):
            return f"[{cls.__name__}]({self._models}/{cls.__name__}.md)"
        if issubclass(cls, BinarySchema):
            return "bytes or file"
        declaration = declaration_of(cls)
        if tuple in declaration.types and declaration.items is not None:
            return f"list of {self._type(declaration.items)}"
        keys = ", ".join(name(key) for key in declaration.properties)
        return listed(declaration).input.strip().rstrip(",") + (f" with {keys}" if keys else "")


def _notes(parameter: ParameterBase) -> str:
    """Return what else a value has to keep to, or each item of a list."""
    cls: typing.Any = parameter.value_schema
    declaration = declaration_of(cls)
    if is_model(cls):
        return ""
    items = declaration.items
    of_items = "" if items is None or is_model(items) else notes(declaration_of(items))
    return notes(declaration) + (f"items {of_items}" if of_items else "")
