"""What only the members of a group may read has a paper of its own; no other paper has a word of it."""

from __future__ import annotations

import datetime

import docx
import pytest

from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.domain.report_span import Span
from coprod_desktop.errors import UserError
from coprod_desktop.publish.for_whom import MEMBERS
from coprod_desktop.services import bin, groups, log, report_drafts, sessions
from coprod_desktop.services.making import reports
from tests.publish.telling_papers import told
from tests.publish.test_for_whom import text_of

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
    assert MEMBERS.words in theirs
    for kind in ("annual-report", "committee-report", "cqc-evidence", "self-assessment", "group-history"):
        assert LINES[Publicity.MEMBERS] not in drawn(desk, kind, group), kind


def other_groups_session(desk):
    """A line for the members of one group, in a session that is another group's now. Returns both groups and the line."""
    theirs, _ = groups.add(desk, "Their group", "forum")
    now, _ = groups.add(desk, "The group it is of now", "forum")
    session, _ = sessions.new(desk, title="Meeting", date=desk.today() - datetime.timedelta(3), group_id=theirs)
    line, _ = log.add(desk, LINES[Publicity.MEMBERS], session=session, kind="learning")
    log.change(desk, line, "publicity", Publicity.MEMBERS)
    sessions.change(desk, session, group_id=now)
    return theirs, now, session


def test_a_line_for_the_members_of_one_group_is_not_read_by_those_of_another_its_session_went_to(desk):
    theirs, now, session = other_groups_session(desk)
    assert LINES[Publicity.MEMBERS] in drawn(desk, KIND, theirs)
    assert LINES[Publicity.MEMBERS] not in drawn(desk, KIND, now)
    groups.remove(desk, theirs)
    bin.empty(desk, [("work_group", theirs)])
    assert [one.words for one in log.lines(desk, session=session)] == [LINES[Publicity.MEMBERS]]
    assert LINES[Publicity.MEMBERS] not in drawn(desk, KIND, now)


def test_a_line_of_a_session_that_was_no_groups_before_is_read_by_the_group_it_went_to(desk):
    session, _ = sessions.new(desk, title="Meeting", date=desk.today() - datetime.timedelta(3))
    line, _ = log.add(desk, LINES[Publicity.MEMBERS], session=session, kind="learning")
    log.change(desk, line, "publicity", Publicity.MEMBERS)
    now, _ = groups.add(desk, "The group it is of now", "forum")
    sessions.change(desk, session, group_id=now)
    assert LINES[Publicity.MEMBERS] in drawn(desk, KIND, now)


def test_a_group_in_the_bin_and_a_line_turned_private_are_in_no_paper(desk, group):
    line = next(one for one in log.lines(desk, group=group) if one.publicity is Publicity.MEMBERS)
    log.change(desk, line.id, "publicity", Publicity.PRIVATE)
    assert LINES[Publicity.MEMBERS] not in drawn(desk, KIND, group)
    groups.remove(desk, group)
    with pytest.raises(UserError, match="no group or project"):
        drawn(desk, KIND, group)


def test_whom_it_is_for_is_in_the_name_and_the_first_lines_of_every_file(desk, group, tmp_path):
    names = [one for one in desk.content.formats.papers if one != "ics"]  # there are no dates in it
    for of, span in ((group, {}), ("Another group", {"since": desk.today() - datetime.timedelta(30)})):
        made = reports.make(desk, KIND, names, tmp_path / of[:4], of_group=of, **span)
        assert len(made.paths) >= len(names)
        for path in made.paths:
            assert "for-members-only" in path.name
            assert MEMBERS.words.lower() in text_of(path).lower()[:1500], path.name
    anyone = reports.make(desk, "annual-report", ["text", "csv"], tmp_path / "anyone", of_group=group)
    for path in anyone.paths:
        assert "members only" not in text_of(path)
        assert "members" not in path.name


def test_a_councils_template_does_not_say_whom_it_is_for_so_it_is_not_filled(desk, group, tmp_path):
    template = tmp_path / "council.docx"
    docx.Document().save(str(template))
    with pytest.raises(UserError, match="for members of the group only"):
        reports.make(desk, KIND, ["docx"], tmp_path / "out", of_group=group, template=template)
    assert not list((tmp_path / "out").glob("*"))


def test_in_easy_read_each_page_says_whom_it_is_for_and_each_sentence_is_short(desk, group):
    easy = reports.drawn(desk, KIND, Span(), group)[0].easy
    assert easy.running_head == MEMBERS.head
    first = next(s for part in easy.cover.parts for s in part.sentences)
    assert told(first).splitlines()[:2] == list(MEMBERS.sentences)
    assert max(len(words.split()) for words in MEMBERS.sentences) <= 15


def test_it_is_of_one_group_and_never_becomes_a_paper_for_anyone(desk, group):
    with pytest.raises(UserError, match="for the members of one group"):
        reports.drawn(desk, KIND, Span())
    assert not report_drafts.can_begin(desk, KIND)
    with pytest.raises(UserError, match="not finished by hand"):
        report_drafts.begin(desk, KIND, of_group=group)
    assert KIND not in [kind.name for kind in desk.content.agreed.rows]
