"""Parameters that the operations of several tags take."""

from ..schemas import IntSchema, StrSchema, optional, required

SCORE = required(StrSchema, "Unique identifier of the score")
USER = required(StrSchema, "Unique identifier of the user")

SHARING_KEY = optional(StrSchema, "Secret that opens what was shared by a private link, without rights of one's own")

LIMIT = optional(IntSchema.where(minimum=1, maximum=100), "How many to list at most, from 1 to 100; 25 if not given")
NEXT = optional(StrSchema, "Cursor to go on from, out of the `Link` header of the page before")
PREVIOUS = optional(StrSchema, "Cursor to go back from, out of the `Link` header of the page after")
