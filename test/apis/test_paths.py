"""The modules of paths are computed, and behave like files in every way that programs import them."""

from __future__ import annotations

import enum
import http.server
import importlib
import importlib.util
import pickle
import pkgutil
import subprocess
import sys
import threading
import typing

import pytest

import flat_api.apis.paths
import flat_api.paths
from flat_api._computed import ComputedListing
from flat_api.api_client import ApiClient, ApiResponse
from flat_api.apis import _paths
from flat_api.apis._service import FlatApi
from flat_api.apis.path_to_api import PathToApi, path_to_api
from flat_api.apis.tag_to_api import tag_to_api
from flat_api.apis.tags.task_api import TaskApi
from flat_api.apis.tags.user_api import UserApi
from flat_api.configuration import Configuration
from flat_api.model.task import Task
from flat_api.operations import Operation

OPERATIONS = list(
    dict.fromkeys(entry for cls in tag_to_api.values() for entry in vars(cls).values() if isinstance(entry, Operation))
)
MODULES = {f"{_paths.module_name(entry.path)}.{entry.method.lower()}": entry for entry in OPERATIONS}


THREADS = """
import importlib, threading
import flat_api

start, found = threading.Barrier(8), []
names = ["flat_api.paths.tasks_task.get", "flat_api.apis.paths.tasks_task", "flat_api.paths.me", "flat_api.paths"] * 2

def load(name):
    start.wait()
    importlib.import_module(name)
    from flat_api.apis.paths.tasks_task import TasksTask
    from flat_api.paths import PathValues
    from flat_api.paths.tasks_task.get import ApiForget
    found.append((TasksTask, TasksTask.__base__, ApiForget, PathValues))

threads = [threading.Thread(target=load, args=(name,)) for name in names]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(found), len(set(found)), found[0][1] is found[0][2])
"""


def module(name: str) -> typing.Any:
    return importlib.import_module(name)


def run(program: str) -> str:
    """What *program* prints in a fresh interpreter."""
    return subprocess.check_output([sys.executable, "-c", program], text=True).strip()


class Answering(http.server.BaseHTTPRequestHandler):
    """Answers each request with a task whose id is the path that was asked for."""

    def do_GET(self) -> None:
        body = b'{"id":"%s"}' % self.path.encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def client() -> typing.Iterator[ApiClient]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        with ApiClient(Configuration(host=f"http://127.0.0.1:{server.server_port}/v2", access_token="t")) as made:
            yield made
        server.shutdown()
        thread.join()


