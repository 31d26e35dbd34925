"""Every link on every page leads somewhere."""

import re
from pathlib import Path

import pytest

import flat_api
from flat_api import models
from flat_api.operations._catalogue import services
from flat_api.reference import model_page

from .samples import CLASSES

ROOT = Path(flat_api.__file__).resolve().parents[1]
PAGES = sorted((ROOT / "docs" / "models").glob("*.md"))
APIS = sorted((ROOT / "docs" / "apis" / "tags").glob("*.md"))
LINK = re.compile(r"\]\(([^()\s]+)\)")


def anchors(text):
    """The anchors of the headings in *text*, as the usual readers of Markdown number and spell them; small letters."""
    found = set(re.findall(r'<a name="(\w+)"></a>', text.lower()))
    for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE):
        plain = re.sub(r"\\(.)", r"\1", heading).strip().lower()
        slug = anchor = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        number = 0
        while anchor in found:
            number += 1
            anchor = f"{slug}-{number}"
        found.add(anchor)
    return found


def broken(path, text):
    """The links in *text*, the page at *path*, that lead nowhere."""
    for target in LINK.findall(text):
        name, _, anchor = target.partition("#")
        file = path.parent / name if name else path
        if not file.exists() or (anchor and anchor.lower() not in anchors(file.read_text("utf-8"))):
            yield target
GUIDES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_model_has_a_page():
    """docs/models has a page for each class of flat_api.models, and no other."""
    assert [page.stem for page in PAGES] == sorted(name for name in dir(models) if name[0].isupper())


def test_every_class_of_operations_has_a_page():
    """docs/apis/tags has a page for each class in flat_api.apis.tags, and no other."""
    assert [page.stem for page in APIS] == sorted(cls.__name__ for cls in services("flat_api"))


@pytest.mark.parametrize("page", [*PAGES, *APIS], ids=lambda page: page.stem)
def test_links_between_committed_pages_resolve(page):
    """A link from a page of docs to another one, or to its own sections, leads to what is there."""
    assert [link for link in broken(page, page.read_text("utf-8")) if "README.md" not in link] == []


def test_footers_of_committed_pages_resolve():
    """README.md has the headings that the foot of each page leads to."""
    assert {link for page in (*PAGES, *APIS) for link in broken(page, page.read_text("utf-8"))} == set()


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.stem)
def test_links_of_guides_resolve(page):
    """Those of the README, of each guide, and of the lists of operations and models."""
    assert [link for link in broken(page, page.read_text("utf-8")) if "://" not in link] == []


def test_the_lists_link_to_every_page():
    """docs/operations.md has the sections of all operations, docs/models.md the pages of all models."""
    operations, found = ((ROOT / "docs" / name).read_text("utf-8") for name in ("operations.md", "models.md"))
    assert len({link.partition("#")[2] for link in LINK.findall(operations)}) == 123
    assert len(LINK.findall(found)) == len(PAGES)


def test_links_of_any_kind_of_page_resolve(tmp_path):
    """Sections of one name, keys that are no names, and classes inside themselves can all be linked to."""
    directory = tmp_path / "docs" / "models"
    directory.mkdir(parents=True)
    (tmp_path / "README.md").write_text("## Documentation for Models\n## Documentation for API Endpoints\n")
    for cls in CLASSES:
        (directory / f"{cls.__name__}.md").write_text(model_page(cls), "utf-8")
    assert [link for page in directory.iterdir() for link in broken(page, page.read_text("utf-8"))] == []


def test_each_section_is_linked_to_exactly_once():
    """No two rows lead to one section, other than the row inside a class that leads back to it."""
    for cls in CLASSES:
        text = model_page(cls)
        links = re.findall(r"\]\(#([^)]+)\)", text)
        back = ["node"] if cls.__name__ == "Tree" else []
        assert len(set(links)) == text.count("\n# ") == len(links) - len(back)
