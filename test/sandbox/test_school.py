"""The school: what is created, changed and deleted is found so afterwards, by those who may."""

from __future__ import annotations

import csv
import io
import secrets
from dataclasses import dataclass

import pytest

from flat_api import Flat, exceptions
from flat_api.sandbox import Sandbox

BLANK = {"scoreData": {"instruments": [{"group": "keyboards", "instrument": "piano"}]}}
SCOPES = ["account.public_profile", "scores", "collections", "edu.classes", "edu.assignments", "edu.resources"]


@pytest.fixture
def teacher(flat_sandbox):
    with flat_sandbox.client(strict_responses=True, retries=0) as client:
        yield client


@dataclass
class School:
    """A class with an active assignment, and a student with a client of their own."""

    teacher: Flat
    student: Flat
    user: str
    class_: str
    assignment: str

    @property
    def place(self) -> dict[str, str]:
        """Where the submissions are."""
        return {"class_": self.class_, "assignment": self.assignment}


def new_user(teacher: Flat, role: str = "user") -> str:
    names = {"username": secrets.token_hex(8), "password": "secret", "firstname": "Wang", "lastname": "芳"}
    return str(teacher.organizations.create_organization_user(body={**names, "role": role}).id)


def client_of(sandbox: Sandbox, teacher: Flat, user: str, scopes=tuple(SCOPES)) -> Flat:
    token = teacher.organizations.create_organization_user_access_token(user=user, body={"scopes": list(scopes)})
    return sandbox.client(access_token=token.token, strict_responses=True, retries=0)


@pytest.fixture
def school(flat_sandbox, teacher):
    user = new_user(teacher)
    class_ = teacher.classes.create_class(body={"name": "6B"}).id
    teacher.classes.add_class_user(class_=class_, user=user)
    body = {"title": "A song", "state": "active", "maxPoints": 20}
    assignment = teacher.classes.create_class_assignment(class_=class_, body=body).id
    with client_of(flat_sandbox, teacher, user) as student:
        yield School(teacher, student, user, class_, assignment)


def test_a_class_is_found_as_it_was_made(teacher):
    """A class that was created is in the list, with its name and its two groups."""
    made = teacher.classes.create_class(body={"name": "6B", "size": 12})
    assert made in teacher.classes.list_classes()
    assert teacher.classes.get_class(class_=made.id) == made
    assert (made.name, made.size, made.state, made.assignmentsCount) == ("6B", 12, "active", 0)
    assert (made.studentsGroup.usersCount, made.teachersGroup.usersCount) == (0, 1)
    changed = teacher.classes.update_class(class_=made.id, body={"section": "b", "size": None})
    assert (changed.name, changed.section, changed.size) == ("6B", "b", None)


def test_a_class_in_the_archives_is_in_another_list(teacher):
    """The list has active classes, unless it is told otherwise."""
    made = teacher.classes.create_class(body={"name": "6B"}).id
    assert teacher.classes.archive_class(class_=made).state == "archived"
    assert made not in [entry.id for entry in teacher.classes.list_classes()]
    assert [entry.id for entry in teacher.classes.list_classes(state="archived")] == [made]
    assert teacher.classes.unarchive_class(class_=made).state == "active"
    assert made in [entry.id for entry in teacher.classes.list_classes()]


def test_members_come_and_go(school):
    """A member is in the group of the class, in their own groups, and in neither when they are removed."""
    group = school.teacher.classes.get_class(class_=school.class_).studentsGroup
    assert [user.id for user in school.teacher.groups.list_group_users(group=group.id)] == [school.user]
    assert group.id in school.student.account.get_authenticated_user().groups
    assert [entry.id for entry in school.student.classes.list_classes()] == [school.class_]
    school.teacher.classes.delete_class_user(class_=school.class_, user=school.user)
    assert school.teacher.groups.list_group_users(group=group.id) == ()
    assert school.student.classes.list_classes() == ()
    with pytest.raises(exceptions.NotFoundError):
        school.teacher.classes.delete_class_user(class_=school.class_, user=school.user)


