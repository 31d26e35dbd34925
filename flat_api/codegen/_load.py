"""A document read from a file, JSON or YAML."""

from __future__ import annotations

import collections
import json
import sys
import typing
from pathlib import Path

from ._errors import DocumentError
from ._json import LEVELS, Json, brief, integer, measured, number

LIMIT = 64 * 1024 * 1024
"""How many bytes a document may have."""


def load(path: Path) -> Json:
    """The document in the file at *path*; YAML where the name ends in ``.yaml`` or ``.yml``, else JSON.

    Raises `DocumentError` for a file that can't be read or has more than `LIMIT` bytes, names line and column where it
    is not JSON or YAML, and says what to install where YAML can't be read for want of PyYAML. So are documents that are
    nested too deeply, or whose aliases stand for more than they could without.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise DocumentError(str(path), f"can't be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise DocumentError(str(path), f"is not UTF-8 (byte {error.start})") from None
    if len(data) > LIMIT:
        raise DocumentError(str(path), f"is larger than {LIMIT // 1024**2} MiB")
    document: Json = None
    try:
        document = _yaml(text, path) if path.suffix.lower() in (".yaml", ".yml") else _json(text, path)
        levels, size = measured(document, {})
    except RecursionError:
        levels, size = sys.maxsize, 0
    if levels > LEVELS:
        raise DocumentError(str(path), f"is nested too deeply: more than {LEVELS} levels")
    if size > 10 * len(text) + 1:  # without aliases, a value takes a character at least
        raise DocumentError(str(path), "has aliases that stand for ten times as many values as it has characters")
    return document


def _json(text: str, path: Path) -> Json:
    def unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if len(found) < len(pairs):
            (repeated, _), *_ = collections.Counter(key for key, _ in pairs).most_common(1)
            raise DocumentError(str(path), f"has an object with two keys {brief(repeated)}")
        return found

    try:
        return json.loads(
            text, object_pairs_hook=unique, parse_int=integer, parse_float=number, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        raise DocumentError(f"{path}:{error.lineno}:{error.colno}", f"is not JSON: {error.msg}") from None
    except ValueError as error:
        raise error if isinstance(error, DocumentError) else DocumentError(str(path), f"is not JSON: {error}") from None


def _refuse_constant(name: str) -> typing.NoReturn:
    raise ValueError(f"{name} is not a number")


def _yaml(text: str, path: Path) -> Json:
    try:
        import yaml

        from ._yaml import parsed
    except ImportError:
        message = "is YAML, which takes PyYAML to read: pip install 'flat-api-frozen[codegen]', or give it as JSON"
        raise DocumentError(str(path), message) from None
    try:
        return parsed(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        said = ", ".join(filter(None, (error.context, error.problem)))
        raise DocumentError(place, f"is not YAML: {said}") from None
    except yaml.YAMLError as error:
        raise DocumentError(str(path), f"is not YAML: {error}") from None
