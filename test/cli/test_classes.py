"""`flat-api classes`, and tables as CSV: for teachers with a spreadsheet."""

import csv
import io
import json
import re

import pytest

from flat_api.apis.tags.model_class_api import ModelClassApi
from flat_api.cli._csv import FORMULA, MARK, cell
from flat_api.cli.classes import STATES
from flat_api.schemas import declaration_of

from ..serving import serving
from .running import ask, run, run_on_terminal

CLASS = {
    "id": "c1", "name": "Year 7, strings", "section": "B", "state": "active", "enrollmentCode": "JTUkc9",
    "assignmentsCount": 2, "creationDate": "2026-09-01T08:00:00.000Z",
    "studentsGroup": {"id": "g1", "usersCount": 2}, "teachersGroup": {"id": "g2", "usersCount": 1},
}  # fmt: skip
STUDENTS = [
    {"id": "u1", "username": "clara", "printableName": 'Clara "C." Schumann', "firstname": "Clara"},
    {"id": "u2", "username": "li", "printableName": "李", "lastname": "=HYPERLINK(1)"},
]
ASSIGNMENTS = [
    {"id": "a1", "title": "Scales", "type": "performance", "state": "active", "maxPoints": 10,
     "dueDate": "2026-10-01T12:00:00.000Z", "submissions": []},
    {"id": "a2", "title": "Canon", "type": "newScore", "state": "draft"},
]  # fmt: skip


def submission(id, assignment, creator, **facts):
    """A submission with what is required, and *facts*."""
    return {
        "id": id, "state": "turnedIn", "classroom": "c1", "assignment": assignment, "creator": creator,
        "attachments": [], **facts,
    }  # fmt: skip


SUBMISSIONS = {
    "a1": [submission("s1", "a1", "u1", grade=7, maxPoints=10, submissionDate="2026-09-30T10:00:00.000Z")],
    "a2": [submission("s2", "a2", "u2", grade=None, draftGrade=6.5, comments={"total": 0})],
}

ROUTES = {
    "/classes": [CLASS],
    "/classes/c1": CLASS,
    "/classes/c1/assignments": ASSIGNMENTS,
    "/groups/g1/users": STUDENTS,
    **{f"/classes/c1/assignments/{id}/submissions": found for id, found in SUBMISSIONS.items()},
    "/classes/c1/students/u2/submissions": SUBMISSIONS["a2"],
}


@pytest.fixture(scope="module")
def school():
    """A server with one class."""
    with serving(lambda request: ROUTES[request.path]) as server:
        yield server


