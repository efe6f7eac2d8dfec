import datetime

import pytest

from coprod_desktop.services import bank, people, sessions
from coprod_desktop.services.seen import everyone
from coprod_desktop.services.seen.everyone import By, Filter


@pytest.fixture
def three(desk):
    """Ida in the bank with everything, Len with an interest, Win with nothing."""
    session, _ = sessions.start_now(desk)
    ida, len_, win = (
        people.add(desk, session, name, role)[0]
        for name, role in (("Ida Ackroyd", "carer"), ("Len Obi", "resident"), ("Win Tate", "carer"))
    )
    bank.change(desk, ida, "interests", "buses, gardening")
    bank.change(desk, ida, "training", "first aid")
    bank.change(desk, ida, "trains", "how to chair")
    bank.change(desk, ida, "review_on", desk.today() - datetime.timedelta(days=1))
    bank.change(desk, len_, "interests", "buses")
    people.add_need(desk, session, win, "large print")
    return session, ida, len_, win


def names(found):
    return [one.line.name for one in found]


def test_words_are_found_in_name_role_and_what_is_in_the_bank(desk, three):
    found = everyone.read(desk)
    assert names(found.matching("")) == ["Ida Ackroyd", "Len Obi", "Win Tate"]
    assert names(found.matching("CARER wi")) == ["Win Tate"]
    assert names(found.matching("bus")) == ["Ida Ackroyd", "Len Obi"]
    assert names(found.matching("chair")) == ["Ida Ackroyd"]
    assert names(found.matching("aid")) == ["Ida Ackroyd"]
    assert names(found.matching("zebra")) == []


def test_each_filter_leaves_those_and_says_how_many(desk, three):
    found = everyone.read(desk)
    offered = {f.key: f.many for f in found.filters()}
    assert offered == {
        ("everyone", ""): 3, ("to be asked again", ""): 1, ("trains others", ""): 1, ("interest", "buses"): 2,
        ("interest", "gardening"): 1, ("training", "first aid"): 1, ("reads", "large-print"): 1,
    }  # fmt: skip
    for one in found.filters():
        assert len(found.matching("", one)) == one.many
    assert names(found.matching("len", Filter(By.INTEREST, "buses"))) == ["Len Obi"]


def test_who_is_to_be_asked_on_another_day_is_not_due(desk, three):
    bank.change(desk, three[1], "review_on", desk.today() + datetime.timedelta(days=1))
    assert By.DUE not in {f.by for f in everyone.read(desk).filters()}


def test_who_is_known_twice_says_so_until_they_are_parted(desk, three):
    _, ida, len_, _ = three
    people.same_person(desk, ida, len_)
    twice = {one.id: one.twice for one in everyone.read(desk).people}
    assert twice[ida] == ((len_, "Len Obi"),)
    people.same_person(desk, ida, len_, parted=True)
    assert not any(one.twice for one in everyone.read(desk).people)
