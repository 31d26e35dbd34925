"""Tables: instances become columns and come back, and what has no place in a column is told with row and path."""

import datetime
import json
import sys
from decimal import Decimal
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api import bulk, schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.models import ScoreDetails, Task
from flat_api.schemas import DictSchema, list_of, map_of, nullable, optional, ref

from ..strategies import task_payloads

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


class Everything(DictSchema):
    """One property of each kind."""

    whole = optional(schemas.IntSchema)
    small = optional(schemas.Int32Schema)
    number = optional(nullable(schemas.NumberSchema))
    yes = optional(schemas.BoolSchema)
    day = optional(schemas.DateSchema)
    data = optional(schemas.BytesSchema)
    ages = optional(map_of(schemas.IntSchema))
    free = optional(DictSchema)
    either = optional(schemas.one_of(schemas.StrSchema, schemas.IntSchema))
    parts = optional(list_of(ref("Everything")))


def test_a_schema_has_a_field_for_each_property():
    """Objects are structs, arrays lists, date-times timestamps in UTC, and numbers decimals."""
    schema = bulk.arrow_schema(Task)
    assert schema.field("progress").type == pa.struct([("percent", pa.decimal128(38, 18)), ("text", pa.string())])
    assert schema.field("creationDate").type == pa.timestamp("us", "UTC")
    assert schema.field("errorHistory").type == pa.list_(pa.string())
    assert schema.metadata[b"flat_api.model"] == b"flat_api.model.task.Task"


def test_each_kind_of_value_has_its_type():
    """What can be several things, or refers to itself, is JSON text."""
    types = {field.name: field.type for field in bulk.arrow_schema(Everything)}
    assert types == {
        "whole": pa.int64(),
        "small": pa.int32(),
        "number": pa.decimal128(38, 18),
        "yes": pa.bool_(),
        "day": pa.date32(),
        "data": pa.binary(),
        "ages": pa.map_(pa.string(), pa.int64()),
        "free": pa.string(),
        "either": pa.string(),
        "parts": pa.list_(pa.string()),
    }


def test_every_kind_of_value_comes_back():
    """Back from a table, an instance is what it was."""
    value = Everything(
        whole=5,
        small=-1,
        number=Decimal("33.30"),
        yes=False,
        day="2023-06-05",
        data=b"\0",
        ages={"a": 1},
        free={"x": [1, None]},
        either="5",
        parts=[{"whole": 1, "parts": []}],
    )
    assert list(bulk.from_table(bulk.to_table([value]), Everything)) == [value]
    assert list(bulk.from_table(bulk.to_table([value], numbers=pa.float64()), Everything)) == [value]


@given(st.lists(task_payloads.map(Task.from_openapi_data_oapg), min_size=1, max_size=5))
def test_tasks_come_back(tasks):
    """Date-times come back as the same moment; all else equals what it was, undeclared keys too."""
    table = bulk.to_table(tasks, undeclared="more")
    again = list(bulk.from_table(table, Task, undeclared="more"))
    dates = ("creationDate", "modificationDate", "doneDate")
    assert [_without(task, dates) for task in again] == [_without(task, dates) for task in tasks]
    for one, other in zip(again, tasks):
        for name in dates:
            if name in other:
                assert one[name].as_datetime == _in_utc(other[name].as_datetime)


def _without(task, names):
    """What is in the JSON text of *task*, but for these *names*; a float is its shortest text there."""
    found = json.loads(task.to_json(), parse_float=Decimal)
    return {name: value for name, value in found.items() if name not in names}


def _in_utc(moment):
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)


def test_undeclared_keys_have_no_field_unless_one_is_named():
    """The field, which each object has, holds them as the text of a JSON object."""
    task = Task({"id": "a", "blocked": True})
    assert "blocked" not in bulk.to_table([task]).column_names
    assert bulk.to_table([task], undeclared="more")["more"].to_pylist() == ['{"blocked":true}']
    with pytest.raises(ApiValueError, match="'id' is a property already"):
        bulk.arrow_schema(Task, undeclared="id")


@pytest.mark.parametrize(
    ("model", "data", "path"),
    [
        (Task, {"progress": {"percent": Decimal("1e-30")}}, "['progress']['percent']"),
        (Task, {"progress": {"percent": Decimal("1e30")}}, "['progress']['percent']"),
        (Everything, {"whole": 2**63}, "['whole']"),
        (Everything, {"ages": {"a b": 2**64}}, "['ages']['a b']"),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_row_and_path(model, data, path):
    """Nothing is rounded in silence."""
    with pytest.raises(ApiValueError) as caught:
        bulk.to_table([model({}), model(data)])
    assert str(caught.value).startswith("row 1: ")
    assert str(caught.value).endswith(path)


def test_batches_are_made_as_they_are_asked_for():
    """A million rows never stand in memory at once."""
    taken = []

    def tasks():
        for number in range(1_000_000):
            taken.append(number)
            yield Task(id=str(number))

    batches = bulk.to_batches(tasks(), size=10)
    assert [next(batches).num_rows, next(batches).num_rows, len(taken)] == [10, 10, 20]


def test_parquet_files_hold_batches(tmp_path):
    """The way to a file and back, batch by batch."""
    path = tmp_path / "tasks.parquet"
    tasks = [Task(id=str(number), progress={"percent": number / 2}) for number in range(25)]
    with pq.ParquetWriter(path, bulk.arrow_schema(Task)) as writer:
        for batch in bulk.to_batches(tasks, size=10):
            writer.write_batch(batch)
    assert list(bulk.from_table(pq.ParquetFile(path).iter_batches(), Task)) == tasks


def test_no_instances_make_an_empty_table_of_their_model():
    """Without a model there would be no columns."""
    assert bulk.to_table([], Task).schema == bulk.arrow_schema(Task)
    with pytest.raises(ApiValueError, match="no instances and no model"):
        bulk.to_table([])


def test_what_has_no_properties_is_no_table():
    """A list of texts has no columns."""
    with pytest.raises(ApiTypeError, match="StrSchema"):
        bulk.arrow_schema(schemas.StrSchema)


def test_every_model_has_a_table():
    """The columns of each model that has properties can be made."""
    from flat_api import models

    for name in models.__all__:
        model = getattr(models, name)
        if issubclass(model, DictSchema) and schemas.declaration_of(model).properties:
            assert len(bulk.arrow_schema(model)) == len(schemas.declaration_of(model).properties)
    assert "sharingKey" in bulk.arrow_schema(ScoreDetails).names


def test_a_missing_library_is_told_by_its_extra():
    """The error names what to install."""
    with patch.dict(sys.modules, {"pyarrow": None}):  # puts back the modules as well that are taken out below
        for name in [name for name in sys.modules if name.startswith("flat_api.bulk")]:
            sys.modules.pop(name)
        with pytest.raises(ModuleNotFoundError, match="extra 'bulk'"):
            bulk.__getattr__("to_table")
