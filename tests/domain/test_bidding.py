from dataclasses import replace

import pytest

from coprod_desktop.domain.bidding import declares_interest, funded, interest_in_file, is_out, is_pitch, shares_money
from coprod_desktop.domain.record import Vote, VoteOption
from tests.domain.making import entry, record


def test_the_money_ends_at_the_first_that_is_too_dear_or_has_no_price():
    assert funded([(9, 500), (8, 400), (7, 200)], 1000) == (2, 900)
    assert funded([(9, 500), (8, None), (7, 200)], 1000) == (1, 500)
    assert funded([(9, 1001)], 1000) == (0, 0)
    assert funded([(9, 1000)], 1000) == (1, 1000)
    assert funded([(9, 10), (0, 10)], 1000) == (1, 10)


def test_of_a_tie_at_the_edge_none_is_counted():
    assert funded([(9, 500), (8, 400), (8, 400)], 1000) == (1, 500)
    assert funded([(8, 500), (8, 600)], 1000) == (0, 0)
    assert funded([(8, 0), (8, 1200)], 1000) == (0, 0)
    assert funded([(9, 500), (8, 200), (8, 200)], 1000) == (3, 900)


def test_without_a_pot_or_prices_nothing_is_said_of_money():
    assert funded([(9, 500)], None) is None
    assert funded([(9, None)], 1000) is None
    assert funded([], 1000) is None


def test_who_declares_an_interest():
    for said in (
        "I declare an interest",
        "She declared her interest in the bid",
        "Interest declared: the chair",
        "A conflict of interest",
        "I declared that my sister is the treasurer",
        "My son works for the film people. I said so before I put my dots on.",
        "I am a trustee of the shed, so I did not vote",
        "My wife runs the choir and I stood back",
        "We are for the garden. I am on its committee so I did not vote on it.",
    ):
        assert declares_interest(said), said
    for said in (
        "It is of interest to us",
        "We declare the meeting open",
        "No interest",
        "My sister is the treasurer",
        "I work nights, so I did not vote",
        "My son is nineteen and did not vote because nobody told him",
    ):
        assert not declares_interest(said), said


@pytest.mark.parametrize(
    ("label", "votes", "unknown", "about", "out"),
    [
        ("Men's shed heating", 0, {}, (), False),
        ("Men's shed heating (withdrawn)", 0, {}, (), True),
        ("Men's shed heating (withdrawn)", 3, {}, (), False),
        ("Men's shed heating", 0, {"withdrawn": True}, (), True),
        ("Men's shed heating", 0, {"withdrawn": "maybe"}, (), False),
        ("Men's shed heating", 0, {}, ("The men's shed heating pulled out.",), True),
        ("Men's shed heating", 0, {}, ("Men's shed heating is here. The bus pulled out.",), False),
        ("Bus", 0, {}, ("The bus pulled out.",), False),
        ("Bus ", 0, {}, ("The bus pulled out.",), False),
        ("Tram", 0, {}, ("The tram pulled out.",), True),
    ],
)
def test_what_was_taken_out_of_a_vote_is_known_by_its_label_the_file_or_what_was_said_of_it(
    label, votes, unknown, about, out
):
    option = VoteOption(id="o", label=label, votes=votes, unknown=unknown)
    assert is_out(option, about) is out


def test_a_bid_that_was_taken_out_here_is_out_whatever_was_counted():
    assert is_out(VoteOption(id="o", label="Kiln", votes=3, withdrawn=True), ())


@pytest.mark.parametrize(
    ("line", "pitch"),
    [
        (entry(1, "We want a kiln", theme="Bids"), True),
        (entry(1, "We want a kiln", flags=("pitch",)), True),
        (entry(1, "We want a kiln", theme="Bids", flags=("late",)), True),
        (entry(1, "Our bid is for a kiln"), True),
        (entry(1, "We want a kiln"), False),
    ],
)
def test_a_pitch_is_known_by_its_theme_a_mark_or_its_words(line, pitch):
    assert is_pitch(line) is pitch


@pytest.mark.parametrize(
    ("costs", "pot", "shares"),
    [
        ((None, 500), None, True),
        ((None, None), None, False),
        ((None, None), 0, True),
        ((0,), None, True),
        (None, 1000, False),
    ],
)
def test_money_is_shared_out_where_a_vote_has_a_price_or_the_session_a_pot(costs, pot, shares):
    options = tuple(VoteOption(id=str(n), label="Kiln", votes=1, cost_pence=cost) for n, cost in enumerate(costs or ()))
    votes = () if costs is None else (Vote(id="v", question="Which?", options=options),)
    assert shares_money(replace(record(pot_pence=pot), votes=votes)) is shares


@pytest.mark.parametrize(
    ("unknown", "interest"),
    [
        ({"interests": "My sister"}, "My sister"),
        ({"declared_interest": " ", "interest": "My son"}, "My son"),
        ({"declared_interest": 3}, None),
        ({"colour": "My son"}, None),
    ],
)
def test_an_interest_is_found_under_the_names_that_files_have_for_it(unknown, interest):
    assert interest_in_file(unknown) == interest