def test_teachers_are_made_teachers(teacher):
    """A member with the role of a teacher is in the group of the teachers."""
    class_ = teacher.classes.create_class(body={"name": "6B"})
    colleague = new_user(teacher, "teacher")
    teacher.classes.add_class_user(class_=class_.id, user=colleague)
    users = [user.id for user in teacher.groups.list_group_users(group=class_.teachersGroup.id)]
    assert users == [teacher.account.get_authenticated_user().id, colleague]


def test_a_code_lets_a_student_in(flat_sandbox, teacher):
    """Whoever has the code of a class joins it; a wrong code is an error."""
    class_, user = teacher.classes.create_class(body={"name": "6B"}), new_user(teacher)
    with client_of(flat_sandbox, teacher, user) as student:
        assert student.classes.enroll_class(enrollmentCode=class_.enrollmentCode).id == class_.id
        assert student.classes.get_class(class_=class_.id).studentsGroup.usersCount == 1
        with pytest.raises(exceptions.NotFoundError):
            student.classes.enroll_class(enrollmentCode="nothing")


def test_an_assignment_belongs_to_its_class(school):
    """Its classroom is the class, and the class counts it; what was changed is found so; deleted, it is gone."""
    (listed,) = school.teacher.classes.list_assignments(class_=school.class_)
    assert (listed.id, listed.classroom, listed.state) == (school.assignment, school.class_, "active")
    assert school.teacher.classes.get_class(class_=school.class_).assignmentsCount == 1
    changed = school.teacher.classes.update_class_assignment(**school.place, body={"title": "Two songs"})
    assert (changed.title, changed.maxPoints) == ("Two songs", 20)
    cleared = school.teacher.classes.update_class_assignment(**school.place, body={"maxPoints": None})
    assert not hasattr(cleared, "maxPoints")
    school.teacher.classes.delete_assignment(**school.place)
    with pytest.raises(exceptions.NotFoundError):
        school.teacher.classes.get_assignment(**school.place)
    assert school.teacher.classes.list_assignments(class_=school.class_) == ()


def test_capabilities_follow_the_state(school):
    """An assignment in the archives can be taken out of them, and nothing else."""
    archived = school.teacher.classes.archive_assignment(**school.place)
    assert archived.capabilities == {
        **dict.fromkeys(("canEdit", "canPublishInClass", "canArchive"), False),
        "canUnarchive": True,
    }
    assert school.teacher.classes.unarchive_assignment(**school.place).capabilities.canArchive.is_true()
    assert not school.student.classes.get_assignment(**school.place).capabilities.canEdit.is_true()


def test_a_grade_stays_what_it_was_set_to(school):
    """The student hands in, the teacher grades and gives back: 7 stays 7, and the creator can be read."""
    made = school.student.classes.create_submission(**school.place, body={"submit": True})
    assert (made.state, made.creator, made.maxPoints) == ("turnedIn", school.user, 20)
    place = {**school.place, "submission": made.id}
    school.teacher.classes.edit_submission(**place, body={"grade": 7})
    assert school.teacher.classes.get_submission(**place).grade == 7
    assert school.student.classes.get_submission(**place)["grade"] != 7
    returned = school.teacher.classes.edit_submission(**place, body={"return": True})
    assert (returned.state, returned.returnCreator) == ("returned", school.teacher.account.get_authenticated_user().id)
    assert school.student.classes.get_submission(**place).grade == 7
    assert school.teacher.users.get_user(user=made.creator).lastname == "芳"
    history = school.teacher.classes.get_submission_history(**place)
    assert [event.get("state", event.get("grade")) for event in history] == ["created", "turnedIn", 7, "returned"]


def test_a_draft_grade_becomes_the_grade(school):
    """What is given back without a grade has the provisional one, which the student never sees as such."""
    made = school.student.classes.create_submission(**school.place, body={})
    place = {**school.place, "submission": made.id}
    school.teacher.classes.edit_submission(**place, body={"draftGrade": 12.5})
    assert school.teacher.classes.edit_submission(**place, body={"return": True}).grade == 12.5
    seen = school.student.classes.get_submission(**place)
    assert (seen.grade, seen["draftGrade"] == 12.5) == (12.5, False)


