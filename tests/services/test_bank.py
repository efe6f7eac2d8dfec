import datetime

import pytest

from coprod_desktop.services import bank, drafts, people, sessions, workspace
from coprod_desktop.services.seen import search

DAY = datetime.date(2026, 3, 2)


@pytest.fixture
def person(desk):
    session, _ = sessions.start_now(desk)
    return people.add(desk, session, "Ida Ackroyd", "carer")[0]


def test_what_is_typed_with_commas_is_several_things(desk, person):
    bank.change(desk, person, "interests", "buses , easy read,  buses; gardening")
    assert bank.read(desk, person)["interests"] == "buses, easy read, gardening"


def test_each_field_is_kept_and_can_be_taken_out_again(desk, person):
    fields = {
        "training": "first aid, taking minutes", "trains": "how to chair", "terms": "two evenings a month",
        "review_on": DAY, "heard_by": "poster or leaflet", "reason_offered": "Dialysis on Mondays", "joined_on": DAY,
    }  # fmt: skip
    for field, value in fields.items():
        bank.change(desk, person, field, value)
    found = bank.read(desk, person)
    assert {field: found[field] for field in fields} == fields
    for field in fields:
        bank.change(desk, person, field, None)
    found = bank.read(desk, person)
    assert {found[field] or None for field in fields} == {None}


def test_ways_they_cannot_come_are_ticked_in_the_order_of_the_list(desk, person):
    bank.change(desk, person, "cannot_come.phone-in", True)
    bank.change(desk, person, "cannot_come.in person", True)
    bank.change(desk, person, "got_back.voucher", True)
    found = bank.read(desk, person)
    assert (found["cannot_come"], found["got_back"]) == (("in person", "phone-in"), ("voucher",))
    assert found["cannot_come.phone-in"]
    bank.change(desk, person, "cannot_come.phone-in", False)
    assert bank.read(desk, person)["cannot_come"] == ("in person",)


def test_the_first_field_can_be_undone_and_written_anew_without_what_was_undone(desk, person):
    bank.change(desk, person, "interests", "buses")
    workspace.undo(desk)
    assert bank.read(desk, person)["interests"] == ""
    bank.change(desk, person, "trains", "how to chair")
    found = bank.read(desk, person)
    assert (found["interests"], found["trains"]) == ("", "how to chair")


def test_a_field_left_empty_puts_nobody_in_the_bank(desk, person):
    assert not bank.change(desk, person, "interests", None).changed
    assert not bank.change(desk, person, "interests", "").added


def test_who_is_due_is_told_the_longest_first_and_nobody_before_the_day(desk, person):
    session, _ = sessions.start_now(desk)
    other, _ = people.add(desk, session, "Len Obi", "carer")
    later, _ = people.add(desk, session, "Win Tate", "carer")
    bank.change(desk, person, "review_on", DAY)
    bank.change(desk, other, "review_on", DAY - datetime.timedelta(days=30))
    bank.change(desk, later, "review_on", DAY + datetime.timedelta(days=1))
    assert [one.name for one in bank.due(desk, DAY)] == ["Len Obi", "Ida Ackroyd"]


def test_it_is_saved_where_its_draft_goes(desk, person):
    drafts.keep(desk, f"bank:{person}:trains", "how to", row=person)
    bank.change(desk, person, "trains", "how to chair")
    assert drafts.every(desk) == ()


def test_it_is_found_by_search(desk, person):
    bank.change(desk, person, "trains", "how to chair a meeting")
    assert search.search(desk, "chair meeting")


def test_who_is_on_no_list_has_the_role_of_the_bank_and_takes_it_along_to_a_list(desk):
    session, _ = sessions.start_now(desk)
    ida, _ = bank.add_person(desk, "Ida Ackroyd", " carer ")
    bank.change(desk, ida, "role", "care worker")
    (line,) = people.every(desk)
    assert line.role == "care worker"
    people.bring(desk, session, ida, line.role)
    people.change(desk, session, ida, role="provider")
    assert [one.role for one in people.every(desk)] == ["provider"]
    people.remove(desk, session, ida)
    assert [one.role for one in people.every(desk)] == ["care worker"]
