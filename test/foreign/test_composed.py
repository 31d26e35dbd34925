"""Composed schemas: of one type, of several, of any."""

from __future__ import annotations

import datetime
import decimal
import functools

import frozendict
import pytest

D = decimal.Decimal

VALUES = {
    "ComposedArray": [1, "hi"],
    "ComposedBool": True,
    "ComposedNone": None,
    "ComposedNumber": 3.5,
    "ComposedObject": {"a": 1},
    "ComposedString": "hi",
}


@pytest.mark.parametrize("name", VALUES)
def test_composed_of_one_type(shop, name):
    """allOf with an untyped schema beside a type takes this type alone."""
    cls = getattr(shop, name)
    for other, value in VALUES.items():
        if other == name:
            made = cls(value)
            assert isinstance(made, cls)
            assert isinstance(made, shop.AnyTypeSchema)
        else:
            with pytest.raises(shop.exceptions.ApiTypeError, match="Required value type is"):
                cls(value)


def test_composed_of_one_type_can_do_what_the_type_can(shop):
    """Accessors of the type are there, and so are those of any type."""
    assert shop.ComposedBool(True).is_true_oapg() is True
    assert shop.ComposedNone(None).is_none_oapg() is True
    assert shop.ComposedNumber(3.5).as_float_oapg == 3.5
    assert shop.ComposedString("hi") == "hi"
    assert shop.ComposedArray(["a"])[0] == "a"
    assert shop.ComposedObject(a=1)["a"] == 1


def all_of(shop, *branches):
    """A class made by a user, as the suites of such packages do."""

    class Model(shop.ComposedSchema):
        class MetaOapg:
            @staticmethod
            @functools.lru_cache
            def all_of():
                return [shop.AnyTypeSchema, *branches]

    return Model


@pytest.mark.parametrize(
    ("schema", "value", "primitive"),
    [
        ("DictSchema", {"a": 1, "b": "hi"}, frozendict.frozendict),
        ("ListSchema", [1, "hi"], tuple),
        ("StrSchema", "hi", str),
        ("NumberSchema", 1, D),
        ("NumberSchema", 3.14, D),
        ("IntSchema", 1, D),
        ("DateSchema", "1970-01-01", str),
        ("DateTimeSchema", "2020-01-01T00:00:00", str),
        ("DecimalSchema", "12.34", str),
        ("UUIDSchema", "12345678-1234-5678-1234-567812345678", str),
    ],
)
def test_any_type_beside_a_type(shop, schema, value, primitive):
    """A value that an untyped and a typed schema both take is an instance of both."""
    cls = all_of(shop, getattr(shop, schema))
    made = cls(value)
    for matched in (cls, shop.AnyTypeSchema, getattr(shop, schema), primitive):
        assert isinstance(made, matched)
    assert made == (tuple(value) if isinstance(value, list) else value)


def test_any_type_beside_a_format(shop):
    """The accessors are those of the format, not those of the untyped schema that has none."""
    assert all_of(shop, shop.DateSchema)("1970-01-01").as_date_oapg == datetime.date(1970, 1, 1)
    assert all_of(shop, shop.DecimalSchema)("12.34").as_decimal_oapg == D("12.34")
    assert all_of(shop, shop.IntSchema)(9.0).as_int_oapg == 9
    with pytest.raises(shop.exceptions.ApiValueError):
        all_of(shop, shop.IntSchema)(3.14)


def test_any_type_beside_a_boolean_or_null(shop):
    """Truth is kept, and null is null."""
    cls = all_of(shop, shop.BoolSchema)
    assert cls(True)
    assert not cls(False)
    assert cls(True).is_true_oapg()
    assert all_of(shop, shop.NoneSchema)(None).is_none_oapg()
    assert isinstance(all_of(shop, shop.NoneSchema)(None), shop.NoneSchema)


def test_keywords_for_a_composed_object(shop):
    """A composed class takes the keys of an object as keywords."""
    cls = all_of(shop, shop.DictSchema)
    assert cls(a=1, b="hi") == frozendict.frozendict(a=D(1), b="hi")
    assert cls.from_openapi_data_oapg({"a": 1})["a"] == 1


class TestOneOfDifferentTypes:
    """oneOf of a number, objects, null, an array, dates."""

    def test_number(self, shop):
        made = shop.ComposedOneOfDifferentTypes(10.0)
        assert isinstance(made, shop.NumberWithValidations)
        assert made == 10

    def test_animal(self, shop):
        """An object that its discriminator makes an animal."""
        made = shop.ComposedOneOfDifferentTypes(species="Cat", color="black")
        assert isinstance(made, shop.ComposedOneOfDifferentTypes)
        assert isinstance(made, shop.Cat)

    def test_object_of_four(self, shop):
        """An object of four properties that is no animal."""
        made = shop.ComposedOneOfDifferentTypes(a="a", b="b", c="c", d="d")
        assert not isinstance(made, shop.Animal)
        assert isinstance(made, frozendict.frozendict)
        assert isinstance(made, shop.ComposedOneOfDifferentTypes.MetaOapg.one_of_4)

    def test_null(self, shop):
        made = shop.ComposedOneOfDifferentTypes(None)
        assert isinstance(made, shop.NoneSchema)
        assert made.is_none_oapg()

    def test_array(self, shop):
        made = shop.ComposedOneOfDifferentTypes([1, "a", None, {}])
        assert isinstance(made, shop.ComposedOneOfDifferentTypes.MetaOapg.one_of_5)
        assert isinstance(made[1], shop.AnyTypeSchema)
        with pytest.raises(shop.exceptions.ApiValueError):
            shop.ComposedOneOfDifferentTypes([1])

    def test_date(self, shop):
        """A date, as text from the server or as a Python object."""
        for made in (
            shop.ComposedOneOfDifferentTypes.from_openapi_data_oapg("2019-01-10"),
            shop.ComposedOneOfDifferentTypes(datetime.date(2019, 1, 10)),
        ):
            assert isinstance(made, shop.DateSchema)
            assert made.as_date_oapg == datetime.date(2019, 1, 10)

    def test_date_time(self, shop):
        """A date-time, likewise."""
        moment = datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
        for made in (
            shop.ComposedOneOfDifferentTypes.from_openapi_data_oapg("2020-01-02T03:04:05Z"),
            shop.ComposedOneOfDifferentTypes(moment),
        ):
            assert isinstance(made, shop.ComposedOneOfDifferentTypes.MetaOapg.one_of_6)
            assert made.as_datetime_oapg == moment


