"""Packages made from documents: what is in them, and what people keep."""

from __future__ import annotations

import copy
import importlib
import os
import subprocess
import sys
import typing
from pathlib import Path

import pytest

from flat_api import exceptions, schemas
from flat_api.codegen import declared, facts_of_document
from flat_api.codegen._normal import bare

from .generated import classes, files, generate, imported, services, spec
from .odd import ALL, STRING, document, ref
from .odd_operations import answer
from .union import union

Json = typing.Any

SCHEMAS: dict[str, Json] = {
    "Person": {
        "type": "object",
        "description": "Somebody.",
        "required": ["name"],
        "properties": {
            "name": {"type": "string", "maxLength": 30, "description": "What people call them."},
            "mood": {"type": "string", "enum": ["good", "bad"]},
            "friends": {"type": "array", "items": ref("Person")},
            "home": ref("Place"),
        },
    },
    "Place": {
        "type": "object",
        "properties": {"town": STRING, "rooms": {"type": "array", "items": {"enum": ["a", "b"]}}},
    },
}


@pytest.fixture
def package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The directory of a package made from `SCHEMAS`."""
    assert generate(tmp_path, document(SCHEMAS), "people") == 0
    capsys.readouterr()
    return tmp_path / "people"


def changed(name: str, change: typing.Callable[[Json], object]) -> Json:
    """The document of `SCHEMAS` with a *change* to one of them."""
    schemas = copy.deepcopy(SCHEMAS)
    change(schemas[name])
    return document(schemas)


def edit(path: Path, *replacements: tuple[str, str]) -> None:
    """Change a module by hand."""
    text = path.read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def test_a_module_reads_as_if_written_by_hand(package: Path):
    """One component a module: imports, nested classes, properties; descriptions where there are some."""
    assert (
        (package / "model" / "person.py").read_text()
        == '''\
"""The model `Person`."""

from flat_api.schemas import (
    DictSchema,
    EnumBase,
    ListSchema,
    Property,
    StrSchema,
    list_of,
    optional,
    ref,
    required,
    value,
)

from .place import Place


class Person(DictSchema):
    """Somebody."""

    class Mood(EnumBase, StrSchema):
        GOOD = value("good")
        BAD = value("bad")

    name = required(StrSchema.where(max_length=30), "What people call them.")
    mood = optional(Mood)
    friends: Property["ListSchema[Person]"] = optional(list_of(ref("Person")))
    home = optional(Place)
'''
    )


def test_a_package_holds_models_and_a_contents_page(package: Path):
    """Beside the modules there are `models`, two lines to make packages of the directories, and the mark of types."""
    assert sorted(files(package)) == [
        "__init__.py",
        "model/__init__.py",
        "model/person.py",
        "model/place.py",
        "models/__init__.py",
        "py.typed",
    ]


def test_models_are_loaded_when_they_are_asked_for(package: Path):
    """`from people.models import Place` imports the module of `Place` only."""
    code = (
        "import sys, people.models as models\n"
        "assert 'people.model.place' not in sys.modules\n"
        "assert models.Place.__module__ == 'people.model.place'\n"
        "assert 'people.model.person' not in sys.modules\n"
        "assert models.__all__ == ['Person', 'Place']\n"
        "assert {'Person', 'Place'} <= set(dir(models))\n"
        "assert not hasattr(models, 'Nobody')\n"
        "from people.models import *\n"
        "assert Person is models.Person\n"
    )
    root = Path(schemas.__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    subprocess.run([sys.executable, "-c", code], check=True, cwd=package.parent, env=environment)


def test_a_package_works_as_the_document_says(package: Path):
    """Its models take what the document allows, refuse the rest, and know each other."""
    with imported(package.parent, "people") as models:
        person = models.Person({"name": "Ann", "mood": "good", "friends": [{"name": "Bob"}], "home": {"town": "Ulm"}})
        assert type(person.friends[0]) is models.Person
        assert person.mood is models.Person.Mood.GOOD
        assert person.home.town == "Ulm"
        with pytest.raises(exceptions.ApiValueError):
            models.Person({"name": "x" * 31})


@pytest.mark.parametrize("kind", ALL)
def test_an_odd_document_becomes_a_package_that_declares_it(kind: str, tmp_path: Path):
    """Names, enums, recursion, compositions and limits of every kind: what is declared is what the document says."""
    content = document(ALL[kind])
    assert generate(tmp_path, content, f"odd_{kind}") == 0
    facts = facts_of_document(content)
    with imported(tmp_path, f"odd_{kind}") as models:
        found = {getattr(models, name) for name in models.__all__}
        assert len(found) == len(facts)
        by_component = classes(models, {"components": {"schemas": facts}})
        names = {cls: component for component, cls in by_component.items()}
        for component, cls in by_component.items():
            assert bare(declared(cls, names)) == bare(facts[component])
    assert generate(tmp_path, content, f"odd_{kind}", "--check") == 0


@pytest.mark.parametrize("version", ["2.18.0", "2.24.0"])
def test_the_documents_of_the_api_become_packages(version: str, tmp_path: Path):
    """Every schema of both versions is declared as the document has it."""
    content = spec(version)
    facts = facts_of_document(content)
    assert generate(tmp_path, content, "flat.other") == 0
    with imported(tmp_path, "flat.other") as models:
        names = {getattr(models, name): name for name in models.__all__}
        assert {name: bare(declared(cls, names)) for cls, name in names.items()} == {
            name: bare(entry) for name, entry in facts.items()
        }


def test_the_models_of_this_package_are_those_of_the_document():
    """The union of versions 2.18.0 and 2.26.2, which the models are printed from, would change none of them."""
    from flat_api.codegen import api_of_document, package_files
    from flat_api.codegen._write import changed as behind

    root = Path(schemas.__file__).parents[2]
    package = package_files(api_of_document(union()), "flat_api", root)
    assert behind(package.files) == []
    assert package.own == []
    assert package.strangers == []


def test_what_is_as_it_should_be_is_left_alone(package: Path, capsys: pytest.CaptureFixture[str]):
    """A second run writes nothing, whatever people did to the looks of a module."""
    person = package / "model" / "person.py"
    edit(
        person,
        ("    mood = optional(Mood)\n", "    # how they are\n    mood = optional( Mood,\n        'Their mood' )\n"),
        ("class Mood", "class Temper"),
        ("optional( Mood", "optional( Temper"),
    )
    before = files(package)
    assert generate(package.parent, document(SCHEMAS), "people") == 0
    assert files(package) == before
    assert capsys.readouterr().out == "as they should be: 6 files\n"


def test_a_new_property_leaves_descriptions_and_names_as_people_wrote_them(package: Path):
    """Docstrings, texts of properties, names of classes, members and attributes survive; other modules don't change."""
    edit(
        package / "model" / "person.py",
        ('"""Somebody."""', '"""A person.\n\n    With a "second" paragraph.\n    """'),
        ("class Mood(EnumBase, StrSchema):\n", 'class Temper(EnumBase, StrSchema):\n        """How they are"""\n\n'),
        ("GOOD", "FINE"),
        ("optional(Mood)", "optional(Temper, 'How they feel')"),
        ("What people call them.", 'Their name, as \\\\ \\"they\\" write it'),
        ("home = optional(Place)", "dwelling = optional(Place, key='home')"),
    )
    place = (package / "model" / "place.py").read_bytes()
    content = changed("Person", lambda schema: schema["properties"].update(age={"type": "integer"}))
    assert generate(package.parent, content, "people") == 0
    text = (package / "model" / "person.py").read_text()
    assert (
        text[text.index("class Person") :]
        == '''\
class Person(DictSchema):
    """A person.

    With a "second" paragraph.
    """

    class Temper(EnumBase, StrSchema):
        """How they are"""

        FINE = value("good")
        BAD = value("bad")

    name = required(StrSchema.where(max_length=30), "Their name, as \\\\ \\"they\\" write it")
    mood = optional(Temper, "How they feel")
    friends: Property["ListSchema[Person]"] = optional(list_of(ref("Person")))
    dwelling = optional(Place, key="home")
    age = optional(IntSchema)
'''
    )
    assert (package / "model" / "place.py").read_bytes() == place


