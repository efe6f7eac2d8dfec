"""Each answer is one row, and whoever shows, prints or checks an answer reads its row."""

import datetime
from dataclasses import fields, replace

import pytest

from coprod_desktop.domain import answers
from coprod_desktop.domain.answers import Binds
from coprod_desktop.domain.record import AnswerBefore, Point, Telling
from coprod_desktop.domain.week_after import Asking, AskingStep
from coprod_desktop.domain.words import AnswerKind, Outcome
from tests.domain.making import point

POINT = {f.name for f in fields(Point)} | {"asked"}


def test_every_answer_and_every_ending_has_a_row():
    assert list(answers.ROWS) == list(AnswerKind)
    assert set(answers.OUTCOMES) == set(Outcome) - {Outcome.POINT}


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_a_row_is_whole(kind):
    row = answers.row(kind)
    assert row.words
    assert not row.words.endswith(".")
    assert {ask.field for ask in row.asks} <= POINT
    assert len({ask.field for ask in row.asks}) == len(row.asks)
    assert all(bool(ask.lacks) == bool(ask.missing) for ask in row.asks)
    assert (row.begins is not None) == (row.binds is Binds.PROMISE)


def test_only_a_day_by_which_we_decide_is_one_by_which_people_are_told():
    assert [kind for kind in AnswerKind if answers.row(kind).tells] == [AnswerKind.NOT_DECIDED]


def test_what_we_do_already_is_neither_a_promise_nor_a_no_and_looks_done():
    row = answers.row(AnswerKind.ALREADY)
    assert row.binds is Binds.NEITHER
    assert row.look is answers.Look.DONE


DAY = datetime.date(2026, 11, 6)


def told(answer, text="As the paper said", **fields):
    return Telling(id="t", key="t1", text=text, answer=answer, **fields)


def test_every_answer_has_its_words():
    assert answers.words(AnswerKind.PARTLY) == "We will do part of it"
    assert answers.ended(Outcome.PASSED_ON).words == answers.OUTCOMES[Outcome.PASSED_ON].words
    assert answers.ended(Outcome.POINT) is None
    assert answers.ended(None) is None


@pytest.mark.parametrize(
    ("answer", "brief"), [("will", "by {}"), ("not_decided", "we will say by {}"), (None, "by {}")]
)
def test_a_day_is_set_as_its_answer_asks(answer, brief):
    assert answers.brief_day(point(1, "x", answer=answer)) == brief


def test_what_the_last_paper_told_is_kept_when_it_was_another_answer():
    no, will = told(AnswerKind.CANNOT, told_on=DAY), told(AnswerKind.WILL, told_on=DAY)
    assert answers.said_before(point(1, "x", answer="will", tellings=(no, will))) is no
    assert answers.said_before(point(1, "x", answer="will", tellings=(will,))) is None
    waiting = told(AnswerKind.CANNOT)
    assert answers.said_before(point(1, "x", answer="will", tellings=(waiting, told(None, told_on=DAY)))) is None
    later = told(AnswerKind.WILL_NOT, told_on=DAY)
    assert answers.said_before(point(1, "x", answer="will", tellings=(no, later))) is later


def test_a_paper_that_told_only_the_answers_own_words_told_no_more():
    assert answers.words_told(told(AnswerKind.WILL, text="We will")) is None
    assert answers.words_told(told(AnswerKind.WILL, text="We will print it")) == "We will print it"
    assert answers.words_told(told(None, text="We will")) == "We will"


def test_a_no_that_became_a_promise_needs_to_say_what_is_done_now():
    no = AnswerBefore(answer=AnswerKind.CANNOT, until=DAY, text="There is no money.", reason="No money")
    now = point(1, "x", before=(no,))
    assert not answers.needs_new_action(now)
    assert answers.needs_new_action(replace(now, text=" there is no  MONEY"))
    assert answers.needs_new_action(replace(now, text="There is no money."))
    assert answers.needs_new_action(replace(now, text=None))
    assert not answers.needs_new_action(replace(now, before=()))
    unfinished = replace(no, reason="  ")
    assert answers.noes_before(replace(now, before=(no, unfinished))) == (no,)
    assert not answers.needs_new_action(replace(now, text=None, before=(unfinished,)))
    assert not answers.needs_new_action(replace(now, answer=AnswerKind.CANNOT, text=None))


def test_whom_we_asked_is_said_with_its_days():
    asked = point(1, "x", due=None, asked_on=DAY, chased_on=DAY + datetime.timedelta(11))
    said = answers.asked_words(asked, "the Director")
    assert "asked the Director on 6 November 2026, and again on 17 November 2026" in said
    plain = answers.asked_words(replace(asked, asked_on=None, chased_on=None), "the Director")
    assert plain.endswith("asked the Director")


def test_a_day_by_which_we_were_to_tell_more_says_that_we_have_not():
    point_ = point(1, "x", due=DAY)
    assert answers.not_told_yet(point_, DAY) == "We said 6 November. We have not told you yet"
    assert answers.not_told_yet(replace(point_, due=datetime.date(2025, 3, 1)), DAY).startswith("We said 1 March 2025.")
    assert answers.not_told_yet(replace(point_, due=None), DAY) == "We have not told you yet"


