"""What an operation of the API is: a value that client, documentation and tools read."""

from __future__ import annotations

import inspect
import re
import types
import typing
from functools import partial

from .._response import ApiResponse
from ..schemas import BinarySchema, Property, Schema, Unset, declaration_of, unset
from ..schemas._cached import cached_property
from ..schemas._class_body import is_nameless, name_class
from ._bodies import MediaType, RequestBody
from ._parameters import (
    CookieParameter,
    HeaderParameter,
    ParameterBase,
    ParameterInType,
    PathParameter,
    QueryParameter,
)
from ._responses import OpenApiResponse
from ._security import Requirements, Servers

if typing.TYPE_CHECKING:
    from ._call import BoundOperation
    from ._requests import Service

S = typing.TypeVar("S", bound=Schema)
S_co = typing.TypeVar("S_co", covariant=True)

JSON = ("application/json",)
Declared = typing.Mapping[str, "Property[typing.Any] | ParameterBase"]
"""Parameters by name: `required` or `optional`, or a parameter of `flat_api.operations` where it has a style."""

Contents = typing.Sequence[str] | typing.Mapping[str, "type[Schema] | MediaType"]
"""Media types; where they don't all hold the same, what each of them holds."""

_KINDS: dict[str, typing.Any] = {
    "path": PathParameter,
    "query": QueryParameter,
    "header": HeaderParameter,
    "cookie": CookieParameter,
}


class FunctionLike:
    """The base of what `inspect`, `unittest.mock`, `functools.wraps` and `help` are to take for a Python function.

    They ask for its class by ``__class__``, as `isinstance` does; `type` tells the real one.
    """

    __closure__ = None
    __defaults__ = None
    __kwdefaults__ = None

    if not typing.TYPE_CHECKING:
        __class__ = property(lambda self: types.FunctionType)
        __code__ = property(lambda self: type(self).__call__.__code__)
        __globals__ = property(lambda self: type(self).__call__.__globals__)


