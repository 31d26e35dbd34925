"""Generated models take what the document allows, and nothing else; another validator is the judge."""

from __future__ import annotations

import collections
import itertools
import os
import typing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flat_api.codegen import api_of_document, declared, facts_of_document, package_files
from flat_api.codegen._normal import bare
from flat_api.codegen._report import drift
from flat_api.codegen._write import write
from flat_api.exceptions import ApiTypeError, ApiValueError

from .generated import classes, generate, imported, spec
from .judge import Judge
from .odd import ALL, STRING, document, ref
from .payloads import Maker
from .union import union

Json = typing.Any
EACH = 50
"""How many payloads each schema gets."""

EXPLAINED = {
    "format": "the judge looks at no format; the model refuses what is none, 2024-02-30 as a date",
    "binary": "a model takes bytes and files where the document says binary, which no JSON payload has",
    "discriminator": "to the judge a discriminator says nothing; the model refuses a value that it doesn't name",
}
"""Why a model may refuse what the judge accepts. The other way round nothing is explained: there is no such case."""

def outcome(model: typing.Any, payload: Json) -> tuple[bool, list[str]]:
    """Whether *model* takes *payload*, and the kinds of problems if not."""
    try:
        model.from_openapi_data_oapg(payload)
    except (ApiTypeError, ApiValueError) as error:
        return False, [problem.kind for problem in error.problems]
    return True, []


def explanation(kinds: list[str], facts: Json) -> str | None:
    """The entry of `EXPLAINED` for a refusal with problems of these *kinds*, if there is one."""
    if "discriminator" in kinds:
        return "discriminator"
    if "format" in kinds and set(kinds) <= {"format", "anyOf"}:
        return "format"
    return "binary" if "'binary'" in repr(facts) and set(kinds) <= {"type", "anyOf", "oneOf", "format"} else None


def counted(models: typing.Any, content: Json, seed: int = 1) -> collections.Counter[str]:
    """How many payloads were accepted, refused, and refused for an explained reason; fails for any other difference."""
    facts = facts_of_document(content)
    judge, maker = Judge(content), Maker(content, seed)
    count: collections.Counter[str] = collections.Counter()
    for component, model in classes(models, content).items():
        for _ in range(EACH):
            payload = maker.payload(content["components"]["schemas"][component])
            wanted = judge.accepts(component, payload)
            found, kinds = outcome(model, payload)
            reason = "" if found == wanted else explanation(kinds, facts[component])
            assert found == wanted or (wanted and reason), (component, payload, wanted, kinds)
            count[reason or ("accepted" if found else "refused")] += 1
    return count


@pytest.mark.parametrize("version", ["2.18.0", "2.24.0"])
def test_the_models_of_the_api_agree_with_the_document(version: str, tmp_path: Path):
    """Thousands of payloads near each schema of the API: what is valid is taken, what is not is refused."""
    content = spec(version)
    assert generate(tmp_path, content, "flat_again") == 0
    with imported(tmp_path, "flat_again") as models:
        count = counted(models, content)
    assert count.total() == EACH * len(content["components"]["schemas"])
    assert min(count["accepted"], count["refused"]) > count.total() / 5
    assert set(count) - {"accepted", "refused"} == {"format"}


def test_the_models_of_this_package_agree_with_the_union():
    """The same for the models that people keep: they accept what the union of both versions does, and nothing else."""
    from flat_api import models

    content = union()
    count = counted(models, content, seed=2)
    assert count.total() == EACH * len(models.__all__) == EACH * len(content["components"]["schemas"])
    assert min(count["accepted"], count["refused"]) > count.total() / 5


OF_TASK = {"blocked"}
"""The states of tasks that 2.26.2 has and `Task` does not declare, since it stays as it was in 2.18.0."""


