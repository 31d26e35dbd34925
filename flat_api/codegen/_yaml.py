"""YAML with the values of JSON and no others."""

from __future__ import annotations

import re
import typing

import yaml

_RESOLVERS = (
    ("null", r"null|Null|NULL|~|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
    ("merge", r"<<", ["<"]),
)


class JsonLoader(yaml.SafeLoader):
    """Reads YAML 1.2 as OpenAPI wants it: ``yes``, ``on`` and ``2020-01-01`` are strings, and so is each key."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[typing.Hashable, typing.Any]:
        """The mapping of *node*; two equal keys are an error."""
        _refuse_repetition(node)
        self.flatten_mapping(node)
        return {key.value: self._value(value) for key, value in node.value}

    def _value(self, node: yaml.Node) -> typing.Any:
        return self.construct_object(node, deep=True)  # pyright: ignore[reportUnknownMemberType,reportUnknownVariableType]

    def construct_yaml_int(self, node: yaml.ScalarNode) -> int:
        """The integer of *node*; a leading zero makes it no octal number, which ``0o17`` is."""
        text: str = node.value
        return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))


def _refuse_repetition(node: yaml.MappingNode) -> None:
    keys: set[str] = set()
    for key, _ in node.value:
        if not isinstance(key.value, str) or key.value in keys:
            text = isinstance(key.value, str)
            problem = f"two keys {key.value!r} in one object" if text else "a key that is no string"
            raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
        keys.add(key.value)


def _install_resolvers(loader: typing.Any) -> None:
    """Let *loader* tell the values of JSON from strings, and nothing else: dates stay strings."""
    loader.yaml_implicit_resolvers = {}
    for tag, pattern, first in _RESOLVERS:
        loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)
    loader.add_constructor("tag:yaml.org,2002:int", loader.construct_yaml_int)


_install_resolvers(JsonLoader)
