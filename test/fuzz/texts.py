"""JSON texts, whole and broken: `from_json` accepts what RFC 8259 calls JSON, with every digit, and nothing else."""

from __future__ import annotations

import json
import typing
from decimal import Decimal

from hypothesis import strategies as st

from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.schemas import AnyTypeSchema

from ..strategies import task_payloads
from .mutating import mutated
from .running import Fuzzer

_LIMITED = ("depth", "number", "json")
"""Kinds of problems that need no counterpart in the standard library: it has other limits."""


def _as_text(value: typing.Any) -> bytes:
    return json.dumps(value, default=str).encode()


_scraps = st.lists(
    st.sampled_from(["{", "}", "[", "]", ",", ":", '"', "\\", "\\u", "d800", "1e", "-", "0", ".5", "E+9999", "null"]),
    max_size=12,
).map(lambda parts: "".join(parts).encode())
_deep = st.tuples(st.sampled_from([b"[", b'{"a":', b"[[1],"]), st.integers(1, 3000)).map(lambda pair: pair[0] * pair[1])
_numbers = st.from_regex(rb"-?[0-9]{1,40}(\.[0-9]{0,40})?([eE][+-]?[0-9]{0,12})?", fullmatch=True)
texts: st.SearchStrategy[bytes] = st.one_of(
    mutated(task_payloads.map(_as_text)), mutated(_numbers), _scraps, _deep, st.binary(max_size=20)
)


def check(_: object, text: bytes) -> None:
    """The text is read as the standard library reads it, or rejected with a typed error."""
    expected = _reference(text)
    for cls in (Task, AnyTypeSchema):
        try:
            found = cls.from_json(text)
        except (ApiTypeError, ApiValueError) as error:
            kinds = {problem.kind for problem in error.problems}
            assert error.problems and len(str(error)) <= 2_000
            if cls is AnyTypeSchema and expected is not _NOT_JSON:
                assert kinds <= set(_LIMITED), f"rejected what is JSON: {error}"
            continue
        assert expected is not _NOT_JSON, "accepted what is not JSON"
        _same(cls, found, expected)


_NOT_JSON = object()


def _reference(text: bytes) -> typing.Any:
    try:
        return json.loads(text.decode("utf-8-sig"), parse_float=Decimal, parse_int=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError, ArithmeticError):
        return _NOT_JSON


def _refuse(name: str) -> typing.NoReturn:
    raise ValueError(name)


def _same(cls: typing.Any, found: typing.Any, expected: typing.Any) -> None:
    assert found == _frozen(expected)
    assert cls.from_json(found.to_json()) == found


def _frozen(value: typing.Any) -> typing.Any:
    """*value* with tuples for lists, as instances have them."""
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


FUZZER = Fuzzer(texts, check)
