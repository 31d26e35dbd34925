"""Discriminators: on an object that its branches extend, one behind the other, in circles, and above interfaces."""

from __future__ import annotations

import frozendict
import pytest


def test_discriminator_names_the_class(shop):
    """The value of the discriminator decides of which class an object is an instance, besides its own."""
    animal = shop.Animal(species="Cat", color="black")
    assert isinstance(animal, shop.Animal)
    assert isinstance(animal, shop.Cat)
    assert isinstance(animal, shop.Cat.MetaOapg.all_of_1)
    assert isinstance(animal, frozendict.frozendict)
    assert not isinstance(animal, shop.Dog)
    assert set(animal.keys()) == {"species", "color"}
    assert animal["species"] == "Cat"
    assert animal["color"] == "black"
    assert isinstance(animal["species"], shop.StrSchema)


def test_properties_of_the_branch_are_typed(shop):
    """A property that only the chosen class declares is an instance of what is declared there."""
    dog = shop.Animal(species="Dog", color="black", breed="Labrador")
    assert isinstance(dog, shop.Dog.MetaOapg.all_of()[1])
    assert isinstance(dog["breed"], shop.StrSchema)
    cat = shop.Animal(species="Cat", color="black", indoor=True)
    assert isinstance(cat["indoor"], shop.BoolSchema)
    assert bool(cat["indoor"]) is True
    assert cat["indoor"].is_true_oapg() is True


def test_the_branch_itself_can_be_called(shop):
    """A class that extends the one with the discriminator is an instance of both, called by either name."""
    for build in (
        lambda: shop.Cat(species="Cat", indoor=False),
        lambda: shop.Animal({"species": "Cat", "indoor": False}),
    ):
        cat = build()
        assert isinstance(cat, shop.Cat)
        assert isinstance(cat, shop.Animal)
        assert cat["indoor"].is_false_oapg() is True


def test_unknown_value_of_a_discriminator(shop):
    """A value without a class is an ApiValueError that lists the known ones and names the property."""
    expected = (
        r"Invalid discriminator value was passed in to Animal.species "
        r"Only the values \['Cat', 'Dog'\] are allowed at \('args\[0\]', 'species'\)"
    )
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.Animal(species="Fox", color="red")
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.Animal.from_openapi_data_oapg({"species": "Fox"}, _configuration=shop.configuration.Configuration())


def test_branch_with_bad_data_says_so(shop):
    """What is wrong with the chosen class is told as it is, with its path."""
    expected = r"Invalid type. Required value type is BoolClass and passed type was int at \['args\[0\]'\]\['indoor'\]"
    with pytest.raises(shop.exceptions.ApiTypeError, match=expected):
        shop.Animal(species="Cat", indoor=1)


def test_animals_in_containers(shop):
    """Items and additional properties that refer to a class with a discriminator are of the class it names."""
    farm = shop.AnimalFarm([{"species": "Cat"}, {"species": "Dog", "breed": "Collie"}])
    assert isinstance(farm, tuple)
    assert isinstance(farm[0], shop.Cat)
    assert isinstance(farm[1], shop.Dog)
    kennel = shop.Kennel(rex={"species": "Dog"}, tom=shop.Cat(species="Cat"))
    assert isinstance(kennel["rex"], shop.Dog)
    assert isinstance(kennel["tom"], shop.Cat)
    assert kennel.get_item_oapg("rex") is kennel["rex"]
    assert kennel.get_item_oapg("felix") is shop.schemas.unset
    with pytest.raises(shop.exceptions.ApiValueError, match=r"at \('args\[0\]', 'rex', 'species'\)"):
        shop.Kennel(rex={"species": "Fox"})
    with pytest.raises(shop.exceptions.ApiTypeError):
        shop.AnimalFarm(["Cat"])


def test_travelling_through_discriminators(shop):
    """A discriminator value that only a nested oneOf knows leads through it, and the value is of all classes passed."""
    pig = shop.Mammal(species="BasquePig")
    assert isinstance(pig, shop.Mammal)
    assert isinstance(pig, shop.Pig)
    assert isinstance(pig, shop.BasquePig)
    assert not isinstance(pig, shop.DanishPig)


def test_enum_member_as_discriminator(shop):
    """The member of an enum and the string it stands for choose the same class."""
    by_text = shop.Mammal(species="whale", hasBaleen=True, hasTeeth=False)
    by_member = shop.Mammal(species=shop.Whale.MetaOapg.properties.species.WHALE, hasBaleen=True, hasTeeth=False)
    assert isinstance(by_text, shop.Whale)
    assert isinstance(by_member, shop.Whale)
    assert by_text == by_member
    assert by_text["species"] is shop.Whale.MetaOapg.properties.species.WHALE
    zebra = shop.Mammal.from_openapi_data_oapg({"species": "zebra", "type": "plains"})
    assert isinstance(zebra, shop.Zebra)
    assert zebra["type"] == shop.Zebra.MetaOapg.properties.type.PLAINS


def test_unknown_mammals(shop):
    """The values listed are those of the class that was called, not those reachable through it."""
    expected = r"Mammal.species Only the values \['Pig', 'whale', 'zebra'\] are allowed at \('args\[0\]', 'species'\)"
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.Mammal(species="Fox")


