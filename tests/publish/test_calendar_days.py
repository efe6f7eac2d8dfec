import dataclasses
from datetime import date

from coprod_desktop.domain.record import Telling, Update
from coprod_desktop.domain.words import EarlierStatus, SessionFormat, UpdateState
from coprod_desktop.publish.calendar_days import follow_up_days, the_day
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.snapshot import PublicBrand
from tests.domain.making import DAY, point, record

DUE = date(2026, 11, 6)
LATER = date(2026, 11, 20)


def snapshot(*points, as_of=DAY, earlier=(), **session):
    return open_gate(dataclasses.replace(record(*points, **session), earlier=earlier), (), as_of)


def days(*points, **about):
    return follow_up_days(snapshot(*points, **about))


def updated(state, on=date(2026, 11, 1)):
    return (Update(id="u", on=on, state=state, text=None),)


def test_a_promise_with_a_date_is_a_day_with_who_and_whom_to_ask():
    (event,) = days(point(1, "The bus is late"), contact="Siân, 01632 960 123")
    assert (event.day, event.end_day, event.start) == (DUE, None, None)
    assert event.summary == "By this day: We will see to it."
    assert event.description.split("\n") == [
        "You said: The bus is late.",
        "We said: We will see to it.",
        "Who: Head of home care.",
        "To ask about this: Siân, 01632 960 123.",
    ]
    assert event.remind_days == 7
    assert not event.cancelled


def test_what_we_do_not_know_yet_has_a_day_to_tell_by():
    (event,) = days(point(1, "The bus", answer="not_decided", text=None))
    assert event.summary == "By this day we tell you: The bus"


def test_answers_that_promise_nothing_have_no_day():
    assert days(point(1, "a", due=None), point(2, "b", answer="passed_on"), point(3, "c", answer="already")) == ()


def test_the_id_stays_while_the_words_and_the_day_change():
    before = days(point(1, "The bus"))[0]
    after = days(point(1, "The bus at ten", text="We will ring.", due=date(2027, 1, 1)))[0]
    assert before.uid == after.uid
    assert "p1" not in before.uid
    assert len({event.uid for event in days(point(1, "a"), point(2, "b"))}) == 2


def test_a_promise_that_is_kept_or_refused_no_longer_reminds():
    for state, lead in ((UpdateState.DONE, "Done: "), (UpdateState.CHANGED_TO_NO, "Changed to no: ")):
        (event,) = days(point(1, "a", updates=updated(state)), as_of=date(2026, 11, 2))
        assert (event.cancelled, event.remind_days) == (state is UpdateState.CHANGED_TO_NO, 0)
        assert event.summary.startswith(lead)
    (event,) = days(point(1, "a", answer="done"))
    assert (event.cancelled, event.remind_days, event.summary) == (False, 0, "Done: We will see to it.")
    (event,) = days(point(1, "a", answer="cannot", reason="The law."))
    assert (event.cancelled, event.summary) == (True, "Changed to no: We will see to it.")


def test_a_late_promise_stays_but_does_not_remind_of_a_day_that_is_past():
    (event,) = days(point(1, "a", updates=updated(UpdateState.LATE)), as_of=LATER)
    assert not event.cancelled
    assert event.remind_days == 0
    assert event.summary.startswith("By this day: ")
    assert "How it is going: Not done yet. It is 14 days late." in event.description
    assert days(point(1, "a"), as_of=DUE)[0].remind_days == 7


def test_a_no_is_looked_at_again_on_its_day_if_it_has_one():
    no = {"answer": "cannot", "due": None, "text": "There is no money."}
    (event,) = days(point(1, "A minibus", look_again="2027-03-01", **no))
    assert (event.day, event.summary) == (date(2027, 3, 1), "We look again at: A minibus")
    assert event.uid.endswith("-again")
    assert days(point(1, "A minibus", look_again="in the spring", **no)) == ()


def test_earlier_promises_are_there_while_they_are_open():
    open_one = Telling(id="x", text="Rails", due=DUE, status=EarlierStatus.ON_TRACK, order=1)
    done = Telling(id="y", text="Ramp", due=DUE, status=EarlierStatus.DONE, order=2)
    dateless = Telling(id="z", text="Tea", due=None, status=EarlierStatus.ON_TRACK, order=3)
    first, second = days(earlier=(open_one, done, dateless))
    assert (first.summary, first.cancelled, first.remind_days) == ("By this day: Rails", False, 7)
    assert (second.summary, second.cancelled, second.remind_days) == ("Done: Ramp", False, 0)
    assert "From an earlier paper." in first.description


def test_the_day_we_come_back_is_among_them_and_the_earliest_is_first():
    events = days(point(1, "a"), reply_by=date(2026, 10, 1), contact="Siân")
    assert [event.day for event in events] == [date(2026, 10, 1), DUE]
    assert events[0].summary == "By this day we come back to you: Listening space: home care"
    assert events[0].uid.endswith("-reply")


def test_a_long_promise_is_short_in_the_calendar_and_whole_in_its_description():
    text = "Every person with home care can choose a paper rota. " * 20
    (event,) = days(point(1, "a", text=text))
    assert len(event.summary) < 140
    assert event.summary.endswith(" …")
    assert text.strip() in event.description
    assert len(days(point(1, "a", text="x" * 5000))[0].summary) < 140


def test_the_session_itself_with_its_times_and_place():
    about = {"start": "10:30", "finish_by": "12:30", "place": "St Cuthbert’s Hall", "purpose": "home care"}
    (event,) = the_day(snapshot(**about, format=SessionFormat.IN_PERSON))
    assert (event.day, event.start, event.end, event.place) == (DAY, "10:30", "12:30", "St Cuthbert’s Hall")
    assert event.description == "Home care.\nHow to take part: In person."
    assert not event.remind_days
    (event,) = the_day(snapshot(end_date=date(2026, 9, 19)))
    assert (event.start, event.end_day) == (None, date(2026, 9, 19))


def test_a_time_that_is_none_makes_a_whole_day():
    (event,) = the_day(dataclasses.replace(snapshot(), start="half ten", end="12:30"))
    assert (event.start, event.end) == (None, None)


def test_without_a_contact_of_its_own_a_session_names_the_organisations():
    brand = PublicBrand(
        name="Marrowdale",
        contact_name="Siân",
        phone="01632 960 123",
        text_number=None,
        mail="a@example.org",
        post=None,
        colour=None,
        logo=None,
    )
    (event,) = follow_up_days(dataclasses.replace(snapshot(point(1, "a")), brand=brand))
    assert event.description.endswith("To ask about this: Siân, 01632 960 123, a@example.org.")
