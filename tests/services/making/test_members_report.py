"""What only the members of a group may read has a paper of its own; no other paper has a word of it."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.domain.report_span import Span
from coprod_desktop.errors import UserError
from coprod_desktop.services import groups, log, report_drafts, sessions
from coprod_desktop.services.making import reports
from tests.publish.telling_papers import told

KIND = "group-knows"
LINES = {
    Publicity.ANYONE: "Meetings begin at eleven from now on",
    Publicity.MEMBERS: "The lift contract runs out in spring",
    Publicity.PRIVATE: "The chair thinks of giving up",
}


@pytest.fixture
def group(desk):
    made, _ = groups.add(desk, "Bramley Vale Forum", "forum")
    other, _ = groups.add(desk, "Another group", "forum")
    sessions.new(desk, title="Meeting", date=desk.today() - datetime.timedelta(3), group_id=made)
    for of, extra in ((made, ""), (other, " there")):
        for publicity, words in LINES.items():
            log.add(desk, words + extra, group=of, kind="learning")
            line = next(one for one in log.lines(desk, group=of) if one.words == words + extra)
            log.change(desk, line.id, "publicity", publicity)
            log.confirm(desk, line.id)
    return made


def drawn(desk, kind, group):
    return told(reports.drawn(desk, kind, Span(), group)[0])


def test_what_members_may_read_is_in_their_own_paper_which_says_so_and_in_no_other(desk, group):
    theirs = drawn(desk, KIND, group)
    assert LINES[Publicity.ANYONE] in theirs
    assert LINES[Publicity.MEMBERS] in theirs
    assert LINES[Publicity.PRIVATE] not in theirs
    assert " there" not in theirs
    assert "For members of the group only" in theirs
    for kind in ("annual-report", "committee-report", "cqc-evidence", "self-assessment", "group-history"):
        assert LINES[Publicity.MEMBERS] not in drawn(desk, kind, group), kind


def test_it_is_of_one_group_and_never_becomes_a_paper_for_anyone(desk, group):
    with pytest.raises(UserError, match="for the members of one group"):
        reports.drawn(desk, KIND, Span())
    assert not report_drafts.can_begin(desk, KIND)
    with pytest.raises(UserError, match="not finished by hand"):
        report_drafts.begin(desk, KIND, of_group=group)
    assert KIND not in [kind.name for kind in desk.content.agreed.rows]
