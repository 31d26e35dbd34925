"""What names of other clients of this API are called here, for the errors about them.

docs/moving.md says how whole programs move. Only the standard library is imported in here, and nothing else when a
function is called: `RetiredFinder` runs in the middle of an import.
"""

from __future__ import annotations

import os
import re
import sys
import typing

if typing.TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import ModuleType

GUIDE = "docs/moving.md"

CALLS = {
    "AccountApi": "account",
    "CollectionApi": "collections",
    "EduResourcesApi": "edu_resources",
    "GroupApi": "groups",
    "ModelClassApi": "classes",
    "OMRApi": "omr",
    "OrganizationApi": "organizations",
    "ScoreApi": "scores",
    "TaskApi": "tasks",
    "UserApi": "users",
}
"""The attribute of `flat_api.Flat` that has the operations of each class in `flat_api.apis.tags`."""

NAMES = {
    "api": "flat_api.apis.tags, as in flat_api.apis.tags.score_api.ScoreApi, or the plain form: flat_api.Flat",
    "api_response": "flat_api.api_client.ApiResponse",
    "ApiResponse": "flat_api.api_client.ApiResponse",
    "FlatApi": "flat_api.Flat",
    "FlatClient": "flat_api.Flat",
    "AsyncFlatClient": "flat_api.AsyncFlat",
    "paginate": "the method iterate of lists, as in flat_api.Flat().collections.list_collections.iterate",
    "FlatAPI": "flat_api.Flat",
    "Client": "flat_api.Flat",
    "RESTResponse": "flat_api.api_client.ApiResponse.response",
    "OAuth2Helper": "flat_api.oauth.OAuth",
    "TokenManager": "flat_api.oauth.Token",
    "Tokens": "flat_api.oauth.Token",
}

ERRORS = {
    "": "ApiException",
    "api": "ApiException",
    "apiconnection": "ApiConnectionError",
    "apiresponsevalidation": "ApiResponseError",
    "apistatus": "ApiException",
    "apitimeout": "ApiTimeoutError",
    "authentication": "UnauthorizedError",
    "authorization": "ForbiddenError",
    "badrequest": "BadRequestError",
    "conflict": "ConflictError",
    "connection": "ApiConnectionError",
    "contenttoolarge": "ContentTooLargeError",
    "forbidden": "ForbiddenError",
    "http": "ApiException",
    "internalserver": "ServerError",
    "network": "ApiConnectionError",
    "notfound": "NotFoundError",
    "paymentrequired": "PaymentRequiredError",
    "permission": "ForbiddenError",
    "permissiondenied": "ForbiddenError",
    "ratelimit": "RateLimitError",
    "server": "ServerError",
    "service": "ServerError",
    "task": "TaskError",
    "timeout": "ApiTimeoutError",
    "toomanyrequests": "RateLimitError",
    "unauthorized": "UnauthorizedError",
    "unprocessablecontent": "UnprocessableContentError",
    "unprocessableentity": "UnprocessableContentError",
    "validation": "UnprocessableContentError",
}
"""The classes of `flat_api.exceptions` by what others call them, without ``Flat`` in front and ``Error`` behind."""

_HOME = os.path.dirname(__file__)


def advice(fullname: str) -> str | None:
    """Return what is used here in place of *fullname*, a dotted name of another client; None where that isn't known.

    >>> advice("flat_api.exceptions.NotFoundException")
    'flat_api.exceptions.NotFoundError'
    """
    _, *places, name = fullname.split(".")
    place = ".".join(places)
    if place == "api" or place.startswith("api."):
        return _operations(name) or _model(name)
    if place == "models":
        return _model(name)
    return _anything(name) if place in ("", "exceptions", "oauth", "rest") else None


def message(module: str, name: str) -> str:
    """Return what the AttributeError says about a *name* that *module* lacks."""
    return _sentence(f"module {module!r} has no attribute {name!r}", f"{module}.{name}")


def _sentence(missing: str, fullname: str) -> str:
    here = advice(fullname)
    return missing if here is None else f"{missing}; use {here} ({GUIDE} tells how to move from other clients)"


def _anything(name: str) -> str | None:
    return NAMES.get(name) or _error(name) or _operations(name) or _model(name)


def _operations(name: str) -> str | None:
    """The class of operations that another client calls *name*, or has in a module called so."""
    wanted = name.replace("_", "").lower()
    for cls, attribute in CALLS.items():
        if cls.lower() in (wanted, f"model{wanted}"):  # class is a word of Python
            place = f"flat_api.apis.tags.{_snake(cls.removesuffix('Api'))}_api.{cls}"
            return f"{place}, or the plain form: flat_api.Flat(access_token=...).{attribute}"
    return None


def _model(name: str) -> str | None:
    """The model called *name*, or in a module called so."""
    module = _snake(name)
    if not module.isidentifier() or not os.path.exists(os.path.join(_HOME, "model", f"{module}.py")):
        return None
    return f"flat_api.model.{module}" if name == module else f"flat_api.models.{name}"


def _error(name: str) -> str | None:
    found = re.fullmatch(r"(?:Flat)?(\w*?)(?:Error|Exception)", name)
    cls = ERRORS.get(found[1].lower()) if found else None
    return cls and f"flat_api.exceptions.{cls}"


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z\d])(?=[A-Z])", "_", name).lower()


class RetiredFinder:
    """Finds no module. Raises ImportError for names that only other clients have, which says what to use here.

    An ``import`` of a module and a ``from ... import`` of what a package lacks both end here, after all other finders.
    """

    def find_spec(
        self, fullname: str, path: typing.Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """None, where there is nothing to say about *fullname*."""
        package, _, name = fullname.rpartition(".")
        if package.partition(".")[0] != __package__ or name.startswith("_") or advice(fullname) is None:
            return None
        if name[0].isupper():  # the name of a class
            raise ImportError(_sentence(f"cannot import name {name!r} from {package!r}", fullname), name=package)
        raise ModuleNotFoundError(_sentence(f"No module named {fullname!r}", fullname), name=fullname)


sys.meta_path.append(RetiredFinder())
