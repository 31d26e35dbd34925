"""The extension in C, which is built where that is possible; everything else stands in setup.cfg."""

import os
import sys
import sysconfig

if sys.version_info < (3, 11):  # some versions of pip look for a way around python_requires until they are stopped
    sys.exit("flat-api-frozen needs Python 3.11 or newer; this is %s" % sys.version.split()[0])

from setuptools import Extension, setup

# The package is whole without the extension, so that a machine without a compiler, for which it is optional, gets the
# same from the Python code. FLAT_PURE=1 asks for that: the wheel is then for every interpreter and system. Interpreters
# without the global lock, and others than CPython, get it too.
is_pure = os.environ.get("FLAT_PURE", "") not in ("", "0")
can_use_it = sys.implementation.name == "cpython" and not sysconfig.get_config_var("Py_GIL_DISABLED")
# CFLAGS of the environment take the place of the interpreter's own, which optimize; so that is said once more.
optimized = ["-O3"] if os.name == "posix" else []
speedups = Extension(
    "flat_api.schemas._speedups", ["flat_api/schemas/_speedups.c"], extra_compile_args=optimized, optional=True
)

setup(ext_modules=[speedups] if can_use_it and not is_pure else [])
