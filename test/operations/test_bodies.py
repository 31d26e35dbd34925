"""Bodies are written for their media type."""

from __future__ import annotations

import io
import json
import os
import sys
from decimal import Decimal

import pytest
import urllib3
from hypothesis import given

from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.model.score_comment_update import ScoreCommentUpdate
from flat_api.model.task import Task
from flat_api.operations import Encoding, MediaType, ParameterStyle, RequestBody
from flat_api.schemas import AnyTypeSchema, BinarySchema, DictSchema, NumberSchema, StrSchema, list_of, optional

from ..strategies import json_values


class Upload(DictSchema):
    """A form with files."""

    caption = optional(StrSchema)
    photo = optional(BinarySchema)
    more = optional(list_of(BinarySchema))
    extra = optional(AnyTypeSchema)


def body(schema, media_type="application/json", **keywords):
    """A function that writes a body of *schema*."""
    declared = RequestBody({media_type: MediaType(schema, **keywords)})
    return lambda data, content_type=media_type: declared.serialize(data, content_type)


class TestJson:
    """JSON is UTF-8 without a space to spare."""

    @pytest.mark.parametrize("value", [None, True, 1, 3.14, "hé", [], ["a", None], {}, {"R": 100, "é": {"b": [1.5]}}])
    def test_like_the_json_module(self, value):
        expected = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
        assert body(AnyTypeSchema)(value) == {"body": expected}
        assert body(AnyTypeSchema, "application/vnd.api+json")(value) == {"body": expected}

    @given(json_values)
    def test_comes_back_equal(self, value):
        """Whatever JSON can hold, the body holds; `to_json` says the same with more digits."""
        instance = AnyTypeSchema(value)
        assert json.loads(body(AnyTypeSchema)(instance)["body"]) == json.loads(instance.to_json())

    def test_numbers_keep_their_digits(self):
        """A number that came as digits goes as digits; one that came as a float goes as that float."""
        write = body(NumberSchema)
        assert write(Decimal("0.12345678901234567890123")) == {"body": b"0.12345678901234567890123"}
        assert write(33.3) == {"body": b"33.3"}
        assert write(NumberSchema.from_json("33.3")) == {"body": b"33.3"}
        assert write(9.0) == {"body": b"9.0"}
        assert write(10**25) == {"body": b"10000000000000000000000000"}

    def test_plain_data_is_checked(self):
        """A dict becomes an instance first, and so does every other value."""
        assert body(Task)({"state": "done"}) == {"body": b'{"state":"done"}'}
        assert body(Task)(Task(state="done")) == {"body": b'{"state":"done"}'}
        with pytest.raises(ApiValueError):
            body(Task)({"state": "dnoe"})
        with pytest.raises(ApiTypeError):
            body(ScoreCommentUpdate)({"comment": 5})

    def test_parameters_of_the_media_type(self):
        """A declared media type is found whatever its parameters."""
        write = body(AnyTypeSchema)
        assert write({"a": 1}, "application/json; charset=utf-8") == {"body": b'{"a":1}'}
        with pytest.raises(ApiValueError, match="'text/csv' is not one of application/json"):
            write({"a": 1}, "text/csv")

    def test_a_range_of_media_types_takes_each_of_them(self):
        """The best match of several declarations counts, and a range itself is never sent."""
        declared = RequestBody(
            {"image/*": MediaType(BinarySchema), "*/*": MediaType(StrSchema), "image/x": MediaType(DictSchema)}
        )
        assert declared.serialize(b"png", "image/png") == {"body": b"png"}
        assert declared.serialize("text", "text/plain") == {"body": "text"}
        with pytest.raises(ApiTypeError):
            declared.serialize(b"x", "image/x")
        for kind in ("image/*", "*/*", "Image/*; q=1"):
            with pytest.raises(ApiValueError, match="is a range of media types"):
                declared.serialize(b"png", kind)

    @pytest.mark.parametrize("value", [{"a": "\ud800"}, {"\ud800": "a"}])
    @pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"])
    def test_half_a_character_can_not_be_sent(self, kind, value):
        with pytest.raises(ApiValueError, match="surrogate"):
            body(AnyTypeSchema, kind)(value)
        with pytest.raises(ApiValueError, match="surrogate"):
            body(AnyTypeSchema, "text/plain")("\ud800")


