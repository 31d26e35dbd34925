"""The pages that list all operations and all models, with links to the page of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..operations._catalogue import own_operations
from ._api_pages import path_cell, summary


def operations_page(classes: Iterable[type], folder: str) -> str:
    """Return the table of all operations; *folder* has the pages of *classes*, seen from the table's own."""
    lines = ["# Operations", "", "Each link leads to examples, parameters, answers, errors and scopes.", ""]
    return "\n".join([*lines, *_operation_rows(classes, folder), ""])


def models_page(names: Iterable[str], folder: str) -> str:
    """Return the list of all models; *folder* has their pages, seen from the list's own."""
    lines = ["# Models", "", "Each link leads to the properties of a model, their types and what they mean.", ""]
    return "\n".join([*lines, *(f"- [{name}]({folder}/{name}.md)" for name in names), ""])


def _operation_rows(classes: Iterable[type], folder: str) -> Iterator[str]:
    yield "Class | Method | HTTP request | Description"
    yield "------------ | ------------- | ------------- | -------------"
    for cls in classes:
        for key, operation in own_operations(cls).items():
            link = f"[**{key}**]({folder}/{cls.__name__}.md#{operation.name})"
            request = f"**{operation.method.lower()}** {path_cell(operation)}"
            yield f"*{cls.__name__}* | {link} | {request} | {summary(operation)}"
