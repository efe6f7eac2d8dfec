"""The self-assessment: every number has its source, no small number is shown or can be worked out, no score, one page."""

from __future__ import annotations

import datetime
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
        assert re.search(r": \d+\.", text)


def test_there_is_no_score():
    paper = accessible_information(counted(*whole()))
    said = " ".join(run.text for b in paper.document.blocks for run in getattr(b, "runs", ()))
    assert not re.search(r"%|per ?cent|out of ten|rating|grade|star|(?<!not a )\bscore\b(?!\.)", said, re.IGNORECASE)


def test_one_to_four_is_hidden_and_what_would_give_it_away():
    found = rows(tally(Step.IDENTIFY, 30, 10), tally(Step.RECORD, 3, 27))
    assert [row[2] for row in found] == ["40", "30", "10", "30", "fewer than 5", "not shown"]


def test_a_number_that_is_hidden_is_not_told_by_the_tally_that_takes_it_apart():
    met = tally(Step.MEET, 20, 2, 6)
    part = tally(Step.MEET, 1, 1, within=met.parts[1][0])
    late = tally(Step.REVIEW, 6, 2)
    of_six = tally(Step.REVIEW, 6, 0, within=late.parts[0][0])
    found = rows(tally(Step.IDENTIFY, 30, 10), met, part, late, of_six)
    shown = {row[1]: row[2] for row in found}
    assert shown["of these, meet part 1"] == "fewer than 5"
    assert [row[2] for row in found if row[0] == "Meet"][4:] == ["not shown"]
    assert [row[2] for row in found if row[0] == "Review"] == ["8", "not shown", "fewer than 5", "not shown"]


@given(st.lists(st.integers(0, 30), min_size=2, max_size=3))
def test_no_hidden_number_can_be_worked_out_from_the_others(parts):
    total = sum(parts)
    found = rows(tally(Step.IDENTIFY, 30, 10), tally(Step.RECORD, *parts))[3:]
    shown = [row[2] for row in found]
    assert not any(text.isdigit() and 0 < int(text) < 5 for text in shown)
    if not shown[0].isdigit():
        assert len(shown) == 1
        return
    hidden = [n for n, text in zip(parts, shown[1:], strict=True) if not text.isdigit()]
    assert len(hidden) != 1, f"{parts} of {total}: one hidden number is the rest"


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
    assert "too small to show" in meet.sentences[1].text
