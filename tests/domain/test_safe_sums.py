from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.measures import FEWER, NOT_SHOWN, hidden
from coprod_desktop.domain.safe_sums import safe_series, safe_sums


def shown(*sessions):
    found = safe_sums(sessions)
    return None if found is None else {line.label: line.hidden_as or line.count for line in found}


def fits(n, line):
    if line is None:
        return True
    if line.count is not None:
        return n == line.count
    if line.hidden_as == FEWER:
        return 1 <= n < 5
    if " to " in line.hidden_as:
        least, most = map(int, line.hidden_as.split(" to "))
        return least <= n <= most
    return n >= 5 if line.hidden_as == NOT_SHOWN else abs(n - int(line.hidden_as.removeprefix("about "))) <= 2


def thinkable(session):
    """Every set of counts somebody could think of who has this session's own paper."""
    lines = hidden(list(session.items())) or [None] * len(session)
    total = sum(session.values())
    ranges = [[n for n in range(total + 1) if fits(n, line)] for line in lines]
    return [counts for counts in product(*ranges) if sum(counts) == total]


def given_away(sessions, sums=safe_sums, papers=None):
    """Yield the small counts that the sums, beside the papers of each session, leave only one value for.

    `papers`: after how many of the sessions there was a paper with sums, if not after all of them alone.
    """
    told = [(many, found) for many in papers or [len(sessions)] if (found := sums(sessions[:many])) is not None]
    if not told:
        return
    could = [
        tables
        for tables in product(*map(thinkable, sessions))
        if all(
            fits(sum(column), line)
            for many, found in told
            for column, line in zip(zip(*tables[:many], strict=True), found, strict=True)
        )
    ]
    assert could
    for at, session in enumerate(sessions):
        for place, (label, n) in enumerate(session.items()):
            if 0 < n < 5 and len({tables[at][place] for tables in could}) == 1:
                yield at, label, n


def test_counts_that_hide_nothing_are_added_up():
    assert shown({"yes": 6, "no": 20}, {"yes": 9, "no": 11}) == {"yes": 15, "no": 31}


@pytest.mark.parametrize(
    ("sessions", "told"),
    [
        ([{"yes": 4, "no": 2}, {"yes": 4, "no": 12}], {"yes": NOT_SHOWN, "no": "about 15"}),
        ([{"yes": 2}, {"yes": 5, "no": 0}], None),
        ([{"yes": 2, "no": 6, "x": 5}, {"yes": 4, "no": 5, "x": 12, "y": 1}, {"yes": 6, "no": 5, "x": 10}], None),
        ([{"yes": 0, "x": 5}, {"yes": 0, "no": 2, "x": 2}], {"yes": 0, "x": "about 5", "no": FEWER}),
        ([{"yes": 6, "no": 3}], {"yes": NOT_SHOWN, "no": FEWER}),
        ([{"yes": 1, "no": 5}, {"yes": 0, "no": 3}], {"yes": FEWER, "no": NOT_SHOWN}),
        ([{"yes": 4, "no": 2}, {"yes": 4, "no": 3}], {"yes": NOT_SHOWN, "no": NOT_SHOWN}),
        ([{"yes": 5, "no": 1, "x": 2}, {"yes": 2, "no": 3}], {"yes": NOT_SHOWN, "no": FEWER, "x": FEWER}),
        ([{"yes": 3, "no": 10}, {"yes": 2, "no": 10}], {"yes": "about 5", "no": "about 20"}),
        ([{"yes": 6, "no": 20}, {"no": 11}], {"yes": 6, "no": 31}),
        ([], {}),
    ],
)
def test_as_little_is_hidden_as_keeps_what_each_paper_hides(sessions, told):
    assert shown(*sessions) == told


def test_one_session_alone_is_shown_as_its_own_paper_shows_it():
    assert shown({"yes": 10, "no": 5, "prefer not to say": 2}) == {
        "yes": 10,
        "no": NOT_SHOWN,
        "prefer not to say": FEWER,
    }


def test_a_sum_below_five_is_hidden_and_so_is_the_one_that_would_give_it_away():
    found = shown({"yes": 2, "no": 20, "not said": 9}, {"yes": 1, "no": 30, "not said": 8})
    assert found["yes"] == FEWER
    assert 17 not in found.values() or 50 not in found.values()


def test_a_sum_less_what_one_paper_shows_is_not_what_another_hides():
    """10 in one paper and "fewer than 5" in the other: 13 in all would say 3."""
    found = shown({"yes": 10, "no": 30, "not said": 9}, {"yes": 3, "no": 25, "not said": 9})
    assert found["yes"] != 13
    assert not list(given_away([{"yes": 10, "no": 12}, {"yes": 3, "no": 9}]))


@pytest.mark.parametrize("small", range(1, 5))
@pytest.mark.parametrize("beside", range(5, 16))
def test_no_number_beside_a_small_one_gives_it_away(small, beside):
    assert not list(given_away([{"yes": beside, "no": 8, "x": 7}, {"yes": small, "no": 6, "x": 5}]))


COUNT = st.integers(0, 9)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(COUNT, COUNT, COUNT), min_size=2, max_size=3))
def test_no_small_count_can_be_worked_out_from_the_sums_and_the_papers_together(tables):
    sessions = [dict(zip(("yes", "no", "not said"), counts, strict=True)) for counts in tables]
    assert not list(given_away(sessions))


def in_series(*sessions):
    found = safe_series(sessions)
    return None if found is None else {line.label: line.hidden_as or line.count for line in found}


@pytest.mark.parametrize(
    ("sessions", "told"),
    [
        ([{"yes": 6, "no": 20}, {"yes": 9, "no": 11}], {"yes": "15 to 19", "no": "30 to 34"}),
        ([{"yes": 6, "no": 20}, {"no": 11}], {"yes": "5 to 9", "no": "30 to 34"}),
        ([{"yes": 0, "no": 20}, {"yes": 0, "no": 11}], {"yes": 0, "no": "30 to 34"}),
        ([{"yes": 2, "no": 1000, "x": 12}, {"yes": 1, "no": 30, "x": 14}], {"yes": FEWER, "no": "1,030 to 1,034", "x": "25 to 29"}),
        ([{"yes": 2}, {"yes": 5}], None),
        ([{"yes": 1}, {"yes": 4, "no": 1}], None),
        ([], None),
    ],
)  # fmt: skip
def test_a_paper_that_is_made_again_after_each_session_has_its_sums_in_fives(sessions, told):
    assert in_series(*sessions) == told


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(COUNT, COUNT, COUNT), min_size=1, max_size=3))
def test_no_small_count_can_be_worked_out_from_all_papers_that_were_made_again(tables):
    sessions = [dict(zip(("yes", "no", "not said"), counts, strict=True)) for counts in tables]
    assert not list(given_away(sessions, safe_series, range(1, len(sessions) + 1)))


def test_sums_that_are_safe_each_by_itself_give_a_count_away_when_they_are_made_again():
    some = [{"yes": 6, "no": 3, "x": 6}, {"yes": 2, "no": 9, "x": 2}, {"yes": 5, "no": 3, "x": 9}]
    assert not list(given_away(some[:2]))
    assert not list(given_away(some))
    assert list(given_away(some, papers=(2, 3))) == [(1, "yes", 2), (1, "x", 2)]
    assert not list(given_away(some, safe_series, papers=(1, 2, 3)))
