"""The pages of the models, in the format of the earlier client."""

import hashlib
import json
import re
from pathlib import Path

import pytest

import flat_api
from flat_api import models
from flat_api.model.score_privacy import ScorePrivacy
from flat_api.model.task import Task
from flat_api.reference import model_page, openapi_document
from flat_api.schemas import (
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    NumberSchema,
    StrSchema,
    declaration_of,
    list_of,
    nullable,
    optional,
    unset,
    value,
)

from ..recordings import facts
from . import samples

ROOT = Path(flat_api.__file__).resolve().parents[1]
TASK_PAGE = "5acbcb906fa278f96e6d3276cbc01631f2908179c539b861c63f50066430c57e"
ANYTHING = (
    "dict, frozendict.frozendict, str, date, datetime, uuid.UUID, int, float, decimal.Decimal, bool, None, list, "
    "tuple, bytes, io.FileIO, io.BufferedReader,  | frozendict.frozendict, str, decimal.Decimal, BoolClass, NoneClass, "
    "tuple, bytes, FileIO, "
)
OBJECT = "dict, frozendict.frozendict,  | frozendict.frozendict, "


def row(cls, start):
    """The only line of the page of *cls* that starts with *start*, without that."""
    (found,) = (line for line in model_page(cls).splitlines() if line.startswith(f"{start} | "))
    return found.removeprefix(f"{start} | ")


def type_row(cls):
    """The line of the page of *cls* that says what the class itself takes."""
    lines = model_page(cls).splitlines()
    return lines[lines.index("## Model Type Info") + 3]


def headings(cls):
    """The headings of the page of *cls*."""
    return [line for line in model_page(cls).splitlines() if re.match("#+ ", line)]


def test_page_of_task_is_that_of_the_earlier_client():
    """The page of Task is the one the earlier client came with, byte for byte."""
    assert hashlib.sha256(model_page(Task).encode()).hexdigest() == TASK_PAGE


def test_committed_page_of_task_is_the_printed_one():
    """docs/models/Task.md is what the declaration gives."""
    assert (ROOT / "docs" / "models" / "Task.md").read_bytes() == model_page(Task).encode()


def test_property_says_type_description_and_notes():
    """A row has the key, what may be passed in, what is seen, the description and whether the key may be absent."""
    assert row(samples.Shelf, "**[books](#books)**") == "list, tuple,  | tuple,  | What is read | [optional] "
    assert row(samples.Kinds, "**truth**") == "bool,  | BoolClass,  |  | [optional] "
    assert row(samples.Kinds, "**anything**") == f"{ANYTHING} |  | [optional] "
    assert row(samples.Kinds, "**binary**").startswith("bytes, io.FileIO, io.BufferedReader,  | bytes, FileIO,  |  | ")


def test_required_property_has_no_note():
    """Required keys come first, and do without a note."""
    lines = model_page(samples.Loose).splitlines()
    table = lines[lines.index("### Dictionary Keys") + 3 :]
    assert [line.partition(" ")[0] for line in table[:4]] == [
        "**known**",
        "**unknown**",
        "**other**",
        "**any_string_name**",
    ]
    assert row(samples.Loose, "**known**") == "str,  | str,  |  | "


def test_required_key_without_declaration_has_a_row():
    """A name that is required but not declared is a key too, of any type."""
    assert row(samples.Loose, "**unknown**") == f"{ANYTHING} |  | "


def test_formats_are_told():
    """Dates, UUIDs and numbers of a size say what they must be, and what else may be passed in."""
    said = {
        key: row(samples.Kinds, f"**{key}**")
        for key in ["day", "moment", "uuid", "decimal", "whole", "whole32", "whole64", "float32", "float64"]
    }
    number, whole = "decimal.Decimal, int, float,  | decimal.Decimal, ", "decimal.Decimal, int,  | decimal.Decimal, "
    assert said == {
        "day": "str, date,  | str,  |  | [optional] value must conform to RFC-3339 full-date YYYY-MM-DD",
        "moment": "str, datetime,  | str,  |  | [optional] value must conform to RFC-3339 date-time",
        "uuid": "str, uuid.UUID,  | str,  |  | [optional] value must be a uuid",
        "decimal": "str,  | str,  |  | [optional] value must be numeric and storable in decimal.Decimal",
        "whole": f"{whole} |  | [optional] ",
        "whole32": f"{whole} |  | [optional] value must be a 32 bit integer",
        "whole64": f"{whole} |  | [optional] value must be a 64 bit integer",
        "float32": f"{number} |  | [optional] value must be a 32 bit float",
        "float64": f"{number} |  | [optional] value must be a 64 bit float",
    }


