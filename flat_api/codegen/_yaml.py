"""YAML 1.2 with the values of JSON and no others, as OpenAPI wants it: ``yes`` and ``2020-01-01`` are strings."""

from __future__ import annotations

import re
import typing

import yaml

from ._json import Json, integer, number

_PREFIX = "tag:yaml.org,2002:"
_SCALARS: dict[str, tuple[str, list[str], typing.Callable[[str], Json]]] = {
    "null": (r"null|Null|NULL|~|", ["~", "n", "N", ""], lambda text: None),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF"), lambda text: text.lower() == "true"),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789"), integer),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789"), number),
}
"""By tag: what such a scalar looks like, the characters it may begin with, and what it stands for."""

_MERGED = 1_000_000
"""How many keys the merge keys (``<<``) of a document may bring in, all in all."""


class _Loader(yaml.SafeLoader):
    """Makes nodes whose tags are those of `_SCALARS`, and of strings, lists and mappings."""


def _install_resolvers(loader: typing.Any) -> None:
    loader.yaml_implicit_resolvers = {}
    for tag, (pattern, first, _) in _SCALARS.items():
        loader.add_implicit_resolver(_PREFIX + tag, re.compile(f"^(?:{pattern})$"), first)
    loader.add_implicit_resolver(f"{_PREFIX}merge", re.compile("^<<$"), ["<"])


_install_resolvers(_Loader)


def parsed(text: str) -> Json:
    """Return the value of the YAML document *text*.

    What an alias stands for is one object, however often it is named. Raises `yaml.YAMLError`, with a place for what
    JSON has no value for: tags such as ``!!binary``, keys that are not strings or are repeated, an alias inside of what
    it stands for.
    """
    node = yaml.compose(text, _Loader)
    return None if node is None else _Reader().value(node)


class _Reader:
    """Turns nodes into values."""

    def __init__(self) -> None:
        self._known: dict[yaml.Node, Json] = {}
        self._open: set[yaml.Node] = set()
        self._merged = 0

    def value(self, node: yaml.Node) -> Json:
        """Return the value of *node*."""
        if node in self._open:
            raise _wrong("a value that contains itself", node)
        if node not in self._known:
            self._open.add(node)
            self._known[node] = self._made(node)
            self._open.remove(node)
        return self._known[node]

    def _made(self, node: yaml.Node) -> Json:
        tag = node.tag.removeprefix(_PREFIX)
        if isinstance(node, yaml.MappingNode) and tag == "map":
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode) and tag == "seq":
            return [self.value(entry) for entry in node.value]
        if isinstance(node, yaml.ScalarNode) and tag in ("str", "merge", *_SCALARS):
            return self._scalar(node, tag)
        raise _wrong(f"a value with the tag {node.tag!r}, for which JSON has no value", node)

    def _scalar(self, node: yaml.ScalarNode, tag: str) -> Json:
        pattern, _, convert = _SCALARS.get(tag, ("(?s:.*)", [], str))
        if not re.fullmatch(pattern, node.value):
            raise _wrong(f"a value with the tag !!{tag} that is none", node)
        try:
            return convert(node.value)
        except ValueError as error:
            raise _wrong(str(error), node) from None

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Json]:
        own: dict[str, Json] = {}
        brought: list[dict[str, Json]] = []
        for key, entry in node.value:
            if key.tag == f"{_PREFIX}merge":
                brought += self._brought(entry)
            elif not isinstance(key, yaml.ScalarNode):
                raise _wrong("a key that is not a string", key)
            elif key.value in own:
                raise _wrong(f"two keys {key.value!r} in one object", key)
            else:
                own[key.value] = self.value(entry)
        merged: dict[str, Json] = {}
        for mapping in reversed(brought):  # the earlier ones win
            merged.update(mapping)
        return {**merged, **own}

    def _brought(self, node: yaml.Node) -> list[dict[str, Json]]:
        """Return the mappings that the merge key with the value *node* brings in."""
        found: list[dict[str, Json]] = []
        for entry in node.value if isinstance(node, yaml.SequenceNode) else (node,):
            if not isinstance(entry, yaml.MappingNode):
                raise _wrong("a merge key without a mapping", node)
            brought = self.value(entry)
            self._merged += len(brought)
            if self._merged > _MERGED:
                raise _wrong(f"merge keys that bring in more than {_MERGED:,} keys", node)
            found.append(brought)
        return found


def _wrong(problem: str, node: yaml.Node) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)
