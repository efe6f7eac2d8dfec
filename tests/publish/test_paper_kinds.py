"""What holds for every kind of paper: one title, no level skipped, the code of the copy, and dates in plain words."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.record import AgendaItem, GroundRule
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.dates import clock
from coprod_desktop.publish.document import Answer, Document, Heading
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.own.letter import Addressee, letter
from coprod_desktop.publish.stories.log import engagement_log
from coprod_desktop.publish.stories.progress import progress_report
from coprod_desktop.services.bring_in.session_file import read
from tests.publish.telling_papers import told as said
from tests.publish.year_of import year_of

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = ("home-care-listening-space", "steering-group", "evaluation-session")
AS_OF = date(2026, 11, 22)


def snapshot(name):
    record = read((SAMPLES / f"{name}.json").read_bytes())
    item, rule = AgendaItem(id="a", title="Welcome", minutes=10), GroundRule(id="r", text="You can pass")
    return open_gate(dataclasses.replace(record, agenda=(item,), ground_rules=(rule,)), (), AS_OF)


def assert_well_made(document: Document):
    level = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            assert block.level <= level + 1, block.text
            level = block.level
        elif isinstance(block, Answer):
            assert level == 2
    assert sum(isinstance(b, Heading) and b.level == 1 for b in document.blocks) == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_a_session_is_well_made_and_has_its_code(name):
    public = snapshot(name)
    for kind in paper_kinds.NAMES:
        try:
            told = paper_kinds.paper(kind, public)
        except UserError:
            assert kind == "you-said-we-did", "only the update may have nothing to tell of a sample"
            continue
        assert told.kind == kind
        assert f"Copy code: {told.document.fingerprint}." in said(told.document)
        assert told.easy is None or told.easy.fingerprint == told.document.fingerprint
        assert_well_made(told.document)


def test_reports_and_letters_are_well_made():
    several = tuple(map(snapshot, NAMES))
    to = Addressee(salutation="Mrs Quist", came=True)

    assert_well_made(engagement_log(year_of(several)).document)
    assert_well_made(progress_report(several, AS_OF).document)
    for public in several:
        assert_well_made(letter(public, to, ("Ruby", "Len"), AS_OF).document)


def test_a_kind_nobody_knows_is_a_bug():
    with pytest.raises(ValueError, match="gossip"):
        paper_kinds.paper("gossip", snapshot(NAMES[0]))


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("00:00", "midnight"),
        ("00:05", "12:05am"),
        ("09:00", "9am"),
        ("11:59", "11:59am"),
        ("12:00", "midday"),
        ("12:30", "12:30pm"),
        ("23:05", "11:05pm"),
    ],
)
def test_times_are_said_as_people_say_them(time, said):
    assert clock(time) == said
