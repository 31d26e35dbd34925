"""Objects: required, undeclared and oddly named keys, models that refer to each other, copies passed back in."""

from __future__ import annotations

import copy
import decimal
import inspect
import pickle

import frozendict
import pytest

from .conftest import frozen

PET = {
    "id": 7,
    "category": {"id": 1, "name": "Dogs"},
    "name": "Rex",
    "photoUrls": ["https://example.org/rex.jpg"],
    "tags": [{"id": 1, "name": "loud"}, {"name": "large"}],
    "status": "available",
    "born": "2020-02-29",
    "updated": "2023-06-05T10:20:30.123Z",
    "chip": "12345678-1234-5678-1234-567812345678",
    "weight": 31.5,
    "vaccinated": True,
    "notes": [None, {"bites": False}, "once", 2],
    "undeclared": {"deep": [1]},
}


def test_a_full_model(shop):
    """Every property is an instance of its class, models of other modules included."""
    pet = shop.Pet.from_openapi_data_oapg(PET)
    assert isinstance(pet["category"], shop.Category)
    assert isinstance(pet["tags"], shop.Pet.MetaOapg.properties.tags)
    assert isinstance(pet["tags"][1], shop.Tag)
    assert isinstance(pet["photoUrls"][0], shop.StrSchema)
    assert pet["status"] is shop.Pet.MetaOapg.properties.status.AVAILABLE
    assert pet["updated"].as_datetime_oapg.microsecond == 123000
    assert isinstance(pet["notes"], shop.AnyTypeSchema)
    assert isinstance(pet["notes"], tuple)
    assert pet["notes"][1]["bites"].is_false_oapg() is True
    assert isinstance(pet["undeclared"]["deep"][0], shop.UnsetAnyTypeSchema)
    assert pet == frozen(PET)


def test_references_are_functions(shop):
    """A property of another model is a function in MetaOapg, and so are items; inline classes are classes."""
    properties = shop.Pet.MetaOapg.properties
    assert properties.category() is shop.Category
    assert properties.tags.MetaOapg.items() is shop.Tag
    assert properties.photoUrls.MetaOapg.items is shop.StrSchema
    assert shop.Kennel.MetaOapg.additional_properties() is shop.Animal
    assert set(properties.__annotations__) == {*PET} - {"undeclared"}
    assert shop.Pet.MetaOapg.required == {"name", "photoUrls"}
    assert shop.NoAdditionalProperties.MetaOapg.additional_properties is shop.NotAnyTypeSchema


def test_get_item_oapg(shop):
    """A key that is absent gives `unset`, the only instance of its class."""
    pet = shop.Pet(name="Rex", photoUrls=[])
    assert pet.get_item_oapg("name") == "Rex"
    assert pet.get_item_oapg("status") is shop.schemas.unset
    assert pet.get_item_oapg("no such key") is shop.schemas.unset
    assert isinstance(pet.get_item_oapg("status"), shop.schemas.Unset)


def test_unset_keywords_are_left_out(shop):
    """A keyword that is `unset` was not given."""
    unset = shop.schemas.unset
    pet = shop.Pet(name="Rex", photoUrls=[], status=unset, extra=unset)
    assert set(pet) == {"name", "photoUrls"}


def test_keywords_of_a_printed_constructor(shop):
    """Keywords come in the order of the printed constructor: required ones, optional ones, and others behind."""
    pet = shop.Pet(zebra=1, weight=2, photoUrls=[], status="sold", name="Rex", id=3)
    assert list(pet) == ["photoUrls", "name", "id", "status", "weight", "zebra"]


def test_signature(shop):
    """The signature that help shows has the parameters of the printed constructor."""
    parameters = inspect.signature(shop.Pet).parameters
    assert list(parameters)[:4] == ["_args", "photoUrls", "name", "id"]
    assert list(parameters)[-2:] == ["_configuration", "kwargs"]
    assert parameters["name"].default is inspect.Parameter.empty
    assert parameters["id"].default is shop.schemas.unset