def test_a_student_has_one_submission(school):
    """Handing in again changes the one there is; it is also found by its student and by its score."""
    score = school.student.scores.create_score(body={"title": "Mine", "builderData": BLANK}).id
    first = school.student.classes.create_submission(**school.place, body={})
    body = {"attachments": [{"type": "flat", "score": score}]}
    second = school.student.classes.create_submission(**school.place, body=body)
    assert first.id == second.id
    assert (second.attachments[0].score, second.attachments[0].title) == (score, "Mine")
    found = school.teacher.classes.list_class_student_submissions(class_=school.class_, user=school.user)
    assert [entry.id for entry in found] == [first.id]
    assert [entry.id for entry in school.teacher.scores.get_score_submissions(score=score)] == [first.id]
    assert school.teacher.scores.get_score(score=score).title == "Mine"  # shared with the teachers of the class


def test_comments_on_a_submission(school):
    """Comments are counted, changed by their author only, and unread until they are answered."""
    place = {**school.place, "submission": school.student.classes.create_submission(**school.place, body={}).id}
    comment = school.teacher.classes.post_submission_comment(**place, body={"comment": "Well done"})
    assert school.student.classes.get_submission(**place).comments == {"total": 1, "unread": 1}
    with pytest.raises(exceptions.ForbiddenError):
        school.student.classes.update_submission_comment(**place, comment=comment.id, body={"comment": "x"})
    changed = school.teacher.classes.update_submission_comment(**place, comment=comment.id, body={"comment": "Good"})
    assert school.student.classes.get_submission_comments(**place)[0].comment == changed.comment == "Good"
    school.student.classes.post_submission_comment(**place, body={"comment": "Thanks"})
    assert school.student.classes.get_submission(**place).comments == {"total": 2, "unread": 0}
    school.teacher.classes.delete_submission_comment(**place, comment=comment.id)
    assert [entry.comment for entry in school.teacher.classes.get_submission_comments(**place)] == ["Thanks"]


def test_reviews_are_tables_of_what_is_there(school):
    """The CSV file has a line for each submission, with names, grades and comments."""
    made = school.student.classes.create_submission(**school.place, body={"submit": True})
    place = {**school.place, "submission": made.id}
    school.teacher.classes.edit_submission(**place, body={"grade": 7})
    school.teacher.classes.post_submission_comment(**place, body={"comment": 'A "good" try,\nreally'})
    data = school.teacher.classes.export_submissions_reviews_as_csv(**school.place)
    (line,) = csv.DictReader(io.StringIO(bytes(data).decode()))
    assert (line["student"], line["grade"], line["state"]) == ("Wang 芳", "7", "turnedIn")
    assert line["comments"] == 'A "good" try,\nreally'
    assert school.teacher.classes.export_submissions_reviews_as_excel(**school.place).startswith(b"PK")


def test_what_students_must_not_do(school):
    """Students neither teach, nor grade, nor manage the organization, nor read each other's work."""
    mine = school.student.classes.create_submission(**school.place, body={}).id
    refused = [
        lambda: school.student.classes.create_class(body={"name": "x"}),
        lambda: school.student.classes.create_class_assignment(class_=school.class_, body={}),
        lambda: school.student.classes.update_class_assignment(**school.place, body={"title": "x"}),
        lambda: school.student.classes.delete_assignment(**school.place),
        lambda: school.student.classes.edit_submission(**school.place, submission=mine, body={"grade": 20}),
        lambda: school.student.classes.add_class_user(class_=school.class_, user="me"),
        lambda: school.student.organizations.list_organization_users(),
    ]
    for call in refused:
        with pytest.raises(exceptions.ForbiddenError):
            call()


def test_students_see_their_own_work_only(flat_sandbox, school):
    """A student of the class finds the assignment, and no submission of others; somebody else finds no class."""
    mine = school.student.classes.create_submission(**school.place, body={}).id
    other = new_user(school.teacher)
    with client_of(flat_sandbox, school.teacher, other) as second:
        with pytest.raises(exceptions.NotFoundError, match="CLASS_NOT_FOUND"):
            second.classes.get_class(class_=school.class_)
        school.teacher.classes.add_class_user(class_=school.class_, user=other)
        (listed,) = second.classes.list_assignments(class_=school.class_)
        assert listed.submissions == second.classes.get_submissions(**school.place) == ()
        with pytest.raises(exceptions.NotFoundError):
            second.classes.get_submission(**school.place, submission=mine)
    assert len(school.teacher.classes.get_submissions(**school.place)) == 1


