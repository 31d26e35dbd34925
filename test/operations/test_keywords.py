"""The arguments of the plain form: their names, their order, and what is said when they are wrong."""

import inspect
import types

import pytest

from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.operations import Keywords, get, post
from flat_api.schemas import (
    BinarySchema,
    DictSchema,
    EnumBase,
    IntSchema,
    StrSchema,
    list_of,
    optional,
    required,
    unset,
    value,
)


class Song(DictSchema):
    """A song to sing"""

    title = required(StrSchema, "What it is called")


class Order(EnumBase, StrSchema):
    """Which way it is sorted"""

    UP = value("up")
    DOWN = value("down")


class Api:
    """Operations with all kinds of parameters; nothing is sent here."""

    list_songs = get(
        "/books/{book}/songs",
        "List the songs of a book.",
        path={"book": required(StrSchema, "Which book")},
        query={
            "limit": optional(IntSchema.where(maximum=100), "How many at most"),
            "order": optional(Order),
            "of": required(list_of(StrSchema), "Whose songs"),
        },
        header={"X-Trace": optional(StrSchema, "Found again in the logs")},
        cookie={"seat": optional(StrSchema, "Where one sits")},
        returns=list_of(Song),
    )
    odd = get(
        "/{class}/{timeout}/{self}/{1st}",
        "Take names that Python keeps for itself.",
        path={name: required(StrSchema, "A part of the path") for name in ("class", "timeout", "self", "1st")},
        query={
            "self": optional(StrSchema, "Another one"),
            "body": optional(StrSchema),
            "filter[from]": optional(StrSchema, "A name in brackets"),
            "path": optional(StrSchema, "No collision here"),
            "content_type": optional(StrSchema, "No collision here either"),
        },
        returns=Song,
    )
    get_file = get(
        "/file/{path}",
        "Read a file.",
        path={"path": required(StrSchema, "Which file")},
        query={"overwrite": optional(StrSchema, "A word for something else")},
        returns=BinarySchema,
        produces=("audio/mp3",),
    )
    sing = post("/songs", "Sing a song.", body=required(Song, "What to sing"), returns=Song)
    hum = post(
        "/hums",
        "Hum something, or nothing.",
        body=optional(Song),
        query={"body": optional(StrSchema, "Whose body"), "content_type": optional(StrSchema, "Of what")},
        consumes={"application/json": Song, "text/plain": StrSchema},
        returns=Song,
    )


def keywords(name):
    """The keywords of an operation."""
    return Keywords(vars(Api)[name])


def arguments(name, **given):
    """What the historic form gets."""
    return keywords(name).arguments((), given)


def test_each_parameter_goes_where_it_belongs():
    """Path, query, headers and cookies are told apart by the declaration, not by the caller."""
    given = {"book": "b1", "of": ["Ann"], "limit": 5, "X_Trace": "t", "seat": "12a", "timeout": (1, 2)}
    assert arguments("list_songs", **given) == {
        "path_params": {"book": "b1"},
        "query_params": {"of": ("Ann",), "limit": 5},
        "header_params": {"X-Trace": "t"},
        "cookie_params": {"seat": "12a"},
        "timeout": (1, 2),
    }


def test_what_is_needed_comes_first():
    """In the signature the required ones stand before the others, in each group those of the path first."""
    of_all = ["timeout", "extra_headers", "extra_query"]
    assert list(keywords("list_songs").all) == ["book", "of", "limit", "order", "X_Trace", "seat", *of_all]
    assert list(keywords("sing").all) == ["body", "extra_body", *of_all]
    assert list(keywords("hum").all) == ["body", "body_", "content_type_", "extra_body", "content_type", *of_all]


def test_names_that_are_taken_get_an_underscore():
    """Keywords of Python, the words of every call, and names in two places; what is no name at all is made one."""
    found = {entry.name: (entry.place, entry.key) for entry in keywords("odd").all.values() if entry.key}
    assert found == {
        "class_": ("path_params", "class"),
        "timeout_": ("path_params", "timeout"),
        "self_": ("path_params", "self"),
        "_1st": ("path_params", "1st"),
        "self__": ("query_params", "self"),
        "body_": ("query_params", "body"),
        "filter_from_": ("query_params", "filter[from]"),
        "path": ("query_params", "path"),
        "content_type_": ("query_params", "content_type"),
    }
    assert list(keywords("get_file").all) == ["path_", "overwrite_", "timeout", "extra_headers", "extra_query"]


def test_unset_is_as_if_it_were_not_given():
    """A program may pass on what it doesn't have."""
    assert arguments("list_songs", book="b1", of=["Ann"], limit=unset) == arguments("list_songs", book="b1", of=["Ann"])
    with pytest.raises(ApiTypeError, match="needs 'book'"):
        arguments("list_songs", book=unset, of=["Ann"])


