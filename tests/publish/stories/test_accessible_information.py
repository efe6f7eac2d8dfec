"""The self-assessment: every number has its source, none is given to the one or can be worked out, no score, one page."""

from __future__ import annotations

import datetime
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.accessible_information import Step, Tally
from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Facts
from coprod_desktop.publish.easy.telling import hint
from coprod_desktop.publish.stories.accessible_information import Counted, accessible_information

DAY = datetime.date(2026, 11, 26)


def tally(step: Step, *parts: int, of: str = "needs", within: str = "") -> Tally:
    names = tuple(
        (f"{step.value.lower()} part {n}{' of ' + within if within else ''}", many) for n, many in enumerate(parts)
    )
    return Tally(step, of, names, f"page {step.value}", within)


def counted(*tallies: Tally) -> Counted:
    return Counted(tallies, 3, DAY, DAY, DAY)


def rows(*tallies: Tally) -> list[tuple[str, ...]]:
    sheet = accessible_information(counted(*tallies)).sheet
    assert sheet is not None
    return [tuple(map(str, row)) for row in sheet.rows]


def whole() -> tuple[Tally, ...]:
    met = tally(Step.MEET, 20, 9, 11)
    return (
        tally(Step.IDENTIFY, 30, 5, 12), tally(Step.RECORD, 20, 8), tally(Step.FLAG, 40, 0), tally(Step.SHARE, 10, 18),
        met, tally(Step.MEET, 9, 0, within=met.parts[1][0]), tally(Step.REVIEW, 14, 14),
    )  # fmt: skip


def test_each_step_of_the_standard_stands_there_once_with_its_numbers_and_their_source():
    paper = accessible_information(counted(*whole()))
    (facts,) = [block for block in paper.document.blocks if isinstance(block, Facts)]
    assert [label for label, _words in facts.rows] == ["Identify", "Record", "Flag", "Share", "Meet", "Review"]
    for label, words in facts.rows:
        text = "".join(run.text for run in words.runs)
        assert f"From “page {label}”" in text
        assert re.search(r": \d+ to \d+\.", text)


def test_there_is_no_score():
    paper = accessible_information(counted(*whole()))
    said = " ".join(run.text for b in paper.document.blocks for run in getattr(b, "runs", ()))
    assert not re.search(r"%|per ?cent|out of ten|rating|grade|star|(?<!not a )\bscore\b(?!\.)", said, re.IGNORECASE)


def test_every_number_is_given_in_fives():
    found = rows(tally(Step.IDENTIFY, 30, 10), tally(Step.RECORD, 3, 1_027))
    assert [row[2] for row in found] == [
        "40 to 44",
        "30 to 34",
        "10 to 14",
        "1,030 to 1,034",
        "0 to 4",
        "1,025 to 1,029",
    ]


def test_it_says_why_the_numbers_are_in_fives():
    paper = accessible_information(counted(*whole()))
    assert "two of these papers, of different days, cannot be subtracted" in repr(paper.document.blocks)


COUNTS = st.lists(st.integers(0, 30), min_size=2, max_size=3)


@given(COUNTS, st.integers(0, 2))
def test_two_papers_of_different_days_do_not_say_by_how_much_a_count_grew(parts, which):
    """Whatever the two papers show, each count may have grown by more than one number."""
    which %= len(parts)
    grown = [n + (at == which) for at, n in enumerate(parts)]
    monday, tuesday = (
        [row[2] for row in rows(tally(Step.IDENTIFY, 30, 10), tally(Step.RECORD, *now))][3:] for now in (parts, grown)
    )
    for before, after in zip(monday, tuesday, strict=True):
        differences = {b - a for a in between(before) for b in between(after)}
        assert len(differences) > 1


@given(COUNTS)
def test_no_number_can_be_worked_out_from_the_others(parts):
    """A total and its parts together still leave three numbers that each of them may be."""
    shown = [between(row[2]) for row in rows(tally(Step.IDENTIFY, 30, 10), tally(Step.RECORD, *parts))[3:]]
    may_be = [all_of for all_of in itertools.product(*shown[1:]) if sum(all_of) in shown[0]]
    for at, right in enumerate(parts):
        found = {one[at] for one in may_be}
        assert right in found
        assert len(found) >= 3
    assert len({sum(one) for one in may_be}) >= 3


def between(shown: str) -> range:
    low, high = map(int, shown.split(" to "))
    return range(low, high + 1)


def test_nobody_on_any_list_is_said_and_nothing_made():
    with pytest.raises(UserError, match="Nobody is on the list"):
        accessible_information(counted(tally(Step.IDENTIFY, 0, 0)))


def test_its_easy_read_is_short_and_plain_and_shows_no_small_number():
    easy = accessible_information(counted(*whole()[:4], tally(Step.MEET, 2, 9, 30), whole()[-1])).easy
    assert easy is not None
    assert [topic.key for topic in easy.topics] == [step.value.casefold() for step in Step]
    for page in easy.pages:
        for sentence in page.sentences:
            assert not hint(sentence.text), sentence.text
    (meet,) = [topic for topic in easy.topics if topic.key == "meet"]
    assert meet.sentences[1].text == "Meet part 0: 0 to 4.\nOut of: 40 to 44."
