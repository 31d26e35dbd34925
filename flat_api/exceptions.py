"""Every error of the package, and the sentences that a refusal says.

OpenApiException
    ApiTypeError        (TypeError)       wrong JSON type; missing or forbidden names
    ApiValueError       (ValueError)      right type, wrong value
    ApiAttributeError   (AttributeError)  no such attribute
    ApiKeyError         (KeyError)        no such key
    PatternError        (ValueError)      a declared pattern that can't be used
    ApiException                          an answer with an error status, or none that could be used
        BadRequestError ... ServerError   one class for each status: `status_error` chooses
        RateLimitError                    429, and the 403 that the API sends for it
        ApiConnectionError                no answer, or half of one (status 0)
            ApiTimeoutError               not within the time allowed
        ApiResponseError                  (ApiValueError) an answer that can't be read
    OAuthError                            signing in, or the renewal of a token, failed
        OAuthTimeout        (TimeoutError)  nobody came back from the browser within the time allowed
    TaskError                             a task that doesn't come to a good end
        TaskFailed, TaskCanceled          as the API says
        TaskTimeout         (TimeoutError)  not within the time allowed
"""

from __future__ import annotations

import typing
from types import NoneType

if typing.TYPE_CHECKING:
    import datetime
    import re

__all__ = [
    "ApiAttributeError",
    "ApiConnectionError",
    "ApiException",
    "ApiKeyError",
    "ApiResponseError",
    "ApiTimeoutError",
    "ApiTypeError",
    "ApiValueError",
    "BadRequestError",
    "ConflictError",
    "ContentTooLargeError",
    "ForbiddenError",
    "NotFoundError",
    "OAuthError",
    "OAuthTimeout",
    "OpenApiException",
    "PatternError",
    "PaymentRequiredError",
    "Problem",
    "RateLimitError",
    "ServerError",
    "T",
    "TaskCanceled",
    "TaskError",
    "TaskFailed",
    "TaskTimeout",
    "UnauthorizedError",
    "UnprocessableContentError",
    "render_path",
    "status_error",
]

__path__: list[str] = []
"""Empty: there are no modules in here. Without it, imports of names that are missing would not reach `_moving`."""


if not typing.TYPE_CHECKING:  # to type checkers it would mean that every name is there

    def __getattr__(name):
        from . import _moving  # only where a name is missing: what a package copies of the runtime is this module

        raise AttributeError(_moving.message(__name__, name))


T = typing.TypeVar("T")
Path = tuple[object, ...]

LONGEST_SHOWN = 100
"""Characters of a value that a message shows; the rest is counted, not printed."""

LONGEST_MESSAGE = 2000
"""Characters of the longest message there is."""

_LONGEST_PART = 400
"""Characters of what a server says that a message shows."""

DEEPEST_SHOWN = 20
"""Steps of a path that a message shows."""


class Problem(typing.NamedTuple):
    """One thing that is wrong with a value.

    *path* starts with ``'args[0]'`` and goes on with keys and integer indices. *message* is one sentence
    without the path. *kind* is the JSON Schema keyword that failed (``'type'``, ``'enum'``, ``'maxLength'`` ...),
    or ``'json'``, ``'depth'``, ``'number'`` or ``'unsupported'`` where no keyword is involved; of an answer also
    ``'contentMediaType'`` or ``'status'``, where it came with one that is not declared.
    """

    path: Path
    message: str
    kind: str


