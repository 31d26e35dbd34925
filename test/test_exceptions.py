"""The errors: their classes, their arguments, the texts made from them, and how they travel."""

import builtins
import copy
import json
import pickle
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from flat_api import exceptions
from flat_api.exceptions import (
    ApiAttributeError,
    ApiConnectionError,
    ApiException,
    ApiKeyError,
    ApiResponseError,
    ApiTypeError,
    ApiValueError,
    OpenApiException,
    Problem,
    redacted,
    refusal,
    render_path,
    shown,
    status_error,
)

from .scaling import assert_linear

PLACED = (ApiTypeError, ApiValueError, ApiAttributeError, ApiKeyError)


ERRORS_PAGE = Path(__file__).parents[1] / "docs" / "errors.md"


def test_the_guide_has_every_error():
    """Each class, in a row that says what raises it."""
    rows = [line for line in ERRORS_PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    told = {name for line in rows for name in re.findall(r"`(\w+)`", line.split(" | ")[0])}
    public = {
        name
        for name, entry in vars(exceptions).items()
        if isinstance(entry, type) and issubclass(entry, exceptions.OpenApiException) and name[0] != "_"
    }
    assert public <= told
    assert {name for name in told if not hasattr(exceptions, name)} <= vars(builtins).keys()


@pytest.mark.parametrize(
    ("cls", "builtin"),
    [
        (ApiTypeError, TypeError),
        (ApiValueError, ValueError),
        (ApiAttributeError, AttributeError),
        (ApiKeyError, KeyError),
        (ApiException, Exception),
    ],
)
def test_errors_are_those_of_python_too(cls, builtin):
    """`except TypeError` catches an ApiTypeError, and `except OpenApiException` everything of this package."""
    assert issubclass(cls, OpenApiException)
    assert issubclass(cls, builtin)


@pytest.mark.parametrize("cls", PLACED)
def test_the_message_stands_alone(cls):
    """Without a path the text is the message, for a KeyError as well, which Python would quote."""
    error = cls("something is wrong")
    assert str(error) == "something is wrong"
    assert error.args == ("something is wrong",)
    assert error.path_to_item is None
    assert error.problems == ()


@pytest.mark.parametrize("cls", PLACED)
@pytest.mark.parametrize("path", [("args[0]", "errorHistory", 1), ["args[0]", "errorHistory", 1]])
def test_a_path_is_part_of_the_text(cls, path):
    """A path given to an error is rendered behind its message, and kept as a tuple."""
    error = cls("something is wrong", path)
    assert str(error) == "something is wrong at ['args[0]']['errorHistory'][1]"
    assert error.path_to_item == ("args[0]", "errorHistory", 1)
    assert str(cls("m", path_to_item=path)) == "m at ['args[0]']['errorHistory'][1]"


@pytest.mark.parametrize("cls", PLACED)
def test_an_empty_path_says_nothing(cls):
    """An empty path is no place."""
    assert str(cls("m", ())) == "m"


def test_a_type_error_keeps_what_would_have_been_right():
    """*valid_classes* and *key_type* are kept as they were given, by position or by name."""
    by_position = ApiTypeError("m", ("a",), (str, int), True)
    by_name = ApiTypeError("m", path_to_item=("a",), valid_classes=(str, int), key_type=True)
    for error in (by_position, by_name):
        assert error.valid_classes == (str, int)
        assert error.key_type is True
    assert ApiTypeError("m").valid_classes is None
    assert ApiTypeError("m").key_type is None


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        ((0,), "[0]"),
        (("args[0]",), "['args[0]']"),
        (("args[0]", 0, "k"), "['args[0]'][0]['k']"),
        ((-1, "0"), "[-1]['0']"),
        (("it's", None, 1.5, ""), "['it's']['None']['1.5']['']"),
    ],
)
def test_rendered_paths(path, text):
    """An integer is an index and anything else a key, as in Python subscripts."""
    assert render_path(path) == text
    assert render_path(list(path)) == text


