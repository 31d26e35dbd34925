# coding: utf-8

"""What the API client of a generated package does with schema classes, instances, errors and a Configuration."""

from dataclasses import dataclass
from decimal import Decimal
import io
import json
import os
import tempfile
import typing
from urllib.parse import quote
import uuid

import frozendict
import typing_extensions
import urllib3
from urllib3.fields import RequestField

from petshop import rest
from petshop.configuration import Configuration
from petshop.exceptions import ApiException, ApiTypeError, ApiValueError
from petshop.schemas import (
    NoneClass,
    BoolClass,
    Schema,
    FileIO,
    BinarySchema,
    date,
    datetime,
    none_type,
    Unset,
    unset,
)


class JSONEncoder(json.JSONEncoder):
    compact_separators = (",", ":")

    def default(self, obj):
        if isinstance(obj, str):
            return str(obj)
        elif isinstance(obj, uuid.UUID):
            return str(obj)
        elif isinstance(obj, float):
            return obj
        elif isinstance(obj, int):
            return obj
        elif isinstance(obj, Decimal):
            if obj.as_tuple().exponent >= 0:
                return int(obj)
            return float(obj)
        elif isinstance(obj, NoneClass):
            return None
        elif isinstance(obj, BoolClass):
            return bool(obj)
        elif isinstance(obj, (dict, frozendict.frozendict)):
            return {key: self.default(val) for key, val in obj.items()}
        elif isinstance(obj, (list, tuple)):
            return [self.default(item) for item in obj]
        raise ApiValueError("Unable to prepare type {} for serialization".format(obj.__class__.__name__))


def expand(value: typing.Any, percent_encode: bool) -> typing.Optional[str]:
    """One value in a URL; exact types only, as in the package this stands for."""
    if type(value) in {str, float, int}:
        return quote(str(value)) if percent_encode else str(value)
    elif isinstance(value, none_type):
        return None
    elif isinstance(value, list) and not value:
        return None
    elif isinstance(value, dict) and not value:
        return None
    raise ApiValueError("Unable to generate a ref6570 representation of {}".format(value))


class ParameterBase:
    _json_encoder = JSONEncoder()

    def __init__(
        self,
        name: str,
        required: bool = False,
        explode: typing.Optional[bool] = None,
        schema: typing.Optional[typing.Type[Schema]] = None,
        content: typing.Optional[typing.Dict[str, typing.Type[Schema]]] = None,
    ):
        if schema is None and content is None:
            raise ValueError("Value missing; Pass in either schema or content")
        self.name = name
        self.required = required
        self.explode = explode
        self.schema = schema
        self.content = content

    def _cast(self, in_data):
        return self._json_encoder.default(self.schema(in_data))


class PathParameter(ParameterBase):
    def serialize(
        self,
        in_data: typing.Union[
            Schema,
            Decimal,
            int,
            float,
            str,
            date,
            datetime,
            None,
            bool,
            list,
            tuple,
            dict,
            frozendict.frozendict,
        ],
    ) -> typing.Dict[str, str]:
        data = self._cast(in_data)
        if isinstance(data, list):
            text = ",".join(filter(None, (expand(item, True) for item in data)))
        elif isinstance(data, dict):
            text = ",".join("{},{}".format(key, expand(val, True)) for key, val in data.items())
        elif isinstance(data, bool):
            raise ApiValueError("Unable to generate a ref6570 representation of {}".format(data))
        else:
            text = expand(data, True)
        return {self.name: text} if text else {}


class QueryParameter(ParameterBase):
    def serialize(self, in_data) -> typing.Dict[str, str]:
        if self.schema is None:
            (schema,) = self.content.values()
            value = json.dumps(
                self._json_encoder.default(schema(in_data)), separators=JSONEncoder.compact_separators
            )
            return {self.name: "?{}={}".format(self.name, quote(value))}
        data = self._cast(in_data)
        if isinstance(data, list):
            values = [value for value in (expand(item, True) for item in data) if value is not None]
            if self.explode:
                pairs = "&".join("{}={}".format(self.name, value) for value in values)
            else:
                pairs = "{}={}".format(self.name, ",".join(values))
            return {self.name: "?" + pairs} if values else {}
        value = expand(data, True)
        return {} if value is None else {self.name: "?{}={}".format(self.name, value)}


