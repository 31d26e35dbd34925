"""Objects and arrays: reading them, what they equal, and that nothing changes them."""

from __future__ import annotations

import contextlib
import copy
import operator
import pickle
import typing

import pytest
from frozendict import frozendict
from hypothesis import given
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.exceptions import ApiAttributeError, ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.schemas import DictSchema, ListSchema, StrSchema, list_of, map_of, optional, required, unset

from .. import strategies
from .roads import tree

Any = typing.Any


class Point(DictSchema):
    """An object with names that Python has taken, one that is required, and undeclared ones."""

    x = required(schemas.IntSchema)
    items_ = optional(StrSchema, key="items")
    class_ = optional(StrSchema, key="class")
    spaced = optional(StrSchema, key="a b")


class Closed(DictSchema, additional=False):
    """An object that has no other names than its own."""

    a = optional(StrSchema)


class Texts(ListSchema[StrSchema], max_items=3):
    """A named array."""


def example() -> Task:
    """A Task with a node of every kind inside."""
    return Task(
        {
            "id": "t1",
            "state": "done",
            "progress": {"percent": 5},
            "errorHistory": ["first"],
            "creationDate": "2023-06-05T10:20:30Z",
            "extra": {"list": [1, True, None, "text", b"bytes", {"deep": []}]},
        }
    )


def nodes(value: Any) -> typing.Iterator[Any]:
    """*value* and everything in it."""
    yield value
    members = value.values() if isinstance(value, frozendict) else value if isinstance(value, tuple) else ()
    for member in members:
        yield from nodes(member)


def node_id(value: Any) -> str:
    """What pytest calls a node."""
    return f"{type(value).__name__}-{len(repr(value))}"


every_node = pytest.mark.parametrize("node", list(nodes(example())), ids=node_id)


# Objects are mappings


@given(st.dictionaries(st.text(), strategies.json_values))
def test_objects_are_mappings(data: Any):
    """An object has the keys and values it was made of, in the same order."""
    node = DictSchema(data)
    assert list(node) == list(data)
    assert node.keys() == data.keys()
    assert len(node) == len(data)
    assert [node[key] for key in node] == list(node.values())
    assert list(node.items()) == list(zip(node.keys(), node.values()))
    assert all(key in node for key in data)
    assert node.to_dict() == data
    assert bool(node) == bool(data)


@given(st.dictionaries(st.sampled_from(strategies.KEYS), strategies.json_scalars))
def test_objects_equal_dicts_and_frozendicts_of_the_same_items(data: Any):
    """``task == {"x": True}`` holds, both ways round, and the hash is that of the frozendict."""
    node = DictSchema(data)
    assert node == data
    assert data == node
    assert node == frozendict(data)
    assert frozendict(data) == node
    assert hash(node) == hash(frozendict(data)) == hash(DictSchema(data))
    assert node != {**data, "other": 1}
    assert {frozendict(data): "found"}[node] == "found"


@given(strategies.task_payloads)
def test_equal_tasks_have_equal_hashes(data: Any):
    """Two tasks of the same data are equal and hash alike, and a set holds them once."""
    first, second = Task(data), Task(copy.deepcopy(data))
    assert first == second
    assert len({first, second}) == 1


def test_classes_do_not_matter_to_equality():
    """An object equals another of the same items, whatever its class."""
    assert Task.Result(url="u") == Task.Progress(url="u") == schemas.AnyTypeSchema({"url": "u"}) == {"url": "u"}


@pytest.mark.parametrize("key", ["x", "items", "class", "a b", "undeclared"])
def test_keys_are_read_whatever_their_name(key: str):
    """A key is read by subscript, get and get_item_oapg, even if it is no Python name."""
    point = Point({"x": 1, key: 1 if key == "x" else "text"})
    assert point[key] == point.get(key) == point.get_item_oapg(key)


def test_taken_names_are_attributes_with_an_underscore():
    """A key that is a keyword or a method of objects is an attribute with an underscore behind it."""
    point = Point({"x": 1, "items": "i", "class": "c", "a b": "s"})
    assert point.items_ == "i"
    assert point.class_ == "c"
    assert point.spaced == "s"
    assert callable(point.items)
    assert list(point.items())[1] == ("items", "i")


def test_undeclared_keys_that_methods_hide_are_read_by_key():
    """A method stays a method, whatever keys the data have."""
    point = Point({"x": 1, "keys": "k", "copy": "c", "get": "g"})
    assert callable(point.keys) and callable(point.copy) and callable(point.get)
    assert (point["keys"], point["copy"], point["get"]) == ("k", "c", "g")