class Operation(FunctionLike, typing.Generic[S_co]):
    """One thing that the API can do. Read on an instance of its class it can be called, on the class it is this value.

    *method* and *path* are those of HTTP, the path with ``{name}`` for each parameter in it. *name* is the name in
    Python, *id* the ``operationId``. *parameters* are all of them, *body* what is sent, *responses* the answers by
    status code, *errors* the status codes of the errors that are declared one by one. *scopes* are those of OAuth2,
    each of which is enough. *auth* are the ways to sign a request, and *servers* where it goes, if these aren't those
    of the class, `owner`, that the operation is declared in. *keyword_only* are the arguments of a call that can't be
    passed by position: those that came after programs were written that pass the others so.
    """

    name = ""
    bound: typing.ClassVar[typing.Any]
    """`BoundOperation`, which is a class of another module and needs this one."""
    owner: type | None = None

    def __init__(
        self,
        method: str,
        path: str,
        description: str,
        *,
        parameters: tuple[ParameterBase, ...] = (),
        body: RequestBody | None = None,
        responses: typing.Mapping[str, OpenApiResponse],
        errors: tuple[int, ...] = (),
        scopes: tuple[str, ...] = (),
        auth: Requirements | None = None,
        servers: Servers = (),
        id: str | None = None,
        deprecated: bool = False,
        keyword_only: tuple[str, ...] = (),
    ) -> None:
        self.method = method
        self.path = path
        self.description = description
        self.parameters = parameters
        self.body = body
        self.responses = responses
        self.errors = errors
        self.scopes = scopes
        self.auth = auth
        self.servers = servers
        self.deprecated = deprecated
        self.keyword_only = keyword_only
        self.__doc__ = description
        self.__name__ = self.__qualname__ = ""
        self.__annotations__ = {"return": ApiResponse}
        self._id = id
        self._check_path()

    def _check_path(self) -> None:
        in_path = {entry.name for entry in self.parameters if entry.in_type is ParameterInType.PATH}
        named = set(re.findall(r"\{([^{}]+)\}", self.path))
        if in_path != named:
            off = ", ".join(sorted(in_path ^ named))
            raise TypeError(f"{self.method} {self.path}: path and path parameters differ in {off}")

    def __set_name__(self, owner: type, name: str) -> None:
        if not self.name:
            self.name, self.owner = name, owner
            self.__name__, self.__qualname__ = name, f"{owner.__qualname__}.{name}"
            self.__module__ = owner.__module__
            returns: typing.Any = self.returns
            if is_nameless(returns):  # answers can be pickled, and are found again under this name
                name_class(returns, f"{self.__qualname__}.returns", self.__module__, returns.__name__)

    @property
    def id(self) -> str:
        """The ``operationId``: what was given, or the name in camel case."""
        return self._id or re.sub(r"_(.)", lambda match: match[1].upper(), self.name.rstrip("_"))

    @cached_property
    def accepts(self) -> tuple[str, ...]:
        """The media types of the answers, errors included."""
        contents = [response.content or {} for response in self.responses.values()]
        return tuple(dict.fromkeys([media_type for content in contents for media_type in content] or JSON))

    @cached_property
    def returns(self) -> type[Schema] | None:
        """The class of the body of a success; None where there is none."""
        content = self.success.content if self.success is not None else None
        return next(iter(content.values())).schema if content else None

    @cached_property
    def success(self) -> OpenApiResponse | None:
        """The first declared success that has a body; None where none has."""
        successes = (response for status, response in self.responses.items() if status.startswith("2"))
        return next((response for response in successes if response.content), None)

    def declared_status(self, status: int) -> str:
        """Return the status that the answer to an actual *status* is declared under: it, or ``4XX``, or ``default``."""
        text = str(status)
        if text in self.responses or status in self.errors:
            return text
        return f"{text[0]}XX" if f"{text[0]}XX" in self.responses else "default"

    def response_class(self, status: int) -> type[ApiResponse[typing.Any]]:
        """Return the class of answers with *status*, one for each that is declared, so that `isinstance` tells them.

        It is an attribute of the operation, as in ``ScoreApi.get_score.ApiResponseFor404``.
        """
        declared = self.declared_status(status)
        answer = self.responses.get(declared)
        if answer is not None and answer.response_cls is not ApiResponse:
            return answer.response_cls
        found: type[ApiResponse[typing.Any]] = getattr(self, response_class_name(declared))
        return found

    if not typing.TYPE_CHECKING:

        def __getattr__(self, name):
            statuses = (*self.responses, *map(str, self.errors), "default")
            if not name.startswith("ApiResponseFor") or name not in map(response_class_name, statuses):
                raise AttributeError(f"{self!r} has no attribute {name!r}", name=name, obj=self)
            facts = {"__module__": self.__module__, "__qualname__": f"{self.__qualname__}.{name}", "__doc__": None}
            return self.__dict__.setdefault(name, type(name, (ApiResponse,), facts))  # the first thread's

    @cached_property
    def is_download(self) -> bool:
        """Whether a success is a file, rather than a value."""
        return self.returns is not None and issubclass(self.returns, BinarySchema)

    @cached_property
    def places(self) -> dict[str, tuple[ParameterBase, ...]]:
        """The parameters by the keyword they are passed in: ``query_params`` and so on, in the order of a call."""
        kinds = ("query", "header", "path", "cookie")
        found = {
            f"{kind}_params": tuple(entry for entry in self.parameters if entry.in_type.value == kind) for kind in kinds
        }
        return {name: entries for name, entries in found.items() if entries}

    @cached_property
    def arguments(self) -> dict[str, typing.Any]:
        """The parameters of a call by name, in order, with their defaults; `inspect.Parameter.empty` for none."""
        empty = inspect.Parameter.empty
        found: dict[str, typing.Any] = {}
        if self.body is not None:
            media_type = next(iter(self.body.content))
            required = {"body": empty, "content_type": media_type}
            found = required if self.body.required else {"content_type": media_type, "body": unset}
        found |= {name: {} for name in self.places}
        return {
            **found,
            "accept_content_types": self.accepts,
            "stream": False,
            "timeout": None,
            "skip_deserialization": False,
        }

    @cached_property
    def positions(self) -> tuple[str, ...]:
        """The names of the `arguments` that may be passed by position."""
        return tuple(name for name in self.arguments if name not in self.keyword_only)

    @property
    def signature(self) -> inspect.Signature:
        """The parameters of a call, as `inspect` has them."""
        anyhow, named = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY
        by_kind = {anyhow: self.positions, named: self.keyword_only}
        return inspect.Signature(
            [
                inspect.Parameter(name, kind, default=self.arguments[name])
                for kind, names in by_kind.items()
                for name in names
            ],
            return_annotation=ApiResponse,
        )

    @property
    def __signature__(self) -> inspect.Signature:
        first = inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)
        return self.signature.replace(parameters=[first, *self.signature.parameters.values()])

    def __call__(self, service: Service, /, *args: typing.Any, **kwargs: typing.Any) -> typing.Any:
        """Call the operation on *service*, as a function in a class is called: ``TaskApi.get_task(api, ...)``."""
        return Operation.bound(self, service)(*args, **kwargs)

    if typing.TYPE_CHECKING:

        @typing.overload
        def __get__(self, instance: None, owner: type) -> typing.Self: ...
        @typing.overload
        def __get__(self, instance: Service, owner: type) -> BoundOperation[S_co]: ...
        def __get__(self, instance: Service | None, owner: type) -> typing.Any: ...

    else:

        def __get__(self, instance, owner):
            return self if instance is None else Operation.bound(self, instance)

    def __reduce__(self) -> str:
        return self.__qualname__  # where it is found again, in its module

    def __repr__(self) -> str:
        return f"<operation {self.name or '?'}: {self.method} {self.path}>"


def response_class_name(status: str) -> str:
    """Return what the class of answers that are declared under *status* is called.

    >>> response_class_name("404"), response_class_name("default")
    ('ApiResponseFor404', 'ApiResponseForDefault')
    """
    return f"ApiResponseFor{status[0].upper()}{status[1:]}"


