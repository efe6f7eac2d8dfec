import pytest

from coprod_desktop.services import capture, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.ui.listen.at_hand import AtHand, at_hand, typed_over


@pytest.fixture
def lines(desk):
    session, _ = sessions.start_now(desk)
    for words in ("one", "two", "last"):
        capture.add(desk, session, NewLine(text=words))
    return capture.lines(desk, session)


def test_the_line_being_changed_comes_before_the_one_that_is_chosen(lines):
    one, two, last = lines
    found = at_hand(one, two, last, "one and more")
    assert found == AtHand(one, "The line you are changing", typing=False, exact="one\n\none and more")
    assert at_hand(one, two, last, "one").exact == at_hand(one, two, last, " ").exact == "one"


def test_the_chosen_line_comes_before_the_last(lines):
    _, two, last = lines
    assert at_hand(None, two, last, "new") == AtHand(two, "The line you are on", typing=True, exact="new")
    assert at_hand(None, two, last, " \n") == AtHand(two, "The line you are on", typing=False, exact="two")


def test_with_nothing_chosen_it_is_the_last_line_and_the_words_being_typed_are_there_too(lines):
    assert at_hand(None, None, lines[-1], "new") == AtHand(lines[-1], "The last line", typing=True, exact="new")
    assert at_hand(None, None, None, "") == AtHand(None, "The last line", typing=False, exact="")


def test_words_typed_over_a_line_are_sealed_with_it(lines):
    one, two, _ = lines
    assert typed_over(one, one.id, "one and more") == "one and more"
    assert typed_over(one, one.id, "one") is None
    assert typed_over(one, two.id, "other words") is None
    assert typed_over(None, one.id, "other words") is None
