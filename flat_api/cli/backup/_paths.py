"""The files that scores are kept in: called like the scores, in the folders of their collections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .._formats import SUFFIXES
from ._library import Found, name_of
from ._manifest import Manifest, same_name

__all__ = ["Names"]


class Names:
    """Gives each score the names of its files, no two of them the same.

    A name that belongs to a score stays with it, also where the score is not listed any more. Where the plain name
    belongs to another one, the identifier is added.
    """

    def __init__(self, manifest: Manifest, folders: Iterable[Sequence[str]]) -> None:
        self._owners = {**manifest.owners(), **{same_name("/".join(folder)): "" for folder in folders}}

    def files_of(self, score: Found, formats: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the files of *score* by format, one for each of its folders, as paths below that of the backup."""
        suffixes = {format: SUFFIXES[format][0] for format in formats}
        stems = [self._stem(score, folder, suffixes.values()) for folder in score.folders]
        return {format: tuple(f"{stem}{suffix}" for stem in stems) for format, suffix in suffixes.items()}

    def _stem(self, score: Found, folder: Sequence[str], suffixes: Iterable[str]) -> str:
        plain = name_of(score.title, score.id)
        for name in (plain, f"{plain} [{name_of(score.id, '')}]"):
            stem = "/".join([*folder, name])
            wanted = [same_name(f"{stem}{suffix}") for suffix in suffixes]
            if all(self._owners.get(path, score.id) == score.id for path in wanted):
                break
        self._owners.update(dict.fromkeys(wanted, score.id))
        return stem