class TestText:
    """Scalars are written as text, and nothing else is."""

    @pytest.mark.parametrize(("value", "expected"), [("Rex", "Rex"), (2.5, "2.5"), (3, "3")])
    def test_scalars(self, value, expected):
        assert body(AnyTypeSchema, "text/plain")(value) == {"body": expected}

    @pytest.mark.parametrize(
        ("value", "name"),
        [({"a": 1}, "frozendict.frozendict"), ([], "tuple"), (None, "NoneClass"), (True, "BoolClass")],
    )
    def test_others(self, value, name):
        with pytest.raises(ValueError, match=f"Unable to serialize type {name} to text/plain"):
            body(AnyTypeSchema, "text/plain")(value)


class TestForms:
    """A form has a field for each property."""

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ({"a": "b c", "d": 5}, "a=b%20c&d=5"),
            ({"a": ""}, "a="),
            ({"a": None, "b": "&="}, "b=%26%3D"),
            ({"a": True, "b/": "é"}, "a=true&b%2F=%C3%A9"),
            ({"a": Decimal("0.12345678901234567890123"), "b": 33.3}, "a=0.12345678901234567890123&b=33.3"),
            ({}, ""),
            ({"tags": ["x", "y z"], "a": 1}, "tags=x&tags=y%20z&a=1"),
            ({"tags": [], "a": []}, ""),
            ({"tags": ["x", None]}, "tags=x"),
            ({"a/b": [1.5, True]}, "a%2Fb=1.5&a%2Fb=true"),
        ],
    )
    def test_urlencoded(self, value, expected):
        assert body(AnyTypeSchema, "application/x-www-form-urlencoded")(value) == {"body": expected}

    @pytest.mark.parametrize(
        ("encoding", "expected"),
        [
            (Encoding("text/plain", style=ParameterStyle.FORM, explode=False), "tags=x,y"),
            (Encoding("text/plain", style=ParameterStyle.FORM, explode=True), "tags=x&tags=y"),
            (Encoding("text/plain", style=ParameterStyle.SPACE_DELIMITED), "tags=x%20y"),
            (Encoding("text/plain", style=ParameterStyle.PIPE_DELIMITED), "tags=x|y"),
            (Encoding("application/json"), "tags=%5B%22x%22%2C%22y%22%5D"),
            (Encoding("text/plain"), "tags=x&tags=y"),
        ],
    )
    def test_a_property_of_a_form_is_written_in_its_style(self, encoding, expected):
        """Styles are those of queries; without one, a declared media type of JSON is what an array is written in."""
        write = body(AnyTypeSchema, "application/x-www-form-urlencoded", encoding={"tags": encoding})
        assert write({"tags": ["x", "y"]}) == {"body": expected}
        assert write({"a": 1, "tags": ["x", "y"]}) == {"body": f"a=1&{expected}"}

    def test_an_object_in_a_form_has_a_style(self):
        deep = Encoding("text/plain", style=ParameterStyle.DEEP_OBJECT, explode=True)
        write = body(AnyTypeSchema, "application/x-www-form-urlencoded", encoding={"a": deep})
        assert write({"a": {"b": "c d", "e": 1}}) == {"body": "a[b]=c%20d&a[e]=1"}
        with pytest.raises(ApiValueError):
            write({"b": [{"c": 1}]})

    @pytest.mark.parametrize("media_type", ["application/x-www-form-urlencoded", "multipart/form-data"])
    def test_only_objects(self, media_type):
        with pytest.raises(ValueError, match="not a dict of data"):
            body(AnyTypeSchema, media_type)("text")

    def test_multipart(self, tmp_path):
        """Files, bytes, text and JSON are fields of their own kinds; each item of an array is one."""
        path = tmp_path / "rex.jpg"
        path.write_bytes(b"\xff\xd8")
        with open(path, "rb") as photo, open(path, "rb") as more:
            data = Upload(caption="Rex", photo=photo, more=[b"abc", more], extra={"a": 1})
            fields = body(Upload, "multipart/form-data")(data)["fields"]
        found = {(field._name, field._filename, field.headers["Content-Type"], field.data) for field in fields}
        assert found == {
            ("photo", "rex.jpg", "image/jpeg", b"\xff\xd8"),
            ("caption", None, "text/plain", "Rex"),
            ("more", "more", "application/octet-stream", b"abc"),
            ("more", "rex.jpg", "image/jpeg", b"\xff\xd8"),
            ("extra", None, "application/json", '{"a":1}'),
        }
        assert path.exists()
        data["photo"].close()
        data["more"][1].close()

    def test_files_of_a_form_have_names(self, tmp_path):
        """Bytes are a file called like their property; a pair of a name and a content chooses another name."""
        (tmp_path / "rex.jpg").write_bytes(b"\xff\xd8")
        write = body(Upload, "multipart/form-data")
        with open(tmp_path / "rex.jpg", "rb") as photo:
            data = {"photo": ("Rex é.jpg", photo), "more": [("a.json", b"a"), b"b", ("c", b"c")], "extra": ["x", "y"]}
            fields = write(data)["fields"]
        found = [(field._name, field._filename, field.headers["Content-Type"], field.data) for field in fields]
        assert found == [
            ("photo", "Rex é.jpg", "image/jpeg", b"\xff\xd8"),
            ("more", "a.json", "application/json", b"a"),
            ("more", "more", "application/octet-stream", b"b"),
            ("more", "c", "application/octet-stream", b"c"),
            ("extra", None, "text/plain", "x"),
            ("extra", None, "text/plain", "y"),
        ]
        assert data["photo"][0] == "Rex é.jpg"

    def test_what_is_no_pair_of_a_file_is_validated(self):
        write = body(Upload, "multipart/form-data")
        for wrong in (("a", "b"), ("a", b"b", "c"), (b"a", b"b"), ["a", b"b"]):
            with pytest.raises(ApiTypeError):
                write({"photo": wrong})
        with pytest.raises(ApiTypeError):
            write({"caption": ("a", b"b")})

    def test_multipart_is_what_urllib3_sends(self):
        """The fields are written by urllib3, whose boundary nobody here knows."""
        fields = body(Upload, "multipart/form-data")({"caption": "é"})["fields"]
        sent, media_type = urllib3.encode_multipart_formdata(fields, boundary="x")
        assert media_type == "multipart/form-data; boundary=x"
        assert b'name="caption"' in sent
        assert "é".encode() in sent

    @pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
    def test_names_of_files_that_are_no_text(self, tmp_path):
        """A name is sent as far as it is text, and it can't bring in a header of its own."""
        path = os.fsencode(tmp_path) + b'/a\xff\r\n".jpg'
        with open(path, "wb"):
            pass
        with open(os.fsdecode(path), "rb") as file:
            fields = body(Upload, "multipart/form-data")({"photo": file})["fields"]
        sent, _ = urllib3.encode_multipart_formdata(fields)
        assert 'filename="a\ufffd%0D%0A%22.jpg"\r\n'.encode() in sent

    def test_empty_array(self):
        """An array without items is sent as JSON, since it would be lost without a field."""
        (field,) = body(Upload, "multipart/form-data")({"more": []})["fields"]
        assert (field._name, field.data, field.headers["Content-Type"]) == ("more", "[]", "application/json")

    def test_encoding(self):
        """The media type of a property may be declared, and an array is then one field of it."""
        encoding = {"extra": Encoding("application/vnd.x+json"), "caption": Encoding("application/json")}
        fields = body(Upload, "multipart/form-data", encoding=encoding)({"caption": "a", "extra": [1, 2]})["fields"]
        found = {(field._name, field.headers["Content-Type"], field.data) for field in fields}
        assert found == {("caption", "application/json", '"a"'), ("extra", "application/vnd.x+json", "[1,2]")}

    def test_equal_fields(self):
        """Two fields that would be sent alike are equal."""
        write = body(Upload, "multipart/form-data")
        assert write({"caption": "a"}) == write({"caption": "a"})
        assert write({"caption": "a"}) != write({"caption": "b"})