class TestApiException:
    """The answer of a server with an error status."""

    def test_without_an_answer(self):
        """Status and reason are told; there is no body and there are no headers."""
        error = ApiException(404, "nf")
        assert str(error) == "(404)\nReason: nf\n"
        assert (error.status, error.reason, error.api_response) == (404, "nf", None)
        assert error.body is None
        assert error.headers is None

    def test_with_an_answer(self):
        """Body and headers are those of the raw answer, and part of the text."""
        response = SimpleNamespace(data=b'{"code":"X"}', headers={"X-Request": "1"})
        error = ApiException(status=500, reason="broken", api_response=SimpleNamespace(response=response))
        assert error.body == b'{"code":"X"}'
        assert error.headers == {"X-Request": "1"}
        lines = str(error).splitlines()
        assert lines[:2] == ["(500) X", "Reason: broken"]
        assert any("X-Request" in line for line in lines[2:])
        assert any('{"code":"X"}' in line for line in lines[2:])

    def error(self, body, status=404, headers=None, reason="Not Found"):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        response = SimpleNamespace(data=data, headers=headers or {})
        return status_error(status, reason, SimpleNamespace(response=response))

    @pytest.mark.parametrize(
        ("body", "first"),
        [
            (
                {"code": "SCORE_NOT_FOUND", "message": "There is no such score."},
                "SCORE_NOT_FOUND: There is no such score.",
            ),
            ({"code": "SCORE_NOT_FOUND"}, "SCORE_NOT_FOUND"),
            ({"message": "There is no such score."}, "There is no such score."),
            ({"message": "two\nlines \x1b[31m"}, r"two\nlines \x1b[31m"),
            ({"code": "X" * 9000, "message": "y"}, "X" * 399 + "…: y"),
            (b"<html>", ""),
            ({"code": 5}, ""),
        ],
    )
    def test_the_first_line_says_what_the_api_says(self, body, first):
        """Status, code and message, on one line; what programs of the earlier client look for comes behind it."""
        lines = str(self.error(body)).splitlines()
        assert lines[:2] == [f"(404) {first}".rstrip(), "Reason: Not Found"]

    @pytest.mark.parametrize(
        ("error", "first"),
        [
            (ApiConnectionError(0, "ReadTimeoutError\nRead timed out."), "(0) ReadTimeoutError: Read timed out."),
            (ApiResponseError(200, "The text is not JSON"), "(200) The text is not JSON"),
            (ApiException(404, "nf"), "(404)"),
            (ApiException(), "(None)"),
        ],
    )
    def test_without_an_error_of_the_api_the_first_line_says_what_went_wrong(self, error, first):
        assert str(error).splitlines()[0] == first

    @pytest.mark.parametrize("body", [b"x" * 10**6, "\x00" * 10**5, {"code": "\x00" * 9000, "message": "é" * 10**5}])
    def test_no_text_is_longer_than_two_thousand_characters(self, body):
        """Whatever the server sends, wherever it sends it."""
        headers = {f"X-{number}": "y" * 9000 for number in range(9)}
        error = self.error(body, headers=headers, reason="z" * 9000)
        assert len(str(error)) <= 2000
        assert len(repr(error)) <= 2000
        assert str(error).startswith("(404)")

    def test_repr_is_short(self):
        """The answer with all that is in it isn't part of it."""
        error = self.error({"code": "X", "message": "y", "secret": "hunter2"}, headers={"X-Key": "hunter2"})
        assert repr(error) == "NotFoundError(404, 'Not Found', code='X', message='y')"
        assert repr(ApiException(404, "nf")) == "ApiException(404, 'nf')"

    @pytest.mark.parametrize("part", ["://", "://a@", "://a:", "://?", "?", "@", "a=", "&a=", "token", "%", "\0", "\\"])
    def test_texts_are_redacted_in_proportion_to_their_length(self, part):
        def work(text):
            redacted(text)
            str(self.error(text.encode(), headers={"Location": text}, reason=text))

        assert_linear(work, lambda size: part * (size // len(part)), 6_000)

    def test_subscripted(self):
        """The class is generic in the type of the answer."""
        assert ApiException[str](404, "nf").status == 404


@pytest.mark.parametrize(
    "error",
    [
        *(cls("m", ("args[0]", 0)) for cls in PLACED),
        ApiTypeError("m", ("a",), (str,), False),
        ApiException(404, "nf"),
        refusal([Problem(("args[0]",), "bad", "type"), Problem(("args[0]", 1), "worse", "enum")], {str}),
        refusal([Problem(("args[0]",), "bad", "enum")]),
    ],
    ids=repr,
)
@pytest.mark.parametrize("twin", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_errors_travel(error, twin):
    """An error that was pickled or copied says the same and holds the same, so it can cross a process boundary."""
    again = twin(error)
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


class TestRefusals:
    """What a refused value raises."""

    TYPE = Problem(("args[0]", "a", 0), "Wrong type", "type")
    VALUE = Problem(("args[0]", "b"), "Wrong value", "maxLength")

    @pytest.mark.parametrize("kind", ["type", "required", "additionalProperties"])
    def test_type_errors(self, kind):
        """Types and names are ApiTypeErrors; where classes would have been right, the path is shown as subscripts."""
        problem = Problem(("args[0]", 1), "Bad", kind)
        assert type(refusal([problem])) is ApiTypeError
        assert str(refusal([problem])) == "Bad at ('args[0]', 1)"
        assert str(refusal([problem], {str})) == "Bad at ['args[0]'][1]"

    @pytest.mark.parametrize("kind", ["enum", "format", "pattern", "oneOf", "not", "discriminator", "number", "depth"])
    def test_value_errors(self, kind):
        """Everything else is an ApiValueError, whose path is shown as a tuple."""
        error = refusal([Problem(("args[0]", 1), "Bad", kind)])
        assert type(error) is ApiValueError
        assert str(error) == "Bad at ('args[0]', 1)"

    def test_the_first_problem_decides(self):
        """Class, path and text are those of the first problem; all of them are kept, and counted in the text."""
        error = refusal([self.TYPE, self.VALUE], {str})
        assert type(error) is ApiTypeError
        assert error.path_to_item == self.TYPE.path
        assert error.problems == (self.TYPE, self.VALUE)
        assert str(error) == "Wrong type at ['args[0]']['a'][0] (and 1 more problem)"
        assert str(refusal([self.VALUE] * 3)).endswith("(and 2 more problems)")
        assert type(refusal([self.VALUE, self.TYPE])) is ApiValueError

    def test_valid_classes(self):
        """The classes that would have been right are kept with the mark that a value is meant."""
        error = refusal([self.TYPE], {str})
        assert error.valid_classes == {str}
        assert error.key_type is False

    def test_long_paths_are_shortened_in_the_text_only(self):
        """A path of a hundred steps loses its middle in the text, and nothing as an attribute."""
        path = ("args[0]", *range(100))
        error = refusal([Problem(path, "Bad", "enum")])
        assert error.path_to_item == path
        assert len(str(error)) < 200
        assert "81 more steps" in str(error)
        assert len(str(ApiValueError("m", ("args[0]", "k" * 10_000)))) < 300


@pytest.mark.parametrize(
    "value", ["x" * 10**6, ["x" * 10**6] * 10**4, {"k" * 10**6: 1}, 10**4000, b"x" * 10**6, [[[[[[[[[]]]]]]]]]]
)
def test_values_are_shown_briefly(value):
    """A message never holds a whole payload."""
    assert len(shown(value)) < 1000


@pytest.mark.parametrize(("value", "text"), [("abc", "abc"), (1, "1"), (["a"], "['a']"), (None, "None")])
def test_short_values_are_shown_as_they_are(value, text):
    """Text is shown without quotes, anything else as its repr."""
    assert shown(value) == text


def test_a_problem_is_a_plain_tuple():
    """A problem can be unpacked and compared: path, message, kind."""
    path, message, kind = Problem(("args[0]",), "Bad", "type")
    assert Problem(path, message, kind) == (("args[0]",), "Bad", "type")


def test_public_names():
    """What the module exports is there."""
    assert [name for name in exceptions.__all__ if not hasattr(exceptions, name)] == []
    assert {cls.__name__ for cls in (*PLACED, ApiException, OpenApiException)} <= set(exceptions.__all__)
