"""The source of the modules in ``apis``: one for each class of operations, and one for what they have in common."""

from __future__ import annotations

import typing

from ..api_client import Api as Service
from . import _names, _text
from ._api import is_success, mentioned, schemas_in, text_of
from ._classes import ClassPrinter, default_apart, kept_names
from ._json import is_array, is_object
from ._module import Module, imported
from ._normal import Facts, bare
from ._plan import Plan
from ._tags import METHODS, Tag, TagPlan, default_id, tag_of_class

JSON = ["application/json"]
_CLASSES = {
    "path": "PathParameter",
    "query": "QueryParameter",
    "header": "HeaderParameter",
    "cookie": "CookieParameter",
}
_WORDS = frozenset(
    [*METHODS, "Api", "Encoding", "MediaType", "OpenApiResponse", "ParameterStyle", "Servers", *_CLASSES.values()]
)
"""What operations are written with, beside the vocabulary of schemas."""


class OperationsModule(Module):
    """A module of operations under construction; *level* is the dots that lead from it to the package.

    Models don't import operations, so there are no circles of imports to be broken.
    """

    def __init__(self, name: str, components: typing.Iterable[str], plan: Plan, level: str) -> None:
        super().__init__("", plan)
        self.name = name
        self.models = {plan.classes[component] for component in components}
        self._level = level
        self._modules: dict[str, set[str]] = {}
        self._runtime = level if plan.runtime.startswith(".") else plan.runtime.removesuffix("schemas")

    def word(self, name: str) -> str:
        """*name*, a word of `flat_api.operations`, or the class `Api`."""
        return self.local(f"{self._runtime}{'api_client' if name == 'Api' else 'operations'}", name)

    def local(self, module: str, name: str) -> str:
        """*name*, which will be imported from *module*."""
        self._modules.setdefault(module, set()).add(name)
        return name

    def is_lazy(self, component: str) -> bool:
        return False

    def source(self, head: str, body: list[str]) -> str:
        """The source: the docstring *head*, the imports, *body*."""
        if "frozendict" in self.needs:
            self.local("frozendict", "frozendict")
        for component in self._eager:
            self.local(f"{self._level}model.{self.plan.module(component)}", self.plan.classes[component])
        for word in self._vocabulary:
            self.local(f"{self._runtime}schemas", word)
        ordered = sorted(self._modules, key=lambda module: (module.startswith("."), -_dots(module), module))
        sections = [[name for name in ordered if name.startswith(".") == relative] for relative in (False, True)]
        found = [[line for name in names for line in imported(name, self._modules[name])] for names in sections]
        standard = ["import typing"] if "typing" in self.needs else []
        return "\n".join([f'"""{head}"""', "", *_spaced([standard, *found]), "", "", *body]) + "\n"


def _dots(module: str) -> int:
    return len(module) - len(module.lstrip("."))


class _Scope(ClassPrinter):
    """Writes the classes inside a class of operations. Two that say the same of the same thing are one."""

    def __init__(self, module: Module, taken: set[str], kept: set[str]) -> None:
        super().__init__(module, taken, kept, _text.INDENT)
        self.operation = ""
        self._known: dict[str, str] = {}

    def add(self, wanted: str, facts: Facts) -> str:
        key = text_of([facts.get("class") or wanted, facts])
        if key not in self._known:
            if "class" not in facts and (wanted in self._taken or wanted in self._kept):
                wanted = f"{_names.camel(self.operation)}{wanted}"
            self._known[key] = super().add(wanted, facts)
        return self._known[key]


