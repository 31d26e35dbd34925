"""Schema classes of every kind that a page or a document has to show."""

import re
from typing import ClassVar

from flat_api.schemas import (
    AnyTypeSchema,
    BinarySchema,
    BoolClass,
    BoolSchema,
    ComposedBase,
    ComposedSchema,
    DateSchema,
    DateTimeSchema,
    DecimalSchema,
    DictSchema,
    EnumBase,
    Float32Schema,
    Float64Schema,
    Int32Schema,
    Int64Schema,
    IntSchema,
    ListSchema,
    NoneClass,
    NoneSchema,
    NumberSchema,
    Property,
    Schema,
    StrSchema,
    UUIDSchema,
    list_of,
    map_of,
    nullable,
    one_of,
    optional,
    ref,
    required,
    value,
)


class Colour(EnumBase, StrSchema):
    """What is seen"""

    RED = value("red")
    PIPE = value("a|b")


class Tongue(EnumBase, StrSchema, extensible=True):
    """What is spoken"""

    EN = value("en")
    FR = value("fr")


class Level(EnumBase, IntSchema):
    ONE = value(1)
    MINUS = value(-1)


class Kinds(DictSchema):
    """One property of each kind"""

    text = required(StrSchema, "Text with `code`, <tags> & \"quotes\" | a 'bar', a = b")
    number = optional(NumberSchema)
    whole = optional(IntSchema)
    whole32 = optional(Int32Schema)
    whole64 = optional(Int64Schema)
    float32 = optional(Float32Schema)
    float64 = optional(Float64Schema)
    truth = optional(BoolSchema)
    nothing = optional(NoneSchema)
    day = optional(DateSchema)
    moment = optional(DateTimeSchema)
    uuid = optional(UUIDSchema)
    decimal = optional(DecimalSchema)
    binary = optional(BinarySchema)
    anything = optional(AnyTypeSchema)
    colour = optional(Colour, "The colour")
    level = optional(Level)


class MaybeKinds(DictSchema):
    """The same with null"""

    text = optional(nullable(StrSchema))
    number = optional(nullable(NumberSchema))
    whole = optional(nullable(IntSchema))
    truth = optional(nullable(BoolSchema))
    day = optional(nullable(DateSchema))
    moment = optional(nullable(DateTimeSchema))
    texts = optional(nullable(list_of(StrSchema)))
    object = optional(nullable(DictSchema))


class Limits(DictSchema, max_properties=9, min_properties=1):
    """One property for each limit"""

    short = optional(StrSchema.where(max_length=80, min_length=2))
    code = optional(StrSchema.where(pattern="^[a-z]+|`$"))
    free = optional(StrSchema.where(pattern=re.compile("(?i)^a")))
    within = optional(NumberSchema.where(minimum=0, maximum=1.5))
    between = optional(NumberSchema.where(exclusive_minimum=0, exclusive_maximum=10))
    even = optional(Int32Schema.where(multiple_of=2))
    few = optional(list_of(StrSchema, max_items=3, min_items=1, unique_items=True))


class Grid(ListSchema):
    """A list of lists"""

    class MetaOapg:
        class items(ListSchema):
            class MetaOapg:
                class items(NumberSchema):
                    pass


class Palette(ListSchema[Colour], max_items=10):
    """A list of models"""


class Shelf(DictSchema):
    """Two lists of objects"""

    class Book(DictSchema):
        title = required(StrSchema)

    class Record(DictSchema):
        """A long-playing one"""

        artist = optional(StrSchema)

    books = optional(list_of(Book), "What is read")
    records = optional(list_of(Record), "What is heard")


class Closed(DictSchema, additional=False):
    name = optional(StrSchema)


class Map(DictSchema, additional=IntSchema):
    name = optional(IntSchema)


class MapOfMaps(DictSchema):
    inner = optional(map_of(map_of(DateSchema)))


class Tree(DictSchema):
    """A model that contains itself, and so does a class inside it"""

    class Node(DictSchema):
        class MetaOapg:
            class properties:
                def child():
                    return Tree.Node

                __annotations__ = {"child": child}

    parent: Property["Tree"] = optional(ref("Tree"), "Where it hangs")
    children = optional(list_of(ref("Tree")))
    node = optional(Node)


class Pet(ComposedBase, DictSchema, discriminator=lambda: {"kind": {"cat": Cat, "dog": Dog}}):
    kind = required(StrSchema)


class Cat(ComposedBase, DictSchema, all_of=[Pet, DictSchema.where(min_properties=2)]):
    """A pet that meows"""

    lives = optional(IntSchema)


class Dog(ComposedBase, DictSchema, all_of=[Pet]):
    barks = optional(BoolSchema)


class Visitor(ComposedSchema, any_of=[Cat, Dog], discriminator={"kind": {"Cat": Cat, "Dog": Dog}}, extensible=True):
    """One whose kind may be the name of a class"""


class Choice(ComposedSchema, one_of=[Cat, NoneSchema, DateSchema, list_of(StrSchema)], not_schema=IntSchema):
    """One of several"""


class Either(ComposedSchema, any_of=[StrSchema.where(max_length=3), NumberSchema]):
    """At least one"""


class Holder(DictSchema):
    choice = optional(one_of(Colour, IntSchema))


class Odd(DictSchema):
    """Keys that are no names"""

    class Inner(DictSchema):
        x = optional(StrSchema)

    star = optional(Inner, key="*star*")
    dotted = optional(Inner, key="a.b c")
    under = optional(StrSchema, key="_under_")


class Mixed(EnumBase, Schema):
    """The odder sort of class that the old generator printed"""

    _types: ClassVar = {str, NoneClass, BoolClass}

    class MetaOapg:
        enum_value_to_name: ClassVar = {"a": "A", NoneClass.NONE: "NONE", BoolClass.TRUE: "TRUE"}


class Loose(DictSchema):
    """Names that are required but not declared"""

    class MetaOapg:
        required: ClassVar = {"known", "unknown"}
        regex: ClassVar = [{"pattern": "a"}, {"pattern": "b", "flags": 2}]

        class properties:
            known = StrSchema
            other = StrSchema
            __annotations__ = {"other": other, "known": known}


CLASSES = [entry for entry in list(vars().values()) if isinstance(entry, type) and entry.__module__ == __name__]
