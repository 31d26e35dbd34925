"""The organization: its users, the invitations to it, and access for learning platforms over LTI."""

from __future__ import annotations

import secrets

from ...model.lti_configuration import LtiConfiguration
from ...model.lti_credentials import LtiCredentials
from ...model.organization_invitation import OrganizationInvitation
from .._authentication import issue_token
from .._context import Answer, Call, answers, written_time
from .._database import Entry, Json, new_id
from .._errors import forbidden
from .._pagination import paged, stated_sort
from .._resources import Pointer, Resource, remove
from . import people
from .people import USER

LINK_SECONDS = 300
"""Seconds for which a link signs a user in."""

_NAMES = ("username", "firstname", "lastname", "name", "email")


def _admins(call: Call, entry: Entry) -> bool:
    return people.is_admin(call)


def _users(call: Call) -> list[Entry]:
    """Return the users of the organization that the filters of the call leave."""
    people.require_admin(call)
    return [entry for entry in USER.inside(call) if _matches(call, entry)]


def _matches(call: Call, entry: Entry) -> bool:
    data, text = entry.data, str(call.get("q", "")).casefold()
    is_test = bool(data.get("isEduTestingStudent"))
    return (
        (not call.get("role") or data["organizationRole"] in call["role"])
        and (not text or any(text in str(data.get(name, "")).casefold() for name in _NAMES))
        and (not call.get("group") or not set(call["group"]).isdisjoint(call.store.containers_of(entry.id)))
        and not call.get("noActiveLicense")
        and {"exclude": not is_test, "only": is_test}.get(str(call.get("testAccounts")), True)
    )


@answers
def list_organization_users(call: Call) -> Answer:
    def show(entry: Entry) -> Json:
        return {"id": entry.id} if call.get("onlyIds") else USER.shown(call, entry)

    return paged(call, _users(call), show, ("", stated_sort(call)))


@answers
def count_orga_users(call: Call) -> int:
    return len(_users(call))


@answers
def create_organization_user(call: Call) -> Json:
    people.require_admin(call)
    return USER.shown(call, people.add_user(call, call.data))


def _user(call: Call) -> Entry:
    """Return the user of the organization that the path is about. Raises HttpError."""
    people.require_admin(call)
    return USER.find(call, people.known(call).id)


@answers
def update_organization_user(call: Call) -> Json:
    entry = _user(call)
    USER.update(call, entry, call.data)
    return USER.shown(call, entry)


@answers
def remove_organization_user(call: Call) -> None:
    """Remove a user, with scores and submissions; a converted one keeps them, and leaves classes and groups."""
    entry = _user(call)
    if entry.id == call.user:
        raise forbidden("remove the account that is signed in", "user")
    if not call.get("convertToIndividual"):
        remove(call, entry)
        return
    for group in call.store.containers_of(entry.id):
        call.store.take_out(group, entry.id)
    for name in ("organization", "organizationRole"):
        del entry.data[name]
    entry.data["product"] = "flat"
    call.store.save(entry)


@answers
def create_organization_user_access_token(call: Call) -> Json:
    entry, scopes = _user(call), list(call.data.get("scopes", []))
    return issue_token(call.world, entry.id, scopes, f"Token of {entry.data['username']}")


@answers
def create_organization_user_signin_link(call: Call) -> Json:
    """Return a link, which leads nowhere here."""
    entry, token = _user(call), secrets.token_hex(32)
    path = str(call.data.get("destinationPath", "/"))
    until = written_time(call.world.clock() + LINK_SECONDS)
    url = f"https://flat.io/auth/signin/{token}?redirectUri={path}&user={entry.id}"
    return {"url": url, "expirationDate": until, "token": token}


INVITATION = Resource(
    kind="invitation",
    path="/organizations/invitations",
    model=OrganizationInvitation,
    pointers={"invitedBy": Pointer("user", "inherit", is_maker=True)},
    begin=lambda call, parent: {
        "organization": people.ORGANIZATION,
        "customCode": secrets.token_hex(4),
    },
    show=lambda call, entry: {**entry.data, "htmlUrl": f"https://flat.io/edu/join/{entry.id}"},
    sees=lambda call, entry: people.is_admin(call) and call.get("role") in (None, entry.data["organizationRole"]),
    adds=_admins,
)

CREDENTIALS = Resource(
    kind="credentials",
    path="/organizations/lti/credentials",
    model=LtiCredentials,
    pointers={"creator": Pointer("user", "inherit", is_maker=True)},
    begin=lambda call, parent: {
        "organization": people.ORGANIZATION,
        "consumerKey": secrets.token_hex(16),
        "consumerSecret": secrets.token_hex(32),
    },
    sees=_admins,
    adds=_admins,
)


CONFIGURATION = Resource(
    kind="configuration",
    path="/organizations/lti/configurations",
    model=LtiConfiguration,
    pointers={"creatorId": Pointer("user", "inherit", is_maker=True)},
    begin=lambda call, parent: {
        "organizationId": people.ORGANIZATION,
        "initiateLoginUrl": f"https://lti.flat.io/login/{new_id()}",
    },
    sees=_admins,
    adds=_admins,
)