def test_missing_names(shop):
    """Missing names are listed in order; the class is named, be it a model or an inline class."""
    with pytest.raises(
        shop.exceptions.ApiTypeError, match=r"Pet is missing 2 required arguments: \['name', 'photoUrls'\]"
    ):
        shop.Pet.from_openapi_data_oapg({})
    with pytest.raises(shop.exceptions.ApiTypeError, match=r"Category is missing 1 required argument: \['name'\]"):
        shop.Pet.from_openapi_data_oapg({"name": "a", "photoUrls": [], "category": {}})
    with pytest.raises(TypeError):
        shop.Pet(name="Rex")


def test_missing_keywords_in_the_words_of_python(shop):
    """A printed constructor has required keywords and perhaps no others, and Python says so when they do not fit."""
    with pytest.raises(TypeError, match=r"missing 1 required keyword-only argument: 'id'"):
        shop.NoAdditionalProperties(petId=2)
    with pytest.raises(TypeError, match=r"got an unexpected keyword argument 'invalidArg'"):
        shop.NoAdditionalProperties(id=2, invalidArg=2)
    with pytest.raises(TypeError, match=r"got an unexpected keyword argument 'firstInvalidArg'"):
        shop.NoAdditionalProperties(id=2, firstInvalidArg=1, secondInvalidArg=1)
    with pytest.raises(TypeError, match=r"missing 2 required keyword-only arguments: 'arg' and 'args'"):
        shop.ArgumentNames()
    with pytest.raises(TypeError, match=r"missing 1 required keyword-only argument: 'args'"):
        shop.ArgumentNames(arg="a")


def test_closed_object(shop):
    """A closed object takes what it declares."""
    assert shop.NoAdditionalProperties(id=1) == {"id": 1}
    assert shop.NoAdditionalProperties(id=1, petId=2) == {"id": 1, "petId": 2}
    read = shop.NoAdditionalProperties.from_openapi_data_oapg
    with pytest.raises(
        shop.exceptions.ApiTypeError, match=r"NoAdditionalProperties is missing 1 required argument: \['id'\]"
    ):
        read({"petId": 2})
    with pytest.raises(
        shop.exceptions.ApiTypeError, match=r"NoAdditionalProperties was passed 1 invalid argument: \['b'\]"
    ):
        read({"id": 1, "b": 2})


def test_required_name_without_a_schema(shop):
    """A required name that is not declared is held to the schema of undeclared ones."""
    assert shop.RequiredByName({"a": "x", "undeclared": 2})["undeclared"] == 2
    with pytest.raises(
        shop.exceptions.ApiTypeError, match=r"RequiredByName is missing 1 required argument: \['undeclared'\]"
    ):
        shop.RequiredByName({"a": "x"})
    with pytest.raises(shop.exceptions.ApiTypeError):
        shop.RequiredByName({"a": "x", "undeclared": "y"})


def test_maps(shop):
    """Additional properties of every kind."""
    maps = shop.Maps(
        strings={"a": "b"},
        nested={"a": {"b": "c"}},
        anything={"a": 1},
        undeclared={"b": []},
        empty={},
        enums={"x": "UPPER"},
    )
    assert maps["nested"]["a"]["b"] == "c"
    assert isinstance(maps["nested"]["a"]["b"], shop.StrSchema)
    assert maps["enums"]["x"] is shop.Maps.MetaOapg.properties.enums.MetaOapg.additional_properties.UPPER
    assert maps["strings"].get_item_oapg("z") is shop.schemas.unset
    for key, value in (("strings", {"a": 1}), ("nested", {"a": {"b": 1}}), ("empty", {"a": 1}), ("enums", {"a": "up"})):
        with pytest.raises((shop.exceptions.ApiTypeError, shop.exceptions.ApiValueError)):
            shop.Maps(**{key: value})


def test_object_without_properties(shop):
    """An open object takes any key, by dict and by keyword."""
    made = shop.Open({"a": 1}, b=[{"c": None}])
    assert made["b"][0]["c"].is_none_oapg()
    assert shop.Open({}) == {}
    assert isinstance(made, shop.DictSchema)