def test_three_generations(shop):
    """allOf cycles through discriminators end, and a value is an instance of each generation."""
    for cls in (shop.Grandparent, shop.Parent, shop.Child):
        child = cls(kind="Child", name="Kim")
        assert isinstance(child, shop.Child)
        assert isinstance(child, shop.Parent)
        assert isinstance(child, shop.Grandparent)
        assert isinstance(child["name"], shop.StrSchema)
    parent = shop.Grandparent(kind="Parent")
    assert isinstance(parent, shop.Parent)
    assert not isinstance(parent, shop.Child)


def test_branch_that_does_not_know_the_value(shop):
    """A branch with a discriminator of its own refuses in its own name; what its allOf knows, it knows as well."""
    with pytest.raises(shop.exceptions.ApiValueError, match=r"passed in to Parent.kind Only the values \['Child'\]"):
        shop.Child(kind="Uncle")
    assert isinstance(shop.Child(kind="Parent"), shop.Parent)


CAGES = ("HangingCage", "StandingCage", "TravelCage")


@pytest.mark.parametrize("name", CAGES)
def test_two_levels_of_one_of(shop, name):
    """A value is an instance of every class on the way: the outer oneOf, the inner one, the branch, its interface."""
    for cls in (shop.Housing, shop.Cage):
        cage = cls(housingType="Cage", cageType=name)
        for matched in (cls, shop.Cage, getattr(shop, name), shop.CageInterface):
            assert isinstance(cage, matched)
        assert not any(isinstance(cage, getattr(shop, other)) for other in CAGES if other != name)
        assert cage["cageType"] == name
        assert isinstance(cage["cageType"], getattr(shop, name).MetaOapg.all_of_1.MetaOapg.properties.cageType)
        assert isinstance(cage["housingType"], shop.CageInterface.MetaOapg.properties.housingType)


def test_missing_discriminator(shop):
    """An object without the discriminator is an ApiValueError that says which property is missing."""
    expected = (
        "Cannot deserialize input data due to missing discriminator. The discriminator property 'housingType' is "
        r"missing at path: \('args\[0\]',\)"
    )
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.Housing({})
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.Housing(cageType="HangingCage")


def test_missing_discriminator_below(shop):
    """The path is that of the object, wherever it stands."""
    expected = r"property 'housingType' is missing at path: \('args\[0\]', 'housings', 0\)"
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.FloorPlan(housings=[{}])


def test_unknown_value_on_either_level(shop):
    """The first and the second discriminator each refuse in their own name."""
    first = (
        r"Invalid discriminator value was passed in to Housing.housingType Only the values "
        r"\['Cage', 'Tank'\] are allowed at \('args\[0\]', 'housingType'\)"
    )
    with pytest.raises(shop.exceptions.ApiValueError, match=first):
        shop.Housing(housingType="Barrel")
    second = (
        r"Invalid discriminator value was passed in to Tank.tankType Only the values "
        r"\['FreshwaterTank', 'SaltwaterTank'\] are allowed at \('args\[0\]', 'tankType'\)"
    )
    with pytest.raises(shop.exceptions.ApiValueError, match=second):
        shop.Housing(housingType="Tank", tankType="Cage")


def test_null_beside_objects(shop):
    """oneOf with null takes None, wherever null stands in the list; without null it does not."""
    for cls in (shop.HousingOrNull, shop.NullableHousing):
        nothing = cls(None)
        assert isinstance(nothing, cls)
        assert isinstance(nothing, shop.NoneSchema)
        assert isinstance(nothing, shop.schemas.NoneClass)
        assert nothing.is_none_oapg() is True
        assert isinstance(cls(housingType="Tank", tankType="SaltwaterTank"), shop.SaltwaterTank)
    with pytest.raises(shop.exceptions.ApiValueError):
        shop.Housing(None)


def test_floor_plan(shop):
    """Instances passed into another model stay what they are, and additional properties are of their own class."""
    cage = shop.Housing(housingType="Cage", cageType="TravelCage")
    plan = shop.FloorPlan(
        mainHousing=cage,
        housingOrNull=None,
        nullableHousing=None,
        housings=[cage, {"housingType": "Tank", "tankType": "FreshwaterTank"}],
        reward={"lengthCm": 4, "color": "yellow"},
    )
    assert isinstance(plan["mainHousing"], shop.TravelCage)
    assert plan["mainHousing"] == cage
    assert isinstance(plan["housings"][0], shop.TravelCage)
    assert isinstance(plan["housings"][1], shop.FreshwaterTank)
    assert plan["housingOrNull"].is_none_oapg()
    assert isinstance(plan["reward"], shop.Bone)
    assert isinstance(plan["reward"], shop.Treat)
    assert isinstance(plan["reward"]["lengthCm"], shop.NumberSchema)


def test_null_where_no_branch_takes_it(shop):
    """None for a oneOf without null: the message names the class and says that no branch took the data."""
    expected = (
        r"Invalid inputs given to generate an instance of .+?Housing.+? "
        r"None of the oneOf schemas matched the input data."
    )
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.FloorPlan(mainHousing=None)
