"""The bodies of requests as plain data: a TypedDict for each object that an operation sends, for type checkers.

``body: ScoreModificationBody = {"title": "Fugue"}`` is checked in an editor; at run time it is a dict like any other,
and the operation checks it. Keys that may be left out are ``NotRequired``.

Printed by ``python -m flat_api.reference`` from the declarations in `flat_api.model`; don't edit it.
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Literal, NotRequired, TypedDict, Union
from uuid import UUID

from . import models
from .model.edu_skills_focused import EduSkillsFocusedItem
from .schemas import BoolClass, NoneClass

__all__ = [
    "AssignmentCopyBody",
    "AssignmentSubmissionCommentCreationBody",
    "AssignmentSubmissionPlaybackBody",
    "AssignmentSubmissionUpdateBody",
    "AssignmentSubmissionUpdateCommentsBody",
    "AssignmentUpdateBody",
    "ClassAssignmentUpdateBody",
    "ClassAssignmentUpdateGoogleClassroomBody",
    "ClassAssignmentUpdateMicrosoftGraphBody",
    "ClassAttachmentCreationBody",
    "ClassCreationBody",
    "ClassUpdateBody",
    "CollectionCreationBody",
    "CollectionModificationBody",
    "EduResourceAssignmentCreationBody",
    "EduResourceCopyBody",
    "EduResourceCreationBody",
    "EduResourceMoveBody",
    "EduResourceUpdateBody",
    "EduResourceUseInClassBody",
    "GroupCreationBody",
    "GroupNewMemberBody",
    "GroupRenamingBody",
    "LtiConfigurationCreateBody",
    "LtiConfigurationCreatePlatformInfoBody",
    "LtiConfigurationUpdateDeploymentBody",
    "LtiConfigurationUpdateStandaloneBody",
    "LtiCredentialsCreationBody",
    "OmrInstrumentOverrideBody",
    "OmrJobCreationBody",
    "OmrJobFileUploadBody",
    "OmrJobInputFileBody",
    "OmrStepSubmissionBody",
    "OrganizationInvitationCreationBody",
    "OrganizationUserAccessTokenCreationBody",
    "ResourceCollaboratorCreationBody",
    "ScoreCommentContextBody",
    "ScoreCommentCreationBody",
    "ScoreCommentUpdateBody",
    "ScoreCreationBody",
    "ScoreCreationBuilderDataBody",
    "ScoreCreationBuilderDataLayoutDataBody",
    "ScoreCreationBuilderDataScoreDataBody",
    "ScoreCreationBuilderDataScoreDataInstrumentBody",
    "ScoreForkBody",
    "ScoreModificationBody",
    "ScoreRevisionCreationBody",
    "ScoreSourceBody",
    "ScoreTrackCreationBody",
    "ScoreTrackPointBody",
    "ScoreTrackUpdateBody",
    "TaskExportOptionsBody",
    "UserAdminUpdateBody",
    "UserCreationBody",
    "UserSigninLinkCreationBody",
]


class AssignmentCopyBody(TypedDict):
    """Where to copy an assignment: to a class or to a resource library"""

    classroom: NotRequired[str]
    """Unique identifier of the class that gets the copy"""
    assignment: NotRequired[str]
    """Unique identifier of an assignment of that class to fill instead of creating one"""
    scheduledDate: NotRequired[str | datetime]
    """Date and time when the copy is to be published, e.g. `2024-09-02T08:00:00Z`"""
    libraryParent: NotRequired[str]
    """Unique identifier of the library folder that gets the copy"""
    verifyIfNotAlreadyInResourceLibrary: NotRequired[bool | BoolClass]
    """True to get an error, and no second copy, when the library has the assignment already"""


class AssignmentSubmissionCommentCreationBody(TypedDict):
    """A comment to write on a submission, or the new text of an existing one"""

    comment: str
    """Text of the comment"""


class AssignmentSubmissionPlaybackBody(TypedDict):
    """How often a student has played a score of a submission"""

    score: str
    """Unique identifier of the score"""
    nbPlayAttempt: float | Decimal
    """Number of times the student has started to play the score"""


AssignmentSubmissionUpdateBody = TypedDict(
    "AssignmentSubmissionUpdateBody",
    {
        "attachments": NotRequired["Sequence[models.ClassAttachmentCreation | ClassAttachmentCreationBody]"],
        "submit": NotRequired[bool | BoolClass],
        "draftGrade": NotRequired[float | Decimal | NoneClass | None],
        "grade": NotRequired[float | Decimal | NoneClass | None],
        "exercisesIds": NotRequired[Sequence[str] | NoneClass | None],
        "return": NotRequired[bool | BoolClass],
        "comments": NotRequired["models.AssignmentSubmissionUpdate.Comments | AssignmentSubmissionUpdateCommentsBody"],
        "playback": NotRequired["Sequence[models.AssignmentSubmissionPlayback | AssignmentSubmissionPlaybackBody]"],
    },
)
"""The content of a submission, or the actions of the student and the teacher on it"""


class AssignmentSubmissionUpdateCommentsBody(TypedDict):
    """How many comments the submission has"""

    total: NotRequired[float | Decimal]
    """Number of comments on the submission"""
    unread: NotRequired[float | Decimal]
    """Number of these comments that are not read yet"""


class AssignmentUpdateBody(TypedDict):
    """The new content of an assignment kept in a resource library"""

    type: NotRequired[
        Union[
            Literal["none", "newScore", "scoreTemplate", "sharedWriting", "worksheet", "worksheetText", "performance"],
            "models.AssignmentType",
        ]
    ]
    """Work asked of the students: a `newScore` to write, a `scoreTemplate` to start from, a score to write together
    (`sharedWriting`), a `worksheet` of exercises, one with text only (`worksheetText`), a `performance`, or `none`
    of these
    """
    title: NotRequired[str]
    """Name of the assignment as teachers and students see it, from 1 to 1000 characters"""
    description: NotRequired[str]
    """Instructions given to the students"""
    attachments: NotRequired["Sequence[models.ClassAttachmentCreation | ClassAttachmentCreationBody]"]
    """Scores, worksheets, links and other media given with the assignment"""
    nbPlaybackAuthorized: NotRequired[float | Decimal | NoneClass | None]
    """Number of times a student may play the score back, null for no limit"""
    toolset: NotRequired[str | NoneClass | None]
    """Unique identifier of the set of editor tools the students work with, null for none"""
    coverFile: NotRequired[str | NoneClass | None]
    """Unique identifier of the uploaded file used as cover picture, null for none"""
    cover: NotRequired[str | NoneClass | None]
    """URL of the cover picture, null for none"""
    maxPoints: NotRequired[float | Decimal | NoneClass | None]
    """Highest grade a submission can get, in points, from 0 to 10,000; null for none"""
    releaseGrades: NotRequired['Literal["auto", "manual"] | models.AssignmentUpdate.ReleaseGrades']
    """How students get their grades: `auto` without a teacher's action, `manual` from a teacher"""
    shuffleExercises: NotRequired[bool | BoolClass]
    """True when the exercises of a worksheet come in a random order"""
    descriptionHtml: NotRequired[str]
    """Instructions given to the students, as HTML, up to 20,000,000 characters"""
    teacherInstructions: NotRequired[str]
    """Notes for the teachers, which students do not see, up to 100,000 characters"""
    teacherInstructionsHtml: NotRequired[str]
    """Notes for the teachers, as HTML, up to 20,000,000 characters"""
    restrictPlayNote: NotRequired[bool | BoolClass]
    """True when students do not hear the notes that they enter"""
    restrictToAudioTracks: NotRequired[bool | BoolClass]
    """True when students can only play the audio tracks of the score, not its notes"""
    submissionStudentsMode: NotRequired['Literal["single", "group"] | models.AssignmentSubmissionStudentsMode']
    """Who hands in a submission: each student alone (`single`), or a group of students together (`group`)"""
    recordingType: NotRequired['Literal["audio", "video"] | models.AssignmentUpdate.RecordingType']
    """What students record: their sound (`audio`) or their picture as well (`video`)"""
    allowMetronome: NotRequired[bool | BoolClass]
    """True when students may use the metronome while they record"""
    allowBackingTrack: NotRequired[bool | BoolClass]
    """True when students may play a backing track while they record"""
    allowSpeedChange: NotRequired[bool | BoolClass]
    """True when students may change the tempo while they record"""
    freeRecord: NotRequired[bool | BoolClass]
    """True when students may record without a score to follow"""