DEFAULTS = {
    "Mood": {"type": "string", "enum": ["good", "bad"], "default": "good"},
    "Person": {
        "type": "object",
        "required": ["age"],
        "properties": {
            "name": {"type": "string", "default": "N. N."},
            "tall": {"type": "boolean", "default": False},
            "size": {"type": "string", "enum": ["s", "m"], "default": "m"},
            "maybe": {"type": "number", "nullable": True, "default": 1.5},
            "age": {"type": "integer", "default": 3},
            "tags": {"type": "array", "items": {"type": "string", "default": "a"}},
            "mood": ref("Mood"),
        },
    },
}


def test_defaults_are_declared(tmp_path: Path):
    """What the server uses where there is no value is said of the property, or in the header of a class of its own."""
    assert generate(tmp_path, document(DEFAULTS), "defaults") == 0
    text = (tmp_path / "defaults" / "model" / "person.py").read_text()
    assert (
        text[text.index("class Person") :]
        == """\
class Person(DictSchema):
    class Size(EnumBase, StrSchema):
        S = value("s")
        M = value("m")

    age = required(IntSchema)
    name = optional(StrSchema, default="N. N.")
    tall = optional(BoolSchema, default=False)
    size = optional(Size, default="m")
    maybe = optional(nullable(NumberSchema), default=1.5)
    tags = optional(list_of(StrSchema.where(default="a")))
    mood = optional(Mood)
"""
    )
    assert 'class Mood(EnumBase, StrSchema, default="good"):' in (tmp_path / "defaults/model/mood.py").read_text()
    with imported(tmp_path, "defaults") as models:
        names = {getattr(models, name): name for name in models.__all__}
        declarations = {name: declared(cls, names) for cls, name in names.items()}
    assert declarations["Mood"]["default"] == "good"
    stated = {key: entry.get("default") for key, entry in declarations["Person"]["properties"].items()}
    assert stated == {
        "age": None, "name": "N. N.", "tall": False, "size": "m", "maybe": 1.5, "tags": None, "mood": None
    }  # fmt: skip


