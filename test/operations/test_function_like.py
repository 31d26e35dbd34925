"""To `inspect`, `unittest.mock`, `functools` and `help`, an operation is a function, and a bound one is a method."""

from __future__ import annotations

import asyncio
import copy
import functools
import inspect
import pickle
import pydoc
import typing
from unittest import mock

import pytest

from flat_api.api_client import Api, ApiClient
from flat_api.apis.tags.score_api import ScoreApi
from flat_api.apis.tags.task_api import TaskApi
from flat_api.operations import ApiResponse, BoundOperation, Operation
from flat_api.operations._catalogue import own_operations, services

TASK = {"task": "5b0f"}
ARGUMENTS = ["path_params", "accept_content_types", "stream", "timeout", "skip_deserialization"]
EVERY = [(cls, name) for cls in services("flat_api") for name in own_operations(cls)]
each_operation = pytest.mark.parametrize(("cls", "name"), EVERY, ids=lambda value: getattr(value, "__name__", value))


@pytest.fixture
def api() -> typing.Iterator[TaskApi]:
    with ApiClient() as client:
        yield TaskApi(client)


class TestNames:
    @each_operation
    def test_of_each(self, cls: type[Api], name: str):
        """Each operation has the names that a function in its class has, and leads back to itself by them.

        The class is the first of those that share it.
        """
        operation, plain_name = getattr(cls, name), "get_user_likes" if name == "ger_user_likes" else name
        assert (operation.__name__, operation.__qualname__) == (plain_name, f"{operation.owner.__name__}.{plain_name}")
        assert operation.__module__ == operation.owner.__module__
        assert inspect.getmodule(operation) is inspect.getmodule(operation.owner)
        assert pickle.loads(pickle.dumps(operation)) is copy.deepcopy(operation) is operation

    def test_of_a_bound_one(self, api: TaskApi):
        """A bound operation has the attributes of a method."""
        bound = api.get_task
        assert bound.__self__ is api and bound.__func__ is TaskApi.get_task
        assert (bound.__name__, bound.__qualname__) == ("get_task", "TaskApi.get_task")
        assert bound.__module__ == TaskApi.__module__
        assert bound.__doc__ == TaskApi.get_task.__doc__ == TaskApi.get_task.description

    def test_two_reads_are_equal(self, api: TaskApi):
        """Read twice, a bound operation is equal to itself, as a method is, and to that of no other object."""
        assert api.get_task == api.get_task and hash(api.get_task) == hash(api.get_task)
        assert api.get_task != TaskApi(api.api_client).get_task
        assert ScoreApi(api.api_client).get_score != ScoreApi(api.api_client).edit_score
        assert api.get_task != "get_task"


