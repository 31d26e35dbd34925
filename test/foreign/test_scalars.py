"""Strings, numbers, booleans and nulls with limits, formats and enums."""

from __future__ import annotations

import datetime
import decimal
import uuid
from typing import ClassVar

import pytest

from .models import MODELS

D = decimal.Decimal


@pytest.mark.parametrize("value", [10.0, 15.0, 20.0, 10, D("12.5")])
def test_number_within_limits(shop, value):
    """A number within its limits is an instance that equals it."""
    number = shop.NumberWithValidations(value)
    assert isinstance(number, shop.NumberWithValidations)
    assert isinstance(number, D)
    assert number == value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (9.0, r"Invalid value `9.0`, must be a value greater than or equal to `10` at \('args\[0\]',\)"),
        (21.0, r"Invalid value `21.0`, must be a value less than or equal to `20` at \('args\[0\]',\)"),
        (9, r"Invalid value `9`, must be a value greater than or equal to `10` at \('args\[0\]',\)"),
    ],
)
def test_number_beyond_limits(shop, value, expected):
    """The message shows the number as it was cast, the limit as it was declared, and the path as a tuple."""
    for build in (shop.NumberWithValidations, shop.NumberWithValidations.from_openapi_data_oapg):
        with pytest.raises(shop.exceptions.ApiValueError, match=expected):
            build(value)


@pytest.mark.parametrize("value", [-1, 5, 7])
def test_limits_of_items(shop, value):
    """Items are held to the limits of their schema."""
    array = shop.ArrayWithValidationsInItems([value])
    assert isinstance(array, shop.ArrayWithValidationsInItems)
    assert array == (value,)
    assert isinstance(array[0], shop.ArrayWithValidationsInItems.MetaOapg.items)


def test_limits_of_items_in_messages(shop):
    """An item is told by its index; too many items are shown as the tuple they were cast to."""
    expected = r"Invalid value `8`, must be a value less than or equal to `7` at \('args\[0\]', 0\)"
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.ArrayWithValidationsInItems([8])
    expected = (
        r"Invalid value `\(Decimal\('1'\), Decimal\('2'\), Decimal\('3'\)\)`, number of items must be less than "
        r"or equal to `2` at \('args\[0\]',\)"
    )
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.ArrayWithValidationsInItems([1, 2, 3])
    instances = [shop.IntegerMax10(1), shop.IntegerMax10(2), shop.IntegerMax10(3)]
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.ArrayWithValidationsInItems(instances)


def test_length_of_strings(shop):
    """Lengths are those of the text."""
    assert shop.StringWithValidation("abcdefg") == "abcdefg"
    expected = r"Invalid value `abcdef`, length must be greater than or equal to `7` at \('args\[0\]',\)"
    with pytest.raises(shop.exceptions.ApiValueError, match=expected):
        shop.StringWithValidation("abcdef")


