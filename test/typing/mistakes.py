"""What an editor flags: each line that ends in a comment is an error to both checkers, and there is no other."""

from flat_api.model.task import Task

task = Task({"id": "t1"})

task.stat  # a misspelled property
Task.State.DOEN  # a misspelled member
task.progress.percentage  # a misspelled property of a nested object
task.state = "done"  # an assignment
task.state.as_datetim  # a misspelled accessor
Task.from_jsn("{}")  # a misspelled constructor
