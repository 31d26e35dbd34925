"""Tables as files: CSV, and a workbook for Excel."""

from __future__ import annotations

import csv as _csv
import io
import zipfile
from collections.abc import Sequence
from importlib import resources
from xml.sax.saxutils import escape

Rows = Sequence[Sequence[str]]


def csv(rows: Rows) -> bytes:
    """Return *rows* as CSV (RFC 4180).

    >>> csv([("a", "b,c")])
    b'a,"b,c"\\r\\n'
    """
    written = io.StringIO()
    _csv.writer(written).writerows(rows)
    return written.getvalue().encode()


def xlsx(rows: Rows) -> bytes:
    """Return *rows* as the one sheet of a workbook: those of ``data/empty.xlsx``, which has none."""
    empty = resources.files("flat_api.sandbox").joinpath("data", "empty.xlsx").read_bytes()
    data = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(empty)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in source.infolist():
            text = source.read(member).decode().replace("<sheetData></sheetData>", f"<sheetData>{data}</sheetData>")
            archive.writestr(member, text)
    return packed.getvalue()


def _cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'
