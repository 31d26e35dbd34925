"""`flat-api show`: a value as a tree, or all that is wrong with it."""

import gzip
import json
import os
import subprocess

import pytest

from .running import COMMAND, environment, run, task_line

TASK = {
    "id": "t1",
    "state": "done",
    "progress": {"percent": 33.3},
    "doneDate": "2023-06-05T12:21:05+02:00",
    "errorHistory": ["first", "second"],
    "more": {"flag": True, "nothing": None},
}


def lines_of(done):
    """The lines of the tree that *done* printed, without the drawing in front of them."""
    return [line.lstrip("├└│─ ") for line in done.stdout.splitlines()]


def test_tree_shows_key_value_accessed_type_and_schema():
    """Each value has a line: its key, the value, the type a program meets, and its schema class."""
    done = run("show", stdin=json.dumps(TASK))
    assert done.returncode == 0
    assert done.stderr == ""
    assert lines_of(done) == [
        "Task: 6 keys  frozendict.frozendict (Task)",
        "id: 't1'  str (StrSchema)",
        "state: 'done'  str (Task.State)  = Task.State.DONE",
        "progress: 1 key  frozendict.frozendict (Task.Progress)",
        "percent: 33.3  decimal.Decimal (NumberSchema)",
        "doneDate: '2023-06-05T12:21:05+02:00'  str (DateTimeSchema)  = 2023-06-05T12:21:05+02:00",
        "errorHistory: 2 items  tuple (Task.MetaOapg.properties.errorHistory)",
        "[0]: 'first'  str (StrSchema)",
        "[1]: 'second'  str (StrSchema)",
        "more: 2 keys  frozendict.frozendict (UnsetAnyTypeSchema)",
        "flag: True  BoolClass (UnsetAnyTypeSchema)",
        "nothing: None  NoneClass (UnsetAnyTypeSchema)",
    ]


def test_nested_values_hang_below_their_parents():
    """Members are drawn below the value that holds them."""
    done = run("show", stdin='{"progress": {"percent": 1}, "id": "x"}')
    assert "├── progress: 1 key" in done.stdout
    assert "│   └── percent: 1 " in done.stdout
    assert "└── id: 'x'" in done.stdout


def test_dates_are_shown_parsed():
    """A date-time is shown as the moment it means; one that names no offset says so."""
    done = run("show", stdin='{"creationDate": "20230605T1020Z", "doneDate": "2023-06-05T10:20"}')
    assert "= 2023-06-05T10:20:00+00:00\n" in done.stdout
    assert "= 2023-06-05T10:20:00 (no offset)\n" in done.stdout
    done = run("show", "--model", "flat_api.schemas:DateSchema", stdin='"2023-W23-1"')
    assert done.stdout == "DateSchema: '2023-W23-1'  str (DateSchema)  = 2023-06-05\n"


def test_absent_properties_are_shown_on_demand():
    """--all adds the optional properties that are absent, with the type they would have."""
    text = '{"id": "x"}'
    assert "absent" not in run("show", stdin=text).stdout
    shown = lines_of(run("show", "--all", stdin=text))
    assert "score: absent  str (StrSchema)" in shown
    assert "progress: absent  frozendict.frozendict (Task.Progress)" in shown
    assert "errorHistory: absent  tuple (Task.MetaOapg.properties.errorHistory)" in shown


def test_numbers_keep_every_digit():
    """A number is shown with the digits that were sent."""
    digits = "0.1000000000000000000000000000000000000001"
    assert f"percent: {digits} " in run("show", stdin=f'{{"progress": {{"percent": {digits}}}}}').stdout


def test_long_values_are_cut_and_their_length_told():
    """A long value is cut after 80 characters; --full shows it whole."""
    text = json.dumps({"id": "x" * 2000})
    assert f"id: '{'x' * 80}'... (2,000 characters)  str" in run("show", stdin=text).stdout
    assert f"id: '{'x' * 2000}'  str" in run("show", "--full", stdin=text).stdout


def test_nothing_in_the_data_reaches_the_terminal_as_a_command():
    """Escape sequences, line breaks and reversed text in keys and values are shown as escapes."""
    evil = "\x1b[31m\x9b2J\r\n\x07\u202e\ud800"
    done = run("show", stdin=json.dumps({"id": evil, evil: evil, "state": evil}))
    assert done.returncode == 1
    assert not set(done.stderr) & set("\x1b\x9b\r\x07\u202e")
    assert "\\x1b[31m" in done.stderr
    done = run("show", stdin=json.dumps({"id": evil, evil: evil}))
    assert done.returncode == 0
    assert not set(done.stdout) & set("\x1b\x9b\r\x07\u202e")
    assert done.stdout.count(r"'\x1b[31m\x9b2J\r\n\x07\u202e\ud800'") == 3


def test_no_colours_in_a_pipe():
    """What is piped into another program is plain text, one value per line, however long the line."""
    done = run("show", stdin=json.dumps({"k" * 70: {"id": "x" * 79}}), COLUMNS="40")
    assert "\x1b" not in done.stdout
    assert len(done.stdout.splitlines()) == 3


