"""Numbers are compared as the decimals that were written, however they come in."""

from __future__ import annotations

import decimal
import json
import math
import operator
import statistics
import typing
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.schemas import EnumBase, IntSchema, ListSchema, NumberSchema, list_of, nullable, value
from flat_api.schemas._numbers import as_written, is_multiple, number_key, text_of
from flat_api.schemas._script import LARGE

from .roads import REFUSED, Refusal, fast, plain

Any = typing.Any

LIMITS: dict[str, tuple[str, typing.Callable[[Any, Any], bool]]] = {
    "maximum": ("inclusive_maximum", operator.le),
    "minimum": ("inclusive_minimum", operator.ge),
    "exclusive_maximum": ("exclusive_maximum", operator.lt),
    "exclusive_minimum": ("exclusive_minimum", operator.gt),
}

EXACTLY = Decimal.from_float(0.1)
"""The binary value of the float 0.1, with all its digits."""

STRICT = decimal.Context(prec=2, Emax=3, Emin=-3, traps=[decimal.FloatOperation, decimal.Inexact, decimal.Rounded])


def ours(**keywords: Any) -> Any:
    """A class with limits in our notation."""
    return NumberSchema.where(**keywords)


def theirs(**keywords: Any) -> Any:
    """The same class as the earlier generator printed it."""
    facts = {LIMITS[name][0] if name in LIMITS else name: limit for name, limit in keywords.items()}
    return type("Theirs", (NumberSchema,), {"MetaOapg": type("MetaOapg", (), facts), "__module__": __name__})


notations = pytest.mark.parametrize("notation", [ours, theirs])


def accepts(cls: Any, data: Any) -> bool:
    """Whether *cls* accepts *data*; both paths, the constructor and any decimal context say the same."""
    quick, walked = fast(cls, data), plain(cls, data)
    found = not isinstance(walked, Refusal)
    assert quick in (REFUSED, walked)
    assert quick != REFUSED or not found or abs(data) > LARGE
    for context in (decimal.DefaultContext, STRICT):
        with decimal.localcontext(context):
            try:
                cls(data)
            except ApiValueError:
                assert not found
            else:
                assert found
    return found


def every_way(text: str) -> list[Any]:
    """The number in *text* as JSON text brings it, as a Decimal, and as a float that has it as its shortest text."""
    values: list[Any] = [json.loads(text, parse_float=Decimal), Decimal(text)]
    if Decimal(repr(float(text))) == Decimal(text):
        values.append(float(text))
    return values


@notations
@pytest.mark.parametrize("limit", ["0.3", "0.1", "32.1", "-0.7", "1e-7", "1e22", "1e23", "5.960464477539063e-08"])
@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_is_the_decimal_that_was_written(name: str, limit: str, notation: Any):
    """A value on the limit is on it, whether limit and value are floats, Decimals or JSON text."""
    included = LIMITS[name][1](1, 1)
    for declared in every_way(limit):
        cls = notation(**{name: declared})
        assert [accepts(cls, data) for data in every_way(limit)] == [included] * len(every_way(limit))
        try:
            found = cls.from_json(limit)
        except ApiValueError:
            assert not included
        else:
            assert found == Decimal(limit)
            assert included


@given(
    st.sampled_from(sorted(LIMITS)),
    st.decimals(-1000, 1000, places=3),
    st.decimals(-1000, 1000, places=3) | st.just(Decimal("0.300")),
)
def test_limits_hold_for_any_decimals(name: str, limit: Decimal, number: Decimal):
    """Whatever the limit and the number, they compare as their texts do, floats too."""
    expected = LIMITS[name][1](number, limit)
    for declared in (limit, float(limit)):
        cls = ours(**{name: declared})
        assert [accepts(cls, data) for data in (number, float(number))] == [expected] * 2


@notations
@pytest.mark.parametrize(
    ("multiple", "number", "expected"),
    [
        (10, "100000000000000000000011", False),
        (10, "100000000000000000000010", True),
        (10.0, "100000000000000000000011", False),
        (Decimal("0.01"), "33.33", True),
        (Decimal("0.1"), "0.3", True),
        (Decimal("0.1"), "0.31", False),
        (Decimal("0.1"), "1e300", True),
        (3, "1e4000", False),
        (3, "3e4000", True),
        (Decimal("1e-4000"), "1e4000", True),
        (7, "0", True),
        (7, "-21", True),
    ],
)
def test_multiples_are_exact(multiple: Any, number: str, expected: bool, notation: Any):
    """No digit is lost before the division, and there is no rounding in it."""
    cls = notation(multiple_of=multiple)
    assert {accepts(cls, data) for data in every_way(number)} == {expected}


