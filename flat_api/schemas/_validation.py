"""The way from data to a value: the fast path where it leads there, and else the walk, which accepts or explains."""

from __future__ import annotations

import decimal
import typing

from frozendict import frozendict

from ..exceptions import ApiTypeError, OpenApiException, Path, Problem, shown
from . import _metaoapg
from ._compile import examiner, fast_path
from ._declaration import Declared, declaration_of
from ._examination import ALL, refusal_at
from ._findings import problems_of, refusal_of
from ._numbers import quotient
from ._plain import plain_value
from ._primitives import class_of
from ._unset import unset
from ._walk import ROOT, Walk, guarded

if typing.TYPE_CHECKING:
    from ..configuration import Configuration

NOTHING: frozenset[str] = frozenset()
OBJECT: frozenset[type] = frozenset({frozendict})


def construct(
    cls: Declared,
    args: tuple[object, ...],
    kwargs: dict[str, object],
    configuration: Configuration | None,
) -> typing.Any:
    """Return what ``cls(*args, **kwargs)`` gives: the instance, or the error that explains why there is none."""
    if len(args) == 1 and not kwargs and issubclass(cls, decimal.Decimal):
        result = quotient(args[0])
        if result is not None:
            return result
    names = declaration_of(cls).renamed
    present = {names.get(key, key): value for key, value in kwargs.items() if value is not unset}
    try:
        return explain(cls, _data(cls, args, present), server=False, configuration=configuration)
    except ApiTypeError as error:
        sentence = None if args else _metaoapg.complaint(cls, kwargs)
        if sentence:  # that of Python, about the constructor that the old generator printed
            error.args = (sentence,)
        raise
    finally:
        del args, kwargs, present  # secrets perhaps, which the frames of a traceback are not to hold


def _data(cls: Declared, args: tuple[object, ...], present: dict[str, object]) -> object:
    """Return what a call is about: its argument, its keywords, or an object made of both, in which the keywords win."""
    name, types = cls.__name__, declaration_of(cls).types
    if frozendict not in types and not args and len(present) == 1:
        args, present = (present.pop("_arg", unset),), present  # the historic name of the only parameter
    if present and (frozendict not in types or declaration_of(cls).accepts_nothing):
        raise ApiTypeError(f"{name} takes one value and no keywords, but {_names(present)} were given")
    if not args and not present:
        empty = f" An empty object is {name}({{}})." if types >= OBJECT else ""
        raise ApiTypeError(f"No input given. args or kwargs must be given.{empty}")
    if len(args) > 1 and types != OBJECT:
        raise ApiTypeError(f"{name} takes one value, but {len(args)} were given")
    if not args:
        return _in_order(cls, present)
    data: typing.Any = args[0]
    if not present:
        return data
    if not issubclass(class_of(data), dict):
        found = class_of(data).__name__
        raise ApiTypeError(f"{name} takes an object, keywords or both, not {found} and keywords")
    return {**data, **present}


def _names(names: typing.Iterable[object]) -> str:
    return shown(", ".join([repr(shown(name)) for name in names]))


def _in_order(cls: Declared, given: dict[str, object]) -> dict[str, object]:
    """Keywords in the order of the declaration, undeclared ones last."""
    declared = declaration_of(cls).in_keyword_order
    return {key: given[key] for key in declared if key in given} | given


def explain(
    cls: type,
    data: object,
    *,
    server: bool,
    configuration: Configuration | None = None,
    also: tuple[type, ...] = (),
) -> typing.Any:
    """The instance of *cls* for *data*, or a raised `ApiTypeError` or `ApiValueError` that holds every problem.

    *also* are further classes that must take the same value; the instance is one of all of them.
    """
    refusal = quick_refusal(cls, data, server) if configuration is None and not also else None
    if refusal is not None:
        try:
            raise refusal
        finally:
            del data, refusal
    walk = Walk(fast_path, _disabled(configuration), server)
    try:
        return guarded(data, walk.instance, (cls, *also), data)
    except OpenApiException as error:
        error.__traceback__ = None  # the frames below hold what was passed, and so would this one
        raise
    finally:
        del data, walk


def quick_refusal(cls: type, data: object, server: bool) -> OpenApiException | None:
    """Return the error about *data* where a quick look finds what is wrong; without one, the walk has its say."""
    try:
        places, is_complete = examiner(cls).places(data)
        if is_complete:
            return refusal_at(places) if places else None
        if places[0][0] == ROOT and places[0][3] is ALL:
            return None
        walk = Walk(fast_path, NOTHING, server)
        walk.visit(data, places)
    except Exception:  # whatever it was, the walk meets it as well
        return None
    return walk.refusal()


def explain_changes(
    cls: type, data: object, excused: typing.Container[tuple[Path, str]], *, also: tuple[type, ...] = ()
) -> typing.Any:
    """Return the lenient instance of *cls* for *data*; raise what is not *excused*, each by its path and kind."""
    walk = Walk(fast_path, _disabled(None), False, lenient=True)
    try:
        instance = guarded(data, walk.instance, (cls, *also), data)
        worse = [finding for finding in walk.found if (finding.path, finding.keyword) not in excused]
        if worse:
            raise refusal_of(worse, worse[0].facts.get("types"))
        return instance
    except OpenApiException as error:
        error.__traceback__ = None  # as above
        raise
    finally:
        del data, walk


def explain_leniently(
    cls: type,
    data: object,
    *,
    server: bool,
    configuration: Configuration | None = None,
    also: tuple[type, ...] = (),
) -> tuple[typing.Any, tuple[Problem, ...]]:
    """Return the instance of *cls* for *data*, and the problems that `explain` would raise.

    A value that has problems is kept as it came: untyped, or an instance of its enum. Raises what `explain` raises
    where that is impossible: the value at the root is of another JSON type, or something is not data at all.
    """
    walk = Walk(fast_path, _disabled(configuration), server, lenient=True)
    try:
        instance = guarded(data, walk.instance, (cls, *also), data)
        return instance, problems_of(walk.found)
    except OpenApiException as error:
        error.__traceback__ = None  # as above
        raise
    finally:
        del data, walk


def problems_of_data(data: object, classes: tuple[type, ...]) -> tuple[Problem, ...]:
    """Return what *classes* reject in *data*, without building an instance."""
    walk = Walk(fast_path, NOTHING)
    guarded(data, walk.matches, classes, data)
    return problems_of(walk.found)


def _disabled(configuration: Configuration | None) -> frozenset[str]:
    """The checks that *configuration* leaves out."""
    if configuration is None:
        return NOTHING
    try:
        return frozenset(configuration._disabled_client_side_validations)
    except AttributeError:
        raise ApiTypeError(f"_configuration must be a Configuration, not {type(configuration).__name__}") from None


def problems_with(value: object, classes: tuple[type, ...]) -> tuple[Problem, ...]:
    """Return what *classes* reject in the data of *value*."""
    return problems_of_data(plain_value(value, "python"), classes)
