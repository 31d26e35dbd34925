"""The resource library: assignments that are kept for classes to come, in folders."""

from __future__ import annotations

from collections.abc import Iterator

from ...apis.tags.edu_resources_api import EduResourcesApi
from ...apis.tags.model_class_api import ModelClassApi
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


def _begin(call: Call, parent: Entry) -> Json:
    return {"creator": call.user, "parent": parent.id, "privacy": "private", "tags": [], "updateDate": call.now}


def _accept(call: Call, entry: Entry, body: Json) -> Json:
    if body.get("type", entry.data.get("type")) == "folder":
        return {name: value for name, value in body.items() if name != "resource"}
    said = dict(body)
    if "resource" in said or "resource" not in entry.data:
        made: Json = {"type": "none", "title": said.get("title", "Untitled"), "attachments": []}
        made |= entry.data.get("resource", {}) | content(call, said.get("resource", {}))
        kept = {name: value for name, value in made.items() if name in CONTENT and value is not None}
        said["resource"] = {**kept, "id": entry.id, "capabilities": _capabilities(call, entry)}
    return said


def _capabilities(call: Call, entry: Entry) -> Json:
    return capabilities(call, "draft", may=entry.data["creator"] == call.user)


def _show(call: Call, entry: Entry) -> Json:
    may = entry.data["creator"] == call.user
    is_folder = entry.data["type"] == "folder"
    return {
        "capabilities": {
            "canEdit": may,
            "canAddResources": may and is_folder,
            "canAddFolders": may and is_folder,
            "canChangePrivacy": may,
        }
    }


def _below(call: Call, parent: str) -> Iterator[Entry]:
    """Return the resources in a folder, and in the folders inside it."""
    for entry in RESOURCE.inside(call, parent):
        yield entry
        yield from _below(call, entry.id)


RESOURCE = Resource(
    kind="resource",
    model=EduResource,
    operations={
        "read": EduResourcesApi.get_edu_resource,
        "change": EduResourcesApi.update_edu_resource,
        "delete": EduResourcesApi.delete_edu_resource,
    },
    pointers={"creator": Pointer("user", "remove")},
    begin=_begin,
    accept=_accept,
    show=_show,
    sees=lambda call, entry: entry.data["creator"] == call.user or entry.data["privacy"] != "private",
    changes=lambda call, entry: entry.data["creator"] == call.user,
)


def _place(call: Call, id: str, name: str) -> Entry:
    """Return the library or the folder with the identifier *id*. Raises HttpError, 404."""
    if id in (ROOT, call.user):
        return Entry("library", call.user, {})
    entry = RESOURCE.find(call, id, change=True)
    if entry.data["type"] != "folder":
        raise HttpError(400, "NOT_A_FOLDER", f"The resource {id!r} is not a folder.", name)
    return entry


@answers(EduResourcesApi.list_edu_libraries)
def list_edu_libraries(call: Call) -> Answer:
    """The one library of the user."""
    return Answer([{"id": call.user, "name": "My resources", "type": "myResources", "visibility": "private"}])


@answers(EduResourcesApi.list_edu_resources)
def list_edu_resources(call: Call) -> Answer:
    """A page of what is in a folder; with filters, of what is in the folders inside it as well."""
    parent = _place(call, str(call.get("parent", ROOT)), "parent").id
    is_filtered = any(call.get(name) for name in ("subjects", "grades", "assignmentTypes"))
    deep = is_filtered and not call.get("withoutSubfoldersResources")
    found = [
        entry for entry in (_below(call, parent) if deep else RESOURCE.inside(call, parent)) if _meets(call, entry)
    ]
    rows = [(entry.seq, RESOURCE.shown(call, entry)) for entry in found]
    answer = paged(call, rows, RESOURCE_SORTS)
    folders = sum(entry.data["type"] == "folder" for entry in found)
    answer.headers |= {
        "X-Total-Assignments-Count": str(len(found) - folders),
        "X-Total-Folders-Count": str(folders),
    }
    return answer


def _meets(call: Call, entry: Entry) -> bool:
    types = call.get("assignmentTypes")
    return (
        call.get("type") in (None, entry.data["type"])
        and (not types or entry.data.get("resource", {}).get("type") in types)
        and all(
            not call.get(name) or set(call[name]) & set(entry.data.get(name, ())) for name in ("subjects", "grades")
        )
    )


@answers(EduResourcesApi.create_edu_resource)
def create_edu_resource(call: Call) -> Answer:
    """A new folder or assignment."""
    said = {name: value for name, value in call.data.items() if name != "parent"}
    parent = _place(call, str(call.data.get("parent", ROOT)), "parent")
    return Answer(RESOURCE.shown(call, RESOURCE.make(call, parent, said)))