@dataclass
class MediaType:
    schema: typing.Optional[typing.Type[Schema]] = None


@dataclass
class ApiResponse:
    response: urllib3.HTTPResponse
    body: typing.Union[Unset, Schema] = unset
    headers: typing.Union[Unset, typing.Dict[str, Schema]] = unset


class OpenApiResponse:
    def __init__(self, response_cls: typing.Type[ApiResponse] = ApiResponse, content=None):
        if content is not None and len(content) == 0:
            raise ValueError("Invalid value for content, the content dict must have >= 1 entry")
        self.response_cls = response_cls
        self.content: typing.Optional[typing.Dict[str, MediaType]] = content

    def deserialize(self, response: urllib3.HTTPResponse, configuration: Configuration) -> ApiResponse:
        content_type = response.headers.get("content-type")
        deserialized_body = unset
        if self.content is not None:
            if content_type not in self.content:
                raise ApiValueError(
                    "Invalid content_type={} returned for response with status_code={}".format(
                        content_type, response.status
                    )
                )
            body_schema = self.content[content_type].schema
            if body_schema is None:
                return self.response_cls(response=response, body=unset)
            if content_type == "application/json":
                body_data = json.loads(response.data.decode("utf-8"))
            elif content_type == "application/octet-stream":
                body_data = self.__octet_stream(response)
            else:
                raise NotImplementedError(
                    "Deserialization of {} has not yet been implemented".format(content_type)
                )
            deserialized_body = body_schema.from_openapi_data_oapg(body_data, _configuration=configuration)
        return self.response_cls(response=response, body=deserialized_body)

    @staticmethod
    def __octet_stream(response: urllib3.HTTPResponse) -> typing.Union[bytes, io.BufferedReader]:
        if not response.headers.get("transfer-encoding"):
            return response.data
        _fd, path = tempfile.mkstemp()
        with open(_fd, "wb") as new_file:
            new_file.write(response.data)
        return open(path, "rb")


class RequestBody:
    def __init__(self, content: typing.Dict[str, MediaType], required: bool = False):
        self.required = required
        if len(content) == 0:
            raise ValueError("Invalid value for content, the content dict must have >= 1 entry")
        self.content = content
        self.__json_encoder = JSONEncoder()

    def __multipart_form_item(self, key: str, value: Schema) -> RequestField:
        if isinstance(value, str):
            return RequestField(name=key, data=str(value), headers={"Content-Type": "text/plain"})
        elif isinstance(value, bytes):
            return RequestField(name=key, data=value, headers={"Content-Type": "application/octet-stream"})
        elif isinstance(value, FileIO):
            return RequestField.from_tuples(key, (os.path.basename(value.name), value.read()))
        data = json.dumps(self.__json_encoder.default(value), separators=JSONEncoder.compact_separators)
        return RequestField(name=key, data=data, headers={"Content-Type": "application/json"})

    def __multipart_form_data(self, in_data: Schema):
        if not isinstance(in_data, frozendict.frozendict):
            raise ValueError("Unable to serialize {} to multipart/form-data".format(in_data))
        fields = []
        for key, value in in_data.items():
            for item in value if isinstance(value, tuple) and value else (value,):
                fields.append(self.__multipart_form_item(key, item))
        return dict(fields=tuple(fields))

    def __text_plain(self, in_data: Schema):
        for kind in (frozendict.frozendict, tuple, NoneClass, BoolClass):
            if isinstance(in_data, kind):
                raise ValueError("Unable to serialize type {} to text/plain".format(kind.__name__))
        return dict(body=str(in_data))

    def __octet_stream(self, in_data: BinarySchema):
        if isinstance(in_data, bytes):
            return dict(body=in_data)
        # FileIO type
        result = dict(body=in_data.read())
        in_data.close()
        os.unlink(in_data.name)
        return result

    def serialize(self, in_data: typing.Any, content_type: str) -> typing.Dict[str, typing.Any]:
        media_type = self.content[content_type]
        if isinstance(in_data, media_type.schema):
            cast_in_data = in_data
        elif isinstance(in_data, (dict, frozendict.frozendict)) and in_data:
            cast_in_data = media_type.schema(**in_data)
        else:
            cast_in_data = media_type.schema(in_data)
        if content_type == "application/json":
            data = self.__json_encoder.default(cast_in_data)
            return dict(body=json.dumps(data, separators=(",", ":"), ensure_ascii=False).encode("utf-8"))
        elif content_type == "text/plain":
            return self.__text_plain(cast_in_data)
        elif content_type == "multipart/form-data":
            return self.__multipart_form_data(cast_in_data)
        elif content_type == "application/octet-stream":
            return self.__octet_stream(cast_in_data)
        raise NotImplementedError("Serialization has not yet been implemented for {}".format(content_type))


