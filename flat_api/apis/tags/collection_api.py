"""The operations of collections."""

from ...model.collection import Collection
from ...model.collection_creation import CollectionCreation
from ...model.collection_modification import CollectionModification
from ...model.score_details import ScoreDetails
from ...operations import delete, get, post, put
from ...schemas import EnumBase, StrSchema, list_of, optional, required, value
from .._parameters import EVENT_FORM, EVENT_PROPERTIES, LIMIT, NEXT, PREVIOUS, SCORE, SHARING_KEY
from .._service import FlatApi

COLLECTION = required(StrSchema, "Unique identifier of the collection")


class CollectionApi(FlatApi):
    """Keep scores in collections, the folders of Flat."""

    class Sort(EnumBase, StrSchema):
        """What the collections are sorted by"""

        CREATION_DATE = value("creationDate")
        MODIFICATION_DATE = value("modificationDate")
        TITLE = value("title")

    class ScoreSort(EnumBase, StrSchema):
        """What the scores are sorted by"""

        CREATION_DATE = value("creationDate")
        MODIFICATION_DATE = value("modificationDate")
        TITLE = value("title")

    class Direction(EnumBase, StrSchema):
        """Which way the list is sorted: `asc` for the lowest first, `desc` for the highest first"""

        ASC = value("asc")
        DESC = value("desc")

    list_collections = get(
        "/collections",
        "List the collections inside another one, a page at a time.",
        query={
            "parent": optional(StrSchema, "Unique identifier of the outer collection, `user` if not given"),
            "sort": optional(Sort),
            "direction": optional(Direction),
            "limit": LIMIT,
            "next": NEXT,
            "previous": PREVIOUS,
        },
        returns=list_of(Collection),
        scopes=("collections", "collections.readonly"),
    )

    create_collection = post(
        "/collections",
        "Create an empty collection.",
        body=required(CollectionCreation, "Title and privacy of the new collection"),
        returns=Collection,
        errors=(400,),
        scopes=("collections",),
    )

    get_collection = get(
        "/collections/{collection}",
        "Read title, privacy, owner and rights of a collection.",
        path={"collection": COLLECTION},
        query={"sharingKey": SHARING_KEY},
        returns=Collection,
        errors=(403, 404),
        scopes=("collections", "collections.readonly"),
    )

    edit_collection = put(
        "/collections/{collection}",
        "Change the title or the privacy of a collection.",
        path={"collection": COLLECTION},
        body=optional(CollectionModification, "What to change; whatever is left out stays as it is"),
        returns=Collection,
        errors=(403, 404),
        scopes=("collections",),
    )

    delete_collection = delete(
        "/collections/{collection}",
        "Move a collection to the trash.",
        path={"collection": COLLECTION},
        errors=(403, 404),
        scopes=("collections",),
    )

    untrash_collection = post(
        "/collections/{collection}/untrash",
        "Take a collection out of the trash again.",
        path={"collection": COLLECTION},
        errors=(400, 403, 404),
        scopes=("collections",),
        deprecated=True,
    )

    list_collection_scores = get(
        "/collections/{collection}/scores",
        "List the scores in a collection, a page at a time.",
        path={"collection": COLLECTION},
        query={
            "sharingKey": SHARING_KEY,
            "sort": optional(ScoreSort),
            "direction": optional(Direction),
            "limit": LIMIT,
            "next": NEXT,
            "previous": PREVIOUS,
        },
        returns=list_of(ScoreDetails),
        scopes=("collections",),
    )

    add_score_to_collection = put(
        "/collections/{collection}/scores/{score}",
        "Put a score in a collection, beside those that hold it already.",
        path={"collection": COLLECTION, "score": SCORE},
        query={"sharingKey": SHARING_KEY},
        body=EVENT_FORM,
        consumes=("application/x-www-form-urlencoded",),
        keyword_only=("body", "content_type"),
        returns=ScoreDetails,
        errors=(403, 404),
        scopes=("collections", "collections.add_scores"),
    )

    delete_score_from_collection = delete(
        "/collections/{collection}/scores/{score}",
        "Take a score out of a collection; the score itself is kept.",
        path={"collection": COLLECTION, "score": SCORE},
        query={"sharingKey": SHARING_KEY, "eventProperties": EVENT_PROPERTIES},
        body=EVENT_FORM,
        consumes=("application/x-www-form-urlencoded",),
        keyword_only=("body", "content_type"),
        errors=(403, 404),
        scopes=("collections",),
    )
