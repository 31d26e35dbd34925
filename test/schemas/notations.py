"""From a `Spec` to a schema class: in our notation, and in that of the earlier generator."""

from __future__ import annotations

import types
import typing

from flat_api import schemas
from flat_api.schemas._declaration import Reference

from ..strategies import FORMATS, Spec

Any = typing.Any

OLD_NAMES = {"maximum": "inclusive_maximum", "minimum": "inclusive_minimum", "pattern": "regex"}
"""Our keywords that a ``MetaOapg`` class calls otherwise."""


def ours(spec: Spec) -> Any:
    """The schema class for *spec*, declared with our vocabulary."""
    return Ours().root(spec)


def theirs(spec: Spec) -> Any:
    """The schema class for *spec*, declared with nested ``MetaOapg`` classes."""
    return Theirs().root(spec)


def new_class(name: str, bases: tuple[type, ...], body: dict[str, Any], **keywords: Any) -> Any:
    """A class as if its body were written out."""
    return types.new_class(name, bases, keywords, lambda namespace: namespace.update(body, __module__=__name__))


class Notation:
    """What the notations have in common: a method for each kind of schema, and the outermost class."""

    made: Any = None

    def root(self, spec: Spec) -> Any:
        """The class for the outermost *spec*, to which references lead."""
        self.made = self.of(spec, "Model")
        return self.made

    def of(self, spec: Spec, name: str) -> Any:
        """The class for *spec*, or a reference."""
        return getattr(self, f"_{spec.kind}", self._scalar)(spec, name)

    def branches(self, spec: Spec, name: str) -> list[Any]:
        """The classes for the parts of *spec*."""
        return [self.of(part, f"{name}{index}") for index, part in spec.parts]

    def _scalar(self, spec: Spec, name: str) -> Any:
        raise NotImplementedError


class Ours(Notation):
    """Our vocabulary."""

    def _scalar(self, spec: Spec, name: str) -> Any:
        base: Any = FORMATS[spec.kind][0]
        if spec.constants:
            members = {f"V{index}": schemas.value(entry) for index, entry in enumerate(spec.constants)}
            return new_class(name, (schemas.EnumBase, base), members)
        return base.where(**dict(spec.keywords)) if spec.keywords else base

    def _ref(self, spec: Spec, name: str) -> Any:
        return Reference(lambda: self.made)

    def _array(self, spec: Spec, name: str) -> Any:
        if not spec.parts:
            return schemas.ListSchema
        return schemas.list_of(self.of(spec.parts[0][1], f"{name}Item"), **dict(spec.keywords))

    def _object(self, spec: Spec, name: str) -> Any:
        body: dict[str, Any] = {}
        for index, (key, part) in enumerate(spec.parts):
            word = schemas.required if key in spec.required else schemas.optional
            body[f"p{index}"] = word(self.of(part, f"{name}{index}"), key=key)
        keywords = dict(spec.keywords)
        if spec.additional is not True:
            keywords["additional"] = spec.additional and self.of(spec.additional, f"{name}Additional")
        return new_class(name, (self._base(spec, name),), body, **keywords)

    def _base(self, spec: Spec, name: str) -> Any:
        """Our notation requires what it declares; any other required name comes from a class that says no more."""
        undeclared = spec.required - {key for key, _ in spec.parts}
        if not undeclared:
            return schemas.DictSchema
        return meta_class(f"{name}Base", (schemas.DictSchema,), {"required": set(undeclared)}, {})

    def _all_of(self, spec: Spec, name: str) -> Any:
        return getattr(schemas, spec.kind)(*self.branches(spec, name))

    _one_of = _any_of = _all_of

    def _not(self, spec: Spec, name: str) -> Any:
        return schemas.ComposedSchema.where(not_schema=self.of(spec.parts[0][1], f"{name}Not"))

    def _nullable(self, spec: Spec, name: str) -> Any:
        return schemas.nullable(self.of(spec.parts[0][1], name))

    def _discriminated(self, spec: Spec, name: str) -> Any:
        branches = self.branches(spec, name)
        return schemas.one_of(*branches, discriminator={"kind": named(branches)})

    def _dispatched(self, spec: Spec, name: str) -> Any:
        return schemas.DictSchema.where(discriminator={"kind": named(self.branches(spec, name))})


def named(branches: list[Any]) -> dict[str, Any]:
    """The *branches* by the value of the discriminator."""
    return {f"k{index}": branch for index, branch in enumerate(branches)}


def meta_class(name: str, bases: tuple[type, ...], facts: dict[str, Any], properties: dict[str, Any] | None) -> Any:
    """A class with a nested ``MetaOapg``."""
    if properties is not None:
        facts["properties"] = type("properties", (), {**properties, "__annotations__": properties})
    return new_class(name, bases, {"MetaOapg": type("MetaOapg", (), facts)})


