"""The account, its collections and its scores: `flat-api me`, `flat-api collections`, `flat-api scores`."""

from __future__ import annotations

import base64
import json
import os
from pathlib import PurePath
from typing import Any, NamedTuple

from .. import models
from ._connection import ANYTHING, COLLECTION, SCORE, Connection, looking_for, opened
from ._console import put
from ._exit import ExitCode
from ._listing import date, field, print_list, print_record
from ._sources import read_raw
from ._text import STDIN, visible

__all__ = ["Import", "delete_score", "get_score", "import_score", "list_collections", "list_scores", "me"]

ACCOUNT = (
    ("id", field("id")),
    ("username", field("username")),
    ("name", field("printableName")),
    ("type", field("type")),
    ("organization", field("organization")),
    ("role", field("organizationRole")),
    ("language", field("locale")),
    ("since", date("registrationDate")),
    ("page", field("htmlUrl")),
)

COLLECTIONS = (
    ("id", field("id")),
    ("title", field("title")),
    ("type", field("type")),
    ("privacy", field("privacy")),
    ("created", date("creationDate")),
)

SCORES = (
    ("id", field("id")),
    ("title", field("title")),
    ("privacy", field("privacy")),
    ("by", field("user", "username")),
    ("changed", date("modificationDate")),
)

SCORE_FIELDS = (
    ("id", field("id")),
    ("title", field("title")),
    ("subtitle", field("subtitle")),
    ("composer", field("composer")),
    ("arranger", field("arranger")),
    ("lyricist", field("lyricist")),
    ("by", field("user", "username")),
    ("privacy", field("privacy")),
    ("instruments", field("instruments")),
    ("measures", field("numberMeasures")),
    ("seconds", field("durationTime")),
    ("created", date("creationDate")),
    ("changed", date("modificationDate")),
    ("collections", field("collections")),
    ("page", field("htmlUrl")),
)


class Import(NamedTuple):
    """What is imported, and what becomes of it: the options of `flat-api scores import`."""

    file: str
    title: str | None = None
    privacy: str = "private"
    collection: str | None = None


def me(connection: Connection, *, as_json: bool) -> ExitCode:
    """Print the account."""
    with opened(connection) as link:
        print_record(link.flat.account.get_authenticated_user(), ACCOUNT, as_json=as_json)
    return ExitCode.GOOD


def list_collections(parent: str | None, connection: Connection, *, as_json: bool) -> ExitCode:
    """Print the collections inside *parent*, page after page."""
    options: dict[str, Any] = {} if parent is None else {"parent": parent}
    with opened(connection) as link, looking_for(COLLECTION):
        found = link.flat.collections.list_collections.iterate(**options)
        print_list(found, COLLECTIONS, "There are no collections here.", as_json=as_json)
    return ExitCode.GOOD


def list_scores(user: str, connection: Connection, *, as_json: bool) -> ExitCode:
    """Print the scores of *user*."""
    with opened(connection) as link:
        found = link.flat.users.get_user_scores(user=user)
        print_list(found, SCORES, "There are no scores here.", as_json=as_json)
    return ExitCode.GOOD


def get_score(score: str, sharing_key: str | None, connection: Connection, *, as_json: bool) -> ExitCode:
    """Print what is known of *score*."""
    options: dict[str, Any] = {"sharingKey": sharing_key} if sharing_key else {}
    with opened(connection) as link, looking_for(SCORE):
        print_record(link.flat.scores.get_score(score=link.score(score), **options), SCORE_FIELDS, as_json=as_json)
    return ExitCode.GOOD


def import_score(wish: Import, connection: Connection, *, as_json: bool) -> ExitCode:
    """Make a score of a file and print what is known of it. Raises SourceError."""
    body: dict[str, Any] = {"privacy": wish.privacy, **_encoded(read_raw(wish.file))}
    body |= {"title": wish.title} if wish.title else {}
    body |= {"collection": wish.collection} if wish.collection else {}
    if wish.file != STDIN:
        body["filename"] = _sendable(PurePath(wish.file).name)
    with opened(connection) as link, looking_for(COLLECTION if wish.collection else ANYTHING):
        print_record(link.flat.scores.create_score(body=models.ScoreCreation(body)), SCORE_FIELDS, as_json=as_json)
    return ExitCode.GOOD


def delete_score(score: str, connection: Connection, *, now: bool, as_json: bool) -> ExitCode:
    """Move *score* to the trash, or delete it for good *now*, and say so."""
    with opened(connection) as link, looking_for(SCORE):
        score = link.score(score)
        link.flat.scores.delete_score(score=score, **({"now": True} if now else {}))
    if as_json:
        put(json.dumps({"id": score, "state": "deleted" if now else "trashed"}))
    else:
        put(f"{visible(score)} is {'deleted for good' if now else 'in the trash'}")
    return ExitCode.GOOD


def _sendable(name: str) -> str:
    """Return the file name *name* as text that can be sent: bytes that are no UTF-8 are those of Latin-1."""
    encoded = os.fsencode(name)
    try:
        return encoded.decode()
    except UnicodeDecodeError:
        return encoded.decode("latin-1")


def _encoded(content: bytes) -> dict[str, str]:
    """*content* as the API takes it: text as it is, anything else as base64."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:  # a MIDI file may be UTF-8 by chance
        return {"data": base64.b64encode(content).decode(), "dataEncoding": "base64"}
    return {"data": text}
