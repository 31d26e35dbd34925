"""What is wrong with a document, and what was read otherwise than it is written; where, in both cases."""

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


class DocumentTooLargeError(DocumentError):
    """A document stands for more than can be read of any; it is not read in part either."""


class Notes:
    """What was read otherwise than the document has it, or left out: one sentence for each kind, with its places."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = {}

    def add(self, place: str, message: str) -> None:
        """Note *message* about *place*, a JSON pointer."""
        self._places.setdefault(message, []).append(place)

    def sentences(self) -> tuple[str, ...]:
        """One sentence for each message, with the first place and the number of the others."""
        return tuple(f"{places[0]}: {message}{_others(places)}" for message, places in self._places.items())


def _others(places: list[str]) -> str:
    count = len(set(places)) - 1
    return f" (and at {count} other {'places' if count > 1 else 'place'})" if count else ""


def below(pointer: str, *steps: object) -> str:
    """The JSON pointer of something inside what *pointer* points at."""
    escaped = (str(step).replace("~", "~0").replace("/", "~1") for step in steps)
    return "/".join([pointer, *escaped])
