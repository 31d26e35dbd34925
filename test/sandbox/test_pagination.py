"""Pages: cursors that lead through a list whatever happens to it."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.sandbox._errors import HttpError
from flat_api.sandbox._pagination import Cursor, paged

TITLES = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=15)
SORTS = {"title": lambda item: item["title"]}


class Asked(SimpleNamespace):
    """As much of a call as pages look at."""

    url, query = "http://api/things", "limit=2&x=%26"

    def get(self, name, default=None):
        return vars(self).get(name, default)

    def __getitem__(self, name):
        return vars(self)[name]


def rows(titles):
    return [(number, {"title": title, "number": number}) for number, title in enumerate(titles)]


def target(answer, name):
    found = re.search(rf'[?&]{name}=([^>&]*)>; rel="{name}"', answer.headers.get("Link", ""))
    return found and found[1]


def numbers(answer):
    return [item["number"] for item in answer.body]


@given(TITLES, st.integers(1, 5), st.sampled_from(["asc", "desc"]))
def test_pages_are_the_list_both_ways(titles, limit, direction):
    """All items come once, in order, on pages that are full; and the way back has the same pages."""
    ways = {"limit": limit, "direction": direction}
    answer = paged(Asked(**ways), rows(titles), SORTS)
    there = [numbers(answer)]
    while target(answer, "next"):
        answer = paged(Asked(**ways, next=target(answer, "next")), rows(titles), SORTS)
        there.append(numbers(answer))
    expected = sorted(range(len(titles)), key=lambda number: (titles[number], number), reverse=direction == "desc")
    assert [number for page in there for number in page] == expected
    assert all(len(page) == limit for page in there[:-1])
    back = [numbers(answer)]
    while target(answer, "previous"):
        answer = paged(Asked(**ways, previous=target(answer, "previous")), rows(titles), SORTS)
        back.append(numbers(answer))
    assert back[::-1] == there


@given(TITLES, st.data())
def test_what_changes_moves_nothing_else(titles, data):
    """Items that stay are read once each, whatever is removed and added between two pages, the last one read too."""
    answer = paged(Asked(limit=3), rows(titles), SORTS)
    seen = numbers(answer)
    removed = data.draw(st.sets(st.integers(0, 20)))
    added = [(100 + number, {"title": title, "number": 100 + number}) for number, title in enumerate(data.draw(TITLES))]
    while target(answer, "next"):
        left = [row for row in rows(titles) if row[0] not in removed] + added
        answer = paged(Asked(limit=3, next=target(answer, "next")), left, SORTS)
        seen += numbers(answer)
    assert len(seen) == len(set(seen))
    assert set(seen) >= set(range(len(titles))) - removed


def test_links_keep_the_query():
    """Whatever else was in the query is in the links."""
    answer = paged(Asked(limit=2), rows("abc"), SORTS)
    assert answer.headers["Link"].startswith("<http://api/things?limit=2&x=%26&next=")
    assert "Link" not in paged(Asked(limit=3), rows("abc"), SORTS).headers


def test_cursors_are_refused_where_they_are_none():
    """A cursor is one out of a link: nothing else, none of another list, and not two at once."""
    good = str(Cursor("title", "asc", ("a", 1)))
    bad = ["x", "", "W10", "é", "A" * 1000, str(Cursor("date", "asc", ("a", 1))), str(Cursor("title", "up", ("a", 1)))]
    for asked in [*({"next": text} for text in bad if text), {"next": good, "previous": good}]:
        with pytest.raises(HttpError) as caught:
            paged(Asked(**asked), rows("abc"), SORTS)
        assert (caught.value.status, caught.value.code) == (400, "INVALID_CURSOR")


def test_usual_page_has_25_items():
    """Without a limit there are 25."""
    assert len(paged(Asked(), rows("a" * 60), SORTS).body) == 25
