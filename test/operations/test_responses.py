"""Answers become models, by status and media type."""

from __future__ import annotations

import gzip
import pickle
from decimal import Decimal

import pytest
import urllib3

from flat_api.configuration import Configuration
from flat_api.exceptions import ApiResponseError, ApiTypeError, ApiValueError
from flat_api.model.flat_error_response import FlatErrorResponse
from flat_api.model.task import Task
from flat_api.operations import (
    ApiResponse,
    ApiResponseWithoutDeserialization,
    MediaType,
    OpenApiResponse,
    WholeResponse,
)
from flat_api.operations._responses import error_of
from flat_api.schemas import AnyTypeSchema, BinarySchema, DictSchema, StrSchema, list_of, unset

STRICT = Configuration(strict_responses=True)


def answer(data=b"", content_type="application/json", status=200, **headers):
    """An answer as urllib3 gives it when all of the body was read."""
    named = {**({"content-type": content_type} if content_type else {}), **headers}
    return urllib3.HTTPResponse(data, headers=named, status=status, reason="OK", preload_content=True)


def read(schema, response, declared="application/json", configuration=None):
    content = {declared: MediaType(schema)}
    return OpenApiResponse(content=content).deserialize(response, configuration or Configuration())


class TestJson:
    """JSON becomes an instance, with every digit of its numbers."""

    @pytest.mark.parametrize(
        "content_type",
        ["application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8", None],
    )
    def test_body(self, content_type):
        response = read(Task, answer(b'{"progress":{"percent":33.3}}', content_type))
        assert type(response.body) is Task
        assert response.body.progress.percent == Decimal("33.3")
        assert response.headers is unset

    @pytest.mark.parametrize("content_type", ["application/vnd.api+json", "application/problem+json;v=1"])
    def test_structured_suffix(self, content_type):
        assert read(Task, answer(b'{"id":"a"}', content_type), content_type).body == {"id": "a"}

    @pytest.mark.parametrize("data", [b"", b"{", b"<html>", b"\xff", b'{"a":1}{'])
    def test_what_is_no_json(self, data):
        """The error is that of `from_json`, and it has the answer with it."""
        with pytest.raises(ApiValueError, match="not JSON") as caught:
            read(Task, answer(data))
        assert (caught.value.api_response.response.data or b"") == data  # urllib3 calls no bytes None

    def test_what_the_schema_refuses_in_a_strict_reading(self):
        """The error is the one of the schema, with all problems, and the body is not lost."""
        with pytest.raises(ApiTypeError) as caught:
            read(Task, answer(b'{"id":5,"state":"dnoe"}'), configuration=STRICT)
        assert {problem.path[1:] for problem in caught.value.problems} == {("id",), ("state",)}
        kept = pickle.loads(pickle.dumps(caught.value)).api_response
        assert kept.response.data == b'{"id":5,"state":"dnoe"}'

    def test_disabled_checks(self):
        lenient = Configuration(disabled_client_side_validations={"enum"})
        assert read(Task, answer(b'{"state":"dnoe"}'), configuration=lenient).body.state == "dnoe"

    def test_without_a_schema(self):
        response = read(None, answer(b"{}"))
        assert response.body is unset


