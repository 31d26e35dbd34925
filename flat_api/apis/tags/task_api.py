"""The operations of tasks."""

from ...model.task import Task
from ...operations import get
from ...schemas import StrSchema, required
from .._service import FlatApi


class TaskApi(FlatApi):
    """Follow the work that Flat does in the background, such as the export of a score to a file."""

    get_task = get(
        "/tasks/{task}",
        "Read the state of a task, its progress, and its result when it is done.",
        path={"task": required(StrSchema, "Unique identifier of the task")},
        returns=Task,
        scopes=("tasks.readonly",),
    )