class _Printer:
    """Writes parameters, bodies and responses as expressions, in the class *owner* of *module*."""

    def __init__(self, module: OperationsModule, taken: set[str], everything: typing.Iterable[Facts]) -> None:
        self.module = module
        kept = {name for facts in everything for schema in schemas_in(facts).values() for name in _kept(schema)}
        outer = {*_names.VOCABULARY, *_WORDS, *module.models, *dir(Service), *taken}
        self.scope = _Scope(module, outer, kept)

    def parameters(self, parameters: Facts, place: str) -> _text.Node | None:
        nodes = {name: self._parameter(name, facts, place) for name, facts in parameters.items()}
        return _text.mapping(nodes) if nodes else None

    def _parameter(self, name: str, facts: Facts, place: str) -> _text.Node:
        required, wanted = facts.get("required", False), _names.camel(name)
        if facts.keys() <= {"required", "schema", "description"}:
            schema, default = default_apart(facts["schema"])
            if self.scope.has_class(schema):  # which says itself what its default is
                schema, default = facts["schema"], None
            node = self.scope.expression(schema, wanted)
            word = self.module.use("required" if required else "optional")
            return _text.call(word, node, *_texts(self._said(facts)), default=None if required else default)
        return self._explicit(name, facts, place)

    def _explicit(self, name: str, facts: Facts, place: str) -> _text.Node:
        """A parameter that is not written in the default style of its place."""
        wanted = _names.camel(name)
        style = facts.get("style")
        said = _texts(self._said(facts))
        content = facts.get("content")
        return _text.call(
            self.module.word(_CLASSES[place]),
            _text.quoted(name),
            required="True" if facts.get("required") else None,
            style=f"{self.module.word('ParameterStyle')}.{style_name(style)}" if style else None,
            explode=repr(facts["explode"]) if "explode" in facts else None,
            allow_reserved="True" if facts.get("allowReserved") else None,
            schema=self.scope.expression(facts["schema"], wanted) if content is None else None,
            content=_text.mapping({kind: self.scope.expression(entry, wanted) for kind, entry in content.items()})
            if content
            else None,
            description=said[0] if said else None,
        )

    def _said(self, facts: Facts) -> str:
        """Return what is said of a parameter or body, where its class doesn't say it."""
        schema = facts.get("schema", {})
        own = facts.get("description") or ("" if self.scope.has_class(schema) else schema.get("description", ""))
        return str(own)

    def body(self, facts: Facts, name: str) -> dict[str, _text.Node | None]:
        """The keywords that declare a body."""
        if not facts:
            return {}
        wanted = f"{_names.camel(name)}Body"
        first = next(iter(facts["content"].values()))["schema"]
        said = self._said({"schema": first, **facts})
        word = self.module.use("required" if facts.get("required") else "optional")
        node = _text.call(word, self.scope.expression(first, wanted), *_texts(said))
        return {"body": node, "consumes": self._media_types(facts["content"], wanted)}

    def _media_types(self, content: Facts, wanted: str) -> _text.Node | None:
        """The media types of *content*, where there is more to say than that it is JSON."""
        if _is_uniform(content):
            return None if list(content) == JSON else _text.display(*map(_text.quoted, content))
        return _text.mapping({name: self._media_type(entry, wanted) for name, entry in content.items()})

    def _media_type(self, facts: Facts, wanted: str) -> _text.Node:
        node = self.scope.expression(facts["schema"], wanted)
        if "encoding" not in facts:
            return node
        encoding = {name: self._encoding(entry) for name, entry in facts["encoding"].items()}
        return _text.call(self.module.word("MediaType"), node, _text.mapping(encoding))

    def _encoding(self, facts: Facts) -> _text.Node:
        style = facts.get("style")
        return _text.call(
            self.module.word("Encoding"),
            _text.quoted(facts["contentType"]),
            style=f"{self.module.word('ParameterStyle')}.{style_name(style)}" if style else None,
            explode="True" if facts.get("explode") else None,
            allow_reserved="True" if facts.get("allowReserved") else None,
        )

    def responses(self, facts: Facts, name: str) -> dict[str, _text.Node | None]:
        """The keywords that declare answers."""
        others = dict(facts.get("responses", {}))
        main = _main(others)
        response: Facts = others.pop(main) if main else {}
        others.update({"default": facts["default"]} if "default" in facts else {})
        content = response.get("content", {})
        found = self._returned(content, f"{_names.camel(name)}Result") if content else {}
        if main and (main != ("200" if content else "204") or (others and not content)):
            found["status"] = _status(main)
        found["headers"] = self.parameters(response.get("headers", {}), "header")
        if others or not main:
            nodes = {status: self._response(entry, name, list(content) or JSON) for status, entry in others.items()}
            found["responses"] = _statuses(nodes)
        return found

    def _returned(self, content: Facts, wanted: str) -> dict[str, _text.Node | None]:
        node = self.scope.expression(next(iter(content.values()))["schema"], wanted)
        return {"returns": node, "produces": self._media_types(content, wanted)}

    def _response(self, facts: Facts, name: str, media_types: list[str]) -> _text.Node:
        content, wanted = facts.get("content", {}), f"{_names.camel(name)}Answer"
        if not content and "headers" not in facts:
            return "None"
        if list(content) == media_types and _is_uniform(content) and "headers" not in facts:
            return self.scope.expression(next(iter(content.values()))["schema"], wanted)
        return self.response(facts, wanted)

    def response(self, facts: Facts, wanted: str) -> _text.Node:
        """A response that says all by itself."""
        content: dict[str, _text.Node] = {}
        for name, entry in facts.get("content", {}).items():
            node = self._media_type(entry, wanted)
            content[name] = node if "encoding" in entry else _text.call(self.module.word("MediaType"), node)
        headers = [self._explicit(name, entry, "header") for name, entry in facts.get("headers", {}).items()]
        said = _texts(facts.get("description", ""))
        return _text.call(
            self.module.word("OpenApiResponse"),
            content=_text.mapping(content) if content else None,
            headers=_text.Call("[", tuple(map(_text.Part, headers)), "]") if headers else None,
            description=said[0] if said else None,
        )