class TestImports:
    """Every form of import finds the modules, in a fresh interpreter."""

    @pytest.mark.parametrize(
        "statement",
        [
            "import flat_api.paths.tasks_task.get; get = flat_api.paths.tasks_task.get",
            "import flat_api.paths.tasks_task.get as get",
            "from flat_api.paths.tasks_task import get",
            "from flat_api.paths import tasks_task; from flat_api.paths.tasks_task import *; from importlib import "
            "import_module; get = import_module('.get', 'flat_api.paths.tasks_task')",
            "import sys, flat_api.apis.paths.tasks_task; get = sys.modules['flat_api.paths.tasks_task.get']",
        ],
    )
    def test_a_module_of_a_method(self, statement: str):
        assert run(f"{statement}; print(get.__name__, get.GetTask.get_task)") == (
            "flat_api.paths.tasks_task.get <operation get_task: GET /tasks/{task}>"
        )

    def test_a_class_of_a_path(self):
        statement = "from flat_api.apis.paths.tasks_task import TasksTask"
        assert run(f"{statement}; print(TasksTask.get)") == "<operation get_task: GET /tasks/{task}>"

    def test_names_by_star(self):
        """A star import carries every name that doesn't start with an underscore, whatever was asked for before."""
        names: dict[str, typing.Any] = {}
        exec("from flat_api.paths.tasks_task.get import *", names)
        names.pop("__builtins__")
        listed = dir(module("flat_api.paths.tasks_task.get"))
        assert sorted(names) == [name for name in listed if not name.startswith("_")]
        assert {"ApiForget", "GetTask", "RequestPathParams", "TaskSchema", "path"} <= names.keys()

    @pytest.mark.parametrize(
        "name",
        [
            "flat_api.paths.tusks",
            "flat_api.paths.tasks_task.put",
            "flat_api.paths.tasks_task.get.deeper",
            "flat_api.apis.paths.tusks",
        ],
    )
    def test_what_there_is_not(self, name: str):
        """A path or a method that the API doesn't have is a module that doesn't exist."""
        with pytest.raises(ModuleNotFoundError, match=name) as caught:
            module(name)
        assert caught.value.name == name

    def test_what_a_module_does_not_have(self):
        with pytest.raises(ImportError, match="cannot import name 'put'"):
            exec("from flat_api.paths.tasks_task import put")
        with pytest.raises(ImportError, match=r"'Getter' from 'flat_api\.paths\.tasks_task\.get' \(<computed>\)"):
            exec("from flat_api.paths.tasks_task.get import Getter")
        with pytest.raises(AttributeError, match="has no attribute 'PathValue'"):
            _ = typing.cast(typing.Any, flat_api.paths).PathValue

    def test_imported_twice(self):
        """A module is made once, however often and in whatever form it is imported."""
        first = module("flat_api.paths.tasks_task.get")
        assert module("flat_api.paths.tasks_task").get is first is module("flat_api.paths.tasks_task.get")
        assert sys.modules["flat_api.paths.tasks_task.get"] is first

    def test_imported_by_several_threads(self):
        """Threads that import the modules at once, the first time, all get the same classes."""
        assert run(THREADS) == "8 1 True"

    def test_looked_for_while_the_package_is_being_imported(self):
        """A thread that meets a package half imported, by another thread, finds its modules all the same."""
        half = "import flat_api, sys, types; half = sys.modules['flat_api.paths'] = types.ModuleType('flat_api.paths')"
        load = "half.__path__ = []; import flat_api.paths.me as found"
        assert run(f"{half}; {load}; print(found.__name__)") == "flat_api.paths.me"

    def test_reloaded(self):
        """A reload computes the names anew, in the same module."""
        out = "flat_api.paths.users_user.get"
        print_it = "print(module is importlib.reload(module), module.ApiForget is first, module.ApiForget.get.name)"
        assert run(f"import importlib, {out} as module; first = module.ApiForget; {print_it}") == "True False get_user"

    def test_a_spec_without_an_import(self):
        """`importlib.util.find_spec` goes by the form of a name, and says that it would be no file."""
        spec = importlib.util.find_spec("flat_api.paths.me")
        assert spec is not None and spec.origin == "computed" and not spec.has_location
        assert importlib.util.find_spec("flat_api.paths._me") is None
        importlib.invalidate_caches()
        assert importlib.util.find_spec("flat_api.paths.me.get") is not None

    def test_the_finder_imports_nothing(self):
        """While modules are being found all threads wait for one lock, under which an import might never end."""
        program = "from importlib.util import find_spec; import sys; find_spec('flat_api.paths.me')"
        loaded = run(f"{program}; print(*sys.modules)").split()
        assert "flat_api.paths" in loaded
        assert not {"flat_api.operations", "flat_api.schemas", "flat_api.apis"} & set(loaded)

    def test_other_entries_of_search_paths(self):
        """What computes modules leaves all other entries to those who can search them."""
        with pytest.raises(ImportError, match="'/somewhere' holds no computed modules"):
            ComputedListing("/somewhere")


class TestListing:
    """The modules can be listed like files."""

    def test_packages(self):
        """`pkgutil` finds a package for each path, and nothing else."""
        found = {info.name: info.ispkg for info in pkgutil.iter_modules(flat_api.paths.__path__)}
        assert found == {_paths.module_name(path): True for path in path_to_api}

    def test_methods(self):
        """`pkgutil.walk_packages` finds a module for each operation."""
        prefix = "flat_api.paths."
        names = [info.name for info in pkgutil.walk_packages(flat_api.paths.__path__, prefix) if not info.ispkg]
        assert sorted(names) == sorted(prefix + name for name in MODULES)

    def test_classes(self):
        found = {info.name: info.ispkg for info in pkgutil.iter_modules(flat_api.apis.paths.__path__)}
        assert found == {_paths.module_name(path): False for path in path_to_api}

    def test_path_values(self):
        """`PathValues` is a text enum, in `dir` of its package, with each path of the API once."""
        values = typing.cast(typing.Any, flat_api.paths).PathValues
        assert "PathValues" in dir(flat_api.paths)
        assert issubclass(values, str) and issubclass(values, enum.Enum)
        assert (values.__module__, values.TASKS_TASK) == ("flat_api.paths", "/tasks/{task}")
        assert sorted(values) == sorted({entry.path for entry in OPERATIONS})
        assert len(values.__members__) == len(values)


