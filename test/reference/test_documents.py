"""The OpenAPI document and JSON Schema: their form. What they mean is in test_laws.py."""

import json
import re

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from flat_api import models
from flat_api.model.task import Task
from flat_api.reference import json_schema, openapi_document
from flat_api.schemas import DictSchema, StrSchema, optional

from . import samples
from .documents import json_schema_accepts

MODELS = [getattr(models, name) for name in dir(models) if name[0].isupper()]


def components(*classes):
    """The component schemas of the document for *classes*."""
    return openapi_document(classes)["components"]["schemas"]


def test_document_of_the_package_is_valid_openapi():
    """Without arguments the document has all models and operations of the package; validators find no fault with it."""
    document = openapi_document()
    validate(document)
    assert sorted(document["components"]["schemas"]) == sorted(cls.__name__ for cls in MODELS)
    assert document["openapi"] == "3.0.3"
    assert sum(len(item) for item in document["paths"].values()) == 123


def test_document_of_every_kind_of_class_is_valid_openapi():
    """Whatever can be declared can be exported."""
    document = openapi_document(samples.CLASSES, title="Samples", version="1.2")
    validate(document)
    assert document["paths"] == {}
    assert document["info"] == {"title": "Samples", "version": "1.2"}


def test_document_is_plain_json_and_always_the_same():
    """Two exports are the same text."""
    assert json.dumps(openapi_document()) == json.dumps(openapi_document())


def test_referenced_models_come_along():
    """A class that others refer to is in the document, asked for or not."""
    assert list(components(samples.Palette)) == ["Palette", "Colour"]


def test_inner_class_is_written_out_unless_it_contains_itself():
    """Inner classes stand where they are used; one that contains itself is a component of its own."""
    found = components(samples.Tree)
    assert found["Tree"]["properties"]["node"] == {"$ref": "#/components/schemas/Tree.Node"}
    assert found["Tree.Node"]["properties"]["child"] == {"$ref": "#/components/schemas/Tree.Node"}
    assert list(components(Task)) == ["Task"]


def test_description_of_a_reference_is_beside_all_of():
    """What is said of a property that holds a model is not lost, though a reference may have nothing beside it."""
    assert components(samples.Kinds)["Kinds"]["properties"]["colour"] == {
        "allOf": [{"$ref": "#/components/schemas/Colour"}],
        "description": "The colour",
    }


def test_openapi_has_its_own_words_for_null_and_exclusive_limits():
    """null is nullable or an enum of nothing but null, and an exclusive limit is a switch beside the limit."""
    properties = components(samples.Kinds)["Kinds"]["properties"]
    assert properties["nothing"] == {"nullable": True, "enum": [None]}
    assert components(samples.MaybeKinds)["MaybeKinds"]["properties"]["day"] == {
        "type": "string",
        "format": "date",
        "nullable": True,
    }
    assert components(samples.Limits)["Limits"]["properties"]["between"] == {
        "type": "number",
        "minimum": 0,
        "exclusiveMinimum": True,
        "maximum": 10,
        "exclusiveMaximum": True,
    }


@pytest.mark.parametrize(
    ("limits", "written"),
    [
        ({"minimum": 1, "exclusive_minimum": 1}, {"minimum": 1, "exclusiveMinimum": True}),
        ({"minimum": 2, "exclusive_minimum": 1}, {"minimum": 2}),
        ({"maximum": 5, "exclusive_maximum": 4}, {"maximum": 4, "exclusiveMaximum": True}),
        ({"maximum": 3, "exclusive_maximum": 4}, {"maximum": 3}),
    ],
)
def test_the_stricter_of_two_limits_is_written(limits, written):
    """OpenAPI 3.0 has one place for two limits; the stricter one implies the other."""
    from flat_api.schemas import NumberSchema

    class Limited(DictSchema):
        number = optional(NumberSchema.where(**limits))

    assert components(Limited)["Limited"]["properties"]["number"] == {"type": "number", **written}


def test_discriminator_of_openapi_points_at_components():
    """Each value of a discriminator leads to a component."""
    found = components(samples.Pet)
    mapping = {"cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"}
    assert found["Pet"]["discriminator"] == {"propertyName": "kind", "mapping": mapping}
    assert set(found) == {"Pet", "Cat", "Dog"}


def test_an_extensible_discriminator_has_no_mapping_but_the_names_of_schemas():
    """Which OpenAPI has where nothing is said; a mapping would be all there is."""
    assert components(samples.Visitor)["Visitor"]["discriminator"] == {"propertyName": "kind"}


def test_classes_of_one_name_are_told_apart():
    """Two classes may have one name; the second gets a number."""

    def invented(base):
        class Same(DictSchema):
            x = optional(base)

        return Same

    first, second = invented(StrSchema), invented(samples.Level)
    assert list(components(first, second)) == ["Same", "Same_2", "Level"]


def test_pattern_keeps_its_flags_and_loses_its_group_names():
    """Flags stand in the pattern, and groups have numbers, as not every language spells their names alike."""
    properties = components(samples.Limits)["Limits"]["properties"]
    assert properties["free"]["pattern"] == "(?i:^a)"

    class Twice(DictSchema):
        word = optional(StrSchema.where(pattern=re.compile(r"^(?P<sign>[(?P<x>+])\(?P<a(?P=sign)$")))

    assert components(Twice)["Twice"]["properties"]["word"]["pattern"] == r"^([(?P<x>+])\(?P<a\1$"


@pytest.mark.parametrize("cls", [*MODELS, *samples.CLASSES], ids=lambda cls: cls.__name__)
def test_json_schema_is_valid(cls):
    """The JSON Schema of a class keeps to the metaschema of 2020-12, and each reference in it leads to a definition."""
    schema = json_schema(cls)
    Draft202012Validator.check_schema(schema)
    wanted = {part.split('"')[0] for part in json.dumps(schema).split('"$ref": "#')[1:]} - {""}
    assert wanted == {f"/$defs/{name}" for name in schema.get("$defs", {})}


def test_json_schema_of_task_takes_its_sample_and_refuses_others():
    """What is a task for the class is one for any JSON Schema validator."""
    assert json_schema_accepts(Task, {"id": "a", "state": "done", "progress": {"percent": 3}})
    assert not json_schema_accepts(Task, {"state": "dnoe"})


def test_json_schema_of_a_recursive_model_refers_to_itself():
    """A model that contains itself is the root of its own schema."""
    properties = json_schema(samples.Tree)["properties"]
    assert properties["children"]["items"] == {"$ref": "#"}
    assert properties["parent"] == {"$ref": "#", "description": "Where it hangs"}


def test_json_schema_lists_null_among_the_types():
    """Nullable is a list of types in JSON Schema."""
    assert json_schema(samples.MaybeKinds)["properties"]["text"] == {"type": ["string", "null"]}


def test_json_schema_follows_the_discriminator():
    """The discriminator decides which class an object has to be."""
    assert json_schema_accepts(samples.Pet, {"kind": "dog", "barks": True})
    assert not json_schema_accepts(samples.Pet, {"kind": "dog", "barks": "often"})
    assert json_schema_accepts(samples.Pet, {"kind": "cat", "barks": "often"})
    assert not json_schema_accepts(samples.Pet, {"kind": "cow", "barks": "often"})
    assert not json_schema_accepts(samples.Pet, {"barks": True})
    assert not json_schema_accepts(samples.Visitor, {"kind": "Dog", "barks": "often"})
