"""The model `OmrLocaleDetails`."""

from ..schemas import DictSchema, StrSchema, required


class OmrLocaleDetails(DictSchema):
    """A language that the text in a score can be read in"""

    code = required(StrSchema, "Code of the language (e.g. `en`)")
    name = required(StrSchema, "Name of the language")
