"""Lenient reading: what does not fit is kept as it came, all the rest is typed as declared."""

from __future__ import annotations

import copy
import json
import pickle
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from unittest.mock import patch

import pytest
from frozendict import frozendict
from hypothesis import given
from hypothesis import strategies as st

from flat_api import models, schemas
from flat_api.configuration import Configuration
from flat_api.exceptions import ApiTypeError, ApiValueError, MissingPropertyError, OpenApiException
from flat_api.model.task import Task
from flat_api.schemas import (
    AnyTypeSchema,
    BoolSchema,
    ComposedSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    IntSchema,
    ListSchema,
    NumberSchema,
    Reading,
    StrSchema,
    UnsetAnyTypeSchema,
    _validation,
    _walk,
    all_of,
    any_of,
    declaration_of,
    list_of,
    map_of,
    nullable,
    one_of,
    optional,
    problems_of,
    read,
    read_json,
    ref,
    required,
    value,
)
from flat_api.schemas._composition import declared_types
from flat_api.schemas._plain import plain
from flat_api.schemas._primitives import primitive_of

from .. import strategies
from .notations import ours, theirs
from .roads import Refusal, counted_walks, explained, no_converters, outcome, refusal_of, shown_path, tree

Any = typing.Any


class Level(EnumBase, IntSchema):
    """An enum of numbers."""

    LOW = value(1)
    HIGH = value(2)


class Needy(DictSchema, additional=False, max_properties=5):
    """An object that is particular about its names."""

    id = required(StrSchema)
    title = required(StrSchema.where(max_length=5))
    level = optional(Level)
    state = optional(nullable(Task.State))
    child = optional(ref("Needy"))
    count = optional(NumberSchema)


class Cat(DictSchema):
    """One branch."""

    kind = required(StrSchema.where(pattern="^cat$"))
    lives = optional(IntSchema)


class Dog(DictSchema):
    """The other branch."""

    kind = required(StrSchema.where(pattern="^dog$"))
    tricks = optional(list_of(StrSchema))


class Animal(DictSchema, discriminator={"kind": {"cat": Cat, "dog": Dog}}):
    """An object that says what it is."""

    kind = required(StrSchema)
    name = optional(StrSchema)


class Owner(DictSchema):
    """Something with compositions inside."""

    pet = optional(one_of(Cat, Dog))
    animal = optional(Animal)
    text_or_number = optional(any_of(StrSchema.where(max_length=3), NumberSchema))
    maybe_cat = optional(nullable(all_of(Cat)))
    state = optional(all_of(Task.State))
    no_text = optional(ComposedSchema.where(not_schema=StrSchema))


def lenient(cls: Any, data: Any) -> Any:
    """The instance that *cls* keeps of *data*."""
    return cls.from_openapi_data_oapg(data, lenient=True)


def is_untyped(node: Any) -> bool:
    """Whether *node* is an instance of the schema of undeclared values, and of nothing else."""
    return declaration_of(type(node)).matched == (UnsetAnyTypeSchema,)


def assert_kept(cls: Any, data: Any) -> None:
    """The law of lenient reading, for one class and one value."""
    strict = explained(cls, data)
    try:
        found = read(cls, data)
    except (ApiTypeError, ApiValueError) as error:
        assert_tells_all(error, strict)
        assert not has_place(cls, data)
        return
    assert isinstance(found.value, cls)
    assert tree(lenient(cls, data)) == tree(found.value)
    if isinstance(strict, Refusal):
        assert as_compared(found.problems) == strict.problems
        assert tree(AnyTypeSchema(plain(found.value))) == tree(AnyTypeSchema.from_openapi_data_oapg(data))
    else:
        assert found.problems == ()
        assert tree(found.value) == strict
    assert copy.deepcopy(found.value) is found.value
    assert not is_hashable(data) or isinstance(hash(found.value), int)
    again = explained(cls, plain(found.value))
    assert as_compared(problems_of(found.value)) == (again.problems if isinstance(again, Refusal) else ())
    assert [problem.kind for problem in problems_of(found.value)] == [problem.kind for problem in found.problems]


def assert_tells_all(error: OpenApiException, strict: Any) -> None:
    """A refusal has the problems of the strict one, and tells of numbers below a forbidden name that can't be kept."""
    assert set(strict.problems) <= set(refusal_of(error).problems)


