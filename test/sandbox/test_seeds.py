"""What is there from the start."""

from __future__ import annotations

import unicodedata

from flat_api.sandbox import Sandbox


def test_a_class_of_twelve(flat):
    """There is a class, with a group of some of its students."""
    (class_,) = flat.classes.list_classes()
    assert (class_.studentsGroup.usersCount, class_.assignmentsCount) == (12, 5)
    (group,) = flat.groups.list_groups(type="classStudentsSubGroup", classroom=class_.id)
    assert group.usersCount == 6


def test_assignments_in_every_state(flat):
    """There are drafts, active ones and one in the archives; submissions are as far as they can get."""
    (class_,) = flat.classes.list_classes()
    assignments = flat.classes.list_assignments(class_=class_.id)
    assert {entry.state for entry in assignments} == {"draft", "active", "archived"}
    submissions = [entry for assignment in assignments for entry in assignment.submissions]
    assert {entry.state for entry in submissions} == {"created", "turnedIn", "returned"}
    assert all((entry.state == "returned") == ("grade" in entry) for entry in submissions)


def test_all_that_is_pointed_to_can_be_read(flat):
    """Creators, classes and attached scores are there."""
    (class_,) = flat.classes.list_classes()
    for assignment in flat.classes.list_assignments(class_=class_.id):
        for entry in assignment.submissions:
            assert entry.classroom == class_.id
            assert flat.users.get_user(user=entry.creator).organizationRole == "user"
            assert flat.scores.get_score(score=entry.attachments[0].score).user.id == entry.creator


def test_sixty_scores_in_several_scripts(flat):
    """Titles and names are Latin with marks, Cyrillic, Greek, Chinese, Japanese, Korean, Arabic, Hebrew and others."""
    users = [user.id for user in flat.organizations.list_organization_users(role=["user"])]
    scores = [score for user in users for score in flat.users.get_user_scores(user=user)]
    assert len({score.id for score in scores}) == 60
    assert len({score.title for score in scores}) == 60
    letters = {letter for score in scores for letter in score.title}
    scripts = {unicodedata.name(letter).partition(" ")[0] for letter in letters if letter.isalpha()}
    wanted = {"LATIN", "CYRILLIC", "GREEK", "CJK", "HIRAGANA", "HANGUL", "ARABIC", "HEBREW", "DEVANAGARI", "THAI"}
    assert wanted <= scripts


def test_every_score_has_music(flat):
    """Each can be had as a file."""
    users = [user.id for user in flat.organizations.list_organization_users(role=["user"])]
    for user in users:
        score = flat.users.get_user_scores(user=user)[0]
        data = flat.scores.get_score_revision_data(score=score.id, revision="last", format="midi")
        assert data.startswith(b"MThd")
        assert score.numberMeasures > 0


def test_a_sandbox_without_seeds_has_an_account_alone():
    """With seeded=False there is neither a class nor a score."""
    with Sandbox(seeded=False) as sandbox, sandbox.client() as flat:
        assert flat.classes.list_classes() == ()
        assert flat.users.get_user_scores(user="me") == ()
        assert flat.organizations.count_orga_users() == 1


def test_two_sandboxes_share_nothing():
    """What is changed in one is as it was in the next."""
    with Sandbox() as sandbox, sandbox.client() as flat:
        (class_,) = flat.classes.list_classes()
        flat.classes.update_class(class_=class_.id, body={"name": "Other"})
    with Sandbox() as sandbox, sandbox.client() as flat:
        assert [entry.name for entry in flat.classes.list_classes()] == ["Choir 6B"]


def test_a_file_has_the_same_seeds(tmp_path):
    """A new file begins with the class, and keeps it."""
    for _ in range(2):
        with Sandbox(db=str(tmp_path / "db")) as sandbox, sandbox.client() as flat:
            assert [entry.studentsGroup.usersCount for entry in flat.classes.list_classes()] == [12]