class TestContents:
    """What is in the modules."""

    @pytest.mark.parametrize("name", MODULES)
    def test_a_module_of_a_method(self, name: str):
        """The operation stands under its own name and under its method, in one class each."""
        found, operation = module(f"flat_api.paths.{name}"), MODULES[name]
        method = name.rpartition(".")[2]
        own, by_method = getattr(found, operation.id[0].upper() + operation.id[1:]), getattr(found, f"ApiFor{method}")
        assert getattr(own, operation.name) is operation is getattr(by_method, method)
        assert issubclass(own, FlatApi) and issubclass(by_method, FlatApi)
        assert own.__doc__ == by_method.__doc__ == found.__doc__ == operation.description
        assert (found.path, found._all_accept_content_types) == (operation.path, operation.accepts)
        statuses = [*operation.responses, *operation.errors, "Default"]
        assert all(issubclass(getattr(found, f"ApiResponseFor{status}"), ApiResponse) for status in statuses)

    @pytest.mark.parametrize("path", path_to_api)
    def test_a_class_of_a_path(self, path: typing.Any):
        """The class of a path derives from those of its methods, and `path_to_api` has it."""
        name = path.name.lower()
        found = module(f"flat_api.apis.paths.{name}")
        cls = getattr(found, path_to_api[path].__name__)
        operations = {entry.method.lower(): entry for entry in OPERATIONS if entry.path == path}
        assert cls is path_to_api[path] and cls.__name__.lower() == name.replace("_", "")
        assert {method: getattr(cls, method) for method in operations} == operations
        methods = [module(f"flat_api.paths.{name}.{method}") for method in operations]
        assert set(cls.__bases__) == {getattr(entry, f"ApiFor{entry.__name__.rpartition('.')[2]}") for entry in methods}
        assert module(f"flat_api.paths.{name}").path is path

    def test_paths_by_text(self):
        """`path_to_api` takes a path as the API writes it, too, and `PathToApi` says what it has."""
        assert path_to_api["/tasks/{task}"] is module("flat_api.apis.paths.tasks_task").TasksTask
        assert PathToApi.__annotations__ == {str(path.value): type[cls] for path, cls in path_to_api.items()}

    def test_a_misspelled_operation(self):
        """The class is called what it always was, and what it is called today."""
        assert module("flat_api.paths.users_user_likes.get").GetUserLikes.get_user_likes is UserApi.get_user_likes
        assert module("flat_api.paths.users_user_likes.get").GerUserLikes.ger_user_likes is UserApi.get_user_likes

    def test_the_operations_keep_their_names(self):
        """An operation is called what it is in the class of its tag, wherever else it stands."""
        assert module("flat_api.paths.tasks_task.get").ApiForget.get.name == "get_task"
        assert TaskApi.get_task.name == "get_task"


class TestPickles:
    """Classes and members go through a pickle, to a process that has imported none of the modules."""

    @pytest.mark.parametrize(
        ("place", "name"),
        [
            ("flat_api.paths.tasks_task.get", "GetTask"),
            ("flat_api.paths.tasks_task.get", "ApiForget"),
            ("flat_api.apis.paths.tasks_task", "TasksTask"),
            ("flat_api.paths", "PathValues"),
        ],
    )
    def test_a_class(self, place: str, name: str):
        data = pickle.dumps(getattr(module(place), name))
        assert pickle.loads(data) is getattr(module(place), name)
        assert run(f"import pickle; print(pickle.loads({data!r}).__module__)") == place

    def test_a_path(self):
        data = pickle.dumps(module("flat_api.paths.me").path)
        assert pickle.loads(data) is module("flat_api.paths.me").path
        assert run(f"import pickle; print(repr(pickle.loads({data!r})))") == "<PathValues.ME: '/me'>"


def test_calls(client: ApiClient):
    """An operation is called alike in the class of its tag, of its path, of its method, and in its own."""
    get = module("flat_api.paths.tasks_task.get")
    calls = [
        TaskApi(client).get_task,
        module("flat_api.apis.paths.tasks_task").TasksTask(client).get,
        get.GetTask(client).get_task,
        get.ApiForget(api_client=client).get,
    ]
    for call in calls:
        body = call(path_params={"task": "5b0f"}).body
        assert type(body) is Task and body == {"id": "/v2/tasks/5b0f"}
