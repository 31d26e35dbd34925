"""What is in a sandbox from the start: an account with a score, and a school; ``data/seeds.json`` declares it."""

from __future__ import annotations

import json
import typing
from functools import cache
from importlib import resources

from ._context import ME, OPERATIONS, Call, World
from ._database import MEMORY, Entry, Store
from .formats.files import Source, written
from .formats.tune import melody
from .handlers.assignments import ASSIGNMENT
from .handlers.classes import CLASS, GROUP, STUDENTS, group_of
from .handlers.collections import ROOT, place_of
from .handlers.people import OTHER, account
from .handlers.scores import add_score
from .handlers.submissions import COMMENT, SUBMISSION

SCORE = "5c01e00000000000000000a1"
"""The identifier of the score of the account."""

PUBLIC_SCORE = "5c01e00000000000000000b2"
"""The identifier of the public score of the other user."""

NOW = 1_693_814_400.0
"""The time at which everything that is there from the start was made: 2023-09-04T08:00:00Z."""

EACH = 5
"""Scores of each student."""


def seed(store: Store, *, scores: bool) -> None:
    """Put in *store* what is there from the start; nothing but the accounts unless *scores* is true."""
    if store.path == MEMORY:
        store.restore(_image(scores))
        return
    with store.transaction():
        _Seeder(store).fill(scores)


@cache
def _image(scores: bool) -> bytes:
    """Return the database of a new sandbox, which is made once: most tests have a sandbox of their own."""
    store = Store(MEMORY)
    with store.transaction():
        _Seeder(store).fill(scores)
    try:
        return store.image()
    finally:
        store.close()


class _Seeder:
    """Keeps what is declared in *store*, as calls of the users would."""

    def __init__(self, store: Store) -> None:
        self.world = World(store, lambda: NOW)
        text = resources.files(__package__ or "").joinpath("data", "seeds.json").read_text("utf-8")
        self.declared: dict[str, typing.Any] = json.loads(text)

    def fill(self, scores: bool) -> None:
        """Keep the accounts, and with *scores* everything else."""
        for id, names in zip((ME, OTHER), self.declared["users"]):
            self._add_user(id, self.declared["since"], names)
        if scores:
            self._add_score(self._call(ME), SCORE, "ode", privacy="private")
            self._add_score(self._call(OTHER), PUBLIC_SCORE, "round", privacy="public")
            self._add_school(self._call(ME))

    def _call(self, user: str) -> Call:
        return Call(OPERATIONS["get_authenticated_user"], self.world, user=user)

    def _add_user(self, id: str, since: str, facts: dict[str, typing.Any]) -> None:
        self.world.store.add(Entry("user", id, account(id, since, **facts)))

    def _music(self, tune: str) -> Source:
        return written(melody(**self.declared["tunes"][tune]))

    def _add_score(self, call: Call, id: str, tune: str, **data: str) -> None:
        facts = {name: self.declared["tunes"][tune].get(name) for name in ("title", "composer")}
        add_score(call, call.user, {**facts, **data}, self._music(tune), id)
        call.store.put_in(place_of(call, ROOT), id)

    def _add_school(self, teacher: Call) -> None:
        """Keep a class of the *teacher*: students, scores, assignments in every state, and submissions."""
        class_ = CLASS.make(teacher, CLASS.place(teacher), self.declared["class"])
        students = [self._add_student(class_, number) for number in range(len(self.declared["students"]))]
        group = {"name": self.declared["group"]["name"], "type": "classStudentsSubGroup"}
        sopranos = GROUP.make(teacher, class_, group)
        for student in students[: self.declared["group"]["size"]]:
            teacher.store.put_in(sopranos.id, student.user)
        assignments = [self._add_assignment(teacher, class_, body, students) for body in self.declared["assignments"]]
        for index, states in enumerate(self.declared["submissions"]):
            for number, state in enumerate(states):
                score = _score_id(number * EACH + index)
                self._hand_in(teacher, students[number], assignments[index], score, state, number)

    def _add_student(self, class_: Entry, number: int) -> Call:
        """Keep a student of the class with some scores, and return what calls in their name."""
        id, username = f"57d00000000000000000{number:04x}", f"student{number + 1}"
        first, last = self.declared["students"][number]
        call = self._call(id)
        names = {"username": username, "firstname": first, "lastname": last, "email": f"{username}@example.org"}
        self._add_user(id, call.now, {**names, "role": "user"})
        call.store.put_in(group_of(call, class_.id, STUDENTS), id)
        titles, tunes = self.declared["titles"], ("scale", "echo", "song")
        for index in range(number * EACH, (number + 1) * EACH):
            again = f" ({index // len(titles) + 1})" if index >= len(titles) else ""
            title = titles[index % len(titles)] + again
            self._add_score(call, _score_id(index), tunes[index % len(tunes)], title=title, privacy="public")
        return call

    def _add_assignment(self, call: Call, class_: Entry, body: dict[str, typing.Any], students: list[Call]) -> Entry:
        usual = {"type": "newScore", "description": f"{body['title']}.", "maxPoints": 20}
        chosen = [student.user for student in students[:3]]
        selected = {"assignedStudents": chosen} if body.get("assigneeMode") == "selected" else {}
        return ASSIGNMENT.make(call, class_, {**usual, **body, **selected})

    def _hand_in(self, teacher: Call, student: Call, assignment: Entry, score: str, state: str, number: int) -> None:
        """Keep the submission of a *student*, which gets as far as *state*."""
        entry = SUBMISSION.make(student, assignment, {"attachments": [{"type": "flat", "score": score}]})
        if state == "created":
            return
        SUBMISSION.update(student, entry, {"submit": True})
        COMMENT.make(student, entry, {"comment": "I am done."})
        if state == "returned":
            COMMENT.make(teacher, entry, {"comment": "Well done; mind the rests."})
            SUBMISSION.update(teacher, entry, {"grade": 8 + number, "return": True})


def _score_id(index: int) -> str:
    return f"57c01e00000000000000{index:04x}"
