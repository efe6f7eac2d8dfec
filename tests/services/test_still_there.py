"""Nothing is written into a session, a point or a line that was taken away."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.words import AnswerKind, Group, Outcome, Phase, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, capture, live_hour, prepare, promises, sessions, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import packs, papers

DAY = datetime.date(2026, 9, 17)


@pytest.fixture
def made(desk):
    """A session with one of each, by noun."""
    session, _ = sessions.start_now(desk)
    return {
        "session": session,
        "entry": capture.add(desk, session, NewLine(text="They come at 8")).added[0].id,
        "point": answers.add_point(desk, session, "Times")[0],
        "agenda_item": prepare.add_agenda_item(desk, session, "Welcome", 10)[0],
        "told": promised_before(desk),
    }


def promised_before(desk):
    """A promise of an earlier session, which is there still."""
    session, _ = sessions.new(desk, title="Before", date=DAY)
    return answers.add_point(desk, session, "Lists", answer=AnswerKind.WILL, text="A list of times")[0]


def everything(desk):
    with desk.store.read() as connection:
        tables = ("session", "entry", "point", "agenda_item", "checklist_item", "ground_rule", "promise_update", "sent")
        return {t: connection.exec_driver_sql(f"SELECT * FROM {t}").fetchall() for t in (*tables, "telling")}


INTO_A_SESSION = {
    "a line": lambda d, m: capture.add(d, m["session"], NewLine(text="After all that")),
    "a gap": lambda d, m: capture.gap(d, m["session"]),
    "a point": lambda d, m: answers.add_point(d, m["session"], "Times again"),
    "earlier promises": lambda d, m: promises.tell(d, m["session"], [m["told"]]),
    "an agenda": lambda d, m: prepare.use_agenda(d, m["session"], [(10, "Welcome")]),
    "an agenda item": lambda d, m: prepare.add_agenda_item(d, m["session"], "Break", 10),
    "a rule": lambda d, m: prepare.add_rule(d, m["session"], "One at a time"),
    "rules": lambda d, m: prepare.use_rules(d, m["session"], ["One at a time"]),
    "agreeing": lambda d, m: prepare.agree_rules(d, m["session"], 4),
    "a checklist line": lambda d, m: prepare.add_checklist_item(d, m["session"], Phase.BEFORE, "Ramp"),
    "a checklist": lambda d, m: prepare.make_checklist(d, m["session"]),
    "going on": lambda d, m: live_hour.next_item(d, m["session"]),
    "its title": lambda d, m: sessions.change(d, m["session"], title="Other"),
    "a head count": lambda d, m: sessions.count(d, m["session"], Group.STAFF, 1),
    "who got a paper": lambda d, m: papers.sent(d, m["session"], "paper", ["somebody"], "pdf", DAY),
    "who got a pack": lambda d, m: packs.note_sent(d, m["session"], "paper", {"somebody": ["pdf"]}, DAY),
}
INTO_A_ROW = {
    "entry": {
        "other words": lambda d, m: capture.change(d, m["entry"], text="Other"),
        "a theme": lambda d, m: capture.change_many(d, [m["entry"]], theme="Times"),
        "what became of it": lambda d, m: capture.settle_outcomes(d, [m["entry"]], Outcome.HEARD),
    },
    "point": {
        "an answer": lambda d, m: answers.change_point(d, m["point"], text="We will ring"),
        "a line": lambda d, m: answers.put_under(d, m["point"], [m["entry"]]),
        "a place": lambda d, m: answers.move_point(d, m["session"], m["point"], 1),
    },
    "agenda_item": {
        "a title": lambda d, m: prepare.change(d, "agenda_item", m["agenda_item"], title="Hello"),
        "a place": lambda d, m: prepare.move(d, m["session"], "agenda_item", m["agenda_item"], 1),
    },
}
ROWS = [(noun, what) for noun, verbs in INTO_A_ROW.items() for what in verbs]
REMOVE = {
    "entry": capture.remove,
    "point": answers.remove_point,
    "agenda_item": lambda d, row: prepare.remove(d, "agenda_item", row),
}


def refused(desk, verb, made):
    before = everything(desk)
    with pytest.raises(UserError, match="taken away"):
        verb(desk, made)
    assert everything(desk) == before


@pytest.mark.parametrize("what", INTO_A_SESSION)
def test_a_session_that_was_taken_away_takes_nothing_and_when_it_is_back_it_does(desk, made, what):
    sessions.remove(desk, made["session"])
    refused(desk, INTO_A_SESSION[what], made)
    workspace.undo(desk)
    INTO_A_SESSION[what](desk, made)


@pytest.mark.parametrize(("noun", "what"), ROWS)
def test_a_row_of_a_session_that_was_taken_away_is_not_changed(desk, made, noun, what):
    sessions.remove(desk, made["session"])
    refused(desk, INTO_A_ROW[noun][what], made)


@pytest.mark.parametrize(("noun", "what"), [row for row in ROWS if row[0] in REMOVE])
def test_a_row_that_was_taken_away_is_not_changed(desk, made, noun, what):
    REMOVE[noun](desk, made[noun])
    refused(desk, INTO_A_ROW[noun][what], made)
    workspace.undo(desk)
    INTO_A_ROW[noun][what](desk, made)


def test_the_session_that_was_undone_takes_nothing(desk):
    session, _ = sessions.start_now(desk)
    workspace.undo(desk)
    with pytest.raises(UserError, match="That session was taken away"):
        capture.add(desk, session, NewLine(text="After all that"))


def test_a_promise_that_was_taken_away_gets_no_update(desk, made):
    answers.remove_point(desk, made["point"])
    refused(desk, lambda d, m: promises.add_update(d, m["point"], DAY, UpdateState.DONE), made)
    workspace.undo(desk)
    promises.add_update(desk, made["point"], DAY, UpdateState.DONE)