class TestBytes:
    """Bytes are sent as they are, whatever their media type."""

    @pytest.mark.parametrize("media_type", ["application/octet-stream", "audio/wav", "application/json"])
    def test_bytes_and_files(self, media_type, tmp_path):
        path = tmp_path / "a.wav"
        path.write_bytes(b"RIFF")
        assert body(BinarySchema, media_type)(b"RIFF") == {"body": b"RIFF"}
        with open(path, "rb") as file:
            assert body(BinarySchema, media_type)(file) == {"body": b"RIFF"}
        assert path.read_bytes() == b"RIFF"

    def test_what_is_no_file(self):
        with pytest.raises(ValueError, match="BytesIO"):
            body(BinarySchema, "audio/wav")(io.BytesIO(b"x"))


def test_without_a_known_form():
    """Any media type can be written from text, and from nothing else; a body needs a media type."""
    assert body(AnyTypeSchema, "application/xml")("<a>é</a>") == {"body": "<a>é</a>"}
    assert body(AnyTypeSchema, "application/x-ndjson")("{}\n{}") == {"body": "{}\n{}"}
    with pytest.raises(ApiValueError, match="application/xml"):
        body(AnyTypeSchema, "application/xml")({"a": 1})
    with pytest.raises(ValueError, match="must have >= 1 entry"):
        RequestBody({})
