import datetime

from coprod_desktop.domain.record import Need
from coprod_desktop.domain.words import Attending, Group, Phase
from coprod_desktop.services import people, prepare, sessions
from coprod_desktop.services.seen import readiness
from tests.desks import set_needs


def words(desk, session):
    return [thing.words for thing in readiness.of(desk, session).not_ready]


def in_days(desk, days):
    return desk.today() + datetime.timedelta(days=days)


def test_an_empty_session_says_in_one_line_what_is_not_there(desk):
    session, _ = sessions.new(desk, title="Steering group")
    assert words(desk, session)[0] == "No agenda, ground rules or access checklist yet"
    assert "Nobody is on the list yet" in words(desk, session)


def test_an_interpreter_nobody_arranges_is_counted_and_nobody_is_named(desk):
    session, _ = sessions.new(desk, title="Steering group")
    person, _ = people.add(desk, session, "Marged Tomos", "member")
    set_needs(desk, session, person, [Need(id="n1", need="BSL interpreter")])
    said = words(desk, session)
    assert "1 interpreter not booked yet" in said
    assert not any("Marged" in s for s in said)


def test_someone_who_sent_apologies_needs_nothing_arranged(desk):
    session, _ = sessions.new(desk, title="Steering group")
    person, _ = people.add(desk, session, "Marged Tomos", "member", attendance=Attending.APOLOGIES)
    set_needs(desk, session, person, [Need(id="n1", need="BSL interpreter")])
    assert not any("interpreter" in s for s in words(desk, session))


def test_what_is_past_its_date_comes_first_and_says_when_it_was_due(desk):
    session, _ = sessions.new(desk, title="Steering group")
    prepare.add_checklist_item(desk, session, Phase.BEFORE, "Book the room.")
    prepare.add_checklist_item(desk, session, Phase.BEFORE, "Send Easy Read papers.", by=in_days(desk, -1))
    found = readiness.of(desk, session).not_ready
    assert found[0].words == "Was due yesterday: Send Easy Read papers"
    assert found[0].late
    assert "1 more thing to do on the checklist before the day" in [f.words for f in found]


def test_a_checklist_line_about_a_person_loses_the_name(desk):
    session, _ = sessions.new(desk, title="Steering group")
    person, _ = people.add(desk, session, "Marged Tomos", "member")
    prepare.add_checklist_item(
        desk, session, Phase.BEFORE, "Marged Tomos: large print", for_person=person, by=in_days(desk, -2)
    )
    assert "Was due 2 days ago: Large print" in words(desk, session)


def test_a_line_that_is_done_is_not_said(desk):
    session, _ = sessions.new(desk, title="Steering group")
    line, _ = prepare.add_checklist_item(desk, session, Phase.BEFORE, "Book the room.", by=in_days(desk, -3))
    prepare.change(desk, "checklist_item", line, done=True)
    assert not any("checklist before" in s or "Book the room" in s for s in words(desk, session))


def test_an_agenda_with_no_break_and_past_the_finish_is_said(desk):
    session, _ = sessions.new(desk, title="Steering group", start="10:00", finish_by="11:00")
    prepare.use_agenda(desk, session, [(50, "What is working"), (40, "What is not")])
    said = words(desk, session)
    assert 'No break in the hour before the end of "What is not".' in said
    assert "It runs 30 minutes past the finish at 11:00." in said


def test_a_need_with_somebody_and_time_left_is_ready(desk):
    session, _ = sessions.new(desk, title="Steering group")
    person, _ = people.add(desk, session, "Marged Tomos", "member")
    need = Need(id="n1", need="large print", who_arranges="Sam", by=in_days(desk, 3))
    set_needs(desk, session, person, [need])
    assert not any("print" in s.casefold() for s in words(desk, session))
    people.change_need(desk, "n1", by=in_days(desk, -1))
    assert "Large print was due yesterday. Is it arranged?" in words(desk, session)


