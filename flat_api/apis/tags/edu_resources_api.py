"""The operations of resource libraries."""

from ...model.assignment import Assignment
from ...model.assignment_type import AssignmentType
from ...model.assignment_update import AssignmentUpdate
from ...model.class_assignment import ClassAssignment
from ...model.edu_library import EduLibrary
from ...model.edu_resource import EduResource
from ...model.edu_resource_copy import EduResourceCopy
from ...model.edu_resource_creation import EduResourceCreation
from ...model.edu_resource_lti_link import EduResourceLtiLink
from ...model.edu_resource_move import EduResourceMove
from ...model.edu_resource_update import EduResourceUpdate
from ...model.edu_resource_use_in_class import EduResourceUseInClass
from ...model.grade import Grade
from ...model.teaching_theme import TeachingTheme
from ...operations import delete, get, post, put
from ...schemas import BoolSchema, EnumBase, IntSchema, StrSchema, list_of, optional, required, value
from .._parameters import LIMIT, NEXT, PREVIOUS
from .._service import FlatApi

RESOURCE = required(StrSchema, "Unique identifier of the resource")


class EduResourcesApi(FlatApi):
    """Keep assignments in libraries, in folders if wanted, and give them to classes from there."""

    class Type(EnumBase, StrSchema):
        """Only resources of this kind: each `assignment`, or each `folder`; both if not given"""

        ASSIGNMENT = value("assignment")
        FOLDER = value("folder")

    class Sort(EnumBase, StrSchema):
        """What the resources are sorted by, `creationDate` if not given"""

        CREATION_DATE = value("creationDate")
        UPDATE_DATE = value("updateDate")
        TITLE = value("title")

    class Direction(EnumBase, StrSchema):
        """Which way the list is sorted: `asc` for the lowest first, `desc` for the highest first"""

        ASC = value("asc")
        DESC = value("desc")

    list_edu_libraries = get(
        "/eduResources/libraries",
        "List the libraries that the current user can take resources from.",
        returns=list_of(EduLibrary),
        scopes=("edu.resources", "edu.resources.readonly", "edu.assignments", "edu.assignments.readonly"),
    )

    list_edu_resources = get(
        "/eduResources",
        "List the resources in a library or in one of its folders, a page at a time.",
        query={
            "parent": optional(StrSchema, "Unique identifier of the library or the folder, `root` if not given"),
            "type": optional(Type),
            "sort": optional(Sort),
            "direction": optional(Direction),
            "limit": LIMIT,
            "next": NEXT,
            "previous": PREVIOUS,
            "withoutSubfoldersResources": optional(
                BoolSchema, "True to leave out what is in the folders inside this one, when the list is filtered"
            ),
            "subjects": optional(list_of(TeachingTheme), "Only resources about one of these subjects"),
            "assignmentTypes": optional(list_of(AssignmentType), "Only resources with one of these kinds of work"),
            "grades": optional(list_of(Grade), "Only resources for one of these school grades"),
        },
        returns=list_of(EduResource),
        headers={
            "X-Total-Assignments-Count": optional(IntSchema, "Number of assignments on all pages"),
            "X-Total-Folders-Count": optional(IntSchema, "Number of folders on all pages"),
        },
        scopes=("edu.resources", "edu.resources.readonly", "edu.assignments", "edu.assignments.readonly"),
    )

    create_edu_resource = post(
        "/eduResources",
        "Create an assignment or a folder in a library.",
        body=required(EduResourceCreation, "Kind, title and place of the new resource"),
        returns=EduResource,
        scopes=("edu.resources", "edu.assignments"),
    )

    get_edu_resource = get(
        "/eduResources/{resource}",
        "Read a resource, with the assignment that it holds if it is none of the folders.",
        path={"resource": RESOURCE},
        returns=EduResource,
        scopes=("edu.resources", "edu.resources.readonly", "edu.assignments", "edu.assignments.readonly"),
    )

    update_edu_resource = put(
        "/eduResources/{resource}",
        "Change what is said about a resource, such as its title, but not the assignment that it holds.",
        path={"resource": RESOURCE},
        body=required(EduResourceUpdate, "What to change; whatever is left out stays as it is"),
        returns=EduResource,
        scopes=("edu.resources", "edu.assignments"),
    )

    update_edu_resource_assignment = put(
        "/eduResources/{resource}/assignment",
        "Change the assignment that a resource holds.",
        path={"resource": RESOURCE},
        body=required(AssignmentUpdate, "What to change in the assignment; whatever is left out stays as it is"),
        returns=Assignment,
        scopes=("edu.resources", "edu.assignments"),
    )

    delete_edu_resource = delete(
        "/eduResources/{resource}",
        "Delete a resource from its library.",
        path={"resource": RESOURCE},
        scopes=("edu.resources", "edu.assignments"),
    )

    move_edu_resource = post(
        "/eduResources/{resource}/move",
        "Move a resource to another folder or library.",
        path={"resource": RESOURCE},
        body=required(EduResourceMove, "The folder or the library to move it to"),
        returns=EduResource,
        scopes=("edu.resources", "edu.assignments"),
    )

    copy_edu_resource = post(
        "/eduResources/{resource}/copy",
        "Copy a resource to a folder or a library; the answer is the copy.",
        path={"resource": RESOURCE},
        body=required(EduResourceCopy, "The folder or the library to copy it to"),
        returns=EduResource,
        scopes=("edu.resources", "edu.assignments"),
    )

    copy_edu_resource_to_demo_class = post(
        "/eduResources/{resource}/copyToDemoClass",
        "Copy the assignment of a resource to the demonstration class, to try it out.",
        path={"resource": RESOURCE},
        returns=ClassAssignment,
        scopes=("edu.resources", "edu.assignments"),
    )

    create_edu_resource_lti_link = post(
        "/eduResources/{resource}/createLtiLink",
        "Make a link by which a learning platform opens a resource over LTI.",
        path={"resource": RESOURCE},
        returns=EduResourceLtiLink,
        scopes=("edu.resources", "edu.assignments"),
    )

    use_edu_resource_in_class = post(
        "/eduResources/{resource}/useInClass",
        "Give a class the assignment of a resource; the answer is the assignment of the class.",
        path={"resource": RESOURCE},
        body=required(EduResourceUseInClass, "The class, and the assignment of it to fill if there is one"),
        returns=ClassAssignment,
        scopes=("edu.resources", "edu.assignments"),
    )