def test_a_default_follows_the_document(tmp_path: Path):
    """A default that the document states stands when the module is printed again, one that it doesn't is kept."""
    before = {"A": {"type": "object", "properties": {"x": {"type": "string", "default": "1"}, "y": STRING}}}
    assert generate(tmp_path, document(before), "again") == 0
    edit(tmp_path / "again/model/a.py", ("y = optional(StrSchema)", 'y = optional(StrSchema, default="2")'))
    after = copy.deepcopy(before)
    after["A"]["properties"].update(x={"type": "string", "default": "3"}, z=STRING)
    assert generate(tmp_path, document(after), "again") == 0
    text = (tmp_path / "again/model/a.py").read_text()
    assert 'x = optional(StrSchema, default="3")' in text and 'y = optional(StrSchema, default="2")' in text


def test_what_people_wrote_about_a_class_that_may_be_null_is_kept(tmp_path: Path):
    """`nullable(Mood)` declares a class made from `Mood`; the name and docstring of `Mood` are kept all the same."""
    mood = {"type": "string", "nullable": True, "enum": ["good", None]}
    moods = {"type": "object", "properties": {"mood": mood, "moods": {"type": "array", "items": mood}}}
    assert generate(tmp_path, document({"Person": moods}), "people") == 0
    path = tmp_path / "people" / "model" / "person.py"
    edit(
        path,
        ("class Mood(EnumBase, StrSchema):\n", 'class Temper(EnumBase, StrSchema):\n        """How, again"""\n\n'),
        ("nullable(Mood)", "nullable(Temper)"),
    )
    moods["required"] = ["mood"]
    assert generate(tmp_path, document({"Person": moods}), "people") == 0
    assert '    class Temper(EnumBase, StrSchema):\n        """How, again"""\n' in path.read_text()
    assert "mood = required(nullable(Temper))" in path.read_text()


def test_a_new_name_gives_way_to_one_that_people_gave(package: Path):
    """A class or attribute that people renamed keeps its name when the document starts to use that name as well."""
    edit(
        package / "model" / "person.py",
        ("class Mood", "class Temper"),
        ("mood = optional(Mood)", "mind_ = optional(Temper, key='mood')"),
    )

    def add(schema: Json) -> None:
        new = {"temper": {"type": "string", "enum": ["hot"]}, "mind_": STRING}
        schema["properties"] = {**new, **schema["properties"]}

    assert generate(package.parent, changed("Person", add), "people") == 0
    text = (package / "model" / "person.py").read_text()
    for line in (
        "class Temper(EnumBase, StrSchema):\n        GOOD",
        "class TemperSchema(EnumBase, StrSchema):\n        HOT",
        'mind_ = optional(Temper, key="mood")',
        "temper = optional(TemperSchema)",
        'mind_2 = optional(StrSchema, key="mind_")',
    ):
        assert line in text


def test_a_description_in_the_document_fills_a_gap_and_replaces_nothing(package: Path):
    """What people wrote comes before what the document says."""
    edit(package / "model" / "place.py", ("optional(StrSchema)", 'optional(StrSchema, "The town")'))

    def describe(schema: Json) -> None:
        schema["description"] = "A place."
        schema["properties"]["town"] = {"type": "string", "description": "Which town it is in."}

    assert generate(package.parent, changed("Place", describe), "people") == 0
    text = (package / "model" / "place.py").read_text()
    assert '"""A place."""' in text
    assert "The town" in text
    assert "Which town" not in text


