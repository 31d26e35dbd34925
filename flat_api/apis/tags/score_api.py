"""The operations of scores."""

from ...model.assignment_submission import AssignmentSubmission
from ...model.resource_collaborator import ResourceCollaborator
from ...model.resource_collaborator_creation import ResourceCollaboratorCreation
from ...model.score_comment import ScoreComment
from ...model.score_comment_creation import ScoreCommentCreation
from ...model.score_comment_update import ScoreCommentUpdate
from ...model.score_creation import ScoreCreation
from ...model.score_details import ScoreDetails
from ...model.score_fork import ScoreFork
from ...model.score_modification import ScoreModification
from ...model.score_revision import ScoreRevision
from ...model.score_revision_creation import ScoreRevisionCreation
from ...model.score_track import ScoreTrack
from ...model.score_track_creation import ScoreTrackCreation
from ...model.score_track_creation_response import ScoreTrackCreationResponse
from ...model.score_track_update import ScoreTrackUpdate
from ...model.task import Task
from ...model.task_export_options import TaskExportOptions
from ...operations import Operation, delete, get, post, put
from ...schemas import BinarySchema, BoolSchema, EnumBase, StrSchema, any_of, list_of, optional, required, value
from .._parameters import EVENT_FORM, EVENT_PROPERTIES, SCORE, SHARING_KEY
from .._service import FlatApi
from .group_api import GroupApi
from .user_api import UserApi

COLLABORATOR = required(StrSchema, "Unique identifier of the collaborator")
COMMENT = required(StrSchema, "Unique identifier of the comment")
REVISION = required(StrSchema, "Unique identifier of the revision")
TRACK = required(StrSchema, "Unique identifier of the track")