class OpenApiException(Exception):
    """The base of every error that this package raises on purpose.

    *problems* is a tuple of all `Problem`s that were found; it is empty unless a value was refused. *api_response* is
    the answer of the server that the error is about; None where it is about something else.
    """

    api_response: typing.Any = None
    _problems: tuple[Problem, ...] | typing.Callable[[], tuple[Problem, ...]] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, put into words when they are first read."""
        found = self._problems
        if callable(found):
            found = self._problems = found()
        return found

    @problems.setter
    def problems(self, problems: tuple[Problem, ...]) -> None:
        self._problems = problems

    def __reduce__(self) -> tuple[typing.Any, ...]:
        self._problems = self.problems  # in words: the values that they are about are not pickled
        return typing.cast("tuple[typing.Any, ...]", super().__reduce__())


_args: typing.Any = BaseException.args


class _PlacedError(OpenApiException):
    """An error that may name a place in the data: the path is part of the message and an attribute.

    One that `refused` made puts its message into words when it is first read; until then *_unread* does that.
    """

    _unread: typing.Callable[[], str] | None = None

    def __init__(self, msg: str, path_to_item: typing.Iterable[object] | None = None) -> None:
        self.path_to_item = None if path_to_item is None else tuple(path_to_item)
        place = f" at {_shown_path(self.path_to_item, render_path)}" if self.path_to_item else ""
        super().__init__(cut(msg, LONGEST_MESSAGE) if not place else cut(f"{msg}{place}", LONGEST_MESSAGE))

    if not typing.TYPE_CHECKING:  # to type checkers it is the attribute of every exception

        @property
        def args(self):
            self._put_into_words()
            return _args.__get__(self)

        @args.setter
        def args(self, args):
            _args.__set__(self, args)
            self.__dict__.pop("_unread", None)

    def _put_into_words(self) -> None:
        unread = self._unread
        if unread is not None:
            self.args = (unread(),)

    # The methods of exceptions in C read what is behind `args`, not the property.

    def __str__(self) -> str:
        self._put_into_words()
        return Exception.__str__(self)  # that of KeyError would print the repr of the sentence

    def __repr__(self) -> str:
        self._put_into_words()
        return super().__repr__()

    def __reduce__(self) -> tuple[typing.Any, ...]:
        self._put_into_words()
        return super().__reduce__()


class ApiTypeError(_PlacedError, TypeError):
    """The value has the wrong type, or an object lacks names it needs or has names it may not have.

    *valid_classes* is the set of primitive classes that would have been right, where that was the question.
    *key_type* is True where the type of a key, and not of a value, is meant.
    """

    def __init__(
        self,
        msg: str,
        path_to_item: typing.Iterable[object] | None = None,
        valid_classes: typing.Iterable[type] | None = None,
        key_type: bool | None = None,
    ) -> None:
        self.valid_classes = valid_classes
        self.key_type = key_type
        super().__init__(msg, path_to_item)


class ApiValueError(_PlacedError, ValueError):
    """The value has the right type but breaks a rule of its schema, or can't be read at all."""


class ApiAttributeError(_PlacedError, AttributeError):
    """The instance has no such attribute."""


class ApiKeyError(_PlacedError, KeyError):
    """The instance has no such key."""


class MissingPropertyError(ApiKeyError, ApiAttributeError):
    """A property that was not sent: a KeyError to ``obj[key]`` and an AttributeError to ``obj.key``.

    Its text names the near property, if there is one.
    """

    def __str__(self) -> str:
        near = getattr(self.obj, "near", None)
        found = near() if near else None
        return f"{super().__str__()}, did you mean {shown(found)!r}?" if found else super().__str__()


class WrongPrimitiveError(ApiAttributeError, ApiTypeError):
    """A value was read as what it isn't, such as null as a date: an attribute it lacks, of a type it hasn't."""


class PatternError(OpenApiException, ValueError):
    """A declared *pattern* is not a regular expression of ECMA 262, or is one that can't be searched for here.

    It is raised where the schema class is made. *reason* says what is wrong, *position* at which character of the
    pattern, counted from 0; None where it is about all of it.
    """

    def __init__(self, pattern: str, reason: str, position: int | None = None) -> None:
        super().__init__(pattern, reason, position)
        self.pattern = pattern
        self.reason = reason
        self.position = position

    def __str__(self) -> str:
        place = "" if self.position is None else f" (at character {self.position})"
        return f"the pattern {shown(self.pattern)!r} can't be used: {self.reason}{place}"


