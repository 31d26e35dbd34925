"""The school that a sandbox has from the start: a class of twelve, with their scores and what they handed in."""

from __future__ import annotations

from ._context import Call
from ._database import Entry, Json
from .formats.files import Source, written
from .formats.tune import melody
from .handlers._finding import ROOT, place_of
from .handlers._people import account
from .handlers.assignments import ASSIGNMENT
from .handlers.classes import CLASS, GROUP, STUDENTS, group_of
from .handlers.scores import add_score
from .handlers.submissions import COMMENT, SUBMISSION

STUDENTS_NAMES = (
    *(("Ana", "Núñez"), ("Björn", "Ångström"), ("Chloé", "Lefèvre"), ("Дарья", "Иванова"), ("Ελένη", "Παππά")),
    *(("芳", "王"), ("さくら", "田中"), ("민준", "김"), ("ليلى", "حداد"), ("נועה", "לוי")),
    *(("आरव", "शर्मा"), ("Siobhán", "O'Neill-Đặng")),
)
"""Given name and family name of each student."""

TITLES = (
    *("Étude nº 1", "Grüße aus Köln", "Sønnavind", "Bài ca mùa thu", "Ninna nanna"),
    *("Подмосковные вечера", "Щедрик", "Ένα τραγούδι", "さくらさくら", "荒城の月"),
    *("茉莉花", "梁祝", "아리랑", "يا ليل", "بنت الشلبية"),
    *("הבה נגילה", "ירושלים של זהב", "रघुपति राघव", "สาวเหนือ", "Air (für Klavier) 🎹"),
)
"""Titles of scores, in the scripts that programs meet."""

_TUNES = (
    ("C4 D4 E4 F4 G4:2 G4:2 A4 A4 A4 A4 G4:4", 96, "piano"),
    ("G4 E4 E4:2 F4 D4 D4:2 C4 D4 E4 F4 G4 G4 G4:2", 120, "flute"),
    ("A4:1/2 B4:1/2 C5 B4 A4 G4:2 E4:2 A4:1/2 B4:1/2 C5 D5 E5 A4:4", 72, "violin"),
)
EACH = 5
"""Scores of each student."""


def add_school(call: Call) -> None:
    """Keep a class of the user who calls: students, scores, assignments in every state, and submissions."""
    class_ = CLASS.make(call, CLASS.place(call), {"name": "Choir 6B", "section": "Autumn", "size": len(STUDENTS_NAMES)})
    students = [_student(call, class_, number) for number in range(len(STUDENTS_NAMES))]
    sources = [written(melody("", "", steps, tempo, instrument)) for steps, tempo, instrument in _TUNES]
    scores = [_scores(student, number, sources) for number, student in enumerate(students)]
    sections: Json = {"name": "Sopranos", "type": "classStudentsSubGroup"}
    group = GROUP.make(call, class_, sections)
    for student in students[:6]:
        call.store.put_in(group.id, student.user)
    warm_up = _assignment(call, class_, "Sing a scale", "active")
    for number, student in enumerate(students[:9]):
        _hand_in(call, student, warm_up, scores[number][0], ("created", "turnedIn", "returned")[number % 3], number)
    past = _assignment(call, class_, "A song of your own", "archived")
    for number, student in enumerate(students):
        _hand_in(call, student, past, scores[number][1], "returned", number)
    _assignment(call, class_, "For the concert", "draft")
    _assignment(call, class_, "Next week", "draft", scheduledDate="2023-09-11T08:00:00.000Z")
    few = [student.user for student in students[:3]]
    _assignment(call, class_, "For three of you", "active", assigneeMode="selected", assignedStudents=few)


def _student(call: Call, class_: Entry, number: int) -> Call:
    """Keep a student of the class, and return what calls in their name."""
    first, last = STUDENTS_NAMES[number]
    id = f"57d00000000000000000{number:04x}"
    data = account(id, f"student{number + 1}", first, last, "user", call.now)
    call.store.add(Entry("user", id, {**data, "email": f"student{number + 1}@example.org"}))
    call.store.put_in(group_of(call, class_.id, STUDENTS), id)
    return Call(call.operation, call.world, user=id)


def _scores(student: Call, number: int, sources: list[Source]) -> list[Entry]:
    """Keep the scores of a student, which everybody may read."""
    made: list[Entry] = []
    for index in range(number * EACH, (number + 1) * EACH):
        again = index // len(TITLES)
        title = TITLES[index % len(TITLES)] + (f" ({again + 1})" if again else "")
        facts: Json = {"id": f"57c01e00000000000000{index:04x}", "title": title, "privacy": "public"}
        made.append(add_score(student, student.user, facts, sources[index % len(sources)]))
        student.store.put_in(place_of(student, ROOT), made[-1].id)
    return made


def _assignment(call: Call, class_: Entry, title: str, state: str, **more: str | list[str]) -> Entry:
    said: Json = {"type": "newScore", "title": title, "description": f"{title}.", "maxPoints": 20, "state": state}
    return ASSIGNMENT.make(call, class_, {**said, **more})


def _hand_in(call: Call, student: Call, assignment: Entry, score: Entry, state: str, number: int) -> None:
    """Keep the submission of a *student*, which gets as far as *state*."""
    entry = SUBMISSION.make(student, assignment, {"attachments": [{"type": "flat", "score": score.id}]})
    if state == "created":
        return
    SUBMISSION.update(student, entry, {"submit": True})
    COMMENT.make(student, entry, {"comment": "I am done."})
    if state == "returned":
        COMMENT.make(call, entry, {"comment": "Well done; mind the rests."})
        SUBMISSION.update(call, entry, {"grade": 8 + number, "return": True})
