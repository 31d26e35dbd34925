"""The plain form of an operation's arguments: every parameter a keyword, whatever part of the request it goes to."""

from __future__ import annotations

import difflib
import inspect
import keyword
import re
import typing
from collections.abc import Mapping
from functools import partial

from frozendict import frozendict

from ..exceptions import ApiTypeError, ApiValueError, shown
from ..schemas import Schema, declaration_of, unset
from ..schemas._cached import cached_property
from ._bodies import MULTIPART, NamedFiles, split_names
from ._media import essence
from ._operation import Operation
from ._parameters import ParameterBase, validated
from ._requests import EXTRAS
from ._strict_bodies import strict_body

_TIMEOUT = "Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes"
_EXTRA = "More keys of the body, which may be keys that are not declared; they go over those of `body`"
_HEADERS = "More headers, in place of those of the same name"
_QUERY = "More parameters of the query: texts, numbers, booleans, or lists of them"
_RESERVED = ("body", "extra_body", "content_type", "timeout", "extra_headers", "extra_query")
_DOWNLOAD = ("path", "overwrite", "progress")


class Keyword(typing.NamedTuple):
    """An argument by its *name*. *place* is the argument of the historic form that it goes to, *key* its name there."""

    name: str
    place: str
    key: str | None
    schema: type[Schema] | None
    required: bool
    description: str
    default: typing.Any = unset

    @property
    def wanted(self) -> str:
        """The name, and what it is about."""
        return f"{self.name!r} ({self.about})"

    @property
    def about(self) -> str:
        """What is wanted, on one line: the description, and the class of what has a class of its own."""
        text = " ".join(self.description.split())
        if self.schema is None or (text and self.place != "body"):
            return text
        return f"{text} ({self.schema.__name__})" if text else f"a {self.schema.__name__}"


