"""Hosts, credentials, and which checks are on: what a client needs to know before its first request.

Nothing is opened, read or imported before it is needed: the attribute or method that wants logging or the
environment looks at it, so that importing this module and making a Configuration cost next to nothing.
"""

from __future__ import annotations

import copy
import os
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, NotRequired, Self, TypedDict, cast

from .exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    import logging

    from urllib3 import Retry, Timeout

    TimeoutSetting = float | tuple[float | None, float | None] | Timeout | None
    """Seconds in all, or seconds to connect and seconds to wait for the next bytes; None sets no limit."""

__all__ = [
    "JSON_SCHEMA_VALIDATION_KEYWORDS",
    "AccessToken",
    "AuthSetting",
    "Configuration",
    "HostSetting",
    "ServerVariable",
]

AccessToken = str | Callable[[], str | None]
"""What requests are signed with: a token, or what returns the token for the next request."""

JSON_SCHEMA_VALIDATION_KEYWORDS = frozenset(
    {
        *("multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"),
        *("maxLength", "minLength", "pattern"),
        *("maxItems", "minItems", "uniqueItems", "maxProperties", "minProperties"),
    }
)
"""What every client of this generation can switch off, by a text of words with commas between them."""

SERVERS = ("https://api.flat.io/v2",)
"""Where the Flat API is. FLAT_ACCESS_TOKEN is a token for it, and for no other."""

_WORDS = JSON_SCHEMA_VALIDATION_KEYWORDS | {"enum", "format"}
_HOST_VARIABLE = "FLAT_HOST"
_TOKEN_VARIABLE = "FLAT_ACCESS_TOKEN"
_MASK = "***"

# Kept out of every text and every pickle. The URLs lose their user and password only.
_SECRETS = frozenset({"_access_token", "password", "api_key", "proxy_headers"})
_URLS = frozenset({"_base_path", "proxy"})

# Belongs to the running process. Copies share it, pickles leave it behind.
_LOGGING = frozenset(
    ("logger", "logger_formatter", "logger_stream_handler", "logger_file_handler", "_logger_file", "_debug")
)

# What repr() shows where it differs from a fresh Configuration. A list of what may be shown, not of what may
# not: an attribute somebody adds can be a secret this module has never heard of.
_SHOWN = (
    *("username", "password", "api_key", "api_key_prefix"),
    *("server_operation_index", "server_operation_variables"),
    *("disabled_client_side_validations", "client_side_validation", "discard_unknown_keys", "strict_responses"),
    *("verify_ssl", "ssl_ca_cert", "cert_file", "key_file", "assert_hostname", "tls_server_name"),
    *("connection_pool_maxsize", "retries", "timeout", "max_response_bytes"),
    *("socket_options", "proxy", "proxy_headers", "no_proxy"),
    *("safe_chars_for_path_param", "temp_folder_path", "debug", "logger_file", "logger_format"),
)


class ServerVariable(TypedDict):
    """A part of a server's URL that the user chooses."""

    default_value: str
    description: NotRequired[str]
    enum_values: NotRequired[Sequence[str]]


class HostSetting(TypedDict):
    """A server of the API: its URL, with `{name}` wherever a variable goes."""

    url: str
    description: NotRequired[str]
    variables: NotRequired[Mapping[str, ServerVariable]]


AuthSetting = TypedDict("AuthSetting", {"type": str, "in": str, "key": str, "value": str})
"""How a request is signed: `value` goes into the header, query or cookie (`in`) named `key`."""


class _Credential(dict[str, str]):
    """An `AuthSetting` that doesn't show its value, which reports of errors may repeat with all that was at hand."""

    def __repr__(self) -> str:
        return f"<credential in {self['key']}>"


def host_of_environment() -> str | None:
    """Return the base URL that the environment gives, ``FLAT_HOST``; None where it gives none."""
    return os.environ.get(_HOST_VARIABLE, "").strip() or None


