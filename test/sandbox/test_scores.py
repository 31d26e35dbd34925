"""Scores and revisions: what is sent is kept, and comes back."""

import json

import pytest

from flat_api.exceptions import ForbiddenError, NotFoundError, UnprocessableContentError
from flat_api.sandbox.formats import midi, musicxml

from .music import MUSICXML, base64_of


def titles(scores):
    return [score.title for score in scores]


def test_account_has_a_score(flat, flat_sandbox):
    """In a new sandbox there is a score to begin with; the other user has one that is public."""
    me = flat.account.get_authenticated_user()
    assert (
        titles(flat.users.get_user_scores(user="me"))
        == titles(flat.users.get_user_scores(user=me.id))
        == ["Ode to Joy"]
    )
    score = flat.scores.get_score(score=flat_sandbox.score)
    assert (score.title, score.user.id, score.numberMeasures) == ("Ode to Joy", me.id, 8)
    other = flat.scores.get_score(score=flat_sandbox.public_score).user
    assert titles(flat.users.get_user_scores(user=other.id)) == titles(flat.users.get_user_likes(user="me"))
    assert flat.account.get_authenticated_user(onlyId=True).to_json() == json.dumps({"id": str(me.id)}).replace(
        ": ", ":"
    )


@pytest.mark.flat_sandbox(seeded=False)
def test_account_may_be_empty(flat, flat_sandbox):
    """seeded=False: no scores at all."""
    assert list(flat.users.get_user_scores(user="me")) == []
    with pytest.raises(NotFoundError):
        flat.scores.get_score(score=flat_sandbox.score)


def test_users_are_those_there_are(flat):
    """Profiles of the two users; of nobody else."""
    assert flat.users.get_user(user="me").username == "sandbox"
    with pytest.raises(NotFoundError) as caught:
        flat.users.get_user(user="nobody")
    assert caught.value.code == "USER_NOT_FOUND"


def test_uploaded_file_comes_back(flat):
    """MusicXML is given back as it was sent; what it says of itself is told of the score."""
    score = flat.scores.create_score(body={"privacy": "public", "data": MUSICXML})
    assert (score.title, score.composer, score.privacy, score.numberMeasures) == ("Two Notes", "Nobody", "public", 2)
    assert (score.mainTempoQpm, score.durationTime) == (60, 4)
    assert flat.scores.get_score_revision_data(score=score.id, revision="last", format="xml") == MUSICXML.encode()
    assert flat.scores.get_score(score=score.id) == score


@pytest.mark.parametrize("pack", [str.encode, lambda text: musicxml.pack(text.encode())])
def test_files_may_be_in_base64(flat, pack):
    """Binary files, compressed MusicXML among them."""
    score = flat.scores.create_score(body={"title": "Mine", **base64_of(pack(MUSICXML))})
    assert score.title == "Mine"
    assert flat.scores.get_score_revision_data(score=score.id, revision="last", format="xml") == MUSICXML.encode()


def test_midi_files_come_back(flat):
    """A MIDI file is given back as it was sent, and can be had as MusicXML with the same notes."""
    tune = musicxml.parse(MUSICXML.encode())
    sent = midi.write(tune)
    score = flat.scores.create_score(body=base64_of(sent))
    assert flat.scores.get_score_revision_data(score=score.id, revision="last", format="midi") == sent
    xml = flat.scores.get_score_revision_data(score=score.id, revision="last", format="xml")
    heard = {(note.start, note.pitch) for note in musicxml.parse(xml).notes}
    assert heard == {(note.start, note.pitch) for note in tune.notes}


@pytest.mark.parametrize(
    "body",
    [
        {"data": "not a score"},
        {"data": "<html/>"},
        {"data": "%%%", "dataEncoding": "base64"},
        base64_of(b"PK\x03\x04 no archive"),
        base64_of(b"MThd\x00\x00\x00\x06\x00"),
    ],
)
def test_files_that_are_no_music_are_refused(flat, body):
    """The error is a 422, which tells what is wrong with the file."""
    with pytest.raises(UnprocessableContentError) as caught:
        flat.scores.create_score(body={"title": "x", "privacy": "private", **body})
    assert caught.value.code == "INVALID_SCORE_DATA"
    assert caught.value.message.startswith("The score can't be read: the ")