def test_drafts_and_what_is_for_others_is_hidden(school):
    """A student finds no drafts, and no assignment that selected students have."""
    call = school.teacher.classes.create_class_assignment
    call(class_=school.class_, body={"title": "Draft"})
    call(class_=school.class_, body={"state": "active", "assigneeMode": "selected", "assignedStudents": []})
    mine = call(
        class_=school.class_,
        body={"state": "active", "assigneeMode": "selected", "assignedStudents": [school.user]},
    ).id
    seen = [entry.id for entry in school.student.classes.list_assignments(class_=school.class_)]
    assert seen == [school.assignment, mine]
    with pytest.raises(exceptions.ApiException, match="NOT_A_STUDENT"):
        call(class_=school.class_, body={"assignedStudents": ["nobody"]})


def test_groups_divide_a_class(school):
    """A group has students of its class; an assignment for groups has groups of its own, made from them."""
    body = {"type": "classStudentsSubGroup", "classroom": school.class_, "name": "Brass"}
    group = school.teacher.groups.create_group(body=body).id
    school.teacher.groups.add_group_user(group=group, body={"user": school.user})
    assert school.teacher.groups.get_group_details(group=group).usersCount == 1
    listed = school.teacher.groups.list_groups(type="classStudentsSubGroup", classroom=school.class_)
    assert [entry.id for entry in listed] == [group]
    assert school.teacher.groups.rename_group(group=group, body={"name": "Wind"}).name == "Wind"
    work = school.teacher.classes.create_class_assignment(class_=school.class_, body={"classGroupIds": [group]}).id
    (made,) = school.teacher.groups.list_groups(type="assignmentStudentsSubGroup", assignment=work)
    assert (made.name, made.parent, made.usersCount) == ("Wind", group, 1)
    assigned = next(e for e in school.teacher.classes.list_assignments(class_=school.class_) if e.id == work)
    assert assigned.assignedGroups[0].members == (school.user,)
    school.teacher.groups.delete_group(group=group)
    assert not hasattr(school.teacher.groups.get_group_details(group=made.id), "parent")
    with pytest.raises(exceptions.ForbiddenError):
        students = school.teacher.classes.get_class(class_=school.class_).studentsGroup.id
        school.teacher.groups.delete_group(group=students)


def test_scores_are_shared_with_groups(school):
    """A score that a group may read is in the list of the group, and can be read by its users."""
    score = school.teacher.scores.create_score(body={"title": "Round", "builderData": BLANK}).id
    group = school.teacher.classes.get_class(class_=school.class_).studentsGroup.id
    with pytest.raises(exceptions.NotFoundError):
        school.student.scores.get_score(score=score)
    shared = school.teacher.scores.add_score_collaborator(score=score, body={"group": group})
    assert shared.group.usersCount == 1
    assert [entry.id for entry in school.student.groups.get_group_scores(group=group)] == [score]
    assert school.student.scores.get_score(score=score).rights.aclRead.is_true()
    with pytest.raises(exceptions.ForbiddenError):
        school.student.scores.edit_score(score=score, body={"title": "x"})
    body = {"group": group, "aclWrite": True, "aclRead": True}
    school.teacher.scores.add_score_collaborator(score=score, body=body)
    assert school.student.scores.edit_score(score=score, body={"title": "Ours"}).title == "Ours"


