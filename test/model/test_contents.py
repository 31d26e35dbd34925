"""All models: where each one is found, under the names it has always had, and what loading it brings along."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import typing

import pytest

from flat_api import models
from flat_api.schemas import Schema, declaration_of

from ..recordings import NAMES, recorded


def modules_loaded(statement: str) -> set[str]:
    """The modules of models that are loaded in a fresh interpreter when it has run *statement*."""
    program = f"{statement}\nimport sys; print(*[name for name in sys.modules if name.startswith('flat_api.model.')])"
    return set(subprocess.check_output([sys.executable, "-c", program], text=True).split())


def snake(name: str) -> str:
    """``ScoreDetails`` as ``score_details``."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def test_the_recorded_names_of_all_models_are_there():
    """Every public name recorded of the earlier package's models resolves, in its own module and in `models`."""
    everything: dict[str, dict[str, str]] = json.loads(recorded(NAMES))
    found = {module: names for module, names in everything.items() if module.startswith("flat_api.model")}
    assert len(found) == 100
    assert set(found) <= {"flat_api.models", *(f"flat_api.model.{snake(name)}" for name in models.__all__)}
    for module, names in found.items():
        loaded = importlib.import_module(module)
        assert [name for name in names if not hasattr(loaded, name)] == []


def test_there_are_142_models():
    """`models` lists them, offers them by name and by star, and each is the class of its own module."""
    assert len(models.__all__) == len(set(models.__all__)) == 142
    assert set(models.__all__) <= set(dir(models))
    for name in models.__all__:
        module = importlib.import_module(f"flat_api.model.{snake(name)}")
        model: typing.Any = getattr(models, name)
        assert model is getattr(module, name)
        assert issubclass(model, Schema)
        assert (model.__name__, model.__module__) == (name, module.__name__)


@pytest.mark.parametrize("name", models.__all__)
def test_everything_in_a_model_is_described(name: str):
    """Each model and each of its properties, at any depth, says what it is about."""
    model = getattr(models, name)
    assert declaration_of(model).description
    assert undescribed(model, name) == []


def undescribed(cls: type, place: str) -> list[str]:
    """The places of the properties below *cls* that say nothing; other models are left to themselves."""
    declaration, found = declaration_of(cls), list[str]()
    for key, entry in declaration.properties.items():
        found += [] if entry.description else [f"{place}.{key}"]
    for key, schema in [*declaration.schemas.items(), ("[]", declaration.items), ("{}", declaration.additional)]:
        if schema is not None and schema.__module__ == cls.__module__ and schema.__qualname__ != schema.__name__:
            found += undescribed(schema, f"{place}.{key}")
    return found


@pytest.mark.parametrize("name", models.__all__)
def test_the_historic_protocol_shows_every_property(name: str):
    """``Model.MetaOapg.properties`` has each declared property, and ``required`` the names that must be there."""
    model: typing.Any = getattr(models, name)
    declaration = declaration_of(model)
    assert list(model.MetaOapg.properties.__annotations__) == list(declaration.properties)
    assert set(getattr(model.MetaOapg, "required", ())) == declaration.required


def test_attributes_are_called_like_their_keys():
    """Only a key that is a word of Python or a word of declarations has an underscore behind its attribute."""
    renamed: dict[str, str] = {}
    for name in models.__all__:
        for key, entry in declaration_of(getattr(models, name)).properties.items():
            if entry.attribute != key:
                renamed[f"{name}.{key}"] = entry.attribute
    assert renamed == {"AssignmentSubmissionUpdate.return": "return_", "OmrJobProgress.key": "key_"}


def test_a_model_loads_only_those_that_it_names():
    """The import of one model costs what that model needs, however many others there are."""
    assert modules_loaded("import flat_api.models") == set()
    assert modules_loaded("from flat_api.models import Task") == {"flat_api.model.task"}
    assert modules_loaded("import flat_api.model.score_comment") == {
        "flat_api.model.score_comment",
        "flat_api.model.score_comment_context",
    }