class TestMediaTypes:
    """The media type chooses how a body is read."""

    @pytest.mark.parametrize("content_type", ["text/html", "application/xml", ""])
    def test_undeclared_in_a_strict_reading(self, content_type):
        """The error says what came and what was declared, and is a ValueError as it always was."""
        with pytest.raises(ApiResponseError, match="only application/json are defined for status_code=200") as caught:
            read(Task, answer(b"<html>", content_type or "; nothing"), configuration=STRICT)
        assert isinstance(caught.value, ApiValueError)
        assert caught.value.body == b"<html>"
        assert caught.value.status == 200

    @pytest.mark.parametrize("declared", ["audio/*", "*/*", "audio/wav"])
    def test_ranges(self, declared):
        assert read(BinarySchema, answer(b"RIFF", "audio/wav"), declared).body == b"RIFF"

    @pytest.mark.parametrize("content_type", ["application/octet-stream", "audio/wav", "application/json", "text/csv"])
    def test_bytes(self, content_type):
        """A binary schema takes the body as it is, whatever its media type."""
        body = read(BinarySchema, answer(b"{\x00", content_type), content_type).body
        assert isinstance(body, bytes)
        assert body == b"{\x00"

    def test_text(self):
        latin = answer("é".encode("latin-1"), "text/plain; charset=latin-1")
        assert read(StrSchema, latin, "text/plain").body == "é"
        for charset in ("utf-8", "nonsense", "undefined", '"a\0b"', "hex"):
            with pytest.raises(ApiResponseError, match="not the text") as caught:
                read(StrSchema, answer(b"\xff", f"text/plain; charset={charset}"), "text/plain")
            assert caught.value.body == b"\xff"

    def test_forms(self):
        kind = "application/x-www-form-urlencoded"
        assert read(AnyTypeSchema, answer(b"a=b%20c&d=", kind), kind).body == {"a": "b c", "d": ""}
        data, kind = urllib3.encode_multipart_formdata({"a": "é", "file": ("x.bin", b"\x00\xff")})
        body = read(AnyTypeSchema, answer(data, kind), "multipart/form-data").body
        assert dict(body) == {"a": "é", "file": b"\x00\xff"}

    @pytest.mark.parametrize(
        ("head", "reason"),
        [
            (b"", "no name"),
            (b"Content-Disposition: form-data", "no name"),
            (b'Content-Disposition: form-data; name="a"', "can't decode"),
            (b'Content-Disposition: form-data; name="a"\r\nContent-Type: text/plain; charset=no', "unknown encoding"),
            (b'Content-Disposition: form-data; name="a"\r\nContent-Type: multipart/mixed; boundary=y', "has parts"),
            (b"Content-Disposition: form-data; name*=undefined''a", "undefined"),
            (b"Content-Disposition: form-data; name*%b=a" % (b"1" * 5000), "digits"),
        ],
    )
    def test_forms_that_are_none(self, head, reason):
        """They are errors of this package, and lose nothing of what came."""
        data = b"--x\r\n%b\r\n\r\n--y\r\n\r\n\xff\r\n--y--\r\n--x--\r\n" % head
        with pytest.raises(ApiResponseError, match=f"not the form.*{reason}") as caught:
            read(AnyTypeSchema, answer(data, "multipart/form-data; boundary=x"), "multipart/form-data")
        assert caught.value.body == data

    @pytest.mark.parametrize(
        "media_type", ["application/xml", "application/vnd.recordare.musicxml+xml", "application/x-ndjson", "model/x"]
    )
    def test_other_media_types_are_text(self, media_type):
        """XML or NDJSON, say, for programs that know what to do with it."""
        assert read(StrSchema, answer("<é/>".encode(), media_type), media_type).body == "<é/>"
        assert read(AnyTypeSchema, answer(b"{}\n{}", media_type), media_type).body == "{}\n{}"
        for schema, data in ((DictSchema, b"<a/>"), (StrSchema, b"\xff")):
            with pytest.raises(ApiResponseError) as caught:
                read(schema, answer(data, media_type), media_type)
            assert (caught.value.status, caught.value.body) == (200, data)

    @pytest.mark.parametrize(
        ("data", "media_type"),
        [
            ("<a>é</a>".encode("utf-16"), "application/xml"),
            ("<a>é</a>".encode("utf-8-sig"), "text/xml"),
            ("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>".encode("latin-1"), "application/x+xml"),
            ('<?xml version="1.0" encoding="windows-1252"?><a>é</a>'.encode("cp1252"), "application/xml"),
            ("<a>é</a>".encode("latin-1"), "application/xml; charset=latin-1"),
        ],
    )
    def test_xml_says_what_it_is_written_in(self, data, media_type):
        assert "<a>é</a>" in read(StrSchema, answer(data, media_type), media_type).body

    @pytest.mark.parametrize("stated", [None, ""])
    @pytest.mark.parametrize(
        ("declared", "schema", "expected"),
        [
            ("text/plain", StrSchema, '{"a": 1}'),
            ("application/json", DictSchema, {"a": 1}),
            ("*/*", DictSchema, {"a": 1}),
            ("audio/midi", BinarySchema, b'{"a": 1}'),
            ("application/xml", StrSchema, '{"a": 1}'),
        ],
    )
    def test_without_a_media_type_an_answer_is_of_that_which_is_declared(self, declared, schema, expected, stated):
        assert read(schema, answer(b'{"a": 1}', stated), declared).body == expected

    @pytest.mark.parametrize("strict", [True, False])
    @pytest.mark.parametrize("data", [b"", b"<html>", b'{"id":', b"[" * 100_000, b"\xff", b"1e99999999999"])
    def test_what_is_no_json_is_an_error_with_status_and_body(self, data, strict):
        """Read strictly or not: there is nothing that could be kept of it."""
        declared = OpenApiResponse(content={"application/json": MediaType(AnyTypeSchema)})
        with pytest.raises(ApiResponseError) as caught:
            declared.deserialize(answer(data, "application/json"), strict=strict)
        assert (caught.value.status, caught.value.body) == (200, data)
        assert isinstance(caught.value, ApiValueError)

    def test_no_body_declared(self):
        assert OpenApiResponse().deserialize(answer(b"", None, status=204)).body is unset
        with pytest.raises(ValueError, match="must have >= 1 entry"):
            OpenApiResponse(content={})


