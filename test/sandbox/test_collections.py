"""Collections: made, changed, filled, listed page by page."""

import pytest

from flat_api.exceptions import ForbiddenError, NotFoundError

from .music import MUSICXML


def made(flat, *titles):
    return [flat.collections.create_collection(body={"title": title, "privacy": "private"}) for title in titles]


def test_collections_are_kept(flat):
    """A new collection is found, changed, put in the trash and taken out of it."""
    (one,) = made(flat, "Études")
    assert (one.title, one.type, one.privacy) == ("Études", "regular", "private")
    assert flat.collections.get_collection(collection=one.id) == one
    assert flat.collections.edit_collection(collection=one.id, body={"title": "Études II"}).title == "Études II"
    flat.collections.delete_collection(collection=one.id)
    with pytest.raises(NotFoundError):
        flat.collections.get_collection(collection=one.id)
    assert [entry.id for entry in flat.collections.list_collections(parent="trash")] == [one.id]
    assert list(flat.collections.list_collections()) == []
    flat.collections.untrash_collection(collection=one.id)
    flat.collections.untrash_collection(collection=one.id)
    assert flat.collections.get_collection(collection=one.id).title == "Études II"


def test_root_and_trash_stay(flat):
    """The collections that are always there can't be changed."""
    assert flat.collections.get_collection(collection="root").type == "root"
    for id in ("root", "trash"):
        with pytest.raises(ForbiddenError):
            flat.collections.delete_collection(collection=id)
    with pytest.raises(ForbiddenError):
        flat.collections.add_score_to_collection(collection="trash", score=flat.users.get_user_scores(user="me")[0].id)


def test_lists_are_sorted_and_paged(flat):
    """The client goes through all pages; the order is the one asked for."""
    made(flat, *"edcbafg")
    listed = flat.collections.list_collections
    assert [entry.title for entry in listed.iterate(limit=2)] == list("edcbafg")
    assert [entry.title for entry in listed.iterate(limit=3, sort="title")] == list("abcdefg")
    assert [entry.title for entry in listed.iterate(limit=3, sort="title", direction="desc")] == list("gfedcba")
    assert [len(page) for page in listed.pages(limit=3)] == [3, 3, 1]
    assert list(listed(parent=made(flat, "inner")[0].id)) == []
    with pytest.raises(NotFoundError):
        listed(parent="none")


def test_scores_in_collections(flat, flat_sandbox):
    """A score may be in several collections; taken out of one, it stays in the others."""
    one, two = made(flat, "One", "Two")
    score = flat.scores.create_score(body={"title": "Here", "data": MUSICXML, "collection": one.id}).id
    for _ in range(2):
        flat.collections.add_score_to_collection(collection=two.id, score=score)
    scores = flat.collections.list_collection_scores
    assert [[entry.id for entry in scores(collection=place.id)] for place in (one, two)] == [[score], [score]]
    assert set(flat.scores.get_score(score=score).collections) == {one.id, two.id}
    flat.collections.delete_score_from_collection(collection=one.id, score=score)
    assert list(scores(collection=one.id)) == []
    with pytest.raises(NotFoundError):
        flat.collections.delete_score_from_collection(collection=one.id, score=score)
    with pytest.raises(NotFoundError):
        flat.scores.create_score(body={"data": MUSICXML, "collection": "none"})
    flat.collections.add_score_to_collection(collection=two.id, score=flat_sandbox.public_score)
    titles = [entry.title for entry in scores.iterate(collection=two.id, limit=1, sort="title", direction="desc")]
    assert titles == ["Here", "Frère Jacques"]
