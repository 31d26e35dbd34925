"""What an editor knows: the comment behind each `reveal_type` is the answer of both checkers."""

from typing import reveal_type

from flat_api import ApiClient, Flat
from flat_api.apis.tags.collection_api import CollectionApi
from flat_api.apis.tags.task_api import TaskApi
from flat_api.model.task import Task
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
reveal_type(flat.collections.create_collection(body={"title": "Etudes"}))  # Collection
reveal_type(flat.collections.delete_collection(collection="c1"))  # None
reveal_type(flat.organizations.count_orga_users(role=["user", "admin"]))  # IntSchema
reveal_type(flat.users.get_user_likes(user="u1"))  # ListSchema[ScoreDetails]

# The whole answer
reveal_type(flat.tasks.get_task.with_response(task="5b0f"))  # ApiResponse[Task]
reveal_type(flat.tasks.get_task.with_response(task="5b0f").body)  # Task
reveal_type(flat.tasks.get_task.with_response(task="5b0f").problems[0].kind)  # str
reveal_type(flat.collections.delete_collection.with_response(collection="c1").body)  # Unset

# Pages
reveal_type(flat.collections.list_collections(sort="title"))  # ListSchema[Collection]
reveal_type(flat.collections.list_collections.iterate(parent="root"))  # Iterator[Collection]
reveal_type(flat.collections.list_collections.pages(limit=5))  # Iterator[ListSchema[Collection]]

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
reveal_type(pages(CollectionApi(client).list_collections))  # Iterator[ApiResponse[ListSchema[Collection]]]