class TestKinds:
    def test_functions_and_methods(self, api: TaskApi):
        """`inspect` finds functions in the class and methods on the instance, which are what they were all the same."""
        assert inspect.isfunction(TaskApi.get_task) and inspect.ismethod(api.get_task)
        assert inspect.isroutine(TaskApi.get_task) and inspect.isroutine(api.get_task)
        assert isinstance(TaskApi.get_task, Operation) and type(TaskApi.get_task) is Operation
        assert isinstance(api.get_task, BoundOperation) and type(api.get_task) is BoundOperation
        assert "get_task" in dict(inspect.getmembers(TaskApi, inspect.isfunction))
        assert "get_task" in dict(inspect.getmembers(api, inspect.ismethod))

    def test_it_is_no_coroutine_or_generator(self, api: TaskApi):
        for entry in (TaskApi.get_task, api.get_task):
            assert not inspect.iscoroutinefunction(entry) and not asyncio.iscoroutinefunction(entry)
            assert not inspect.isgeneratorfunction(entry) and not inspect.isasyncgenfunction(entry)

    def test_signatures(self, api: TaskApi):
        """The signature of a bound operation is that of the operation without *self*."""
        assert list(inspect.signature(TaskApi.get_task).parameters) == ["self", *ARGUMENTS]
        assert list(inspect.signature(api.get_task).parameters) == ARGUMENTS
        assert inspect.getfullargspec(TaskApi.get_task).args == ["self", *ARGUMENTS]
        assert typing.get_type_hints(TaskApi.get_task) == typing.get_type_hints(api.get_task) == {"return": ApiResponse}

    def test_help(self, api: TaskApi):
        """`help` shows the signature and what the operation does."""
        for entry in (TaskApi.get_task, api.get_task):
            text = pydoc.render_doc(entry, renderer=pydoc.plaintext)
            assert "get_task in module flat_api.apis.tags.task_api" in text
            assert "path_params" in text and TaskApi.get_task.description in text
        text = pydoc.render_doc(TaskApi, renderer=pydoc.plaintext)
        assert text.index("Methods defined here:") < text.index("get_task(") < text.index(TaskApi.get_task.description)

    def test_source(self, api: TaskApi):
        """The source that editors show is that of a call."""
        for entry in (TaskApi.get_task, api.get_task):
            assert inspect.getsource(entry).startswith("    def __call__(self")

    def test_wrapping(self, api: TaskApi):
        """A decorator that works for methods works for operations."""

        def counted(function: typing.Any) -> typing.Any:
            @functools.wraps(function)
            def wrapper(*args: typing.Any, **kwargs: typing.Any) -> typing.Any:
                calls.append(kwargs)
                return function(*args, **kwargs)

            return wrapper

        calls: list[dict[str, typing.Any]] = []

        class CountedApi(TaskApi):
            get_task = counted(TaskApi.get_task)

        with mock.patch.object(ApiClient, "call_api", side_effect=OSError), pytest.raises(OSError):
            CountedApi(api.api_client).get_task(path_params=TASK)
        assert calls == [{"path_params": TASK}]
        assert CountedApi.get_task.__name__ == "get_task"
        assert list(inspect.signature(CountedApi.get_task).parameters) == ["self", *ARGUMENTS]


class TestMocks:
    """Mocks with the specification of a class, an object or an operation are called as these are."""

    def check(self, called: typing.Any) -> None:
        called(path_params=TASK)
        called(TASK, stream=True)
        with pytest.raises(TypeError):
            called(path=TASK)
        with pytest.raises(TypeError):
            called(*range(9))

    def test_of_a_class(self):
        self.check(mock.create_autospec(TaskApi, instance=True).get_task)
        self.check(mock.create_autospec(TaskApi)(None).get_task)

    def test_of_an_object(self, api: TaskApi):
        self.check(mock.create_autospec(api).get_task)

    def test_of_an_operation(self, api: TaskApi):
        self.check(mock.create_autospec(api.get_task))

    @each_operation
    def test_of_each_operation(self, cls: type[Api], name: str):
        """Whatever an operation takes, a mock of its class takes it, too."""
        arguments = dict.fromkeys(inspect.signature(getattr(cls, name)).parameters, "x")
        del arguments["self"]
        called = getattr(mock.create_autospec(cls, instance=True), name)
        called(**arguments)
        called.assert_called_once_with(**arguments)

    def test_in_place_of_a_method(self, api: TaskApi):
        """Patched into the class it is called with the object first; afterwards all is as it was."""
        with mock.patch.object(TaskApi, "get_task", autospec=True) as called:
            called.side_effect = lambda self, path_params: (self, path_params)
            assert api.get_task(path_params=TASK) == (api, TASK)
            called.assert_called_once_with(api, path_params=TASK)
            with pytest.raises(TypeError):
                api.get_task(path=TASK)
        assert isinstance(TaskApi.get_task, Operation)

    def test_in_place_of_the_method_of_an_object(self, api: TaskApi):
        with mock.patch.object(api, "get_task", autospec=True) as called:
            api.get_task(path_params=TASK)
            called.assert_called_once_with(path_params=TASK)
        assert isinstance(api.get_task, BoundOperation)

    def test_by_its_dotted_name(self, api: TaskApi):
        with mock.patch("flat_api.apis.tags.task_api.TaskApi.get_task", autospec=True, return_value=1):
            assert api.get_task(path_params=TASK) == 1
