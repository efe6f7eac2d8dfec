"""Words of a group that a report tells: looked at first, settled once, and told as that was decided."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.domain.report_span import Span
from coprod_desktop.errors import UserError
from coprod_desktop.publish.stories.year.as_text import as_text
from coprod_desktop.services import groups, log, people, sessions
from coprod_desktop.services.making import papers, report_looking, reports
from coprod_desktop.services.seen.look_first import to_look

PHONE = "07700 900123"
WORDS = f"We learnt to ring {PHONE} about the loop"


@pytest.fixture
def group(desk):
    """A group with one session, and one line of its own that holds a phone number."""
    made, _ = groups.add(desk, "Standing group", "forum")
    sessions.new(desk, title="Standing", date=desk.today(), group_id=made)
    line(desk, made)
    return made


def line(desk, group, words=WORDS, **more):
    row, _ = log.add(desk, words, group=group, kind="learning", **more)
    log.change(desk, row, "publicity", Publicity.ANYONE)
    return row


def asked(desk, group, kind="annual-report"):
    return to_look(report_looking.findings(desk, kind, Span(), group))


def told(desk, group, kind="annual-report"):
    return as_text(reports.drawn(desk, kind, Span(), group)[0].document.blocks)


def test_until_it_is_settled_it_is_left_out_and_asked_about_in_its_sentence(desk, group):
    assert PHONE not in told(desk, group)
    (one,) = asked(desk, group)
    assert f"[{PHONE}]" in one.detail
    assert one.must


@pytest.mark.parametrize(("decision", "printed"), [(Decision.FINE, True), (Decision.LEAVE_OUT, False)])
def test_a_decision_is_kept_for_every_report_and_undone_in_one_step(desk, group, decision, printed):
    (one,) = asked(desk, group)
    report_looking.settle(desk, one.places, decision)
    for kind, of in (("annual-report", group), ("annual-report", None), ("group-history", group)):
        assert asked(desk, of, kind) == (), kind
    assert (PHONE in told(desk, group)) == printed
    desk.store.undo_last()
    assert len(asked(desk, group)) == 1
    assert PHONE not in told(desk, group)


def test_the_same_words_in_two_lines_are_one_question_in_any_report_that_tells_either(desk, group):
    line(desk, group)
    (one,) = asked(desk, group)
    assert len(one.places) == 2
    report_looking.settle(desk, one.places, Decision.FINE)
    for row in {found.subject for found in one.places}:
        log.take_away(desk, row)
        assert asked(desk, group) == ()
        desk.store.undo_last()


def test_changed_words_are_asked_about_again(desk, group):
    (one,) = asked(desk, group)
    report_looking.settle(desk, one.places, Decision.FINE)
    log.change(desk, one.finding.subject, "words", "Now ring 07700 900124 about the lift")
    assert "900124" in asked(desk, group)[0].detail


def test_what_was_settled_of_a_line_counts_on_the_paper_of_its_session(desk, group):
    session = sessions.every(desk)[0].id
    row, _ = log.add(desk, "Decided: ring 07700 900125 for the key", group=group, session=session, kind="decision")
    log.change(desk, row, "publicity", Publicity.ANYONE)
    (one,) = (found for found in asked(desk, group) if "900125" in found.detail)
    assert [found.words for found in papers.findings(desk, session) if found.is_open] == ["07700 900125"]
    report_looking.settle(desk, one.places, Decision.LEAVE_OUT)
    assert [found for found in papers.findings(desk, session) if found.is_open and found.blocks] == []


def test_a_report_for_members_without_a_group_and_one_of_sessions_only_ask_nothing(desk, group):
    members = next(one.name for one in reports.kinds(desk) if one.members)
    assert asked(desk, None, members) == ()
    assert asked(desk, group, "progress-report") == ()


def test_other_words_are_written_where_they_stand(desk, group):
    (one,) = asked(desk, group)
    with pytest.raises(UserError, match="where the words stand"):
        report_looking.settle(desk, one.places, Decision.OTHER_WORDS)
    assert asked(desk, group) == (one,)


def test_let_by_with_all_the_others_nobody_is_named_who_did_not_agree(desk, group):
    people.add(desk, sessions.every(desk)[0].id, "Winifred Tattersall", "carer")
    line(desk, group, "Winifred Tattersall showed us the way in")
    for one in asked(desk, group):
        report_looking.settle(desk, one.places, Decision.FINE, reviewed=True)
    assert asked(desk, group) == ()
    assert PHONE in told(desk, group)
    assert "Tattersall" not in told(desk, group)
