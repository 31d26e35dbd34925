"""From an OpenAPI 3.0 document to a package of declarations, and the drift between the two.

    python -m flat_api.codegen openapi.yaml --package acme --out src
    python -m flat_api.codegen --drift openapi.yaml
"""

from ._document import facts_of_document
from ._drift import Difference, differences
from ._errors import DocumentError
from ._facts import declared
from ._load import load
from ._package import Package, package_files

__all__ = [
    "Difference",
    "DocumentError",
    "Package",
    "declared",
    "differences",
    "facts_of_document",
    "load",
    "package_files",
]