class ApiException(OpenApiException, typing.Generic[T]):
    """The server answered with an error status, or gave no answer that could be used.

    *status* is the HTTP status code, 0 where there was no answer; *reason* its phrase, or what went wrong;
    *api_response* the whole answer where there is one. What the API says of its errors is found in the attributes
    `code`, `message` and `request_id`, each None where it said nothing.
    """

    def __init__(self, status: int | None = None, reason: str | None = None, api_response: T | None = None) -> None:
        Exception.__init__(self, status, reason, api_response)
        self.status = status
        self.reason = reason
        self.api_response = api_response

    @property
    def body(self) -> typing.Any:
        """The body of the answer as bytes; None without an answer."""
        return None if self.api_response is None else self._raw_response.data or b""

    @property
    def headers(self) -> typing.Any:
        """The headers of the answer; None without an answer."""
        return None if self.api_response is None else self._raw_response.headers

    @property
    def code(self) -> str | None:
        """The name that the API gives the error, for programs: ``'SCORE_NOT_FOUND'``."""
        return self._stated("code")

    @property
    def message(self) -> str | None:
        """What the API says of the error, for people."""
        return self._stated("message")

    @property
    def request_id(self) -> str | None:
        """The identifier of this very error, to give to the support of the API."""
        return self._stated("id")

    @property
    def reset_at(self) -> datetime.datetime | None:
        """When the rate limit ends, in UTC (``X-RateLimit-Reset``); None where the answer doesn't tell."""
        import datetime

        try:
            seconds = float(self.headers["X-RateLimit-Reset"])
            return datetime.datetime.fromtimestamp(seconds, datetime.UTC)
        except (TypeError, KeyError, ValueError, OverflowError, OSError):
            return None

    @property
    def _raw_response(self) -> typing.Any:
        response: typing.Any = self.api_response
        return response.response

    def _stated(self, name: str) -> str | None:
        """Return what the JSON object in the body has under *name*, if that is a text."""
        stated = _error_body(self.api_response).get(name)
        return str(stated) if isinstance(stated, str) else None

    def __str__(self) -> str:
        """Return the status with what the API says of the error, and then the reason, headers and body of the answer.

        Without an error of the API, what went wrong is in place of it.
        """
        stated = ": ".join(visible(cut(_masked(text), _LONGEST_PART)) for text in (self.code, self.message) if text)
        if not stated and self.reason and (self.status or 0) < 400:
            stated = visible(cut(str(self.reason).replace("\n", ": "), _LONGEST_PART))
        reason = "\n".join(map(visible, cut(str(self.reason), _LONGEST_PART).split("\n")))
        text = f"({self.status}) {stated}".rstrip() + f"\nReason: {reason}\n"
        if self.headers:
            text += f"HTTP response headers: {cut(str(_shown_headers(self.headers)), _LONGEST_PART)}\n"
        if self.body:
            text += f"HTTP response body: {_shown_body(self.body, LONGEST_MESSAGE - len(text))}\n"
        return cut(text, LONGEST_MESSAGE)

    def __repr__(self) -> str:
        facts = {"code": self.code, "message": self.message}
        told = {name: cut(_masked(text), _LONGEST_PART) for name, text in facts.items() if text is not None}
        stated = "".join(f", {name}={text!r}" for name, text in told.items())
        reason = self.reason if self.reason is None else cut(str(self.reason), _LONGEST_PART)
        return cut(f"{type(self).__name__}({self.status}, {reason!r}{stated})", LONGEST_MESSAGE)


class BadRequestError(ApiException[typing.Any]):
    """400: the API can't make sense of the request."""


class UnauthorizedError(ApiException[typing.Any]):
    """401: there was no access token, or one that isn't valid any more."""


class PaymentRequiredError(ApiException[typing.Any]):
    """402: the account's plan doesn't include this, or a quota is used up."""


class ForbiddenError(ApiException[typing.Any]):
    """403: the owner of the access token may not do this. A `RateLimitError` is not one of these."""


class NotFoundError(ApiException[typing.Any]):
    """404: there is no such thing, or none that the owner of the access token may see."""


class ConflictError(ApiException[typing.Any]):
    """409: the request contradicts the present state of the thing. It is never sent again by itself."""


class ContentTooLargeError(ApiException[typing.Any]):
    """413: the request is larger than the API takes."""


class UnprocessableContentError(ApiException[typing.Any]):
    """422: the request is well formed, but what it asks for makes no sense."""


class RateLimitError(ApiException[typing.Any]):
    """Too many requests: status 429, or the 403 with code ``API_RATE_LIMIT_EXCEEDED``.

    `reset_at` tells when the next request may be sent.
    """


class ServerError(ApiException[typing.Any]):
    """500 to 599: the API, or something in front of it, failed."""


class ApiConnectionError(ApiException[typing.Any]):
    """No answer came, or only a part of one. *status* is 0; ``__cause__`` is the error of urllib3."""


class ApiTimeoutError(ApiConnectionError):
    """The answer did not come within the time allowed."""