def test_null_stands_before_scalars_and_behind_containers():
    """What may be null is listed in the earlier pages' order."""
    assert row(samples.MaybeKinds, "**text**") == "None, str,  | NoneClass, str,  |  | [optional] "
    assert row(samples.MaybeKinds, "**number**").startswith("None, decimal.Decimal, int, float,  | NoneClass, decimal.")
    assert row(samples.MaybeKinds, "**moment**").startswith("None, str, datetime,  | NoneClass, str,  |  | [opt")
    assert row(samples.MaybeKinds, "**[texts](#texts)**").startswith("list, tuple, None,  | tuple, NoneClass,  | ")
    assert row(samples.MaybeKinds, "**[object](#object)**") == (
        "dict, frozendict.frozendict, None,  | frozendict.frozendict, NoneClass,  |  | [optional] "
    )


def test_limits_are_told_in_the_words_of_the_refusal():
    """Lengths, numbers, patterns and counts have their limits among the notes."""
    assert row(samples.Limits, "**short**").endswith(
        "[optional] length must be less than or equal to 80; length must be greater than or equal to 2"
    )
    assert row(samples.Limits, "**within**").endswith(
        "[optional] must be a value less than or equal to 1.5; must be a value greater than or equal to 0"
    )
    assert row(samples.Limits, "**between**").endswith(
        "[optional] must be a value less than 10; must be a value greater than 0"
    )
    assert row(samples.Limits, "**even**").endswith(
        "[optional] value must be a 32 bit integer; value must be a multiple of 2"
    )
    assert row(samples.Limits, "**[few](#few)**").endswith(
        "[optional] number of items must be less than or equal to 3; number of items must be greater than or equal "
        "to 1; items must not contain duplicates"
    )
    assert type_row(samples.Limits).endswith(
        "number of properties must be less than or equal to 9; number of properties must be greater than or equal to 1"
    )


def test_pattern_is_a_code_span_that_keeps_the_table_whole():
    """A regular expression with bars and backticks stays in its cell."""
    assert row(samples.Limits, "**code**").endswith(r"[optional] must match regular expression `` ^[a-z]+\|`$ ``")
    assert row(samples.Limits, "**free**").endswith("must match regular expression `(?i)^a` with flags=`2`")


def test_enum_lists_its_values():
    """An enum of the first level shows its values beside its type; numbers and null are as Python writes them."""
    assert type_row(samples.Colour) == 'str,  | str,  | What is seen | must be one of ["red", "a&#124;b", ] '
    assert type_row(samples.Level) == "decimal.Decimal, int,  | decimal.Decimal,  |  | must be one of [1, -1, ] "
    assert 'must be one of ["a", None, True, ]' in type_row(samples.Mixed)


def test_extensible_enum_lists_the_values_it_knows():
    """Its values are shown too, without a must."""
    assert type_row(samples.Tongue) == 'str,  | str,  | What is spoken | one of ["en", "fr", ] or another value '


def test_model_is_a_link_to_its_page():
    """A property that holds another model links to it, and says no more than what was said of the property."""
    link = "[**Colour**](Colour.md)"
    assert row(samples.Kinds, "**colour**") == f"{link} | {link} | The colour | [optional] "
    link = "[**Level**](Level.md)"
    assert row(samples.Kinds, "**level**") == f"{link} | {link} |  | [optional] "


def test_list_of_models_links_to_them():
    """The items of a list model are its only table."""
    assert headings(samples.Palette)[1:] == ["## Model Type Info", "### Tuple Items"]
    link = "[**Colour**](Colour.md)"
    assert row(samples.Palette, link) == f"{link} | {link} |  | "


def test_list_of_lists_has_a_section_for_the_inner_one():
    """Items that are lists themselves have their own section."""
    assert row(samples.Grid, "[items](#items)") == "list, tuple,  | tuple,  |  | "
    assert row(samples.Grid, "items") == "decimal.Decimal, int, float,  | decimal.Decimal,  |  | "
    assert "# items" in headings(samples.Grid)


