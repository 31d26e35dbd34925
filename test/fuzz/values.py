"""Values near invented schemas: both paths agree, and an instance survives every way out of it and back."""

from __future__ import annotations

import copy
import json
import typing
from decimal import Decimal

from hypothesis import strategies as st

from flat_api.exceptions import ApiTypeError, ApiValueError

from ..schemas import notations, roads
from ..strategies import Spec, payloads, specs
from .running import Fuzzer

Case = tuple[Spec, typing.Any]

cases: st.SearchStrategy[Case] = specs.flatmap(lambda spec: st.tuples(st.just(spec), payloads(spec)))


def check(_: object, case: Case) -> None:
    """Compiled converter and plain walk give the same, and what is accepted is whole."""
    spec, data = case
    cls = notations.ours(spec)
    quick, slow = roads.fast(cls, data), roads.plain(cls, data)
    assert quick == roads.REFUSED or quick == slow
    if isinstance(slow, roads.Refusal):
        return
    value = cls.from_openapi_data_oapg(data)
    assert copy.deepcopy(value) is value
    _survives_json(cls, value)


def _survives_json(cls: typing.Any, value: typing.Any) -> None:
    try:
        text = value.to_json()
    except (ApiTypeError, ApiValueError):  # bytes, and numbers that JSON has no words for
        return
    again = cls.from_json(text).to_json()
    assert _read(again) == _read(text)
    assert cls.from_json(again).to_json() == again


def _read(text: str) -> typing.Any:
    """Return what the standard library reads; the value of a Python float is written as the text of the float."""
    return json.loads(text, parse_float=Decimal, parse_int=Decimal)


FUZZER = Fuzzer(cases, check)
