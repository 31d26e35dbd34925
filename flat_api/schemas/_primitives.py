"""The eight classes that every value is made of, below its schema class."""

from __future__ import annotations

import decimal
import io
import threading
import typing

from frozendict import frozendict

from ..exceptions import ApiAttributeError, ApiValueError, MissingPropertyError, shown
from ._numbers import is_integer
from ._unset import unset

if typing.TYPE_CHECKING:
    from typing import Self

none_type = type(None)
file_type = io.IOBase

CREATING = threading.RLock()
"""Held while a class, a converter or a singleton is made, so that there is only ever one of each."""

class_of: typing.Callable[[object], type[typing.Any]] = type
"""The true class of an object, whatever it says of itself."""

_set_slot = object.__setattr__


class classproperty:
    """A read-only attribute of a class, computed by a function of the class."""

    def __init__(self, method: typing.Callable[[typing.Any], typing.Any]) -> None:
        self._method = method

    def __get__(self, instance: object, owner: type | None = None) -> typing.Any:
        return self._method(type(instance) if owner is None else owner)


class _OneEach(type):
    def __instancecheck__(cls, instance: object) -> bool:
        made: dict[object, object] = type(instance).__dict__.get("_singles", {})
        return instance in tuple(made.values())

    def __subclasscheck__(cls, subclass: type[typing.Any]) -> bool:
        return issubclass(subclass, _Constant) or super().__subclasscheck__(subclass)


class Singleton(metaclass=_OneEach):
    """Booleans, nulls and enum members are instances: there is one of each for its class and value.

    Enum classes are no subclasses, since with a check disabled they have ordinary instances as well.
    """

    __slots__ = ()


def single(
    cls: type, value: object, make: typing.Callable[[typing.Any], typing.Any], key: object = unset
) -> typing.Any:
    """The one instance of *cls* for *value*, made by *make* when it is first asked for.

    *key* stands for the value where that itself can't be a key.
    """
    key = value if key is unset else key
    made: dict[object, object] | None = cls.__dict__.get("_singles")
    if made is None or key not in made:
        with CREATING:
            made = cls.__dict__.get("_singles")
            if made is None:
                made = {}
                type.__setattr__(cls, "_singles", made)
            if key not in made:
                made[key] = make(value)
    return made[key]


class _Constant:
    """What booleans and nulls have in common: nothing about them ever changes."""

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> None:
        raise ApiAttributeError("property setting not supported on immutable instances")

    def __delattr__(self, name: str) -> None:
        raise ApiAttributeError(f"{type(self).__name__!r} object is read-only")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self


class BoolClass(_Constant):
    """A JSON boolean. It equals and hashes like `True` or `False`; there is one per class and value."""

    __slots__ = ("_truth",)
    _truth: bool
    TRUE: typing.ClassVar[typing.Any] = classproperty(lambda cls: BoolClass.__new__(cls, True))
    FALSE: typing.ClassVar[typing.Any] = classproperty(lambda cls: BoolClass.__new__(cls, False))

    def __new__(cls, value: object) -> typing.Any:
        return single(cls, bool(value), cls._made)

    @classmethod
    def _made(cls, truth: bool) -> BoolClass:
        instance = object.__new__(cls)
        _set_slot(instance, "_truth", truth)
        return instance

    def __reduce__(self) -> tuple[typing.Any, ...]:
        return type(self), (self._truth,)

    def __bool__(self) -> bool:
        return self._truth

    def __eq__(self, other: object) -> bool:
        return self._truth == (other._truth if isinstance(other, BoolClass) else other)

    def __hash__(self) -> int:
        return hash(self._truth)

    def __repr__(self) -> str:
        return repr(self._truth)


class NoneClass(_Constant):
    """A JSON null. It equals and hashes like `None`; there is one per class."""

    __slots__ = ()
    NONE: typing.ClassVar[typing.Any] = classproperty(lambda cls: NoneClass.__new__(cls))

    def __reduce__(self) -> tuple[typing.Any, ...]:
        return type(self), ()

    def __new__(cls, value: None = None) -> typing.Any:
        return single(cls, None, lambda _: object.__new__(cls))

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, NoneClass)

    def __hash__(self) -> int:
        return hash(None)

    def __repr__(self) -> str:
        return "None"


class FileIO(io.FileIO):
    """A binary file, opened anew by name for reading; the file it was made from is closed.

    Files are the only values that are not immutable. The caller closes and removes them. Raises `ApiValueError` when
    the file given is closed or can't be opened again by its name.
    """

    def __init__(self, _arg: io.FileIO | io.BufferedReader) -> None:
        problem = unusable(_arg)
        if problem:
            raise ApiValueError(f"Invalid file state; {problem}")
        try:
            super().__init__(_arg.name, "rb")
        except OSError as error:
            raise ApiValueError(f"Invalid file state; it can't be opened again by name: {error}") from error
        _arg.close()

    def __reduce_ex__(self, protocol: typing.SupportsIndex) -> typing.NoReturn:
        raise TypeError("an open file can't be pickled or copied")


def unusable(file: object) -> str | None:
    """Why *file* can't be a value, or None when it can."""
    if not isinstance(file, (io.FileIO, io.BufferedReader)):
        return "only io.FileIO and io.BufferedReader are accepted"
    if file.closed:
        return "file is closed and must be open"
    if not isinstance(file.name, (str, bytes)):
        return "file has no name to open it by again"
    return None


