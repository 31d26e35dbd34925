"""What the client of a foreign package does with schema classes, errors and a Configuration."""

from __future__ import annotations

import datetime
import decimal
import io
import os
import typing
import uuid

import pytest
import urllib3

D = decimal.Decimal


@pytest.fixture
def encode(shop):
    return shop.api_client.JSONEncoder().default


@pytest.fixture
def picture(tmp_path):
    """A file on disk, and a way to open it."""
    path = tmp_path / "rex.jpg"
    path.write_bytes(b"\xff\xd8")
    return path


class TestEncoder:
    """The JSON encoder asks for primitive classes, and wants exact Python types back."""

    @pytest.mark.parametrize(
        ("schema", "value"),
        [("StrSchema", "hi"), ("DateSchema", "2021-05-09"), ("DateTimeSchema", "2020-01-01T00:00:00")],
    )
    def test_strings(self, shop, encode, schema, value):
        """A string instance gives a plain str."""
        encoded = encode(getattr(shop, schema)(value))
        assert encoded == value
        assert type(encoded) is str

    @pytest.mark.parametrize(
        ("schema", "value"),
        [
            *[("IntSchema", 1), ("Float32Schema", 1.0), ("Float32Schema", 3.14), ("NumberSchema", 4)],
            *[("NumberSchema", 4.0), ("NumberSchema", 7.14), ("Int64Schema", 2**62)],
        ],
    )
    def test_numbers(self, shop, encode, schema, value):
        """An int comes back as an int and a float as a float."""
        encoded = encode(getattr(shop, schema)(value))
        assert encoded == value
        assert type(encoded) is type(value)

    def test_enum(self, shop, encode):
        """Members are encoded as what they stand for."""
        assert type(encode(shop.Currency.EUR)) is str
        assert encode(shop.IntegerEnum.POSITIVE_1) == 1
        assert encode(shop.BooleanEnum.TRUE) is True
        assert encode(shop.StringEnum.NONE) is None

    def test_containers(self, shop, encode):
        """Objects and arrays become dicts and lists, all the way down."""
        data = {"name": "Rex", "photoUrls": ["a"], "vaccinated": False, "notes": [None, 1, 2.5, {"x": True}]}
        assert encode(shop.Pet(**data)) == data
        assert encode(shop.schemas.BoolSchema(True)) is True
        assert encode(shop.schemas.NoneSchema(None)) is None
        assert encode(shop.schemas.ListSchema([]))  == []  # fmt: skip

    def test_what_has_no_form(self, shop, encode):
        """Bytes have none."""
        with pytest.raises(shop.exceptions.ApiValueError, match="Unable to prepare type"):
            encode(shop.BinarySchema(b"abc"))


class TestParameters:
    """Parameters are cast with their schema and written into the URL."""

    @pytest.mark.parametrize(
        ("schema", "value", "expected"),
        [
            ("StrSchema", "a b", "a%20b"),
            ("IntSchema", 3, "3"),
            ("NumberSchema", 3.5, "3.5"),
            ("DateSchema", datetime.date(2020, 1, 2), "2020-01-02"),
            ("UUIDSchema", uuid.UUID(int=1), str(uuid.UUID(int=1))),
            ("Currency", "eur", "eur"),
            ("ArrayWithValidationsInItems", [1, 2], "1,2"),
            ("Category", {"id": 1, "name": "x"}, "id,1,name,x"),
        ],
    )
    def test_in_a_path(self, shop, schema, value, expected):
        cls = getattr(shop, schema)
        parameter = shop.api_client.PathParameter("p", required=True, schema=cls)
        assert parameter.serialize(value) == {"p": expected}
        assert parameter.serialize(cls(value)) == {"p": expected}

    def test_in_a_query(self, shop):
        """Arrays are exploded or joined, null and empty ones leave nothing."""
        names = shop.Pet.MetaOapg.properties.photoUrls
        exploded = shop.api_client.QueryParameter("names", schema=names, explode=True)
        assert exploded.serialize(["a", "b"]) == {"names": "?names=a&names=b"}
        assert shop.api_client.QueryParameter("names", schema=names).serialize(("a", "b")) == {"names": "?names=a,b"}
        assert exploded.serialize([]) == {}
        assert shop.api_client.QueryParameter("n", schema=shop.NullableString).serialize(None) == {}
        as_json = shop.api_client.QueryParameter("q", content={"application/json": shop.Category})
        assert as_json.serialize({"name": "x"}) == {"q": "?q=%7B%22name%22%3A%22x%22%7D"}

    def test_refused(self, shop):
        """A value its schema does not take never gets into a URL."""
        parameter = shop.api_client.PathParameter("p", schema=shop.Currency)
        with pytest.raises(shop.exceptions.ApiValueError):
            parameter.serialize("gbp")


