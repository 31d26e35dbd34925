"""Text for people and machines: made fit for a terminal, nothing invisible, nothing endless; names; JSON."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Mapping
from typing import Any

from ..bulk._errors import STDIN, STDOUT, shown_name
from ..exceptions import visible

__all__ = [
    "PROGRAM",
    "STDIN",
    "STDOUT",
    "counted",
    "object_with",
    "program",
    "quoted",
    "shortened",
    "shown_name",
    "visible",
]

PROGRAM = "flat-api"

LONGEST = 80
"""Characters that are shown of a long value."""


def quoted(text: str, longest: int | None = LONGEST) -> str:
    """*text* as a Python literal; beyond *longest* characters (None: no limit) it is cut and its length told.

    >>> print(quoted("abcdef", longest=3))
    'abc'... (6 characters)
    """
    if longest is None or len(text) <= longest:
        return repr(text)
    return f"{text[:longest]!r}... ({counted(len(text), 'character')})"


def shortened(text: str, longest: int | None = LONGEST) -> str:
    """Like `quoted` without the quotes, for text that is not a string: a number, a key."""
    if longest is None or len(text) <= longest:
        return visible(text)
    return f"{visible(text[:longest])}... ({counted(len(text), 'character')})"


def counted(number: int, noun: str) -> str:
    """*number* and *noun*, in the plural where it belongs.

    >>> counted(1, "line"), counted(12000, "line")
    ('1 line', '12,000 lines')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def program() -> str:
    """Return what to type for this program: its name, or where it is if the shell would not find this very one."""
    called = sys.argv[0]
    if os.path.basename(called) != PROGRAM:
        return PROGRAM
    return PROGRAM if shutil.which(PROGRAM) == called else called


def object_with(fields: Mapping[str, Any], **texts: str) -> str:
    """*fields* as a JSON object on one line, and behind them *texts*, members that are JSON text already.

    >>> print(object_with({"accepted": True}, percent="33.30"))
    {"accepted": true, "percent": 33.30}
    """
    members = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in fields.items()]
    members += [f"{json.dumps(name)}: {text}" for name, text in texts.items()]
    return f"{{{', '.join(members)}}}"
