"""The model `Collection`."""

from ..schemas import (
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    IntSchema,
    StrSchema,
    list_of,
    optional,
    required,
)
from .collection_app import CollectionApp
from .collection_privacy import CollectionPrivacy
from .collection_type import CollectionType
from .resource_collaborator import ResourceCollaborator
from .resource_rights import ResourceRights
from .user_public_summary import UserPublicSummary


class Collection(DictSchema):
    """A folder of scores"""

    class Capabilities(DictSchema):
        """What the current user is allowed to do with the collection"""

        canEdit = optional(BoolSchema, "True when the current user can change the collection")
        canShare = optional(BoolSchema, "True when the current user can share the collection")
        canDelete = optional(BoolSchema, "True when the current user can delete the collection")
        canAddScores = optional(BoolSchema, "True when the current user can add scores to the collection")
        canDeleteScores = optional(
            BoolSchema,
            "True when the current user can remove scores from the collection",
        )

    class Contents(DictSchema):
        """What the collection holds"""

        scoresCount = required(IntSchema, "Number of scores in the collection")

    id = optional(StrSchema, "Unique identifier of the collection")
    title = optional(StrSchema, "Name of the collection as users see it")
    htmlUrl = optional(StrSchema, "URL of the page of the collection on the Flat website")
    type = optional(CollectionType)
    privacy = optional(CollectionPrivacy)
    sharingKey = optional(
        StrSchema,
        "Secret that gives access to the collection, passed as `sharingKey` in the requests",
    )
    app = optional(CollectionApp)
    creationDate = optional(DateTimeSchema, "Date and time when the collection was created")
    user = optional(UserPublicSummary, "Owner of the collection")
    rights = optional(ResourceRights, "Rights of the current user on the collection")
    collaborators = optional(list_of(ResourceCollaborator), "Users and groups the collection is shared with")
    capabilities = optional(Capabilities)
    collections = optional(list_of(StrSchema), "Unique identifiers of the collections that hold this one")
    labelKey = optional(StrSchema, "Key of the translated name of a collection that every account has")
    modificationDate = optional(DateTimeSchema, "Date and time of the last change of the collection")
    organization = optional(
        StrSchema,
        "Unique identifier of the organization the collection belongs to, if any",
    )
    isPinned = optional(BoolSchema, "True when the current user has pinned the collection")
    contents = optional(Contents)
