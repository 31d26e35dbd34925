"""What a call costs beyond the request itself, and what a large download keeps in memory."""

import asyncio
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import urllib3

from flat_api.api_client import ApiClient
from flat_api.apis.tags.task_api import TaskApi
from flat_api.configuration import Configuration

from .answering import answering
from .footprint import ROOT
from .rows import OURS, Result
from .timing import Costs, Spread, Stopwatch, race, ratios

CALL = "get_task"
DOWNLOAD = "download of 1 GiB, growth of memory"
URLLIB3 = "urllib3"
HTTPX = "httpx"
AWAITED_CALL = "get_task, awaited"
AWAITED = 20
"""Calls that one run of an event loop makes."""
CALL_CEILING = 1.6
DOWNLOAD_CEILING = 32
GIB = 1024
"""MiB in one."""

STATEMENTS = {
    OURS: "api.get_task(path_params={'task': 'abc'}).body",
    "Flat": "flat.tasks.get_task(task='abc')",
    URLLIB3: "loads(pool.request('GET', url, headers=headers).data)",
}


def call(rounds: int, burst_ns: float) -> Result:
    """Return what `get_task` takes, beside a bare request of urllib3 and `json.loads` of the same answer."""
    from flat_api.client import Flat

    with answering() as url, ApiClient(Configuration(host=url, access_token="t")) as client:
        names = {
            "api": TaskApi(client),
            "flat": Flat(host=url, access_token="t"),
            "pool": urllib3.PoolManager(),
            "url": f"{url}/tasks/abc",
            "headers": {"Authorization": "Bearer t", "Accept": "application/json"},
            "loads": json.loads,
        }
        heat = {name: Stopwatch(statement, names, burst_ns) for name, statement in STATEMENTS.items()}
        (costs,) = race([heat], rounds)
        names["flat"].close()
        names["pool"].clear()
    return _beside_urllib3(costs)


def _beside_urllib3(costs: Costs) -> Result:
    cost = median(costs[OURS]) / 1000
    compared = {"urllib3": ratios(costs, OURS, URLLIB3), "Flat": ratios(costs, OURS, "Flat")}
    name = f"{CALL}, {1e6 / cost:,.0f} calls/s"
    ceiling = f"{CALL_CEILING:g} x urllib3"
    return Result(name, cost, "µs", compared, CALL_CEILING, compared["urllib3"].median, ceiling)


def awaited_call(rounds: int, burst_ns: float) -> Result:
    """Return what `get_task` takes awaited, beside `httpx.AsyncClient` and `json.loads` of the same answer."""
    import httpx

    from flat_api.aio import AsyncFlat

    headers = {"Authorization": "Bearer t", "Accept": "application/json"}
    with answering() as url, asyncio.Runner() as runner:
        flat, bare = AsyncFlat(host=url, access_token="t"), httpx.AsyncClient(headers=headers)

        async def ours() -> None:
            for _ in range(AWAITED):
                await flat.tasks.get_task(task="abc")

        async def theirs() -> None:
            for _ in range(AWAITED):
                json.loads((await bare.get(f"{url}/tasks/abc")).content)

        contenders = {OURS: ours, HTTPX: theirs}
        names = {"run": runner.run, **contenders}
        heat = {name: Stopwatch(f"run({name}())", names, burst_ns) for name in contenders}
        (costs,) = race([heat], rounds)
        runner.run(flat.close())
        runner.run(bare.aclose())
    compared = {HTTPX: ratios(costs, OURS, HTTPX)}
    ceiling = f"{CALL_CEILING:g} x {HTTPX}"
    cost = median(costs[OURS]) / AWAITED / 1000
    return Result(AWAITED_CALL, cost, "µs", compared, CALL_CEILING, compared[HTTPX].median, ceiling)


def download(mebibytes: int = GIB) -> Result:
    """Return by how many MiB a fresh process grows while it streams *mebibytes* MiB to a file."""
    with answering() as url, tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", __name__, url, folder, str(mebibytes)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        (file,) = Path(folder).iterdir()
        assert file.stat().st_size == mebibytes << 20
    growth = float(done.stdout)
    name = DOWNLOAD if mebibytes == GIB else DOWNLOAD.replace("1 GiB", f"{mebibytes} MiB")
    nothing: dict[str, Spread] = {}
    return Result(name, growth, "MiB", nothing, DOWNLOAD_CEILING, growth, f"{DOWNLOAD_CEILING} MiB")


def _download_here(url: str, folder: str, mebibytes: str) -> None:
    from flat_api.client import Flat

    with Flat(host=url, access_token="t") as flat:
        read = flat.scores.get_score_revision_data
        read.download(Path(folder) / "small", score="s", revision="1", format="wav")  # everything is loaded
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        (Path(folder) / "small").unlink()
        read.download(Path(folder) / "large.wav", score="s", revision=mebibytes, format="wav")
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"{(after - before) / 1024}\n")


if __name__ == "__main__":
    _download_here(*sys.argv[1:])
