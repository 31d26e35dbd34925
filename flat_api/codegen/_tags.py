"""Which classes of operations there are, and what is in them: one class for each tag, one module for each class."""

from __future__ import annotations

import keyword
import re
import typing
from functools import partial

from ..api_client import Api as Service
from ..operations._catalogue import tag_of
from . import _names
from ._api import Api

METHODS = ("get", "post", "put", "patch", "delete", "head", "options")
_RESERVED = frozenset([*dir(Service), "api_client", *_names.VOCABULARY, *METHODS])
"""Names that no operation may have: those of its class, and those that it is declared with."""


class Tag(typing.NamedTuple):
    """One class of operations, *class_name* in *module*: those it declares, and those it takes from other classes.

    *operations* has them by method and path, with the tag of the class that declares each.
    """

    name: str
    class_name: str
    module: str
    operations: dict[str, str]


class Known(typing.NamedTuple):
    """The names in a package that is there, given by people or printed before.

    *names* are those of operations, *owners* the tags of the classes that declare them, both by method and path;
    *class_names* are those classes by tag, and *service_name* is what they derive from.
    """

    names: dict[str, str]
    owners: dict[str, str]
    class_names: dict[str, str]
    service_name: str | None


class TagPlan:
    """The classes of operations of *api* in the package called *package*, and the names of the operations."""

    def __init__(self, api: Api, package: str, known: Known) -> None:
        self.api = api
        self.names = _operation_names(api, known.names)
        owners = _owners(api, known.owners)
        tags = list(dict.fromkeys(tag for facts in api.operations.values() for tag in facts["tags"]))
        self.service_name = known.service_name or _service_name(package, tags)
        classes = _class_names(tags, known.class_names, self.service_name)
        self.tags = {tag: Tag(tag, classes[tag], module_name(classes[tag]), {}) for tag in tags}
        for key, facts in api.operations.items():
            for tag in facts["tags"]:
                self.tags[tag].operations[key] = owners[key]


def _service_name(package: str, tags: typing.Iterable[str]) -> str:
    """Return what the class is called that all others derive from: ``FlatApi`` in ``flat_api``."""
    name = _names.camel(package.rpartition(".")[2])
    name = name if name.endswith("Api") else f"{name}Api"
    taken = {_class_name(tag) for tag in tags}
    return _names.unique(f"{name.removesuffix('Api')}Service" if name in taken or name == "Api" else name, taken)


def _class_name(tag: str) -> str:
    """The name of the class for *tag*, by the rules of the generator whose clients this package replaces.

    >>> [_class_name(tag) for tag in ("Task", "Class", "EduResources", "2nd try")]
    ['TaskApi', 'ModelClassApi', 'EduResourcesApi', 'N2ndTryApi']
    """
    text = _names.camel(tag)
    return f"Model{text}Api" if keyword.iskeyword(text.lower()) else f"{text}Api"


def module_name(class_name: str) -> str:
    """Return the name of the module of a class of operations, which ends in ``_api``.

    >>> [module_name(name) for name in ("TaskApi", "HTTPApi", "日本Api")]
    ['task_api', 'http_api', '日本_api']
    """
    name = _names.snake(class_name)
    return name if name.endswith("_api") else f"{name.removesuffix('api')}_api"


def _class_names(tags: list[str], known: typing.Mapping[str, str], service_name: str) -> dict[str, str]:
    """The class of each tag: what it was called before, or the first name that is free, as is that of its module."""
    chosen = {tag: known[tag] for tag in tags if tag in known}
    modules = set(map(module_name, (*chosen.values(), service_name, "Api")))
    for tag in sorted(tags, key=lambda tag: (_names.camel(tag) != tag, tag)):
        if tag not in chosen:
            stem = _class_name(tag).removesuffix("Api")
            chosen[tag] = _names.first_free(partial(_numbered, stem), lambda name: module_name(name) in modules)
            modules.add(module_name(chosen[tag]))
    return chosen


def _numbered(stem: str, number: int) -> str:
    return f"{stem}{'' if number == 1 else number}Api"


def _operation_names(api: Api, known: typing.Mapping[str, str]) -> dict[str, str]:
    """The Python name of each operation: what it was called before, or the first that is free."""
    chosen = {key: known[key] for key in api.operations if key in known}
    taken = set(chosen.values())
    ids = {key: facts["id"] for key, facts in api.operations.items()}
    for key in sorted(ids, key=lambda key: default_id(operation_name(ids[key])) != ids[key]):
        if key not in chosen:
            chosen[key] = _names.unique(operation_name(ids[key]), taken)
            taken.add(chosen[key])
    return chosen


def operation_name(id: str) -> str:
    """The name of the operation whose ``operationId`` is *id*.

    >>> [operation_name(id) for id in ("getTask", "list.LTIKeys", "import", "2nd", "💡", "tag")]
    ['get_task', 'list_lti_keys', 'import_', 'n2nd', 'operation', 'tag_']
    """
    text = _names.spelled(re.sub(r"\W+", "_", _names.normal(id))).strip("_")
    text = re.sub(r"([a-z\d])([A-Z])", r"\1_\2", _names.apart(text)).lower() or "operation"
    text = _names.normal(text if text.isidentifier() else f"n{text}")
    return f"{text}_" if keyword.iskeyword(text) or text in _RESERVED else text


def default_id(name: str) -> str:
    """The ``operationId`` of an operation called *name* that doesn't name another; see `Operation.id`."""
    return re.sub(r"_(.)", lambda match: match[1].upper(), name.rstrip("_"))


def _owners(api: Api, known: typing.Mapping[str, str]) -> dict[str, str]:
    """The tag whose class declares each operation; the classes of its other tags import that one.

    This is the first tag, unless the modules would then import each other in a circle.
    """
    imports: dict[str, set[str]] = {}
    owners: dict[str, str] = {}
    for key, facts in sorted(api.operations.items(), key=lambda entry: entry[0] not in known):
        tags = facts["tags"]
        wanted = sorted(tags, key=lambda tag: tag != known.get(key, tags[0]))
        owner = next(tag for tag in wanted if not _would_circle(tag, set(tags) - {tag}, imports))
        owners[key] = owner
        for tag in set(tags) - {owner}:
            imports.setdefault(tag, set()).add(owner)
    return owners


def _would_circle(owner: str, others: set[str], imports: typing.Mapping[str, set[str]]) -> bool:
    """Return whether *owner* imports one of *others*, at whatever remove."""
    found: set[str] = set()
    fresh = {owner}
    while fresh:
        fresh = {target for tag in fresh for target in imports.get(tag, ())} - found
        found |= fresh
    return bool(found & others)


def tag_of_class(class_name: str) -> str:
    """The tag that a class called *class_name* is about, unless it says otherwise."""
    return tag_of(type(class_name, (), {}))
