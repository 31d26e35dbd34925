"""Printed by ``python -m flat_api.reference`` from the declarations in `flat_api.apis.tags`; don't edit it."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from os import PathLike
from pathlib import Path
from typing import Any, Concatenate, Literal, NamedTuple, ParamSpec, TypeVar

from .api_client import Api
from .apis.tags.collection_api import CollectionApi
from .apis.tags.edu_resources_api import EduResourcesApi
from .apis.tags.group_api import GroupApi
from .apis.tags.model_class_api import ModelClassApi
from .apis.tags.omr_api import OMRApi
from .apis.tags.organization_api import OrganizationApi
from .apis.tags.score_api import ScoreApi
from .apis.tags.user_api import UserApi
from .bodies import (
    AssignmentCopyBody,
    AssignmentSubmissionCommentCreationBody,
    AssignmentSubmissionUpdateBody,
    AssignmentUpdateBody,
    ClassAssignmentUpdateBody,
    ClassCreationBody,
    ClassUpdateBody,
    CollectionCreationBody,
    CollectionModificationBody,
    EduResourceCopyBody,
    EduResourceCreationBody,
    EduResourceMoveBody,
    EduResourceUpdateBody,
    EduResourceUseInClassBody,
    GroupCreationBody,
    GroupNewMemberBody,
    GroupRenamingBody,
    LtiConfigurationCreateBody,
    LtiConfigurationUpdateDeploymentBody,
    LtiConfigurationUpdateStandaloneBody,
    LtiCredentialsCreationBody,
    OmrJobCreationBody,
    OmrJobFileUploadBody,
    OmrStepSubmissionBody,
    OrganizationInvitationCreationBody,
    OrganizationUserAccessTokenCreationBody,
    ResourceCollaboratorCreationBody,
    ScoreCommentCreationBody,
    ScoreCommentUpdateBody,
    ScoreCreationBody,
    ScoreForkBody,
    ScoreModificationBody,
    ScoreRevisionCreationBody,
    ScoreTrackCreationBody,
    ScoreTrackUpdateBody,
    TaskExportOptionsBody,
    UserAdminUpdateBody,
    UserCreationBody,
    UserSigninLinkCreationBody,
)
from .configuration import TimeoutSetting
from .model.api_access_token import ApiAccessToken
from .model.assignment import Assignment
from .model.assignment_copy import AssignmentCopy
from .model.assignment_copy_response import AssignmentCopyResponse
from .model.assignment_submission import AssignmentSubmission
from .model.assignment_submission_comment import AssignmentSubmissionComment
from .model.assignment_submission_comment_creation import AssignmentSubmissionCommentCreation
from .model.assignment_submission_history import AssignmentSubmissionHistory
from .model.assignment_submission_update import AssignmentSubmissionUpdate
from .model.assignment_type import AssignmentType
from .model.assignment_update import AssignmentUpdate
from .model.class_assignment import ClassAssignment
from .model.class_assignment_update import ClassAssignmentUpdate
from .model.class_creation import ClassCreation
from .model.class_details import ClassDetails
from .model.class_update import ClassUpdate
from .model.collection import Collection
from .model.collection_creation import CollectionCreation
from .model.collection_modification import CollectionModification
from .model.credit_transaction import CreditTransaction
from .model.edu_library import EduLibrary
from .model.edu_resource import EduResource
from .model.edu_resource_copy import EduResourceCopy
from .model.edu_resource_creation import EduResourceCreation
from .model.edu_resource_lti_link import EduResourceLtiLink
from .model.edu_resource_move import EduResourceMove
from .model.edu_resource_update import EduResourceUpdate
from .model.edu_resource_use_in_class import EduResourceUseInClass
from .model.grade import Grade
from .model.group_creation import GroupCreation
from .model.group_details import GroupDetails
from .model.lti_configuration import LtiConfiguration
from .model.lti_configuration_create import LtiConfigurationCreate
from .model.lti_configuration_update import LtiConfigurationUpdate
from .model.lti_configuration_update_deployment import LtiConfigurationUpdateDeployment
from .model.lti_configuration_update_standalone import LtiConfigurationUpdateStandalone
from .model.lti_credentials import LtiCredentials
from .model.lti_credentials_creation import LtiCredentialsCreation
from .model.omr_capabilities import OmrCapabilities
from .model.omr_job import OmrJob
from .model.omr_job_creation import OmrJobCreation
from .model.omr_job_file_upload import OmrJobFileUpload
from .model.omr_job_file_upload_result import OmrJobFileUploadResult
from .model.omr_job_status import OmrJobStatus
from .model.omr_step_name import OmrStepName
from .model.omr_step_submission import OmrStepSubmission
from .model.organization_invitation import OrganizationInvitation
from .model.organization_invitation_creation import OrganizationInvitationCreation
from .model.organization_user_access_token_creation import OrganizationUserAccessTokenCreation
from .model.resource_collaborator import ResourceCollaborator
from .model.resource_collaborator_creation import ResourceCollaboratorCreation
from .model.score_comment import ScoreComment
from .model.score_comment_creation import ScoreCommentCreation
from .model.score_comment_update import ScoreCommentUpdate
from .model.score_creation import ScoreCreation
from .model.score_details import ScoreDetails
from .model.score_fork import ScoreFork
from .model.score_modification import ScoreModification
from .model.score_revision import ScoreRevision
from .model.score_revision_creation import ScoreRevisionCreation
from .model.score_track import ScoreTrack
from .model.score_track_creation import ScoreTrackCreation
from .model.score_track_creation_response import ScoreTrackCreationResponse
from .model.score_track_update import ScoreTrackUpdate
from .model.task import Task
from .model.task_export_options import TaskExportOptions
from .model.teaching_theme import TeachingTheme
from .model.user_admin_update import UserAdminUpdate
from .model.user_creation import UserCreation
from .model.user_details import UserDetails
from .model.user_details_admin import UserDetailsAdmin
from .model.user_public import UserPublic
from .model.user_signin_link import UserSigninLink
from .model.user_signin_link_creation import UserSigninLinkCreation
from .operations import Call, Command, DownloadCall, ListCall, PagedCall, PlainOperation, Progress, QueryValue
from .schemas import BoolClass, IntSchema, ListSchema
from .tasks import Exports, Tasks

_P = ParamSpec("_P")
_D = ParamSpec("_D")
_R = TypeVar("_R")
_Item = TypeVar("_Item")

def _command(operation: Callable[Concatenate[Any, _P], None]) -> Command[_P]: ...
def _call(operation: Callable[Concatenate[Any, _P], _R]) -> Call[_P, _R]: ...
def _list(operation: Callable[Concatenate[Any, _P], ListSchema[_Item]]) -> ListCall[_P, _Item]: ...
def _paged(operation: Callable[Concatenate[Any, _P], ListSchema[_Item]]) -> PagedCall[_P, _Item]: ...
def _download(
    save: Callable[Concatenate[Any, _D], Path],
) -> Callable[[Callable[Concatenate[Any, _P], _R]], DownloadCall[_P, _R, _D]]: ...

class Form(NamedTuple):
    home: str
    beside: str
    prefix: str = ""

PLAIN: Form
AWAITED: Form

def beside(service_class: type[Api], form: Form) -> list[str]: ...
def calls_class(service_class: type[Api], form: Form = ..., operation: type[PlainOperation] = ...) -> type[Calls]: ...
def calls_called(name: str, form: Form = ..., operation: type[PlainOperation] = ...) -> type[Calls]: ...

class Calls:
    """Operations in the plain form, with the client they share."""

    service: Api
    def __init__(self, api_client: Any) -> None: ...

class AccountCalls(Calls):
    """Find out in whose name the requests are sent."""

    @_call
    def get_authenticated_user(
        self,
        *,
        onlyId: bool | BoolClass = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> UserDetails:
        """Read the account of the user that the access token belongs to.

        onlyId (optional): True to get nothing but the identifier; false if not given
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """

class CollectionCalls(Calls):
    """Keep scores in collections, the folders of Flat."""

    @_paged
    def list_collections(
        self,
        *,
        parent: str = ...,
        sort: Literal["creationDate", "modificationDate", "title"] | CollectionApi.Sort = ...,
        direction: Literal["asc", "desc"] | CollectionApi.Direction = ...,
        limit: int | Decimal = ...,
        next: str = ...,
        previous: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[Collection]:
        """List the collections inside another one, a page at a time.

        parent (optional): Unique identifier of the outer collection, `user` if not given
        sort (optional): What the collections are sorted by
        direction (optional): Which way the list is sorted: `asc` for the lowest first, `desc` for the highest first
        limit (optional): How many to list at most, from 1 to 100; 25 if not given
        next (optional): Cursor to go on from, out of the `Link` header of the page before
        previous (optional): Cursor to go back from, out of the `Link` header of the page after
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_collection(
        self,
        *,
        body: CollectionCreation | CollectionCreationBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Collection:
        """Create an empty collection.

        body: Title and privacy of the new collection (CollectionCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def get_collection(
        self,
        *,
        collection: str,
        sharingKey: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Collection:
        """Read title, privacy, owner and rights of a collection.

        collection: Unique identifier of the collection
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def edit_collection(
        self,
        *,
        collection: str,
        body: CollectionModification | CollectionModificationBody = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Collection:
        """Change the title or the privacy of a collection.

        collection: Unique identifier of the collection
        body (optional): What to change; whatever is left out stays as it is (CollectionModification)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def delete_collection(
        self,
        *,
        collection: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Move a collection to the trash.

        collection: Unique identifier of the collection
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def untrash_collection(
        self,
        *,
        collection: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Take a collection out of the trash again.

        collection: Unique identifier of the collection
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_paged
    def list_collection_scores(
        self,
        *,
        collection: str,
        sharingKey: str = ...,
        sort: Literal["creationDate", "modificationDate", "title"] | CollectionApi.ScoreSort = ...,
        direction: Literal["asc", "desc"] | CollectionApi.Direction = ...,
        limit: int | Decimal = ...,
        next: str = ...,
        previous: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ScoreDetails]:
        """List the scores in a collection, a page at a time.

        collection: Unique identifier of the collection
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        sort (optional): What the scores are sorted by
        direction (optional): Which way the list is sorted: `asc` for the lowest first, `desc` for the highest first
        limit (optional): How many to list at most, from 1 to 100; 25 if not given
        next (optional): Cursor to go on from, out of the `Link` header of the page before
        previous (optional): Cursor to go back from, out of the `Link` header of the page after
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def add_score_to_collection(
        self,
        *,
        collection: str,
        score: str,
        body: Mapping[str, Any] = ...,
        sharingKey: str = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ScoreDetails:
        """Put a score in a collection, beside those that hold it already.

        collection: Unique identifier of the collection
        score: Unique identifier of the score
        body (optional): What the statistics of Flat are to know about the change, as a form (DictSchema)
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def delete_score_from_collection(
        self,
        *,
        collection: str,
        score: str,
        body: Mapping[str, Any] = ...,
        sharingKey: str = ...,
        eventProperties: str = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Take a score out of a collection; the score itself is kept.

        collection: Unique identifier of the collection
        score: Unique identifier of the score
        body (optional): What the statistics of Flat are to know about the change, as a form (DictSchema)
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        eventProperties (optional): What the statistics of Flat are to know about the deletion, as JSON
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """

class EduResourcesCalls(Calls):
    """Keep assignments in libraries, in folders if wanted, and give them to classes from there."""

    @_list
    def list_edu_libraries(
        self,
        *,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[EduLibrary]:
        """List the libraries that the current user can take resources from.

        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_paged
    def list_edu_resources(
        self,
        *,
        parent: str = ...,
        type: Literal["assignment", "folder"] | EduResourcesApi.Type = ...,
        sort: Literal["creationDate", "updateDate", "title"] | EduResourcesApi.Sort = ...,
        direction: Literal["asc", "desc"] | EduResourcesApi.Direction = ...,
        limit: int | Decimal = ...,
        next: str = ...,
        previous: str = ...,
        withoutSubfoldersResources: bool | BoolClass = ...,
        subjects: Sequence[
            Literal[
                "composition",
                "music-theory",
                "general-music",
                "band",
                "choir",
                "orchestra",
                "jazz-ensemble",
                "music-technology",
                "other",
            ]
            | TeachingTheme
        ] = ...,
        assignmentTypes: Sequence[
            Literal["none", "newScore", "scoreTemplate", "sharedWriting", "worksheet", "worksheetText", "performance"]
            | AssignmentType
        ] = ...,
        grades: Sequence[
            Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "university"] | Grade
        ] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[EduResource]:
        """List the resources in a library or in one of its folders, a page at a time.

        parent (optional): Unique identifier of the library or the folder, `root` if not given
        type (optional): Only resources of this kind: each `assignment`, or each `folder`; both if not given
        sort (optional): What the resources are sorted by, `creationDate` if not given
        direction (optional): Which way the list is sorted: `asc` for the lowest first, `desc` for the highest first
        limit (optional): How many to list at most, from 1 to 100; 25 if not given
        next (optional): Cursor to go on from, out of the `Link` header of the page before
        previous (optional): Cursor to go back from, out of the `Link` header of the page after
        withoutSubfoldersResources (optional): True to leave out what is in the folders inside this one, when the
            list is filtered
        subjects (optional): Only resources about one of these subjects
        assignmentTypes (optional): Only resources with one of these kinds of work
        grades (optional): Only resources for one of these school grades
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_edu_resource(
        self,
        *,
        body: EduResourceCreation | EduResourceCreationBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> EduResource:
        """Create an assignment or a folder in a library.

        body: Kind, title and place of the new resource (EduResourceCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def get_edu_resource(
        self,
        *,
        resource: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> EduResource:
        """Read a resource, with the assignment that it holds if it is none of the folders.

        resource: Unique identifier of the resource
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def update_edu_resource(
        self,
        *,
        resource: str,
        body: EduResourceUpdate | EduResourceUpdateBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> EduResource:
        """Change what is said about a resource, such as its title, but not the assignment that it holds.

        resource: Unique identifier of the resource
        body: What to change; whatever is left out stays as it is (EduResourceUpdate)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def update_edu_resource_assignment(
        self,
        *,
        resource: str,
        body: AssignmentUpdate | AssignmentUpdateBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Assignment:
        """Change the assignment that a resource holds.

        resource: Unique identifier of the resource
        body: What to change in the assignment; whatever is left out stays as it is (AssignmentUpdate)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def delete_edu_resource(
        self,
        *,
        resource: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Delete a resource from its library.

        resource: Unique identifier of the resource
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def move_edu_resource(
        self,
        *,
        resource: str,
        body: EduResourceMove | EduResourceMoveBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> EduResource:
        """Move a resource to another folder or library.

        resource: Unique identifier of the resource
        body: The folder or the library to move it to (EduResourceMove)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def copy_edu_resource(
        self,
        *,
        resource: str,
        body: EduResourceCopy | EduResourceCopyBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> EduResource:
        """Copy a resource to a folder or a library; the answer is the copy.

        resource: Unique identifier of the resource
        body: The folder or the library to copy it to (EduResourceCopy)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def copy_edu_resource_to_demo_class(
        self,
        *,
        resource: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ClassAssignment:
        """Copy the assignment of a resource to the demonstration class, to try it out.

        resource: Unique identifier of the resource
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_edu_resource_lti_link(
        self,
        *,
        resource: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> EduResourceLtiLink:
        """Make a link by which a learning platform opens a resource over LTI.

        resource: Unique identifier of the resource
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def use_edu_resource_in_class(
        self,
        *,
        resource: str,
        body: EduResourceUseInClass | EduResourceUseInClassBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ClassAssignment:
        """Give a class the assignment of a resource; the answer is the assignment of the class.

        resource: Unique identifier of the resource
        body: The class, and the assignment of it to fill if there is one (EduResourceUseInClass)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """

class GroupCalls(Calls):
    """Look at groups of users and at what is shared with them, and divide classes into groups."""

    @_list
    def list_groups(
        self,
        *,
        type: Literal["classStudentsSubGroup", "assignmentStudentsSubGroup"] | GroupApi.Type,
        classroom: str = ...,
        assignment: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[GroupDetails]:
        """List the groups that a class or the work on an assignment is divided into.

        type: Only groups of this kind: students of a class (`classStudentsSubGroup`), or those of them who work on
            an assignment together (`assignmentStudentsSubGroup`)
        classroom (optional): Unique identifier of a class, to list the groups of that class only
        assignment (optional): Unique identifier of an assignment, to list the groups that work on it only
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_group(
        self,
        *,
        body: GroupCreation | GroupCreationBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> GroupDetails:
        """Make a group of students of a class.

        body: The class, the students, and what to call the group (GroupCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def get_group_details(
        self,
        *,
        group: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> GroupDetails:
        """Read what a group is called, of what kind it is and how many users it has.

        group: Unique identifier of the group
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def rename_group(
        self,
        *,
        group: str,
        body: GroupApi.Renaming | GroupRenamingBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> GroupDetails:
        """Give a group another name.

        group: Unique identifier of the group
        body: The new name (Renaming)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def delete_group(
        self,
        *,
        group: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Delete a group; its users stay in their class.

        group: Unique identifier of the group
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def list_group_users(
        self,
        *,
        group: str,
        source: Literal["googleClassroom", "microsoftGraph", "clever"] | GroupApi.Source = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[UserPublic]:
        """List the users in a group.

        group: Unique identifier of the group
        source (optional): Only users whose accounts come from this service; all users if not given
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def add_group_user(
        self,
        *,
        group: str,
        body: GroupApi.NewMember | GroupNewMemberBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> GroupApi.AddedMember:
        """Put a user into a group.

        group: Unique identifier of the group
        body: Whom to put into the group (NewMember)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def remove_group_user(
        self,
        *,
        group: str,
        user: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Take a user out of a group.

        group: Unique identifier of the group
        user: Unique identifier of the user
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def get_group_scores(
        self,
        *,
        group: str,
        parent: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ScoreDetails]:
        """List the scores that are shared with a group.

        group: Unique identifier of the group
        parent (optional): Unique identifier of a score, to list the copies made of it only
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """

class ModelClassCalls(Calls):
    """Teach with Flat: classes, the assignments that they are given, and the work that students hand in."""

    @_list
    def list_classes(
        self,
        *,
        state: Literal["active", "inactive", "archived"] | ModelClassApi.State = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ClassDetails]:
        """List the classes that the current user teaches or attends.

        state (optional): Only classes in this state, the `active` ones if not given
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_class(
        self,
        *,
        body: ClassCreation | ClassCreationBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ClassDetails:
        """Create a class.

        body: Name of the new class, and whom it is for (ClassCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def get_class(
        self,
        *,
        class_: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ClassDetails:
        """Read a class: its name, its members, and its links to other platforms.

        class_: Unique identifier of the class
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def update_class(
        self,
        *,
        class_: str,
        body: ClassUpdate | ClassUpdateBody = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ClassDetails:
        """Change what is said about a class, such as its name.

        class_: Unique identifier of the class
        body (optional): What to change; whatever is left out stays as it is (ClassUpdate)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def activate_class(
        self,
        *,
        class_: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ClassDetails:
        """Put an inactive class in use.

        class_: Unique identifier of the class
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def archive_class(
        self,
        *,
        class_: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ClassDetails:
        """Put a class that is over in the archives.

        class_: Unique identifier of the class
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def unarchive_class(
        self,
        *,
        class_: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ClassDetails:
        """Take a class out of the archives again.

        class_: Unique identifier of the class
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def enroll_class(
        self,
        *,
        enrollmentCode: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ClassDetails:
        """Let the current user join the class that a code belongs to.

        enrollmentCode: Code of the class, which its teacher gives out
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def add_class_user(
        self,
        *,
        class_: str,
        user: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Make a user a member of a class.

        class_: Unique identifier of the class
        user: Unique identifier of the user
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def delete_class_user(
        self,
        *,
        class_: str,
        user: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Remove a user from a class; the account is kept.

        class_: Unique identifier of the class
        user: Unique identifier of the user
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_test_student_account(
        self,
        *,
        class_: str,
        reset: bool | BoolClass = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> UserDetails:
        """Get an account with which a teacher sees a class as a student does, made when there is none.

        class_: Unique identifier of the class
        reset (optional): True to start afresh where there is an account already
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def list_class_student_submissions(
        self,
        *,
        class_: str,
        user: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[AssignmentSubmission]:
        """List the submissions of one student to all assignments of a class.

        class_: Unique identifier of the class
        user: Unique identifier of the user
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def list_assignments(
        self,
        *,
        class_: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ClassAssignment]:
        """List the assignments of a class.

        class_: Unique identifier of the class
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_class_assignment(
        self,
        *,
        class_: str,
        body: ClassAssignmentUpdate | ClassAssignmentUpdateBody = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Assignment:
        """Create an assignment in a class.

        class_: Unique identifier of the class
        body (optional): Content of the new assignment, its dates, and whom it is for (ClassAssignmentUpdate)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def get_assignment(
        self,
        *,
        class_: str,
        assignment: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Assignment:
        """Read an assignment of a class, without what was handed in.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def update_class_assignment(
        self,
        *,
        class_: str,
        assignment: str,
        body: ClassAssignmentUpdate | ClassAssignmentUpdateBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Assignment:
        """Change the content of an assignment, its dates, or whom it is for.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        body: What to change in the assignment; whatever is left out stays as it is (ClassAssignmentUpdate)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def delete_assignment(
        self,
        *,
        class_: str,
        assignment: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Delete an assignment from its class.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def copy_assignment(
        self,
        *,
        class_: str,
        assignment: str,
        body: AssignmentCopy | AssignmentCopyBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> AssignmentCopyResponse:
        """Copy an assignment to a class or to a library; the answer is the copy.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        body: The class or the library to copy it to (AssignmentCopy)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def archive_assignment(
        self,
        *,
        class_: str,
        assignment: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Assignment:
        """Put an assignment that is over in the archives.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def unarchive_assignment(
        self,
        *,
        class_: str,
        assignment: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Assignment:
        """Take an assignment out of the archives again.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def get_submissions(
        self,
        *,
        class_: str,
        assignment: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[AssignmentSubmission]:
        """List the submissions to an assignment, those of all students that the current user may see.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_submission(
        self,
        *,
        class_: str,
        assignment: str,
        body: AssignmentSubmissionUpdate | AssignmentSubmissionUpdateBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> AssignmentSubmission:
        """Make the submission of the current user to an assignment, or change it if there is one.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        body: The work, and whether it is to be handed in (AssignmentSubmissionUpdate)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    def _save_export_submissions_reviews_as_csv(
        self,
        path: str | PathLike[str],
        *,
        overwrite: bool = ...,
        progress: Progress | None = ...,
        class_: str,
        assignment: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Path: ...
    @_download(_save_export_submissions_reviews_as_csv)
    def export_submissions_reviews_as_csv(
        self,
        *,
        class_: str,
        assignment: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> bytes:
        """Get the reviews of all submissions to an assignment as a table in CSV.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    def _save_export_submissions_reviews_as_excel(
        self,
        path: str | PathLike[str],
        *,
        overwrite: bool = ...,
        progress: Progress | None = ...,
        class_: str,
        assignment: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Path: ...
    @_download(_save_export_submissions_reviews_as_excel)
    def export_submissions_reviews_as_excel(
        self,
        *,
        class_: str,
        assignment: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> bytes:
        """Get the reviews of all submissions to an assignment as a workbook for Excel.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def get_submission(
        self,
        *,
        class_: str,
        assignment: str,
        submission: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> AssignmentSubmission:
        """Read one submission, with its state and its grade.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        submission: Unique identifier of the submission
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def edit_submission(
        self,
        *,
        class_: str,
        assignment: str,
        submission: str,
        body: AssignmentSubmissionUpdate | AssignmentSubmissionUpdateBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> AssignmentSubmission:
        """Change a submission: the work of the student, its grade, or who has to act next.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        submission: Unique identifier of the submission
        body: What to change; whatever is left out stays as it is (AssignmentSubmissionUpdate)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def delete_submission(
        self,
        *,
        class_: str,
        assignment: str,
        submission: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> AssignmentSubmission:
        """Delete a submission from its assignment; the answer is the submission once more.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        submission: Unique identifier of the submission
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def get_submission_history(
        self,
        *,
        class_: str,
        assignment: str,
        submission: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[AssignmentSubmissionHistory]:
        """List what happened to a submission: handed in, given back, graded, and so on.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        submission: Unique identifier of the submission
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def get_submission_comments(
        self,
        *,
        class_: str,
        assignment: str,
        submission: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[AssignmentSubmissionComment]:
        """List what student and teachers wrote to each other about a submission.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        submission: Unique identifier of the submission
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def post_submission_comment(
        self,
        *,
        class_: str,
        assignment: str,
        submission: str,
        body: AssignmentSubmissionCommentCreation | AssignmentSubmissionCommentCreationBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> AssignmentSubmissionComment:
        """Comment on a submission.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        submission: Unique identifier of the submission
        body: Text of the new comment (AssignmentSubmissionCommentCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def update_submission_comment(
        self,
        *,
        class_: str,
        assignment: str,
        submission: str,
        comment: str,
        body: AssignmentSubmissionCommentCreation | AssignmentSubmissionCommentCreationBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> AssignmentSubmissionComment:
        """Change the text of a comment on a submission.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        submission: Unique identifier of the submission
        comment: Unique identifier of the comment
        body: What the comment is to say instead (AssignmentSubmissionCommentCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def delete_submission_comment(
        self,
        *,
        class_: str,
        assignment: str,
        submission: str,
        comment: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Delete a comment on a submission.

        class_: Unique identifier of the class
        assignment: Unique identifier of the assignment
        submission: Unique identifier of the submission
        comment: Unique identifier of the comment
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def get_score_submissions(
        self,
        *,
        score: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[AssignmentSubmission]:
        """List the submissions to assignments that a score is part of.

        score: Unique identifier of the score
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """

class OMRCalls(Calls):
    """Turn pictures of sheet music into scores: optical music recognition (OMR), and the credits for it."""

    @_call
    def get_omr_capabilities(
        self,
        *,
        X_Flat_Locale: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> OmrCapabilities:
        """Read what optical music recognition can do, its limits, and what it costs.

        X_Flat_Locale (optional): Code of the language of the texts in the answer (e.g. `fr`)
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_paged
    def list_omr_jobs(
        self,
        *,
        status: Literal["draft", "processing", "awaitingInput", "done", "error", "canceled"] | OmrJobStatus = ...,
        expired: bool | BoolClass = ...,
        limit: int | Decimal = ...,
        next: str = ...,
        previous: str = ...,
        X_Flat_Locale: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[OmrJob]:
        """List the jobs of the current user, a page at a time.

        status (optional): Only jobs in this state
        expired (optional): True for only those jobs whose files are gone, false for only the others
        limit (optional): How many to list at most, from 1 to 1000; 50 if not given
        next (optional): Cursor to go on from, out of the `Link` header of the page before
        previous (optional): Cursor to go back from, out of the `Link` header of the page after
        X_Flat_Locale (optional): Code of the language of the texts in the answer (e.g. `fr`)
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_omr_job(
        self,
        *,
        body: OmrJobCreation | OmrJobCreationBody,
        X_Flat_Locale: str = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> OmrJob:
        """Create a job from the pages of a score; it starts at once, or when it is told to.

        body: The pages, and what to do with them (OmrJobCreation)
        X_Flat_Locale (optional): Code of the language of the texts in the answer (e.g. `fr`)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def get_omr_job(
        self,
        *,
        job: str,
        wait: int | Decimal = ...,
        X_Flat_Locale: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> OmrJob:
        """Read how far a job is, what it waits for, or what it has made.

        job: Unique identifier of the job
        wait (optional): How many seconds to wait for a change before the answer, from 0 to 25
        X_Flat_Locale (optional): Code of the language of the texts in the answer (e.g. `fr`)
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def delete_omr_job(
        self,
        *,
        job: str,
        X_Flat_Locale: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> OmrJob:
        """Delete a job and its files; the answer is the job once more.

        job: Unique identifier of the job
        X_Flat_Locale (optional): Code of the language of the texts in the answer (e.g. `fr`)
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def add_omr_job_file(
        self,
        *,
        job: str,
        body: OmrJobFileUpload | OmrJobFileUploadBody,
        X_Flat_Locale: str = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> OmrJobFileUploadResult:
        """Add a file with pages to a job that has not started.

        job: Unique identifier of the job
        body: The file (OmrJobFileUpload)
        X_Flat_Locale (optional): Code of the language of the texts in the answer (e.g. `fr`)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    def _save_get_omr_job_file(
        self,
        path: str | PathLike[str],
        *,
        overwrite: bool = ...,
        progress: Progress | None = ...,
        job: str,
        index: int | Decimal,
        X_Flat_Locale: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Path: ...
    @_download(_save_get_omr_job_file)
    def get_omr_job_file(
        self,
        *,
        job: str,
        index: int | Decimal,
        X_Flat_Locale: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> bytes:
        """Get a page that was given to a job, as a picture.

        job: Unique identifier of the job
        index: Position of the page, from 0
        X_Flat_Locale (optional): Code of the language of the texts in the answer (e.g. `fr`)
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def start_omr_job(
        self,
        *,
        job: str,
        X_Flat_Locale: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> OmrJob:
        """Start a job that waits for it.

        job: Unique identifier of the job
        X_Flat_Locale (optional): Code of the language of the texts in the answer (e.g. `fr`)
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def submit_omr_job_step(
        self,
        *,
        job: str,
        step: Literal["details"] | OmrStepName,
        body: OmrStepSubmission | OmrStepSubmissionBody,
        X_Flat_Locale: str = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> OmrJob:
        """Confirm or correct what a job has found, so that it goes on.

        job: Unique identifier of the job
        step: The step that the job waits at
        body: What was decided (OmrStepSubmission)
        X_Flat_Locale (optional): Code of the language of the texts in the answer (e.g. `fr`)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    def _save_get_omr_job_export(
        self,
        path: str | PathLike[str],
        *,
        overwrite: bool = ...,
        progress: Progress | None = ...,
        job: str,
        format: Literal["musicxml", "mxl", "midi", "thumbnail.png"] | OMRApi.ExportFormat,
        X_Flat_Locale: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Path: ...
    @_download(_save_get_omr_job_export)
    def get_omr_job_export(
        self,
        *,
        job: str,
        format: Literal["musicxml", "mxl", "midi", "thumbnail.png"] | OMRApi.ExportFormat,
        X_Flat_Locale: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> bytes:
        """Get the score that a job has made as a file.

        job: Unique identifier of the job
        format: What to get: notation (`musicxml`, or `mxl` compressed), sound (`midi`), or a picture of the first
            page
        X_Flat_Locale (optional): Code of the language of the texts in the answer (e.g. `fr`)
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def cancel_omr_job(
        self,
        *,
        job: str,
        X_Flat_Locale: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> OmrJob:
        """Stop a job.

        job: Unique identifier of the job
        X_Flat_Locale (optional): Code of the language of the texts in the answer (e.g. `fr`)
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_paged
    def list_billing_credits_history(
        self,
        *,
        limit: int | Decimal = ...,
        next: str = ...,
        previous: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[CreditTransaction]:
        """List the credits that the current user was given and has spent, a page at a time.

        limit (optional): How many to list at most, from 1 to 1000; 50 if not given
        next (optional): Cursor to go on from, out of the `Link` header of the page before
        previous (optional): Cursor to go back from, out of the `Link` header of the page after
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """

class OrganizationCalls(Calls):
    """Manage the accounts, the invitations and the LTI access of the organization of the current user."""

    @_paged
    def list_organization_users(
        self,
        *,
        role: Sequence[Literal["user", "teacher", "admin", "accountAdmin"] | OrganizationApi.Role] = ...,
        q: str = ...,
        group: Sequence[str] = ...,
        noActiveLicense: bool | BoolClass = ...,
        licenseExpirationDate: Sequence[str] = ...,
        onlyIds: bool | BoolClass = ...,
        sort: Literal["creationDate", "firstname", "lastname", "username", "lastActivityDate", "licenseExpirationDate"]
        | OrganizationApi.Sort
        | str
        | Sequence[
            Literal["creationDate", "firstname", "lastname", "username", "lastActivityDate", "licenseExpirationDate"]
            | OrganizationApi.Sort
            | str
        ] = ...,
        direction: Literal["asc", "desc"] | OrganizationApi.Direction = ...,
        limit: int | Decimal = ...,
        next: str = ...,
        previous: str = ...,
        testAccounts: Literal["exclude", "only"] | OrganizationApi.TestAccounts = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[UserDetailsAdmin]:
        """List the users of the organization, a page at a time.

        role (optional): Only users in one of these roles
        q (optional): Only users whose names or email addresses match this text
        group (optional): Only users in one of the groups with these unique identifiers
        noActiveLicense (optional): True for only those users who have no license, or one that has expired
        licenseExpirationDate (optional): Only users whose licenses expire on these dates
        onlyIds (optional): True to get nothing but the identifiers of the users
        sort (optional): What the users are sorted by (e.g. `lastname`); a list is sent with commas between
        direction (optional): Which way the list is sorted: `asc` for the lowest first, `desc` for the highest first
        limit (optional): How many users to list at most, from 1 to 1000; 25 if not given
        next (optional): Cursor to go on from, out of the `Link` header of the page before
        previous (optional): Cursor to go back from, out of the `Link` header of the page after
        testAccounts (optional): What to do about accounts for tests: leave them out (`exclude`), or have nothing
            else (`only`)
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def count_orga_users(
        self,
        *,
        role: Sequence[Literal["user", "teacher", "admin", "accountAdmin"] | OrganizationApi.Role] = ...,
        q: str = ...,
        group: Sequence[str] = ...,
        noActiveLicense: bool | BoolClass = ...,
        testAccounts: Literal["exclude", "only"] | OrganizationApi.TestAccounts = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> IntSchema:
        """Count the users of the organization that a list with the same filters would have on all its pages.

        role (optional): Only users in one of these roles
        q (optional): Only users whose names or email addresses match this text
        group (optional): Only users in one of the groups with these unique identifiers
        noActiveLicense (optional): True for only those users who have no license, or one that has expired
        testAccounts (optional): What to do about accounts for tests: leave them out (`exclude`), or have nothing
            else (`only`)
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_organization_user(
        self,
        *,
        body: UserCreation | UserCreationBody = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> UserDetailsAdmin:
        """Create an account in the organization.

        body (optional): Name, password and role of the new user (UserCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def update_organization_user(
        self,
        *,
        user: str,
        body: UserAdminUpdate | UserAdminUpdateBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> UserDetailsAdmin:
        """Change the account of a user of the organization.

        user: Unique identifier of the user
        body: What to change; whatever is left out stays as it is (UserAdminUpdate)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def remove_organization_user(
        self,
        *,
        user: str,
        convertToIndividual: bool | BoolClass = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Remove a user from the organization, together with the account unless it is converted.

        user: Unique identifier of the user
        convertToIndividual (optional): True to leave the user an individual account, outside of any organization
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_organization_user_access_token(
        self,
        *,
        user: str,
        body: OrganizationUserAccessTokenCreation | OrganizationUserAccessTokenCreationBody = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ApiAccessToken:
        """Issue an access token that calls the API in the name of a user of the organization.

        user: Unique identifier of the user
        body (optional): What the token is to allow (OrganizationUserAccessTokenCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_organization_user_signin_link(
        self,
        *,
        user: str,
        body: UserSigninLinkCreation | UserSigninLinkCreationBody = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> UserSigninLink:
        """Make a link that signs a user of the organization in without a password.

        user: Unique identifier of the user
        body (optional): Where the link is to lead after the user is signed in (UserSigninLinkCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_paged
    def list_organization_invitations(
        self,
        *,
        role: Literal["user", "teacher", "admin"] | OrganizationApi.InvitationRole = ...,
        limit: int | Decimal = ...,
        next: str = ...,
        previous: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[OrganizationInvitation]:
        """List the invitations to the organization, a page at a time.

        role (optional): Only invitations for this role; all of them if not given
        limit (optional): How many to list at most, from 1 to 1000; 50 if not given
        next (optional): Cursor to go on from, out of the `Link` header of the page before
        previous (optional): Cursor to go back from, out of the `Link` header of the page after
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_organization_invitation(
        self,
        *,
        body: OrganizationInvitationCreation | OrganizationInvitationCreationBody = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> OrganizationInvitation:
        """Invite somebody to the organization.

        body (optional): Whom to invite, and in which role (OrganizationInvitationCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def remove_organization_invitation(
        self,
        *,
        invitation: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Withdraw an invitation, which can't be accepted from then on.

        invitation: Unique identifier of the invitation
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def list_lti_credentials(
        self,
        *,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[LtiCredentials]:
        """List the credentials with which learning platforms sign in to Flat over LTI.

        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_lti_credentials(
        self,
        *,
        body: LtiCredentialsCreation | LtiCredentialsCreationBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> LtiCredentials:
        """Issue credentials for a learning platform that is to use Flat over LTI.

        body: Name and learning platform of the new credentials (LtiCredentialsCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def revoke_lti_credentials(
        self,
        *,
        credentials: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Revoke LTI credentials: the learning platform that uses them is shut out.

        credentials: Unique identifier of the credentials
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def list_lti_configurations(
        self,
        *,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[LtiConfiguration]:
        """List the configurations by which learning platforms use Flat over LTI.

        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_lti_configuration(
        self,
        *,
        body: LtiConfigurationCreate | LtiConfigurationCreateBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> LtiConfiguration:
        """Set up a learning platform to use Flat over LTI.

        body: What Flat has to know about the platform (LtiConfigurationCreate)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def update_lti_configuration(
        self,
        *,
        configuration: str,
        body: LtiConfigurationUpdate
        | LtiConfigurationUpdateDeployment
        | LtiConfigurationUpdateDeploymentBody
        | LtiConfigurationUpdateStandalone
        | LtiConfigurationUpdateStandaloneBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> LtiConfiguration:
        """Change what Flat knows about a learning platform.

        configuration: Unique identifier of the configuration
        body: What to change; whatever is left out stays as it is (LtiConfigurationUpdate)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def delete_lti_configuration(
        self,
        *,
        configuration: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Delete an LTI configuration: the learning platform that uses it is shut out.

        configuration: Unique identifier of the configuration
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """

class ScoreCalls(Exports, Calls):
    """Write scores, share them, discuss them, and get them as files."""

    @_call
    def create_score(
        self,
        *,
        body: ScoreCreation | ScoreCreationBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ScoreDetails | Task:
        """Create a score, from a file or blank. With `supportsTasks`, a file that takes long is answered with a task.

        body: Title, privacy and music of the new score (ScoreCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def get_score(
        self,
        *,
        score: str,
        sharingKey: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ScoreDetails:
        """Read all that is known about a score except its music.

        score: Unique identifier of the score
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def edit_score(
        self,
        *,
        score: str,
        body: ScoreModification | ScoreModificationBody = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ScoreDetails:
        """Change what is said about a score, such as its title or its privacy, but not its music.

        score: Unique identifier of the score
        body (optional): What to change; whatever is left out stays as it is (ScoreModification)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def delete_score(
        self,
        *,
        score: str,
        now: bool | BoolClass = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Move a score to the trash, or delete it for good.

        score: Unique identifier of the score
        now (optional): True to delete the score for good at once; false if not given
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def untrash_score(
        self,
        *,
        score: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Take a score out of the trash again.

        score: Unique identifier of the score
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def fork_score(
        self,
        *,
        score: str,
        body: ScoreFork | ScoreForkBody,
        sharingKey: str = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ScoreDetails:
        """Copy a score to the account of the current user; the answer is the copy.

        score: Unique identifier of the score
        body: Where to put the copy, and what to call it (ScoreFork)
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def get_score_submissions(
        self,
        *,
        score: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[AssignmentSubmission]:
        """List the submissions to assignments that a score is part of.

        score: Unique identifier of the score
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def get_score_collaborators(
        self,
        *,
        score: str,
        sharingKey: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ResourceCollaborator]:
        """List the users and groups that a score is shared with, and what each of them may do.

        score: Unique identifier of the score
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def add_score_collaborator(
        self,
        *,
        score: str,
        body: ResourceCollaboratorCreation | ResourceCollaboratorCreationBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ResourceCollaborator:
        """Share a score with a user or a group, or change what they may do.

        score: Unique identifier of the score
        body: Whom to share the score with, and what they may do (ResourceCollaboratorCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def get_score_collaborator(
        self,
        *,
        score: str,
        collaborator: str,
        sharingKey: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ResourceCollaborator:
        """Read what one collaborator may do with a score.

        score: Unique identifier of the score
        collaborator: Unique identifier of the collaborator
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def remove_score_collaborator(
        self,
        *,
        score: str,
        collaborator: str,
        body: Mapping[str, Any] = ...,
        eventProperties: str = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Stop sharing a score with a collaborator.

        score: Unique identifier of the score
        collaborator: Unique identifier of the collaborator
        body (optional): What the statistics of Flat are to know about the change, as a form (DictSchema)
        eventProperties (optional): What the statistics of Flat are to know about the deletion, as JSON
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def get_score_revisions(
        self,
        *,
        score: str,
        sharingKey: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ScoreRevision]:
        """List the revisions of a score, one for each time that its music was saved.

        score: Unique identifier of the score
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_score_revision(
        self,
        *,
        score: str,
        body: ScoreRevisionCreation | ScoreRevisionCreationBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ScoreRevision:
        """Save new music in a score, as a revision of it.

        score: Unique identifier of the score
        body: The music, and what to say about the change (ScoreRevisionCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def get_score_revision(
        self,
        *,
        score: str,
        revision: str,
        sharingKey: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ScoreRevision:
        """Read who saved a revision of a score, when and why.

        score: Unique identifier of the score
        revision: Unique identifier of the revision
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    def _save_get_score_revision_data(
        self,
        path: str | PathLike[str],
        *,
        overwrite: bool = ...,
        progress: Progress | None = ...,
        score: str,
        revision: str,
        format: Literal[
            "json",
            "mxl",
            "xml",
            "abc",
            "mp3",
            "wav",
            "midi",
            "flat",
            "thumbnail.png",
            "synchronizationPoints",
        ]
        | ScoreApi.Format,
        sharingKey: str = ...,
        parts: str = ...,
        defaultTrack: bool | BoolClass = ...,
        url: bool | BoolClass = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Path: ...
    @_download(_save_get_score_revision_data)
    def get_score_revision_data(
        self,
        *,
        score: str,
        revision: str,
        format: Literal[
            "json",
            "mxl",
            "xml",
            "abc",
            "mp3",
            "wav",
            "midi",
            "flat",
            "thumbnail.png",
            "synchronizationPoints",
        ]
        | ScoreApi.Format,
        sharingKey: str = ...,
        parts: str = ...,
        defaultTrack: bool | BoolClass = ...,
        url: bool | BoolClass = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> bytes:
        """Get the music of a revision as a file.

        score: Unique identifier of the score
        revision: Unique identifier of the revision
        format: What to get: notation (`json`, `abc`, `xml`, or `mxl` compressed), sound (`mp3`, `wav`, `midi`), a
            file that Flat can read again (`flat`), a picture of the first page, or the points in time at which
            measures begin
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        parts (optional): Identifiers of the parts to export, with commas between; all if not given
        defaultTrack (optional): True to get the default track of the score for sound, if it has one
        url (optional): True to get a URL to download the file from, instead of the file
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def create_export_task(
        self,
        *,
        score: str,
        revision: str,
        format: Literal["mp3", "wav", "practicefirst"] | ScoreApi.ExportFormat,
        body: TaskExportOptions | TaskExportOptionsBody = ...,
        sharingKey: str = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Task:
        """Start the export of a revision to a file; the task that does it says when and where the file is ready.

        score: Unique identifier of the score
        revision: Unique identifier of the revision
        format: What to make: sound (`mp3`, `wav`), or a score for PracticeFirst
        body (optional): Which parts to export; all of them if not given (TaskExportOptions)
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def list_score_tracks(
        self,
        *,
        score: str,
        sharingKey: str = ...,
        assignment: str = ...,
        listAutoTrack: bool | BoolClass = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ScoreTrack]:
        """List the audio and video tracks that a score can be played with.

        score: Unique identifier of the score
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        assignment (optional): Unique identifier of an assignment, to list the tracks made for it
        listAutoTrack (optional): True to list the tracks that Flat made by itself, too
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def add_score_track(
        self,
        *,
        score: str,
        body: ScoreTrackCreation | ScoreTrackCreationBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ScoreTrack | ScoreTrackCreationResponse:
        """Add an audio or video track to a score. The answer holds it as `track`; it was the track itself once.

        score: Unique identifier of the score
        body: Where the recording is, and how it goes together with the measures (ScoreTrackCreation)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def get_score_track(
        self,
        *,
        score: str,
        track: str,
        sharingKey: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ScoreTrack:
        """Read a track, with the points in time that tie it to the measures.

        score: Unique identifier of the score
        track: Unique identifier of the track
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def update_score_track(
        self,
        *,
        score: str,
        track: str,
        body: ScoreTrackUpdate | ScoreTrackUpdateBody,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ScoreTrack:
        """Change the title of a track, its state, or what ties it to the measures.

        score: Unique identifier of the score
        track: Unique identifier of the track
        body: What to change; whatever is left out stays as it is (ScoreTrackUpdate)
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def delete_score_track(
        self,
        *,
        score: str,
        track: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Remove a track from its score.

        score: Unique identifier of the score
        track: Unique identifier of the track
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def get_score_comments(
        self,
        *,
        score: str,
        sharingKey: str = ...,
        type: Literal["document", "inline"] | ScoreApi.CommentType = ...,
        sort: Literal["date"] | ScoreApi.CommentSort = ...,
        direction: Literal["asc", "desc"] | ScoreApi.Direction = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ScoreComment]:
        """List the comments on a score.

        score: Unique identifier of the score
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        type (optional): Only comments on the score as a whole (`document`) or on a place in it (`inline`); both if
            not given
        sort (optional): What the comments are sorted by
        direction (optional): Which way the list is sorted: `asc` for the lowest first, `desc` for the highest first
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def post_score_comment(
        self,
        *,
        score: str,
        body: ScoreCommentCreation | ScoreCommentCreationBody,
        sharingKey: str = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ScoreComment:
        """Comment on a score, on a place in it, or in reply to another comment.

        score: Unique identifier of the score
        body: The text, and what it is on (ScoreCommentCreation)
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_call
    def update_score_comment(
        self,
        *,
        score: str,
        comment: str,
        body: ScoreCommentUpdate | ScoreCommentUpdateBody,
        sharingKey: str = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ScoreComment:
        """Change the text of a comment on a score, or its place in the music.

        score: Unique identifier of the score
        comment: Unique identifier of the comment
        body: What to change; whatever is left out stays as it is (ScoreCommentUpdate)
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def delete_score_comment(
        self,
        *,
        score: str,
        comment: str,
        body: Mapping[str, Any] = ...,
        sharingKey: str = ...,
        eventProperties: str = ...,
        extra_body: Mapping[str, Any] = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Delete a comment on a score.

        score: Unique identifier of the score
        comment: Unique identifier of the comment
        body (optional): What the statistics of Flat are to know about the change, as a form (DictSchema)
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        eventProperties (optional): What the statistics of Flat are to know about the deletion, as JSON
        extra_body (optional): More keys of the body, which may be keys that are not declared; they go over those of
            `body`
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def mark_score_comment_resolved(
        self,
        *,
        score: str,
        comment: str,
        sharingKey: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Mark a comment on a score as dealt with.

        score: Unique identifier of the score
        comment: Unique identifier of the comment
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_command
    def mark_score_comment_unresolved(
        self,
        *,
        score: str,
        comment: str,
        sharingKey: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> None:
        """Mark a comment on a score as open again.

        score: Unique identifier of the score
        comment: Unique identifier of the comment
        sharingKey (optional): Secret that opens what was shared by a private link, without rights of one's own
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_list
    def get_group_scores(
        self,
        *,
        group: str,
        parent: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ScoreDetails]:
        """List the scores that are shared with a group.

        group: Unique identifier of the group
        parent (optional): Unique identifier of a score, to list the copies made of it only
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_paged
    def get_user_scores(
        self,
        *,
        user: str,
        parent: str = ...,
        paginate: bool | BoolClass = ...,
        sort: Literal["creationDate", "modificationDate", "title"] | UserApi.ScoreSort = ...,
        direction: Literal["asc", "desc"] | UserApi.Direction = ...,
        limit: int | Decimal = ...,
        next: str = ...,
        previous: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ScoreDetails]:
        """List the scores of a user, as far as the current user may see them.

        user: Unique identifier of the user
        parent (optional): Unique identifier of a score, to list the copies made of it only
        paginate (optional): True to get a page at a time; false if not given
        sort (optional): What the scores are sorted by
        direction (optional): Which way the list is sorted: `asc` for the lowest first, `desc` for the highest first
        limit (optional): How many to list at most, from 1 to 100; 25 if not given
        next (optional): Cursor to go on from, out of the `Link` header of the page before
        previous (optional): Cursor to go back from, out of the `Link` header of the page after
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_paged
    def get_user_likes(
        self,
        *,
        user: str,
        ids: bool | BoolClass = ...,
        next: str = ...,
        previous: str = ...,
        limit: int | Decimal = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ScoreDetails]:
        """List the scores that a user likes, a page at a time.

        user: Unique identifier of the user
        ids (optional): True to get nothing but the identifiers of the scores
        next (optional): Cursor to go on from, out of the `Link` header of the page before
        previous (optional): Cursor to go back from, out of the `Link` header of the page after
        limit (optional): How many to list at most, from 1 to 100; 25 if not given
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_paged
    def ger_user_likes(
        self,
        *,
        user: str,
        ids: bool | BoolClass = ...,
        next: str = ...,
        previous: str = ...,
        limit: int | Decimal = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ScoreDetails]:
        """List the scores that a user likes, a page at a time.

        user: Unique identifier of the user
        ids (optional): True to get nothing but the identifiers of the scores
        next (optional): Cursor to go on from, out of the `Link` header of the page before
        previous (optional): Cursor to go back from, out of the `Link` header of the page after
        limit (optional): How many to list at most, from 1 to 100; 25 if not given
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """

class TaskCalls(Tasks, Calls):
    """Follow the work that Flat does in the background, such as the export of a score to a file."""

    @_call
    def get_task(
        self,
        *,
        task: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> Task:
        """Read the state of a task, its progress, and its result when it is done.

        task: Unique identifier of the task
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """

class UserCalls(Calls):
    """Look at other people's profiles, and at the scores that they wrote and like."""

    @_call
    def get_user(
        self,
        *,
        user: str,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> UserPublic:
        """Read the public profile of a user.

        user: Unique identifier of the user
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_paged
    def get_user_scores(
        self,
        *,
        user: str,
        parent: str = ...,
        paginate: bool | BoolClass = ...,
        sort: Literal["creationDate", "modificationDate", "title"] | UserApi.ScoreSort = ...,
        direction: Literal["asc", "desc"] | UserApi.Direction = ...,
        limit: int | Decimal = ...,
        next: str = ...,
        previous: str = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ScoreDetails]:
        """List the scores of a user, as far as the current user may see them.

        user: Unique identifier of the user
        parent (optional): Unique identifier of a score, to list the copies made of it only
        paginate (optional): True to get a page at a time; false if not given
        sort (optional): What the scores are sorted by
        direction (optional): Which way the list is sorted: `asc` for the lowest first, `desc` for the highest first
        limit (optional): How many to list at most, from 1 to 100; 25 if not given
        next (optional): Cursor to go on from, out of the `Link` header of the page before
        previous (optional): Cursor to go back from, out of the `Link` header of the page after
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_paged
    def get_user_likes(
        self,
        *,
        user: str,
        ids: bool | BoolClass = ...,
        next: str = ...,
        previous: str = ...,
        limit: int | Decimal = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ScoreDetails]:
        """List the scores that a user likes, a page at a time.

        user: Unique identifier of the user
        ids (optional): True to get nothing but the identifiers of the scores
        next (optional): Cursor to go on from, out of the `Link` header of the page before
        previous (optional): Cursor to go back from, out of the `Link` header of the page after
        limit (optional): How many to list at most, from 1 to 100; 25 if not given
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
    @_paged
    def ger_user_likes(
        self,
        *,
        user: str,
        ids: bool | BoolClass = ...,
        next: str = ...,
        previous: str = ...,
        limit: int | Decimal = ...,
        timeout: TimeoutSetting = ...,
        extra_headers: Mapping[str, str] | None = ...,
        extra_query: Mapping[str, QueryValue] | None = ...,
    ) -> ListSchema[ScoreDetails]:
        """List the scores that a user likes, a page at a time.

        user: Unique identifier of the user
        ids (optional): True to get nothing but the identifiers of the scores
        next (optional): Cursor to go on from, out of the `Link` header of the page before
        previous (optional): Cursor to go back from, out of the `Link` header of the page after
        limit (optional): How many to list at most, from 1 to 100; 25 if not given
        timeout (optional): Seconds for each attempt, or a pair of seconds to connect and to wait for the next bytes
        """
