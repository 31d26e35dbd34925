"""`Schema`, the root of all schema classes, and the metaclass that declares and calls them."""

from __future__ import annotations

import copyreg
import io
import typing
from functools import cache

from ..exceptions import ApiAttributeError
from . import _metaoapg
from ._class_body import caller_module, collect, install_members, install_properties, renamed
from ._declaration import Declaration, Declared
from ._extension import speedups

if typing.TYPE_CHECKING:
    import inspect
    from typing import Self

    from pydantic_core import CoreSchema

    from ..configuration import Configuration

T = typing.TypeVar("T")


class SchemaMeta(Declared):
    """The class of schema classes: reads what a class body declares, and builds a value when the class is called."""

    def __new__(
        mcs, name: str, bases: tuple[type, ...], namespace: dict[str, typing.Any], **keywords: typing.Any
    ) -> SchemaMeta:
        _metaoapg.adopt_methods(namespace)
        if "__new__" in namespace:
            bases = _with_constructor(bases)
        namespace.setdefault("__slots__", ())
        own = namespace.pop("_own", None)
        if own is None:
            meta = namespace.get("MetaOapg")
            own = collect(name, bases, namespace, keywords) if meta is None else _metaoapg.read(meta)
        if "MetaOapg" not in namespace and (own or not _metaoapg.shows_itself(bases)):
            namespace["MetaOapg"] = _VIEW
        namespace["_converter"] = _FIRST
        namespace["_reader"] = _FIRST_READER
        cls = super().__new__(mcs, name, bases, namespace)
        declaration = cls._declaration = Declaration(cls, own)
        if declaration.facts:
            declaration.renamed = renamed(declaration.facts)
            if "_of_instances" not in namespace:  # such a class inherits all of it
                install_properties(cls, declaration.facts)
                install_members(cls, declaration.facts)
        return cls

    if not typing.TYPE_CHECKING:  # the checkers read the constructor of `Schema`

        def __call__(cls, /, *args, _configuration=None, **kwargs):
            if _configuration is None:
                # The fast path takes one argument or keywords; what it rejects, the walk accepts or explains.
                try:
                    if not kwargs:
                        (value,) = args
                        return cls._converter(value)
                    if not args:
                        names = cls._declaration.renamed
                        keys = {names.get(name, name): value for name, value in kwargs.items()} if names else kwargs
                        return cls._converter(keys, {})
                except Exception:
                    pass
            try:
                return slow_path().construct(cls, args, kwargs, _configuration)
            finally:
                args = kwargs = value = keys = None  # which the frames of a traceback are not to hold

    def _replaced(cls, node: typing.Any, changes: dict[str, typing.Any]) -> typing.Any:
        """Return *node*, an instance, with *changes*, validated."""
        from . import _changes  # most programs change nothing

        try:
            return _changes.replaced(node, changes)
        finally:
            del changes  # which the frames of a traceback are not to hold

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
        limited: typing.Any = _limited(cls, caller_module(), **keywords)
        made: type[T] = limited
        return made


def _limited(cls: type, module: str, /, **keywords: typing.Any) -> SchemaMeta:
    """A class without a name, made in *module*: *cls* with the *keywords* of `SchemaMeta.where`."""
    made = SchemaMeta(cls.__name__, (cls,), {"_anonymous": True, "__module__": module}, **keywords)
    made._declaration.recipe = _limited, cls, keywords
    return made


def _reduced(cls: SchemaMeta) -> str | tuple[typing.Any, ...]:
    from . import _pickling  # most programs pickle nothing

    return _pickling.reduced_class(cls)


def _pickled_by_reduced(metaclass: typing.Any) -> None:
    copyreg.pickle(metaclass, _reduced)


_pickled_by_reduced(SchemaMeta)


@cache
def slow_path() -> typing.Any:
    """Return the module of validation, loaded when the first value is rejected by its converter."""
    from . import _validation

    return _validation


def _with_constructor(bases: tuple[type, ...]) -> tuple[type, ...]:
    """Return *bases* with the one to which ``super().__new__`` of a class with its own constructor leads."""
    if not bases:  # it is that base which is being made
        return bases
    base = _own_constructor()
    return bases if any(issubclass(other, base) for other in bases) else (base, *bases)