def test_output_that_can_not_hold_a_character_gets_an_escape():
    """On a terminal of another encoding nothing fails: what it lacks is written as an escape."""
    done = run("show", stdin='{"id": "caf\\u00e9"}', PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert r"id: 'caf\xe9'" in done.stdout


def test_every_problem_is_told_with_its_path():
    """Bad input prints a line per problem, with the JSONPath of the place, and exits 1."""
    bad = {"state": "lost", "progress": {"percent": "x"}, "errorHistory": ["ok", 5], "doneDate": "today"}
    done = run("show", "-", stdin=json.dumps(bad))
    assert done.returncode == 1
    assert done.stdout == ""
    paths = [line.split(": ")[1] for line in done.stderr.splitlines()]
    assert sorted(paths) == ["$.doneDate", "$.errorHistory[1]", "$.progress.percent", "$.state"]
    assert "'lost' is not one of created, doing, done, canceled, error" in done.stderr


def test_keys_that_are_no_names_are_quoted_in_paths(tmp_path):
    """A path stays readable, and exact, whatever the keys are."""
    (tmp_path / "schemas.py").write_text(
        "from flat_api.schemas import DictSchema, StrSchema\n"
        "class Words(DictSchema, additional=StrSchema):\n    '''Words by key.'''\n"
    )
    done = run("show", "--model", "schemas:Words", stdin='{"a b\\n": 1}', cwd=tmp_path)
    assert done.stderr.startswith(r"standard input: $['a b\n']: ")


def test_unreadable_json_is_told_with_line_and_column(tmp_path):
    """What is not JSON gets line and column, an excerpt and a mark below the place."""
    (tmp_path / "task.json").write_text('{\n  "id": "é",\n\t"state": "done" "score": 1\n}', encoding="utf-8")
    done = run("show", "task.json", cwd=tmp_path)
    assert done.returncode == 1
    place, excerpt, mark = done.stderr.splitlines()
    assert place == "task.json:3:18: not JSON: Expecting ',' delimiter"
    assert excerpt[mark.index("^") :] == '"score": 1'


def test_bytes_that_are_no_utf_8_are_told_with_line_and_column(tmp_path):
    """Text in another encoding is refused with the place of the first foreign byte."""
    (tmp_path / "task.json").write_bytes('{\n "é": "'.encode() + b'\xe9"}')
    done = run("show", "task.json", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("task.json:2:8: not JSON: the bytes e9 are not UTF-8")
    excerpt, mark = done.stderr.splitlines()[1:]
    assert excerpt[mark.index("^") :] == r"\xe9" + '"}'


def test_nothing_is_not_json():
    """Empty input is refused like any other text that is not JSON."""
    done = run("show", stdin="")
    assert done.returncode == 1
    assert done.stderr == "standard input:1:1: not JSON: Expecting value\n"


def test_ndjson_is_recognised(tmp_path):
    """A file with a value per line is not JSON as a whole; the way to read it is told."""
    (tmp_path / "tasks.ndjson").write_bytes(task_line(1) + task_line(2))
    done = run("show", "tasks.ndjson", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("tasks.ndjson:2:1: not JSON: Extra data")
    assert "`show --line N`" in done.stderr


def test_one_line_of_ndjson_is_shown(tmp_path):
    """--line shows one value of an NDJSON file, or what is wrong with it."""
    with gzip.open(tmp_path / "tasks.ndjson.gz", "wb") as file:
        file.write(task_line(1) + task_line(2, state="lost") + b'{"id": \n' + task_line(4))
    assert "id: '4'" in run("show", "tasks.ndjson.gz", "--line", 4, cwd=tmp_path).stdout
    assert run("show", "tasks.ndjson.gz", "-n", 2, cwd=tmp_path).stderr.startswith("tasks.ndjson.gz:2: $.state: ")
    assert run("show", "tasks.ndjson.gz", "-n", 3, cwd=tmp_path).stderr.startswith("tasks.ndjson.gz:3:8: not JSON")
    done = run("show", "tasks.ndjson.gz", "-n", 5, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "Error: tasks.ndjson.gz: there is no line 5\n")


def test_missing_file_is_one_line():
    """A file that does not exist is an error of one line and exit code 2."""
    done = run("show", "nowhere.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Error: nowhere.json: No such file or directory\n"


def test_directory_is_no_file(tmp_path):
    """A directory is refused like a file that is not there."""
    done = run("show", tmp_path)
    assert done.returncode == 2
    assert done.stderr == f"Error: {tmp_path}: Is a directory\n"


def test_byte_order_mark_is_ignored(tmp_path):
    """A UTF-8 byte order mark does no harm; UTF-16 is named, and not taken for damage."""
    (tmp_path / "task.json").write_bytes('{"id": "x"}'.encode("utf-8-sig"))
    assert run("show", "task.json", cwd=tmp_path).returncode == 0
    (tmp_path / "task.json").write_bytes('{"id": "x"}'.encode("utf-16"))
    done = run("show", "task.json", cwd=tmp_path)
    assert done.returncode == 2
    assert "UTF-16" in done.stderr


def test_json_output_of_an_accepted_value():
    """--json prints one object: the value, and a list of nodes with types, enum members and dates."""
    done = run("show", "--json", stdin=json.dumps(TASK))
    shown = json.loads(done.stdout)
    assert done.returncode == 0
    assert (shown["accepted"], shown["model"]) == (True, "flat_api.model.task.Task")
    assert shown["value"] == TASK
    nodes = {tuple(node["path"]): node for node in shown["nodes"]}
    assert nodes[()]["size"] == 6
    assert nodes[("state",)]["member"] == "DONE"
    assert nodes[("progress", "percent")]["type"] == "decimal.Decimal"
    assert nodes[("doneDate",)]["date"] == "2023-06-05T12:21:05+02:00"
    assert nodes[("errorHistory", 1)]["value"] == "second"
    assert nodes[("more", "nothing")]["value"] is None


def test_json_output_of_a_refused_value():
    """--json prints the problems on standard output, with path, message and kind, and still exits 1."""
    done = run("show", "--json", stdin='{"errorHistory": [5]}')
    shown = json.loads(done.stdout)
    assert (done.returncode, done.stderr, shown["accepted"]) == (1, "", False)
    assert [(problem["path"], problem["kind"]) for problem in shown["problems"]] == [(["errorHistory", 0], "type")]


UNFIT = '{"state": "paused", "creationDate": "soon", "progress": {"percent": "half"}}'


def test_lenient_shows_what_does_not_fit(tmp_path):
    """With --lenient the tree has each value as it came, and the problems are on standard error; nothing is refused."""
    (tmp_path / "task.json").write_text(UNFIT)
    done = run("show", "task.json", "--lenient", cwd=tmp_path)
    assert done.returncode == 0
    assert "state: 'paused'  str (Task.State)" in done.stdout
    assert "creationDate: 'soon'  str (UnsetAnyTypeSchema)" in done.stdout
    places = [line.split(": ")[:2] for line in done.stderr.splitlines()]
    assert places == [["task.json", f"$.{place}"] for place in ("state", "creationDate", "progress.percent")]
    assert run("show", "task.json", cwd=tmp_path).returncode == 1


def test_lenient_json_output():
    """--json has the value and its problems."""
    done = run("show", "--json", "--lenient", stdin=UNFIT)
    shown = json.loads(done.stdout)
    assert (done.returncode, done.stderr, shown["accepted"]) == (0, "", True)
    assert shown["value"] == json.loads(UNFIT)
    assert sorted(problem["kind"] for problem in shown["problems"]) == ["enum", "format", "type"]
    assert json.loads(run("show", "--json", "--lenient", stdin="{}").stdout)["problems"] == []


def test_lenient_refuses_what_has_no_reading():
    """An array is no task, and half a text no JSON."""
    for text in ("[]", "{", '{"id": NaN}'):
        done = run("show", "--lenient", stdin=text)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr


def test_lenient_shows_a_scalar_that_does_not_fit():
    """A date at the root that is none is shown without a date."""
    done = run("show", "--lenient", "--model", "flat_api.schemas:DateTimeSchema", stdin='"soon"')
    assert done.returncode == 0
    assert "'soon'  str (DateTimeSchema)\n" in done.stdout


def test_json_output_of_unreadable_json():
    """--json tells line and column of what is not JSON."""
    shown = json.loads(run("show", "--json", stdin='{\n"id": }').stdout)
    assert (shown["accepted"], shown["line"], shown["column"]) == (False, 2, 7)
    assert shown["problems"][0]["kind"] == "json"


def test_deep_values_are_shown_whole():
    """A value nested deeper than a terminal is wide is shown to its end."""
    depth = 60
    done = run("show", stdin='{"a":' * depth + '"end"' + "}" * depth)
    assert done.returncode == 0
    assert "a: 'end'" in done.stdout
    assert len(done.stdout.splitlines()) == depth + 1


def test_nesting_without_end_is_refused():
    """A hundred thousand levels are a problem of the data, told in a line."""
    done = run("show", stdin="[" * 100_000)
    assert done.returncode == 1
    assert len(done.stderr) < 1000


def test_reader_that_goes_away_is_no_error(tmp_path):
    """`flat-api show ... | head -1` ends quietly with exit code 141, as programs do that SIGPIPE ends."""
    text = json.dumps({str(number): number for number in range(4_000)}).encode()
    (tmp_path / "large.json").write_bytes(text)
    process = subprocess.Popen(
        [*COMMAND, "show", "large.json"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdout.readline().startswith(b"Task: 4,000 keys")
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_full_disk_is_told():
    """Output that can't be written is an error of one line and exit code 3."""
    with open("/dev/full", "wb") as full:
        done = run("show", stdin='{"id": "x"}', stdout=full)
    assert done.returncode == 3
    assert done.stderr == "Error: the output can't be written: No space left on device\n"
