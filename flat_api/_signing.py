"""How a request to the API is signed: by which headers, and for which origin. There is no I/O in it."""

from __future__ import annotations

import typing

from urllib3 import HTTPHeaderDict

from . import __version__
from ._hooks import Hooks
from ._origin import origin
from .configuration import Configuration
from .exceptions import ApiValueError

if typing.TYPE_CHECKING:
    from .configuration import AuthSetting

__all__ = ["Signed", "Signing"]


class _Headers(HTTPHeaderDict):
    """Headers that don't show their values, which reports of errors may repeat with all that was at hand."""

    def __repr__(self) -> str:
        return f"<headers {', '.join(self)}>"


class Signed(typing.NamedTuple):
    """Where a request goes, and with which headers; no redirect may take those *at_home* to another origin."""

    url: str
    headers: HTTPHeaderDict
    at_home: typing.Sequence[str]


class Signing:
    """What a client knows of the requests it sends: the configuration, and the headers and the cookie for all of them.

    *configuration* says where the API is and who is calling. *header_name* and *header_value* are a header for all
    requests, *cookie* is one for all of them. With *strict_responses*, as with the setting of that name in
    *configuration*, an answer that does not fit its declaration is an error.
    """

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
        *,
        strict_responses: bool = False,
    ) -> None:
        self.configuration = Configuration() if configuration is None else configuration
        self.default_headers: HTTPHeaderDict = _Headers()
        self.cookie = cookie
        self.user_agent = f"flat-api-frozen/{__version__}"
        self.hooks = Hooks()
        self._is_strict = strict_responses
        if header_name is not None:
            self.set_default_header(header_name, header_value or "")

    @property
    def strict_responses(self) -> bool:
        """Whether an answer that does not fit its declaration is an error, here or in the configuration."""
        return self._is_strict or self.configuration.strict_responses

    @property
    def user_agent(self) -> str:
        """What requests say is calling."""
        return self.default_headers["User-Agent"]

    @user_agent.setter
    def user_agent(self, value: str) -> None:
        self.default_headers["User-Agent"] = value

    def set_default_header(self, header_name: str, header_value: str) -> None:
        """Send this header with each request to the API, unless the request has one of that name."""
        self.default_headers[header_name] = header_value

    def signed(
        self,
        resource_path: str,
        method: str,
        headers: typing.Mapping[str, str] | None,
        body: str | bytes | None,
        auth_settings: typing.Sequence[str | AuthSetting] | None,
        host: str | None,
        base: str | None,
    ) -> Signed:
        """Return where a request goes and its headers; the arguments are those of `ApiClient.call_api`.

        The access token may have to be renewed for it, which takes its time where the configuration has a callable.
        Raises ApiValueError for a *resource_path* that doesn't begin with a slash.
        """
        if not resource_path.startswith("/"):
            raise ApiValueError(
                f"resource_path must begin with a slash, or it could change the host: {resource_path!r}"
            )
        own = self.configuration.host if base is None else base
        place = own if host is None else host
        at_home: typing.Sequence[str] = ()
        if place is own or origin(place) == origin(own):
            used = self.default_headers.copy()
            if self.cookie:
                used["Cookie"] = self.cookie
            self.update_params_for_auth(used, auth_settings, resource_path, method, body)
            # Authorization is kept at home by every policy, and the user agent is not a secret.
            if len(used) > 1 + ("Authorization" in used):
                at_home = [name for name in used if name != "User-Agent"]
        else:
            used = HTTPHeaderDict({"User-Agent": self.user_agent})
        _put(used, headers or {})
        return Signed(place.rstrip("/") + resource_path, used, at_home)

    def update_params_for_auth(
        self,
        headers: HTTPHeaderDict,
        auth_settings: typing.Sequence[str | AuthSetting] | None,
        resource_path: str,
        method: str,
        body: str | bytes | None,
    ) -> None:
        """Add to *headers* what *auth_settings* say, or the configuration for the security schemes of their names."""
        entries = auth_settings or ()
        known = self.configuration.auth_settings() if any(isinstance(entry, str) for entry in entries) else {}
        for entry in entries:
            setting = known.get(entry) if isinstance(entry, str) else entry
            if setting is None:
                continue
            if setting["in"] == "cookie":
                headers["Cookie"] = "; ".join([*headers.getlist("Cookie"), setting["value"]])  # RFC 6265: one header
            elif setting["in"] == "header":
                headers[setting["key"]] = setting["value"]
            else:
                raise ApiValueError("Authentication token must be in `cookie` or `header`")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.configuration!r})"


def _put(used: HTTPHeaderDict, headers: typing.Mapping[str, str]) -> None:
    """Put *headers* into *used*, in place of those of the same name; cookies go together (RFC 6265: one header)."""
    cookies = used.getlist("Cookie")
    for name in headers:
        used[name] = headers[name]
    if cookies and used.getlist("Cookie") != cookies:
        used["Cookie"] = "; ".join([*cookies, *used.getlist("Cookie")])
