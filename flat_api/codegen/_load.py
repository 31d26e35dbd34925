"""A document read from a file, JSON or YAML."""

from __future__ import annotations

import json
import typing
from pathlib import Path

from ._errors import DocumentError
from ._json import Json


def load(path: Path) -> Json:
    """The document in the file at *path*; YAML where the name ends in ``.yaml`` or ``.yml``, else JSON.

    Raises `DocumentError` for a file that can't be read, names line and column where it is not JSON or YAML, and says
    what to install where YAML can't be read for want of PyYAML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DocumentError(str(path), f"can't be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise DocumentError(str(path), f"is not UTF-8 (byte {error.start})") from None
    try:
        return _yaml(text, path) if path.suffix.lower() in (".yaml", ".yml") else _json(text, path)
    except RecursionError:
        raise DocumentError(str(path), "is nested too deeply") from None


def _json(text: str, path: Path) -> Json:
    def unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            repeated = next(key for key in keys if keys.count(key) > 1)
            raise DocumentError(str(path), f"has an object with two keys {repeated!r}")
        return found

    try:
        return json.loads(text, object_pairs_hook=unique, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise DocumentError(f"{path}:{error.lineno}:{error.colno}", f"is not JSON: {error.msg}") from None
    except ValueError as error:
        raise error if isinstance(error, DocumentError) else DocumentError(str(path), f"is not JSON: {error}") from None


def _refuse_constant(name: str) -> typing.NoReturn:
    raise ValueError(f"{name} is no number")


def _yaml(text: str, path: Path) -> Json:
    try:
        import yaml

        from ._yaml import JsonLoader
    except ImportError:
        message = "is YAML, which takes PyYAML to read: pip install 'flat-api-frozen[codegen]', or give it as JSON"
        raise DocumentError(str(path), message) from None
    try:
        return yaml.load(text, JsonLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        raise DocumentError(place, f"is not YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        raise DocumentError(str(path), f"is not YAML: {error}") from None
