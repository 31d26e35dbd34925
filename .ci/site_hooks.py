"""What mkdocs does beyond its configuration: README.md is the first page, and public modules have one each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[1]

MODULES = {
    "flat_api.client": "All operations, and what they have in common",
    "flat_api.aio": "The same, asynchronous",
    "flat_api.tasks": "Waiting for tasks",
    "flat_api.exceptions": "All errors",
    "flat_api.configuration": "Settings of a client",
    "flat_api.oauth": "OAuth 2 for apps",
    "flat_api.schemas": "What models are made of",
    "flat_api.sandbox": "The built-in server",
    "flat_api.bulk": "Large data",
}
"""The public modules, and what each is for."""

INDEX = "python/index.md"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the first page and those of the public modules."""
    listed = "\n".join(f"- [`{name}`]({name}.md): {purpose}" for name, purpose in MODULES.items())
    pages = {"index.md": first_page(), INDEX: f"# Python modules\n\n{listed}\n"}
    pages |= {f"python/{name}.md": f"# {name}\n\n::: {name}\n" for name in MODULES}
    for place, content in pages.items():
        files.append(File.generated(config, place, content=content))
    return files


def first_page() -> str:
    """Return README.md with its links as they are on the site."""
    text = (ROOT / "README.md").read_text("utf-8")
    return re.sub(r"\]\(docs/", "](", text).replace("[Apache-2.0](LICENSE)", "Apache-2.0")


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let links to README.md lead to the first page, and links to sections to anchors as code hosts spell them."""
    markdown = re.sub(r"\]\(((?:\.\./)+)README\.md", lambda up: f"]({up[1].removeprefix('../')}index.md", markdown)
    markdown = re.sub(r"\]\(([^)#\s:]*)#(\w[^)\s]*)\)", lambda link: f"]({link[1]}#{_small(link[2])})", markdown)
    return "\n".join(_with_anchors(markdown.split("\n")))


def _small(fragment: str) -> str:
    return fragment if fragment.startswith("__") else fragment.lower()


def _with_anchors(lines: list[str]) -> Iterator[str]:
    """Yield *lines* with the anchor behind each heading that code hosts give it, numbered where two are the same."""
    found: set[str] = set()
    inside = False
    for line in lines:
        inside ^= line.startswith("```")
        heading = None if inside else re.fullmatch(r"#+ (.*)", line)
        if heading:
            text = re.sub(r"\]\([^)]*\)|\\", "", heading[1]).strip().lower()
            slug = re.sub(r"[^\w\- ]", "", text).replace(" ", "-")
            anchor = next(name for name in _numbered(slug) if name not in found)
            found.add(anchor)
            line += f" {{#{anchor}}}"
        yield line


def _numbered(slug: str) -> Iterator[str]:
    yield slug
    yield from (f"{slug}-{number}" for number in count(1))