@answers(EduResourcesApi.update_edu_resource_assignment)
def update_edu_resource_assignment(call: Call) -> Answer:
    """The assignment of a resource, with what was changed."""
    entry = RESOURCE.find(call, change=True)
    RESOURCE.update(call, entry, {"resource": {**_assignment(entry), **call.data}})
    return Answer(answered(call.operation, entry.data["resource"]))


def _assignment(entry: Entry) -> Json:
    """Return the assignment that a resource holds. Raises HttpError, 400, for a folder."""
    if entry.data["type"] == "folder":
        raise HttpError(400, "NOT_AN_ASSIGNMENT", "The resource is a folder.", "resource")
    found: Json = entry.data["resource"]
    return {name: value for name, value in found.items() if name in CONTENT}


@answers(EduResourcesApi.move_edu_resource)
def move_edu_resource(call: Call) -> Answer:
    """A resource at another place, which isn't within itself."""
    entry = RESOURCE.find(call, change=True)
    place = _place(call, str(call.data["destination"]), "destination")
    if place.id == entry.id or any(place.id == inner.id for inner in _below(call, entry.id)):
        raise HttpError(400, "INVALID_DESTINATION", "A folder can't be moved into itself.", "destination")
    entry.parent = entry.data["parent"] = place.id
    RESOURCE.update(call, entry, {})
    return Answer(RESOURCE.shown(call, entry))


@answers(EduResourcesApi.copy_edu_resource)
def copy_edu_resource(call: Call) -> Answer:
    """A copy of a resource, with all that is in it if it is a folder."""
    entry = RESOURCE.find(call)
    place = _place(call, str(call.data["destination"]), "destination")
    return Answer(RESOURCE.shown(call, _copied(call, entry, place, list(_below(call, entry.id)))))


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


def _give(call: Call, class_: Entry, told: Json, target: str | None) -> Entry:
    """Return an assignment of *class_* with what is *told*: the one called *target*, or a new one, a draft."""
    if target is None:
        entry = ASSIGNMENT.make(call, class_, {})
    else:
        entry = ASSIGNMENT.find(call, target, change=True)
        if entry.parent != class_.id:
            raise not_found("assignment", target)
    entry.data |= told
    call.store.save(entry)
    return entry


@answers(EduResourcesApi.use_edu_resource_in_class)
def use_edu_resource_in_class(call: Call) -> Answer:
    """The assignment that a class got."""
    told = _assignment(RESOURCE.find(call))
    class_ = CLASS.find(call, str(call.data["classroom"]), change=True)
    return Answer(ASSIGNMENT.shown(call, _give(call, class_, told, call.data.get("assignment"))))


@answers(EduResourcesApi.copy_edu_resource_to_demo_class)
def copy_edu_resource_to_demo_class(call: Call) -> Answer:
    """The assignment that the demonstration class got, which is made for the first of them."""
    told = _assignment(RESOURCE.find(call))
    mine = call.store.pointing("class", "owner", call.user)
    class_ = next((entry for entry in mine if entry.facts.get("is_demo")), None)
    if class_ is None:
        class_ = CLASS.make(call, CLASS.place(call), {"name": "Demonstration class"})
        class_.facts["is_demo"] = True
        call.store.save(class_)
    return Answer(ASSIGNMENT.shown(call, _give(call, class_, told, None)))


@answers(EduResourcesApi.create_edu_resource_lti_link)
def create_edu_resource_lti_link(call: Call) -> Answer:
    """Return where a learning platform opens the resource."""
    return Answer({"ltiUrl": f"https://lti.flat.io/resources/{RESOURCE.find(call).id}"})


@answers(ModelClassApi.copy_assignment)
def copy_assignment(call: Call) -> Answer:
    """A copy in a class, or in the library."""
    original, said = ASSIGNMENT.find(call, change=True), call.data
    told = {name: value for name, value in original.data.items() if name in CONTENT}
    if "classroom" in said:
        class_ = CLASS.find(call, str(said["classroom"]), change=True)
        dated = {name: said[name] for name in ("scheduledDate",) if name in said}
        copy = _give(call, class_, {**told, **dated}, said.get("assignment"))
        return Answer(ASSIGNMENT.shown(call, copy))
    place = _place(call, str(said.get("libraryParent", ROOT)), "libraryParent")
    if said.get("verifyIfNotAlreadyInResourceLibrary"):
        _refuse_second(call, original)
    entry = _add_copy(call, {"type": "assignment", "title": told["title"], "resource": told}, place)
    entry.facts["copy_of"] = original.id
    call.store.save(entry)
    return Answer(answered(call.operation, {**entry.data["resource"], "resource": entry.id}))


def _refuse_second(call: Call, original: Entry) -> None:
    for entry in call.store.pointing("resource", "creator", call.user):
        if entry.facts.get("copy_of") == original.id:
            raise HttpError(409, "ALREADY_IN_LIBRARY", "The library has a copy of the assignment.", "assignment")
