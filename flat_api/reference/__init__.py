"""The declarations for other readers: pages in Markdown, an OpenAPI document, JSON Schema.

``python -m flat_api.reference`` prints the pages; see ``--help``.
"""

from __future__ import annotations

from ..schemas.documents import json_schema
from ._api_pages import api_page
from ._openapi import openapi_document
from ._pages import model_page

__all__ = ["api_page", "json_schema", "model_page", "openapi_document"]
