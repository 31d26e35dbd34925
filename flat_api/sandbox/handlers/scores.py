"""Scores: made from files or blank, changed, copied, put in collections and in the trash."""

from __future__ import annotations

import secrets
from fractions import Fraction

from ...model.score_details import ScoreDetails
from .._context import Answer, Call, answers
from .._database import Entry, Json, new_id
from .._errors import HttpError, not_found
from .._pagination import SCORE_SORTS, USUAL, paged
from .._resources import Resource, is_trashed, remove
from ..formats.files import Source, tune_of, uploaded, written
from ..formats.tune import Measure, MusicError, Part, Tune
from . import people
from .collections import COLLECTION, OWNER, ROOT, TRASH, collections_of, place_of

_FORKED = ("subtitle", "composer", "lyricist", "arranger", "description", "tags", "license", "licenseText")
"""What a copy has of the score that it was made of."""


def rights(call: Call, score: Entry) -> dict[str, bool]:
    """Return what the user who calls may do with *score*: as its owner, as a collaborator, as anybody."""
    if score.parent == call.user:
        return OWNER
    shares = [entry.data for entry in call.store.entries("collaborator", score.id) if _is_for_caller(call, entry)]
    found = {name: any(share[name] for share in shares) for name in ("aclRead", "aclWrite", "aclAdmin")}
    found["aclRead"] |= score.data.get("privacy") == "public"
    return {**found, "isCollaborator": bool(shares)}


def _is_for_caller(call: Call, collaborator: Entry) -> bool:
    whom, value = collaborator.facts["whom"], collaborator.facts["value"]
    return (whom == "user" and value == call.user) or (whom == "group" and call.store.is_in(value, call.user))


def may_write(call: Call, score: Entry) -> bool:
    """Return whether the user who calls may change *score*."""
    return rights(call, score)["aclWrite"]


def collaborators_of(call: Call, score: Entry) -> list[Json]:
    """Return what the API tells of the collaborators of *score*, its owner first."""
    owner: Json = {"id": score.parent, "score": score.id, "user": people.public(call, score.parent), **OWNER}
    return [owner, *(entry.data for entry in call.store.entries("collaborator", score.id))]


def _accept(call: Call, entry: Entry, body: Json) -> Json:
    is_public = body.get("privacy", entry.data.get("privacy")) == "public"
    return {"publicationDate": entry.data.get("publicationDate", call.now), **body} if is_public else body


def _show(call: Call, entry: Entry) -> Json:
    """Return what was said about a score, what its music says, and what belongs to it."""
    last = call.store.last("revision", entry.id)
    comments = call.store.entries("comment", entry.id)
    mine = entry.parent == call.user
    music: Json = last.facts.get("music", {}) if last else {}
    url = f"https://flat.io/score/{entry.id}"
    return {
        "htmlUrl": url,
        "editHtmlUrl": f"{url}/edit",
        "instrumentsNames": [name.replace("-", " ").capitalize() for name in music.get("instruments", ())],
        "samples": music.get("instruments", []),
        **{key: value for key, value in entry.data.items() if key != "sharingKey" or mine},
        **music,
        "likes": {"total": int(not mine), "weekly": 0, "monthly": 0},
        "comments": {
            "unique": len({comment.data["user"] for comment in comments}),
            **dict.fromkeys(("total", "weekly", "monthly"), len(comments)),
        },
        "user": people.summary(call, entry.parent),
        "modificationDate": max(entry.data.get("modificationDate", ""), last.data["creationDate"] if last else ""),
        "rights": rights(call, entry),
        "collaborators": collaborators_of(call, entry) if mine else [],
        "collections": collections_of(call, entry) if mine else [],
    }


SCORE = Resource(
    kind="score",
    path="/scores",
    model=ScoreDetails,
    is_owned=True,
    begin=lambda call, parent: {"sharingKey": secrets.token_hex(64)},
    accept=_accept,
    show=_show,
    sees=lambda call, entry: rights(call, entry)["aclRead"],
    changes=may_write,
)


def add_score(call: Call, owner: str, data: Json, source: Source, id: str | None = None) -> Entry:
    """Keep a new score of *owner*, with *source* as its first revision."""
    entry = SCORE.make(call, Entry("user", owner, {}), data, id)
    add_revision(call, entry, owner, source, {"event": "creation", "autosave": False})
    return entry


def read_upload(data: Json) -> Source:
    """Return the file in the body of a request. Raises HttpError, 422, where it is no music."""
    try:
        return uploaded(data["data"], data.get("dataEncoding"))
    except MusicError as error:
        raise HttpError(422, "INVALID_SCORE_DATA", f"The score can't be read: {error}.", "data") from None


def add_revision(call: Call, score: Entry, user: str, source: Source, data: Json) -> Entry:
    """Keep a new revision of *score*."""
    tune = tune_of(source)
    music = {
        "durationTime": round(tune.seconds, 3),
        "numberMeasures": len(tune.measures),
        "mainTempoQpm": round(tune.tempo, 3),
        "instruments": sorted({part.instrument for part in tune.parts}),
    }
    before = call.store.last("revision", score.id)
    added = len(tune.notes) - (before.facts["notes"] if before else 0)
    id = new_id()
    data = {
        "id": id,
        "score": score.id,
        "user": user,
        "collaborators": [user],
        **dict.fromkeys(("date", "creationDate"), call.now),  # the second is the earlier name
        "event": "update",
        "autosave": False,
        "statistics": {"additions": max(0, added), "deletions": max(0, -added)},
        **data,
    }
    call.store.put_file(id, *source)
    return call.store.add(Entry("revision", id, data, score.id, {"music": music, "notes": len(tune.notes)}))


