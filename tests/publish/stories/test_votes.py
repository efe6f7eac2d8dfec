"""Votes: winners first, what the money is enough for, interests told, and nobody made a loser who was not in the vote."""

import dataclasses

import pytest

from coprod_desktop.domain.record import Vote, VoteOption
from coprod_desktop.domain.words import TooMany
from coprod_desktop.publish.document import Bullets, Facts, Paragraph, Table
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.stories.votes import votes
from coprod_desktop.publish.stories.you_said_we_will import you_said_we_will
from tests.domain.making import DAY, entry, point, record


def option(label, many, pounds=None, **kw):
    return VoteOption(
        id=label, label=label, votes=many, cost_pence=None if pounds is None else round(pounds * 100), **kw
    )


def told(*options, rows=(), pot=None, settled_by=None, unknown=None, **session):
    vote = Vote(id="v", question="Which first?", options=options, settled_by=settled_by, unknown=unknown or {})
    made = dataclasses.replace(record(*rows, pot_pence=pot and pot * 100, **session), votes=(vote,))
    return tuple(votes(open_gate(made, (), DAY)))


def words(paragraph):
    return "".join(run.text for run in paragraph.runs)


def said(blocks):
    found = [words(b) for b in blocks if isinstance(b, Paragraph)]
    return [*found, *(words(i) for b in blocks if isinstance(b, Bullets) for i in b.items)]


def table(blocks):
    (found,) = [b for b in blocks if isinstance(b, Table)]
    return found


def test_the_winner_is_said_first_and_stands_first():
    blocks = told(option("Garden", 3), option("Choir", 12))
    assert said(blocks)[0] == "Most votes: Choir (12 votes)."
    assert [row[0] for row in table(blocks).rows] == ["Choir", "Garden"]


@pytest.mark.parametrize(
    ("cost", "told_by"), [(300_000, "The money is £10,000, at most £4,000 for one idea."), (None, "Money there was")]
)
def test_the_money_is_told_once_by_the_vote_or_else_beside_who_came(cost, told_by):
    vote = Vote(
        id="v", question="Which first?", options=(VoteOption(id="c", label="Choir", votes=12, cost_pence=cost),)
    )
    made = dataclasses.replace(record(pot_pence=1_000_000, max_bid_pence=400_000), votes=(vote,))
    paper = str(you_said_we_will(open_gate(made, (), DAY)).blocks)
    assert told_by in paper
    assert paper.count("£10,000") == 1


def test_what_the_money_is_enough_for_with_a_running_total():
    blocks = told(
        option("Choir", 12, 4999.99), option("Garden", 9, 3000), option("Bus", 7, 2500), option("Tea", 5, 10), pot=10000
    )
    assert said(blocks)[1] == (
        "The money is £10,000. In order of votes it is enough for Choir and Garden: £7,999.99 together. £2,000.01 is left."
    )
    assert table(blocks).header == ("Choice", "Votes", "Place", "Cost", "Adds up to")
    assert [row[3:] for row in table(blocks).rows] == [
        ("£4,999.99", "£4,999.99"),
        ("£3,000", "£7,999.99"),
        ("£2,500", "too much"),
        ("£10", "–"),
    ]


def test_a_tie_at_the_edge_of_the_money_is_left_to_people():
    blocks = told(option("Choir", 12, 500), option("Garden", 9, 500), option("Bus", 9, 500), pot=1000)
    assert "enough for Choir: £500 together" in said(blocks)[1]


def test_what_was_taken_out_of_the_vote_did_not_lose():
    taken = option("Tea van", 0, 800)
    by_label = told(option("Choir", 12), option("Tea van (withdrawn)", 0))
    by_rule = told(option("Choir", 12), taken, settled_by="Tea van withdrew on the day. It is no loser.")
    line = entry(1, "The tea van was not put to the vote, so it is not a loser", quote_ok=True)
    by_line = told(option("Choir", 12), taken, rows=(line,))
    for blocks in (by_label, by_rule, by_line):
        assert [row[0] for row in table(blocks).rows] == ["Choir"]
        assert any("taken out of the vote. It has no place, and it did not lose." in line for line in said(blocks))
    plain = told(option("Choir", 12), taken)
    assert [row[0] for row in table(plain).rows] == ["Choir", "Tea van"]


def test_what_is_not_within_the_rules_has_no_place():
    blocks = told(option("Choir", 12), option("Bus", 20, eligible=False))
    assert said(blocks)[0] == "Most votes: Choir (12 votes)."
    assert "Bus: not within the rules, so it has no place. It got 20 votes." in said(blocks)


