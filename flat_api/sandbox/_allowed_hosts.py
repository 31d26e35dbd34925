"""The hosts that a request may be for: those that lead to this server, and none that somebody else's page made up."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable

_AUTHORITY = re.compile(r"(\[[0-9A-Fa-f:.%]+\]|[^\s:@/?#\[\]]+)(?::[0-9]{0,5})?")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Hosts:
    """The names in the ``Host`` header of requests that a server at *address* answers.

    These are *address*, the names of the loopback, and *more*. Where *address* stands for all of the machine's, any IP
    address is one of them, and so is the name of the machine. The port doesn't count: it can be forwarded.

    A browser sends the name that a page was loaded from, wherever the name leads to by now; so a page of another site,
    whose name was made to lead to this machine, can't use the server (DNS rebinding).
    """

    def __init__(self, address: str, more: Iterable[str] = ()) -> None:
        self._is_open = str(_known(address)) in ("0.0.0.0", "::")
        machine = (socket.gethostname(),) if self._is_open else ()
        self._names = {_known(name) for name in (address, *_LOOPBACK, *machine, *more)}

    def __contains__(self, authority: object) -> bool:
        """Return whether *authority*, a host with or without a port, is one of them."""
        found = _AUTHORITY.fullmatch(str(authority))
        if found is None:
            return False
        name = _known(found[1].strip("[]"))
        return name in self._names or (self._is_open and not isinstance(name, str))


def _known(name: str) -> str | ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Return *name* so that it can be compared: an IP address, or a name in lower case."""
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return name.lower().removesuffix(".")
