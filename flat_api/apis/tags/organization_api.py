"""The operations of organizations."""

from ...model.api_access_token import ApiAccessToken
from ...model.lti_configuration import LtiConfiguration
from ...model.lti_configuration_create import LtiConfigurationCreate
from ...model.lti_configuration_update import LtiConfigurationUpdate
from ...model.lti_credentials import LtiCredentials
from ...model.lti_credentials_creation import LtiCredentialsCreation
from ...model.organization_invitation import OrganizationInvitation
from ...model.organization_invitation_creation import OrganizationInvitationCreation
from ...model.organization_user_access_token_creation import OrganizationUserAccessTokenCreation
from ...model.user_admin_update import UserAdminUpdate
from ...model.user_creation import UserCreation
from ...model.user_details_admin import UserDetailsAdmin
from ...model.user_signin_link import UserSigninLink
from ...model.user_signin_link_creation import UserSigninLinkCreation
from ...operations import QueryParameter, delete, get, post, put
from ...schemas import BoolSchema, EnumBase, IntSchema, StrSchema, any_of, list_of, optional, required, value
from .._parameters import LIMIT_1000, NEXT, PREVIOUS, USER
from .._service import FlatApi

CONFIGURATION = required(StrSchema, "Unique identifier of the configuration")
QUERY = optional(StrSchema, "Only users whose names or email addresses match this text")
GROUPS = optional(list_of(StrSchema), "Only users in one of the groups with these unique identifiers")
NO_ACTIVE_LICENSE = optional(BoolSchema, "True for only those users who have no license, or one that has expired")


