"""Export and codegen are each other's inverse: what was exported comes back as the same declarations."""

import importlib
import json
import sys

import pytest
from hypothesis import given, settings

from flat_api import models
from flat_api.codegen import api_of_document, declared, differences, facts_of_document, package_files
from flat_api.reference import openapi_document

from .documents import accepts
from .samples import CLASSES
from .test_laws import plain

MODELS = {name: getattr(models, name) for name in dir(models) if name[0].isupper()}


def exported(classes):
    """The OpenAPI document for *classes*, after a journey through JSON."""
    return json.loads(json.dumps(openapi_document(classes)))


def printed(classes, package, directory):
    """The models that codegen prints for the exported *classes*, imported."""
    for path, source in package_files(api_of_document(exported(classes)), package, directory).files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, "utf-8")
    sys.path.insert(0, str(directory))
    try:
        contents = importlib.import_module(f"{package}.models")
        return {name: getattr(contents, name) for name in dir(contents) if name[0].isupper()}
    finally:
        sys.path.remove(str(directory))


@pytest.fixture(scope="module")
def printed_models(tmp_path_factory):
    """All models of the package, exported and printed again."""
    return printed(MODELS.values(), "roundtrip_models", tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def printed_samples(tmp_path_factory):
    """The sample classes, exported and printed again."""
    return printed(CLASSES, "roundtrip_samples", tmp_path_factory.mktemp("samples"))


def facts(classes):
    """What *classes* declare, by name."""
    names = {cls: name for name, cls in classes.items()}
    return {name: declared(cls, names) for name, cls in classes.items()}


def test_document_has_the_facts_of_the_models():
    """Reading the exported document gives what the models declare."""
    assert differences(facts_of_document(exported(MODELS.values())), facts(MODELS)) == []


def test_printed_models_are_equal_to_the_exported_ones(printed_models):
    """Each model that codegen prints from the export declares what the model of the package declares."""
    assert printed_models.keys() == MODELS.keys()
    assert differences(facts(printed_models), facts(MODELS)) == []


def test_export_of_printed_models_is_the_same_document(printed_models):
    """Descriptions and the order of properties survive, too: the second export is the first one, to the letter."""
    assert json.dumps(openapi_document(printed_models.values())) == json.dumps(openapi_document(MODELS.values()))


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@settings(max_examples=60)
@given(data=plain)
def test_printed_samples_take_the_same_values(printed_samples, cls, data):
    """Classes of any kind take after the journey what they took before, also where OpenAPI says it in other words."""
    assert accepts(printed_samples[cls.__name__], data) == accepts(cls, data)
