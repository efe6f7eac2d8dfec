from dataclasses import replace

import pytest

from coprod_desktop.domain.permission import Circle
from coprod_desktop.services import capture, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.ui.listen.entry_rows import is_rtl, shown
from coprod_desktop.ui.listen.typed_line import said_in
from coprod_desktop.ui.listen.voices import Voices


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


def quoted(desk, line, may, circle=Circle.ANYONE):
    capture.change(desk, line.id, quote_ok=may, circle=circle)
    (now,) = capture.lines_by_id(desk, [line.id])
    return now


def test_what_may_be_quoted_to_those_who_came_says_so_until_it_may_not(desk, line):
    said = line()
    came = quoted(desk, said, True, Circle.CAME)
    assert (came.quote_ok, came.may_quote) == (0, True)  # no paper for anyone quotes it
    assert shown(came).quote_words == "may quote: who came"
    assert "May quote, to those who came" in shown(came).spoken
    refused = quoted(desk, said, False)
    assert (refused.may_quote, shown(refused).quote_words) == (False, "do not quote")
    assert "who came" not in shown(refused).spoken
    anyone = quoted(desk, said, True)
    assert (anyone.may_quote, shown(anyone).quote_words) == (True, "may quote")


def test_changing_the_words_asks_for_no_wider_circle(desk, line):
    came = quoted(desk, line(), True, Circle.CAME)
    said = said_in(came, Voices())
    assert (said.quote, said.circle, said.differences(came)) == (True, Circle.CAME, {})
    assert replace(said, words="put right").differences(came) == {"text": "put right"}
    assert said.quote_turned().differences(came) == {"quote_ok": False}
