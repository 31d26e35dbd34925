"""Operations in packages made from documents: what is printed, and what people keep."""

from __future__ import annotations

import copy
import importlib.util
import json
import subprocess
import sys
import typing
from pathlib import Path

import pytest

import flat_api
from flat_api.api_client import Api, ApiClient
from flat_api.codegen import api_of_document
from flat_api.codegen._api import text_of
from flat_api.codegen._report import declared_api, drift
from flat_api.codegen._tags import default_id, operation_name
from flat_api.exceptions import ApiTypeError
from flat_api.operations import MediaType, Operation, RequestBody
from flat_api.operations._catalogue import operations, tag_of
from flat_api.reference import json_schema

from .generated import files, generate, imported, operation_differences, services, spec, written
from .odd import STRING, document, ref
from .odd_operations import DOCUMENT, ERROR, answer, parameter
from .test_package import edit
from .union import union

Json = typing.Any
ROOT = Path(flat_api.__file__).parents[1]
ORDER = {"type": "string", "enum": ["asc", "desc"]}

PETS: dict[str, Json] = {
    **document({"Pet": {"type": "object", "properties": {"name": STRING}}, "Error": {"type": "object"}}),
    "paths": {
        "/pets/{pet}": {
            "get": {
                "tags": ["Pet"],
                "operationId": "getPet",
                "description": "Read a pet.",
                "parameters": [
                    parameter("pet", "path", required=True, description="Which pet"),
                    parameter("order", "query", ORDER),
                    parameter("ids", "query", {"type": "array", "items": STRING}, explode=False),
                ],
                "responses": {"200": answer(ref("Pet")), "404": ERROR, "default": ERROR},
            },
            "put": {
                "tags": ["Pet", "Shop"],
                "operationId": "changePet",
                "parameters": [parameter("pet", "path", required=True)],
                "requestBody": {"content": {"application/json": {"schema": ref("Pet")}}, "required": True},
                "responses": {"204": answer(), "default": ERROR},
            },
        },
        "/shops": {
            "get": {
                "tags": ["Shop"],
                "operationId": "listShops",
                "responses": {"200": answer({"type": "array", "items": STRING}), "default": ERROR},
            }
        },
    },
}


