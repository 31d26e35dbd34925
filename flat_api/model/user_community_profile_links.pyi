"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, NoneClass, NoneSchema, Property, StrSchema, Unset

class UserCommunityProfileLinks(DictSchema):
    """Links to other sites that a user shows on their profile"""

    spotifyUrl: Property[StrSchema | NoneSchema]
    """URL of a page of the user on Spotify, null for none"""
    youtubeUrl: Property[StrSchema | NoneSchema]
    """URL of a page of the user on YouTube, null for none"""
    soundcloudUrl: Property[StrSchema | NoneSchema]
    """URL of a page of the user on SoundCloud, null for none"""
    tiktokUrl: Property[StrSchema | NoneSchema]
    """URL of a page of the user on TikTok, null for none"""
    instagramUrl: Property[StrSchema | NoneSchema]
    """URL of a page of the user on Instagram, null for none"""
    websiteUrl: Property[StrSchema | NoneSchema]
    """URL of the user's own website, null for none"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        spotifyUrl: str | NoneClass | Unset | None = ...,
        youtubeUrl: str | NoneClass | Unset | None = ...,
        soundcloudUrl: str | NoneClass | Unset | None = ...,
        tiktokUrl: str | NoneClass | Unset | None = ...,
        instagramUrl: str | NoneClass | Unset | None = ...,
        websiteUrl: str | NoneClass | Unset | None = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        spotifyUrl: str | NoneClass | Unset | None = ...,
        youtubeUrl: str | NoneClass | Unset | None = ...,
        soundcloudUrl: str | NoneClass | Unset | None = ...,
        tiktokUrl: str | NoneClass | Unset | None = ...,
        instagramUrl: str | NoneClass | Unset | None = ...,
        websiteUrl: str | NoneClass | Unset | None = ...,
    ) -> Self: ...
