"""What is said besides the questions: each thing once, and nothing waits for it."""

import dataclasses

import pytest

from coprod_desktop.domain.check.findings import findings
from coprod_desktop.domain.check.worth_knowing import worth_knowing
from coprod_desktop.domain.record import Organisation
from coprod_desktop.domain.words import Outcome
from tests.domain.making import DAY, entry, person, record

REACHED = Organisation(id="o", phone="01632 960 123")


def told(*rows, ours=REACHED, **session):
    return worth_knowing(record(*rows, **session), ours)


def test_a_paper_that_names_nobody_to_ask():
    assert told(ours=None)[0].startswith("The paper names nobody to ask.")
    assert told(ours=Organisation(id="o", name="Marrowdale", contact_name="Siân"))[0].startswith(
        "The paper names nobody"
    )
    assert told(ours=None, contact="Femi, 01632 960 211") == ()
    assert told() == ()


def test_two_people_of_one_name():
    (sentence,) = told(person("a", "Ana Quist"), person("b", "ana  quist"), person("c", "Bo Li"))
    assert sentence == "2 people on the list are called ana  quist. Is each line by the right one?"


def test_what_a_paper_leaves_out_is_counted_once():
    gone = person("g", "Gil Fenn", consent_withdrawn_on=DAY)
    (sentence,) = told(
        gone,
        entry(1, "a b c", quote_ok=True),
        entry(2, "d e f", publish="no"),
        entry(3, "g h i"),
        entry(4, "j k l"),
        entry(5, "m n o", kind="note"),
        entry(6, "p q r", speaker="g", quote_ok=True),
        entry(7, "s t u", publish="edit"),
        entry(8, "v w x", kind="access_incident"),
    )
    assert sentence == (
        "A paper leaves out: 1 line not for publishing; 2 lines counted, and not in people's own words: nobody said yes to that; "
        "1 line taken back; 1 line waiting for other words; 1 note."
    )


@pytest.mark.parametrize(
    "said",
    [
        "It is bloody freezing",
        "what a load of sh*t",
        "they f***ing left",
        "Bollocks to that",
        "a load of b*llocks",
        "Feckin eejits",
        "FFS answer the phone",
        "f u c k all",
        "utter b****",
    ],
)
def test_swearing_is_kept_as_it_was_said_and_told_once(said):
    (sentence,) = told(entry(4, said, quote_ok=True), entry(7, said, quote_ok=True))
    assert sentence.startswith(
        "There is swearing in 2 lines that may be quoted (lines 4, 7). It is kept as it was said."
    )


@pytest.mark.parametrize(
    "said",
    [
        "The Scunthorpe bus",
        "a class act",
        "Dick came by",
        "hello",
        "assess the shift",
        "cockerel",
        "5* care",
        "the note* below",
        "2 * 3 cakes",
    ],
)
def test_ordinary_words_are_no_swearing(said):
    assert told(entry(1, said, quote_ok=True)) == ()


def test_what_somebody_chose_to_leave_out_is_counted():
    left = entry(1, "the bins", quote_ok=True, outcome=Outcome.LEFT_OUT, outcome_note="Not ours")
    assert told(left) == ("A paper leaves out: 1 line left out, as you chose.",)


def test_nothing_waits_for_it():
    made = record(
        person("a", "Ana Quist"), person("b", "Ana Quist"), entry(1, "bloody cold", quote_ok=True, outcome=None)
    )
    assert worth_knowing(made)
    assert all(found.kind == "unanswered" for found in findings(dataclasses.replace(made)))


def test_more_votes_than_papers_are_worth_knowing_until_the_room_has_chosen():
    from coprod_desktop.domain.record import Vote, VoteOption
    from coprod_desktop.domain.words import TooMany

    vote = Vote(
        id="v", question="What first?", options=(VoteOption(id="o", label="A", votes=5),), voters=2, dots_each=2
    )
    told = [said for said in worth_knowing(dataclasses.replace(record(), votes=(vote,))) if "In the vote" in said]
    assert "“What first?”: 1 more vote than 2 papers can hold." in told[0]
    chosen = dataclasses.replace(vote, too_many=TooMany.STAND)
    assert not [s for s in worth_knowing(dataclasses.replace(record(), votes=(chosen,))) if "In the vote" in s]
