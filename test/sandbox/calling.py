"""Calls of every operation: what there is to refer to, and arguments."""

from flat_api.apis.tag_to_api import tag_to_api
from flat_api.operations import Operation
from flat_api.operations._catalogue import operations
from flat_api.sandbox import sample

DECLARED = sorted((listed.operation for listed in operations()), key=lambda operation: operation.id)


def arguments(operation: Operation, known, whole: bool):
    """Arguments by place: those that are required, or with *whole* those in the path and all that is in the body."""
    places: dict[str, dict[str, object]] = {}
    for parameter in operation.parameters:
        if parameter.required:
            value = known.get(parameter.name) or sample(parameter.value_schema, parameter.name)
            places.setdefault(f"{parameter.in_type.value}_params", {})[parameter.name] = value
    if operation.body is not None and (operation.body.required or whole):
        places["body"] = body_for(operation, known)
    return places


def body_for(operation: Operation, known):
    """A sample, in which what refers to something else refers to what is there."""
    found = sample(next(iter(operation.body.content.values())).schema, "body")
    for name in ("collection", "data", "revision"):
        if name in found:
            found[name] = known[name] if name != "collection" else "root"
    for name in ("dataEncoding", "replyTo", "group", "userEmail", "userToken"):
        found.pop(name, None)
    return {**found, **({"user": "me"} if operation.id == "addScoreCollaborator" else {})}


def called(client, operation: Operation):
    """The operation of an `ApiClient`, in the form of the earlier client."""
    owner = next(cls for cls in tag_to_api.values() if operation.name in vars(cls))
    return getattr(owner(client), operation.name)
