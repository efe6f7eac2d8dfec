import datetime

import pytest

from coprod_desktop.domain import dates
from coprod_desktop.domain.words import Phase
from coprod_desktop.errors import UserError
from coprod_desktop.services import live_hour, people, prepare, sessions, workspace
from coprod_desktop.services.program import content

CONTENT = content.load()


@pytest.fixture
def session(desk):
    made, _ = sessions.new(desk, title="Ready", start="10:30")
    return made


def agenda(desk, session):
    return [(a.title, a.minutes, a.started, a.finished) for a in sessions.record(desk, session).agenda]


def test_every_template_that_ships_can_be_used_and_fits_its_name(desk, session):
    for items in CONTENT.agendas().values():
        prepare.use_agenda(desk, session, items)
        assert [(m, t) for t, m, *_ in agenda(desk, session)] == [tuple(i) for i in items]


def test_a_template_in_place_of_another_comes_back_by_undo(desk, session):
    prepare.use_agenda(desk, session, [(10, "Arrive")])
    prepare.use_agenda(desk, session, [(5, "Hello")])
    workspace.undo(desk)

    assert [a[0] for a in agenda(desk, session)] == ["Arrive"]


def test_items_move_and_the_last_stays_last_when_moved_down(desk, session):
    prepare.use_agenda(desk, session, [(1, "a"), (1, "b"), (1, "c")])
    first = sessions.record(desk, session).agenda[0].id
    prepare.move(desk, session, "agenda_item", first, 1)
    assert [a[0] for a in agenda(desk, session)] == ["b", "a", "c"]
    prepare.move(desk, session, "agenda_item", first, 5)
    assert [a[0] for a in agenda(desk, session)] == ["b", "c", "a"]


def test_next_without_an_agenda_says_there_is_none(desk, session):
    with pytest.raises(UserError, match="no agenda yet"):
        live_hour.next_item(desk, session)


def test_next_finishes_what_is_in_hand_and_starts_what_follows(desk, session):
    prepare.use_agenda(desk, session, [(1, "a"), (1, "b")])
    live_hour.next_item(desk, session)
    live_hour.next_item(desk, session)
    (_, _, a_start, a_end), (_, _, b_start, b_end) = agenda(desk, session)
    assert a_start
    assert a_end
    assert b_start
    assert b_end is None
    live_hour.next_item(desk, session)
    with pytest.raises(UserError, match="nothing after"):
        live_hour.next_item(desk, session)


def test_the_checklist_is_made_once_and_grows_with_the_people(desk, home_care):
    prepare.make_checklist(desk, home_care)
    made = sessions.record(desk, home_care).checklist
    prepare.make_checklist(desk, home_care)

    assert sessions.record(desk, home_care).checklist == made
    assert any("hearing loop" in c.text for c in made)
    assert {c.phase for c in made} == {Phase.BEFORE}


def test_agreed_rules_keep_when_and_by_how_many(desk, session):
    prepare.use_rules(desk, session, CONTENT.ground_rules()[:3])
    prepare.agree_rules(desk, session, 9)
    record = sessions.record(desk, session)

    assert len(record.ground_rules) == 3
    assert record.session.rules_agreed["by_how_many"] == 9
    assert "T" in record.session.rules_agreed["at"]


def test_a_checklist_says_by_when_an_interpreter_has_to_be_booked(desk):
    day = desk.today() + datetime.timedelta(days=70)
    session, _ = sessions.new(desk, title="Forum", date=day)
    person, _ = people.add(desk, session, "Ade", "member")
    people.add_need(desk, session, person, "BSL interpreter")
    prepare.make_checklist(desk, session)
    by = {line.text: line.by for line in prepare.checklist(desk, session)}

    assert by["Ade: BSL interpreter"] == dates.working_days_before(day, 20)
    assert by["Registered interpreter; two for long sessions."] is None


def test_no_day_that_has_gone_by_is_set_and_what_is_late_is_for_today(desk):
    session, _ = sessions.new(desk, title="Forum", date=desk.today() + datetime.timedelta(days=2))
    person, _ = people.add(desk, session, "Ade", "member")
    people.add_need(desk, session, person, "BSL interpreter")
    prepare.make_checklist(desk, session)
    by = {line.text: line.by for line in prepare.checklist(desk, session)}
    assert by.pop("Ade: BSL interpreter") == desk.today()
    assert set(by.values()) == {None}
