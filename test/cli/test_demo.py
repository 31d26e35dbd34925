"""`flat-api demo`: the whole export, against the built-in server."""

import os
import re
import subprocess
import sys
import wave
from pathlib import Path
from xml.etree import ElementTree

import pytest

from .running import blocks_of, environment, run, run_on_terminal, start_on_terminal

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where the demo ran."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def shown(folder):
    """What it printed into a pipe, without an account."""
    done = run("demo", cwd=folder, new=True, FLAT_ACCESS_TOKEN="")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_demo_leaves_a_file_that_plays(folder, shown):
    """The file is a WAV with some seconds of sound, and the demo says where it is."""
    assert "\nThe file is flat-demo.wav: " in shown
    assert [path.name for path in folder.iterdir()] == ["flat-demo.wav"]
    with wave.open(str(folder / "flat-demo.wav")) as sound:
        assert sound.getnframes() / sound.getframerate() > 5
        assert max(sound.readframes(sound.getnframes())) > 0


def test_demo_shows_the_task_as_it_goes(shown):
    """Attributes and keys are shown for each state, and they say the same."""
    heading = next(line for line in shown.splitlines() if line.split()[:1] == ["task.state"])
    assert heading.split() == ["task.state", 'task["state"]', "task.progress.percent"]
    rows = re.findall(r"^    '(\w+)' +'(\w+)' +Decimal\('(\d+)'\)$", shown, re.MULTILINE)
    assert all(attribute == key for attribute, key, _ in rows)
    states = [state for state, _, _ in rows]
    assert (states[0], states[-1]) == ("created", "done")
    assert "doing" in states
    percents = [int(percent) for _, _, percent in rows]
    assert percents == sorted(percents)
    assert percents[-1] == 100


def test_demo_shows_more_of_the_task_in_the_end(shown):
    """Enum members are identical, keys lead inside, dates can be computed with."""
    lines = dict(re.split(r"  +", line.strip(), maxsplit=1) for line in shown.splitlines() if "  " in line.strip())
    assert lines["task.state is Task.State.DONE"] == "True"
    assert lines['task["progress"]["percent"]'] == "Decimal('100')"
    assert lines["task.doneDate.as_datetime - task.creationDate.as_datetime"].startswith("datetime.timedelta(")


def test_demo_never_replaces_a_file(tmp_path):
    """Where its file is already, the next one gets another name."""
    (tmp_path / "flat-demo.wav").write_text("mine")
    done = run("demo", "--output", tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "flat-demo.wav").read_text() == "mine"
    assert (tmp_path / "flat-demo-2.wav").read_bytes()[:4] == b"RIFF"


def test_demo_without_a_place_for_its_file(tmp_path):
    """A folder that isn't there is told before anything else."""
    done = run("demo", "--output", tmp_path / "nowhere")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("Error: ")
    assert "there is no folder" in done.stderr


def test_demo_has_a_moving_bar_on_a_terminal(tmp_path):
    """A terminal gets colours and a bar that moves; the lines that stay are the same."""
    code, seen = run_on_terminal("demo", cwd=tmp_path)
    assert code == 0
    assert len(re.findall(r"(\d+) %  Rendering", seen)) > 1
    assert "\x1b[2K" in seen
    assert "The file is flat-demo.wav" in seen
    assert (tmp_path / "flat-demo.wav").exists()


def test_demo_has_no_empty_bar(tmp_path):
    """A bar is there while something is on its way, neither before nor afterwards."""
    code, seen = run_on_terminal("demo", cwd=tmp_path)
    assert code == 0
    assert not re.search(r"\b0 %", seen)
    done = seen.index("the task is done")
    assert " %" not in seen[done : seen.index("poller.download_to(")]
    assert len(re.findall(r"100 %  [\d.]+ kB\r\n", seen)) == 1


def test_demo_stopped_by_ctrl_c(tmp_path):
    """It says that it was interrupted, gives the cursor back, and leaves no file."""
    process, ours = start_on_terminal("demo", cwd=tmp_path)
    blocks = blocks_of(ours)
    seen = b""
    while b"Rendering" not in seen:
        seen += next(blocks)
    os.write(ours, b"\x03")
    seen += b"".join(blocks)
    assert process.wait(30) == 130
    assert seen.endswith(b"Interrupted.\r\n")
    assert b"Traceback" not in seen
    assert seen.rindex(b"\x1b[?25h") > seen.rindex(b"\x1b[?25l")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("is_found", [False, True])
def test_what_to_do_next_can_be_typed(tmp_path, is_found):
    """Where the shell would not find the program, it is shown with its path."""
    script = tmp_path / "flat-api"
    script.write_text(f"#!{sys.executable}\nimport sys\nfrom flat_api.cli import main\nsys.exit(main())\n")
    script.chmod(0o755)
    variables = environment(PATH=f"{tmp_path}:/bin" if is_found else "/bin")
    command = ["flat-api", "demo"] if is_found else ["./flat-api", "demo"]
    done = subprocess.run(command, cwd=tmp_path, env=variables, capture_output=True, text=True, timeout=30)
    shown = "flat-api" if is_found else "./flat-api"
    assert f"\n  {shown} export demo --sandbox " in done.stdout


def test_demo_with_colours_in_a_pipe(tmp_path):
    """Where colours are forced there are colours, and no bar that moves."""
    done = run("demo", cwd=tmp_path, FORCE_COLOR="1")
    assert done.returncode == 0
    assert "\x1b[32m" in done.stdout
    assert not re.search(r"\x1b\[[^m]*[A-Za-ln-z]", done.stdout)


def test_demo_in_ascii(tmp_path):
    """Where the output has no other characters the bars are made of ASCII."""
    done = run("demo", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert f"    {'#' * 40} 100 %" in done.stdout


def test_sample_can_be_tried_out():
    """A sample task comes with --sample, to be read by the other commands."""
    sample = run("demo", "--sample")
    assert sample.returncode == 0
    shown = run("show", stdin=sample.stdout)
    assert "├── state: 'done'  str (Task.State)  = Task.State.DONE" in shown.stdout


def test_recording_shows_what_the_demo_prints(tmp_path, shown):
    """--record writes a picture in place of printing, and leaves no other file."""
    done = run("demo", "--record", "demo.svg", cwd=tmp_path, new=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [path.name for path in tmp_path.iterdir()] == ["demo.svg"]
    assert steps(text_of(tmp_path / "demo.svg")) == steps(shown)


def test_checked_in_recording_is_that_of_this_demo(shown):
    """docs/demo.svg shows the steps of the demo as it is now, and loads nothing from elsewhere."""
    assert steps(text_of(DOCS / "demo.svg")) == steps(shown)
    assert "url(http" not in (DOCS / "demo.svg").read_text(encoding="utf-8")


def text_of(picture):
    """The lines of text in an SVG."""
    texts = [entry for entry in ElementTree.parse(picture).iter() if entry.tag.endswith("}text")]
    rows = {}
    for entry in texts:
        rows.setdefault(float(entry.get("y")), []).append((float(entry.get("x")), entry.text or ""))
    lines = ["".join(text for _, text in sorted(row)) for _, row in sorted(rows.items())]
    return "\n".join(lines).replace("\xa0", " ")


def steps(text):
    """What the demo does, line by line, without what is another thing each time."""
    lines = [line.strip() for line in text.splitlines() if line.startswith((">>> ", "    task."))]
    return [re.sub(r"127\.0\.0\.1:\d+|seconds=.*", "", line) for line in lines]