class TestRequestBodies:
    """Bodies are built from an instance, a dict or a value, and written for their content type."""

    def body(self, shop, schema, content_type="application/json"):
        media_type = shop.api_client.MediaType(schema=getattr(shop, schema))
        return lambda data: shop.api_client.RequestBody({content_type: media_type}).serialize(data, content_type)

    def test_json(self, shop):
        serialize = self.body(shop, "Pet")
        expected = {"body": b'{"photoUrls":[],"name":"R\xc3\xaax","weight":2.5}'}
        assert serialize({"name": "Rêx", "photoUrls": [], "weight": 2.5}) == expected
        assert serialize(shop.Pet(name="Rêx", photoUrls=[], weight=2.5)) == expected
        assert self.body(shop, "AnimalFarm")([]) == {"body": b"[]"}
        assert self.body(shop, "Anything")(None) == {"body": b"null"}
        assert self.body(shop, "Treat")({"lengthCm": 1}) == {"body": b'{"lengthCm":1}'}
        assert self.body(shop, "DifficultNames")({"123-list": "a"}) == {"body": b'{"123-list":"a"}'}

    def test_json_that_is_refused(self, shop):
        with pytest.raises(TypeError):
            self.body(shop, "Pet")({"name": "Rex"})
        with pytest.raises(TypeError):
            self.body(shop, "Pet")({})

    @pytest.mark.parametrize(
        ("schema", "value", "expected"), [("Name", "Rex", "Rex"), ("NumberSchema", 2.5, "2.5"), ("Serial", 3, "3")]
    )
    def test_text(self, shop, schema, value, expected):
        """Scalars are written as text; nothing else is."""
        assert self.body(shop, schema, "text/plain")(value) == {"body": expected}
        for other, data in (("Open", {"a": 1}), ("AnimalFarm", []), ("NoneSchema", None), ("Truth", True)):
            with pytest.raises(ValueError, match="to text/plain"):
                self.body(shop, other, "text/plain")(data)

    def test_bytes(self, shop):
        assert self.body(shop, "Photo", "application/octet-stream")(b"abc") == {"body": b"abc"}

    def test_stream(self, shop, picture):
        """A file is read, closed and removed by the client; the one that was passed is closed as well."""
        with open(picture, "rb") as file:
            assert self.body(shop, "Photo", "application/octet-stream")(file) == {"body": b"\xff\xd8"}
            assert file.closed
        assert not picture.exists()

    def test_form(self, shop, picture):
        """Each value of a form is a field of its own kind; a file is found by its name."""
        with open(picture, "rb") as photo, open(picture, "rb") as more:
            data = {"caption": "Rex", "photo": photo, "more": [b"abc", more], "extra": {"a": 1}}
            upload = shop.Upload(**data)
        fields = self.body(shop, "Upload", "multipart/form-data")(upload)["fields"]
        assert [(field._name, field._filename, field.data) for field in fields] == [
            ("photo", "rex.jpg", b"\xff\xd8"),
            ("caption", None, "Rex"),
            ("more", None, b"abc"),
            ("more", "rex.jpg", b"\xff\xd8"),
            ("extra", None, '{"a":1}'),
        ]
        upload["photo"].close()
        upload["more"][1].close()