class Configuration:
    """Where the API is, who is calling, and how requests are sent and answers checked.

    >>> configuration = Configuration(access_token="secret", disabled_client_side_validations={"enum"})
    >>> configuration.host
    'https://api.flat.io/v2'
    >>> configuration
    Configuration(host='https://api.flat.io/v2', access_token='***', disabled_client_side_validations={'enum'})

    *host* is the base URL, used as it is. Without it the URL is that of server *server_index* (the first one)
    of `get_host_settings()`, completed with *server_variables*; *server_operation_index* and
    *server_operation_variables* choose otherwise for single operations, by operation id.
    *disabled_client_side_validations* names the checks to leave out: a set of JSON Schema keywords, `enum` and
    `format` among them, so that an answer with a value this package has never heard of can be read; or the historic
    text of keywords with commas between them, which knows neither of the two.
    *access_token* is what requests are signed with: a text, or a callable such as `flat_api.oauth.Token`, which is
    asked for one before each request. With *strict_responses*, an answer that does not fit its declaration is an
    error; otherwise what does not fit is kept as it came, and told in `ApiResponse.problems`.
    *discard_unknown_keys* is kept and has no effect.

    Texts made from a configuration never hold its secrets, and neither do pickles: what is unpickled takes
    the access token from the environment or has to be given one. Copies made with `copy` keep all.
    """

    # Credentials: the access token is a property below, the others serve clients of other APIs.
    username: str | None = None
    password: str | None = None
    refresh_api_key_hook: Callable[[Configuration], object] | None = None
    """Called with the configuration before an API key is read, so that it can put a new one there."""

    # TLS
    verify_ssl: bool = True
    ssl_ca_cert: str | None = None
    cert_file: str | None = None
    key_file: str | None = None
    assert_hostname: str | bool | None = None
    tls_server_name: str | None = None

    # Connections
    connection_pool_maxsize: int | None = (os.cpu_count() or 1) * 5
    retries: Retry | int | None = None
    """How often a failed call is repeated, or the whole `flat_api.rest.RetryPolicy`; None for the usual one."""
    timeout: TimeoutSetting = (5.0, 60.0)
    """For calls that don't bring their own: seconds to connect, and seconds to wait for the next bytes."""
    max_response_bytes: int | None = 256 * 1024 * 1024
    """How large a body may be that is read into memory, after decompression; None for no limit."""
    socket_options: Sequence[tuple[int, int, int | bytes]] | None = None
    proxy: str | None = None
    """The URL of a proxy for HTTP; a user and password in it are sent to it."""
    proxy_headers: Mapping[str, str] | None = None
    no_proxy: str | None = None
    """Hosts and domains to go to without the proxy, with commas between them; an asterisk is for all."""

    # Requests and answers
    safe_chars_for_path_param: str = ""
    temp_folder_path: str | None = None
    client_side_validation: bool = True
    strict_responses: bool = False
    """Whether an answer that does not fit its declaration is an error; see `flat_api.schemas.problems_of`."""

    # Logging
    logger_stream_handler: logging.Handler | None = None
    logger_file_handler: logging.FileHandler | None = None

    _default: ClassVar[Configuration | None] = None
    _access_token: AccessToken | None = None
    _debug: bool = False
    _logger_file: str | os.PathLike[str] | None = None
    _logger_format: str = "%(asctime)s %(levelname)s %(message)s"

    def __init__(
        self,
        host: str | None = None,
        discard_unknown_keys: bool = False,
        disabled_client_side_validations: str | Collection[str] = "",
        server_index: int | None = None,
        server_variables: Mapping[str, str] | None = None,
        server_operation_index: Mapping[str, int] | None = None,
        server_operation_variables: Mapping[str, Mapping[str, str]] | None = None,
        access_token: AccessToken | None = None,
        strict_responses: bool = False,
    ) -> None:
        self._base_path = self.get_host_settings()[0]["url"] if host is None else host
        self.server_index = 0 if server_index is None and host is None else server_index
        self.server_variables = server_variables or {}
        self.server_operation_index = server_operation_index or {}
        self.server_operation_variables = server_operation_variables or {}
        self.discard_unknown_keys = discard_unknown_keys
        self.strict_responses = strict_responses
        self.disabled_client_side_validations = disabled_client_side_validations
        self.access_token = access_token
        self.api_key: dict[str, str] = {}
        self.api_key_prefix: dict[str, str] = {}

    @property
    def host(self) -> str:
        """The base URL of all requests; assigning one puts it in place of the chosen server.

        Reading it raises ApiValueError when there is no such server or a variable has a forbidden value.
        """
        return self.get_host_from_settings(self.server_index, self.server_variables)

    @host.setter
    def host(self, value: str) -> None:
        self._base_path = value
        self.server_index = None

    def get_host_settings(self) -> list[HostSetting]:
        """The servers of the API, in the order that *server_index* counts."""
        return [{"url": url, "description": "No description provided"} for url in SERVERS]

    def get_host_from_settings(
        self,
        index: int | None,
        variables: Mapping[str, str] | None = None,
        servers: Sequence[HostSetting] | None = None,
    ) -> str:
        """The URL of server *index* out of *servers* (those of the API), completed with *variables*.

        No *index* means the host that was assigned. Raises ApiValueError when there is no such server, or
        when a variable has a value that is not in its list.
        """
        if index is None:
            return self._base_path
        known = self.get_host_settings() if servers is None else servers
        try:
            server = known[index]
        except IndexError:
            raise ApiValueError(f"Invalid server index {index}: it must be less than {len(known)}") from None
        return _complete_url(server, variables or {})

    @property
    def access_token(self) -> AccessToken | None:
        """The OAuth2 token, without the word Bearer, or a callable that returns it.

        While it is None, the environment variable FLAT_ACCESS_TOKEN is read each time. An empty text means to
        send no token at all, whatever the environment says.
        """
        if self._access_token is not None:
            return self._access_token
        return os.environ.get(_TOKEN_VARIABLE, "").strip() or None

    @access_token.setter
    def access_token(self, value: AccessToken | None) -> None:
        self._access_token = value

    def current_access_token(self) -> str | None:
        """Return the token that the next request is signed with; None for none.

        Raises what a callable in `access_token` raises, and ApiTypeError where the token is not a text.
        """
        return _asked(self.access_token)

    def auth_settings(self) -> dict[str, AuthSetting]:
        """Return how to sign a request, by the name of the security scheme; empty without an access token.

        Raises ApiValueError for a token that no header can hold.
        """
        token = self.current_access_token()
        if not token:
            return {}
        _check_credential("access_token", token)
        return {
            "OAuth2": {"type": "oauth2", "in": "header", "key": "Authorization", "value": f"Bearer {token}"},
        }

    def auth_setting(self, name: str, scheme: Mapping[str, Any]) -> AuthSetting | None:
        """Return how to sign a request of another API with its security scheme *name*; None without a credential.

        *scheme* is the Security Scheme Object of OpenAPI. By its type, the credential is ``api_key[name]`` with its
        prefix, `username` and `password`, or the `access_token` that was assigned: the one in the environment is for
        the Flat API. Raises ApiValueError for a credential that can't stand where it has to.
        """
        kind = scheme.get("type")
        if kind == "apiKey":
            place, key, value = scheme["in"], scheme["name"], self.get_api_key_with_prefix(name)
        else:
            place, key, value = "header", "Authorization", self._authorization(scheme)
        if not value:
            return None
        if place != "query":
            _check_credential(f"The credential for {name}", value)
        if place == "cookie":
            if set(value) & set(' ",;\\'):
                raise ApiValueError(f"The credential for {name} holds a character that no cookie can hold")
            value = f"{key}={value}"
        return cast("AuthSetting", _Credential({"type": str(kind), "in": place, "key": key, "value": value}))

    def _authorization(self, scheme: Mapping[str, Any]) -> str | None:
        """The value of an Authorization header, for a *scheme* other than an API key."""
        kind = str(scheme.get("scheme")).lower() if scheme.get("type") == "http" else scheme.get("type")
        if kind == "basic" and (self.username is not None or self.password is not None):
            return self.get_basic_auth_token()
        token = _asked(self._access_token) if kind in ("bearer", "oauth2", "openIdConnect") else None
        return f"Bearer {token}" if token else None

    def get_api_key_with_prefix(self, identifier: str, alias: str | None = None) -> str | None:
        """The API key *identifier*, or else *alias*, behind the prefix of *identifier*; None without one."""
        if self.refresh_api_key_hook is not None:
            self.refresh_api_key_hook(self)
        key = self.api_key.get(identifier) or self.api_key.get(alias or identifier)
        prefix = self.api_key_prefix.get(identifier)
        return f"{prefix} {key}" if key and prefix else key or None

    def get_basic_auth_token(self) -> str:
        """The value of an Authorization header made from `username` and `password`."""
        import base64

        pair = f"{self.username or ''}:{self.password or ''}"
        try:
            data = pair.encode("latin-1")
        except UnicodeEncodeError:  # RFC 7617 leaves UTF-8 for what the older encoding cannot say
            data = pair.encode("utf-8")
        return "Basic " + base64.b64encode(data).decode("ascii")

    @property
    def disabled_client_side_validations(self) -> str | Collection[str]:
        """The JSON Schema keywords that are not checked, as they were given.

        A set, list or tuple may name all of JSON_SCHEMA_VALIDATION_KEYWORDS, `enum` and `format`; a text, with
        commas and no spaces between the words, the keywords only, as it always did. Another word raises
        ApiValueError, and what is not a collection of words ApiTypeError; the words from before then stay.
        """
        return self._disabled_words

    @disabled_client_side_validations.setter
    def disabled_client_side_validations(self, value: str | Collection[str]) -> None:
        # The set has a name of its own because clients of this generation read it, on each check they make.
        self._disabled_client_side_validations = _parse_words(value)
        self._disabled_words = value

    @cached_property
    def logger(self) -> dict[str, logging.Logger]:
        """The loggers that `debug` and `logger_file` act on: those of this package and of urllib3."""
        import logging

        names = {"package_logger": "flat_api", "urllib3_logger": "urllib3"}
        return {key: logging.getLogger(name) for key, name in names.items()}

    @property
    def debug(self) -> bool:
        """Whether the loggers tell everything.

        Assigning True sets their level to DEBUG, False to WARNING; before that they are left as they are. What they
        tell of requests has neither queries nor logins in it, whoever listens. The debug output of `http.client`
        stays off, since it prints the access token.
        """
        return self._debug

    @debug.setter
    def debug(self, value: bool) -> None:
        self._debug = value
        for logger in self.logger.values():
            logger.setLevel("DEBUG" if value else "WARNING")

    @property
    def logger_file(self) -> str | os.PathLike[str] | None:
        """The file the loggers write to; assigning opens it and closes the one before, None only closes.

        A copy tells the same name, but only the configuration that opened the file closes it.
        """
        return self._logger_file

    @logger_file.setter
    def logger_file(self, value: str | os.PathLike[str] | None) -> None:
        handler = self._open_log(value) if value else None
        self._close_log()
        self._logger_file = value
        self.logger_file_handler = handler
        if handler is not None:
            for logger in self.logger.values():
                logger.addHandler(handler)

    def _open_log(self, path: str | os.PathLike[str]) -> logging.FileHandler:
        import logging

        handler = logging.FileHandler(path, encoding="utf-8")
        handler.setFormatter(self.logger_formatter)
        return handler

    def _close_log(self) -> None:
        if self.logger_file_handler is None:
            return
        for logger in self.logger.values():
            logger.removeHandler(self.logger_file_handler)
        self.logger_file_handler.close()

    @property
    def logger_format(self) -> str:
        """How a line of `logger_file` looks, in the % style of logging; an open file changes with it."""
        return self._logger_format

    @logger_format.setter
    def logger_format(self, value: str) -> None:
        import logging

        self.logger_formatter = logging.Formatter(value)
        self._logger_format = value
        if self.logger_file_handler is not None:
            self.logger_file_handler.setFormatter(self.logger_formatter)

    @cached_property
    def logger_formatter(self) -> logging.Formatter:
        """What `logger_format` becomes for the handlers of logging."""
        import logging

        return logging.Formatter(self._logger_format)

    @classmethod
    def set_default(cls, default: Configuration | None) -> None:
        """Make a copy of *default* what `get_default_copy` gives from now on; None takes it away."""
        cls._default = copy.deepcopy(default)

    @classmethod
    def get_default_copy(cls) -> Configuration:
        """A copy of what `set_default` was given, free to change; without one a fresh configuration."""
        return cls() if cls._default is None else copy.deepcopy(cls._default)

    def to_debug_report(self) -> str:
        """Return what to put into a bug report: system, interpreter and versions; nothing about the caller."""
        from . import __version__

        return "\n".join(
            (
                "Python SDK Debug Report:",
                f"OS: {sys.platform}",
                f"Python Version: {sys.version}",
                "Version of the API: 2.18.0",
                f"SDK Package Version: {__version__}",
            )
        )

    def __copy__(self) -> Self:
        twin = object.__new__(type(self))
        vars(twin).update(vars(self), logger_file_handler=None)
        if "logger" in vars(self):
            twin.logger = dict(self.logger)
        return twin

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        twin = self.__copy__()
        memo[id(self)] = twin
        memo[id(self._access_token)] = self._access_token  # one that renews itself is renewed for all copies at once
        own = {name: value for name, value in vars(self).items() if name not in _LOGGING}
        vars(twin).update(copy.deepcopy(own, memo))
        return twin

    def __getstate__(self) -> dict[str, object]:
        """Return what a pickle holds. It may be logged or stored by others, so the secrets are not in it."""
        state = {name: value for name, value in vars(self).items() if name not in _SECRETS | _LOGGING}
        for name in _URLS & state.keys():
            state[name] = _without_login(state[name])
        state["api_key"] = {}
        return state

    def __repr__(self) -> str:
        token = {"access_token": _MASK} if self.access_token else {}
        shown = {"host": self._shown_host(), **token, **self._changed_settings()}
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in shown.items())})"

    def _changed_settings(self) -> dict[str, object]:
        fresh = Configuration()
        changed = [name for name in _SHOWN if getattr(self, name) != getattr(fresh, name)]
        return {name: self._shown(name) for name in changed}

    def _shown(self, name: str) -> object:
        value = getattr(self, name)
        if name in _SECRETS:
            return _MASK
        return _replace_login(value, f"{_MASK}@") if name in _URLS else value

    def _shown_host(self) -> object:
        try:
            return _replace_login(self.host, f"{_MASK}@")
        except (LookupError, TypeError, ValueError) as error:  # a repr must not fail
            return error