class TestApiResponse:
    """An answer is a value: it compares, and it is pickled with its bytes."""

    def test_pickled(self):
        raw = WholeResponse(b'{"id":"a"}', {"content-type": "application/json", "X-A": "1"}, 200, "OK")
        response = ApiResponse(raw, Task(id="a"))
        twin = pickle.loads(pickle.dumps(response))
        assert type(twin) is ApiResponse
        assert twin.body == response.body
        assert type(twin.body) is Task
        assert (twin.response.status, twin.response.reason, twin.response.data) == (200, "OK", b'{"id":"a"}')
        assert twin.response.headers["x-a"] == "1"

    def test_pickled_without_a_body(self):
        twin = pickle.loads(pickle.dumps(ApiResponseWithoutDeserialization(WholeResponse(b"", {}, 204, None))))
        assert type(twin) is ApiResponseWithoutDeserialization
        assert twin.body is unset
        assert twin.headers is unset

    def test_whole_response_is_decoded_already(self):
        """What is kept is what was decoded; the header only tells how it came."""
        raw = WholeResponse(b"plain", {"content-encoding": "gzip"}, 200, "OK")
        assert raw.data == b"plain"
        assert raw.data != gzip.compress(b"plain")
        assert not raw.supports_chunked_reads()


class TestLenientReading:
    """What an answer holds that does not fit is kept as it came, and told."""

    def test_values_that_do_not_fit(self):
        """The model is there, with the value at its place, and the answer tells what is wrong with it."""
        response = read(Task, answer(b'{"state":"paused","progress":{"percent":null,"text":"half"}}'))
        assert type(response.body) is Task
        assert type(response.body.state) is Task.State
        assert response.body.progress.percent.is_none()
        assert response.body.progress.text == "half"
        assert [(problem.path[1:], problem.kind) for problem in response.problems] == [
            (("state",), "enum"),
            (("progress", "percent"), "type"),
        ]

    def test_a_good_answer_has_no_problems(self):
        assert read(Task, answer(b'{"state":"done"}')).problems == ()
        assert OpenApiResponse().deserialize(answer(b"", None, status=204)).problems == ()

    def test_problems_are_those_of_the_strict_reading(self):
        data = b'{"id":5,"errorHistory":[1],"result":"none"}'
        with pytest.raises(ApiTypeError) as strict:
            read(Task, answer(data), configuration=STRICT)
        assert read(Task, answer(data)).problems == strict.value.problems

    @pytest.mark.parametrize("data", [b"[]", b'"text"', b"null", b'{"id":NaN}', b"", b"{", b'{"id":"a'])
    def test_what_has_no_reading(self, data):
        """No JSON, and another JSON type than the declared one: the error has the answer and the problems."""
        with pytest.raises(ApiResponseError) as caught:
            read(Task, answer(data))
        assert caught.value.status == 200
        assert (caught.value.body or b"") == data
        assert caught.value.problems
        assert caught.value.path_to_item == caught.value.problems[0].path
        assert isinstance(caught.value.__cause__, (ApiTypeError, ApiValueError))
        assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems

    def test_an_array_of_what_does_not_fit(self):
        """Where an array is declared, each item is read by itself."""
        body = read(list_of(Task), answer(b'[{"id":"a"},5,{"state":"paused"}]')).body
        assert [type(item) is Task for item in body] == [True, False, True]
        with pytest.raises(ApiResponseError):
            read(list_of(Task), answer(b"{}"))

    def test_checks_that_are_left_out(self):
        """They make no problems."""
        configuration = Configuration(disabled_client_side_validations={"enum"})
        response = read(Task, answer(b'{"state":"paused","id":5}'), configuration=configuration)
        assert [problem.path[1:] for problem in response.problems] == [("id",)]

    def test_texts_and_forms(self):
        """Bodies that are no JSON are read leniently as well."""
        short = StrSchema.where(max_length=2)
        response = read(short, answer(b"long", "text/plain"), "text/plain")
        assert isinstance(response.body, short)
        assert response.problems[0].kind == "maxLength"
        kind = "application/x-www-form-urlencoded"
        response = read(Task, answer(b"state=paused", kind), kind)
        assert response.body.state == "paused"
        assert response.problems[0].kind == "enum"

    def test_without_a_configuration(self):
        """Leniency is what nobody has to ask for."""
        declared = OpenApiResponse(content={"application/json": MediaType(Task)})
        assert declared.deserialize(answer(b'{"state":"paused"}')).body.state == "paused"
        with pytest.raises(ApiValueError):
            declared.deserialize(answer(b'{"state":"paused"}'), strict=True)
        assert declared.deserialize(answer(b'{"state":"paused"}'), STRICT, strict=False).body.state == "paused"

    def test_pickled_with_problems(self):
        response = read(Task, answer(b'{"state":"paused"}'))
        twin = pickle.loads(pickle.dumps(response))
        assert twin.problems == response.problems
        assert twin.body == response.body
        assert type(twin.body.state) is Task.State

    def test_classes_of_ones_own(self):
        """A class that knows no problems in its constructor gets them all the same."""

        class Mine(ApiResponse):
            def __init__(self, response, body):
                super().__init__(response, body)

        declared = OpenApiResponse(Mine, {"application/json": MediaType(Task)})
        response = declared.deserialize(answer(b'{"state":"paused"}'))
        assert type(response) is Mine
        assert len(response.problems) == 1


