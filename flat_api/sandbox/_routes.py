"""From method and path of a request to the operation that is meant."""

from __future__ import annotations

import typing
from functools import cache
from urllib.parse import unquote

from werkzeug.exceptions import NotFound
from werkzeug.routing import Map, Rule

from ..operations._catalogue import Listed, operations
from ._errors import HttpError


class Route(typing.NamedTuple):
    """The operation of a request, and the parameters in its path: escaped as they came, since styles need that."""

    listed: Listed
    segments: dict[str, str]


class Routes:
    """The paths of *declared* operations.

    A fixed segment is more than a parameter in its place, whatever the methods are and wherever they are declared.
    """

    def __init__(self, declared: typing.Iterable[Listed]) -> None:
        paths: dict[str, dict[str, Listed]] = {}
        for listed in declared:
            paths.setdefault(listed.operation.path, {})[listed.operation.method] = listed
        self._methods = paths
        rules = [Rule(_rule(path), endpoint=path) for path in paths]
        self._adapter = Map(rules, merge_slashes=False, redirect_defaults=False).bind("sandbox")

    def find(self, method: str, path: str) -> Route:
        """Return the route of *path*, which is as it came, with its escapes; a HEAD is a GET.

        Raises HttpError, 404 for a path that there isn't and 405 for a method that it doesn't have.
        """
        found, segments = self._match(path)
        listed = found.get("GET" if method == "HEAD" else method)
        if listed is None:
            allowed = ", ".join(_allowed(found))
            message = f"{unquote(path)} takes {allowed}, not {method}."
            raise HttpError(405, "METHOD_NOT_ALLOWED", message, headers={"Allow": allowed})
        return Route(listed, segments)

    def methods(self, path: str) -> list[str]:
        """Return the methods that *path* takes. Raises HttpError, 404, where there is no such path."""
        return _allowed(self._match(path)[0])

    def _match(self, path: str) -> tuple[dict[str, Listed], dict[str, str]]:
        try:
            if path.startswith("//"):  # werkzeug passes over all but one of them
                raise NotFound
            known, segments = self._adapter.match(path)
        except NotFound:
            raise HttpError(404, "NOT_FOUND", f"The API has no path {unquote(path)}.") from None
        return self._methods[str(known)], {name: str(value) for name, value in segments.items()}


@cache
def all_routes() -> Routes:
    """Return the routes of the whole API, made once."""
    return Routes(operations())


def _allowed(methods: dict[str, Listed]) -> list[str]:
    return [*methods, *(["HEAD"] if "GET" in methods else []), "OPTIONS"]


def _rule(path: str) -> str:
    return path.replace("{", "<").replace("}", ">")
