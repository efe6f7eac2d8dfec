"""A no stays a no: over every history of answers on three laptops, and for each rule of the design by itself."""

from __future__ import annotations

import datetime
import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.permission import (
    ALIKE,
    NO,
    NOT_ASKED,
    NOT_SURE,
    YES,
    Basis,
    Circle,
    NamePart,
    Permission,
    Permissions,
    Purpose,
    Standing,
    Voices,
)
from coprod_desktop.domain.words import ANONYMOUS, NameInPublic

LINE, WHO, OTHER = "line", "who", "other"
PEOPLE = {WHO, OTHER}
VOICES = Voices(LINE, WHO, None)


def row(made, subject=LINE, value=YES, purpose=Purpose.QUOTE, circle=Circle.ANYONE, over=(), basis=Basis.ASKED):
    noun = "person" if subject in PEOPLE else "entry"
    return Permission(made, noun, subject, purpose, circle, value, basis, tuple(over))


def may_quote(*rows, circle=Circle.ANYONE, voices=VOICES):
    return Permissions(rows, PEOPLE).may_quote(voices, circle)


# ---- histories


@st.composite
def histories(draw):
    """Answers given on three laptops that meet now and then; each is given over what that laptop has seen, or not."""
    laptops = [{}, {}, {}]
    for n in range(draw(st.integers(1, 14))):
        here = laptops[draw(st.integers(0, 2))]
        act = draw(st.sampled_from(["say", "say", "say", "take back", "meet"]))
        if act == "meet":
            here.update(laptops[draw(st.integers(0, 2))])
            continue
        subject = draw(st.sampled_from([LINE, WHO, OTHER]))
        purpose = draw(st.sampled_from([Purpose.QUOTE, Purpose.OTHER_WORDS, Purpose.NAME]))
        seen = [r.id for r in here.values()]
        over = draw(st.lists(st.sampled_from(seen), unique=True)) if seen else []
        over = seen if draw(st.booleans()) else over
        values = [YES, YES, NO, NOT_SURE] if purpose is not Purpose.NAME else list(NameInPublic)
        value = NOT_ASKED if act == "take back" else draw(st.sampled_from(values))
        circle = draw(st.sampled_from([*Circle, "the whole town"]))
        basis = draw(st.sampled_from([Basis.ASKED, Basis.ASKED, Basis.TOLD, Basis.SUPPORTER, Basis.EDITOR]))
        made = row(f"r{n}", subject, value, purpose, circle, over, basis)
        here[made.id] = made
    return laptops


def together(laptops):
    rows = {}
    for laptop in laptops:
        rows.update(laptop)
    return list(rows.values())


def named_by_a_standing_yes(no, rows, line, circle):
    """Written anew and slowly: is there an asked yes, not taken back, that may name this no, and does?"""
    retracted = {i for r in rows if r.value == NOT_ASKED for i in r.over}
    for r in rows:
        reaches = r.circle == Circle.ANYONE or (r.circle == Circle.CAME and circle is Circle.CAME)
        stands = r.value == YES and r.basis == Basis.ASKED and r.id not in retracted and reaches
        fits = r.purpose == no.purpose or (r.purpose == Purpose.QUOTE and no.purpose == Purpose.OTHER_WORDS)
        if stands and fits and no.id in r.over and r.subject in {line, no.subject}:
            return True
    return False


@settings(max_examples=400, deadline=None)
@given(histories(), st.sampled_from(list(Circle)), st.sampled_from([None, OTHER]))
def test_no_history_ends_open_over_a_no_that_no_standing_yes_names(laptops, circle, said_for):
    rows = together(laptops)
    voices = Voices(LINE, WHO, said_for)
    answers = Permissions(rows, PEOPLE)
    told = {Purpose.QUOTE: answers.may_quote(voices, circle), Purpose.OTHER_WORDS: answers.may_tell(voices, circle)}
    for purpose, is_open in told.items():
        closing = {Purpose.OTHER_WORDS, purpose}
        for no in (r for r in rows if r.purpose in closing and r.value in {NO, NOT_SURE}):
            counts = no.subject in {LINE, WHO, said_for} and (circle is Circle.ANYONE or no.circle != Circle.ANYONE)
            if counts and not named_by_a_standing_yes(no, rows, LINE, circle):
                assert not is_open
    if told[Purpose.QUOTE]:
        assert any(r.value == YES and r.subject == LINE and r.basis == Basis.ASKED for r in rows)