def test_declared_interests_are_told_beside_the_vote():
    spoken = entry(1, "I declare an interest: my sister runs the choir", quote_ok=True)
    silent = entry(2, "I have a conflict of interest in the garden")
    blocks = told(option("Choir", 12), rows=(spoken, silent))
    assert said(blocks)[-2:] == [f"“{spoken.text}”", "1 more person declared an interest."]
    in_file = told(option("Choir", 12, unknown={"declared_interest": "The chair's sister sings in it"}))
    assert "Choir: interest declared. The chair's sister sings in it." in said(in_file)


def test_an_interest_declared_is_not_waiting_for_an_answer():
    line = entry(1, "I declare an interest in the choir", quote_ok=True)
    vote = Vote(id="v", question="Which?", options=(option("Choir", 2),))
    without, with_vote = (dataclasses.replace(record(line, point(1, "x")), votes=v) for v in ((), (vote,)))
    assert [len(open_gate(made, (), DAY).unanswered) for made in (without, with_vote)] == [1, 0]


def test_facts_of_a_vote_are_all_there():
    vote = Vote(
        id="v", question="Which?", options=(option("A", 1),), voters=58, papers_given=61, spoilt=3, method="dots"
    )
    blocks = tuple(votes(open_gate(dataclasses.replace(record(), votes=(vote,)), (), DAY)))
    facts = {label: words(value) for b in blocks if isinstance(b, Facts) for label, value in b.rows}
    assert facts == {
        "How": "dots",
        "How many people voted": "58 of 61 given a paper",
        "Papers that could not be counted": "3",
    }


def test_a_declaration_of_somebody_on_the_staff_is_told_beside_the_vote_too():
    spoken = entry(1, "I declared that my sister is the treasurer", kind="staff_comment", quote_ok=True)
    made = told(option("Choir", 12), rows=(spoken,))
    assert f"“{spoken.text}”" in said(made)


def told_of(*options, pot=None, **fields):
    vote = Vote(id="v", question="Which first?", options=options, **fields)
    made = dataclasses.replace(record(pot_pence=pot and pot * 100), votes=(vote,))
    return tuple(votes(open_gate(made, (), DAY)))


def facts(blocks):
    (found,) = [b for b in blocks if isinstance(b, Facts)]
    return {label: words(paragraph) for label, paragraph in found.rows}


def test_who_voted_by_post_and_with_a_supporter_is_told_and_few_are_not_counted_out():
    found = facts(told_of(option("Choir", 2), voters=9, by_post=6, by_supporter=1))
    assert (found["By post"], found["With a supporter"]) == ("6", "fewer than 5")
    assert "By post" not in facts(told_of(option("Choir", 2), voters=9, by_post=0))


@pytest.mark.parametrize(
    ("chosen", "words_"),
    [
        (TooMany.STAND, "the result stands as it was counted."),
        (TooMany.AGAIN, "people voted again."),
        (TooMany.RECOUNT, "the votes were counted again."),
    ],
)
def test_what_the_room_chose_when_there_was_one_too_many_is_printed(chosen, words_):
    found = facts(told_of(option("Choir", 5), voters=2, dots_each=2, too_many=chosen))
    assert found["More votes than papers"] == f"1 more vote than 2 papers can hold. The room chose: {words_}"
    right_by_now = facts(told_of(option("Choir", 4), voters=2, dots_each=2, too_many=chosen))
    assert right_by_now["More votes than papers"] == f"The room chose: {words_}"


def test_one_too_many_that_nobody_spoke_of_is_not_printed_as_chosen():
    assert "More votes than papers" not in facts(told_of(option("Choir", 5), voters=2, dots_each=2))


def test_a_bid_says_whose_it_is_and_why_it_is_not_within_the_rules():
    blocks = told_of(
        option("Bench", 3, 400, who="Garden club"),
        option("Bus", 2, 9000, eligible=False, why_not="It costs more than £500", who="Riders"),
        option("Tea", 1, withdrawn=True, who="The hall"),
    )
    assert [row[0] for row in table(blocks).rows] == ["Bench (Garden club)"]
    assert (
        "Bus (Riders), £9,000: not within the rules, so it has no place. It costs more than £500. It got 2 votes."
        in said(blocks)
    )
    assert "Tea (The hall): taken out of the vote. It has no place, and it did not lose. It got 1 vote before." in said(
        blocks
    )


def test_what_becomes_of_money_left_is_said_where_it_is_left():
    blocks = told_of(option("Bench", 3, 400), pot=1000, left_becomes="It waits for the next round")
    assert said(blocks)[1].endswith("£600 is left. It waits for the next round.")
    spent = told_of(option("Bench", 3, 1000), pot=1000, left_becomes="It waits for the next round")
    assert said(spent)[1].endswith("Nothing is left.")
    no_pot = told_of(option("Bench", 3), left_becomes="It waits")
    assert "What becomes of the money that is left: It waits." in said(no_pot)


def test_a_pot_of_nothing_is_told_as_it_is():
    blocks = told_of(option("Bench", 3, 400), pot=0)
    assert "The money is £0. It is not enough for the first." in said(blocks)
