import datetime

import pytest

from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.people_record import PaidHow
from coprod_desktop.domain.permission_fields import quote_answer
from coprod_desktop.domain.words import ANONYMOUS, Attending, Group, NameInPublic
from coprod_desktop.errors import UserError
from coprod_desktop.services import money, people, sessions, workspace
from coprod_desktop.services.changed_mind import ALL, TakenBack, take_back
from coprod_desktop.services.money import NewAmount


@pytest.fixture
def session(desk):
    made, _ = sessions.new(desk, title="People")
    return made


def test_permission_to_quote_is_asked_once_at_arrival(desk, session):
    person, _ = people.add(desk, session, "Mo", "carer")
    people.arrive(desk, session, person, quote="anyone")
    here = people.on_list(desk, session)[0]
    assert (here.attendance, quote_answer(here)) == (Attending.HERE, "anyone")
    people.arrive(desk, session, person, quote="people who came")
    assert quote_answer(people.on_list(desk, session)[0]) == "people who came"
    people.arrive(desk, session, person, quote="no")
    assert quote_answer(people.on_list(desk, session)[0]) == "no"


def test_somebody_not_asked_has_not_said_yes(desk, session):
    person, _ = people.add(desk, session, "Mo", "carer")
    people.arrive(desk, session, person)

    assert quote_answer(people.on_list(desk, session)[0]) is None


def test_a_name_is_not_public_until_they_say_so(desk, session):
    people.add(desk, session, "Mo", "carer")

    assert people.on_list(desk, session)[0].name_in_public is NameInPublic.NONE


def test_the_same_person_can_be_on_two_lists_with_two_roles(desk, session):
    person, _ = people.add(desk, session, "Mo", "carer")
    other, _ = sessions.new(desk, title="Next")
    people.bring(desk, other, person, "co-chair")

    assert [p.role for p in people.on_list(desk, session)] == ["carer"]
    assert [p.role for p in people.on_list(desk, other)] == ["co-chair"]
    assert people.every(desk)[0].sessions == 2
    with pytest.raises(UserError, match="already"):
        people.bring(desk, other, person, "carer")


def test_needs_are_added_changed_and_taken_away(desk, session):
    person, _ = people.add(desk, session, "Win", "resident")
    loop, _ = people.add_need(desk, session, person, "hearing loop")
    seat, _ = people.add_need(desk, session, person, "a seat by the door")
    people.change_need(desk, loop, who_arranges="Bríd", met=True)
    people.remove_need(desk, seat)

    needs = people.on_list(desk, session)[0].needs
    assert [(n.need, n.who_arranges, n.met) for n in needs] == [("hearing loop", "Bríd", True)]


def test_changing_their_mind_about_everything_takes_back_name_words_and_contact(desk, home_care):
    person = next(p for p in people.on_list(desk, home_care) if p.name.startswith("Gareth"))
    take_back(desk, home_care, person.id, TakenBack(purposes=ALL, on=datetime.date(2026, 10, 1)))
    record = sessions.record(desk, home_care)
    now = next(p for p in record.people if p.id == person.id)

    assert (now.name_in_public, now.consent_withdrawn_on) == (NameInPublic.NONE, datetime.date(2026, 10, 1))
    said = PrintableLines(record)
    assert all(said.taken_back(e) for e in record.entries if e.speaker == person.id)
    assert not any(said.taken_back(e) for e in record.entries if e.speaker != person.id)
    assert now.contact is None
    assert len(record.points) == 7


def test_people_at_the_door_are_counted_and_never_below_nought(desk, session):
    sessions.count(desk, session, Group.CARERS, 1)
    sessions.count(desk, session, Group.CARERS, 1)
    sessions.count(desk, session, Group.STAFF, -1)

    assert sessions.one(desk, session).headcount == {"carers": 2}


def test_a_person_needs_a_name(desk, session):
    with pytest.raises(UserError, match="needs a name"):
        people.add(desk, session, "  ", "carer")


def test_needs_are_written_down_one_by_one_and_taken_away(desk, session):
    person, _ = people.add(desk, session, "Mo", "carer")
    people.add_need(desk, session, person, " hearing loop ", "communication support")
    need, _ = people.add_need(desk, session, person, "sit by the door")
    with pytest.raises(UserError):
        people.add_need(desk, session, person, "  ")
    assert [(n.need, n.ais) for n in people.on_list(desk, session)[0].needs] == [
        ("hearing loop", "communication support"),
        ("sit by the door", None),
    ]
    people.remove_need(desk, need)
    assert [n.need for n in people.on_list(desk, session)[0].needs] == ["hearing loop"]


