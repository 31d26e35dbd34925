"""`flat-api check`: NDJSON files of any size, line by line. The work is done by `flat_api.bulk`."""

from __future__ import annotations

from ._command import command

__all__ = ["command"]