@pytest.mark.parametrize("number", ["0.3", "0.7", "33.3", "1.1"])
def test_multiples_of_floats_mean_their_texts(number: str):
    """In our notation a multiple of 0.1 has one digit after the point, however it is written."""
    cls = ours(multiple_of=0.1)
    assert all(accepts(cls, data) for data in every_way(number))
    assert not accepts(cls, Decimal(number) + Decimal("0.01"))


def test_multiples_of_floats_in_printed_classes_are_quotients_of_floats_too():
    """What the earlier client refused for the rounding of floats is still refused: 0.3 is no multiple of 0.1 there."""
    cls = theirs(multiple_of=0.1)
    assert accepts(cls, 0.2)
    assert not accepts(cls, 0.3)
    assert not accepts(cls, Decimal("0.7"))
    assert not accepts(cls, Decimal("0.20000000000000000001"))


@given(st.integers(-(10**30), 10**30), st.integers(1, 10**12), st.integers(-20, 20))
def test_multiples_are_those_of_integers(number: int, multiple: int, exponent: int):
    """A common power of ten changes nothing, and whole numbers divide as int does."""
    scale = Decimal(10) ** exponent
    with decimal.localcontext(decimal.Context(prec=100)):
        scaled = Decimal(number) * scale, Decimal(multiple) * scale
    assert is_multiple(*scaled) is (number % multiple == 0)


@pytest.mark.parametrize("constant", [0.1, Decimal("0.1")], ids=repr)
def test_enums_of_numbers_are_compared_as_written(constant: Any):
    """A member that was written as 0.1 is met by 0.1 in JSON, as a Decimal and as a float, and is one instance."""

    class Step(EnumBase, NumberSchema):
        SMALL = value(constant)
        LARGE = value(2)

    printed = type(
        "Printed",
        (EnumBase, NumberSchema),
        {"MetaOapg": type("MetaOapg", (), {"enum_value_to_name": {constant: "SMALL", 2: "LARGE"}})},
    )
    for cls in (Step, printed):
        members: Any = cls
        assert constant == members.SMALL
        for found in (cls.from_json("0.1"), cls(Decimal("0.1")), cls(0.1), cls(NumberSchema(0.1))):
            assert found is members.SMALL
        for wrong in (0.2, Decimal("0.10000000000000001"), True, "0.1"):
            with pytest.raises(ApiValueError):
                cls(wrong)


def test_enums_of_numbers_keep_one_instance_for_a_member():
    """However many spellings there are, only the instances of the members are kept; each keeps its digits."""

    class Level(EnumBase, NumberSchema):
        ONE = value(1)

    found = [Level(Decimal("1." + "0" * zeros)) for zeros in range(50)]
    assert set(found) == {Level.ONE}
    assert all(isinstance(level, schemas.Singleton) for level in found)
    assert [str(level) for level in found[1:3]] == ["1.0", "1.00"]
    kept: Any = vars(Level)["_singles"]
    assert len(kept) == 1
    lenient = schemas.Configuration(disabled_client_side_validations={"enum"})
    assert not isinstance(Level(7, _configuration=lenient), schemas.Singleton)


@pytest.mark.parametrize("items", [[0.1, Decimal("0.1")], [1, 1.0], [1e22, 10**22], [EXACTLY, 0.1], [0, -0.0]])
def test_unique_items_are_compared_as_written(items: list[Any]):
    """Two spellings of one number are duplicates."""
    for cls in (ListSchema.where(unique_items=True), list_of(NumberSchema, unique_items=True)):
        assert not accepts(cls, items)
        assert accepts(cls, items[:1])


def test_values_equal_the_float_they_were_made_from():
    """A float keeps its binary value; only comparisons with a schema and JSON text use its shortest text."""
    cls = ours(minimum=0.3, maximum=0.3)
    assert cls(0.3) == 0.3
    assert cls(0.3).to_json() == "0.3"
    assert cls.from_json("0.3") == Decimal("0.3")
    assert cls(Decimal(cls(0.3))) == cls(NumberSchema(0.3)) == 0.3


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_is_written_as_its_shortest_text(number: float):
    """The text is that of `repr`, or the same number without an exponent, and `float` reads the same float again."""
    text = NumberSchema(number).to_json()
    assert Decimal(text) == Decimal(repr(number))
    assert float(text) == number
    assert len(text) <= len(repr(number)) + 6
    assert as_written(number) == as_written(NumberSchema(number)) == Decimal(text)


@given(st.decimals(allow_nan=False, allow_infinity=False).filter(lambda number: abs(number.adjusted()) < 4000))
def test_a_decimal_is_compared_as_itself(number: Decimal):
    """A Decimal that is not the exact value of a float has no other meaning than its digits."""
    if len(number.as_tuple().digits) <= 15 or Decimal(float(number)) != number:
        assert as_written(number) == number
        assert text_of(number) == str(number)


