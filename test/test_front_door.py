"""`import flat_api` is enough for what programs of the earlier client reach through it, and it stays quick."""

from __future__ import annotations

import subprocess
import sys

import pytest

import flat_api
from flat_api import exceptions

MODULES = ("api_client", "apis", "client", "configuration", "model", "models", "operations", "paths", "rest", "schemas")


def run(program: str) -> str:
    return subprocess.check_output([sys.executable, "-c", program], text=True)


@pytest.mark.parametrize("name", [*MODULES, "tasks"])
def test_modules_are_loaded_when_they_are_first_used(name: str):
    """`import flat_api; flat_api.schemas.unset` works without an import of the module, which loads nothing before."""
    program = f"import flat_api, sys; a = 'flat_api.{name}' in sys.modules; print(a, flat_api.{name}.__name__)"
    assert run(program).split() == ["False", f"flat_api.{name}"]


def test_what_earlier_programs_reach_through_the_package():
    """The expressions of earlier guides, after nothing but `import flat_api`."""
    expressions = (
        "flat_api.schemas.unset",
        "flat_api.rest.ApiException",
        "flat_api.exceptions.ApiException",
        "flat_api.api_client.ApiClient",
        "flat_api.configuration.Configuration",
        "flat_api.models.Task",
    )
    for expression in expressions:
        run(f"import flat_api; {expression}")


def test_an_error_is_one_class_wherever_it_is_imported_from():
    """`from flat_api.rest import ApiException`, the idiom of earlier guides, gives the class that calls raise."""
    from flat_api.rest import ApiException, ApiValueError

    assert ApiException is flat_api.ApiException is exceptions.ApiException
    assert ApiValueError is exceptions.ApiValueError


def test_modules_are_listed():
    assert {*MODULES, "Flat", "ApiClient", "__version__"} <= set(dir(flat_api))


def test_nothing_is_loaded_for_names_that_are_missing():
    """A look for a name that isn't there, as tools do it, loads no module."""
    program = (
        "import flat_api, sys; hasattr(flat_api, '__wrapped__'), hasattr(flat_api, 'ScoreApi'); print(*sys.modules)"
    )
    loaded = {name for name in run(program).split() if name.startswith("flat_api.")}
    assert loaded == {"flat_api._computed", "flat_api._moving", "flat_api.exceptions"}
