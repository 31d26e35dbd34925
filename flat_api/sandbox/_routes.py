"""From method and path of a request to the operation that is meant."""

from __future__ import annotations

import typing
from urllib.parse import unquote

from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import Map, Rule

from ..operations._catalogue import Listed, operations
from ._refusals import Refusal

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")


class Route(typing.NamedTuple):
    """The operation of a request, and the parameters in its path: escaped as they came, since styles need that."""

    listed: Listed
    segments: dict[str, str]


class Routes:
    """The paths of *declared* operations, those of the API unless others are given.

    A fixed segment is more than a parameter in its place, wherever the operations are declared.
    """

    def __init__(self, declared: typing.Iterable[Listed] | None = None) -> None:
        rules = [
            Rule(_rule(listed.operation.path), endpoint=listed, methods=[listed.operation.method])
            for listed in (operations() if declared is None else declared)
        ]
        self._map = Map(rules, strict_slashes=True, merge_slashes=False, redirect_defaults=False)
        self._adapter = self._map.bind("sandbox")

    def find(self, method: str, path: str) -> Route:
        """The route of *path*, which is as it came, with its escapes.

        Raises Refusal, 404 for a path that there isn't and 405 for a method that it doesn't have.
        """
        try:
            listed, segments = self._adapter.match(path, method)
        except NotFound:
            raise Refusal(404, "NOT_FOUND", f"The API has no path {unquote(path)}.") from None
        except MethodNotAllowed:
            allowed = ", ".join(self.methods(path))
            message = f"{unquote(path)} takes {allowed}, not {method}."
            raise Refusal(405, "METHOD_NOT_ALLOWED", message, headers={"Allow": allowed}) from None
        return Route(listed, {name: str(value) for name, value in segments.items()})

    def methods(self, path: str) -> list[str]:
        """The methods that *path* takes; empty where there is no such path."""
        allowed = set(self._adapter.allowed_methods(path))
        return [method for method in METHODS if method in allowed or (method == "OPTIONS" and allowed)]


def _rule(path: str) -> str:
    return path.replace("{", "<").replace("}", ">")
