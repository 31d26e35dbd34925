"""The model `ClassDetails`."""

from ..schemas import (
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    NumberSchema,
    StrSchema,
    list_of,
    nullable,
    optional,
    value,
)
from .class_grade_level import ClassGradeLevel
from .class_state import ClassState
from .edu_skills_focused import EduSkillsFocused
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

            id = optional(StrSchema, "Unique identifier of the user")
            email = optional(StrSchema, "Email address of the user")
            reason = optional(Reason)

        sync = optional(list_of(SyncItem), "Users who could not be synchronized with the class")

    class GoogleClassroom(DictSchema):
        """The class as Google Classroom knows it"""

        id = optional(StrSchema, "Unique identifier of the class in Google Classroom")
        alternateLink = optional(StrSchema, "URL of the class in Google Classroom")

    class GoogleDrive(DictSchema):
        """What the class has in Google Drive"""

        teacherFolderId = optional(
            StrSchema,
            "Unique identifier of the folder of the teachers in Google Drive",
        )
        teacherFolderAlternateLink = optional(StrSchema, "URL of the folder of the teachers in Google Drive")

    class MicrosoftGraph(DictSchema):
        """The class as Microsoft Teams knows it"""

        id = optional(StrSchema, "Unique identifier of the class in Microsoft Graph")

    class Lti(DictSchema):
        """The class as an LTI platform knows it, which calls it a context"""

        contextId = optional(StrSchema, "Unique identifier of the context in the LTI platform")
        contextTitle = optional(StrSchema, "Full name of the context in the LTI platform")
        contextLabel = optional(StrSchema, "Short name of the context in the LTI platform")
        hasNrpsService = optional(
            BoolSchema,
            "True when the LTI platform tells who the members of the class are (Names and Role Provisioning "
            "Services)",
        )

    class Canvas(DictSchema):
        """The class as Canvas knows it"""

        id = optional(StrSchema, "Unique identifier of the class in Canvas")
        domain = optional(StrSchema, "Host name of the Canvas site")

    class Mfc(DictSchema):
        """The class as MusicFirst Classroom knows it"""

        id = optional(StrSchema, "Unique identifier of the class in MusicFirst Classroom")
        alternateLink = optional(StrSchema, "URL of the class in MusicFirst Classroom")

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

        id = optional(StrSchema, "Unique identifier of the class in Clever")
        creationDate = optional(DateTimeSchema, "Date and time when the class was created in Clever")
        modificationDate = optional(DateTimeSchema, "Date and time of the last change of the class in Clever")
        subject = optional(Subject)
        termName = optional(StrSchema, "Name of the school term the class is held in")
        termStartDate = optional(DateTimeSchema, "Date and time when the school term starts")
        termEndDate = optional(DateTimeSchema, "Date and time when the school term ends")

    id = optional(StrSchema, "Unique identifier of the class")
    state = optional(ClassState)
    name = optional(StrSchema, "Name of the class as its members see it")
    section = optional(StrSchema, "Which of several classes alike this one is, such as a period or a group")
    description = optional(StrSchema, "Text that presents the class to its members")
    organization = optional(StrSchema, "Unique identifier of the organization the class belongs to")
    owner = optional(StrSchema, "Unique identifier of the user who owns the class")
    creationDate = optional(DateTimeSchema, "Date and time when the class was created")
    enrollmentCode = optional(StrSchema, "Code with which a user joins the class")
    theme = optional(StrSchema, "Name of the visual theme the class is shown with")
    assignmentsCount = optional(NumberSchema, "Number of assignments given to the class")
    studentsGroup = optional(GroupDetails, "Group made of the students of the class")
    teachersGroup = optional(GroupDetails, "Group made of the teachers of the class")
    issues = optional(Issues)
    googleClassroom = optional(
        GoogleClassroom,
        "Counterpart of the class in Google Classroom, for classes linked to it",
    )
    googleDrive = optional(GoogleDrive)
    microsoftGraph = optional(
        MicrosoftGraph,
        "Counterpart of the class in Microsoft Teams, for classes linked to it",
    )
    lti = optional(Lti, "Counterpart of the class in an LTI platform, for classes linked to one")
    canvas = optional(Canvas, "Counterpart of the class in Canvas, for classes linked to it")
    mfc = optional(Mfc, "Counterpart of the class in MusicFirst Classroom, for classes linked to it")
    clever = optional(Clever, "Counterpart of the class in Clever, for classes linked to it")
    level = optional(ClassGradeLevel)
    skillsFocused = optional(EduSkillsFocused)
    size = optional(nullable(NumberSchema), "Number of students the class is meant for, null when not known")
    modificationDate = optional(DateTimeSchema, "Date and time of the last change of the class")
