"""Documents that mean harm, or that broken tools made: an importable package, or one sentence and exit code 2."""

from __future__ import annotations

import json
import typing
from pathlib import Path

import pytest

from flat_api.codegen import api_of_document, differences, package_files
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.operations._catalogue import own_operations

from ..scaling import assert_linear
from .generated import classes, generate, imported, services, written
from .odd import STRING, document, ref
from .odd_operations import answer, parameter

Json = typing.Any

QUOTES = ['ends in """', '"', '""""', "\\", '\\"""']
TEXTS = [*QUOTES, "a\0b", "\ud800", "\ufeff", "\u2028\r\v", "{x}%s", "Ⅷ²③፩", "\x1b]0;x\x07", ""]


def everywhere(text: str) -> Json:
    """A document that has *text* wherever a name or a description may stand."""
    schema = {
        "description": text,
        "type": "object",
        "required": [text],
        "properties": {text: {"type": "string", "enum": [text, "b"], "description": text}, "in": ref(text)},
    }
    mapping = {text: text}
    pet = {
        "tags": [text],
        "operationId": text,
        "description": text,
        "parameters": [parameter(text or "q", "query", description=text), parameter("x", "query", ref(text))],
        "requestBody": {"description": text, "content": {"application/json": {"schema": schema}}},
        "responses": {"200": {**answer(ref(text)), "description": text}, "default": answer(schema)},
        "security": [{text: [text]}],
    }
    return {
        **document({}),
        "paths": {"/pets": {"get": pet}},
        "tags": [{"name": text, "description": text}],
        "components": {
            "schemas": {
                text: schema,
                f"{text}2": {"oneOf": [ref(text), STRING], "discriminator": {"propertyName": text, "mapping": mapping}},
            },
            "securitySchemes": {text: {"type": "apiKey", "in": "header", "name": "X-Key", "description": text}},
        },
    }


@pytest.mark.parametrize("text", TEXTS)
def test_whatever_a_name_or_a_description_holds_the_package_can_be_imported(tmp_path: Path, text: str):
    """Quotes, backslashes, NUL, lone surrogates, letters that no identifier has, and nothing at all."""
    assert generate(tmp_path, everywhere(text), "hostile") == 0
    with imported(tmp_path, "hostile") as models:
        found = classes(models, everywhere(text))
        assert found[text].from_openapi_data_oapg({text: "b"})[text] == "b"
        assert found[f"{text}2"]("b") == "b"
        ((tag, service),) = services(tmp_path, "hostile").items()
        assert tag == text
        assert [operation.id for operation in own_operations(service).values()] == [text or "getPets"]
    assert generate(tmp_path, everywhere(text), "hostile", "--check") == 0


def nested(levels: int, word: str) -> Json:
    """A schema in which *levels* others are, each in the *word* of the one around it."""
    schema: Json = STRING
    for _ in range(levels):
        schema = {"type": "object", word: {"p": schema}} if word == "properties" else {word: schema, "nullable": True}
        schema = {**schema, "type": "array"} if word == "items" else schema
        schema = {word: [schema[word]]} if word in ("allOf", "oneOf") else schema
    return schema


@pytest.mark.parametrize("word", ["properties", "items", "additionalProperties", "allOf", "oneOf", "not"])
@pytest.mark.parametrize("levels", [10, 40, 60, 80, 84, 86, 100, 300])
def test_levels_of_nesting_that_python_could_not_read_are_refused(
    tmp_path: Path, word: str, levels: int, capsys: pytest.CaptureFixture[str]
):
    """Classes inside classes, and calls inside calls: what is not refused can be imported."""
    code = generate(tmp_path, document({"A": nested(levels, word)}), "deep")
    if code == 0:
        with imported(tmp_path, "deep") as models:
            assert models.A
    else:
        assert code == 2
        assert "is nested too deeply" in capsys.readouterr().err
    assert code == (0 if levels <= 40 else 2 if levels >= 100 else code)


