"""The model `CollectionCreation`."""

from ..schemas import DictSchema, StrSchema, optional
from .collection_privacy import CollectionPrivacy


class CollectionCreation(DictSchema):
    """A collection to create"""

    title = optional(
        StrSchema.where(min_length=1, max_length=300),
        "Name of the collection as users see it, from 1 to 300 characters",
    )
    privacy = optional(CollectionPrivacy)
