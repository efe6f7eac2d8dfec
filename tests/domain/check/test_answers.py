"""What an answer still needs, in the words the paper will ask for it with."""

from dataclasses import replace

from coprod_desktop.domain.check.answers import NEW_ACTION, NO_ANSWER, SAID_BACK, is_whole, missing, missing_in_point
from coprod_desktop.domain.record import AnswerBefore
from coprod_desktop.domain.words import AnswerKind
from tests.domain.making import DAY, point


def words(one):
    return [lack.words for lack in missing(one)]


def test_what_is_asked_for_is_named():
    assert words(point(1, "Ring back", answer=None)) == [NO_ANSWER]
    assert words(point(1, "Ring back", owner="", due=None)) == ["who", "by when"]
    assert words(point(1, "Ring back", answer="cannot")) == ["why"]


def test_a_no_that_came_back_asks_for_another_look():
    assert words(point(1, "Ring back", reopened=True)) == [SAID_BACK]


def test_half_a_date_asks_for_its_other_half():
    asked = point(1, "Ring back", due=None, asked_who="Contracts")
    assert words(asked) == ["when you will tell them", "when they were asked"]
    assert words(replace(asked, asked_who=None, asked_on=DAY)) == ["when you will tell them", "who was asked"]
    assert len(missing_in_point(asked)) == 1


def test_a_no_that_became_a_promise_asks_what_is_done_now():
    no = AnswerBefore(answer=AnswerKind.CANNOT, until=DAY, text="No money.", reason="No money")
    assert words(point(1, "Ring back", text=None, before=(no,))) == [NEW_ACTION]


def test_only_an_answer_of_which_nothing_is_missing_is_whole():
    assert is_whole(point(1, "Ring back"))
    assert not is_whole(point(1, "Ring back", due=None))
    assert not is_whole(point(1, "Ring back", answer=None))