class TestResponses:
    """Answers become instances, by content type."""

    def answer(self, data=b"", content_type="application/json", status=200, reason="OK", **headers):
        return urllib3.HTTPResponse(
            io.BytesIO(data), headers={"content-type": content_type, **headers}, status=status, reason=reason
        )

    def read(self, shop, schema, response, configuration=None):
        content_type = response.headers["content-type"]
        media_type = shop.api_client.MediaType(schema=getattr(shop, schema) if schema else None)
        configuration = configuration or shop.configuration.Configuration()
        return shop.api_client.OpenApiResponse(content={content_type: media_type}).deserialize(response, configuration)

    @pytest.mark.parametrize(
        ("schema", "text", "expected"),
        [
            ("Housing", '{"housingType":"Cage","cageType":"TravelCage"}', "TravelCage"),
            ("Animal", '{"species":"Dog","color":"white","breed":"Jack Russell"}', "Dog"),
            ("Mammal", '{"hasBaleen":true,"hasTeeth":false,"species":"whale"}', "Whale"),
            ("Mammal", '{"type":"plains","species":"zebra"}', "Zebra"),
            ("Bone", '{"lengthCm":3.1415}', "Bone"),
            ("Bone", '{"lengthCm":3}', "Bone"),
            ("TreatRequest", "null", "NoneSchema"),
            ("StrictBiscuit", '{"flavour":"Golden","mealy":false}', "StrictBiscuit"),
            ("NumberWithValidations", "10.0", "NumberWithValidations"),
            ("ArrayOfEnums", '["placed",null]', "ArrayOfEnums"),
            ("NullableString", "null", "NullableString"),
            ("StringEnum", '"placed"', "StringEnum"),
            ("Anything", "[{}]", "AnyTypeSchema"),
            ("ComposedOneOfDifferentTypes", '"2020-01-02T03:04:05Z"', "ComposedOneOfDifferentTypes"),
        ],
    )
    def test_json(self, shop, schema, text, expected):
        response = self.read(shop, schema, self.answer(text.encode()))
        assert isinstance(response.body, getattr(shop, expected))
        assert isinstance(response.body, getattr(shop, schema))

    def test_unknown_keys_of_a_closed_object(self, shop):
        text = b'{"flavour":"Golden","unknown-group":"abc","p1":1}'
        expected = r"StrictBiscuit was passed 2 invalid arguments: \['p1', 'unknown-group'\]"
        with pytest.raises(shop.exceptions.ApiTypeError, match=expected):
            self.read(shop, "StrictBiscuit", self.answer(text))

    def test_disabled_validations(self, shop):
        """The configuration of the client decides which validations are made."""
        text = b'{"byte":"3","date":"1970-01-01","password":"abcdefghijkl","integer":31,"number":65}'
        lenient = shop.configuration.Configuration(disabled_client_side_validations="multipleOf")
        assert self.read(shop, "Measurements", self.answer(text), lenient).body["integer"] == 31
        with pytest.raises(shop.exceptions.ApiValueError, match="value must be a multiple of `2`"):
            self.read(shop, "Measurements", self.answer(text))

    def test_without_a_schema(self, shop):
        response = self.read(shop, None, self.answer(b"{}"))
        assert response.body is shop.schemas.unset
        assert isinstance(response.body, shop.schemas.Unset)

    def test_bytes(self, shop):
        """A body that arrives at once is bytes."""
        body = self.read(shop, "Photo", self.answer(b"abc", "application/octet-stream")).body
        assert body == b"abc"
        for cls in (bytes, shop.BinarySchema, shop.BytesSchema, shop.schemas.BinaryBase):
            assert isinstance(body, cls)

    def test_stream(self, shop):
        """A body that arrives in chunks is a file, for the user to close and remove."""
        answer = self.answer(b"abc", "application/octet-stream", **{"transfer-encoding": "chunked"})
        body = self.read(shop, "Photo", answer).body
        for cls in (io.FileIO, shop.schemas.FileIO, shop.BinarySchema, shop.FileSchema):
            assert isinstance(body, cls)
        assert body.read() == b"abc"
        body.close()
        os.unlink(body.name)

    def test_error_status(self, shop):
        """An answer with an error status is an ApiException that holds it, body instance and raw answer."""
        content = {"application/json": shop.api_client.MediaType(schema=shop.Category)}
        expected = shop.api_client.OpenApiResponse(content=content)
        answer = self.answer(b'{"name":"x"}', status=404, reason="Not Found")
        with pytest.raises(shop.exceptions.ApiException) as caught:
            shop.api_client.Api()._checked(answer, expected)
        error = caught.value
        assert (error.status, error.reason) == (404, "Not Found")
        assert error.api_response.body == {"name": "x"}
        assert error.body == b'{"name":"x"}'
        assert error.headers["content-type"] == "application/json"
        assert str(error).startswith("(404)\nReason: Not Found\n")
        assert isinstance(error, shop.exceptions.OpenApiException)


