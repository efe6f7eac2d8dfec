import pytest

from coprod_desktop.services import capture, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.ui.listen.entry_rows import is_rtl, shown


@pytest.fixture
def line(desk):
    session, _ = sessions.start_now(desk)

    def added(**fields):
        ref = capture.add(desk, session, NewLine(**{"text": "words", **fields})).added[0]
        return capture.lines_by_id(desk, [ref.id])[0]

    return added


def test_an_ordinary_line_shows_no_kind_and_no_permission_nobody_asked_about(line):
    row = shown(line(speaker_role="carer"))

    assert (row.who, row.kind_words, row.quote, row.state_words) == ("Carer", "", None, "")


def test_a_gap_says_to_come_back_and_that_nobody_said_it(desk, line):
    session, _ = sessions.start_now(desk)
    capture.gap(desk, session)
    row = shown(capture.lines(desk, session)[0])

    assert (row.who, row.state_words) == ("", "come back to this")


def test_a_repeated_line_says_when_it_was_said_first(desk, line):
    first, second = line(), line()
    capture.change(desk, second.id, duplicate_of=first.id)
    again = capture.lines_by_id(desk, [second.id])[0]

    assert shown(again, same_as="10:44").state_words == "the same as at 10:44"


@pytest.mark.parametrize(
    ("words", "rtl"), [("عندي سؤال", True), ("10: שלום", True), ("I asked: שלום", False), ("123 …", False), ("", False)]
)
def test_words_run_the_way_their_first_letter_does(words, rtl):
    assert is_rtl(words) is rtl