@pytest.mark.parametrize("version", ["2.18.0", "2.26.2"])
def test_the_models_of_this_package_accept_what_either_version_does(version: str):
    """Whatever is valid in one version is accepted, strictly: no model is narrower than a document, but for `Task`.

    The environment variable PAYLOADS says how many each schema gets, where more are wanted than usual.
    """
    from flat_api import models

    content, each = spec(version), int(os.environ.get("PAYLOADS", EACH))
    judge, maker = Judge(content), Maker(content, seed=3, mistakes=0)
    count = collections.Counter[str]()
    for component, schema in content["components"]["schemas"].items():
        made = (maker.payload(schema) for _ in itertools.count())
        for payload in itertools.islice((entry for entry in made if judge.accepts(component, entry)), each):
            is_accepted, kinds = outcome(getattr(models, component), payload)
            is_newer = component == "Task" and payload.get("state") in OF_TASK
            reason = explanation(kinds, {}) or "newer"
            assert is_accepted or is_newer or reason == "format", (component, payload, kinds)
            count["accepted" if is_accepted else reason] += 1
    assert count.total() == each * len(content["components"]["schemas"])
    assert count["accepted"] > 0.7 * count.total()
    assert bool(count["newer"]) == (version == "2.26.2")


@pytest.mark.parametrize(
    ("kind", "explained"),
    [
        ("names", set()),
        ("enums", {"format"}),
        ("recursion", set()),
        ("compositions", {"discriminator"}),
        ("limits", {"format", "binary"}),
    ],
)
def test_models_of_odd_documents_agree_with_the_document(kind: str, explained: set[str], tmp_path: Path):
    """Names, enums, recursion, compositions and limits of every kind mean in Python what they mean in the document."""
    content = document(ALL[kind])
    assert generate(tmp_path, content, f"odd_{kind}") == 0
    with imported(tmp_path, f"odd_{kind}") as models:
        assert set(counted(models, content)) - {"accepted", "refused"} == explained <= set(EXPLAINED)


def test_a_discriminator_chooses_the_class(tmp_path: Path):
    """A payload becomes an instance of the class that its discriminator names, under any of its names."""
    content = document(ALL["compositions"])
    assert generate(tmp_path, content, "pets") == 0
    with imported(tmp_path, "pets") as models:
        for name in ("cat", "Cat"):
            assert isinstance(models.Pet.from_openapi_data_oapg({"kind": name, "lives": 9}), models.Cat)
        assert isinstance(models.Shape.from_openapi_data_oapg({"shape": "Circle", "r": 1}), models.Circle)
        with pytest.raises(ApiValueError, match="discriminator"):
            models.Pet.from_openapi_data_oapg({"kind": "cow"})


INTEGER = {"type": "integer"}
PETS = {
    "Cat": {"type": "object", "required": ["petType", "lives"], "properties": {"petType": STRING, "lives": INTEGER}},
    "Dog": {"type": "object", "required": ["petType", "bark"], "properties": {"petType": STRING, "bark": STRING}},
    "Bird": {"allOf": [ref("Animal"), {"type": "object", "properties": {"wings": INTEGER}}]},
    "Animal": {"type": "object", "properties": {"petType": STRING}, "discriminator": {"propertyName": "petType"}},
}


@pytest.mark.parametrize("word", ["oneOf", "anyOf"])
def test_without_a_mapping_a_discriminator_is_a_hint(word: str, tmp_path: Path):
    """A value that is the name of a schema chooses it; with any other, the branches are tried."""
    pet = {word: [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "petType"}}
    assert generate(tmp_path, document({**PETS, "Pet": pet}), "hints") == 0
    with imported(tmp_path, "hints") as models:
        for kind in ("cat", "Cat", "", "Animal"):
            value = models.Pet.from_openapi_data_oapg({"petType": kind, "lives": 9})
            assert isinstance(value, models.Cat) and not isinstance(value, models.Dog)
        assert isinstance(models.Pet.from_openapi_data_oapg({"petType": "x", "bark": "wuff"}), models.Dog)
        for wrong in ({"petType": "Cat", "bark": "wuff"}, {"petType": "x"}, {}):
            with pytest.raises((ApiValueError, ApiTypeError)):
                models.Pet.from_openapi_data_oapg(wrong)
        assert isinstance(models.Animal.from_openapi_data_oapg({"petType": "Bird", "wings": 2}), models.Bird)
        other = models.Animal.from_openapi_data_oapg({"petType": "animal", "wings": "two"})
        assert not isinstance(other, models.Bird) and other["wings"] == "two"
        assert drift(api_of_document(document({**PETS, "Pet": pet})), "hints") == []


