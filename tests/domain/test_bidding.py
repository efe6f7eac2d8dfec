from coprod_desktop.domain.bidding import declares_interest, funded


def test_the_money_ends_at_the_first_that_is_too_dear_or_has_no_price():
    assert funded([(9, 500), (8, 400), (7, 200)], 1000) == (2, 900)
    assert funded([(9, 500), (8, None), (7, 200)], 1000) == (1, 500)
    assert funded([(9, 1001)], 1000) == (0, 0)
    assert funded([(9, 1000)], 1000) == (1, 1000)
    assert funded([(9, 10), (0, 10)], 1000) == (1, 10)


def test_of_a_tie_at_the_edge_none_is_counted():
    assert funded([(9, 500), (8, 400), (8, 400)], 1000) == (1, 500)
    assert funded([(8, 500), (8, 600)], 1000) == (0, 0)
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
    ):
        assert declares_interest(said), said
    for said in ("It is of interest to us", "We declare the meeting open", "No interest"):
        assert not declares_interest(said), said
