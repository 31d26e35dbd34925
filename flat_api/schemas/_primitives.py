"""The eight primitives, which every value is made of below its schema class, in one table."""

from __future__ import annotations

import decimal
import io
import typing
from _thread import RLock  # what threading.RLock is, without the import of threading

from frozendict import frozendict

from ..exceptions import ApiAttributeError, ApiValueError
from ._unset import unset

if typing.TYPE_CHECKING:
    from typing import Self

none_type = type(None)
file_type = io.IOBase

CREATING = RLock()
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

    Enum classes are not subclasses, since with a check disabled they have ordinary instances as well.
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


class Primitive(typing.NamedTuple):
    """One of the classes that values are made of.

    *name* is its part in the names of mixins, *others* are the classes of cast data that stand for it, and *plain*
    makes a value, whatever its schema class, a plain Python object; members of a container stay as they are.
    """

    cls: type
    name: str
    plain: typing.Callable[[typing.Any], typing.Any]
    others: tuple[type, ...] = ()


def _nothing(value: object) -> None:
    return None


def _itself(value: typing.Any) -> typing.Any:
    return value


PRIMITIVES: tuple[Primitive, ...] = (
    Primitive(NoneClass, "None", _nothing, (type(None),)),
    Primitive(frozendict, "FrozenDict", dict, (dict,)),
    Primitive(tuple, "Tuple", tuple, (list,)),
    Primitive(str, "Str", str.__str__),
    Primitive(decimal.Decimal, "Decimal", decimal.Decimal),
    Primitive(BoolClass, "Bool", bool, (bool,)),
    Primitive(bytes, "Bytes", bytes),
    Primitive(FileIO, "File", _itself, (io.FileIO, io.BufferedReader)),
)
"""The one table of the primitives, in the order of the names of mixins."""

_BY_CLASS: dict[type, Primitive] = {cls: entry for entry in PRIMITIVES for cls in (entry.cls, *entry.others)}


def primitive_of(value: object) -> type:
    """Return which of the primitives *value*, cast data, plain Python or an instance, is made of."""
    kind = class_of(value)
    entry = _BY_CLASS.get(kind) or entry_of(kind)
    if entry is None:
        raise TypeError(f"{kind.__name__!r} object is made of no primitive")
    return entry.cls


def entry_of(kind: type) -> Primitive | None:
    """Return the entry of the primitive that instances of *kind* are made of, or None."""
    return _BY_CLASS.get(kind) or next((entry for cls, entry in _BY_CLASS.items() if issubclass(kind, cls)), None)


def is_object(value: object) -> typing.TypeGuard[dict[str, object]]:
    """Return whether *value*, an instance or plain data, is an object of JSON."""
    return isinstance(value, dict)


def is_array(value: object) -> typing.TypeGuard[tuple[object, ...] | list[object]]:
    """Return whether *value*, an instance or plain data, is an array of JSON."""
    return isinstance(value, (tuple, list))


def entries(value: object) -> typing.Iterable[tuple[typing.Any, typing.Any]]:
    """Return the members of a container with their keys or indices; nothing for anything else."""
    if is_object(value):
        return value.items()
    return enumerate(value) if is_array(value) else ()
