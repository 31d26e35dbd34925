"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import DateTimeSchema, DictSchema, EnumBase, IntSchema, Property, StrSchema, Unset, value

class CreditTransaction(DictSchema):
    """A movement of credits: some granted to the account, or some spent by it"""

    class Type(EnumBase, StrSchema):
        """Kind of credits; `ai` is the only one so far"""

        AI = value("ai")

    class Source(EnumBase, StrSchema):
        """Where the credits come from: `subscription`, `purchase`, `free_tier` for those that everybody gets,
        or `support` for those that the Flat team gave
        """

        SUBSCRIPTION = value("subscription")
        PURCHASE = value("purchase")
        FREE_TIER = value("free_tier")
        SUPPORT = value("support")

    class State(EnumBase, StrSchema):
        """State of the transaction; the credits of a `canceled` one do not count"""

        ACTIVE = value("active")
        CANCELED = value("canceled")

    class Feature(EnumBase, StrSchema):
        """What the credits were spent on: `omr`, optical music recognition"""

        OMR = value("omr")

    id: Property[StrSchema]
    """Unique identifier of the transaction"""
    type: Property[CreditTransaction.Type]
    """Kind of credits; `ai` is the only one so far"""
    amount: Property[IntSchema]
    """Number of credits that the transaction adds, negative when it takes some away"""
    source: Property[CreditTransaction.Source]
    """Where the credits come from: `subscription`, `purchase`, `free_tier` for those that everybody gets, or `support`
    for those that the Flat team gave
    """
    state: Property[CreditTransaction.State]
    """State of the transaction; the credits of a `canceled` one do not count"""
    creationDate: Property[DateTimeSchema]
    """Date and time when the transaction was created"""
    modificationDate: Property[DateTimeSchema]
    """Date and time of the last change of the transaction"""
    feature: Property[CreditTransaction.Feature]
    """What the credits were spent on: `omr`, optical music recognition"""
    job: Property[StrSchema]
    """Unique identifier of the job that the credits were spent on"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        id: str = ...,
        type: Literal["ai"] | CreditTransaction.Type = ...,
        amount: int | Decimal = ...,
        source: Literal["subscription", "purchase", "free_tier", "support"] | CreditTransaction.Source = ...,
        state: Literal["active", "canceled"] | CreditTransaction.State = ...,
        creationDate: str | datetime = ...,
        modificationDate: str | datetime = ...,
        feature: Literal["omr"] | CreditTransaction.Feature | Unset = ...,
        job: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        id: str,
        type: Literal["ai"] | CreditTransaction.Type,
        amount: int | Decimal,
        source: Literal["subscription", "purchase", "free_tier", "support"] | CreditTransaction.Source,
        state: Literal["active", "canceled"] | CreditTransaction.State,
        creationDate: str | datetime,
        modificationDate: str | datetime,
        feature: Literal["omr"] | CreditTransaction.Feature | Unset = ...,
        job: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str = ...,
        type: Literal["ai"] | CreditTransaction.Type = ...,
        amount: int | Decimal = ...,
        source: Literal["subscription", "purchase", "free_tier", "support"] | CreditTransaction.Source = ...,
        state: Literal["active", "canceled"] | CreditTransaction.State = ...,
        creationDate: str | datetime = ...,
        modificationDate: str | datetime = ...,
        feature: Literal["omr"] | CreditTransaction.Feature | Unset = ...,
        job: str | Unset = ...,
    ) -> Self: ...
