"""Objects and arrays: `DictSchema`, a frozendict, and `ListSchema`, a tuple."""

from __future__ import annotations

import typing

from ..exceptions import WrongPrimitiveError
from ._declaration import Property
from ._mixins import Discriminable, FrozenDictMixin, TupleMixin, ValidatorBase
from ._nodes import DictNode
from ._plain import plain_value
from ._schema import Schema
from ._unset import Unset, unset

S = typing.TypeVar("S")
T = typing.TypeVar("T")


class DictBase(Discriminable, ValidatorBase):
    """What objects can do beyond being a `frozendict.frozendict`."""

    __slots__ = ()

    @typing.overload
    def get_item_oapg(self, name: Property[S]) -> S | Unset: ...
    @typing.overload
    def get_item_oapg(self, name: str) -> typing.Any: ...
    def get_item_oapg(self, name: typing.Any) -> typing.Any:
        """The value of a property, by its key or declaration; `unset` when it is not there."""
        if not isinstance(self, DictNode):
            raise NotImplementedError(f"{type(self).__name__!r} object has no properties")
        return self.get(getattr(name, "name", name), unset)


class ListBase(ValidatorBase):
    """What arrays can do beyond being a `tuple`."""

    __slots__ = ()

    def to_list(self, *, mode: typing.Literal["python", "json"] = "python") -> list[typing.Any]:
        """Return the array as plain Python; *mode* and errors are those of `DictSchema.to_dict`."""
        if not isinstance(self, tuple):
            raise WrongPrimitiveError(f"{type(self).__name__!r} object is not an array")
        items: list[typing.Any] = plain_value(self, mode)
        return items

    def _repr_html_(self) -> str | None:
        from . import _html

        return _html.table(self)


class DictSchema(DictBase, Schema, FrozenDictMixin, DictNode):
    """A JSON object; instances are `frozendict.frozendict`. Keys are attributes too: ``task.state``."""

    if typing.TYPE_CHECKING:

        @typing.overload
        def __getitem__(self, key: Property[S], /) -> S: ...
        @typing.overload
        def __getitem__(self, key: str, /) -> typing.Any: ...
        def __getitem__(self, key: typing.Any, /) -> typing.Any: ...  # pyright: ignore[reportIncompatibleMethodOverride]

        @typing.overload
        def get(self, key: Property[S], default: None = None, /) -> S | None: ...
        @typing.overload
        def get(self, key: Property[S], default: T, /) -> S | T: ...
        @typing.overload
        def get(self, key: str, default: typing.Any = None, /) -> typing.Any: ...
        def get(self, key: typing.Any, default: typing.Any = None, /) -> typing.Any: ...  # pyright: ignore[reportIncompatibleMethodOverride]


class ListSchema(ListBase, Schema, TupleMixin, tuple[S, ...]):
    """A JSON array; instances are `tuple`. ``ListSchema[StrSchema]`` is an array of strings."""

    def __class_getitem__(cls, item: typing.Any) -> typing.Any:
        if item is typing.Any or isinstance(item, typing.TypeVar):  # for the checkers, who may not know the items yet
            return cls
        owner: typing.Any = ListSchema
        return owner.where(items=item)