class Theirs(Notation):
    """Nested ``MetaOapg`` classes as the earlier generator printed them."""

    def _facts(self, spec: Spec) -> dict[str, Any]:
        facts = {OLD_NAMES.get(name, name): limit for name, limit in spec.keywords}
        if "regex" in facts:
            facts["regex"] = [{"pattern": facts["regex"]}]
        return facts

    def _scalar(self, spec: Spec, name: str) -> Any:
        base = FORMATS[spec.kind][0]
        if spec.constants:
            members = {entry: f"V{index}" for index, entry in enumerate(spec.constants)}
            return meta_class(name, (schemas.EnumBase, base), {"enum_value_to_name": members}, None)
        return meta_class(name, (base,), self._facts(spec), None) if spec.keywords else base

    def _ref(self, spec: Spec, name: str) -> Any:
        return lambda: self.made

    def _array(self, spec: Spec, name: str) -> Any:
        return meta_class(name, (schemas.ListSchema,), self._array_facts(spec, name), None)

    def _array_facts(self, spec: Spec, name: str) -> dict[str, Any]:
        items = {"items": static(self.of(spec.parts[0][1], f"{name}Item"))} if spec.parts else {}
        return {**items, **self._facts(spec)}

    def _object(self, spec: Spec, name: str) -> Any:
        return meta_class(name, (schemas.DictSchema,), *self._object_facts(spec, name))

    def _object_facts(self, spec: Spec, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
        facts: dict[str, Any] = self._facts(spec)
        if spec.required:
            facts["required"] = set(spec.required)
        if spec.additional is False:
            facts["additional_properties"] = schemas.NotAnyTypeSchema
        elif spec.additional is not True:
            facts["additional_properties"] = static(self.of(spec.additional, f"{name}Additional"))
        return facts, {key: self.of(part, f"{name}{index}") for index, (key, part) in enumerate(spec.parts)}

    def _all_of(self, spec: Spec, name: str) -> Any:
        branches = self.branches(spec, name)
        return meta_class(name, (schemas.ComposedSchema,), {spec.kind: static_list(branches)}, None)

    _one_of = _any_of = _all_of

    def _not(self, spec: Spec, name: str) -> Any:
        return meta_class(
            name, (schemas.ComposedSchema,), {"not_schema": static(self.of(spec.parts[0][1], f"{name}Not"))}, None
        )

    def _discriminated(self, spec: Spec, name: str) -> Any:
        branches = self.branches(spec, name)
        facts = {"one_of": static_list(branches), "discriminator": staticmethod(lambda: {"kind": named(branches)})}
        return meta_class(name, (schemas.ComposedSchema,), facts, None)

    def _dispatched(self, spec: Spec, name: str) -> Any:
        branches = self.branches(spec, name)
        facts = {"discriminator": staticmethod(lambda: {"kind": named(branches)})}
        return meta_class(name, (schemas.DictSchema,), facts, None)

    def _nullable(self, spec: Spec, name: str) -> Any:
        part = spec.parts[0][1]
        bases, mixin = NULLABLE_BASES[part.kind]
        bases = (*bases, schemas.NoneBase, schemas.Schema, mixin)
        if part.constants:  # the old generator names null among the members
            members = {entry: f"V{index}" for index, entry in enumerate(part.constants)}
            facts: dict[str, Any] = {"enum_value_to_name": {**members, schemas.NoneClass.NONE: "NONE"}}
            return meta_class(name, (schemas.EnumBase, *bases), facts, None)
        if part.kind == "object":
            return meta_class(name, bases, *self._object_facts(part, name))
        return meta_class(
            name, bases, self._array_facts(part, name) if part.kind == "array" else self._facts(part), None
        )


NULLABLE_BASES: dict[str, tuple[tuple[type, ...], Any]] = {
    "str": ((schemas.StrBase,), schemas.NoneStrMixin),
    "date": ((schemas.DateBase, schemas.StrBase), schemas.NoneStrMixin),
    "date-time": ((schemas.DateTimeBase, schemas.StrBase), schemas.NoneStrMixin),
    "uuid": ((schemas.UUIDBase, schemas.StrBase), schemas.NoneStrMixin),
    "decimal": ((schemas.DecimalBase, schemas.StrBase), schemas.NoneStrMixin),
    "number": ((schemas.NumberBase,), schemas.NoneDecimalMixin),
    "int": ((schemas.IntBase, schemas.NumberBase), schemas.NoneDecimalMixin),
    "int32": ((schemas.Int32Base, schemas.IntBase, schemas.NumberBase), schemas.NoneDecimalMixin),
    "int64": ((schemas.Int64Base, schemas.IntBase, schemas.NumberBase), schemas.NoneDecimalMixin),
    "float32": ((schemas.Float32Base, schemas.NumberBase), schemas.NoneDecimalMixin),
    "float64": ((schemas.Float64Base, schemas.NumberBase), schemas.NoneDecimalMixin),
    "bool": ((schemas.BoolBase,), schemas.NoneBoolMixin),
    "array": ((schemas.ListBase,), schemas.NoneTupleMixin),
    "object": ((schemas.DictBase,), schemas.NoneFrozenDictMixin),
}
"""What the earlier generator derived a nullable property from."""


def static(declared: Any) -> Any:
    """A class as it is, a reference as the static method that the old generator printed."""
    return declared if isinstance(declared, type) else staticmethod(declared)


def static_list(branches: list[Any]) -> Any:
    """The static method that returns *branches*, in which references are called."""
    return staticmethod(lambda: [branch if isinstance(branch, type) else branch() for branch in branches])
