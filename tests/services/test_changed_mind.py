"""Changing one's mind: how far a no goes, and what is out already in any session."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.permission import Circle, Purpose, Standing
from coprod_desktop.errors import UserError
from coprod_desktop.services import (
    agreed,
    agreed_versions,
    bin,
    capture,
    changed_mind,
    members_check,
    people,
    sessions,
    workspace,
)
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.changed_mind import Scope, TakenBack
from coprod_desktop.services.making import papers

DAY = datetime.date(2026, 9, 20)


@pytest.fixture
def two(desk):
    """Two sessions in which Ana said things, and Ana."""
    first, _ = sessions.start_now(desk)
    second, _ = sessions.start_now(desk)
    ana, _ = people.add(desk, first, "Ana Bright", "carer")
    people.bring(desk, second, ana, "carer")
    for session, text in ((first, "The bus is late"), (first, "The hall is cold"), (second, "The lift is slow")):
        capture.add(desk, session, NewLine(text=text, speaker=ana, quote_ok=True))
    capture.add(desk, first, NewLine(text="Someone else's words", quote_ok=True))
    return first, second, ana


def quoted(desk, session):
    record = sessions.record(desk, session)
    may = record.permissions.of_line
    return {e.text for e in record.entries if may(e.voices, Purpose.QUOTE, Circle.ANYONE) is Standing.YES}


def taken(**more):
    return TakenBack(**{"purposes": (Purpose.QUOTE,), "on": DAY, **more})


def test_a_no_goes_as_far_as_was_said(desk, two):
    first, second, ana = two
    line = next(e.id for e in sessions.record(desk, first).entries if "bus" in e.text)
    changed_mind.take_back(desk, first, ana, taken(scope=Scope.LINES, lines=(line,)))
    assert quoted(desk, first) == {"The hall is cold", "Someone else's words"}
    changed_mind.take_back(desk, first, ana, taken(scope=Scope.SESSION))
    assert quoted(desk, first) == {"Someone else's words"}
    assert quoted(desk, second) == {"The lift is slow"}
    changed_mind.take_back(desk, first, ana, taken(scope=Scope.EVERYTHING))
    assert quoted(desk, second) == set()


def test_nobody_takes_back_what_another_said(desk, two):
    first, _, ana = two
    other = next(e.id for e in sessions.record(desk, first).entries if "else" in e.text)
    with pytest.raises(UserError, match="no lines of theirs"):
        changed_mind.take_back(desk, first, ana, taken(scope=Scope.LINES, lines=(other,)))
    assert "Someone else's words" in quoted(desk, first)


def test_undo_does_not_undo_a_no(desk, two):
    first, second, ana = two
    changed_mind.take_back(desk, first, ana, taken())
    workspace.undo(desk)
    assert quoted(desk, first) == {"Someone else's words"}
    assert quoted(desk, second) == set()


def test_what_is_out_is_found_in_every_session(desk, two, tmp_path):
    first, second, ana = two
    for session in (first, second):
        papers.make(desk, session, ("html",), tmp_path / session)
        paper = papers.made_before(desk, session)[0]
        members_check.skipped(desk, session, "you-said-we-will", "There was no time", DAY)
        papers.sent(desk, session, paper.id, [ana], "html", DAY)
    everything, here = taken(), taken(scope=Scope.SESSION)
    assert {h.session.id for h in changed_mind.out_already(desk, first, ana, everything).papers} == {first, second}
    (held,) = changed_mind.out_already(desk, first, ana, here).papers
    assert [(c.name, c.format, c.on) for c in held.copies] == [("Ana Bright", "html", DAY.isoformat())]
    photos = taken(purposes=(Purpose.PHOTO, Purpose.CONTACT))
    assert changed_mind.out_already(desk, first, ana, photos).papers == ()


@pytest.mark.parametrize("scope", [Scope.EVERYTHING, Scope.SESSION])
def test_a_paper_that_holds_a_line_that_is_in_the_bin_by_now_is_found(desk, two, tmp_path, scope):
    first, _, ana = two
    papers.make(desk, first, ("html",), tmp_path)
    for entry in sessions.record(desk, first).entries:
        if entry.speaker == ana:
            capture.remove(desk, entry.id)
    out = changed_mind.out_already(desk, first, ana, taken(scope=scope))
    assert [held.session.id for held in out.papers] == [first]
    changed_mind.take_back(desk, first, ana, taken(scope=scope))
    for thing in bin.things(desk):
        bin.put_back(desk, thing.noun, thing.row)
    assert quoted(desk, first) == {"Someone else's words"}


def test_a_paper_of_a_session_that_is_itself_in_the_bin_is_found(desk, two, tmp_path):
    first, second, ana = two
    papers.make(desk, first, ("html",), tmp_path)
    sessions.remove(desk, first)
    out = changed_mind.out_already(desk, second, ana, taken(scope=Scope.EVERYTHING))
    assert [held.session.id for held in out.papers] == [first]


def test_agreed_papers_with_their_name_or_their_words_are_told(desk, two):
    first, _second, ana = two
    charter, _ = agreed.begin(desk, "charter", title="Our charter")
    plan, _ = agreed.begin(desk, "co-production-plan", title="Our plan")
    other, _ = agreed.begin(desk, "definition", title="Our definition")
    agreed_versions.sign(desk, charter, "Ana Bright", person=ana, on=DAY)
    version = agreed.one(desk, plan).newest
    agreed.write(desk, version.id, version.parts[0][0], "We heard: the  Hall is COLD, each time.")
    agreed_versions.sign(desk, other, "Director of Adult Care", on=DAY)
    everything = taken(purposes=changed_mind.ALL)
    out = changed_mind.out_already(desk, first, ana, everything).agreed
    assert [(one.title, one.n, one.signed) for one in out] == [("Our charter", 1, True), ("Our plan", 1, False)]
    quotes = changed_mind.out_already(desk, first, ana, taken()).agreed
    assert [one.title for one in quotes] == ["Our plan"]
    assert changed_mind.out_already(desk, first, ana, taken(purposes=(Purpose.CONTACT,))).agreed == ()


def test_nothing_ticked_is_a_sentence(desk, two):
    with pytest.raises(UserError, match="Nothing is ticked"):
        changed_mind.take_back(desk, two[0], two[2], taken(purposes=()))
