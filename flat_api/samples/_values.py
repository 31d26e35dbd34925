"""Sample values: valid, likely, and the same for the same seed, made from a declaration and nothing else."""

from __future__ import annotations

import math
import random
import typing
from decimal import Decimal

from frozendict import frozendict

from ..exceptions import OpenApiException
from ..operations import to_plain
from ..schemas import BoolClass, Declaration, NoneClass, declaration_of
from ..schemas._composition import chosen_class
from ..schemas.patterns import Pattern
from ._patterns import matching
from ._words import number_for, text_of

Json = typing.Any

DEEPEST = 4
"""How many objects stand inside each other before optional properties are left out."""

ONE_LINE = frozenset(
    (
        *("accountAdmin", "allScores", "assignmentStudentsSubGroup", "billing", "blocked", "classStudentsSubGroup"),
        *("collaborations", "deleted", "disabledAccount", "flatEduContent", "flatEduSamples", "graded", "likes", "omr"),
        *("notifications.readonly", "organizationPublic", "organizationResources", "performance", "worksheetText"),
        *("personalSubscription", "productMigration", "sharedWithGroup", "sharedWithMe"),
    )
)
"""Members of enums that only one of API 2.18.0 and API 2.26.2 has: programs of the other can't read them."""

TRIES = 50
"""How many values are tried for one place before the schema is taken for one that nothing satisfies."""


class NoSampleError(ValueError):
    """No value was found that the schema takes."""