@settings(max_examples=200, deadline=None)
@given(histories(), st.randoms())
def test_laptops_are_put_together_in_any_order_any_number_of_times(laptops, chance):
    rows = together(laptops)
    shuffled = [*rows, *rows]
    chance.shuffle(shuffled)
    a, b = Permissions(rows, PEOPLE), Permissions(shuffled, PEOPLE)
    for circle in Circle:
        assert a.may_quote(VOICES, circle) == b.may_quote(VOICES, circle)
        assert a.may_tell(VOICES, circle) == b.may_tell(VOICES, circle)
        assert a.name_parts(WHO, circle) == b.name_parts(WHO, circle)


@settings(max_examples=200, deadline=None)
@given(histories(), st.sampled_from(list(Circle)))
def test_answers_that_are_alike_count_the_same_when_they_are_read_together(laptops, circle):
    rows = [r for r in together(laptops) if r.noun == "entry"]
    people = [r for r in together(laptops) if r.noun != "entry"]
    alike = {}
    for r in rows:
        over = json.dumps(list(r.over))
        alike.setdefault((r.subject, r.purpose, r.circle, r.value, r.basis, over), []).append(r.id)
    lines = [(key[0], ALIKE.join(ids), *key[1:]) for key, ids in alike.items()]
    one_by_one, as_one = Permissions([*people, *rows], PEOPLE), Permissions(people, PEOPLE, lines)
    assert one_by_one == as_one
    for purpose in (Purpose.QUOTE, Purpose.OTHER_WORDS):
        assert one_by_one.of_line(VOICES, purpose, circle) == as_one.of_line(VOICES, purpose, circle)
        assert set(one_by_one.refusals(VOICES, purpose, circle)) == set(as_one.refusals(VOICES, purpose, circle))


def test_of_two_yeses_read_together_the_one_that_was_not_taken_back_stands():
    line = (LINE, ALIKE.join(["a", "b"]), Purpose.QUOTE, Circle.ANYONE, YES, Basis.ASKED, "[]")
    back = (LINE, "c", Purpose.QUOTE, Circle.ANYONE, NOT_ASKED, Basis.ASKED, '["a"]')
    both = (LINE, "c", Purpose.QUOTE, Circle.ANYONE, NOT_ASKED, Basis.ASKED, '["a", "b"]')
    assert Permissions([], PEOPLE, [line, back]).may_quote(VOICES, Circle.ANYONE)
    assert not Permissions([], PEOPLE, [line, both]).may_quote(VOICES, Circle.ANYONE)


def test_an_id_that_holds_the_sign_between_ids_is_taken_back_like_any_other():
    odd = f"x{ALIKE}y"
    yes, back = row(odd), row("back", value=NOT_ASKED, over=[odd])
    assert Permissions([yes], PEOPLE).may_quote(VOICES, Circle.ANYONE)
    assert not Permissions([yes, back], PEOPLE).may_quote(VOICES, Circle.ANYONE)
    no, named = row(odd, value=NO), row("again", over=[odd])
    assert not Permissions([no, row("other")], PEOPLE).may_quote(VOICES, Circle.ANYONE)
    assert Permissions([no, named], PEOPLE).may_quote(VOICES, Circle.ANYONE)


def test_a_narrower_answer_about_a_name_that_was_taken_back_still_closes_for_those_who_came():
    narrow = row("narrow", WHO, NameInPublic.FIRST_AND_ROLE, Purpose.NAME)
    wide = row("wide", WHO, NameInPublic.FULL, Purpose.NAME)
    back = row("back", WHO, NOT_ASKED, Purpose.NAME, over=["narrow"])
    for circle in Circle:
        before = Permissions([narrow, wide], PEOPLE).name_parts(WHO, circle)
        assert Permissions([narrow, wide, back], PEOPLE).name_parts(WHO, circle) == before


