"""The operations, in one module and one class for each tag of the API.

The modules are loaded one by one; `flat_api.apis.tag_to_api` has the classes of all of them.
"""

import enum


class TagValues(str, enum.Enum):  # noqa: UP042 - the text of a member is what it was, TagValues.ACCOUNT
    """The tags, as the API spells them."""

    ACCOUNT = "Account"
    CLASS = "Class"
    COLLECTION = "Collection"
    EDU_RESOURCES = "EduResources"
    GROUP = "Group"
    OMR = "OMR"
    ORGANIZATION = "Organization"
    SCORE = "Score"
    TASK = "Task"
    USER = "User"