class DecimalNode(decimal.Decimal):
    """The Decimal below every number: a whole one counts as an index, and a signaling NaN equals nothing."""

    __slots__ = ()

    def __index__(self) -> int:
        """Return the number as an int. Raises TypeError when it has a fraction; ``9.0`` has none."""
        if is_integer(self):
            return int(self)
        raise TypeError(f"{self} can't be interpreted as an integer")

    def __eq__(self, other: object) -> bool:
        try:
            return decimal.Decimal.__eq__(self, other)
        except decimal.InvalidOperation:
            return False

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = decimal.Decimal.__hash__


class DictNode(frozendict[str, typing.Any]):
    """The frozendict below every object: made in one step, hashed lazily, silent about nothing it lacks."""

    __slots__ = ("__weakref__",)

    # The constructor of frozendict fills its slot `_hash`, at four times the price of all the rest; `__hash__`
    # below does without.
    __init__ = object.__init__

    def __missing__(self, key: object) -> typing.Any:
        name: typing.Any = getattr(key, "name", key) if isinstance(key, property) else key
        error = MissingPropertyError(_absent(type(self), name))
        error.name, error.obj = str(name), self  # with these a traceback suggests the near name
        raise error

    if typing.TYPE_CHECKING:  # anything goes, so that the stub of a model may say which keywords there are

        def replace(self, *args: typing.Any, **changes: typing.Any) -> Self: ...

    else:

        def replace(self, /, **changes):
            """The same object with *changes*, validated; a change to `unset` takes the property away.

            Keys are JSON keys or the Python names of declared properties.
            """
            from . import _changes  # which makes instances of this class

            return _changes.replaced(self, changes)

    def to_dict(self, *, mode: typing.Literal["python", "json"] = "python") -> dict[str, typing.Any]:
        """The object as plain Python: dict, list, str, `decimal.Decimal`, bool, None, bytes and open files.

        In *mode* ``"json"`` a number is an int where it is whole and a float otherwise, so that `json.dumps` and other
        libraries accept all of it. Raises `ApiTypeError` there for what JSON has no form for, and `ApiValueError` for
        numbers that are not finite; in any mode, `ApiValueError` when the object is nested too deeply.
        """
        from . import _plain  # which needs these classes

        return typing.cast("dict[str, typing.Any]", _plain.plain_value(self, mode))

    def __repr__(self) -> str:
        from . import _plain

        try:
            return f"{type(self).__name__}({_plain.plain(self)!r})"
        except RecursionError:
            return f"{type(self).__name__}({{...}})"

    def __rich_repr__(self) -> typing.Iterator[tuple[str, typing.Any]]:
        from . import _display

        return _display.fields(self)

    def _repr_pretty_(self, printer: typing.Any, cycle: bool) -> None:
        from . import _display

        _display.pretty(self, printer, cycle)

    # What frozendict offers for making the next value would leave it unvalidated.

    def set(self, key: typing.Any, val: typing.Any) -> typing.Any:
        """The same object with one key changed, validated."""
        return self.__or__({key: val})

    def setdefault(self, key: typing.Any, default: typing.Any = None) -> typing.Any:
        """The object itself when it has *key*, otherwise the same with *default* for it, validated."""
        return self if key in self else self.__or__({key: default})

    def delete(self, key: typing.Any) -> Self:
        """The same object without *key*, validated. Raises KeyError when it is not there."""
        return self.replace(**{key: unset}) if key in self else self.__missing__(key)

    def __or__(self, other: typing.Any) -> typing.Any:
        from . import _changes

        return _changes.replaced(self, other) if issubclass(type(other), dict) else NotImplemented

    def __ror__(self, other: typing.Any) -> typing.Any:
        return {**other, **self} if issubclass(type(other), dict) else NotImplemented

    __ior__ = __or__

    def __hash__(self) -> int:
        value: int | None = getattr(self, "_hash", None)
        if value is None:
            value = hash(frozenset(self.items()))
            _set_slot(self, "_hash", value)
        return value


def _absent(cls: type, key: object) -> str:
    """The sentence about a property that is not there, naming a near one where there is one."""
    return f"{cls.__name__!r} object has no {shown(key)!r}"


def open_attributes(cls: type) -> None:
    """Make keys that are not declared readable as attributes of *cls*.

    Done when the first instance with such a key is built: a class with ``__getattr__`` is slower to read from.
    """
    if not hasattr(cls, "__getattr__"):
        type.__setattr__(cls, "__getattr__", _undeclared)


def _undeclared(node: DictNode, name: str) -> typing.Any:
    # Neither the protocols of Python nor what a class has and an instance lacks are to be found in the data.
    found = getattr(type(node), name, None)
    if isinstance(found, property) and hasattr(found, "attribute"):  # a declared property that is absent
        return node[typing.cast(typing.Any, found).name]
    if (name.startswith("__") and name.endswith("__")) or hasattr(type(node), name):
        raise AttributeError(_absent(type(node), name), name=name, obj=node)
    return node[name]


_KINDS: dict[type, type] = {
    str: str,
    dict: frozendict,
    decimal.Decimal: decimal.Decimal,
    tuple: tuple,
    list: tuple,
    BoolClass: BoolClass,
    NoneClass: NoneClass,
    bytes: bytes,
    io.FileIO: FileIO,
    io.BufferedReader: FileIO,
}


PRIMITIVES = frozenset(_KINDS.values())
"""All eight classes; a class that says nothing of types, as `Schema` itself, accepts values of any."""


def primitive_of(value: object) -> type:
    """Which of the eight classes *value*, cast data or an instance, is made of; the members don't matter."""
    return _KINDS.get(type(value)) or next(kind for base, kind in _KINDS.items() if isinstance(value, base))