@pytest.mark.parametrize("body", [Song(title="A"), {"title": "A"}, types.MappingProxyType({"title": "A"})])
def test_a_body_is_an_instance_or_plain_data(body):
    """Any mapping will do; it is checked before anything is sent."""
    found = arguments("sing", body=body)["body"]
    assert found == {"title": "A"}
    assert type(found) is Song


def test_a_body_is_checked_by_its_media_type():
    """Where there are several media types, `content_type` says which one the body is for."""
    assert arguments("hum", body="la", content_type="text/plain") == {"body": "la", "content_type": "text/plain"}
    with pytest.raises(ApiTypeError, match="hum: 'body'"):
        arguments("hum", body="la")


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("list_songs", {"of": []}, "list_songs needs 'book' (Which book)"),
        ("list_songs", {}, "list_songs needs 'book' (Which book) and 'of' (Whose songs)"),
        ("list_songs", {"bok": 1}, "list_songs has no parameter 'bok', did you mean 'book' (Which book)?"),
        (
            "list_songs",
            {"book": "b", "of": [], "ordre": "up"},
            "list_songs has no parameter 'ordre', did you mean 'order' (Which way it is sorted)?",
        ),
        ("odd", {"class": "c"}, "odd has no parameter 'class', did you mean 'class_' (A part of the path)?"),
        ("sing", {"content": "text"}, "sing has no parameter 'content'; there are body, extra_body, timeout"),
        ("sing", {}, "sing needs 'body' (What to sing (Song))"),
        ("sing", {"boddy": {}}, "sing has no parameter 'boddy', did you mean 'body' (What to sing (Song))?"),
        ("hum", {"boddy": {}}, "hum has no parameter 'boddy', did you mean 'body' (a Song)?"),
    ],
)
def test_wrong_names_are_told_in_a_sentence(name, given, message):
    """Operation, parameter, what is wanted, and the near match."""
    with pytest.raises(ApiTypeError) as caught:
        arguments(name, **given)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("name", "given", "error", "start", "path"),
    [
        ("list_songs", {"book": 1, "of": []}, ApiTypeError, "list_songs: 'book' (Which book): Invalid type", ()),
        ("list_songs", {"book": None, "of": []}, ApiTypeError, "list_songs: 'book' (Which book): Invalid type", ()),
        ("list_songs", {"book": "b", "of": ["a", 2]}, ApiTypeError, "list_songs: 'of' (Whose songs): Invalid", (1,)),
        (
            "list_songs",
            {"book": "b", "of": [], "limit": 101},
            ApiValueError,
            "list_songs: 'limit' (How many at most): Invalid value `101`, must be a value less than or equal to `100`",
            (),
        ),
        (
            "list_songs",
            {"book": "b", "of": [], "order": "left"},
            ApiValueError,
            "list_songs: 'order' (Which way it is sorted): 'left' is not one of up, down",
            (),
        ),
        ("sing", {"body": {"title": 3}}, ApiTypeError, "sing: 'body' (What to sing (Song)): Invalid type", ("title",)),
    ],
)
def test_wrong_values_are_told_with_their_names(name, given, error, start, path):
    """The error is that of the schema, problems and path included, with operation and parameter in front."""
    with pytest.raises(error) as caught:
        arguments(name, **given)
    assert str(caught.value).startswith(start)
    assert caught.value.path_to_item == ("args[0]", *path)
    assert caught.value.problems


def test_arguments_have_names():
    """What comes without a name could be anything."""
    with pytest.raises(ApiTypeError, match="sing takes its arguments by name: body, extra_body, timeout"):
        keywords("sing").arguments(({"title": "A"},), {})


def test_the_signature_says_what_a_call_takes():
    """Keywords only, the needed ones without a default, each with the class of its values."""
    found = keywords("list_songs").signature
    assert {entry.kind for entry in found.parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}
    assert [name for name, entry in found.parameters.items() if entry.default is inspect.Parameter.empty] == [
        "book",
        "of",
    ]
    assert found.parameters["order"].annotation is Order
    assert found.parameters["timeout"].default is None
    assert keywords("sing").signature.return_annotation is Song
    found.bind(book="b", of=[], limit=3)
    with pytest.raises(TypeError, match="book"):
        found.bind(of=[])


def test_the_description_has_a_line_for_each_keyword():
    """What is declared about a parameter, or else what its class says."""
    assert keywords("list_songs").doc.splitlines() == [
        "List the songs of a book.",
        "",
        "book: Which book",
        "of: Whose songs",
        "limit (optional): How many at most",
        "order (optional): Which way it is sorted",
        "X_Trace (optional): Found again in the logs",
        "seat (optional): Where one sits",
        "timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes",
    ]