def test_who_is_coming_is_counted_else_who_is_on_the_list(desk):
    session, _ = sessions.new(desk, title="Steering group")
    assert readiness.of(desk, session).coming == ""
    people.add(desk, session, "Marged Tomos", "member")
    two, _ = people.add(desk, session, "Sam Roe", "member")
    assert readiness.of(desk, session).coming == "2 people on the list"
    people.change(desk, session, two, attendance=Attending.COMING)
    assert readiness.of(desk, session).coming == "1 person coming"
    people.add(desk, session, "Jo Bell", "member", attendance=Attending.HERE)
    assert readiness.of(desk, session).coming == "1 person here, 1 more coming"
    people.arrive(desk, session, two)
    assert readiness.of(desk, session).coming == "2 people here"


def test_the_sample_says_its_needs_in_one_line(desk, home_care):
    said = words(desk, home_care)
    assert sum("nobody is arranging" in s for s in said) == 1
    assert "No name and number to ring if someone may be at risk" in said


def booked_in(desk, days, *needs, **fields):
    session, _ = sessions.new(desk, title="Steering group", date=in_days(desk, days), **fields)
    person, _ = people.add(desk, session, "Marged Tomos", "member")
    set_needs(desk, session, person, [Need(id=f"{session} {n}", need=need) for n, need in enumerate(needs)])
    return session


def test_what_takes_long_to_book_says_until_when_and_what_is_nearly_too_late_says_so(desk):
    session = booked_in(desk, 60, "BSL interpreter")
    (said,) = (s for s in words(desk, session) if "interpreter" in s)
    assert said.startswith("1 interpreter not booked yet: book by ")
    assert said.endswith("it takes about 20 working days")

    (late,) = (
        t for t in readiness.of(desk, booked_in(desk, 3, "BSL interpreter")).not_ready if "interpreter" in t.words
    )
    assert late.late
    assert late.words == "1 interpreter not booked yet, and it takes about 20 working days: ring today"


def test_support_that_ends_before_the_session_is_said(desk):
    session = booked_in(desk, 30, "BSL interpreter until 12:00", start="10:30", end="12:30")
    assert "BSL interpreter until 12:00, and the session ends at 12:30: read back before that" in words(desk, session)
    in_time = booked_in(desk, 30, "BSL interpreter until 12:30", start="10:30", end="12:30")
    assert not any("read back" in s for s in words(desk, in_time))


def test_who_needs_nothing_has_nothing_arranged(desk):
    session = booked_in(desk, 30, "None needed", "does not need an interpreter")
    assert not any("need" in s or "interpreter" in s for s in words(desk, session))


def test_a_need_is_told_once_beside_its_line_on_the_checklist(desk):
    session, _ = sessions.new(desk, title="Forum", date=desk.today() + datetime.timedelta(days=90))
    who, _ = people.add(desk, session, "Ade", "member")
    need, _ = people.add_need(desk, session, who, "hearing loop")
    told = [thing.words for thing in readiness.of(desk, session).not_ready]
    assert [words for words in told if "Hearing loop" in words]
    assert not [words for words in told if "on the checklist" in words]
    assert any("access checklist yet" in words for words in told), "the line of a need is no checklist"
    people.change_need(desk, need, who_arranges="Dav")
    told = [thing.words for thing in readiness.of(desk, session).not_ready]
    assert "1 thing to do on the checklist before the day" in told


def test_a_drop_in_needs_no_list_and_no_signing_in(desk):
    """Features: "'Talking Shops' which are drop-in sessions": quick capture, no sign-in needed; heads are counted by role."""
    made, _ = sessions.new(desk, title="Talking shop", type=readiness.DROP_IN)
    assert not any("on the list" in one.words for one in readiness.of(desk, made).not_ready)
    sessions.count(desk, made, Group.CARERS, 1)
    assert readiness.of(desk, made).coming == "1 person here"
    other, _ = sessions.new(desk, title="Forum", type="forum")
    assert any("on the list" in one.words for one in readiness.of(desk, other).not_ready)