def test_whom_we_asked_stands_for_a_date_until_they_agree():
    asked = point(1, "x", due=DAY, asked_on=DAY)
    assert answers.is_undated(asked)
    assert answers.is_undated(replace(asked, asked_on=None, asked_who="Contracts"))
    assert not answers.is_undated(replace(asked, asked_on=None, asked_who=" "))
    assert not answers.is_undated(replace(asked, owner_agreed=DAY))
    assert not answers.is_undated(replace(asked, answer=AnswerKind.DONE))
    assert not answers.is_undated(replace(asked, answer=AnswerKind.NOT_DECIDED))
    assert not answers.is_undated(replace(asked, answer=None))
    assert answers.brief_day(asked) == "we will say by {}"
    assert answers.brief_day(replace(asked, answer=None)) == "by {}"


@pytest.mark.parametrize(
    ("answer", "last", "owner", "tells"),
    [
        (None, None, None, True),
        (AnswerKind.CANNOT, None, None, False),
        (AnswerKind.CANNOT, "declined", None, True),
        (AnswerKind.CANNOT, "declined", "Jo Marsh", False),
        (AnswerKind.CANNOT, "replied", None, False),
        (AnswerKind.NOT_DECIDED, "replied", "Jo Marsh", True),
    ],
)
def test_what_came_of_a_question_is_told_while_no_answer_is_final_or_nobody_took_it_on(answer, last, owner, tells):
    steps = ("asked", last) if last else ()
    asked = tuple(
        Asking(id=f"a{n}", point="p1", step=AskingStep(step), to_whom="Director", on=DAY)
        for n, step in enumerate(steps)
    )
    assert answers.tells_of_question(point(1, "x", answer=answer, owner=owner, asked=asked)) is tells


def test_whose_day_is_the_one_by_which_people_are_told():
    will = point(1, "x", due=DAY)
    assert [answers.tells(replace(will, answer=a)) for a in (AnswerKind.NOT_DECIDED, AnswerKind.WILL, None)] == [
        True,
        False,
        False,
    ]
    assert answers.tells(replace(will, asked_on=DAY))


def test_the_day_people_are_told_by_is_said_with_whom_we_asked():
    asked = point(1, "x", due=DAY, asked_on=DAY)
    assert answers.asked_words(asked, "Sam") == (
        "No date given: we asked Sam on 6 November 2026, and will tell you by 6 November 2026"
    )
    agreed = replace(asked, owner_agreed=DAY)
    assert answers.asked_words(agreed, "Sam") == "We asked Sam on 6 November 2026"


def test_a_no_has_no_day_and_no_answer_binds_nobody():
    assert answers.day_of(point(1, "x", answer="cannot", due=DAY)) is None
    assert answers.day_of(point(1, "x", due=DAY)) == DAY
    assert not answers.is_promise(None)
    assert not answers.is_no(None)
    assert list(answers.asks(None)) == []
    assert answers.ended(None) is None


def test_a_field_holds_what_is_not_blank():
    one = point(1, "x", owner=" ", due=None)
    assert [answers.holds(one, field) for field in ("owner", "due", "text")] == [False, False, True]


def test_a_promise_to_find_out_needs_no_new_action():
    no = AnswerBefore(answer=AnswerKind.CANNOT, until=DAY, text="No money.", reason="No money")
    assert not answers.needs_new_action(point(1, "x", answer="not_decided", text=None, before=(no,)))


# ---- filled in one after the other


def test_a_will_is_typed_as_what_who_and_when():
    made = point(1, "A later bus", answer="will", owner=None, due=None)
    made = replace(made, text=None)
    assert answers.next_to_type(made) == "text"
    assert answers.next_to_type(made, "text") == "owner"
    assert answers.next_to_type(made, "owner") == "due"
    assert answers.next_to_type(made, "due") is None


def test_what_holds_something_is_gone_past_and_blanks_hold_nothing():
    made = point(1, "A later bus", answer="will", text=" ", owner="Head of buses", due=None)
    assert answers.next_to_type(made) == "text"
    assert answers.next_to_type(made, "text") == "due"


def test_a_field_that_is_printed_is_shown_whatever_the_answer_asks_for():
    made = point(1, "A later bus", answer="cannot")
    assert answers.fields_to_show(made) == {"text", "reason_category", "reason", "owner", "look_again"}
    assert "due" in answers.fields_to_show(replace(made, answer=AnswerKind.ALREADY))
    assert answers.fields_to_show(point(1, "A bus", answer=None, text=None, owner=None, due=None)) == set()


def test_a_no_begins_with_why():
    made = point(1, "A later bus", answer="cannot")
    assert answers.next_to_type(made) == "reason"
    assert answers.next_to_type(made, "reason") == "look_again"
    assert answers.next_to_type(made, "text") is None


def test_without_an_answer_nothing_is_typed():
    assert answers.next_to_type(point(1, "A later bus", answer=None)) is None


@pytest.mark.parametrize("kind", AnswerKind)
def test_whatever_an_answer_cannot_do_without_is_come_to(kind):
    needed = {ask.field for ask in answers.asks(kind) if ask.lacks}
    assert needed <= set(answers.typed_in_turn(kind))
