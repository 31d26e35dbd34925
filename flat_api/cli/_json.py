"""JSON that is put together of what is JSON already: numbers keep every digit that way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

__all__ = ["object_with"]


def object_with(fields: Mapping[str, Any], **texts: str) -> str:
    """*fields* as a JSON object on one line, and behind them *texts*, members that are JSON text already.

    >>> print(object_with({"accepted": True}, percent="33.30"))
    {"accepted": true, "percent": 33.30}
    """
    members = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in fields.items()]
    members += [f"{json.dumps(name)}: {text}" for name, text in texts.items()]
    return f"{{{', '.join(members)}}}"
