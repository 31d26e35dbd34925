"""Where requests go, and how they are signed: the servers, security schemes and requirements that an API declares.

The rules are those of OpenAPI: of several requirements one has to be met, all schemes of that one go together, and one
without schemes makes signing optional.
"""

from __future__ import annotations

import re
import typing
from urllib.parse import quote

from ..configuration import SERVERS
from ..exceptions import ApiValueError

if typing.TYPE_CHECKING:
    from ..configuration import AuthSetting, Configuration, HostSetting
    from ._operation import Operation

Requirements = typing.Sequence[str | typing.Sequence[str]]
"""The ways to sign a request, each of which will do: one security scheme, or several that go together; `()` is none."""

Servers = typing.Sequence["str | HostSetting"]
"""Where an API is: URLs, as mappings where they have variables; the first is the usual one."""


class Secured(typing.Protocol):
    """What a class of operations says of all of them."""

    security_schemes: typing.ClassVar[typing.Mapping[str, typing.Any]]

    @property
    def auth_settings(self) -> Requirements: ...
    @property
    def servers(self) -> Servers: ...


def address(
    request: dict[str, typing.Any], operation: Operation[typing.Any], service: Secured, configuration: Configuration
) -> None:
    """Complete *request*, keywords of `Client.call_api`, by where it goes and what it is signed with.

    An operation of the Flat API goes to the host of *configuration*, whose access token it is signed with if there is
    one. One of another API goes to a server of that API, unless a host was assigned, and is never sent unsigned where
    it has to be signed: ApiValueError then says what *configuration* lacks.
    """
    requirements = service.auth_settings if operation.auth is None else operation.auth
    servers = operation.servers or service.servers
    if not servers or tuple(servers) == SERVERS:
        request["auth_settings"] = list(requirements)
        return
    request["base"] = _base(operation, servers, configuration)
    settings = _signature(operation.name, requirements, service.security_schemes, configuration)
    request["auth_settings"] = [setting for setting in settings if setting["in"] != "query"]
    for setting in settings:
        if setting["in"] == "query":
            joint = "&" if "?" in request["resource_path"] else "?"
            request["resource_path"] += f"{joint}{quote(setting['key'], '')}={quote(setting['value'], '')}"


def _base(operation: Operation[typing.Any], servers: Servers, configuration: Configuration) -> str | None:
    """The URL of the server that *configuration* chooses; None where a host was assigned to it."""
    usual = 0 if operation.servers and configuration.server_index is not None else configuration.server_index
    index = configuration.server_operation_index.get(operation.id, usual)
    if index is None:
        return None
    variables = configuration.server_operation_variables.get(operation.id, configuration.server_variables)
    known: list[HostSetting] = [{"url": server} if isinstance(server, str) else server for server in servers]
    url = configuration.get_host_from_settings(index, variables, known)
    if not re.match(r"https?://[^/?#{}]", url, re.IGNORECASE):
        raise ApiValueError(f"{operation.name}: the API names no host, but {url!r}: set Configuration(host=...)")
    return url


def _signature(
    name: str, requirements: Requirements, schemes: typing.Mapping[str, typing.Any], configuration: Configuration
) -> list[AuthSetting]:
    """Return how to sign a request for the operation *name*: by the first of *requirements* that can be met."""
    lacking: list[str] = []
    for requirement in requirements:
        names = (requirement,) if isinstance(requirement, str) else requirement
        found = {scheme: configuration.auth_setting(scheme, schemes.get(scheme, {})) for scheme in names}
        settings = [setting for setting in found.values() if setting is not None]
        if settings and len(settings) == len(found):
            return settings
        missing = [scheme for scheme, setting in found.items() if setting is None]
        lacking.append(" and ".join(_source(scheme, schemes.get(scheme, {})) for scheme in missing))
    if not lacking or "" in lacking:
        return []
    raise ApiValueError(f"{name} has to be signed, and the configuration lacks {', or '.join(lacking)}")


def _source(name: str, scheme: typing.Mapping[str, typing.Any]) -> str:
    """Return what a Configuration needs to sign with the security scheme *name*."""
    kind = str(scheme.get("scheme", "")).lower() if scheme.get("type") == "http" else scheme.get("type")
    if kind == "apiKey":
        return f"api_key[{name!r}]"
    if kind in ("oauth2", "openIdConnect", "bearer"):
        return "access_token"
    return "username and password" if kind == "basic" else f"a way to sign with the security scheme {name!r}"