class TestDates:
    """Dates and date-times with a pattern beside their format."""

    @pytest.mark.parametrize("value", [datetime.date(2020, 1, 1), "2020-01-01"])
    def test_date(self, shop, value):
        """A Python date and its text give the same string."""
        day = shop.DateWithValidations(value)
        assert day == "2020-01-01"
        assert day.as_date_oapg == datetime.date(2020, 1, 1)

    @pytest.mark.parametrize("value", [datetime.datetime(2020, 1, 1), "2020-01-01T00:00:00"])
    def test_date_time(self, shop, value):
        """A Python datetime and its text give the same string."""
        moment = shop.DateTimeWithValidations(value)
        assert moment == "2020-01-01T00:00:00"
        assert moment.as_datetime_oapg == datetime.datetime(2020, 1, 1)

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (
                "abcd",
                r"Value does not conform to the required ISO-8601 date format. Invalid value 'abcd' for type date at "
                r"\('args\[0\]',\)",
            ),
            (
                datetime.datetime(2020, 1, 1),
                r"Value does not conform to the required ISO-8601 date format. Invalid value '2020-01-01T00:00:00' "
                r"for type date at \('args\[0\]',\)",
            ),
            (
                "2019-01-01",
                r"Invalid value `2019-01-01`, must match regular expression `\^2020.\*` at \('args\[0\]',\)",
            ),
            (datetime.date(2019, 1, 1), r"Invalid value `2019-01-01`, must match regular expression `.+?` at"),
        ],
    )
    def test_refused_dates(self, shop, value, expected):
        """What is no date, and what is one but not of the pattern, each say so."""
        with pytest.raises(shop.exceptions.ApiValueError, match=expected):
            shop.DateWithValidations(value)

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ("abcd", r"ISO-8601 datetime format. Invalid value 'abcd' for type datetime at \('args\[0\]',\)"),
            (datetime.date(2020, 1, 1), r"Invalid value '2020-01-01' for type datetime at \('args\[0\]',\)"),
            ("2019-01-01T00:00:00Z", r"Invalid value `2019-01-01T00:00:00Z`, must match regular expression `.+?` at"),
            (datetime.datetime(2019, 1, 1), r"Invalid value `2019-01-01T00:00:00`, must match regular expression"),
        ],
    )
    def test_refused_date_times(self, shop, value, expected):
        """The same for date-times, to which a date has no time."""
        with pytest.raises(shop.exceptions.ApiValueError, match=expected):
            shop.DateTimeWithValidations(value)

    @pytest.mark.parametrize(
        "value",
        [datetime.datetime(2020, 1, 1), datetime.date(2020, 1, 1), uuid.UUID("12345678-1234-5678-1234-567812345678")],
    )
    def test_servers_send_text(self, shop, value):
        """From a server, Python's date and UUID objects are an ApiTypeError that names their class."""
        name = type(value).__module__ + "." + type(value).__name__
        expected = rf"Invalid type. Required value type is str and passed type was <class '{name}'> at \('args\[0\]',\)"
        for cls in (shop.DateTimeWithValidations, shop.DateWithValidations, shop.Name, shop.Anything, shop.UuidString):
            with pytest.raises(shop.exceptions.ApiTypeError, match=expected):
                cls.from_openapi_data_oapg(value, _configuration=None)

    def test_place_of_a_date_from_a_server(self, shop):
        """Below the top the path is a tuple as well."""
        expected = r"passed type was <class 'datetime.date'> at \('args\[0\]', 'born'\)"
        with pytest.raises(shop.exceptions.ApiTypeError, match=expected):
            shop.Pet.from_openapi_data_oapg({"name": "a", "photoUrls": [], "born": datetime.date(2020, 1, 1)})


def test_uuid(shop):
    """A UUID and its text give the same string; an empty text is none."""
    value = uuid.UUID("12345678-1234-5678-1234-567812345678")
    for given in (value, str(value)):
        made = shop.UuidString(given)
        assert made == str(value)
        assert made.as_uuid_oapg == value
    with pytest.raises(shop.exceptions.ApiValueError, match=r"Invalid value '' for type UUID at \('args\[0\]',\)"):
        shop.UuidString("")


def test_money(shop):
    """Decimals travel as text and are read on demand; a referenced enum is an instance of its model."""
    price = shop.Money(amount="10.12", currency="usd")
    assert price["amount"].as_decimal_oapg == D("10.12")
    assert price["currency"] is shop.Currency.USD
    assert price == {"currency": "usd", "amount": "10.12"}
    assert shop.DecimalPayload("12.34").as_decimal_oapg == D("12.34")
    with pytest.raises(
        shop.exceptions.ApiValueError,
        match=r"Value cannot be converted to a decimal. Invalid value 'ten' for type decimal at "
        r"\('args\[0\]', 'amount'\)",
    ):
        shop.Money(amount="ten", currency="usd")
    with pytest.raises(shop.exceptions.ApiTypeError):
        shop.Money(amount=10.12, currency="usd")


