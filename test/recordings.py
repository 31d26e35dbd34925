"""Recordings of the earlier client and documents of the API: not in this repository, but beside some checkouts."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
NAMES = SHARED / "conformance" / "public-names.json"
SPECS = SHARED / "spec"


def recorded(path: Path) -> str:
    """Return the text of *path*.

    The test is skipped where there are no recordings, and fails where there are others: a name has changed then.
    """
    if not SHARED.exists():
        pytest.skip(f"there are no recordings at {SHARED}")
    return path.read_text("utf-8")


def facts(version: str) -> str:
    """Return the document of the API in this *version*, as JSON."""
    return recorded(SPECS / f"flat-api-{version}.facts.json")
