"""Connections through a proxy, and to which hosts they go without it."""

from __future__ import annotations

import base64
import ipaddress
import re
import typing
from urllib.parse import unquote_to_bytes

import urllib3
from urllib3.util import parse_url

__all__ = ["ProxyManager", "is_bypassed", "with_login"]


class ProxyManager(urllib3.ProxyManager):
    """Connections through *proxy*, with the login in its URL, and by *direct* to the hosts in *no_proxy*."""

    def __init__(
        self,
        proxy: str,
        direct: urllib3.PoolManager,
        *,
        no_proxy: str = "",
        headers: typing.Mapping[str, str] | None = None,
        **options: typing.Any,
    ) -> None:
        super().__init__(proxy, proxy_headers=with_login(proxy, headers or {}), **options)
        self.direct = direct
        self._no_proxy = no_proxy

    def urlopen(  # type: ignore[override]  # as urllib3's own managers do
        self, method: str, url: str, redirect: bool = True, **options: typing.Any
    ) -> urllib3.BaseHTTPResponse:
        if is_bypassed(url, self._no_proxy):
            return self.direct.urlopen(method, url, redirect, **options)
        return super().urlopen(method, url, redirect, **options)


def with_login(proxy: str, headers: typing.Mapping[str, str]) -> urllib3.HTTPHeaderDict:
    """Return *headers* with the user and password in the URL of *proxy*, in UTF-8 (RFC 7617, 2.1)."""
    login = parse_url(proxy).auth
    found = urllib3.HTTPHeaderDict()
    if login:
        found["Proxy-Authorization"] = f"Basic {base64.b64encode(unquote_to_bytes(login)).decode()}"
    found.update(headers)
    return found


def is_bypassed(url: str, no_proxy: str) -> bool:
    """Return whether *no_proxy* has the host of *url*.

    Its entries, with commas or spaces between them, are hosts and the domains that hosts are in, with a port or for
    any, IP addresses, blocks of them in CIDR notation, and an asterisk for all. Upper case and a dot at the end mean
    nothing.
    """
    if not no_proxy:
        return False
    target = parse_url(url)
    host = _plain(target.host or "")
    address = _address(host)
    for entry in re.split(r"[,\s]+", no_proxy):
        name, port = _parts(entry)
        if port is not None and port != (target.port or _PORTS.get(target.scheme or "")):
            continue
        if name == "*" or (name and _matches(name, host, address)):
            return True
    return False


_PORTS = {"http": 80, "https": 443}
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def _matches(name: str, host: str, address: _Address | None) -> bool:
    if address is not None:
        try:
            return address in ipaddress.ip_network(name, strict=False)
        except ValueError:  # a domain, or the end of an address
            pass
    return f".{host}".endswith(f".{name.removeprefix('*').lstrip('.')}")


def _plain(host: str) -> str:
    """Return *host* without brackets, zone, upper case and the dot of the root."""
    return host.strip("[]").partition("%")[0].lower().removesuffix(".")


def _address(host: str) -> _Address | None:
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def _parts(entry: str) -> tuple[str, int | None]:
    """Return the name in an entry and its port, None for any."""
    if entry.startswith("["):
        name, _, rest = entry[1:].partition("]")
        name, port = (name + rest, "") if rest.startswith("/") else (name, rest.removeprefix(":"))
    elif entry.count(":") == 1:
        name, _, port = entry.partition(":")
    else:  # an IPv6 address has several, and they lead to no port
        name, port = entry, ""
    return _plain(name), int(port) if port.isascii() and port.isdecimal() and len(port) < 6 else None
