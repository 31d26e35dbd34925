"""Scores: made from files or blank, changed, copied, put in the trash and taken out of it."""

from __future__ import annotations

import secrets
import typing
from fractions import Fraction

from ...apis.tags.score_api import ScoreApi
from ...exceptions import OpenApiException
from ...model.score_details import ScoreDetails
from ...schemas import declaration_of
from .._context import Answer, Call, answers
from .._database import Entry, Json, new_id
from .._errors import HttpError, not_found
from .._resources import remove
from ..formats.files import Source, tune_of, written
from ..formats.tune import Measure, Part, Tune
from . import _people
from ._finding import ROOT, TRASH, collections_of, find_collection, find_score, is_trashed, place_of, rights
from .collaborators import shown_collaborators
from .revisions import add_revision, read_upload


@answers(ScoreApi.create_score)
def create_score(call: Call) -> Answer:
    """A score from MusicXML or MIDI, or a blank one."""
    data = call.data
    collection = str(data.get("collection", ROOT))
    place = find_collection(call, collection).id
    source = _source(data)
    tune = tune_of(source)
    title = data.get("title") or tune.title or str(data.get("filename", "")).rpartition(".")[0] or "Untitled"
    facts: Json = {"title": title, "privacy": data.get("privacy", "private"), "composer": tune.composer}
    entry = add_score(call, call.user, {key: value for key, value in facts.items() if value}, source)
    call.store.put_in(place, entry.id)
    return Answer(shown(call, entry))


def _source(data: Json) -> Source:
    if "data" in data:
        return read_upload(data)
    return written(_blank(data.get("builderData", {}).get("scoreData", {}), str(data.get("title", ""))))


def _blank(built: Json, title: str) -> Tune:
    """Four empty measures for the instruments that were asked for."""
    names = [
        (entry.get("longName") or entry["instrument"], entry["instrument"]) for entry in built.get("instruments", ())
    ]
    beats, beat_type = (_sensible(built.get(name, 4), 1, 32) for name in ("nbBeats", "beatType"))
    tune = Tune(title, beats=beats, beat_type=beat_type, fifths=_sensible(built.get("fifths", 0), -7, 7))
    tune.parts = [Part(str(name), instrument=str(instrument)) for name, instrument in names or [("Piano", "piano")]]
    each = Fraction(beats * 4, beat_type)
    tune.measures = [Measure(each * number, each) for number in range(4)]
    return tune


def _sensible(number: float, low: int, high: int) -> int:
    return int(min(max(number, low), high))


def add_score(call: Call, owner: str, facts: Json, source: Source) -> Entry:
    """Keep a new score of *owner*, with *source* as its first revision."""
    id = str(facts.get("id") or new_id())
    data = {
        "id": id,
        "htmlUrl": f"https://flat.io/score/{id}",
        "creationType": "original",
        "license": "copyright",
        "creationDate": call.now,
        "sharingKey": secrets.token_hex(64),
        **facts,
    }
    if data.get("privacy") == "public":
        data["publicationDate"] = call.now
    entry = call.store.add(Entry("score", id, data, owner))
    add_revision(call, entry, owner, source, {"event": "creation", "autosave": False})
    return entry


def shown(call: Call, entry: Entry) -> Json:
    """Return what the API tells of a score: what was said about it, what its music says, and what belongs to it."""
    last = call.store.last("revision", entry.id)
    comments = call.store.entries("comment", entry.id)
    mine = entry.parent == call.user
    counts: Json = {
        "likes": {"total": int(not mine), "weekly": 0, "monthly": 0},
        "comments": {
            "total": len(comments),
            "unique": len({comment.data["user"] for comment in comments}),
            "weekly": len(comments),
            "monthly": len(comments),
        },
    }
    data = {key: value for key, value in entry.data.items() if key != "sharingKey" or mine}
    music: Json = last.facts.get("music", {}) if last else {}
    return {
        "editHtmlUrl": f"{entry.data['htmlUrl']}/edit",
        "instrumentsNames": [name.replace("-", " ").capitalize() for name in music.get("instruments", ())],
        "samples": music.get("instruments", []),
        **data,
        **music,
        **counts,
        "user": _people.summary(call, entry.parent),
        "modificationDate": max(entry.data.get("modificationDate", ""), last.data["creationDate"] if last else ""),
        "rights": rights(call, entry),
        "collaborators": shown_collaborators(call, entry) if mine else [],
        "collections": collections_of(call, entry) if mine else [],
    }


