"""What numbers and objects are made of: a Decimal and a frozendict that can do what every value can."""

from __future__ import annotations

import decimal
import typing

from frozendict import frozendict

from ..exceptions import MissingPropertyError, shown
from ._numbers import is_integer
from ._plain import plain_value
from ._unset import unset

if typing.TYPE_CHECKING:
    from typing import Self

_set_slot = object.__setattr__


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
        error.name, error.obj = str(name), _Names(self, str(name))  # what is near is looked for once somebody reads it
        raise error

    if typing.TYPE_CHECKING:  # anything goes, so that the stub of a model may say which keywords there are

        def replace(self, *args: typing.Any, **changes: typing.Any) -> Self: ...

    else:

        def replace(self, /, **changes):
            """The same object with *changes*, validated; a change to `unset` takes the property away.

            Keys are JSON keys or the Python names of declared properties.
            """
            try:
                return type(self)._replaced(self, changes)  # the metaclass knows how to validate
            finally:
                del changes  # which the frames of a traceback are not to hold

    __replace__ = replace  # for copy.replace of Python 3.13

    def to_dict(self, *, mode: typing.Literal["python", "json"] = "python") -> dict[str, typing.Any]:
        """The object as plain Python: dict, list, str, `decimal.Decimal`, bool, None, bytes and open files.

        In *mode* ``"json"`` a number is an int where it is whole and a float otherwise, so that `json.dumps` and other
        libraries accept all of it. Raises `ApiTypeError` there for what JSON has no form for, and `ApiValueError` for
        numbers that are not finite; in any mode, `ApiValueError` when the object is nested too deeply.
        """
        items: dict[str, typing.Any] = plain_value(self, mode)
        return items

    def __dir__(self) -> list[str]:
        """Return the names of attributes, properties first: they are the near names that a traceback suggests first."""
        names = _properties(self)
        return sorted([*map(_PropertyName, names), *set(object.__dir__(self)).difference(names)])

    def __repr__(self) -> str:
        from . import _display  # most programs show nothing

        return _display.text_of(self)

    def __rich_repr__(self) -> typing.Iterator[tuple[str, typing.Any]]:
        from . import _display

        return _display.fields(self)

    def _repr_pretty_(self, printer: typing.Any, cycle: bool) -> None:
        from . import _display

        _display.pretty(self, printer, cycle)

    def _repr_html_(self) -> str | None:
        from . import _html

        return _html.table(self)

    # What frozendict offers for making the next value would leave it unvalidated.

    def set(self, key: typing.Any, val: typing.Any) -> typing.Any:
        """The same object with one key changed, validated."""
        try:
            return self.__or__({key: val})
        finally:
            del val  # as above

    def setdefault(self, key: typing.Any, default: typing.Any = None) -> typing.Any:
        """The object itself when it has *key*, otherwise the same with *default* for it, validated."""
        try:
            return self if key in self else self.__or__({key: default})
        finally:
            del default  # as above

    def delete(self, key: typing.Any) -> Self:
        """The same object without *key*, validated. Raises KeyError when it is not there."""
        return self.replace(**{key: unset}) if key in self else self.__missing__(key)

    def __or__(self, other: typing.Any) -> typing.Any:
        owner: typing.Any = type(self)
        try:
            return owner._replaced(self, other) if issubclass(type(other), dict) else NotImplemented
        finally:
            del other  # as above

    def __ror__(self, other: typing.Any) -> typing.Any:
        return {**other, **self} if issubclass(type(other), dict) else NotImplemented

    __ior__ = __or__

    def __hash__(self) -> int:
        value: int | None = getattr(self, "_hash", None)
        if value is None:
            value = hash(frozenset(self.items()))
            _set_slot(self, "_hash", value)
        return value


class _PropertyName(str):
    """The name of a property, which `dir` sorts before the names of methods."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __lt__(self, other: str) -> bool:
        return str.__lt__(self, other) if isinstance(other, _PropertyName) else True

    def __gt__(self, other: str) -> bool:
        return str.__gt__(self, other) if isinstance(other, _PropertyName) else False


def _properties(node: DictNode) -> list[str]:
    """Return the attributes of the properties of *node*, those that are declared first."""
    cls: typing.Any = type(node)
    declared = [entry.attribute or key for key, entry in cls._declaration.properties.items()]
    return list(dict.fromkeys([*declared, *filter(_is_identifier, node)]))


def _is_identifier(key: object) -> bool:
    return isinstance(key, str) and key.isidentifier()


class _Names:
    """Stands for *node* in the error about the *name* that it lacks: knows the near property."""

    __slots__ = ("name", "node")

    def __init__(self, node: DictNode, name: str) -> None:
        self.node = node
        self.name = name

    def near(self) -> str | None:
        """Return the attribute of the declared or present property that *name* may have been meant for, or None."""
        import difflib

        found = difflib.get_close_matches(self.name[:_LONGEST_NAME], _properties(self.node), 1)
        return found[0] if found and found[0] != self.name else None

    def __dir__(self) -> typing.Iterable[str]:
        """Return the names among which a traceback looks for a near one: none where the message has it already."""
        return () if self.near() else dir(self.node)

    def __reduce__(self) -> tuple[typing.Any, ...]:
        return _Names, (self.node, self.name)


_LONGEST_NAME = 100


def _absent(cls: type, key: object) -> str:
    """The sentence about a property that is not there."""
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
