"""The model `OmrJobOutput`."""

from ..schemas import EnumBase, StrSchema, value


class OmrJobOutput(EnumBase, StrSchema, default="library"):
    """Where the result of a job goes: into the `library` as a score, or into a MusicXML file to download
    (`musicxml`)
    """

    LIBRARY = value("library")
    MUSICXML = value("musicxml")