class ClassAssignmentUpdateBody(TypedDict):
    """The content of an assignment to create in a class"""

    type: NotRequired[
        Union[
            Literal["none", "newScore", "scoreTemplate", "sharedWriting", "worksheet", "worksheetText", "performance"],
            "models.AssignmentType",
        ]
    ]
    """Work asked of the students: a `newScore` to write, a `scoreTemplate` to start from, a score to write together
    (`sharedWriting`), a `worksheet` of exercises, one with text only (`worksheetText`), a `performance`, or `none`
    of these
    """
    title: NotRequired[str]
    """Name of the assignment as teachers and students see it, from 1 to 1000 characters"""
    description: NotRequired[str]
    """Instructions given to the students"""
    attachments: NotRequired["Sequence[models.ClassAttachmentCreation | ClassAttachmentCreationBody]"]
    """Scores, worksheets, links and other media given with the assignment"""
    nbPlaybackAuthorized: NotRequired[float | Decimal | NoneClass | None]
    """Number of times a student may play the score back, null for no limit"""
    toolset: NotRequired[str | NoneClass | None]
    """Unique identifier of the set of editor tools the students work with, null for none"""
    coverFile: NotRequired[str | NoneClass | None]
    """Unique identifier of the uploaded file used as cover picture, null for none"""
    cover: NotRequired[str | NoneClass | None]
    """URL of the cover picture, null for none"""
    maxPoints: NotRequired[float | Decimal | NoneClass | None]
    """Highest grade a submission can get, in points, from 0 to 10,000; null for none"""
    releaseGrades: NotRequired['Literal["auto", "manual"] | models.ClassAssignmentUpdate.ReleaseGrades']
    """How students get their grades: `auto` without a teacher's action, `manual` from a teacher"""
    shuffleExercises: NotRequired[bool | BoolClass]
    """True when the exercises of a worksheet come in a random order"""
    state: NotRequired['Literal["draft", "active"] | models.ClassAssignmentUpdate.State']
    """Where to put the assignment: `draft` to go on preparing it, `active` to give it to the students"""
    dueDate: NotRequired[str | datetime | NoneClass | None]
    """Date and time by which the work is expected, e.g. `2024-09-02T08:00:00Z`; null for none"""
    scheduledDate: NotRequired[str | datetime | NoneClass | None]
    """Date and time when the assignment is to be published, e.g. `2024-09-02T08:00:00Z`; null for none"""
    googleClassroom: NotRequired[
        Union["models.ClassAssignmentUpdate.GoogleClassroom", "ClassAssignmentUpdateGoogleClassroomBody"]
    ]
    """Choices for the assignment in Google Classroom, for classes linked to it"""
    microsoftGraph: NotRequired["models.ClassAssignmentUpdate.MicrosoftGraph | ClassAssignmentUpdateMicrosoftGraphBody"]
    """Choices for the assignment in Microsoft Teams, for classes linked to it"""
    assigneeMode: NotRequired['Literal["everyone", "selected"] | models.ClassAssignmentUpdate.AssigneeMode']
    """Who gets the assignment: `everyone` in the class, or the `selected` students"""
    assignedStudents: NotRequired[Sequence[str]]
    """Unique identifiers of the students concerned when `assigneeMode` is `selected`"""
    descriptionHtml: NotRequired[str]
    """Instructions given to the students, as HTML, up to 20,000,000 characters"""
    teacherInstructions: NotRequired[str]
    """Notes for the teachers, which students do not see, up to 100,000 characters"""
    teacherInstructionsHtml: NotRequired[str]
    """Notes for the teachers, as HTML, up to 20,000,000 characters"""
    restrictPlayNote: NotRequired[bool | BoolClass]
    """True when students do not hear the notes that they enter"""
    restrictToAudioTracks: NotRequired[bool | BoolClass]
    """True when students can only play the audio tracks of the score, not its notes"""
    submissionStudentsMode: NotRequired['Literal["single", "group"] | models.AssignmentSubmissionStudentsMode']
    """Who hands in a submission: each student alone (`single`), or a group of students together (`group`)"""
    recordingType: NotRequired['Literal["audio", "video"] | models.ClassAssignmentUpdate.RecordingType']
    """What students record: their sound (`audio`) or their picture as well (`video`)"""
    allowMetronome: NotRequired[bool | BoolClass]
    """True when students may use the metronome while they record"""
    allowBackingTrack: NotRequired[bool | BoolClass]
    """True when students may play a backing track while they record"""
    allowSpeedChange: NotRequired[bool | BoolClass]
    """True when students may change the tempo while they record"""
    freeRecord: NotRequired[bool | BoolClass]
    """True when students may record without a score to follow"""
    classGroupIds: NotRequired["models.ClassGroupIdsToApplyToAssignment | Sequence[str] | NoneClass | None"]
    """Unique identifiers of the groups of a class that an assignment is for; null for none"""


