"""What is wrong with a document, and where."""

from __future__ import annotations


class DocumentError(ValueError):
    """A document can't be read or turned into declarations.

    *place* is a JSON pointer (``#/components/schemas/Task``) or a file name; *message* says what is there and what is
    wanted.
    """

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}")
        self.place = place
        self.message = message


def below(pointer: str, *steps: object) -> str:
    """The JSON pointer of something inside what *pointer* points at."""
    escaped = (str(step).replace("~", "~0").replace("/", "~1") for step in steps)
    return "/".join([pointer, *escaped])
