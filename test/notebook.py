"""The notebook of the guides, run anew: its outputs, and the picture of it.

    python -m test.notebook

It needs nbconvert beside what the tests need, and Chromium for the picture.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import typing
from pathlib import Path

import nbformat
from nbclient import NotebookClient

DOCS = Path(__file__).parents[1] / "docs"
NOTEBOOK, PICTURE = DOCS / "notebook.ipynb", DOCS / "notebook.png"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def executed() -> typing.Any:
    """The notebook with what its cells give now. Raises for a cell that fails."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name="python3", record_timing=False).execute()
    notebook.metadata = {"kernelspec": notebook.metadata["kernelspec"]}  # and not the version of this interpreter
    return notebook


def photograph(notebook: typing.Any, picture: Path) -> None:
    """Write a picture of *notebook*, as a browser shows it."""
    from nbconvert import HTMLExporter

    browser = next(filter(None, map(shutil.which, BROWSERS)))
    page, _ = HTMLExporter(template_name="classic").from_notebook_node(notebook)
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory, "notebook.html")
        source.write_text(page, encoding="utf-8")
        look = ["--window-size=1240,850", "--force-device-scale-factor=0.85", "--hide-scrollbars", "--disable-lcd-text"]
        options = ["--headless", "--no-sandbox", f"--user-data-dir={directory}/profile", f"--screenshot={picture}"]
        subprocess.run([browser, *look, *options, source.as_uri()], check=True, capture_output=True, timeout=120)


def main() -> None:
    notebook = executed()
    nbformat.write(notebook, NOTEBOOK)
    photograph(notebook, PICTURE)


if __name__ == "__main__":
    main()