@pytest.mark.parametrize("levels", [3, 80, 300])
def test_values_of_enums_may_be_nested(tmp_path: Path, levels: int):
    """A literal with more brackets in each other than Python reads is refused."""
    value: Json = "x"
    for _ in range(levels):
        value = {"k": [value]} if levels < 50 else [value]
    code = generate(tmp_path, document({"A": {"enum": [value, "y"]}}), "deep")
    assert code == (0 if levels <= 80 else 2)
    if code == 0:
        with imported(tmp_path, "deep") as models:
            assert models.A("y") == "y"


@pytest.mark.parametrize("alias", [False, True])
def test_a_chain_of_references_is_no_chain_of_imports(tmp_path: Path, alias: bool, capsys: pytest.CaptureFixture[str]):
    """Three hundred schemas, each of which refers to the next, can be imported from any of them on."""
    last = 300
    links = {f"C{n}": ref(f"C{n + 1}") for n in range(last)}
    schemas = links if alias else {n: {"type": "object", "properties": {"next": link}} for n, link in links.items()}
    code = generate(tmp_path, document({**schemas, f"C{last}": {"type": "object"}}), "chain")
    if alias:
        assert code == 2
        assert "leads to a schema through more than 40 others" in capsys.readouterr().err
        return
    with imported(tmp_path, "chain") as models:
        assert models.C0({"next": {"next": {}}}).next.next == {}
        assert models.C299.next


def test_references_to_inline_schemas_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Thirty schemas that read the one before twice in place would be a thousand million."""
    schemas: Json = {"S0": {"type": "object", "properties": {"p": STRING}}}
    for level in range(1, 31):
        inner = {"$ref": f"#/components/schemas/S{level - 1}/properties/p"}
        schemas[f"S{level}"] = {"properties": {"p": {"type": "object", "properties": {"a": inner, "b": inner}}}}
    assert generate(tmp_path, document(schemas), "bomb") == 2
    assert "references that are read in place make the document far too large" in capsys.readouterr().err


def sign(number: int) -> str:
    """A name of signs alone, another one for each *number* below 10,000."""
    return f"{chr(0x2190 + number % 100)}{chr(0x2500 + number // 100)}"


def looked_at(number: int, **operation: Json) -> Json:
    """A document with *number* operations; what is a function of one's number is called with it."""
    paths = {
        f"/p{index}": {"get": {"responses": {}, **{word: said(index) for word, said in operation.items()}}}
        for index in range(number)
    }
    return {**document({}), "paths": paths}


LARGE: dict[str, typing.Callable[[int], Json]] = {
    "schemas": lambda n: document({f"C{i}": {"properties": {"a": ref(f"C{i * 7 % n}")}} for i in range(n)}),
    "schemas called by signs alone": lambda n: document({sign(i): STRING for i in range(n)}),
    "values": lambda n: document({"A": {"enum": [f"v{i}" for i in range(n)]}}),
    "values called by signs alone": lambda n: document({"A": {"enum": [f"a{sign(i)}" for i in range(n)]}}),
    "properties": lambda n: document({"A": {"properties": {f"p{i}": {"properties": {"x": STRING}} for i in range(n)}}}),
    "properties called by signs": lambda n: document({"A": {"properties": {f"a{sign(i)}": {} for i in range(n)}}}),
    "parts": lambda n: document({"A": {"allOf": [{"properties": {f"p{i}": STRING}} for i in range(n)]}}),
    "choices": lambda n: document({"A": {"oneOf": [{"type": "string", "maxLength": i} for i in range(n)]}}),
    "operations called by signs alone": lambda n: looked_at(n, operationId=lambda i: f"x{sign(i)}"),
    "tags": lambda n: looked_at(n, tags=lambda i: [f"t{i}"]),
    "tags called by signs alone": lambda n: looked_at(n, tags=lambda i: [sign(i)]),
}


@pytest.mark.parametrize("kind", LARGE)
def test_ten_times_as_much_takes_about_ten_times_as_long(tmp_path: Path, kind: str):
    """Whatever there is much of, and however it is called: to read, to print and to compare."""

    def work(content: Json) -> None:
        api = api_of_document(content)
        assert len(package_files(api, "large", tmp_path).files) >= 4
        assert differences(api, api_of_document(content)) == []

    assert_linear(work, LARGE[kind], 60)


