"""The operations of classes."""

from ...model.assignment import Assignment
from ...model.assignment_copy import AssignmentCopy
from ...model.assignment_copy_response import AssignmentCopyResponse
from ...model.assignment_submission import AssignmentSubmission
from ...model.assignment_submission_comment import AssignmentSubmissionComment
from ...model.assignment_submission_comment_creation import AssignmentSubmissionCommentCreation
from ...model.assignment_submission_history import AssignmentSubmissionHistory
from ...model.assignment_submission_update import AssignmentSubmissionUpdate
from ...model.class_assignment import ClassAssignment
from ...model.class_assignment_update import ClassAssignmentUpdate
from ...model.class_creation import ClassCreation
from ...model.class_details import ClassDetails
from ...model.class_update import ClassUpdate
from ...model.user_details import UserDetails
from ...operations import delete, get, post, put
from ...schemas import BinarySchema, BoolSchema, EnumBase, StrSchema, list_of, optional, required, value
from .._parameters import USER
from .._service import FlatApi
from .score_api import ScoreApi

CLASS = required(StrSchema, "Unique identifier of the class")
ASSIGNMENT = required(StrSchema, "Unique identifier of the assignment")
SUBMISSION = required(StrSchema, "Unique identifier of the submission")
COMMENT = required(StrSchema, "Unique identifier of the comment")