class ClassAssignmentUpdateGoogleClassroomBody(TypedDict):
    """Choices for the assignment in Google Classroom, for classes linked to it"""

    topicId: NotRequired[str | NoneClass | None]
    """Unique identifier of the Google Classroom topic that holds the assignment, null for none"""


class ClassAssignmentUpdateMicrosoftGraphBody(TypedDict):
    """Choices for the assignment in Microsoft Teams, for classes linked to it"""

    categories: NotRequired[Sequence[str] | NoneClass | None]
    """Categories of the assignment in Microsoft Teams, null for none"""


class ClassAttachmentCreationBody(TypedDict):
    """A score, worksheet, link or other medium to attach to an assignment or a submission"""

    type: NotRequired[
        Union[
            Literal["rich", "photo", "video", "link", "flat", "googleDrive", "worksheet", "performance"],
            "models.ClassAttachmentCreation.Type",
        ]
    ]
    """Kind of attachment: `flat` for a score, `rich` for content that can be embedded, `googleDrive` for a file kept
    there; the other ones are named after what is attached
    """
    score: NotRequired[str]
    """Unique identifier of the score, when a score is attached"""
    worksheet: NotRequired[str]
    """Unique identifier of the worksheet, when a worksheet is attached"""
    sharingMode: NotRequired['Literal["read", "write", "copy", "performance"] | models.MediaScoreSharingMode']
    """What others can do with the attached score"""
    lockScoreTemplate: NotRequired[bool | BoolClass]
    """True to keep students from changing what the attached score already contains"""
    url: NotRequired[str]
    """URL of the page, picture or video to attach"""
    googleDriveFileId: NotRequired[str]
    """Unique identifier of the file in Google Drive, when such a file is attached"""
    revision: NotRequired[str]
    """Unique identifier of the revision of the score to attach"""
    partUuid: NotRequired[str]
    """Unique identifier of the part of the score to attach, to attach one part only"""
    teacherOnly: NotRequired[bool | BoolClass]
    """True to hide the attachment from the students (default: false)"""


class ClassCreationBody(TypedDict):
    """A class to create"""

    name: str
    """Name of the class as its members see it, up to 255 characters"""
    section: NotRequired[str]
    """Which of several classes alike this one is, such as a period or a group, up to 255 characters"""
    level: NotRequired['Literal["elementary", "middle", "high", "university", "other"] | models.ClassGradeLevel']
    """School level of the students of a class, from `elementary` to `university`"""
    skillsFocused: NotRequired[
        Sequence[
            Literal[
                "notation",
                "sight-reading",
                "performance-instrumental",
                "ear-training",
                "music-theory",
                "composition",
                "jazz-ensemble",
                "music-technology",
                "other",
            ]
            | EduSkillsFocusedItem
        ]
    ]
    """Musical skills that a class works on"""
    size: NotRequired[float | Decimal | NoneClass | None]
    """Number of students the class is meant for, 0 or more; null when not known"""


