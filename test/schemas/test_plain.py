"""Values as plain Python: with decimals, or as `json.loads` would give them."""

from __future__ import annotations

import json
import typing
from decimal import Decimal

import pytest
from hypothesis import given

from flat_api.exceptions import ApiAttributeError, ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.schemas import AnyTypeSchema, DictSchema, ListSchema, list_of

from .. import strategies

Any = typing.Any

DATA: dict[str, Any] = {
    "id": "a",
    "progress": {"percent": 33.3},
    "extra": [1, 2.0, Decimal("2.50"), True, None, {"deep": [Decimal("1E+3"), -0.0]}],
}


def test_to_dict_keeps_decimals():
    """In the mode of Python, which is the default, numbers are Decimals."""
    plain = Task(DATA).to_dict()
    assert plain == Task(DATA).to_dict(mode="python")
    assert [type(item) for item in plain["extra"]] == [Decimal, Decimal, Decimal, bool, type(None), dict]


def test_to_dict_as_json():
    """In the mode of JSON, whole numbers are int and others float, so that `json.dumps` accepts all of it."""
    plain = Task(DATA).to_dict(mode="json")
    assert json.dumps(plain["extra"]) == '[1, 2, 2.5, true, null, {"deep": [1000, 0]}]'
    assert plain["progress"] == {"percent": 33.3}
    assert {type(plain), type(plain["progress"])} == {dict}
    assert type(plain["id"]) is str


def test_to_list():
    """Arrays have the same, typed or not."""
    items = list_of(Task)([DATA, {}])
    assert items.to_list()[0] == Task(DATA).to_dict()
    assert items.to_list(mode="json") == [Task(DATA).to_dict(mode="json"), {}]
    assert AnyTypeSchema([1, [2.5]]).to_list(mode="json") == [1, [2.5]]
    assert ListSchema([]).to_list() == []
    with pytest.raises(ApiAttributeError):
        AnyTypeSchema("a").to_list()


@given(strategies.json_values)
def test_the_mode_of_json_is_what_json_has(value: Any):
    """What comes out is what the standard library reads from the JSON text of the value."""
    found = AnyTypeSchema([value]).to_list(mode="json")
    assert json.loads(json.dumps(found)) == found
    assert found == json.loads(AnyTypeSchema([value]).to_json())


def test_the_mode_is_one_of_two():
    """Another word is an error, not a silent default."""
    wrong: Any = "yaml"
    with pytest.raises(ApiValueError, match="mode must be 'python' or 'json'"):
        Task({}).to_dict(mode=wrong)


@pytest.mark.parametrize("value", [b"a", Decimal("NaN"), {5: 1}], ids=repr)
def test_what_json_has_no_form_for_is_refused(value: Any):
    """The errors are those of to_json; the mode of Python has no objection."""
    data = DictSchema({"a": value})
    with pytest.raises((ApiTypeError, ApiValueError), match="no form in JSON"):
        data.to_dict(mode="json")
    assert "a" in data.to_dict()
