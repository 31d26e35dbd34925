"""The model `ScoreDetails`."""

from ..schemas import (
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    IntSchema,
    NumberSchema,
    StrSchema,
    list_of,
    optional,
    required,
)
from .resource_collaborator import ResourceCollaborator
from .resource_rights import ResourceRights
from .score_comments_counts import ScoreCommentsCounts
from .score_creation_type import ScoreCreationType
from .score_license import ScoreLicense
from .score_likes_counts import ScoreLikesCounts
from .score_plays_counts import ScorePlaysCounts
from .score_privacy import ScorePrivacy
from .score_views_counts import ScoreViewsCounts
from .user_public import UserPublic


class ScoreDetails(DictSchema):
    """A score with all that is known about it except the music itself, which its revisions hold"""

    class Me(DictSchema):
        """What the current user has to do with the score"""

        isLiked = required(BoolSchema, "True when the current user likes the score")
        isInLibrary = required(BoolSchema, "True when the score is in the library of the current user")

    id = optional(StrSchema, "Unique identifier of the score")
    sharingKey = optional(
        StrSchema,
        "Secret that gives access to the score, passed as `sharingKey` in the requests",
    )
    title = optional(StrSchema, "Name of the score as users see it")
    privacy = optional(ScorePrivacy)
    user = optional(UserPublic, "Owner of the score")
    htmlUrl = optional(StrSchema, "URL of the page of the score on the Flat website")
    subtitle = optional(StrSchema, "Second line of the title")
    lyricist = optional(StrSchema, "Name of the person who wrote the lyrics")
    arranger = optional(StrSchema, "Name of the person who arranged the music")
    composer = optional(StrSchema, "Name of the person who composed the music")
    description = optional(StrSchema, "Text that presents the score to its readers")
    tags = optional(
        list_of(StrSchema.where(pattern="^[a-zA-Z0-9]{1,30}$")),
        "Keywords to find the score by, each of 1 to 30 letters and digits",
    )
    creationType = optional(ScoreCreationType)
    license = optional(ScoreLicense)
    licenseText = optional(StrSchema, "Text that details the license or the copyright")
    durationTime = optional(NumberSchema, "How long the music takes to play, in seconds")
    numberMeasures = optional(IntSchema, "How many measures the score has")
    mainTempoQpm = optional(NumberSchema, "Main tempo of the score, in quarter notes per minute")
    rights = optional(ResourceRights, "Rights of the current user on the score")
    collaborators = optional(list_of(ResourceCollaborator), "Users and groups the score is shared with")
    creationDate = optional(DateTimeSchema, "Date and time when the score was created")
    modificationDate = optional(DateTimeSchema, "Date and time of the last change of the score")
    publicationDate = optional(
        DateTimeSchema,
        "Date and time when the score was published; absent when it never was",
    )
    organization = optional(StrSchema, "Unique identifier of the organization the score belongs to, if any")
    parentScore = optional(StrSchema, "Unique identifier of the score that this one is a copy of, if any")
    instruments = optional(list_of(StrSchema), "Identifiers of the instruments in the score")
    samples = optional(list_of(StrSchema), "Identifiers of the sound samples that the score is played with")
    googleDriveFileId = optional(
        StrSchema,
        "Unique identifier of the file in Google Drive that goes with the score, if any",
    )
    likes = optional(ScoreLikesCounts)
    comments = optional(ScoreCommentsCounts)
    views = optional(ScoreViewsCounts)
    plays = optional(ScorePlaysCounts)
    collections = optional(list_of(StrSchema), "Unique identifiers of the collections that hold the score")
    editHtmlUrl = optional(StrSchema, "URL of the page where the score is edited")
    mainKeySignature = optional(
        NumberSchema,
        "Main key signature: number of sharps, or of flats when negative",
    )
    scheduledDeletionDate = optional(
        DateTimeSchema,
        "Date and time when the score is to be deleted for good; only for a score in the trash",
    )
    highlightedDate = optional(
        DateTimeSchema,
        "Date and time when the Flat team put the score forward; absent when it never did",
    )
    instrumentsNames = optional(
        list_of(StrSchema),
        "Names of the instruments in the score, as people know them",
    )
    me = optional(Me)