def _complete_url(server: HostSetting, variables: Mapping[str, str]) -> str:
    """The URL of *server* with its variables filled in, by their defaults where *variables* says nothing."""
    url = server["url"]
    for name, variable in server.get("variables", {}).items():
        value = variables.get(name, variable["default_value"])
        allowed = variable.get("enum_values")
        if allowed is not None and value not in allowed:
            raise ApiValueError(f"Server variable {name}: {value!r} is not one of {', '.join(allowed)}")
        url = url.replace(f"{{{name}}}", value)
    return url


def _asked(credential: object) -> str | None:
    token = credential() if callable(credential) else credential
    if token is not None and not isinstance(token, str):
        raise ApiTypeError(f"expected a str or a callable that returns one as access_token, got {type(token).__name__}")
    return token


def _check_credential(name: str, value: str) -> None:
    # http.client would refuse the header too, with the whole credential in its sentence.
    if not (value.isascii() and value.isprintable()):
        raise ApiValueError(f"{name} holds a line break or another character that no header can hold")


def _parse_words(value: object) -> frozenset[str]:
    """The keywords in *value*: a collection of words, or the historic text with commas between them."""
    if isinstance(value, str):
        return _checked(filter(None, value.split(",")), JSON_SCHEMA_VALIDATION_KEYWORDS)
    if isinstance(value, (set, frozenset, list, tuple)):
        return _checked(cast("Collection[object]", value), _WORDS)
    found = type(value).__name__
    raise ApiTypeError(f"disabled_client_side_validations must be a set of words or a comma-separated str, not {found}")


