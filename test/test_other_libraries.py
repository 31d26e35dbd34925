"""docs/other-libraries.md: each section does what it says, where its library is installed."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[1] / "docs" / "other-libraries.md"
INTRODUCTION, *SECTIONS = re.split(r"^## ", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE)
TITLED = {section.partition("\n")[0]: section for section in SECTIONS}

LIBRARIES: dict[str, tuple[str, ...]] = {
    "json": (),
    "csv": (),
    "YAML": ("yaml",),
    "pandas": ("pandas",),
    "polars": ("polars",),
    "Arrow": ("pyarrow",),
    "SQLAlchemy": ("sqlalchemy",),
    "Django": ("django",),
    "pydantic": ("pydantic",),
    "FastAPI": ("fastapi", "httpx2"),
    "Notebooks": (),
}
"""What each section needs, by its title."""

CODE = """
import doctest, pathlib, sys
test = doctest.DocTestParser().get_doctest(pathlib.Path(sys.argv[1]).read_text("utf-8"), {}, sys.argv[2], None, 0)
results = doctest.DocTestRunner().run(test)
print("ran", results.attempted)
sys.exit(results.failed > 0)
"""


def test_every_section_has_its_libraries():
    """No section is left out, and none is tested that is not there."""
    assert LIBRARIES.keys() == TITLED.keys()


@pytest.mark.parametrize("title", TITLED)
def test_a_section(title: str, tmp_path: Path):
    """What the examples print is what stands there; in an interpreter of its own, as Django is set up once for all."""
    for library in LIBRARIES[title]:
        pytest.importorskip(library)
    section = tmp_path / "section.txt"
    section.write_text(f"{INTRODUCTION}\n{TITLED[title]}", encoding="utf-8")
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", CODE, str(section), title], capture_output=True, text=True, timeout=300
    )
    assert found.returncode == 0, found.stdout + found.stderr
    examples = len(doctest.DocTestParser().get_examples(section.read_text(encoding="utf-8")))
    assert f"ran {examples}" in found.stdout and (examples > 6 or title == "Notebooks")
