"""An operation is a value that says all about a request and its answers."""

from __future__ import annotations

import inspect
import pickle

import pytest

from flat_api.api_client import Api
from flat_api.model.task import Task
from flat_api.model.task_export_options import TaskExportOptions
from flat_api.operations import (
    ApiResponse,
    MediaType,
    OpenApiResponse,
    Operation,
    ParameterStyle,
    QueryParameter,
    WholeResponse,
    delete,
    get,
    head,
    options,
    patch,
    post,
    put,
)
from flat_api.schemas import BinarySchema, IntSchema, StrSchema, list_of, optional, required


class WorkApi(Api):
    """Operations of every kind."""

    read_work = get(
        "/work/{work}/{part}",
        "Read a part of a work",
        path={"work": required(StrSchema, "Which work"), "part": required(StrSchema)},
        query={
            "limit": optional(IntSchema, "How many at most"),
            "ids": QueryParameter("ids", style=ParameterStyle.PIPE_DELIMITED, schema=list_of(StrSchema)),
        },
        header={"X-Lang": optional(StrSchema)},
        cookie={"session": optional(StrSchema)},
        returns=Task,
        responses={202: list_of(Task)},
        errors=(402, 404),
        scopes=("work.read", "work"),
    )
    make_work = post("/work", "Make a work", body=required(TaskExportOptions, "How"), returns=Task, status=201)
    change_work = put("/work", "Change a work", body=optional(TaskExportOptions), id="modify", deprecated=True)
    print_work = get("/print", "Print all works", returns=BinarySchema, produces=("audio/wav", "text/csv"))


class OtherApi(Api):
    """The same operation under another roof."""

    read_work = WorkApi.read_work


def test_read_on_the_class():
    """There it is the declaration, and it knows its name, whichever class it is read on."""
    operation = WorkApi.read_work
    assert isinstance(operation, Operation)
    assert OtherApi.read_work is operation
    assert (operation.name, operation.id) == ("read_work", "readWork")
    assert repr(operation) == "<operation read_work: GET /work/{work}/{part}>"
    assert operation.__doc__ == operation.description == "Read a part of a work"
    assert (operation.errors, operation.scopes) == ((402, 404), ("work.read", "work"))


def test_parameters():
    """They come in the order of their places, with what was said of them."""
    operation = WorkApi.read_work
    assert [parameter.name for parameter in operation.parameters] == [
        "work",
        "part",
        "limit",
        "ids",
        "X-Lang",
        "session",
    ]
    assert operation.parameters[0].required
    assert operation.parameters[0].description == "Which work"
    assert operation.parameters[3].style is ParameterStyle.PIPE_DELIMITED
    assert list(operation.places) == ["query_params", "header_params", "path_params", "cookie_params"]


def test_answers():
    """What is returned, by status and media type."""
    assert {status: response.content for status, response in WorkApi.read_work.responses.items()}.keys() == {
        "200",
        "202",
    }
    assert WorkApi.read_work.returns is Task
    assert list(WorkApi.make_work.responses) == ["201"]
    assert list(WorkApi.change_work.responses) == ["204"]
    assert WorkApi.change_work.returns is None
    assert not WorkApi.read_work.is_download
    assert WorkApi.print_work.is_download
    assert WorkApi.print_work.accepts == ("audio/wav", "text/csv")
    assert WorkApi.change_work.accepts == ("application/json",)


def test_given_id():
    """An operationId that isn't the name in camel case is said aloud."""
    assert WorkApi.change_work.id == "modify"
    assert WorkApi.change_work.deprecated


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (
            WorkApi.read_work,
            ["query_params", "header_params", "path_params", "cookie_params", "accept_content_types"],
        ),
        (WorkApi.make_work, ["body", "content_type", "accept_content_types"]),
        (WorkApi.change_work, ["content_type", "body", "accept_content_types"]),
        (WorkApi.print_work, ["accept_content_types"]),
    ],
)
def test_signature(operation, expected):
    """A call takes what the operation has, in the order that calls always had."""
    signature = inspect.signature(operation)
    assert list(signature.parameters) == ["self", *expected, "stream", "timeout", "skip_deserialization"]
    needed = [name for name, entry in signature.parameters.items() if entry.default is inspect.Parameter.empty]
    assert needed == (["self", "body"] if operation is WorkApi.make_work else ["self"])


@pytest.mark.parametrize(
    ("make", "method"),
    [
        (get, "GET"),
        (post, "POST"),
        (put, "PUT"),
        (patch, "PATCH"),
        (delete, "DELETE"),
        (head, "HEAD"),
        (options, "OPTIONS"),
    ],
)
def test_methods(make, method):
    assert make("/x", "Do it").method == method


@pytest.mark.parametrize(
    ("path", "declared"),
    [("/x/{a}", {}), ("/x", {"a": required(StrSchema)}), ("/x/{a}/{b}", {"a": required(StrSchema)})],
)
def test_path_and_parameters_differ(path, declared):
    """A path with a parameter that nobody declares, or the reverse, is refused when it is declared."""
    with pytest.raises(TypeError, match="path and path parameters differ in"):
        get(path, "Read it", path=declared)


class Counted(ApiResponse):
    """A class of answers of one's own."""


class AnsweringApi(Api):
    read_page = get(
        "/pages",
        "Read a page",
        returns=Task,
        responses={
            "4XX": Task,
            "500": OpenApiResponse(Counted, {"application/json": MediaType(Task)}),
            "default": Task,
        },
        errors=(404,),
    )


class TestClassesOfAnswers:
    """There is a class for each declared status."""

    def test_by_status(self):
        """A status that isn't declared has the class of its first digit, or that for all others."""
        operation = AnsweringApi.read_page
        found = {status: operation.response_class(status).__name__ for status in (200, 201, 404, 403, 418, 503)}
        assert found == {
            200: "ApiResponseFor200",
            201: "ApiResponseForDefault",
            404: "ApiResponseFor404",
            403: "ApiResponseFor4XX",
            418: "ApiResponseFor4XX",
            503: "ApiResponseForDefault",
        }

    def test_one_each(self):
        """Each is made once, is an `ApiResponse`, and belongs to one operation."""
        operation = WorkApi.read_work
        classes = [operation.response_class(status) for status in (200, 202, 402, 404, 500)]
        assert len(set(classes)) == 5 and all(issubclass(cls, ApiResponse) for cls in classes)
        assert operation.ApiResponseFor404 is operation.response_class(404) is OtherApi.read_work.ApiResponseFor404
        assert operation.ApiResponseFor200 is not WorkApi.make_work.response_class(200)

    def test_one_of_ones_own(self):
        assert AnsweringApi.read_page.response_class(500) is Counted

    def test_names_that_are_missing(self):
        """A status that isn't declared has no attribute, and neither has anything else."""
        for name in ("ApiResponseFor403", "ApiResponseFordefault", "ApiResponseFor", "nope", "__wrapped__"):
            with pytest.raises(AttributeError, match=f"<operation read_work: .* has no attribute '{name}'"):
                getattr(WorkApi.read_work, name)

    def test_through_a_pickle(self):
        """An answer is pickled with its class, which is found under its operation."""
        cls = WorkApi.read_work.ApiResponseFor404
        assert pickle.loads(pickle.dumps(cls)) is cls
        answer = cls(response=WholeResponse(b"{}", {}, 404, "Not Found"), body=Task({}))
        assert type(pickle.loads(pickle.dumps(answer))) is cls
        assert repr(answer).startswith("WorkApi.read_work.ApiResponseFor404(response=")
