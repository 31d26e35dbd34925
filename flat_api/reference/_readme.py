"""The lists of models and operations in ``README.md``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

MODELS = "models"
OPERATIONS = "operations"


def with_model_list(text: str, pages: Mapping[str, str]) -> str:
    """*text* with a link to each of *pages*, by name, between the lines ``<!-- models -->`` and ``<!-- /models -->``.

    >>> with_model_list("<!-- models -->\\n<!-- /models -->\\n", {"Task": "docs/models/Task.md"})
    '<!-- models -->\\n\\n - [Task](docs/models/Task.md)\\n\\n<!-- /models -->\\n'
    """
    return with_block(text, MODELS, (f" - [{name}]({page})" for name, page in pages.items()))


def with_block(text: str, mark: str, listed: Iterable[str]) -> str:
    """*text* with the lines *listed* between the comments that open and close the block *mark*.

    A text without the two, in this order, stays as it is.
    """
    lines = text.splitlines(keepends=True)
    marks = [line.strip() for line in lines]
    start, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    if start not in marks or end not in marks[marks.index(start) :]:
        return text
    first = marks.index(start) + 1
    last = marks.index(end, first)
    return "".join([*lines[:first], "\n", *(f"{line}\n" for line in listed), "\n", *lines[last:]])
