"""The pages of classes of operations, and the examples on them."""

import ast
import re
import textwrap

import pytest

from flat_api import Flat
from flat_api.api_client import Api, ApiClient
from flat_api.apis.tags.collection_api import CollectionApi
from flat_api.apis.tags.model_class_api import ModelClassApi
from flat_api.apis.tags.score_api import ScoreApi
from flat_api.apis.tags.task_api import TaskApi
from flat_api.apis.tags.user_api import UserApi
from flat_api.model.task import Task
from flat_api.operations import MediaType, OpenApiResponse, delete, get, post, request_for
from flat_api.operations._call import bind
from flat_api.operations._catalogue import own_operations, services
from flat_api.reference import api_page
from flat_api.reference._api_pages import flat_attribute
from flat_api.reference._examples import earlier_example, example, plain_example, source
from flat_api.reference._lists import operations_page
from flat_api.schemas import (
    AnyTypeSchema,
    BinarySchema,
    BoolSchema,
    DateSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    Int32Schema,
    IntSchema,
    NumberSchema,
    StrSchema,
    UUIDSchema,
    list_of,
    map_of,
    nullable,
    one_of,
    optional,
    required,
    value,
)

CLASSES = services("flat_api")
OPERATIONS = [(cls, name) for cls in CLASSES for name in own_operations(cls)]


class OddApi(Api):
    """What a page has to
    cope with: `a|b`.
    """

    class Size(EnumBase, IntSchema):
        """Less | more"""

        LESS = value(1)
        MORE = value(2)

    find = get(
        "/odd/{a}/{class}",
        "Find *it*,\nor not | at all.",
        path={"a": required(Size), "class": required(StrSchema.where(max_length=5), "Which <one>")},
        query={"sizes": required(list_of(Size)), "any": optional(AnyTypeSchema), "map": optional(map_of(IntSchema))},
        header={"X-Name": optional(Task)},
        cookie={"c": optional(StrSchema)},
        returns=Task,
        status=203,
        headers={"Link": optional(StrSchema)},
        responses={
            202: None,
            "4XX": OpenApiResponse(content={"text/plain": MediaType(StrSchema)}, description="Wrong"),
        },
        deprecated=True,
        auth=("one", "two"),
    )
    look = find
    make = post("/odd", "Make it", body=required(BinarySchema, "All of it"), consumes=("audio/wav", "audio/mp3"))
    drop = delete("/odd", "Drop it", errors=(404, 499))


def section(cls, name):
    """The part of the page of *cls* about the operation *name*."""
    page = api_page(cls)
    start = page.index(f"\n# **{name}**\n")
    end = page.find("\n# **", start + 1)
    return page[start:end] if end > 0 else page[start:]


def rows(text, heading):
    """The rows of the table under *heading*."""
    lines = text[text.index(f"{heading}\n") :].splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith("------------- |")) + 1
    end = lines.index("", start)
    return lines[start:end]


def test_the_page_of_tasks():
    """A list of the operations, then for each of them examples, parameters, answers, errors and scopes."""
    assert (
        api_page(TaskApi)
        == """\
<a name="__pageTop"></a>
# flat_api.apis.tags.task_api.TaskApi

Follow the work that Flat does in the background, such as the export of a score to a file.

All URIs are relative to *https://api.flat.io/v2*

Method | HTTP request | Description
------------- | ------------- | -------------
[**get_task**](#get_task) | **get** /tasks/{task} | \
Read the state of a task, its progress, and its result when it is done.

# **get_task**

> `GET /tasks/{task}`

Read the state of a task, its progress, and its result when it is done.

### Example

```python
import flat_api

with flat_api.Flat(access_token="...") as flat:
    task = flat.tasks.get_task(task="task_example")
    print(task)
```

As programs of the earlier client call it:

```python
import flat_api
from flat_api.apis.tags import task_api

configuration = flat_api.Configuration(access_token="...")
with flat_api.ApiClient(configuration) as api_client:
    api_instance = task_api.TaskApi(api_client)
    api_response = api_instance.get_task(path_params={"task": "task_example"})
    print(api_response.body)
```

### Parameters

#### path_params

The parameters in the path:

Name | Type | Description | Notes
------------- | ------------- | ------------- | -------------
**task** | str | Unique identifier of the task |

### Return Types, Responses

Code | Content Type | Type | Description
------------- | ------------- | ------------- | -------------
200 | application/json | [Task](../../models/Task.md) | OK

### Errors

The body of an error is a [FlatErrorResponse](../../models/FlatErrorResponse.md), which the exception has as \
`error.api_response.body`.

### Authorization

OAuth2, with the scope `tasks.readonly`

[[Back to top]](#__pageTop) [[Back to API list]](../../../README.md#documentation-for-api-endpoints) \
[[Back to Model list]](../../../README.md#documentation-for-models) [[Back to README]](../../../README.md)

"""
    )