def has_place(cls: Any, data: Any) -> bool:
    """Whether *data* are data at all, and *cls* declares values of their JSON type."""
    try:
        primitive = primitive_of(AnyTypeSchema.from_openapi_data_oapg(data))
    except (ApiTypeError, ApiValueError):
        return False
    return primitive in declared_types(declaration_of(cls))


def is_hashable(data: Any) -> bool:
    """Whether *data* hold no signaling NaN, which nothing can hash."""
    return "sNaN" not in repr(data)


def as_compared(problems: Any) -> Any:
    return tuple((shown_path(problem.path), problem.kind, problem.message) for problem in problems)


@given(st.data())
def test_anything_is_kept_as_it_came(data: st.DataObject):
    """Whatever the schema and the value: an instance that equals it, and the problems of the strict refusal."""
    spec = data.draw(strategies.specs)
    cls = ours(spec)
    for _ in range(3):
        payload = data.draw(strategies.payloads(spec, wildness=4))
        if not contains_bytes_or_instances(payload):
            assert_kept(cls, payload)


def contains_bytes_or_instances(payload: Any) -> bool:
    """Whether *payload* holds what compares differently, or is validated already."""
    if isinstance(payload, schemas.Schema):
        return True
    members = payload.values() if isinstance(payload, dict) else payload if isinstance(payload, (list, tuple)) else ()
    return any(map(contains_bytes_or_instances, members))


@given(st.data())
def test_the_law_holds_in_the_notation_of_the_earlier_generator(data: st.DataObject):
    """``MetaOapg`` classes are read in the same way."""
    spec = data.draw(strategies.object_specs)
    payload = data.draw(strategies.payloads(spec, wildness=4))
    if not contains_bytes_or_instances(payload):
        assert_kept(theirs(spec), payload)


@given(st.data())
def test_the_law_holds_without_converters(data: st.DataObject):
    """The walk reads alone what it reads with the fast path's help."""
    spec = data.draw(strategies.specs)
    cls = ours(spec)
    payload = data.draw(strategies.payloads(spec, wildness=4))
    helped = outcome(lambda: lenient(cls, payload))
    with no_converters():
        assert outcome(lambda: _validation.explain_leniently(cls, payload, server=True)[0]) == helped


any_object = st.dictionaries(st.sampled_from(strategies.KEYS), strategies.json_values, max_size=4)


@given(st.data(), any_object)
def test_any_object_can_be_read_as_any_object(data: st.DataObject, payload: Any):
    """Where an object is declared, no JSON object is refused, and its JSON text is that of the input."""
    cls = ours(data.draw(strategies.object_specs))
    text = json.dumps(payload, default=str)
    found = read_json(cls, text)
    assert json.loads(found.value.to_json(), parse_float=Decimal) == json.loads(text, parse_float=Decimal)
    assert list(found.value) == list(json.loads(text))
    strict = outcome(lambda: cls.from_json(text))
    assert as_compared(found.problems) == (strict.problems if isinstance(strict, Refusal) else ())


MODELS = [getattr(models, name) for name in sorted(models.__all__)]
OBJECT_MODELS = [model for model in MODELS if frozendict in declared_types(declaration_of(model))]
"""Those of the API that are objects: with nulls, unions and references to each other."""

near_models = st.sampled_from(OBJECT_MODELS).flatmap(
    lambda model: st.tuples(
        st.just(model),
        st.dictionaries(
            st.sampled_from([*declaration_of(model).properties, "more"]), strategies.json_values, max_size=6
        ),
    )
)


@given(near_models)
def test_any_object_can_be_read_as_any_model_of_the_api(drawn: Any):
    """An object with names of a model and any values under them is that model, with the problems of the refusal."""
    model, payload = drawn
    assert_kept(model, payload)
    found = read_json(model, json.dumps(payload, default=str))
    assert isinstance(found.value, model)


@given(strategies.near_tasks)
def test_any_object_can_be_read_as_a_task(payload: Any):
    """A Task comes of every object, with the problems that a strict reading would raise."""
    if not contains_bytes_or_instances(payload):
        assert_kept(Task, payload)
        if has_place(Task, payload):
            task = lenient(Task, payload)
            assert tree(pickle.loads(pickle.dumps(task))) == tree(task)


