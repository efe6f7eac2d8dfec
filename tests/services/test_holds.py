"""While a hold stands, what is struck goes out of sight at once and is removed when the hold ends."""

import datetime
import os

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, holds, people, sessions, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.holds import Scope
from coprod_desktop.services.seen import strike
from coprod_desktop.store import store
from tests.desks import every_value

WORDS = "Quagmire was said in confidence"


@pytest.fixture
def session(desk):
    return sessions.start_now(desk)[0]


@pytest.fixture
def line(desk, session):
    return capture.add(desk, session, NewLine(text=WORDS)).added[0].id


def is_kept(desk) -> bool:
    return any("Quagmire" in value for _table, value in every_value(desk))


def test_a_struck_line_waits_under_a_hold_and_goes_with_it(desk, session, line):
    hold, _ = holds.place(desk, Scope.SESSION, session, "A complaint", "The complaints team")
    capture.strike(desk, line)
    assert capture.lines(desk, session) == []
    assert is_kept(desk)
    assert holds.waiting(desk) == 1

    holds.end(desk, hold)
    assert not is_kept(desk)
    assert holds.standing(desk) == []


def test_a_hold_on_something_else_keeps_nothing(desk, session, line):
    other = people.add(desk, session, "Zora Quillfeather", "carer")[0]
    holds.place(desk, Scope.PERSON, other, "A request", "Legal")
    capture.strike(desk, line)

    assert not is_kept(desk)


def test_what_waited_goes_when_the_workspace_is_opened_after_the_last_day(desk, folder, session, line):
    holds.place(desk, Scope.WORKSPACE, None, "A request", "Legal", desk.today() + datetime.timedelta(1))
    capture.strike(desk, line)
    workspace.close(desk)
    again = workspace.unlock(folder, None)
    assert is_kept(again)
    with again.store.write() as tx:  # the day comes
        tx.connection.exec_driver_sql("update hold set until = '2020-01-01'")
    workspace.close(again)

    opened = workspace.unlock(folder, None)
    try:
        assert not is_kept(opened)
    finally:
        workspace.close(opened)


@pytest.mark.parametrize(
    ("scope", "of", "why", "who", "days"),
    [
        (Scope.WORKSPACE, None, " ", "Legal", None),
        (Scope.WORKSPACE, None, "A request", "", None),
        (Scope.SESSION, None, "A request", "Legal", None),
        (Scope.WORKSPACE, None, "A request", "Legal", -1),
    ],
)
def test_a_hold_that_would_hold_nothing_is_not_placed(desk, scope, of, why, who, days):
    until = desk.today() + datetime.timedelta(days) if days else None
    with pytest.raises(UserError):
        holds.place(desk, scope, of, why, who, until)
    assert holds.standing(desk) == []


def test_a_standing_hold_says_what_it_keeps(desk, session):
    title = sessions.record(desk, session).session.title
    other = people.add(desk, session, "Zora Quillfeather", "carer")[0]
    for scope, of in ((Scope.WORKSPACE, None), (Scope.SESSION, session), (Scope.PERSON, other)):
        holds.place(desk, scope, of, "A request", "Legal")

    assert [hold.name for hold in holds.standing(desk)] == ["", title, "Zora Quillfeather"]


def test_before_a_strike_one_knows_which_copies_hold_the_line_and_until_when(desk, folder, session, line):
    database = folder / store.DATABASE
    made = database.with_name("workspace-before-schema-9.db")
    made.write_bytes(b"a copy")
    soon = desk.now() + datetime.timedelta(minutes=1)
    os.utime(made, (soon.timestamp(), soon.timestamp()))
    found = strike.before_strike(desk, session, line)
    (copy,) = found.copies
    assert (copy.made, copy.until) == (soon.date(), soon.date() + datetime.timedelta(30))
    assert found.holds == []

    os.utime(made, (soon.timestamp() - 3600, soon.timestamp() - 3600))  # before the line was said
    assert strike.copies_with(desk, line) == []


def test_before_a_strike_one_knows_which_holds_keep_the_line(desk, session, line):
    holds.place(desk, Scope.SESSION, session, "A complaint", "The complaints team")
    assert [hold.who for hold in strike.before_strike(desk, session, line).holds] == ["The complaints team"]


def test_nothing_is_known_of_a_line_that_went_meanwhile(desk, session, line):
    capture.strike(desk, line)
    assert not strike.before_strike(desk, session, line).copies
