"""Papers tell who looked at them, and of a no that came back only what it changed."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain import looked_at
from coprod_desktop.domain.record import ChangedSince
from coprod_desktop.domain.week_after import MemberCheck, SaidBack, YesNo
from coprod_desktop.domain.words import AnswerKind
from tests.domain.making import DAY, point

LATER = DAY + datetime.timedelta(days=10)


def check(n, kind="you-said-we-will", on=DAY, **more):
    return MemberCheck(id=f"c{n}", kind=kind, who="The reading group", on=on, **more)


def said(n=1, on=DAY, **more):
    return SaidBack(id=f"b{n}", point="p1", on=on, **more)


def changed(*names, answer=None, had=(), news=False, since_due=None, **point_has):
    since = ChangedSince(names=frozenset(names), answer=answer, due=since_due, news=news, had=frozenset(had))
    told = looked_at.what_it_changed(
        point(1, "The bus is late", said_back=(said(answers=YesNo.NO),), since_no=since, **point_has), LATER
    )
    before = "On 17 September people told us that this did not answer them. So we looked again. "
    assert told is not None
    assert told.startswith(before)
    return told.removeprefix(before)


def test_the_newest_check_of_this_kind_of_paper_up_to_the_day_is_told():
    checks = [check(1), check(2, on=LATER), check(3, kind="news"), check(4, on=DAY)]
    assert looked_at.last_check(checks, "you-said-we-will") == checks[1]
    assert looked_at.last_check(checks, "you-said-we-will", DAY) == checks[3]
    assert looked_at.last_check(checks, "letter") is None


@pytest.mark.parametrize(
    ("made", "changed", "skipped", "words"),
    [
        (check(1), None, None, "Mo looked at this on 17 September 2026. They changed nothing."),
        (
            check(1, changed="The times"),
            "The times",
            None,
            "Mo looked at this on 17 September 2026. They changed: The times",
        ),
        (
            check(1, skipped="Nobody was free"),
            None,
            "Nobody was free",
            "Nobody looked at this before it left. Why: Nobody was free",
        ),
        (
            check(1, skipped="Ring Jo"),
            None,
            None,
            "Nobody looked at this before it left. Why: this was not written down",
        ),
    ],
)
def test_a_check_is_told_in_words_that_may_be_printed(made, changed, skipped, words):
    assert looked_at.check_words(made, "Mo", changed, skipped) == words


@pytest.mark.parametrize(
    ("back", "is_no"),
    [
        (said(right=YesNo.NO), True),
        (said(answers=YesNo.NO), True),
        (said(right=YesNo.YES, answers=YesNo.PARTLY), False),
        (said(back="Thank you"), False),
    ],
)
def test_a_no_is_a_no_to_the_words_or_to_the_answer(back, is_no):
    assert looked_at.is_no(back) is is_no


def test_only_noes_that_had_come_by_that_day_are_told():
    one = point(1, "Late", said_back=(said(1, right=YesNo.NO), said(2, on=LATER, answers=YesNo.NO), said(3)))
    assert looked_at.noes(one) == one.said_back[:2]
    assert looked_at.noes(one, DAY) == one.said_back[:1]
    assert looked_at.what_it_changed(one, DAY - datetime.timedelta(days=1)) is None
    assert looked_at.what_it_changed(point(1, "Late"), LATER) is None


def test_the_newest_no_is_told_once_however_many_came_and_an_open_one_is_being_looked_at():
    one = point(1, "Late", said_back=(said(1, answers=YesNo.NO), said(2, right=YesNo.NO)), reopened=True)
    assert looked_at.what_it_changed(one, LATER) == (
        "On 17 September people told us that we did not get their words right. We are looking at it again."
    )
    assert "Our answer is the same." in (looked_at.what_it_changed(replace(one, reopened=False), LATER) or "")


@pytest.mark.parametrize(
    ("told", "names", "more"),
    [
        ("Our answer is the same.", (), {}),
        ("We changed the words of what you said.", ("you_said",), {}),
        ("We changed the words of our answer.", ("text",), {}),
        ("We now give an answer.", ("answer", "text"), {}),
        ("We no longer give a day.", ("due",), {"due": None}),
        ("We now give a day.", ("due",), {}),
        ("We changed the day. Before, it was 24 September.", ("due",), {"since_due": datetime.date(2026, 9, 24)}),
        ("We changed what we say of why.", ("reason_category",), {}),
        ("We now say why.", ("reason_category", "reason"), {"reason": "No money"}),
        ("We changed what we say of why.", ("reason",), {"reason": "No money", "had": ("reason",)}),
        ("We no longer say why.", ("reason",), {"had": ("reason",)}),
        ("We now say who does it.", ("owner",), {}),
        ("Somebody else does it now.", ("owner",), {"had": ("owner",)}),
        ("We no longer say who does it.", ("owner",), {"owner": None, "had": ("owner",)}),
        ("We now say when we look at it again.", ("look_again",), {"look_again": "In May"}),
        ("We look at it again at another time.", ("look_again",), {"look_again": "In May", "had": ("look_again",)}),
        ("We no longer say when we look at it again.", ("look_again",), {"had": ("look_again",)}),
        ("We wrote down how it is going.", (), {"news": True}),
    ],
)
def test_what_a_no_changed_is_told_in_a_sentence_of_ours(told, names, more):
    assert changed(*names, **more) == told


def test_an_answer_that_was_changed_is_told_with_what_it_was():
    assert (
        changed("answer", "text", answer=AnswerKind.CANNOT) == "We changed our answer. Before, it was: No. We cannot."
    )


def test_all_that_was_changed_is_told():
    assert changed("you_said", "due", "owner", had=("owner",), news=True) == (
        "We changed the words of what you said. We now give a day. Somebody else does it now. We wrote down how it is going."
    )