@answers
def create_score(call: Call) -> Json:
    data = call.data
    place = COLLECTION.find(call, str(data.get("collection", ROOT))).id
    built = data.get("builderData", {}).get("scoreData", {})
    source = read_upload(data) if "data" in data else written(_blank(built, str(data.get("title", ""))))
    tune = tune_of(source)
    title = data.get("title") or tune.title or str(data.get("filename", "")).rpartition(".")[0] or "Untitled"
    kept: Json = {"title": title, "privacy": data.get("privacy", "private"), "composer": tune.composer or None}
    entry = add_score(call, call.user, kept, source)
    call.store.put_in(place, entry.id)
    return SCORE.shown(call, entry)


def _blank(built: Json, title: str) -> Tune:
    """Return four empty measures for the instruments that were asked for."""

    def number(name: str, usual: int, low: int, high: int) -> int:
        return int(min(max(built.get(name, usual), low), high))

    beats, beat_type = number("nbBeats", 4, 1, 32), number("beatType", 4, 1, 32)
    each = Fraction(beats * 4, beat_type)
    instruments = built.get("instruments") or [{"instrument": "piano", "longName": "Piano"}]
    return Tune(
        title,
        beats=beats,
        beat_type=beat_type,
        fifths=number("fifths", 0, -7, 7),
        parts=[Part(entry.get("longName") or entry["instrument"], [], entry["instrument"]) for entry in instruments],
        measures=[Measure(each * index, each) for index in range(4)],
    )


@answers
def delete_score(call: Call) -> None:
    """Move a score to the trash; what is there already, or is to go now, is gone for good."""
    entry = SCORE.find(call, change=True, trashed=bool(call.get("now")))
    if call.get("now"):
        remove(call, entry)
        return
    entry.facts["was_in"] = call.store.containers_of(entry.id)
    call.store.save(entry)
    for collection in entry.facts["was_in"]:
        call.store.take_out(collection, entry.id)
    call.store.put_in(place_of(call, TRASH), entry.id)


@answers
def untrash_score(call: Call) -> None:
    """Put a score back where it was; one that isn't in the trash stays where it is."""
    entry = SCORE.find(call, change=True, trashed=True)
    if is_trashed(entry):
        call.store.take_out(place_of(call, TRASH), entry.id)
        before: list[str] = entry.facts.pop("was_in")
        root = place_of(call, ROOT)
        kept = [id for id in before if id == root or call.store.find("collection", id) is not None]
        for collection in kept or [root]:
            call.store.put_in(collection, entry.id)
        call.store.save(entry)


@answers
def fork_score(call: Call) -> Json:
    original, data = SCORE.find(call), call.data
    place = COLLECTION.find(call, str(data.get("collection") or ROOT)).id
    last = call.store.last("revision", original.id)
    file = call.store.file(last.id) if last else None
    if file is None:
        raise not_found("score", original.id)
    title = original.data.get("title", "")
    copy: Json = {
        **{key: value for key, value in original.data.items() if key in _FORKED},
        "title": title if data.get("keepOriginalTitle") else f"{title} (copy)",
        "privacy": "private",
        "parentScore": original.id,
    }
    entry = add_score(call, call.user, copy, Source(*file))
    call.store.put_in(place, entry.id)
    return SCORE.shown(call, entry)


@answers
def list_collection_scores(call: Call) -> Answer:
    found = call.store.items_in("score", COLLECTION.find(call).id)
    return paged(call, found, lambda entry: _show(call, entry), SCORE_SORTS)


@answers
def add_score_to_collection(call: Call) -> Json:
    collection, score = COLLECTION.find(call), SCORE.find(call)
    if collection.data["id"] == TRASH:
        raise HttpError(403, "FORBIDDEN", "A score gets into the trash by being deleted.", "collection")
    call.store.put_in(collection.id, score.id)
    return SCORE.shown(call, score)


@answers
def delete_score_from_collection(call: Call) -> None:
    collection, score = COLLECTION.find(call), SCORE.find(call)
    if not call.store.take_out(collection.id, score.id):
        raise not_found("score", score.id)


def _is_copy_of(parent: str | None, entry: Entry) -> bool:
    return parent in (None, entry.data.get("parentScore"))


@answers
def get_user_scores(call: Call) -> Answer:
    """Return the scores of a user that can be seen; all at once unless pages are wanted."""
    visible = SCORE.inside(call, people.known(call).id)
    found = [entry for entry in visible if _is_copy_of(call.get("parent"), entry)]
    usual = USUAL if call.get("paginate") else max(1, len(found))
    return paged(call, found, lambda entry: _show(call, entry), SCORE_SORTS, usual)


@answers
def get_user_likes(call: Call) -> Answer:
    """Return a page of what the other user wrote, which everybody likes."""
    people.known(call)

    def show(entry: Entry) -> Json:
        return {"id": entry.id} if call.get("ids") else _show(call, entry)

    return paged(call, SCORE.inside(call, people.OTHER), show, SCORE_SORTS)


def scores_shared_with(call: Call, group: str) -> list[Json]:
    """Return what is told of the scores that are shared with a *group*."""
    shares = [entry for entry in call.store.all("collaborator") if entry.facts.get("value") == group]
    scores = [score for share in shares if (score := call.store.find("score", share.parent)) is not None]
    visible = [score for score in scores if not is_trashed(score) and rights(call, score)["aclRead"]]
    return [SCORE.shown(call, score) for score in visible if _is_copy_of(call.get("parent"), score)]
