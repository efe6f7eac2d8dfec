"""Votes that do not agree are said and never put right; ties and money are told as they are."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain import voting
from coprod_desktop.domain.record import Session, Vote, VoteOption

DAY = datetime.date(2026, 12, 3)


def session(**fields):
    return Session(id="s", title="Bids", type="voting event", date=DAY, **fields)


def vote(*votes, costs=(), **fields):
    options = tuple(
        VoteOption(id=str(at), label="ABCDEF"[at], votes=n, cost_pence=costs[at] if costs else None)
        for at, n in enumerate(votes)
    )
    return Vote(id="v", question="What first?", options=options, **fields)


def without(at, made, **fields):
    """The vote with one choice that is not within the rules."""
    options = list(made.options)
    options[at] = dataclasses.replace(options[at], eligible=False, **fields)
    return dataclasses.replace(made, options=tuple(options))


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (vote(3, 2, voters=2, dots_each=2), "1 more vote than 2 papers can hold"),
        (vote(5, voters=2, votes_each=2), "1 more vote than 2 papers can hold"),
        (vote(4, method="One vote each", voters=2), "2 more votes than 2 papers can hold"),
        (vote(4, method="Hands", papers_given=3), "1 more vote than 3 papers can hold"),
        (vote(1, voters=5, papers_given=4), "1 more paper came back than the 4 that were given out"),
        (vote(2, 2, voters=2, dots_each=2), ""),
        (vote(9, method="Ranking", voters=2), ""),
        (vote(2, voters=3, papers_given=1), "2 more papers came back than the 1 that was given out"),
        (vote(0, 0), ""),
        (vote(3, method=" A show of hands. ", voters=2), "1 more vote than 2 papers can hold"),
        (vote(0, papers_given=0), ""),
        (vote(2, voters=2, papers_given=1, votes_each=1), "1 more paper came back than the 1 that was given out"),
        (vote(1, method="Hands", papers_given=0), "1 more vote than 0 papers can hold"),
        (vote(0, voters=1, papers_given=0), "1 more paper came back than the 0 that were given out"),
    ],
)
def test_too_many_are_said_in_words(made, words):
    assert voting.too_many_words(made) == words


@pytest.mark.parametrize(
    ("made", "about", "here", "said"),
    [
        (vote(4, voters=0), {}, 0, "4 votes are counted, and 0 people voted."),
        (vote(1, voters=2, spoilt=3), {}, 0, "3 papers could not be counted, and 2 people voted."),
        (vote(1, voters=2, by_post=3), {}, 0, "3 voted by post, and 2 people voted in all."),
        (vote(1, voters=2, by_supporter=3), {}, 0, "3 voted with a supporter, and 2 people voted in all."),
        (vote(5, voters=9), {}, 8, "9 people voted, and 8 are here."),
        (vote(1, costs=(500,)), {"pot_pence": 0}, 0, "The money to share is £0, so it is enough for nothing that costs anything."),
        (vote(1, costs=(501,)), {"max_bid_pence": 500}, 0, "“A” asks for more than the most for one bid. Is it within the rules?"),
    ],
)  # fmt: skip
def test_what_does_not_agree_is_a_sentence(made, about, here, said):
    assert said in list(voting.does_not_agree(made, session(**about), here))


def test_who_voted_by_post_need_not_be_here():
    assert list(voting.does_not_agree(vote(5, voters=9, by_post=1), session(), 8)) == []


@pytest.mark.parametrize(
    ("made", "about"),
    [
        (vote(2, voters=2, spoilt=2, by_post=2, by_supporter=2), {}),
        (vote(1, costs=(500,)), {}),
        (vote(1, 1, costs=(0, None)), {"pot_pence": 0, "max_bid_pence": 0}),
        (vote(1, costs=(500,)), {"max_bid_pence": 500}),
        (without(0, vote(1, costs=(501,)), why_not="It is too much"), {"max_bid_pence": 500}),
    ],
)
def test_what_agrees_is_not_told(made, about):
    assert list(voting.does_not_agree(made, session(**about), 2)) == []


def test_one_price_is_enough_for_money_that_is_nought():
    said = list(voting.does_not_agree(vote(1, 1, costs=(500, 0)), session(pot_pence=0), 0))
    assert said == ["The money to share is £0, so it is enough for nothing that costs anything."]


def test_what_is_not_within_the_rules_or_was_taken_out_has_no_place():
    made = without(0, vote(9, 5, 5, 2, costs=(100, 100, None, 100)), why_not="Too late")
    made = dataclasses.replace(made, options=(*made.options[:3], dataclasses.replace(made.options[3], withdrawn=True)))
    found = voting.result(made, 150)
    assert [(t.option.label, t.place, t.pence) for t in found.totals] == [("B", 1, None), ("C", 1, None)]
    assert [o.label for o in found.tied] == ["B", "C"]
    allowed = dataclasses.replace(made, options=(dataclasses.replace(made.options[0], eligible=True),))
    assert [t.option.label for t in voting.result(allowed, None).totals] == ["A"]


def test_nobody_is_first_of_choices_without_a_vote():
    assert voting.result(vote(0, 0), None).tied == voting.result(vote(), None).tied == ()


def test_turnout_is_told_against_who_is_here():
    said = voting.turnout(vote(5, voters=58, papers_given=61), 60)
    assert said == "58 people of 61 given a paper voted. 60 people are here."
    assert voting.turnout(vote(1, voters=1), 0) == "1 person voted."
    assert voting.turnout(vote(1, papers_given=61), 60) == ""


def test_too_many_are_one_sentence_and_a_bid_outside_the_rules_says_why():
    assert list(voting.does_not_agree(vote(3, 2, voters=2, dots_each=2), session(), 0)) == [
        "There is 1 more vote than 2 papers can hold."
    ]
    assert list(voting.does_not_agree(vote(4, method="Hands", papers_given=2), session(), 0)) == [
        "There are 2 more votes than 2 papers can hold."
    ]
    bid = VoteOption(id="1", label="Kiln", votes=0, eligible=False)
    told = list(voting.does_not_agree(Vote(id="v", question="What first?", options=(bid,)), session(), 0))
    assert told == ["“Kiln” is not within the rules, and nobody has said why."]
    said = dataclasses.replace(bid, why_not="It came too late")
    assert not list(voting.does_not_agree(Vote(id="v", question="What first?", options=(said,)), session(), 0))


def test_a_tie_is_left_to_the_room_and_money_ends_before_it():
    found = voting.result(vote(5, 3, 3, costs=(100, 100, 100)), 250)
    assert [(t.option.label, t.place, t.joint, t.pence) for t in found.totals] == [
        ("A", 1, False, 100),
        ("B", 2, True, None),
        ("C", 2, True, None),
    ]
    assert (found.tied, found.left_pence) == ((), 150)
    assert [o.label for o in voting.result(vote(3, 3), None).tied] == ["A", "B"]


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 10_000)), max_size=6),
    st.none() | st.integers(0, 20_000),
    st.none() | st.integers(0, 60),
)
def test_whatever_is_counted_nothing_is_lost_and_the_money_is_right_to_the_penny(rows, pot, voters):
    made = vote(*(n for n, _ in rows), costs=tuple(c for _, c in rows), voters=voters, votes_each=1)
    found = voting.result(made, pot)
    assert sorted(t.option.id for t in found.totals) == sorted(o.id for o in made.options)
    paid = [t for t in found.totals if t.pence is not None]
    if pot is not None and found.left_pence is not None:
        assert sum(t.option.cost_pence for t in paid) + found.left_pence == pot
    assert (voting.too_many(made) > 0) == (voters is not None and voting.cast(made) > voters)


def test_what_cannot_be_is_said_as_a_sentence():
    assert voting.sentence_of("1 more vote than 2 papers can hold") == "There is 1 more vote than 2 papers can hold."
    assert (
        voting.sentence_of("12 more votes than 2 papers can hold") == "There are 12 more votes than 2 papers can hold."
    )
    came = "1 more paper came back than the 1 that was given out"
    assert voting.sentence_of(came) == f"{came}."
