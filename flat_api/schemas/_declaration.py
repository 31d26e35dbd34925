"""What a schema class declares, read from either notation into one `Declaration`."""

from __future__ import annotations

import typing
from keyword import iskeyword
from operator import itemgetter

from ._cached import cached_property
from ._extension import speedups
from ._keywords import KEYWORDS, Keyword, identity_key
from ._primitives import PRIMITIVES
from ._unset import unset

S_co = typing.TypeVar("S_co", covariant=True)
Facts = dict[str, typing.Any]
"""What one class says, under the names that a ``MetaOapg`` class uses."""


Converter = typing.Callable[..., typing.Any]
"""Makes an instance of plain data, or raises anything at all."""

Maker = typing.Callable[..., typing.Any]
"""Makes a class without a name of another class, the name of a module and keywords."""

ANYTHING: frozenset[type] = frozenset(entry.cls for entry in PRIMITIVES)
"""The types of a schema that accepts values of every kind."""


class Declared(type):
    """The class of schema classes, as far as the machine knows them: each has a `Declaration`."""

    _declaration: Declaration
    _converter: Converter
    _reader: Converter | None


class EnumBase:
    """In front of another schema class: the value must be one of those in the class body.

    There is one instance per member, so ``task.state is Task.State.DONE``.
    """

    __slots__ = ()


class Reference:
    """A class that may not exist yet, as a function without arguments that returns it."""

    __slots__ = ("resolve",)

    def __init__(self, resolve: typing.Callable[[], typing.Any]) -> None:
        self.resolve = resolve


def refuse_no_schema(declared: object) -> None:
    """Raise `TypeError` unless *declared* is a schema class or any form of reference to one."""
    is_class = isinstance(declared, type)
    if not isinstance(declared, Declared if is_class else Reference) and (is_class or not callable(declared)):
        raise TypeError(f"expected a schema class or a reference to one, got {declared!r}")


def resolved(declared: typing.Any) -> typing.Any:
    """The class that *declared*, a class or any form of reference to one, stands for."""
    if isinstance(declared, type):
        return declared
    if isinstance(declared, Reference):
        return declared.resolve()
    return getattr(declared, "__func__", declared)()  # a static method, or the function in it


if typing.TYPE_CHECKING:

    class _Descriptor(typing.Generic[S_co]):
        @typing.overload
        def __get__(self, instance: None, owner: type) -> typing.Self: ...
        @typing.overload
        def __get__(self, instance: object, owner: type) -> S_co: ...
        def __get__(self, instance: object, owner: type) -> typing.Any: ...
        def __set__(self, instance: object, value: typing.Never) -> None: ...

else:

    class _Descriptor(property if speedups is None else speedups.ItemProperty):
        # A built-in property around an itemgetter reads a key without running a line of Python. That of the extension
        # does the same in one step.

        def __class_getitem__(cls, item):
            return cls


class Property(_Descriptor[S_co]):
    """A declared property. Read on an instance it is the value, read on the class it is the declaration.

    *name* is the JSON key, *attribute* the Python name, *required* tells whether an object must have it. *declared*
    is the class of its values or a reference to it; `schema` is always the class. *default* is what the server uses
    where the property is absent: a fact for documentation, nothing is filled in. A *read_only* property is sent by the
    server alone, a *write_only* one to it alone (OpenAPI 3.0.3, Schema Object). It equals and hashes like
    its key, so whatever takes a key takes it: ``task[Task.state]``, ``task.get(Task.state)``, ``Task.state in task``.
    """

    def __init__(
        self,
        declared: typing.Any,
        description: str = "",
        *,
        required: bool = False,
        key: str | None = None,
        default: object = unset,
        read_only: bool = False,
        write_only: bool = False,
    ) -> None:
        refuse_no_schema(declared)
        self.declared = declared
        self.own_description = description
        self.required = required
        self.default = default
        self.read_only = read_only
        self.write_only = write_only
        self.name = "" if key is None else key
        self.named = key is not None
        self.attribute = ""

    def __set_name__(self, owner: type, attribute: str) -> None:
        if not self.attribute:
            self.attribute = attribute
            self.name = self.name if self.named else attribute
            descriptor: typing.Any = self
            property.__init__(descriptor, itemgetter(self.name), doc="")  # or it would look for that of the getter
            if speedups is not None:
                descriptor._key = self.name
            self.__doc__ = self.own_description or getattr(self.declared, "__doc__", None)

    @property
    def schema(self) -> typing.Any:
        """The schema class of the values; a reference is resolved."""
        return resolved(self.declared)

    @property
    def description(self) -> str:
        """What the property is about; where nothing was said, what its class says of itself."""
        return self.own_description or declaration_of(self.schema).description

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, str) and self.name == other)

    def __hash__(self) -> int:
        return hash(self.name)

    def __repr__(self) -> str:
        return f"<{'required' if self.required else 'optional'} property {self.name!r}>"


