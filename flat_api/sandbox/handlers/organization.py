"""The organization: its users, the invitations to it, and access for learning platforms over LTI."""

from __future__ import annotations

import secrets
import typing
from functools import partial

from ...apis.tags.organization_api import OrganizationApi
from ...model.lti_configuration import LtiConfiguration
from ...model.lti_credentials import LtiCredentials
from ...model.organization_invitation import OrganizationInvitation
from ...model.user_details_admin import UserDetailsAdmin
from .._authentication import TOKEN_SECONDS, issue_token
from .._context import Answer, Call, answers, written_time
from .._database import Entry, Json, new_id
from .._errors import HttpError, forbidden
from .._pagination import paged
from .._resources import Pointer, Resource, remove
from . import _people

LINK_SECONDS = 300
"""Seconds for which a link signs a user in."""

_NAMES = ("username", "firstname", "lastname", "name", "email")


def _admins(call: Call, entry: Entry) -> bool:
    return _people.is_admin(call)


def _user_accept(call: Call, entry: Entry, body: Json) -> Json:
    said = {name: value for name, value in body.items() if name != "password"}
    if "username" in said and any(
        other.id != entry.id for other in call.store.pointing("user", "username", str(said["username"]))
    ):
        raise HttpError(409, "USERNAME_TAKEN", f"There is a user {said['username']!r} already.", "username")
    told = {**entry.data, **said}
    name = " ".join(str(told[key]) for key in ("firstname", "lastname") if told.get(key)) or str(told["username"])
    return {**said, "name": name, "printableName": name}


USER = Resource(
    kind="user",
    model=UserDetailsAdmin,
    accept=_user_accept,
    show=lambda call, entry: {"groups": call.store.containers_of(entry.id), "license": _license(call, entry)},
    sees=lambda call, entry: _people.is_admin(call) and entry.data.get("organization") == _people.ORGANIZATION,
)


def _license(call: Call, entry: Entry) -> Json:
    until = written_time(call.world.clock() + TOKEN_SECONDS)
    return {"id": entry.id[::-1], "expirationDate": until, "source": "trial", "mode": "site", "active": True}


def _users(call: Call) -> list[Entry]:
    """Return the users of the organization that the filters of the call leave."""
    _people.require_admin(call)
    return [entry for entry in call.store.all("user") if USER.sees(call, entry) and _meets(call, entry)]


def _meets(call: Call, entry: Entry) -> bool:
    data, text = entry.data, str(call.get("q", "")).casefold()
    is_test = bool(data.get("isEduTestingStudent"))
    return (
        (not call.get("role") or data["organizationRole"] in call["role"])
        and (not text or any(text in str(data.get(name, "")).casefold() for name in _NAMES))
        and (not call.get("group") or not set(call["group"]).isdisjoint(call.store.containers_of(entry.id)))
        and not call.get("noActiveLicense")
        and {"exclude": not is_test, "only": is_test}.get(str(call.get("testAccounts")), True)
    )


def _sorted_by(names: list[str], item: Json) -> str:
    return "\0".join(str(item.get(name, "")).casefold() for name in names)


@answers(OrganizationApi.list_organization_users)
def list_organization_users(call: Call) -> Answer:
    """A page of the users."""
    found = _users(call)
    rows = [(entry.seq, USER.shown(call, entry)) for entry in found]
    if call.get("onlyIds"):
        rows = [(entry.seq, {"id": entry.id}) for entry in found]
    sort: typing.Any = call.get("sort") or ""
    names = [sort] if isinstance(sort, str) else [str(name) for name in sort]
    return paged(call, rows, {"": lambda item: "", str(sort): partial(_sorted_by, names)})


@answers(OrganizationApi.count_orga_users)
def count_orga_users(call: Call) -> Answer:
    """Return how many users there are."""
    return Answer(len(_users(call)))


@answers(OrganizationApi.create_organization_user)
def create_organization_user(call: Call) -> Answer:
    """A new user."""
    _people.require_admin(call)
    said, id = dict(call.data), new_id()
    role, locale = str(said.pop("role", "user")), str(said.pop("locale", "en"))
    username = str(said.get("username", f"user-{id}"))
    entry = Entry("user", id, _people.account(id, username, "", "", role, call.now) | {"locale": locale})
    entry.data |= _user_accept(call, entry, {"username": username, **said})
    return Answer(USER.shown(call, call.store.add(entry)))


