"""The model `ClassAssignmentUpdate`."""

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
from .assignment_type import AssignmentType
from .class_attachment_creation import ClassAttachmentCreation


class ClassAssignmentUpdate(DictSchema):
    """The content of an assignment to create in a class"""

    class ReleaseGrades(EnumBase, StrSchema):
        """How students get their grades: `auto` without a teacher's action, `manual` from a teacher"""

        AUTO = value("auto")
        MANUAL = value("manual")

    class State(EnumBase, StrSchema):
        """Where to put the assignment: `draft` to go on preparing it, `active` to give it to the students"""

        DRAFT = value("draft")
        ACTIVE = value("active")

    class GoogleClassroom(DictSchema):
        """Choices for the assignment in Google Classroom, for classes linked to it"""

        topicId = optional(
            nullable(StrSchema),
            "Unique identifier of the Google Classroom topic that holds the assignment, null for none",
        )

    class MicrosoftGraph(DictSchema):
        """Choices for the assignment in Microsoft Teams, for classes linked to it"""

        categories = optional(
            nullable(list_of(StrSchema)),
            "Categories of the assignment in Microsoft Teams, null for none",
        )

    class AssigneeMode(EnumBase, StrSchema):
        """Who gets the assignment: `everyone` in the class, or the `selected` students"""

        EVERYONE = value("everyone")
        SELECTED = value("selected")

    type = optional(AssignmentType)
    title = optional(
        StrSchema.where(min_length=1, max_length=1000),
        "Name of the assignment as teachers and students see it, from 1 to 1000 characters",
    )
    description = optional(StrSchema, "Instructions given to the students")
    attachments = optional(
        list_of(ClassAttachmentCreation),
        "Scores, worksheets, links and other media given with the assignment",
    )
    nbPlaybackAuthorized = optional(
        nullable(NumberSchema),
        "Number of times a student may play the score back, null for no limit",
    )
    toolset = optional(
        nullable(StrSchema),
        "Unique identifier of the set of editor tools the students work with, null for none",
    )
    coverFile = optional(
        nullable(StrSchema),
        "Unique identifier of the uploaded file used as cover picture, null for none",
    )
    cover = optional(nullable(StrSchema), "URL of the cover picture, null for none")
    maxPoints = optional(
        nullable(NumberSchema.where(minimum=0, maximum=100)),
        "Highest grade a submission can get, in points, from 0 to 100; null for none",
    )
    releaseGrades = optional(ReleaseGrades)
    shuffleExercises = optional(BoolSchema, "True when the exercises of a worksheet come in a random order")
    state = optional(State)
    dueDate = optional(
        nullable(DateTimeSchema),
        "Date and time by which the work is expected, e.g. `2024-09-02T08:00:00Z`; null for none",
    )
    scheduledDate = optional(
        nullable(DateTimeSchema),
        "Date and time when the assignment is to be published, e.g. `2024-09-02T08:00:00Z`; null for none",
    )
    googleClassroom = optional(GoogleClassroom)
    microsoftGraph = optional(MicrosoftGraph)
    assigneeMode = optional(AssigneeMode)
    assignedStudents = optional(
        list_of(StrSchema),
        "Unique identifiers of the students concerned when `assigneeMode` is `selected`",
    )