@answers(ScoreApi.get_score)
def get_score(call: Call) -> Answer:
    """Return what is known about a score."""
    return Answer(shown(call, find_score(call)))


@answers(ScoreApi.edit_score)
def edit_score(call: Call) -> Answer:
    """A score with what was changed."""
    entry = find_score(call, write=True)
    cleared = {name for name, value in call.data.items() if value is None}
    changes = {name: value for name, value in call.data.items() if name not in cleared}
    _refuse_unfit(changes)
    entry.data = {name: value for name, value in {**entry.data, **changes}.items() if name not in cleared}
    entry.data["modificationDate"] = call.now
    if entry.data.get("privacy") == "public":
        entry.data.setdefault("publicationDate", call.now)
    call.store.save(entry)
    return Answer(shown(call, entry))


def _refuse_unfit(data: Json) -> None:
    """Raise HttpError, 422, for what may be sent, and could not be told: the tags of a score have a pattern."""
    declared: dict[str, typing.Any] = {**declaration_of(ScoreDetails).schemas}
    for name in declared.keys() & data.keys():
        try:
            declared[name].from_openapi_data_oapg(data[name])
        except OpenApiException as error:
            raise HttpError(422, "INVALID_BODY", f"{name}: {error}", name) from None


@answers(ScoreApi.delete_score)
def delete_score(call: Call) -> Answer:
    """Move a score to the trash; what is there already, or is to go now, is gone for good."""
    entry = find_score(call, write=True, trashed=bool(call.get("now")))
    if call.get("now"):
        remove(call, entry)
        return Answer()
    entry.facts["was_in"] = call.store.containers_of(entry.id)
    call.store.save(entry)
    for collection in entry.facts["was_in"]:
        call.store.take_out(collection, entry.id)
    call.store.put_in(place_of(call, TRASH), entry.id)
    return Answer()


@answers(ScoreApi.untrash_score)
def untrash_score(call: Call) -> Answer:
    """Put a score back where it was; one that isn't in the trash stays where it is."""
    entry = find_score(call, write=True, trashed=True)
    if is_trashed(entry):
        call.store.take_out(place_of(call, TRASH), entry.id)
        before: list[str] = entry.facts.pop("was_in")
        root = place_of(call, ROOT)
        kept = [id for id in before if id == root or call.store.find("collection", id) is not None]
        for collection in kept or [root]:
            call.store.put_in(collection, entry.id)
        call.store.save(entry)
    return Answer()


@answers(ScoreApi.fork_score)
def fork_score(call: Call) -> Answer:
    """A copy of a score, with the music of its last revision."""
    original, data = find_score(call), call.data
    collection = str(data.get("collection") or ROOT)
    place = find_collection(call, collection).id
    last = call.store.last("revision", original.id)
    file = call.store.file(last.id) if last else None
    if file is None:
        raise not_found("score", original.id)
    title = original.data.get("title", "")
    kept: Json = {key: value for key, value in original.data.items() if key in _FORKED}
    facts: Json = {
        **kept,
        "title": title if data.get("keepOriginalTitle") else f"{title} (copy)",
        "privacy": "private",
        "parentScore": original.id,
    }
    entry = add_score(call, call.user, facts, Source(*file))
    call.store.put_in(place, entry.id)
    return Answer(shown(call, entry))


_FORKED = (
    "subtitle",
    "composer",
    "lyricist",
    "arranger",
    "description",
    "tags",
    "license",
    "licenseText",
)
