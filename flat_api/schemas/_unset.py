"""`unset`: absent, which is not None."""

from __future__ import annotations


class Unset:
    """The class of `unset`, which stands for a property that is not there. There is one instance."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "unset"

    def __reduce__(self) -> str:
        return "unset"


unset = Unset()