class ClassUpdateBody(TypedDict):
    """The changes to make to a class"""

    name: NotRequired[str]
    """Name of the class as its members see it, up to 255 characters"""
    section: NotRequired[str]
    """Which of several classes alike this one is, such as a period or a group, up to 255 characters"""
    level: NotRequired['Literal["elementary", "middle", "high", "university", "other"] | models.ClassGradeLevel']
    """School level of the students of a class, from `elementary` to `university`"""
    skillsFocused: NotRequired[
        Sequence[
            Literal[
                "notation",
                "sight-reading",
                "performance-instrumental",
                "ear-training",
                "music-theory",
                "composition",
                "jazz-ensemble",
                "music-technology",
                "other",
            ]
            | EduSkillsFocusedItem
        ]
    ]
    """Musical skills that a class works on"""
    size: NotRequired[float | Decimal | NoneClass | None]
    """Number of students the class is meant for, 0 or more; null when not known"""


class CollectionCreationBody(TypedDict):
    """A collection to create"""

    title: NotRequired[str]
    """Name of the collection as users see it, from 1 to 300 characters"""
    privacy: NotRequired['Literal["private"] | models.CollectionPrivacy']
    """Who can see a collection: `private` leaves it to the owner and the people it is shared with"""


class CollectionModificationBody(TypedDict):
    """The changes to make to a collection"""

    title: NotRequired[str]
    """Name of the collection as users see it, from 1 to 300 characters"""
    privacy: NotRequired['Literal["private"] | models.CollectionPrivacy']
    """Who can see a collection: `private` leaves it to the owner and the people it is shared with"""


class EduResourceAssignmentCreationBody(TypedDict):
    """The assignment to create in a new resource of a library"""

    type: NotRequired[
        Union[
            Literal["none", "newScore", "scoreTemplate", "sharedWriting", "worksheet", "worksheetText", "performance"],
            "models.AssignmentType",
        ]
    ]
    """Work asked of the students: a `newScore` to write, a `scoreTemplate` to start from, a score to write together
    (`sharedWriting`), a `worksheet` of exercises, one with text only (`worksheetText`), a `performance`, or `none`
    of these
    """


class EduResourceCopyBody(TypedDict):
    """Where to copy a resource"""

    destination: str
    """Unique identifier of the library folder that gets the copy"""


class EduResourceCreationBody(TypedDict):
    """A resource to create in a library"""

    type: 'Literal["assignment", "folder"] | models.EduResourceType'
    """Kind of resource: an `assignment`, or a `folder` that holds other resources"""
    title: str
    """Name of the resource as users see it, from 1 to 1000 characters"""
    parent: NotRequired[str]
    """Unique identifier of the library folder that is to hold the resource, `root` by default"""
    sharingDescription: NotRequired[str]
    """Text that presents the resource to the teachers it is shared with, up to 400 characters"""
    sharingDescriptionHtml: NotRequired[str]
    """The same text as HTML, up to 10,000 characters"""
    resource: NotRequired["models.EduResourceAssignmentCreation | EduResourceAssignmentCreationBody"]
    """The assignment to create in a new resource of a library"""


class EduResourceMoveBody(TypedDict):
    """Where to move a resource"""

    destination: str
    """Unique identifier of the library folder that gets the resource"""


class EduResourceUpdateBody(TypedDict):
    """The changes to make to a resource"""

    title: NotRequired[str]
    """Name of the resource as users see it, from 1 to 1000 characters"""
    sharingDescription: NotRequired[str]
    """Text that presents the resource to the teachers it is shared with, up to 400 characters"""
    sharingDescriptionHtml: NotRequired[str]
    """The same text as HTML, up to 10,000 characters"""
    privacy: NotRequired['Literal["private", "organizationPublic", "public"] | models.EduResourcePrivacy']
    """Who can see a resource: its creator (`private`), everyone in the organization (`organizationPublic`), or everyone
    (`public`)
    """
    subjects: NotRequired[
        Sequence[
            Union[
                Literal[
                    "composition",
                    "music-theory",
                    "general-music",
                    "band",
                    "choir",
                    "orchestra",
                    "jazz-ensemble",
                    "music-technology",
                    "other",
                ],
                "models.TeachingTheme",
            ]
        ]
    ]
    """Subjects of music teaching that a resource is about"""
    grades: NotRequired[
        Sequence[
            Union[Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "university"], "models.Grade"]
        ]
    ]
    """School grades that a resource is made for"""


class EduResourceUseInClassBody(TypedDict):
    """The class in which to use the assignment of a resource"""

    classroom: str
    """Unique identifier of the class that gets the assignment"""
    assignment: NotRequired[str]
    """Unique identifier of an assignment of that class to fill instead of creating one"""


class GroupNewMemberBody(TypedDict):
    """A user to put into a group"""

    user: str
    """Unique identifier of the user"""


class GroupRenamingBody(TypedDict):
    """A new name for a group"""

    name: str
    """Name of the group as users will see it"""


class GroupCreationBody(TypedDict):
    """A group of users to create"""

    type: 'Literal["classStudentsSubGroup"] | models.GroupCreation.Type'
    """Kind of group: `classStudentsSubGroup`, some of the students of a class"""
    classroom: str
    """Unique identifier of the class that the students are in"""
    name: NotRequired[str]
    """Name of the group as users will see it"""
    members: NotRequired[Sequence[str]]
    """Unique identifiers of the students to put into the group"""