@pytest.fixture
def package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The directory of a package made from `PETS`."""
    assert generate(tmp_path, PETS, "pets") == 0
    capsys.readouterr()
    return tmp_path / "pets"


def changed(path: str, method: str, change: typing.Callable[[Json], object]) -> Json:
    """The document of `PETS` with a *change* to one operation."""
    content = copy.deepcopy(PETS)
    change(content["paths"][path][method])
    return content


def more_pets(operation: Json) -> None:
    """One more parameter."""
    operation["parameters"].append(parameter("limit", "query", {"type": "integer"}))


def pet_api(package: Path) -> Path:
    return package / "apis" / "tags" / "pet_api.py"


def test_a_class_of_operations_reads_as_if_written_by_hand(package: Path):
    """Imports, classes for enums, operations with descriptions, parameters, bodies and answers."""
    assert (
        pet_api(package).read_text()
        == '''\
"""The operations of Pet."""

from flat_api.operations import QueryParameter, get, put
from flat_api.schemas import EnumBase, StrSchema, list_of, optional, required, value

from ...model.pet import Pet
from .._service import PetsApi


class PetApi(PetsApi):
    """The operations of Pet."""

    class Order(EnumBase, StrSchema):
        ASC = value("asc")
        DESC = value("desc")

    get_pet = get(
        "/pets/{pet}",
        "Read a pet.",
        path={"pet": required(StrSchema, "Which pet")},
        query={
            "order": optional(Order),
            "ids": QueryParameter("ids", explode=False, schema=list_of(StrSchema)),
        },
        returns=Pet,
        errors=(404,),
    )

    change_pet = put(
        "/pets/{pet}",
        "Change pet.",
        path={"pet": required(StrSchema)},
        body=required(Pet),
    )
'''
    )


def test_an_operation_of_two_tags_is_declared_in_the_first(package: Path):
    """The class of the other one takes it from there; what all have in common is said in a class of its own."""
    assert (
        (package / "apis" / "tags" / "shop_api.py").read_text()
        == '''\
"""The operations of Shop."""

from flat_api.operations import get
from flat_api.schemas import StrSchema, list_of

from .._service import PetsApi
from .pet_api import PetApi


class ShopApi(PetsApi):
    """The operations of Shop."""

    change_pet = PetApi.change_pet

    list_shops = get(
        "/shops",
        "List shops.",
        returns=list_of(StrSchema),
    )
'''
    )
    assert (
        (package / "apis" / "_service.py").read_text()
        == '''\
"""What holds for every operation of pets."""

from flat_api.api_client import Api
from flat_api.operations import MediaType, OpenApiResponse

from ..model.error import Error


class PetsApi(Api):
    """An operation of pets."""

    default_response = OpenApiResponse(content={"application/json": MediaType(Error)})
    servers = ("/",)
'''
    )


ONE_WAY = {
    "type": "object",
    "required": ["id", "name", "secret"],
    "properties": {
        "id": {"type": "string", "readOnly": True},
        "name": {"type": "string"},
        "secret": {"type": "string", "writeOnly": True, "description": "Known to nobody else"},
    },
}


def test_a_required_property_that_is_read_only_need_not_be_sent(tmp_path: Path):
    """The printed class says so, a body goes out without it, and an answer without it is rejected."""
    content = copy.deepcopy(PETS)
    content["components"]["schemas"]["Account"] = ONE_WAY
    assert generate(tmp_path, content, "pets") == 0
    text = (tmp_path / "pets" / "model" / "account.py").read_text()
    assert "id = required(StrSchema, read_only=True)" in text
    assert 'secret = required(StrSchema, "Known to nobody else", write_only=True)' in text
    with imported(tmp_path, "pets") as models:
        body = RequestBody({"application/json": MediaType(models.Account)})
        sent = body.serialize({"name": "Ada", "secret": "s"}, "application/json")
        assert json.loads(sent["body"]) == {"name": "Ada", "secret": "s"}
        assert models.Account.from_json('{"id": "1", "name": "Ada"}').name == "Ada"
        with pytest.raises(ApiTypeError, match="id"):
            models.Account.from_json('{"name": "Ada"}')
        assert drift(api_of_document(content), "pets") == []
        changed = copy.deepcopy(content)
        del changed["components"]["schemas"]["Account"]["properties"]["id"]["readOnly"]
        assert drift(api_of_document(changed), "pets") != []
        node = json_schema(models.Account)
        assert node["properties"]["id"] == {"type": "string", "readOnly": True}
        assert node["properties"]["secret"]["writeOnly"] is True
    assert generate(tmp_path, content, "pets", "--check") == 0


def test_classes_that_would_import_each_other_do_not(tmp_path: Path):
    """Of two classes with operations of each other, one declares both."""
    content = copy.deepcopy(PETS)
    content["paths"]["/shops"]["get"]["tags"] = ["Shop", "Pet"]
    assert generate(tmp_path, content, "pets") == 0
    assert "list_shops = get(" in (tmp_path / "pets" / "apis" / "tags" / "pet_api.py").read_text()
    with imported(tmp_path, "pets"):
        found = services(tmp_path, "pets")
        assert found["Shop"].list_shops is found["Pet"].list_shops
        assert drift(api_of_document(content), "pets") == []
    assert generate(tmp_path, content, "pets", "--check") == 0


@pytest.mark.parametrize("version", ["2.18.0", "2.24.0"])
def test_the_operations_of_the_api_are_printed(version: str, tmp_path: Path):
    """Those of both versions can be imported, constructed and called by name, and declare what the document says."""
    content = spec(version)
    api = api_of_document(content)
    assert generate(tmp_path, content, "flat.other") == 0
    with imported(tmp_path, "flat.other"):
        found = services(tmp_path, "flat.other")
        assert set(found) == {tag for facts in api.operations.values() for tag in facts["tags"]}
        with ApiClient() as client:
            for cls in found.values():
                bound = [
                    getattr(cls(client), name) for name, entry in vars(cls).items() if isinstance(entry, Operation)
                ]
                assert all(callable(operation) for operation in bound)
        assert len(operations("flat.other")) == len(api.operations)
        assert operation_differences(api, declared_api("flat.other")) == []
    assert generate(tmp_path, content, "flat.other", "--check") == 0


def test_an_odd_document_becomes_operations_that_declare_it(tmp_path: Path):
    """Styles, media types, encodings, ranges of statuses, names that are none: all of it is as the document says."""
    assert generate(tmp_path, DOCUMENT, "odd") == 0
    api = api_of_document(DOCUMENT)
    with imported(tmp_path, "odd"):
        declared = declared_api("odd")
        assert operation_differences(api, declared) == []
        assert declared.service["schemes"] == api.service["schemes"]
        assert declared.service["servers"] == api.service["servers"]
        found = services(tmp_path, "odd")
        names = {tag: cls.__name__ for tag, cls in found.items()}
        assert names == {
            "2nd tag!": "N2ndTagApi",
            "Class": "ModelClassApi",
            "Default": "DefaultApi",
            "Pet": "PetApi",
            "class": "ModelClass2Api",
        }
        ids = {entry.operation.id: entry.operation.name for entry in operations("odd")}
        assert (ids["listPets"], ids["list_pets"]) == ("list_pets", "list_pets2")
        assert (ids["get"], ids["import"], ids["api_client"], ids["optional"]) == (
            "get_",
            "import_",
            "api_client_",
            "optional_",
        )
    assert generate(tmp_path, DOCUMENT, "odd", "--check") == 0


def test_the_historic_names_of_classes_and_modules(tmp_path: Path):
    """What codegen names by itself has the names of this package, and so those of the package that it replaces."""
    assert generate(tmp_path, union(), "flat.old") == 0
    ours = {path.name for path in (ROOT / "flat_api" / "apis" / "tags").glob("*_api.py")}
    assert {path.name for path in (tmp_path / "flat" / "old" / "apis" / "tags").glob("*_api.py")} == ours
    with imported(tmp_path, "flat.old"):
        names = {entry.operation.id: entry.operation.name for entry in operations("flat.old")}
    assert names == {entry.operation.id: entry.operation.name for entry in operations()}


@pytest.mark.parametrize(
    "id", ["a", "getTask", "get_task", "Get.Task", "__x__", "x__y", "class", "größe", "1", "_", "get"]
)
def test_the_id_of_an_operation_is_said_where_its_name_does_not_tell(id: str, tmp_path: Path):
    """Whatever it is, it comes back."""
    content = {**PETS, "paths": {"/": {"get": {"operationId": id, "responses": {}}}}}
    assert generate(tmp_path, content, "pets") == 0
    text = (tmp_path / "pets" / "apis" / "tags" / "default_api.py").read_text()
    assert ("id=" in text) == (default_id(operation_name(id)) != id)
    with imported(tmp_path, "pets"):
        (entry,) = operations("pets")
        assert entry.operation.id == id
        assert entry.operation.name.isidentifier()


def test_what_is_as_it_should_be_is_left_alone(package: Path, capsys: pytest.CaptureFixture[str]):
    """A second run writes nothing, whatever people did to the looks of a module."""
    edit(
        pet_api(package),
        ("    get_pet = get(\n", "    # one pet\n    get_pet = get(\n"),
        ("Read a pet.", "One pet, please."),
    )
    edit(package / "apis" / "_service.py", ("An operation of pets.", "Ask the pets."))
    before = files(package)
    assert generate(package.parent, PETS, "pets") == 0
    assert files(package) == before
    assert capsys.readouterr().out == f"as they should be: {len(before)} files\n"


def test_a_new_parameter_leaves_descriptions_and_names_as_people_wrote_them(package: Path):
    """Texts, names of operations, of classes and of members survive; other modules don't change."""
    edit(
        pet_api(package),
        ('"""The operations of Pet."""\n\n    class', '"""Pets, pets."""\n\n    class'),
        ("class Order(EnumBase, StrSchema):\n", 'class Way(EnumBase, StrSchema):\n        """Which way"""\n\n'),
        ("ASC =", "UP ="),
        ("optional(Order)", "optional(Way)"),
        ("get_pet =", "read_pet ="),
        ("        errors=(404,),\n", '        errors=(404,),\n        id="getPet",\n'),
        ("Read a pet.", "One pet, please."),
        ("Which pet", "Whose name it is"),
        ("body=required(Pet)", 'body=required(Pet, "What it shall be")'),
        ("    change_pet = put(", "    fetch_pet = read_pet\n\n    change_pet = put("),
    )
    shop = (package / "apis" / "tags" / "shop_api.py").read_bytes()
    assert generate(package.parent, changed("/pets/{pet}", "get", more_pets), "pets") == 0
    text = pet_api(package).read_text()
    assert (
        text[text.index("class PetApi") :]
        == '''\
class PetApi(PetsApi):
    """Pets, pets."""

    class Way(EnumBase, StrSchema):
        """Which way"""

        UP = value("asc")
        DESC = value("desc")

    read_pet = get(
        "/pets/{pet}",
        "One pet, please.",
        path={"pet": required(StrSchema, "Whose name it is")},
        query={
            "order": optional(Way),
            "ids": QueryParameter("ids", explode=False, schema=list_of(StrSchema)),
            "limit": optional(IntSchema),
        },
        returns=Pet,
        errors=(404,),
        id="getPet",
    )
    fetch_pet = read_pet

    change_pet = put(
        "/pets/{pet}",
        "Change pet.",
        path={"pet": required(StrSchema)},
        body=required(Pet, "What it shall be"),
    )
'''
    )
    assert (package / "apis" / "tags" / "shop_api.py").read_bytes() == shop


