"""The list of models in ``README.md``."""

from __future__ import annotations

from collections.abc import Mapping

START = "<!-- models -->"
END = "<!-- /models -->"


def with_model_list(text: str, pages: Mapping[str, str]) -> str:
    """*text* with a link to each of *pages*, by name, between the lines `START` and `END`.

    A text without the two lines, in this order, stays as it is.

    >>> with_model_list("<!-- models -->\\n<!-- /models -->\\n", {"Task": "docs/models/Task.md"})
    '<!-- models -->\\n\\n - [Task](docs/models/Task.md)\\n\\n<!-- /models -->\\n'
    """
    lines = text.splitlines(keepends=True)
    marks = [line.strip() for line in lines]
    if START not in marks or END not in marks[marks.index(START) :]:
        return text
    first = marks.index(START) + 1
    last = marks.index(END, first)
    listed = [f" - [{name}]({page})\n" for name, page in pages.items()]
    return "".join([*lines[:first], "\n", *listed, "\n", *lines[last:]])
