"""How cost grows with size: a cost per item, key or level that stays put means a straight line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from . import samples
from .contenders import OpenApiException, PydanticTask, Task, Tasks
from .roads import check_road
from .timing import Costs, Stopwatch, race

WIDE = (10, 100, 1_000, 10_000, 100_000)
DEEP = (10, 25, 50, 100, 150)
STRAIGHT = 1.5


@dataclass(frozen=True)
class Curve:
    """A value that can be made as large as wished: *build* makes it, *read* is timed."""

    name: str
    unit: str
    sizes: Sequence[int]
    build: Callable[[int], object]
    read: Callable[[Any], object]
    refused: bool = False


@dataclass(frozen=True)
class Growth:
    """Microseconds per item, key or level, by size."""

    name: str
    unit: str
    each: Mapping[int, float]

    @property
    def power(self) -> float:
        """The power of the size with which the cost grows: 1 for a straight line, 2 for a quadratic one.

        It is taken from the size that is cheapest per unit to the largest, where no fixed cost hides it.
        """
        largest, cheapest = max(self.each), min(self.each, key=lambda size: self.each[size])
        if largest == cheapest:
            return 1.0
        return 1 + log(self.each[largest] / self.each[cheapest]) / log(largest / cheapest)

    @property
    def over(self) -> bool:
        """Whether the line is not straight, caches that no longer hold everything allowed for."""
        return self.power > STRAIGHT


def _refuse(data: Any) -> None:
    try:
        Tasks.from_openapi_data_oapg(data)
    except OpenApiException:
        return
    raise AssertionError("a list with a bad Task at its end was accepted")


read_task = Task.from_openapi_data_oapg
read_tasks = Tasks.from_openapi_data_oapg

CURVES = (
    Curve("list of Tasks", "item", WIDE, samples.tasks, read_tasks),
    Curve("list of Tasks, last one bad", "item", WIDE, samples.tasks_bad_at_the_end, _refuse, refused=True),
    Curve("undeclared keys", "key", WIDE, samples.wide, read_task),
    Curve("undeclared keys, by pydantic", "key", WIDE, samples.wide, PydanticTask.model_validate),
    Curve("nested dicts", "level", DEEP, samples.nested_dicts, read_task),
    Curve("nested lists", "level", DEEP, samples.nested_lists, read_task),
)


def follow(curves: Sequence[Curve], largest: int, rounds: int, burst_ns: float) -> list[Growth]:
    """Return how the costs of *curves* grow up to the size *largest*; the lowest of *rounds* turns counts.

    Raises AssertionError, before any timing, when a good value takes the slow road or a bad one does not.
    """
    heats = [_stopwatches(curve, largest, burst_ns) for curve in curves]
    return [_growth(curve, costs) for curve, costs in zip(curves, race(heats, rounds), strict=True)]


def _stopwatches(curve: Curve, largest: int, burst_ns: float) -> dict[str, Stopwatch]:
    heat: dict[str, Stopwatch] = {}
    for size in (size for size in curve.sizes if size <= largest):
        names = {"read": curve.read, "data": curve.build(size)}
        check_road(f"{curve.name}, {size}", "read(data)", names, slow=curve.refused)
        heat[str(size)] = Stopwatch("read(data)", names, burst_ns)
    return heat


def _growth(curve: Curve, costs: Costs) -> Growth:
    each = {int(size): min(spent) / int(size) / 1000 for size, spent in costs.items()}
    return Growth(curve.name, curve.unit, each)