@answers(OrganizationApi.update_organization_user)
def update_organization_user(call: Call) -> Answer:
    """A user with what was changed."""
    entry = _user(call)
    USER.update(call, entry, call.data)
    return Answer(USER.shown(call, entry))


def _user(call: Call) -> Entry:
    """Return the user of the organization that the path is about. Raises HttpError."""
    _people.require_admin(call)
    return USER.find(call, _people.known(call).id)


@answers(OrganizationApi.remove_organization_user)
def remove_organization_user(call: Call) -> Answer:
    """Remove a user, with scores and submissions; a converted one keeps them, and leaves classes and groups."""
    entry = _user(call)
    if entry.id == call.user:
        raise forbidden("remove the account that is signed in", "user")
    if not call.get("convertToIndividual"):
        remove(call, entry)
        return Answer()
    for group in call.store.containers_of(entry.id):
        call.store.take_out(group, entry.id)
    for name in ("organization", "organizationRole"):
        del entry.data[name]
    entry.data["product"] = "flat"
    call.store.save(entry)
    return Answer()


@answers(OrganizationApi.create_organization_user_access_token)
def create_organization_user_access_token(call: Call) -> Answer:
    """An access token that calls in the name of a user."""
    entry = _user(call)
    return Answer(
        issue_token(call.world, entry.id, list(call.data.get("scopes", [])), f"Token of {entry.data['username']}")
    )


@answers(OrganizationApi.create_organization_user_signin_link)
def create_organization_user_signin_link(call: Call) -> Answer:
    """A link, which leads nowhere here."""
    entry, token = _user(call), secrets.token_hex(32)
    path = str(call.data.get("destinationPath", "/"))
    until = written_time(call.world.clock() + LINK_SECONDS)
    url = f"https://flat.io/auth/signin/{token}?redirectUri={path}&user={entry.id}"
    return Answer({"url": url, "expirationDate": until, "token": token})


INVITATION = Resource(
    kind="invitation",
    model=OrganizationInvitation,
    operations={
        "create": OrganizationApi.create_organization_invitation,
        "list": OrganizationApi.list_organization_invitations,
        "delete": OrganizationApi.remove_organization_invitation,
    },
    pointers={"invitedBy": Pointer("user", "inherit")},
    begin=lambda call, parent: {
        "organization": _people.ORGANIZATION,
        "organizationRole": "teacher",
        "customCode": secrets.token_hex(4),
        "invitedBy": call.user,
        "allowMultipleUse": False,
    },
    show=lambda call, entry: {"htmlUrl": f"https://flat.io/edu/join/{entry.id}"},
    sees=lambda call, entry: _people.is_admin(call) and call.get("role") in (None, entry.data["organizationRole"]),
    adds=_admins,
)

CREDENTIALS = Resource(
    kind="credentials",
    model=LtiCredentials,
    operations={
        "create": OrganizationApi.create_lti_credentials,
        "list": OrganizationApi.list_lti_credentials,
        "delete": OrganizationApi.revoke_lti_credentials,
    },
    pointers={"creator": Pointer("user", "inherit")},
    begin=lambda call, parent: {
        "organization": _people.ORGANIZATION,
        "creator": call.user,
        "consumerKey": secrets.token_hex(16),
        "consumerSecret": secrets.token_hex(32),
        "enableEmailMatching": False,
    },
    sees=_admins,
    adds=_admins,
)


def _begin_configuration(call: Call, parent: Entry) -> Json:
    key = new_id()
    lti = "https://lti.flat.io"
    return {
        "ltiVersion": "1p3",
        "organizationId": _people.ORGANIZATION,
        "organizationName": "Sandbox School",
        "creatorId": call.user,
        "lastUsedDate": None,
        "status": "ready-to-use",
        "deploymentMode": "single",
        "publicKeysetUrl": f"{lti}/.well-known/jwks.json",
        "initiateLoginUrl": f"{lti}/login/{key}",
        "redirectUris": [f"{lti}/launch"],
        "enableEmailMatching": False,
    }


CONFIGURATION = Resource(
    kind="configuration",
    model=LtiConfiguration,
    operations={
        "create": OrganizationApi.create_lti_configuration,
        "list": OrganizationApi.list_lti_configurations,
        "change": OrganizationApi.update_lti_configuration,
        "delete": OrganizationApi.delete_lti_configuration,
    },
    pointers={"creatorId": Pointer("user", "inherit")},
    begin=_begin_configuration,
    sees=_admins,
    adds=_admins,
)
