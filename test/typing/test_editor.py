"""What an editor shows and offers while somebody types: asked of pyright, as an editor does."""

from pathlib import Path

import pytest

from flat_api.bodies import ScoreModificationBody
from flat_api.model.task import Task
from flat_api.schemas import declaration_of

from .language_server import LanguageServer

ROOT = Path(__file__).parents[2]

HEAD = """\
from flat_api import Flat
from flat_api.bodies import ScoreModificationBody
from flat_api.models import Task
task = Task()
flat = Flat(access_token="secret")
"""


@pytest.fixture(scope="module")
def server():
    """The server, started once; it has the whole package in its sight."""
    pytest.importorskip("pyright", reason="pyright comes with the extra 'types'")
    running = LanguageServer(ROOT)
    yield running
    running.close()


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("task.progress.per|cent", ("percent: NumberSchema", "Percent of the task progression")),
        ("Task.Progress.per|cent", ("percent: Property[NumberSchema]", "Percent of the task progression")),
        ("task.sta|te", ("state: State", "State of the Task")),
        ("task.creation|Date", ("creationDate: DateTimeSchema", "The creation date of the task")),
        ("Ta|sk", ("class Task", "An asynchronous task")),
        ("flat.scores.edit_sc|ore", ("ScoreModification | ScoreModificationBody",)),
    ],
)
def test_a_name_is_shown_with_its_description(server, expression, shown):
    """The class of a property, and what the declaration says of it."""
    text = server.hover(HEAD + expression)
    assert [part for part in shown if part not in text] == []


def test_a_constructor_offers_its_keywords(server):
    """Those of all properties, in the order of the declaration, and so does a change."""
    wanted = [f"{key}=" for key in declaration_of(Task).properties]
    for call in ("Task(|)", "task.replace(|)"):
        assert set(wanted) <= set(server.completions(HEAD + call))
    assert "percent=" in server.completions(HEAD + "Task.Progress(|)")


def test_an_enum_offers_its_values(server):
    """The texts that a keyword or a key of a body accepts."""
    states = [f'"{value}"' for value in declaration_of(Task.State).enum or ()]
    assert set(states) <= set(server.completions(HEAD + 'Task(state="|")'))
    assert '"public"' in server.completions(HEAD + 'flat.scores.edit_score(score="s", body={"privacy": "|"})')


def test_a_body_offers_its_keys(server):
    """Those that are not there yet."""
    keys = {f'"{key}"' for key in ScoreModificationBody.__annotations__}
    assert keys <= set(server.completions(HEAD + 'flat.scores.edit_score(score="s", body={"|"})'))
    found = server.completions(HEAD + 'body: ScoreModificationBody = {"title": "Fugue", "|"}')
    assert keys - {'"title"'} <= set(found)
    assert '"title"' not in found


def test_a_value_offers_its_properties(server):
    """At any depth."""
    assert {"percent", "text"} <= set(server.completions(HEAD + "task.progress.|"))
