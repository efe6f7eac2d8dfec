"""What stands before a reply in its clause turns it: a "not", a "would", somebody else. What then says nothing sure is asked."""

import pytest

from coprod_desktop.domain.words import Attending
from coprod_desktop.services.bring_in.people_list.said import attending
from coprod_desktop.services.program import content

WORDS = content.people_lists()


@pytest.mark.parametrize(
    "reply",
    [
        "Don't think I can make it",
        "I don't think I'll be able to attend",
        "Neither of us can come",
        "Not able to be there",
        "Was coming, now can't",
        "Would have come but working",
        "I would love to come but I am away",
        "Dropped out",
    ],
)
def test_a_no_in_many_words_is_an_apology(reply):
    doubts: list[str] = []
    assert attending(reply, WORDS, doubts) is Attending.APOLOGIES
    assert doubts == []


@pytest.mark.parametrize(
    "reply",
    [
        "hasn't said yes",
        "Haven't said no",
        "Not declined",
        "nobody said they are coming",
        "To be asked whether coming",
        "supposed to be coming",
        "Was coming",
        "Her daughter is coming",
        "Husband coming instead",
        "wants to come but no carer",
        "Coming to the next one",
        "Yes to the next one, not this one",
        "Attended in March",
    ],
)
def test_what_says_nothing_sure_of_the_person_is_no_answer_and_is_asked(reply):
    doubts: list[str] = []
    assert attending(reply, WORDS, doubts) in {None, Attending.INVITED}
    assert doubts == [f"Whether they come is not sure: “{reply}”."]


@pytest.mark.parametrize(
    "reply",
    [
        "Yes, my daughter will drive me",
        "Yes, can't wait",
        "Coming, not had the papers yet",
        "Yes, don't need a taxi",
        "Hasn't changed, still coming",
        "Mum says yes",
        "looking forward to next week",
    ],
)
def test_a_yes_stays_one_whatever_else_is_told(reply):
    doubts: list[str] = []
    assert attending(reply, WORDS, doubts) is Attending.COMING
    assert doubts == []
