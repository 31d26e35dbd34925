"""The model `AssignmentSubmission`."""

from ..schemas import (
    DictSchema,
    EnumBase,
    NumberSchema,
    StrSchema,
    list_of,
    nullable,
    optional,
    required,
    value,
)
from .assignment_submission_playback import AssignmentSubmissionPlayback
from .assignment_submission_state import AssignmentSubmissionState
from .google_classroom_submission import GoogleClassroomSubmission
from .media_attachment import MediaAttachment
from .microsoft_graph_submission import MicrosoftGraphSubmission


class AssignmentSubmission(DictSchema):
    """The work of a student for an assignment, with its grade"""

    class Comments(DictSchema):
        """How many comments the submission has"""

        total = optional(NumberSchema, "Number of comments on the submission")
        unread = optional(NumberSchema, "Number of comments that the current user has not read")

    class Lti(DictSchema):
        """Counterpart of the submission in an LTI platform, for classes linked to one"""

        class GradeService(EnumBase, StrSchema):
            """LTI service that the grade is sent to: `ags2p0` for Assignment and Grade Services 2.0,
            `outcomes1p1` for Basic Outcomes 1.1
            """

            AGS2P0 = value("ags2p0")
            OUTCOMES1P1 = value("outcomes1p1")

        gradeService = required(GradeService)
        sourcedid = optional(
            StrSchema,
            "Identifier of the result in the LTI platform (`lis_result_sourcedid`), for `outcomes1p1`",
        )

    id = required(StrSchema, "Unique identifier of the submission")
    state = required(AssignmentSubmissionState)
    classroom = required(StrSchema, "Unique identifier of the class the assignment was given to")
    assignment = required(StrSchema, "Unique identifier of the assignment this work answers")
    creator = required(StrSchema, "Unique identifier of the user who created the submission")
    attachments = required(
        list_of(MediaAttachment),
        "Scores and other media that make up the work of the student",
    )
    creationDate = optional(StrSchema, "Date and time when the submission was created")
    submissionDate = optional(StrSchema, "Date and time when the work was handed in")
    returnDate = optional(StrSchema, "Date and time when the work was given back to the student")
    returnCreator = optional(StrSchema, "Unique identifier of the user who gave the work back to the student")
    grade = optional(nullable(NumberSchema), "Final grade in points, null when there is none")
    draftGrade = optional(nullable(NumberSchema), "Provisional grade in points, null when there is none")
    maxPoints = optional(NumberSchema, "Highest grade the submission can get, in points")
    exercisesIds = optional(
        nullable(list_of(StrSchema)),
        "Unique identifiers of the worksheet exercises that belong to the submission, null for none",
    )
    googleClassroom = optional(
        GoogleClassroomSubmission,
        "Counterpart of the submission in Google Classroom, for classes linked to it",
    )
    microsoftGraph = optional(
        MicrosoftGraphSubmission,
        "Counterpart of the submission in Microsoft Teams, for classes linked to it",
    )
    playback = optional(
        list_of(AssignmentSubmissionPlayback),
        "How often the student has played each score of the submission",
    )
    comments = optional(Comments)
    lti = optional(Lti)