class TagPrinter(_Printer):
    """Writes the class of operations of *tag*."""

    def __init__(self, tag: Tag, tags: TagPlan, operations: typing.Mapping[str, Facts], plan: Plan) -> None:
        own = {key: operations[key] for key, owner in tag.operations.items() if owner == tag.name}
        module = OperationsModule(tag.class_name, mentioned(own.values()), plan, "...")
        names = {tags.names[key] for key in tag.operations}
        classes = {tags.tags[owner].class_name for owner in {tag.name, *tag.operations.values()}}
        super().__init__(module, {*names, *classes, tags.service_name}, own.values())
        self._tag = tag
        self._tags = tags
        self._operations = operations

    def source(self, description: str) -> str:
        """The module, its class described by *description*."""
        blocks = [line for key in self._tag.operations for line in ("", *self._operation(key))][1:]
        tag, base = self._tag, self.module.local(".._service", self._tags.service_name)
        stated = [] if tag_of_class(tag.class_name) == tag.name else [f"{_text.INDENT}tag = {_text.quoted(tag.name)}"]
        head = _text.docstring(description or made_docstring(tag.name), _text.INDENT)
        body = _spaced([head, stated, self.scope.lines, blocks])
        return self.module.source(_one_line(made_docstring(tag.name)), [f"class {tag.class_name}({base}):", *body])

    def _operation(self, key: str) -> list[str]:
        name, owner = self._tags.names[key], self._tags.tags[self._tag.operations[key]]
        if owner.name != self._tag.name:
            self.module.local(f".{owner.module}", owner.class_name)
            return [f"{_text.INDENT}{name} = {owner.class_name}.{name}"]
        facts = self._operations[key]
        aliases = [f"{_text.INDENT}{alias} = {name}" for alias in facts.get("aliases", ())]
        return [*self._declaration(key, name, facts), *aliases]

    def _declaration(self, key: str, name: str, facts: Facts) -> list[str]:
        self.scope.operation = name
        method, _, path = key.partition(" ")
        parameters = facts.get("parameters", {})
        keywords: dict[str, _text.Node | None] = {
            **{place: self.parameters(entries, place) for place, entries in parameters.items()},
            **self.body(facts.get("body", {}), name),
            **self.responses(facts, name),
            "errors": _text.display(*map(str, facts["errors"])) if facts.get("errors") else None,
            "scopes": _text.display(*map(_text.quoted, facts["scopes"])) if facts.get("scopes") else None,
            "auth": _tuples(facts["auth"]) if "auth" in facts else None,
            "servers": _text.display(*map(_plain, facts["servers"])) if facts.get("servers") else None,
            "id": None if default_id(name) == facts["id"] else _text.quoted(facts["id"]),
            "deprecated": "True" if facts.get("deprecated") else None,
        }
        said = facts.get("description") or made_description(name)
        node = _text.call(self.module.word(method.lower()), _text.quoted(path), _text.Text(said), **keywords)
        inner = _text.INDENT * 2
        lines = [line for part in node.parts for line in _text.laid_out(part.label, part.node, ",", inner)]
        return [f"{_text.INDENT}{name} = {node.opening}", *lines, f"{_text.INDENT})"]


