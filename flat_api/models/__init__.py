"""All models, loaded when they are first used: ``from flat_api.models import Task``."""

import importlib
import typing

if typing.TYPE_CHECKING:
    from ..model.api_access_token import ApiAccessToken as ApiAccessToken
    from ..model.app_scopes import AppScopes as AppScopes
    from ..model.assignment import Assignment as Assignment
    from ..model.assignment_copy import AssignmentCopy as AssignmentCopy
    from ..model.assignment_copy_response import AssignmentCopyResponse as AssignmentCopyResponse
    from ..model.assignment_submission import AssignmentSubmission as AssignmentSubmission
    from ..model.assignment_submission_comment import (
        AssignmentSubmissionComment as AssignmentSubmissionComment,
    )
    from ..model.assignment_submission_comment_creation import (
        AssignmentSubmissionCommentCreation as AssignmentSubmissionCommentCreation,
    )
    from ..model.assignment_submission_history import (
        AssignmentSubmissionHistory as AssignmentSubmissionHistory,
    )
    from ..model.assignment_submission_history_state import (
        AssignmentSubmissionHistoryState as AssignmentSubmissionHistoryState,
    )
    from ..model.assignment_submission_state import AssignmentSubmissionState as AssignmentSubmissionState
    from ..model.assignment_submission_update import AssignmentSubmissionUpdate as AssignmentSubmissionUpdate
    from ..model.assignment_type import AssignmentType as AssignmentType
    from ..model.assignment_update import AssignmentUpdate as AssignmentUpdate
    from ..model.class_assignment import ClassAssignment as ClassAssignment
    from ..model.class_assignment_update import ClassAssignmentUpdate as ClassAssignmentUpdate
    from ..model.class_attachment_creation import ClassAttachmentCreation as ClassAttachmentCreation
    from ..model.class_creation import ClassCreation as ClassCreation
    from ..model.class_details import ClassDetails as ClassDetails
    from ..model.class_grade_level import ClassGradeLevel as ClassGradeLevel
    from ..model.class_roles import ClassRoles as ClassRoles
    from ..model.class_state import ClassState as ClassState
    from ..model.class_update import ClassUpdate as ClassUpdate
    from ..model.collection import Collection as Collection
    from ..model.collection_app import CollectionApp as CollectionApp
    from ..model.collection_creation import CollectionCreation as CollectionCreation
    from ..model.collection_modification import CollectionModification as CollectionModification
    from ..model.collection_privacy import CollectionPrivacy as CollectionPrivacy
    from ..model.collection_type import CollectionType as CollectionType
    from ..model.edu_library import EduLibrary as EduLibrary
    from ..model.edu_resource import EduResource as EduResource
    from ..model.edu_resource_copy import EduResourceCopy as EduResourceCopy
    from ..model.edu_resource_creation import EduResourceCreation as EduResourceCreation
    from ..model.edu_resource_move import EduResourceMove as EduResourceMove
    from ..model.edu_resource_privacy import EduResourcePrivacy as EduResourcePrivacy
    from ..model.edu_resource_type import EduResourceType as EduResourceType
    from ..model.edu_resource_update import EduResourceUpdate as EduResourceUpdate
    from ..model.edu_resource_use_in_class import EduResourceUseInClass as EduResourceUseInClass
    from ..model.edu_skills_focused import EduSkillsFocused as EduSkillsFocused
    from ..model.flat_error_response import FlatErrorResponse as FlatErrorResponse
    from ..model.flat_locales import FlatLocales as FlatLocales
    from ..model.google_classroom_coursework import GoogleClassroomCoursework as GoogleClassroomCoursework
    from ..model.google_classroom_submission import GoogleClassroomSubmission as GoogleClassroomSubmission
    from ..model.group import Group as Group
    from ..model.group_details import GroupDetails as GroupDetails
    from ..model.group_type import GroupType as GroupType
    from ..model.license_mode import LicenseMode as LicenseMode
    from ..model.license_sources import LicenseSources as LicenseSources
    from ..model.lms_name import LmsName as LmsName
    from ..model.lti_credentials import LtiCredentials as LtiCredentials
    from ..model.lti_credentials_creation import LtiCredentialsCreation as LtiCredentialsCreation
    from ..model.media_attachment import MediaAttachment as MediaAttachment
    from ..model.media_score_sharing_mode import MediaScoreSharingMode as MediaScoreSharingMode
    from ..model.microsoft_graph_assignment import MicrosoftGraphAssignment as MicrosoftGraphAssignment
    from ..model.microsoft_graph_submission import MicrosoftGraphSubmission as MicrosoftGraphSubmission
    from ..model.organization_invitation import OrganizationInvitation as OrganizationInvitation
    from ..model.organization_invitation_creation import (
        OrganizationInvitationCreation as OrganizationInvitationCreation,
    )
    from ..model.organization_roles import OrganizationRoles as OrganizationRoles
    from ..model.organization_user_access_token_creation import (
        OrganizationUserAccessTokenCreation as OrganizationUserAccessTokenCreation,
    )
    from ..model.resource_collaborator import ResourceCollaborator as ResourceCollaborator
    from ..model.resource_collaborator_creation import (
        ResourceCollaboratorCreation as ResourceCollaboratorCreation,
    )
    from ..model.resource_rights import ResourceRights as ResourceRights
    from ..model.score_comment import ScoreComment as ScoreComment
    from ..model.score_comment_context import ScoreCommentContext as ScoreCommentContext
    from ..model.score_comment_creation import ScoreCommentCreation as ScoreCommentCreation
    from ..model.score_comment_update import ScoreCommentUpdate as ScoreCommentUpdate
    from ..model.score_comments_counts import ScoreCommentsCounts as ScoreCommentsCounts
    from ..model.score_creation import ScoreCreation as ScoreCreation
    from ..model.score_creation_type import ScoreCreationType as ScoreCreationType
    from ..model.score_details import ScoreDetails as ScoreDetails
    from ..model.score_fork import ScoreFork as ScoreFork
    from ..model.score_license import ScoreLicense as ScoreLicense
    from ..model.score_likes_counts import ScoreLikesCounts as ScoreLikesCounts
    from ..model.score_modification import ScoreModification as ScoreModification
    from ..model.score_plays_counts import ScorePlaysCounts as ScorePlaysCounts
    from ..model.score_privacy import ScorePrivacy as ScorePrivacy
    from ..model.score_revision import ScoreRevision as ScoreRevision
    from ..model.score_revision_creation import ScoreRevisionCreation as ScoreRevisionCreation
    from ..model.score_revision_statistics import ScoreRevisionStatistics as ScoreRevisionStatistics
    from ..model.score_source import ScoreSource as ScoreSource
    from ..model.score_track import ScoreTrack as ScoreTrack
    from ..model.score_track_creation import ScoreTrackCreation as ScoreTrackCreation
    from ..model.score_track_point import ScoreTrackPoint as ScoreTrackPoint
    from ..model.score_track_state import ScoreTrackState as ScoreTrackState
    from ..model.score_track_type import ScoreTrackType as ScoreTrackType
    from ..model.score_track_update import ScoreTrackUpdate as ScoreTrackUpdate
    from ..model.score_views_counts import ScoreViewsCounts as ScoreViewsCounts
    from ..model.task import Task as Task
    from ..model.task_export_options import TaskExportOptions as TaskExportOptions
    from ..model.user_admin_update import UserAdminUpdate as UserAdminUpdate
    from ..model.user_azure_details import UserAzureDetails as UserAzureDetails
    from ..model.user_community_profile_links import UserCommunityProfileLinks as UserCommunityProfileLinks
    from ..model.user_creation import UserCreation as UserCreation
    from ..model.user_details import UserDetails as UserDetails
    from ..model.user_details_admin import UserDetailsAdmin as UserDetailsAdmin
    from ..model.user_public import UserPublic as UserPublic
    from ..model.user_public_summary import UserPublicSummary as UserPublicSummary
    from ..model.user_signin_link import UserSigninLink as UserSigninLink
    from ..model.user_signin_link_creation import UserSigninLinkCreation as UserSigninLinkCreation