def classes(school, *arguments):
    """What came of ``flat-api classes *arguments*``."""
    done = run("classes", *arguments, "--host", school.url, FLAT_ACCESS_TOKEN="t")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def rows(text):
    """The rows of CSV, as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


class TestClasses:
    """Each command prints a table, CSV or JSON."""

    def test_classes_list(self, school):
        heading, row = classes(school, "list").splitlines()
        assert heading.split() == ["id", "name", "section", "state", "students", "assignments", "code", "created"]
        assert row.split("  ")[0] == "c1" and "2026-09-01 08:00" in row

    def test_classes_list_in_a_state(self, school):
        """--state is sent as it is; the states are those of the API."""
        classes(school, "list", "--state", "archived")
        assert school.requests[-1].query == {"state": "archived"}
        assert set(STATES) == set(declaration_of(ModelClassApi.State).enum)

    def test_classes_show(self, school):
        shown = dict(line.split(None, 1) for line in classes(school, "show", "c1").splitlines())
        assert (shown["name"], shown["students"], shown["teachers"]) == ("Year 7, strings", "2", "1")
        assert json.loads(classes(school, "show", "c1", "--json")) == CLASS

    def test_classes_students(self, school):
        names = [row["name"] for row in rows(classes(school, "students", "c1", "--csv"))]
        assert names == ['Clara "C." Schumann', "李"]
        assert [json.loads(line) for line in classes(school, "students", "c1", "--json").splitlines()] == STUDENTS

    def test_class_without_a_group_of_students(self):
        """Then there are none."""
        with serving(lambda request: {"id": "c1"}) as server:
            assert classes(server, "students", "c1") == "There are no students here.\n"

    def test_classes_assignments(self, school):
        first, second = rows(classes(school, "assignments", "c1", "--csv"))
        assert (first["title"], first["points"], first["due"]) == ("Scales", "10", "2026-10-01T12:00:00.000Z")
        assert (second["points"], second["due"], second["submissions"]) == ("", "", "0")

    def test_classes_submissions(self, school):
        """Of all assignments, with the names of students and the titles of assignments; null is an empty cell."""
        first, second = rows(classes(school, "submissions", "c1", "--csv"))
        assert (first["student"], first["assignment"], first["grade"], first["of"]) == (
            'Clara "C." Schumann', "Scales", "7", "10",
        )  # fmt: skip
        assert (second["grade"], second["draft"], second["comments"]) == ("", "6.5", "0")
        assert second["student id"] == "u2"

    @pytest.mark.parametrize("words", [["a2"], ["--student", "u2"], ["a2", "--student", "u2"]])
    def test_classes_submissions_of_one(self, school, words):
        """Of one assignment, of one student, or both."""
        (line,) = classes(school, "submissions", "c1", *words, "--json").splitlines()
        assert json.loads(line) == SUBMISSIONS["a2"][0]

    @pytest.mark.parametrize(
        "command", ["list", "show 5", "students 5", "assignments 5", "submissions 5", "submissions 5 6"]
    )
    def test_the_built_in_server_has_classes(self, sandbox, command):
        """Every command works with what the sandbox answers."""
        done = ask(sandbox, "classes", *command.split(), "--json")
        assert done.returncode in (0, 7), done.stderr

    def test_class_that_is_not_there(self, sandbox):
        """The hint says where to look."""
        sandbox.faults.add("status=404:path=/classes/*")
        done = ask(sandbox, "classes", "show", "c9")
        assert done.returncode == 7
        assert "`flat-api classes list` shows those of your classes" in done.stderr


class TestCsv:
    """CSV is what RFC 4180 says, in UTF-8, and harmless in a spreadsheet."""

    def test_lines_end_with_crlf_and_quotes_are_doubled(self, school):
        done = run(
            "classes", "students", "c1", "--csv", "--host", school.url, FLAT_ACCESS_TOKEN="t", PYTHONIOENCODING=""
        )
        lines = done.stdout.split("\r\n")
        assert lines[0] == "id,name,username,firstname,lastname"
        assert lines[1] == 'u1,"Clara ""C."" Schumann",clara,Clara,'
        assert lines[3:] == [""] and "\n" not in "".join(lines)

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16"])
    def test_utf_8_whatever_the_encoding_of_the_terminal(self, school, encoding):
        done = run(
            "classes", "students", "c1", "--csv", "--host", school.url, FLAT_ACCESS_TOKEN="t", PYTHONIOENCODING=encoding
        )
        assert "李" in done.stdout

    def test_formulas_are_text(self, school):
        """What a spreadsheet would calculate has an apostrophe in front; --json has it as it is."""
        assert rows(classes(school, "students", "c1", "--csv"))[1]["lastname"] == "'=HYPERLINK(1)"
        assert '"=HYPERLINK(1)"' in classes(school, "students", "c1", "--json")

    def test_csv_for_excel_has_a_byte_order_mark(self, school):
        assert classes(school, "list", "--csv-for-excel").encode().startswith(MARK + b"id,")
        assert not classes(school, "list", "--csv").encode().startswith(MARK)

    def test_nothing_to_list_is_the_heading_alone(self):
        with serving(lambda request: []) as server:
            assert classes(server, "list", "--csv").count("\r\n") == 1

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (None, ""), (False, "false"), (True, "true"), (0, "0"), (-5, "-5"), ("", ""), ("a\nb", "a\nb"),
            *((f"{start}x", f"'{start}x") for start in FORMULA), (("a", "b"), "a; b"), (("=a",), "'=a"), ("-5", "'-5"),
        ],
    )  # fmt: skip
    def test_cells(self, value, text):
        """Null is empty and false is false; only text can be a formula."""
        assert cell(value) == text

    def test_false_is_not_null(self, sandbox):
        """The revision of a score was saved by somebody: autosave is false, and its description is absent."""
        (row,) = rows(ask(sandbox, "scores", "history", sandbox.score, "--csv").stdout)
        assert (row["autosave"], row["description"]) == ("false", "")

    def test_on_a_terminal_nothing_is_obeyed(self, tmp_path):
        with serving(lambda request: [{"id": "c1", "name": "\x1b[2J"}]) as server:
            code, seen = run_on_terminal(
                "classes", "list", "--csv", "--host", server.url, cwd=tmp_path, FLAT_ACCESS_TOKEN="t"
            )
        assert code == 0 and "c1,\\x1b[2J," in seen and not re.search("\x1b\\[2J", seen)

    def test_json_and_csv_exclude_each_other(self, school):
        before = len(school.requests)
        done = run("classes", "list", "--csv", "--json", "--host", school.url, FLAT_ACCESS_TOKEN="t")
        assert done.returncode == 2 and "leave out --json or --csv" in done.stderr
        assert len(school.requests) == before

    @pytest.mark.parametrize("command", ["scores list", "scores search ode", "scores history demo", "collections list"])
    def test_other_lists_have_it_too(self, command):
        done = run(*command.split(), "--csv", "--sandbox")
        assert done.returncode == 0 and done.stdout.startswith("id,")
