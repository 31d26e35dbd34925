"""The two roads from data to an instance, each alone, and what comes out of them in a form that can be compared."""

from __future__ import annotations

import contextlib
import typing
from unittest.mock import patch

from frozendict import frozendict

from flat_api.configuration import Configuration
from flat_api.exceptions import ApiTypeError, ApiValueError, OpenApiException
from flat_api.schemas import _compile, _validation, _walk, declaration_of

Any = typing.Any


class Refusal(typing.NamedTuple):
    """That data were refused: the class of the error, and its problems as pairs of path and keyword."""

    error: type
    problems: tuple[tuple[Any, ...], ...]


REFUSED = "refused"
"""What the fast road says of data it does not take; it gives no reasons."""


def tree(value: Any) -> Any:
    """*value* with the class of every node in it, and what it is made of, as something that `==` compares."""
    node = (type(value), declaration_of(type(value)).matched)
    if isinstance(value, frozendict):
        return node, {key: tree(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return node, [tree(item) for item in value]
    return node, str(value)  # tells 1 from 1.0 and true from 1, and a NaN equals itself


def fast(cls: Any, data: Any, disabled: frozenset[str] = frozenset()) -> Any:
    """What the compiled converter makes of *data*: the tree of the instance, or `REFUSED`."""
    try:
        return tree(_compile.converter(cls, disabled)(data))
    except Exception:
        return REFUSED


def plain(cls: Any, data: Any, *, server: bool = True, configuration: Configuration | None = None) -> Any:
    """What the plain walk makes of *data* when no converter helps it: the tree of the instance, or a `Refusal`."""
    with no_converters():
        return explained(cls, data, server=server, configuration=configuration)


def explained(cls: Any, data: Any, *, server: bool = True, configuration: Configuration | None = None) -> Any:
    """What the plain walk makes of *data*, leaving to converters what they take."""
    return outcome(lambda: _validation.explain(cls, data, server=server, configuration=configuration))


def outcome(build: typing.Callable[[], Any]) -> Any:
    """What *build* gives: the tree of an instance, or a `Refusal` with all problems."""
    try:
        return tree(build())
    except (ApiTypeError, ApiValueError) as error:
        return refusal_of(error)


def refusal_of(error: OpenApiException) -> Refusal:
    """*error* as something to compare."""
    assert error.problems, f"an error without problems: {error!r}"
    found = tuple((shown_path(problem.path), problem.kind, problem.message) for problem in error.problems)
    return Refusal(type(error), found)


def shown_path(path: tuple[Any, ...]) -> tuple[Any, ...]:
    """*path* with a NaN key in a form that equals itself."""
    return tuple(repr(step) if step != step else step for step in path)


def _helpless(*_: object) -> Any:
    return _compile.refuse


def _no_refusal(*_: object) -> None:
    """Leave it to the walk."""


def _no_member_converters(*_: object) -> Any:
    return {}, _compile.refuse


@contextlib.contextmanager
def no_converters() -> typing.Iterator[None]:
    """Make the plain walk go all the way itself."""
    with (
        patch.object(_validation, "quick_refusal", _no_refusal),
        patch.object(_validation, "fast_path", _helpless),
        patch.object(_compile, "fast_path", _helpless),
        patch.object(_walk.Walk, "_member_converters", _no_member_converters),
    ):
        yield


def takes_fast_road(cls: Any, data: Any) -> bool:
    """Whether *data* are taken without any plain walk."""
    with counted_walks() as walks:
        cls.from_openapi_data_oapg(data)
    return not walks


@contextlib.contextmanager
def counted_walks() -> typing.Iterator[list[None]]:
    """Yield a list that gets an entry for each walk that begins, and for each quick look before one."""
    walks: list[None] = []
    begin, look = _walk.Walk.__init__, _validation.quick_refusal

    def counting(self: Any, *args: Any, **kwargs: Any) -> None:
        walks.append(None)
        begin(self, *args, **kwargs)

    def counting_looks(*args: Any) -> Any:
        walks.append(None)
        return look(*args)

    with patch.object(_walk.Walk, "__init__", counting), patch.object(_validation, "quick_refusal", counting_looks):
        yield walks
