"""What an editor knows: the comment behind each `reveal_type` is the answer of both checkers."""

from datetime import UTC, date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import reveal_type
from uuid import UUID

from flat_api import ApiClient, AsyncFlat, Configuration, Flat
from flat_api.apis.tags.collection_api import CollectionApi
from flat_api.apis.tags.task_api import TaskApi
from flat_api.bodies import (
    AssignmentSubmissionUpdateBody,
    ScoreCreationBody,
    ScoreModificationBody,
    ScoreTrackPointBody,
)
from flat_api.model.task import Task
from flat_api.models import (
    AssignmentSubmissionUpdate,
    ClassAssignmentUpdate,
    ClassAttachmentCreation,
    MediaAttachment,
    ScoreCreation,
    ScoreModification,
    ScoreTrackPoint,
    UserCreation,
)
from flat_api.models import Task as SameTask
from flat_api.operations import iterate, pages
from flat_api.schemas import (
    BoolSchema,
    DictSchema,
    IntSchema,
    ListSchema,
    NumberSchema,
    Property,
    StrSchema,
    list_of,
    nullable,
    optional,
    problems_of,
    read,
    read_json,
    ref,
    required,
    unset,
)


class Score(DictSchema):
    """A model with one property of each kind of declaration."""

    title = required(StrSchema.where(max_length=80), "What it is called")
    rating = optional(nullable(NumberSchema), "From 0 to 5, null before the first vote")
    parts = optional(list_of(nullable(IntSchema)), "Measures of each part")
    fork: Property["Score"] = optional(ref("Score"), "What it was copied to")
    return_ = optional(BoolSchema, "Hand it back", key="return")


class Scores(ListSchema[Score], max_items=10):
    """A named list."""


task = Task({"id": "t1"}, state="done")
score = Score(title="Prelude")

# Constructors
reveal_type(task)  # Task
reveal_type(SameTask(id="t1"))  # Task
reveal_type(Task.from_openapi_data_oapg({}))  # Task
reveal_type(Task.from_json(b"{}"))  # Task
reveal_type(task.replace(state="done"))  # Task

# Lenient reading
reveal_type(Task.from_json("{}", lenient=True))  # Task
reveal_type(Task.from_openapi_data_oapg({}, lenient=True))  # Task
reveal_type(problems_of(task)[0].path)  # tuple[object, ...]
reveal_type(read(Task, {}).value)  # Task
reveal_type(read_json(Scores, b"[]").value)  # Scores
reveal_type(read_json(Scores, b"[]").problems[0].message)  # str

# What a constructor accepts: plain Python and instances, what there may be none of, and null where that is allowed
reveal_type(Task())  # Task
reveal_type(Task(MappingProxyType({"id": "t1"}), score="s", _configuration=Configuration()))  # Task
reveal_type(Task(task))  # Task
reveal_type(Task({"id": "t1", "new": True}, score="s")["new"])  # Any
reveal_type(Task(state=Task.State.DONE, creationDate=datetime.now(UTC), doneDate="2024-01-01T00:00:00Z"))  # Task
reveal_type(Task(creationDate=task.creationDate, state=task.state, errorHistory=task.errorHistory))  # Task
reveal_type(Task(errorHistory=["a"], result={"url": "u", "new": 1}, progress=task.progress, id=unset))  # Task
reveal_type(Task(errorHistory=(task.id,), score=task.get_item_oapg(Task.score)))  # Task
reveal_type(Task.Progress(percent=33))  # Progress
reveal_type(Task.Progress(percent=33.3, text="a"))  # Progress
reveal_type(Task.Progress(percent=Decimal(1)).replace(percent=NumberSchema(3), text=unset))  # Progress
reveal_type(ScoreTrackPoint({"type": "end"}, time=3))  # ScoreTrackPoint
reveal_type(ScoreTrackPoint(type="measure", time=3.5, measureUuid=UUID(int=5)))  # ScoreTrackPoint
reveal_type(AssignmentSubmissionUpdate(return_=True, grade=None, exercisesIds=["a"]))  # AssignmentSubmissionUpdate
update = AssignmentSubmissionUpdate(grade=3, exercisesIds=None)
reveal_type(AssignmentSubmissionUpdate(return_=update.return_, grade=update.grade))  # AssignmentSubmissionUpdate
reveal_type(update.replace(exercisesIds=update.exercisesIds, draftGrade=None))  # AssignmentSubmissionUpdate
reveal_type(MediaAttachment(type="rich", htmlWidth=5, htmlHeight="100%"))  # MediaAttachment
reveal_type(UserCreation(username="a", password="b", locale="tlh"))  # UserCreation

# Attributes
reveal_type(task.state)  # State
reveal_type(Task.State.DONE)  # State
reveal_type(task.progress)  # Progress
reveal_type(task.progress.percent)  # NumberSchema
reveal_type(task.progress.percent.as_float)  # float
reveal_type(task.creationDate)  # DateTimeSchema
reveal_type(task.creationDate.as_datetime)  # datetime
reveal_type(task.errorHistory)  # ListSchema[StrSchema]
reveal_type(task.errorHistory[0])  # StrSchema

# Keys
reveal_type(task["state"])  # Any
reveal_type(task[Task.state])  # State
reveal_type(task.get("state"))  # Any
reveal_type(task.get(Task.state))  # State | None
reveal_type(task.get(Task.state, 5))  # State | int
reveal_type(task.get_item_oapg(Task.state))  # State | Unset
reveal_type(Task.state)  # Property[State]

# Plain forms
reveal_type(task.to_dict())  # dict[str, Any]
reveal_type(task.to_json())  # str