def test_blank_scores(flat):
    """builderData makes a score with its instruments, and nothing at all makes one for piano."""
    instruments = [
        {"group": "strings", "instrument": "violin", "longName": "Geige"},
        {"group": "k", "instrument": "piano"},
    ]
    built = {"scoreData": {"instruments": instruments, "nbBeats": 3, "fifths": -2}}
    score = flat.scores.create_score(body={"title": "Blank", "builderData": built})
    assert list(score.instruments) == ["piano", "violin"]
    tune = musicxml.parse(flat.scores.get_score_revision_data(score=score.id, revision="last", format="xml"))
    assert ([part.name for part in tune.parts], tune.beats, tune.fifths, tune.notes) == (["Geige", "piano"], 3, -2, [])
    assert flat.scores.create_score(body={}).title == "Untitled"


def test_edits_are_kept(flat, flat_sandbox):
    """What is changed is changed, and the rest stays."""
    before = flat.scores.get_score(score=flat_sandbox.score)
    after = flat.scores.edit_score(score=flat_sandbox.score, body={"subtitle": "From the Ninth", "privacy": "public"})
    assert (after.title, after.subtitle, after.privacy) == (before.title, "From the Ninth", "public")
    assert after.publicationDate.as_datetime >= before.creationDate.as_datetime
    assert flat.scores.get_score(score=flat_sandbox.score) == after


def test_null_clears_a_text(flat, flat_sandbox):
    """What can be null in a change is gone after it."""
    flat.scores.edit_score(score=flat_sandbox.score, body={"subtitle": "From the Ninth"})
    after = flat.scores.edit_score(score=flat_sandbox.score, body={"subtitle": None})
    assert not hasattr(after, "subtitle")


def test_what_could_not_be_told_is_refused(flat, flat_sandbox):
    """Tags of a change have no pattern, those of a score do."""
    with pytest.raises(UnprocessableContentError) as caught:
        flat.scores.edit_score(score=flat_sandbox.score, body={"tags": ["no spaces"]})
    assert "tags" in caught.value.message


def test_trash_and_back(flat, flat_sandbox):
    """A deleted score is gone from everywhere but the trash; untrashed, it is where it was."""
    score, box = flat_sandbox.score, flat.collections.create_collection(body={"title": "Box", "privacy": "private"}).id
    flat.collections.add_score_to_collection(collection=box, score=score)
    flat.scores.delete_score(score=score)
    for call in (flat.scores.get_score, flat.scores.delete_score, flat.scores.get_score_revisions):
        with pytest.raises(NotFoundError):
            call(score=score)
    assert list(flat.users.get_user_scores(user="me")) == []
    assert list(flat.collections.list_collection_scores(collection=box)) == []
    assert titles(flat.collections.list_collection_scores(collection="trash")) == ["Ode to Joy"]
    flat.scores.untrash_score(score=score)
    flat.scores.untrash_score(score=score)
    assert set(flat.scores.get_score(score=score).collections) == {"root", box}
    assert list(flat.collections.list_collection_scores(collection="trash")) == []


def test_deleted_for_good(flat, flat_sandbox):
    """now=True leaves nothing, of a score in the trash either."""
    for trashed in (False, True):
        score = flat.scores.create_score(body={"data": MUSICXML}).id
        flat.scores.post_score_comment(score=score, body={"comment": "Soon gone"})
        if trashed:
            flat.scores.delete_score(score=score)
        flat.scores.delete_score(score=score, now=True)
        with pytest.raises(NotFoundError):
            flat.scores.untrash_score(score=score)
    kept = flat_sandbox.app.world.store._run("select count(*) from entries where parent = ?", score).fetchone()
    assert kept == (0,)


