"""What there is to refer to in calls, by the names of parameters."""

from __future__ import annotations

import secrets
import typing
from functools import cached_property

from flat_api import Flat
from flat_api.operations import Operation

from .music import MUSICXML, PAGE


class Known:
    """Identifiers of things of a sandbox, each of which is made when it is first asked for."""

    revision = "last"
    user = "me"
    data = MUSICXML
    file = PAGE

    def __init__(self, flat: Flat) -> None:
        self.flat = flat

    def get(self, name: str) -> typing.Any:
        """What *name* is for, or None."""
        return getattr(self, "class_" if name == "class" else name, None)

    def make_all(self) -> None:
        """Make everything at once, so that lists have something in them."""
        for name, found in vars(Known).items():
            if isinstance(found, cached_property):
                getattr(self, name)

    def for_call(self, operation: Operation) -> Known:
        """Return these, or new ones if *operation* changes or deletes what it is called with."""
        return self if operation.method == "GET" else Known(self.flat)

    @cached_property
    def score(self) -> str:
        return self.flat.scores.create_score(body={"data": self.data}).id

    @cached_property
    def collection(self) -> str:
        made = self.flat.collections.create_collection(body={"title": "x", "privacy": "private"}).id
        self.flat.collections.add_score_to_collection(collection=made, score=self.score)
        return made

    @cached_property
    def comment(self) -> str:
        return self.flat.scores.post_score_comment(score=self.score, body={"comment": "x"}).id

    @cached_property
    def collaborator(self) -> str:
        return self.flat.scores.add_score_collaborator(score=self.score, body={"userEmail": "x@example.org"}).id

    @cached_property
    def track(self) -> str:
        return self.flat.scores.add_score_track(score=self.score, body={}).id

    @cached_property
    def task(self) -> str:
        return self.flat.scores.create_export_task(score=self.score, revision="last", format="wav").id

    @cached_property
    def student(self) -> str:
        names = {"username": secrets.token_hex(8), "password": "secret", "firstname": "Wang"}
        return self.flat.organizations.create_organization_user(body=names).id

    @cached_property
    def _class(self) -> typing.Any:
        made = self.flat.classes.create_class(body={"name": "Choir"})
        self.flat.classes.add_class_user(class_=made.id, user=self.student)
        return made

    @property
    def class_(self) -> str:
        return self._class.id

    @property
    def enrollmentCode(self) -> str:
        return self._class.enrollmentCode

    @property
    def students(self) -> str:
        return self._class.studentsGroup.id

    @cached_property
    def group(self) -> str:
        groups = {"type": "classStudentsSubGroup", "classroom": self.class_, "members": [self.student]}
        return self.flat.groups.create_group(body=groups).id

    @cached_property
    def assignment(self) -> str:
        work = {"title": "Sing", "state": "active"}
        return self.flat.classes.create_class_assignment(class_=self.class_, body=work).id

    @cached_property
    def submission(self) -> str:
        place = {"class_": self.class_, "assignment": self.assignment}
        return self.flat.classes.create_submission(**place, body={"submit": True}).id

    @cached_property
    def submission_comment(self) -> str:
        place = {"class_": self.class_, "assignment": self.assignment, "submission": self.submission}
        return self.flat.classes.post_submission_comment(**place, body={"comment": "Good"}).id

    @cached_property
    def resource(self) -> str:
        resource = {"type": "assignment", "title": "Scales", "resource": {"type": "newScore"}}
        return self.flat.edu_resources.create_edu_resource(body=resource).id

    @cached_property
    def invitation(self) -> str:
        return self.flat.organizations.create_organization_invitation(body={"email": "x@example.org"}).id

    @cached_property
    def credentials(self) -> str:
        return self.flat.organizations.create_lti_credentials(body={"name": "x", "lms": "moodle"}).id

    @cached_property
    def configuration(self) -> str:
        platform = {"mode": "1p3-manual", "deploymentType": "single", "deploymentId": "1"}
        return self.flat.organizations.create_lti_configuration(body=platform).id

    @cached_property
    def draft(self) -> str:
        return self._job(autoStart=False)

    @cached_property
    def waiting(self) -> str:
        return self._job(interactiveSteps=["details"])

    @cached_property
    def job(self) -> str:
        return self._job()

    def _job(self, **options: typing.Any) -> str:
        return self.flat.omr.create_omr_job(body={"files": [{"file": self.file}], **options}).id
