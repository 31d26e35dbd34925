"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    ListSchema,
    NoneClass,
    NoneSchema,
    NumberSchema,
    Property,
    StrSchema,
    Unset,
    value,
)
from .class_grade_level import ClassGradeLevel
from .class_state import ClassState
from .edu_skills_focused import EduSkillsFocused, EduSkillsFocusedItem
from .group_details import GroupDetails

class ClassDetails(DictSchema):
    """A class, with its teachers, its students and its links to other learning platforms"""

    class Issues(DictSchema):
        """Problems met with the class"""

        class SyncItem(DictSchema):
            """A user who could not be synchronized with the class"""

            class Reason(EnumBase, StrSchema):
                """Why a user could not be synchronized: the account belongs to another organization
                (`otherOrgnanization`, spelled this way) or has a `personalSubscription`
                """

                OTHER_ORGNANIZATION = value("otherOrgnanization")
                PRODUCT_MIGRATION = value("productMigration")
                DISABLED_ACCOUNT = value("disabledAccount")
                PERSONAL_SUBSCRIPTION = value("personalSubscription")

            id: Property[StrSchema]
            """Unique identifier of the user"""
            email: Property[StrSchema]
            """Email address of the user"""
            reason: Property[ClassDetails.Issues.SyncItem.Reason]
            """Why a user could not be synchronized: the account belongs to another organization (`otherOrgnanization`,
            spelled this way) or has a `personalSubscription`
            """

            def __init__(
                self,
                data: Mapping[str, Any] = ...,
                /,
                *,
                id: str | Unset = ...,
                email: str | Unset = ...,
                reason: Literal["otherOrgnanization", "productMigration", "disabledAccount", "personalSubscription"]
                | ClassDetails.Issues.SyncItem.Reason
                | Unset = ...,
                _configuration: Configuration | None = ...,
            ) -> None: ...
            def replace(
                self,
                *,
                id: str | Unset = ...,
                email: str | Unset = ...,
                reason: Literal["otherOrgnanization", "productMigration", "disabledAccount", "personalSubscription"]
                | ClassDetails.Issues.SyncItem.Reason
                | Unset = ...,
            ) -> Self: ...

        sync: Property[ListSchema[ClassDetails.Issues.SyncItem]]
        """Users who could not be synchronized with the class"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            sync: Sequence[ClassDetails.Issues.SyncItem | Mapping[str, Any]] | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            sync: Sequence[ClassDetails.Issues.SyncItem | Mapping[str, Any]] | Unset = ...,
        ) -> Self: ...

    class GoogleClassroom(DictSchema):
        """The class as Google Classroom knows it"""

        id: Property[StrSchema]
        """Unique identifier of the class in Google Classroom"""
        alternateLink: Property[StrSchema]
        """URL of the class in Google Classroom"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            id: str | Unset = ...,
            alternateLink: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, id: str | Unset = ..., alternateLink: str | Unset = ...) -> Self: ...

    class GoogleDrive(DictSchema):
        """What the class has in Google Drive"""

        teacherFolderId: Property[StrSchema]
        """Unique identifier of the folder of the teachers in Google Drive"""
        teacherFolderAlternateLink: Property[StrSchema]
        """URL of the folder of the teachers in Google Drive"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            teacherFolderId: str | Unset = ...,
            teacherFolderAlternateLink: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            teacherFolderId: str | Unset = ...,
            teacherFolderAlternateLink: str | Unset = ...,
        ) -> Self: ...

    class MicrosoftGraph(DictSchema):
        """The class as Microsoft Teams knows it"""

        id: Property[StrSchema]
        """Unique identifier of the class in Microsoft Graph"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            id: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, id: str | Unset = ...) -> Self: ...

    class Lti(DictSchema):
        """The class as an LTI platform knows it, which calls it a context"""

        contextId: Property[StrSchema]
        """Unique identifier of the context in the LTI platform"""
        contextTitle: Property[StrSchema]
        """Full name of the context in the LTI platform"""
        contextLabel: Property[StrSchema]
        """Short name of the context in the LTI platform"""
        hasNrpsService: Property[BoolSchema]
        """True when the LTI platform tells who the members of the class are (Names and Role Provisioning Services)"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            contextId: str | Unset = ...,
            contextTitle: str | Unset = ...,
            contextLabel: str | Unset = ...,
            hasNrpsService: bool | BoolClass | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            contextId: str | Unset = ...,
            contextTitle: str | Unset = ...,
            contextLabel: str | Unset = ...,
            hasNrpsService: bool | BoolClass | Unset = ...,
        ) -> Self: ...

    class Canvas(DictSchema):
        """The class as Canvas knows it"""

        id: Property[StrSchema]
        """Unique identifier of the class in Canvas"""
        domain: Property[StrSchema]
        """Host name of the Canvas site"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            id: str | Unset = ...,
            domain: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, id: str | Unset = ..., domain: str | Unset = ...) -> Self: ...

    class Mfc(DictSchema):
        """The class as MusicFirst Classroom knows it"""

        id: Property[StrSchema]
        """Unique identifier of the class in MusicFirst Classroom"""
        alternateLink: Property[StrSchema]
        """URL of the class in MusicFirst Classroom"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            id: str | Unset = ...,
            alternateLink: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, id: str | Unset = ..., alternateLink: str | Unset = ...) -> Self: ...

    class Clever(DictSchema):
        """The class as Clever knows it"""

        class Subject(EnumBase, StrSchema):
            """School subject of the class, in the words of Clever"""

            ENGLISH_LANGUAGE_ARTS = value("english/language arts")
            MATH = value("math")
            SCIENCE = value("science")
            SOCIAL_STUDIES = value("social studies")
            LANGUAGE = value("language")
            HOMEROOM_ADVISORY = value("homeroom/advisory")
            INTERVENTIONS_ONLINE_LEARNING = value("interventions/online learning")
            TECHNOLOGY_AND_ENGINEERING = value("technology and engineering")
            PE_AND_HEALTH = value("PE and health")
            ARTS_AND_MUSIC = value("arts and music")
            OTHER = value("other")

        id: Property[StrSchema]
        """Unique identifier of the class in Clever"""
        creationDate: Property[DateTimeSchema]
        """Date and time when the class was created in Clever"""
        modificationDate: Property[DateTimeSchema]
        """Date and time of the last change of the class in Clever"""
        subject: Property[ClassDetails.Clever.Subject]
        """School subject of the class, in the words of Clever"""
        termName: Property[StrSchema]
        """Name of the school term the class is held in"""
        termStartDate: Property[DateTimeSchema]
        """Date and time when the school term starts"""
        termEndDate: Property[DateTimeSchema]
        """Date and time when the school term ends"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            id: str | Unset = ...,
            creationDate: str | datetime | Unset = ...,
            modificationDate: str | datetime | Unset = ...,
            subject: Literal[
                "english/language arts",
                "math",
                "science",
                "social studies",
                "language",
                "homeroom/advisory",
                "interventions/online learning",
                "technology and engineering",
                "PE and health",
                "arts and music",
                "other",
            ]
            | ClassDetails.Clever.Subject
            | Unset = ...,
            termName: str | Unset = ...,
            termStartDate: str | datetime | Unset = ...,
            termEndDate: str | datetime | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            id: str | Unset = ...,
            creationDate: str | datetime | Unset = ...,
            modificationDate: str | datetime | Unset = ...,
            subject: Literal[
                "english/language arts",
                "math",
                "science",
                "social studies",
                "language",
                "homeroom/advisory",
                "interventions/online learning",
                "technology and engineering",
                "PE and health",
                "arts and music",
                "other",
            ]
            | ClassDetails.Clever.Subject
            | Unset = ...,
            termName: str | Unset = ...,
            termStartDate: str | datetime | Unset = ...,
            termEndDate: str | datetime | Unset = ...,
        ) -> Self: ...

    id: Property[StrSchema]
    """Unique identifier of the class"""
    state: Property[ClassState]
    """Where a class stands: `active` is in use, `inactive` has yet to be activated, `archived` is over, `deleted` is
    about to be gone
    """
    name: Property[StrSchema]
    """Name of the class as its members see it"""
    section: Property[StrSchema]
    """Which of several classes alike this one is, such as a period or a group"""
    description: Property[StrSchema]
    """Text that presents the class to its members"""
    organization: Property[StrSchema]
    """Unique identifier of the organization the class belongs to"""
    owner: Property[StrSchema]
    """Unique identifier of the user who owns the class"""
    creationDate: Property[DateTimeSchema]
    """Date and time when the class was created"""
    enrollmentCode: Property[StrSchema]
    """Code with which a user joins the class"""
    theme: Property[StrSchema]
    """Name of the visual theme the class is shown with"""
    assignmentsCount: Property[NumberSchema]
    """Number of assignments given to the class"""
    studentsGroup: Property[GroupDetails]
    """Group made of the students of the class"""
    teachersGroup: Property[GroupDetails]
    """Group made of the teachers of the class"""
    issues: Property[ClassDetails.Issues]
    """Problems met with the class"""
    googleClassroom: Property[ClassDetails.GoogleClassroom]
    """Counterpart of the class in Google Classroom, for classes linked to it"""
    googleDrive: Property[ClassDetails.GoogleDrive]
    """What the class has in Google Drive"""
    microsoftGraph: Property[ClassDetails.MicrosoftGraph]
    """Counterpart of the class in Microsoft Teams, for classes linked to it"""
    lti: Property[ClassDetails.Lti]
    """Counterpart of the class in an LTI platform, for classes linked to one"""
    canvas: Property[ClassDetails.Canvas]
    """Counterpart of the class in Canvas, for classes linked to it"""
    mfc: Property[ClassDetails.Mfc]
    """Counterpart of the class in MusicFirst Classroom, for classes linked to it"""
    clever: Property[ClassDetails.Clever]
    """Counterpart of the class in Clever, for classes linked to it"""
    level: Property[ClassGradeLevel]
    """School level of the students of a class, from `elementary` to `university`"""
    skillsFocused: Property[EduSkillsFocused]
    """Musical skills that a class works on"""
    size: Property[NumberSchema | NoneSchema]
    """Number of students the class is meant for, null when not known"""
    modificationDate: Property[DateTimeSchema]
    """Date and time of the last change of the class"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        state: Literal["active", "inactive", "archived", "deleted"] | ClassState | Unset = ...,
        name: str | Unset = ...,
        section: str | Unset = ...,
        description: str | Unset = ...,
        organization: str | Unset = ...,
        owner: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        enrollmentCode: str | Unset = ...,
        theme: str | Unset = ...,
        assignmentsCount: float | Decimal | Unset = ...,
        studentsGroup: GroupDetails | Mapping[str, Any] | Unset = ...,
        teachersGroup: GroupDetails | Mapping[str, Any] | Unset = ...,
        issues: ClassDetails.Issues | Mapping[str, Any] | Unset = ...,
        googleClassroom: ClassDetails.GoogleClassroom | Mapping[str, Any] | Unset = ...,
        googleDrive: ClassDetails.GoogleDrive | Mapping[str, Any] | Unset = ...,
        microsoftGraph: ClassDetails.MicrosoftGraph | Mapping[str, Any] | Unset = ...,
        lti: ClassDetails.Lti | Mapping[str, Any] | Unset = ...,
        canvas: ClassDetails.Canvas | Mapping[str, Any] | Unset = ...,
        mfc: ClassDetails.Mfc | Mapping[str, Any] | Unset = ...,
        clever: ClassDetails.Clever | Mapping[str, Any] | Unset = ...,
        level: Literal["elementary", "middle", "high", "university", "other"] | ClassGradeLevel | Unset = ...,
        skillsFocused: Sequence[
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
        | Unset = ...,
        size: float | Decimal | NoneClass | Unset | None = ...,
        modificationDate: str | datetime | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        state: Literal["active", "inactive", "archived", "deleted"] | ClassState | Unset = ...,
        name: str | Unset = ...,
        section: str | Unset = ...,
        description: str | Unset = ...,
        organization: str | Unset = ...,
        owner: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        enrollmentCode: str | Unset = ...,
        theme: str | Unset = ...,
        assignmentsCount: float | Decimal | Unset = ...,
        studentsGroup: GroupDetails | Mapping[str, Any] | Unset = ...,
        teachersGroup: GroupDetails | Mapping[str, Any] | Unset = ...,
        issues: ClassDetails.Issues | Mapping[str, Any] | Unset = ...,
        googleClassroom: ClassDetails.GoogleClassroom | Mapping[str, Any] | Unset = ...,
        googleDrive: ClassDetails.GoogleDrive | Mapping[str, Any] | Unset = ...,
        microsoftGraph: ClassDetails.MicrosoftGraph | Mapping[str, Any] | Unset = ...,
        lti: ClassDetails.Lti | Mapping[str, Any] | Unset = ...,
        canvas: ClassDetails.Canvas | Mapping[str, Any] | Unset = ...,
        mfc: ClassDetails.Mfc | Mapping[str, Any] | Unset = ...,
        clever: ClassDetails.Clever | Mapping[str, Any] | Unset = ...,
        level: Literal["elementary", "middle", "high", "university", "other"] | ClassGradeLevel | Unset = ...,
        skillsFocused: Sequence[
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
        | Unset = ...,
        size: float | Decimal | NoneClass | Unset | None = ...,
        modificationDate: str | datetime | Unset = ...,
    ) -> Self: ...
