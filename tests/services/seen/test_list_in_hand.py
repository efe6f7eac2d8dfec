"""What happens with each row of a list before it comes in. Nobody is joined unasked; what was said of a row stays said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.services.bring_in.people_alike import SAME_PERSON, Like
from coprod_desktop.services.bring_in.people_list.values import Differs, Listed, ListedRow, Refused
from coprod_desktop.services.seen.list_in_hand import ASK, LEAVE, NEW, ListInHand

ASHA = Like("asha", "Asha Menon", SAME_PERSON)
ROLE, COMING = Differs("role", "carer", "co-chair"), Differs("coming", "coming", "apologies")

PLAIN = Listed(number=2, name="Len Obi")
DOUBTFUL = Listed(number=3, name="T. B. C.", ticked=False, doubts=("Looks like no name yet.",))
ALIKE = Listed(number=4, name="Jo Bell", like=(Like("jo", "Jo Bell", "the same name"),))
EXACT = Listed(number=5, name="Asha Menon", like=(ASHA,), same="asha", differs=(ROLE, COMING))
TWICE = Listed(number=6, name="Len Obi", like=(Like(2, "Len Obi", "the same name"),))
ROWS = (PLAIN, DOUBTFUL, ALIKE, EXACT, TWICE)


def hand(*rows, refused=()):
    return ListInHand(ListedRow(rows=rows or ROWS, refused=refused))


def coming(found):
    return {chosen.row.number: chosen.same_as for chosen in found.chosen()}


def test_who_may_be_somebody_is_asked_about_and_who_looks_like_nobody_is_left_out():
    found = hand()
    assert [line.answer for line in found.lines] == [NEW, LEAVE, ASK, ASK, ASK]
    assert coming(found) == {2: None}
    assert found.first_open().id == "4"
    assert found.words() == "1 person comes in, 3 rows to choose, 1 row left out."


def test_one_answer_is_for_all_exact_matches_and_for_nobody_else():
    found = hand()
    assert (
        found.exact_words()
    ) == "1 row has the name and contact of somebody who is here already; it says something else now."
    found.answer_exact(take=True)
    assert coming(found) == {2: None, 5: "asha"}
    assert found.get("4").asks
    (asha,) = [chosen for chosen in found.chosen() if chosen.row is EXACT]
    assert asha.take == (ROLE, COMING)


def test_of_several_exact_matches_one_that_differs_says_something_else():
    plain = replace(EXACT, number=8, differs=())
    assert hand(EXACT, plain).exact_words().endswith("already; 1 of them says something else now.")
    assert hand(EXACT, replace(EXACT, number=8)).exact_words().endswith("already; 2 of them say something else now.")


def test_what_differs_is_kept_or_taken_one_by_one_and_waits_until_all_of_it_is_said():
    found = hand(EXACT)
    found.answer("5", ASHA)
    assert found.first_open().id == "5"
    found.take("5", 0, False)
    assert found.first_open().id == "5"
    found.take("5", 1, True)
    assert found.first_open() is None
    assert found.chosen()[0].take == (COMING,)


def test_somebody_else_of_the_same_name_is_new_and_nothing_of_hers_is_changed():
    found = hand(EXACT)
    found.answer_exact(take=True)
    found.answer("5", NEW)
    assert coming(found) == {5: None}
    assert found.chosen()[0].take == ()


def test_two_rows_that_are_one_person_are_one_person_coming():
    found = hand(PLAIN, TWICE)
    found.answer("6", TWICE.like[0])
    assert found.many() == 1
    found.answer("6", NEW)
    assert found.many() == 2


def test_ticking_brings_in_and_leaves_out_but_answers_no_question():
    found = hand(refused=(Refused(9, "The name is a formula."),))
    assert found.tick("2").answer == LEAVE
    assert found.tick("2").answer == NEW
    assert found.tick("3").answer == NEW
    assert found.tick("4") is None
    assert found.tick("9") is None
    assert found.get("9").answer == LEAVE


def test_what_was_said_of_rows_stays_when_the_list_is_read_again():
    found = hand()
    found.answer("2", LEAVE)
    found.answer_exact(take=True)
    found.take("5", 0, False)
    again = ListInHand(ListedRow(rows=(PLAIN, replace(EXACT, differs=(ROLE,)), replace(ALIKE, role="carer"))), found)
    assert again.get("2").answer == LEAVE
    assert again.get("5").answer == ASHA
    assert again.get("5").takes == (False,)
    assert again.get("4").answer == ASK


def test_an_answer_that_is_none_any_more_is_asked_for_again():
    found = hand(ALIKE)
    found.answer("4", ALIKE.like[0])
    again = ListInHand(ListedRow(rows=(replace(ALIKE, like=(Like("other", "Jo Bell", "the same name"),)),)), found)
    assert again.get("4").answer == ASK


def test_what_was_said_outlives_a_reading_in_which_the_row_could_not_come_in():
    found = hand(PLAIN)
    found.answer("2", LEAVE)
    between = ListInHand(ListedRow(rows=(), refused=(Refused(2, "There is no name."),)), found)
    assert ListInHand(ListedRow(rows=(PLAIN,)), between).get("2").answer == LEAVE


ACTS = st.lists(
    st.tuples(st.sampled_from(("tick", "new", "leave", "like", "take", "exact")), st.sampled_from(ROWS), st.booleans()),
    max_size=12,
)


@given(ACTS)
def test_whatever_is_pressed_nobody_is_joined_unasked_and_nothing_open_comes_in(acts):
    found, joined = hand(), set()
    for act, row, yes in acts:
        match act:
            case "tick":
                found.tick(str(row.number))
            case "new" | "leave":
                found.answer(str(row.number), NEW if act == "new" else LEAVE)
            case "like" if row.like:
                found.answer(str(row.number), row.like[0])
                joined.add(row.number)
            case "take":
                found.take(str(row.number), 0, yes)
            case "exact":
                found.answer_exact(take=yes)
                joined |= {r.number for r in ROWS if r.same}
    assert {number for number, same in coming(found).items() if same is not None} <= joined
    if found.first_open() is None:
        for chosen in found.chosen():
            assert set(chosen.take) <= set(chosen.row.differs)
    assert found.many() <= len(found.chosen())


@pytest.mark.parametrize(("number", "words"), [(1, "1 row has"), (3, "3 rows have")])
def test_how_many_are_here_already_is_said(number, words):
    rows = [replace(EXACT, number=n, differs=()) for n in range(2, 2 + number)]
    assert hand(*rows).exact_words().startswith(words)
    assert hand(PLAIN).exact_words() == ""
