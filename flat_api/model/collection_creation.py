"""The model `CollectionCreation`."""

from ..schemas import DictSchema, StrSchema, required
from .collection_privacy import CollectionPrivacy


class CollectionCreation(DictSchema):
    """A collection to create"""

    title = required(
        StrSchema.where(min_length=1, max_length=300),
        "Name of the collection as users see it, from 1 to 300 characters",
    )
    privacy = required(CollectionPrivacy)