def test_a_module_with_code_of_its_own_is_left_to_people(package: Path, capsys: pytest.CaptureFixture[str]):
    """A comment or a method can't be printed again, so such a module is only named when the document moves on."""
    edit(package / "model" / "place.py", ("    town", "    # since 1999\n    town"))
    before = files(package)
    content = changed("Place", lambda schema: schema["properties"].update(zip=STRING))
    assert generate(package.parent, content, "people") == 1
    assert files(package) == before
    assert "so change it by hand: " + str(package / "model" / "place.py") in capsys.readouterr().out


def test_a_module_that_no_schema_stands_behind_is_left_alone(package: Path, capsys: pytest.CaptureFixture[str]):
    """Nothing is deleted; a schema that is gone leaves the contents page."""
    content = document({"Place": SCHEMAS["Place"]})
    assert generate(package.parent, content, "people") == 0
    assert f"not in the document, left alone: {package / 'model' / 'person.py'}" in capsys.readouterr().out
    assert (package / "model" / "person.py").exists()
    with imported(package.parent, "people") as models:
        assert models.__all__ == ["Place"]


def test_a_reference_that_closes_a_circle_becomes_one_by_name(package: Path):
    """When `Place` starts to refer to `Person`, the module of `Person` must no longer import it at once."""
    content = changed("Place", lambda schema: schema["properties"].update(owner=ref("Person")))
    assert generate(package.parent, content, "people") == 0
    assert 'home: Property["Place"] = optional(ref("place.Place"))' in (package / "model" / "person.py").read_text()
    with imported(package.parent, "people") as models:
        place = models.Place({"owner": {"name": "Ann", "home": {}}})
        assert type(place.owner.home) is models.Place


def test_check_changes_nothing_and_names_what_would_change(package: Path, capsys: pytest.CaptureFixture[str]):
    """`--check` is for a build that should fail when somebody forgot to generate."""
    before = files(package)
    assert generate(package.parent, document(SCHEMAS), "people", "--check") == 0
    content = changed("Place", lambda schema: schema["properties"].update(zip=STRING))
    assert generate(package.parent, content, "people", "--check") == 1
    assert f"would change: {package / 'model' / 'place.py'}\n" in capsys.readouterr().out
    assert files(package) == before


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("import nowhere_at_all\n", "can't be imported, so what people wrote in it can't be kept: ModuleNotFoundError"),
        ("class Person(\n", "can't be imported, so what people wrote in it can't be kept: SyntaxError"),
        ("class Town:\n    pass\n", "has no class Person; give it back its name, or move the file away"),
    ],
)
def test_a_module_that_cannot_be_understood_stops_everything(
    package: Path, text: str, message: str, capsys: pytest.CaptureFixture[str]
):
    """Rather than losing what is in it, the command says which module it is, and writes nothing."""
    (package / "model" / "person.py").write_text(text)
    before = files(package)
    content = changed("Place", lambda schema: schema["properties"].update(zip=STRING))
    assert generate(package.parent, content, "people") == 2
    assert message in capsys.readouterr().err
    assert files(package) == before


def test_reading_a_package_leaves_no_trace(package: Path):
    """The modules that were there are not kept in memory, and no bytecode is left beside them."""
    before = set(sys.modules)
    assert generate(package.parent, document(SCHEMAS), "people") == 0
    assert {name for name in set(sys.modules) - before if "people" in name or "existing" in name} == set()
    assert not list(package.rglob("__pycache__"))