class TestMeasurements:
    """An object with a property for each scalar format."""

    NEEDED: ClassVar = {"number": 32.5, "byte": "a", "date": "2021-01-01", "password": "abcdefghij"}

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            *[("int32", value) for value in (-2147483648, 2147483647)],
            *[("int64", value) for value in (-9223372036854775808, 9223372036854775807)],
            *[("float32", value) for value in (-3.4028234663852886e38, 3.4028234663852886e38, 1)],
            *[("float64", value) for value in (-1.7976931348623157e308, 1.7976931348623157e308, 0)],
            *[("integer", value) for value in (10, 100, 64.0)],
            *[("number", value) for value in (65, 32.5, 520.0)],
            *[("float", value) for value in (54.3, 987.6, 62.4)],
            *[("digits", "0123456789"), ("string", "A"), ("byte", ""), ("noneProp", None)],
        ],
    )
    def test_values_in_range(self, shop, key, value):
        """Values at the ends of a range are taken, and equal what was given."""
        made = shop.Measurements(**{**self.NEEDED, key: value})
        assert made[key] == value

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            *[("int32", value) for value in (-2147483649, 2147483648, 1.5)],
            *[("int64", value) for value in (-9223372036854775809, 9223372036854775808)],
            *[("float32", value) for value in (-3.402823466385289e38, 3.402823466385289e38)],
            *[("float64", D(value)) for value in ("-1.7976931348623158e+308", "1.7976931348623158e+308")],
            *[("integer", value) for value in (9, 102, 11)],
            *[("number", 31.0), ("float", 54.2), ("float", 987.7), ("digits", "012345678"), ("string", "123")],
            *[
                ("password", "short"),
                ("password", "x" * 65),
                ("uuid", "x"),
                ("date", "2021-13-01"),
                ("distinct", [0, 1, 1]),
            ],
        ],
    )
    def test_values_out_of_range(self, shop, key, value):
        """Values beyond are an ApiValueError."""
        with pytest.raises(shop.exceptions.ApiValueError, match=rf"at \('args\[0\]', '{key}'\)"):
            shop.Measurements(**{**self.NEEDED, key: value})

    def test_kinds_of_values(self, shop):
        """Each property is an instance of what is declared, and of the primitive of its value."""
        made = shop.Measurements(**self.NEEDED, binary=b"123", distinct=[0, 1, 2], noneProp=None)
        assert made["distinct"] == (0, 1, 2)
        assert isinstance(made["distinct"], shop.Measurements.MetaOapg.properties.distinct)
        assert isinstance(made["binary"], bytes)
        assert isinstance(made["binary"], shop.BinarySchema)
        assert bool(made["noneProp"]) is False
        assert made["noneProp"].is_none_oapg()
        assert isinstance(made["number"], D)
        assert made["number"].as_float_oapg == 32.5

    def test_disabled_validations(self, shop):
        """A validation that the configuration disables is not made, others are."""
        data = {"byte": "3", "date": "1970-01-01", "password": "abcdefghijkl", "integer": 31, "number": 65.0}
        expected = r"Invalid value `31`, value must be a multiple of `2` at \('args\[0\]', 'integer'\)"
        read = shop.Measurements.from_openapi_data_oapg
        with pytest.raises(shop.exceptions.ApiValueError, match=expected):
            read(data, _configuration=shop.configuration.Configuration())
        with pytest.raises(shop.exceptions.ApiValueError, match=expected):
            read(data, _configuration=shop.configuration.Configuration(disabled_client_side_validations="maxItems"))
        lenient = shop.configuration.Configuration(disabled_client_side_validations="multipleOf,maximum")
        assert read(data, _configuration=lenient)["integer"] == 31
        assert shop.Measurements(**{**data, "integer": 301}, _configuration=lenient)["integer"] == 301


