"""What an editor flags: each line that ends in a comment is an error to both checkers, and there is no other."""

from flat_api import Flat
from flat_api.model.task import Task

task = Task({"id": "t1"})

task.stat  # a misspelled property
Task.State.DOEN  # a misspelled member
task.progress.percentage  # a misspelled property of a nested object
task.state = "done"  # an assignment
task.state.as_datetim  # a misspelled accessor
Task.from_jsn("{}")  # a misspelled constructor
Task.from_json("{}", leniant=True)  # a misspelled word of it
Task.from_json("{}", None, True)  # one without its name
Task.from_openapi_data_oapg({}, lenient="yes")  # one of the wrong type

flat = Flat(access_token="secret")

flat.task  # a misspelled tag
flat.tasks.get_tusk  # a misspelled operation
flat.tasks.get_task(tusk="5b0f")  # a misspelled parameter
flat.tasks.get_task()  # a missing one
flat.tasks.get_task("5b0f")  # one without its name
flat.tasks.get_task(task=5)  # one of the wrong type
flat.tasks.get_task.with_response(task="5b0f", tmeout=5)  # a misspelled word of every call
flat.tasks.get_task(task="5b0f").stat  # a misspelled property of what comes back
flat.tasks.get_task.iterate(task="5b0f")  # pages of what has none
flat.collections.create_collection()  # a missing body
flat.collections.create_collection(body=5)  # a body that is no object
flat.collections.list_collections(sort="titel")  # a value that is not one of the enum
flat.collections.list_collections.iterate(parant="root")  # a misspelled parameter of all pages
flat.scores.get_score_revision_data.download("a", score="s", revision="last")  # a missing one of a download
flat.scores.export("s", format="ogg")  # a format that no task exports to
Flat("secret")  # an argument without its name
Flat(strict_response=True)  # a misspelled setting