class ApiClient:
    def __init__(self, configuration: typing.Optional[Configuration] = None):
        if configuration is None:
            configuration = Configuration()
        self.configuration = configuration
        self.rest_client = rest.RESTClientObject(configuration)

    def url(self, resource_path: str, host: typing.Optional[str] = None) -> str:
        return (self.configuration.host if host is None else host) + resource_path

    def signed(
        self, headers: typing.Dict[str, str], auth_settings: typing.Sequence[str]
    ) -> typing.Dict[str, str]:
        for auth in auth_settings:
            auth_setting = self.configuration.auth_settings().get(auth)
            if not auth_setting:
                continue
            if auth_setting["in"] == "header":
                if auth_setting["type"] != "http-signature":
                    headers[auth_setting["key"]] = auth_setting["value"]
            else:
                raise ApiValueError("Authentication token must be in `query`, `cookie` or `header`")
        return headers


class Api:
    def __init__(self, api_client: typing.Optional[ApiClient] = None):
        self.api_client = ApiClient() if api_client is None else api_client

    @staticmethod
    def _verify_typed_dict_inputs_oapg(
        cls: typing.Type[typing_extensions.TypedDict], data: typing.Dict[str, typing.Any]
    ):
        missing = [key for key in sorted(cls.__required_keys__) if key not in data]
        if missing:
            raise ApiTypeError(
                "{} missing {} required arguments: {}".format(cls.__name__, len(missing), missing)
            )
        unset_keys = [key for key in sorted(cls.__required_keys__) if data[key] is unset]
        if unset_keys:
            raise ApiValueError(
                "{} contains invalid unset values for {} required keys: {}".format(
                    cls.__name__, len(unset_keys), unset_keys
                )
            )
        unexpected = [key for key in data if key not in cls.__required_keys__ | cls.__optional_keys__]
        if unexpected:
            raise ApiTypeError(
                "{} got {} unexpected keys: {}".format(cls.__name__, len(unexpected), unexpected)
            )

    def _get_host_oapg(self, operation_id: str, servers=(), host_index: typing.Optional[int] = None):
        configuration = self.api_client.configuration
        try:
            if host_index is None:
                index = configuration.server_operation_index.get(operation_id, configuration.server_index)
            else:
                index = host_index
            variables = configuration.server_operation_variables.get(
                operation_id, configuration.server_variables
            )
            return configuration.get_host_from_settings(index, variables=variables, servers=servers)
        except IndexError:
            return None

    def _checked(self, response: urllib3.HTTPResponse, expected: OpenApiResponse) -> ApiResponse:
        api_response = expected.deserialize(response, self.api_client.configuration)
        if not 200 <= response.status <= 299:
            raise ApiException(status=response.status, reason=response.reason, api_response=api_response)
        return api_response
