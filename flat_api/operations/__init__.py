"""What an API operation is: `get`, `post` and kin declare one, `Operation` is what they make.

The classes of parameters, bodies and answers are what an operation is made of; programs of the earlier client use them
by themselves, through `flat_api.api_client`.
"""

from .._response import ApiResponse, ApiResponseWithoutDeserialization, WholeResponse, is_on_its_way
from ..files import Progress
from ._bodies import Encoding, MediaType, RequestBody, RequestField, SerializedRequestBody
from ._call import BoundOperation
from ._keywords import Keyword, Keywords
from ._media import JSONDetector, JSONEncoder, to_plain
from ._operation import Operation, delete, get, head, operation, options, patch, post, put
from ._pages import Page, first_page, is_list, is_paginated, iterate, page_of, pages
from ._parameters import (
    CookieParameter,
    HeaderParameter,
    ParameterBase,
    ParameterInType,
    ParameterSerializerBase,
    ParameterStyle,
    PathParameter,
    PrefixSeparatorIterator,
    QueryParameter,
    StyleFormSerializer,
    StyleSimpleSerializer,
    check_header,
)
from ._plain import Call, Command, DownloadCall, ListCall, PagedCall, PlainForm, PlainOperation
from ._requests import Client, QueryValue, Service, bind, request_for
from ._responses import OpenApiResponse
from ._security import Requirements, Servers
from ._undeclared import Undeclared

__all__ = [
    "ApiResponse",
    "ApiResponseWithoutDeserialization",
    "BoundOperation",
    "Call",
    "Client",
    "Command",
    "CookieParameter",
    "DownloadCall",
    "Encoding",
    "HeaderParameter",
    "JSONDetector",
    "JSONEncoder",
    "Keyword",
    "Keywords",
    "ListCall",
    "MediaType",
    "OpenApiResponse",
    "Operation",
    "Page",
    "PagedCall",
    "ParameterBase",
    "ParameterInType",
    "ParameterSerializerBase",
    "ParameterStyle",
    "PathParameter",
    "PlainForm",
    "PlainOperation",
    "PrefixSeparatorIterator",
    "Progress",
    "QueryParameter",
    "QueryValue",
    "RequestBody",
    "RequestField",
    "Requirements",
    "SerializedRequestBody",
    "Servers",
    "Service",
    "StyleFormSerializer",
    "StyleSimpleSerializer",
    "Undeclared",
    "WholeResponse",
    "bind",
    "check_header",
    "delete",
    "first_page",
    "get",
    "head",
    "is_list",
    "is_on_its_way",
    "is_paginated",
    "iterate",
    "operation",
    "options",
    "page_of",
    "pages",
    "patch",
    "post",
    "put",
    "request_for",
    "to_plain",
]
