"""What is compared: one row per thing a program does with Tasks or scores, and the ceiling it is held to."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import pydantic

from flat_api.schemas import is_compiled

from . import contenders, samples, scores
from .roads import check_refusals, check_road
from .timing import Costs, Spread, Stopwatch, race, ratios

OURS = "flat_api"
RIVAL = "pydantic"
OTHERS = ("msgspec", "cattrs")


@dataclass(frozen=True)
class Row:
    """One line of the table: how each contender does the same thing.

    *pure* is the highest ratio ours / pydantic that is still good without the extension in C, and *compiled* with it.
    *copies* is how often a short statement stands in the timed loop. A row of *refused* values is meant to take the
    slow road.
    """

    name: str
    pure: float | None
    compiled: float | None
    statements: Mapping[str, str]
    copies: int = 1
    refused: bool = False

    @property
    def ceiling(self) -> float | None:
        """The ceiling of what runs here."""
        return self.compiled if is_compiled() else self.pure


@dataclass(frozen=True)
class Result:
    """What was measured for a row: our own cost in *unit*, and ratios ours / theirs by contender.

    *excess* is the number that *ceiling* is for: the median ratio to pydantic unless a row says otherwise. *pure* is
    the ratio to pydantic without the extension in C, None where nothing is known of that.
    """

    name: str
    cost: float
    unit: str
    ratios: Mapping[str, Spread]
    ceiling: float | None
    excess: float
    ceiling_text: str
    pure: Spread | None = None

    @property
    def over(self) -> bool:
        """Whether the row is above its ceiling."""
        return self.ceiling is not None and self.excess > self.ceiling


ROWS = (
    Row("dict to Task", 1.5, 0.5, {
        "flat_api": "Task.from_openapi_data_oapg(DATA)",
        "pydantic": "PydanticTask.model_validate(DATA)",
        "msgspec": "msgspec.convert(DATA, MsgspecTask)",
        "cattrs": "attrs_converter.structure(DATA, AttrsTask)",
    }),
    Row("JSON bytes to Task", 3.0, 0.6, {
        "flat_api": "Task.from_json(TEXT)",
        "pydantic": "PydanticTask.model_validate_json(TEXT)",
        "msgspec": "msgspec_decoder.decode(TEXT)",
        "cattrs": "read_attrs(TEXT)",
    }),
    Row("keywords to Task", 1.5, 0.65, {
        "flat_api": "Task(**DATA)",
        "pydantic": "PydanticTask(**DATA)",
    }),
    Row("list of 100 distinct Tasks", 1.65, 0.5, {
        "flat_api": "Tasks.from_openapi_data_oapg(HUNDRED)",
        "pydantic": "PydanticTasks.validate_python(HUNDRED)",
        "msgspec": "msgspec.convert(HUNDRED, list[MsgspecTask])",
        "cattrs": "attrs_converter.structure(HUNDRED, list[AttrsTask])",
    }),
    Row("list of 100 filled ScoreDetails", 1.65, 0.65, {
        "flat_api": "Scores.from_openapi_data_oapg(SCORES)",
        "pydantic": "PydanticScores.validate_python(SCORES)",
    }),
    Row("JSON bytes to 100 Tasks", 3.0, 0.5, {
        "flat_api": "Tasks.from_json(HUNDRED_TEXT)",
        "pydantic": "PydanticTasks.validate_json(HUNDRED_TEXT)",
    }),
    Row("JSON bytes to 100 ScoreDetails", 3.0, 0.5, {
        "flat_api": "Scores.from_json(SCORES_TEXT)",
        "pydantic": "PydanticScores.validate_json(SCORES_TEXT)",
    }),
    Row("three attribute reads", 1.7, 1.0, {
        name: f"{name}_task.id; {name}_task.state; {name}_task.progress"
        for name in (OURS, RIVAL, *OTHERS)
    }, copies=20),
    Row("refused dict, all problems", 4.0, 1.6, {
        "flat_api": "try: Task.from_openapi_data_oapg(BAD)\nexcept OpenApiException as e: e.problems",
        "pydantic": "try: PydanticTask.model_validate(BAD)\nexcept ValidationError as e: e.errors()",
        "cattrs": "try: attrs_converter.structure(BAD, AttrsTask)\nexcept Exception as e: attrs_problems(e)",
    }, refused=True),
    Row("refused dict, problems not read", None, None, {
        "flat_api": "try: Task.from_openapi_data_oapg(BAD)\nexcept OpenApiException: pass",
        "pydantic": "try: PydanticTask.model_validate(BAD)\nexcept ValidationError: pass",
        "msgspec": "try: msgspec.convert(BAD, MsgspecTask)\nexcept msgspec.ValidationError: pass",
        "cattrs": "try: attrs_converter.structure(BAD, AttrsTask)\nexcept Exception: pass",
    }, refused=True),
    Row("Task to JSON", 3.0, 0.3, {
        "flat_api": "flat_api_task.to_json()",
        "pydantic": "pydantic_task.model_dump_json()",
        "msgspec": "msgspec_encoder.encode(msgspec_task)",
        "cattrs": "attrs_converter.dumps(cattrs_task)",
    }),
)  # fmt: skip


def measure(rows: Sequence[Row], rounds: int, burst_ns: float) -> list[Result]:
    """Return the results of *rows*, all timed in one interleaved run.

    Raises AssertionError, before any timing, when a good value takes the slow road or a bad one does not.
    """
    names = namespace()
    check_refusals(names["BAD"])
    for row in rows:
        check_road(row.name, row.statements[OURS], names, slow=row.refused)
    heats = [_stopwatches(row, names, burst_ns) for row in rows]
    return [_result(row, costs) for row, costs in zip(rows, race(heats, rounds), strict=True)]


def namespace() -> dict[str, Any]:
    """Return the names that statements use: data, classes, and the same Task in each library."""
    data, text = samples.task(), samples.task_json()
    return {
        **vars(contenders),
        **vars(scores),
        "DATA": data,
        "TEXT": text,
        "HUNDRED": samples.tasks(100),
        "HUNDRED_TEXT": json.dumps(samples.tasks(100)).encode(),
        "SCORES": samples.scores(100),
        "SCORES_TEXT": json.dumps(samples.scores(100)).encode(),
        "BAD": samples.bad_task(),
        "ValidationError": pydantic.ValidationError,
        "flat_api_task": contenders.Task.from_openapi_data_oapg(data),
        "pydantic_task": contenders.PydanticTask.model_validate(data),
        "msgspec_task": contenders.msgspec_decoder.decode(text),
        "cattrs_task": contenders.read_attrs(text),
    }


def _stopwatches(row: Row, names: Mapping[str, Any], burst_ns: float) -> dict[str, Stopwatch]:
    return {
        name: Stopwatch("\n".join([statement] * row.copies), names, burst_ns)
        for name, statement in row.statements.items()
    }


def _result(row: Row, costs: Costs) -> Result:
    compared = {name: ratios(costs, OURS, name) for name in costs if name != OURS}
    return Result(
        name=row.name,
        cost=median(costs[OURS]) / row.copies / 1000,
        unit="µs",
        ratios=compared,
        ceiling=row.ceiling,
        excess=compared[RIVAL].median,
        ceiling_text="" if row.ceiling is None else f"{row.ceiling:g}",
    )