def test_forks(flat, flat_sandbox):
    """A copy has the music, and is one's own."""
    copy = flat.scores.fork_score(score=flat_sandbox.public_score, body={})
    assert (copy.title, copy.parentScore, copy.privacy) == (
        "Frère Jacques (copy)",
        flat_sandbox.public_score,
        "private",
    )
    same = flat.scores.fork_score(score=flat_sandbox.public_score, body={"keepOriginalTitle": True, "collection": None})
    assert same.title == "Frère Jacques"
    files = [
        flat.scores.get_score_revision_data(score=score, revision="last", format="xml")
        for score in (copy.id, flat_sandbox.public_score)
    ]
    assert files[0] == files[1]
    listed = flat.users.get_user_scores(user="me", parent=flat_sandbox.public_score)
    assert {score.id for score in listed} == {copy.id, same.id}
    with pytest.raises(NotFoundError):
        flat.scores.fork_score(score=copy.id, body={"collection": "none"})


def test_scores_of_others_are_not_changed(flat, flat_sandbox):
    """A public score can be read, and no more."""
    score = flat_sandbox.public_score
    assert not flat.scores.get_score(score=score).rights.aclWrite
    for call in (
        lambda: flat.scores.edit_score(score=score, body={"title": "Mine"}),
        lambda: flat.scores.delete_score(score=score),
        lambda: flat.scores.create_score_revision(score=score, body={"data": MUSICXML}),
    ):
        with pytest.raises(ForbiddenError):
            call()


def test_revisions_are_a_list(flat, flat_sandbox):
    """Each time that music is saved there is one more; all of them stay."""
    score = flat_sandbox.score
    (first,) = flat.scores.get_score_revisions(score=score)
    second = flat.scores.create_score_revision(score=score, body={"data": MUSICXML, "description": "Shorter"})
    assert [entry.id for entry in flat.scores.get_score_revisions(score=score)] == [first.id, second.id]
    assert flat.scores.get_score_revision(score=score, revision="last") == second
    assert (second.description, second.autosave, second.statistics.deletions > 0) == ("Shorter", False, True)
    assert flat.scores.get_score(score=score).numberMeasures == 2
    old = flat.scores.get_score_revision_data(score=score, revision=first.id, format="xml")
    assert len(musicxml.parse(old).measures) == 8
    with pytest.raises(NotFoundError) as caught:
        flat.scores.get_score_revision(score=flat_sandbox.public_score, revision=second.id)
    assert caught.value.code == "REVISION_NOT_FOUND"


def test_tracks(flat, flat_sandbox):
    """Tracks are kept; one of them at most is the default one."""
    score = flat_sandbox.score
    first = flat.scores.add_score_track(score=score, body={"url": "https://youtu.be/x", "default": True})
    assert (first.type, first.default) == ("youtube", True)
    second = flat.scores.add_score_track(score=score, body={"title": "Live", "default": True})
    assert [track.default.is_true() for track in flat.scores.list_score_tracks(score=score)] == [False, True]
    changed = flat.scores.update_score_track(score=score, track=first.id, body={"default": True, "state": "completed"})
    assert changed.state == "completed"
    assert not flat.scores.get_score_track(score=score, track=second.id).default
    flat.scores.delete_score_track(score=score, track=first.id)
    with pytest.raises(NotFoundError):
        flat.scores.get_score_track(score=score, track=first.id)