@cache
def _own_constructor() -> type:
    """Return the base of classes with a ``__new__`` of their own, made when the first one is met."""

    class OwnConstructorMeta(SchemaMeta):
        if not typing.TYPE_CHECKING:

            def __call__(cls, /, *args, **kwargs):
                return cls.__new__(cls, *args, **kwargs)

    _pickled_by_reduced(OwnConstructorMeta)

    class OwnConstructor(metaclass=OwnConstructorMeta):
        __slots__ = ()

        def __new__(cls, *args: typing.Any, **kwargs: typing.Any) -> typing.Any:
            return SchemaMeta.__call__(typing.cast("SchemaMeta", cls), *args, **kwargs)

    return OwnConstructor


def _compile_and_convert(cls: typing.Any, /, *arguments: object) -> typing.Any:
    """The first call of a converter: compile it, then be it."""
    from . import _compile  # loaded when the first value is built, not when the first model is imported

    return _compile.converter(cls)(*arguments)


_FIRST: typing.Any = classmethod(_compile_and_convert)
"""The `_converter` of every class until it is first called."""


def _find_reader(cls: typing.Any, /, text: object) -> typing.Any:
    """The first call of a reader of JSON text: find it, then be it. A class with a method of its own has none."""
    from . import _compile

    is_ours = cls.from_openapi_data_oapg.__func__ is vars(Schema)["from_openapi_data_oapg"].__func__
    reader = _compile.reader(cls) if is_ours else None
    if reader is None:
        cls._reader = None
        raise NotImplementedError
    cls._reader = staticmethod(reader)
    return reader(text)


_FIRST_READER = None if speedups is None else classmethod(_find_reader)
"""The `_reader` of every class until it is first called; None where there are none, without the extension."""

_write: typing.Callable[[object], str] | None = None if speedups is None else speedups.encode

_VIEW = _metaoapg.View()


class Schema(metaclass=SchemaMeta):
    """The base of every schema class, and so of every value.

    A call of a schema class builds a value from Python data; `from_openapi_data_oapg` builds one from what a server
    sent, and `from_json` from JSON text. All raise `ApiTypeError` or `ApiValueError` with every problem found.
    """

    _types: typing.ClassVar[set[type]]

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
            except Exception:  # the walk finds out what it was, or accepts the value all the same
                pass
        instance: Self
        try:
            if lenient:
                instance, _ = slow_path().explain_leniently(cls, arg, server=True, configuration=_configuration)
            else:
                instance = slow_path().explain(cls, arg, server=True, configuration=_configuration)
        finally:
            del arg  # which the frames of a traceback are not to hold
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
        if cls._reader is not None and _configuration is None:
            try:
                quick: Self = cls._reader(text)
                return quick
            except Exception:  # as above
                pass
        from . import _json

        try:
            if lenient:
                return cls.from_openapi_data_oapg(_json.decode(text), _configuration, lenient=True)
            return cls.from_openapi_data_oapg(_json.decode(text), _configuration)
        finally:
            del text  # as above

    def to_json(self, *, indent: int | None = None) -> str:
        """The value as JSON text, in ASCII, with every digit of its numbers; *indent* spaces a level, or one line.

        Raises `ApiTypeError` when there are bytes or files inside, and `ApiValueError` for a NaN or an infinity.
        """
        if _write is not None and indent is None:
            try:
                return _write(self)
            except Exception:  # what follows writes it all the same, or knows what is wrong
                pass
        from . import _json

        return _json.encode(self, indent)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: typing.Any, handler: typing.Any) -> CoreSchema:
        from . import _pydantic  # for programs with pydantic

        return _pydantic.core_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: typing.Any, handler: typing.Any) -> dict[str, typing.Any]:
        from . import _pydantic

        return _pydantic.json_schema(cls, schema, handler)

    def __setattr__(self, name: str, value: object) -> None:
        if not isinstance(self, io.FileIO):
            del value  # which the frame of a traceback is not to hold
            raise ApiAttributeError("property setting not supported on immutable instances")
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        raise ApiAttributeError(f"{type(self).__name__!r} object is read-only")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce_ex__(self, protocol: typing.SupportsIndex) -> tuple[typing.Any, ...]:
        from . import _pickling

        return _pickling.reduced(self)