def test_the_library_keeps_resources(teacher):
    """Resources lie in folders, are changed, moved and copied, and go with the folder they are in."""
    library = teacher.edu_resources
    folder = library.create_edu_resource(body={"type": "folder", "title": "Year 6"})
    inner = library.create_edu_resource(body={"type": "folder", "title": "Autumn", "parent": folder.id})
    body = {"type": "assignment", "title": "Scales", "parent": inner.id, "resource": {"type": "newScore"}}
    made = library.create_edu_resource(body=body)
    assert (made.parent, made.resource.type, made.resource.title) == (inner.id, "newScore", "Scales")
    assert library.update_edu_resource_assignment(resource=made.id, body={"maxPoints": 10}).maxPoints == 10
    assert library.get_edu_resource(resource=made.id).resource.maxPoints == 10
    library.update_edu_resource(resource=made.id, body={"subjects": ["choir"]})
    found = library.list_edu_resources(subjects=["choir"])
    assert [entry.id for entry in found] == [made.id]
    assert library.list_edu_resources(subjects=["choir"], withoutSubfoldersResources=True) == ()
    copy = library.copy_edu_resource(resource=folder.id, body={"destination": "root"})
    (deep,) = library.list_edu_resources(parent=copy.id)
    (deepest,) = library.list_edu_resources(parent=deep.id)
    assert (deepest.title, deepest.resource.maxPoints) == ("Scales", 10)
    with pytest.raises(exceptions.ApiException, match="INVALID_DESTINATION"):
        library.move_edu_resource(resource=folder.id, body={"destination": inner.id})
    assert library.move_edu_resource(resource=inner.id, body={"destination": "root"}).parent != folder.id
    library.delete_edu_resource(resource=copy.id)
    with pytest.raises(exceptions.NotFoundError):
        library.get_edu_resource(resource=deepest.id)
    assert library.get_edu_resource(resource=made.id) in library.list_edu_resources(parent=inner.id)


def test_a_resource_is_given_to_a_class_and_kept_from_one(school):
    """An assignment goes from the library to a class, and from a class to the library, once if so wished."""
    library = school.teacher.edu_resources
    body = {"type": "assignment", "title": "Scales", "resource": {"type": "newScore"}}
    resource = library.create_edu_resource(body=body).id
    given = library.use_edu_resource_in_class(resource=resource, body={"classroom": school.class_})
    assert (given.title, given.classroom, given.state) == ("Scales", school.class_, "draft")
    demo = library.copy_edu_resource_to_demo_class(resource=resource)
    assert demo.classroom in [entry.id for entry in school.teacher.classes.list_classes()]
    once = {"libraryParent": "root", "verifyIfNotAlreadyInResourceLibrary": True}
    kept = school.teacher.classes.copy_assignment(**school.place, body=once)
    assert library.get_edu_resource(resource=kept.resource).resource.maxPoints == 20
    with pytest.raises(exceptions.ConflictError, match="ALREADY_IN_LIBRARY"):
        school.teacher.classes.copy_assignment(**school.place, body=once)
    assert resource in library.create_edu_resource_lti_link(resource=resource).ltiUrl


def test_users_of_the_organization(teacher):
    """They are created with a name of their own, found, changed, counted and removed."""
    organization = teacher.organizations
    before = organization.count_orga_users()
    user = organization.create_organization_user(body={"username": "fang", "password": "secret", "role": "teacher"})
    assert organization.count_orga_users() == before + 1
    assert [entry.id for entry in organization.list_organization_users(q="FAN", role=["teacher"])] == [user.id]
    with pytest.raises(exceptions.ConflictError, match="USERNAME_TAKEN"):
        organization.create_organization_user(body={"username": "fang", "password": "secret"})
    changed = organization.update_organization_user(user=user.id, body={"firstname": "Fang", "lastname": "Wang"})
    assert (changed.printableName, teacher.users.get_user(user=user.id).name) == ("Fang Wang", "Fang Wang")
    organization.remove_organization_user(user=user.id)
    with pytest.raises(exceptions.NotFoundError):
        teacher.users.get_user(user=user.id)
    with pytest.raises(exceptions.ForbiddenError):
        organization.remove_organization_user(user="me")