class ModelClassApi(FlatApi):
    """Teach with Flat: classes, the assignments that they are given, and the work that students hand in."""

    class State(EnumBase, StrSchema):
        """Only classes in this state, the `active` ones if not given"""

        ACTIVE = value("active")
        INACTIVE = value("inactive")
        ARCHIVED = value("archived")

    list_classes = get(
        "/classes",
        "List the classes that the current user teaches or attends.",
        query={"state": optional(State)},
        returns=list_of(ClassDetails),
        scopes=("edu.classes", "edu.classes.readonly"),
    )

    create_class = post(
        "/classes",
        "Create a class.",
        body=required(ClassCreation, "Name of the new class, and whom it is for"),
        returns=ClassDetails,
        errors=(402,),
        scopes=("edu.classes",),
    )

    get_class = get(
        "/classes/{class}",
        "Read a class: its name, its members, and its links to other platforms.",
        path={"class": CLASS},
        returns=ClassDetails,
        scopes=("edu.classes", "edu.classes.readonly"),
    )

    update_class = put(
        "/classes/{class}",
        "Change what is said about a class, such as its name.",
        path={"class": CLASS},
        body=optional(ClassUpdate, "What to change; whatever is left out stays as it is"),
        returns=ClassDetails,
        scopes=("edu.classes",),
    )

    activate_class = post(
        "/classes/{class}/activate",
        "Put an inactive class in use.",
        path={"class": CLASS},
        returns=ClassDetails,
        scopes=("edu.classes",),
    )

    archive_class = post(
        "/classes/{class}/archive",
        "Put a class that is over in the archives.",
        path={"class": CLASS},
        returns=ClassDetails,
        scopes=("edu.classes",),
    )

    unarchive_class = delete(
        "/classes/{class}/archive",
        "Take a class out of the archives again.",
        path={"class": CLASS},
        returns=ClassDetails,
        scopes=("edu.classes",),
    )

    enroll_class = post(
        "/classes/enroll/{enrollmentCode}",
        "Let the current user join the class that a code belongs to.",
        path={"enrollmentCode": required(StrSchema, "Code of the class, which its teacher gives out")},
        returns=ClassDetails,
        scopes=("edu.classes",),
    )

    add_class_user = put(
        "/classes/{class}/users/{user}",
        "Make a user a member of a class.",
        path={"class": CLASS, "user": USER},
        scopes=("edu.classes",),
    )

    delete_class_user = delete(
        "/classes/{class}/users/{user}",
        "Remove a user from a class; the account is kept.",
        path={"class": CLASS, "user": USER},
        scopes=("edu.classes",),
    )

    create_test_student_account = post(
        "/classes/{class}/testStudent",
        "Get an account with which a teacher sees a class as a student does, made when there is none.",
        path={"class": CLASS},
        query={"reset": optional(BoolSchema, "True to start afresh where there is an account already")},
        returns=UserDetails,
        scopes=("edu.admin", "edu.classes"),
    )

    list_class_student_submissions = get(
        "/classes/{class}/students/{user}/submissions",
        "List the submissions of one student to all assignments of a class.",
        path={"class": CLASS, "user": USER},
        returns=list_of(AssignmentSubmission),
        scopes=("edu.classes", "edu.classes.readonly", "edu.assignments", "edu.assignments.readonly"),
    )

    list_assignments = get(
        "/classes/{class}/assignments",
        "List the assignments of a class.",
        path={"class": CLASS},
        returns=list_of(ClassAssignment),
        scopes=("edu.classes", "edu.classes.readonly", "edu.assignments", "edu.assignments.readonly"),
    )

    create_class_assignment = post(
        "/classes/{class}/assignments",
        "Create an assignment in a class.",
        path={"class": CLASS},
        body=optional(ClassAssignmentUpdate, "Content of the new assignment, its dates, and whom it is for"),
        returns=Assignment,
        scopes=("edu.classes", "edu.assignments"),
    )

    get_assignment = get(
        "/classes/{class}/assignments/{assignment}",
        "Read an assignment of a class, without what was handed in.",
        path={"class": CLASS, "assignment": ASSIGNMENT},
        returns=Assignment,
        scopes=("edu.classes", "edu.classes.readonly", "edu.assignments", "edu.assignments.readonly"),
    )

    update_class_assignment = put(
        "/classes/{class}/assignments/{assignment}",
        "Change the content of an assignment, its dates, or whom it is for.",
        path={"class": CLASS, "assignment": ASSIGNMENT},
        body=required(ClassAssignmentUpdate, "What to change in the assignment; whatever is left out stays as it is"),
        returns=Assignment,
        scopes=("edu.classes", "edu.assignments"),
    )

    delete_assignment = delete(
        "/classes/{class}/assignments/{assignment}",
        "Delete an assignment from its class.",
        path={"class": CLASS, "assignment": ASSIGNMENT},
        scopes=("edu.classes", "edu.assignments"),
    )

    copy_assignment = post(
        "/classes/{class}/assignments/{assignment}/copy",
        "Copy an assignment to a class or to a library; the answer is the copy.",
        path={"class": CLASS, "assignment": ASSIGNMENT},
        body=required(AssignmentCopy, "The class or the library to copy it to"),
        returns=AssignmentCopyResponse,
        scopes=("edu.classes", "edu.assignments"),
    )

    archive_assignment = post(
        "/classes/{class}/assignments/{assignment}/archive",
        "Put an assignment that is over in the archives.",
        path={"class": CLASS, "assignment": ASSIGNMENT},
        returns=Assignment,
        scopes=("edu.classes", "edu.assignments"),
    )

    unarchive_assignment = delete(
        "/classes/{class}/assignments/{assignment}/archive",
        "Take an assignment out of the archives again.",
        path={"class": CLASS, "assignment": ASSIGNMENT},
        returns=Assignment,
        scopes=("edu.classes", "edu.assignments"),
    )

    get_submissions = get(
        "/classes/{class}/assignments/{assignment}/submissions",
        "List the submissions to an assignment, those of all students that the current user may see.",
        path={"class": CLASS, "assignment": ASSIGNMENT},
        returns=list_of(AssignmentSubmission),
        scopes=("edu.classes", "edu.classes.readonly", "edu.assignments", "edu.assignments.readonly"),
    )

    create_submission = put(
        "/classes/{class}/assignments/{assignment}/submissions",
        "Make the submission of the current user to an assignment, or change it if there is one.",
        path={"class": CLASS, "assignment": ASSIGNMENT},
        body=required(AssignmentSubmissionUpdate, "The work, and whether it is to be handed in"),
        returns=AssignmentSubmission,
        scopes=("edu.classes", "edu.assignments"),
    )

    export_submissions_reviews_as_csv = get(
        "/classes/{class}/assignments/{assignment}/submissions/csv",
        "Get the reviews of all submissions to an assignment as a table in CSV.",
        path={"class": CLASS, "assignment": ASSIGNMENT},
        returns=BinarySchema,
        produces=("text/csv",),
        scopes=("edu.classes", "edu.classes.readonly", "edu.assignments", "edu.assignments.readonly"),
    )

    export_submissions_reviews_as_excel = get(
        "/classes/{class}/assignments/{assignment}/submissions/excel",
        "Get the reviews of all submissions to an assignment as a workbook for Excel.",
        path={"class": CLASS, "assignment": ASSIGNMENT},
        returns=BinarySchema,
        produces=("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
        scopes=("edu.classes", "edu.classes.readonly", "edu.assignments", "edu.assignments.readonly"),
    )

    get_submission = get(
        "/classes/{class}/assignments/{assignment}/submissions/{submission}",
        "Read one submission, with its state and its grade.",
        path={"class": CLASS, "assignment": ASSIGNMENT, "submission": SUBMISSION},
        returns=AssignmentSubmission,
        scopes=("edu.classes", "edu.classes.readonly", "edu.assignments", "edu.assignments.readonly"),
    )

    edit_submission = put(
        "/classes/{class}/assignments/{assignment}/submissions/{submission}",
        "Change a submission: the work of the student, its grade, or who has to act next.",
        path={"class": CLASS, "assignment": ASSIGNMENT, "submission": SUBMISSION},
        body=required(AssignmentSubmissionUpdate, "What to change; whatever is left out stays as it is"),
        returns=AssignmentSubmission,
        scopes=("edu.classes", "edu.assignments"),
    )

    delete_submission = delete(
        "/classes/{class}/assignments/{assignment}/submissions/{submission}",
        "Delete a submission from its assignment; the answer is the submission once more.",
        path={"class": CLASS, "assignment": ASSIGNMENT, "submission": SUBMISSION},
        returns=AssignmentSubmission,
        scopes=("edu.classes", "edu.assignments"),
    )

    get_submission_history = get(
        "/classes/{class}/assignments/{assignment}/submissions/{submission}/history",
        "List what happened to a submission: handed in, given back, graded, and so on.",
        path={"class": CLASS, "assignment": ASSIGNMENT, "submission": SUBMISSION},
        returns=list_of(AssignmentSubmissionHistory),
        errors=(403, 404),
        scopes=("edu.assignments", "edu.assignments.readonly"),
    )

    get_submission_comments = get(
        "/classes/{class}/assignments/{assignment}/submissions/{submission}/comments",
        "List what student and teachers wrote to each other about a submission.",
        path={"class": CLASS, "assignment": ASSIGNMENT, "submission": SUBMISSION},
        returns=list_of(AssignmentSubmissionComment),
        errors=(403, 404),
        scopes=("edu.assignments", "edu.assignments.readonly"),
    )

    post_submission_comment = post(
        "/classes/{class}/assignments/{assignment}/submissions/{submission}/comments",
        "Comment on a submission.",
        path={"class": CLASS, "assignment": ASSIGNMENT, "submission": SUBMISSION},
        body=required(AssignmentSubmissionCommentCreation, "Text of the new comment"),
        returns=AssignmentSubmissionComment,
        errors=(403, 404),
        scopes=("edu.assignments",),
    )

    update_submission_comment = put(
        "/classes/{class}/assignments/{assignment}/submissions/{submission}/comments/{comment}",
        "Change the text of a comment on a submission.",
        path={"class": CLASS, "assignment": ASSIGNMENT, "submission": SUBMISSION, "comment": COMMENT},
        body=required(AssignmentSubmissionCommentCreation, "What the comment is to say instead"),
        returns=AssignmentSubmissionComment,
        errors=(403, 404),
        scopes=("edu.assignments",),
    )

    delete_submission_comment = delete(
        "/classes/{class}/assignments/{assignment}/submissions/{submission}/comments/{comment}",
        "Delete a comment on a submission.",
        path={"class": CLASS, "assignment": ASSIGNMENT, "submission": SUBMISSION, "comment": COMMENT},
        scopes=("edu.assignments",),
    )

    get_score_submissions = ScoreApi.get_score_submissions
