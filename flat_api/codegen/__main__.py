"""``python -m flat_api.codegen``."""

from __future__ import annotations

import os
import sys

from ._command import main

try:
    code = main()
    sys.stdout.flush()
except BrokenPipeError:  # whoever read the output has seen enough of it
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    code = 1
sys.exit(code)
