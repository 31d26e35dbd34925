"""The resource library: assignments that are kept for classes to come, in folders."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.edu_resource import EduResource
from .._context import Answer, Call, answers
from .._database import Entry, Json
from .._errors import HttpError, not_found
from .._pagination import RESOURCE_SORTS, paged
from .._resources import Pointer, Resource, answered
from .assignments import ASSIGNMENT, CONTENT, capabilities, content
from .classes import CLASS

ROOT = "root"
"""The name of the library of the user who calls, whose identifier is that of the user."""


def _accept(call: Call, entry: Entry, body: Json) -> Json:
    if body.get("type", entry.data.get("type")) == "folder":
        return {name: value for name, value in body.items() if name != "resource"}
    if "resource" not in body and "resource" in entry.data:
        return body
    made: Json = {"type": "none", "title": body.get("title", "Untitled"), "attachments": []}
    made |= entry.data.get("resource", {}) | content(call, body.get("resource", {}))
    kept = {name: value for name, value in made.items() if name in CONTENT and value is not None}
    may = capabilities("draft", may=_is_own(call, entry))
    return {**body, "resource": {**kept, "id": entry.id, "capabilities": may}}


def _is_own(call: Call, entry: Entry) -> bool:
    return bool(entry.data["creator"] == call.user)


def _show(call: Call, entry: Entry) -> Json:
    may = _is_own(call, entry)
    may_add = may and entry.data["type"] == "folder"
    rights = {"canEdit": may, "canAddResources": may_add, "canAddFolders": may_add, "canChangePrivacy": may}
    return {**entry.data, "capabilities": rights}


def _below(call: Call, parent: str) -> Iterator[Entry]:
    """Return the resources in a folder, and in the folders inside it."""
    for entry in RESOURCE.inside(call, parent):
        yield entry
        yield from _below(call, entry.id)


RESOURCE = Resource(
    kind="resource",
    path="/eduResources",
    model=EduResource,
    pointers={"creator": Pointer("user", "remove", is_maker=True)},
    begin=lambda call, parent: {"parent": parent.id},
    accept=_accept,
    show=_show,
    sees=lambda call, entry: _is_own(call, entry) or entry.data["privacy"] != "private",
    changes=_is_own,
)


def _place(call: Call, id: str, name: str) -> Entry:
    """Return the library or the folder with the identifier *id*. Raises HttpError, 404."""
    if id in (ROOT, call.user):
        return Entry("library", call.user, {})
    entry = RESOURCE.find(call, id, change=True)
    if entry.data["type"] != "folder":
        raise HttpError(400, "NOT_A_FOLDER", f"The resource {id!r} is not a folder.", name)
    return entry


@answers
def list_edu_libraries(call: Call) -> list[Json]:
    return [{"id": call.user, "name": "My resources", "type": "myResources", "visibility": "private"}]


@answers
def list_edu_resources(call: Call) -> Answer:
    """Return a page of what is in a folder; with filters, of what is in the folders inside it as well."""
    parent = _place(call, str(call.get("parent", ROOT)), "parent").id
    is_filtered = any(call.get(name) for name in ("subjects", "grades", "assignmentTypes"))
    deep = is_filtered and not call.get("withoutSubfoldersResources")
    listed = _below(call, parent) if deep else RESOURCE.inside(call, parent)
    found = [entry for entry in listed if _matches(call, entry)]
    answer = paged(call, found, lambda entry: RESOURCE.shown(call, entry), RESOURCE_SORTS)
    folders = sum(entry.data["type"] == "folder" for entry in found)
    counts = {"Assignments": len(found) - folders, "Folders": folders}
    answer.headers |= {f"X-Total-{name}-Count": str(count) for name, count in counts.items()}
    return answer


def _matches(call: Call, entry: Entry) -> bool:
    types = call.get("assignmentTypes")
    return (
        call.get("type") in (None, entry.data["type"])
        and (not types or entry.data.get("resource", {}).get("type") in types)
        and all(
            not call.get(name) or set(call[name]) & set(entry.data.get(name, ())) for name in ("subjects", "grades")
        )
    )


@answers
def create_edu_resource(call: Call) -> Json:
    body = {name: value for name, value in call.data.items() if name != "parent"}
    parent = _place(call, str(call.data.get("parent", ROOT)), "parent")
    return RESOURCE.shown(call, RESOURCE.make(call, parent, body))


@answers
def update_edu_resource_assignment(call: Call) -> Json:
    entry = RESOURCE.find(call, change=True)
    RESOURCE.update(call, entry, {"resource": {**_assignment(entry), **call.data}})
    return answered(call.operation, entry.data["resource"])


def _assignment(entry: Entry) -> Json:
    """Return the assignment that a resource holds. Raises HttpError, 400, for a folder."""
    if entry.data["type"] == "folder":
        raise HttpError(400, "NOT_AN_ASSIGNMENT", "The resource is a folder.", "resource")
    found: Json = entry.data["resource"]
    return {name: value for name, value in found.items() if name in CONTENT}


@answers
def move_edu_resource(call: Call) -> Json:
    """Move a resource to another place, which isn't within itself."""
    entry = RESOURCE.find(call, change=True)
    place = _place(call, str(call.data["destination"]), "destination")
    if place.id == entry.id or any(place.id == inner.id for inner in _below(call, entry.id)):
        raise HttpError(400, "INVALID_DESTINATION", "A folder can't be moved into itself.", "destination")
    entry.parent = entry.data["parent"] = place.id
    RESOURCE.update(call, entry, {})
    return RESOURCE.shown(call, entry)