def test_a_description_in_the_document_fills_a_gap_and_replaces_nothing(package: Path):
    """What nobody wrote is no description; what people wrote comes before what the document says."""
    content = copy.deepcopy(PETS)
    content["tags"] = [{"name": "Pet", "description": "All about pets."}]
    content["paths"]["/pets/{pet}"]["put"]["summary"] = "Change what is known of a pet."
    content["paths"]["/pets/{pet}"]["get"]["description"] = "Another description."
    assert generate(package.parent, content, "pets") == 0
    text = pet_api(package).read_text()
    assert '    """All about pets."""\n' in text
    assert '"Change what is known of a pet.",' in text
    assert '"Read a pet.",' in text


@pytest.mark.parametrize(
    "replacement",
    [
        ("    get_pet = get(\n", "    # one pet\n    get_pet = get(\n"),
        ("    get_pet = get(\n", "    limit = 3\n\n    get_pet = get(\n"),
        ("class PetApi", 'PET = required(StrSchema, "Which pet")\n\n\nclass PetApi'),
        ("from .._service", "from .._parameters import PET\nfrom .._service"),
    ],
)
def test_a_module_with_code_of_its_own_is_left_to_people(
    package: Path, replacement: tuple[str, str], capsys: pytest.CaptureFixture[str]
):
    """Comments, names for parameters and attributes can't be printed again, so such a module is only named."""
    (package / "apis" / "_parameters.py").write_text("PET = None\n")
    edit(pet_api(package), replacement)
    before = files(package)
    assert generate(package.parent, PETS, "pets") == 0
    assert generate(package.parent, changed("/pets/{pet}", "get", more_pets), "pets") == 1
    assert files(package) == before
    assert f"so change it by hand: {pet_api(package)}" in capsys.readouterr().out


