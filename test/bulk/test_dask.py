"""Bags and dataframes of Dask: the lines of files, wherever they are read."""

import gzip
import os
import signal
import sys

import pytest

from flat_api.bulk import (
    RejectedLineError,
    UnreadableFileError,
    _reading,
    arrow_schema,
    read_ndjson,
    read_ndjson_bag,
    read_ndjson_dataframe,
)
from flat_api.exceptions import ApiValueError
from flat_api.model.task import Task

from ..cli.running import records, tasks
from .clusters import client_of, process_of_a_worker, running

dask = pytest.importorskip("dask")
pyarrow = pytest.importorskip("pyarrow")
zstd = pytest.importorskip("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")

# dask does what a pandas newer than itself will forbid.
pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword:Warning")

COUNT = 6000
BLOCKSIZE = 100_000


@pytest.fixture(scope="module")
def cluster():
    with running() as cluster:
        yield cluster


@pytest.fixture
def file(tmp_path):
    (tmp_path / "tasks.ndjson").write_bytes(tasks(COUNT, bad_every=1000))
    return tmp_path / "tasks.ndjson"


@pytest.fixture
def here():
    with dask.config.set(scheduler="sync"):
        yield


def rejected_in(folder):
    """File and line of each rejected line, in the order of the partitions."""
    lines = [line for part in sorted(folder.glob("part-*.ndjson")) for line in records(part)]
    return [(line["file"], line["line"]) for line in lines]


def expected_rejects(file, bad_every=1000):
    return [(str(file), number) for number in range(bad_every, COUNT + 1, bad_every)]


