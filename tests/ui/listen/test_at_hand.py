import pytest

from coprod_desktop.services import capture, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.ui.listen.at_hand import AtHand, at_hand


@pytest.fixture
def lines(desk):
    session, _ = sessions.start_now(desk)
    for words in ("one", "two", "last"):
        capture.add(desk, session, NewLine(text=words))
    return capture.lines(desk, session)


def test_the_line_being_changed_comes_before_the_one_that_is_chosen(lines):
    one, two, last = lines
    assert at_hand(one, two, last, typing=True) == AtHand(one, "The line you are changing", typing=False)


def test_the_chosen_line_comes_before_the_last(lines):
    _, two, last = lines
    assert at_hand(None, two, last, typing=True) == AtHand(two, "The line you are on", typing=True)


def test_with_nothing_chosen_it_is_the_last_line_and_the_words_being_typed_are_there_too(lines):
    assert at_hand(None, None, lines[-1], typing=True) == AtHand(lines[-1], "The last line", typing=True)
    assert at_hand(None, None, None, typing=False) == AtHand(None, "The last line", typing=False)