def test_a_class_that_no_tag_stands_behind_is_left_alone(package: Path, capsys: pytest.CaptureFixture[str]):
    """Nothing is deleted, also where the document has no operations any more."""
    assert generate(package.parent, {**PETS, "paths": {}}, "pets") == 0
    out = capsys.readouterr().out
    for name in ("pet_api.py", "shop_api.py"):
        assert f"not in the document, left alone: {package / 'apis' / 'tags' / name}" in out


def test_what_holds_for_all_operations_follows_the_document(package: Path):
    """A new server or security scheme is printed; the description of the class is kept."""
    edit(package / "apis" / "_service.py", ("An operation of pets.", "Ask the pets."))
    content = {
        **PETS,
        "servers": [{"url": "https://pets.example"}],
        "security": [{"key": []}],
        "components": {
            **PETS["components"],
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
        },
    }
    assert generate(package.parent, content, "pets") == 0
    text = (package / "apis" / "_service.py").read_text()
    assert (
        text[text.index("class") :]
        == '''\
class PetsApi(Api):
    """Ask the pets."""

    auth_settings = ("key",)
    default_response = OpenApiResponse(content={"application/json": MediaType(Error)})
    security_schemes: typing.ClassVar[typing.Mapping[str, typing.Any]] = {
        "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
    }
    servers = ("https://pets.example",)
'''
    )
    assert generate(package.parent, content, "pets", "--check") == 0


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("tags/pet_api.py", "import nowhere_at_all\n", "can't be imported, so what people wrote in it can't be kept"),
        ("tags/pet_api.py", "class PetApi:\n    pass\n", "should have one class of operations, and has none"),
        ("_service.py", "class PetsApi:\n    pass\n", "should have one class that derives from Api"),
    ],
)
def test_a_module_that_cannot_be_understood_stops_everything(
    package: Path, name: str, text: str, message: str, capsys: pytest.CaptureFixture[str]
):
    """Rather than losing what is in it, the command says which module it is, and writes nothing."""
    (package / "apis" / "tags" / "shop_api.py").unlink()
    (package / "apis" / name).write_text(text)
    if name == "_service.py":
        (package / "apis" / "tags" / "pet_api.py").unlink()
    before = files(package)
    assert generate(package.parent, changed("/pets/{pet}", "get", more_pets), "pets") == 2
    assert message in capsys.readouterr().err
    assert files(package) == before


