"""Prints packages in the shape that the earlier generator gave them, from a short description.

The printed modules are not kept: `python -m test.foreign DIRECTORY` writes those of the pet shop for reading.
Only their shape matters: which bases a class has, what stands in its ``MetaOapg``, how a class of another
module is named before it exists, and which methods do nothing but give precise types.
"""

from __future__ import annotations

import keyword
import pathlib
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

Lines = list[str]

PRIMITIVES = (
    "str, date, datetime, uuid.UUID, int, float, decimal.Decimal, bool, None, list, tuple, bytes, io.FileIO, "
    "io.BufferedReader, "
)
ANYTHING = f"dict, frozendict.frozendict, {PRIMITIVES}"

# The base that stands for a format where the type is not that of a class of its own.
FORMATS = {
    "date": "DateBase",
    "date-time": "DateTimeBase",
    "uuid": "UUIDBase",
    "number": "DecimalBase",
    "int32": "Int32Base",
    "int64": "Int64Base",
    "float": "Float32Base",
    "double": "Float64Base",
}

# Type and format of a description: the schema class, and what a constructor takes for it.
SCALARS = {
    ("string", None): ("StrSchema", "str, "),
    ("string", "password"): ("StrSchema", "str, "),
    ("string", "date"): ("DateSchema", "str, date, "),
    ("string", "date-time"): ("DateTimeSchema", "str, datetime, "),
    ("string", "uuid"): ("UUIDSchema", "str, uuid.UUID, "),
    ("string", "number"): ("DecimalSchema", "str, "),
    ("string", "binary"): ("BinarySchema", "bytes, io.FileIO, io.BufferedReader, "),
    ("integer", None): ("IntSchema", "decimal.Decimal, int, "),
    ("integer", "int32"): ("Int32Schema", "decimal.Decimal, int, "),
    ("integer", "int64"): ("Int64Schema", "decimal.Decimal, int, "),
    ("number", None): ("NumberSchema", "decimal.Decimal, int, float, "),
    ("number", "float"): ("Float32Schema", "decimal.Decimal, int, float, "),
    ("number", "double"): ("Float64Schema", "decimal.Decimal, int, float, "),
    ("boolean", None): ("BoolSchema", "bool, "),
    ("null", None): ("NoneSchema", "None, "),
    ("object", None): ("DictSchema", "dict, frozendict.frozendict, "),
    ("array", None): ("ListSchema", "list, tuple, "),
    **{(None, name): ("AnyTypeSchema", ANYTHING) for name in (None, *FORMATS)},
}

# What a nullable class is made of: bases for the type and a name in its mixin.
NULLABLE = {
    "string": (["StrBase"], "Str"),
    "integer": (["IntBase", "NumberBase"], "Decimal"),
    "number": (["NumberBase"], "Decimal"),
    "boolean": (["BoolBase"], "Bool"),
    "object": (["DictBase"], "FrozenDict"),
    "array": (["ListBase"], "Tuple"),
}

# How a value that is no string is spelled as the key of an enum, and as the argument of its class property.
MEMBERS = {
    "schemas.NoneClass.NONE": "None",
    "schemas.BoolClass.TRUE": "True",
    "schemas.BoolClass.FALSE": "False",
}
LEFT = "\0"
"""In front of a line that belongs to a multi-line string."""

COMPOSITION = ("all_of", "one_of", "any_of")


@dataclass(frozen=True)
class Ref:
    """A model with a module of its own."""

    model: str


@dataclass
class Shape:
    """A schema, described. Everything that is source text in the printed module is source text here.

    *enum* maps the source of a value to its name, *limits* attributes of ``MetaOapg`` to theirs, *pattern*
    is a regular expression and the source of its flags. *names* are the Python names of properties that need one,
    *mapping* is the model for each value of the discriminator.
    """

    type: str | None = None
    format: str | None = None
    nullable: bool = False
    enum: Mapping[str, str] | None = None
    limits: Mapping[str, str] = field(default_factory=dict)
    pattern: tuple[str, str | None] | None = None
    properties: Mapping[str, Shape | Ref] | None = None
    required: tuple[str, ...] = ()
    additional: Shape | Ref | bool = True
    items: Shape | Ref | None = None
    all_of: list[Shape | Ref] | None = None
    one_of: list[Shape | Ref] | None = None
    any_of: list[Shape | Ref] | None = None
    not_schema: Shape | Ref | None = None
    discriminator: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_composed(self) -> bool:
        """Whether other schemas have a say."""
        return any(part is not None for part in (self.all_of, self.one_of, self.any_of, self.not_schema))

    @property
    def is_bare(self) -> bool:
        """Whether a class of the runtime says it all."""
        return self == Shape(self.type, self.format) and not (self.type is None and self.format)

    @property
    def schema(self) -> str:
        """The class of the runtime for type and format."""
        return "schemas." + SCALARS[self.type, self.format][0]

    @property
    def accepted(self) -> str:
        """What a constructor takes for it, as a list of types."""
        return ("None, " if self.nullable else "") + SCALARS[self.type, self.format][1]

    def attribute(self, key: str) -> str:
        """The Python name of the property *key*."""
        if key in self.names:
            return self.names[key]
        name = re.sub(r"\W+", "_", key).strip("_")
        return f"_{name}" if keyword.iskeyword(name) or name[0].isdigit() else name

    def keywords(self) -> Lines:
        """The properties that a constructor names: those whose key is a Python name."""
        keys = [key for key in self.properties or {} if self.attribute(key) == key]
        required = [key for key in keys if key in self.required and not self.nullable]
        return required + [key for key in keys if key not in self.required]