@settings(max_examples=200, deadline=None)
@given(histories(), st.integers(0, 20))
def test_taking_a_yes_back_never_opens_anything(laptops, which):
    rows = together(laptops)
    if not rows:
        return
    taken = rows[which % len(rows)]
    after = Permissions([*rows, row("undo", taken.subject, NOT_ASKED, taken.purpose, over=[taken.id])], PEOPLE)
    before = Permissions(rows, PEOPLE)
    for circle in Circle:
        assert before.may_quote(VOICES, circle) or not after.may_quote(VOICES, circle)
        assert before.may_tell(VOICES, circle) or not after.may_tell(VOICES, circle)
        narrowed = any(taken.id in r.over for r in rows if r.purpose == Purpose.NAME)
        assert after.name_parts(WHO, circle) <= before.name_parts(WHO, circle) or narrowed


@settings(max_examples=200, deadline=None)
@given(histories(), st.sampled_from(list(NameInPublic)))
def test_a_new_answer_about_a_name_only_widens_over_what_it_names(laptops, chosen):
    rows = together(laptops)
    before = Permissions(rows, PEOPLE).name_parts(WHO, Circle.ANYONE)
    after = Permissions([*rows, row("new", WHO, chosen, Purpose.NAME)], PEOPLE).name_parts(WHO, Circle.ANYONE)
    asked = any(r.purpose == Purpose.NAME and r.subject == WHO for r in rows)
    assert after <= before or not asked or not before


# ---- each rule by itself


def test_nobody_asked_means_no_quotation_marks_and_leave_to_tell():
    answers = Permissions([], PEOPLE)
    assert answers.of_line(VOICES, Purpose.QUOTE, Circle.ANYONE) is Standing.NOT_ASKED
    assert answers.may_tell(VOICES, Circle.ANYONE)


def test_a_no_afterwards_closes_whatever_the_days_say():
    early, late = datetime.date(2020, 1, 1), datetime.date(2030, 1, 1)
    assert not may_quote(row("y")._replace(on=late), row("n", WHO, NO)._replace(on=early))
    assert not may_quote(row("n", value=NO)._replace(on=early), row("y")._replace(on=late))


def test_a_lines_yes_may_name_the_persons_no_and_a_general_yes_not_the_lines():
    assert may_quote(row("n", WHO, NO), row("y", over=["n"]))
    assert not may_quote(row("y"), row("n", value=NO), row("g", WHO, YES, over=["n"]))


def test_a_general_yes_fills_no_line_that_was_not_asked_about():
    assert not may_quote(row("g", WHO, YES))


@pytest.mark.parametrize("value", [NO, NOT_SURE, "perhaps", ""])
def test_anything_but_a_clear_yes_is_a_no(value):
    assert not may_quote(row("y"), row("n", value=value))


@pytest.mark.parametrize("basis", [Basis.TOLD, Basis.DEFAULT, Basis.EDITOR, Basis.SUPPORTER, "a feeling"])
def test_only_an_asked_yes_opens_quotation_marks(basis):
    assert not may_quote(row("y", basis=basis))
    assert not may_quote(row("y"), row("n", value=NO), row("z", over=["n"], basis=basis))


def test_a_supporters_no_counts():
    assert not may_quote(row("y"), row("n", value=NO, basis=Basis.SUPPORTER))


def test_who_spoke_and_for_whom_it_was_said_can_both_close():
    voices = Voices(LINE, WHO, OTHER)
    assert may_quote(row("y"), voices=voices)
    assert not may_quote(row("y"), row("n", OTHER, NO), voices=voices)
    assert not may_quote(row("y"), row("n", WHO, NO), voices=voices)


def test_circles():
    came = [row("n", value=NO), row("y", circle=Circle.CAME, over=["n"])]
    assert may_quote(*came, circle=Circle.CAME)
    assert not may_quote(*came)
    assert may_quote(row("y"), circle=Circle.CAME)
    assert not may_quote(row("y"), row("n", value=NO, circle=Circle.CAME))
    assert not may_quote(row("y"), row("n", value=NO, circle=Circle.CAME), circle=Circle.CAME)
    assert may_quote(row("y"), row("n", value=NO, circle=Circle.ANYONE), circle=Circle.CAME)


def test_a_circle_nobody_knows_opens_nothing_and_closes_everything():
    assert not may_quote(row("y", circle="the whole town"))
    for circle in Circle:
        assert not may_quote(row("y"), row("n", value=NO, circle="the whole town"), circle=circle)