class ApiResponseError(ApiException[typing.Any], ApiValueError):
    """An answer that can't be read: broken, too large, no JSON, or of another JSON type than is declared.

    `body` is what came of it, as bytes; `problems` tell what is wrong with it, where that is known. To a client with
    strict responses, a media type or status that nobody declared is one as well.
    """

    path_to_item: tuple[object, ...] | None = None


class OAuthError(OpenApiException):
    """Signing in, or the renewal of a token, failed.

    *code* is the name of the error, ``'access_denied'`` or ``'invalid_grant'`` (RFC 6749, 4.1.2.1 and 5.2), None where
    the server gave none. *description* is a sentence about it for people. *status* is the HTTP status of the answer, 0
    where none is concerned. Nothing of this has a secret in it.
    """

    def __init__(self, code: str | None = None, description: str | None = None, status: int = 0) -> None:
        super().__init__(code, description, status)
        self.code = code
        self.description = description
        self.status = status

    @property
    def is_final(self) -> bool:
        """Whether the server has rejected what it was sent, so that sending it again is of no use."""
        return 400 <= self.status < 500 and self.status != 429

    def __str__(self) -> str:
        stated = ": ".join(visible(cut(text, _LONGEST_PART)) for text in (self.code, self.description) if text)
        return f"({self.status}) {stated}".rstrip() if self.status else stated


class OAuthTimeout(OAuthError, TimeoutError):
    """Nobody came back from the browser within the time allowed."""


class TaskError(OpenApiException):
    """A task of the API doesn't come to a good end. *task* is the last that is known of it."""

    def __init__(self, message: str, task: typing.Any) -> None:
        super().__init__(message)
        self.task = task

    def __reduce__(self) -> tuple[typing.Any, ...]:
        return type(self), (*self.args, self.task)


class TaskFailed(TaskError):
    """The task ended in the state ``error``."""

    @property
    def error(self) -> str | None:
        """What went wrong, in the words of ``result.error``; None where the API doesn't say."""
        result: object = self.task.get("result")
        error = _members(result).get("error")
        return error if isinstance(error, str) else None

    @property
    def error_history(self) -> tuple[str, ...]:
        """What went wrong on the way, as ``errorHistory`` has it."""
        history: object = self.task.get("errorHistory")
        return tuple(typing.cast("tuple[str, ...]", history)) if isinstance(history, tuple) else ()


class TaskCanceled(TaskError):
    """The task ended in the state ``canceled``."""


class TaskTimeout(TaskError, TimeoutError):
    """The task did not end within the time allowed. It goes on: its poller can be asked again."""


RATE_LIMIT_CODE = "API_RATE_LIMIT_EXCEEDED"

_STATUS_ERRORS: dict[int, type[ApiException[typing.Any]]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    402: PaymentRequiredError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    413: ContentTooLargeError,
    422: UnprocessableContentError,
    429: RateLimitError,
}


def status_error(status: int, reason: str | None, api_response: typing.Any) -> ApiException[typing.Any]:
    """The error for an answer with an error *status*: of the class for it, or of `ApiException` itself."""
    cls = ServerError if status >= 500 else _STATUS_ERRORS.get(status, ApiException)
    if status == 403 and _error_body(api_response).get("code") == RATE_LIMIT_CODE:
        cls = RateLimitError
    return cls(status, reason, api_response)


def _error_body(api_response: typing.Any) -> typing.Mapping[str, object]:
    """The JSON object in the body of an answer; empty where there is none."""
    body: object = getattr(api_response, "body", None)
    if isinstance(body, typing.Mapping):
        return _members(typing.cast(object, body))
    import json

    try:
        data: object = json.loads(api_response.response.data)
    except (AttributeError, TypeError, ValueError, RecursionError):
        return {}
    return _members(data)


def _members(value: object) -> typing.Mapping[str, object]:
    """Return the members of *value* where it is an object; none otherwise."""
    return typing.cast("typing.Mapping[str, object]", value) if isinstance(value, typing.Mapping) else {}