def test_keys_that_are_no_python_names(shop):
    """Keys keep their spelling, whatever the name of the property in MetaOapg."""
    keys = {"$special[property.name]": 1, "123-list": "", "123Number": 2, "class": "c", "from": 3, "property": "p"}
    made = shop.DifficultNames(**keys, keys="k", _private="s")
    assert made == {**keys, "keys": "k", "_private": "s"}
    for key, value in keys.items():
        assert made[key] == value
    assert isinstance(made["$special[property.name]"], shop.Int64Schema)
    assert shop.DifficultNames.MetaOapg.properties._123_list is shop.StrSchema
    assert callable(made.keys)
    assert shop.DifficultNames(**{"123-list": ""}) == {"123-list": ""}
    with pytest.raises(shop.exceptions.ApiTypeError, match=r"passed type was str at \['args\[0\]'\]\['123Number'\]"):
        shop.DifficultNames(**{"123-list": "", "123Number": "2"})


def test_keys_named_like_parameters(shop):
    """Properties may be called arg and args, and in a dict self and cls."""
    made = shop.ArgumentNames(arg="hi", args="bye")
    assert made == {"arg": "hi", "args": "bye"}
    assert shop.Open({"self": 1, "cls": 2, "_configuration": 3})["_configuration"] == 3


def test_references_under_difficult_names(shop):
    """Instances and plain data under such keys give the same."""
    category = shop.Category(name="Dogs", id=1)
    array = shop.ArrayWithValidationsInItems([4, 5])
    made = shop.ReferencesWithDifficultNames(**{"from": category, "!reference": array})
    data = {"from": {"name": "Dogs", "id": 1}, "!reference": (4, 5)}
    assert made == data
    assert shop.ReferencesWithDifficultNames.from_openapi_data_oapg(data) == made
    assert made["from"] == category
    with pytest.raises(shop.exceptions.ApiTypeError, match=r"missing 1 required argument: \['!reference'\]"):
        shop.ReferencesWithDifficultNames.from_openapi_data_oapg({"from": data["from"]})


def test_untyped_model_with_a_property_of_its_own_name(shop):
    """A model without a type takes anything; its properties concern objects alone."""
    made = shop._Return(**{"return": 1, "_Return": "a", "snake_case": 2})
    assert isinstance(made["return"], shop.Int32Schema)
    assert shop._Return("text") == "text"
    assert shop._Return([1])[0] == 1
    with pytest.raises(shop.exceptions.ApiTypeError):
        shop._Return(**{"return": "a"})


def test_references_to_scalars(shop):
    """A model may be a plain scalar, which is then a class of the runtime under another name."""
    made = shop.ObjectWithReferences(myNumber=15.0, myString="a", myBoolean=True)
    assert set(made) == {"myNumber", "myString", "myBoolean"}
    assert isinstance(made["myNumber"], shop.NumberWithValidations)
    assert isinstance(made["myString"], str)
    assert made["myBoolean"].is_true_oapg() is True
    assert shop.ObjectWithReferences.MetaOapg.properties.myString() is shop.StrSchema


def test_recursion(shop):
    """A model may refer to itself and to one that refers back, in properties, items and additional properties."""
    tree = shop.SelfReferencingObject(selfRef={"selfRef": {}, "other": {"more": {}}}, another={})
    for node in (tree, tree["selfRef"], tree["selfRef"]["other"]["more"], tree["another"]):
        assert isinstance(node, shop.SelfReferencingObject)
    array = shop.SelfReferencingArray([[], [[], [[]]]])
    assert isinstance(array[1][1][0], shop.SelfReferencingArray)
    assert array == ((), ((), ((),)))
    line = shop.Pedigree(
        name="a", mother={"name": "b"}, offspring=[{"name": "c"}], litter={"members": [{"name": "d", "litter": {}}]}
    )
    assert isinstance(line["litter"]["members"][0], shop.Pedigree)
    with pytest.raises(shop.exceptions.ApiTypeError, match="Pedigree is missing"):
        shop.Pedigree(name="a", litter={"members": [{}]})
    with pytest.raises(shop.exceptions.ApiTypeError):
        shop.SelfReferencingArray([[1]])


