"""The model `AssignmentSubmissionHistory`."""

from ..schemas import DateTimeSchema, DictSchema, EnumBase, NumberSchema, StrSchema, list_of, optional, value
from .assignment_submission_history_state import AssignmentSubmissionHistoryState


class AssignmentSubmissionHistory(DictSchema):
    """One event in the life of a submission"""

    class Source(EnumBase, StrSchema):
        """System outside Flat that an event comes from: an LTI platform or one of the linked services"""

        LTI = value("lti")
        GOOGLE_CLASSROOM = value("googleClassroom")
        MICROSOFT_GRAPH = value("microsoftGraph")

    class Attachment(DictSchema):
        """The score an event is about"""

        score = optional(StrSchema, "Unique identifier of the score")
        revision = optional(StrSchema, "Unique identifier of the revision of the score")
        title = optional(StrSchema, "Title of the score")

    date = optional(DateTimeSchema, "Date and time of the event")
    users = optional(list_of(StrSchema), "Unique identifiers of the users the event comes from")
    source = optional(Source)
    state = optional(AssignmentSubmissionHistoryState)
    draftGrade = optional(NumberSchema, "Provisional grade in points as of the event")
    grade = optional(NumberSchema, "Final grade in points as of the event")
    maxPoints = optional(NumberSchema, "Highest grade the submission can get as of the event, in points")
    comment = optional(StrSchema, "Text of the comment, for events that carry one")
    dueDate = optional(DateTimeSchema, "Date and time by which the work is expected as of the event")
    attachment = optional(Attachment)
    classroom = optional(StrSchema, "Unique identifier of the class the assignment was given to")
    assignment = optional(StrSchema, "Unique identifier of the assignment")
    submission = optional(StrSchema, "Unique identifier of the submission that changed")
