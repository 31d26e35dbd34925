"""docs/notebook.ipynb: its cells run, and what stands below them is what they give."""

from __future__ import annotations

import re
import typing

import pytest

pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")

import nbformat

from . import notebook

CHANGING = [
    (re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z"), "<moment>"),
    (re.compile(r"http://127\.0\.0\.1:\d+\S+"), "<url>"),
    (re.compile(r"[0-9a-f]{24}"), "<id>"),
    (re.compile(r"0x[0-9a-f]+"), "<address>"),
]
"""What is another in each run."""


def outputs(found: typing.Any) -> list[tuple[str, list[str]]]:
    """The source of each cell with its outputs, as tables where there are any."""
    cells = [cell for cell in found.cells if cell.cell_type == "code"]
    return [(cell.source, [steady(shown(output)) for output in cell.outputs]) for cell in cells]


def shown(output: typing.Any) -> str:
    return output.data.get("text/html", output.data["text/plain"]) if "data" in output else output.text


def steady(text: str) -> str:
    for pattern, name in CHANGING:
        text = pattern.sub(name, text)
    return text


# zmq and the kernel beside it warn of what is theirs to mend.
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning", "ignore::ResourceWarning")
def test_the_notebook_shows_what_its_cells_give():
    """Run anew, each cell gives the same tables; only times, identifiers and ports are others."""
    stored = nbformat.read(notebook.NOTEBOOK, as_version=4)
    assert outputs(notebook.executed()) == outputs(stored)


def test_the_notebook_shows_tables_without_secrets():
    """The objects and the list in it are tables, and the keys that open the scores are masked."""
    found = [text for _, texts in outputs(nbformat.read(notebook.NOTEBOOK, as_version=4)) for text in texts]
    assert sum("<table>" in text for text in found) == 4
    (score,) = [text for text in found if "<b>ScoreDetails</b>" in text]
    assert '<th style="text-align: left">sharingKey</th><td style="text-align: left">***</td>' in score


def test_the_picture_is_small():
    """A clone is not to be slower for it."""
    assert notebook.PICTURE.read_bytes().startswith(b"\x89PNG")
    assert notebook.PICTURE.stat().st_size < 100_000
