"""Parameters and bodies that the operations of several tags take."""

from ..schemas import DictSchema, IntSchema, StrSchema, optional, required

SCORE = required(StrSchema, "Unique identifier of the score")
USER = required(StrSchema, "Unique identifier of the user")

SHARING_KEY = optional(StrSchema, "Secret that opens what was shared by a private link, without rights of one's own")

LIMIT = optional(IntSchema.where(minimum=1, maximum=100), "How many to list at most, from 1 to 100; 25 if not given")
LIMIT_1000 = optional(
    IntSchema.where(minimum=1, maximum=1000), "How many to list at most, from 1 to 1000; 50 if not given"
)
NEXT = optional(StrSchema, "Cursor to go on from, out of the `Link` header of the page before")
PREVIOUS = optional(StrSchema, "Cursor to go back from, out of the `Link` header of the page after")

EVENT_PROPERTIES = optional(StrSchema, "What the statistics of Flat are to know about the deletion, as JSON")
EVENT_FORM = optional(DictSchema, "What the statistics of Flat are to know about the change, as a form")
"""A body of which the API declares nothing but that it may be there."""
