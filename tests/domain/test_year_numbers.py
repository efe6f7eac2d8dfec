"""Numbers of a report: where they come from, which are hidden, which have changed since; and the days it covers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.report_span import Span, back, looking_back, the_right_way_round, year_span
from coprod_desktop.domain.year_numbers import as_lines, changed_since, from_lines, numbers, paid_words, with_numbers
from coprod_desktop.domain.year_record import GroupTold, Money, Number, PaperTold, SessionHeld, YearCounts, YearFacts
from coprod_desktop.errors import UserError

COUNTS = st.builds(
    YearCounts,
    sessions=st.integers(0, 3_000),
    cancelled=st.integers(0, 9),
    times_came=st.integers(0, 90_000),
    people=st.none() | st.integers(1, 900),
    first_time=st.integers(0, 1),
    said=st.integers(0, 9_000),
    stands=st.dictionaries(st.sampled_from(Standing), st.integers(0, 2_000)),
    noes=st.integers(0, 90),
    money=st.builds(Money, paid=st.integers(0, 10**9), people=st.integers(0, 90)),
)


def test_all_that_is_counted_is_told_in_its_order():
    stands = {standing: n for n, standing in enumerate(Standing, start=1)}
    counts = YearCounts(
        sessions=1_012, cancelled=2, times_came=41, people=23, first_time=9, said=1_204, noes=6, access_problems=7,
        stands=stands, money=Money(paid=1_250, people=5),
    )  # fmt: skip
    assert [(one.label, one.shown) for one in numbers(counts)] == [
        ("Sessions held", "1,012"),
        ("Sessions cancelled", "2"),
        ("People who came, each time counted", "40 to 44"),
        ("Different people on the lists who came", "20 to 24"),
        ("Of them, for the first time", "5 to 9"),
        ("Of them, had come before", "the others"),
        ("Things people said", "1,204"),
        ("Promises made", f"{sum(stands.values())}"),
        ("Kept on time", f"{stands[Standing.KEPT]}"),
        ("Kept late", f"{stands[Standing.KEPT_LATE]}"),
        ("Late or not done", f"{stands[Standing.OVERDUE]}"),
        ("Changed to no", f"{stands[Standing.CHANGED_TO_NO]}"),
        ("Not due yet", f"{stands[Standing.NOT_DUE]}"),
        ("Answered no from the beginning", "6"),
        ("Problems with taking part", "7"),
        ("Paid to people who took part", "£12.50"),
    ]
    nothing = {one.label: one.shown for one in numbers(YearCounts())}
    assert set(nothing.values()) == {"0"}
    assert len(nothing) == 10
    assert "Sessions cancelled" not in nothing


@given(COUNTS)
def test_what_is_written_as_lines_is_read_again_as_it_was(counts):
    found = numbers(counts)
    assert from_lines(as_lines(found)) == {one.label: one.shown for one in found}
    assert changed_since(as_lines(found), found) == ()


@given(COUNTS, COUNTS)
def test_lines_brought_up_to_date_say_what_holds_today_and_keep_every_other_word(before, after):
    text = f"Counted together: by two members.\n{as_lines(numbers(before))}\nIn our own words."
    now = numbers(after)
    new = with_numbers(text, now)
    assert changed_since(new, now) == ()
    assert new.splitlines()[0] == "Counted together: by two members."
    assert new.splitlines()[-1] == "In our own words."
    assert len(new.splitlines()) == len(text.splitlines())


def test_bullets_and_words_beside_a_number_do_not_hide_that_it_changed():
    now = numbers(YearCounts(sessions=13))
    assert changed_since("- Sessions held: 12. From the sessions.\nNo number: here", now) == (
        "Sessions held: 12 then, 13 now",
    )


def test_a_line_somebody_moved_or_spaced_is_read_all_the_same():
    held = Number(label="Sessions held", shown="12", source="the sessions")
    other = Number(label="Promises made", shown="3", source="the promises")
    assert as_lines([held, other]) == "Sessions held: 12. From the sessions.\nPromises made: 3. From the promises."
    spaced = "  - Sessions held :  12 . From the sessions.  "
    assert from_lines(spaced) == {"Sessions held": "12"}
    assert with_numbers(spaced, [held]) == spaced
    assert with_numbers(spaced, [Number(label="Sessions held", shown="13", source="the sessions")]) == (
        "Sessions held: 13. From the sessions."
    )


def between(shown: str) -> tuple[int, int]:
    """Between which numbers a reader knows a count to be."""
    low, _, high = shown.replace(",", "").partition(" to ")
    return (0, 4) if shown == "fewer than 5" else (int(low), int(high or low))


@given(st.integers(1, 60), st.integers(0, 60), st.integers(0, 40), st.integers(0, 12), st.integers(0, 12))
def test_no_report_taken_from_another_tells_of_one_to_four_people(first, again, more, new, old):
    """Two reports over neighbouring or overlapping days, one of them with what came in between (practice D9)."""
    one = YearCounts(people=first + again, first_time=first, times_came=first + again + more)
    other = YearCounts(
        people=first + again + new + old, first_time=first + new, times_came=first + again + more + new + old
    )
    for a, b in zip(numbers(one), numbers(other), strict=True):
        if a.source.startswith("the lists of who came") and a.label != "Of them, had come before":  # "the others"
            (a_low, a_high), (b_low, b_high) = between(a.shown), between(b.shown)
            least, most = max(0, b_low - a_high), b_high - a_low
            assert least == 0 or most >= 5, (a, b)
            assert (least, most) != (new, new)


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-27", date(2026, 4, 1), date(2027, 3, 31)),
        (" 2026/2027 ", date(2026, 4, 1), date(2027, 3, 31)),
        ("1999–00", date(1999, 4, 1), date(2000, 3, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
    ],
)
def test_a_year_is_a_calendars_or_a_councils(words, since, until):
    assert year_span(words) == Span(since, until)


@pytest.mark.parametrize("words", ["", "26", "2026-28", "0000", "year", "2026-27-28", "9999-00", "２０２６"])
def test_what_is_no_year_is_a_sentence(words):
    with pytest.raises(UserError, match="is not a year"):
        year_span(words)


def test_months_back_end_on_a_day_there_is():
    assert back(date(2026, 8, 31), 6) == date(2026, 2, 28)
    assert back(date(1, 3, 5), 6).year == 1, "there is no day before the first year"
    assert looking_back(6, date(2026, 5, 9)) == Span(date(2025, 11, 10), date(2026, 5, 9))
    assert looking_back(0, date(2026, 5, 9)) == Span(None, date(2026, 5, 9))
    with pytest.raises(UserError, match="first day comes after"):
        the_right_way_round(Span(date(2026, 2, 1), date(2026, 1, 1)))


def test_a_span_that_is_the_right_way_round_stays_as_it_is():
    for span in (
        Span(),
        Span(date(2026, 5, 3), None),
        Span(None, date(2026, 5, 3)),
        Span(date(2026, 5, 3), date(2026, 5, 3)),
    ):
        assert the_right_way_round(span) == span


@pytest.mark.parametrize(
    ("money", "told"),
    [
        (Money(), ""),
        (Money(paid=0, people=9), ""),
        (Money(paid=125_005, people=5), "£1,250.05"),
        (Money(paid=125_005, people=4), "not shown (fewer than 5 people)"),
        (
            Money(paid=125_005, people=9, tells_others=True),
            "not shown (with other reports it would tell what fewer than 5 people got)",
        ),
    ],
)
def test_what_was_paid_in_all_is_told_unless_it_would_tell_of_one_person(money, told):
    assert paid_words(money).replace("Not shown", "not shown") == told


def test_promises_are_counted_by_how_they_stand():
    counts = YearCounts(stands={standing: n for n, standing in enumerate(Standing, start=1)})
    n = {standing: counts.stands[standing] for standing in Standing}
    assert counts.promises == sum(n.values())
    assert counts.kept == n[Standing.KEPT] + n[Standing.KEPT_LATE]
    assert counts.open == n[Standing.OVERDUE] + n[Standing.NOT_DUE]
    assert (YearCounts().promises, YearCounts().kept, YearCounts().open) == (0, 0, 0)


def test_what_nobody_counted_is_nought_and_nobody_said_is_not_so():
    group = GroupTold(id="g", name="Forum", kind="forum")
    assert (group.members, group.co_chairs, group.only_staff_chair) == (0, 0, False)
    assert Money() == Money(paid=0, owed=0, people=0, declined=0, tells_others=False)
    held = SessionHeld(id="s", date=date(2026, 5, 3), title="Forum", type="meeting")
    assert held.came_in_all == 0
    paper = PaperTold(id="p", kind="k", title="Terms", n=1, how="Agreed", on=date(2026, 5, 3), final=True)
    assert paper.signed == 0
    facts = YearFacts(span=Span(), as_of=date(2026, 5, 3), counts=YearCounts(), numbers=())
    assert (facts.sessions_more, facts.counts.not_counted, facts.counts.people) == (0, 0, None)
