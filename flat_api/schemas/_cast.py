"""From Python data to the eight primitives, before any schema is looked at."""

from __future__ import annotations

import datetime
import decimal
import io
import sys
import typing
from itertools import islice

from frozendict import frozendict

from ..exceptions import Path, shown
from ._declaration import Declared
from ._findings import Finding
from ._numbers import EXACT, MOST_DIGITS, whole
from ._primitives import BoolClass, NoneClass, class_of, unusable
from ._secrets import hidden

_TOO_LARGE = 10**MOST_DIGITS


# What stands in the cast data for something that is not data; its problem is on the list.
class _Broken:
    pass


BROKEN = _Broken()


class Cast:
    """One cast: the *problems* that were met, and whether the data come from a *server*.

    *made* are the containers that it made, by id: they need no second look. *files* are the places of files by id,
    since each can be opened anew only once.
    """

    def __init__(self, *, server: bool) -> None:
        self.server = server
        self.problems: list[Finding] = []
        self.made: dict[int, object] = {}
        self.files: dict[int, Path] = {}
        self.opens_files = True

    def cast(self, value: object, path: Path) -> object:
        """*value* as one of the eight primitives, all the way down; instances of schema classes are that already."""
        kind = class_of(value)
        caster = _CASTERS.get(kind) or _caster_for(kind)
        try:
            return caster(self, value, path)
        except RecursionError:
            raise
        except Exception:  # a subclass that does not keep the promises of its base
            return _unsupported(self, value, path)

    def shallow(self, value: object, path: Path) -> object:
        """*value* as one of the primitives; a container stays what it is, with its members."""
        kind = class_of(value)
        return value if kind is str or issubclass(kind, (dict, list, tuple)) else self.cast(value, path)

    def broken(self, kind: str, path: Path, value: object, **facts: object) -> object:
        """Note a problem with *value*; it is left out."""
        self.problems.append(Finding(kind, path, value, value, facts))
        return BROKEN


def _same(run: Cast, value: object, path: Path) -> object:
    return value


def _string(run: Cast, value: str, path: Path) -> str:
    return str.__str__(value)


def _object(run: Cast, value: dict[object, object], path: Path) -> object:
    if id(value) in run.made:
        return value
    cast = run.cast
    made = _frozendict({key: cast(item, (*path, key)) for key, item in _dict.items(value)})
    run.made[id(made)] = made
    return made


def _array(run: Cast, value: list[object] | tuple[object, ...], path: Path) -> object:
    if id(value) in run.made:
        return value
    cast = run.cast
    items = _list.__iter__(value) if isinstance(value, list) else _tuple.__iter__(value)
    made = tuple([cast(item, (*path, index)) for index, item in enumerate(items)])
    run.made[id(made)] = made
    return made


def _boolean(run: Cast, value: bool, path: Path) -> object:
    return BoolClass(value)


def _null(run: Cast, value: None, path: Path) -> object:
    return NoneClass()


def _int(run: Cast, value: int, path: Path) -> object:
    value = int.__int__(value)
    if -_TOO_LARGE < value < _TOO_LARGE:
        return decimal.Decimal(value)
    return run.broken("number", path, value, found=f"An integer of more than {MOST_DIGITS:,} digits")


def _float(run: Cast, value: float, path: Path) -> object:
    value = float.__float__(value)
    if value - value != 0.0:
        return run.broken("number", path, value, found=str(value))
    return whole(value) if value.is_integer() else decimal.Decimal(value, EXACT)


def _decimal(run: Cast, value: decimal.Decimal, path: Path) -> object:
    value = decimal.Decimal(value)
    if value.is_finite() and abs(value.adjusted()) >= MOST_DIGITS:
        return run.broken("number", path, value, found=f"{value:.3e}")
    return value


def _bytes(run: Cast, value: bytes, path: Path) -> bytes:
    return bytes.__getitem__(value, slice(None))


def _date(run: Cast, value: datetime.date, path: Path) -> object:
    return run.broken("server", path, value, found=type(value)) if run.server else value.isoformat()


def _uuid(run: Cast, value: object, path: Path) -> object:
    return run.broken("server", path, value, found=type(value)) if run.server else str(value)


def _file(run: Cast, value: io.FileIO | io.BufferedReader, path: Path) -> object:
    problem = unusable(value) if run.opens_files else "a server does not send it"
    if run.files.setdefault(id(value), path) != path:
        problem = "the same file stands at another place already"
    return run.broken("file", path, value, found=problem) if problem else value


def _unsupported(run: Cast, value: object, path: Path) -> object:
    return run.broken("unsupported", path, value, found=shown(value), wanted=type(value))


# The members of a container are read as its base would: a subclass may say what it likes.
_frozendict: type[frozendict[object, object]] = frozendict
_dict: type[dict[object, object]] = dict
_list: type[list[object]] = list
_tuple: type[tuple[object, ...]] = tuple

Caster = typing.Callable[[Cast, typing.Any, Path], object]

_CASTERS: dict[type, Caster] = {
    str: _same,
    dict: _object,
    bool: _boolean,
    int: _int,
    float: _float,
    decimal.Decimal: _decimal,
    list: _array,
    tuple: _array,
    type(None): _null,
    bytes: _same,
    BoolClass: _same,
    NoneClass: _same,
    _Broken: _same,
}
"""How a value of exactly this class is cast."""

_FAMILIES: tuple[tuple[type | tuple[type, ...], Caster], ...] = (
    (str, _string),
    ((dict, frozendict), _object),
    ((bool, BoolClass), _boolean),
    (int, _int),
    (float, _float),
    ((list, tuple), _array),
    (NoneClass, _null),
    (datetime.date, _date),
    (decimal.Decimal, _decimal),
    (bytes, _bytes),
    ((io.FileIO, io.BufferedReader), _file),
)
"""How instances of subclasses are cast, in the order in which they are asked."""


def _caster_for(kind: type) -> Caster:
    """Return how instances of *kind* are cast. It is the true class that counts, not what an object says of itself."""
    if isinstance(kind, Declared):
        return _file if issubclass(kind, io.FileIO) else _same
    for family, caster in _FAMILIES:
        if issubclass(kind, family):
            return caster
    uuid = sys.modules.get("uuid")  # a program that has a UUID has imported the module
    return _uuid if uuid is not None and issubclass(kind, uuid.UUID) else _unsupported


ITEMS_SHOWN = 6
"""Items of an array that a message shows."""


def excerpt(value: typing.Any, primitive: type) -> str:
    """*value* as a message shows it; of a container, only as many members are looked at as are shown."""
    cast = Cast(server=False).cast
    if primitive is tuple:
        return shown(cast(tuple(hidden(value[: ITEMS_SHOWN + 1])), ()))
    if primitive is frozendict:
        return shown(hidden(cast(dict(islice(value.items(), ITEMS_SHOWN)), ())))
    return shown(str(value))