_MODULES = {
    "ApiAccessToken": "api_access_token",
    "AppScopes": "app_scopes",
    "Assignment": "assignment",
    "AssignmentCopy": "assignment_copy",
    "AssignmentCopyResponse": "assignment_copy_response",
    "AssignmentSubmission": "assignment_submission",
    "AssignmentSubmissionComment": "assignment_submission_comment",
    "AssignmentSubmissionCommentCreation": "assignment_submission_comment_creation",
    "AssignmentSubmissionHistory": "assignment_submission_history",
    "AssignmentSubmissionHistoryState": "assignment_submission_history_state",
    "AssignmentSubmissionState": "assignment_submission_state",
    "AssignmentSubmissionUpdate": "assignment_submission_update",
    "AssignmentType": "assignment_type",
    "AssignmentUpdate": "assignment_update",
    "ClassAssignment": "class_assignment",
    "ClassAssignmentUpdate": "class_assignment_update",
    "ClassAttachmentCreation": "class_attachment_creation",
    "ClassCreation": "class_creation",
    "ClassDetails": "class_details",
    "ClassGradeLevel": "class_grade_level",
    "ClassRoles": "class_roles",
    "ClassState": "class_state",
    "ClassUpdate": "class_update",
    "Collection": "collection",
    "CollectionApp": "collection_app",
    "CollectionCreation": "collection_creation",
    "CollectionModification": "collection_modification",
    "CollectionPrivacy": "collection_privacy",
    "CollectionType": "collection_type",
    "EduLibrary": "edu_library",
    "EduResource": "edu_resource",
    "EduResourceCopy": "edu_resource_copy",
    "EduResourceCreation": "edu_resource_creation",
    "EduResourceMove": "edu_resource_move",
    "EduResourcePrivacy": "edu_resource_privacy",
    "EduResourceType": "edu_resource_type",
    "EduResourceUpdate": "edu_resource_update",
    "EduResourceUseInClass": "edu_resource_use_in_class",
    "EduSkillsFocused": "edu_skills_focused",
    "FlatErrorResponse": "flat_error_response",
    "FlatLocales": "flat_locales",
    "GoogleClassroomCoursework": "google_classroom_coursework",
    "GoogleClassroomSubmission": "google_classroom_submission",
    "Group": "group",
    "GroupDetails": "group_details",
    "GroupType": "group_type",
    "LicenseMode": "license_mode",
    "LicenseSources": "license_sources",
    "LmsName": "lms_name",
    "LtiCredentials": "lti_credentials",
    "LtiCredentialsCreation": "lti_credentials_creation",
    "MediaAttachment": "media_attachment",
    "MediaScoreSharingMode": "media_score_sharing_mode",
    "MicrosoftGraphAssignment": "microsoft_graph_assignment",
    "MicrosoftGraphSubmission": "microsoft_graph_submission",
    "OrganizationInvitation": "organization_invitation",
    "OrganizationInvitationCreation": "organization_invitation_creation",
    "OrganizationRoles": "organization_roles",
    "OrganizationUserAccessTokenCreation": "organization_user_access_token_creation",
    "ResourceCollaborator": "resource_collaborator",
    "ResourceCollaboratorCreation": "resource_collaborator_creation",
    "ResourceRights": "resource_rights",
    "ScoreComment": "score_comment",
    "ScoreCommentContext": "score_comment_context",
    "ScoreCommentCreation": "score_comment_creation",
    "ScoreCommentUpdate": "score_comment_update",
    "ScoreCommentsCounts": "score_comments_counts",
    "ScoreCreation": "score_creation",
    "ScoreCreationType": "score_creation_type",
    "ScoreDetails": "score_details",
    "ScoreFork": "score_fork",
    "ScoreLicense": "score_license",
    "ScoreLikesCounts": "score_likes_counts",
    "ScoreModification": "score_modification",
    "ScorePlaysCounts": "score_plays_counts",
    "ScorePrivacy": "score_privacy",
    "ScoreRevision": "score_revision",
    "ScoreRevisionCreation": "score_revision_creation",
    "ScoreRevisionStatistics": "score_revision_statistics",
    "ScoreSource": "score_source",
    "ScoreTrack": "score_track",
    "ScoreTrackCreation": "score_track_creation",
    "ScoreTrackPoint": "score_track_point",
    "ScoreTrackState": "score_track_state",
    "ScoreTrackType": "score_track_type",
    "ScoreTrackUpdate": "score_track_update",
    "ScoreViewsCounts": "score_views_counts",
    "Task": "task",
    "TaskExportOptions": "task_export_options",
    "UserAdminUpdate": "user_admin_update",
    "UserAzureDetails": "user_azure_details",
    "UserCommunityProfileLinks": "user_community_profile_links",
    "UserCreation": "user_creation",
    "UserDetails": "user_details",
    "UserDetailsAdmin": "user_details_admin",
    "UserPublic": "user_public",
    "UserPublicSummary": "user_public_summary",
    "UserSigninLink": "user_signin_link",
    "UserSigninLinkCreation": "user_signin_link_creation",
}

__all__ = list(_MODULES)  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> typing.Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    model = globals()[name] = getattr(importlib.import_module(f"..model.{module}", __name__), name)
    return model


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
