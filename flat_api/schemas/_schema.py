"""`Schema`, the root of all schema classes, and the metaclass that declares and calls them."""

from __future__ import annotations

import io
import typing
from functools import cache

from ..exceptions import ApiAttributeError
from . import _metaoapg
from ._class_body import caller_module, collect, install_members, install_properties, renamed
from ._declaration import Facts, facts_of
from ._pickling import note_recipe, pickles_by_name_or_recipe
from ._plain import shallow

if typing.TYPE_CHECKING:
    import inspect
    from typing import Self

    from ..configuration import Configuration

T = typing.TypeVar("T")


class SchemaMeta(type):
    """The class of schema classes: reads what a class body declares, and builds a value when the class is called."""

    _facts: Facts
    _converter: typing.Callable[..., typing.Any]
    _matched: tuple[type, ...]
    _renamed: dict[str, str]
    """JSON keys by the Python names of properties that differ from them."""

    def __new__(
        mcs, name: str, bases: tuple[type, ...], namespace: dict[str, typing.Any], **keywords: typing.Any
    ) -> SchemaMeta:
        bases = _metaoapg.adopt_methods(bases, namespace)
        namespace.setdefault("__slots__", ())
        if "_facts" not in namespace:
            own = namespace.get("MetaOapg")
            namespace["_facts"] = collect(name, bases, namespace, keywords) if own is None else _metaoapg.read(own)
        if "MetaOapg" not in namespace and (namespace["_facts"] or not _metaoapg.shows_itself(bases)):
            namespace["MetaOapg"] = _VIEW
        namespace["_converter"] = _FIRST
        cls = super().__new__(mcs, name, bases, namespace)
        cls._matched = (cls,)
        facts = facts_of(cls)
        if facts:
            cls._renamed = renamed(facts)
            if "_of_instances" not in namespace:  # such a class inherits all of it
                install_properties(cls, facts)
                install_members(cls, facts)
        return cls

    if not typing.TYPE_CHECKING:  # the checkers read the constructor of `Schema`

        def __call__(cls, /, *args, _configuration=None, **kwargs):
            if _configuration is None:
                # The fast road takes one argument or keywords; what it leaves, the plain walk takes or explains.
                try:
                    if not kwargs:
                        (value,) = args
                        return cls._converter(value)
                    if not args:
                        names = cls._renamed
                        keys = {names.get(name, name): value for name, value in kwargs.items()} if names else kwargs
                        return cls._converter(keys, {})
                except Exception:
                    pass
            return plain_walk().construct(cls, args, kwargs, _configuration)

    @property
    def __signature__(cls) -> inspect.Signature:
        """The parameters of a call, for `help` and `inspect.signature`."""
        from ._signature import signature_of  # inspect is slow to import

        return signature_of(cls)

    @property
    def _repr_pretty_(cls) -> typing.Callable[[typing.Any, bool], None]:
        # hypothesis asks classes too, and would get the method of their instances.
        return lambda printer, cycle: printer.text(repr(cls))

    def where(cls: type[T], **keywords: typing.Any) -> type[T]:
        """The same schema with more limits, as a new class.

        *keywords* are those of JSON Schema in snake case: ``max_length min_length pattern minimum maximum
        exclusive_minimum exclusive_maximum multiple_of max_items min_items unique_items max_properties
        min_properties``, and ``items additional all_of one_of any_of not_schema discriminator``. The same keywords
        may stand in the header of a class. Raises `TypeError` for any other.
        """
        return typing.cast("type[T]", _limited(cls, caller_module(), **keywords))


def _limited(cls: type, module: str, /, **keywords: typing.Any) -> SchemaMeta:
    """A class without a name, made in *module*: *cls* with the *keywords* of `SchemaMeta.where`."""
    made = SchemaMeta(cls.__name__, (cls,), {"_anonymous": True, "__module__": module}, **keywords)
    note_recipe(made, _limited, cls, keywords)
    return made


pickles_by_name_or_recipe(SchemaMeta)


@cache
def plain_walk() -> typing.Any:
    """Return the module of the plain walk, which is loaded when the first value is refused."""
    from . import _explain

    return _explain