class TestEnums:
    """Enums of strings, numbers, booleans and null."""

    def test_members(self, shop):
        """A class property builds the member, which is the same object as any other instance of that value."""
        assert shop.Currency.EUR == "eur"
        assert shop.Currency.EUR is shop.Currency("eur")
        assert shop.Currency.EUR is shop.Currency.from_openapi_data_oapg("eur")
        assert isinstance(shop.Currency.EUR, shop.Currency)
        assert isinstance(shop.Currency.EUR, shop.schemas.Singleton)
        assert str(shop.Currency.USD) == "usd"

    def test_member_through_a_member(self, shop):
        """The class properties can be read on instances too."""
        assert shop.Currency.EUR.USD is shop.Currency.USD

    def test_nullable_enum(self, shop):
        """Null is a member like others, under the name it was given."""
        nothing = shop.StringEnum(None)
        assert nothing.is_none_oapg() is True
        assert isinstance(nothing, shop.StringEnum)
        assert nothing is shop.StringEnum.NONE
        assert shop.StringEnum("approved") is shop.StringEnum.APPROVED
        assert shop.StringEnum.APPROVED.is_none_oapg() is False
        with pytest.raises(shop.exceptions.ApiValueError):
            shop.StringEnum("garbage")

    def test_values_over_several_lines(self, shop):
        """Line breaks and blanks in values are part of them."""
        assert shop.StringEnum.MULTIPLE_LINES == "multiple\nlines"
        assert shop.StringEnum.DOUBLE_QUOTE_WITH_NEWLINE == "double quote\n with newline"

    def test_table_of_members(self, shop):
        """The table of values and names can be read."""
        assert shop.StringEnum.MetaOapg.enum_value_to_name == {
            shop.schemas.NoneClass.NONE: "NONE",
            "placed": "PLACED",
            "approved": "APPROVED",
            "multiple\nlines": "MULTIPLE_LINES",
            "double quote\n with newline": "DOUBLE_QUOTE_WITH_NEWLINE",
        }

    def test_numbers(self, shop):
        """Members that are numbers equal their value, in any notation."""
        assert shop.IntegerEnum.POSITIVE_1 == 1
        assert shop.IntegerEnum(1) is shop.IntegerEnum.POSITIVE_1
        assert shop.IntegerEnum(1.0) == shop.IntegerEnum.POSITIVE_1
        assert shop.IntegerEnum.POSITIVE_0.as_int_oapg == 0
        assert shop.NumberEnum.POSITIVE_1_PT_1 == 1.1
        assert shop.NumberEnum(-1.2) is shop.NumberEnum.NEGATIVE_1_PT_2
        for refused in (3, True, "1"):
            with pytest.raises(shop.exceptions.ApiValueError):
                shop.IntegerEnum(refused)

    def test_booleans(self, shop):
        """An enum of true alone refuses false."""
        assert bool(shop.BooleanEnum(True)) is True
        assert shop.BooleanEnum.TRUE is shop.BooleanEnum(True)
        assert shop.BooleanEnum.TRUE.is_true_oapg() is True
        with pytest.raises(shop.exceptions.ApiValueError):
            shop.BooleanEnum(False)

    def test_odd_values(self, shop):
        """Values that are no names have members with names made from them."""
        for value, name in MODELS["OddEnum"].enum.items():
            text = value.strip('"')
            assert getattr(shop.OddEnum, name) == text
            assert shop.OddEnum(text) is getattr(shop.OddEnum, name)

    def test_inline_enums(self, shop):
        """Enums inside a model are found by way of MetaOapg, and their values are its members."""
        shelves = shop.Shelves(labels=["fish", "crab"], sign=">=")
        labels = shop.Shelves.MetaOapg.properties.labels.MetaOapg.items
        assert shelves["labels"][0] is labels.FISH
        assert shelves["sign"] is shop.Shelves.MetaOapg.properties.sign.GREATER_THAN_EQUALS
        with pytest.raises(shop.exceptions.ApiValueError):
            shop.Shelves(labels=["fish", "bird"])

    def test_arrays_and_maps_of_enums(self, shop):
        """Items and additional properties that refer to an enum are its members."""
        array = shop.ArrayOfEnums(["placed", None])
        assert array[0] is shop.StringEnum.PLACED
        assert array[1] is shop.StringEnum.NONE
        tags = shop.PriceTags(shelf=["eur", shop.Currency.USD])
        assert tags["shelf"] == (shop.Currency.EUR, shop.Currency.USD)
        assert tags["shelf"][1] is shop.Currency.USD

    def test_enums_of_two_models_are_not_mixed(self, shop):
        """A member handed to another enum is checked as the text it is."""
        assert shop.ArrayOfEnums([shop.StringEnum.PLACED])[0] is shop.StringEnum.PLACED
        with pytest.raises(shop.exceptions.ApiValueError):
            shop.StringEnum(shop.Currency.EUR)


