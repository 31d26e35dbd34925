"""Answers become models, by status and media type."""

from __future__ import annotations

import gzip
import pickle
from decimal import Decimal

import pytest
import urllib3

from flat_api.configuration import Configuration
from flat_api.exceptions import ApiResponseError, ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.operations import (
    ApiResponse,
    ApiResponseWithoutDeserialization,
    MediaType,
    OpenApiResponse,
    whole_response,
)
from flat_api.schemas import AnyTypeSchema, BinarySchema, StrSchema, unset


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

    def test_what_the_schema_refuses(self):
        """The error is the one of the schema, with all problems, and the body is not lost."""
        with pytest.raises(ApiTypeError) as caught:
            read(Task, answer(b'{"id":5,"state":"dnoe"}'))
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
    def test_undeclared(self, content_type):
        """The error says what came and what was declared, and is a ValueError as it always was."""
        with pytest.raises(ApiResponseError, match="only application/json are defined for status_code=200") as caught:
            read(Task, answer(b"<html>", content_type or "; nothing"))
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

    def test_without_a_known_form(self):
        with pytest.raises(NotImplementedError, match="application/xml"):
            read(AnyTypeSchema, answer(b"<a/>", "application/xml"), "application/xml")

    def test_no_body_declared(self):
        assert OpenApiResponse().deserialize(answer(b"", None, status=204)).body is unset
        with pytest.raises(ValueError, match="must have >= 1 entry"):
            OpenApiResponse(content={})


class TestApiResponse:
    """An answer is a value: it compares, and it is pickled with its bytes."""

    def test_pickled(self):
        raw = whole_response(b'{"id":"a"}', {"content-type": "application/json", "X-A": "1"}, 200, "OK")
        response = ApiResponse(raw, Task(id="a"))
        twin = pickle.loads(pickle.dumps(response))
        assert type(twin) is ApiResponse
        assert twin.body == response.body
        assert type(twin.body) is Task
        assert (twin.response.status, twin.response.reason, twin.response.data) == (200, "OK", b'{"id":"a"}')
        assert twin.response.headers["x-a"] == "1"

    def test_pickled_without_a_body(self):
        twin = pickle.loads(pickle.dumps(ApiResponseWithoutDeserialization(whole_response(b"", {}, 204, None))))
        assert type(twin) is ApiResponseWithoutDeserialization
        assert twin.body is unset
        assert twin.headers is unset

    def test_whole_response_is_decoded_already(self):
        """What is kept is what was decoded; the header only tells how it came."""
        raw = whole_response(b"plain", {"content-encoding": "gzip"}, 200, "OK")
        assert raw.data == b"plain"
        assert raw.data != gzip.compress(b"plain")
        assert not raw.supports_chunked_reads()