def cut(text: str, most: int) -> str:
    """Return *text*, or its beginning and a mark in place of the rest, in *most* characters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _shown_headers(headers: typing.Any) -> typing.Any:
    """*headers* as a message shows them, without what is between the server and the client.

    That is what it sets as a cookie, and the queries of links, which may repeat a sharing key.
    """
    shown = {name: "***" if name.lower() == "set-cookie" else redacted(value) for name, value in headers.items()}
    return headers if shown == dict(headers) else shown


def visible(text: str) -> str:
    r"""Return *text* with every character that a terminal obeys or hides written as an escape.

    >>> print(visible("\x1b[31mred \u202etxet"))
    \x1b[31mred \u202etxet
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def redacted(text: str) -> str:
    """*text* with the queries and logins of all URLs in it masked.

    >>> redacted("https://user:secret@api.flat.io/v2/scores/1?sharingKey=2 can't be reached")
    "https://***@api.flat.io/v2/scores/1?*** can't be reached"
    """
    import re

    masked = re.sub(r"\?\S+", "?***", text)
    return re.sub(r"://[^\s?#]*", _without_login, masked)


def _without_login(found: re.Match[str]) -> str:
    # Up to the last @ before a space: a password may hold a slash that should have been escaped.
    _, login, rest = found[0].rpartition("@")
    return f"://***@{rest}" if login else found[0]


def _masked(text: str) -> str:
    """Return *text*, of a server, without the secrets in it."""
    from .schemas._masking import shown_json

    return shown_json(text)


def _shown_body(body: typing.Any, most: int) -> str:
    """Return *body* as a literal, in about *most* characters: the rest of it is counted."""
    head = body[:most]
    if isinstance(head, bytes):
        head = _masked(head.decode("latin-1")).encode("latin-1")
    text = f"{head}"
    end = f"… ({len(body):,} bytes)"
    return text if len(text) < most and len(body) <= most else text[: max(0, most - len(end) - 1)] + end


def render_path(path_to_item: typing.Iterable[object]) -> str:
    """*path_to_item* as subscripts: ``('args[0]', 'errorHistory', 1)`` is ``['args[0]']['errorHistory'][1]``."""
    return "".join(f"[{step}]" if isinstance(step, int) else f"['{step}']" for step in path_to_item)


# What a refusal says. Programs match on these sentences, so they are those of the earlier client wherever that one
# named the thing found and the thing wanted; `test/test_compat.py` holds them.
SENTENCES = {
    "type": "Invalid type. Required value type is {wanted} and passed type was {found}",
    "required": "{name} is missing {count} required argument{s}: {names}",
    "additionalProperties": "{name} was passed {count} invalid argument{s}: {names}",
    "enum": "{found} is not one of {wanted}",
    "maxLength": "Invalid value `{found}`, length must be less than or equal to `{wanted}`",
    "minLength": "Invalid value `{found}`, length must be greater than or equal to `{wanted}`",
    "pattern": "Invalid value `{found}`, must match regular expression {wanted}",
    "multipleOf": "Invalid value `{found}`, value must be a multiple of `{wanted}`",
    "exclusiveMaximum": "Invalid value `{found}`, must be a value less than `{wanted}`",
    "maximum": "Invalid value `{found}`, must be a value less than or equal to `{wanted}`",
    "exclusiveMinimum": "Invalid value `{found}`, must be a value greater than `{wanted}`",
    "minimum": "Invalid value `{found}`, must be a value greater than or equal to `{wanted}`",
    "maxItems": "Invalid value `{found}`, number of items must be less than or equal to `{wanted}`",
    "minItems": "Invalid value `{found}`, number of items must be greater than or equal to `{wanted}`",
    "uniqueItems": "Invalid value `{found}`, duplicate items were found, and the tuple must not contain duplicates "
    "because `unique_items==True`",
    "maxProperties": "Invalid value `{found}`, number of properties must be less than or equal to `{wanted}`",
    "minProperties": "Invalid value `{found}`, number of properties must be greater than or equal to `{wanted}`",
    "date-time": "Value does not conform to the required ISO-8601 datetime format. "
    "Invalid value '{found}' for type datetime",
    "date": "Value does not conform to the required ISO-8601 date format. Invalid value '{found}' for type date",
    "decimal": "Value cannot be converted to a decimal. Invalid value '{found}' for type decimal",
    "format": "Invalid value '{found}' for type {wanted}",
    "oneOf": "Invalid inputs given to generate an instance of {name}. None of the oneOf schemas matched the input "
    "data.{reasons}",
    "oneOf.several": "Invalid inputs given to generate an instance of {name}. Multiple oneOf schemas {names} matched "
    "the inputs, but a max of one is allowed.",
    "anyOf": "Invalid inputs given to generate an instance of {name}. None of the anyOf schemas matched the input "
    "data.{reasons}",
    "not": "Invalid value '{found}' was passed in to {name}. Value is invalid because it is disallowed by {wanted}",
    "discriminator": "Invalid discriminator value was passed in to {name}.{key} Only the values {wanted} are allowed",
    "discriminator.missing": "Cannot deserialize input data due to missing discriminator. "
    "The discriminator property '{key}' is missing",
    "unsupported": "Invalid type passed in got input={found} type={wanted}",
    "server": "Invalid type. Required value type is str and passed type was {found}",
    "file": "Invalid file state; {found}",
    "number": "{found}, which is not a JSON number that can be kept exactly",
    "depth": "The value is nested deeper than the recursion limit of this interpreter allows",
    "json": "The text is not JSON: {found}",
}

# Keys of the table that share the keyword of another one.
KINDS = {
    "date-time": "format",
    "date": "format",
    "decimal": "format",
    "oneOf.several": "oneOf",
    "discriminator.missing": "discriminator",
    "server": "type",
}

_TYPE_KINDS = frozenset({"type", "required", "additionalProperties"})


def refusal(problems: typing.Sequence[Problem], valid_classes: typing.Iterable[type] | None = None) -> OpenApiException:
    """The error for *problems*: class and path are those of the first one, `problems` holds them all."""
    found = tuple(problems)
    first = found[0]
    return refused(first.kind, first.path, len(found), lambda: first.message, lambda: found, valid_classes)


def refused(
    kind: str,
    path: Path,
    count: int,
    sentence: typing.Callable[[], str],
    read: typing.Callable[[], tuple[Problem, ...]],
    valid_classes: typing.Iterable[type] | None = None,
) -> OpenApiException:
    """The error for *count* problems, the first of which is of *kind*, at *path*.

    Nothing is put into words yet: *sentence* returns those about the first and *read* all problems, once they are read.
    """
    is_of_type = kind in _TYPE_KINDS
    render = render_path if valid_classes and is_of_type else repr
    error: ApiTypeError | ApiValueError
    if is_of_type:
        error = ApiTypeError.__new__(ApiTypeError)
        error.valid_classes, error.key_type = valid_classes, False if valid_classes else None
    else:
        error = ApiValueError.__new__(ApiValueError)
    error.path_to_item = path
    error._problems = read
    error._unread = lambda: _sentence(sentence(), path, count, render)
    return error


def _sentence(words: str, path: Path, count: int, render: typing.Callable[[Path], str]) -> str:
    """Return what problems say together: the *words* about the first, its place, and how many more there are."""
    joint = " at path: " if words.endswith("is missing") else " at "
    more = f" (and {count - 1} more problem{'s' if count > 2 else ''})" if count > 1 else ""
    place = cut(f"{joint}{_shown_path(path, render)}", LONGEST_MESSAGE // 2)
    return f"{cut(words, LONGEST_MESSAGE - len(place) - len(more))}{place}{more}"


def _shown_path(path: Path, render: typing.Callable[[Path], str]) -> str:
    """*path* as *render* writes it, short: a long path loses its middle, a long key its end."""
    steps = tuple([step if type(step) is str and len(step) <= LONGEST_SHOWN else _shown_step(step) for step in path])
    if len(steps) <= DEEPEST_SHOWN:
        return render(steps)
    half = DEEPEST_SHOWN // 2
    return f"{render(steps[:half])} … {len(steps) - DEEPEST_SHOWN} more steps … {render(steps[-half:])}"


_class_of: typing.Callable[[object], type] = type


def _shown_step(step: object) -> object:
    """A step of a path, short; numbers and None stay what they are."""
    if isinstance(step, (bool, float, NoneType)) or (type(step) is int and abs(step) < 10**18):
        return step
    return shown(step)


def shown(value: typing.Any) -> str:
    """*value* as a message shows it: short, whatever was sent; text as it is, anything else as its repr."""
    kind = _class_of(value)
    text: str = value if kind is str else str.__str__(value) if issubclass(kind, str) else _brief(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}… ({len(text):,} characters)"


def _brief(value: object) -> str:
    from reprlib import Repr

    brief = Repr()
    brief.maxlong = brief.maxother = brief.maxstring = LONGEST_SHOWN
    try:
        return brief.repr(value)
    except Exception:  # whatever a foreign object does when it is looked at
        return f"<{type(value).__name__}>"
