"""What stays and what starting costs: bytes per Task, and the time an import takes in a fresh interpreter."""

import gc
import json
import subprocess
import sys
import sysconfig
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from flat_api import models
from flat_api.samples import sample

from ..schemas.roads import counted_walks
from . import contenders, samples
from .rows import OTHERS, OURS, RIVAL, Result
from .timing import Costs, Spread, ratios

MEMORY = "memory per Task from JSON"
IMPORT = "import flat_api.model.task"
IMPORT_ALL = "import all models"
MEMORY_CEILING = 1.0
FIRST = "first value of every model"
IMPORT_ALLOWANCE_MS = 25
IMPORT_ALL_CEILING = 6
"""How many imports of frozendict the import of all models may take."""

FIRST_CEILING_MS = round(8 * len(models.__all__) / 99, 1)
"""Milliseconds that the first values of all models may take together: 8 where there are 99 of them."""

READERS: Mapping[str, Callable[[bytes], object]] = {
    OURS: contenders.Task.from_json,
    RIVAL: contenders.PydanticTask.model_validate_json,
    "msgspec": contenders.msgspec_decoder.decode,
    "cattrs": contenders.read_attrs,
}

ALL = "all models"
IMPORTS = {
    OURS: "import flat_api.model.task",
    ALL: "from flat_api.models import *",
    "frozendict": "import frozendict",
    RIVAL: "from pydantic import BaseModel",
    "msgspec": "import msgspec",
    "cattrs": "import attrs; from cattrs.preconf.json import make_converter",
}
ROOT = Path(__file__).parents[2]
LIBRARIES = [str(ROOT), *dict.fromkeys(map(sysconfig.get_path, ("purelib", "platlib")))]


def memory(count: int) -> Result:
    """Return the bytes a full Task keeps allocated, over *count* Tasks read from distinct JSON texts."""
    texts = [samples.task_json(number) for number in range(count)]
    with counted_walks() as walks:
        kept = {name: retained(read, texts) for name, read in READERS.items()}
    if walks:
        raise AssertionError(f"{MEMORY}: the walk ran {len(walks)} times")
    compared = {name: _exactly(kept[OURS] / kept[name]) for name in (RIVAL, *OTHERS)}
    ceiling = f"{MEMORY_CEILING:g}"
    return Result(MEMORY, kept[OURS], "bytes", compared, MEMORY_CEILING, compared[RIVAL].median, ceiling)


def retained(read: Callable[[bytes], object], texts: Sequence[bytes]) -> float:
    """Return the bytes per text that `tracemalloc` sees allocated while all results of *read* are alive.

    Every object of the four libraries comes from Python's allocators, the compiled ones' objects too.
    """
    read(texts[0])
    gc.collect()
    tracemalloc.start()
    instances: list[object] = [None] * len(texts)
    before, _ = tracemalloc.get_traced_memory()
    for place, text in enumerate(texts):
        instances[place] = read(text)
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) / len(texts)


def import_times(rounds: int) -> list[Result]:
    """Return what importing the Task takes in fresh interpreters, and all models, *rounds* of them for each.

    All find their byte code compiled, as that of an installed package is.
    """
    costs: Costs = {name: [] for name in IMPORTS}
    with TemporaryDirectory() as compiled:
        for statement in IMPORTS.values():
            _import_ms(statement, compiled)  # compiles
        for _ in range(rounds):
            for name, statement in IMPORTS.items():
                costs[name].append(_import_ms(statement, compiled))
    base = median(costs["frozendict"])
    task = Result(
        name=IMPORT,
        cost=median(costs[OURS]),
        unit="ms",
        ratios={name: ratios(costs, OURS, name) for name in (RIVAL, *OTHERS)},
        ceiling=IMPORT_ALLOWANCE_MS,
        excess=median(_differences(costs, OURS, "frozendict")),
        ceiling_text=f"{base:.1f} + {IMPORT_ALLOWANCE_MS} ms",
    )
    every = Result(
        name=IMPORT_ALL,
        cost=median(costs[ALL]),
        unit="ms",
        ratios={name: ratios(costs, ALL, name) for name in (RIVAL, *OTHERS)},
        ceiling=IMPORT_ALL_CEILING,
        excess=ratios(costs, ALL, "frozendict").median,
        ceiling_text=f"{IMPORT_ALL_CEILING} x {base:.1f} ms",
    )
    return [task, every]


def first_values(rounds: int) -> Result:
    """Return what the first value of every model takes, all together, in the median of *rounds* fresh interpreters.

    The models are imported before, and a Task is built: what all classes share is loaded then.
    """
    values = {name: sample(getattr(models, name)) for name in models.__all__}
    with TemporaryDirectory() as place:
        file = Path(place, "values.json")
        file.write_text(json.dumps(values, default=float), "utf-8")
        command = [sys.executable, "-c", _FIRST_VALUES, str(file)]
        cost = median(float(subprocess.check_output(command, cwd=ROOT)) for _ in range(rounds))
    return Result(FIRST, cost, "ms", {}, FIRST_CEILING_MS, cost, f"{FIRST_CEILING_MS:g} ms")


_FIRST_VALUES = """
import gc, json, sys, time
from flat_api import models

with open(sys.argv[1], encoding="utf-8") as file:
    values = [(getattr(models, name), value) for name, value in json.load(file).items()]
models.Task.from_openapi_data_oapg({"id": "5b0f"})
gc.disable()
start = time.thread_time()
for cls, value in values:
    cls.from_openapi_data_oapg(value)
print((time.thread_time() - start) * 1000)
"""


def _differences(costs: Costs, name: str, other: str) -> list[float]:
    return [mine - theirs for mine, theirs in zip(costs[name], costs[other], strict=True)]


def _import_ms(statement: str, compiled: str) -> float:
    # Without the site module: what an editable installation loads at start-up would be missing from every import.
    prepared = f"import sys; sys.path[:0] = {LIBRARIES!r}; from time import perf_counter_ns as now"
    code = f"{prepared}; start = now(); {statement}; print(now() - start)"
    command = [sys.executable, "-I", "-S", "-X", f"pycache_prefix={compiled}", "-c", code]
    return int(subprocess.check_output(command, cwd=ROOT)) / 1e6


def _exactly(ratio: float) -> Spread:
    return Spread(ratio, ratio, ratio)