def indented(lines: Iterable[str], steps: int = 1) -> Lines:
    """*lines*, moved to the right; the text of a multi-line string stays where it is."""
    return [textwrap.indent(line, "    " * steps, lambda part: part.strip() and part[0] != LEFT) for line in lines]


def bases_of(shape: Shape) -> Lines:
    """The bases of the class for *shape*."""
    front = ["EnumBase"] if shape.enum else []
    if shape.is_composed:
        return ["ComposedBase", SCALARS[shape.type, shape.format][0]] if shape.type else ["ComposedSchema"]
    if shape.format in FORMATS and (shape.nullable or shape.type is None):
        front.append(FORMATS[shape.format])
    if not shape.nullable:
        return [*front, SCALARS[shape.type, shape.format][0]]
    bases, mixin = NULLABLE[shape.type or ""]
    return [*front, *bases, "NoneBase", "Schema", f"None{mixin}Mixin"]


def declared(name: str, shape: Shape | Ref) -> Lines:
    """A schema inside ``MetaOapg``: one of the runtime, a class of its own, or a function for a model."""
    if isinstance(shape, Ref):
        return [
            "",
            "@staticmethod",
            f"def {name}() -> typing.Type['{shape.model}']:",
            f"    return {shape.model}",
        ]
    if shape.is_bare:
        return [f"{name} = {shape.schema}"]
    return ["", "", *printed_class(name, shape)]


def printed_class(name: str, shape: Shape, docstring: Lines | None = None) -> Lines:
    """The class for *shape*."""
    bases = ",\n    schemas.".join(bases_of(shape)) + ("," if shape.type is None else "")
    body = [*(docstring or []), "", "", *meta(shape), *members(shape), *methods(name, shape)]
    return [f"class {name}(", f"    schemas.{bases}", "):", *indented(body)]


def meta(shape: Shape) -> Lines:
    body = ["# any type"] if shape.type is None else []
    body += [f"format = {shape.format!r}"] if shape.format else []
    body += [f"{name} = {limit}" for name, limit in shape.limits.items()]
    body += [*pattern(shape), *enum(shape)]
    if shape.required:
        body += ["required = {", *(f'    "{name}",' for name in shape.required), "}"]
    body += discriminator(shape)
    if shape.properties is not None:
        body += properties(shape)
    if shape.items is not None:
        body += declared("items", shape.items)
    if shape.additional is False:
        body.append("additional_properties = schemas.NotAnyTypeSchema")
    elif not isinstance(shape.additional, bool):
        body += declared("additional_properties", shape.additional)
    if shape.not_schema is not None:
        body += declared("not_schema", shape.not_schema)
    for kind in COMPOSITION:
        body += composition(kind, getattr(shape, kind))
    return ["class MetaOapg:", *indented(body)] if body else []


def pattern(shape: Shape) -> Lines:
    if shape.pattern is None:
        return []
    source, flags = shape.pattern
    flag_lines = ["    'flags': (", f"        {flags}", "    )"] if flags else []
    return ["regex=[{", f"    'pattern': r'{source}',  # noqa: E501", *flag_lines, "}]"]


def enum(shape: Shape) -> Lines:
    if shape.enum is None:
        return []
    return ["enum_value_to_name = {", *(f'    {value}: "{name}",' for value, name in shape.enum.items()), "}"]


def discriminator(shape: Shape) -> Lines:
    if shape.discriminator is None:
        return []
    mapping = [f"            '{value}': {model}," for value, model in shape.mapping.items()]
    head = [
        "",
        "@staticmethod",
        "def discriminator():",
        "    return {",
        f"        '{shape.discriminator}': {{",
    ]
    return [*head, *mapping, "        }", "    }"]


