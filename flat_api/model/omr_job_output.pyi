"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class OmrJobOutput(EnumBase, StrSchema):
    """Where the result of a job goes: into the `library` as a score, or into a MusicXML file to download
    (`musicxml`)
    """

    LIBRARY = value("library")
    MUSICXML = value("musicxml")