class OrganizationApi(FlatApi):
    """Manage the accounts, the invitations and the LTI access of the organization of the current user."""

    class Role(EnumBase, StrSchema):
        """What a user is in the organization"""

        USER = value("user")
        TEACHER = value("teacher")
        ADMIN = value("admin")
        ACCOUNT_ADMIN = value("accountAdmin")

    class InvitationRole(EnumBase, StrSchema):
        """What an invited person will be in the organization"""

        USER = value("user")
        TEACHER = value("teacher")
        ADMIN = value("admin")

    class TestAccounts(EnumBase, StrSchema):
        """What to do about accounts for tests: leave them out (`exclude`), or have nothing else (`only`)"""

        EXCLUDE = value("exclude")
        ONLY = value("only")

    class Sort(EnumBase, StrSchema, extensible=True):
        """What the users are sorted by"""

        CREATION_DATE = value("creationDate")
        FIRSTNAME = value("firstname")
        LASTNAME = value("lastname")
        USERNAME = value("username")
        LAST_ACTIVITY_DATE = value("lastActivityDate")
        LICENSE_EXPIRATION_DATE = value("licenseExpirationDate")

    class Direction(EnumBase, StrSchema):
        """Which way the list is sorted: `asc` for the lowest first, `desc` for the highest first"""

        ASC = value("asc")
        DESC = value("desc")

    list_organization_users = get(
        "/organizations/users",
        "List the users of the organization, a page at a time.",
        query={
            "role": optional(list_of(Role), "Only users in one of these roles"),
            "q": QUERY,
            "group": GROUPS,
            "noActiveLicense": NO_ACTIVE_LICENSE,
            "licenseExpirationDate": optional(list_of(StrSchema), "Only users whose licenses expire on these dates"),
            "onlyIds": optional(BoolSchema, "True to get nothing but the identifiers of the users"),
            "sort": QueryParameter(
                "sort",
                explode=False,
                schema=any_of(Sort, list_of(Sort)),
                description="What the users are sorted by (e.g. `lastname`); a list is sent with commas between",
            ),
            "direction": optional(Direction),
            "limit": optional(
                IntSchema.where(minimum=1, maximum=1000),
                "How many users to list at most, from 1 to 1000; 25 if not given",
            ),
            "next": NEXT,
            "previous": PREVIOUS,
            "testAccounts": optional(TestAccounts),
        },
        returns=list_of(UserDetailsAdmin),
        scopes=("edu.admin", "edu.admin.users", "edu.admin.users.readonly"),
    )

    count_orga_users = get(
        "/organizations/users/count",
        "Count the users of the organization that a list with the same filters would have on all its pages.",
        query={
            "role": optional(list_of(Role), "Only users in one of these roles"),
            "q": QUERY,
            "group": GROUPS,
            "noActiveLicense": NO_ACTIVE_LICENSE,
            "testAccounts": optional(TestAccounts),
        },
        returns=IntSchema,
        scopes=("edu.admin", "edu.admin.users", "edu.admin.users.readonly"),
    )

    create_organization_user = post(
        "/organizations/users",
        "Create an account in the organization.",
        body=optional(UserCreation, "Name, password and role of the new user"),
        returns=UserDetailsAdmin,
        scopes=("edu.admin", "edu.admin.users"),
    )

    update_organization_user = put(
        "/organizations/users/{user}",
        "Change the account of a user of the organization.",
        path={"user": USER},
        body=required(UserAdminUpdate, "What to change; whatever is left out stays as it is"),
        returns=UserDetailsAdmin,
        scopes=("edu.admin", "edu.admin.users"),
    )

    remove_organization_user = delete(
        "/organizations/users/{user}",
        "Remove a user from the organization, together with the account unless it is converted.",
        path={"user": USER},
        query={
            "convertToIndividual": optional(
                BoolSchema, "True to leave the user an individual account, outside of any organization"
            ),
        },
        scopes=("edu.admin", "edu.admin.users"),
    )

    create_organization_user_access_token = post(
        "/organizations/users/{user}/accessToken",
        "Issue an access token that calls the API in the name of a user of the organization.",
        path={"user": USER},
        body=optional(OrganizationUserAccessTokenCreation, "What the token is to allow"),
        returns=ApiAccessToken,
        scopes=("edu.admin", "edu.admin.users"),
    )

    create_organization_user_signin_link = post(
        "/organizations/users/{user}/signinLink",
        "Make a link that signs a user of the organization in without a password.",
        path={"user": USER},
        body=optional(UserSigninLinkCreation, "Where the link is to lead after the user is signed in"),
        returns=UserSigninLink,
        scopes=("edu.admin", "edu.admin.users"),
    )

    list_organization_invitations = get(
        "/organizations/invitations",
        "List the invitations to the organization, a page at a time.",
        query={
            "role": optional(InvitationRole, "Only invitations for this role; all of them if not given"),
            "limit": LIMIT_1000,
            "next": NEXT,
            "previous": PREVIOUS,
        },
        returns=list_of(OrganizationInvitation),
        scopes=("edu.admin", "edu.admin.users", "edu.admin.users.readonly"),
    )

    create_organization_invitation = post(
        "/organizations/invitations",
        "Invite somebody to the organization.",
        body=optional(OrganizationInvitationCreation, "Whom to invite, and in which role"),
        returns=OrganizationInvitation,
        scopes=("edu.admin", "edu.admin.users"),
    )

    remove_organization_invitation = delete(
        "/organizations/invitations/{invitation}",
        "Withdraw an invitation, which can't be accepted from then on.",
        path={"invitation": required(StrSchema, "Unique identifier of the invitation")},
        scopes=("edu.admin", "edu.admin.users"),
    )

    list_lti_credentials = get(
        "/organizations/lti/credentials",
        "List the credentials with which learning platforms sign in to Flat over LTI.",
        returns=list_of(LtiCredentials),
        errors=(403,),
        scopes=("edu.admin", "edu.admin.lti", "edu.admin.lti.readonly"),
        deprecated=True,
    )

    create_lti_credentials = post(
        "/organizations/lti/credentials",
        "Issue credentials for a learning platform that is to use Flat over LTI.",
        body=required(LtiCredentialsCreation, "Name and learning platform of the new credentials"),
        returns=LtiCredentials,
        errors=(403,),
        scopes=("edu.admin", "edu.admin.lti"),
        deprecated=True,
    )

    revoke_lti_credentials = delete(
        "/organizations/lti/credentials/{credentials}",
        "Revoke LTI credentials: the learning platform that uses them is shut out.",
        path={"credentials": required(StrSchema, "Unique identifier of the credentials")},
        errors=(403, 404),
        scopes=("edu.admin", "edu.admin.lti"),
        deprecated=True,
    )

    list_lti_configurations = get(
        "/organizations/lti/configurations",
        "List the configurations by which learning platforms use Flat over LTI.",
        returns=list_of(LtiConfiguration),
        scopes=("edu.admin", "edu.admin.lti", "edu.admin.lti.readonly"),
    )

    create_lti_configuration = post(
        "/organizations/lti/configurations",
        "Set up a learning platform to use Flat over LTI.",
        body=required(LtiConfigurationCreate, "What Flat has to know about the platform"),
        returns=LtiConfiguration,
        scopes=("edu.admin", "edu.admin.lti"),
    )

    update_lti_configuration = put(
        "/organizations/lti/configurations/{configuration}",
        "Change what Flat knows about a learning platform.",
        path={"configuration": CONFIGURATION},
        body=required(LtiConfigurationUpdate, "What to change; whatever is left out stays as it is"),
        returns=LtiConfiguration,
        scopes=("edu.admin", "edu.admin.lti"),
    )

    delete_lti_configuration = delete(
        "/organizations/lti/configurations/{configuration}",
        "Delete an LTI configuration: the learning platform that uses it is shut out.",
        path={"configuration": CONFIGURATION},
        scopes=("edu.admin", "edu.admin.lti"),
    )