def service_source(service: Facts, name: str, package: str, plan: Plan) -> str:
    """The module with the class *name*, which all classes of operations in *package* derive from."""
    default = {"default": service["default"]} if "default" in service else {}
    module = OperationsModule(name, mentioned([default]), plan, "..")
    printer = _Printer(module, {name}, [default])
    found: dict[str, _text.Node] = {}
    if "auth" in service:
        found["auth_settings"] = _tuples(service["auth"])
    if default:
        found["default_response"] = printer.response(service["default"], "Problem")
    if "schemes" in service:
        module.needs.add("typing")
        found["security_schemes: typing.ClassVar[typing.Mapping[str, typing.Any]]"] = _plain(service["schemes"])
    if "servers" in service:
        plain = all(isinstance(server, str) for server in service["servers"])
        stated = "servers" if plain else f"servers: {module.word('Servers')}"
        found[stated] = _text.display(*map(_plain, service["servers"]))
    inner = _text.INDENT
    lines = [line for word, node in found.items() for line in _text.laid_out(f"{word} = ", node, "", inner)]
    said = _text.docstring(service.get("description") or f"An operation of {package}.", inner)
    head = f"class {name}({module.word('Api')}):"
    return module.source(
        f"What holds for every operation of {package}.", [head, *_spaced([said, printer.scope.lines, lines])]
    )


def _spaced(sections: typing.Iterable[list[str]]) -> list[str]:
    """The lines of *sections*, with an empty one between those that have some."""
    return [line for section in sections if section for line in ("", *section)][1:]


def made_description(name: str) -> str:
    """Return what is said of the operation called *name* where nobody has said anything.

    >>> made_description("get_task")
    'Get task.'
    """
    words = name.strip("_").replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}."


def made_docstring(tag: str) -> str:
    """Return what is said of the class of operations for *tag* where nobody has said anything."""
    return f"The operations of {tag}."


def style_name(style: str) -> str:
    """The member of `ParameterStyle` for *style*."""
    return _names.snake(style).upper()


def _main(responses: Facts) -> str | None:
    """The status of the success that an operation is declared with: the first that has a body, or else the first."""
    successes = [status for status in responses if is_success(status)]
    return next((status for status in successes if responses[status].get("content")), next(iter(successes), None))


def _status(status: str) -> str:
    return status if status.isdecimal() else _text.quoted(status)


def _statuses(nodes: typing.Mapping[str, _text.Node]) -> _text.Node:
    return _text.Call("{", tuple(_text.Part(node, f"{_status(status)}: ") for status, node in nodes.items()), "}")


def _is_uniform(content: Facts) -> bool:
    """Return whether all media types of *content* hold the same, with nothing more to say."""
    held = [bare(entry["schema"]) for entry in content.values()]
    return all(entry == held[0] for entry in held) and not any("encoding" in entry for entry in content.values())


def _texts(said: str) -> list[_text.Text]:
    return [_text.Text(said)] if said else []


def _one_line(text: str) -> str:
    """*text* as it can stand in a docstring of one line."""
    shown = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(shown.split()).replace("\\", "\\\\").replace('"', "'")


def _kept(facts: Facts) -> typing.Iterator[str]:
    yield from (facts["class"],) if "class" in facts else kept_names(facts)


def _tuples(value: typing.Any) -> _text.Node:
    """Texts, and lists of them, as tuples."""
    return _text.display(*map(_tuples, value)) if is_array(value) else _text.quoted(value)


def _plain(value: typing.Any) -> _text.Node:
    """A JSON value as Python data."""
    if is_object(value):
        return _text.mapping({key: _plain(entry) for key, entry in value.items()})
    if is_array(value):
        return _text.Call("[", tuple(_text.Part(_plain(entry)) for entry in value), "]")
    return _text.Text(value) if isinstance(value, str) else repr(value)