def test_copies_passed_back_in(shop):
    """An instance goes back in at any place; at one of its own class it is not looked at again."""
    pet = shop.Pet.from_openapi_data_oapg(PET)
    assert shop.Pet(pet) == pet
    assert shop.Pet(**pet) == pet
    again = shop.Pet({**pet, "name": "Max"})
    assert again["name"] == "Max"
    assert again["tags"] == pet["tags"]
    assert isinstance(again["tags"][0], shop.Tag)
    assert shop.Pet(pet, name="Max") == again


def test_instances_of_other_classes(shop):
    """An instance of another class is data: it is validated, and becomes an instance of the class that is wanted."""
    tag = shop.Tag(id=1, name="Dogs")
    pet = shop.Pet(name="a", photoUrls=[], category=tag)
    assert isinstance(pet["category"], shop.Category)
    assert not isinstance(pet["category"], shop.Tag)
    with pytest.raises(shop.exceptions.ApiTypeError, match="Category is missing"):
        shop.Pet(name="a", photoUrls=[], category=shop.Tag(id=1))


def test_what_was_not_checked_stays_unchecked(shop):
    """An instance made with a validation disabled passes as its own class, and does not as plain data."""
    lenient = shop.configuration.Configuration(disabled_client_side_validations="maximum")
    large = shop.NumberWithValidations(99, _configuration=lenient)
    assert shop.ObjectWithReferences(myNumber=large)["myNumber"] == 99
    with pytest.raises(shop.exceptions.ApiValueError):
        shop.ObjectWithReferences(myNumber=decimal.Decimal(large))


def test_input_is_copied(shop):
    """A list or dict that is changed after the call changes nothing in the instance."""
    urls, data = ["a"], {"name": "Rex"}
    pet = shop.Pet(data, photoUrls=urls)
    urls.append("b")
    data["name"] = "Max"
    assert pet == {"name": "Rex", "photoUrls": ("a",)}


def test_attributes(shop):
    """The keys that are there are attributes; those that are not are AttributeErrors."""
    pet = shop.Pet.from_openapi_data_oapg(PET)
    assert pet.name == "Rex"
    assert pet.category.name == "Dogs"
    assert pet.undeclared.deep == (1,)
    assert not hasattr(shop.Pet(name="a", photoUrls=[]), "status")


def test_mapping_methods(shop):
    """Instances are frozendicts in everything a dict can do without being changed."""
    pet = shop.Pet(name="Rex", photoUrls=[])
    assert isinstance(pet, frozendict.frozendict)
    assert dict(pet) == {"name": "Rex", "photoUrls": ()}
    assert {**pet} == pet
    assert list(pet.items()) == [("photoUrls", ()), ("name", "Rex")]
    assert "name" in pet
    assert len(pet) == 2
    assert hash(pet) == hash(shop.Pet(photoUrls=(), name="Rex"))
    for method in ("update", "pop", "popitem", "clear"):
        with pytest.raises((AttributeError, TypeError)):
            getattr(pet, method)()
    with pytest.raises(TypeError):
        pet["name"] = "Max"


@pytest.mark.parametrize("twin", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_copies(shop, twin):
    """Copies and pickles give an equal instance of the same classes, composed and nullable ones included."""
    for made in (
        shop.Pet.from_openapi_data_oapg(PET),
        shop.Animal(species="Cat", indoor=True),
        shop.Housing(housingType="Cage", cageType="TravelCage"),
        shop.Treat(None),
        shop.StringEnum("placed"),
        shop.Checkup(integer=None, array=[{}], undeclared=None),
        shop.ComposedAnyOfDifferentTypes("2020-01-02"),
        shop.InlineComposition(some="a", items=["ab", 3]),
    ):
        again = twin(made)
        assert again == made
        assert type(again) is type(made)
    assert twin(shop.StringEnum.PLACED) is shop.StringEnum.PLACED