def test_a_no_to_other_words_closes_quoting_too():
    assert not may_quote(row("y"), row("n", WHO, NO, Purpose.OTHER_WORDS))
    assert not Permissions([row("n", WHO, NO, Purpose.OTHER_WORDS)], PEOPLE).may_tell(VOICES, Circle.ANYONE)


@pytest.mark.parametrize("purpose", [Purpose.PHOTO, Purpose.CONTACT, Purpose.OTHER_WORDS, "anything"])
def test_a_yes_to_something_else_lifts_no_no(purpose):
    assert not may_quote(row("n", value=NO), row("y"), row("o", purpose=purpose, over=["n"]))


def test_a_speaker_nobody_knows_counts_as_taken_back():
    unknown = Voices(LINE, "somebody", None)
    answers = Permissions([row("y")], PEOPLE)
    assert not answers.may_quote(unknown, Circle.ANYONE)
    assert not answers.may_tell(unknown, Circle.ANYONE)
    assert answers.may_quote(Voices(LINE, ANONYMOUS, None), Circle.ANYONE)


def test_a_no_that_is_not_here_yet_is_named_already():
    yes = row("y", over=["n"])
    assert may_quote(yes)
    assert may_quote(yes, row("n", WHO, NO))


def test_a_yes_for_something_of_another_kind_opens_nothing():
    assert not Permissions([row("y")._replace(noun="person")], PEOPLE).may_quote(VOICES, Circle.ANYONE)
    assert not may_quote(row("y"), row("n", WHO, NO)._replace(noun="entry"))
    named = row("f", WHO, NameInPublic.FULL, Purpose.NAME)
    nameless = row("n", WHO, NameInPublic.NONE, Purpose.NAME)._replace(noun="entry")
    assert Permissions([named], PEOPLE).name_parts(WHO, Circle.ANYONE) == frozenset(NamePart)
    assert not Permissions([named._replace(noun="entry")], PEOPLE).name_parts(WHO, Circle.ANYONE)
    assert not Permissions([named, nameless], PEOPLE).name_parts(WHO, Circle.ANYONE)


def test_a_yes_to_being_quoted_may_name_a_no_to_being_told_at_all_and_no_other_yes_may():
    no = row("no", LINE, NO, Purpose.OTHER_WORDS)
    assert may_quote(no, row("yes", LINE, YES, Purpose.QUOTE, over=["no"]))
    assert not may_quote(no, row("yes", LINE, YES, Purpose.QUOTE))
    assert not may_quote(no, row("yes", LINE, YES, Purpose.QUOTE), row("photo", LINE, YES, Purpose.PHOTO, over=["no"]))


def test_a_persons_refusals_are_known_by_their_ids():
    rows = [row("a", WHO, NO), row("b", WHO, NO, Purpose.OTHER_WORDS), row("c", WHO, YES, over=["a"])]
    assert Permissions(rows, PEOPLE).person_refusals(WHO, Purpose.QUOTE, Circle.ANYONE) == ("b",)
    assert Permissions(rows[:2], PEOPLE).person_refusals(WHO, Purpose.QUOTE, Circle.ANYONE) == ("a", "b")


def test_an_answer_about_a_name_that_names_itself_still_counts():
    told = row("n", WHO, NameInPublic.FULL, Purpose.NAME, over=["n"])
    assert Permissions([told], PEOPLE).name_parts(WHO, Circle.ANYONE) == frozenset(NamePart)


def test_undoing_a_yes_lets_the_no_before_it_stand_again():
    rows = [row("n", value=NO), row("y", over=["n"])]
    assert may_quote(*rows)
    assert not may_quote(*rows, row("u", value=NOT_ASKED, over=["y"]))
    assert not may_quote(row("n", value=NO), row("u", value=NOT_ASKED, over=["n"]), row("y"))


# ---- names


def parts(*rows, circle=Circle.ANYONE):
    return Permissions(rows, PEOPLE).name_parts(WHO, circle)


def name(made, value, circle=Circle.ANYONE, over=(), basis=Basis.ASKED):
    return row(made, WHO, value, Purpose.NAME, circle, over, basis)


FULL, FIRST, ROLE, BOTH, NONE = (
    NameInPublic.FULL,
    NameInPublic.FIRST,
    NameInPublic.ROLE,
    NameInPublic.FIRST_AND_ROLE,
    NameInPublic.NONE,
)


