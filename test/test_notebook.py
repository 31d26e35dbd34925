"""docs/notebook.ipynb: its cells run, and below them stand tables of what they give."""

from __future__ import annotations

import re
import typing

import pytest

pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")

import nbformat

from . import notebook


def outputs(found: typing.Any) -> list[tuple[str, list[str]]]:
    """The source of each cell with its outputs, as tables where there are any."""
    cells = [cell for cell in found.cells if cell.cell_type == "code"]
    return [(cell.source, [shown(output) for output in cell.outputs]) for cell in cells]


def shown(output: typing.Any) -> str:
    return output.data.get("text/html", output.data["text/plain"]) if "data" in output else output.text


def titles(found: typing.Any) -> list[tuple[str, list[list[str]]]]:
    """The source of each cell with the titles of the tables below it; which values they have is up to the server."""
    return [(source, [re.findall("<b>(.*?)</b>", text) for text in texts]) for source, texts in outputs(found)]


# zmq and the kernel beside it warn of what is theirs to mend.
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning", "ignore::ResourceWarning")
def test_the_notebook_shows_what_its_cells_give():
    """Run anew, each cell gives tables of the same classes, and no cell fails."""
    stored = nbformat.read(notebook.NOTEBOOK, as_version=4)
    assert titles(notebook.executed()) == titles(stored)
    assert sum(map(len, dict(titles(stored)).values())) == 4


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
