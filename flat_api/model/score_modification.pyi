"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import DictSchema, ListSchema, NoneClass, NoneSchema, Property, StrSchema, Unset
from .score_creation_type import ScoreCreationType
from .score_license import ScoreLicense
from .score_privacy import ScorePrivacy

class ScoreModification(DictSchema):
    """The changes to make to the details of a score"""

    title: Property[StrSchema]
    """Name of the score as users see it"""
    subtitle: Property[StrSchema | NoneSchema]
    """Second line of the title; null for none"""
    composer: Property[StrSchema | NoneSchema]
    """Name of the person who composed the music; null for none"""
    lyricist: Property[StrSchema | NoneSchema]
    """Name of the person who wrote the lyrics; null for none"""
    arranger: Property[StrSchema | NoneSchema]
    """Name of the person who arranged the music; null for none"""
    privacy: Property[ScorePrivacy]
    """Who can see a score: with `private` (the default) only those who were given rights on it, with `public` everyone,
    with `organizationPublic` the members of the organization, with `privateLink` whoever has its sharing key
    """
    sharingKey: Property[StrSchema]
    """Secret that gives access to the score: 128 lowercase hexadecimal digits"""
    description: Property[StrSchema | NoneSchema]
    """Text that presents the score to its readers, up to 2000 characters; null for none"""
    tags: Property[ListSchema[StrSchema]]
    """Keywords to find the score by"""
    creationType: Property[ScoreCreationType]
    """How a score came about: as an `original` composition, as an `arrangement` of an existing one, or in an `other`
    way; null where nobody said
    """
    license: Property[ScoreLicense]
    """License of a score: `copyright` keeps all rights, `cc0` gives them up, the others are the Creative Commons
    licenses of that name; null for none
    """
    licenseText: Property[StrSchema | NoneSchema]
    """Text that details the license or the copyright; null for none"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        title: str | Unset = ...,
        subtitle: str | NoneClass | Unset | None = ...,
        composer: str | NoneClass | Unset | None = ...,
        lyricist: str | NoneClass | Unset | None = ...,
        arranger: str | NoneClass | Unset | None = ...,
        privacy: Literal["public", "private", "organizationPublic", "privateLink"] | ScorePrivacy | Unset = ...,
        sharingKey: str | Unset = ...,
        description: str | NoneClass | Unset | None = ...,
        tags: Sequence[str] | Unset = ...,
        creationType: Literal["original", "arrangement", "other"] | ScoreCreationType | NoneClass | Unset | None = ...,
        license: Literal["copyright", "cc0", "cc-by", "cc-by-sa", "cc-by-nd", "cc-by-nc", "cc-by-nc-sa", "cc-by-nc-nd"]
        | ScoreLicense
        | NoneClass
        | Unset
        | None = ...,
        licenseText: str | NoneClass | Unset | None = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        title: str | Unset = ...,
        subtitle: str | NoneClass | Unset | None = ...,
        composer: str | NoneClass | Unset | None = ...,
        lyricist: str | NoneClass | Unset | None = ...,
        arranger: str | NoneClass | Unset | None = ...,
        privacy: Literal["public", "private", "organizationPublic", "privateLink"] | ScorePrivacy | Unset = ...,
        sharingKey: str | Unset = ...,
        description: str | NoneClass | Unset | None = ...,
        tags: Sequence[str] | Unset = ...,
        creationType: Literal["original", "arrangement", "other"] | ScoreCreationType | NoneClass | Unset | None = ...,
        license: Literal["copyright", "cc0", "cc-by", "cc-by-sa", "cc-by-nd", "cc-by-nc", "cc-by-nc-sa", "cc-by-nc-nd"]
        | ScoreLicense
        | NoneClass
        | Unset
        | None = ...,
        licenseText: str | NoneClass | Unset | None = ...,
    ) -> Self: ...
