"""oneOf and anyOf of objects: open ones, closed ones, nullable ones."""

from __future__ import annotations

import pytest


def test_one_branch(shop):
    """A value that one branch of oneOf takes is an instance of it and of the composed class."""
    treat = shop.Treat(lengthCm=20.3, color="yellow")
    assert isinstance(treat, shop.Treat)
    assert isinstance(treat, shop.Bone)
    assert not isinstance(treat, shop.Biscuit)
    assert treat["lengthCm"] == 20.3
    assert treat.get_item_oapg("lengthCm") == 20.3
    assert treat["color"] == "yellow"
    assert treat == {"lengthCm": 20.3, "color": "yellow"}


def test_both_kinds_of_property_are_typed(shop):
    """Properties of the composed class and of the branch are each instances of what declares them."""
    treat = shop.Treat(flavour="cheese", color="red", origin="fRaNcE")
    assert isinstance(treat["color"], shop.Treat.MetaOapg.properties.color)
    assert isinstance(treat["flavour"], shop.Biscuit.MetaOapg.properties.flavour)
    assert isinstance(treat["origin"], shop.Biscuit.MetaOapg.properties.origin)


def test_instances_can_not_be_changed(shop):
    """Items can't be assigned or deleted, and attributes can't either."""
    treat = shop.Treat(lengthCm=20.3)
    with pytest.raises(TypeError):
        treat["color"] = "green"
    with pytest.raises(TypeError):
        del treat["lengthCm"]
    with pytest.raises(AttributeError):
        treat.color = "green"
    assert treat == {"lengthCm": 20.3}


def test_absent_keys(shop):
    """An absent key is a KeyError, an AttributeError and `unset`, by way of asking."""
    treat = shop.Treat(lengthCm=20.3)
    with pytest.raises(KeyError):
        treat["flavour"]
    with pytest.raises(AttributeError):
        _ = treat.flavour
    assert getattr(treat, "flavour", "some value") == "some value"
    assert treat.get_item_oapg("flavour") is shop.schemas.unset
    assert treat.get("flavour") is None
    assert treat.lengthCm == 20.3


def test_branches_can_be_listed(shop):
    """The methods of MetaOapg can be called by users, and give the classes in order."""
    assert shop.Treat.MetaOapg.one_of() == [shop.Biscuit, shop.Bone]
    assert shop.Treat.MetaOapg.one_of() is shop.Treat.MetaOapg.one_of()
    assert shop.Cat.MetaOapg.all_of() == [shop.Animal, shop.Cat.MetaOapg.all_of_1]
    assert shop.Animal.MetaOapg.discriminator() == {"species": {"Cat": shop.Cat, "Dog": shop.Dog}}


def test_no_branch(shop):
    """Data that no branch takes are an ApiValueError that names the class."""
    expected = (
        r"Invalid inputs given to generate an instance of <class '.+?\.Treat'>. "
        r"None of the oneOf schemas matched the input data."
    )
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.Treat(color="red", length_cm=20)
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.Treat(flavour="!@#%@$#Akane")


def test_several_branches(shop):
    """Data that two branches take are one too many for oneOf; anyOf keeps both."""
    expected = (
        r"Invalid inputs given to generate an instance of <class '.+?\.Treat'>. "
        r"Multiple oneOf schemas \[.*Biscuit.*Bone.*\] matched the inputs, but a max of one is allowed."
    )
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.Treat(lengthCm=3, flavour="cheese")
    mixed = shop.MixedTreat(lengthCm=3, flavour="cheese", color="red")
    for cls in (shop.MixedTreat, shop.Biscuit, shop.Bone):
        assert isinstance(mixed, cls)
    assert isinstance(mixed["lengthCm"], shop.NumberSchema)
    assert isinstance(mixed["flavour"], shop.Biscuit.MetaOapg.properties.flavour)


def test_any_of_without_a_match(shop):
    """anyOf without any match says so in the same words as oneOf."""
    expected = r"instance of .+?MixedTreat.+? None of the anyOf schemas matched the input data."
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.MixedTreat(color="red")