def properties(shape: Shape) -> Lines:
    assert shape.properties is not None
    named = {key: shape.attribute(key) for key in shape.properties}
    body = [line for key, member in shape.properties.items() for line in declared(named[key], member)]
    table = ["__annotations__ = {", *(f'    "{key}": {name},' for key, name in named.items()), "}"]
    return ["", "class properties:", *indented([*body, *table])]


def composition(kind: str, branches: list[Shape | Ref] | None) -> Lines:
    """The method that lists the branches of allOf, oneOf or anyOf, behind classes for the nameless."""
    if branches is None:
        return []
    lines: Lines = []
    names: Lines = []
    for index, branch in enumerate(branches):
        if isinstance(branch, Ref):
            names.append(branch.model)
        else:
            lines += declared(f"{kind}_{index}", branch)
            names.append(f"cls.{kind}_{index}")
    reason = "    # a method, since the modules of these classes may not have been loaded when this one is"
    head = ["", "@classmethod", "@functools.lru_cache()", f"def {kind}(cls):", reason, "    return ["]
    return [*lines, *head, *(f"        {name}," for name in names), "    ]"]


def members(shape: Shape) -> Lines:
    """A class property for each enum value."""
    lines: Lines = []
    for value, name in (shape.enum or {}).items():
        lines += [
            "",
            "@schemas.classproperty",
            f"def {name}(cls):",
            f"    return cls({MEMBERS.get(value, value)})",
        ]
    return lines


def methods(name: str, shape: Shape) -> Lines:
    """The methods that give precise types and hand everything on."""
    if shape.type == "array" and not shape.nullable and not shape.is_composed:
        return array_methods(name, shape)
    if shape.type in ("object", None) or shape.properties is not None:
        return [*annotations(shape), *accessors(shape), *constructor(name, shape)]
    return constructor(name, shape) if shape.nullable or shape.is_composed else []


def array_methods(name: str, shape: Shape) -> Lines:
    if shape.items is None:
        return []
    item = f"'{shape.items.model}'" if isinstance(shape.items, Ref) else "MetaOapg.items"
    accepted = f"typing.Union[{item}, {'' if isinstance(shape.items, Ref) else shape.items.accepted}]"
    return [
        *("", "def __new__(", "    cls,"),
        f"    _arg: typing.Union[typing.Tuple[{accepted}], typing.List[{accepted}]],",
        *("    _configuration: typing.Optional[schemas.Configuration] = None,", f") -> '{name}':"),
        *(
            "    return super().__new__(",
            "        cls,",
            "        _arg,",
            "        _configuration=_configuration,",
        ),
        *("    )", "", f"def __getitem__(self, i: int) -> {item}:", "    return super().__getitem__(i)"),
    ]


def type_of(shape: Shape, key: str) -> str:
    member = (shape.properties or {})[key]
    return f"'{member.model}'" if isinstance(member, Ref) else f"MetaOapg.properties.{shape.attribute(key)}"


def type_of_others(shape: Shape) -> str | None:
    if isinstance(shape.additional, bool):
        return "schemas.UnsetAnyTypeSchema" if shape.additional else None
    return f"'{shape.additional.model}'" if isinstance(shape.additional, Ref) else "MetaOapg.additional_properties"


def annotations(shape: Shape) -> Lines:
    keys = [key for key in shape.properties or {} if key in shape.required and shape.attribute(key) == key]
    return [line for key in keys for line in ("", f"{key}: {type_of(shape, key)}")]


def accessors(shape: Shape) -> Lines:
    """``__getitem__`` and ``get_item_oapg``, with an overload for each property."""
    keys, others = list(shape.properties or {}), type_of_others(shape)
    if not keys and shape.additional is True:
        return []
    literal = "typing_extensions.Literal[{}, ]".format(", ".join(f'"{key}"' for key in keys))
    name = "typing.Union[str, ]" if not keys else f"typing.Union[{literal}, str]" if others else literal
    lines: Lines = []
    for method, lenient in (("__getitem__", False), ("get_item_oapg", True)):
        lines.append("")
        if keys:
            lines += overloads(shape, method, lenient=lenient)
        result = "" if keys else f" -> {others}"
        lines.append(f"def {method}(self, name: {name}){result}:")
        lines += [] if lenient else ["    # dict_instance[name] accessor"]
        lines.append(f"    return super().{method}(name)")
    return lines