@given(st.lists(st.integers() | st.floats(-1e9, 1e9) | st.decimals(-1000, 1000, places=2), min_size=2, max_size=2))
def test_keys_of_numbers_are_equal_when_they_are(pair: list[Any]):
    """Two numbers share a key when they are equal as written."""
    first, second = pair
    assert (number_key(first) == number_key(second)) is (as_written(first) == as_written(second))


@pytest.mark.parametrize("percent", [33.3, 0.1, 1e-7, 1e22, 1e300, 5e-324, 100.0, -0.0])
def test_one_writer_for_json_text_and_for_bodies(percent: float):
    """`to_json` says what a request would send."""
    from flat_api.operations import MediaType, RequestBody

    body = RequestBody({"application/json": MediaType(Task)})
    task = Task(progress={"percent": percent})
    assert body.serialize(task, "application/json") == {"body": task.to_json().encode()}
    assert json.loads(task.to_json())["progress"]["percent"] == percent == task["progress"]["percent"]


@pytest.mark.parametrize(
    "cls", [ours(maximum=0.3), nullable(ours(maximum=0.3)), schemas.AnyTypeSchema.where(maximum=0.3)]
)
def test_limits_hold_for_nullable_and_untyped_values(cls: Any):
    """The same rule wherever a number may stand."""
    assert accepts(cls, 0.3)
    assert accepts(cls, Decimal("0.3"))
    assert not accepts(cls, Decimal("0.30000000000000001"))
    assert not accepts(cls, 0.30000000000000004)


def test_integers_beyond_the_floats_are_exact():
    """2**53 + 1 is no float, and is not taken for its neighbour."""
    cls = IntSchema.where(maximum=2**53)
    assert accepts(cls, 2**53)
    assert not accepts(cls, 2**53 + 1)
    with pytest.raises(ApiTypeError):
        cls("5")


# Numbers in the libraries of Python


def test_whole_numbers_count_as_indices():
    """``range(score.numberMeasures)`` and all that wants an int; what has a fraction is a TypeError there."""
    for number in (IntSchema(3), NumberSchema(3.0), schemas.AnyTypeSchema(Decimal("3.00")), nullable(IntSchema)(3)):
        index: Any = number
        assert list(range(index)) == [0, 1, 2]
        assert "abcd"[index] == "d"
        assert (operator.index(index), hex(index), math.gcd(index, 9)) == (3, "0x3", 3)
    for number in (NumberSchema(3.5), NumberSchema(Decimal("NaN")), schemas.AnyTypeSchema(0.1)):
        with pytest.raises(TypeError, match="can't be interpreted as an integer"):
            operator.index(typing.cast(Any, number))


LIMITED = IntSchema.where(minimum=1, maximum=9, multiple_of=1)


@pytest.mark.parametrize("cls", [IntSchema, NumberSchema, LIMITED, schemas.AnyTypeSchema], ids=repr)
@pytest.mark.parametrize("measure", ["mean", "median", "variance", "stdev", "pvariance", "harmonic_mean", "mode"])
def test_statistics_of_numbers_are_those_of_decimals(cls: Any, measure: str):
    """`statistics` makes its results by calling the class of the numbers; limits have no say in them."""
    function = getattr(statistics, measure)
    assert function([cls(1), cls(2), cls(2), cls(6)]) == function(list(map(Decimal, (1, 2, 2, 6))))


def test_fractions_are_no_data():
    """They are arithmetic; a property is still none."""
    with pytest.raises(ApiValueError, match="Invalid type"):
        Task(extra=Fraction(1, 2))
    with pytest.raises(ApiValueError):
        schemas.StrSchema(Fraction(1, 2))


@pytest.mark.parametrize("number", ["NaN", "sNaN"])
def test_a_nan_equals_nothing_and_raises_nothing(number: str):
    """Not even itself, quiet or signaling."""
    found = Task(extra=Decimal(number))["extra"]
    assert (found == 5) is False
    assert found != 5
    assert found != found
    assert (found == Decimal(number)) is False


@given(st.lists(st.integers(-(10**30), 10**30), max_size=5), st.integers(2, 3))
def test_unique_items_of_equal_hashes_cost_no_more(items: list[int], factor: int):
    """Numbers are told apart by their digits: `hash` of a number can be foreseen, and made to collide."""
    many = [number + index * (2**61 - 1) for index in range(3) for number in items]
    expected = len(set(many)) == len(many)
    cls = ListSchema.where(unique_items=True)
    assert accepts_list(cls, many) is expected
    keys = {number_key(index * (2**61 - 1)) for index in range(1000 * factor)}
    assert len({hash(key) for key in keys}) == len(keys)


def accepts_list(cls: Any, items: list[Any]) -> bool:
    """Whether *cls* accepts *items*."""
    try:
        return bool(cls(items) == tuple(items))
    except ApiValueError:
        return False
