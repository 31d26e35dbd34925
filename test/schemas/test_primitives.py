"""The eight classes below every value, and the names around them that old programs import."""

from __future__ import annotations

import copy
import decimal
import io
import pathlib
import pickle
import typing

import pytest
from frozendict import frozendict

from flat_api import schemas
from flat_api.exceptions import ApiValueError
from flat_api.schemas import BoolClass, DictSchema, FileIO, NoneClass, NumberSchema, Singleton, StrSchema, unset
from flat_api.schemas._primitives import primitive_of

Any = typing.Any

SINGLETONS: list[Any] = [BoolClass.TRUE, BoolClass.FALSE, NoneClass.NONE]


@pytest.mark.parametrize("constant", SINGLETONS, ids=repr)
def test_the_bare_singletons_are_singletons(constant: Any):
    """BoolClass.TRUE, BoolClass.FALSE and NoneClass.NONE are one object each, whatever is done with them."""
    assert isinstance(constant, Singleton)
    assert copy.copy(constant) is constant
    assert copy.deepcopy([constant])[0] is constant
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(constant, protocol)) is constant


@pytest.mark.parametrize("constant", SINGLETONS, ids=repr)
@pytest.mark.parametrize("name", ["_truth", "note", "__class__"])
def test_the_bare_singletons_can_not_be_changed(constant: Any, name: str):
    """No attribute of theirs can be set or deleted: they belong to everybody."""
    before = (bool(constant), repr(constant))
    with pytest.raises((AttributeError, TypeError)):
        setattr(constant, name, False)
    with pytest.raises((AttributeError, TypeError)):
        delattr(constant, name)
    assert (bool(constant), repr(constant)) == before


def test_the_bare_singletons_equal_pythons_constants():
    """They equal and hash like True, False and None, and can stand for them in a dict."""
    assert BoolClass.TRUE == True  # noqa: E712 - equality is the test
    assert BoolClass.FALSE == False  # noqa: E712
    assert NoneClass.NONE == None  # noqa: E711
    assert BoolClass.TRUE != BoolClass.FALSE
    assert {BoolClass.TRUE: 1, BoolClass.FALSE: 2, NoneClass.NONE: 3} == {True: 1, False: 2, None: 3}
    assert BoolClass.TRUE != "true"
    assert NoneClass.NONE != BoolClass.FALSE


def test_booleans_are_not_equal_to_other_true_things():
    """A boolean equals 1, as True does, and no other value that is merely true."""
    assert schemas.BoolSchema(True) == 1
    assert schemas.BoolSchema(True) != 2
    assert schemas.BoolSchema(True) != "a"
    assert (schemas.BoolSchema(True) == object()) is False


@pytest.mark.parametrize(
    ("value", "primitive"),
    [
        ("a", str),
        (StrSchema("a"), str),
        (decimal.Decimal(5), decimal.Decimal),
        (NumberSchema(5), decimal.Decimal),
        (frozendict(), frozendict),
        (DictSchema({}), frozendict),
        ((), tuple),
        (schemas.ListSchema([]), tuple),
        (b"", bytes),
        (BoolClass.TRUE, BoolClass),
        (schemas.BoolSchema(True), BoolClass),
        (NoneClass.NONE, NoneClass),
        (schemas.AnyTypeSchema(None), NoneClass),
        (schemas.AnyTypeSchema({}), frozendict),
    ],
    ids=repr,
)
def test_every_value_is_made_of_one_primitive(value: Any, primitive: type):
    """Whatever its schema, a value is made of exactly one of eight classes."""
    assert primitive_of(value) is primitive
    assert isinstance(value, primitive)


def test_objects_are_dicts_and_frozendicts():
    """An object can be given to whatever takes a dict."""
    node = DictSchema({"a": 1})
    assert isinstance(node, frozendict)
    assert isinstance(node, dict)
    assert {**node} == dict(node) == {"a": 1}
    assert type(dict(node)) is dict


def test_unset_is_not_none():
    """unset stands for what is not there: it is one object that survives a pickle and a copy."""
    assert repr(unset) == "unset"
    assert unset is not None
    assert copy.deepcopy([unset])[0] is unset
    assert pickle.loads(pickle.dumps(unset)) is unset
    assert isinstance(unset, schemas.Unset)


def test_class_properties_are_computed_from_the_class():
    """A classproperty calls its function with the class, read on the class or on an instance."""

    class Named:
        @schemas.classproperty
        def shout(cls) -> str:
            return cls.__name__.upper()

    class Other(Named):
        pass

    assert Named.shout == "NAMED"
    assert Other().shout == "OTHER"


def test_other_public_names():
    """none_type and file_type are what they were."""
    assert schemas.none_type is type(None)
    assert schemas.file_type is io.IOBase


# Files


@pytest.fixture
def path(tmp_path: pathlib.Path) -> pathlib.Path:
    """A small file."""
    file = tmp_path / "file"
    file.write_bytes(b"content")
    return file


def test_a_file_is_opened_by_name_and_the_given_one_closed(path: pathlib.Path):
    """FileIO makes a file of another one, as it did in the earlier client."""
    with open(path, "rb") as given, FileIO(given) as found:
        assert given.closed
        assert found.read() == b"content"
        assert found.name == str(path)


@pytest.mark.parametrize("other", ["text", 5, None, io.BytesIO(b"")], ids=lambda value: type(value).__name__)
def test_a_file_is_made_of_files_only(other: Any):
    """Anything else is an ApiValueError."""
    with pytest.raises(ApiValueError, match="Invalid file state"):
        FileIO(other)


@pytest.mark.parametrize("duplicate", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_bare_file_can_not_be_copied(duplicate: Any, path: pathlib.Path):
    """An open file is neither pickled nor copied."""
    with open(path, "rb") as given, FileIO(given) as found, pytest.raises(TypeError):
        duplicate(found)
