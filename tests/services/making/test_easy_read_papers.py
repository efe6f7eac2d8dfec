"""The Easy Read of an everyday session: short enough to be read, with nothing lost that people came for."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest

from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.document import Heading, Pictured
from coprod_desktop.publish.easy.chosen import EasyRead
from coprod_desktop.publish.easy.pages import easy_document
from coprod_desktop.publish.render.tagged.easy_read import MOST_PAGES
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from tests.desks import EVALUATION, HOME_CARE, STEERING
from tests.publish.render import looking

MADE_ON = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
NOT_LOST = (
    "Listening space: home care",
    "The meeting was on Thursday 17 September 2026.",
    "It was at St Cuthbert's Hall, Marrowdale.",
    "7 people came.",
    "Tell us who is coming and when",
    "3 people said this.",
    "Nobody checks call times.",
    "15 minute calls feel like a job",
    "The office never rings back.",
    "I asked for a woman to help me wash.",
    "Only pay for the minutes you get.",
    "Last time we heard nothing.",
    "Providers will ring back the same day.",
    "Priti Vaghela will do this.\nWe will do it by 18 December 2026.",
    "Medicine-only calls can still be 15 minutes.",
    "We cannot do all of it.\nWe do not have enough money.",
    "Changing every short call would cost about £410,000 a year.",
    "We will tell you by 27 November 2026.",
    "We cannot charge by the minute.",
    "The law or a contract does not let us.",
    "Our contract pays in blocks until March 2028.",
    "We will look at this again on 1 September 2027.",
    "Nobody has told us if we did it.",
    "We still owe you 5 answers.",
    "My carer is brilliant but is leaving",
    "People said one question about Information.",
    "Nobody has it yet.",
    "2 things made it hard for people to take part.",
    "The next date in this paper is",
    "Do you think an answer is wrong?",
    "Speak to the person who gave you this paper.",
    "Do you want your words or your name taken out?",
)
LEFT_OUT = (
    "by theme",
    "Who set the agenda",
    "Co-chair",
    "National Co-production Advisory Group",
    "kept",
    "%",
    "(",
    "[",
)
HEADINGS = (
    "1. You said",
    "We will",
    "We will do part of it",
    "No. We cannot",
    "We do not know yet",
    "Not answered yet",
)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The desk on a day before the last dates of the paper."""
    return dataclasses.replace(desk, now=lambda: MADE_ON)


@pytest.fixture
def blocks(desk: Desk, home_care: str):
    papers.review(desk, home_care)
    telling = paper_kinds.paper(paper_kinds.YOU_SAID_WE_WILL, papers.snapshot(desk, home_care)).easy
    return easy_document(telling, EasyRead()).blocks


@pytest.fixture
def told(blocks) -> list[str]:
    return ["".join(run.text for run in row.words.runs) for row in blocks if isinstance(row, Pictured)]


def test_nothing_is_lost_that_people_came_for(told, blocks):
    words = "\n\n".join(told)
    assert [one for one in NOT_LOST if one not in words] == []
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert [one for one in HEADINGS if one not in headings] == []


def test_what_others_need_is_left_out(told):
    words = "\n\n".join(told)
    assert [one for one in LEFT_OUT if one in words] == []
    assert sum("pay the same" in row for row in told) == 1, "the same words stand under two points"
    assert sum("A rota is" in row for row in told) == 1


@pytest.mark.parametrize(
    ("sample", "kind", "parts"),
    [
        (HOME_CARE, "you-said-we-will", 2),
        (HOME_CARE, "you-said-we-did", 1),
        (STEERING, "you-said-we-will", 2),
        (STEERING, "you-said-we-did", 2),
        (EVALUATION, "you-said-we-will", 1),
    ],
)
def test_a_paper_comes_in_parts_of_twelve_pages_and_its_print_is_large(desk, tmp_path, sample: Path, kind, parts):
    session = merge.import_file(desk, sample.read_bytes()).session
    papers.review(desk, session)
    made = papers.make(desk, session, ["easy-read"], tmp_path, kind=kind)
    assert len(made.paths) == parts
    assert all(("-part-" in path.name) is (parts > 1) for path in made.paths)
    assert any(f"in {parts} parts" in warning for warning in made.warnings) is (parts > 1)
    for path in made.paths:
        assert len(looking.texts(path)) <= MOST_PAGES
        assert min(looking.sizes(path)) >= 18