def test_any_of_different_types(shop):
    """anyOf keeps every branch that matches: the more of them, the more classes."""
    cls = shop.ComposedAnyOfDifferentTypes
    day = cls("2020-01-02")
    assert isinstance(day, shop.DateSchema)
    assert isinstance(day, shop.StrSchema)
    assert not isinstance(day, shop.DateTimeSchema)
    assert day.as_date_oapg == datetime.date(2020, 1, 2)
    small, large, broken = cls(1), cls(2**40), cls(1.5)
    assert isinstance(small, shop.Int32Schema)
    assert isinstance(large, shop.IntSchema)
    assert not isinstance(large, shop.Int32Schema)
    assert isinstance(broken, shop.Float64Schema)
    assert not isinstance(broken, shop.IntSchema)
    assert cls(None).is_none_oapg()
    assert cls(True).is_true_oapg()
    assert isinstance(cls({}), shop.DictSchema)
    assert isinstance(cls([1]), shop.ListSchema)


def test_not(shop):
    """What a not forbids is an ApiValueError that says by which class."""
    assert shop.AnyTypeNotString(1) == 1
    expected = (
        r"Invalid value 'a' was passed in to AnyTypeNotString. Value is invalid because it is disallowed by StrSchema"
    )
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.AnyTypeNotString("a")


def test_untyped_properties(shop):
    """Untyped properties take any value; with limits, those that keep them or that they do not concern."""
    made = shop.AnyTypes(plain=[1, {"a": None}], long="ab", notText=1)
    assert made["plain"] == (1, {"a": None})
    assert isinstance(made["plain"], shop.AnyTypeSchema)
    assert isinstance(made["long"], shop.AnyTypes.MetaOapg.properties.long)
    assert shop.AnyTypes(long=1)["long"] == 1
    for key, value in (("long", "a"), ("notText", "a"), ("nothing", None)):
        with pytest.raises(shop.exceptions.ApiValueError):
            shop.AnyTypes(**{key: value})


def test_formats_of_any_type(shop):
    """A format without a type concerns values of its type, which then have its accessor."""
    assert shop.AnyDate("2020-01-02").as_date_oapg == datetime.date(2020, 1, 2)
    assert shop.AnyDecimal("1.50").as_decimal_oapg == D("1.50")
    assert shop.AnyInt32(3).as_int_oapg == 3
    assert shop.AnyDate([1])[0] == 1
    assert shop.AnyDate(None).is_none_oapg()


def test_object_of_parts(shop):
    """allOf of a model and an inline class, beside properties of its own."""
    line = shop.OrderLine(article="bowl", amount=2, discount=0.5)
    assert isinstance(line, shop.OrderLineBase)
    assert isinstance(line["amount"], shop.IntSchema)
    assert isinstance(line["discount"], shop.NumberSchema)
    with pytest.raises(
        shop.exceptions.ApiTypeError, match=r"OrderLineBase is missing 1 required argument: \['article'\]"
    ):
        shop.OrderLine(amount=2)
    with pytest.raises(shop.exceptions.ApiTypeError, match=r"all_of_1 is missing 1 required argument: \['amount'\]"):
        shop.OrderLine(article="bowl")
    with pytest.raises(
        shop.exceptions.ApiValueError,
        match=r"Invalid value `0`, must be a value greater than `0` at \('args\[0\]', 'amount'\)",
    ):
        shop.OrderLine(article="bowl", amount=0)


def test_inline_composition(shop):
    """A property with an inline allOf, and an array with an inline oneOf."""
    made = shop.InlineComposition(some="a", items=["ab", 3])
    assert made["some"] == "a"
    assert isinstance(made["some"], shop.InlineComposition.MetaOapg.properties.some.MetaOapg.all_of_0)
    assert isinstance(made["items"][1], shop.IntSchema)
    with pytest.raises(shop.exceptions.ApiValueError):
        shop.InlineComposition(some="")
    with pytest.raises(shop.exceptions.ApiValueError):
        shop.InlineComposition(items=["abc"])


def test_patches(shop):
    """oneOf of closed objects told apart by an enum."""
    patch = shop.JSONPatch([{"op": "add", "path": "/a", "value": None}, {"op": "remove", "path": "/b"}])
    assert isinstance(patch[0], shop.JSONPatchAdd)
    assert isinstance(patch[1], shop.JSONPatchRemove)
    assert patch[0]["value"].is_none_oapg()
    assert patch[0]["op"] is shop.JSONPatchAdd.MetaOapg.properties.op.ADD
    with pytest.raises(shop.exceptions.ApiValueError, match="None of the oneOf schemas matched"):
        shop.JSONPatch([{"op": "remove", "path": "/b", "value": 1}])
