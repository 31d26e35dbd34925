"""The model `CreditTransaction`."""

from ..schemas import DateTimeSchema, DictSchema, EnumBase, IntSchema, StrSchema, optional, required, value


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

    id = required(StrSchema, "Unique identifier of the transaction")
    type = required(Type)
    amount = required(
        IntSchema,
        "Number of credits that the transaction adds, negative when it takes some away",
    )
    source = required(Source)
    state = required(State)
    creationDate = required(DateTimeSchema, "Date and time when the transaction was created")
    modificationDate = required(DateTimeSchema, "Date and time of the last change of the transaction")
    feature = optional(Feature)
    job = optional(StrSchema, "Unique identifier of the job that the credits were spent on")
