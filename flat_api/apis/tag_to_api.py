"""The classes of operations by tag."""

import typing

from ._service import FlatApi
from .tags import TagValues
from .tags.account_api import AccountApi
from .tags.collection_api import CollectionApi
from .tags.edu_resources_api import EduResourcesApi
from .tags.group_api import GroupApi
from .tags.model_class_api import ModelClassApi
from .tags.omr_api import OMRApi
from .tags.organization_api import OrganizationApi
from .tags.score_api import ScoreApi
from .tags.task_api import TaskApi
from .tags.user_api import UserApi


class TagToApi(typing.TypedDict):
    """What `tag_to_api` has for each tag."""

    Account: type[AccountApi]
    Class: type[ModelClassApi]
    Collection: type[CollectionApi]
    EduResources: type[EduResourcesApi]
    Group: type[GroupApi]
    OMR: type[OMRApi]
    Organization: type[OrganizationApi]
    Score: type[ScoreApi]
    Task: type[TaskApi]
    User: type[UserApi]


tag_to_api: dict[TagValues, type[FlatApi]] = {
    TagValues.ACCOUNT: AccountApi,
    TagValues.CLASS: ModelClassApi,
    TagValues.COLLECTION: CollectionApi,
    TagValues.EDU_RESOURCES: EduResourcesApi,
    TagValues.GROUP: GroupApi,
    TagValues.OMR: OMRApi,
    TagValues.ORGANIZATION: OrganizationApi,
    TagValues.SCORE: ScoreApi,
    TagValues.TASK: TaskApi,
    TagValues.USER: UserApi,
}