def _compile_and_convert(cls: SchemaMeta, /, *arguments: typing.Any) -> typing.Any:
    """The first call of a converter: compile it, then be it."""
    from . import _compile  # loaded when the first value is built, not when the first model is imported

    return _compile.converter(cls)(*arguments)


_FIRST: typing.Any = classmethod(typing.cast(typing.Any, _compile_and_convert))
"""The `_converter` of every class until it is first called."""

_VIEW = _metaoapg.View()


class Schema(metaclass=SchemaMeta):
    """The base of every schema class, and so of every value.

    A call of a schema class builds a value from Python data; `from_openapi_data_oapg` builds one from what a server
    sent, and `from_json` from JSON text. All raise `ApiTypeError` or `ApiValueError` with every problem found.
    """

    _types: typing.ClassVar[set[type]]
    _matched: typing.ClassVar[tuple[type, ...]]
    _renamed: typing.ClassVar[dict[str, str]] = {}

    if typing.TYPE_CHECKING:
        MetaOapg: typing.ClassVar[typing.Any]

        def __new__(
            cls, *args: typing.Any, _configuration: Configuration | None = None, **kwargs: typing.Any
        ) -> Self: ...
        def __init__(
            self, *args: typing.Any, _configuration: Configuration | None = None, **kwargs: typing.Any
        ) -> None: ...

    @classmethod
    def from_openapi_data_oapg(
        cls, arg: typing.Any, _configuration: Configuration | None = None, *, lenient: bool = False
    ) -> Self:
        """The value for *arg*, plain data that a server sent: dict, list, str, numbers, bool, None, bytes or a file.

        Python's date, datetime and UUID objects are refused, since no server sends them. With *lenient*, a value
        inside that does not fit is kept as it came: as an untyped value, a text that is none of an enum as an instance
        of the enum's class, and an object that lacks a name without it. `flat_api.schemas.problems_of` tells which
        those are. What leaves nothing to keep is rejected all the same: another JSON type than the class declares,
        NaN, numbers of more than 4,300 digits, and data nested beyond the recursion limit.
        """
        if _configuration is None:
            try:
                quick: Self = cls._converter(arg)
                return quick
            except Exception:  # the plain walk finds out what it was, or takes the value all the same
                pass
        instance: Self
        if lenient:
            instance, _ = plain_walk().explain_leniently(cls, arg, server=True, configuration=_configuration)
        else:
            instance = plain_walk().explain(cls, arg, server=True, configuration=_configuration)
        return instance

    @classmethod
    def from_json(
        cls, text: str | bytes | bytearray, _configuration: Configuration | None = None, *, lenient: bool = False
    ) -> Self:
        """The value for JSON *text*; bytes are UTF-8. Numbers keep every digit: ``33.3`` is ``Decimal("33.3")``.

        *lenient* is that of `from_openapi_data_oapg`: values that do not fit are kept as they came.

        Raises `ApiValueError` with a problem of kind ``'json'`` for text that is not JSON (RFC 8259); the cause is
        the `json.JSONDecodeError` that knows line and column.
        """
        from . import _json

        if lenient:
            return cls.from_openapi_data_oapg(_json.decode(text), _configuration, lenient=True)
        return cls.from_openapi_data_oapg(_json.decode(text), _configuration)

    def to_json(self, *, indent: int | None = None) -> str:
        """The value as JSON text, in ASCII, with every digit of its numbers; *indent* spaces a level, or one line.

        Raises `ApiTypeError` when there are bytes or files inside, and `ApiValueError` for a NaN or an infinity.
        """
        from . import _json

        return _json.encode(self, indent)

    def __setattr__(self, name: str, value: object) -> None:
        if not isinstance(self, io.FileIO):
            raise ApiAttributeError("property setting not supported on immutable instances")
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        raise ApiAttributeError(f"{type(self).__name__!r} object is read-only")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce_ex__(self, protocol: typing.SupportsIndex) -> tuple[typing.Any, ...]:
        from . import _build

        if isinstance(self, io.FileIO):
            raise TypeError("an open file can't be pickled or copied")
        if isinstance(self, (dict, tuple)) and _build.is_deep(self):
            return _build.restore_deep, (_build.flattened(self),)
        return _build.restore, (self._matched, shallow(self))
