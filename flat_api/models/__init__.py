"""All models, loaded when they are first used: ``from flat_api.models import Task``."""

import importlib
import typing

if typing.TYPE_CHECKING:
    from ..model.api_access_token import ApiAccessToken as ApiAccessToken
    from ..model.app_scopes import AppScopes as AppScopes
    from ..model.assignment import Assignment as Assignment
    from ..model.assignment_copy import AssignmentCopy as AssignmentCopy
    from ..model.assignment_copy_response import AssignmentCopyResponse as AssignmentCopyResponse
    from ..model.assignment_group import AssignmentGroup as AssignmentGroup
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
    from ..model.assignment_submission_playback import (
        AssignmentSubmissionPlayback as AssignmentSubmissionPlayback,
    )
    from ..model.assignment_submission_state import AssignmentSubmissionState as AssignmentSubmissionState
    from ..model.assignment_submission_students_mode import (
        AssignmentSubmissionStudentsMode as AssignmentSubmissionStudentsMode,
    )
    from ..model.assignment_submission_update import AssignmentSubmissionUpdate as AssignmentSubmissionUpdate
    from ..model.assignment_type import AssignmentType as AssignmentType
    from ..model.assignment_update import AssignmentUpdate as AssignmentUpdate
    from ..model.class_assignment import ClassAssignment as ClassAssignment
    from ..model.class_assignment_update import ClassAssignmentUpdate as ClassAssignmentUpdate
    from ..model.class_attachment_creation import ClassAttachmentCreation as ClassAttachmentCreation
    from ..model.class_creation import ClassCreation as ClassCreation
    from ..model.class_details import ClassDetails as ClassDetails
    from ..model.class_grade_level import ClassGradeLevel as ClassGradeLevel
    from ..model.class_group_ids_to_apply_to_assignment import (
        ClassGroupIdsToApplyToAssignment as ClassGroupIdsToApplyToAssignment,
    )
    from ..model.class_roles import ClassRoles as ClassRoles
    from ..model.class_state import ClassState as ClassState
    from ..model.class_update import ClassUpdate as ClassUpdate
    from ..model.collection import Collection as Collection
    from ..model.collection_app import CollectionApp as CollectionApp
    from ..model.collection_creation import CollectionCreation as CollectionCreation
    from ..model.collection_modification import CollectionModification as CollectionModification
    from ..model.collection_privacy import CollectionPrivacy as CollectionPrivacy
    from ..model.collection_type import CollectionType as CollectionType
    from ..model.credit_transaction import CreditTransaction as CreditTransaction
    from ..model.edu_library import EduLibrary as EduLibrary
    from ..model.edu_resource import EduResource as EduResource
    from ..model.edu_resource_assignment_creation import (
        EduResourceAssignmentCreation as EduResourceAssignmentCreation,
    )
    from ..model.edu_resource_copy import EduResourceCopy as EduResourceCopy
    from ..model.edu_resource_creation import EduResourceCreation as EduResourceCreation
    from ..model.edu_resource_grades import EduResourceGrades as EduResourceGrades
    from ..model.edu_resource_lti_link import EduResourceLtiLink as EduResourceLtiLink
    from ..model.edu_resource_move import EduResourceMove as EduResourceMove
    from ..model.edu_resource_privacy import EduResourcePrivacy as EduResourcePrivacy
    from ..model.edu_resource_subjects import EduResourceSubjects as EduResourceSubjects
    from ..model.edu_resource_type import EduResourceType as EduResourceType
    from ..model.edu_resource_update import EduResourceUpdate as EduResourceUpdate
    from ..model.edu_resource_use_in_class import EduResourceUseInClass as EduResourceUseInClass
    from ..model.edu_skills_focused import EduSkillsFocused as EduSkillsFocused
    from ..model.flat_error_response import FlatErrorResponse as FlatErrorResponse
    from ..model.flat_locales import FlatLocales as FlatLocales
    from ..model.flat_locales_string import FlatLocalesString as FlatLocalesString
    from ..model.google_classroom_coursework import GoogleClassroomCoursework as GoogleClassroomCoursework
    from ..model.google_classroom_submission import GoogleClassroomSubmission as GoogleClassroomSubmission
    from ..model.grade import Grade as Grade
    from ..model.group import Group as Group
    from ..model.group_creation import GroupCreation as GroupCreation
    from ..model.group_details import GroupDetails as GroupDetails
    from ..model.group_type import GroupType as GroupType
    from ..model.license_mode import LicenseMode as LicenseMode
    from ..model.license_sources import LicenseSources as LicenseSources
    from ..model.lms_name import LmsName as LmsName
    from ..model.lti_configuration import LtiConfiguration as LtiConfiguration
    from ..model.lti_configuration1p3_deployment import (
        LtiConfiguration1p3Deployment as LtiConfiguration1p3Deployment,
    )
    from ..model.lti_configuration1p3_dynamic import LtiConfiguration1p3Dynamic as LtiConfiguration1p3Dynamic
    from ..model.lti_configuration1p3_manual import LtiConfiguration1p3Manual as LtiConfiguration1p3Manual
    from ..model.lti_configuration_create import LtiConfigurationCreate as LtiConfigurationCreate
    from ..model.lti_configuration_update import LtiConfigurationUpdate as LtiConfigurationUpdate
    from ..model.lti_configuration_update_deployment import (
        LtiConfigurationUpdateDeployment as LtiConfigurationUpdateDeployment,
    )
    from ..model.lti_configuration_update_standalone import (
        LtiConfigurationUpdateStandalone as LtiConfigurationUpdateStandalone,
    )
    from ..model.lti_credentials import LtiCredentials as LtiCredentials
    from ..model.lti_credentials_creation import LtiCredentialsCreation as LtiCredentialsCreation
    from ..model.media_attachment import MediaAttachment as MediaAttachment
    from ..model.media_score_sharing_mode import MediaScoreSharingMode as MediaScoreSharingMode
    from ..model.microsoft_graph_assignment import MicrosoftGraphAssignment as MicrosoftGraphAssignment
    from ..model.microsoft_graph_submission import MicrosoftGraphSubmission as MicrosoftGraphSubmission
    from ..model.omr_capabilities import OmrCapabilities as OmrCapabilities
    from ..model.omr_detected_instrument import OmrDetectedInstrument as OmrDetectedInstrument
    from ..model.omr_imported_metadata import OmrImportedMetadata as OmrImportedMetadata
    from ..model.omr_instrument_override import OmrInstrumentOverride as OmrInstrumentOverride
    from ..model.omr_job import OmrJob as OmrJob
    from ..model.omr_job_creation import OmrJobCreation as OmrJobCreation
    from ..model.omr_job_file_metadata import OmrJobFileMetadata as OmrJobFileMetadata
    from ..model.omr_job_file_upload import OmrJobFileUpload as OmrJobFileUpload
    from ..model.omr_job_file_upload_result import OmrJobFileUploadResult as OmrJobFileUploadResult
    from ..model.omr_job_input_file import OmrJobInputFile as OmrJobInputFile
    from ..model.omr_job_output import OmrJobOutput as OmrJobOutput
    from ..model.omr_job_progress import OmrJobProgress as OmrJobProgress
    from ..model.omr_job_result import OmrJobResult as OmrJobResult
    from ..model.omr_job_retention import OmrJobRetention as OmrJobRetention
    from ..model.omr_job_status import OmrJobStatus as OmrJobStatus
    from ..model.omr_locale_details import OmrLocaleDetails as OmrLocaleDetails
    from ..model.omr_pending_step import OmrPendingStep as OmrPendingStep
    from ..model.omr_step_name import OmrStepName as OmrStepName
    from ..model.omr_step_submission import OmrStepSubmission as OmrStepSubmission
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
    from ..model.score_track_creation_response import ScoreTrackCreationResponse as ScoreTrackCreationResponse
    from ..model.score_track_point import ScoreTrackPoint as ScoreTrackPoint
    from ..model.score_track_purpose import ScoreTrackPurpose as ScoreTrackPurpose
    from ..model.score_track_state import ScoreTrackState as ScoreTrackState
    from ..model.score_track_type import ScoreTrackType as ScoreTrackType
    from ..model.score_track_update import ScoreTrackUpdate as ScoreTrackUpdate
    from ..model.score_views_counts import ScoreViewsCounts as ScoreViewsCounts
    from ..model.task import Task as Task
    from ..model.task_export_options import TaskExportOptions as TaskExportOptions
    from ..model.teaching_theme import TeachingTheme as TeachingTheme
    from ..model.tutteo_product import TutteoProduct as TutteoProduct
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
    "AssignmentGroup": "assignment_group",
    "AssignmentSubmission": "assignment_submission",
    "AssignmentSubmissionComment": "assignment_submission_comment",
    "AssignmentSubmissionCommentCreation": "assignment_submission_comment_creation",
    "AssignmentSubmissionHistory": "assignment_submission_history",
    "AssignmentSubmissionHistoryState": "assignment_submission_history_state",
    "AssignmentSubmissionPlayback": "assignment_submission_playback",
    "AssignmentSubmissionState": "assignment_submission_state",
    "AssignmentSubmissionStudentsMode": "assignment_submission_students_mode",
    "AssignmentSubmissionUpdate": "assignment_submission_update",
    "AssignmentType": "assignment_type",
    "AssignmentUpdate": "assignment_update",
    "ClassAssignment": "class_assignment",
    "ClassAssignmentUpdate": "class_assignment_update",
    "ClassAttachmentCreation": "class_attachment_creation",
    "ClassCreation": "class_creation",
    "ClassDetails": "class_details",
    "ClassGradeLevel": "class_grade_level",
    "ClassGroupIdsToApplyToAssignment": "class_group_ids_to_apply_to_assignment",
    "ClassRoles": "class_roles",
    "ClassState": "class_state",
    "ClassUpdate": "class_update",
    "Collection": "collection",
    "CollectionApp": "collection_app",
    "CollectionCreation": "collection_creation",
    "CollectionModification": "collection_modification",
    "CollectionPrivacy": "collection_privacy",
    "CollectionType": "collection_type",
    "CreditTransaction": "credit_transaction",
    "EduLibrary": "edu_library",
    "EduResource": "edu_resource",
    "EduResourceAssignmentCreation": "edu_resource_assignment_creation",
    "EduResourceCopy": "edu_resource_copy",
    "EduResourceCreation": "edu_resource_creation",
    "EduResourceGrades": "edu_resource_grades",
    "EduResourceLtiLink": "edu_resource_lti_link",
    "EduResourceMove": "edu_resource_move",
    "EduResourcePrivacy": "edu_resource_privacy",
    "EduResourceSubjects": "edu_resource_subjects",
    "EduResourceType": "edu_resource_type",
    "EduResourceUpdate": "edu_resource_update",
    "EduResourceUseInClass": "edu_resource_use_in_class",
    "EduSkillsFocused": "edu_skills_focused",
    "FlatErrorResponse": "flat_error_response",
    "FlatLocales": "flat_locales",
    "FlatLocalesString": "flat_locales_string",
    "GoogleClassroomCoursework": "google_classroom_coursework",
    "GoogleClassroomSubmission": "google_classroom_submission",
    "Grade": "grade",
    "Group": "group",
    "GroupCreation": "group_creation",
    "GroupDetails": "group_details",
    "GroupType": "group_type",
    "LicenseMode": "license_mode",
    "LicenseSources": "license_sources",
    "LmsName": "lms_name",
    "LtiConfiguration": "lti_configuration",
    "LtiConfiguration1p3Deployment": "lti_configuration1p3_deployment",
    "LtiConfiguration1p3Dynamic": "lti_configuration1p3_dynamic",
    "LtiConfiguration1p3Manual": "lti_configuration1p3_manual",
    "LtiConfigurationCreate": "lti_configuration_create",
    "LtiConfigurationUpdate": "lti_configuration_update",
    "LtiConfigurationUpdateDeployment": "lti_configuration_update_deployment",
    "LtiConfigurationUpdateStandalone": "lti_configuration_update_standalone",
    "LtiCredentials": "lti_credentials",
    "LtiCredentialsCreation": "lti_credentials_creation",
    "MediaAttachment": "media_attachment",
    "MediaScoreSharingMode": "media_score_sharing_mode",
    "MicrosoftGraphAssignment": "microsoft_graph_assignment",
    "MicrosoftGraphSubmission": "microsoft_graph_submission",
    "OmrCapabilities": "omr_capabilities",
    "OmrDetectedInstrument": "omr_detected_instrument",
    "OmrImportedMetadata": "omr_imported_metadata",
    "OmrInstrumentOverride": "omr_instrument_override",
    "OmrJob": "omr_job",
    "OmrJobCreation": "omr_job_creation",
    "OmrJobFileMetadata": "omr_job_file_metadata",
    "OmrJobFileUpload": "omr_job_file_upload",
    "OmrJobFileUploadResult": "omr_job_file_upload_result",
    "OmrJobInputFile": "omr_job_input_file",
    "OmrJobOutput": "omr_job_output",
    "OmrJobProgress": "omr_job_progress",
    "OmrJobResult": "omr_job_result",
    "OmrJobRetention": "omr_job_retention",
    "OmrJobStatus": "omr_job_status",
    "OmrLocaleDetails": "omr_locale_details",
    "OmrPendingStep": "omr_pending_step",
    "OmrStepName": "omr_step_name",
    "OmrStepSubmission": "omr_step_submission",
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
    "ScoreTrackCreationResponse": "score_track_creation_response",
    "ScoreTrackPoint": "score_track_point",
    "ScoreTrackPurpose": "score_track_purpose",
    "ScoreTrackState": "score_track_state",
    "ScoreTrackType": "score_track_type",
    "ScoreTrackUpdate": "score_track_update",
    "ScoreViewsCounts": "score_views_counts",
    "Task": "task",
    "TaskExportOptions": "task_export_options",
    "TeachingTheme": "teaching_theme",
    "TutteoProduct": "tutteo_product",
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