class LtiConfigurationCreateBody(TypedDict):
    """An LTI configuration to create"""

    mode: 'Literal["1p3-manual"] | models.LtiConfigurationCreate.Mode'
    """How to set up the configuration: typed in"""
    deploymentType: str
    """Kind of deployment"""
    deploymentId: str
    """Identifier that the platform gave to this deployment"""
    name: NotRequired[str]
    """Label that tells the configuration from others of the organization"""
    lms: NotRequired[str]
    """Learning management system the configuration is for"""
    platformInfo: NotRequired["models.LtiConfigurationCreate.PlatformInfo | LtiConfigurationCreatePlatformInfoBody"]
    """The platform, as people know it"""
    locale: NotRequired[str]
    """Language that Flat speaks to the users of the platform"""
    clientId: NotRequired[str]
    """Identifier that the platform gave to Flat (OAuth 2.0 client ID)"""
    deploymentBreakdownId: NotRequired[str]
    """Identifier of the part of the platform that the deployment is for"""
    platformIss: NotRequired[str]
    """Issuer of the tokens of the platform (`iss`)"""
    platformName: NotRequired[str]
    """Name of the platform as people know it"""
    accessTokenUrl: NotRequired[str]
    """URL where the platform gives out access tokens"""
    authorizationUrl: NotRequired[str]
    """URL where the platform starts the sign-in (OpenID Connect)"""
    jwksUrl: NotRequired[str]
    """URL of the public keys of the platform (JSON Web Key Set)"""
    enableEmailMatching: NotRequired[bool | BoolClass]
    """True when users of the platform are matched with accounts of the same email address"""


class LtiConfigurationCreatePlatformInfoBody(TypedDict):
    """The platform, as people know it"""

    name: NotRequired[str]
    """Name of the platform"""
    url: NotRequired[str]
    """URL of the platform"""


class LtiConfigurationUpdateDeploymentBody(TypedDict):
    """The new content of an LTI configuration for a deployment of a platform"""

    deploymentId: NotRequired[str]
    """Identifier that the platform gave to this deployment"""
    deploymentBreakdownId: NotRequired[str]
    """Identifier of the part of the platform that the deployment is for"""
    enableEmailMatching: NotRequired[bool | BoolClass]
    """True when users of the platform are matched with accounts of the same email address"""


class LtiConfigurationUpdateStandaloneBody(TypedDict):
    """The new content of an LTI configuration that stands alone"""

    deploymentId: NotRequired[str]
    """Identifier that the platform gave to this deployment"""
    platformIss: NotRequired[str]
    """Issuer of the tokens of the platform (`iss`)"""
    platformName: NotRequired[str]
    """Name of the platform as people know it"""
    clientId: NotRequired[str]
    """Identifier that the platform gave to Flat (OAuth 2.0 client ID)"""
    accessTokenUrl: NotRequired[str]
    """URL where the platform gives out access tokens"""
    authorizationUrl: NotRequired[str]
    """URL where the platform starts the sign-in (OpenID Connect)"""
    jwksUrl: NotRequired[str]
    """URL of the public keys of the platform (JSON Web Key Set)"""
    enableEmailMatching: NotRequired[bool | BoolClass]
    """True when users of the platform are matched with accounts of the same email address"""


class LtiCredentialsCreationBody(TypedDict):
    """LTI credentials to create for the organization"""

    name: str
    """Label that tells these credentials from others of the organization, up to 300 characters"""
    lms: Union[
        Literal["canvas", "moodle", "schoology", "blackboard", "desire2learn", "sakai", "schoolbox", "other"],
        "models.LmsName",
    ]
    """Learning management system the credentials are for"""


class OmrInstrumentOverrideBody(TypedDict):
    """A correction of an instrument found in the pages of a score"""

    index: int | Decimal
    """Position of the part in the score, from 0"""
    instrumentId: NotRequired[str]
    """Identifier of the instrument that the part is for"""
    partName: NotRequired[str]
    """Name to give to the part, up to 200 characters"""
    transposeKey: NotRequired[str]
    """Key of a transposing instrument: a letter from `A` to `G`, and maybe a flat or a sharp behind it (e.g. `Bb`)"""
    midiProgram: NotRequired[int | Decimal]
    """MIDI program of the instrument, from 0 to 127"""


class OmrJobCreationBody(TypedDict):
    """A job of optical music recognition to create"""

    output: NotRequired['Literal["library", "musicxml"] | models.OmrJobOutput']
    """Where the result of a job goes: into the `library` as a score, or into a MusicXML file to download (`musicxml`)
    """
    interactiveSteps: NotRequired['Sequence[Literal["details"] | models.OmrStepName]']
    """Steps of the job at which a person is to be asked"""
    autoRotate: NotRequired[bool | BoolClass]
    """True to turn pages that lie on their side (default: false)"""
    locales: NotRequired[Sequence[str]]
    """Codes of the languages of the text in the score"""
    collection: NotRequired[str]
    """Unique identifier of the collection that gets the score"""
    idempotencyKey: NotRequired[str]
    """Text of your choice: a second creation with the same one gives the first job back, and no new one"""
    files: NotRequired["Sequence[models.OmrJobInputFile | OmrJobInputFileBody]"]
    """Files with the pages of the score, in their order; more can be added before the job starts"""
    autoStart: NotRequired[bool | BoolClass]
    """True to start the job at once, false to start it later"""


class OmrJobFileUploadBody(TypedDict):
    """A file to add to a job"""

    file: str
    """Content of the file in base64"""
    filename: NotRequired[str]
    """Name of the file"""


class OmrJobInputFileBody(TypedDict):
    """A file with pages of a score"""

    file: str
    """Content of the file in base64"""
    filename: NotRequired[str]
    """Name of the file"""


class OmrStepSubmissionBody(TypedDict):
    """The decisions of a person that let a job go on"""

    step: 'Literal["details"] | models.OmrStepSubmission.Step'
    """The step that the decisions belong to"""
    title: NotRequired[str]
    """Title to give to the score, up to 500 characters"""
    mainLanguage: NotRequired[str]
    """Code of the main language of the text in the score"""
    instruments: NotRequired["Sequence[models.OmrInstrumentOverride | OmrInstrumentOverrideBody]"]
    """Corrections of the instruments found, up to 200"""