def test_each_operation_has_a_row_and_a_section():
    """Also one that another class declares; a second name has a row of its own."""
    for cls in CLASSES:
        page = api_page(cls)
        for name, operation in own_operations(cls).items():
            assert f"[**{name}**](#{operation.name}) | **{operation.method.lower()}** {operation.path} | " in page
            assert page.count(f"\n# **{operation.name}**\n") == 1
    assert "# **get_score_submissions**" in api_page(ModelClassApi)
    assert "[**ger_user_likes**](#get_user_likes)" in api_page(UserApi)
    assert "It is also called `ger_user_likes`." in section(UserApi, "get_user_likes")


def test_parameters_are_listed_by_place():
    """With types, whether they are required, and what else they have to keep to."""
    text = section(OddApi, "find")
    assert rows(text, "#### path_params") == [
        "**a** | decimal.Decimal, int | Less &#124; more | must be one of [1, 2, ]",
        "**class** | str | Which &lt;one&gt; | length must be less than or equal to 5; the keyword is `class_`",
    ]
    assert rows(text, "#### query_params") == [
        "**sizes** | list of decimal.Decimal, int |  | items must be one of [1, 2, ]",
        "**any** | dict, frozendict.frozendict, str, date, datetime, uuid.UUID, int, float, decimal.Decimal, bool, "
        "None, list, tuple, bytes, io.FileIO, io.BufferedReader |  | [optional]",
        "**map** | dict, frozendict.frozendict |  | [optional]",
    ]
    assert rows(text, "#### header_params") == [
        "**X-Name** | [Task](../../models/Task.md) | An asynchronous task | [optional] the keyword is `X_Name`"
    ]
    assert rows(text, "#### cookie_params") == ["**c** | str |  | [optional]"]
    assert "There are none." in section(OddApi, "drop")


def test_bodies_are_listed_by_media_type():
    """What is sent in each, and whether it has to be."""
    assert rows(section(OddApi, "make"), "### Body") == [
        "audio/wav | bytes or file | All of it |",
        "audio/mp3 | bytes or file | All of it |",
    ]
    assert rows(section(CollectionApi, "edit_collection"), "### Body")[0].endswith(" | [optional]")


def test_answers_are_listed_by_status():
    """With media types, headers, and what HTTP or the declaration says of the status."""
    assert rows(section(OddApi, "find"), "### Return Types, Responses") == [
        "203 | application/json | [Task](../../models/Task.md) | Non-Authoritative Information; header `Link`",
        "202 |  | None | Accepted",
        "4XX | text/plain | str | Wrong",
    ]
    assert "`list_collections.iterate(...)` goes through all of them" in section(CollectionApi, "list_collections")


def test_errors_and_scopes_are_told():
    """One by one, where they are declared; what all errors have in common is said once."""
    assert "Errors to expect: 404 (Not Found), 499 (Status 499)." in section(OddApi, "drop")
    assert "None is needed." in section(OddApi, "drop")
    assert section(OddApi, "find").rstrip().endswith("one, or two")
    assert "### Errors" not in section(OddApi, "make")
    assert "OAuth2, with one of the scopes `scores`, `scores.readonly`" in section(ScoreApi, "get_score")


def test_deprecated_operations_are_marked():
    """In the list and in the section."""
    assert "| Find *it*, or not &#124; at all. (deprecated)" in api_page(OddApi)
    assert "**Deprecated**" in section(OddApi, "find")


def test_a_class_that_flat_does_not_have_has_no_plain_examples():
    """Only programs of the earlier client can call it."""
    assert "flat_api.Flat(" not in api_page(OddApi)
    assert flat_attribute(OddApi) is None


def test_flat_has_every_class_of_the_package():
    """The pages find its attributes."""
    with Flat(access_token="x") as flat:
        for cls in CLASSES:
            attribute = flat_attribute(cls)
            assert attribute is not None
            assert getattr(flat, attribute).service_class is cls


def test_operations_are_listed_on_a_page_of_their_own():
    """Every operation of every class, with a link to its section."""
    lines = operations_page(CLASSES, "docs/apis/tags").splitlines()
    assert len([line for line in lines if line.startswith("*")]) == len(OPERATIONS)
    assert (
        "*TaskApi* | [**get_task**](docs/apis/tags/TaskApi.md#get_task) | **get** /tasks/{task} | "
        "Read the state of a task, its progress, and its result when it is done."
    ) in lines


