"""`--model`: which schema class the JSON is read as."""

import pytest

from flat_api import schemas
from flat_api.cli._models import ModelError, find_model, model_names
from flat_api.model.task import Task

from .running import run


@pytest.mark.parametrize("name", ["Task", "task", "TASK", "flat_api.model.task:Task", "flat_api.models:Task"])
def test_model_is_found_however_it_is_spelt(name):
    """A model goes by its name in any spelling, or by module and class."""
    assert find_model(name) is Task


@pytest.mark.parametrize(
    ("name", "found"),
    [("Task.Progress", Task.Progress), ("flat_api.model.task:Task.State", Task.State),
     ("flat_api.schemas:AnyTypeSchema", schemas.AnyTypeSchema)],
)  # fmt: skip
def test_classes_that_are_no_models_are_found(name, found):
    """Classes inside a model and classes of other modules can be named too."""
    assert find_model(name) is found


def test_near_names_are_suggested():
    """A misspelt name is answered with those that come near."""
    with pytest.raises(ModelError, match=r"there is no model 'Taks'; did you mean Task\?"):
        find_model("Taks")
    with pytest.raises(ModelError, match="Task has no 'Progres', did you mean 'Progress'"):
        find_model("Task.Progres")


def test_names_far_from_any_model_get_examples():
    """A name that is like no other is answered with some that exist."""
    with pytest.raises(ModelError, match=r"models are, for instance, \w+"):
        find_model("Qqqqqqqq")


@pytest.mark.parametrize("name", ["json:loads", "Task.to_json", "flat_api.exceptions:ApiValueError", "Task.id"])
def test_what_is_no_schema_class_is_refused(name):
    """Only schema classes can read JSON."""
    with pytest.raises(ModelError, match="is not a schema class"):
        find_model(name)


@pytest.mark.parametrize("name", ["", ":", "nowhere:Task", "flat_api.model.task:", "Task.", ".", "a:b:c"])
def test_odd_names_are_refused_in_a_sentence(name):
    """Whatever is given as a name, the answer is a sentence."""
    with pytest.raises(ModelError):
        find_model(name)


def test_all_models_are_listed():
    """The shell completes the names of all models."""
    assert "Task" in model_names()
    assert [find_model(name).__name__ for name in model_names()] == model_names()


def test_wrong_model_is_wrong_usage(tmp_path):
    """A model that can't be found ends the command with exit code 2, as does a module that fails."""
    done = run("show", "--model", "Taks", stdin="{}")
    assert done.returncode == 2
    assert "did you mean Task?" in done.stderr
    (tmp_path / "failing.py").write_text("raise RuntimeError('not today')")
    done = run("check", "-", "--model", "failing:Model", cwd=tmp_path)
    assert done.returncode == 2
    assert "RuntimeError: not today" in done.stderr