class OrganizationInvitationCreationBody(TypedDict):
    """An invitation to create, for a given email address or for whoever gets its code"""

    email: NotRequired[str]
    """Email address of the person to invite; may be left out"""
    organizationRole: NotRequired[
        Union[Literal["admin", "accountAdmin", "teacher", "user", "billing"], "models.OrganizationRoles"]
    ]
    """Role in the organization that the invited person will have"""


class OrganizationUserAccessTokenCreationBody(TypedDict):
    """An access token to create on behalf of a user of the organization"""

    scopes: Sequence[
        Union[
            Literal[
                "account.public_profile",
                "account.email",
                "account.education_profile",
                "scores.readonly",
                "scores.social",
                "scores",
                "collections.readonly",
                "collections.add_scores",
                "collections",
                "notifications.readonly",
                "edu.resources",
                "edu.resources.readonly",
                "edu.classes",
                "edu.classes.readonly",
                "edu.assignments",
                "edu.assignments.readonly",
                "edu.admin",
                "edu.admin.lti",
                "edu.admin.lti.readonly",
                "edu.admin.users",
                "edu.admin.users.readonly",
                "tasks.readonly",
                "omr",
            ],
            "models.AppScopes",
        ]
    ]
    """Permissions the access token is to grant"""


class ResourceCollaboratorCreationBody(TypedDict):
    """A collaborator to add to a score, given by one of `user`, `group`, `userEmail` and `userToken`"""

    user: NotRequired[str]
    """Unique identifier of the user to add"""
    group: NotRequired[str]
    """Unique identifier of the group to add"""
    userEmail: NotRequired[str]
    """Email address of the person to add"""
    userToken: NotRequired[str]
    """Token that stands for the user to add, instead of an identifier or an email address"""
    aclRead: NotRequired[bool | BoolClass]
    """True (the default) to let the collaborator view the score"""
    aclWrite: NotRequired[bool | BoolClass]
    """True to let the collaborator edit the score; false by default"""
    aclAdmin: NotRequired[bool | BoolClass]
    """True to let the collaborator manage the score, including who has access to it; false by default"""


class ScoreCommentContextBody(TypedDict):
    """The place in the music that an inline comment is on: a passage of one part"""

    partUuid: str
    """UUID of the part"""
    measureUuids: Sequence[str]
    """UUIDs of the measures that the passage covers"""
    startTimePos: float | Decimal
    """Position where the passage starts in its first measure, counted in divisions (see `startDpq`)"""
    stopTimePos: float | Decimal
    """Position where the passage stops in its last measure, counted in divisions (see `stopDpq`)"""
    startDpq: float | Decimal
    """Divisions per quarter note, i.e. the resolution of `startTimePos`"""
    stopDpq: float | Decimal
    """Divisions per quarter note, i.e. the resolution of `stopTimePos`"""
    staffIdx: NotRequired[float | Decimal]
    """Index of the staff within the part"""
    staffUuid: NotRequired[str]
    """UUID of the staff within the part"""


class ScoreCommentCreationBody(TypedDict):
    """A comment to post on a score"""

    comment: str
    """Text of the comment"""
    revision: NotRequired[str]
    """Unique identifier of the revision of the score to comment on"""
    rawComment: NotRequired[str]
    """The text in raw form, without the formatting of `comment`"""
    mentions: NotRequired[Sequence[str]]
    """Unique identifiers of the users mentioned in the comment"""
    replyTo: NotRequired[str]
    """Unique identifier of the comment to reply to"""
    context: NotRequired["models.ScoreCommentContext | ScoreCommentContextBody"]
    """Place in the music to comment on; left out for a comment on the whole score"""


class ScoreCommentUpdateBody(TypedDict):
    """The changes to make to a comment on a score"""

    revision: NotRequired[str]
    """Unique identifier of the revision of the score that the comment is now on"""
    comment: NotRequired[str]
    """New text of the comment, from 1 to 10000 characters"""
    rawComment: NotRequired[str]
    """The new text in raw form, without the formatting of `comment`, from 1 to 10000 characters"""
    context: NotRequired["models.ScoreCommentContext | ScoreCommentContextBody"]
    """New place in the music that the comment is on"""


class ScoreCreationBody(TypedDict):
    """A score to create, from a file (`data`), a file in Google Drive (`source`) or blank (`builderData`)"""

    title: NotRequired[str]
    """Name of the score as users see it; may be left out when the imported file has a title"""
    privacy: NotRequired['Literal["public", "private", "organizationPublic", "privateLink"] | models.ScorePrivacy']
    """Who can see a score: with `private` (the default) only those who were given rights on it, with `public` everyone,
    with `organizationPublic` the members of the organization, with `privateLink` whoever has its sharing key
    """
    collection: NotRequired[str]
    """Unique identifier of the collection to put the score in"""
    googleDriveFolder: NotRequired[str]
    """Unique identifier of the folder in Google Drive to put the score in"""
    builderData: NotRequired["models.ScoreCreation.BuilderData | ScoreCreationBuilderDataBody"]
    """What a blank score is made of; used instead of importing a file"""
    filename: NotRequired[str]
    """Name of the imported file, with its extension"""
    data: NotRequired[str]
    """Content of the file to import (e.g. MusicXML or MIDI); binary files need `dataEncoding`"""
    dataEncoding: NotRequired['Literal["base64"] | models.ScoreCreation.DataEncoding']
    """How `data` is encoded: `base64` for binary files; left out for text"""
    source: NotRequired["models.ScoreSource | ScoreSourceBody"]
    """Where to import a score from, other than from the data of the request"""
    supportsTasks: NotRequired[bool | BoolClass]
    """True to be given a task to follow, instead of having to wait, when the import takes long"""