@given(st.data(), st.sampled_from([{"enum"}, {"format", "maxLength"}, {"maxProperties", "minItems", "pattern"}]))
def test_checks_that_are_left_out_make_no_problems(data: st.DataObject, words: set[str]):
    """A configuration leaves out the same checks in both readings."""
    spec = data.draw(strategies.specs)
    cls, configuration = ours(spec), Configuration(disabled_client_side_validations=words)
    payload = data.draw(strategies.payloads(spec, wildness=4))
    strict = explained(cls, payload, configuration=configuration)
    try:
        found = read(cls, payload, configuration)
    except (ApiTypeError, ApiValueError) as error:
        assert_tells_all(error, strict)
    else:
        assert as_compared(found.problems) == (strict.problems if isinstance(strict, Refusal) else ())


class TestPlaces:
    """What a value is at its place, by what is wrong with it."""

    @pytest.mark.parametrize(
        ("payload", "path"),
        [
            ({"count": "many"}, ("count",)),
            ({"count": None}, ("count",)),
            ({"title": "a long title"}, ("title",)),
            ({"child": "none"}, ("child",)),
            ({"child": []}, ("child",)),
            ({"extra": {"id": 1}}, ("extra",)),
            ({"state": 5}, ("state",)),
            ({"level": "high"}, ("level",)),
            ({"child": {"child": {"count": True}}}, ("child", "child", "count")),
        ],
        ids=str,
    )
    def test_what_does_not_fit_is_untyped(self, payload: Any, path: tuple[str, ...]):
        """A wrong type, null, a limit and a forbidden name: the value at that place is an untyped one."""
        node = lenient(Needy, payload)
        for step in path[:-1]:
            node = node[step]
            assert type(node) is Needy
        assert is_untyped(node[path[-1]])
        assert plain(node[path[-1]]) == plain(AnyTypeSchema(_at(payload, path)))

    def test_a_wrong_format_is_untyped_text(self):
        """A date that is none is a text that can't be read as a date."""
        task = lenient(Task, {"creationDate": "soon"})
        assert is_untyped(task.creationDate)
        assert task.creationDate == "soon"
        with pytest.raises(AttributeError):
            _ = task.creationDate.as_datetime

    def test_an_unknown_text_is_an_instance_of_its_enum(self):
        """A state of the future is a `Task.State`, though no member."""
        task = lenient(Task, {"state": "paused"})
        assert type(task.state) is Task.State
        assert task.state == "paused"
        assert task.state not in {Task.State.DONE, Task.State.ERROR}
        assert lenient(Task, {"state": "done"}).state is Task.State.DONE

    def test_an_unknown_number_is_an_instance_of_its_enum(self):
        """The same goes for an enum of numbers."""
        assert isinstance(lenient(Needy, {"level": 3}).level, Level)

    def test_an_unknown_text_in_a_nullable_or_composed_enum(self):
        """It is an instance of the enum whatever the enum is wrapped in."""
        assert isinstance(lenient(Needy, {"state": "paused"}).state, declaration_of(Needy).schemas["state"])
        assert isinstance(lenient(Owner, {"state": "paused"}).state, Task.State)

    def test_all_the_rest_is_typed(self):
        """One value that does not fit changes nothing for its neighbours."""
        task = lenient(Task, {"progress": {"percent": "x", "text": "half"}, "errorHistory": ["a", 1, "b"]})
        assert type(task.progress) is Task.Progress
        assert type(task.progress.text) is StrSchema
        assert is_untyped(task.progress.percent)
        assert [is_untyped(entry) for entry in task.errorHistory] == [False, True, False]
        assert type(task.errorHistory[2]) is StrSchema
        assert isinstance(task.errorHistory, ListSchema)

    def test_missing_names_are_missing(self):
        """An object without a name that it must have is of its class; the name is what is missing."""
        node = lenient(Needy, {"title": "a"})
        assert type(node) is Needy
        assert not hasattr(node, "id")
        with pytest.raises(MissingPropertyError):
            _ = node.id
        with pytest.raises(MissingPropertyError):
            node["id"]
        assert node.get(Needy.id) is None

    def test_counts_leave_an_array_what_it_is(self):
        """An array with too many items is one all the same, with typed items."""
        short = list_of(StrSchema, max_items=1, unique_items=True)
        found = read(short, ["a", "a"])
        assert type(found.value) is short
        assert type(found.value[0]) is StrSchema
        assert [problem.kind for problem in found.problems] == ["maxItems", "uniqueItems"]


