"""The model `CollectionApp`."""

from ..schemas import DictSchema, StrSchema, optional


class CollectionApp(DictSchema):
    """The application a collection belongs to, for collections of type `app`"""

    id = optional(StrSchema, "Unique identifier of the application")
    name = optional(StrSchema, "Name of the application as users see it")
    logo = optional(StrSchema, "URL of the logo of the application")