def overloads(shape: Shape, method: str, *, lenient: bool) -> Lines:
    results = {f'typing_extensions.Literal["{key}"]': type_of(shape, key) for key in shape.properties or {}}
    if lenient:
        optional = [key for key in shape.properties or {} if key not in shape.required]
        for key in optional:
            results[f'typing_extensions.Literal["{key}"]'] = f"typing.Union[{type_of(shape, key)}, schemas.Unset]"
    others = type_of_others(shape)
    if others:
        results["str"] = f"typing.Union[{others}, schemas.Unset]" if lenient else others
    return [
        line
        for name, result in results.items()
        for line in ("@typing.overload", f"def {method}(self, name: {name}) -> {result}: ...", "")
    ]


def constructor(name: str, shape: Shape) -> Lines:
    """``__new__``: a keyword for each property, and everything handed on."""
    keys = shape.keywords()
    takes = [f"*_args: typing.Union[{shape.accepted}],", *(parameter(shape, key) for key in keys)]
    takes.append("_configuration: typing.Optional[schemas.Configuration] = None,")
    gives = ["*_args,", *(f"{key}={key}," for key in keys), "_configuration=_configuration,"]
    takes_keys = shape.type in ("object", None) or shape.is_composed
    if takes_keys and shape.additional is not False:
        others = type_of_others(shape)
        known = ANYTHING if isinstance(shape.additional, (bool, Ref)) else shape.additional.accepted
        takes.append(f"**kwargs: typing.Union[{others}, {known}],")
        gives.append("**kwargs,")
    return [
        *("", "def __new__(", "    cls,", *indented(takes), f") -> '{name}':"),
        *("    return super().__new__(", "        cls,", *indented(gives, 2), "    )"),
    ]


def parameter(shape: Shape, key: str) -> str:
    member = (shape.properties or {})[key]
    accepted = f"{type_of(shape, key)}, {'' if isinstance(member, Ref) else member.accepted}"
    if key in shape.required:
        return f"{key}: typing.Union[{accepted}],"
    return f"{key}: typing.Union[{accepted}schemas.Unset] = schemas.unset,"


HEAD = '''\
# coding: utf-8

"""
    Pet Shop

    No description provided (generated by an earlier generator)  # noqa: E501

    The version of the OpenAPI document: 3.1.4
"""

from datetime import date, datetime  # noqa: F401
import decimal  # noqa: F401
import functools  # noqa: F401
import io  # noqa: F401
import re  # noqa: F401
import typing  # noqa: F401
import typing_extensions  # noqa: F401
import uuid  # noqa: F401

import frozendict  # noqa: F401

from {package} import schemas  # noqa: F401


'''

DOCSTRING = ['"""NOTE: This class is auto generated.', "", "Do not edit the class manually.", '"""']


def printed_module(package: str, name: str, shape: Shape) -> str:
    """The module of the model *name*; classes of other modules are imported at its end."""
    body = [f"{name} = {shape.schema}"] if shape.is_bare else printed_class(name, shape, DOCSTRING)
    others = sorted(set(models_in(shape)) - {name})
    imports = [f"from {package}.model.{module_name(other)} import {other}" for other in others]
    text = "\n".join([HEAD.format(package=package) + "\n".join(body), "", *imports])
    return text.replace(LEFT, "").rstrip() + "\n"


def models_in(shape: Shape | Ref) -> Iterator[str]:
    """The models that *shape* refers to."""
    if isinstance(shape, Ref):
        yield shape.model
        return
    yield from shape.mapping.values()
    others = [*(shape.properties or {}).values(), shape.items, shape.additional, shape.not_schema]
    for part in [*others, *(branch for kind in COMPOSITION for branch in getattr(shape, kind) or ())]:
        if isinstance(part, (Shape, Ref)):
            yield from models_in(part)


def module_name(model: str) -> str:
    """The module for a model: its name in snake case."""
    text = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", model)
    return re.sub(r"([a-z\d])([A-Z])", r"\1_\2", text).lower()


def write_models(directory: pathlib.Path, package: str, models: Mapping[str, Shape]) -> None:
    """Write ``model`` and ``models`` of *package* into *directory*."""
    for folder in ("model", "models"):
        (directory / folder).mkdir(parents=True, exist_ok=True)
        (directory / folder / "__init__.py").touch()
    for name, shape in models.items():
        (directory / "model" / f"{module_name(name)}.py").write_text(printed_module(package, name, shape))
    imports = [f"from {package}.model.{module_name(name)} import {name}\n" for name in sorted(models)]
    (directory / "models" / "__init__.py").write_text("".join(imports))