class Keywords:
    """What a call of *operation* takes in the plain form. *name* is what the operation is called, by its users too."""

    def __init__(self, operation: Operation[typing.Any], name: str | None = None) -> None:
        self.operation = operation
        self.name = operation.name if name is None else name

    @cached_property
    def all(self) -> dict[str, Keyword]:
        """The keywords by name: those of the path, the body, the other required ones, and the rest."""
        found = self._own()
        taken = {*_RESERVED, *(_DOWNLOAD if self.operation.is_download else ())}
        for place in _PLACES:
            for parameter in self.operation.places.get(place, ()):
                entry = _keyword(place, parameter, taken)
                taken.add(entry.name)
                found[entry.name] = entry
        return {entry.name: entry for entry in sorted(found.values(), key=_rank)}

    def _own(self) -> dict[str, Keyword]:
        """The keywords that are not parameters."""
        found = {
            name: Keyword(name, name, None, None, False, about, None)
            for name, about in (("timeout", _TIMEOUT), ("extra_headers", _HEADERS), ("extra_query", _QUERY))
        }
        body = self.operation.body
        if body is None:
            return found
        media_types = list(body.content)
        schema = body.content[media_types[0]].schema
        found["body"] = Keyword("body", "body", None, schema, body.required, body.description)
        if len(media_types) > 1 or "*" in media_types[0]:
            about = f"The media type of the body: {', '.join(media_types)}"
            found["content_type"] = Keyword("content_type", "content_type", None, None, False, about, media_types[0])
        schemas = [held.schema for held in body.content.values() if held.schema is not None]
        if any(frozendict in declaration_of(cls).types for cls in schemas):
            found["extra_body"] = Keyword("extra_body", "extra_body", None, None, False, _EXTRA)
        return found

    def arguments(self, args: tuple[typing.Any, ...], given: typing.Mapping[str, typing.Any]) -> dict[str, typing.Any]:
        """The arguments of the historic form.

        Raises ApiTypeError for names that the operation doesn't have or that it lacks, for arguments without a name,
        and for keys of a body that its schema doesn't declare; for a wrong value, what its schema raises, with the name
        in front.
        """
        if args:
            raise ApiTypeError(
                f"{self.name} takes its arguments by name: {', '.join(entry.name for entry in self.told)}"
            )
        found: dict[str, typing.Any] = {}
        for name, value in given.items():
            entry = self.all.get(name)
            if entry is None:
                self._refuse_unknown(name, given)
            elif value is not unset and name not in ("body", "extra_body"):
                self._put(found, entry, value)
        missing = [name for name in self._required if given.get(name, unset) is unset]
        if missing:
            raise ApiTypeError(f"{self.name} needs {' and '.join(self.all[name].wanted for name in missing)}")
        body = self._body(given)
        return found if body is unset else {**found, "body": body}

    @cached_property
    def _required(self) -> list[str]:
        return [entry.name for entry in self.all.values() if entry.required]

    def _put(self, found: dict[str, typing.Any], entry: Keyword, value: typing.Any) -> None:
        schema = entry.schema
        checked = value
        if schema is not None and not isinstance(value, schema):
            checked = self._checked(entry, value, partial(validated, entry.key or entry.name, schema))
        if entry.key is None:
            found[entry.place] = checked
        else:
            found.setdefault(entry.place, {})[entry.key] = checked

    def _body(self, given: typing.Mapping[str, typing.Any]) -> typing.Any:
        """The body that is *given*, along with what is extra, as its schema has it; `unset` for none."""
        value, extra = given.get("body", unset), given.get("extra_body", unset)
        if value is unset and extra is unset:
            return unset
        content_type = given.get("content_type", unset)
        schema = self._body_schema(content_type)
        if extra is unset:
            more: dict[str, typing.Any] = {}
        else:
            value = {} if value is unset else self._mapping("body", value)
            more = self._mapping("extra_body", extra)
        if schema is None:
            return {**value, **more} if more else value
        split = split_names({**value, **more} if more else value) if self._is_multipart(content_type) else value
        if not isinstance(split, NamedFiles):
            return self._checked(self.all["body"], value, lambda body: strict_body(schema, body, more))
        extra = {key: split.value[key] for key in more}
        body = {key: item for key, item in split.value.items() if key in value}
        return NamedFiles(
            self._checked(self.all["body"], body, lambda body: strict_body(schema, body, extra)), split.names
        )

    def _is_multipart(self, content_type: typing.Any) -> bool:
        declared = self.operation.body
        first = next(iter(declared.content)) if declared else ""
        return essence(first if content_type is unset else str(content_type)) == MULTIPART

    def _body_schema(self, content_type: typing.Any) -> type[Schema] | None:
        """The schema of a body in *content_type*; None where it has none, or the historic form rejects the type."""
        declared = self.operation.body
        if declared is None or content_type is unset:
            return self.all["body"].schema
        held = declared.find(content_type)
        return held.schema if held else None

    def _mapping(self, name: str, value: typing.Any) -> dict[str, typing.Any]:
        if not isinstance(value, Mapping):
            place = f"{self.name}: {name!r} with 'extra_body'"
            raise ApiTypeError(f"{place}: expected a mapping, got {shown(value)}")
        return dict(typing.cast("typing.Mapping[str, typing.Any]", value))

    def _checked(
        self, entry: Keyword, value: typing.Any, check: typing.Callable[[typing.Any], typing.Any]
    ) -> typing.Any:
        if not isinstance(value, (str, dict)) and isinstance(value, Mapping):
            value = dict(typing.cast("typing.Mapping[str, object]", value))
        try:
            return check(value)
        except (ApiTypeError, ApiValueError) as error:
            error.args = (f"{self.name}: {entry.wanted}: {error}", *error.args[1:])
            raise

    def _refuse_unknown(self, name: str, given: typing.Mapping[str, typing.Any]) -> typing.NoReturn:
        free = [known for known in self.all if known not in given]
        near = difflib.get_close_matches(name.rstrip("_"), free, 1) or difflib.get_close_matches(name, self.all, 1)
        hint = (
            f", did you mean {self.all[near[0]].wanted}?"
            if near
            else f"; there are {', '.join(entry.name for entry in self.told)}"
        )
        raise ApiTypeError(f"{self.name} has no parameter {name!r}{hint}")

    @cached_property
    def signature(self) -> inspect.Signature:
        """All keywords, annotated with the classes of their values; what comes back is annotated likewise."""
        kind, empty = inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.empty
        return inspect.Signature(
            [
                inspect.Parameter(
                    entry.name,
                    kind,
                    default=empty if entry.required else entry.default,
                    annotation=empty if entry.schema is None else entry.schema,
                )
                for entry in self.all.values()
            ],
            return_annotation=self.operation.returns,
        )

    @property
    def told(self) -> list[Keyword]:
        """The keywords that tell one operation from others: without those that all have to send what isn't declared."""
        return [entry for entry in self.all.values() if entry.name not in EXTRAS]

    @cached_property
    def summary(self) -> str:
        """The keywords as they stand in a call: ``task, timeout=None``."""
        return ", ".join(
            entry.name if entry.required else f"{entry.name}={'...' if entry.default is unset else repr(entry.default)}"
            for entry in self.told
        )

    @cached_property
    def doc(self) -> str:
        """What the operation does, and what each keyword is about."""
        return "\n".join([self.operation.description, "", *map(_line, self.told)])

    @property
    def help(self) -> str:
        """The same, with the keywords of every call."""
        return "\n".join([self.operation.description, "", *map(_line, self.all.values())])


def _line(entry: Keyword) -> str:
    return f"{entry.name}{'' if entry.required else ' (optional)'}: {entry.about}"


def _keyword(place: str, parameter: ParameterBase, taken: typing.Collection[str]) -> Keyword:
    name = re.sub(r"\W", "_", parameter.name, flags=re.ASCII)
    if keyword.iskeyword(name) or name == "self":
        name += "_"
    while name in taken or not name or name[0].isdigit():
        name = f"_{name}" if name[:1].isdigit() else f"{name}_"
    return Keyword(name, place, parameter.name, parameter.value_schema, parameter.required, parameter.description)


_PLACES = (
    *("path_params", "body", "query_params", "header_params", "cookie_params"),
    *("extra_body", "content_type", "timeout", "extra_headers", "extra_query"),
)


def _rank(entry: Keyword) -> tuple[bool, int]:
    return not entry.required, _PLACES.index(entry.place)
