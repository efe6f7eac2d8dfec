"""The notice: read out, dated, again for who comes late; and it lets nobody be quoted."""

from __future__ import annotations

import time

import pytest

from coprod_desktop.domain.permission import Circle, Purpose, Standing
from coprod_desktop.domain.words import Attending, Group, NoticeTime
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, notices, people, sessions, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.program import content


@pytest.fixture
def session(desk):
    made, _ = sessions.start_now(desk)
    return made


def come(desk, session, name):
    made, _ = people.add(desk, session, name, "carer", attendance=Attending.COMING)
    people.arrive(desk, session, made)
    return made


def test_each_time_it_is_read_out_is_a_dated_row(desk, session):
    notices.give(desk, session, NoticeTime.START, 16)
    notices.give(desk, session, NoticeTime.CLOSE, None)
    first, last = notices.of(desk, session)
    assert (first.when, first.heard_by, first.on) == (NoticeTime.START, 16, desk.today())
    assert (last.when, last.heard_by) == (NoticeTime.CLOSE, None)
    assert len(first.at) == 5
    assert sessions.record(desk, session).notices == (first, last)
    workspace.undo(desk)
    assert notices.of(desk, session) == (first,)


def test_who_came_after_the_last_time_is_named_until_they_are_told(desk, session):
    come(desk, session, "Ana Bright")
    sessions.count(desk, session, Group.CARERS, 2)
    assert notices.seen(desk, session).came_after == ()  # nothing was read out yet
    assert notices.seen(desk, session).here == 3
    time.sleep(0.002)  # stamps are milliseconds
    notices.give(desk, session, NoticeTime.START, 3)
    assert notices.seen(desk, session).next_time is NoticeTime.CLOSE
    time.sleep(0.002)
    come(desk, session, "Jay Lowe")
    come(desk, session, "Mo Adeyemi")
    seen = notices.seen(desk, session)
    assert seen.came_after == ("Jay Lowe", "Mo Adeyemi")
    assert seen.next_time is NoticeTime.LATE
    time.sleep(0.002)
    notices.give(desk, session, NoticeTime.LATE, 2)
    assert notices.seen(desk, session).came_after == ()


def test_telling_is_not_asking(desk, session):
    who = come(desk, session, "Ana Bright")
    capture.add(desk, session, NewLine(text="The bus is late", speaker=who))
    notices.give(desk, session, NoticeTime.START, 1)
    record = sessions.record(desk, session)
    (line,) = record.entries
    assert record.permissions.of_line(line.voices, Purpose.QUOTE, Circle.ANYONE) is Standing.NOT_ASKED
    assert record.permissions.may_tell(line.voices, Circle.ANYONE)


def test_a_session_that_is_gone_is_told(desk, session):
    sessions.remove(desk, session)
    with pytest.raises(UserError):
        notices.give(desk, session, NoticeTime.START, 1)


def test_there_are_words_for_every_time_and_they_say_what_they_must():
    known = content.load()
    for when in NoticeTime:
        said = " ".join(known.notice(when)).lower()
        for needed in ("without your name", "quotation marks", "say no", "danger", "paper"):
            assert needed in said, (when, needed)
        assert all(len(words.split()) < 45 for words in known.notice(when))