class TestNullable:
    """Properties that may be null."""

    KEYS = tuple(key for key, shape in MODELS["Checkup"].properties.items() if shape.nullable)

    def test_all_null(self, shop):
        """Each nullable property takes None, and says so."""
        checkup = shop.Checkup(**dict.fromkeys(self.KEYS))
        for key in self.KEYS:
            assert checkup[key].is_none_oapg() is True
            assert isinstance(checkup[key], getattr(shop.Checkup.MetaOapg.properties, key))
            assert isinstance(checkup[key], shop.schemas.NoneClass)
            assert not checkup[key]

    @pytest.mark.parametrize(
        ("key", "value", "expected"),
        [
            ("integer", 3, 3),
            ("number", 3.5, 3.5),
            ("string", "a", "a"),
            ("date", datetime.date(2020, 1, 2), "2020-01-02"),
            ("datetime", datetime.datetime(2020, 1, 2, 3, 4), "2020-01-02T03:04:00"),
            ("uuid", uuid.UUID(int=1), str(uuid.UUID(int=1))),
            ("array", [{"a": 1}], ({"a": 1},)),
            ("arrayAndItems", [None, {}], (None, {})),
            ("arrayItems", [None, {"a": None}], (None, {"a": None})),
            ("object", {"a": {}}, {"a": {}}),
            ("objectAndItems", {"a": None, "b": {}}, {"a": None, "b": {}}),
            ("objectItems", {"a": None}, {"a": None}),
            ("undeclared", {"a": 1}, {"a": 1}),
        ],
    )
    def test_values(self, shop, key, value, expected):
        """Each of them takes its values too, and its instances are not null."""
        checkup = shop.Checkup(**{key: value})
        assert checkup[key] == expected
        assert not isinstance(checkup[key], shop.schemas.NoneClass)

    def test_accessors(self, shop):
        """A nullable class can do what its bases can."""
        checkup = shop.Checkup(integer=3, number=3.5, boolean=True, date="2020-01-02", datetime="2020-01-02T03:04Z")
        assert checkup["integer"].as_int_oapg == 3
        assert checkup["number"].as_float_oapg == 3.5
        assert checkup["boolean"].is_true_oapg() is True
        assert checkup["date"].as_date_oapg == datetime.date(2020, 1, 2)
        assert checkup["datetime"].as_datetime_oapg == datetime.datetime(2020, 1, 2, 3, 4, tzinfo=datetime.UTC)
        assert shop.Checkup(boolean=False)["boolean"].is_false_oapg() is True
        assert isinstance(checkup["integer"], shop.schemas.NoneBase)
        assert not isinstance(checkup["integer"], shop.IntSchema)

    @pytest.mark.parametrize(
        ("key", "value", "expected"),
        [
            ("string", 1, r"is one of \[NoneClass, str\] and passed type was int at \['args\[0\]'\]\['string'\]"),
            ("boolean", "", r"is one of \[BoolClass, NoneClass\] and passed type was str"),
            ("array", {}, r"is one of \[NoneClass, tuple\] and passed type was dict"),
            ("object", [], r"is one of \[NoneClass, frozendict\] and passed type was list"),
            ("number", True, r"is one of \[Decimal, NoneClass\] and passed type was bool"),
            ("arrayItems", None, r"Required value type is tuple and passed type was NoneClass"),
        ],
    )
    def test_wrong_types(self, shop, key, value, expected):
        """The types that would have been right are listed by name, in order."""
        with pytest.raises(shop.exceptions.ApiTypeError, match=expected) as caught:
            shop.Checkup(**{key: value})
        assert caught.value.path_to_item == ("args[0]", key)
        assert caught.value.key_type is False

    @pytest.mark.parametrize(
        ("key", "value"), [("date", "x"), ("datetime", "2020-01-01"), ("uuid", ""), ("integer", 1.5), ("short", "abcd")]
    )
    def test_limits_hold(self, shop, key, value):
        """Formats and limits hold for values that are not null."""
        with pytest.raises(shop.exceptions.ApiValueError):
            shop.Checkup(**{key: value})

    def test_nullable_model(self, shop):
        """A nullable string as a model of its own."""
        assert shop.NullableString(None).is_none_oapg()
        assert shop.NullableString("a") == "a"
        assert isinstance(shop.NullableString("a"), str)
        assert shop.NullableString.from_openapi_data_oapg(None, _configuration=None).is_none_oapg()
        with pytest.raises(
            shop.exceptions.ApiTypeError,
            match=r"Invalid type. Required value type is one of \[NoneClass, str\] and passed type was int at "
            r"\['args\[0\]'\]",
        ):
            shop.NullableString(1)
