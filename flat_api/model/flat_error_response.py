"""The model `FlatErrorResponse`."""

from ..schemas import DictSchema, StrSchema, optional, required


class FlatErrorResponse(DictSchema):
    """The error the API answers with when it cannot do what was asked"""

    code = required(StrSchema, "Short name of the error, for programs to tell errors apart")
    message = required(StrSchema, "Explanation of the error, for people")
    id = optional(StrSchema, "Unique identifier of this occurrence of the error")
    param = optional(StrSchema, "Name of the request parameter the error is about")
    providerMessage = optional(
        StrSchema,
        "What another service, such as a learning management system, said of the error",
    )