def _checked(words: Iterable[object], known: frozenset[str]) -> frozenset[str]:
    checked: set[str] = set()
    for word in words:
        if not isinstance(word, str) or word not in known:
            raise ApiValueError(_unknown_word(word, known))
        checked.add(word)
    return frozenset(checked)


def _unknown_word(word: object, known: frozenset[str]) -> str:
    import difflib

    if isinstance(word, str) and word in _WORDS:
        return f"Invalid keyword: {word!r} is understood in a set of words, {{{word!r}}}, and not in a text"
    near = difflib.get_close_matches(str(word), sorted(known), n=1)
    hint = f", did you mean {near[0]!r}?" if near else "."
    return f"Invalid keyword: {word!r}{hint} Known keywords: {', '.join(sorted(known))}"


def _without_login(url: object) -> str | None:
    """*url* as it is used, without the user and password in it; an @ in its path is not a login."""
    import re

    authority = re.match(r"(?:[A-Za-z][A-Za-z0-9+.-]*://)?([^/?#]*)", str(url))
    before = authority[1] if authority else ""
    # "user:pa" in front of a slash is not a host and port, but a password with a slash that should have been escaped.
    if not isinstance(url, str) or "@" in before or re.search(r":(?!\d*\Z)", before.rpartition("]")[2]):
        return _replace_login(url, "")
    return url


def _replace_login(url: object, login: str) -> str | None:
    """*url* with *login* in place of the user and password before its last @."""
    if url is None:
        return None
    import re

    # Up to the last @, not the first slash: a password may hold a slash that should have been escaped.
    return re.sub(r"\A([A-Za-z][A-Za-z0-9+.-]*://)?.*@", rf"\g<1>{login}", str(url), flags=re.DOTALL)