def test_sections_of_one_name_have_different_anchors():
    """Two lists of objects have two sections called items, and each row links to its own."""
    assert headings(samples.Shelf).count("# items") == 2
    assert row(samples.Shelf, "[items](#items)") == f"{OBJECT} |  | "
    assert row(samples.Shelf, "[items](#items-1)") == f"{OBJECT} | A long-playing one | "


def test_additional_properties_have_the_last_row():
    """Keys that are not declared are any_string_name: of a type, of any type, or not there in a closed object."""
    text = "any string name can be used but the value must be the correct type"
    assert row(samples.Map, "**any_string_name**") == (
        f"decimal.Decimal, int,  | decimal.Decimal,  | {text} | [optional] "
    )
    assert row(samples.Limits, "**any_string_name**").endswith(f"bytes, FileIO | {text} | [optional]")
    assert "any_string_name" not in model_page(samples.Closed)
    assert type_row(samples.Closed).endswith(" | other keys are not allowed")


def test_maps_of_maps_have_sections():
    """What is inside a map has a section of that name."""
    assert headings(samples.MapOfMaps)[3:] == [
        "# inner",
        "## Model Type Info",
        "### Dictionary Keys",
        "# any_string_name",
        "## Model Type Info",
        "### Dictionary Keys",
    ]


def test_composition_has_a_table_for_each_word():
    """allOf, anyOf, oneOf and not list their classes, each a link to a page or a section."""
    assert headings(samples.Choice)[1:5] == [
        "## Model Type Info",
        "### Composed Schemas (allOf/anyOf/oneOf/not)",
        "#### oneOf",
        "#### not",
    ]
    link = "[**Cat**](Cat.md)"
    assert row(samples.Choice, "[Cat](Cat.md)") == f"{link} | {link} |  | "
    assert row(samples.Choice, "[one_of_1](#one_of_1)") == "None,  | NoneClass,  |  | "
    assert row(samples.Choice, "[not_schema](#not_schema)") == "decimal.Decimal, int,  | decimal.Decimal,  |  | "
    assert row(samples.Either, "[any_of_0](#any_of_0)").endswith(" | length must be less than or equal to 3")
    assert row(samples.Cat, "[all_of_1](#all_of_1)").startswith(OBJECT)
    assert "# one_of_2" in headings(samples.Choice)


def test_discriminator_names_its_classes():
    """A discriminator says which value means which class."""
    link = "[**Cat**](Cat.md)"
    assert row(samples.Pet, "[Cat](Cat.md)") == f"{link} | {link} | where kind is cat | "


def test_class_inside_itself_links_to_its_own_section():
    """An inner class that contains itself has one section, to which the row inside leads back."""
    assert headings(samples.Tree).count("# node") == 1
    assert row(samples.Tree, "**[child](#node)**") == f"{OBJECT} |  | [optional] "


def test_prose_is_escaped_in_tables_only():
    """Quotes, tags and bars of a description are entities in a table, and stay as they are in a paragraph."""
    text = "Text with &#x60;code&#x60;, &lt;tags&gt; &amp; &quot;quotes&quot; &#124; a &#x27;bar&#x27;, a &#x3D; b"
    assert f" | {text} | " in model_page(samples.Kinds)

    class Quoted(DictSchema):
        """It's `code`
        on two lines"""

    assert "\nIt's `code` on two lines\n" in model_page(Quoted)
    assert " | It&#x27;s &#x60;code&#x60; on two lines | " in model_page(Quoted)


def test_keys_that_look_like_markup_are_text():
    """Stars and underscores of a key are shown; the anchor is what a reader of Markdown makes of the heading."""
    assert r"**[\*star\*](#star)** | " in model_page(samples.Odd)
    assert "**[a.b c](#ab-c)** | " in model_page(samples.Odd)
    assert r"**\_under\_** | " in model_page(samples.Odd)


def test_property_without_words_says_nothing_about_its_type():
    """A property of a class of the runtime does not repeat the documentation of that class."""

    class Silent(DictSchema):
        id = optional(StrSchema)

    assert row(Silent, "**id**") == "str,  | str,  |  | [optional] "


def test_class_beside_a_model_is_shown_on_its_page():
    """What a model module declares beside its model has no page, so it is written out where it is used."""
    from flat_api.models import EduSkillsFocused

    assert row(EduSkillsFocused, "items").startswith("str,  | str,  | ")
    assert ' | must be one of ["notation", ' in row(EduSkillsFocused, "items")