def test_nothing_to_build_from(shop):
    """A call without data is a TypeError, whatever the class."""
    for cls in (shop.Treat, shop.Biscuit, shop.Bone, shop.StringEnum, shop.IntegerEnum, shop.Name, shop.AnimalFarm):
        with pytest.raises(TypeError):
            cls()


def test_nullable_object(shop):
    """A nullable object takes None, and so does a oneOf that has it as a branch; another object does not."""
    for cls in (shop.Biscuit, shop.Treat, shop.MixedTreat):
        nothing = cls(None)
        assert isinstance(nothing, cls)
        assert isinstance(nothing, shop.Biscuit)
        assert isinstance(nothing, shop.schemas.NoneClass)
        assert nothing.is_none_oapg() is True
    with pytest.raises(TypeError):
        shop.Bone(None)


def test_nullable_object_with_data(shop):
    """A nullable object that is none of null is an object like any other."""
    biscuit = shop.Biscuit(flavour="cheese")
    assert biscuit["flavour"] == "cheese"
    assert biscuit.is_none_oapg() is False
    assert biscuit.get_item_oapg("origin") is shop.schemas.unset
    with pytest.raises(shop.exceptions.ApiTypeError, match=r"Biscuit is missing 1 required argument: \['flavour'\]"):
        shop.Biscuit(origin="France")
    expected = r"Required value type is one of \[NoneClass, frozendict\] and passed type was str at \['args\[0\]'\]"
    with pytest.raises(shop.exceptions.ApiTypeError, match=expected):
        shop.Biscuit("cheese")


def test_patterns(shop):
    """A pattern is searched for with its flags; the message names value, expression and place."""
    assert shop.Biscuit(flavour="Salt and pepper", origin="cHiLe")["origin"] == "cHiLe"
    for key, value in (("flavour", "!@#%@$#Akane"), ("origin", "!@#%@$#Chile")):
        expected = rf"Invalid value `.+?`, must match regular expression `.+?` .*at \('args\[0\]', '{key}'\)"
        with pytest.raises(shop.exceptions.ApiValueError, match=expected):
            shop.Biscuit(**{"flavour": "cheese", key: value})
    expected = r"must match regular expression `\^\[A-Z\\s\]\*\$` with flags=`2` at \('args\[0\]', 'origin'\)"
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.Biscuit(flavour="cheese", origin="1")


def test_closed_branches(shop):
    """Closed objects in a oneOf exclude each other; null is a branch like them."""
    request = shop.TreatRequest(flavour="cheese", mealy=True)
    assert isinstance(request, shop.StrictBiscuit)
    assert bool(request["mealy"]) is True
    assert isinstance(shop.TreatRequest(lengthCm=3), shop.StrictBone)
    assert shop.TreatRequest(None).is_none_oapg()
    with pytest.raises(shop.exceptions.ApiValueError, match="None of the oneOf schemas matched"):
        shop.TreatRequest(lengthCm=3, flavour="cheese")


def test_undeclared_keys_of_a_closed_object(shop):
    """From data, undeclared keys of a closed object are an ApiTypeError that lists them in order."""
    with pytest.raises(
        shop.exceptions.ApiTypeError, match=r"StrictBone was passed 2 invalid arguments: \['a-group', 'colour'\]"
    ):
        shop.StrictBone.from_openapi_data_oapg({"lengthCm": 1, "colour": 1, "a-group": 2})
    with pytest.raises(shop.exceptions.ApiTypeError, match=r"StrictBone was passed 1 invalid argument: \['b'\]"):
        shop.StrictBone.from_openapi_data_oapg({"lengthCm": 1, "b": 2})


def test_the_way_an_instance_was_built_does_not_show(shop):
    """Keywords, a dict and server data give equal instances, hash for hash."""
    built = [
        shop.Treat(lengthCm=3, color="red"),
        shop.Treat({"lengthCm": 3, "color": "red"}),
        shop.Treat({"lengthCm": 3}, color="red"),
        shop.Treat.from_openapi_data_oapg({"color": "red", "lengthCm": 3}),
        shop.Treat(shop.Treat(lengthCm=3, color="red")),
    ]
    assert all(treat == built[0] and hash(treat) == hash(built[0]) for treat in built)
    assert all(isinstance(treat, shop.Bone) for treat in built)
