"""Asking again: what is shown is what stands in the way, and a yes closes just that."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.permission import Circle, Purpose, Standing
from coprod_desktop.errors import UserError
from coprod_desktop.services import ask_again, capture, people, permissions, sessions
from coprod_desktop.services.ask_again import Reply
from coprod_desktop.services.capture import NewLine
from tests.told import answers_of

BEFORE = datetime.date(2026, 9, 12)


@pytest.fixture
def refused(desk):
    """A session, Winifred who said no to being quoted, and a line of hers."""
    session, _ = sessions.start_now(desk)
    who, _ = people.add(desk, session, "Winifred Ashplant", "carer")
    capture.add(desk, session, NewLine(text="The bus is late", speaker=who))
    no = permissions.Answer(allowed=False, circle=Circle.CAME, on=BEFORE)
    with desk.store.write() as tx:
        permissions.write(tx, "person", who, Purpose.QUOTE, no, session=session)
    (line,) = sessions.record(desk, session).entries
    return session, who, line


def stands(desk, session, line, circle=Circle.ANYONE):
    return sessions.record(desk, session).permissions.of_line(line.voices, Purpose.QUOTE, circle)


def reply(asked, circle=Circle.ANYONE, **more):
    over = tuple(r.id for r in asked.refusals)
    return Reply(**{"circle": circle, "on": datetime.date(2026, 9, 20), "over": over, **more})


def test_the_refusal_is_shown_and_a_yes_to_these_words_closes_it_for_them_alone(desk, refused):
    session, who, line = refused
    capture.add(desk, session, NewLine(text="Another thing", speaker=who))
    (asked,) = ask_again.to_ask(desk, session, [line.id])
    (shown,) = asked.refusals
    assert (asked.whose, shown.who, shown.on) == ("Winifred Ashplant", "Winifred Ashplant", BEFORE)
    ask_again.write_down(desk, session, {line.id: reply(asked, asked_by="Parveen")})
    assert stands(desk, session, line) is Standing.YES
    (row,) = answers_of(desk, line.id, Purpose.QUOTE)
    assert (row.on, row.asked_by, row.over) == (datetime.date(2026, 9, 20), "Parveen", (shown.id,))
    other = next(e for e in sessions.record(desk, session).entries if e.id != line.id)
    assert stands(desk, session, other) is Standing.NO


def test_a_yes_that_was_shown_no_refusal_closes_none(desk, refused):
    session, _, line = refused
    (asked,) = ask_again.to_ask(desk, session, [line.id])
    ask_again.write_down(desk, session, {line.id: reply(asked, over=())})
    assert stands(desk, session, line) is Standing.NO


def test_yes_for_who_came_goes_no_further(desk, refused):
    session, _, line = refused
    (asked,) = ask_again.to_ask(desk, session, [line.id])
    ask_again.write_down(desk, session, {line.id: reply(asked, Circle.CAME)})
    assert stands(desk, session, line, Circle.CAME) is Standing.YES
    assert stands(desk, session, line) is Standing.NO


def test_what_is_free_is_not_asked_about_nor_is_a_key_pressed_a_moment_ago(desk, refused):
    session, _, _ = refused
    capture.add(desk, session, NewLine(text="Nobody's words"))
    free = next(e for e in sessions.record(desk, session).entries if e.speaker is None)
    assert ask_again.to_ask(desk, session, [free.id]) == ()
    capture.change(desk, free.id, quote_ok=False)
    assert ask_again.to_ask(desk, session, [free.id]) == ()
    with desk.store.write() as tx:
        permissions.write(
            tx,
            "entry",
            free.id,
            Purpose.QUOTE,
            permissions.Answer(allowed=False, circle=Circle.CAME, on=BEFORE),
            session=session,
        )
    assert len(ask_again.to_ask(desk, session, [free.id])) == 1


def test_after_a_general_yes_the_refused_lines_are_asked_about(desk, refused):
    session, who, line = refused
    capture.change(desk, line.id, quote_ok=False)
    capture.add(desk, session, NewLine(text="Another thing", speaker=who))
    people.agree(desk, session, who, "quote", "2026-09-25")
    no = permissions.Answer(allowed=False, circle=Circle.CAME, on=BEFORE)
    with desk.store.write() as tx:
        permissions.write(tx, "entry", line.id, Purpose.QUOTE, no, session=session)
    assert [one.entry.id for one in ask_again.refused_lines(desk, session, who)] == [line.id]


def test_a_day_still_to_come_is_refused(desk, refused):
    session, _, line = refused
    (asked,) = ask_again.to_ask(desk, session, [line.id])
    with pytest.raises(UserError, match="still to come"):
        ask_again.write_down(desk, session, {line.id: reply(asked, on=desk.today() + datetime.timedelta(1))})
