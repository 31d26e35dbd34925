"""`flat-api demo`: the package at work on a sample of its own."""

from .running import run


def test_demo_shows_the_sample_and_how_to_get_at_it(tmp_path):
    """The demo prints the sample as a tree, then expressions as a program writes them, with their values."""
    done = run("demo", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    tree, _, access = done.stdout.partition("\n\n")
    assert "├── state: 'done'  str (Task.State)  = Task.State.DONE" in tree
    shown = dict(line.split("  ", 1) for line in access.splitlines())
    assert shown["task.state"].strip() == shown['task["state"]'].strip() == "'done'"
    assert (
        shown["task.progress.percent"].strip()
        == shown['task["progress"]["percent"]'].strip()
        == "Decimal('100')"
    )


def test_every_line_of_the_demo_is_what_python_says(tmp_path):
    """Each expression of the demo, evaluated by hand on the sample, gives the value shown beside it."""
    from flat_api.model.task import Task

    task = Task.from_json(run("demo", "--sample").stdout)
    lines = run("demo").stdout.partition("\n\n")[2].splitlines()
    assert len(lines) > 8
    for line in lines:
        expression, shown = (part.strip() for part in line.split("  ", 1))
        assert repr(eval(expression, {"task": task, "Task": Task})) == shown


def test_sample_can_be_tried_out():
    """The sample itself comes with --sample, to be read by the other commands."""
    sample = run("demo", "--sample")
    assert sample.returncode == 0
    assert run("show", stdin=sample.stdout).stdout in run("demo").stdout