class ScoreCreationBuilderDataBody(TypedDict):
    """What a blank score is made of; used instead of importing a file"""

    scoreData: "models.ScoreCreation.BuilderData.ScoreData | ScoreCreationBuilderDataScoreDataBody"
    """Instruments, key and time of a blank score"""
    layoutData: NotRequired["models.ScoreCreation.BuilderData.LayoutData | ScoreCreationBuilderDataLayoutDataBody"]
    """Page layout of a blank score"""


class ScoreCreationBuilderDataLayoutDataBody(TypedDict):
    """Page layout of a blank score"""

    notesSpacingCoeff: NotRequired[float | Decimal]
    """Factor by which the usual space between notes is multiplied"""
    lengthUnit: NotRequired['Literal["cm", "inch"] | models.ScoreCreation.BuilderData.LayoutData.LengthUnit']
    """Unit in which the lengths of the layout are given, `cm` by default"""
    pageHeight: NotRequired[float | Decimal]
    """Height of the page, in `lengthUnit`"""
    pageWidth: NotRequired[float | Decimal]
    """Width of the page, in `lengthUnit`"""
    pageMarginTop: NotRequired[float | Decimal]
    """Margin at the top of the page, in `lengthUnit`"""
    pageMarginBottom: NotRequired[float | Decimal]
    """Margin at the bottom of the page, in `lengthUnit`"""
    pageMarginLeft: NotRequired[float | Decimal]
    """Margin at the left of the page, in `lengthUnit`"""
    pageMarginRight: NotRequired[float | Decimal]
    """Margin at the right of the page, in `lengthUnit`"""


class ScoreCreationBuilderDataScoreDataBody(TypedDict):
    """Instruments, key and time of a blank score"""

    useTabStaff: NotRequired[bool | BoolClass]
    """True to write instruments with frets on tablature staves"""
    useChordGrid: NotRequired[bool | BoolClass]
    """True to write the score as a chord grid"""
    fifths: NotRequired[float | Decimal]
    """Key signature on the circle of fifths: the number of sharps or, if negative, of flats"""
    nbBeats: NotRequired[float | Decimal]
    """Beats in a measure, i.e. the upper number of the time signature"""
    beatType: NotRequired[float | Decimal]
    """Note value of a beat, i.e. the lower number of the time signature (e.g. 4 for a quarter)"""
    instruments: Sequence[
        Union[
            "models.ScoreCreation.BuilderData.ScoreData.Instrument",
            "ScoreCreationBuilderDataScoreDataInstrumentBody",
        ]
    ]
    """Instruments to write for, each with a part of its own"""


class ScoreCreationBuilderDataScoreDataInstrumentBody(TypedDict):
    """An instrument to write for"""

    group: str
    """Identifier of the family that the instrument belongs to"""
    instrument: str
    """Identifier of the instrument within its family"""
    longName: NotRequired[str]
    """Full name of the part in the score, instead of the usual one"""
    shortName: NotRequired[str]
    """Abbreviated name of the part in the score, instead of the usual one"""
    hasQuarterTone: NotRequired[bool | BoolClass]
    """True when the part is to use quarter tones"""


class ScoreForkBody(TypedDict):
    """Options for the copy to make of a score"""

    collection: NotRequired[str | NoneClass | None]
    """Unique identifier of the collection to put the copy in, `root` by default"""
    keepOriginalTitle: NotRequired[bool | BoolClass]
    """True to give the copy exactly the title of the original"""
    googleDriveDisabled: NotRequired[bool | BoolClass]
    """True to make no file in Google Drive for the copy (default: false)"""


class ScoreModificationBody(TypedDict):
    """The changes to make to the details of a score"""

    title: NotRequired[str]
    """Name of the score as users see it"""
    subtitle: NotRequired[str | NoneClass | None]
    """Second line of the title; null for none"""
    composer: NotRequired[str | NoneClass | None]
    """Name of the person who composed the music; null for none"""
    lyricist: NotRequired[str | NoneClass | None]
    """Name of the person who wrote the lyrics; null for none"""
    arranger: NotRequired[str | NoneClass | None]
    """Name of the person who arranged the music; null for none"""
    privacy: NotRequired['Literal["public", "private", "organizationPublic", "privateLink"] | models.ScorePrivacy']
    """Who can see a score: with `private` (the default) only those who were given rights on it, with `public` everyone,
    with `organizationPublic` the members of the organization, with `privateLink` whoever has its sharing key
    """
    sharingKey: NotRequired[str]
    """Secret that gives access to the score: 128 lowercase hexadecimal digits"""
    description: NotRequired[str | NoneClass | None]
    """Text that presents the score to its readers, up to 2000 characters; null for none"""
    tags: NotRequired[Sequence[str]]
    """Keywords to find the score by"""
    creationType: NotRequired[
        Union[Literal["original", "arrangement", "other"], "models.ScoreCreationType", NoneClass, None]
    ]
    """How a score came about: as an `original` composition, as an `arrangement` of an existing one, or in an `other`
    way; null where nobody said
    """
    license: NotRequired[
        Union[
            Literal["copyright", "cc0", "cc-by", "cc-by-sa", "cc-by-nd", "cc-by-nc", "cc-by-nc-sa", "cc-by-nc-nd"],
            "models.ScoreLicense",
            NoneClass,
            None,
        ]
    ]
    """License of a score: `copyright` keeps all rights, `cc0` gives them up, the others are the Creative Commons
    licenses of that name; null for none
    """
    licenseText: NotRequired[str | NoneClass | None]
    """Text that details the license or the copyright; null for none"""