def test_a_bag_has_the_instances_of_the_files(here, file, tmp_path):
    """One file is cut into many partitions; together they are what read_ndjson gives, in its order."""
    bag = read_ndjson_bag(file, Task, blocksize=BLOCKSIZE, rejects=tmp_path / "rejects")
    assert bag.npartitions == -(-file.stat().st_size // BLOCKSIZE) > 5
    assert bag.compute() == list(read_ndjson(file, Task, rejects=lambda line: None))
    assert rejected_in(tmp_path / "rejects") == expected_rejects(file)


@pytest.mark.parametrize(("pack", "name"), [(gzip.compress, "a.gz"), (zstd.compress, "a.zst")])
def test_compressed_files_are_a_partition_each(here, file, tmp_path, monkeypatch, pack, name):
    """The numbers of lines are those of the file, with plain and packed files side by side, named from anywhere."""
    (tmp_path / name).write_bytes(pack(file.read_bytes()))
    monkeypatch.chdir(tmp_path)
    bag = read_ndjson_bag([name, "tasks.ndjson"], Task, blocksize=BLOCKSIZE, rejects="rejects")
    monkeypatch.chdir("/")
    assert bag.npartitions == 1 + -(-file.stat().st_size // BLOCKSIZE)
    assert bag.count().compute() == 2 * (COUNT - 6)
    assert rejected_in(tmp_path / "rejects") == expected_rejects(tmp_path / name) + expected_rejects(file)


def test_partitions_are_read_as_far_as_they_are_used(here, file, monkeypatch):
    """A bag is lazy within its partitions, too: no list of instances is made on the way."""
    parsed = 0

    def counted(*arguments, original=_reading.parsed_lines):
        nonlocal parsed
        for line in original(*arguments):
            parsed += 1
            yield line

    monkeypatch.setattr(_reading, "parsed_lines", counted)
    bag = read_ndjson_bag(file, Task, blocksize=BLOCKSIZE)
    assert [str(task.id) for task in bag.map(lambda task: task).take(3)] == ["1", "2", "3"]
    assert parsed == 3


def test_rejects_of_an_earlier_run_are_replaced(here, file, tmp_path):
    """Each partition leaves a file, empty where nothing was rejected; other files in the folder stay."""
    folder = tmp_path / "rejects"
    folder.mkdir()
    (folder / "part-00099.ndjson").write_text("old")
    (folder / "notes").write_text("")
    bag = read_ndjson_bag(file, Task, blocksize=BLOCKSIZE, rejects=folder)
    for _ in range(2):
        bag.count().compute()
        names = {f"part-{number:05}.ndjson" for number in range(bag.npartitions)}
        assert {path.name for path in folder.iterdir()} == {"notes", *names}
    assert rejected_in(folder) == expected_rejects(file)


def test_a_partition_that_is_not_read_to_its_end_leaves_no_rejects(here, file, tmp_path):
    bag = read_ndjson_bag(file, Task, blocksize=BLOCKSIZE, rejects=tmp_path / "rejects")
    bag.take(1)
    assert list((tmp_path / "rejects").iterdir()) == []


def test_first_bad_line_is_an_error(here, file):
    """Without rejects the computation fails with file and line."""
    with pytest.raises(RejectedLineError, match="'lost' is not one of") as caught:
        read_ndjson_bag(file, Task, blocksize=BLOCKSIZE).count().compute()
    assert (caught.value.file, caught.value.line % 1000) == (str(file), 0)


def test_files_that_workers_can_not_open(tmp_path):
    with pytest.raises(ApiValueError, match="got standard input"):
        read_ndjson_bag("-", Task)
    with pytest.raises(ApiValueError, match="there are no files"):
        read_ndjson_dataframe([], Task)
    with pytest.raises(UnreadableFileError, match="nowhere"):
        read_ndjson_bag(tmp_path / "nowhere", Task)


def test_a_dataframe_has_the_columns_of_arrow(here, file, tmp_path):
    """The types are those of arrow_schema, and Parquet files hold every accepted line."""
    frame = read_ndjson_dataframe(file, Task, blocksize=BLOCKSIZE, rejects=tmp_path / "rejects")
    assert [kind.pyarrow_dtype for kind in frame.dtypes] == arrow_schema(Task).types
    assert frame.groupby("state").size().compute().to_dict() == {"done": COUNT - 6}
    frame.to_parquet(tmp_path / "parquet")
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(tmp_path / "parquet")
    assert table.num_rows == COUNT - 6
    assert table.schema.field("progress").type == arrow_schema(Task).field("progress").type
    assert rejected_in(tmp_path / "rejects") == expected_rejects(file)


def test_arguments_of_a_dataframe(here, tmp_path):
    """Numbers can be floats, and undeclared keys a column, as with to_table."""
    (tmp_path / "tasks").write_bytes(b'{"id": "a", "more": 1, "progress": {"percent": 2.5}}\n')
    frame = read_ndjson_dataframe(tmp_path / "tasks", Task, numbers=pyarrow.float64(), undeclared="rest")
    (row,) = frame.compute().to_dict("records")
    assert (row["rest"], row["progress"]["percent"]) == ('{"more":1}', 2.5)


def test_a_cluster_reads_the_same(cluster, file, tmp_path):
    """On a cluster bags and dataframes give what they give here; what is kept there can be used again."""
    with client_of(cluster):
        bag = read_ndjson_bag(file, Task, blocksize=BLOCKSIZE, rejects=tmp_path / "rejects")
        assert bag.compute() == list(read_ndjson(file, Task, rejects=lambda line: None))
        kept = bag.persist()
        assert (
            kept.map(lambda task: task.progress.percent).sum().compute()
            == (COUNT - 6) * Task.from_json('{"progress": {"percent": 33.3}}').progress.percent
        )
        assert rejected_in(tmp_path / "rejects") == expected_rejects(file)
        frame = read_ndjson_dataframe(file, Task, blocksize=BLOCKSIZE, rejects=tmp_path / "rejects")
        assert len(frame) == COUNT - 6


def test_a_killed_worker_costs_nothing(cluster, tmp_path):
    """What it had is read again by another worker; instances and rejects are complete, none of them twice."""
    file = tmp_path / "tasks.ndjson"
    file.write_bytes(tasks(COUNT, bad_every=1000))
    process = process_of_a_worker(cluster)
    killed = str(tmp_path / "killed")

    def kill_once(task):
        if task.id == "3500" and not os.path.exists(killed):
            with open(killed, "w"):
                pass
            os.kill(process, signal.SIGKILL)
        return str(task.id)

    with client_of(cluster):
        bag = read_ndjson_bag(file, Task, blocksize=BLOCKSIZE, rejects=tmp_path / "rejects")
        found = bag.map(kill_once).compute()
    assert os.path.exists(killed)
    assert found == [str(number) for number in range(1, COUNT + 1) if number % 1000]
    assert rejected_in(tmp_path / "rejects") == expected_rejects(file)


def test_without_dask(monkeypatch, file):
    """The error says which extra brings it."""
    monkeypatch.setitem(sys.modules, "dask.bag", None)
    monkeypatch.setitem(sys.modules, "dask", None)
    with pytest.raises(ModuleNotFoundError, match="install the extra 'dask'"):
        read_ndjson_bag(file, Task)