class TestUndeclaredMediaTypes:
    """A success of a media type that nobody declared is read by it."""

    @pytest.mark.parametrize("content_type", ["application/problem+json", "application/vnd.flat.v3+json; a=b"])
    def test_json_is_what_is_declared_for_json(self, content_type):
        response = read(Task, answer(b'{"state":"paused"}', content_type))
        assert type(response.body) is Task
        assert [problem.kind for problem in response.problems] == ["contentMediaType", "enum"]
        assert content_type in response.problems[0].message

    def test_json_is_untyped_where_none_is_declared(self):
        response = read(BinarySchema, answer(b'{"a":[1.10]}', "application/json"), "audio/mp3")
        assert isinstance(response.body, AnyTypeSchema)
        assert response.body.to_json() == '{"a":[1.10]}'

    def test_json_of_another_type_has_no_reading(self):
        with pytest.raises(ApiResponseError):
            read(Task, answer(b"[]", "application/problem+json"))
        with pytest.raises(ApiResponseError):
            read(BinarySchema, answer(b"{", "application/json"), "audio/mp3")

    @pytest.mark.parametrize("content_type", ["text/html", "text/plain; charset=latin-1", "TEXT/XML"])
    def test_text_is_text(self, content_type):
        response = read(Task, answer("é".encode("latin-1" if "latin" in content_type else "utf-8"), content_type))
        assert isinstance(response.body, StrSchema)
        assert response.body == "é"
        assert [problem.kind for problem in response.problems] == ["contentMediaType"]

    @pytest.mark.parametrize("content_type", ["audio/mpeg", "application/xml", "application/octet-stream", "; nothing"])
    def test_the_rest_is_bytes(self, content_type):
        response = read(BinarySchema, answer(b"ID3\x00", content_type), "audio/mp3")
        assert isinstance(response.body, BinarySchema)
        assert response.body == b"ID3\x00"
        assert [problem.kind for problem in response.problems] == ["contentMediaType"]

    @pytest.mark.parametrize("content_type", ["text/plain", "text/plain; charset=nonsense"])
    def test_text_that_is_none_is_bytes(self, content_type):
        assert read(Task, answer(b"\xff", content_type)).body == b"\xff"

    def test_no_media_type_where_several_are_declared(self):
        """Nothing is guessed: the body is bytes."""
        declared = OpenApiResponse(content={"application/json": MediaType(Task), "text/plain": MediaType(StrSchema)})
        assert declared.deserialize(answer(b"{}", None)).body == b"{}"


class TestErrors:
    """Errors are read leniently, too, but only what may be one of the API."""

    ERRORS = OpenApiResponse(content={"application/json": MediaType(FlatErrorResponse)})

    def error(self, data, content_type="application/json", strict=False):
        return error_of(answer(data, content_type, 404), self.ERRORS, Configuration(), strict=strict)

    def test_what_does_not_fit(self):
        error = self.error(b'{"code":5,"message":"No such task"}')
        assert type(error.api_response.body) is FlatErrorResponse
        assert (error.code, error.message, error.request_id) == (None, "No such task", None)
        assert error.api_response.problems

    def test_what_does_not_fit_in_a_strict_reading(self):
        error = self.error(b'{"code":5,"message":"No such task"}', strict=True)
        assert type(error.api_response) is ApiResponseWithoutDeserialization
        assert error.message == "No such task"

    @pytest.mark.parametrize(
        ("data", "content_type"),
        [(b"<html>", "text/html"), (b"[]", "application/json"), (b"{", "application/json"), (b"GIF", "image/gif")],
    )
    def test_what_is_no_error_of_the_api(self, data, content_type):
        error = self.error(data, content_type)
        assert type(error.api_response) is ApiResponseWithoutDeserialization
        assert error.body == data
