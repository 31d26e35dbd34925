"""Every answer is one that API 2.18.0 and API 2.26.2 have: programs of either are tested against the same server."""

from __future__ import annotations

import json
import typing
from functools import cache

import pytest
from openapi_schema_validator import OAS30ReadValidator, oas30_format_checker

from flat_api.api_client import ApiClient
from flat_api.configuration import Configuration
from flat_api.reference._models import all_models
from flat_api.samples import sample

from ..apis.facts import read
from ..recordings import SPECS
from .calling import DECLARED, arguments, called

Json = typing.Any

DOCUMENTS = {line: SPECS / f"flat-api-{line}.facts.json" for line in ("2.18.0", "2.26.2")}

NO_SUCCESS = {("2.26.2", "untrashCollection")}
"""Operations for which the document declares errors only: the answer is that of the other one."""

SEEDS = 10


def validator(line: str, schema: Json) -> OAS30ReadValidator:
    """What holds values against *schema* in the document of *line*."""
    whole = {**schema, "components": read(DOCUMENTS[line])["components"]}
    return OAS30ReadValidator(whole, format_checker=oas30_format_checker)


def problems(line: str, schema: Json, value: Json) -> list[str]:
    """What is wrong with *value*, each with its place, the innermost first cause only."""
    return [
        f"{'.'.join(map(str, leaf.absolute_path))}: {leaf.message[:200]}"
        for error in validator(line, schema).iter_errors(value)
        for leaf in _leaves(error)
    ]


def _leaves(error: typing.Any) -> typing.Iterator[typing.Any]:
    if not error.context:
        yield error
    for inner in error.context or ():
        yield from _leaves(inner)


@cache
def responses(line: str) -> dict[tuple[str, str], Json]:
    """The declared responses by method and path."""
    return {
        (method.upper(), path): entry["responses"]
        for path, item in read(DOCUMENTS[line])["paths"].items()
        for method, entry in item.items()
        if method != "parameters"
    }


@pytest.mark.parametrize("whole", [False, True], ids=["least", "most"])
@pytest.mark.parametrize("operation", DECLARED, ids=[operation.id for operation in DECLARED])
def test_answers_are_of_both_documents(sandbox, known, operation, whole):
    """Status, media type, headers and body are declared, with all names that are required."""
    declared = {line: responses(line).get((operation.method, operation.path)) for line in DOCUMENTS}
    with ApiClient(Configuration(host=sandbox.url, access_token=sandbox.token, strict_responses=True)) as client:
        answer = called(client, operation)(**arguments(operation, known, whole), skip_deserialization=True).response
    lines = [line for line in DOCUMENTS if declared[line] and (line, operation.id) not in NO_SUCCESS]
    assert lines
    for line in lines:
        assert str(answer.status) in declared[line], line
        check_content(line, declared[line][str(answer.status)], answer)


def check_content(line, response, answer):
    """Raise AssertionError if the body of *answer* is not what the document of *line* declares as *response*."""
    if "content" not in response:
        assert answer.data == b""
        return
    media_type = answer.headers["Content-Type"].partition(";")[0]
    schema = response["content"][media_type]["schema"]
    if schema.get("format") == "binary":
        assert answer.data
    else:
        assert problems(line, schema, json.loads(answer.data)) == [], line


RETURNED = {cls for operation in DECLARED if (cls := operation.returns) and not operation.is_download}


@pytest.mark.parametrize("line", DOCUMENTS)
@pytest.mark.parametrize("cls", sorted(set(all_models()) & RETURNED, key=str), ids=lambda cls: cls.__name__)
def test_samples_are_of_both_documents(cls, line):
    """What is made up for an answer is what both documents allow: no member and no type that only one of them has."""
    if cls.__name__ not in read(DOCUMENTS[line])["components"]["schemas"]:
        return
    schema = {"$ref": f"#/components/schemas/{cls.__name__}"}
    found = {problem for seed in range(SEEDS) for problem in problems(line, schema, sample(cls, seed))}
    assert not found