@pytest.mark.parametrize(
    ("cls", "name"), OPERATIONS, ids=lambda entry: entry if isinstance(entry, str) else entry.__name__
)
def test_plain_examples_can_be_run(cls, name):
    """The operation takes the keywords of its example, and makes a request of them."""
    operation = own_operations(cls)[name]
    attribute = flat_attribute(cls)
    with Flat(access_token="x") as flat:
        plain = getattr(getattr(flat, attribute), name)
        program = ast.parse("\n".join(plain_example(operation, name, attribute)))
        call = called(program, f"flat.{attribute}.{name}")
        given = {entry.arg: ast.literal_eval(entry.value) for entry in call.keywords}
        arguments = bind(operation, (), plain.keywords.arguments((), given))
        assert request_for(operation, cls(flat.api_client), arguments)["resource_path"].startswith("/")


@pytest.mark.parametrize(
    ("cls", "name"), OPERATIONS, ids=lambda entry: entry if isinstance(entry, str) else entry.__name__
)
def test_examples_of_the_earlier_client_can_be_run(cls, name):
    """The operation takes the arguments of its example, and makes a request of them."""
    operation = own_operations(cls)[name]
    call = called(ast.parse("\n".join(earlier_example(operation, name, cls))), f"api_instance.{name}")
    given = {entry.arg: ast.literal_eval(entry.value) for entry in call.keywords}
    with ApiClient() as client:
        request = request_for(operation, cls(client), bind(operation, (), given))
    assert request["method"] == operation.method


def called(program, start):
    """The call of *start*, or of a method of it, in *program*."""
    calls = [node for node in ast.walk(program) if isinstance(node, ast.Call)]
    (found,) = [node for node in calls if ast.unparse(node.func) in (start, f"{start}.iterate", f"{start}.download")]
    return found


def test_imports_of_examples_resolve():
    """The modules are there, and so are the names in them."""
    for cls in CLASSES:
        for block in re.findall(r"```python\n(.*?)```", api_page(cls), re.DOTALL):
            head = block[: block.index("\n\n")]
            exec(textwrap.dedent(head), {})


class Size(EnumBase, IntSchema):
    LESS = value(1)


class Part(DictSchema):
    name = required(StrSchema)
    whole: object = optional(StrSchema)


class Update(DictSchema):
    day = optional(DateSchema)
    name = optional(StrSchema)


@pytest.mark.parametrize(
    ("cls", "wanted"),
    [
        (None, {}),
        (StrSchema, "x_example"),
        (StrSchema.where(max_length=3), "x_e"),
        (StrSchema.where(min_length=11), "x_examplexx"),
        (DateSchema, "2024-05-17"),
        (DateTimeSchema, "2024-05-17T09:30:00Z"),
        (UUIDSchema, "1b4e28ba-2fa1-11d2-883f-0016d3cca427"),
        (IntSchema, 1),
        (Int32Schema.where(minimum=7), 7),
        (NumberSchema.where(minimum=0.5), 0.5),
        (NumberSchema.where(maximum=0), 0),
        (IntSchema.where(minimum=1, multiple_of=5), 5),
        (BoolSchema, True),
        (Size, 1),
        (nullable(BoolSchema), True),
        (BinarySchema, b"..."),
        (list_of(Size), [1]),
        (list_of(BoolSchema, min_items=2), [True, True]),
        (Part, {"name": "name_example"}),
        (Update, {"day": "2024-05-17"}),
        (DictSchema, {}),
        (one_of(Part, Size), {"name": "name_example"}),
        (AnyTypeSchema, "x_example"),
    ],
)
def test_examples_are_values_that_the_class_takes(cls, wanted):
    """With as little in them as will do."""
    assert example(cls, "x") == wanted
    if cls is not None:
        assert cls(wanted) == (tuple(wanted) if isinstance(wanted, list) else wanted)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ({}, "{}"),
        (b'a"b', 'b"a"b"'),
        ({"a": ["é", True, None, 1.5, b"x"]}, '{"a": ["é", True, None, 1.5, b"x"]}'),
        (
            {"key": ["x" * 40, "y" * 40]},
            '{{\n    "key": [\n        "{}",\n        "{}",\n    ],\n}}'.format("x" * 40, "y" * 40),
        ),
    ],
)
def test_values_are_written_as_python_writes_them(value, wanted):
    """On one line where it is short."""
    assert source(value, 0) == wanted
