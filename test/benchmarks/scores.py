"""ScoreDetails, the largest of the usual answers, in pydantic: the same properties and the same checks as ours."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

import pydantic

from flat_api import schemas
from flat_api.model.score_details import ScoreDetails

from .contenders import PydanticModel

__all__ = ["PydanticScores", "ScoreDetails", "Scores"]

Scores = schemas.list_of(ScoreDetails)

OrganizationRole = Literal["admin", "accountAdmin", "billing", "teacher", "user"]
Product = Literal["flat", "flatEdu", "msnippet", "embed"]
ClassRole = Literal["teacher", "student"]
GroupType = Literal["generic", "classTeachers", "classStudents", "classStudentsSubGroup", "assignmentStudentsSubGroup"]
Tag = Annotated[str, pydantic.StringConstraints(pattern="^[a-zA-Z0-9]{1,30}$")]


class PydanticUserSummary(PydanticModel):
    id: str | None = None
    type: Literal["user", "guest"] | None = None
    username: str | None = None
    printableName: str | None = None
    firstname: str | None = None
    lastname: str | None = None
    name: str | None = None
    picture: str | None = None
    badges: list[str] | None = None
    organization: str | None = None
    organizationRole: OrganizationRole | None = None
    classRole: ClassRole | None = None
    htmlUrl: str | None = None
    product: Product | None = None


class PydanticLinks(PydanticModel):
    spotifyUrl: str | None = None
    youtubeUrl: str | None = None
    soundcloudUrl: str | None = None
    tiktokUrl: str | None = None
    instagramUrl: str | None = None
    websiteUrl: str | None = None


class PydanticUser(PydanticUserSummary):
    bio: str | None = None
    registrationDate: datetime | None = None
    likedScoresCount: int | None = None
    followersCount: int | None = None
    followingCount: int | None = None
    ownedPublicScoresCount: int | None = None
    allPublicScoresCount: int | None = None
    likesCount: int | None = None
    playsCount: int | None = None
    coverPicture: str | None = None
    profileTheme: str | None = None
    instruments: list[str] | None = None
    links: PydanticLinks | None = None


class PydanticGroup(PydanticModel):
    id: str | None = None
    name: str | None = None
    type: GroupType | None = None
    usersCount: Decimal | None = None
    readOnly: bool | None = None
    organization: str | None = None
    creationDate: datetime | None = None


class PydanticRights(PydanticModel):
    aclRead: bool | None = None
    aclWrite: bool | None = None
    aclAdmin: bool | None = None
    isCollaborator: bool | None = None
    collaboratorType: Literal["owner", "user", "group"] | None = None


class PydanticCollaborator(PydanticRights):
    id: str | None = None
    score: str | None = None
    collection: str | None = None
    user: PydanticUser | None = None
    group: PydanticGroup | None = None
    userEmail: str | None = None
    invited: bool | None = None
    date: datetime | None = None


class PydanticCounts(PydanticModel):
    total: Decimal | None = None
    weekly: Decimal | None = None
    monthly: Decimal | None = None
    yearly: Decimal | None = None


class PydanticCommentsCounts(PydanticCounts):
    unique: Decimal | None = None


class PydanticMe(PydanticModel):
    isLiked: bool
    isInLibrary: bool


class PydanticScoreDetails(PydanticModel):
    id: str | None = None
    sharingKey: str | None = None
    title: str | None = None
    privacy: Literal["public", "private", "organizationPublic", "privateLink"] | None = None
    user: PydanticUser | None = None
    htmlUrl: str | None = None
    editHtmlUrl: str | None = None
    subtitle: str | None = None
    lyricist: str | None = None
    arranger: str | None = None
    composer: str | None = None
    description: str | None = None
    tags: list[Tag] | None = None
    creationType: Literal["original", "arrangement", "other"] | None = None
    license: (
        Literal["copyright", "cc0", "cc-by", "cc-by-sa", "cc-by-nd", "cc-by-nc", "cc-by-nc-sa", "cc-by-nc-nd"] | None
    ) = None
    licenseText: str | None = None
    durationTime: Decimal | None = None
    numberMeasures: int | None = None
    mainTempoQpm: Decimal | None = None
    mainKeySignature: Decimal | None = None
    rights: PydanticRights | None = None
    collaborators: list[PydanticCollaborator] | None = None
    creationDate: datetime | None = None
    modificationDate: datetime | None = None
    publicationDate: datetime | None = None
    scheduledDeletionDate: datetime | None = None
    highlightedDate: datetime | None = None
    organization: str | None = None
    parentScore: str | None = None
    instruments: list[str] | None = None
    instrumentsNames: list[str] | None = None
    samples: list[str] | None = None
    googleDriveFileId: str | None = None
    likes: PydanticCounts | None = None
    comments: PydanticCommentsCounts | None = None
    views: PydanticCounts | None = None
    plays: PydanticCounts | None = None
    me: PydanticMe | None = None
    collections: list[str] | None = None


PydanticScores = pydantic.TypeAdapter(list[PydanticScoreDetails])