# The vocabulary
reveal_type(score.title)  # StrSchema
reveal_type(score.rating)  # NumberSchema | NoneSchema
reveal_type(score.parts)  # ListSchema[IntSchema | NoneSchema]
reveal_type(score.fork.fork.title)  # StrSchema
reveal_type(score.return_)  # BoolSchema
reveal_type(score.return_.is_true())  # bool
reveal_type(Scores([score])[0])  # Score
reveal_type(Scores.from_openapi_data_oapg([])[0].title)  # StrSchema

# The API: a call gives the model
flat = Flat(access_token="secret")
reveal_type(flat.tasks.get_task(task="5b0f"))  # Task
reveal_type(flat.tasks.get_task(task="5b0f").state)  # State
reveal_type(flat.tasks.get_task(task="5b0f", timeout=(1, 2)).progress.percent)  # NumberSchema
reveal_type(flat.classes.get_class(class_="c1"))  # ClassDetails
reveal_type(flat.collections.create_collection(body={"title": "Etudes", "privacy": "private"}))  # Collection
reveal_type(flat.collections.delete_collection(collection="c1"))  # None
reveal_type(flat.organizations.count_orga_users(role=["user", "admin"]))  # IntSchema
reveal_type(flat.users.get_user_likes(user="u1"))  # Page[ScoreDetails]

# Bodies: plain data that is known key by key, or models; both at any depth
changes: ScoreModificationBody = {"title": "Etude", "tags": ["a", "b"], "privacy": "public", "license": "cc0"}
changes["creationType"] = "arrangement"
reveal_type(flat.scores.edit_score(score="s", body=changes))  # ScoreDetails
reveal_type(flat.scores.edit_score(score="s", body={"title": score.title, "tags": task.errorHistory}))  # ScoreDetails
reveal_type(flat.scores.edit_score(score="s", body=ScoreModification({"title": "Etude"})))  # ScoreDetails
reveal_type(flat.scores.edit_score(score="s", body={}, extra_body={"mood": {"is": "blue"}}))  # ScoreDetails
end: ScoreTrackPointBody = {"type": "end", "time": Decimal("3.5")}
measure = ScoreTrackPoint(type="measure", time=3)
points: list[ScoreTrackPoint | ScoreTrackPointBody] = [end, measure]
reveal_type(flat.scores.update_score_track(score="s", track="t", body={"synchronizationPoints": points}))  # ScoreTrack
work: AssignmentSubmissionUpdateBody = {"return": True, "grade": None, "attachments": [{"type": "flat", "score": "s"}]}
file = ClassAttachmentCreation(type="link", url="u")
reveal_type(work.get("grade"))  # float | Decimal | NoneClass | None
work["attachments"] = (file, {"type": "flat", "sharingMode": "copy"})
blank: ScoreCreationBody = {
    "builderData": {
        "scoreData": {"fifths": 0, "instruments": [{"group": "keyboards", "instrument": "piano"}]},
        "layoutData": {"lengthUnit": "cm", "pageWidth": 21},
    }
}
reveal_type(ScoreCreation(blank))  # ScoreCreation
lesson = ClassAssignmentUpdate(dueDate=date.today().isoformat(), googleClassroom={"topicId": None})
reveal_type(lesson.dueDate)  # DateTimeSchema | NoneSchema
reveal_type(flat.classes.create_class_assignment(class_="c", body=lesson))  # Assignment
reveal_type(flat.classes.create_class_assignment(class_="c", body={"dueDate": lesson.dueDate}))  # Assignment

# The whole answer
reveal_type(flat.tasks.get_task.with_response(task="5b0f"))  # ApiResponse[Task]
reveal_type(flat.tasks.get_task.with_response(task="5b0f").body)  # Task
reveal_type(flat.tasks.get_task.with_response(task="5b0f").problems[0].kind)  # str
reveal_type(flat.collections.delete_collection.with_response(collection="c1").body)  # Unset

# Pages
reveal_type(flat.collections.list_collections(sort="title"))  # Page[Collection]
reveal_type(flat.collections.list_collections.iterate(parent="root"))  # Iterator[Collection]
reveal_type(flat.collections.list_collections.pages(limit=5))  # Iterator[Page[Collection]]

# Files
reveal_type(flat.scores.get_score_revision_data(score="s", revision="last", format="mp3"))  # bytes
reveal_type(flat.scores.get_score_revision_data.download("a", score="s", revision="last", format="mp3"))  # Path

# Tasks
reveal_type(flat.scores.export("s", format="wav").result())  # Task
reveal_type(flat.tasks.poller("t").download_to("a"))  # Path

# The historic form
client = ApiClient()
reveal_type(TaskApi(client).get_task(path_params={"task": "5b0f"}).body.state)  # State
reveal_type(iterate(CollectionApi(client).list_collections))  # Iterator[Collection]
reveal_type(pages(CollectionApi(client).list_collections))  # Iterator[ApiResponse[Page[Collection]]]


async def awaited(flat: AsyncFlat) -> None:
    """The same calls, awaited."""
    reveal_type(await flat.tasks.get_task(task="1"))  # Task
    reveal_type((await flat.tasks.get_task(task="1")).id)  # StrSchema
    reveal_type(await flat.tasks.get_task.with_response(task="1"))  # ApiResponse[Task]
    reveal_type(await flat.collections.list_collections())  # AsyncPage[Collection]
    reveal_type(flat.collections.list_collections.iterate(parent="root"))  # AsyncIterator[Collection]
    reveal_type(await flat.scores.export("1"))  # AsyncTaskPoller
    reveal_type(await (await flat.scores.export("1")).result())  # Task
    reveal_type(await flat.scores.get_score_revision_data(score="1", revision="last", format="mp3"))  # bytes
    download = flat.scores.get_score_revision_data.download
    reveal_type(await download("f", score="1", revision="last", format="wav"))  # Path
