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


def test_without_werkzeug_it_says_what_to_install():
    """The error names the extra."""
    program = "import sys; sys.modules['werkzeug'] = None; from flat_api.sandbox import Sandbox"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert "ModuleNotFoundError: the sandbox needs Werkzeug: pip install 'flat-api-frozen[sandbox]'" in done.stderr