@pytest.mark.parametrize("schema", [{}, {"type": "object"}, {"type": "object", "nullable": True}])
@pytest.mark.parametrize("inner", [lambda value: value, lambda value: [value, [value]], lambda value: {"c": value}])
def test_values_that_python_takes_for_the_same_are_values(
    tmp_path: Path, schema: Json, inner: typing.Callable[[Json], Json]
):
    """True equals 1 there, at any depth, and not in JSON."""
    values = [{"a": inner(value), "b": 1} for value in (1, True, 0, False, 1.0, "1")]
    assert generate(tmp_path, document({"A": {**schema, "enum": values}}), "alike") == 0
    with imported(tmp_path, "alike") as models:
        for value in values:
            assert models.A.from_json(json.dumps(value)).to_dict() == value
        for other in ({"a": inner(2), "b": 1}, {"a": inner(1), "b": True}):
            with pytest.raises((ApiTypeError, ApiValueError)):
                models.A.from_json(json.dumps(other))


def called(name: str) -> Json:
    """A document in which everything is called *name*."""
    pet = {"tags": [name], "operationId": name, "parameters": [parameter(name, "query"), parameter(name, "header")]}
    schema = {"type": "object", "properties": {name: {"type": "string", "enum": [name, "b"], "description": name}}}
    return {
        **document({name: schema}),
        "paths": {f"/{name}": {"get": {**pet, "responses": {"200": answer(ref(name))}}}},
        "tags": [{"name": name, "description": name}],
    }


@pytest.mark.parametrize("part", ["A", "aB", "a ", "-A", "HTTPServer", "_", "9", ".", "/", "{a}", "\\", '"', "é", "💡"])
def test_names_of_any_length_are_read_in_proportion(tmp_path: Path, part: str):
    """Wherever a name may stand."""

    def work(content: Json) -> None:
        api = api_of_document(content)
        assert package_files(api, "long", tmp_path).files
        assert differences(api, api_of_document(content)) == []

    assert_linear(work, lambda size: called("x" + part * (size // len(part))), 1_500)


def test_a_name_longer_than_file_systems_take(tmp_path: Path):
    """The class and its file have a shorter one."""
    name = "Long" * 100
    content = {**document({name: STRING}), "paths": {"/x": {"get": {"tags": [name], "responses": {}}}}}
    assert generate(tmp_path, content, "long") == 0
    with imported(tmp_path, "long") as models:
        assert len(models.__all__[0]) < 250
        assert list(services(tmp_path, "long")) == [name]


@pytest.mark.parametrize(
    "text",
    [
        '{"openapi": "3.0.3", "paths": {}, "components": {"schemas": {"A": {"maximum": 1e400}}}}',
        '{"openapi": "3.0.3", "paths": {}, "components": {"schemas": {"A": {"example": ' + "9" * 5000 + "}}}}",
        "[" * 300 + "]" * 300,
        '"' + "\\ud800" * 10 + '"',
        "",
        "{}",
        "null",
        '{"openapi": {"\\ud800": 1}}',
    ],
)
def test_what_cannot_be_used_is_one_line(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]):
    """The exit code is 2, and nothing is written."""
    assert generate(tmp_path, text, "nothing") == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert len(lines[0]) < 300
    assert not (tmp_path / "nothing").exists()


def test_drift_shows_no_control_characters(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A name may hold a terminal's escape sequences, a line break or half a character: the report shows what it is."""
    from flat_api.codegen._command import main

    assert generate(tmp_path, document({"A": {"type": "object"}}), "quiet") == 0
    content = document({"A": {"type": "object", "properties": {"\x1b]0;x\x07\ud800\n": STRING}}, "\x9b\ud800": STRING})
    with imported(tmp_path, "quiet"):
        capsys.readouterr()
        assert main([str(written(tmp_path, json.dumps(content))), "--drift", "--package", "quiet"]) == 1
    out = capsys.readouterr().out
    assert all(character.isprintable() or character == "\n" for character in out)