def test_collaborators(flat, flat_sandbox):
    """The owner is one from the start; whoever is added twice is there once, with the later rights."""
    score = flat_sandbox.score
    (owner,) = flat.scores.get_score_collaborators(score=score)
    assert flat.scores.get_score_collaborator(score=score, collaborator=owner.id) == owner
    other = flat.scores.get_score(score=flat_sandbox.public_score).user.id
    added = flat.scores.add_score_collaborator(score=score, body={"user": other})
    again = flat.scores.add_score_collaborator(score=score, body={"user": other, "aclWrite": True})
    assert (added.id, added.user.id, added.aclWrite.is_true()) == (again.id, other, False)
    assert flat.scores.get_score_collaborator(score=score, collaborator=added.id).aclWrite
    mailed = flat.scores.add_score_collaborator(score=score, body={"userEmail": "a@example.org"})
    group = flat.classes.create_class(body={"name": "6B"}).studentsGroup.id
    grouped = flat.scores.add_score_collaborator(score=score, body={"group": group})
    assert (mailed.invited.is_true(), grouped.group.id) == (True, group)
    assert len(flat.scores.get_score(score=score).collaborators) == 4
    flat.scores.remove_score_collaborator(score=score, collaborator=added.id)
    with pytest.raises(NotFoundError):
        flat.scores.get_score_collaborator(score=score, collaborator=added.id)
    with pytest.raises(UnprocessableContentError):
        flat.scores.add_score_collaborator(score=score, body={})


def test_comments(flat, flat_sandbox):
    """Comments are posted, listed, changed, marked and deleted; those with a place in the music are inline."""
    score, me = flat_sandbox.score, flat.account.get_authenticated_user().id
    place = {"partUuid": "p", "measureUuids": ["m"], "startTimePos": 0, "stopTimePos": 1, "startDpq": 1, "stopDpq": 1}
    first = flat.scores.post_score_comment(score=score, body={"comment": "Nice"})
    second = flat.scores.post_score_comment(score=score, body={"comment": "Here", "context": place})
    reply = flat.scores.post_score_comment(score=score, body={"comment": "Thanks", "replyTo": first.id})
    assert [first.type, second.type, first.user] == ["document", "inline", me]
    listed = flat.scores.get_score_comments
    assert [entry.id for entry in listed(score=score)] == [first.id, second.id, reply.id]
    assert [entry.id for entry in listed(score=score, type="inline")] == [second.id]
    assert [entry.id for entry in listed(score=score, direction="desc")] == [reply.id, second.id, first.id]
    assert flat.scores.get_score(score=score).comments.total == 3
    changed = flat.scores.update_score_comment(score=score, comment=first.id, body={"comment": "Very nice"})
    assert (changed.comment, changed.date) == ("Very nice", first.date)
    flat.scores.mark_score_comment_resolved(score=score, comment=first.id)
    assert listed(score=score)[0].resolvedBy == me
    flat.scores.mark_score_comment_unresolved(score=score, comment=first.id)
    assert not listed(score=score)[0].resolved
    flat.scores.delete_score_comment(score=score, comment=first.id)
    assert [entry.id for entry in listed(score=score)] == [second.id]
    for body in ({"comment": " "}, {"comment": "x", "replyTo": first.id}):
        with pytest.raises((UnprocessableContentError, NotFoundError)):
            flat.scores.post_score_comment(score=score, body=body)


def test_scores_of_a_user_come_in_pages_where_they_are_wanted(flat):
    """All at once for programs that know of no pages; a page at a time, in the order that is asked for, for others."""
    made = [flat.scores.create_score(body={"title": f"{number * 7 % 30:02}"}).id for number in range(30)]
    known = [score.id for score in flat.users.get_user_scores(user="me")]
    assert known[-30:] == made
    scores = flat.users.get_user_scores
    assert len(scores(user="me", paginate=True)) == 25
    assert [score.id for score in scores.iterate(user="me", paginate=True)] == known
    assert [score.id for score in scores.iterate(user="me", limit=4)] == known
    titles = [score.title for score in scores.iterate(user="me", paginate=True, sort="title", direction="desc")]
    assert titles == sorted(titles, key=str.casefold, reverse=True)


def test_likes_come_in_pages(flat, flat_sandbox):
    """Each page has the link to the next one, and the identifiers alone where no more is wanted."""
    likes = flat.users.get_user_likes
    assert [score.id for score in likes.iterate(user="me", limit=1)] == [flat_sandbox.public_score]
    assert likes(user="me", ids=True)[0].to_dict() == {"id": flat_sandbox.public_score}