@pytest.mark.parametrize(
    "build",
    [
        lambda cls: cls({"undeclared": {"deep": 1}}),
        lambda cls: cls(undeclared={"deep": 1}),
        lambda cls: cls.from_openapi_data_oapg({"undeclared": {"deep": 1}}),
        lambda cls: cls.from_openapi_data_oapg({"undeclared": {"deep": 1}}, schemas.Configuration()),
        lambda cls: cls(frozendict({"undeclared": {"deep": 1}})),
        lambda cls: cls.from_json('{"undeclared": {"deep": 1}}'),
        lambda cls: cls({}).replace(undeclared={"deep": 1}),
        lambda cls: schemas.one_of(cls, StrSchema)({"undeclared": {"deep": 1}}),
        lambda cls: schemas.nullable(cls)({"undeclared": {"deep": 1}}),
        lambda cls: schemas.AnyTypeSchema({"undeclared": {"deep": 1}}),
    ],
    ids=["dict", "keywords", "server", "configuration", "frozendict", "json", "replace", "oneOf", "nullable", "any"],
)
def test_undeclared_keys_are_attributes_whichever_way_the_object_was_built(build: Any):
    """The first object of a class that has an undeclared key lets it be read as an attribute."""

    class Fresh(DictSchema):
        declared = optional(StrSchema)

    node = build(Fresh)
    assert node.undeclared.deep == 1
    assert not hasattr(node, "absent")


@pytest.mark.parametrize("name", ["__wrapped__", "__array__", "__html__", "_repr_latex_"])
def test_protocols_are_not_looked_for_in_the_data(name: str):
    """Special names are no attributes of an object that lacks them."""
    assert not hasattr(Task({"undeclared": 1}), name)
    if name.startswith("__"):
        assert not hasattr(Task({name: 1}), name)


def test_a_missing_name_is_a_key_error_or_an_attribute_error():
    """A subscript of what is absent raises a KeyError, an attribute an AttributeError, and defaults work."""
    task = Task({"id": "a"})
    with pytest.raises(KeyError):
        task["score"]
    with pytest.raises(AttributeError):
        task.score  # noqa: B018 - reading it is the test
    with pytest.raises(AttributeError):
        task.never_heard_of  # noqa: B018 - reading it is the test
    assert task.get("score", "default") == "default"
    assert getattr(task, "score", "default") == "default"


def test_the_error_about_a_missing_name_names_class_and_key():
    """The message says what was looked for, and where."""
    with pytest.raises(KeyError, match=r"'Task' object has no 'scoer'") as caught:
        Task({})["scoer"]
    assert caught.value.name == "scoer"
    with pytest.raises(AttributeError, match=r"'Task' object has no 'scoer'") as missing:
        Task({}).scoer  # noqa: B018 - reading it is the test
    assert missing.value.name == "scoer"


@pytest.mark.parametrize("key", [5, None, ("a",), 1.5, b"id"], ids=repr)
def test_keys_that_are_no_strings_are_absent(key: Any):
    """Looking for a key of another type is a KeyError like any other."""
    with pytest.raises(KeyError):
        Task({"id": "a"})[key]


def test_get_item_oapg_gives_unset_for_what_is_absent():
    """unset is not None: a null that was sent is told from nothing at all."""
    node = DictSchema({"null": None})
    assert node.get_item_oapg("null").is_none()
    assert node.get_item_oapg("absent") is unset
    assert Task({}).get_item_oapg(Task.state) is unset


def test_get_item_oapg_is_not_implemented_on_what_is_no_object():
    """An untyped value that is no object has no properties to ask for."""
    with pytest.raises(NotImplementedError):
        schemas.AnyTypeSchema("text").get_item_oapg("key")


@pytest.mark.parametrize("name", ["self", "cls", "_args", "args", "kwargs", "_arg", "data", "configuration"])
def test_any_name_can_be_a_keyword(name: str):
    """A property may be called like a parameter of Python's own methods."""
    assert Task(**{name: "value"}) == {name: "value"}
    assert Task({"id": "a"}).replace(**{name: "value"}) == {"id": "a", name: "value"}


# Arrays are sequences