def test_files_are_replaced_in_one_step(package: Path, monkeypatch: pytest.MonkeyPatch):
    """A write that fails leaves the old file, and nothing beside it."""

    def broken(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    before = files(package)
    content = changed("Place", lambda schema: schema["properties"].update(zip=STRING))
    monkeypatch.setattr("os.replace", broken)
    assert generate(package.parent, content, "people") == 2
    assert files(package) == before


def test_a_written_file_keeps_its_mode(package: Path):
    """A new file has the mode that other new files get."""
    place = package / "model" / "place.py"
    place.chmod(0o600)
    fresh = package.parent / "fresh"
    fresh.touch()
    content = changed("Place", lambda schema: schema["properties"].update(zip=STRING))
    assert generate(package.parent, content, "people") == 0
    assert place.stat().st_mode & 0o777 == 0o600
    assert (package / "model" / "person.py").stat().st_mode == fresh.stat().st_mode


def test_parent_packages_are_made_too(tmp_path: Path):
    """`--package acme.api` is `acme/api`, and an `__init__.py` that is there is not touched."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "__init__.py").write_text("NAME = 'Acme'\n")
    assert generate(tmp_path, document(SCHEMAS), "acme.api") == 0
    with imported(tmp_path, "acme.api") as models:
        assert models.Place.__module__ == "acme.api.model.place"
        assert importlib.import_module("acme").NAME == "Acme"


EMPTY = {"openapi": "3.0.3", "info": {"title": "Empty", "version": "1"}}
LOOK = {"/look": {"get": {"operationId": "look", "responses": {"200": answer({"type": "object"})}}}}


@pytest.mark.parametrize(
    "content",
    [
        {**EMPTY, "paths": LOOK},
        {**EMPTY, "paths": LOOK, "components": {}},
        {**EMPTY, "paths": LOOK, "components": {"schemas": {}}},
        {**EMPTY, "paths": {}, "components": {"schemas": {}}},
    ],
)
def test_a_document_without_component_schemas_makes_a_package_without_models(tmp_path: Path, content: Json):
    """It can be imported, operations with inline schemas can be read, and a second run changes nothing."""
    assert generate(tmp_path, content, "empty") == 0
    with imported(tmp_path, "empty") as models:
        assert models.__all__ == []
        if content["paths"]:
            (service,) = services(tmp_path, "empty").values()
            assert service.look.returns({"a": 1}) == {"a": 1}
    assert generate(tmp_path, content, "empty", "--check") == 0


INHERITED = sorted({*dir(schemas.DictSchema), *dir(type(schemas.DictSchema)), *dir(schemas.NoneBase)})


@pytest.mark.parametrize("nullable", [False, True])
def test_every_name_of_the_runtime_may_be_the_key_of_a_property(tmp_path: Path, nullable: bool):
    """`where`, `mro` and `is_none` are keys; their attributes have an underscore, in nullable objects too."""
    held = {"type": "object", "nullable": nullable, "properties": dict.fromkeys(INHERITED, STRING)}
    plain = {**held, "properties": dict.fromkeys(["where", "mro", "is_none"], STRING)}
    content = document({"A": held, "B": plain, "C": {"type": "object", "properties": {"b": plain}}})
    assert generate(tmp_path, content, "names") == 0
    with imported(tmp_path, "names") as models:
        value = models.A.from_openapi_data_oapg({name: name for name in INHERITED})
        assert {name: value[name] for name in INHERITED} == {name: name for name in INHERITED}
        given = {"where": "x", "mro": "y", "is_none": "z"}
        for value in (models.B(given), models.C({"b": given}).b):
            assert (value.where_, value.mro_, value.is_none_) == ("x", "y", "z")


def test_patterns_are_expressions_of_ecma_262(tmp_path: Path):
    """Digits are ASCII, `$` is the very end, and what Python's `re` spells otherwise is understood."""
    patterns = {
        "digits": r"^\d+$",
        "words": r"^[\w-.]+$",
        "letters": r"^\p{L}+$",
        "again": r"^(?<year>\d\d)-\k<year>$",
        "brace": "^{,3}$",
        "quotes": "^\"'\\\\$",
    }
    held = {name: {"type": "string", "pattern": pattern} for name, pattern in patterns.items()}
    assert generate(tmp_path, document({"A": {"type": "object", "properties": held}}), "ecma") == 0
    with imported(tmp_path, "ecma") as models:
        good = {"digits": "12", "words": "a-.b", "letters": "日本", "again": "20-20", "brace": "{,3}"}
        assert models.A.from_openapi_data_oapg(good) == good
        bad = {"digits": "٣", "words": "a\n", "letters": "1", "again": "20-21", "brace": "", "quotes": "'"}
        for name, text in [*bad.items(), ("digits", "1\n")]:
            with pytest.raises(exceptions.ApiValueError, match="regular expression"):
                models.A.from_openapi_data_oapg({name: text})
    assert generate(tmp_path, document({"A": {"type": "object", "properties": held}}), "ecma", "--check") == 0


def test_a_pattern_that_can_not_be_said_stops_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """One warning names it; the rest of the document is made."""
    schemas = {"A": {"type": "string", "pattern": "(", "maxLength": 3}, "B": {"type": "string", "pattern": "^b$"}}
    assert generate(tmp_path, document(schemas), "some") == 0
    (warning,) = capsys.readouterr().err.splitlines()
    assert "#/components/schemas/A/pattern: the pattern '(' can't be used" in warning
    with imported(tmp_path, "some") as models:
        assert models.A("xyz") == "xyz"
        with pytest.raises(exceptions.ApiValueError):
            models.B("a")
