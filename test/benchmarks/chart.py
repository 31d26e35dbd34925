"""The ratios to pydantic as a chart: one SVG, in the colors of a light page and of a dark one."""

import math
from collections.abc import Iterator, Sequence
from html import escape

from .rows import RIVAL, Result

WIDTH = 760
LABELS = 232
"""Where the names of the rows end and the bars begin."""

TOP, BAR, GAP = 56, 14, 14

STYLE = """\
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.value { font-size: 11px; fill: #59636e; stroke: #fff; stroke-width: 3px; paint-order: stroke }
.compiled { fill: #2a78d6 } .pure { fill: #a9c9ee }
.grid { stroke: #d1d9e0 } .rival { stroke: #1f2328; stroke-dasharray: 4 3 }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc } .value { fill: #9198a1; stroke: #0d1117 }
.compiled { fill: #3987e5 } .pure { fill: #24476f }
.grid { stroke: #3d444d } .rival { stroke: #f0f6fc }
}"""


def chart(results: Sequence[Result]) -> str:
    """Return the SVG: for each row that is held against pydantic a bar for what ran, and one for the pure Python."""
    rows = [(result.name, _bars(result)) for result in results if RIVAL in result.ratios]
    most = math.ceil(max((ratio for _, bars in rows for _, ratio in bars), default=1))
    scale = (WIDTH - LABELS - 48) / most
    shapes = list(_legend())
    below, y = [], TOP
    for name, bars in rows:
        height = BAR * len(bars)
        below.append(f'<text x="{LABELS - 12}" y="{y + height / 2 + 4:g}" text-anchor="end">{escape(name)}</text>')
        for kind, ratio in bars:
            below.append(f'<rect class="{kind}" x="{LABELS}" y="{y}" width="{ratio * scale:.1f}" height="{BAR - 2}"/>')
            place = f'x="{LABELS + ratio * scale + 6:.1f}" y="{y + BAR - 4}"'
            below.append(f'<text class="value" {place}>{ratio:.2f}</text>')
            y += BAR
        y += GAP
    shapes += _lines(most, scale, y - GAP)  # below the bars, and the values stand out from them
    size = f'width="{WIDTH}" height="{y}" viewBox="0 0 {WIDTH} {y}"'
    title = f"<title>Cost in flat_api relative to {RIVAL}, by row; shorter is faster</title>"
    body = "\n".join([f"<style>\n{STYLE}\n</style>", *shapes, *below])
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">\n{title}\n{body}\n</svg>\n'


def _bars(result: Result) -> list[tuple[str, float]]:
    """Return the classes of the bars of a row, with their ratios."""
    bars = [("compiled", result.ratios[RIVAL].median)]
    return bars if result.pure is None else [*bars, ("pure", result.pure.median)]


def _legend() -> Iterator[str]:
    for index, (kind, text) in enumerate((("compiled", "with the part in C"), ("pure", "pure Python"))):
        x = LABELS + 160 * index
        yield f'<rect class="{kind}" x="{x}" y="10" width="12" height="12"/><text x="{x + 18}" y="21">{text}</text>'


def _lines(most: int, scale: float, bottom: int) -> Iterator[str]:
    for ratio in range(most + 1):
        x, kind, name = LABELS + ratio * scale, "grid", f"{ratio}"
        if ratio == 1:
            kind, name = "rival", RIVAL
        yield f'<line class="{kind}" x1="{x:.1f}" y1="{TOP - 8}" x2="{x:.1f}" y2="{bottom}"/>'
        yield f'<text class="value" x="{x:.1f}" y="{TOP - 13}" text-anchor="middle">{name}</text>'
