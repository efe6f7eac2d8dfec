"""A vote in Easy Read: the winner by name, exact numbers, and nobody made a loser who was not in the vote."""

import dataclasses

import pytest

from coprod_desktop.domain.record import Vote, VoteOption
from coprod_desktop.domain.words import TooMany
from coprod_desktop.publish.easy import numbers, votes
from coprod_desktop.publish.easy.telling import hint
from coprod_desktop.publish.gate import open_gate
from tests.domain.making import DAY, record


def option(label, many, pounds=None, **more):
    return VoteOption(id=label, label=label, votes=many, cost_pence=pounds and pounds * 100, **more)


def told(*options, pot=None, **more):
    vote = Vote(id="v", question="Which first?", options=options, **more)
    made = dataclasses.replace(record(pot_pence=pot and pot * 100), votes=(vote,))
    public = open_gate(made, (), DAY)
    sentences = [*votes.vote(public.votes[0], public.pot_pence), *votes.interests(public)]
    assert [one.text for one in sentences if one.ours and hint(one.text)] == []
    return [one.text for one in sentences]


def test_the_winner_is_named_before_anything_else_is_told():
    said = told(option("Garden", 3), option("Choir", 12))
    assert said[:2] == ["The question was: Which first?", "Choir.\nThis got the most votes: 12 votes."]
    assert said[2:4] == ["Choir: 12 votes.", "Garden: 3 votes."]


def test_a_tie_names_all_and_no_winner():
    said = told(option("Garden", 3), option("Choir", 3), option("Bus", 1))
    assert said[1:5] == [
        "It was a tie.\nThese have the same number of votes:",
        "Garden.",
        "Choir.",
        "The people in the room decide.",
    ]
    assert not any("most votes" in one for one in said)


def test_a_vote_nobody_voted_in_has_no_winner():
    assert not any("most votes" in one for one in told(option("Garden", 0)))


def test_what_was_taken_out_breaks_no_rule_and_did_not_lose():
    said = told(option("Garden", 3), option("Choir", 0, withdrawn=True, eligible=False))
    assert "This is not in the vote any more.\nIt did not lose." in said
    assert not any("rules" in one for one in said)


def test_what_is_not_within_the_rules_says_why_and_never_wins():
    said = told(option("Choir", 9, eligible=False, why_not="It is for one person"), option("Garden", 3))
    assert said[1] == "Garden.\nThis got the most votes: 3 votes."
    at = said.index("This is not within the rules.\nIt got 9 votes, but it has no place.")
    assert said[at - 1 : at + 2] == ["Choir.", said[at], "It is for one person."]


def test_what_the_money_is_enough_for_and_what_is_left_are_exact():
    said = told(option("Choir", 12, 5000), option("Garden", 9, 3000), option("Bus", 7, 2500), pot=10000)
    at = said.index("There is £10,000 to spend.")
    assert said[at + 1 : at + 5] == [
        "It is enough for:",
        "Choir.",
        "Garden.",
        "Together they cost £8,000.\n£2,000 is left.",
    ]
    assert "It is not enough for the first one." in told(option("Choir", 12, 5000), pot=100)


def test_how_people_voted_is_told_in_people():
    said = told(
        option("Choir", 12), voters=12, papers_given=20, by_post=1, by_supporter=7, spoilt=1, too_many=TooMany.RECOUNT
    )
    words = "\n".join(said)
    assert "12 people of the 20 who had a paper voted." in words
    assert "7 people voted with a supporter." in words
    assert "We counted the votes again." in words
    assert "%" not in words


def test_a_long_choice_has_a_sentence_of_its_own():
    long = "A garden behind the library where everybody who likes to can grow beans and peas and flowers together"
    said = told(option(long, 12))
    assert said[2:4] == [f"{long}.", "This got 12 votes."]


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        (["58.3", "66.1"], ["about 58", "about 66"]),
        (["58", "66.5"], ["58", "about 67"]),
        (["58.3", "58.4"], ["58.3", "58.4"]),
        (["58.3", "58.3"], ["about 58", "about 58"]),
    ],
)
def test_shares_of_a_hundred_are_whole_numbers_unless_that_would_hide_a_change(shares, said):
    assert list(numbers._in_whole_numbers(shares)) == said
