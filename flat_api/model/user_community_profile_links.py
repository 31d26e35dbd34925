"""The model `UserCommunityProfileLinks`."""

from ..schemas import DictSchema, StrSchema, nullable, optional


class UserCommunityProfileLinks(DictSchema):
    """Links to other sites that a user shows on their profile"""

    spotifyUrl = optional(nullable(StrSchema), "URL of a page of the user on Spotify, null for none")
    youtubeUrl = optional(nullable(StrSchema), "URL of a page of the user on YouTube, null for none")
    soundcloudUrl = optional(nullable(StrSchema), "URL of a page of the user on SoundCloud, null for none")
    tiktokUrl = optional(nullable(StrSchema), "URL of a page of the user on TikTok, null for none")
    instagramUrl = optional(nullable(StrSchema), "URL of a page of the user on Instagram, null for none")
    websiteUrl = optional(nullable(StrSchema), "URL of the user's own website, null for none")
