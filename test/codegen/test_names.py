"""Names in a document, and what they are in Python."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.api_client import Api
from flat_api.codegen import _names
from flat_api.codegen._tags import operation_name

TAKEN = {*dir(schemas.DictSchema), *_names.VOCABULARY}
HARD = ["_", "__", "__x", "__x__", "a-b", "::", "ﬁ", "ª", "\uff11", "\ud800", "\xb4", "\u0390", "\u01f0", "a\0b"]
ANY_NAME = st.text(max_size=12) | st.sampled_from([*keyword.kwlist, *sorted(TAKEN), *HARD])


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("Task", "task"),
        ("GoogleClassroomCoursework", "google_classroom_coursework"),
        ("LtiConfiguration1p3Manual", "lti_configuration1p3_manual"),
        ("HTTPError", "http_error"),
        ("Class", "class_"),
        ("Con", "con_"),
    ],
)
def test_a_module_is_named_after_its_class(name: str, module: str):
    """`GoogleClassroomCoursework` is in `google_classroom_coursework`, and `Class` in `class_`, as `class` is taken."""
    assert _names.snake(name) == module


@pytest.mark.parametrize(
    ("name", "one"),
    [("Instruments", "Instrument"), ("Categories", "Category"), ("Boxes", "Box"), ("Sync", None), ("Status", None)],
)
def test_the_class_of_items_is_named_in_the_singular(name: str, one: str | None):
    """The items of `instruments` are of the class `Instrument`, where English has a rule for it."""
    assert _names.singular(name) == one


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("done", "DONE"),
        ("newScore", "NEW_SCORE"),
        ("cc-by-nc", "CCBYNC"),
        ("zh-Hans", "ZHHANS"),
        ("edu.admin.lti", "EDU_ADMIN_LTI"),
        ("english/language arts", "ENGLISH_LANGUAGE_ARTS"),
        ("PE and health", "PE_AND_HEALTH"),
        ("1p3", "P3"),
        ("12", "POSITIVE_12"),
        (-2, "NEGATIVE_2"),
        (1.5, "POSITIVE_1_PT_5"),
        (True, "TRUE"),
        (None, "NONE"),
        ("null", "NONE"),
        ("", "EMPTY"),
        ("<=", "LESS_THAN_SIGN_EQUALS_SIGN"),
        ("日本", "日本"),
    ],
)
def test_an_enum_member_is_named_as_the_earlier_generator_named_it(value: object, name: str):
    """Programs say `ScoreLicense.CCBYNC` and `AppScopes.EDU_ADMIN_LTI`; these names are kept."""
    assert _names.member(value) == name


@given(ANY_NAME)
@example("\U00010b78")  # a number to a regular expression, and no part of an identifier
def test_any_key_gives_a_usable_attribute(key: str):
    """Whatever a key is called, its attribute is an identifier that hides no method of objects."""
    attribute = _names.attribute(key, TAKEN)
    assert attribute.isidentifier()
    assert attribute == _names.normal(attribute)
    assert not keyword.iskeyword(attribute)
    assert attribute not in TAKEN
    assert not attribute.startswith("__")


@given(st.from_regex(r"[a-z][a-zA-Z0-9_]*", fullmatch=True))
def test_a_key_that_can_be_an_attribute_is_one(key: str):
    """`creationDate` is the attribute `creationDate`, and only names that are taken get an underscore."""
    free = key not in TAKEN and not keyword.iskeyword(key)
    assert _names.attribute(key, TAKEN) == (key if free else f"{key}_")


@given(st.one_of(st.text(max_size=12), st.integers(), st.floats(), st.booleans(), st.none()))
def test_any_value_gives_a_usable_member_name(value: object):
    """Whatever a value of an enum is, its member has a name."""
    name = _names.member(value)
    assert name.isidentifier()
    assert name == _names.normal(name)
    assert not keyword.iskeyword(name)
    assert not name.startswith("__")


@given(st.lists(ANY_NAME, unique=True, max_size=8))
def test_every_component_has_a_class_and_a_module_of_its_own(components: list[str]):
    """Components whose names differ in nothing but signs or case still have a module each."""
    names = _names.class_names(components)
    assert list(names) == sorted(components, key=lambda name: (_names.camel(name) != name, name))
    modules = list(map(_names.snake, names.values()))
    assert all(name.isidentifier() and name not in _names.VOCABULARY for name in names.values())
    assert not any(map(keyword.iskeyword, (*names.values(), *modules)))
    assert [*names.values(), *modules] == list(map(_names.normal, (*names.values(), *modules)))
    assert len({_names.snake(name) for name in names.values()}) == len(components)


@given(st.text(min_size=50, max_size=70).map(lambda text: text * 20))
def test_the_longest_name_makes_the_name_of_a_file(component: str):
    """File systems take 255 bytes: what is longer is cut, and numbered where two become the same."""
    names = _names.class_names([component, f"{component}b", f"{component}c"]).values()
    assert len(set(names)) == 3
    assert all(name.isidentifier() and len(f"{_names.snake(name)}.py".encode()) < 200 for name in names)


@given(ANY_NAME)
@example("\U00010b78")
@example("²③")
def test_any_operation_id_gives_a_usable_name(id: str):
    """Whatever an operationId has in it, the attribute of the class is an identifier, as Python spells it."""
    name = operation_name(id)
    assert name.isidentifier()
    assert name == _names.normal(name)
    assert not keyword.iskeyword(name)
    assert name not in dir(Api)


@given(st.lists(ANY_NAME, unique=True, max_size=8), st.randoms())
def test_the_order_of_components_does_not_matter_for_their_names(components: list[str], random):
    """A component keeps its class name when the document lists its schemas in another order."""
    shuffled = list(components)
    random.shuffle(shuffled)
    assert _names.class_names(shuffled) == _names.class_names(components)
