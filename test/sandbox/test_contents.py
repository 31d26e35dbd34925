"""What the package has to offer, and what it costs to import."""

import subprocess
import sys

import pytest

import flat_api.sandbox as front


def test_every_name_is_there():
    """All names of __all__ are found, and others are not."""
    assert all(getattr(front, name) is not None for name in front.__all__)
    assert set(front.__all__) == set(front._MODULES)
    assert set(front.__all__) <= set(dir(front))
    with pytest.raises(AttributeError, match="has no attribute 'Sandboxes'"):
        _ = front.Sandboxes


def test_front_door_is_light():
    """The import alone loads no server, no database and no client."""
    program = "import flat_api.sandbox, sys; print(*{'werkzeug', 'sqlite3', 'urllib3', 'http'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "\n"


@pytest.mark.parametrize(("module", "project"), front.LIBRARIES.items())
def test_without_its_libraries_it_says_what_to_install(module, project):
    """The error names the extra."""
    program = f"import sys; sys.modules[{module!r}] = None; from flat_api.sandbox import Sandbox"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert f"ModuleNotFoundError: the sandbox needs {project}: pip install 'flat-api-frozen[sandbox]'" in done.stderr