def sample(schema: typing.Any, seed: object = "") -> Json:
    """Return plain JSON data that *schema*, a schema class, accepts; equal seeds give equal data.

    Objects have all their properties, as far as they aren't deep inside of others. Where versions of the API differ,
    it is data of both: `ONE_LINE` is left out, and so are optional properties that have another type in each of them.
    Raises NoSampleError where nothing is found that the schema accepts.

    >>> from flat_api.model.task import Task
    >>> sample(Task.State, "5b0f") in ("created", "doing", "done", "canceled", "error")
    True
    """
    chance = random.Random(str(seed))
    for attempt in range(TRIES):
        found = _Maker(chance, sparse=attempt > TRIES // 2).value(schema, "", 0)
        if _takes(schema, found):
            return found
    raise NoSampleError(f"no sample was found for {schema.__name__}")


def _takes(schema: typing.Any, value: Json) -> bool:
    try:
        schema.from_openapi_data_oapg(value)
    except OpenApiException:
        return False
    return True


class _Maker:
    """Makes one value; *sparse* ones have no more than they need."""

    def __init__(self, chance: random.Random, sparse: bool) -> None:
        self.chance = chance
        self.sparse = sparse

    def value(self, schema: typing.Any, name: str, depth: int) -> Json:
        """Return a value of *schema*, which stands at the property *name*, *depth* objects deep."""
        if schema is None:
            return f"sample {self.chance.randrange(100)}"
        declaration = declaration_of(schema)
        if declaration.enum:
            return to_plain(self.chance.choice(_likely(list(declaration.enum))))
        if declaration.composed:
            return self._composed(declaration, name, depth)
        return self._simple(declaration, name, depth)

    def _simple(self, declaration: Declaration, name: str, depth: int) -> Json:
        types = declaration.types
        limits = {keyword.name: limit for keyword, limit in declaration.keywords if keyword.name != "pattern"}
        if frozendict in types and (len(types) == 1 or declaration.properties or len(types) <= 2):
            return self._object(declaration, limits, depth)
        if str in types:
            return self._text(declaration, limits, name)
        if Decimal in types:
            return self._number(declaration, limits, name)
        if BoolClass in types:
            return bool(self.chance.getrandbits(1))
        if tuple in types:
            return self._array(declaration, limits, name, depth)
        return None if NoneClass in types else "sample"

    def _object(self, declaration: Declaration, limits: dict[str, typing.Any], depth: int) -> Json:
        made: dict[str, Json] = {}
        for key, entry in declaration.properties.items():
            is_wanted = depth < DEEPEST and not self.sparse and not _is_disputed(entry.schema)
            if is_wanted or key in declaration.required:
                made[key] = self.value(entry.schema, key, depth + 1)
        for key in sorted(declaration.required.difference(made)):
            made[key] = self.value(declaration.additional, key, depth + 1)
        wanted = limits.get("minProperties", 0)
        while len(made) < wanted:
            key = f"key{len(made)}"
            made[key] = self.value(declaration.additional, key, depth + 1)
        for key in [key for key in made if key not in declaration.required]:
            if len(made) <= limits.get("maxProperties", math.inf):
                break
            del made[key]
        return made

    def _array(self, declaration: Declaration, limits: dict[str, typing.Any], name: str, depth: int) -> Json:
        least, most = limits.get("minItems", 0), limits.get("maxItems", math.inf)
        usual = 0 if self.sparse or depth > DEEPEST else 2
        count = int(max(least, min(usual, most)))
        singular = name.removesuffix("s")
        made: list[Json] = []
        for _ in range(count * TRIES if limits.get("uniqueItems") else count):
            item = self.value(declaration.items, singular, depth)
            if not limits.get("uniqueItems") or item not in made:
                made.append(item)
            if len(made) == count:
                break
        return made

    def _number(self, declaration: Declaration, limits: dict[str, typing.Any], name: str) -> int | float:
        low, high = _bounds(limits)
        likely = number_for(name, self.chance)
        if "multipleOf" in limits or "integer" in declaration.formats:
            step = limits.get("multipleOf", 1)
            return likely if step == 1 and low <= likely <= high else self._multiple(low, high, step)
        if low <= likely <= high and high - low > 1:
            return likely
        return (max(low, high - 100) + min(high, low + 100)) / 2

    def _multiple(self, low: float, high: float, step: float) -> int | float:
        first = math.ceil(low / step) if low > -math.inf else min(0, math.floor(high / step))
        last = math.floor(high / step) if high < math.inf else first + 20
        found = self.chance.randint(first, max(first, last)) * step
        return int(found) if float(found).is_integer() else found

    def _text(self, declaration: Declaration, limits: dict[str, typing.Any], name: str) -> str:
        patterns = [limit for keyword, limit in declaration.keywords if keyword.name == "pattern"]
        if patterns:
            return self._matching(patterns[0], limits)
        text = text_of(declaration.formats[-1] if declaration.formats else "", name, self.chance)
        least, most = limits.get("minLength", 0), limits.get("maxLength", len(text))
        return (text + " more" * (least // 5 + 1) if len(text) < least else text)[: max(most, 0)]

    def _matching(self, pattern: Pattern, limits: dict[str, typing.Any]) -> str:
        least, most = limits.get("minLength", 0), limits.get("maxLength", math.inf)
        found = ""
        for _ in range(TRIES):
            found = matching(pattern.expression, pattern.flags, self.chance)
            if least <= len(found) <= most:
                break
        return found

    def _composed(self, declaration: Declaration, name: str, depth: int) -> Json:
        """Return a value for several schemas: objects are merged, of everything else the last has its way."""
        branches = list(declaration.all_of)
        for several in (declaration.one_of, declaration.any_of):
            fitting = [cls for cls in several if declaration_of(cls).types - {NoneClass}] or list(several)
            if fitting:
                branches.append(self.chance.choice(fitting))
        chosen = None
        if declaration.discriminator is not None:
            key, mapping = declaration.discriminator
            choices = [value for value, cls in sorted(mapping.items()) if not branches or cls in branches]
            chosen = key, self.chance.choice(choices or sorted(mapping))
            cls = chosen_class(declaration, *chosen)
            branches = [branch for branch in branches if branch not in mapping.values() or branch is cls]
            if cls is not None and cls not in branches and cls is not declaration.cls:
                branches.append(cls)
        own = not branches or (declaration.properties and len(declaration.types) < 6)
        made = [self.value(branch, name, depth + 1) for branch in branches]
        made += [self._simple(declaration, name, depth)] if own else []
        if not any(isinstance(value, dict) for value in made):
            return made[-1]
        merged: dict[str, Json] = {}
        for value in made:
            merged |= value if isinstance(value, dict) else {}
        return {**merged, chosen[0]: chosen[1]} if chosen else merged


def _likely(members: list[Json]) -> list[Json]:
    """Return the members of an enum that both versions of the API have, null only where there is nothing else."""
    stated = [member for member in members if member is not None and not isinstance(member, NoneClass)]
    return [member for member in stated if member not in ONE_LINE] or stated or [None]


def _is_disputed(schema: typing.Any) -> bool:
    """Return whether *schema* has alternatives of which no two can be met by a value of one type."""
    if schema is None:
        return False
    declaration = declaration_of(schema)
    kinds = [declaration_of(cls).types - {NoneClass} for cls in (*declaration.any_of, *declaration.one_of)]
    return len(kinds) > 1 and not kinds[0].intersection(*kinds[1:])


def _bounds(limits: dict[str, typing.Any]) -> tuple[float, float]:
    """Return the lowest and the highest number within *limits*; an exclusive one is a whole step away."""
    low = max(limits.get("minimum", -math.inf), limits.get("exclusiveMinimum", -math.inf) + 1)
    high = min(limits.get("maximum", math.inf), limits.get("exclusiveMaximum", math.inf) - 1)
    if low > high:  # no whole step between exclusive limits
        low, high = limits.get("exclusiveMinimum", low), limits.get("exclusiveMaximum", high)
    return float(low), float(high)