def test_someone_brought_to_another_list_is_not_asked_again_what_they_need(desk, session):
    person, _ = people.add(desk, session, "Mo", "carer")
    need, _ = people.add_need(desk, session, person, "hearing loop", "communication support")
    people.change_need(desk, need, who_arranges="Sam", met=True)
    other, _ = sessions.new(desk, title="Other")
    people.bring(desk, other, person, "carer")
    (brought,) = people.on_list(desk, other)[0].needs
    assert (brought.need, brought.ais, brought.who_arranges, brought.met) == (
        "hearing loop",
        "communication support",
        None,
        None,
    )
    assert people.every(desk)[0].needs == 1


def test_someone_taken_off_a_list_can_be_put_back_on_it_and_changed(desk, session):
    person, _ = people.add(desk, session, "Mo", "carer")
    people.add_need(desk, session, person, "hearing loop")
    people.remove(desk, session, person)
    people.bring(desk, session, person, "carer")
    people.change(desk, session, person, role="co-chair")
    (mo,) = people.on_list(desk, session)
    assert (mo.role, [n.need for n in mo.needs]) == ("co-chair", ["hearing loop"])


def test_putting_someone_back_on_a_list_can_be_undone(desk, session):
    person, _ = people.add(desk, session, "Mo", "carer")
    people.remove(desk, session, person)
    people.bring(desk, session, person, "carer")
    workspace.undo(desk)
    assert people.on_list(desk, session) == ()


def test_each_permission_is_answered_by_itself(desk, session):
    person, _ = people.add(desk, session, "Mo", "carer", consents={"quotation": "yes"})
    assert quote_answer(people.on_list(desk, session)[0]) == "anyone"
    people.agree(desk, session, person, "photo", "no")
    people.agree(desk, session, person, "quote", None)
    now = people.on_list(desk, session)[0]
    assert now.consents == {"photo": "no"}
    assert quote_answer(now) is None


def test_a_need_that_was_typed_finds_its_group_when_its_words_leave_no_doubt(desk, home_care):
    person = people.on_list(desk, home_care)[0].id
    for words in ("Text message only", "large print 24", "A seat near the door"):
        people.add_need(desk, home_care, person, words)

    kept = next(p for p in people.on_list(desk, home_care) if p.id == person).needs
    assert {n.need: n.ais for n in kept} == {
        "Text message only": "contact method",
        "large print 24": "information format",
        "A seat near the door": None,
    }


def test_someone_known_twice_is_joined_and_parted_again(desk, home_care, session):
    line = next(e for e in sessions.record(desk, home_care).entries if e.quote_ok and e.speaker != ANONYMOUS)
    again, _ = people.add(desk, session, "The same person", "carer")
    people.agree(desk, session, again, "quote", "no")

    def quoted():
        return PrintableLines(sessions.record(desk, home_care)).allows_words(line)

    assert quoted()
    people.same_person(desk, line.speaker, again)
    assert not quoted()
    people.same_person(desk, again, line.speaker, parted=True)
    assert quoted()


@pytest.mark.parametrize("words", ["None needed", "no needs", "no hearing loop needed", "n/a"])
def test_to_need_nothing_is_no_need(desk, home_care, words):
    person = people.on_list(desk, home_care)[0]
    with pytest.raises(UserError, match="nothing is needed"):
        people.add_need(desk, home_care, person.id, words)
    assert people.on_list(desk, home_care)[0].needs == person.needs


def test_what_a_form_left_open_is_not_written_down(desk, home_care):
    person = people.on_list(desk, home_care)[0].id
    made, _ = people.add_need(desk, home_care, person, "Large print (size)")
    people.change_need(desk, made, need="braille (contracted / uncontracted)")
    kept = next(n for n in people.on_list(desk, home_care)[0].needs if n.id == made)
    assert (kept.need, kept.ais) == ("braille", "information format")


def test_who_was_taken_off_every_list_stays_among_the_people_while_they_are_owed_money(desk):
    session, _ = sessions.start_now(desk)
    person, _ = people.add(desk, session, "Ida Ackroyd", "carer")
    amount, _ = money.add(desk, person, NewAmount(kind="travel", pence=440), session=session)
    people.remove(desk, session, person)
    assert [one.name for one in people.every(desk)] == ["Ida Ackroyd"]
    money.pay(desk, [amount], PaidHow.CASH)
    assert people.every(desk) == []