class TestClient:
    """The attributes of a Configuration that a client reads."""

    def test_defaults(self, shop):
        """A client makes a Configuration of its own and a pool from it."""
        client = shop.api_client.ApiClient()
        assert isinstance(client.configuration, shop.configuration.Configuration)
        assert client.url("/pets").endswith("/pets")
        assert client.url("/pets", "http://localhost") == "http://localhost/pets"
        assert client.rest_client.pool_manager.connection_pool_kw["cert_reqs"] == 2

    def test_settings(self, shop):
        """Each setting of the transport gets there."""
        configuration = shop.configuration.Configuration(host="https://shop.example")
        configuration.verify_ssl = False
        configuration.retries = 3
        configuration.assert_hostname = "shop.example"
        configuration.socket_options = [(6, 1, 1)]
        configuration.connection_pool_maxsize = 9
        configuration.proxy = "http://proxy.example:3128"
        configuration.proxy_headers = {"x": "y"}
        client = shop.api_client.ApiClient(configuration)
        pool = client.rest_client.pool_manager
        assert client.url("/pets") == "https://shop.example/pets"
        assert pool.proxy.host == "proxy.example"
        assert pool.proxy_headers == {"x": "y"}
        assert pool.connection_pool_kw["retries"].total == 3
        settings = {
            "cert_reqs": 0,
            "assert_hostname": "shop.example",
            "maxsize": 9,
            "socket_options": [(6, 1, 1)],
        }
        assert {name: pool.connection_pool_kw[name] for name in settings} == settings

    def test_signing(self, shop):
        """Requests are signed with what auth_settings gives for the names of the security schemes."""
        configuration = shop.configuration.Configuration()
        configuration.access_token = "secret"
        headers = shop.api_client.ApiClient(configuration).signed({}, ["OAuth2", "unknown"])
        assert headers == {"Authorization": "Bearer secret"}

    def test_servers(self, shop):
        """The server of an operation is found by index, and an index that does not exist is a ValueError."""
        servers = [
            {"url": "http://a.example"},
            {"url": "http://{tier}.example", "variables": {"tier": {"default_value": "b", "enum_values": ["b", "c"]}}},
        ]
        configuration = shop.configuration.Configuration(
            server_operation_index={"op": 1}, server_operation_variables={"other": {"tier": "c"}}
        )
        api = shop.api_client.Api(shop.api_client.ApiClient(configuration))
        assert api._get_host_oapg("op", servers) == "http://b.example"
        assert api._get_host_oapg("other", servers, 1) == "http://c.example"
        assert api._get_host_oapg("none", servers) == "http://a.example"
        with pytest.raises(ValueError, match="2"):
            api._get_host_oapg("op", servers, 2)

    def test_parameters_given_as_dicts(self, shop):
        """A missing, an unset and an unexpected parameter are refused by name."""

        class Query(typing.TypedDict):
            name: str

        verify = shop.api_client.Api._verify_typed_dict_inputs_oapg
        verify(Query, {"name": "a"})
        with pytest.raises(shop.exceptions.ApiTypeError, match=r"Query missing 1 required arguments: \['name'\]"):
            verify(Query, {})
        with pytest.raises(shop.exceptions.ApiValueError, match="invalid unset values"):
            verify(Query, {"name": shop.schemas.unset})
        with pytest.raises(shop.exceptions.ApiTypeError, match="unexpected keys"):
            verify(Query, {"name": "a", "b": 1})


class TestCast:
    """`cast_to_allowed_types`, the function that packages call for data without a schema."""

    def test_primitives(self, shop):
        schemas = shop.schemas
        found = {}
        data = {"a": [1, 2.5, 9.0, None, True, "x", b"y"], "d": datetime.date(2020, 1, 2), "u": uuid.UUID(int=1)}
        made = schemas.cast_to_allowed_types(data, False, found)
        assert made == {"a": (1, 2.5, 9, None, True, "x", b"y"), "d": "2020-01-02", "u": str(uuid.UUID(int=1))}
        kinds = [type(item) for item in made["a"]]
        assert kinds == [D, D, D, schemas.NoneClass, schemas.BoolClass, str, bytes]
        assert str(made["a"][2]) == "9.0"
        assert found == {}

    def test_instances_are_remembered(self, shop):
        found = {}
        made = shop.schemas.cast_to_allowed_types({"a": shop.Name("x")}, False, found, ("args[0]",))
        assert made == {"a": "x"}
        assert shop.StrSchema in found["args[0]", "a"]

    def test_refusals(self, shop):
        cast = shop.schemas.cast_to_allowed_types
        with pytest.raises(shop.exceptions.ApiTypeError, match=r"'datetime.date'> at \('args\[0\]',\)"):
            cast(datetime.date(2020, 1, 2), True, {})
        with pytest.raises(ValueError, match=r"Invalid type passed in got input=.* type=<class 'set'>"):
            cast({1}, False, {})