def test_a_user_who_is_removed_takes_along_what_is_theirs(school):
    """Scores, submissions and tokens of the user are gone; one who is converted keeps them, and leaves the class."""
    score = school.student.scores.create_score(body={"title": "Mine", "builderData": BLANK, "privacy": "public"}).id
    school.student.classes.create_submission(**school.place, body={})
    school.teacher.organizations.remove_organization_user(user=school.user, convertToIndividual=True)
    assert school.teacher.scores.get_score(score=score).title == "Mine"
    assert school.student.classes.list_classes() == ()
    other = new_user(school.teacher)
    school.teacher.classes.add_class_user(class_=school.class_, user=other)
    school.teacher.organizations.remove_organization_user(user=other)
    assert school.teacher.classes.get_class(class_=school.class_).studentsGroup.usersCount == 0


def test_removing_a_user_removes_submissions(school):
    """No submission is left without the student who made it, and the token of the student is worth nothing."""
    school.student.classes.create_submission(**school.place, body={})
    school.teacher.organizations.remove_organization_user(user=school.user)
    assert school.teacher.classes.get_submissions(**school.place) == ()
    with pytest.raises(exceptions.UnauthorizedError):
        school.student.account.get_authenticated_user()


def test_tokens_are_for_their_scopes(flat_sandbox, teacher):
    """A token that was issued calls in the name of its user, as far as its scopes go."""
    user = new_user(teacher)
    with client_of(flat_sandbox, teacher, user, ["account.public_profile"]) as client:
        assert client.account.get_authenticated_user().id == user
        with pytest.raises(exceptions.ForbiddenError, match="INSUFFICIENT_SCOPE"):
            client.classes.list_classes()


def test_invitations_and_access_for_platforms(teacher):
    """Invitations, LTI credentials and configurations are created, listed, changed and deleted."""
    organization = teacher.organizations
    invitation = organization.create_organization_invitation(
        body={"email": "x@example.org", "organizationRole": "user"}
    )
    assert organization.list_organization_invitations(role="user") == (invitation,)
    assert organization.list_organization_invitations(role="teacher") == ()
    organization.remove_organization_invitation(invitation=invitation.id)
    assert organization.list_organization_invitations() == ()
    credentials = organization.create_lti_credentials(body={"name": "Ours", "lms": "moodle"})
    assert organization.list_lti_credentials() == (credentials,)
    organization.revoke_lti_credentials(credentials=credentials.id)
    assert organization.list_lti_credentials() == ()
    body = {"mode": "1p3-manual", "deploymentType": "single", "deploymentId": "1", "clientId": "a"}
    configuration = organization.create_lti_configuration(body=body)
    assert (configuration.deploymentId, configuration.clientId) == ("1", "a")
    organization.update_lti_configuration(configuration=configuration.id, body={"clientId": "b"})
    assert [entry.clientId for entry in organization.list_lti_configurations()] == ["b"]
    organization.delete_lti_configuration(configuration=configuration.id)
    assert organization.list_lti_configurations() == ()


def test_the_test_student(school):
    """There is one for each class, which is another one when it starts afresh."""
    first = school.teacher.classes.create_test_student_account(class_=school.class_)
    assert school.teacher.classes.create_test_student_account(class_=school.class_).id == first.id
    assert school.teacher.classes.create_test_student_account(class_=school.class_, reset=True).id != first.id
    assert len(school.teacher.organizations.list_organization_users(testAccounts="only")) == 1


def test_what_belongs_to_a_class_goes_with_it(flat_sandbox, school):
    """A class takes its groups, assignments, submissions and their comments along."""
    from flat_api.sandbox._context import OPERATIONS, Call
    from flat_api.sandbox._resources import remove

    place = {**school.place, "submission": school.student.classes.create_submission(**school.place, body={}).id}
    school.teacher.classes.post_submission_comment(**place, body={"comment": "x"})
    world = flat_sandbox.app.world
    before = {kind: len(world.store.all(kind)) for kind in ("group", "assignment", "submission", "submission_comment")}
    with world.store.transaction():
        remove(Call(OPERATIONS["get_class"], world), world.store.find("class", school.class_))
    after = {kind: len(world.store.all(kind)) for kind in before}
    assert {kind: before[kind] - after[kind] for kind in before} == {
        "group": 2,
        "assignment": 1,
        "submission": 1,
        "submission_comment": 1,
    }
    with pytest.raises(exceptions.NotFoundError):
        school.student.classes.get_class(class_=school.class_)