@given(st.lists(strategies.json_values))
def test_arrays_are_tuples(data: Any):
    """An array has the items it was made of; it is indexed, sliced and iterated like a tuple."""
    node = ListSchema(data)
    assert isinstance(node, tuple)
    assert len(node) == len(data)
    assert list(node) == [node[index] for index in range(len(data))]
    assert node == ListSchema(tuple(data))
    assert node[1:] == tuple(node)[1:]
    assert all(isinstance(item, schemas.UnsetAnyTypeSchema) for item in node)


def test_arrays_equal_and_hash_like_tuples():
    """An array equals the tuple of its items, and no list, as tuples do."""
    node = list_of(StrSchema)(["a", "b"])
    assert node == ("a", "b")
    assert hash(node) == hash(("a", "b"))
    assert node != ["a", "b"]


def test_named_arrays_are_of_their_class():
    """A class that derives from ListSchema[...] is the class of its instances."""
    assert type(Texts(["a"])) is Texts
    assert Texts(["a"]) == ("a",)
    with pytest.raises(ApiValueError) as caught:
        Texts(["a"] * 4)
    assert caught.value.problems[0].kind == "maxItems"


@pytest.mark.parametrize(
    "wrong", ["ab", {"a": 1}, {"a"}, b"ab", None, 5, iter(["a"]), range(3)], ids=lambda v: type(v).__name__
)
def test_only_lists_and_tuples_are_arrays(wrong: Any):
    """Strings, mappings, sets, iterators and ranges are no arrays."""
    with pytest.raises((ApiTypeError, ApiValueError)):
        ListSchema(wrong)


def test_untyped_arrays_and_strings_can_be_indexed():
    """What is inside an undeclared property is as usable as what is declared."""
    node = Task(extra={"list": ["a", ["b"]], "text": "text"})
    assert node.extra["list"][0] == "a"
    assert node.extra["list"][1][0] == "b"
    assert node.extra["text"][1] == "e"


# Names that must be there, and names that must not


def test_missing_names_are_told_together():
    """All required names that are missing are in one message, sorted."""

    class Needy(DictSchema):
        b = required(StrSchema)
        a = required(StrSchema)

    with pytest.raises(ApiTypeError, match=r"Needy is missing 2 required arguments: \['a', 'b'\]") as caught:
        Needy({})
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [(("args[0]",), "required")]
    with pytest.raises(ApiTypeError, match=r"Needy is missing 1 required argument: \['b'\]"):
        Needy(a="a")
    assert Needy({"a": "x", "b": "y"}) == Needy(a="x", b="y") == {"a": "x", "b": "y"}


def test_closed_objects_have_no_other_names():
    """additional=False refuses undeclared names, all of them at once."""
    assert Closed({"a": "x"}) == {"a": "x"}
    with pytest.raises(ApiTypeError, match=r"Closed was passed 2 invalid arguments: \['b', 'c'\]") as caught:
        Closed({"a": "x", "c": 1, "b": 2})
    assert [problem.kind for problem in caught.value.problems] == ["additionalProperties"]


def test_additional_values_are_validated():
    """A schema for undeclared keys is the class of their values."""
    numbers = map_of(schemas.IntSchema)
    assert type(numbers({"a": 1})["a"]) is schemas.IntSchema
    with pytest.raises(ApiTypeError) as caught:
        numbers({"a": 1, "b": "2"})
    assert caught.value.path_to_item == ("args[0]", "b")


# Nothing changes a value


MUTATIONS: dict[str, typing.Callable[[Any], object]] = {
    "new attribute": lambda node: setattr(node, "note", 1),
    "attribute": lambda node: setattr(node, "id", "x"),
    "hash": lambda node: setattr(node, "_hash", 5),
    "class": lambda node: setattr(node, "__class__", Task.Result),
    "del attribute": lambda node: delattr(node, "id"),
    "item": lambda node: operator.setitem(node, "id", "x"),
    "index": lambda node: operator.setitem(node, 0, "x"),
    "del item": lambda node: operator.delitem(node, "id"),
    "del index": lambda node: operator.delitem(node, 0),
    "update": lambda node: node.update(id="x"),
    "pop": lambda node: node.pop("id"),
    "popitem": lambda node: node.popitem(),
    "clear": lambda node: node.clear(),
    "append": lambda node: node.append("x"),
    "sort": lambda node: node.sort(),
    "__setitem__": lambda node: node.__setitem__("id", "x"),
    "__dict__": lambda node: node.__dict__.update(id="x"),
    "__setstate__": lambda node: node.__setstate__({"id": "x"}),
}


