"""Random JSON near a schema: most of it valid, the rest wrong in one place or a few."""

from __future__ import annotations

import random
import typing

Json = typing.Any

_TEXTS = ["", "a", "x1", "ab.c", "xyz", "word", "ab.7q", "Ünï", "日本語", "a" * 31, "f" * 128, "A_b-c.9", "C#"]
_FORMATS = {
    "date-time": ["2024-02-29T10:20:30Z", "2023-06-05T01:02:03.456+02:00", "2024-02-30T10:00:00Z", "yesterday"],
    "date": ["2024-02-29", "1999-12-31", "2023-02-29", "05/06/2023"],
    "uuid": ["123e4567-e89b-12d3-a456-426614174000", "00000000-0000-0000-0000-000000000000", "123e4567"],
    "byte": ["", "AA==", "TVRoZA==", "UEsDBBQAAAAIAA=="],
    "number": ["1", "-2.50", "1e3", "one"],
}
_NUMBERS = [0, 1, 2, 3, 5, 6, 7, 9, 9.0, 10, -1, 2.5, 0.5, 100, 101, 1000, 10000, 10001, 2147483648, 2**63, 1e300]
_ANYTHING: list[Json] = [None, True, False, 0, 1, 2.5, "", "a", "none", [], [1], {}, {"a": 1}, [{"b": None}]]

_DEEPEST = 20


class Maker:
    """Makes payloads for the schemas of *document*; the same for the same *seed*."""

    def __init__(self, document: Json, seed: int, mistakes: float = 0.04) -> None:
        self._document = document
        self._random = random.Random(seed)
        self._mistakes = mistakes

    def payload(self, schema: Json, depth: int = 0) -> Json:
        """A value for *schema*; now and then one for no schema at all."""
        if self._random.random() < self._mistakes or depth > _DEEPEST:  # an object may require another like it
            return self._random.choice(_ANYTHING)
        if "$ref" in schema:
            return self.payload(self._found(schema["$ref"]), depth + 1)
        if schema.get("nullable") and self._random.random() < 0.2:
            return None
        if "enum" in schema and self._random.random() < 0.9:
            return self._random.choice(schema["enum"])
        return self._composed(schema, depth)

    def _found(self, pointer: str) -> Json:
        found = self._document
        for step in pointer[2:].split("/"):
            step = step.replace("%20", " ").replace("~1", "/")
            found = found[int(step)] if isinstance(found, list) else found[step]
        return found

    def _composed(self, schema: Json, depth: int) -> Json:
        for word in ("oneOf", "anyOf"):
            if word in schema and self._random.random() < 0.9:
                return self.payload(self._random.choice(schema[word]), depth + 1)
        values = [self.payload(branch, depth + 1) for branch in schema.get("allOf", ())]
        own = self._typed(schema, depth) if "type" in schema or "properties" in schema or not values else None
        objects = [value for value in (*values, own) if isinstance(value, dict)]
        return {key: value for entry in objects for key, value in entry.items()} if objects else own

    def _typed(self, schema: Json, depth: int) -> Json:
        kind = schema.get("type") or ("object" if "properties" in schema or "required" in schema else "any")
        make = getattr(self, f"_{kind}", None)
        return make(schema, depth) if make else self._random.choice(_ANYTHING)

    def _string(self, schema: Json, depth: int) -> Json:
        texts = _FORMATS.get(schema.get("format", ""), _TEXTS)
        if "maxLength" in schema and self._random.random() < 0.3:
            return "b" * self._random.choice([schema["maxLength"], schema["maxLength"] + 1])
        return self._random.choice(texts)

    def _number(self, schema: Json, depth: int) -> Json:
        limits = [schema[word] for word in ("minimum", "maximum") if word in schema]
        return self._random.choice(limits if limits and self._random.random() < 0.3 else _NUMBERS)

    _integer = _number

    def _boolean(self, schema: Json, depth: int) -> Json:
        return self._random.choice([True, False])

    def _array(self, schema: Json, depth: int) -> Json:
        count = self._random.choice([0, 1, 1, 2, 3, 4]) if depth < 6 else 0
        return [self.payload(schema.get("items", {}), depth + 1) for _ in range(count)]

    def _object(self, schema: Json, depth: int) -> Json:
        value: dict[str, Json] = {}
        required = schema.get("required", ())
        for key, entry in schema.get("properties", {}).items():
            wanted = 1 - self._mistakes / 3 if key in required else 0.5 / (1 + depth)
            if self._random.random() < wanted:
                value[key] = self.payload(entry, depth + 1)
        for key in required:
            if key not in value and self._random.random() > self._mistakes:
                value[key] = self.payload(schema.get("properties", {}).get(key, {}), depth + 1)
        extra = schema.get("additionalProperties", {})
        if self._random.random() < 0.3 and depth < 6:
            schema = extra if isinstance(extra, dict) else {}
            value[self._random.choice(["extra", "größer", "x y"])] = self.payload(schema, depth + 1)
        return value