class Choice(EnumBase, StrSchema, default="a"):
    """A model of this module."""

    A = value("a")
    B = value("b")


class Defaults(DictSchema):
    """Properties with a default."""

    class Size(EnumBase, StrSchema):
        S = value("s")
        M = value("m")

    text = optional(StrSchema.where(max_length=3), "A text", default='a "b" | c')
    flag = optional(BoolSchema, default=False)
    number = optional(NumberSchema, default=1.5)
    moment = optional(DateTimeSchema, default="2023-06-05T10:20:30Z")
    size = optional(Size, default="m")
    maybe = optional(nullable(StrSchema), default=None)
    privacy = optional(ScorePrivacy, default="public")
    plain = optional(ScorePrivacy)
    listed = optional(list_of(StrSchema))


class TestDefaults:
    """A page says what the server uses where there is no value."""

    @pytest.mark.parametrize(
        ("key", "notes"),
        [
            (
                "text",
                '[optional] if omitted the server will use the default value of "a \\"b\\" &#124; c"; '
                "length must be less than or equal to 3",
            ),
            ("flag", "[optional] if omitted the server will use the default value of False"),
            ("number", "[optional] if omitted the server will use the default value of 1.5"),
            (
                "moment",
                '[optional] if omitted the server will use the default value of "2023-06-05T10:20:30Z"; '
                "value must conform to RFC-3339 date-time",
            ),
            (
                "size",
                '[optional] must be one of ["s", "m", ] if omitted the server will use the default value of "m"',
            ),
            ("maybe", "[optional] if omitted the server will use the default value of None"),
            ("privacy", '[optional] if omitted the server will use the default value of "public"'),
            ("plain", "[optional] "),
        ],
    )
    def test_of_a_property(self, key: str, notes: str):
        """The notes are those of the class, with the default of the property among them."""
        assert row(Defaults, f"**{key}**").rpartition(" | ")[2] == notes

    def test_of_a_class(self):
        """A class with a default says it on its own page."""
        assert type_row(Choice).endswith(
            'must be one of ["a", "b", ] if omitted the server will use the default value of "a"'
        )

    def test_of_the_earlier_pages(self):
        """Each default that API 2.18 states is on the page of its model."""
        schemas = json.loads(facts("2.18.0"))["components"]["schemas"]
        stated = list(defaults(schemas))
        assert len(stated) == 22
        for path, default in stated:
            model, last = path[0], path[-1]
            page = model_page(getattr(models, model)).splitlines()
            text = repr(default) if isinstance(default, bool) else f'"{default}"'
            lines = [line for line in page if line.startswith(f"**{last}** | ") or last == model]
            assert any(f"if omitted the server will use the default value of {text}" in line for line in lines)

    def test_in_documents(self):
        """A document says it, too, except beside a reference, where nothing may stand."""
        written = openapi_document([Defaults, Choice])["components"]["schemas"]
        properties = written["Defaults"]["properties"]
        assert (properties["flag"]["default"], properties["number"]["default"]) == (False, 1.5)
        assert properties["maybe"]["default"] is None and properties["size"]["default"] == "m"
        assert written["Choice"]["default"] == "a"
        assert "default" not in properties["listed"]

    def test_every_declared_default_is_a_value_of_its_class(self):
        """What a page says that the server uses could be sent."""
        found = 0
        for name in models.__all__:
            for cls in inside(getattr(models, name)):
                declaration = declaration_of(cls)
                pairs = [(entry.schema, entry.default) for entry in declaration.properties.values()]
                for schema, default in [(cls, declaration.default), *pairs]:
                    if default is not unset:
                        assert schema(default) == default
                        found += 1
        assert found >= 22


def defaults(node, path=()):
    """Each default in *node*, the schemas of a document, with the way to it."""
    if isinstance(node, dict):
        for key, entry in node.items():
            if key == "default" and not isinstance(entry, dict):
                yield path, entry
            else:
                yield from defaults(entry, (*path, key))


def inside(cls):
    """*cls* and the classes of objects written in it."""
    yield cls
    for entry in declaration_of(cls).properties.values():
        if entry.schema.__qualname__.startswith(f"{cls.__qualname__}."):
            yield from inside(entry.schema)