def _facts_of(cls: type, own: Facts) -> Facts:
    """Return everything *cls* says, which is *own*, with what its bases say where it is silent.

    Our notation adds to what a base declares; a ``MetaOapg`` class replaces all of it, as inheritance of a class
    attribute always did.
    """
    facts = dict(own)
    for base in cls.__mro__[1:]:
        if "replaces" in facts:
            break
        if isinstance(base, Declared) and base._declaration.own:
            inherited = base._declaration.own
            facts = _merged(inherited, facts) if facts else dict(inherited)
    return facts


def _merged(under: Facts, over: Facts) -> Facts:
    """*over* on top of *under*; properties, required names and members add up."""
    merged = {**under, **over}
    for name in ("properties", "enum_value_to_name"):
        if name in under and name in over:
            merged[name] = under[name] | over[name]
    if "required" in under:  # a property that is stated anew says anew whether it is required
        merged["required"] = (
            set(under["required"]).difference(over.get("properties", ())).union(over.get("required", ()))
        )
    return merged


class Declaration:
    """One schema class as plain values.

    *own* are the facts of its own body, *facts* those with what its bases say. *properties* maps JSON keys to
    `Property`, *required* is the set of names that must be there, *enum* maps each allowed value to its member name
    (None: any value), *extensible* tells that other values than those of *enum* or of the discriminator are accepted as
    well, *default* is what the server uses where there is no value (`unset`: nothing). *renamed* are JSON keys by the
    Python names of properties that differ from them. *matched* are the schema classes that an instance of the class
    matched: mostly it alone. *recipe* is how a class without a name was made: a function, the class that it was given,
    and its keywords. *converters* are those that were compiled, by the checks they leave out.
    """

    untyped: typing.ClassVar[type]
    """The schema of values that nothing is declared for; `_composed` puts it here."""

    nothing: typing.ClassVar[type]
    """The schema that accepts no value; `_composed` puts it here."""

    def __init__(self, cls: Declared, own: Facts) -> None:
        self.cls = cls
        self.own = own
        self.facts = facts = _facts_of(cls, own)
        self.matched: tuple[type, ...] = (cls,)
        self.properties: dict[str, Property[object]] = facts.get("properties", {})
        self.required: frozenset[str] = frozenset(facts.get("required", ()))
        self.enum: dict[object, str] | None = facts.get("enum_value_to_name")
        self.default: object = facts.get("default", unset)
        self.extensible: bool = facts.get("extensible", False)
        self.renamed: dict[str, str] = {}
        self.recipe: tuple[Maker, typing.Any, dict[str, typing.Any]] | None = None
        self.converters: dict[frozenset[str], Converter] = {}
        self.compiled: typing.Any = None  # the converter of the extension, which is filled when it is first used
        self.examiner: typing.Any = None  # that of `_examination`
        self.member_converters: dict[frozenset[str], typing.Any] = {}  # kept for the walk

    @cached_property
    def types(self) -> frozenset[type]:
        """The primitives that values may be made of; any where the class says nothing, as `Schema` itself."""
        return frozenset(getattr(self.cls, "_types", ANYTHING))

    @cached_property
    def formats(self) -> tuple[str, ...]:
        """The names of the formats, that of the first base first."""
        bases = reversed(self.cls.__mro__)
        return tuple(base.__dict__["_format"] for base in bases if "_format" in base.__dict__)

    @cached_property
    def keywords(self) -> tuple[tuple[Keyword, typing.Any], ...]:
        """The keywords with their limits, in the order in which they are checked."""
        return tuple(_limits(self.facts)) if self.facts else ()

    @property
    def description(self) -> str:
        """The first paragraph of the docstring of the class, its own one; empty for the classes of the runtime."""
        own = self.cls.__dict__.get("__doc__") or ""
        return "" if self.cls.__module__.startswith(f"{__package__}.") else " ".join(own.partition("\n\n")[0].split())

    @cached_property
    def required_of_server(self) -> frozenset[str]:
        """The names that must be there in what the server sends."""
        return self.required.difference(name for name, entry in self.properties.items() if entry.write_only)

    @cached_property
    def required_of_program(self) -> frozenset[str]:
        """The names that must be there in what a program builds or sends."""
        return self.required.difference(name for name, entry in self.properties.items() if entry.read_only)

    @cached_property
    def additional(self) -> Declared | None:
        """The schema of keys that are not declared, or None where anything goes."""
        return self._one("additional_properties")

    @cached_property
    def items(self) -> Declared | None:
        """The schema of list items, or None where anything goes."""
        return self._one("items")

    @cached_property
    def not_schema(self) -> Declared | None:
        """The schema that must not take the value, or None."""
        return self._one("not_schema")

    @cached_property
    def all_of(self) -> tuple[Declared, ...]:
        """The schemas that must all take the value."""
        return self._several("all_of")

    @cached_property
    def one_of(self) -> tuple[Declared, ...]:
        """The schemas of which exactly one must take the value."""
        return self._several("one_of")

    @cached_property
    def any_of(self) -> tuple[Declared, ...]:
        """The schemas of which at least one must take the value."""
        return self._several("any_of")

    @cached_property
    def discriminator(self) -> tuple[str, dict[str, Declared]] | None:
        """The property whose value names the class, and the classes by that value; or None."""
        declared = self.facts.get("discriminator")
        if declared is None:
            return None
        ((name, mapping),) = _evaluated(declared).items()
        return name, {value: resolved(cls) for value, cls in mapping.items()}

    def declares(self, name: str) -> bool:
        """Return whether the class says anything under *name*, be it an empty list."""
        return self.facts.get(name) is not None

    @cached_property
    def composed(self) -> bool:
        """Whether other schemas have a say: any of allOf, oneOf, anyOf, not, discriminator."""
        return any(map(self.declares, _COMPOSITION.intersection(self.facts)))

    @cached_property
    def sees_inside(self) -> bool:
        """Whether a look at the value alone is not enough, since something is said about its members together."""
        containers = self.enum is not None and any(isinstance(value, (dict, tuple)) for value in self.enum)
        return self.composed or containers or "unique_items" in self.facts

    @cached_property
    def declares_members(self) -> bool:
        """Whether the class itself says anything about the members of an object or array."""
        return bool(self.properties) or self.declares("additional_properties") or self.declares("items")

    @cached_property
    def in_keyword_order(self) -> dict[str, Property[object]]:
        """The properties in the order of the earlier client's signatures, in which keywords reach an object.

        Required ones come first, in the order of the Java set that the generator kept them in; those that can't be
        the name of a parameter come last, as undeclared ones do.
        """
        required = sorted(self.required.intersection(self.properties))
        parameters = [name for name in self.properties if name.isidentifier() and not iskeyword(name)]
        return {name: self.properties[name] for name in (*_in_java_order(required), *parameters, *self.properties)}

    @cached_property
    def undeclared(self) -> type:
        """The schema of keys that are not declared."""
        return self.additional or Declaration.untyped

    @cached_property
    def item(self) -> type:
        """The schema of list items."""
        return self.items or Declaration.untyped

    @cached_property
    def is_closed(self) -> bool:
        """Whether keys that are not declared are forbidden."""
        return self.additional is not None and declaration_of(self.additional).accepts_nothing

    @cached_property
    def accepts_nothing(self) -> bool:
        """Whether every value is rejected: what ``not`` leaves out is everything."""
        return self.not_schema is not None and declaration_of(self.not_schema).accepts_anything

    @property
    def accepts_anything(self) -> bool:
        """Whether every value is accepted: all types, and no further fact."""
        return self.types == ANYTHING and not self.facts and not self.formats

    @cached_property
    def schemas(self) -> dict[str, Declared]:
        """The schema classes of the properties, by JSON key."""
        return {name: entry.schema for name, entry in self.properties.items()}

    @cached_property
    def members(self) -> dict[object, object]:
        """The values of the enum by keys that tell ``1`` from true."""
        return {identity_key(value): value for value in self.enum or ()}

    @cached_property
    def is_closed_enum(self) -> bool:
        """Whether values that are not declared are forbidden."""
        return self.enum is not None and not self.extensible

    @cached_property
    def shown_types(self) -> str:
        """The types as a message lists them."""
        names = sorted(kind.__name__ for kind in self.types)
        return names[0] if len(names) == 1 else f"one of [{', '.join(names)}]"

    @cached_property
    def shown_enum(self) -> str:
        """The values of the enum as a message lists them."""
        return ", ".join(map(str, self.enum or ()))

    def member(self, value: object) -> object:
        """Return the value of the enum that equals *value*, cast data or an instance; `unset` where there is none."""
        try:
            return self.members.get(identity_key(value), unset)
        except TypeError:  # a list or a dict of files can't be hashed, and is not a member of anything
            return unset

    def _one(self, name: str) -> Declared | None:
        declared = self.facts.get(name)
        return None if declared is None else typing.cast("Declared", resolved(declared))

    def _several(self, name: str) -> tuple[Declared, ...]:
        return tuple(resolved(entry) for entry in _evaluated(self.facts.get(name, ())))


