"""Faults: how they are written, and when they strike."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.sandbox import Fault, FaultError, Faults, schedule
from flat_api.sandbox._fault_grammar import GRAMMAR, faults_of

WHOLE = st.integers(0, 10**6)
HEADS = st.one_of(
    st.tuples(st.just("status"), st.integers(400, 599)),
    st.tuples(st.just("delay"), st.floats(0, 100).map(lambda number: round(number, 3))),
    st.tuples(st.just("reset"), st.sampled_from(["before", "after"])),
    st.tuples(st.just("truncate"), WHOLE),
    st.tuples(st.just("rate-limit"), WHOLE),
    st.tuples(st.just("task"), st.sampled_from(["error", "canceled"])),
)
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "times": WHOLE,
        "after": WHOLE,
        "method": st.sampled_from(["GET", "POST"]),
        "path": st.sampled_from(["/tasks/*", "*", "/me"]),
        "on": st.sampled_from(["api", "storage"]),
        "chance": st.sampled_from([0.0, 0.25, 1.0]),
        "seed": WHOLE,
        "window": st.sampled_from([0.0, 0.5, 60.0]),
        "retry_after": WHOLE,
    },
)


@given(HEADS, OPTIONS)
def test_faults_are_read_as_they_are_written(head, options):
    """The text of a fault is the fault."""
    fault = Fault(*head, **options)
    assert Fault.parse(str(fault)) == fault
    assert eval(repr(fault)) == fault


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nothing", "'nothing' is no kind of fault; there are status, delay"),
        ("", "'' is no kind of fault"),
        ("status", "status needs a value, as in status=503"),
        ("status=200", "is from 400 to 599, not 200"),
        ("status=many", "status is a whole number, not 'many'"),
        ("status=503:time=2", "there is no option 'time'; there are times, after"),
        ("status=503:times=two", "times is a whole number, not 'two'"),
        ("status=503:times=1:times=2", "times is there twice"),
        ("status=503:chance=2", "chance is from 0 to 1, not 2"),
        ("status=503:method=get", "method is one of GET, HEAD"),
        ("status=503:path=tasks", "path begins with a slash or a star"),
        ("delay=-1", "delay is a number such as 0.5, not '-1'"),
        ("delay=999999999999", "delay is 3,600 seconds at most, not 999999999999"),
        ("delay=3600.000001", "delay is 3,600 seconds at most"),
        ("delay=0." + "1" * 20, "delay is a number such as 0.5"),
        ("delay=1e3", "delay is a number such as 0.5, not '1e3'"),
        ("rate-limit=1:window=999999999999", "window is 31,622,400 seconds at most"),
        ("truncate=" + "9" * 13, "truncate is a whole number"),
        ("status=503:path=/" + "*a" * 300, "is longer than 500 characters"),
        ("reset=never", "reset is one of before, after, not 'never'"),
        ("task=done", "task is one of error, canceled, not 'done'"),
    ],
)
def test_mistakes_are_told(text, told):
    """The error names the fault, the mistake, and what there is."""
    with pytest.raises(FaultError) as caught:
        Fault.parse(text)
    assert told in str(caught.value)


def test_examples_of_the_grammar_are_faults():
    """The first word of each line about a kind is a fault, or an option of one."""
    words = [line.split()[0] for line in GRAMMAR.splitlines() if line.startswith("  ")]
    for word in words:
        Fault.parse(
            word
            if word.partition("=")[0] in ("status", "delay", "reset", "truncate", "rate-limit", "task")
            else f"reset:{word}"
        )
    assert len(words) == 14


def struck(faults, method="GET", path="/tasks/a", on="api", now=0.0):
    return [due.fault.kind for due in faults.due(method, path, on, now)]


def test_times_and_after_count_requests_that_fit():
    """after passes over the first requests, times is how many are struck; others count for nothing."""
    faults = Faults("status=503:after=1:times=2:path=/tasks/*:method=GET")
    assert [struck(faults, path=path) for path in ("/me", "/tasks/a")] == [[], []]
    assert struck(faults, method="POST") == []
    assert struck(faults, on="storage") == []
    assert [struck(faults) for _ in range(3)] == [["status"], ["status"], []]


def test_rate_limit_ends():
    """After so many requests all are refused until the window is over; then the count begins again."""
    faults = Faults("rate-limit=2:window=10")
    assert [bool(struck(faults, now=now)) for now in (0, 1, 2, 11.9, 12, 13, 14)] == [0, 0, 1, 1, 0, 0, 1]


def test_rate_limit_may_come_once():
    """times is how many windows there are."""
    faults = Faults("rate-limit=0:window=5:times=1")
    assert [bool(struck(faults, now=now)) for now in (0, 4, 5, 6)] == [1, 1, 0, 0]


def test_chance_is_the_same_for_the_same_seed():
    """Some requests are struck, the same ones in each run."""
    runs = [[bool(struck(faults)) for _ in range(50)] for faults in (Faults("reset:chance=0.5:seed=3") for _ in "ab")]
    assert runs[0] == runs[1]
    assert 5 < sum(runs[0]) < 45


def test_several_faults_in_one_text():
    """Commas separate faults; faults and texts may be mixed."""
    assert [str(fault) for fault in faults_of("delay=0.5,reset")] == ["delay=0.5", "reset"]
    assert [str(fault) for fault in faults_of([Fault("reset", "after"), "status=500"])] == ["reset=after", "status=500"]


def test_one_text_has_so_many_faults():
    """A header is no program."""
    assert len(faults_of(",".join(["reset"] * 100))) == 100
    with pytest.raises(FaultError, match="more than 100 faults"):
        faults_of("reset," * 101)


def test_adding_is_all_or_nothing():
    """Where one is written wrongly, none is added."""
    faults = Faults("reset")
    with pytest.raises(FaultError):
        faults.add(["delay=1", "dealy=1"])
    assert [str(fault) for fault in faults] == ["reset"]
    faults.clear()
    assert struck(faults) == []


def test_threads_share_the_count():
    """Of many threads, exactly so many requests are struck."""
    faults, found = Faults("status=500:times=100"), []

    def ask():
        for _ in range(200):
            found.extend(struck(faults))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 100


@given(st.integers(0, 1000))
def test_schedules_are_made_of_single_strikes(seed):
    """The same seed gives the same schedule; each of its faults strikes once, within the first requests."""
    found = schedule(seed, requests=10, chance=0.5)
    assert found == schedule(seed, requests=10, chance=0.5)
    faults = Faults(found)
    assert sum(len(struck(faults, on=on, now=now * 1000)) for on in ("api", "storage") for now in range(10)) == len(
        found
    )
    assert struck(faults, now=10**6) == []
