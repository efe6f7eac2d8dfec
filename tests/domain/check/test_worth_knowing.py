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


@pytest.mark.parametrize("way", ["phone", "text_number", "mail", "post"])
def test_one_way_to_reach_us_is_enough_and_a_blank_is_none(way):
    assert told(ours=Organisation(id="o", **{way: "somewhere"})) == ()
    assert len(told(ours=Organisation(id="o", **{way: " "}), contact=" ")) == 1


def test_people_without_a_name_have_no_name_in_common():
    assert told(person("a", " "), person("b", " "), person("c", "Bo Li ")) == ()
    (sentence,) = told(*(person(key, " Bo Li ") for key in "abc"))
    assert sentence.startswith("3 people on the list are called Bo Li. ")


def test_two_people_of_one_name():
    (sentence,) = told(person("a", "Ana Quist"), person("b", "ana  quist"), person("c", "Bo Li"))
    assert sentence == "2 people on the list are called ana  quist. Is each line by the right one?"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((entry(1, "a", kind="note"),), "A paper leaves out: 1 note."),
        ((entry(1, "a", kind="note", publish="no"), entry(2, "b", kind="note")), "A paper leaves out: 2 notes."),
        ((entry(1, "a", kind="access_incident", publish="no"),), None),
        ((entry(1, "a", publish="edit", public_text="b"),), None),
        ((entry(1, "a", withdrawn=True, publish="no"),), "A paper leaves out: 1 line taken back."),
        ((entry(1, "a", publish="no", outcome=Outcome.LEFT_OUT),), "A paper leaves out: 1 line not for publishing."),
    ],
)
def test_each_line_is_left_out_for_one_reason(rows, sentence):
    assert told(*rows) == ((sentence,) if sentence else ())


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
    ("many", "which"),
    [
        (1, "a line that may be quoted (line 1)"),
        (3, "3 lines that may be quoted (lines 1, 2, 3)"),
        (4, "4 lines that may be quoted (lines 1, 2, 3 and more)"),
    ],
)
def test_swearing_is_told_by_the_first_three_of_its_lines(many, which):
    rows = [entry(n, "Bloody cold", quote_ok=True) for n in range(1, many + 1)]
    others = entry(8, "Bloody cold", quote_ok=False), entry(9, "Fine", quote_ok=True)
    told_of = [said for said in told(*rows, *others) if "swearing" in said]
    assert [said.split(" It is")[0] for said in told_of] == [f"There is swearing in {which}."]


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
