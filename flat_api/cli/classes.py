"""Classes, their students, assignments and submissions: `flat-api classes`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

import click

from ._connection import Connection, Link, looking_for, opened
from ._exit import EPILOG, ExitCode
from ._listing import Column, as_object, date, field, print_list, print_record
from ._options import Group, connected, csv_options, json_option
from ._types import IDENTIFIER

if TYPE_CHECKING:
    from ..schemas import DictSchema

__all__ = ["STATES", "command"]

STATES = ("active", "inactive", "archived")

CLASS = "Check the identifier; `flat-api classes list` shows those of your classes."
ASSIGNMENT = "Check the identifiers; `flat-api classes assignments CLASS` shows those of the assignments."

CLASSES = (
    ("id", field("id")),
    ("name", field("name")),
    ("section", field("section")),
    ("state", field("state")),
    ("students", field("studentsGroup", "usersCount")),
    ("assignments", field("assignmentsCount")),
    ("code", field("enrollmentCode")),
    ("created", date("creationDate")),
)

CLASS_FIELDS = (
    *CLASSES[:4],
    ("description", field("description")),
    ("level", field("level")),
    ("students", field("studentsGroup", "usersCount")),
    ("teachers", field("teachersGroup", "usersCount")),
    ("assignments", field("assignmentsCount")),
    ("code", field("enrollmentCode")),
    ("organization", field("organization")),
    ("owner", field("owner")),
    ("created", date("creationDate")),
    ("changed", date("modificationDate")),
)

STUDENTS = (
    ("id", field("id")),
    ("name", field("printableName")),
    ("username", field("username")),
    ("firstname", field("firstname")),
    ("lastname", field("lastname")),
)


def _count_submissions(assignment: Any) -> int:
    found = field("submissions")(assignment)
    return len(cast("tuple[object, ...]", found)) if isinstance(found, tuple) else 0


ASSIGNMENTS: tuple[Column, ...] = (
    ("id", field("id")),
    ("title", field("title")),
    ("type", field("type")),
    ("state", field("state")),
    ("due", date("dueDate")),
    ("points", field("maxPoints")),
    ("submissions", _count_submissions),
    ("scheduled", date("scheduledDate")),
    ("created", date("creationDate")),
)

class_argument = click.argument("class_", type=IDENTIFIER, metavar="CLASS")


@click.group("classes", cls=Group, epilog=EPILOG)
def command() -> None:
    """List classes, their students, assignments and submissions.

    \b
    Examples:
      flat-api classes list
      flat-api classes submissions 5ece1463d2b24d1c50d386e7 --csv > grades.csv
    """


@command.command("list", epilog=EPILOG)
@click.option("--state", type=click.Choice(STATES), help="Only classes in this state; the active ones if not given.")
@csv_options
@json_option
@connected
def list_command(connection: Connection, state: str | None, csv: str | None, as_json: bool) -> ExitCode:
    """List the classes that you teach or attend.

    \b
    Examples:
      flat-api classes list
      flat-api classes list --state archived --csv
      flat-api classes list --json | jq -r .enrollmentCode
    """
    options: dict[str, Any] = {"state": state} if state else {}
    with opened(connection) as link:
        found = link.flat.classes.list_classes(**options)
        print_list(found, CLASSES, "There are no classes here.", as_json=as_json, csv=csv)
    return ExitCode.GOOD


@command.command("show", epilog=EPILOG)
@class_argument
@json_option
@connected
def show_command(connection: Connection, class_: str, as_json: bool) -> ExitCode:
    """Show what is known of a class.

    \b
    Examples:
      flat-api classes show 5ece1463d2b24d1c50d386e7
      flat-api classes show 5ece1463d2b24d1c50d386e7 --json | flat-api show --model ClassDetails --lenient
    """
    with opened(connection) as link, looking_for(CLASS):
        print_record(link.flat.classes.get_class(class_=class_), CLASS_FIELDS, as_json=as_json)
    return ExitCode.GOOD


@command.command("students", epilog=EPILOG)
@class_argument
@csv_options
@json_option
@connected
def students_command(connection: Connection, class_: str, csv: str | None, as_json: bool) -> ExitCode:
    """List the students of a class.

    \b
    Examples:
      flat-api classes students 5ece1463d2b24d1c50d386e7
      flat-api classes students 5ece1463d2b24d1c50d386e7 --csv > students.csv
    """
    with opened(connection) as link, looking_for(CLASS):
        print_list(_students(link, class_), STUDENTS, "There are no students here.", as_json=as_json, csv=csv)
    return ExitCode.GOOD


def _students(link: Link, class_: str) -> Iterable[DictSchema]:
    """Return the users in the group of the students of a class."""
    group = field("studentsGroup", "id")(as_object(link.flat.classes.get_class(class_=class_)))
    return link.flat.groups.list_group_users(group=str(group)) if group else ()


@command.command("assignments", epilog=EPILOG)
@class_argument
@csv_options
@json_option
@connected
def assignments_command(connection: Connection, class_: str, csv: str | None, as_json: bool) -> ExitCode:
    """List the assignments of a class.

    \b
    Examples:
      flat-api classes assignments 5ece1463d2b24d1c50d386e7
      flat-api classes assignments 5ece1463d2b24d1c50d386e7 --json | jq -r .title
    """
    with opened(connection) as link, looking_for(CLASS):
        found = link.flat.classes.list_assignments(class_=class_)
        print_list(found, ASSIGNMENTS, "There are no assignments here.", as_json=as_json, csv=csv)
    return ExitCode.GOOD


@command.command("submissions", epilog=EPILOG)
@class_argument
@click.argument("assignment", type=IDENTIFIER, required=False)
@click.option("--student", type=IDENTIFIER, metavar="ID", help="Only those of this student.")
@csv_options
@json_option
@connected
def submissions_command(
    connection: Connection, class_: str, assignment: str | None, student: str | None, csv: str | None, as_json: bool
) -> ExitCode:
    """List what the students of a class handed in, with grades.

    Without ASSIGNMENT it is what they handed in to all assignments of the class.

    \b
    Examples:
      flat-api classes submissions 5ece1463d2b24d1c50d386e7
      flat-api classes submissions 5ece1463d2b24d1c50d386e7 62962f5bce6d1b359ab833ad --csv > grades.csv
      flat-api classes submissions 5ece1463d2b24d1c50d386e7 --student 3e3da96abad4e067737cdc86
    """
    with opened(connection) as link, looking_for(ASSIGNMENT if assignment else CLASS):
        found = _submissions(link, class_, assignment, student)
        columns = () if as_json else _submission_columns(link, class_)
        print_list(found, columns, "There are no submissions here.", as_json=as_json, csv=csv)
    return ExitCode.GOOD


def _submissions(link: Link, class_: str, assignment: str | None, student: str | None) -> Iterator[DictSchema]:
    """Yield submissions to *assignment*, or to all of a class, by *student*, or by all."""
    classes = link.flat.classes
    if student is not None:
        for submission in classes.list_class_student_submissions(class_=class_, user=student):
            if assignment is None or str(submission.get("assignment")) == assignment:
                yield submission
        return
    wanted = [assignment] if assignment else [_id(found) for found in classes.list_assignments(class_=class_)]
    for each in wanted:
        yield from classes.get_submissions(class_=class_, assignment=each)


def _submission_columns(link: Link, class_: str) -> tuple[Column, ...]:
    """Return the columns of submissions, with the names of students and the titles of assignments of a class."""
    names = {_id(user): field("printableName")(user) for user in _students(link, class_)}
    titles = {_id(found): field("title")(found) for found in link.flat.classes.list_assignments(class_=class_)}
    return (
        ("id", field("id")),
        ("student", lambda submission: names.get(str(submission.get("creator"))) or field("creator")(submission)),
        ("assignment", lambda submission: titles.get(str(submission.get("assignment")))),
        ("state", field("state")),
        ("grade", field("grade")),
        ("of", field("maxPoints")),
        ("draft", field("draftGrade")),
        ("submitted", date("submissionDate")),
        ("returned", date("returnDate")),
        ("comments", field("comments", "total")),
        ("student id", field("creator")),
        ("assignment id", field("assignment")),
    )


def _id(value: DictSchema) -> str:
    return str(value.get("id") or "")