def test_each_part_of_a_name_prints_only_if_every_standing_answer_allows_it():
    assert parts() == frozenset()
    assert parts(name("a", FULL, basis=Basis.TOLD)) == parts(name("a", FULL, Circle.CAME)) == frozenset()
    assert parts(name("a", FULL)) == {NamePart.FIRST, NamePart.SURNAME, NamePart.ROLE}
    assert parts(name("a", FULL), name("b", FIRST)) == {NamePart.FIRST}
    assert parts(name("a", ROLE), name("b", FIRST)) == frozenset()
    assert parts(name("a", BOTH), name("b", ROLE)) == {NamePart.ROLE}
    assert parts(name("a", FULL), name("b", NONE)) == frozenset()
    assert parts(name("a", NONE), name("b", FULL, over=["a"])) == {NamePart.FIRST, NamePart.SURNAME, NamePart.ROLE}


def test_undoing_an_answer_about_a_name_takes_no_narrowing_back():
    undone = row("u", WHO, NOT_ASKED, Purpose.NAME, over=["b"])
    assert parts(name("a", FULL), name("b", FIRST, over=["a"]), undone) == {NamePart.FIRST}
    assert parts(name("a", NONE), name("b", FULL, over=["a"]), undone) == frozenset()


def test_a_name_for_those_who_came():
    rows = [name("a", FIRST, Circle.ANYONE), name("b", FULL, Circle.CAME)]
    assert parts(*rows, circle=Circle.CAME) == {NamePart.FIRST, NamePart.SURNAME, NamePart.ROLE}
    assert parts(*rows) == {NamePart.FIRST}
    wider = [name("a", FIRST, Circle.CAME), name("b", FULL, Circle.ANYONE, over=["a"])]
    assert parts(*wider, circle=Circle.CAME) == parts(*wider) == frozenset(NamePart)
    assert parts(name("a", FIRST), circle=Circle.CAME) == {NamePart.FIRST}


def test_who_takes_everything_back_takes_the_name_back():
    assert parts(name("a", FULL), row("n", WHO, NO, Purpose.OTHER_WORDS, Circle.CAME)) == frozenset()


def test_contact_and_photo_are_asked_by_themselves():
    answers = Permissions([row("n", WHO, NO, Purpose.CONTACT), row("p", WHO, YES, Purpose.PHOTO)], PEOPLE)
    assert answers.of_person(WHO, Purpose.CONTACT) is Standing.NO
    assert answers.of_person(WHO, Purpose.PHOTO) is Standing.YES
    assert answers.of_person(WHO, Purpose.RECORDING) is Standing.NOT_ASKED
    assert answers.may_tell(VOICES, Circle.ANYONE)


def test_one_person_known_twice_refuses_once_for_both():
    same = {WHO: {WHO, OTHER}, OTHER: {WHO, OTHER}}
    rows = [row("y"), row("n", OTHER, NO)]
    assert Permissions(rows, PEOPLE).may_quote(VOICES, Circle.ANYONE)
    assert not Permissions(rows, PEOPLE, same=same).may_quote(VOICES, Circle.ANYONE)
    rows = [name("a", FULL), name("b", FIRST)._replace(subject=OTHER)]
    assert Permissions(rows, PEOPLE, same=same).name_parts(WHO, Circle.ANYONE) == {NamePart.FIRST}


def test_reading_a_large_session_is_quick_work():
    """Not a benchmark: twenty thousand rows are read once each."""
    chance = random.Random(5)
    rows = [row(f"r{n}", f"line{n % 2000}", chance.choice([YES, NO])) for n in range(20_000)]
    answers = Permissions(rows, PEOPLE)
    assert sum(answers.may_quote(Voices(f"line{n}", WHO, None), Circle.ANYONE) for n in range(2000)) < 2000


@settings(max_examples=100, deadline=None)
@given(histories(), st.sampled_from(list(Circle)))
def test_what_a_machine_wrote_and_nobody_confirmed_is_never_quoted(laptops, circle):
    answers = Permissions(together(laptops), PEOPLE)
    made = VOICES._replace(unconfirmed=True)
    assert not answers.may_quote(made, circle)
    assert answers.may_tell(made, circle) == answers.may_tell(VOICES, circle)
    assert answers.refusals(made, Purpose.QUOTE, circle) == answers.refusals(VOICES, Purpose.QUOTE, circle)
