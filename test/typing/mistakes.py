"""What an editor flags: each line that ends in a comment is an error to both checkers, and there is no other."""

from flat_api import Flat
from flat_api.bodies import ScoreCreationBody, ScoreModificationBody, ScoreTrackPointBody
from flat_api.models import (
    AssignmentSubmissionUpdate,
    OmrInstrumentOverride,
    ScoreModification,
    ScorePrivacy,
    ScoreTrackPoint,
    Task,
)

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

Task(idd="x")  # a misspelled keyword of a constructor
Task({"id": "x"}, idd="x")  # one beside a mapping
Task(state="dnoe")  # a value that is not one of the enum
Task(state=ScorePrivacy.PRIVATE)  # a member of another enum
Task(id=5)  # a value of the wrong type
Task(id=None)  # null where there can be none
Task(progress=5)  # one that is no object
Task(progress=Task.Result(url="u").url)  # a property of another class
Task("x")  # one that is no mapping
Task.Progress(percnt=5)  # a misspelled keyword of a nested class
Task.Progress(percent="5")  # a text for a number
task.replace(stae="done")  # a misspelled change
task.replace(state="dnoe")  # a change to a value that is not one of the enum
task.progress.replace(percnt=5)  # a misspelled change of a nested object
task.state = Task.State.DONE  # an assignment of the right type
ScoreTrackPoint(time=3)  # a missing property
ScoreTrackPoint(type="middle", time=3)  # a wrong value beside required ones
ScoreTrackPoint(type="end", time=3, tpe="end")  # a misspelled one beside required ones
ScoreTrackPoint(type="end", time=3).replace(time=None)  # null for a required property
AssignmentSubmissionUpdate(return__=True)  # a misspelled keyword for what is a word of Python
OmrInstrumentOverride(index=1, indx=2)  # a misspelled property of a closed object

body: ScoreModificationBody = {"titel": "Fugue"}  # a misspelled key
body = {"title": 5}  # a value of the wrong type
body = {"privacy": "publik"}  # a value that is not one of the enum
body = {"tags": [5]}  # a wrong item
body["titel"] = "Fugue"  # a misspelled key of a body that is there
point: ScoreTrackPointBody = {"type": "end"}  # a key that is missing
blank: ScoreCreationBody = {"builderData": {"scoreData": {"fifth": 0}}}  # a misspelled key at depth

flat = Flat(access_token="secret")

flat.scores.edit_score(score="s", body={"titel": "Fugue"})  # a misspelled key
flat.scores.edit_score(score="s", body={"title": 5})  # a value of the wrong type
flat.scores.edit_score(score="s", body={"creationType": "arangement"})  # one that is not one of the enum
flat.scores.edit_score(score="s", body=task)  # an instance of another model
flat.scores.edit_score(score="s", body=ScoreModification(titel="Fugue"))  # a misspelled keyword of the right one
flat.scores.edit_score(score="s", body=body, extra_body=5)  # what is extra and no mapping
flat.scores.edit_score(score="s", extra_bdy={"x": 1})  # a misspelled word for what is extra
flat.scores.update_score_track(score="s", track="t", body={"synchronizationPoints": [{"type": "end"}]})  # a missing key
flat.scores.update_score_track(score="s", track="t", body={"synchronizationPoints": [task]})  # another model at depth
flat.classes.create_class_assignment(class_="c", body={"googleClassroom": {"topic": "t"}})  # a misspelled key at depth
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
