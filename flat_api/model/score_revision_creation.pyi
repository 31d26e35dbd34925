"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DictSchema, EnumBase, Property, StrSchema, Unset, value

class ScoreRevisionCreation(DictSchema):
    """A revision to add to a score"""

    class DataEncoding(EnumBase, StrSchema):
        """How `data` is encoded: `base64` for binary files; left out for text"""

        BASE64 = value("base64")

    data: Property[StrSchema]
    """Content of the score as a file (e.g. MusicXML or MIDI); binary files need `dataEncoding`"""
    dataEncoding: Property[ScoreRevisionCreation.DataEncoding]
    """How `data` is encoded: `base64` for binary files; left out for text"""
    autosave: Property[BoolSchema]
    """True when the revision is saved automatically, false when someone chose to"""
    description: Property[StrSchema]
    """Note to leave with the revision about what changed"""

    @overload
    def __init__(
        self,
        _data: Mapping[str, Any],
        /,
        *,
        data: str = ...,
        dataEncoding: Literal["base64"] | ScoreRevisionCreation.DataEncoding | Unset = ...,
        autosave: bool | BoolClass | Unset = ...,
        description: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        data: str,
        dataEncoding: Literal["base64"] | ScoreRevisionCreation.DataEncoding | Unset = ...,
        autosave: bool | BoolClass | Unset = ...,
        description: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        data: str = ...,
        dataEncoding: Literal["base64"] | ScoreRevisionCreation.DataEncoding | Unset = ...,
        autosave: bool | BoolClass | Unset = ...,
        description: str | Unset = ...,
    ) -> Self: ...