@answers
def copy_edu_resource(call: Call) -> Json:
    """Copy a resource, with all that is in it if it is a folder."""
    entry = RESOURCE.find(call)
    place = _place(call, str(call.data["destination"]), "destination")
    return RESOURCE.shown(call, _copied(call, entry, place, list(_below(call, entry.id))))


def _copied(call: Call, entry: Entry, place: Entry, inner: list[Entry]) -> Entry:
    copy = _add_copy(call, entry.data, place)
    for found in inner:
        if found.parent == entry.id:
            _copied(call, found, copy, inner)
    return copy


def _add_copy(call: Call, data: Json, place: Entry) -> Entry:
    """Keep a copy of the resource with this *data*, whose attachments are there already."""
    own = {name: value for name, value in data.items() if name not in ("id", "creator", "parent", "creationDate")}
    copy = RESOURCE.make(call, place, {name: value for name, value in own.items() if name != "resource"})
    if "resource" in own:
        copy.data["resource"] = {**copy.data["resource"], **own["resource"], "id": copy.id}
        call.store.save(copy)
    return copy


def _give(call: Call, class_: Entry, data: Json, target: str | None) -> Entry:
    """Return an assignment of *class_* with this *data*: the one called *target*, or a new one, a draft."""
    if target is None:
        entry = ASSIGNMENT.make(call, class_, {})
    else:
        entry = ASSIGNMENT.find(call, target, change=True)
        if entry.parent != class_.id:
            raise not_found("assignment", target)
    entry.data |= data
    call.store.save(entry)
    return entry


@answers
def use_edu_resource_in_class(call: Call) -> Json:
    data = _assignment(RESOURCE.find(call))
    class_ = CLASS.find(call, str(call.data["classroom"]), change=True)
    return ASSIGNMENT.shown(call, _give(call, class_, data, call.data.get("assignment")))


@answers
def copy_edu_resource_to_demo_class(call: Call) -> Json:
    """Give an assignment to the demonstration class, which is made for the first of them."""
    data = _assignment(RESOURCE.find(call))
    mine = call.store.pointing("class", "owner", call.user)
    class_ = next((entry for entry in mine if entry.facts.get("is_demo")), None)
    if class_ is None:
        class_ = CLASS.make(call, CLASS.place(call), {"name": "Demonstration class"})
        class_.facts["is_demo"] = True
        call.store.save(class_)
    return ASSIGNMENT.shown(call, _give(call, class_, data, None))


@answers
def create_edu_resource_lti_link(call: Call) -> Json:
    """Return where a learning platform opens the resource."""
    return {"ltiUrl": f"https://lti.flat.io/resources/{RESOURCE.find(call).id}"}


@answers
def copy_assignment(call: Call) -> Json:
    """Copy an assignment to a class, or to the library."""
    original, body = ASSIGNMENT.find(call, change=True), call.data
    data = {name: value for name, value in original.data.items() if name in CONTENT}
    if "classroom" in body:
        class_ = CLASS.find(call, str(body["classroom"]), change=True)
        dated = {name: body[name] for name in ("scheduledDate",) if name in body}
        copy = _give(call, class_, {**data, **dated}, body.get("assignment"))
        return ASSIGNMENT.shown(call, copy)
    place = _place(call, str(body.get("libraryParent", ROOT)), "libraryParent")
    if body.get("verifyIfNotAlreadyInResourceLibrary"):
        _reject_second(call, original)
    entry = _add_copy(call, {"type": "assignment", "title": data["title"], "resource": data}, place)
    entry.facts["copy_of"] = original.id
    call.store.save(entry)
    return answered(call.operation, {**entry.data["resource"], "resource": entry.id})


def _reject_second(call: Call, original: Entry) -> None:
    for entry in call.store.pointing("resource", "creator", call.user):
        if entry.facts.get("copy_of") == original.id:
            raise HttpError(409, "ALREADY_IN_LIBRARY", "The library has a copy of the assignment.", "assignment")
