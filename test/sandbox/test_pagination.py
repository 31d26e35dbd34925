"""Pages: cursors that lead through a list whatever happens to it."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.sandbox._database import Entry
from flat_api.sandbox._errors import HttpError
from flat_api.sandbox._pagination import Cursor, paged

TITLES = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=15)
SORTS = ("title",)


class Asked(SimpleNamespace):
    """As much of a call as pages look at."""

    url, query = "http://api/things", "limit=2&x=%26"

    def get(self, name, default=None):
        return vars(self).get(name, default)

    def __getitem__(self, name):
        return vars(self)[name]


def rows(titles):
    return [
        Entry("thing", str(number), {"title": title, "number": number}, seq=number)
        for number, title in enumerate(titles)
    ]


def listed(asked, entries):
    return paged(asked, entries, lambda entry: entry.data, SORTS)


def target(answer, name):
    found = re.search(rf'[?&]{name}=([^>&]*)>; rel="{name}"', answer.headers.get("Link", ""))
    return found and found[1]


def numbers(answer):
    return [item["number"] for item in answer.body]


@given(TITLES, st.integers(1, 5), st.sampled_from(["asc", "desc"]))
def test_pages_are_the_list_both_ways(titles, limit, direction):
    """All items come once, in order, on pages that are full; and the way back has the same pages."""
    ways = {"limit": limit, "direction": direction}
    answer = listed(Asked(**ways), rows(titles))
    there = [numbers(answer)]
    while target(answer, "next"):
        answer = listed(Asked(**ways, next=target(answer, "next")), rows(titles))
        there.append(numbers(answer))
    expected = sorted(range(len(titles)), key=lambda number: (titles[number], number), reverse=direction == "desc")
    assert [number for page in there for number in page] == expected
    assert all(len(page) == limit for page in there[:-1])
    back = [numbers(answer)]
    while target(answer, "previous"):
        answer = listed(Asked(**ways, previous=target(answer, "previous")), rows(titles))
        back.append(numbers(answer))
    assert back[::-1] == there


@given(TITLES, st.data())
def test_what_changes_moves_nothing_else(titles, data):
    """Items that stay are read once each, whatever is removed and added between two pages, the last one read too."""
    answer = listed(Asked(limit=3), rows(titles))
    seen = numbers(answer)
    removed = data.draw(st.sets(st.integers(0, 20)))
    added = rows(data.draw(TITLES))
    for entry in added:
        entry.seq = entry.data["number"] = 100 + entry.seq
    while target(answer, "next"):
        left = [row for row in rows(titles) if row.seq not in removed] + added
        answer = listed(Asked(limit=3, next=target(answer, "next")), left)
        seen += numbers(answer)
    assert len(seen) == len(set(seen))
    assert set(seen) >= set(range(len(titles))) - removed


def test_links_keep_the_query():
    """Whatever else was in the query is in the links."""
    answer = listed(Asked(limit=2), rows("abc"))
    assert answer.headers["Link"].startswith("<http://api/things?limit=2&x=%26&next=")
    assert "Link" not in listed(Asked(limit=3), rows("abc")).headers


def test_cursors_are_refused_where_they_are_none():
    """A cursor is one out of a link: nothing else, none of another list, and not two at once."""
    good = str(Cursor("title", "asc", ("a", 1)))
    bad = ["x", "", "W10", "é", "A" * 1000, str(Cursor("date", "asc", ("a", 1))), str(Cursor("title", "up", ("a", 1)))]
    for asked in [*({"next": text} for text in bad if text), {"next": good, "previous": good}]:
        with pytest.raises(HttpError) as caught:
            listed(Asked(**asked), rows("abc"))
        assert (caught.value.status, caught.value.code) == (400, "INVALID_CURSOR")


def test_usual_page_has_25_items():
    """Without a limit there are 25."""
    assert len(listed(Asked(), rows("a" * 60)).body) == 25
