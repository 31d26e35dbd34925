"""Export and codegen are each other's inverse: what was exported comes back as the same declarations."""

import importlib
import json
import sys

import pytest
from hypothesis import given
from openapi_spec_validator import validate

from flat_api import models
from flat_api.codegen import (
    api_of_document,
    declared,
    facts_of_document,
    package_files,
)
from flat_api.codegen._normal import bare
from flat_api.codegen._report import declared_api
from flat_api.operations._catalogue import operations
from flat_api.reference import openapi_document

from ..codegen.generated import generate, operation_differences, spec
from ..codegen.odd_operations import DOCUMENT
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


@pytest.fixture(scope="module", params=["flat_api", "flat_2_18", "flat_2_24", "odd"])
def journey(request, tmp_path_factory):
    """The name of a package with operations, and that of the one that codegen prints from its export."""
    first, directory = request.param, tmp_path_factory.mktemp(request.param)
    if first != "flat_api":
        generate(
            directory, DOCUMENT if first == "odd" else spec(first.removeprefix("flat_").replace("_", ".") + ".0"), first
        )
    second = f"{first}_again"
    sys.path.insert(0, str(directory))
    try:
        contents = importlib.import_module(f"{first}.models")
        classes = [getattr(contents, name) for name in contents.__all__]
        document = openapi_document(classes, operations(first))
        assert generate(directory, document, second) == 0
        yield document, first, second
    finally:
        sys.path.remove(str(directory))


def facts(classes):
    """What *classes* declare, by name."""
    names = {cls: name for name, cls in classes.items()}
    return {name: bare(declared(cls, names)) for name, cls in classes.items()}


def test_document_has_the_facts_of_the_models():
    """Reading the exported document gives what the models declare."""
    read = facts_of_document(exported(MODELS.values()))
    assert {name: bare(entry) for name, entry in read.items()} == facts(MODELS)


def test_printed_models_are_equal_to_the_exported_ones(printed_models):
    """Each model that codegen prints from the export declares what the model of the package declares."""
    assert printed_models.keys() == MODELS.keys()
    assert facts(printed_models) == facts(MODELS)


def test_export_of_printed_models_is_the_same_document(printed_models):
    """Descriptions and the order of properties survive, too: the second export is the first one, to the letter."""
    assert json.dumps(openapi_document(printed_models.values())) == json.dumps(openapi_document(MODELS.values()))


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@given(data=plain)
def test_printed_samples_take_the_same_values(printed_samples, cls, data):
    """Classes of any kind take after the journey what they took before, also where OpenAPI says it in other words."""
    assert accepts(printed_samples[cls.__name__], data) == accepts(cls, data)


def test_exported_operations_are_valid_openapi(journey):
    """Validators find no fault with any of the documents."""
    validate(journey[0])


def test_document_has_the_facts_of_the_operations(journey):
    """Reading the exported document gives what the classes declare, servers and security schemes included."""
    document, first, _ = journey
    read, ours = api_of_document(document), declared_api(first)
    assert len(read.operations) == len(ours.operations)
    assert operation_differences(read, ours) == []
    assert (read.service["auth"], read.service["schemes"]) == (ours.service["auth"], ours.service["schemes"])
    assert read.service["servers"] == ours.service["servers"]


def test_printed_operations_are_equal_to_the_exported_ones(journey):
    """Each operation that codegen prints from the export declares what the exported one does."""
    _, first, second = journey
    assert operation_differences(declared_api(second), declared_api(first)) == []


def test_export_of_printed_operations_is_the_same_document(journey):
    """Descriptions survive, too: the second export says what the first one says."""
    document, _, second = journey
    contents = importlib.import_module(f"{second}.models")
    again = openapi_document([getattr(contents, name) for name in contents.__all__], operations(second))
    assert again == document