class ScoreApi(FlatApi):
    """Write scores, share them, discuss them, and get them as files."""

    class CommentType(EnumBase, StrSchema):
        """Only comments on the score as a whole (`document`) or on a place in it (`inline`); both if not given"""

        DOCUMENT = value("document")
        INLINE = value("inline")

    class CommentSort(EnumBase, StrSchema):
        """What the comments are sorted by"""

        DATE = value("date")

    class Direction(EnumBase, StrSchema):
        """Which way the list is sorted: `asc` for the lowest first, `desc` for the highest first"""

        ASC = value("asc")
        DESC = value("desc")

    class Format(EnumBase, StrSchema):
        """What to get: notation (`json`, `abc`, `xml`, or `mxl` compressed), sound (`mp3`, `wav`, `midi`), a file that
        Flat can read again (`flat`), a picture of the first page, or the points in time at which measures begin
        """

        JSON = value("json")
        MXL = value("mxl")
        XML = value("xml")
        ABC = value("abc")
        MP3 = value("mp3")
        WAV = value("wav")
        MIDI = value("midi")
        FLAT = value("flat")
        THUMBNAIL_PNG = value("thumbnail.png")
        SYNCHRONIZATION_POINTS = value("synchronizationPoints")

    class ExportFormat(EnumBase, StrSchema):
        """What to make: sound (`mp3`, `wav`), or a score for PracticeFirst"""

        MP3 = value("mp3")
        WAV = value("wav")
        PRACTICEFIRST = value("practicefirst")

    create_score: Operation[ScoreDetails | Task] = post(
        "/scores",
        "Create a score, from a file or blank. With `supportsTasks`, a file that takes long is answered with a task.",
        body=required(ScoreCreation, "Title, privacy and music of the new score"),
        returns=ScoreDetails,
        responses={202: Task},
        errors=(400, 402),
        scopes=("scores",),
    )

    get_score = get(
        "/scores/{score}",
        "Read all that is known about a score except its music.",
        path={"score": SCORE},
        query={"sharingKey": SHARING_KEY},
        returns=ScoreDetails,
        errors=(402, 403, 404),
        scopes=("scores", "scores.readonly"),
    )

    edit_score = put(
        "/scores/{score}",
        "Change what is said about a score, such as its title or its privacy, but not its music.",
        path={"score": SCORE},
        body=optional(ScoreModification, "What to change; whatever is left out stays as it is"),
        returns=ScoreDetails,
        errors=(402, 403, 404),
        scopes=("scores",),
    )

    delete_score = delete(
        "/scores/{score}",
        "Move a score to the trash, or delete it for good.",
        path={"score": SCORE},
        query={"now": optional(BoolSchema, "True to delete the score for good at once; false if not given")},
        errors=(403, 404),
        scopes=("scores",),
    )

    untrash_score = post(
        "/scores/{score}/untrash",
        "Take a score out of the trash again.",
        path={"score": SCORE},
        errors=(403, 404),
        scopes=("scores",),
    )

    fork_score = post(
        "/scores/{score}/fork",
        "Copy a score to the account of the current user; the answer is the copy.",
        path={"score": SCORE},
        query={"sharingKey": SHARING_KEY},
        body=required(ScoreFork, "Where to put the copy, and what to call it"),
        returns=ScoreDetails,
        errors=(402, 403, 404),
        scopes=("scores",),
    )

    get_score_submissions = get(
        "/scores/{score}/submissions",
        "List the submissions to assignments that a score is part of.",
        path={"score": SCORE},
        returns=list_of(AssignmentSubmission),
        scopes=("scores", "scores.readonly"),
    )

    get_score_collaborators = get(
        "/scores/{score}/collaborators",
        "List the users and groups that a score is shared with, and what each of them may do.",
        path={"score": SCORE},
        query={"sharingKey": SHARING_KEY},
        returns=list_of(ResourceCollaborator),
        errors=(402, 403, 404),
        scopes=("scores.readonly", "scores"),
    )

    add_score_collaborator = post(
        "/scores/{score}/collaborators",
        "Share a score with a user or a group, or change what they may do.",
        path={"score": SCORE},
        body=required(ResourceCollaboratorCreation, "Whom to share the score with, and what they may do"),
        returns=ResourceCollaborator,
        errors=(402, 403, 404),
        scopes=("scores",),
    )

    get_score_collaborator = get(
        "/scores/{score}/collaborators/{collaborator}",
        "Read what one collaborator may do with a score.",
        path={"score": SCORE, "collaborator": COLLABORATOR},
        query={"sharingKey": SHARING_KEY},
        returns=ResourceCollaborator,
        errors=(402, 403, 404),
        scopes=("scores.readonly",),
    )

    remove_score_collaborator = delete(
        "/scores/{score}/collaborators/{collaborator}",
        "Stop sharing a score with a collaborator.",
        path={"score": SCORE, "collaborator": COLLABORATOR},
        query={"eventProperties": EVENT_PROPERTIES},
        body=EVENT_FORM,
        consumes=("application/x-www-form-urlencoded",),
        keyword_only=("query_params", "body", "content_type"),
        errors=(403, 404),
        scopes=("scores",),
    )

    get_score_revisions = get(
        "/scores/{score}/revisions",
        "List the revisions of a score, one for each time that its music was saved.",
        path={"score": SCORE},
        query={"sharingKey": SHARING_KEY},
        returns=list_of(ScoreRevision),
        errors=(402, 403, 404),
        scopes=("scores", "scores.readonly"),
    )

    create_score_revision = post(
        "/scores/{score}/revisions",
        "Save new music in a score, as a revision of it.",
        path={"score": SCORE},
        body=required(ScoreRevisionCreation, "The music, and what to say about the change"),
        returns=ScoreRevision,
        errors=(402, 403, 404),
        scopes=("scores",),
    )

    get_score_revision = get(
        "/scores/{score}/revisions/{revision}",
        "Read who saved a revision of a score, when and why.",
        path={"score": SCORE, "revision": REVISION},
        query={"sharingKey": SHARING_KEY},
        returns=ScoreRevision,
        errors=(402, 403, 404),
        scopes=("scores", "scores.readonly"),
    )

    get_score_revision_data = get(
        "/scores/{score}/revisions/{revision}/{format}",
        "Get the music of a revision as a file.",
        path={"score": SCORE, "revision": REVISION, "format": required(Format)},
        query={
            "sharingKey": SHARING_KEY,
            "parts": optional(StrSchema, "Identifiers of the parts to export, with commas between; all if not given"),
            "defaultTrack": optional(BoolSchema, "True to get the default track of the score for sound, if it has one"),
            "url": optional(BoolSchema, "True to get a URL to download the file from, instead of the file"),
        },
        returns=BinarySchema,
        produces=(
            "application/json",
            "application/vnd.recordare.musicxml+xml",
            "application/vnd.recordare.musicxml",
            "audio/mp3",
            "audio/wav",
            "audio/midi",
            "image/png",
            "application/octet-stream",
        ),
        errors=(402, 403, 404),
        scopes=("scores", "scores.readonly"),
    )

    create_export_task = post(
        "/scores/{score}/revisions/{revision}/{format}/task",
        "Start the export of a revision to a file; the task that does it says when and where the file is ready.",
        path={"score": SCORE, "revision": REVISION, "format": required(ExportFormat)},
        query={"sharingKey": SHARING_KEY},
        body=optional(TaskExportOptions, "Which parts to export; all of them if not given"),
        returns=Task,
        errors=(402, 403, 404),
        scopes=("scores", "scores.readonly"),
    )

    list_score_tracks = get(
        "/scores/{score}/tracks",
        "List the audio and video tracks that a score can be played with.",
        path={"score": SCORE},
        query={
            "sharingKey": SHARING_KEY,
            "assignment": optional(StrSchema, "Unique identifier of an assignment, to list the tracks made for it"),
            "listAutoTrack": optional(BoolSchema, "True to list the tracks that Flat made by itself, too"),
        },
        returns=list_of(ScoreTrack),
        errors=(403, 404),
        scopes=("scores", "scores.readonly"),
    )

    add_score_track: Operation[ScoreTrack | ScoreTrackCreationResponse] = post(
        "/scores/{score}/tracks",
        "Add an audio or video track to a score. The answer holds it as `track`; it was the track itself once.",
        path={"score": SCORE},
        body=required(ScoreTrackCreation, "Where the recording is, and how it goes together with the measures"),
        returns=any_of(ScoreTrack, ScoreTrackCreationResponse),
        errors=(403, 404),
        scopes=("scores",),
    )

    get_score_track = get(
        "/scores/{score}/tracks/{track}",
        "Read a track, with the points in time that tie it to the measures.",
        path={"score": SCORE, "track": TRACK},
        query={"sharingKey": SHARING_KEY},
        returns=ScoreTrack,
        errors=(403, 404),
        scopes=("scores", "scores.readonly"),
    )

    update_score_track = put(
        "/scores/{score}/tracks/{track}",
        "Change the title of a track, its state, or what ties it to the measures.",
        path={"score": SCORE, "track": TRACK},
        body=required(ScoreTrackUpdate, "What to change; whatever is left out stays as it is"),
        returns=ScoreTrack,
        errors=(403, 404),
        scopes=("scores",),
    )

    delete_score_track = delete(
        "/scores/{score}/tracks/{track}",
        "Remove a track from its score.",
        path={"score": SCORE, "track": TRACK},
        errors=(403, 404),
        scopes=("scores",),
    )

    get_score_comments = get(
        "/scores/{score}/comments",
        "List the comments on a score.",
        path={"score": SCORE},
        query={
            "sharingKey": SHARING_KEY,
            "type": optional(CommentType),
            "sort": optional(CommentSort),
            "direction": optional(Direction),
        },
        returns=list_of(ScoreComment),
        errors=(402, 403, 404),
        scopes=("scores.readonly", "scores.social", "scores"),
    )

    post_score_comment = post(
        "/scores/{score}/comments",
        "Comment on a score, on a place in it, or in reply to another comment.",
        path={"score": SCORE},
        query={"sharingKey": SHARING_KEY},
        body=required(ScoreCommentCreation, "The text, and what it is on"),
        returns=ScoreComment,
        errors=(402, 403, 404),
        scopes=("scores.social", "scores"),
    )

    update_score_comment = put(
        "/scores/{score}/comments/{comment}",
        "Change the text of a comment on a score, or its place in the music.",
        path={"score": SCORE, "comment": COMMENT},
        query={"sharingKey": SHARING_KEY},
        body=required(ScoreCommentUpdate, "What to change; whatever is left out stays as it is"),
        returns=ScoreComment,
        errors=(402, 403, 404),
        scopes=("scores.social", "scores"),
    )

    delete_score_comment = delete(
        "/scores/{score}/comments/{comment}",
        "Delete a comment on a score.",
        path={"score": SCORE, "comment": COMMENT},
        query={"sharingKey": SHARING_KEY, "eventProperties": EVENT_PROPERTIES},
        body=EVENT_FORM,
        consumes=("application/x-www-form-urlencoded",),
        keyword_only=("body", "content_type"),
        errors=(403, 404),
        scopes=("scores.social", "scores"),
    )

    mark_score_comment_resolved = put(
        "/scores/{score}/comments/{comment}/resolved",
        "Mark a comment on a score as dealt with.",
        path={"score": SCORE, "comment": COMMENT},
        query={"sharingKey": SHARING_KEY},
        errors=(403, 404),
        scopes=("scores.social", "scores"),
    )

    mark_score_comment_unresolved = delete(
        "/scores/{score}/comments/{comment}/resolved",
        "Mark a comment on a score as open again.",
        path={"score": SCORE, "comment": COMMENT},
        query={"sharingKey": SHARING_KEY},
        errors=(403, 404),
        scopes=("scores.social", "scores"),
    )

    get_group_scores = GroupApi.get_group_scores
    get_user_scores = UserApi.get_user_scores
    get_user_likes = UserApi.get_user_likes
    ger_user_likes = UserApi.ger_user_likes
