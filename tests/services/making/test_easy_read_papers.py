"""The Easy Read of an everyday session: short enough to be read, with nothing lost that people came for."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest

from coprod_desktop.publish import easy, paper_kinds
from coprod_desktop.publish.document import Pictured
from coprod_desktop.publish.easy import EasyRead
from coprod_desktop.publish.render.tagged.easy_read import render_easy_read
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from tests.desks import EVALUATION, HOME_CARE, STEERING
from tests.publish.render import looking

MADE_ON = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
NOT_LOST = (
    "Listening space: home care",
    "Thursday 17 September 2026, St Cuthbert's Hall",
    "7 people came",
    "You said: Tell us who is coming and when",
    "3 people said this",
    "You said: Nobody checks call times",
    "You said: 15 minute calls feel like a job",
    "You said: The office never rings back",
    "Can you ring me if the rota changes?",
    "You said: I asked for a woman to help me wash",
    "You said: Only pay for the minutes you get",
    "You said: Last time we heard nothing",
    "We will. Providers will ring back the same day.",
    "Who: Priti Vaghela.\nBy when: 18 December 2026.",
    "We will do part of it.",
    "Medicine-only calls can still be 15 minutes.",
    "Why not all of it: Money. Changing every short call would cost about £410,000 a year.",
    "We do not know yet.",
    "When we will tell you: 27 November 2026",
    "No. We cannot. We cannot charge by the minute.",
    "Why: The law or a contract. Our contract pays in blocks until March 2028.",
    "When we look again: 1 September 2027",
    "nobody has said whether it is done",
    "5 things people said have no answer yet",
    "My carer is brilliant but is leaving",
    "A question about Information.",
    "Something said",
    "Nobody has it yet.",
    "2 things made it hard for someone to take part",
    "The next date in this paper is",
    "If you think an answer is wrong",
    "speak to whoever gave you this paper",
    "You can change your mind about your words or your name",
    "There is more in the other papers.",
)
LEFT_OUT = (
    "by theme",
    "Who set the agenda",
    "Co-chair",
    "National Co-production Advisory Group",
    "This is a draft.",
    "kept",
)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The desk on a day before the last dates of the paper."""
    return dataclasses.replace(desk, now=lambda: MADE_ON)


@pytest.fixture
def told(desk: Desk, home_care: str) -> list[str]:
    papers.review(desk, home_care)
    rows = easy.easy_document(papers.paper(desk, home_care), EasyRead()).blocks
    return ["".join(run.text for run in row.words.runs) for row in rows if isinstance(row, Pictured)]


def test_nothing_is_lost_that_people_came_for(told):
    words = "\n\n".join(told)
    assert [one for one in NOT_LOST if one not in words] == []


def test_what_others_need_is_left_out_and_said_once(told):
    words = "\n\n".join(told)
    assert [one for one in LEFT_OUT if one in words] == []
    assert sum("more in the other papers" in row for row in told) == 1
    assert sum("pay the same" in row for row in told) == 1, "the same words stand under two points"
    assert sum("A rota is" in row for row in told) == 1


@pytest.mark.parametrize(
    ("sample", "kind", "most"),
    [
        (HOME_CARE, "you-said-we-will", 16),
        (HOME_CARE, "you-said-we-did", 14),
        (STEERING, "you-said-we-will", 20),
        (STEERING, "you-said-we-did", 18),
        (EVALUATION, "you-said-we-will", 14),
    ],
)
def test_a_paper_is_short_and_its_print_large(desk, tmp_path, sample: Path, kind, most):
    session = merge.import_file(desk, sample.read_bytes()).session
    papers.review(desk, session)
    document = paper_kinds.paper(kind, papers.snapshot(desk, session)).document
    path = tmp_path / "easy.pdf"
    warnings = render_easy_read(document, path, made_on=MADE_ON, easy=EasyRead())
    pages = looking.texts(path)
    assert len(pages) <= most
    assert not any("That is long" in warning for warning in warnings)
    assert min(looking.sizes(path)) >= 18