def test_the_module_of_a_class_may_be_named_otherwise(package: Path):
    """A class that people renamed keeps its name as long as it says which tag it is about."""
    edit(
        pet_api(package),
        (
            'class PetApi(PetsApi):\n    """The operations of Pet."""\n',
            'class AnimalApi(PetsApi):\n    """Pets."""\n\n    tag = "Pet"\n',
        ),
    )
    edit(
        package / "apis" / "tags" / "shop_api.py",
        ("pet_api import PetApi", "animal_api import AnimalApi"),
        ("= PetApi.", "= AnimalApi."),
    )
    pet_api(package).rename(package / "apis" / "tags" / "animal_api.py")
    assert generate(package.parent, PETS, "pets", "--check") == 0
    assert generate(package.parent, changed("/pets/{pet}", "get", more_pets), "pets") == 0
    text = (package / "apis" / "tags" / "animal_api.py").read_text()
    assert 'class AnimalApi(PetsApi):\n    """Pets."""\n\n    tag = "Pet"\n' in text
    assert not pet_api(package).exists()


def test_printed_operations_can_be_called(package: Path):
    """They bind their parameters as those of this package do."""
    with imported(package.parent, "pets"):
        cls = services(package.parent, "pets")["Pet"]
        assert issubclass(cls, Api)
        assert tag_of(cls) == "Pet"
        with ApiClient() as client, pytest.raises(TypeError, match="get_pet needs 'pet' in path_params"):
            cls(client).get_pet()


@pytest.mark.skipif(importlib.util.find_spec("mypy") is None, reason="mypy is in the extra `types`")
def test_mypy_knows_what_printed_operations_return(tmp_path: Path):
    """All modules that are printed for an odd document pass the strictest check, and their answers have types."""
    assert generate(tmp_path, DOCUMENT, "odd") == 0
    call = "from odd.apis.tags.pet_api import PetApi\nreveal_type(PetApi().list_pets().body)\n"
    written(tmp_path, call, "call.py")
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--follow-imports=silent",
        "--config-file=",
        "--cache-dir",
        str(tmp_path / "cache"),
    ]
    done = subprocess.run(
        [*command, "odd", "call.py"],
        cwd=tmp_path,
        env={"MYPYPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert "error" not in done.stdout, done.stdout
    assert 'Revealed type is "flat_api.schemas._containers.ListSchema[odd.model.pet.Pet]"' in done.stdout


def test_the_declarations_of_this_package_are_those_of_the_document():
    """The union of 2.18.0 and 2.26.2 would change no module of operations, whoever wrote it."""
    from flat_api.codegen import package_files
    from flat_api.codegen._write import changed as behind

    package = package_files(api_of_document(union()), "flat_api", ROOT)
    assert len([path for path in package.files if path.name.endswith("_api.py")]) == 10
    assert (behind(package.files), package.own, package.strangers) == ([], [], [])


def test_the_same_document_always_gives_the_same_files(tmp_path: Path):
    """Whatever Python's hashes are like."""
    codes = [
        subprocess.run(
            [
                sys.executable,
                "-m",
                "flat_api.codegen",
                str(written(tmp_path, DOCUMENT)),
                "--package",
                f"odd{seed}",
                "--out",
                str(tmp_path),
            ],
            env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(seed), "PATH": ""},
            capture_output=True,
            check=False,
        ).returncode
        for seed in (1, 2)
    ]
    assert codes == [0, 0]
    first, second = (files(tmp_path / f"odd{seed}") for seed in (1, 2))
    assert text_of({name: text.decode().replace("dd1", "dd") for name, text in first.items()}) == text_of(
        {name: text.decode().replace("dd2", "dd") for name, text in second.items()}
    )
