"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import DateTimeSchema, DictSchema, EnumBase, ListSchema, Property, StrSchema, Unset, value

class MicrosoftGraphAssignment(DictSchema):
    """The assignment as Microsoft Teams knows it"""

    class State(EnumBase, StrSchema):
        """State of the assignment, in the words of Microsoft Graph"""

        DRAFT = value("draft")
        SCHEDULED = value("scheduled")
        PUBLISHED = value("published")
        ASSIGNED = value("assigned")
        INACTIVE = value("inactive")

    class AssignToType(EnumBase, StrSchema):
        """Whom the assignment is given to: the whole `class`, or some students (`individual`)"""

        CLASS = value("class")
        INDIVIDUAL = value("individual")

    id: Property[StrSchema]
    """Unique identifier of the assignment in Microsoft Graph"""
    state: Property[MicrosoftGraphAssignment.State]
    """State of the assignment, in the words of Microsoft Graph"""
    alternateLink: Property[StrSchema]
    """URL of the assignment in Microsoft Teams"""
    categories: Property[ListSchema[StrSchema]]
    """Categories of the assignment in Microsoft Teams"""
    assignDateTime: Property[DateTimeSchema]
    """Date and time when the assignment is given to the students"""
    assignToType: Property[MicrosoftGraphAssignment.AssignToType]
    """Whom the assignment is given to: the whole `class`, or some students (`individual`)"""
    assignedStudentsMsIds: Property[ListSchema[StrSchema]]
    """Identifiers in Microsoft Graph of the students concerned when `assignToType` is `individual`"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        state: Literal["draft", "scheduled", "published", "assigned", "inactive"]
        | MicrosoftGraphAssignment.State
        | str
        | Unset = ...,
        alternateLink: str | Unset = ...,
        categories: Sequence[str] | Unset = ...,
        assignDateTime: str | datetime | Unset = ...,
        assignToType: Literal["class", "individual"] | MicrosoftGraphAssignment.AssignToType | Unset = ...,
        assignedStudentsMsIds: Sequence[str] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        state: Literal["draft", "scheduled", "published", "assigned", "inactive"]
        | MicrosoftGraphAssignment.State
        | str
        | Unset = ...,
        alternateLink: str | Unset = ...,
        categories: Sequence[str] | Unset = ...,
        assignDateTime: str | datetime | Unset = ...,
        assignToType: Literal["class", "individual"] | MicrosoftGraphAssignment.AssignToType | Unset = ...,
        assignedStudentsMsIds: Sequence[str] | Unset = ...,
    ) -> Self: ...