@every_node
@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=MUTATIONS)
def test_every_way_to_change_a_value_is_refused(node: Any, mutation: Any):
    """Assignment, deletion and the methods of dict and list raise TypeError or AttributeError for every node."""
    before, shape = hash(node), repr(node)
    with pytest.raises((TypeError, AttributeError)):
        mutation(node)
    assert (hash(node), repr(node)) == (before, shape)


@every_node
def test_calling_init_again_changes_nothing(node: Any):
    """The constructor of the primitive has no effect on an instance."""
    before = tree(node)
    with contextlib.suppress(TypeError):
        node.__init__({"id": "x"})
    assert tree(node) == before


def test_setting_an_attribute_says_why_not():
    """The message is that of the earlier client."""
    with pytest.raises(ApiAttributeError, match="property setting not supported on immutable instances"):
        example().state = "doing"


@given(strategies.task_payloads)
def test_changing_the_input_later_has_no_effect(data: Any):
    """A Task keeps what it was made of, whatever becomes of the dict and the lists it was made from."""
    original = copy.deepcopy(data)
    task = Task(data)
    if isinstance(data, dict) and not isinstance(data, frozendict):
        for value in data.values():
            if isinstance(value, list):
                value.append("later")
            elif isinstance(value, dict) and not isinstance(value, frozendict):
                value["later"] = 1
        data["later"] = 1
    assert task == Task(original)
    assert "later" not in task


VARIATIONS: dict[str, tuple[typing.Callable[[Any], Any], dict[str, Any]]] = {
    "set": (lambda task: task.set("state", "done"), {"id": "t1", "state": "done"}),
    "set wrong": (lambda task: task.set("state", "dnoe"), {"id": "t1", "state": "dnoe"}),
    "set list": (lambda task: task.set("extra", [1, {}]), {"id": "t1", "extra": [1, {}]}),
    "setdefault": (lambda task: task.setdefault("extra", [1]), {"id": "t1", "extra": [1]}),
    "setdefault present": (lambda task: task.setdefault("id", "x"), {"id": "t1"}),
    "delete": (lambda task: task.delete("id"), {}),
    "or": (lambda task: task | {"state": "done", "id": "t2"}, {"id": "t2", "state": "done"}),
    "or wrong": (lambda task: task | {"id": 5}, {"id": 5}),
    "or list": (lambda task: task | {"extra": [1]}, {"id": "t1", "extra": [1]}),
    "ior": (lambda task: operator.ior(task, {"extra": [1]}), {"id": "t1", "extra": [1]}),
    "copy": (lambda task: task.copy(), {"id": "t1"}),
    "fromkeys": (lambda task: type(task).fromkeys(["id"], "t1"), {"id": "t1"}),
    "fromkeys wrong": (lambda task: type(task).fromkeys(["id"], 5), {"id": 5}),
}


@pytest.mark.parametrize(("vary", "data"), VARIATIONS.values(), ids=VARIATIONS)
def test_what_frozendict_derives_is_as_valid_as_any_task(vary: Any, data: Any):
    """The methods of frozendict that return a changed copy validate it, or refuse: no Task holds unchecked values."""
    task = Task(id="t1")
    try:
        expected: Any = Task(data)
    except (ApiTypeError, ApiValueError):
        expected = None
    try:
        varied = vary(task)
    except TypeError:
        varied = None
    except ApiValueError:
        varied = None
        assert expected is None
    assert task == {"id": "t1"}
    if varied is not None:
        assert tree(varied) == tree(expected)
        assert hash(varied) == hash(expected)


@every_node
def test_copies_are_the_value_itself_or_equal(node: Any):
    """copy and deepcopy give an equal value of the same class, booleans and nulls inside included."""
    for duplicate in (copy.copy(node), copy.deepcopy(node), copy.deepcopy([node])[0]):
        assert tree(duplicate) == tree(node)


# The next value


def test_replace_gives_a_changed_task():
    """replace leaves the task as it is, and gives one with the changes; unset takes a property away."""
    task = Task(id="t1", state="doing", score="s")
    changed = task.replace(state="done", score=unset, extra=[1])
    assert type(changed) is Task
    assert changed == {"id": "t1", "state": "done", "extra": (1,)}
    assert changed.state is Task.State.DONE
    assert task == {"id": "t1", "state": "doing", "score": "s"}


def test_replace_validates():
    """A change that the schema does not allow is refused as it is in a constructor."""
    with pytest.raises(ApiValueError) as caught:
        Task(id="t1").replace(state="dnoe")
    assert caught.value.path_to_item == ("args[0]", "state")
    with pytest.raises(ApiTypeError, match="missing 1 required argument"):
        Point(x=1).replace(x=unset)


