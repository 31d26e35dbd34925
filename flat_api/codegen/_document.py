"""An OpenAPI document as the facts of its component schemas and operations."""

from __future__ import annotations

from ._api import Api
from ._errors import DocumentError, DocumentTooLargeError, below
from ._json import Json, brief, is_object
from ._normal import Facts
from ._operation_object import OperationReader
from ._references import COMPONENTS, References, version
from ._schema_object import SchemaReader

VERSIONS = ("3.0", "3.1")
"""The versions of OpenAPI that can be read."""


def facts_of_document(document: Json) -> dict[str, Facts]:
    """The facts of each component schema of *document*, a parsed OpenAPI file, in its order.

    Raises `DocumentError` for anything that is not as OpenAPI wants it.
    """
    components = component_schemas(document)
    references = References(document)
    return _components(components, references, SchemaReader(references), strict=True)


def api_of_document(document: Json, *, strict: bool = True) -> Api:
    """All facts of *document*: those of its component schemas, and those of its operations.

    A document with operations may do without component schemas. Raises `DocumentError` as `facts_of_document`; unless
    it is *strict*, a component that can't be read accepts any value and an operation that can't be read is left out,
    and the notes of the `Api` say so.
    """
    has_paths = is_object(document) and bool(document.get("paths"))
    components = component_schemas(document, needed=not has_paths)
    references = References(document)
    reader = SchemaReader(references)
    operations, service = OperationReader(references, reader, strict=strict).read()
    facts = _components(components, references, reader, strict)
    return Api(facts, operations, service, references.notes.sentences())


def _components(
    components: dict[str, Json], references: References, reader: SchemaReader, strict: bool
) -> dict[str, Facts]:
    def read(schema: Json, place: str) -> Facts:
        try:
            return reader.read(schema, place)
        except DocumentError as error:
            if strict or isinstance(error, DocumentTooLargeError):
                raise
            references.notes.add(error.place, f"{error.message}; any value is accepted as {place}")
            return {}

    facts = {name: read(schema, below(COMPONENTS, name)) for name, schema in components.items()}
    while references.hoisted:  # schemas that contain themselves, found while reading
        name, pointer = references.hoisted.popitem()
        facts[name] = read(references.find(pointer, pointer), pointer)
    return {name: _with_subtypes(name, entry, facts) for name, entry in facts.items()}


def component_schemas(document: Json, *, needed: bool = True) -> dict[str, Json]:
    """``components.schemas`` of *document*, after a look at its version; where none are *needed*, maybe empty."""
    if version(document) not in VERSIONS:
        stated: Json = document.get("openapi") if is_object(document) else None
        raise DocumentError("#/openapi", f"expected a version of OpenAPI 3.0 or 3.1, got {brief(stated)}")
    found: Json = document
    for step in ("components", "schemas"):
        found = found.get(step, None if needed else {}) if is_object(found) else None
    if not is_object(found):
        raise DocumentError(COMPONENTS, "an object with the schemas of the API is wanted")
    return found


def _with_subtypes(name: str, facts: Facts, everything: dict[str, Facts]) -> Facts:
    """*facts* whose discriminator also knows the components that extend this one by ``allOf``."""
    found = facts.get("discriminator")
    if found is None:
        return facts
    mapped = {**{child: {"ref": child} for child in _subtypes(name, everything)}, **found["mapping"]}
    return {**facts, "discriminator": {**found, "mapping": dict(sorted(mapped.items()))}}


def _subtypes(name: str, everything: dict[str, Facts]) -> set[str]:
    """The components that have *name* in their ``allOf``, directly or through one another."""
    found: set[str] = set()
    fresh = {name}
    while fresh:
        fresh = {child for child, facts in everything.items() if fresh & _parents(facts)} - found
        found |= fresh
    return found - {name}


def _parents(facts: Facts) -> set[str]:
    branches = [facts, *facts.get("allOf", ())]
    return {branch["ref"] for branch in branches if "ref" in branch}