class Options(typing.TypedDict, total=False):
    """What `get` and its kin take beside *returns*; `operation` says what each means."""

    path: Declared
    query: Declared
    header: Declared
    cookie: Declared
    body: Property[typing.Any]
    consumes: Contents
    produces: Contents
    status: int | str
    responses: typing.Mapping[typing.Any, typing.Any]
    headers: Declared
    errors: typing.Sequence[int]
    scopes: typing.Sequence[str]
    auth: Requirements
    servers: Servers
    id: str
    deprecated: bool
    keyword_only: typing.Sequence[str]


class Maker(typing.Protocol):
    """`get` and its kin: `operation` with a method of HTTP."""

    @typing.overload
    def __call__(
        self, path: str, description: str, /, *, returns: type[S], **options: typing.Unpack[Options]
    ) -> Operation[S]: ...
    @typing.overload
    def __call__(self, path: str, description: str, /, **options: typing.Unpack[Options]) -> Operation[Unset]: ...


def operation(
    method: str,
    url: str,
    description: str,
    /,
    *,
    path: Declared | None = None,
    query: Declared | None = None,
    header: Declared | None = None,
    cookie: Declared | None = None,
    body: Property[typing.Any] | None = None,
    consumes: Contents = JSON,
    returns: typing.Any = None,
    produces: Contents = JSON,
    status: int | str | None = None,
    responses: typing.Mapping[typing.Any, typing.Any] | None = None,
    headers: Declared | None = None,
    errors: typing.Sequence[int] = (),
    scopes: typing.Sequence[str] = (),
    auth: Requirements | None = None,
    servers: Servers = (),
    id: str | None = None,
    deprecated: bool = False,
    keyword_only: typing.Sequence[str] = (),
) -> Operation[typing.Any]:
    """Declare an operation.

    *path*, *query*, *header* and *cookie* hold the parameters by name, *body* what is sent, in one of the media types
    *consumes*. *returns* is the class of the answer's body, in one of the media types *produces*; without it there is
    no body. *status* is the status code of that answer, 200, or 204 without a body. *headers* are those of the answer.

    *responses* are further answers by status code, ``4XX`` and ``default`` included: the class of the body, an
    `OpenApiResponse`, or None for no body. Without *returns* and *status*, they are all there are. *errors* are the
    each of which is enough. *auth* are the ways to sign a request, and *servers* where it goes, if these aren't those
    of the class, `owner`, that the operation is declared in. *keyword_only* are the arguments of a call that can't be
    passed by position: those that came after programs were written that pass the others so.
    """
    places = {"path": path, "query": query, "header": header, "cookie": cookie}
    parameters = [_parameter(kind, *entry) for kind, found in places.items() for entry in (found or {}).items()]
    answers: dict[str, OpenApiResponse] = {}
    if responses is None or returns or status:
        answers[str(status or (200 if returns else 204))] = _response(returns, produces, headers)
    answers |= {str(code): _response(answer, tuple(produces)) for code, answer in (responses or {}).items()}
    return Operation(
        method,
        url,
        description,
        parameters=tuple(parameters),
        body=None if body is None else _body(body, consumes),
        responses=answers,
        errors=tuple(errors),
        scopes=tuple(scopes),
        auth=None if auth is None else tuple(auth),
        servers=tuple(servers),
        id=id,
        deprecated=deprecated,
        keyword_only=tuple(keyword_only),
    )


def _parameter(kind: str, name: str, declared: Property[typing.Any] | ParameterBase) -> ParameterBase:
    if isinstance(declared, ParameterBase):
        return declared
    schema = declared.schema if declared.default is unset else declared.schema.where(default=declared.default)
    parameter: ParameterBase = _KINDS[kind](name, declared.required, schema=schema, description=_about(declared))
    return parameter


def _about(declared: Property[typing.Any]) -> str:
    return declared.own_description or declaration_of(declared.schema).description


def _body(declared: Property[typing.Any], consumes: Contents) -> RequestBody:
    return RequestBody(_content(declared.schema, consumes), declared.required, declared.own_description)


def _response(answer: typing.Any, produces: Contents, headers: Declared | None = None) -> OpenApiResponse:
    if isinstance(answer, OpenApiResponse):
        return answer
    declared = [_parameter("header", *entry) for entry in (headers or {}).items()]
    content = _content(answer, produces) if answer else None
    return OpenApiResponse(content=content, headers=typing.cast(typing.Any, declared) or None)


def _content(schema: type[Schema], media_types: Contents) -> dict[str, MediaType]:
    if not isinstance(media_types, typing.Mapping):
        return {media_type: MediaType(schema) for media_type in media_types}
    return {
        media_type: held if isinstance(held, MediaType) else MediaType(held) for media_type, held in media_types.items()
    }


get: Maker = partial(operation, "GET")
post: Maker = partial(operation, "POST")
put: Maker = partial(operation, "PUT")
patch: Maker = partial(operation, "PATCH")
delete: Maker = partial(operation, "DELETE")
head: Maker = partial(operation, "HEAD")
options: Maker = partial(operation, "OPTIONS")