NAMES = st.sampled_from(["a", "b", "type", "items", "class", "a b", "State", "_x", "größe", "none", ""])
LITERALS = st.sampled_from([None, True, False, 0, 1, 2.5, "", "a", "b c"])
SCALARS = st.one_of(
    st.fixed_dictionaries(
        {"type": st.just("string")},
        optional={"minLength": st.integers(0, 2), "maxLength": st.integers(1, 4), "pattern": st.just("^[a-x]*$")},
    ),
    st.fixed_dictionaries(
        {"type": st.sampled_from(["number", "integer"])},
        optional={"minimum": st.integers(-1, 3), "maximum": st.integers(2, 9), "exclusiveMinimum": st.booleans()},
    ),
    st.fixed_dictionaries({"type": st.just("boolean")}),
    st.fixed_dictionaries({"enum": st.lists(LITERALS, min_size=1, max_size=4)}),
    st.just({}),
    st.sampled_from(["A", "B", "C"]).map(lambda name: {"$ref": f"#/components/schemas/{name}"}),
)


def containers(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    """Schemas that have others in them."""
    several = st.lists(inner, min_size=1, max_size=2)
    properties = st.dictionaries(NAMES, inner, max_size=3)
    objects = {"properties": properties, "required": st.lists(NAMES, unique=True, max_size=2)}
    return st.one_of(
        st.fixed_dictionaries({"type": st.just("array"), "items": inner}, optional={"minItems": st.integers(0, 2)}),
        st.fixed_dictionaries(
            {"type": st.just("object")}, optional={**objects, "additionalProperties": st.booleans() | inner}
        ),
        st.fixed_dictionaries({}, optional={**objects, "not": inner}),
        st.sampled_from(["allOf", "oneOf", "anyOf"]).flatmap(lambda word: several.map(lambda found: {word: found})),
        inner.map(lambda schema: {**schema, "nullable": True} if "$ref" not in schema else schema),
    )


SCHEMAS = st.recursive(SCALARS, containers, max_leaves=6)
_NUMBERS = itertools.count()


def ends(schemas: dict[str, Json]) -> bool:
    """Whether no schema demands itself of the same value again, which has no meaning."""
    facts = facts_of_document(document(schemas))

    def demands(entry: Json) -> set[str]:
        branches = [part for word in ("allOf", "oneOf", "anyOf") for part in entry.get(word, ())]
        branches += [entry["not"]] if "not" in entry else []
        own = {entry["ref"]} if "ref" in entry else set()
        return own.union(*map(demands, branches))

    reached = {name: demands(entry) for name, entry in facts.items()}
    for _ in facts:
        reached = {name: found.union(*(reached[other] for other in found)) for name, found in reached.items()}
    return not any(name in found for name, found in reached.items())


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.fixed_dictionaries(dict.fromkeys("ABC", SCHEMAS)).filter(ends), st.integers(0, 1000))
def test_any_document_becomes_a_package_that_agrees_with_it(
    tmp_path_factory: pytest.TempPathFactory, schemas: dict[str, Json], seed: int
):
    """Whatever three schemas say: the classes declare it, and take the payloads that another validator accepts."""
    content = document(schemas)
    directory, package = tmp_path_factory.mktemp("any"), f"any_{next(_NUMBERS)}"
    api = api_of_document(content)
    for path, text in package_files(api, package, directory).files.items():
        write(path, text)
    judge, maker = Judge(content), Maker(content, seed, mistakes=0.1)
    with imported(directory, package) as models:
        names = {model: component for component, model in classes(models, content).items()}
        for model, component in names.items():
            assert bare(declared(model, names)) == bare(api.components[component])
            for _ in range(5):
                payload = maker.payload(schemas[component])
                assert outcome(model, payload)[0] == judge.accepts(component, payload), (component, payload)