class ScoreRevisionCreationBody(TypedDict):
    """A revision to add to a score"""

    data: str
    """Content of the score as a file (e.g. MusicXML or MIDI); binary files need `dataEncoding`"""
    dataEncoding: NotRequired['Literal["base64"] | models.ScoreRevisionCreation.DataEncoding']
    """How `data` is encoded: `base64` for binary files; left out for text"""
    autosave: NotRequired[bool | BoolClass]
    """True when the revision is saved automatically, false when someone chose to"""
    description: NotRequired[str]
    """Note to leave with the revision about what changed"""


class ScoreSourceBody(TypedDict):
    """Where to import a score from, other than from the data of the request"""

    googleDrive: NotRequired[str]
    """Unique identifier of the file in Google Drive to import"""


class ScoreTrackCreationBody(TypedDict):
    """A track to add to a score"""

    title: NotRequired[str]
    """Name of the track as users see it"""
    default: NotRequired[bool | BoolClass]
    """True to have the score play this track unless another one is chosen"""
    state: NotRequired['Literal["draft", "completed", "deleted"] | models.ScoreTrackState']
    """How far a track has come: a `draft` (the default) is still being synchronized, a `completed` one is ready, a
    `deleted` one was removed
    """
    url: NotRequired[str]
    """URL of the recording: an audio file, or a page on SoundCloud, YouTube or Vimeo"""
    synchronizationPoints: NotRequired["Sequence[models.ScoreTrackPoint | ScoreTrackPointBody]"]
    """Points that tell which time of the recording goes with which measure"""
    purpose: NotRequired['Literal["common", "performanceSubmission"] | models.ScoreTrackPurpose']
    """What a track is for: to play along with the score (`common`), or as the performance that a student hands in
    (`performanceSubmission`)
    """


class ScoreTrackPointBody(TypedDict):
    """A moment of a recording, tied to a place in the score"""

    type: 'Literal["measure", "end"] | models.ScoreTrackPoint.Type'
    """What the moment is tied to: the start of a `measure`, or the `end` of the music"""
    time: float | Decimal
    """Time in the recording, in seconds"""
    measureUuid: NotRequired[str | UUID]
    """UUID of the measure; only for points of type `measure`"""


class ScoreTrackUpdateBody(TypedDict):
    """The changes to make to a track"""

    title: NotRequired[str]
    """Name of the track as users see it"""
    default: NotRequired[bool | BoolClass]
    """True to have the score play this track unless another one is chosen"""
    state: NotRequired['Literal["draft", "completed", "deleted"] | models.ScoreTrackState']
    """How far a track has come: a `draft` (the default) is still being synchronized, a `completed` one is ready, a
    `deleted` one was removed
    """
    synchronizationPoints: NotRequired["Sequence[models.ScoreTrackPoint | ScoreTrackPointBody]"]
    """Points that tell which time of the recording goes with which measure"""
    purpose: NotRequired['Literal["common", "performanceSubmission"] | models.ScoreTrackPurpose']
    """What a track is for: to play along with the score (`common`), or as the performance that a student hands in
    (`performanceSubmission`)
    """


class TaskExportOptionsBody(TypedDict):
    """Options for the export of a score by a task"""

    parts: NotRequired[Sequence[str]]
    """UUIDs of the parts to export; left out for the whole score"""


class UserAdminUpdateBody(TypedDict):
    """The changes that an administrator makes to a user of the organization"""

    password: NotRequired[str]
    """New password of the user, from 6 to 1000 characters"""
    organizationRole: NotRequired[
        Union[Literal["admin", "accountAdmin", "teacher", "user", "billing"], "models.OrganizationRoles"]
    ]
    """New role of the user in the organization"""
    username: NotRequired[str]
    """Unique name that the user goes by on Flat, from 1 to 30 characters"""
    firstname: NotRequired[str]
    """Given name of the user, up to 60 characters"""
    lastname: NotRequired[str]
    """Family name of the user, up to 60 characters"""
    email: NotRequired[str]
    """New email address of the user"""


class UserCreationBody(TypedDict):
    """A user account to create in the organization"""

    username: str
    """Unique name that the user goes by on Flat, from 1 to 30 characters"""
    password: str
    """Password the user signs in with, from 6 to 1000 characters"""
    firstname: NotRequired[str]
    """Given name of the user, up to 60 characters"""
    lastname: NotRequired[str]
    """Family name of the user, up to 60 characters"""
    email: NotRequired[str]
    """Email address of the user; may be left out"""
    locale: NotRequired[
        Union[
            Literal[
                "en",
                "en-GB",
                "es",
                "fr",
                "de",
                "it",
                "ja",
                "ja-HIRA",
                "ko",
                "nl",
                "pl",
                "pt",
                "pt-BR",
                "ro",
                "ru",
                "sv",
                "tr",
                "zh-Hans",
            ],
            "models.FlatLocalesString",
            str,
        ]
    ]
    """Language of the interface: one of `FlatLocales`, or a language that the API has learned since"""
    role: NotRequired['Literal["user", "teacher", "admin", "accountAdmin"] | models.UserCreation.Role']
    """Role in the organization of the new user: `user` (the default), `teacher` or `admin`"""


class UserSigninLinkCreationBody(TypedDict):
    """Options for a sign-in link"""

    destinationPath: NotRequired[str]
    """Path on the Flat website to go to once signed in, `/` by default"""
