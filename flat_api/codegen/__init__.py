"""From an OpenAPI 3.0 or 3.1 document to a package of declarations, and the drift between the two.

    python -m flat_api.codegen openapi.yaml --package acme --out src
    python -m flat_api.codegen --drift openapi.yaml
"""

from ._api import Api
from ._document import api_of_document, facts_of_document
from ._drift import Difference, differences
from ._errors import DocumentError
from ._facts import declared
from ._load import load
from ._package import Package, package_files

__all__ = [
    "Api",
    "Difference",
    "DocumentError",
    "Package",
    "api_of_document",
    "declared",
    "differences",
    "facts_of_document",
    "load",
    "package_files",
]