def test_replace_knows_python_names_and_json_keys():
    """A declared property is changed under either name; what the object holds already is meant first."""
    point = Point({"x": 1, "items": "i"})
    assert point.replace(items="j") == point.replace(items_="j") == {"x": 1, "items": "j"}
    assert point.replace(class_="c") == {"x": 1, "items": "i", "class": "c"}


def test_replace_keeps_what_was_read_with_checks_disabled():
    """Values that are there already are not validated again."""
    lenient = schemas.Configuration(disabled_client_side_validations={"enum"})
    task = Task({"state": "archived"}, _configuration=lenient)
    assert task.replace(id="t1") == {"state": "archived", "id": "t1"}


@given(strategies.task_payloads, strategies.task_payloads)
def test_replace_is_the_constructor_of_the_merged_data(first: Any, second: Any):
    """Changing all at once gives what the constructor gives for the merged data."""
    assert tree(Task(first).replace(**second)) == tree(Task({**first, **second}))


def test_replace_on_what_is_no_object():
    """An untyped value that is no object can't be changed name by name."""
    for value in ("text", 5, [1], None, True):
        with pytest.raises((TypeError, AttributeError, NotImplementedError)):
            schemas.AnyTypeSchema(value).replace(a=1)


def test_replace_keeps_all_classes_of_a_composed_value():
    """What several schemas took is still taken by all of them."""
    both = schemas.all_of(Task.Progress, map_of(schemas.NumberSchema))
    value = both({"percent": 5})
    changed = value.replace(percent=6)
    assert type(changed) is type(value)
    with pytest.raises((ApiTypeError, ApiValueError)):
        value.replace(text="not a number")


# Plain again


@given(strategies.task_payloads)
def test_to_dict_is_plain_all_the_way_down(data: Any):
    """to_dict gives exactly dict, list, str, Decimal, bool and None, from which an equal task can be made."""
    plain = Task(data).to_dict()
    assert tree(Task(plain)) == tree(Task(data))
    assert all(type(value).__name__ in PLAIN for value in _plain_nodes(plain))


PLAIN = {"dict", "list", "str", "Decimal", "bool", "NoneType", "bytes"}


def _plain_nodes(value: Any) -> typing.Iterator[Any]:
    yield value
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for member in members:
        yield from _plain_nodes(member)


def test_to_dict_gives_something_that_can_be_changed():
    """The result belongs to the caller; the task is not touched by what becomes of it."""
    task = example()
    plain = task.to_dict()
    plain["errorHistory"].append("x")
    plain["progress"]["percent"] = 6
    assert task == example()


@pytest.mark.parametrize(
    "cls", [DictSchema, ListSchema, Task, Task.State, StrSchema, schemas.NumberSchema, schemas.BoolSchema]
)
def test_schema_classes_can_be_pickled(cls: Any):
    """A schema class is pickled by name."""
    assert pickle.loads(pickle.dumps(cls)) is cls


# By declaration


def test_a_declaration_stands_for_its_key():
    """Whatever takes a key takes the declared property too: brackets, get, `in` and get_item_oapg."""
    point: Any = Point({"x": 1, "items": "y", "a b": "z"})
    for declared, key in ((Point.x, "x"), (Point.items_, "items"), (Point.spaced, "a b")):
        assert point[declared] is point.get(declared) is point.get_item_oapg(declared) is point[key]
        assert declared in point
    assert Point.class_ not in point
    assert point.get(Point.class_) is None
    assert point.get(Point.class_, "none") == "none"
    with pytest.raises(KeyError, match="class"):
        point[Point.class_]


def test_a_declaration_equals_its_key_and_no_other_declaration():
    """It hashes like the text; two classes may declare the same key, and these are two declarations."""
    assert Point.items_ == "items"
    assert hash(Point.items_) == hash("items")
    assert Point.items_ != "items_"
    assert Point.class_ != 5
    assert len({Task.id, schemas.declaration_of(Task).properties["id"]}) == 1

    class Other(DictSchema):
        x = required(schemas.IntSchema)

    assert Other.x != Point.x


def test_objects_are_changed_by_copy_replace():
    """`copy.replace`, which Python 3.13 has, calls what `replace` is."""
    task = Task(id="a")
    assert task.__replace__(id="b") == Task(id="b")
    if hasattr(copy, "replace"):
        assert copy.replace(task, state="done") == Task(id="a", state="done")
