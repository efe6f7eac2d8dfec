"""What is past its time is listed by the organisation's own rules, and one act lets it go: no word of it is left."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import pytest

from coprod_desktop.domain.keep_rules import KINDS, Kind, cutoff
from coprod_desktop.domain.words import Attending, EntryKind
from coprod_desktop.errors import UserError
from coprod_desktop.services import backups, capture, holds, money, people, sessions
from coprod_desktop.services.backups import Why
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.holds import Scope
from coprod_desktop.services.money import NewAmount
from coprod_desktop.services.rights import finding, keeping
from coprod_desktop.store import past_keeping, person_rows
from tests.desks import every_value
from tests.services.rights.test_erasure import NAME, PARTS, file_of_it, plain_pages, values_with

HELD_ON = datetime.date(2026, 10, 6)


@pytest.fixture
def session(desk):
    return merge.import_file(desk, file_of_it()).session


def later(desk, months: int):
    """Return the desk as it is so many months after the session."""
    year, month = divmod(HELD_ON.month - 1 + months, 12)
    day = datetime.datetime(HELD_ON.year + year, month + 1, 20, 9, tzinfo=datetime.UTC)
    return replace(desk, now=lambda: day)


def kinds(due) -> list[str]:
    return [str(one.past.kind) for one in due]


def test_nothing_is_ever_due_before_somebody_set_a_time(desk, session):
    assert keeping.due(later(desk, 600)) == []
    assert keeping.rules(desk) == {}


def test_a_time_is_set_changed_and_taken_away(desk, session):
    keeping.set_rule(desk, Kind.PEOPLE, 24)
    keeping.set_rule(desk, Kind.PEOPLE, 12)
    rule = keeping.rules(desk)[Kind.PEOPLE]
    assert (rule.months, rule.from_what, rule.set_on) == (12, "the last session they were at", desk.today())
    keeping.set_rule(desk, Kind.PEOPLE, None)
    assert keeping.rules(desk) == {}
    keeping.set_rule(desk, Kind.PEOPLE, 6)
    assert keeping.rules(desk)[Kind.PEOPLE].months == 6
    with pytest.raises(UserError):
        keeping.set_rule(desk, Kind.PEOPLE, -1)


def test_the_list_is_right_as_the_clock_goes_on(desk, session):
    keeping.set_rule(desk, Kind.SIGN_IN, 1)
    keeping.set_rule(desk, Kind.RAW_NOTES, 3)
    keeping.set_rule(desk, Kind.SESSIONS, 24)
    assert kinds(keeping.due(later(desk, 0))) == []
    assert kinds(keeping.due(later(desk, 1))) == ["sign_in"]
    assert kinds(keeping.due(later(desk, 3))) == ["sign_in", "raw_notes"]
    assert kinds(keeping.due(later(desk, 24))) == ["sign_in", "raw_notes", "sessions"]


def test_sign_in_sheets_go_and_how_many_came_stays(desk, session):
    person = finding.find_person(desk, NAME)
    people.change(desk, session, person, attendance=Attending.HERE, seat="zzwindow")
    people.add_need(desk, session, person, "zzlamp in large print")
    keeping.set_rule(desk, Kind.SIGN_IN, 1)
    then = later(desk, 2)
    keeping.let_go(then, keeping.due(then))
    assert people.on_list(desk, session) == ()
    with desk.store.read() as connection:
        assert past_keeping.past(connection, Kind.SIGN_IN, then.today()) == []
    assert sum(sessions.record(desk, session).session.headcount.values()) == 1
    assert values_with(desk, "zzwindow") == []


def test_what_somebody_needs_outlives_the_list_and_is_there_when_they_come_again(desk, session):
    person = finding.find_person(desk, NAME)
    need, _ = people.add_need(desk, session, person, "zzlamp in large print")
    people.change_need(desk, need, who_arranges="zzdora", why_not="zzfuse")
    before = {one.need for one in people.on_list(desk, session)[0].needs}
    keeping.set_rule(desk, Kind.SIGN_IN, 1)
    then = later(desk, 2)
    keeping.let_go(then, keeping.due(then))
    assert values_with(desk, "zzdora", "zzfuse") == []
    with desk.store.read() as connection:
        assert not [one for one in person_rows.rows(connection, [person]) if one.values.get("session_id") == session]
    again, _ = sessions.new(desk, title="Later", date=datetime.date(2027, 1, 12))
    people.bring(desk, again, person, "member")
    assert {one.need for one in people.on_list(desk, again)[0].needs} == before
    people.remove_need(desk, people.on_list(desk, again)[0].needs[0].id)
    left = {one.need for one in people.on_list(desk, again)[0].needs}
    much_later = later(desk, 24)
    keeping.let_go(much_later, keeping.due(much_later))
    more, _ = sessions.new(desk, title="Later still", date=datetime.date(2029, 1, 12))
    people.bring(desk, more, person, "member")
    assert {one.need for one in people.on_list(desk, more)[0].needs} == left


def test_the_needs_of_somebody_on_a_newer_list_go_with_the_older_one(desk, session):
    person = finding.find_person(desk, NAME)
    again, _ = sessions.new(desk, title="Later", date=datetime.date(2026, 12, 12))
    people.bring(desk, again, person, "member")
    people.add_need(desk, session, person, "zzlamp in large print")
    for one in (one for one in people.on_list(desk, again)[0].needs if "zzlamp" in one.need):
        people.remove_need(desk, one.id)
    keeping.set_rule(desk, Kind.SIGN_IN, 1)
    then = later(desk, 2)
    keeping.let_go(then, [one for one in keeping.due(then) if one.past.id == session])
    with desk.store.read() as connection:
        theirs = [one.values["need"] for one in person_rows.rows(connection, [person]) if one.noun == "need"]
    assert len([words for words in theirs if "zzlamp" in words]) == 1  # the one in the Bin of the newer list


def test_notes_go_from_the_file_and_its_versions(desk, session):
    capture.add(desk, session, NewLine(text="zzmine to remember", kind=EntryKind.NOTE))
    keeping.set_rule(desk, Kind.NOTES, 1)
    keeping.set_rule(desk, Kind.RAW_NOTES, 1)
    then = later(desk, 2)
    keeping.let_go(then, keeping.due(then))
    assert values_with(desk, "zzmine", "1036 Vashti") == []
    plain = plain_pages(desk.store.folder, desk.store.raw_key())
    assert b"zzmine" not in plain
    assert b"1036 Vashti" not in plain
    assert len(capture.lines(desk, session)) == 3


def test_people_who_come_no_more_go_with_everything(desk, session):
    keeping.set_rule(desk, Kind.PEOPLE, 12)
    then = later(desk, 13)
    due = [one for one in keeping.due(then) if one.past.called == NAME]
    keeping.let_go(then, due)
    assert values_with(desk, *PARTS) == []
    assert [one.past.called for one in keeping.due(then)] == ["Bram Tolliver"]


class Stopped(Exception):
    """Somebody pressed Stop."""


@pytest.mark.parametrize("at", [0.0, 0.4, 0.6, 1.0])
def test_letting_several_people_go_can_be_stopped_and_then_nobody_is_gone(desk, session, at):
    keeping.set_rule(desk, Kind.PEOPLE, 12)
    keeping.set_rule(desk, Kind.NOTES, 1)
    then = later(desk, 13)
    before = sorted(every_value(desk))

    def stops(done: float) -> None:
        if done >= at:
            raise Stopped

    with pytest.raises(Stopped):
        keeping.let_go(then, keeping.due(then), stops)
    assert sorted(every_value(desk)) == before
    told: list[float] = []
    keeping.let_go(then, keeping.due(then), told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert keeping.due(then) == []


def test_the_log_names_nobody(desk, session):
    keeping.set_rule(desk, Kind.PEOPLE, 12)
    keeping.set_rule(desk, Kind.SIGN_IN, 1)
    then = later(desk, 13)
    keeping.let_go(then, keeping.due(then))
    told = [keeping.log_in_words(row) for row in keeping.log(desk)]
    assert len(told) == 2
    assert any("People who come no more, 2 records" in line for line in told)
    assert all(row.by_rule for row in keeping.log(desk))
    assert not any(part in line for part in (*PARTS, "Bram") for line in told)


def test_a_hold_keeps_it_and_it_says_so(desk, session):
    keeping.set_rule(desk, Kind.SIGN_IN, 1)
    holds.place(desk, Scope.SESSION, session, "A complaint", "The complaints team")
    then = later(desk, 2)
    (one,) = keeping.due(then)
    assert one.stays == "A hold keeps it."
    with pytest.raises(UserError):
        keeping.let_go(then, [one])
    assert len(people.on_list(desk, session)) == 2


@pytest.mark.parametrize("scope", [Scope.WORKSPACE, Scope.PERSON])
def test_a_hold_on_somebody_keeps_what_they_were_paid(desk, session, scope):
    person = finding.find_person(desk, NAME)
    money.pay_now(desk, person, NewAmount(kind="travel", pence=1250), session=session)
    keeping.set_rule(desk, Kind.CLAIMS, 72)
    holds.place(desk, scope, person if scope is Scope.PERSON else None, "A complaint", "The complaints team")
    (one,) = keeping.due(later(desk, 120))
    assert one.stays == "A hold keeps it."


def test_whoever_is_still_owed_money_is_not_let_go_by_a_rule(desk, session):
    person = finding.find_person(desk, NAME)
    money.add(desk, person, NewAmount(kind="travel", pence=440), session=session)
    keeping.set_rule(desk, Kind.PEOPLE, 12)
    stays = {one.past.called: one.stays for one in keeping.due(later(desk, 13))}
    assert stays == {NAME: "They are still owed money.", "Bram Tolliver": None}


def test_whoever_is_on_no_list_any_more_is_still_let_go_in_time(desk, session):
    keeping.set_rule(desk, Kind.SIGN_IN, 1)
    keeping.set_rule(desk, Kind.PEOPLE, 12)
    then = later(desk, 2)
    keeping.let_go(then, keeping.due(then))
    assert {one.past.called for one in keeping.due(later(desk, 20))} == {NAME, "Bram Tolliver"}


def test_backups_that_still_hold_it_are_named(desk, session):
    backups.make(desk, Why.ASKED)
    keeping.set_rule(desk, Kind.RAW_NOTES, 1)
    then = later(desk, 2)
    due = keeping.due(then)
    assert len(keeping.copies(then, due)) == 1


def test_what_is_paid_goes_by_the_day_it_was_paid(desk, session):
    data = {"person_id": None, "kind": "travel", "fee": 0, "pence": 1250, "state": "claimed", "on": "2026-10-06"}
    with desk.store.write() as tx:
        row = {
            "id": "01a00000-0000-7000-8000-000000000001",
            "key": "",
            "given": json.dumps([]),
            "unknown": "{}",
            "order": 0,
        }
        tx.insert("claim", row | data | {"paid_on": "2026-10-06", "paid_pence": 1250})
    keeping.set_rule(desk, Kind.CLAIMS, 72)
    assert keeping.due(later(desk, 71)) == []
    then = later(desk, 73)
    keeping.let_go(then, keeping.due(then))
    assert [value for table, value in values_with(desk, "1250") if table == "claim"] == []


def test_a_suggestion_says_where_it_is_from():
    assert all(bool(row.months) == bool(row.source) for row in KINDS)
    assert cutoff(datetime.date(2027, 3, 31), 1) == datetime.date(2027, 2, 28)
    assert cutoff(datetime.date(2028, 1, 15), 14) == datetime.date(2026, 11, 15)
