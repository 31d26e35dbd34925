"""The model `Task`."""

from ..schemas import DateTimeSchema, DictSchema, EnumBase, NumberSchema, StrSchema, list_of, optional, value


class Task(DictSchema):
    """An asynchronous task"""

    class State(EnumBase, StrSchema):
        """State of the Task"""

        CREATED = value("created")
        DOING = value("doing")
        DONE = value("done")
        CANCELED = value("canceled")
        ERROR = value("error")

    class Progress(DictSchema):
        """Details about the task progression"""

        percent = optional(NumberSchema, "Percent of the task progression")
        text = optional(StrSchema, "Text details of the task progress")

    class Result(DictSchema):
        """Optional result information about this task"""

        url = optional(StrSchema, "URL returned by the task worker")
        error = optional(StrSchema, "Error returned by task worker")

    id = optional(StrSchema, "Unique identifier of the task")
    type = optional(StrSchema, "Type of the task (e.g. audio-export)")
    state = optional(State)
    format = optional(StrSchema, "For files processing, the file format (e.g. `mp3`, `wav`)")
    score = optional(StrSchema, "The score unique identifier for tasks related to scores")
    progress = optional(Progress)
    creationDate = optional(DateTimeSchema, "The creation date of the task")
    modificationDate = optional(DateTimeSchema, "The last modification date of the task")
    doneDate = optional(DateTimeSchema, "The date when the task has been completed")
    result = optional(Result)
    errorHistory = optional(
        list_of(StrSchema),
        "If any errors happened when processing this task, the list of errors identifiers",
    )
