"""Which scores a backup is of, and in which folders they lie: as in the collections that hold them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from ...exceptions import ApiException, UnauthorizedError
from ...files import safe_name
from .._listing import as_object
from ._manifest import same_name

if TYPE_CHECKING:
    from ...client import Flat
    from ...schemas import DictSchema

__all__ = ["Found", "Library", "Selection", "name_of"]

T = TypeVar("T")

GATHERING = frozenset({"root", "trash", "allScores", "collaborations", "likes", "sharedWithMe", "sharedWithGroup"})
"""Types of collections that are not folders: what they list lies elsewhere too, or was deleted."""

PAGE = 100
"""Entries of a list to ask for at once."""

Folder = tuple[str, ...]
"""Names from the folder of the backup downwards."""


class Selection(NamedTuple):
    """What a backup is of: ``mine``, or a collection or a user with its identifier."""

    kind: str
    id: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, self))


@dataclass
class Found:
    """A score that is to be kept, and the folders it lies in."""

    id: str
    title: str
    changed: str
    """When it was changed last, as the API says it; empty where it does not."""
    folders: list[Folder] = field(default_factory=list[Folder])


def name_of(title: object, id: str) -> str:
    """Return a name for files and folders that *title* gives, or else *id*."""
    plain = re.sub(r"[/\\]", "-", str(title or ""))
    return safe_name(plain) or safe_name(id) or "untitled"


class Library:
    """The scores of a selection, by identifier, in the order in which they are listed.

    *ask* calls a function that asks the API, again where that fails; *failed* is called with the name and the
    identifier of a collection that could not be listed, and the error.
    """

    def __init__(
        self,
        flat: Flat,
        ask: Callable[[Callable[[], T]], T],
        failed: Callable[[str, str, ApiException[Any]], object],
    ) -> None:
        self._flat = flat
        self._ask: Callable[[Callable[[], Any]], Any] = ask
        self._failed = failed
        self.scores: dict[str, Found] = {}
        self.folders: set[Folder] = set()

    def read(self, selection: Selection) -> None:
        """List what is selected. Raises what the client raises where there is nothing to go on with."""
        users = self._flat.users
        if selection.kind == "user":
            self._add((), lambda: users.get_user_scores.iterate(user=selection.id, limit=PAGE))
        elif selection.kind == "collection":
            self._add((), self._scores_in(selection.id))
            self._walk(selection.id)
        else:
            self._walk(None)
            mine = self._list(lambda: users.get_user_scores.iterate(user="me", limit=PAGE))
            for score in mine:
                if _id(score) not in self.scores:
                    self._note(score, ())

    def _walk(self, start: str | None) -> None:
        """Look into all collections below *start*, an identifier, or the outermost one if it is None."""
        seen: set[str | None] = {start}
        waiting: list[tuple[str | None, Folder]] = [(start, ())]
        while waiting:
            parent, folder = waiting.pop(0)
            try:
                if parent is not None and folder:
                    self._add(folder, self._scores_in(parent))
                below = self._names_below(parent)
            except UnauthorizedError:
                raise
            except ApiException as error:  # pyright: ignore[reportUnknownVariableType]  # of whatever answer
                if parent is None or not folder:
                    raise
                self._failed("/".join(folder), parent, error)  # pyright: ignore[reportUnknownArgumentType]
                continue
            inside = [(id, (*folder, name)) for id, name in below.items() if id not in seen]
            self.folders |= {inner for _, inner in inside}
            waiting += inside
            seen |= below.keys()

    def _scores_in(self, collection: str) -> Callable[[], Iterable[Any]]:
        listed = self._flat.collections.list_collection_scores
        return lambda: listed.iterate(collection=collection, limit=PAGE)

    def _names_below(self, parent: str | None) -> dict[str, str]:
        """Return the names of folders for the collections in *parent*, by identifier.

        Where several have one name, the identifier is added to all but the first.
        """
        options: dict[str, Any] = {} if parent is None else {"parent": parent}
        found = self._list(lambda: self._flat.collections.list_collections.iterate(limit=PAGE, **options))
        titles = {_id(entry): entry.get("title") for entry in found if str(entry.get("type")) not in GATHERING}
        names: dict[str, str] = {}
        taken: set[str] = set()
        for id in sorted(filter(None, titles)):
            name = name_of(titles[id], id)
            names[id] = name if same_name(name) not in taken else f"{name} [{name_of(id, '')}]"
            taken.add(same_name(names[id]))
        return names

    def _add(self, folder: Folder, listed: Callable[[], Iterable[Any]]) -> None:
        for score in self._list(listed):
            self._note(score, folder)

    def _list(self, listed: Callable[[], Iterable[Any]]) -> list[DictSchema]:
        """Return all that a list holds, from its first page on if a page fails."""
        found: list[DictSchema] = self._ask(lambda: [as_object(entry) for entry in listed()])
        return found

    def _note(self, score: Mapping[str, Any], folder: Folder) -> None:
        id = _id(score)
        if not id:
            return
        facts = Found(id, str(score.get("title") or ""), str(score.get("modificationDate") or ""))
        known = self.scores.setdefault(id, facts)
        if folder not in known.folders:
            known.folders.append(folder)


def _id(value: Mapping[str, Any]) -> str:
    return str(value.get("id") or "")