_COMPOSITION = frozenset({"all_of", "one_of", "any_of", "not_schema", "discriminator"})


def _evaluated(fact: typing.Any) -> typing.Any:
    """Return *fact*, or what it returns where it is a function, which may name classes that are made later."""
    return fact() if callable(fact) else fact


def _limits(facts: Facts) -> typing.Iterator[tuple[Keyword, typing.Any]]:
    """The keywords that *facts* set, with their limits; a pattern for each regular expression."""
    for keyword in KEYWORDS:
        limit = facts.get(keyword.attribute)
        if limit is None:
            continue
        if keyword.name == "pattern":
            yield from ((keyword, pattern) for pattern in limit)
        elif limit is not False:
            yield keyword, limit


def _in_java_order(names: list[str]) -> list[str]:
    """*names* in the order in which a ``java.util.HashSet`` of them is iterated."""
    buckets = 16
    while len(names) > buckets * 3 // 4:
        buckets *= 2
    return sorted(names, key=lambda name: _java_hash(name) & (buckets - 1))


def _java_hash(text: str) -> int:
    """The hash of a string as ``HashMap`` spreads it."""
    value = 0
    for character in text:
        value = (31 * value + ord(character)) & 0xFFFFFFFF
    return value ^ (value >> 16)


def declaration_of(cls: type) -> Declaration:
    """Return the `Declaration` of *cls*. Raises `TypeError` for what is not a schema class."""
    schema: typing.Any = cls
    try:
        declaration: Declaration = schema._declaration
        return declaration
    except AttributeError:
        raise TypeError(f"expected a schema class, got {cls!r}") from None


def matched_of(value: object) -> tuple[type, ...]:
    """Return the schema classes that *value* matched; none where it is not an instance of a schema class."""
    cls: typing.Any = type(value)
    matched: tuple[type, ...] = cls._declaration.matched if isinstance(cls, Declared) else ()
    return matched