def _at(data: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


class TestCompositions:
    """Values that no branch of a composition accepts."""

    @pytest.mark.parametrize("pet", [{"kind": "fish"}, {}, "cat", 5, None, [], {"kind": "cat", "lives": "nine"}])
    def test_a_value_of_no_branch_is_untyped(self, pet: Any):
        """Where several branches might have been meant, none is chosen."""
        assert is_untyped(lenient(Owner, {"pet": pet}).pet)

    def test_the_only_branch_of_the_json_type_is_the_one_that_was_meant(self):
        """What is not null is the object, and typed but for what is wrong in it."""
        cat = lenient(Owner, {"maybe_cat": {"kind": "cat", "lives": "nine"}}).maybe_cat
        assert isinstance(cat, Cat)
        assert type(cat.kind) is declaration_of(Cat).schemas["kind"]
        assert is_untyped(cat.lives)

    def test_a_scalar_of_the_only_branch_is_untyped_where_it_breaks_a_limit(self):
        """A text that is too long for the only branch of texts."""
        owner = lenient(Owner, {"text_or_number": "a long text"})
        assert is_untyped(owner.text_or_number)
        assert problems_of(owner)[0].kind == "anyOf"

    def test_a_forbidden_value_is_untyped(self):
        """``not`` says nothing of what a value is, so nothing is known of one that it forbids."""
        assert is_untyped(lenient(Owner, {"no_text": "text"}).no_text)

    @pytest.mark.parametrize("animal", [{"kind": "fish", "name": "Wanda"}, {"name": "Wanda"}])
    def test_an_unknown_kind_is_what_is_declared_for_all_kinds(self, animal: Any):
        """An object whose discriminator is from the future has the properties that every kind has."""
        found = lenient(Owner, {"animal": animal}).animal
        assert type(found) is Animal
        assert type(found.name) is StrSchema

    def test_the_kind_that_is_named_is_typed(self):
        """An object that says what it is and has problems is read as what it says."""
        dog = lenient(Owner, {"animal": {"kind": "dog", "tricks": ["sit", 1]}}).animal
        assert isinstance(dog, Dog)
        assert isinstance(dog, Animal)
        assert is_untyped(dog.tricks[1])

    def test_the_root_is_what_was_asked_for(self):
        """At the root, where there is no other place, the class is that of the call."""
        found = read(one_of(Cat, Dog), {"kind": "fish"})
        assert not isinstance(found.value, (Cat, Dog))
        assert found.value.kind == "fish"
        assert found.problems[0].kind == "oneOf"


class TestRoots:
    """What is read at all."""

    @pytest.mark.parametrize(
        ("cls", "data"),
        [
            (Task, []),
            (Task, "text"),
            (Task, None),
            (ListSchema, {}),
            (list_of(StrSchema), {"a": 1}),
            (StrSchema, {}),
            (Task.State, 5),
            (one_of(Cat, Dog), []),
            (all_of(Cat), "text"),
            (any_of(StrSchema, NumberSchema), {}),
        ],
        ids=lambda entry: getattr(entry, "__name__", str(entry)),
    )
    def test_another_json_type_has_no_reading(self, cls: Any, data: Any):
        """An array where an object is declared is refused as in a strict reading."""
        with pytest.raises(OpenApiException) as strict:
            cls.from_openapi_data_oapg(data)
        with pytest.raises(type(strict.value)) as caught:
            lenient(cls, data)
        assert caught.value.problems == strict.value.problems

    @pytest.mark.parametrize(
        ("cls", "data"),
        [(Task.State, "paused"), (DateTimeSchema, "soon"), (StrSchema.where(max_length=1), "ab"), (Level, 3)],
        ids=str,
    )
    def test_a_scalar_at_the_root_is_of_the_class(self, cls: Any, data: Any):
        """What was asked for comes back, with its problem."""
        found = read(cls, data)
        assert isinstance(found.value, cls)
        assert len(found.problems) == 1

    @given(st.lists(strategies.json_values, max_size=4))
    def test_any_array_can_be_read_as_any_array(self, payload: Any):
        """Where an array is declared, no JSON array is refused."""
        for cls in (list_of(Task), list_of(StrSchema, min_items=2), list_of(list_of(BoolSchema))):
            assert_kept(cls, payload)

    @pytest.mark.parametrize(
        "text", ['{"a": NaN}', '{"id": ' + "1" * 5000 + "}", '{"a": ' * 100_000, '{"id":' + "[" * 100_000, "{", "\xff"]
    )
    def test_hostile_text_stays_an_error(self, text: str):
        """Numbers and depths that no one can mean, and what is not JSON."""
        with pytest.raises(ApiValueError):
            Task.from_json(text, lenient=True)

    def test_depth_at_a_place_that_does_not_fit(self):
        """A text was declared, and a hundred thousand arrays came."""
        data: Any = []
        for _ in range(100_000):
            data = [data]
        for payload in ({"id": data}, {"extra": data}, {"state": data}, {"progress": {"percent": data}}):
            with pytest.raises(ApiValueError) as caught:
                lenient(Task, payload)
            assert "depth" in {problem.kind for problem in caught.value.problems}


class TestCost:
    """Good data cost what they cost in a strict reading, and bad data no more than they hold."""

    def test_good_data_are_not_walked(self):
        """The compiled converter reads them, as ever."""
        with counted_walks() as walks:
            assert read(Task, {"state": "done"}).problems == ()
            Task.from_json('{"state": "done"}', lenient=True)
            lenient(Task, {"progress": {"percent": 5}})
        assert not walks

    @pytest.mark.parametrize("bad", [1, 1000])
    def test_a_bad_value_deep_in_a_list_costs_its_own_item_only(self, bad: int):
        """Of ten thousand items, only those are walked that hold what does not fit."""
        items: list[Any] = [{"id": str(number), "progress": {"percent": number}} for number in range(10_000)]
        for item in items[:: 10_000 // bad]:
            item["progress"]["percent"] = "x"
        with counted_steps() as steps:
            found = read(list_of(Task), items)
        assert len(found.problems) == bad
        assert steps[0] <= 5 * bad + 5

    @pytest.mark.parametrize("levels", [5, 20, 40])
    def test_branches_within_branches_are_read_once(self, levels: int):
        """A fault below many levels of alternatives takes twice the steps of a strict reading at most."""
        data: Any = {"kind": "no"}
        for _ in range(levels):
            data = {"left": data, "right": {"left": None}}
        with counted_steps() as strict:
            assert isinstance(outcome(lambda: Fork.from_openapi_data_oapg(data)), Refusal)
        with counted_steps() as kept:
            read(Fork, data)
        assert kept[0] <= 2 * strict[0]


@contextmanager
def counted_steps() -> Iterator[list[int]]:
    """The number of values that walks look at."""
    steps = [0]
    examine = _walk.Walk._examine

    def counted(walk: Any, *arguments: Any) -> Any:
        steps[0] += 1
        return examine(walk, *arguments)

    with patch.object(_walk.Walk, "_examine", counted):
        yield steps


class Leaf(DictSchema):
    """The end of a branch."""

    kind = required(StrSchema.where(pattern="^leaf$"))


class Fork(DictSchema):
    """Alternatives of which one alone has the JSON type, at every level."""

    left = optional(any_of(all_of(ref("Fork"), map_of(AnyTypeSchema)), schemas.NoneSchema))
    right = optional(nullable(one_of(ref("Fork"), StrSchema)))
    kind = optional(StrSchema.where(pattern="^leaf$"))


class TestChanging:
    """Instances that were read leniently can be changed; what did not fit before stays."""

    @pytest.fixture
    def node(self) -> Needy:
        return lenient(Needy, {"title": "a long title", "count": "many", "extra": 1})

    def test_a_change_keeps_what_did_not_fit(self, node: Needy):
        """A valid change is made, whatever else is wrong in the object."""
        changed = node.replace(level=2)
        assert type(changed) is Needy
        assert changed == {**node, "level": 2}
        assert changed.level is Level.HIGH
        assert is_untyped(changed.count)

    def test_a_change_may_mend(self, node: Needy):
        """The place that did not fit may be given what fits, or nothing."""
        assert problems_of(node.replace(count=5, id="a", title="a", extra=schemas.unset)) == ()
        assert len(problems_of(node.replace(id="a"))) == len(problems_of(node)) - 1

    @pytest.mark.parametrize(
        "change",
        [{"count": "few"}, {"title": "another long title"}, {"level": 5}, {"more": 1}, {"title": schemas.unset}],
    )
    def test_a_change_may_not_make_it_worse(self, node: Needy, change: Any):
        """A change is validated, at the places that did not fit as well."""
        with pytest.raises((ApiTypeError, ApiValueError)):
            node.replace(**change)

    @pytest.mark.parametrize(
        ("change", "sentence", "message"),
        [
            ({"title": 5}, "Invalid type. Required value type is str and passed type was int at ", "a string, got 5"),
            ({"title": "another long title"}, "Invalid value `another long title`, length must be ", "characters, got"),
            ({"level": 5}, "5 is not one of 1, 2 at ", "5 is not one of 1, 2"),
        ],
    )
    def test_an_error_about_a_change_is_that_of_a_constructor(
        self, node: Needy, change: Any, sentence: str, message: str
    ):
        """Its text begins with the recorded sentence, its problems are in plain words; both name what was passed."""
        (name,) = change
        errors = []
        for instance in (node, Needy(id="a", title="a")):
            with pytest.raises((ApiTypeError, ApiValueError)) as caught:
                instance.replace(**change)
            errors.append(caught.value)
        changed, other = errors
        assert str(changed).startswith(sentence)
        assert message in changed.problems[0].message
        assert (str(changed), changed.problems, changed.args) == (str(other), other.problems, other.args)
        assert type(changed) is type(other)
        assert getattr(changed, "valid_classes", None) == getattr(other, "valid_classes", None)
        assert changed.path_to_item == ("args[0]", name)

    def test_the_methods_of_frozendict_change_in_the_same_way(self, node: Needy):
        """``set``, ``delete`` and ``|`` are `replace`."""
        assert node.set("level", 1).level is Level.LOW
        assert "extra" not in node.delete("extra")
        assert (node | {"level": 1}).level is Level.LOW

    def test_python_values_may_be_given(self):
        """A change is made of Python values, as in a constructor."""
        import datetime

        task = lenient(Task, {"id": 5})
        moment = datetime.datetime(2023, 6, 5, tzinfo=datetime.UTC)
        assert task.replace(creationDate=moment).creationDate.as_datetime == moment


class TestProblems:
    """What is told of an instance."""

    def test_an_instance_tells_its_problems(self):
        """They are those that a strict reading raises, and none where there are none."""
        data = {"state": "paused", "errorHistory": ["a", None]}
        with pytest.raises(ApiValueError) as strict:
            Task.from_openapi_data_oapg(data)
        assert problems_of(lenient(Task, data)) == strict.value.problems
        assert problems_of(Task(state="done")) == ()

    def test_checks_that_were_left_out_are_told(self):
        """An instance that was built with a check left out tells what that check would have said."""
        configuration = Configuration(disabled_client_side_validations={"enum"})
        task = Task.from_openapi_data_oapg({"state": "paused"}, configuration)
        assert [problem.kind for problem in problems_of(task)] == ["enum"]

    def test_an_instance_of_several_classes_tells_what_each_rejects(self):
        """The object of a discriminator is of two classes."""
        dog = lenient(Animal, {"kind": "dog", "tricks": "none"})
        assert [problem.path[1:] for problem in problems_of(dog)] == [("tricks",)]

    def test_what_is_no_instance_has_none(self):
        """A dict is validated by nobody."""
        with pytest.raises(TypeError, match="expected an instance of a schema class, got dict"):
            problems_of(typing.cast(Any, {}))

    def test_a_file_stays_open(self, tmp_path: Any):
        """Nothing is built to find the problems out."""
        path = tmp_path / "file"
        path.write_bytes(b"data")
        with open(path, "rb") as file, schemas.BinarySchema(file) as node:
            assert problems_of(node) == ()
            assert node.read() == b"data"

    def test_a_reading_is_a_pair(self):
        """The value and its problems are unpacked like any tuple."""
        task, problems = read_json(Task, b'{"state": "paused"}')
        assert isinstance(read(Task, {}), Reading)
        assert type(task) is Task
        assert len(problems) == 1
        assert task.to_dict() == {"state": "paused"}


def test_strict_reading_stays_strict():
    """Without the word, the same data are refused, before and after."""
    data = {"state": "paused"}
    for _ in range(2):
        with pytest.raises(ApiValueError):
            Task.from_openapi_data_oapg(data)
        lenient(Task, data)
    with pytest.raises(ApiValueError):
        Task(state="paused")


def test_the_constructor_of_composed_classes_has_the_word_too():
    """Theirs takes an object as keywords; the word is not one of its keys."""
    pet = one_of(Cat, Dog)
    assert pet.from_openapi_data_oapg(kind="fish", lenient=True) == {"kind": "fish"}
    assert frozendict(kind="fish") == pet.from_openapi_data_oapg({"kind": "fish"}, lenient=True)


def test_instances_that_are_valid_elsewhere_are_read_as_data():
    """An instance of another class at a place where it does not fit is kept untyped."""
    task = lenient(Task, {"progress": StrSchema("half")})
    assert is_untyped(task.progress)


def test_compiled_converters_know_nothing_of_it():
    """There is one converter for a class, as before."""
    lenient(Needy, {"extra": 1})
    assert list(declaration_of(Needy).converters) in ([], [frozenset()])
